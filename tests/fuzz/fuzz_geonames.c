/* SPDX-License-Identifier: MIT */
/*
 * GeoNames' files. The input is several of them, each behind a line "@" and
 * the file's name; what stands before the first is a table of places.
 */
#include "compile.h"

static const char *name_of(const char *line, size_t length)
{
    static const char *const names[] = {
        "AM.txt", "alternateNamesV2.txt", "admin1CodesASCII.txt",
        "admin2Codes.txt", "countryInfo.txt", "hierarchy.txt"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strlen(names[i]) == length && memcmp(names[i], line, length) == 0)
            return names[i];
    return "AM.txt";
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    gm_builder *builder = begin();
    const char *name = "AM.txt";
    const uint8_t *end = data + size, *from = data, *line = data;
    while (line < end) {
        const uint8_t *next = memchr(line, '\n', (size_t)(end - line));
        next = next ? next + 1 : end;
        if (*line == '@') {
            read_table(builder, "geonames",
                       input_file(name, from, (size_t)(line - from)), NULL);
            size_t length = (size_t)(next - line) - 1;
            while (length > 0 && line[length] == '\n')
                length--;
            name = name_of((const char *)line + 1, length);
            from = next;
        }
        line = next;
    }
    read_table(builder, "geonames",
               input_file(name, from, (size_t)(end - from)), NULL);
    compile_and_verify(builder);
    gm_builder_free(builder);
    return 0;
}
