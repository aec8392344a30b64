/* SPDX-License-Identifier: MIT */
/* Tables written in a folder of the test, compiled, opened and asked. */
#ifndef TEST_BUILD_FIXTURE_H
#define TEST_BUILD_FIXTURE_H

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "include/geomention_build.h"

#include <dirent.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[64];

static inline int make_folder(void **state)
{
    (void)state;
    strcpy(folder, "/tmp/geomention-test.XXXXXX");
    return mkdtemp(folder) ? 0 : -1;
}

static inline int remove_folder(void **state)
{
    (void)state;
    char command[80];
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command);
}

/* A path in the folder; up to sixteen live at a time. */
static inline const char *in_folder(const char *name)
{
    static char paths[16][256];
    static size_t next;
    char *path = paths[next++ % 16];
    snprintf(path, sizeof paths[0], "%s/%s", folder, name);
    return path;
}

static inline const char *put_bytes(const char *name, const void *data,
                                    size_t length)
{
    const char *path = in_folder(name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(data, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
    return path;
}

static inline const char *put(const char *name, const char *text)
{
    return put_bytes(name, text, strlen(text));
}

static inline char *read_whole(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    fseek(file, 0, SEEK_END);
    *length = (size_t)ftell(file);
    rewind(file);
    char *data = malloc(*length + 1);
    assert_non_null(data);
    assert_int_equal(fread(data, 1, *length, file), *length);
    data[*length] = '\0';
    fclose(file);
    return data;
}

/* Files in the folder whose names begin like this. */
static inline size_t count_files(const char *begins)
{
    DIR *dir = opendir(folder);
    assert_non_null(dir);
    size_t count = 0;
    for (struct dirent *entry; (entry = readdir(dir));)
        count += strncmp(entry->d_name, begins, strlen(begins)) == 0;
    closedir(dir);
    return count;
}

/* ---- Compiling --------------------------------------------------------- */

/* What the events told. */
struct told {
    size_t bad_lines;
    uint64_t last_line;
    char last_message[400];
    size_t progress;
    size_t stop_after; /* calls of on_progress; 0: never */
};

static inline bool told_progress(void *context, const char *stage,
                                 uint64_t done, uint64_t total)
{
    struct told *told = context;
    assert_non_null(stage);
    assert_true(done <= total);
    return ++told->progress != told->stop_after;
}

static inline void told_bad_line(void *context, const gm_error *why)
{
    struct told *told = context;
    told->bad_lines++;
    told->last_line = why->line;
    snprintf(told->last_message, sizeof told->last_message, "%s",
             why->message);
}

static inline gm_builder *begin_build(struct told *told)
{
    const gm_build_events events = {told, told_progress, told_bad_line};
    gm_builder *builder = NULL;
    assert_int_equal(
        gm_builder_create(told ? &events : NULL, &builder, NULL), GM_OK);
    return builder;
}

#define assert_ok(call)                                                       \
    do {                                                                      \
        gm_error error_ = {0};                                                \
        (void)error_;                                                         \
        const gm_status status_ = (call);                                     \
        if (status_)                                                          \
            print_error("status %d\n", (int)status_);                         \
        assert_int_equal(status_, GM_OK);                                     \
    } while (0)

#define assert_number(actual, expected)                                       \
    assert_true(fabs((double)(actual) - (expected)) < 1e-9)

/* Compiles files of one format to `out`, each with the same columns. */
static inline struct told compile(const char *out, const char *format,
                                  const char *const *paths, size_t count)
{
    struct told told = {0};
    gm_builder *builder = begin_build(&told);
    for (size_t i = 0; i < count; i++)
        assert_ok(gm_builder_read(builder, format, paths[i], NULL, 0, NULL));
    assert_ok(gm_builder_write(builder, out, NULL));
    gm_builder_free(builder);
    return told;
}

static inline gm_gazetteer *open_files(const char *const *paths, size_t count)
{
    gm_gazetteer *gazetteer = NULL;
    gm_error err = {0};
    const gm_status status = gm_gazetteer_open(paths, count, &gazetteer, &err);
    if (status)
        print_error("%s\n", err.message);
    assert_int_equal(status, GM_OK);
    const gm_status verified = gm_gazetteer_verify(gazetteer, &err);
    if (verified)
        print_error("%s\n", err.message);
    assert_int_equal(verified, GM_OK);
    return gazetteer;
}

static inline gm_gazetteer *open_file(const char *path)
{
    return open_files(&path, 1);
}

/* One table, written, compiled, opened and verified. */
static inline gm_gazetteer *gazetteer_of(const char *name, const char *format,
                                         const char *text, struct told *told)
{
    const char *path = put(name, text);
    const char *out = in_folder("out.gaz");
    const struct told now = compile(out, format, &path, 1);
    if (told)
        *told = now;
    return open_file(out);
}

/* ---- Asking ------------------------------------------------------------ */

enum { ANSWERS_MAX = 64 };

struct answers {
    const gm_gazetteer *gazetteer;
    gm_match matches[ANSWERS_MAX];
    gm_place places[ANSWERS_MAX];
    size_t count;
};

static inline bool take_answer(void *context, const gm_match *match)
{
    struct answers *answers = context;
    assert_true(answers->count < ANSWERS_MAX);
    assert_int_equal(gm_gazetteer_place(answers->gazetteer, match->place,
                                        &answers->places[answers->count]),
                     GM_OK);
    answers->matches[answers->count++] = *match;
    return true;
}

static inline struct answers ask(const gm_gazetteer *gazetteer,
                                 const char *name)
{
    struct answers answers = {.gazetteer = gazetteer};
    assert_ok(gm_gazetteer_lookup(gazetteer, name, strlen(name), take_answer,
                                  &answers, NULL));
    return answers;
}

/* The places of a name as "id id id", best first; guesses do not count. */
static inline const char *ids_of(const gm_gazetteer *gazetteer,
                                 const char *name)
{
    static char text[4][1024];
    static size_t next;
    char *out = text[next++ % 4];
    const struct answers answers = ask(gazetteer, name);
    size_t length = 0;
    out[0] = '\0';
    for (size_t i = 0; i < answers.count; i++)
        if (!answers.matches[i].is_guess)
            length += (size_t)snprintf(out + length, sizeof text[0] - length,
                                       "%s%s", length ? " " : "",
                                       answers.places[i].id);
    return out;
}

/* The one place of a name. */
static inline gm_place place_named(const gm_gazetteer *gazetteer,
                                   const char *name)
{
    const struct answers answers = ask(gazetteer, name);
    assert_int_equal(answers.count, 1);
    return answers.places[0];
}

/* A row of GeoNames' allCountries.txt, in turns of a few. */
static inline const char *geonames_row(const char *id, const char *name,
                                       const char *names, const char *feature,
                                       const char *admin)
{
    static char rows[16][2048];
    static size_t next;
    char *row = rows[next++ % 16];
    snprintf(row, sizeof rows[0],
             "%s\t%s\t%s\t%s\t40.5\t44.25\t%.1s\t%s\tAM\t\t%s\t\t\t\t1000\t\t"
             "900\tAsia/Yerevan\t2020-01-01\n",
             id, name, name, names, feature, feature + 2, admin);
    return row;
}

#endif
