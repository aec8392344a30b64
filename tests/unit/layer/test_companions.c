/* SPDX-License-Identifier: MIT */
/* What stands beside the mentions in a GeoPackage. */
#include "fixture.h"

static gm_mention sure(int place, const char *text, double confidence,
                       const char *quote)
{
    gm_mention mention = mention_of(place, text);
    mention.confidence = confidence;
    mention.quote = quote;
    return mention;
}

/* Two documents: Yerevan twice and once, Shusha once, Nowhere. */
static void write_package(gm_layer_options options)
{
    const gm_mention first[] = {sure(YEREVAN, "Երևան", 0.5, "First."),
                                sure(YEREVAN, "Yerevan", 1, "Second."),
                                unresolved("Nowhere")};
    const gm_mention second[] = {sure(SHUSHA, "Şuşa", 0.75, "Third."),
                                 sure(YEREVAN, "Yerevan", 0.9, "Fourth.")};
    const gm_document docs[] = {{"a.txt", first, 3}, {"b.txt", second, 2}};
    gm_layer *layer = NULL;
    gm_error err = {0};
    gm_status status =
        gm_layer_open(path_of("a.gpkg"), NULL, &options, &layer, &err);
    for (size_t i = 0; i < 2 && !status; i++)
        status = gm_layer_add(layer, &docs[i], &err);
    if (!status)
        status = gm_layer_commit(layer, &err);
    if (status)
        fail_msg("%s", err.message);
}

static OGRLayerH layer_of(GDALDatasetH dataset, const char *name, GIntBig rows)
{
    OGRLayerH layer = GDALDatasetGetLayerByName(dataset, name);
    if (!layer)
        fail_msg("no layer %s", name);
    if (OGR_L_GetFeatureCount(layer, TRUE) != rows)
        fail_msg("%s has %d rows", name,
                 (int)OGR_L_GetFeatureCount(layer, TRUE));
    return layer;
}

static OGRFeatureH row_where(OGRLayerH layer, const char *condition)
{
    OGR_L_SetAttributeFilter(layer, condition);
    OGR_L_ResetReading(layer);
    OGRFeatureH row = OGR_L_GetNextFeature(layer);
    if (!row)
        fail_msg("no row where %s", condition);
    OGR_L_SetAttributeFilter(layer, NULL);
    return row;
}

static GDALDatasetH open_package(void)
{
    OGRLayerH first;
    GDALDatasetH dataset = open_again(path_of("a.gpkg"), &first);
    assert_string_equal(OGR_L_GetName(first), "mentions");
    return dataset;
}

static void places_are_there_once_with_their_counts(void **state)
{
    (void)state;
    write_package(options_for(NULL));
    GDALDatasetH dataset = open_package();
    OGRLayerH places = layer_of(dataset, "places", 2);
    OGRFeatureH row = row_where(places, "place = 'geonames:616052'");
    assert_number(row, "mentions", 3);
    assert_number(row, "documents", 2);
    assert_number(row, "confidence", 0.8);
    assert_text(row, "quote", "First.");
    assert_text(row, "name", "Yerevan");
    assert_text(row, "country", "AM");
    assert_number(row, "radius_km", 14.25);
    assert_number(row, "population", 1093485);
    assert_point(row, 44.51361, 40.18111, 1e-7);
    OGR_F_Destroy(row);
    row = row_where(places, "name = 'Şuşa'");
    assert_number(row, "mentions", 1);
    assert_number(row, "documents", 1);
    OGR_F_Destroy(row);
    GDALClose(dataset);
}

