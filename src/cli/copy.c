/* SPDX-License-Identifier: MIT */
/* Copying lines from a file, for -append. */
#include "cli/copy.h"

bool copy_lines(const char *path, FILE *out, bool *has_lines)
{
    FILE *in = fopen(path, "rb");
    if (!in)
        return false;
    char block[16 * 1024];
    char last = '\n';
    size_t got;
    while ((got = fread(block, 1, sizeof block, in)) > 0) {
        fwrite(block, 1, got, out);
        last = block[got - 1];
        *has_lines = true;
    }
    if (last != '\n')
        fputc('\n', out);
    const bool is_good = !ferror(in) && !ferror(out);
    fclose(in);
    return is_good;
}
