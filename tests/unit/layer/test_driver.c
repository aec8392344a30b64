/* SPDX-License-Identifier: MIT */
/* Which drivers there are, how a path chooses one, and what is refused. */
#include "fixture.h"

static void drivers_are_listed_in_order_with_their_endings(void **state)
{
    (void)state;
    static const struct {
        const char *name, *extension;
    } expected[] = {{"CSV", "csv"},      {"ESRI Shapefile", "shp"},
                    {"FlatGeobuf", "fgb"}, {"GPKG", "gpkg"},
                    {"PostgreSQL", ""}};
    const char *before = "", *name, *description, *extension;
    size_t found = 0, i = 0;
    for (; (name = gm_layer_driver_at(i, &description, &extension)); i++) {
        assert_true(strcmp(before, name) < 0);
        assert_true(description[0] != '\0');
        for (size_t e = 0; e < sizeof expected / sizeof expected[0]; e++) {
            if (strcmp(expected[e].name, name) != 0)
                continue;
            assert_string_equal(extension, expected[e].extension);
            found++;
        }
        before = name;
    }
    assert_int_equal(found, sizeof expected / sizeof expected[0]);
    assert_true(i > 25);
    assert_null(gm_layer_driver_at(i + 1, NULL, NULL));
    assert_null(gm_layer_driver_at(SIZE_MAX, NULL, NULL));
    assert_non_null(gm_layer_driver_at(0, NULL, NULL));
}

static void an_ending_chooses_the_driver(void **state)
{
    (void)state;
    static const char *const paths[][2] = {
        {"a.gpkg", "GPKG"},         {"a.shp", "ESRI Shapefile"},
        {"a.shz", "ESRI Shapefile"}, {"a.shp.zip", "ESRI Shapefile"},
        {"dir.x/A.GEOJSON", "GeoJSON"}, {"a.json", "GeoJSON"},
        {"a.geojsonl", "GeoJSONSeq"}, {"a.geojsons", "GeoJSONSeq"},
        {"a.fgb", "FlatGeobuf"},    {"a.kml", "KML"},
        {"a.kmz", "KML"},           {"a.gml", "GML"},
        {"a.tab", "MapInfo File"},  {"a.mif", "MapInfo File"},
        {"a.csv", "CSV"},           {"a.xlsx", "XLSX"},
        {"a.ods", "ODS"},           {"a.sqlite", "SQLite"},
        {"a.db", "SQLite"},         {"a.dxf", "DXF"},
        {"a.pdf", "PDF"},           {"a.gdb", "OpenFileGDB"},
        {"a.gpx", "GPX"},           {"PG:dbname=x", "PostgreSQL"},
        {"postgresql://h/x", "PostgreSQL"}, {"MYSQL:x", "MySQL"},
        {"a.txt", NULL},            {"a.xml", NULL},
        {"a", NULL},                {"", NULL},
        {".gpkg", NULL},            {"a/.gpkg", NULL},
        {"gpkg", NULL},             {"a.gpkg/", NULL},
    };
    for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++) {
        const char *driver = gm_layer_driver_for(paths[i][0]);
        if (!paths[i][1] ? driver != NULL
                         : !driver || strcmp(driver, paths[i][1]) != 0)
            fail_msg("%s: %s", paths[i][0], driver ? driver : "none");
    }
}

static void what_cannot_be_written_is_told_with_the_reason(void **state)
{
    (void)state;
    assert_refuses(path_of("a.gpkg"), options_for("GPGK"), GM_ERR_UNSUPPORTED,
                   "unknown format 'GPGK' (did you mean 'GPKG'?)");
    assert_refuses(path_of("a"), options_for("Parquett"), GM_ERR_UNSUPPORTED,
                   "GDAL has no such driver here");
    assert_refuses(path_of("a"), options_for("OSM"), GM_ERR_UNSUPPORTED,
                   "cannot write 'OSM': GDAL can only read it");
    assert_refuses(path_of("a"), options_for("WAsP"), GM_ERR_UNSUPPORTED,
                   "cannot write 'WAsP': it holds lines, not points");
    assert_refuses(path_of("a"), options_for("Memory"), GM_ERR_UNSUPPORTED,
                   "it keeps nothing");
    assert_refuses(path_of("a.what"), options_for(NULL), GM_ERR_UNSUPPORTED,
                   "no format is known by the ending");
    assert_refuses("", options_for(NULL), GM_ERR_UNSUPPORTED, "no format");
    assert_int_equal(count_files(), 0);
}

static void names_of_drivers_take_any_case(void **state)
{
    (void)state;
    const gm_mention mention = mention_of(YEREVAN, "Yerevan");
    assert_writes(path_of("a"), options_for("geojson"), &mention, 1, NULL);
    assert_writes(path_of("b.shp"), options_for("esri shapefile"), &mention, 1,
                  NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        layer_test(drivers_are_listed_in_order_with_their_endings),
        layer_test(an_ending_chooses_the_driver),
        layer_test(what_cannot_be_written_is_told_with_the_reason),
        layer_test(names_of_drivers_take_any_case),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
