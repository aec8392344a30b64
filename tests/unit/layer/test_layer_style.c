/* SPDX-License-Identifier: MIT */
/* The style beside a file, by the names that its fields have there. */
#include "fixture.h"

static void write_styled(const char *name, bool style, bool overwrite)
{
    const gm_mention mention = mention_of(YEREVAN, "Երևան");
    gm_layer_options options = options_for(NULL);
    options.style = style;
    options.overwrite = overwrite;
    assert_writes(path_of(name), options, &mention, 1, NULL);
}

static void assert_style(const char *name, const char *words)
{
    size_t length = 0;
    char *text = read_text(name, &length);
    if (!text || !strstr(text, words))
        fail_msg("%s has no %s", name, words);
    assert_string_equal(text + length - 8, "</qgis>\n");
    free(text);
}

static void assert_no_style(const char *name)
{
    if (access(path_of(name), F_OK) == 0)
        fail_msg("%s is there", name);
}

static void a_style_lies_beside_what_qgis_finds_one_for(void **state)
{
    (void)state;
    static const char *const names[] = {"a.shp",     "b.fgb", "c.geojson",
                                        "d.geojsonl", "e.tab", "f.csv",
                                        "g.sqlite"};
    static const char *const styles[] = {"a.qml", "b.qml", "c.qml", "d.qml",
                                         "e.qml", "f.qml", "g.qml"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        write_styled(names[i], true, false);
        assert_style(styles[i], "categorizedSymbol");
    }
}

static void a_shapefile_is_styled_by_its_short_names(void **state)
{
    (void)state;
    write_styled("a.shp", true, false);
    assert_style("a.qml", "&quot;conf&quot;");
    size_t length;
    char *text = read_text("a.qml", &length);
    assert_null(strstr(text, "&quot;confidence&quot;"));
    free(text);
}

/* Both drivers of GDAL read it: LIBKML, which comes first, in small letters. */
static void kml_is_styled_by_the_names_that_are_read(void **state)
{
    (void)state;
    static const char *const files[] = {"a.kml", "a.kmz"};
    for (size_t f = 0; f < 2; f++) {
        write_styled(files[f], true, true);
        assert_style("a.qml", "&quot;Name&quot;");
        assert_style("a.qml", "&quot;description&quot;");
    }
}

static void a_style_that_is_there_stays(void **state)
{
    (void)state;
    write_text("a.qml", "mine");
    write_styled("a.shp", true, false);
    size_t length;
    char *text = read_text("a.qml", &length);
    assert_string_equal(text, "mine");
    free(text);
    write_styled("a.shp", true, true);
    assert_style("a.qml", "categorizedSymbol");
}

static void no_style_is_written_unasked_or_without_use(void **state)
{
    (void)state;
    write_styled("a.shp", false, false);
    assert_no_style("a.qml");
    write_styled("b.shz", true, false);
    assert_no_style("b.qml");
    write_styled("c.gml", true, false);
    assert_no_style("c.qml");
    write_styled("d.gpkg", true, false);
    assert_no_style("d.qml");
}

/* A style can't ask for fields that the layer lacks. */
static void a_layer_of_few_fields_has_a_style_of_few(void **state)
{
    (void)state;
    static const char *const fields[] = {"mention", "doc"};
    gm_write_options write;
    gm_write_options_init(&write);
    write.fields = fields;
    write.field_count = 2;
    const gm_mention mention = mention_of(YEREVAN, "Yerevan");
    gm_layer_options options = options_for(NULL);
    options.style = true;
    options.write = &write;
    assert_writes(path_of("a.fgb"), options, &mention, 1, NULL);
    assert_style("a.qml", "&quot;mention&quot;");
    size_t length;
    char *text = read_text("a.qml", &length);
    static const char *const lacking[] = {"confidence", "feature", "radius_km",
                                          "quote"};
    for (size_t i = 0; i < sizeof lacking / sizeof *lacking; i++)
        if (strstr(text, lacking[i]))
            fail_msg("the style asks for %s", lacking[i]);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        layer_test(a_style_lies_beside_what_qgis_finds_one_for),
        layer_test(a_shapefile_is_styled_by_its_short_names),
        layer_test(kml_is_styled_by_the_names_that_are_read),
        layer_test(a_style_that_is_there_stays),
        layer_test(no_style_is_written_unasked_or_without_use),
        layer_test(a_layer_of_few_fields_has_a_style_of_few),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
