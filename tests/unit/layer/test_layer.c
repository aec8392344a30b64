/* SPDX-License-Identifier: MIT */
/* Layers: what is written comes back, whole or not at all. */
#include "fixture.h"

#include <cpl_string.h>
#include <cpl_vsi.h>

static const struct {
    int place;
    const char *text;
} NAMES[] = {
    {YEREVAN, "Երևան"}, {SHUSHA, "Şuşa"}, {TOKYO, "東京"},
    {QUOTED, "a,\"b\"\n'c'"}, {SHUSHA, "Нахичевань"},
};

enum { NAME_COUNT = sizeof NAMES / sizeof NAMES[0] };

static void fill(gm_mention mentions[NAME_COUNT])
{
    for (size_t i = 0; i < NAME_COUNT; i++)
        mentions[i] = mention_of(NAMES[i].place, NAMES[i].text);
}

static void assert_fields_of_the_contract(OGRFeatureH feature, size_t i)
{
    const gm_place *place = &PLACES[NAMES[i].place];
    assert_text(feature, "doc", "a.txt");
    assert_text(feature, "mention", NAMES[i].text);
    assert_number(feature, "start", 4);
    assert_number(feature, "end", 11);
    assert_number(feature, "byte_start", 5);
    assert_number(feature, "byte_end", 12);
    assert_text(feature, "use", "literal");
    assert_text(feature, "name", place->name);
    assert_text(feature, "place", place->id);
    assert_text(feature, "feature", place->feature);
    assert_text(feature, "country", place->country);
    assert_text(feature, "admin1", place->admin1);
    assert_number(feature, "longitude", place->longitude);
    assert_number(feature, "latitude", place->latitude);
    assert_number(feature, "radius_km", round(place->radius_km * 1e3) / 1e3);
    assert_number(feature, "population", (double)place->population);
    assert_number(feature, "confidence", 0.98);
    assert_text(feature, "quote", "In it.");
    assert_point(feature, place->longitude, place->latitude, 1e-7);
}

/* Formats that hold every field under its own name, and ends of lines too. */
static void full_formats_hold_every_field(void **state)
{
    (void)state;
    static const char *const files[] = {
        "a.gpkg", "a.geojson", "a.geojsonl", "a.sqlite", "a.gml",
        "a.tab", "a.jml", "a.gdb", "a.fgb"};
    gm_mention mentions[NAME_COUNT];
    fill(mentions);
    for (size_t f = 0; f < sizeof files / sizeof files[0]; f++) {
        gm_layer_report report;
        assert_writes(path_of(files[f]), options_for(NULL), mentions,
                      NAME_COUNT, &report);
        assert_int_equal(report.rows, NAME_COUNT);
        assert_int_equal(report.shortened + report.left_out, 0);
        OGRLayerH layer;
        GDALDatasetH dataset = open_again(path_of(files[f]), &layer);
        assert_int_equal(OGR_L_GetFeatureCount(layer, TRUE), NAME_COUNT);
        /* FlatGeobuf has an order of its own: rows are found by text. */
        for (OGRFeatureH feature;
             (feature = OGR_L_GetNextFeature(layer)) != NULL;) {
            size_t i = 0;
            const char *text = OGR_F_GetFieldAsString(
                feature, field_index(feature, "mention"));
            while (i < NAME_COUNT && strcmp(NAMES[i].text, text) != 0)
                i++;
            if (i == NAME_COUNT)
                fail_msg("%s: '%s' was not written", files[f], text);
            assert_fields_of_the_contract(feature, i);
            OGR_F_Destroy(feature);
        }
        GDALClose(dataset);
    }
}

