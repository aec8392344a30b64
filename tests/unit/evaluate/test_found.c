/* SPDX-License-Identifier: MIT */
/* src/evaluate/found.c: reading a system's output. */
#include "evaluate/corpus.h"

#include "sample.h"

#include <math.h>

static struct gmi_corpus corpus;
static gm_error err;

static int setup(void **state)
{
    (void)state;
    const struct gmi_choice all = {NULL, NULL};
    return gmi_corpus_init(&corpus, NULL) ||
           gmi_corpus_read_gold(&corpus, scratch_text("g", SAMPLE_GOLD), &all,
                                NULL);
}

static int teardown(void **state)
{
    (void)state;
    gmi_corpus_release(&corpus);
    return 0;
}

static gm_status read_text(const char *text)
{
    return gmi_corpus_read_found(&corpus, scratch_text("f.jsonl", text), &err);
}

static void assert_read(const char *text)
{
    if (read_text(text))
        fail_msg("%s", err.message);
}

static void mentions_go_to_the_document_of_their_id(void **state)
{
    (void)state;
    assert_read(SAMPLE_FOUND);
    const struct gmi_span *items = corpus.samples[0].found.items;
    assert_int_equal(corpus.samples[0].found.count, 8);
    assert_int_equal(corpus.samples[1].found.count, 2);
    assert_true(corpus.samples[0].is_found && corpus.samples[1].is_found);
    assert_string_equal(items[0].name, "Tromsø");
    assert_string_equal(items[0].place, "geonames:3133895");
    assert_int_equal(items[0].geonameid, 3133895);
    assert_int_equal(items[0].use, GM_USE_LITERAL);
    assert_true(items[0].point.latitude == 69.6489);
    assert_true(items[0].confidence == .9 && items[0].recognition == .95);
    assert_string_equal(items[1].key, "paris");
    assert_false(items[4].has_point);
    assert_null(items[4].place);
    assert_int_equal(corpus.samples[1].found.items[0].use, -1);
    assert_true(isnan(corpus.samples[1].found.items[0].recognition));
}

static void unknown_documents_are_counted_once(void **state)
{
    (void)state;
    assert_read("{\"id\":\"x\",\"mentions\":[{\"start\":0,\"end\":1}]}\n"
                "{\"id\":\"x\",\"mentions\":[]}\n{\"id\":8,\"mentions\":[]}");
    assert_int_equal(corpus.unknown.count, 2);
    assert_false(corpus.samples[0].is_found);
}

static void documents_left_out_are_not_unknown(void **state)
{
    (void)state;
    struct gmi_corpus part;
    const struct gmi_choice dev = {"dev", NULL};
    assert_int_equal(gmi_corpus_init(&part, NULL), GM_OK);
    assert_int_equal(
        gmi_corpus_read_gold(&part, scratch_text("g", SAMPLE_GOLD), &dev, &err),
        GM_OK);
    assert_int_equal(
        gmi_corpus_read_found(&part, scratch_text("f", SAMPLE_FOUND), &err),
        GM_OK);
    assert_int_equal(part.count, 1);
    assert_int_equal(part.unknown.count, 1); /* "none" */
    gmi_corpus_release(&part);
}

static void document_may_come_in_parts(void **state)
{
    (void)state;
    assert_read("{\"id\":7,\"mentions\":[{\"start\":0,\"end\":4}]}\n"
                "{\"id\":\"7\",\"mentions\":[{\"start\":6,\"end\":10}]}");
    assert_int_equal(corpus.samples[1].found.count, 2);
    assert_string_equal(corpus.samples[1].found.items[1].phrase, "Lima");
}

static void documents_of_one_id_get_the_same_mentions(void **state)
{
    (void)state;
    const struct gmi_choice all = {NULL, NULL};
    assert_int_equal(gmi_corpus_read_gold(
                         &corpus, scratch_text("g", SAMPLE_GOLD), &all, &err),
                     GM_OK);
    assert_read(SAMPLE_FOUND);
    assert_int_equal(corpus.samples[0].found.count, 8);
    assert_int_equal(corpus.samples[2].found.count, 8);
}

static void spans_that_do_not_hold_their_phrase_are_counted(void **state)
{
    (void)state;
    assert_read("{\"id\":7,\"mentions\":["
                "{\"start\":0,\"end\":4,\"mention\":\"LIMA\"},"
                "{\"start\":1,\"end\":5,\"mention\":\"Lima\"},"
                "{\"start\":1,\"end\":5,\"phrase\":null},"
                "{\"start\":900,\"end\":4294967295,\"phrase\":\"Lima\"},"
                "{\"start\":900,\"end\":901},"
                "{\"start\":4,\"end\":0}]}");
    assert_int_equal(corpus.odd, 2);
    assert_int_equal(corpus.samples[1].found.count, 6);
    assert_string_equal(corpus.samples[1].found.items[4].phrase, "");
}

static void flaw_is_told_with_file_and_line(void **state)
{
    (void)state;
    static const struct {
        const char *text, *cause;
    } rows[] = {
        {"{\"mentions\":[]}", "no \"id\""},
        {"{\"id\":7}", "no array \"mentions\""},
        {"{\"id\":7,\"mentions\":7}", "no array \"mentions\""},
        {"{\"id\":7,\"mentions\":[7]}", "without \"start\" and \"end\""},
        {"{\"id\":7,\"mentions\":[{\"start\":\"0\",\"end\":1}]}",
         "without \"start\" and \"end\""},
        {"{\"id\":7,", "truncated JSON"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(read_text(rows[i].text), GM_ERR_SYNTAX);
        if (!strstr(err.message, rows[i].cause) ||
            !strstr(err.message, "f.jsonl', line 1"))
            fail_msg("'%s' for %s", err.message, rows[i].text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(mentions_go_to_the_document_of_their_id,
                                        setup, teardown),
        cmocka_unit_test_setup_teardown(unknown_documents_are_counted_once,
                                        setup, teardown),
        cmocka_unit_test_setup_teardown(documents_left_out_are_not_unknown,
                                        setup, teardown),
        cmocka_unit_test_setup_teardown(document_may_come_in_parts, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(
            documents_of_one_id_get_the_same_mentions, setup, teardown),
        cmocka_unit_test_setup_teardown(
            spans_that_do_not_hold_their_phrase_are_counted, setup, teardown),
        cmocka_unit_test_setup_teardown(flaw_is_told_with_file_and_line, setup,
                                        teardown),
    };
    return cmocka_run_group_tests(tests, scratch_setup, scratch_teardown);
}
