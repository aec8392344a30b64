/* SPDX-License-Identifier: MIT */
/* Lines of a file that may be packed with gzip, zstd or zip. */
#include "input.h"

#include "build/lines.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct gmi_lines lines;
    gm_error err;
    const char *path = input_file("table.zip", data, size);
    if (gmi_lines_open(&lines, path, &err)) {
        require(err.message[0]);
        return 0;
    }
    char *line;
    size_t length;
    /* A few bytes may unpack to gigabytes: the first lines are enough. */
    for (int i = 0; i < 1000; i++) {
        if (gmi_lines_next(&lines, &line, &length, &err))
            break;
        require(line[length] == '\0');
        require(!memchr(line, '\n', length));
    }
    gmi_lines_close(&lines);
    return 0;
}
