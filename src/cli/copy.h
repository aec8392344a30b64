/* SPDX-License-Identifier: MIT */
/* Copying lines from a file, for -append. */
#ifndef CLI_COPY_H
#define CLI_COPY_H

#include <stdbool.h>
#include <stdio.h>

/* Ends the last line when it is not; sets whether there was any. */
bool copy_lines(const char *path, FILE *out, bool *has_lines);

#endif
