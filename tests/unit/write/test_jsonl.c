/* SPDX-License-Identifier: MIT */
/* JSON lines. */
#include "fake.h"

#include <jansson.h>

/* The line `index` of a text, as JSON. */
static json_t *line_of(const char *text, size_t index)
{
    while (index--)
        text = strchr(text, '\n') + 1;
    json_error_t error;
    json_t *root =
        json_loadb(text, strcspn(text, "\n"), JSON_REJECT_DUPLICATES, &error);
    if (!root)
        fail_msg("%s: %s", text, error.text);
    return root;
}

static void a_line_has_id_and_mentions_in_the_contracts_order(void **state)
{
    (void)state;
    const gm_mention mention = mention_of(YEREVAN, "Yerevan");
    assert_written(
        "jsonl", NULL, &mention, 1,
        "{\"id\":\"a.txt\",\"mentions\":[{\"start\":4,\"end\":11,"
        "\"mention\":\"Yerevan\",\"use\":\"literal\",\"name\":\"Yerevan\","
        "\"place\":\"geonames:616052\",\"feature\":\"P.PPLC\","
        "\"country\":\"AM\",\"admin1\":\"Yerevan\",\"admin2\":\"\","
        "\"longitude\":44.51361,\"latitude\":40.18111,\"confidence\":0.98,"
        "\"radius_km\":14.25,\"population\":1093485,\"byte_start\":5,"
        "\"byte_end\":12,\"quote\":\"In it.\"}],\"focus\":[]}\n");
}

static void every_document_has_a_line(void **state)
{
    (void)state;
    const gm_mention mention = mention_of(SHUSHA, "Shusha");
    const gm_document docs[] = {
        {"a", NULL, 0}, {"b\"\n", &mention, 1}, {"", NULL, 0}};
    char *text = write_documents("jsonl", NULL, docs, 3);
    json_t *first = line_of(text, 0), *second = line_of(text, 1);
    json_t *third = line_of(text, 2);
    assert_int_equal(json_array_size(json_object_get(first, "mentions")), 0);
    assert_string_equal(json_string_value(json_object_get(second, "id")),
                        "b\"\n");
    assert_int_equal(json_array_size(json_object_get(second, "mentions")), 1);
    assert_string_equal(json_string_value(json_object_get(third, "id")), "");
    json_decref(first);
    json_decref(second);
    json_decref(third);
    free(text);
}

static void title_and_date_are_passed_on(void **state)
{
    (void)state;
    fake_title = "A \"b\"";
    fake_date = "1915";
    assert_written("jsonl", NULL, NULL, 0,
                   "{\"id\":\"a.txt\",\"title\":\"A \\\"b\\\"\","
                   "\"date\":\"1915\",\"mentions\":[],\"focus\":[]}\n");
    fake_title = fake_date = "";
}

static void what_a_document_is_about_stands_behind_its_mentions(void **state)
{
    (void)state;
    static const gm_focus focus[] = {{YEREVAN, 0.66667}, {SHUSHA, 0.25}};
    fake_focus = focus;
    fake_focus_count = 2;
    assert_written(
        "jsonl", NULL, NULL, 0,
        "{\"id\":\"a.txt\",\"mentions\":[],\"focus\":["
        "{\"place\":\"geonames:616052\",\"name\":\"Yerevan\","
        "\"feature\":\"P.PPLC\",\"country\":\"AM\",\"share\":0.667},"
        "{\"place\":\"geonames:586523\",\"name\":\"Şuşa\","
        "\"feature\":\"P.PPL\",\"country\":\"AZ\",\"share\":0.25}]}\n");
    fake_focus_count = 0;
}

