/* SPDX-License-Identifier: MIT */
/* src/evaluate/error.c and error_write.c: what went wrong, and where. */
#include "evaluate/error.h"

#include "base/memory.h"
#include "evaluate/eval.h"
#include "sample.h"
#include "world.h"

#include <jansson.h>

static gm_gazetteer *gazetteer;
static gm_error err;

static int setup(void **state)
{
    if (scratch_setup(state))
        return -1;
    gazetteer = world_open();
    return 0;
}

static int teardown(void **state)
{
    gm_gazetteer_close(gazetteer);
    return scratch_teardown(state);
}

static gm_eval *read_sample(bool is_given)
{
    gm_eval_options options;
    gm_eval *eval;
    gm_eval_options_init(&options);
    options.gold_mentions = is_given;
    if (gm_eval_create(&options, &eval, &err) ||
        gm_eval_read_gold(eval, scratch_text("g", SAMPLE_GOLD), &err) ||
        gm_eval_read_predictions(eval, scratch_text("f", SAMPLE_FOUND), &err))
        fail_msg("%s", err.message);
    return eval;
}

static char *write_errors(const gm_eval *eval, const char *format)
{
    char *text = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&text, &size);
    assert_non_null(stream);
    if (gm_eval_write_errors(eval, gazetteer, format, stream, &err))
        fail_msg("%s", err.message);
    fclose(stream);
    return text;
}

/* Kinds and starts in the order of the text. */
static void assert_kinds(const gm_eval *eval, size_t index,
                         const char *expected)
{
    struct gmi_matcher matcher = {0};
    struct gmi_mention_errors errors = {0};
    char text[400] = "";
    assert_int_equal(gmi_errors_find(&matcher, &eval->corpus.samples[index],
                                     &eval->options, &errors, &err),
                     GM_OK);
    for (size_t i = 0; i < errors.count; i++) {
        const struct gmi_mention_error *error = &errors.items[i];
        const struct gmi_span *at = error->gold ? error->gold : error->found;
        char line[40];
        snprintf(line, sizeof line, "%s %u, ", gmi_error_kind_name(error->kind),
                 (unsigned)at->start);
        strcat(text, line);
    }
    assert_string_equal(text, expected);
    gmi_release(errors.items);
    gmi_matcher_release(&matcher);
}

static void errors_are_told_apart(void **state)
{
    (void)state;
    gm_eval *eval = read_sample(false);
    assert_kinds(eval, 0,
                 "misplaced 14, missed 39, extent 59, misplaced 84, "
                 "unresolved 93, ");
    assert_kinds(eval, 1, "misplaced 6, ");
    gm_eval_free(eval);
}

static void given_spans_are_unresolved_or_misplaced(void **state)
{
    (void)state;
    gm_eval *eval = read_sample(true);
    assert_kinds(eval, 0,
                 "misplaced 14, unresolved 39, unresolved 59, "
                 "misplaced 84, unresolved 93, ");
    gm_eval_free(eval);
}

static void what_is_found_beside_the_gold_is_false(void **state)
{
    (void)state;
    gm_eval *eval = NULL;
    assert_int_equal(gm_eval_create(NULL, &eval, &err), GM_OK);
    assert_int_equal(
        gm_eval_read_gold(
            eval,
            scratch_text("g", "{\"id\":1,\"text\":\"Foo\\nBar\",\"toponyms\":"
                              "[]}"),
            &err),
        GM_OK);
    assert_int_equal(
        gm_eval_read_predictions(
            eval,
            scratch_text("f", "{\"id\":1,\"mentions\":[{\"start\":4,"
                              "\"end\":7},{\"start\":0,\"end\":3}]}"),
            &err),
        GM_OK);
    assert_kinds(eval, 0, "false 0, false 4, ");
    char *text = write_errors(eval, "text");
    assert_non_null(strstr(text, "false      1:4-7  \"Bar\"\n"
                                 "    Foo [[Bar]]\n"));
    free(text);
    gm_eval_free(eval);
}

