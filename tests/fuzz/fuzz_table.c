/* SPDX-License-Identifier: MIT */
/* Any table. Its first byte chooses a mapping or an encoding, or neither. */
#include "compile.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const mappings[] = {
        NULL,           "name=n",         "encoding=windows-1251",
        "longitude=a",  "encoding=UTF-16LE", "encoding=SHIFT_JIS",
        "encoding=ISO-2022-JP", "names=name"};
    if (size == 0)
        return 0;
    gm_builder *builder = begin();
    /* Twice: the second overlays the first. */
    const char *path = input_file("table.csv", data + 1, size - 1);
    read_table(builder, "csv", path, mappings[data[0] % 8]);
    read_table(builder, "csv", path, mappings[data[0] / 8 % 8]);
    compile_and_verify(builder);
    gm_builder_free(builder);
    return 0;
}
