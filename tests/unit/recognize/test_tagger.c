/* SPDX-License-Identifier: MIT */
#include "fixture.h"

#include "base/memory.h"
#include "recognize/tagger_segment.h"

static void what_was_learned_is_found(void **state)
{
    (void)state;
    gm_document *doc = document_of(
        "She lives in Alliance and said nothing. The French went to Paris.");
    assert_string_equal(mentions_of(doc), "Alliance | French | Paris");
    assert_int_equal(gm_document_mention_at(doc, 1)->use, GM_USE_ADJECTIVAL);
    assert_int_equal(gm_document_mention_at(doc, 0)->use, GM_USE_LITERAL);
    gm_document_free(doc);
}

static void texts_without_capitals_are_read_too(void **state)
{
    (void)state;
    gm_document *doc = document_of(
        "she lives in alliance and said nothing. the french went to paris.");
    assert_string_equal(mentions_of(doc), "alliance | french | paris");
    gm_document_free(doc);
    doc = document_of("SHE LIVES IN ALLIANCE AND SAID NOTHING.");
    assert_string_equal(mentions_of(doc), "ALLIANCE");
    gm_document_free(doc);
}

static void an_empty_text_has_no_mention(void **state)
{
    (void)state;
    static const char *const texts[] = {"", " \n", "...", "and", "12 34"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        gm_document *doc = document_of(texts[i]);
        assert_string_equal(mentions_of(doc), "");
        gm_document_free(doc);
    }
}

static void a_long_text_is_read_to_its_end(void **state)
{
    (void)state;
    static const char sentence[] = "He lives in Paris and said nothing. ";
    const size_t size = sizeof sentence - 1, times = 9000;
    char *text = malloc(size * times + 1);
    assert_non_null(text);
    for (size_t i = 0; i < times; i++)
        memcpy(text + i * size, sentence, size + 1);
    gm_document *doc = document_of(text);
    const struct gmi_recognizer recognizer = {world, &lexicon, &tagger};
    assert_int_equal(gmi_tagger_recognize(&recognizer, doc, NULL), GM_OK);
    assert_int_equal(gm_document_mention_count(doc), times);
    for (size_t i = 0; i < times; i++)
        assert_int_equal(gm_document_mention_at(doc, i)->byte_start,
                         i * size + 12);
    gm_document_free(doc);
    free(text);
}

static void given_mentions_get_a_use_and_nothing_is_added(void **state)
{
    (void)state;
    gm_document *doc = document_of(
        "He lives in Alliance and said nothing. The French went to Paris "
        "again.");
    assert_int_equal(gm_document_add_mention(doc, 58, 63, NULL), GM_OK);
    assert_int_equal(gm_document_add_mention(doc, 12, 20, NULL), GM_OK);
    const struct gmi_recognizer recognizer = {world, &lexicon, &tagger};
    assert_int_equal(gmi_tagger_judge(&recognizer, doc, NULL), GM_OK);
    assert_int_equal(gm_document_mention_count(doc), 2);
    assert_int_equal(gm_document_mention_at(doc, 0)->use, GM_USE_LITERAL);
    assert_int_equal(gm_document_mention_at(doc, 1)->use, GM_USE_METONYMIC);
    gm_document_free(doc);
}

static void a_full_stop_belongs_to_an_abbreviation(void **state)
{
    (void)state;
    gm_document *doc = document_of("In Ohi. and Paris. Fifth Ave. and O.");
    const struct gmi_cues cues = cues_of(doc, false);
    assert_int_equal(gmi_segment_end(&cues, doc, 1), 7);
    assert_int_equal(gmi_segment_end(&cues, doc, 3), 17);
    assert_int_equal(gmi_segment_end(&cues, doc, 5), 29);
    gm_document_free(doc);
}

static void a_full_stop_belongs_to_it_without_capitals_too(void **state)
{
    (void)state;
    gm_document *doc = document_of("in ohi. and paris. fifth ave. and o.");
    const struct gmi_cues cues = cues_of(doc, true);
    assert_int_equal(gmi_segment_end(&cues, doc, 1), 7);
    assert_int_equal(gmi_segment_end(&cues, doc, 3), 17);
    assert_int_equal(gmi_segment_end(&cues, doc, 5), 29);
    gm_document_free(doc);
    doc = document_of("IN OHI. AND PARIS. FIFTH AVE. AND O.");
    const struct gmi_cues large = cues_of(doc, true);
    assert_int_equal(gmi_segment_end(&large, doc, 1), 7);
    assert_int_equal(gmi_segment_end(&large, doc, 3), 17);
    assert_int_equal(gmi_segment_end(&large, doc, 5), 29);
    gm_document_free(doc);
}