static void documents_are_there_with_their_counts(void **state)
{
    (void)state;
    fake_title = "Նորություններ";
    write_package(options_for(NULL));
    fake_title = "";
    GDALDatasetH dataset = open_package();
    OGRLayerH documents = layer_of(dataset, "documents", 2);
    assert_int_equal(OGR_L_GetGeomType(documents), wkbNone);
    OGRFeatureH row = row_where(documents, "id = 'a.txt'");
    assert_number(row, "mentions", 3);
    assert_number(row, "places", 1);
    assert_text(row, "title", "Նորություններ");
    assert_text(row, "date", NULL);
    OGR_F_Destroy(row);
    row = row_where(documents, "id = 'b.txt'");
    assert_number(row, "mentions", 2);
    assert_number(row, "places", 2);
    OGR_F_Destroy(row);
    GDALClose(dataset);
}

static void unresolved_mentions_have_a_table_of_their_own(void **state)
{
    (void)state;
    write_package(options_for(NULL));
    GDALDatasetH dataset = open_package();
    layer_of(dataset, "mentions", 4);
    OGRFeatureH row = row_where(layer_of(dataset, "unresolved", 1), NULL);
    assert_text(row, "mention", "Nowhere");
    assert_text(row, "doc", "a.txt");
    assert_text(row, "use", "literal");
    assert_number(row, "start", 4);
    OGR_F_Destroy(row);
    GDALClose(dataset);
}

static void candidates_are_there_when_asked_for(void **state)
{
    (void)state;
    gm_write_options write;
    gm_write_options_init(&write);
    gm_layer_options options = options_for(NULL);
    write_package(options);
    GDALDatasetH dataset = open_package();
    assert_null(GDALDatasetGetLayerByName(dataset, "candidates"));
    GDALClose(dataset);
    write.candidates = 2;
    options.write = &write;
    options.overwrite = true;
    write_package(options);
    dataset = open_package();
    OGRFeatureH row = row_where(layer_of(dataset, "candidates", 10),
                                "mention = 'Şuşa' AND rank = 1");
    assert_text(row, "place", "geonames:586523");
    assert_number(row, "probability", 0.91);
    assert_point(row, 46.7464, 39.7585, 1e-7);
    OGR_F_Destroy(row);
    GDALClose(dataset);
}

/* Without a file of outlines, countries are counted all the same. */
static void countries_are_counted_by_places(void **state)
{
    (void)state;
    write_package(options_for(NULL));
    GDALDatasetH dataset = open_package();
    OGRLayerH countries = layer_of(dataset, "countries", 2);
    assert_int_equal(OGR_L_GetGeomType(countries), wkbMultiPolygon);
    OGRFeatureH row = row_where(countries, "country = 'AM'");
    assert_number(row, "mentions", 3);
    assert_number(row, "places", 1);
    OGR_F_Destroy(row);
    GDALClose(dataset);
}

/* The land is there, too: each area of the file in one layer or the other. */
static void countries_have_outlines_where_there_is_a_file(void **state)
{
    (void)state;
    gm_write_options write;
    gm_write_options_init(&write);
    write.data_directory = "gazetteer/outline";
    gm_layer_options options = options_for(NULL);
    options.write = &write;
    options.crs = "EPSG:3857";
    write_package(options);
    GDALDatasetH dataset = open_package();
    OGRFeatureH row =
        row_where(layer_of(dataset, "countries", 2), "country = 'AM'");
    assert_text(row, "name", "Armenia");
    OGREnvelope box;
    OGR_G_GetEnvelope(OGR_F_GetGeometryRef(row), &box);
    /* 43.4 to 46.7 east, 38.8 to 41.3 north in metres of Mercator. */
    assert_true(box.MinX > 4.82e6 && box.MaxX < 5.2e6);
    assert_true(box.MinY > 4.68e6 && box.MaxY < 5.06e6);
    OGR_F_Destroy(row);
    OGRLayerH land = GDALDatasetGetLayerByName(dataset, "land");
    assert_true(OGR_L_GetFeatureCount(land, TRUE) > 150);
    OGR_L_SetAttributeFilter(land, "country IN ('AM', 'AZ')");
    assert_int_equal(OGR_L_GetFeatureCount(land, TRUE), 0);
    GDALClose(dataset);
}

