/* SPDX-License-Identifier: MIT */
/* The project in a GeoPackage: in which system, and what part of the earth. */
#include "fixture.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>

/* The project's text out of the table: a zip file in hexadecimal digits. */
static char *read_project(const char *path)
{
    OGRLayerH first;
    GDALDatasetH dataset = open_again(path, &first);
    OGRLayerH answer = GDALDatasetExecuteSQL(
        dataset, "SELECT '' || content FROM qgis_projects", NULL, NULL);
    assert_non_null(answer);
    OGRFeatureH row = OGR_L_GetNextFeature(answer);
    assert_non_null(row);
    int length = 0;
    GByte *zip = CPLHexToBinary(OGR_F_GetFieldAsString(row, 0), &length);
    VSIFCloseL(VSIFileFromMemBuffer("/vsimem/p.zip", zip,
                                    (vsi_l_offset)length, FALSE));
    char *text = calloc(1, 1 << 20);
    VSILFILE *file = VSIFOpenL("/vsizip//vsimem/p.zip/geomention.qgs", "rb");
    assert_non_null(file);
    assert_true(VSIFReadL(text, 1, (1 << 20) - 1, file) > 1000);
    VSIFCloseL(file);
    VSIUnlink("/vsimem/p.zip");
    CPLFree(zip);
    OGR_F_Destroy(row);
    GDALDatasetReleaseResultSet(dataset, answer);
    GDALClose(dataset);
    return text;
}

static const char *after(const char *text, const char *words)
{
    const char *found = strstr(text, words);
    if (!found)
        fail_msg("no %s in the project", words);
    return found + strlen(words);
}

/* The project of a layer of these: its system, and minx, miny, maxx, maxy. */
static void assert_view(const char *crs, const gm_mention *mentions,
                        size_t count, const char *system, const double box[4])
{
    gm_layer_options options = options_for(NULL);
    options.style = true;
    options.overwrite = true;
    options.crs = crs;
    assert_writes(path_of("a.gpkg"), options, mentions, count, NULL);
    char *text = read_project(path_of("a.gpkg"));
    const char *canvas = after(text, "<mapcanvas ");
    const char *authority = after(canvas, "<authid>");
    if (strncmp(authority, system, strlen(system)) != 0)
        fail_msg("the system is %.12s, not %s", authority, system);
    static const char *const sides[] = {"<xmin>", "<ymin>", "<xmax>",
                                        "<ymax>"};
    for (size_t i = 0; i < 4; i++) {
        const double found = CPLAtof(after(canvas, sides[i]));
        if (fabs(found - box[i]) > 1e-3 * fabs(box[i]))
            fail_msg("%s%.3f, not %.3f", sides[i], found, box[i]);
    }
    free(text);
}

/* Metres in EPSG:3857; 0.25 degrees and 8 % are added on each side. */
static void places_are_shown_in_mercator_with_room_around(void **state)
{
    (void)state;
    const gm_mention one[] = {mention_of(YEREVAN, "Yerevan")};
    static const double near[] = {4927402.4, 4855915.2, 4983062.2, 4928769.9};
    assert_view(NULL, one, 1, "EPSG:3857", near);
    const gm_mention two[] = {mention_of(YEREVAN, "Yerevan"),
                              mention_of(TOKYO, "Tokyo")};
    static const double far[] = {4079788.3, 3226960.0, 16425854.1, 6114404.1};
    assert_view(NULL, two, 2, "EPSG:3857", far);
}

static void a_place_at_the_pole_is_shown_with_the_earth(void **state)
{
    (void)state;
    const gm_mention mentions[] = {mention_of(POLE, "South Pole"),
                                   mention_of(YEREVAN, "Yerevan")};
    static const double box[] = {-1021369, -8392928, 5284568, 6070632};
    assert_view(NULL, mentions, 2, "EPSG:8857", box);
}

static void without_places_the_earth_is_shown(void **state)
{
    (void)state;
    static const double box[] = {-17243959, -8392928, 17243959, 8392928};
    assert_view(NULL, NULL, 0, "EPSG:8857", box);
}

static void a_system_that_was_asked_for_is_that_of_the_project(void **state)
{
    (void)state;
    const gm_mention one[] = {mention_of(YEREVAN, "Yerevan")};
    static const double box[] = {433591.7, 4422972.4, 483591.7, 4472972.4};
    assert_view("EPSG:32638", one, 1, "EPSG:32638", box);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        layer_test(places_are_shown_in_mercator_with_room_around),
        layer_test(a_place_at_the_pole_is_shown_with_the_earth),
        layer_test(without_places_the_earth_is_shown),
        layer_test(a_system_that_was_asked_for_is_that_of_the_project),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