static void text_says_what_was_chosen_and_what_was_near(void **state)
{
    (void)state;
    gm_eval *eval = read_sample(false);
    char *text = write_errors(eval, "text");
    static const char *const parts[] = {
        "misplaced  a:14-19  \"Paris\" (Metonymic) 7783.3 km off; ",
        "; geonames:4717560, literal, confidence 0.40; nearest of the name: ",
        "; nearest of the name: Paris (geonames:2988507) at 0.4 km\n",
        "    In Tromsø and [[Paris]], and then Paris in Texas, a Texan",
        "missed     a:39-44  \"Texas\" (Literal); nearest of the name: Texas",
        "extent     a:59-66  \"Üsküdar\" (class P) found as \"Üsküdar near",
        "found as \"Üsküdar near\", embedded, confidence 0.20\n",
        "unresolved a:93-98  \"Quito\" (Homonym), literal",
    };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (!strstr(text, parts[i]))
            fail_msg("no '%s' in:\n%s", parts[i], text);
    free(text);
    gm_eval_free(eval);
}

static void json_lines_say_the_same(void **state)
{
    (void)state;
    gm_eval *eval = read_sample(false);
    char *text = write_errors(eval, "jsonl");
    size_t count = 0;
    for (char *line = text, *end; (end = strchr(line, '\n')); line = end + 1) {
        json_t *object = json_loadb(line, (size_t)(end - line), 0, NULL);
        assert_true(json_is_object(object));
        assert_int_equal(json_array_size(json_object_get(object, "context")),
                         3);
        if (count++ == 0) {
            const json_t *found = json_object_get(object, "found");
            assert_string_equal(
                json_string_value(json_object_get(object, "error")),
                "misplaced");
            assert_int_equal(
                json_integer_value(json_object_get(found, "start")), 16);
            assert_string_equal(
                json_string_value(json_object_get(found, "mention")), "PARIS");
            assert_null(json_object_get(found, "name")); /* was not told */
        }
        json_decref(object);
    }
    assert_int_equal(count, 6);
    free(text);
    gm_eval_free(eval);
}

static void context_is_cut_between_characters(void **state)
{
    (void)state;
    gm_document *doc;
    char text[600] = "";
    for (int i = 0; i < 100; i++)
        strcat(text, i % 10 ? "é" : "\n");
    struct gmi_context_text context = {.before = {0}};
    assert_int_equal(gm_document_create(&doc, &err), GM_OK);
    assert_int_equal(gm_document_set_text(doc, "d", text, strlen(text), &err),
                     GM_OK);
    const struct gmi_span span = {.start = 70, .end = 71};
    gmi_context_around(doc, &span, &context);
    assert_int_equal(context.before.length, 60 * 2 - 6);
    assert_string_equal(context.mention.data, " ");
    assert_int_equal(context.behind.length, 29 * 2 - 2);
    const struct gmi_span beyond = {.start = 900, .end = UINT32_MAX};
    gmi_context_around(doc, &beyond, &context);
    assert_string_equal(context.mention.data, "");
    gmi_context_release(&context);
    gm_document_free(doc);
}

static void nearest_of_the_name_is_by_distance(void **state)
{
    (void)state;
    gm_place place;
    double km;
    struct gmi_span gold = {.phrase = "Paris", .point = {-95, 33}};
    assert_true(gmi_nearest_of_name(gazetteer, &gold, &place, &km));
    assert_string_equal(place.id, "geonames:4717560");
    assert_in_range(km, 80, 100);
    gold.point = (struct gmi_point){2, 49};
    assert_true(gmi_nearest_of_name(gazetteer, &gold, &place, &km));
    assert_string_equal(place.id, "geonames:2988507");
    gold.phrase = "Nowhere";
    assert_false(gmi_nearest_of_name(gazetteer, &gold, &place, &km));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(errors_are_told_apart),
        cmocka_unit_test(given_spans_are_unresolved_or_misplaced),
        cmocka_unit_test(what_is_found_beside_the_gold_is_false),
        cmocka_unit_test(text_says_what_was_chosen_and_what_was_near),
        cmocka_unit_test(json_lines_say_the_same),
        cmocka_unit_test(context_is_cut_between_characters),
        cmocka_unit_test(nearest_of_the_name_is_by_distance),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