static void check_part(OGRGeometryH part, const char *country)
{
    OGREnvelope box;
    OGR_G_GetEnvelope(part, &box);
    assert_true(box.MinX >= -180 && box.MaxX <= 180);
    assert_true(box.MinY >= -90 && box.MaxY <= 90);
    /* Antarctica is all around. */
    if (box.MaxX - box.MinX > 180 && strcmp(country, "AQ") != 0)
        fail_msg("%s reaches around the earth", country);
}

/* Russia and Fiji lie on both sides of the antimeridian, and end at it. */
static void outlines_are_split_at_the_antimeridian(void **state)
{
    (void)state;
    gm_write_options write;
    gm_write_options_init(&write);
    write.data_directory = "gazetteer/outline";
    gm_layer_options options = options_for(NULL);
    options.write = &write;
    write_package(options);
    GDALDatasetH dataset = open_package();
    OGRLayerH land = GDALDatasetGetLayerByName(dataset, "land");
    assert_non_null(land);
    size_t split = 0;
    OGR_L_ResetReading(land);
    for (OGRFeatureH row; (row = OGR_L_GetNextFeature(land));) {
        OGRGeometryH area = OGR_F_GetGeometryRef(row);
        const char *country =
            OGR_F_GetFieldAsString(row, field_index(row, "country"));
        OGREnvelope box;
        OGR_G_GetEnvelope(area, &box);
        split += (strcmp(country, "RU") == 0 || strcmp(country, "FJ") == 0) &&
                 box.MinX == -180 && box.MaxX == 180;
        for (int i = 0; i < OGR_G_GetGeometryCount(area); i++)
            check_part(OGR_G_GetGeometryRef(area, i), country);
        OGR_F_Destroy(row);
    }
    assert_int_equal(split, 2);
    GDALClose(dataset);
}

static void appending_adds_to_every_layer(void **state)
{
    (void)state;
    gm_layer_options options = options_for(NULL);
    options.style = true;
    write_package(options);
    options.append = true;
    write_package(options);
    GDALDatasetH dataset = open_package();
    layer_of(dataset, "mentions", 8);
    layer_of(dataset, "documents", 4);
    layer_of(dataset, "unresolved", 2);
    OGRFeatureH row = row_where(layer_of(dataset, "places", 2),
                                "place = 'geonames:616052'");
    assert_number(row, "mentions", 6);
    assert_number(row, "documents", 4);
    assert_number(row, "confidence", 0.8);
    assert_text(row, "quote", "First.");
    OGR_F_Destroy(row);
    row = row_where(layer_of(dataset, "countries", 2), "country = 'AM'");
    assert_number(row, "mentions", 6);
    OGR_F_Destroy(row);
    layer_of(dataset, "layer_styles", 4); /* not twice */
    GDALClose(dataset);
}

static void a_layer_with_a_name_of_its_own_is_alone(void **state)
{
    (void)state;
    gm_layer_options options = options_for(NULL);
    options.name = "mine";
    options.style = true;
    write_package(options);
    OGRLayerH layer;
    GDALDatasetH dataset = open_again(path_of("a.gpkg"), &layer);
    assert_string_equal(OGR_L_GetName(layer), "mine");
    assert_int_equal(GDALDatasetGetLayerCount(dataset), 2);
    OGRFeatureH row = row_where(layer_of(dataset, "layer_styles", 1), NULL);
    assert_text(row, "f_table_name", "mine");
    OGR_F_Destroy(row);
    GDALClose(dataset);
}

