/* SPDX-License-Identifier: MIT */
/* What fuzz targets share: their entry, and files made of their input. */
#ifndef TESTS_FUZZ_INPUT_H
#define TESTS_FUZZ_INPUT_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What must hold whatever the input is. */
#define require(condition)                                                    \
    do {                                                                      \
        if (!(condition)) {                                                   \
            fprintf(stderr, "%s:%d: does not hold: %s\n", __FILE__, __LINE__, \
                    #condition);                                              \
            abort();                                                          \
        }                                                                     \
    } while (0)

static char input_folder[64];

static inline void remove_input_folder(void)
{
    char command[96];
    snprintf(command, sizeof command, "rm -rf '%s'", input_folder);
    if (system(command) != 0)
        fprintf(stderr, "cannot remove %s\n", input_folder);
}

/* A path in a folder of this process that is removed at its end. */
static inline const char *input_path(const char *name)
{
    static char paths[4][128];
    static unsigned next;
    if (!input_folder[0]) {
        snprintf(input_folder, sizeof input_folder, "/tmp/geomention-fuzz.%ld",
                 (long)getpid());
        require(mkdir(input_folder, 0700) == 0);
        atexit(remove_input_folder);
    }
    char *path = paths[next++ % 4];
    snprintf(path, sizeof paths[0], "%s/%s", input_folder, name);
    return path;
}

static inline const char *input_file(const char *name, const uint8_t *data,
                                     size_t size)
{
    const char *path = input_path(name);
    FILE *file = fopen(path, "wb");
    require(file && fwrite(data, 1, size, file) == size);
    require(fclose(file) == 0);
    return path;
}

#endif
