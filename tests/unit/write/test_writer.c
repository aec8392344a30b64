/* SPDX-License-Identifier: MIT */
/* Writers of every format: opening, failing, and running out of memory. */
#include "base/memory.h"

#include "fake.h"

#include <signal.h>
#include <unistd.h>

static const char *const FORMATS[] = {"table", "tsv",     "csv",
                                      "jsonl", "geojson", "geojsonl",
                                      "html",  "svg",     "dots"};
enum { FORMAT_COUNT = sizeof FORMATS / sizeof FORMATS[0] };

static void formats_are_listed_and_described(void **state)
{
    (void)state;
    size_t i = 0;
    for (; gm_writer_format_at(i); i++) {
        assert_true(i < FORMAT_COUNT);
        assert_string_equal(gm_writer_format_at(i), FORMATS[i]);
        assert_true(strlen(gm_writer_format_description_at(i)) > 10);
    }
    assert_int_equal(i, FORMAT_COUNT);
    assert_null(gm_writer_format_description_at(i));
}

static void an_unknown_format_is_refused(void **state)
{
    (void)state;
    gm_writer *writer = NULL;
    gm_error err = {0};
    assert_int_equal(
        gm_writer_create("GPKG", stdout, NULL, NULL, &writer, &err),
        GM_ERR_UNSUPPORTED);
    assert_null(writer);
    assert_string_equal(err.message, "unknown format 'GPKG'");
}

static void a_bad_option_is_refused_by_every_format(void **state)
{
    (void)state;
    gm_write_options options;
    gm_write_options_init(&options);
    options.precision = 99;
    for (size_t i = 0; i < FORMAT_COUNT; i++) {
        gm_writer *writer = NULL;
        assert_int_equal(
            gm_writer_create(FORMATS[i], stdout, NULL, &options, &writer, NULL),
            GM_ERR_ARGUMENT);
        assert_null(writer);
    }
}

static void mentions_are_chosen_by_the_options(void **state)
{
    (void)state;
    gm_write_options options;
    gm_write_options_init(&options);
    options.fields = (const char *const[]){"mention"};
    options.field_count = 1;
    options.header = false;
    options.min_confidence = 0.5;
    gm_mention mentions[] = {mention_of(YEREVAN, "a"), mention_of(YEREVAN, "b"),
                             mention_of(YEREVAN, "c"), unresolved("d")};
    mentions[1].use = GM_USE_ADJECTIVAL;
    mentions[2].confidence = 0.4;
    assert_written("csv", &options, mentions, 4, "a\n");
}

/* A document of so many mentions that buffers of all sizes fill up. */
static gm_status write_many(const char *format, FILE *stream, gm_error *err)
{
    enum { MENTIONS = 3000 };
    gm_mention *mentions = calloc(MENTIONS, sizeof *mentions);
    assert_non_null(mentions);
    for (size_t i = 0; i < MENTIONS; i++)
        mentions[i] = mention_of(TOKYO, "東京");
    const gm_document doc = {"a.txt", mentions, MENTIONS};
    gm_writer *writer = NULL;
    gm_status status =
        gm_writer_create(format, stream, NULL, NULL, &writer, err);
    for (int i = 0; !status && i < 3; i++)
        status = gm_writer_add(writer, &doc, err);
    if (!status)
        status = gm_writer_finish(writer, err);
    gm_writer_free(writer);
    free(mentions);
    return status;
}

static void a_full_disk_is_told(void **state)
{
    (void)state;
    for (size_t i = 0; i < FORMAT_COUNT; i++) {
        FILE *full = fopen("/dev/full", "w");
        if (!full)
            skip();
        gm_error err = {0};
        assert_int_equal(write_many(FORMATS[i], full, &err), GM_ERR_IO);
        assert_string_equal(err.message, "cannot write output: no space left "
                                         "on device");
        fclose(full);
    }
}

static void a_full_disk_is_told_of_one_short_line(void **state)
{
    (void)state;
    FILE *full = fopen("/dev/full", "w");
    if (!full)
        skip();
    gm_writer *writer = NULL;
    gm_error err = {0};
    assert_int_equal(gm_writer_create("tsv", full, NULL, NULL, &writer, NULL),
                     GM_OK);
    assert_int_equal(gm_writer_finish(writer, &err), GM_ERR_IO);
    assert_string_equal(err.message,
                        "cannot write output: no space left on device");
    assert_int_equal(gm_writer_finish(writer, NULL), GM_ERR_IO);
    gm_writer_free(writer);
    fclose(full);
}

static void a_reader_that_left_is_told(void **state)
{
    (void)state;
    signal(SIGPIPE, SIG_IGN);
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    close(ends[0]);
    FILE *stream = fdopen(ends[1], "w");
    gm_error err = {0};
    assert_int_equal(write_many("jsonl", stream, &err), GM_ERR_IO);
    assert_string_equal(err.message, "cannot write output: broken pipe");
    fclose(stream);
}

