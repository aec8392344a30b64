/* SPDX-License-Identifier: MIT */
/* src/evaluate/gold.c and label.c: reading annotated documents. */
#include "evaluate/corpus.h"

#include "sample.h"

#include <math.h>

static struct gmi_corpus corpus;
static gm_error err;

static int setup(void **state)
{
    (void)state;
    return gmi_corpus_init(&corpus, NULL) ? -1 : 0;
}

static int teardown(void **state)
{
    (void)state;
    gmi_corpus_release(&corpus);
    return 0;
}

static gm_status read_text(const char *text, const char *split,
                           const struct gmi_ids *ids)
{
    const struct gmi_choice choice = {split, ids};
    return gmi_corpus_read_gold(&corpus, scratch_text("g.jsonl", text), &choice,
                                &err);
}

static void assert_read(const char *text)
{
    if (read_text(text, NULL, NULL))
        fail_msg("%s", err.message);
}

static void assert_refused(const char *text, const char *cause)
{
    assert_int_not_equal(read_text(text, NULL, NULL), GM_OK);
    if (!strstr(err.message, cause) || !strstr(err.message, "', line 1"))
        fail_msg("'%s' for %s", err.message, text);
}

static const struct gmi_span *span(size_t document, size_t index)
{
    assert_in_range(document, 0, corpus.count - 1);
    assert_in_range(index, 0, corpus.samples[document].gold.count - 1);
    return &corpus.samples[document].gold.items[index];
}

static void documents_and_their_toponyms_are_read(void **state)
{
    (void)state;
    assert_read(SAMPLE_GOLD);
    assert_int_equal(corpus.count, 2);
    assert_string_equal(corpus.samples[0].id, "a");
    assert_string_equal(corpus.samples[1].id, "7");
    assert_int_equal(corpus.samples[0].gold.count, 9);
    assert_string_equal(span(0, 0)->phrase, "Tromsø");
    assert_string_equal(span(0, 0)->key, "tromsø");
    assert_int_equal(span(0, 0)->geonameid, 3133895);
    assert_true(span(0, 0)->has_point);
    assert_true(span(0, 0)->point.latitude == 69.65);
    assert_true(span(0, 0)->point.longitude == 18.96);
    /* without a phrase it is what stands in the text */
    assert_string_equal(span(0, 1)->phrase, "Paris");
    assert_int_equal(span(0, 2)->geonameid, 0);
    assert_int_equal(span(0, 3)->geonameid, 4736286);
    assert_false(span(0, 6)->has_point);
    assert_true(isnan(corpus.samples[0].bias.near_longitude));
}

static void labels_tell_use_and_demonyms(void **state)
{
    (void)state;
    assert_read(SAMPLE_GOLD);
    assert_int_equal(span(0, 0)->use, GM_USE_LITERAL);
    assert_int_equal(span(0, 1)->use, GM_USE_METONYMIC);
    assert_int_equal(span(0, 4)->use, GM_USE_ADJECTIVAL);
    assert_true(span(0, 4)->is_labelled && span(0, 4)->is_demonym);
    assert_true(span(0, 0)->is_labelled && !span(0, 0)->is_demonym);
    assert_false(span(0, 5)->is_labelled);
    assert_int_equal(span(0, 5)->use, -1);
    assert_int_equal(span(0, 7)->use, GM_USE_METONYMIC);
    assert_int_equal(span(0, 8)->use, -1); /* a homonym has no use */
    assert_string_equal(span(0, 5)->kind, "class P");
    assert_string_equal(span(0, 6)->kind, "-");
    assert_string_equal(span(0, 8)->kind, "Homonym");
}

static void modifier_and_use_are_labels_too(void **state)
{
    (void)state;
    assert_read("{\"id\":1,\"text\":\"abcdef\",\"toponyms\":["
                "{\"start\":0,\"end\":1,\"modifier\":\"Adjective\","
                "\"type\":\"Mixed\"},"
                "{\"start\":1,\"end\":2,\"modifier\":\"Noun\"},"
                "{\"start\":2,\"end\":3,\"modifier\":\"\",\"type\":\"\"},"
                "{\"start\":3,\"end\":4,\"use\":\"embedded\","
                "\"type\":\"Literal\"},"
                "{\"start\":4,\"end\":5,\"type\":\"metonymic\"},"
                "{\"start\":5,\"end\":6,\"type\":\"CITY\"}]}");
    assert_true(span(0, 0)->is_demonym);
    assert_true(span(0, 1)->is_labelled && !span(0, 1)->is_demonym);
    assert_false(span(0, 2)->is_labelled);
    assert_string_equal(span(0, 2)->kind, "-");
    assert_int_equal(span(0, 3)->use, GM_USE_EMBEDDED);
    assert_int_equal(span(0, 4)->use, GM_USE_METONYMIC);
    assert_false(span(0, 4)->is_labelled);
    assert_string_equal(span(0, 5)->kind, "CITY");
}

static void geonameid_may_be_number_or_text(void **state)
{
    (void)state;
    assert_read("{\"id\":1,\"text\":\"abcd\",\"toponyms\":["
                "{\"start\":0,\"end\":1,\"geonameid\":7.0},"
                "{\"start\":1,\"end\":2,\"geonameid\":\"\","
                "\"place\":\"geonames:8\"},"
                "{\"start\":2,\"end\":3,\"geonameid\":1e300},"
                "{\"start\":3,\"end\":4,\"place\":\"census:8\"}]}");
    assert_int_equal(span(0, 0)->geonameid, 7);
    assert_int_equal(span(0, 1)->geonameid, 8);
    assert_int_equal(span(0, 2)->geonameid, 0);
    assert_int_equal(span(0, 3)->geonameid, 0);
}

