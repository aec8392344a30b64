/* SPDX-License-Identifier: MIT */
/* A folder for the files of one test, removed when the test is over. */
#ifndef TEST_BASE_SCRATCH_H
#define TEST_BASE_SCRATCH_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char scratch_folder[32];

static int scratch_setup(void **state)
{
    (void)state;
    snprintf(scratch_folder, sizeof scratch_folder,
             "/tmp/geomention-test.XXXXXX");
    return mkdtemp(scratch_folder) ? 0 : -1;
}

static int scratch_teardown(void **state)
{
    (void)state;
    char command[120];
    snprintf(command, sizeof command, "chmod -R u+w '%s' && rm -rf '%s'",
             scratch_folder, scratch_folder);
    return system(command);
}

/* A path in the folder; four live at a time. */
static const char *scratch_path(const char *name)
{
    static char paths[4][160];
    static size_t next;
    char *path = paths[next++ % 4];
    snprintf(path, sizeof paths[0], "%s/%s", scratch_folder, name);
    return path;
}

static inline void scratch_write(const char *path, const void *data,
                                 size_t size)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(data, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
}

/* Reads at most `size` bytes; returns how many there were. */
static inline size_t scratch_read(const char *path, void *data, size_t size)
{
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    const size_t got = fread(data, 1, size, file);
    fclose(file);
    return got;
}

static inline size_t scratch_file_count(void)
{
    size_t count = 0;
    DIR *folder = opendir(scratch_folder);
    assert_non_null(folder);
    while (readdir(folder))
        count++;
    closedir(folder);
    return count - 2; /* . and .. */
}

#endif
