/* SPDX-License-Identifier: MIT */
/* GeoJSON, RFC 7946. */
#include "fake.h"

#include <jansson.h>

static json_t *parse(const char *text, size_t length)
{
    json_error_t error;
    json_t *root = json_loadb(text, length, JSON_REJECT_DUPLICATES, &error);
    if (!root)
        fail_msg("%s: %s", text, error.text);
    return root;
}

static const char *type_of(const json_t *object)
{
    return json_string_value(json_object_get(object, "type"));
}

static void a_feature_is_written_to_the_letter(void **state)
{
    (void)state;
    const gm_mention mention = mention_of(YEREVAN, "Yerevan");
    static const char feature[] =
        "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\","
        "\"coordinates\":[44.51361,40.18111]},\"properties\":{"
        "\"doc\":\"a.txt\",\"mention\":\"Yerevan\",\"start\":4,\"end\":11,"
        "\"byte_start\":5,\"byte_end\":12,\"use\":\"literal\","
        "\"name\":\"Yerevan\",\"place\":\"geonames:616052\","
        "\"feature\":\"P.PPLC\",\"country\":\"AM\",\"admin1\":\"Yerevan\","
        "\"admin2\":\"\",\"longitude\":44.51361,\"latitude\":40.18111,"
        "\"radius_km\":14.25,\"population\":1093485,\"confidence\":0.98,"
        "\"quote\":\"In it.\"}}";
    char expected[2000];
    snprintf(expected, sizeof expected,
             "{\"type\":\"FeatureCollection\",\"generator\":\"geomention %s\","
             "\"features\":[\n%s\n]}\n",
             gm_version(), feature);
    assert_written("geojson", NULL, &mention, 1, expected);
    snprintf(expected, sizeof expected, "%s\n", feature);
    assert_written("geojsonl", NULL, &mention, 1, expected);
}

static void a_collection_holds_the_features_of_all_documents(void **state)
{
    (void)state;
    const gm_mention mentions[] = {mention_of(YEREVAN, "Yerevan"),
                                   mention_of(TOKYO, "東京")};
    const gm_document docs[] = {
        {"a", mentions, 2}, {"b", NULL, 0}, {"c", mentions, 1}};
    char *text = write_documents("geojson", NULL, docs, 3);
    json_t *root = parse(text, strlen(text));
    assert_string_equal(type_of(root), "FeatureCollection");
    assert_null(json_object_get(root, "crs"));
    const json_t *features = json_object_get(root, "features");
    assert_int_equal(json_array_size(features), 3);
    const json_t *tokyo = json_array_get(features, 1);
    assert_string_equal(type_of(tokyo), "Feature");
    const json_t *geometry = json_object_get(tokyo, "geometry");
    assert_string_equal(type_of(geometry), "Point");
    const json_t *point = json_object_get(geometry, "coordinates");
    assert_int_equal(json_array_size(point), 2);
    assert_true(json_number_value(json_array_get(point, 0)) == 139.69171);
    assert_true(json_number_value(json_array_get(point, 1)) == 35.6895);
    json_decref(root);
    free(text);
}

static void an_empty_collection_is_valid(void **state)
{
    (void)state;
    char *text = write_documents("geojson", NULL, NULL, 0);
    json_t *root = parse(text, strlen(text));
    assert_int_equal(json_array_size(json_object_get(root, "features")), 0);
    json_decref(root);
    free(text);
    text = write_documents("geojsonl", NULL, NULL, 0);
    assert_string_equal(text, "");
    free(text);
}

static void without_a_point_geometry_is_null(void **state)
{
    (void)state;
    gm_write_options options;
    gm_write_options_init(&options);
    options.unresolved = true;
    const gm_mention mentions[] = {unresolved("Foo"),
                                   mention_of(POINTLESS, "x"),
                                   mention_of(HOSTILE, "y")};
    char *text = write_mentions("geojson", &options, mentions, 3);
    json_t *root = parse(text, strlen(text));
    const json_t *features = json_object_get(root, "features");
    assert_int_equal(json_array_size(features), 3);
    for (size_t i = 0; i < 3; i++)
        assert_true(json_is_null(
            json_object_get(json_array_get(features, i), "geometry")));
    json_decref(root);
    free(text);
}

static void decimals_are_seven_or_as_asked(void **state)
{
    (void)state;
    gm_write_options options;
    gm_write_options_init(&options);
    options.precision = 2;
    const gm_mention mention = mention_of(SHUSHA, "Shusha");
    char *text = write_mentions("geojson", &options, &mention, 1);
    assert_non_null(strstr(text, "\"coordinates\":[46.75,39.76]"));
    assert_non_null(strstr(text, "\"longitude\":46.75,\"latitude\":39.76"));
    free(text);
}

static void fields_choose_the_properties(void **state)
{
    (void)state;
    gm_write_options options;
    gm_write_options_init(&options);
    options.fields = (const char *const[]){"name", "use"};
    options.field_count = 2;
    options.coords = GM_COORDS_MGRS; /* of tables, and not of GeoJSON */
    const gm_mention mention = mention_of(SHUSHA, "Shusha");
    char *text = write_mentions("geojsonl", &options, &mention, 1);
    assert_non_null(strstr(
        text, "\"properties\":{\"name\":\"Şuşa\",\"use\":\"literal\"}}\n"));
    free(text);
}

static void candidates_and_reasons_are_arrays(void **state)
{
    (void)state;
    gm_write_options options;
    gm_write_options_init(&options);
    options.candidates = 2;
    options.explain = true;
    const gm_mention mention = mention_of(YEREVAN, "Yerevan");
    char *text = write_mentions("geojsonl", &options, &mention, 1);
    json_t *root = parse(text, strlen(text));
    const json_t *properties = json_object_get(root, "properties");
    const json_t *candidates = json_object_get(properties, "candidates");
    assert_int_equal(json_array_size(candidates), 2);
    assert_int_equal(json_array_size(json_object_get(
                         json_array_get(candidates, 1), "reasons")),
                     2);
    assert_int_equal(json_array_size(json_object_get(properties, "reasons")),
                     2);
    json_decref(root);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_feature_is_written_to_the_letter),
        cmocka_unit_test(a_collection_holds_the_features_of_all_documents),
        cmocka_unit_test(an_empty_collection_is_valid),
        cmocka_unit_test(without_a_point_geometry_is_null),
        cmocka_unit_test(decimals_are_seven_or_as_asked),
        cmocka_unit_test(fields_choose_the_properties),
        cmocka_unit_test(candidates_and_reasons_are_arrays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