static void shapefile_has_short_names_and_unharmed_letters(void **state)
{
    (void)state;
    static const char *const names[] = {
        "doc", "mention", "start", "end", "use", "name", "place", "feature",
        "country", "admin1", "admin2", "lon", "lat", "radius_km", "pop",
        "conf", "quote"};
    gm_mention mentions[NAME_COUNT];
    fill(mentions);
    assert_writes(path_of("a.shp"), options_for(NULL), mentions, NAME_COUNT,
                  NULL);
    OGRLayerH layer;
    GDALDatasetH dataset = open_again(path_of("a.shp"), &layer);
    OGRFeatureDefnH fields = OGR_L_GetLayerDefn(layer);
    assert_int_equal(OGR_FD_GetFieldCount(fields),
                     sizeof names / sizeof names[0]);
    for (int i = 0; i < OGR_FD_GetFieldCount(fields); i++)
        assert_string_equal(
            OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(fields, i)), names[i]);
    for (size_t i = 0; i < NAME_COUNT; i++) {
        const gm_place *place = &PLACES[NAMES[i].place];
        OGRFeatureH feature = OGR_L_GetNextFeature(layer);
        assert_text(feature, "mention", NAMES[i].text);
        assert_text(feature, "name", place->name);
        assert_number(feature, "lon", place->longitude);
        assert_number(feature, "pop", (double)place->population);
        assert_number(feature, "conf", 0.98);
        assert_point(feature, place->longitude, place->latitude, 1e-12);
        OGR_F_Destroy(feature);
    }
    GDALClose(dataset);
    size_t length;
    char *page = read_text("a.cpg", &length);
    assert_string_equal(page, "UTF-8");
    free(page);
}

static void shapefile_cuts_texts_between_letters_and_counts_them(void **state)
{
    (void)state;
    char quote[2 * 300 + 1] = "x";
    for (size_t i = 0; i < 299; i++)
        memcpy(quote + 1 + 2 * i, "ա", 3);
    gm_mention mention = mention_of(YEREVAN, "Yerevan");
    mention.quote = quote;
    gm_layer_report report;
    assert_writes(path_of("a.shp"), options_for(NULL), &mention, 1, &report);
    assert_int_equal(report.shortened, 1);
    OGRLayerH layer;
    GDALDatasetH dataset = open_again(path_of("a.shp"), &layer);
    OGRFeatureH feature = OGR_L_GetNextFeature(layer);
    quote[1 + 2 * 126] = '\0'; /* 253 of 254 bytes */
    assert_text(feature, "quote", quote);
    OGR_F_Destroy(feature);
    GDALClose(dataset);
}

/* In one file that can be sent, with the same letters and names. */
static void zipped_shapefiles_are_whole_and_alone(void **state)
{
    (void)state;
    static const char *const files[] = {"a.shz", "a.shp.zip"};
    gm_mention mentions[NAME_COUNT];
    fill(mentions);
    gm_layer_options options = options_for(NULL);
    options.style = true; /* QGIS would not look for one beside it */
    for (size_t f = 0; f < 2; f++) {
        const char *path = path_of(files[f]);
        options.overwrite = options.append = false;
        assert_writes(path, options, mentions, NAME_COUNT, NULL);
        assert_refuses(path, options, GM_ERR_EXISTS, "exists");
        options.append = true;
        assert_writes(path, options, mentions, 1, NULL);
        assert_int_equal(count_files(), f + 1);
        OGRLayerH layer;
        GDALDatasetH dataset = open_again(path, &layer);
        assert_int_equal(OGR_L_GetFeatureCount(layer, TRUE), NAME_COUNT + 1);
        for (size_t i = 0; i < NAME_COUNT; i++) {
            OGRFeatureH row = OGR_L_GetNextFeature(layer);
            const gm_place *place = &PLACES[NAMES[i].place];
            assert_text(row, "mention", NAMES[i].text);
            assert_text(row, "name", place->name);
            assert_number(row, "radius_km",
                          round(place->radius_km * 1e3) / 1e3);
            assert_point(row, place->longitude, place->latitude, 1e-12);
            OGR_F_Destroy(row);
        }
        GDALClose(dataset);
        char **names = VSIReadDir(CPLSPrintf("/vsizip/{%s}", path));
        static const char *const endings[] = {".shp", ".shx", ".dbf", ".prj",
                                              ".cpg"};
        assert_int_equal(CSLCount(names), 5);
        for (size_t e = 0; e < 5; e++)
            assert_true(
                CSLFindString(names, CPLSPrintf("mentions%s", endings[e])) >= 0);
        CSLDestroy(names);
        options.append = false;
        options.overwrite = true;
        assert_writes(path, options, mentions, 2, NULL);
        assert_int_equal(count_rows(path), 2);
    }
}

