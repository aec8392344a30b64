/* SPDX-License-Identifier: MIT */
/* TSV and CSV. */
#include "fake.h"

static gm_write_options fields(const char *const *names, size_t count)
{
    gm_write_options options;
    gm_write_options_init(&options);
    options.fields = names;
    options.field_count = count;
    return options;
}

#define FIELDS(...)                                                            \
    fields((const char *const[]){__VA_ARGS__},                                 \
           sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))

static void all_fields_come_in_order(void **state)
{
    (void)state;
    const gm_mention mention = mention_of(YEREVAN, "Yerevan");
    assert_written(
        "tsv", NULL, &mention, 1,
        "doc\tmention\tstart\tend\tbyte_start\tbyte_end\tuse\tname\tplace\t"
        "feature\tcountry\tadmin1\tadmin2\tlongitude\tlatitude\tradius_km\t"
        "population\tconfidence\tquote\n"
        "a.txt\tYerevan\t4\t11\t5\t12\tliteral\tYerevan\tgeonames:616052\t"
        "P.PPLC\tAM\tYerevan\t\t44.51361\t40.18111\t14.25\t1093485\t0.98\t"
        "In it.\n");
    assert_written(
        "csv", NULL, &mention, 1,
        "doc,mention,start,end,byte_start,byte_end,use,name,place,feature,"
        "country,admin1,admin2,longitude,latitude,radius_km,population,"
        "confidence,quote\n"
        "a.txt,Yerevan,4,11,5,12,literal,Yerevan,geonames:616052,P.PPLC,AM,"
        "Yerevan,,44.51361,40.18111,14.25,1093485,0.98,In it.\n");
}

static void no_mention_leaves_the_header(void **state)
{
    (void)state;
    gm_write_options options = FIELDS("mention", "name");
    assert_written("tsv", &options, NULL, 0, "mention\tname\n");
    options.header = false;
    assert_written("csv", &options, NULL, 0, "");
}

static void csv_quotes_where_needed_and_nowhere_else(void **state)
{
    (void)state;
    gm_write_options options = FIELDS("mention", "name");
    options.header = false;
    const gm_mention mentions[] = {
        mention_of(QUOTED, "plain text; 'x'"), mention_of(QUOTED, "a\nb"),
        mention_of(QUOTED, "a\rb"), mention_of(QUOTED, "\"")};
    assert_written("csv", &options, mentions, 4,
                   "plain text; 'x',\"Saint-\"\"Denis\"\", Île\"\n"
                   "\"a\nb\",\"Saint-\"\"Denis\"\", Île\"\n"
                   "\"a\rb\",\"Saint-\"\"Denis\"\", Île\"\n"
                   "\"\"\"\",\"Saint-\"\"Denis\"\", Île\"\n");
}

static void csv_of_one_empty_value_is_still_a_row(void **state)
{
    (void)state;
    gm_write_options options = FIELDS("admin2");
    const gm_mention mention = mention_of(YEREVAN, "x");
    assert_written("csv", &options, &mention, 1, "admin2\n\"\"\n");
}

static void tsv_has_no_tab_or_line_end_inside(void **state)
{
    (void)state;
    gm_write_options options = FIELDS("mention", "quote");
    options.header = false;
    gm_mention mention = mention_of(YEREVAN, "a\tb\nc\rd");
    mention.quote = "\n\n";
    assert_written("tsv", &options, &mention, 1, "a b c d\t  \n");
}

static void bad_bytes_become_replacement_characters(void **state)
{
    (void)state;
    gm_write_options options = FIELDS("mention");
    options.header = false;
    const gm_mention mention = mention_of(YEREVAN, "a\xff,\xc3");
    assert_written("csv", &options, &mention, 1,
                   "\"a\xef\xbf\xbd,\xef\xbf\xbd\"\n");
    assert_written("tsv", &options, &mention, 1,
                   "a\xef\xbf\xbd,\xef\xbf\xbd\n");
}

static void unresolved_mentions_have_empty_cells(void **state)
{
    (void)state;
    gm_write_options options =
        FIELDS("mention", "place", "longitude", "population", "confidence");
    options.unresolved = true;
    const gm_mention mention = unresolved("Foo");
    assert_written("csv", &options, &mention, 1,
                   "mention,place,longitude,population,confidence\n"
                   "Foo,,,,0.25\n");
}

