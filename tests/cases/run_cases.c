/* SPDX-License-Identifier: MIT */
/*
 * Runs case files: texts with the mentions they are to give. The form of a
 * case is in tests/cases/README.md.
 *
 *     run_cases GAZETTEER MODEL_DIRECTORY FILE.case...
 */
#include "geomention.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINE_SIZE = 8192, TEXT_SIZE = 1 << 20, EXPECTED_MAX = 256 };

struct expected {
    char mention[256], use[16], place[GM_ID_SIZE];
};

struct test_case {
    const char *file;
    size_t line; /* of its first line */
    char name[256];
    char text[TEXT_SIZE];
    size_t length;
    struct expected expected[EXPECTED_MAX];
    size_t count;
    char country[3];
};

struct run {
    gm_gazetteer *gazetteer;
    gm_mapper *mapper;
    gm_document *doc;
    size_t passed, failed;
};

static void complain(const struct test_case *test, const char *what,
                     const char *mention, const char *detail)
{
    printf("FAIL %s:%zu %s: %s '%s' %s\n", test->file, test->line, test->name,
           what, mention, detail);
}

/* The id of the chosen place, or "-". */
static void place_of(const struct run *run, const gm_mention *mention,
                     char out[GM_ID_SIZE])
{
    gm_place place;
    snprintf(out, GM_ID_SIZE, "-");
    if (mention->is_resolved &&
        gm_gazetteer_place(run->gazetteer, mention->candidates[0].place,
                           &place) == GM_OK)
        memcpy(out, place.id, GM_ID_SIZE);
}

/* "geonames:1|geonames:2": any of these; "*": any place. */
static bool is_one_of(const char *list, const char *id)
{
    const size_t length = strlen(id);
    if (strcmp(list, "*") == 0)
        return strcmp(id, "-") != 0;
    for (const char *p = list; p; p = strchr(p, '|')) {
        p += *p == '|';
        if (strncmp(p, id, length) == 0 &&
            (p[length] == '\0' || p[length] == '|'))
            return true;
    }
    return false;
}

static bool check_mention(const struct run *run, const struct test_case *test,
                          const struct expected *expected,
                          const gm_mention *mention)
{
    char id[GM_ID_SIZE];
    place_of(run, mention, id);
    if (strcmp(expected->mention, mention->text) != 0) {
        char detail[300];
        snprintf(detail, sizeof detail, "where '%.200s' was expected",
                 expected->mention);
        complain(test, "found", mention->text, detail);
        return false;
    }
    if (strcmp(expected->use, "*") != 0 &&
        strcmp(expected->use, gm_use_name(mention->use)) != 0) {
        complain(test, "other use of", mention->text,
                 gm_use_name(mention->use));
        return false;
    }
    if (!is_one_of(expected->place, id)) {
        complain(test, "other place for", mention->text, id);
        return false;
    }
    return true;
}

static bool check(struct run *run, const struct test_case *test)
{
    gm_error err = {0};
    gm_status status = gm_document_set_text(run->doc, test->name, test->text,
                                            test->length, &err);
    if (!status && test->country[0])
        status = gm_document_add_country(run->doc, test->country, &err);
    if (!status)
        status = gm_mapper_map(run->mapper, run->doc, &err);
    if (status) {
        complain(test, "error", "", err.message);
        return false;
    }
    const size_t found = gm_document_mention_count(run->doc);
    bool is_right = true;
    for (size_t i = 0; i < found && i < test->count && is_right; i++)
        is_right = check_mention(run, test, &test->expected[i],
                                 gm_document_mention_at(run->doc, i));
    if (!is_right)
        return false;
    if (found > test->count)
        complain(test, "one too many:",
                 gm_document_mention_at(run->doc, test->count)->text, "");
    if (found < test->count)
        complain(test, "missed", test->expected[found].mention, "");
    return found == test->count;
}

/* ---- Reading cases ------------------------------------------------------ */

static void finish(struct run *run, struct test_case *test)
{
    if (test->length > 0) {
        if (check(run, test))
            run->passed++;
        else
            run->failed++;
    }
    const char *file = test->file;
    memset(test, 0, offsetof(struct test_case, text));
    test->file = file;
    test->text[0] = '\0';
    test->length = test->count = 0;
    test->country[0] = '\0';
}

static void add_text(struct test_case *test, const char *line)
{
    const size_t length = strlen(line);
    if (test->length + length + 2 > TEXT_SIZE)
        return;
    memcpy(test->text + test->length, line, length);
    test->length += length;
    test->text[test->length++] = '\n';
}

static bool add_expected(struct test_case *test, const char *line)
{
    struct expected *expected = &test->expected[test->count];
    if (test->count == EXPECTED_MAX ||
        sscanf(line, "%255[^\t]\t%15[^\t]\t%95[^\t]", expected->mention,
               expected->use, expected->place) != 3)
        return false;
    test->count++;
    return true;
}

static bool run_file(struct run *run, const char *path)
{
    static struct test_case test;
    char line[LINE_SIZE];
    bool in_mentions = false, is_good = true;
    FILE *file = fopen(path, "rb");
    if (!file) {
        printf("FAIL %s: cannot be read\n", path);
        return false;
    }
    test.file = path;
    for (size_t number = 1; fgets(line, sizeof line, file); number++) {
        line[strcspn(line, "\r\n")] = '\0';
        if (strncmp(line, "===", 3) == 0) {
            finish(run, &test);
            in_mentions = false;
            snprintf(test.name, sizeof test.name, "%.200s",
                     line + strspn(line, "= "));
            test.line = number;
        } else if (line[0] == '#' || (in_mentions && !line[0])) {
            continue;
        } else if (strncmp(line, "country ", 8) == 0 && !test.length) {
            snprintf(test.country, sizeof test.country, "%.2s", line + 8);
        } else if (strcmp(line, "---") == 0) {
            in_mentions = true;
        } else if (!in_mentions) {
            add_text(&test, line);
        } else if (!add_expected(&test, line)) {
            printf("FAIL %s:%zu: no 'mention<TAB>use<TAB>place'\n", path,
                   number);
            is_good = false;
        }
    }
    finish(run, &test);
    fclose(file);
    return is_good;
}

int main(int argc, char **argv)
{
    struct run run = {0};
    gm_error err = {0};
    gm_mapper_options options;
    if (argc < 4) {
        fprintf(stderr, "usage: run_cases GAZETTEER MODELS FILE.case...\n");
        return 2;
    }
    const char *paths[] = {argv[1]};
    gm_mapper_options_init(&options);
    options.model_directory = argv[2];
    gm_status status = gm_gazetteer_open(paths, 1, &run.gazetteer, &err);
    if (!status)
        status = gm_mapper_create(run.gazetteer, &options, &run.mapper, &err);
    if (!status)
        status = gm_document_create(&run.doc, &err);
    if (status) {
        fprintf(stderr, "run_cases: %s\n", err.message);
        return 2;
    }
    for (int i = 3; i < argc; i++)
        if (!run_file(&run, argv[i]))
            run.failed++;
    printf("%zu passed, %zu failed\n", run.passed, run.failed);
    gm_document_free(run.doc);
    gm_mapper_free(run.mapper);
    gm_gazetteer_close(run.gazetteer);
    return run.failed > 0;
}