/* Every program of the last thirty years reads this one. */
static void shapefile_has_a_system_of_esri_and_columns_that_fit(void **state)
{
    (void)state;
    gm_mention mention = mention_of(YEREVAN, "Yerevan");
    mention.start = (1u << 30) - 2;
    mention.end = (1u << 30) - 1;
    const gm_mention both[] = {mention, mention_of(HOSTILE, "x")};
    assert_writes(path_of("a.shp"), options_for(NULL), both, 2, NULL);
    size_t length = 0;
    char *text = read_text("a.prj", &length);
    assert_ptr_equal(
        strstr(text, "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\""), text);
    free(text);
    char *table = read_text("a.dbf", &length);
    assert_int_equal(length / 1000, 2); /* not 80 bytes for each country */
    free(table);
    OGRLayerH layer;
    GDALDatasetH dataset = open_again(path_of("a.shp"), &layer);
    OGRFeatureH row = OGR_L_GetNextFeature(layer);
    assert_number(row, "start", (1u << 30) - 2);
    assert_number(row, "end", (1u << 30) - 1);
    assert_text(row, "admin2", NULL); /* empty and null are one */
    OGR_F_Destroy(row);
    GDALClose(dataset);
}

/* The short column starts narrower than a name may be. */
static void shapefile_widens_a_column_for_a_long_name(void **state)
{
    (void)state;
    char text[201];
    memset(text, 'n', 200);
    text[200] = '\0';
    gm_mention mentions[2] = {mention_of(YEREVAN, "Yerevan"),
                              mention_of(YEREVAN, text)};
    gm_layer_report report;
    assert_writes(path_of("a.shp"), options_for(NULL), mentions, 2, &report);
    assert_int_equal(report.shortened, 0);
    OGRLayerH layer;
    GDALDatasetH dataset = open_again(path_of("a.shp"), &layer);
    OGRFeatureH feature = OGR_L_GetFeature(layer, 1);
    assert_text(feature, "mention", text);
    OGR_F_Destroy(feature);
    GDALClose(dataset);
}

static void unresolved_mentions_have_null_values(void **state)
{
    (void)state;
    static const char *const files[] = {"a.gpkg", "a.geojson", "a.shp",
                                        "a.geojsonl", "a.sqlite", "a.gml"};
    const gm_mention mentions[] = {unresolved("Nowhere"),
                                   mention_of(POINTLESS, "the Void")};
    for (size_t f = 0; f < sizeof files / sizeof files[0]; f++) {
        gm_layer_report report;
        assert_writes(path_of(files[f]), options_for(NULL), mentions, 2,
                      &report);
        assert_int_equal(report.rows, 2);
        OGRLayerH layer;
        GDALDatasetH dataset = open_again(path_of(files[f]), &layer);
        OGRFeatureH first = OGR_L_GetNextFeature(layer);
        OGRFeatureH second = OGR_L_GetNextFeature(layer);
        assert_null(OGR_F_GetGeometryRef(first));
        assert_null(OGR_F_GetGeometryRef(second));
        assert_text(first, "mention", "Nowhere");
        assert_text(second, "mention", "the Void");
        assert_text(second, "place", "own:2");
        if (OGR_F_GetFieldIndex(first, "place") >= 0)
            assert_text(first, "place", NULL);
        OGR_F_Destroy(first);
        OGR_F_Destroy(second);
        GDALClose(dataset);
    }
}

static void formats_without_null_geometry_count_what_they_leave_out(void **state)
{
    (void)state;
    static const char *const files[] = {"a.fgb", "a.gpx", "a.dxf", "a.gmt",
                                        "a.pdf", "a.mbtiles"};
    /* Two points, as a PDF of one has no extent. */
    const gm_mention mentions[] = {unresolved("Nowhere"),
                                   mention_of(YEREVAN, "Yerevan"),
                                   mention_of(TOKYO, "Tokyo")};
    for (size_t f = 0; f < sizeof files / sizeof files[0]; f++) {
        gm_layer_report report;
        assert_writes(path_of(files[f]), options_for(NULL), mentions, 3,
                      &report);
        assert_int_equal(report.rows, 2);
        assert_int_equal(report.left_out, 1);
        assert_int_equal(count_rows(path_of(files[f])), 2);
    }
}

