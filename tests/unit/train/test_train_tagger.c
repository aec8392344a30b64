/* SPDX-License-Identifier: MIT */
#include "../recognize/fixture.h"

#include "train/annotated.h"
#include "train/train_tagger_try.h"
#include "train/vocabulary_table.h"

#include "base/memory.h"

static void the_same_seed_gives_the_same_file(void **state)
{
    (void)state;
    size_t one_length, other_length;
    char *one = read_whole(tagger_path, &one_length);
    assert_ok(train(in_folder("again.gmm"), 1, &error_));
    char *other = read_whole(in_folder("again.gmm"), &other_length);
    assert_int_equal(one_length, other_length);
    assert_memory_equal(one, other, one_length);
    free(other);
    assert_ok(train(in_folder("else.gmm"), 2, &error_));
    other = read_whole(in_folder("else.gmm"), &other_length);
    assert_true(one_length != other_length ||
                memcmp(one, other, one_length) != 0);
    free(one);
    free(other);
}

static void a_word_table_is_read_and_its_mistakes_told(void **state)
{
    (void)state;
    struct gmi_vocabulary_entry *entries;
    struct gmi_vocabulary vocabulary;
    gm_error err;
    const char *path = put("w.tsv", "# comment\nthe\t0\t1\t2\t7\n"
                                    ",\t0\t0\t0\t0\nparis\t3\t4\t5\t1\n"
                                    "Paris\t9\t9\t9\t11\n");
    assert_int_equal(gmi_vocabulary_read(path, &entries,
                                         &vocabulary.entry_count, &err),
                     GM_ERR_SYNTAX);
    assert_int_equal(err.line, 5);
    path = put("w.tsv", "the\t63\t255\t1023\t10\nparis\t3\t4\t5\t1\n"
                        "PARIS\t9\t9\t9\t2\n");
    assert_ok(gmi_vocabulary_read(path, &entries, &vocabulary.entry_count,
                                  &error_));
    vocabulary.entries = entries;
    gm_document *doc = document_of("Paris the none");
    const struct gmi_vocabulary_facts paris =
        gmi_vocabulary_find(&vocabulary, doc->words.items[0].hash);
    assert_int_equal(paris.cluster_64, 4);
    assert_int_equal(paris.cluster_256, 5);
    assert_int_equal(paris.cluster_1024, 6);
    assert_int_equal(paris.small, 1);
    assert_int_equal(paris.rank, 1);
    const struct gmi_vocabulary_facts the =
        gmi_vocabulary_find(&vocabulary, doc->words.items[1].hash);
    assert_int_equal(the.cluster_64, 64);
    assert_int_equal(the.cluster_256, 256);
    assert_int_equal(the.cluster_1024, 1024);
    assert_int_equal(the.small, 10);
    assert_int_equal(
        gmi_vocabulary_find(&vocabulary, doc->words.items[2].hash)
            .cluster_64, 0);
    gm_document_free(doc);
    gmi_release(entries);
}

static void annotations_are_read_with_their_uses(void **state)
{
    (void)state;
    struct gmi_annotated corpus = {0};
    const char *path = put(
        "a.jsonl",
        "{\"id\":\"x\",\"corpus\":\"c\",\"split\":\"dev\",\"text\":\"Zürich "
        "and Turkish Airlines\",\"toponyms\":[{\"start\":0,\"end\":6,"
        "\"type\":\"Mixed\",\"modifier\":null},{\"start\":11,\"end\":18,"
        "\"type\":\"Embedded_Non_Lit\",\"modifier\":\"Adjective\"}]}\n");
    assert_ok(gmi_annotated_read(&corpus, path, false, &error_));
    assert_int_equal(corpus.count, 1);
    const struct gmi_annotated_document *item = &corpus.items[0];
    assert_string_equal(item->split, "dev");
    assert_int_equal(item->gold_count, 2);
    assert_int_equal(item->golds[0].end, 7); /* bytes */
    assert_int_equal(item->golds[0].use, GMI_GOLD_METONYMIC);
    assert_int_equal(item->golds[1].use, GMI_GOLD_EMBEDDED);
    assert_true(item->golds[1].is_adjective);
    gmi_annotated_release(&corpus);
}

static void a_bad_line_is_told_with_its_number(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "{\"text\":", "{\"id\":\"a\"}", "[1]",
        "{\"text\":\"a\",\"toponyms\":[{\"start\":3,\"end\":1}]}"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        char text[200];
        struct gmi_annotated corpus = {0};
        gm_error err;
        snprintf(text, sizeof text, "{\"text\":\"ok\"}\n%s\n", lines[i]);
        assert_int_equal(
            gmi_annotated_read(&corpus, put("b.jsonl", text), false, &err),
            GM_ERR_SYNTAX);
        assert_int_equal(err.line, 2);
        assert_non_null(strstr(err.message, "b.jsonl:2: "));
        gmi_annotated_release(&corpus);
    }
}

static void calibration_makes_claims_true(void **state)
{
    (void)state;
    /* All claim .9, and half are right. */
    struct gmi_tried tried[400];
    for (size_t i = 0; i < 400; i++)
        tried[i] = (struct gmi_tried){0.9, GMI_TAG_PLACE, i % 2 == 0};
    const struct gmi_trial trial = {.items = tried, .count = 400};
    struct gmi_calibration plain[GMI_TAG_KINDS], good[GMI_TAG_KINDS];
    for (unsigned kind = 0; kind < GMI_TAG_KINDS; kind++) {
        plain[kind] = (struct gmi_calibration){1, 0};
        good[kind] = gmi_trial_calibrate(&trial, (enum gmi_tag_kind)kind);
    }
    assert_true(fabs(gmi_trial_error(&trial, plain) - 0.4) < 1e-6);
    assert_true(gmi_trial_error(&trial, good) < 0.02);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_seed_gives_the_same_file),
        cmocka_unit_test(a_word_table_is_read_and_its_mistakes_told),
        cmocka_unit_test(annotations_are_read_with_their_uses),
        cmocka_unit_test(a_bad_line_is_told_with_its_number),
        cmocka_unit_test(calibration_makes_claims_true),
    };
    return cmocka_run_group_tests(tests, make_tagger, drop_tagger);
}