static void segments_are_runs_around_capitals(void **state)
{
    (void)state;
    gm_document *doc =
        document_of("it was Paris that he left then and\n\nOhio");
    const struct gmi_cues cues = cues_of(doc, false);
    struct gmi_segment segment = {0, 0};
    assert_true(gmi_segment_next(&cues, &segment));
    assert_int_equal(segment.first, 1);
    assert_int_equal(segment.count, 3);
    assert_true(gmi_segment_next(&cues, &segment));
    assert_int_equal(segment.first, 7); /* "and", another paragraph's */
    assert_int_equal(segment.count, 1);
    assert_true(gmi_segment_next(&cues, &segment));
    assert_int_equal(segment.first, 8);
    assert_false(gmi_segment_next(&cues, &segment));
    gm_document_free(doc);
}

static void out_of_memory_is_told(void **state)
{
    (void)state;
    const struct gmi_recognizer recognizer = {world, &lexicon, &tagger};
    gm_status status = GM_ERR_MEMORY;
    size_t failures = 0;
    for (long n = 0; status; n++) {
        gm_document *doc = document_of("He lives in Paris and said nothing.");
        gmi_memory_fail_after(n);
        status = gmi_tagger_recognize(&recognizer, doc, NULL);
        gmi_memory_fail_after(-1);
        assert_true(status == GM_OK || status == GM_ERR_MEMORY);
        failures += status != GM_OK;
        gm_document_free(doc);
    }
    assert_true(failures > 0);
}

/* ---- The file ---------------------------------------------------------- */

static gm_status open_bytes(const void *data, size_t length, gm_error *err)
{
    struct gmi_tagger other;
    const gm_status status =
        gmi_tagger_open(put_bytes("other.gmm", data, length), &other, err);
    if (!status) {
        struct gmi_tagger whole = tagger;
        tagger = other;
        gm_document *doc = document_of("He lives in Paris. The French OHIO.");
        mentions_of(doc);
        gm_document_free(doc);
        tagger = whole;
        gmi_tagger_release(&other);
    }
    return status;
}

static void a_damaged_file_is_refused_or_harmless(void **state)
{
    (void)state;
    size_t length;
    gm_error err;
    char *data = read_whole(tagger_path, &length);
    assert_int_equal(open_bytes(data, length / 2, &err), GM_ERR_DAMAGED);
    assert_int_equal(open_bytes(data, 10, &err), GM_ERR_DAMAGED);
    for (size_t at = 0; at < length; at += length / 199 + 1) {
        const char whole = data[at];
        data[at] = (char)(whole ^ 0x5a);
        open_bytes(data, length, &err);
        data[at] = whole;
    }
    assert_int_equal(open_bytes(data, length, &err), GM_OK);
    free(data);
}

static void features_of_another_version_are_refused(void **state)
{
    (void)state;
    size_t length;
    gm_error err;
    char *data = read_whole(tagger_path, &length);
    for (size_t i = 0; i < tagger.container.section_count; i++)
        if (tagger.container.sections[i].tag == GMI_TAGGER_HEAD)
            data[tagger.container.sections[i].offset] ^= 0x40;
    assert_int_equal(open_bytes(data, length, &err), GM_ERR_VERSION);
    free(data);
}

static void a_missing_file_is_not_found(void **state)
{
    (void)state;
    struct gmi_tagger other;
    assert_int_equal(gmi_tagger_open(in_folder("none"), &other, NULL),
                     GM_ERR_NOT_FOUND);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_learned_is_found),
        cmocka_unit_test(texts_without_capitals_are_read_too),
        cmocka_unit_test(an_empty_text_has_no_mention),
        cmocka_unit_test(a_long_text_is_read_to_its_end),
        cmocka_unit_test(given_mentions_get_a_use_and_nothing_is_added),
        cmocka_unit_test(a_full_stop_belongs_to_an_abbreviation),
        cmocka_unit_test(a_full_stop_belongs_to_it_without_capitals_too),
        cmocka_unit_test(segments_are_runs_around_capitals),
        cmocka_unit_test(out_of_memory_is_told),
        cmocka_unit_test(a_damaged_file_is_refused_or_harmless),
        cmocka_unit_test(features_of_another_version_are_refused),
        cmocka_unit_test(a_missing_file_is_not_found),
    };
    return cmocka_run_group_tests(tests, make_tagger, drop_tagger);
}