/* A point after none, and none after a point: one feature serves all rows. */
static void no_row_inherits_the_point_of_another(void **state)
{
    (void)state;
    const gm_mention mentions[] = {
        mention_of(YEREVAN, "a"), unresolved("b"), mention_of(TOKYO, "c"),
        unresolved("d"), unresolved("e"), mention_of(SHUSHA, "f")};
    assert_writes(path_of("a.gpkg"), options_for(NULL), mentions, 6, NULL);
    OGRLayerH layer;
    GDALDatasetH dataset = open_again(path_of("a.gpkg"), &layer);
    for (size_t i = 0; i < 6; i++) {
        OGRFeatureH feature = OGR_L_GetNextFeature(layer);
        assert_int_equal(OGR_F_GetFID(feature), i + 1);
        if (mentions[i].is_resolved) {
            const gm_place *place = &PLACES[mentions[i].candidates[0].place];
            assert_point(feature, place->longitude, place->latitude, 0);
            assert_text(feature, "place", place->id);
        } else {
            assert_null(OGR_F_GetGeometryRef(feature));
            assert_text(feature, "place", NULL);
        }
        OGR_F_Destroy(feature);
    }
    GDALClose(dataset);
}

static void kml_shows_the_name_and_the_quote(void **state)
{
    (void)state;
    const gm_mention mention = mention_of(SHUSHA, "Shushi");
    static const char *const drivers[] = {"KML", "LIBKML"};
    for (size_t d = 0; d < 2; d++) {
        gm_layer_options options = options_for(drivers[d]);
        options.overwrite = true;
        assert_writes(path_of("a.kml"), options, &mention, 1, NULL);
        OGRLayerH layer;
        GDALDatasetH dataset = open_again(path_of("a.kml"), &layer);
        OGRFeatureH feature = OGR_L_GetNextFeature(layer);
        assert_text(feature, "Name", "Şuşa");
        assert_text(feature, "description", "In it.");
        assert_text(feature, "mention", "Shushi");
        assert_number(feature, "char_start", 4);
        assert_number(feature, "char_end", 11);
        assert_point(feature, 46.7464, 39.7585, 1e-9);
        OGR_F_Destroy(feature);
        GDALClose(dataset);
    }
}

static void kmz_is_a_kml_in_an_archive(void **state)
{
    (void)state;
    const gm_mention mention = mention_of(SHUSHA, "Shushi");
    assert_writes(path_of("a.kmz"), options_for(NULL), &mention, 1, NULL);
    OGRLayerH layer;
    GDALDatasetH dataset = open_again(path_of("a.kmz"), &layer);
    assert_string_equal(OGR_L_GetName(layer), "mentions");
    OGRFeatureH feature = OGR_L_GetNextFeature(layer);
    assert_text(feature, "Name", "Şuşa");
    assert_text(feature, "description", "In it.");
    assert_text(feature, "mention", "Shushi");
    assert_text(feature, "use", "literal");
    assert_number(feature, "char_start", 4);
    assert_point(feature, 46.7464, 39.7585, 1e-9);
    OGR_F_Destroy(feature);
    GDALClose(dataset);
    char **names = VSIReadDir(CPLSPrintf("/vsizip/{%s}", path_of("a.kmz")));
    assert_int_equal(CSLCount(names), 1);
    assert_string_equal(names[0], "doc.kml");
    CSLDestroy(names);
}

static void geojson_is_of_rfc_7946(void **state)
{
    (void)state;
    const gm_mention mention = mention_of(YEREVAN, "Yerevan");
    assert_writes(path_of("a.geojson"), options_for("GeoJSON"), &mention, 1,
                  NULL);
    size_t length;
    char *text = read_text("a.geojson", &length);
    assert_null(strstr(text, "\"crs\""));
    assert_non_null(strstr(text, "[ 44.51361, 40.18111 ]"));
    free(text);
}

/* Points on the antimeridian stay on their side; seven decimals don't leave
   the earth. */