/* One answer of a query as a text; the caller frees it. */
static char *ask(GDALDatasetH dataset, const char *sql)
{
    OGRLayerH answer = GDALDatasetExecuteSQL(dataset, sql, NULL, NULL);
    if (!answer)
        fail_msg("no answer: %s", sql);
    OGRFeatureH row = OGR_L_GetNextFeature(answer);
    if (!row)
        fail_msg("no row: %s", sql);
    char *text = strdup(OGR_F_GetFieldAsString(row, 0));
    OGR_F_Destroy(row);
    GDALDatasetReleaseResultSet(dataset, answer);
    return text;
}

static void assert_answer(GDALDatasetH dataset, const char *sql,
                          const char *expected)
{
    char *text = ask(dataset, sql);
    if (strcmp(text, expected) != 0)
        fail_msg("%s: '%s', not '%s'", sql, text, expected);
    free(text);
}

static void qgis_finds_styles_titles_and_a_project(void **state)
{
    (void)state;
    gm_layer_options options = options_for(NULL);
    options.style = true;
    write_package(options);
    GDALDatasetH dataset = open_package();
    assert_answer(dataset, "SELECT group_concat(f_table_name || f_geometry_column || "
                  "useAsDefault) FROM layer_styles",
                  "placesgeom1,mentionsgeom1,countriesgeom1,landgeom1");
    assert_answer(dataset, "SELECT identifier FROM gpkg_contents WHERE "
                  "table_name = 'places'", "Places");
    assert_answer(dataset, "SELECT data_type FROM gpkg_contents WHERE "
                  "table_name = 'layer_styles'", "attributes");
    assert_answer(dataset, "SELECT count(*) FROM gpkg_extensions WHERE "
                  "extension_name = 'gpkg_rtree_index'", "4");
    /* A zip file in hexadecimal digits. */
    assert_answer(dataset, "SELECT name || substr(content, 1, 8) FROM "
                  "qgis_projects", "geomention504B0304");
    assert_answer(dataset, "SELECT count(*) FROM layer_styles WHERE "
                  "styleQML LIKE '%<mapTip>%' AND styleQML LIKE "
                  "'%RenderMetersInMapUnits%'", "2");
    GDALClose(dataset);
}

static void without_style_there_is_none(void **state)
{
    (void)state;
    write_package(options_for(NULL));
    GDALDatasetH dataset = open_package();
    assert_answer(dataset, "SELECT count(*) FROM sqlite_master WHERE name IN "
                  "('layer_styles', 'qgis_projects')", "0");
    GDALClose(dataset);
}

static void equal_input_gives_equal_bytes_at_a_fixed_date(void **state)
{
    (void)state;
    gm_layer_options options = options_for(NULL);
    options.style = true;
    options.overwrite = true;
    assert_int_equal(setenv("SOURCE_DATE_EPOCH", "1700000000", 1), 0);
    size_t lengths[2];
    char *bytes[2];
    for (int i = 0; i < 2; i++) {
        if (i)
            sleep(1); /* the clock is another */
        write_package(options);
        bytes[i] = read_text("a.gpkg", &lengths[i]);
    }
    assert_int_equal(unsetenv("SOURCE_DATE_EPOCH"), 0);
    assert_int_equal(lengths[0], lengths[1]);
    assert_true(lengths[0] > 50000);
    assert_memory_equal(bytes[0], bytes[1], lengths[0]);
    free(bytes[0]);
    free(bytes[1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        layer_test(places_are_there_once_with_their_counts),
        layer_test(documents_are_there_with_their_counts),
        layer_test(unresolved_mentions_have_a_table_of_their_own),
        layer_test(candidates_are_there_when_asked_for),
        layer_test(countries_are_counted_by_places),
        layer_test(countries_have_outlines_where_there_is_a_file),
        layer_test(outlines_are_split_at_the_antimeridian),
        layer_test(appending_adds_to_every_layer),
        layer_test(a_layer_with_a_name_of_its_own_is_alone),
        layer_test(qgis_finds_styles_titles_and_a_project),
        layer_test(without_style_there_is_none),
        layer_test(equal_input_gives_equal_bytes_at_a_fixed_date),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