static void precision_is_of_degrees_only(void **state)
{
    (void)state;
    gm_write_options options =
        FIELDS("longitude", "latitude", "radius_km", "confidence");
    options.header = false;
    options.precision = 1;
    const gm_mention mention = mention_of(QUOTED, "x");
    assert_written("csv", &options, &mention, 1, "2.5,-48,0.123,0.98\n");
    options.precision = 0;
    const gm_mention other = mention_of(YEREVAN, "x");
    assert_written("csv", &options, &other, 1, "45,40,14.25,0.98\n");
}

static void coords_take_the_place_of_the_pair(void **state)
{
    (void)state;
    gm_write_options options = FIELDS("mention", "longitude", "latitude");
    options.coords = GM_COORDS_MGRS;
    const gm_mention mentions[] = {mention_of(SHUSHA, "Shusha"),
                                   mention_of(POINTLESS, "x")};
    assert_written("csv", &options, mentions, 2,
                   "mention,coords\nShusha,38SPK4960002412\nx,\n");
    options.coords = GM_COORDS_UTM;
    assert_written("tsv", &options, mentions, 1,
                   "mention\tcoords\nShusha\t38N 649600 4402412\n");
    options.coords = GM_COORDS_DMS;
    assert_written("csv", &options, mentions, 1,
                   "mention,coords\nShusha,39°45′30.6″N 46°44′47.0″E\n");
    options.precision = 4;
    assert_written("csv", &options, mentions, 1,
                   "mention,coords\nShusha,39°45′31″N 46°44′47″E\n");
    options.coords = GM_COORDS_MGRS;
    assert_written("csv", &options, mentions, 1,
                   "mention,coords\nShusha,38SPK49600241\n");
}

static void coords_by_name_mean_the_pair_in_degrees(void **state)
{
    (void)state;
    gm_write_options options = FIELDS("coords", "mention");
    const gm_mention mention = mention_of(SHUSHA, "Shusha");
    assert_written("csv", &options, &mention, 1,
                   "longitude,latitude,mention\n46.7464,39.7585,Shusha\n");
    options.coords = GM_COORDS_MGRS;
    assert_written("csv", &options, &mention, 1,
                   "coords,mention\n38SPK4960002412,Shusha\n");
}

static void candidates_are_a_column_of_json(void **state)
{
    (void)state;
    gm_write_options options;
    gm_write_options_init(&options);
    options.candidates = 1;
    const gm_mention mention = mention_of(YEREVAN, "Yerevan");
    char *text = write_mentions("tsv", &options, &mention, 1);
    assert_non_null(strstr(text, "\tquote\tcandidates\n"));
    assert_non_null(strstr(text, "\tIn it.\t[{\"id\":\"geonames:616052\","
                                 "\"name\":\"Yerevan\",\"longitude\":44.51361,"
                                 "\"latitude\":40.18111,"
                                 "\"probability\":0.91}]\n"));
    free(text);
}

static void assert_refused(const gm_write_options *options, const char *part)
{
    gm_writer *writer = NULL;
    gm_error err = {0};
    assert_int_equal(
        gm_writer_create("csv", stdout, NULL, options, &writer, &err),
        GM_ERR_ARGUMENT);
    assert_null(writer);
    if (!strstr(err.message, part))
        fail_msg("'%s' does not say '%s'", err.message, part);
}

static void unknown_and_repeated_fields_are_refused(void **state)
{
    (void)state;
    gm_write_options options = FIELDS("mention", "nmae");
    assert_refused(&options, "unknown field 'nmae': the fields are doc, ");
    assert_refused(&options, ", quote, coords, candidates");
    options = FIELDS("name", "name");
    assert_refused(&options, "repeated field 'name'");
    options = FIELDS("latitude", "coords");
    assert_refused(&options, "repeated field 'coords'");
    options = FIELDS("");
    assert_refused(&options, "unknown field ''");
    options.field_count = 0;
    assert_refused(&options, "no field");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_fields_come_in_order),
        cmocka_unit_test(no_mention_leaves_the_header),
        cmocka_unit_test(csv_quotes_where_needed_and_nowhere_else),
        cmocka_unit_test(csv_of_one_empty_value_is_still_a_row),
        cmocka_unit_test(tsv_has_no_tab_or_line_end_inside),
        cmocka_unit_test(bad_bytes_become_replacement_characters),
        cmocka_unit_test(unresolved_mentions_have_empty_cells),
        cmocka_unit_test(precision_is_of_degrees_only),
        cmocka_unit_test(coords_take_the_place_of_the_pair),
        cmocka_unit_test(coords_by_name_mean_the_pair_in_degrees),
        cmocka_unit_test(candidates_are_a_column_of_json),
        cmocka_unit_test(unknown_and_repeated_fields_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