static void the_antimeridian_is_no_way_out(void **state)
{
    (void)state;
    const gm_mention mentions[] = {mention_of(EAST_END, "e"),
                                   mention_of(WEST_END, "w"),
                                   mention_of(NEAR_END, "n")};
    assert_writes(path_of("a.geojson"), options_for("GeoJSON"), mentions, 3,
                  NULL);
    size_t length;
    char *text = read_text("a.geojson", &length);
    assert_non_null(strstr(text, "[ 180.0, 10.0 ]"));
    assert_non_null(strstr(text, "[ -180.0, -10.0 ]"));
    assert_non_null(strstr(text, "[ 180.0, 5.0 ]"));
    free(text);
    static const char *const files[] = {"b.gpkg", "b.shp", "b.fgb", "b.kml",
                                        "b.geojsonl", "b.gml", "b.tab"};
    for (size_t f = 0; f < sizeof files / sizeof files[0]; f++) {
        gm_layer_report report;
        assert_writes(path_of(files[f]), options_for(NULL), mentions, 3,
                      &report);
        assert_int_equal(report.left_out + report.unprojected, 0);
        OGRLayerH layer;
        GDALDatasetH dataset = open_again(path_of(files[f]), &layer);
        double east = 0, west = 0;
        for (OGRFeatureH row; (row = OGR_L_GetNextFeature(layer));) {
            const double x = OGR_G_GetX(OGR_F_GetGeometryRef(row), 0);
            east += x > 179.999 && x <= 180;
            west += x == -180;
            OGR_F_Destroy(row);
        }
        GDALClose(dataset);
        if (east != 2 || west != 1)
            fail_msg("%s: %.0f in the east, %.0f in the west", files[f], east,
                     west);
    }
}

/*
 * A date would become a text in one format, lose its time in the next and
 * vanish in a third: there is none among the fields. (What QGIS and GDAL keep
 * of their own in a GeoPackage is tested with its styles.)
 */
static void no_field_is_a_date(void **state)
{
    (void)state;
    const gm_mention mention = mention_of(YEREVAN, "Yerevan");
    assert_writes(path_of("a.gpkg"), options_for(NULL), &mention, 1, NULL);
    OGRLayerH layer;
    GDALDatasetH dataset = open_again(path_of("a.gpkg"), &layer);
    for (int l = 0; l < GDALDatasetGetLayerCount(dataset); l++) {
        OGRFeatureDefnH fields =
            OGR_L_GetLayerDefn(GDALDatasetGetLayer(dataset, l));
        assert_true(OGR_FD_GetFieldCount(fields) > 0);
        for (int i = 0; i < OGR_FD_GetFieldCount(fields); i++) {
            const OGRFieldType type =
                OGR_Fld_GetType(OGR_FD_GetFieldDefn(fields, i));
            assert_true(type == OFTString || type == OFTInteger ||
                        type == OFTInteger64 || type == OFTReal);
        }
    }
    GDALClose(dataset);
}

static void csv_has_no_quotes_around_numbers(void **state)
{
    (void)state;
    const gm_mention mention = mention_of(QUOTED, "a,\"b\"");
    assert_writes(path_of("a.csv"), options_for("CSV"), &mention, 1, NULL);
    size_t length;
    char *text = read_text("a.csv", &length);
    assert_non_null(strstr(text, "a.txt,\"a,\"\"b\"\"\",4,11,5,12,literal"));
    free(text);
}

static void assert_contents(GDALDatasetH dataset, const char *identifier,
                            const char *description)
{
    OGRLayerH rows = GDALDatasetExecuteSQL(
        dataset, "SELECT identifier, description FROM gpkg_contents", NULL,
        NULL);
    assert_non_null(rows);
    OGRFeatureH row = OGR_L_GetNextFeature(rows);
    assert_text(row, "identifier", identifier);
    assert_non_null(strstr(OGR_F_GetFieldAsString(row, 1), description));
    OGR_F_Destroy(row);
    GDALDatasetReleaseResultSet(dataset, rows);
}

static void geopackage_tells_what_it_holds(void **state)
{
    (void)state;
    const gm_mention mention = mention_of(YEREVAN, "Yerevan");
    gm_layer_options options = options_for(NULL);
    assert_writes(path_of("a.gpkg"), options, &mention, 1, NULL);
    OGRLayerH layer;
    GDALDatasetH dataset = open_again(path_of("a.gpkg"), &layer);
    assert_string_equal(OGR_L_GetName(layer), "mentions");
    assert_contents(dataset, "Mentions of places",
                    "Places: GeoNames (CC BY 4.0)");
    assert_true(OGR_L_TestCapability(layer, OLCFastSpatialFilter));
    GDALClose(dataset);
    /* The caller's own words win. */
    static const char *const words[] = {"IDENTIFIER=Mine", "DESCRIPTION=x"};
    options.layer_options = words;
    options.layer_option_count = 2;
    options.name = "places of mine";
    assert_writes(path_of("b.gpkg"), options, &mention, 1, NULL);
    dataset = open_again(path_of("b.gpkg"), &layer);
    assert_string_equal(OGR_L_GetName(layer), "places of mine");
    assert_contents(dataset, "Mine", "x");
    GDALClose(dataset);
}

