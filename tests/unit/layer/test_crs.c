/* SPDX-License-Identifier: MIT */
/* Coordinate reference systems: known, unknown, and never with swapped axes. */
#include "layer/crs.h"

#include "fixture.h"

#include <cpl_error.h>

static void assert_projects(const char *definition, double x, double y)
{
    struct gmi_crs crs;
    gm_error err = {0};
    if (gmi_crs_init(&crs, definition, &err))
        fail_msg("%s", err.message);
    double found_x = 44.51361, found_y = 40.18111;
    assert_true(gmi_crs_project(&crs, &found_x, &found_y));
    if (fabs(found_x - x) > 0.01 || fabs(found_y - y) > 0.01)
        fail_msg("%s: %.3f %.3f, not %.3f %.3f", definition, found_x, found_y,
                 x, y);
    assert_true(gmi_crs_unproject(&crs, &found_x, &found_y));
    assert_true(fabs(found_x - 44.51361) < 1e-7);
    assert_true(fabs(found_y - 40.18111) < 1e-7);
    gmi_crs_release(&crs);
}

/* Values of GDAL's gdaltransform. */
static void yerevan_is_where_it_belongs_in_every_spelling(void **state)
{
    (void)state;
    static const char *const mercator[] = {
        "EPSG:3857", "epsg:3857", "urn:ogc:def:crs:EPSG::3857",
        "WGS 84 / Pseudo-Mercator",
        "+proj=merc +a=6378137 +b=6378137 +units=m +no_defs"};
    for (size_t i = 0; i < sizeof mercator / sizeof mercator[0]; i++)
        assert_projects(mercator[i], 4955232.40, 4892295.70);
    assert_projects("EPSG:32638", 458591.71, 4447972.38);
}

/* Systems whose first axis is north: plausible, wrong and silent if trusted. */
static void axes_are_east_then_north(void **state)
{
    (void)state;
    assert_projects("EPSG:4269", 44.51361, 40.18111); /* NAD83, lat lon */
    struct gmi_crs crs;
    assert_int_equal(gmi_crs_init(&crs, "EPSG:2193", NULL), GM_OK);
    double x = 174.78, y = -41.29; /* Wellington in northing, easting */
    assert_true(gmi_crs_project(&crs, &x, &y));
    assert_true(fabs(x - 1748900) < 1000);
    assert_true(fabs(y - 5427400) < 1000);
    gmi_crs_release(&crs);
}

static void wgs84_by_any_name_needs_nothing(void **state)
{
    (void)state;
    static const char *const names[] = {
        NULL, "EPSG:4326", "epsg:4326", "OGC:CRS84", "WGS84",
        "+proj=longlat +datum=WGS84 +no_defs", "urn:ogc:def:crs:EPSG::4326"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        struct gmi_crs crs;
        assert_int_equal(gmi_crs_init(&crs, names[i], NULL), GM_OK);
        assert_true(gmi_crs_is_wgs84(&crs));
        double x = 1, y = 2;
        assert_true(gmi_crs_project(&crs, &x, &y));
        assert_true(x == 1 && y == 2);
        gmi_crs_release(&crs);
    }
}

/* Whatever the user's settings say: a grid from a server would change results
   from one machine to the next, and tell somebody what is being mapped. */
static void the_network_is_never_asked(void **state)
{
    (void)state;
    assert_int_equal(setenv("PROJ_NETWORK", "ON", 1), 0);
    struct gmi_crs crs;
    assert_int_equal(gmi_crs_init(&crs, "EPSG:2154", NULL), GM_OK);
    assert_non_null(crs.context);
    assert_false(proj_context_is_network_enabled(crs.context));
    gmi_crs_release(&crs);
    assert_int_equal(unsetenv("PROJ_NETWORK"), 0);
}

static void a_bad_crs_is_told_with_the_reason_of_proj(void **state)
{
    (void)state;
    static const char *const bad[][2] = {
        {"EPSG:99999", "crs not found"},
        {"nonsense", "bad CRS 'nonsense'"},
        {"", "bad CRS ''"},
        {"+proj=nope", "bad CRS"},
        {"GEOGCS[", "bad CRS"},
        {"+proj=pipeline +step +proj=unitconvert", "bad CRS"},
        {"EPSG:1000000000000", "bad CRS"},
        {"urn:ogc:def:coordinateOperation:EPSG::1671",
         "not a coordinate reference system"},
        {"\xff\xfe\n", "bad CRS"},
    };
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        struct gmi_crs crs;
        gm_error err = {0};
        const gm_status status = gmi_crs_init(&crs, bad[i][0], &err);
        if (status != GM_ERR_ARGUMENT || !strstr(err.message, bad[i][1]))
            fail_msg("%s: %d %s", bad[i][0], status, err.message);
        assert_null(crs.context);
        assert_int_equal(gmi_crs_init(&crs, bad[i][0], NULL),
                         GM_ERR_ARGUMENT);
    }
}

