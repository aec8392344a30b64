/* SPDX-License-Identifier: MIT */
/* The fields of a mention. */
#include "write/field.h"

#include "fake.h"

static const gm_document DOC = {"a.txt", NULL, 0};

static gm_record record_of(const gm_mention *mention)
{
    gm_record record;
    gm_error err = {0};
    if (gm_record_init(NULL, &DOC, mention, &record, &err))
        fail_msg("%s", err.message);
    return record;
}

static void fields_have_the_names_and_order_of_the_contract(void **state)
{
    (void)state;
    static const char *const names[][2] = {
        {"doc", "doc"},         {"mention", "mention"},
        {"start", "start"},     {"end", "end"},
        {"byte_start", NULL},   {"byte_end", NULL},
        {"use", "use"},         {"name", "name"},
        {"place", "place"},     {"feature", "feature"},
        {"country", "country"}, {"admin1", "admin1"},
        {"admin2", "admin2"},   {"longitude", "lon"},
        {"latitude", "lat"},    {"radius_km", "radius_km"},
        {"population", "pop"},  {"confidence", "conf"},
        {"quote", "quote"}};
    assert_int_equal(gm_field_count(), sizeof names / sizeof names[0]);
    for (size_t i = 0; i < gm_field_count(); i++) {
        const gm_field *field = gm_field_at(i);
        assert_string_equal(field->name, names[i][0]);
        if (names[i][1]) {
            assert_string_equal(field->short_name, names[i][1]);
            assert_true(strlen(field->short_name) <= 10);
        } else {
            assert_null(field->short_name);
        }
        assert_int_equal(gmi_field_named(field->name), i);
    }
    assert_null(gm_field_at(gm_field_count()));
    assert_int_equal(gmi_field_named("x"), GMI_FIELD_COUNT);
}

static void values_come_from_document_mention_and_place(void **state)
{
    (void)state;
    const gm_mention mention = mention_of(YEREVAN, "Erevan");
    const gm_record record = record_of(&mention);
    assert_true(record.has_place && record.has_point);
    static const struct {
        enum gmi_field field;
        const char *text;
    } texts[] = {{GMI_FIELD_DOC, "a.txt"},
                 {GMI_FIELD_MENTION, "Erevan"},
                 {GMI_FIELD_USE, "literal"},
                 {GMI_FIELD_NAME, "Yerevan"},
                 {GMI_FIELD_PLACE, "geonames:616052"},
                 {GMI_FIELD_FEATURE, "P.PPLC"},
                 {GMI_FIELD_COUNTRY, "AM"},
                 {GMI_FIELD_ADMIN1, "Yerevan"},
                 {GMI_FIELD_ADMIN2, ""},
                 {GMI_FIELD_QUOTE, "In it."}};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        const gm_value value = gm_field_value(texts[i].field, &record);
        assert_false(value.is_null);
        assert_int_equal(gm_field_at(texts[i].field)->type, GM_FIELD_TEXT);
        assert_string_equal(value.text, texts[i].text);
    }
    static const struct {
        enum gmi_field field;
        int64_t integer;
    } integers[] = {{GMI_FIELD_START, 4},
                    {GMI_FIELD_END, 11},
                    {GMI_FIELD_BYTE_START, 5},
                    {GMI_FIELD_BYTE_END, 12},
                    {GMI_FIELD_POPULATION, 1093485}};
    for (size_t i = 0; i < sizeof integers / sizeof integers[0]; i++) {
        const gm_value value = gm_field_value(integers[i].field, &record);
        assert_false(value.is_null);
        assert_true(value.integer == integers[i].integer);
    }
    assert_true(gm_field_value(GMI_FIELD_LONGITUDE, &record).real == 44.51361);
    assert_true(gm_field_value(GMI_FIELD_LATITUDE, &record).real == 40.18111);
    assert_true(gm_field_value(GMI_FIELD_RADIUS_KM, &record).real == 14.25);
    assert_true(gm_field_value(GMI_FIELD_CONFIDENCE, &record).real == 0.98);
}

static void an_unresolved_mention_has_no_place(void **state)
{
    (void)state;
    const gm_mention mention = unresolved("Foo");
    const gm_record record = record_of(&mention);
    assert_false(record.has_place || record.has_point);
    for (size_t i = 0; i < gm_field_count(); i++) {
        const bool is_of_place =
            (i >= GMI_FIELD_NAME && i <= GMI_FIELD_POPULATION);
        assert_int_equal(gm_field_value(i, &record).is_null, is_of_place);
    }
}

static void a_place_without_point_has_no_coordinates(void **state)
{
    (void)state;
    const gm_mention mention = mention_of(POINTLESS, "Nowhere");
    const gm_record record = record_of(&mention);
    assert_true(record.has_place);
    assert_false(record.has_point);
    assert_true(gm_field_value(GMI_FIELD_LONGITUDE, &record).is_null);
    assert_true(gm_field_value(GMI_FIELD_LATITUDE, &record).is_null);
    assert_true(gm_field_value(GMI_FIELD_RADIUS_KM, &record).is_null);
    assert_string_equal(gm_field_value(GMI_FIELD_NAME, &record).text,
                        "Nowhere");
}

static void degrees_out_of_range_are_no_point(void **state)
{
    (void)state;
    const gm_mention mention = mention_of(HOSTILE, "x");
    const gm_record record = record_of(&mention);
    assert_false(record.has_point);
    assert_true(gm_field_value(GMI_FIELD_LONGITUDE, &record).is_null);
    assert_true(gm_field_value(GMI_FIELD_RADIUS_KM, &record).is_null);
    assert_true(gm_field_value(GMI_FIELD_POPULATION, &record).integer ==
                INT64_MAX);
}

static void a_place_that_is_not_there_is_an_error(void **state)
{
    (void)state;
    const gm_mention mention = mention_of(MISSING, "x");
    gm_record record;
    gm_error err = {0};
    assert_int_equal(gm_record_init(NULL, &DOC, &mention, &record, &err),
                     GM_ERR_DAMAGED);
    assert_string_equal(err.message, "the gazetteer has no place number 7");
}

static void missing_texts_are_empty(void **state)
{
    (void)state;
    gm_mention mention = mention_of(YEREVAN, NULL);
    mention.quote = NULL;
    mention.confidence = NAN;
    const gm_record record = record_of(&mention);
    assert_string_equal(gm_field_value(GMI_FIELD_MENTION, &record).text, "");
    assert_string_equal(gm_field_value(GMI_FIELD_QUOTE, &record).text, "");
    assert_true(gm_field_value(GMI_FIELD_CONFIDENCE, &record).is_null);
    assert_true(gm_field_value(GMI_FIELD_COUNT, &record).is_null);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields_have_the_names_and_order_of_the_contract),
        cmocka_unit_test(values_come_from_document_mention_and_place),
        cmocka_unit_test(an_unresolved_mention_has_no_place),
        cmocka_unit_test(a_place_without_point_has_no_coordinates),
        cmocka_unit_test(degrees_out_of_range_are_no_point),
        cmocka_unit_test(a_place_that_is_not_there_is_an_error),
        cmocka_unit_test(missing_texts_are_empty),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