static void same_input_makes_the_same_bytes_at_a_fixed_date(void **state)
{
    (void)state;
    gm_mention mentions[NAME_COUNT];
    fill(mentions);
    assert_int_equal(setenv("SOURCE_DATE_EPOCH", "1700000000", 1), 0);
    assert_writes(path_of("a.gpkg"), options_for(NULL), mentions, NAME_COUNT,
                  NULL);
    sleep(1);
    assert_writes(path_of("b.gpkg"), options_for(NULL), mentions, NAME_COUNT,
                  NULL);
    unsetenv("SOURCE_DATE_EPOCH");
    size_t a_length, b_length;
    char *a = read_text("a.gpkg", &a_length);
    char *b = read_text("b.gpkg", &b_length);
    assert_int_equal(a_length, b_length);
    assert_memory_equal(a, b, a_length);
    free(a);
    free(b);
}

/* Controls, bad bytes, numbers that are none: what a damaged gazetteer holds. */
static void hostile_texts_leave_files_that_can_be_read(void **state)
{
    (void)state;
    static const char *const files[] = {
        "a.gpkg", "a.geojson", "a.shp", "a.kml", "a.gml", "a.gpx", "a.jml",
        "a.tab", "a.mif", "a.fgb", "a.xlsx", "a.ods"};
    gm_mention mention = mention_of(HOSTILE, "\x01<&>\"'\xEF\xBF\xBF\x1b[0m");
    mention.quote = "]]>\x0b\xE2\x80\xA8--><script>";
    mention.confidence = NAN;
    gm_write_options write;
    gm_write_options_init(&write);
    write.min_confidence = -INFINITY;
    write.unresolved = true;
    gm_layer_options options = options_for(NULL);
    const gm_mention good = mention_of(YEREVAN, "Yerevan");
    for (size_t f = 0; f < sizeof files / sizeof files[0]; f++) {
        gm_layer_report report;
        mention.confidence = 0.5;
        const gm_mention both[] = {mention, good};
        options.write = &write;
        assert_writes(path_of(files[f]), options, both, 2, &report);
        assert_int_equal(count_rows(path_of(files[f])), report.rows);
        assert_true(report.rows >= 1);
    }
}

static void only_what_the_options_let_through_is_written(void **state)
{
    (void)state;
    gm_mention mentions[4] = {mention_of(YEREVAN, "literal"),
                              mention_of(TOKYO, "adjectival"),
                              mention_of(SHUSHA, "unsure"),
                              unresolved("nowhere")};
    mentions[1].use = GM_USE_ADJECTIVAL;
    mentions[2].confidence = 0.4;
    gm_write_options write;
    gm_write_options_init(&write);
    write.min_confidence = 0.5;
    gm_layer_options options = options_for(NULL);
    options.write = &write;
    gm_layer_report report;
    assert_writes(path_of("a.gpkg"), options, mentions, 4, &report);
    assert_int_equal(report.rows, 1);
    assert_int_equal(count_rows(path_of("a.gpkg")), 1);
}