static void a_prj_file_is_read(void **state)
{
    (void)state;
    struct gmi_crs crs;
    assert_int_equal(gmi_crs_init(&crs, "EPSG:32638", NULL), GM_OK);
    const char *wkt =
        proj_as_wkt(crs.context, crs.system, PJ_WKT1_ESRI, NULL);
    assert_non_null(wkt);
    write_text("a.prj", wkt);
    gmi_crs_release(&crs);
    assert_projects(path_of("a.prj"), 458591.71, 4447972.38);
    CPLPushErrorHandler(CPLQuietErrorHandler);
    assert_int_equal(gmi_crs_init(&crs, path_of("b.prj"), NULL),
                     GM_ERR_ARGUMENT);
    CPLPopErrorHandler();
}

static void a_layer_is_in_the_system_asked_for(void **state)
{
    (void)state;
    static const char *const files[] = {"a.gpkg", "a.shp", "a.fgb", "a.gml",
                                        "a.tab"};
    const gm_mention mention = mention_of(YEREVAN, "Yerevan");
    gm_layer_options options = options_for(NULL);
    options.crs = "EPSG:32638";
    for (size_t f = 0; f < sizeof files / sizeof files[0]; f++) {
        assert_writes(path_of(files[f]), options, &mention, 1, NULL);
        OGRLayerH layer;
        GDALDatasetH dataset = open_again(path_of(files[f]), &layer);
        OGRSpatialReferenceH osr = OGR_L_GetSpatialRef(layer);
        assert_non_null(osr);
        assert_true(OSRIsProjected(osr));
        OGRFeatureH row = OGR_L_GetNextFeature(layer);
        assert_point(row, 458591.71, 4447972.38, 0.02);
        if (strcmp(files[f], "a.shp") == 0)
            assert_number(row, "lon", 44.51361);
        else
            assert_number(row, "longitude", 44.51361);
        OGR_F_Destroy(row);
        GDALClose(dataset);
    }
}

/* The two doubles at an offset of a file, in its own order. */
static void read_pair(const char *name, size_t offset, double pair[2])
{
    size_t length;
    char *bytes = read_text(name, &length);
    assert_non_null(bytes);
    assert_true(length >= offset + 16);
    memcpy(pair, bytes + offset, 16);
    free(bytes);
}

/* Where a GeoPackage's row has its point: "GP", flags, system, then the number
   1 of a point in well-known binary. */
static size_t find_point_of_package(const char *name)
{
    static const char point[] = "\x01\x01\0\0";
    size_t length = 0;
    char *bytes = read_text(name, &length);
    for (size_t i = 0; i + 29 < length; i++)
        if (memcmp(bytes + i, "GP\0\x01", 4) == 0 &&
            memcmp(bytes + i + 8, point, 4) == 0) {
            free(bytes);
            return i + 13;
        }
    fail_msg("no point in %s", name);
    return 0;
}

static void assert_pair(const char *name, size_t offset, double x, double y)
{
    double pair[2];
    read_pair(name, offset, pair);
    if (fabs(pair[0] - x) > 0.02 || fabs(pair[1] - y) > 0.02)
        fail_msg("%s: %.4f %.4f, not %.4f %.4f", name, pair[0], pair[1], x, y);
}

/*
 * Their definitions have northing or latitude first. What OGR reads back could
 * be swapped twice, so the bytes of two formats are looked at, too; GML alone
 * has the order of the definition.
 */
static void systems_that_begin_with_north_are_written_east_first(void **state)
{
    (void)state;
    static const struct {
        const char *crs;
        double x, y;
        const char *gml;
    } systems[] = {
        {"EPSG:3035", 7160332.718, 2563268.496, "<gml:pos>2563268.49"},
        {"EPSG:31468", 7287664.487, 4991372.340, "<gml:pos>4991372.3"},
        {"EPSG:4258", 44.51361, 40.18111, "<gml:pos>40.18111 44.51361<"},
        {"EPSG:4326", 44.51361, 40.18111, "<gml:pos>40.18111 44.51361<"},
    };
    static const char *const files[] = {"a.gpkg", "a.shp", "a.fgb", "a.gml",
                                        "a.tab", "a.sqlite", "a.gdb"};
    const gm_mention mention = mention_of(YEREVAN, "Yerevan");
    gm_layer_options options = options_for(NULL);
    options.overwrite = true;
    for (size_t s = 0; s < sizeof systems / sizeof systems[0]; s++) {
        options.crs = systems[s].crs;
        for (size_t f = 0; f < sizeof files / sizeof files[0]; f++) {
            assert_writes(path_of(files[f]), options, &mention, 1, NULL);
            OGRLayerH layer;
            GDALDatasetH dataset = open_again(path_of(files[f]), &layer);
            OGRFeatureH row = OGR_L_GetNextFeature(layer);
            assert_point(row, systems[s].x, systems[s].y, 0.02);
            OGR_F_Destroy(row);
            GDALClose(dataset);
        }
        assert_pair("a.shp", 112, systems[s].x, systems[s].y);
        assert_pair("a.gpkg", find_point_of_package("a.gpkg"), systems[s].x,
                    systems[s].y);
        size_t length = 0;
        char *gml = read_text("a.gml", &length);
        if (!strstr(gml, systems[s].gml))
            fail_msg("%s: no %s", systems[s].crs, systems[s].gml);
        free(gml);
    }
}