static void an_unresolved_mention_has_null_place_and_coordinates(void **state)
{
    (void)state;
    gm_write_options options;
    gm_write_options_init(&options);
    options.unresolved = true;
    const gm_mention mention = unresolved("Foo");
    char *text = write_mentions("jsonl", &options, &mention, 1);
    json_t *root = line_of(text, 0);
    json_t *found = json_array_get(json_object_get(root, "mentions"), 0);
    static const char *const nulls[] = {
        "name",   "place",     "feature",  "country",   "admin1",
        "admin2", "longitude", "latitude", "radius_km", "population"};
    for (size_t i = 0; i < sizeof nulls / sizeof nulls[0]; i++)
        assert_true(json_is_null(json_object_get(found, nulls[i])));
    assert_int_equal(json_integer_value(json_object_get(found, "end")), 11);
    assert_true(json_number_value(json_object_get(found, "confidence")) ==
                0.25);
    json_decref(root);
    free(text);
}

static void candidates_and_reasons_come_when_asked(void **state)
{
    (void)state;
    gm_write_options options;
    gm_write_options_init(&options);
    options.candidates = 5;
    options.explain = true;
    const gm_mention mention = mention_of(YEREVAN, "Yerevan");
    char *text = write_mentions("jsonl", &options, &mention, 1);
    static const char reasons[] =
        "\"reasons\":[{\"feature\":\"lies in a country named nearby\","
        "\"value\":1,\"weight\":0.5},{\"feature\":\"bad \\\"number\\\"\","
        "\"value\":null,\"weight\":-2.25}]";
    char expected[2000];
    snprintf(expected, sizeof expected,
             "\"quote\":\"In it.\",\"candidates\":["
             "{\"id\":\"geonames:616052\",\"name\":\"Yerevan\","
             "\"longitude\":44.51361,\"latitude\":40.18111,"
             "\"probability\":0.91,%s},"
             "{\"id\":\"own:2\",\"name\":\"Nowhere\",\"longitude\":null,"
             "\"latitude\":null,\"probability\":0.09,%s}],%s}],\"focus\":[]}\n",
             reasons, reasons, reasons);
    assert_non_null(strstr(text, expected));
    free(text);
}

static void fields_are_checked_and_do_not_thin_the_line(void **state)
{
    (void)state;
    gm_write_options options;
    gm_write_options_init(&options);
    options.fields = (const char *const[]){"mention"};
    options.field_count = 1;
    const gm_mention mention = mention_of(YEREVAN, "Yerevan");
    char *text = write_mentions("jsonl", &options, &mention, 1);
    assert_non_null(strstr(text, "\"start\":4"));
    free(text);
    options.fields = (const char *const[]){"x"};
    gm_writer *writer = NULL;
    assert_int_equal(
        gm_writer_create("jsonl", stdout, NULL, &options, &writer, NULL),
        GM_ERR_ARGUMENT);
}

static void hostile_text_stays_a_line_of_json(void **state)
{
    (void)state;
    gm_write_options options;
    gm_write_options_init(&options);
    options.candidates = 2;
    gm_mention mention = mention_of(HOSTILE, "\x01\xff\"\\\u2028]}");
    mention.quote = "{\"\n\r\xed\xa0\x80";
    mention.confidence = 0.1234567;
    char *text = write_mentions("jsonl", &options, &mention, 1);
    assert_ptr_equal(strchr(text, '\n'), text + strlen(text) - 1);
    json_t *root = line_of(text, 0);
    json_t *found = json_array_get(json_object_get(root, "mentions"), 0);
    assert_string_equal(json_string_value(json_object_get(found, "mention")),
                        "\x01\xef\xbf\xbd\"\\\u2028]}");
    assert_true(json_is_null(json_object_get(found, "longitude")));
    assert_true(json_is_null(json_object_get(found, "radius_km")));
    assert_true(json_number_value(json_object_get(found, "confidence")) ==
                0.1235);
    json_decref(root);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_has_id_and_mentions_in_the_contracts_order),
        cmocka_unit_test(every_document_has_a_line),
        cmocka_unit_test(title_and_date_are_passed_on),
        cmocka_unit_test(
            what_a_document_is_about_stands_behind_its_mentions),
        cmocka_unit_test(an_unresolved_mention_has_null_place_and_coordinates),
        cmocka_unit_test(candidates_and_reasons_come_when_asked),
        cmocka_unit_test(fields_are_checked_and_do_not_thin_the_line),
        cmocka_unit_test(hostile_text_stays_a_line_of_json),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