static void fields_are_those_asked_for_in_their_order(void **state)
{
    (void)state;
    static const char *const fields[] = {"name", "coords", "candidates"};
    gm_write_options write;
    gm_write_options_init(&write);
    write.fields = fields;
    write.field_count = 3;
    write.precision = 1;
    write.candidates = 1;
    gm_layer_options options = options_for(NULL);
    options.write = &write;
    const gm_mention mention = mention_of(SHUSHA, "Shushi");
    assert_writes(path_of("a.geojson"), options, &mention, 1, NULL);
    OGRLayerH layer;
    GDALDatasetH dataset = open_again(path_of("a.geojson"), &layer);
    assert_int_equal(OGR_FD_GetFieldCount(OGR_L_GetLayerDefn(layer)), 4);
    OGRFeatureH feature = OGR_L_GetNextFeature(layer);
    assert_text(feature, "name", "Şuşa");
    assert_number(feature, "longitude", 46.7);
    assert_number(feature, "latitude", 39.8);
    assert_point(feature, 46.7464, 39.7585, 1e-9); /* the place stays exact */
    OGR_F_Destroy(feature);
    GDALClose(dataset);
    static const char *const unknown[] = {"nane"}, *const twice[] = {"use",
                                                                     "use"};
    write.fields = unknown;
    write.field_count = 1;
    assert_refuses(path_of("b.gpkg"), options, GM_ERR_ARGUMENT,
                   "unknown field 'nane' (did you mean 'name'?)");
    write.fields = twice;
    write.field_count = 2;
    assert_refuses(path_of("b.gpkg"), options, GM_ERR_ARGUMENT,
                   "repeated field 'use'");
}

static void candidates_are_json_text(void **state)
{
    (void)state;
    gm_write_options write;
    gm_write_options_init(&write);
    write.candidates = 2;
    gm_layer_options options = options_for(NULL);
    options.write = &write;
    const gm_mention mention = mention_of(YEREVAN, "Yerevan");
    assert_writes(path_of("a.gpkg"), options, &mention, 1, NULL);
    OGRLayerH layer;
    GDALDatasetH dataset = open_again(path_of("a.gpkg"), &layer);
    OGRFeatureH feature = OGR_L_GetNextFeature(layer);
    assert_text(feature, "candidates",
                "[{\"id\":\"geonames:616052\",\"name\":\"Yerevan\","
                "\"longitude\":44.51361,\"latitude\":40.18111,"
                "\"probability\":0.91},{\"id\":\"own:2\",\"name\":\"Nowhere\","
                "\"longitude\":null,\"latitude\":null,\"probability\":0.09}]");
    OGR_F_Destroy(feature);
    GDALClose(dataset);
}

static void a_place_that_is_not_in_the_gazetteer_is_damage(void **state)
{
    (void)state;
    const gm_mention mention = mention_of(MISSING, "x");
    gm_error err;
    assert_int_equal(write_layer(path_of("a.gpkg"), options_for(NULL),
                                 &mention, 1, NULL, &err),
                     GM_ERR_DAMAGED);
    assert_int_equal(count_files(), 0);
}

static void an_empty_layer_is_a_layer(void **state)
{
    (void)state;
    static const char *const files[] = {"a.gpkg", "a.shp", "a.geojson",
                                        "a.fgb", "a.kml", "a.tab"};
    for (size_t f = 0; f < sizeof files / sizeof files[0]; f++) {
        gm_layer_report report;
        assert_writes(path_of(files[f]), options_for(NULL), NULL, 0, &report);
        assert_int_equal(report.rows, 0);
        assert_int_equal(count_rows(path_of(files[f])), 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        layer_test(full_formats_hold_every_field),
        layer_test(shapefile_has_short_names_and_unharmed_letters),
        layer_test(shapefile_cuts_texts_between_letters_and_counts_them),
        layer_test(shapefile_widens_a_column_for_a_long_name),
        layer_test(zipped_shapefiles_are_whole_and_alone),
        layer_test(shapefile_has_a_system_of_esri_and_columns_that_fit),
        layer_test(unresolved_mentions_have_null_values),
        layer_test(formats_without_null_geometry_count_what_they_leave_out),
        layer_test(no_row_inherits_the_point_of_another),
        layer_test(kml_shows_the_name_and_the_quote),
        layer_test(kmz_is_a_kml_in_an_archive),
        layer_test(geojson_is_of_rfc_7946),
        layer_test(the_antimeridian_is_no_way_out),
        layer_test(no_field_is_a_date),
        layer_test(csv_has_no_quotes_around_numbers),
        layer_test(geopackage_tells_what_it_holds),
        layer_test(same_input_makes_the_same_bytes_at_a_fixed_date),
        layer_test(hostile_texts_leave_files_that_can_be_read),
        layer_test(only_what_the_options_let_through_is_written),
        layer_test(fields_are_those_asked_for_in_their_order),
        layer_test(candidates_are_json_text),
        layer_test(a_place_that_is_not_in_the_gazetteer_is_damage),
        layer_test(an_empty_layer_is_a_layer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