static void split_and_ids_choose_documents(void **state)
{
    (void)state;
    struct gmi_ids ids = {0};
    assert_true(gmi_ids_add(&ids, "7"));
    assert_int_equal(read_text(SAMPLE_GOLD, "dev", NULL), GM_OK);
    assert_int_equal(corpus.count, 1);
    assert_string_equal(corpus.samples[0].id, "a");
    assert_int_equal(read_text(SAMPLE_GOLD, NULL, &ids), GM_OK);
    assert_int_equal(corpus.count, 2);
    assert_string_equal(corpus.samples[1].id, "7");
    assert_int_equal(read_text(SAMPLE_GOLD, "dev", &ids), GM_OK);
    assert_int_equal(read_text(SAMPLE_GOLD, "test", NULL), GM_OK);
    assert_int_equal(corpus.count, 2);
    gmi_ids_release(&ids);
}

static void home_of_the_text_is_read(void **state)
{
    (void)state;
    assert_read("{\"id\":1,\"text\":\"a\",\"country\":\"am\",\"toponyms\":[]}\n"
                "{\"id\":2,\"text\":\"a\",\"country\":[\"AM\",\"AZ\"],"
                "\"near\":[44.5,40,50],\"toponyms\":[]}");
    assert_string_equal(corpus.samples[0].bias.countries[0], "AM");
    assert_int_equal(corpus.samples[1].bias.country_count, 2);
    assert_true(corpus.samples[1].bias.near_latitude == 40);
    assert_true(corpus.samples[1].bias.near_km == 50);
}

static void document_without_an_id_has_that_of_its_line(void **state)
{
    (void)state;
    assert_read("\n{\"text\":\"a\",\"toponyms\":[]}");
    assert_non_null(strstr(corpus.samples[0].id, "g.jsonl:2"));
}

static void flaw_is_told_with_file_and_line(void **state)
{
    (void)state;
    assert_refused("{\"id\":[],\"text\":\"a\",\"toponyms\":[]}",
                   "\"id\" is neither string nor integer");
    assert_refused("{\"id\":1,\"toponyms\":[]}", "no string \"text\"");
    assert_refused("{\"id\":1,\"text\":2,\"toponyms\":[]}", "\"text\"");
    assert_refused("{\"id\":1,\"text\":\"a\"}", "no array \"toponyms\"");
    assert_refused("{\"id\":1,\"text\":\"a\",\"toponyms\":{}}",
                   "no array \"toponyms\"");
    assert_refused("{\"id\":1,\"text\":\"a\",\"toponyms\":[3]}",
                   "without \"start\" and \"end\"");
    assert_refused("{\"id\":1,\"text\":\"a\",\"toponyms\":[{\"start\":0}]}",
                   "without \"start\" and \"end\"");
    assert_refused("{\"id\":1,\"text\":\"a\",\"toponyms\":[{\"start\":-1,"
                   "\"end\":1}]}",
                   "without \"start\" and \"end\"");
    assert_refused("{\"id\":1,\"text\":\"a\",\"toponyms\":[{\"start\":0,"
                   "\"end\":4294967296}]}",
                   "without \"start\" and \"end\"");
    assert_refused("{\"id\":1,\"text\":\"aé\",\"toponyms\":[{\"start\":0,"
                   "\"end\":3}]}",
                   "not in the text");
    assert_refused("{\"id\":1,\"text\":\"a\",\"toponyms\":[{\"start\":1,"
                   "\"end\":1}]}",
                   "not in the text");
    assert_refused("{\"id\":1,\"text\":\"a\",\"country\":\"ARM\","
                   "\"toponyms\":[]}",
                   "'ARM' is no country");
    assert_refused("{\"id\":1,\"text\":\"a\",\"country\":7,"
                   "\"toponyms\":[]}",
                   "\"country\" is no string");
    assert_refused("{\"id\":1,\"text\":\"a\",\"near\":[1],"
                   "\"toponyms\":[]}",
                   "\"near\" is not");
    assert_refused("{\"id\":1,\"text\":\"a\",\"near\":[1,\"b\"],"
                   "\"toponyms\":[]}",
                   "\"near\" is not");
    assert_refused("{\"id\":1,\"text\":\"a\",\"near\":[1,99],"
                   "\"toponyms\":[]}",
                   "1, 99, 0 is no longitude");
}

static void failed_document_does_not_leak(void **state)
{
    (void)state;
    /* the first toponym is in when the second fails */
    assert_refused("{\"id\":1,\"text\":\"abc\",\"toponyms\":["
                   "{\"start\":0,\"end\":1},{\"start\":9,\"end\":10}]}",
                   "not in the text");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(documents_and_their_toponyms_are_read,
                                        setup, teardown),
        cmocka_unit_test_setup_teardown(labels_tell_use_and_demonyms, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(modifier_and_use_are_labels_too, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(geonameid_may_be_number_or_text, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(split_and_ids_choose_documents, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(home_of_the_text_is_read, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(
            document_without_an_id_has_that_of_its_line, setup, teardown),
        cmocka_unit_test_setup_teardown(flaw_is_told_with_file_and_line, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(failed_document_does_not_leak, setup,
                                        teardown),
    };
    return cmocka_run_group_tests(tests, scratch_setup, scratch_teardown);
}
