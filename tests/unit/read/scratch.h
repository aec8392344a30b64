/* SPDX-License-Identifier: MIT */
/* A folder for the files of one test, removed when the test is over. */
#ifndef TEST_READ_SCRATCH_H
#define TEST_READ_SCRATCH_H

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

static char scratch_folder[64];

static int scratch_setup(void **state)
{
    (void)state;
    strcpy(scratch_folder, "/tmp/geomention-test.XXXXXX");
    return mkdtemp(scratch_folder) ? 0 : -1;
}

static int scratch_teardown(void **state)
{
    (void)state;
    char command[80];
    snprintf(command, sizeof command, "rm -rf '%s'", scratch_folder);
    return system(command);
}

/* A path in the folder; up to eight live at a time. */
static const char *scratch_path(const char *name)
{
    static char paths[8][256];
    static size_t next;
    char *path = paths[next++ % 8];
    snprintf(path, sizeof paths[0], "%s/%s", scratch_folder, name);
    return path;
}

static const char *scratch_write(const char *name, const char *data,
                                 size_t length)
{
    const char *path = scratch_path(name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(data, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
    return path;
}

static inline const char *scratch_text(const char *name, const char *text)
{
    return scratch_write(name, text, strlen(text));
}

static inline const char *scratch_mkdir(const char *name)
{
    const char *path = scratch_path(name);
    assert_int_equal(mkdir(path, 0777), 0);
    return path;
}

static inline const char *scratch_gzip(const char *name, const char *text,
                                       const char *mode)
{
    const char *path = scratch_path(name);
    gzFile file = gzopen(path, mode);
    assert_non_null(file);
    assert_int_equal(gzwrite(file, text, (unsigned)strlen(text)), strlen(text));
    assert_int_equal(gzclose(file), Z_OK);
    return path;
}

#endif