static void the_default_is_wgs84_in_the_usual_order(void **state)
{
    (void)state;
    static const char *const files[] = {"a.gpkg", "a.shp", "a.fgb", "a.kml",
                                        "a.geojson", "a.gml", "a.tab"};
    const gm_mention mention = mention_of(YEREVAN, "Yerevan");
    for (size_t f = 0; f < sizeof files / sizeof files[0]; f++) {
        assert_writes(path_of(files[f]), options_for(NULL), &mention, 1, NULL);
        OGRLayerH layer;
        GDALDatasetH dataset = open_again(path_of(files[f]), &layer);
        OGRSpatialReferenceH osr = OGR_L_GetSpatialRef(layer);
        assert_non_null(osr);
        assert_true(OSRIsGeographic(osr));
        OGRFeatureH row = OGR_L_GetNextFeature(layer);
        assert_point(row, 44.51361, 40.18111, 1e-7);
        OGR_F_Destroy(row);
        GDALClose(dataset);
    }
}

/* The South Pole in a cone over France: the row stays, its point cannot. */
static void a_point_outside_of_the_system_is_counted(void **state)
{
    (void)state;
    const gm_mention mentions[] = {mention_of(POLE, "South Pole"),
                                   mention_of(YEREVAN, "Yerevan")};
    gm_layer_options options = options_for(NULL);
    options.crs = "EPSG:2154";
    gm_layer_report report;
    assert_writes(path_of("a.gpkg"), options, mentions, 2, &report);
    assert_int_equal(report.rows, 2);
    assert_int_equal(report.unprojected, 1);
    assert_int_equal(report.left_out, 0);
    OGRLayerH layer;
    GDALDatasetH dataset = open_again(path_of("a.gpkg"), &layer);
    OGRFeatureH row = OGR_L_GetNextFeature(layer);
    assert_null(OGR_F_GetGeometryRef(row));
    assert_text(row, "mention", "South Pole");
    assert_number(row, "latitude", -90);
    OGR_F_Destroy(row);
    GDALClose(dataset);
    assert_writes(path_of("a.fgb"), options, mentions, 2, &report);
    assert_int_equal(report.rows, 1);
    assert_int_equal(report.unprojected, 1);
    assert_int_equal(report.left_out, 1);
}

static void formats_of_wgs84_refuse_another_system(void **state)
{
    (void)state;
    static const char *const files[] = {"a.geojson", "a.geojsonl", "a.kml",
                                        "a.kmz", "a.gpx"};
    gm_layer_options options = options_for(NULL);
    options.crs = "EPSG:3857";
    for (size_t f = 0; f < sizeof files / sizeof files[0]; f++)
        assert_refuses(path_of(files[f]), options, GM_ERR_ARGUMENT,
                       "holds WGS 84 only");
    /* Unless the older GeoJSON is asked for by name. */
    static const char *const older[] = {"RFC7946=NO"};
    options.layer_options = older;
    options.layer_option_count = 1;
    const gm_mention mention = mention_of(YEREVAN, "Yerevan");
    assert_writes(path_of("a.geojson"), options, &mention, 1, NULL);
    OGRLayerH layer;
    GDALDatasetH dataset = open_again(path_of("a.geojson"), &layer);
    OGRFeatureH row = OGR_L_GetNextFeature(layer);
    assert_point(row, 4955232.40, 4892295.70, 0.01);
    OGR_F_Destroy(row);
    GDALClose(dataset);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        layer_test(yerevan_is_where_it_belongs_in_every_spelling),
        layer_test(axes_are_east_then_north),
        layer_test(wgs84_by_any_name_needs_nothing),
        layer_test(the_network_is_never_asked),
        layer_test(a_bad_crs_is_told_with_the_reason_of_proj),
        layer_test(a_prj_file_is_read),
        layer_test(a_layer_is_in_the_system_asked_for),
        layer_test(systems_that_begin_with_north_are_written_east_first),
        layer_test(the_default_is_wgs84_in_the_usual_order),
        layer_test(a_point_outside_of_the_system_is_counted),
        layer_test(formats_of_wgs84_refuse_another_system),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
