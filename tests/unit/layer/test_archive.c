/* SPDX-License-Identifier: MIT */
/* KMZ: what is packed is what was written, and can be added to. */
#include "layer/archive.h"

#include "fixture.h"

#include <cpl_string.h>
#include <cpl_vsi.h>

static gm_mention quoted(const char *quote)
{
    gm_mention mention = mention_of(YEREVAN, "Yerevan");
    mention.quote = quote;
    return mention;
}

/* The doc.kml of an archive; the caller frees it. */
static char *document_of(const char *name)
{
    VSILFILE *file =
        VSIFOpenL(CPLSPrintf("/vsizip/{%s}/doc.kml", path_of(name)), "rb");
    assert_non_null(file);
    char *text = calloc(1, 1 << 20);
    assert_true(VSIFReadL(text, 1, (1 << 20) - 1, file) > 0);
    VSIFCloseL(file);
    return text;
}

/* The folder of the layer is left out, whatever a text looks like. */
static void lines_of_a_text_are_no_lines_of_the_file(void **state)
{
    (void)state;
    static const char *const quotes[] = {
        "<Folder><name>x</name>\n</Folder>\n<Placemark>\n", "\n\n</Folder>",
        "a\n<Document id=\"root_doc\">\n</Folder>\nb", "]]>&amp;\n\n"};
    enum { COUNT = sizeof quotes / sizeof quotes[0] };
    gm_mention mentions[COUNT];
    for (size_t i = 0; i < COUNT; i++)
        mentions[i] = quoted(quotes[i]);
    assert_writes(path_of("a.kmz"), options_for(NULL), mentions, COUNT, NULL);
    OGRLayerH layer;
    GDALDatasetH dataset = open_again(path_of("a.kmz"), &layer);
    assert_int_equal(OGR_L_GetFeatureCount(layer, TRUE), COUNT);
    for (size_t i = 0; i < COUNT; i++) {
        OGRFeatureH row = OGR_L_GetNextFeature(layer);
        assert_text(row, "description", quotes[i]);
        OGR_F_Destroy(row);
    }
    GDALClose(dataset);
    char *text = document_of("a.kmz");
    assert_null(strstr(text, "<Folder>"));
    assert_non_null(strstr(text, "<Document id=\"root_doc\">"
                                 "<name>mentions</name>\n"));
    free(text);
}

/* It has no fields, and a folder is all that says there is a layer. */
static void an_archive_without_rows_is_one(void **state)
{
    (void)state;
    assert_writes(path_of("a.kmz"), options_for(NULL), NULL, 0, NULL);
    char *text = document_of("a.kmz");
    assert_non_null(strstr(text, "<Folder><name>mentions</name>"));
    free(text);
    assert_int_equal(count_rows(path_of("a.kmz")), 0);
}

/* GDAL 3.6 would lose the rows of an archive that LIBKML made. */
static void an_archive_of_other_kind_is_not_added_to(void **state)
{
    (void)state;
    const gm_mention mention = mention_of(YEREVAN, "Yerevan");
    assert_writes(path_of("a.kmz"), options_for("LIBKML"), &mention, 1, NULL);
    assert_false(gmi_archive_is_plain(path_of("a.kmz")));
    gm_layer_options options = options_for(NULL);
    options.append = true;
    assert_refuses(path_of("a.kmz"), options, GM_ERR_UNSUPPORTED,
                   "it is no archive with one doc.kml");
    assert_int_equal(count_rows(path_of("a.kmz")), 1);
    assert_int_equal(count_files(), 1);
}

static void what_is_no_archive_is_not_plain(void **state)
{
    (void)state;
    GDALAllRegister();
    write_text("a.kmz", "no archive");
    assert_false(gmi_archive_is_plain(path_of("a.kmz")));
    assert_false(gmi_archive_is_plain(path_of("missing.kmz")));
    gm_layer_options options = options_for(NULL);
    options.append = true;
    assert_refuses(path_of("a.kmz"), options, GM_ERR_UNSUPPORTED,
                   "it is no archive with one doc.kml");
    size_t length;
    char *text = read_text("a.kmz", &length);
    assert_string_equal(text, "no archive");
    free(text);
    assert_int_equal(count_files(), 1);
}

static void equal_input_gives_equal_archives(void **state)
{
    (void)state;
    const gm_mention mention = mention_of(YEREVAN, "Yerevan");
    size_t lengths[2];
    char *bytes[2];
    gm_layer_options options = options_for(NULL);
    options.overwrite = true;
    for (int i = 0; i < 2; i++) {
        assert_writes(path_of("a.kmz"), options, &mention, 1, NULL);
        bytes[i] = read_text("a.kmz", &lengths[i]);
    }
    assert_int_equal(lengths[0], lengths[1]);
    assert_memory_equal(bytes[0], bytes[1], lengths[0]);
    free(bytes[0]);
    free(bytes[1]);
}

/* GDAL takes the first ".kmz" of a path for the end of the archive's name. */
static void a_folder_may_be_called_as_archives_are(void **state)
{
    (void)state;
    const gm_mention mention = mention_of(YEREVAN, "Yerevan");
    const char *const within = path_of("old.kmz.d");
    const char *const path = path_of("old.kmz.d/a.kmz");
    OGRLayerH layer;
    gm_layer_options options = options_for(NULL);
    assert_int_equal(mkdir(within, 0700), 0);
    assert_writes(path, options, &mention, 1, NULL);
    assert_true(gmi_archive_is_plain(path));
    options.append = true;
    assert_writes(path, options, &mention, 1, NULL);
    GDALDatasetH dataset = GDALOpenEx(CPLSPrintf("/vsizip/{%s}/doc.kml", path),
                                      GDAL_OF_VECTOR, NULL, NULL, NULL);
    assert_non_null(dataset);
    layer = GDALDatasetGetLayer(dataset, 0);
    assert_int_equal(OGR_L_GetFeatureCount(layer, TRUE), 2);
    GDALClose(dataset);
    assert_int_equal(unlink(path), 0);
    assert_int_equal(rmdir(within), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        layer_test(lines_of_a_text_are_no_lines_of_the_file),
        layer_test(an_archive_without_rows_is_one),
        layer_test(an_archive_of_other_kind_is_not_added_to),
        layer_test(what_is_no_archive_is_not_plain),
        layer_test(equal_input_gives_equal_archives),
        layer_test(a_folder_may_be_called_as_archives_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