static void nothing_is_added_after_a_failure(void **state)
{
    (void)state;
    const gm_mention mention = mention_of(MISSING, "x");
    const gm_document doc = {"a.txt", &mention, 1};
    FILE *stream = tmpfile();
    for (size_t i = 0; i < FORMAT_COUNT; i++) {
        gm_writer *writer = NULL;
        gm_error err = {0};
        assert_int_equal(
            gm_writer_create(FORMATS[i], stream, NULL, NULL, &writer, NULL),
            GM_OK);
        assert_int_equal(gm_writer_add(writer, &doc, &err), GM_ERR_DAMAGED);
        assert_int_equal(gm_writer_add(writer, &doc, NULL), GM_ERR_IO);
        assert_int_equal(gm_writer_finish(writer, NULL), GM_ERR_IO);
        gm_writer_free(writer);
    }
    fclose(stream);
}

static bool shows_candidates(const char *format)
{
    static const char *const PICTURES[] = {"svg", "html", "dots"};
    for (size_t i = 0; i < sizeof PICTURES / sizeof PICTURES[0]; i++)
        if (strcmp(format, PICTURES[i]) == 0)
            return false;
    return true;
}

static void a_candidate_that_is_not_there_is_an_error(void **state)
{
    (void)state;
    gm_write_options options;
    gm_write_options_init(&options);
    options.candidates = 2;
    options.unresolved = true;
    gm_mention mention = mention_of(MISSING, "x");
    mention.is_resolved = false;
    const gm_document doc = {"a.txt", &mention, 1};
    FILE *stream = tmpfile();
    for (size_t i = 0; i < FORMAT_COUNT; i++) {
        gm_writer *writer = NULL;
        if (!shows_candidates(FORMATS[i]))
            continue;
        assert_int_equal(
            gm_writer_create(FORMATS[i], stream, NULL, &options, &writer, NULL),
            GM_OK);
        assert_int_equal(gm_writer_add(writer, &doc, NULL), GM_ERR_DAMAGED);
        gm_writer_free(writer);
    }
    fclose(stream);
}

static void out_of_memory_is_told_wherever_it_happens(void **state)
{
    (void)state;
    for (size_t i = 0; i < FORMAT_COUNT; i++) {
        gm_status status = GM_ERR_MEMORY;
        long allocations = 0;
        for (; status && allocations < 1000; allocations++) {
            FILE *stream = tmpfile();
            gm_error err = {0};
            gmi_memory_fail_after(allocations);
            status = write_many(FORMATS[i], stream, &err);
            gmi_memory_fail_after(-1);
            assert_true(status == GM_OK || status == GM_ERR_MEMORY);
            assert_int_equal(err.status, status);
            fclose(stream);
        }
        assert_int_equal(status, GM_OK);
        assert_true(allocations > 2);
    }
}

static void writing_does_not_allocate_for_each_mention(void **state)
{
    (void)state;
    enum { MENTIONS = 2000 };
    gm_mention mention = mention_of(TOKYO, "東京");
    const gm_document doc = {"a.txt", &mention, 1};
    for (size_t i = 0; i < FORMAT_COUNT; i++) {
        FILE *stream = tmpfile();
        gm_writer *writer = NULL;
        assert_int_equal(
            gm_writer_create(FORMATS[i], stream, NULL, NULL, &writer, NULL),
            GM_OK);
        for (int k = 0; k < MENTIONS; k++)
            assert_int_equal(gm_writer_add(writer, &doc, NULL), GM_OK);
        gmi_memory_fail_after(0);
        for (int k = 0; k < MENTIONS; k++)
            assert_int_equal(gm_writer_add(writer, &doc, NULL), GM_OK);
        gmi_memory_fail_after(-1);
        assert_int_equal(gm_writer_finish(writer, NULL), GM_OK);
        gm_writer_free(writer);
        fclose(stream);
    }
}

static void no_writer_can_be_freed(void **state)
{
    (void)state;
    gm_writer_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(formats_are_listed_and_described),
        cmocka_unit_test(an_unknown_format_is_refused),
        cmocka_unit_test(a_bad_option_is_refused_by_every_format),
        cmocka_unit_test(mentions_are_chosen_by_the_options),
        cmocka_unit_test(a_full_disk_is_told),
        cmocka_unit_test(a_full_disk_is_told_of_one_short_line),
        cmocka_unit_test(a_reader_that_left_is_told),
        cmocka_unit_test(nothing_is_added_after_a_failure),
        cmocka_unit_test(a_candidate_that_is_not_there_is_an_error),
        cmocka_unit_test(out_of_memory_is_told_wherever_it_happens),
        cmocka_unit_test(writing_does_not_allocate_for_each_mention),
        cmocka_unit_test(no_writer_can_be_freed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
