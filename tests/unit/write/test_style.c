/* SPDX-License-Identifier: MIT */
/* Styles for QGIS: what they say of a layer, and where they are put. */
#include "fake.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *field_of_odd_layer(const void *context, const char *field)
{
    (void)context;
    if (strcmp(field, "mention") == 0)
        return "a\"b <c>";
    return strcmp(field, "use") == 0 ? "use" : NULL;
}

static char *write_style(gm_style style)
{
    char *text = NULL;
    size_t length;
    FILE *stream = open_memstream(&text, &length);
    assert_non_null(stream);
    assert_int_equal(gm_style_write(&style, stream, NULL), GM_OK);
    fclose(stream);
    return text;
}

static void assert_style_has(gm_style style, const char *words)
{
    char *text = write_style(style);
    if (!strstr(text, words))
        fail_msg("no '%s' in %s", words, text);
    free(text);
}

static void mentions_are_drawn_by_use(void **state)
{
    (void)state;
    const gm_style style = {.kind = GM_STYLE_MENTIONS};
    assert_style_has(style, "type=\"categorizedSymbol\"");
    assert_style_has(style, "attr=\"&quot;use&quot;\"");
    assert_style_has(style, "value=\"metonymic\"");
    assert_style_has(style, "value=\"\" symbol=\"4\"");
    assert_style_has(style, "RenderMetersInMapUnits");
    assert_style_has(style, "obstacle=\"0\"");
}

/* A large circle stays empty; metres of Mercator are not those of the ground;
   countries have capitals and a small mark. */
static void places_show_their_reach_and_countries_stand_out(void **state)
{
    (void)state;
    const gm_style style = {.kind = GM_STYLE_PLACES};
    assert_style_has(style, "if(&quot;radius_km&quot; &gt; 100, "
                            "&#39;213,94,0,0&#39;, &#39;213,94,0,20&#39;)");
    assert_style_has(style, "&quot;radius_km&quot; * 2000 / if(@map_crs = "
                            "&#39;EPSG:3857&#39;, cos(radians("
                            "&quot;latitude&quot;)), 1), 0)");
    assert_style_has(style, "if(&quot;feature&quot; LIKE &#39;A.PCL%&#39;, "
                            "&#39;upper&#39;, &#39;mixed&#39;)");
    assert_style_has(style, "if(&quot;feature&quot; LIKE &#39;A.PCL%&#39;, 1.8,");
}

static void a_tip_shows_texts_as_texts(void **state)
{
    (void)state;
    const gm_style style = {.kind = GM_STYLE_MENTIONS};
    assert_style_has(style, "replace(replace(coalesce(&quot;quote&quot;, "
                            "&#39;&#39;), &#39;&amp;&#39;, "
                            "&#39;&amp;amp;&#39;), &#39;&lt;&#39;, "
                            "&#39;&amp;lt;&#39;)");
}

static void names_of_fields_are_quoted_twice(void **state)
{
    (void)state;
    const gm_style style = {.kind = GM_STYLE_MENTIONS,
                            .field_name = field_of_odd_layer};
    assert_style_has(style, "&quot;a&quot;&quot;b &lt;c&gt;&quot;");
    char *text = write_style(style);
    assert_null(strstr(text, "<c>"));
    assert_null(strstr(text, "confidence"));
    assert_null(strstr(text, "RenderMetersInMapUnits"));
    free(text);
}

/* How many ranges there are, each beginning where the last one ended. */
static size_t count_ranges(uint64_t most)
{
    char *text = write_style((gm_style){.kind = GM_STYLE_COUNTRIES,
                                        .most = most});
    size_t count = 0;
    unsigned long long end = 0, low, high;
    for (const char *p = text; (p = strstr(p, "lower=\"")) != NULL; p++) {
        assert_int_equal(sscanf(p, "lower=\"%llu\" upper=\"%llu\"", &low,
                                &high), 2);
        assert_true(low == end + 1 && high >= low);
        end = high;
        count++;
    }
    assert_true(end >= most);
    free(text);
    return count;
}

static void countries_of_every_count_have_a_colour(void **state)
{
    (void)state;
    assert_int_equal(count_ranges(1), 2); /* and more */
    assert_int_equal(count_ranges(2), 2);
    assert_int_equal(count_ranges(100), 5);
    assert_int_equal(count_ranges(1000000), 5);
    assert_int_equal(count_ranges(UINT64_C(1) << 40), 5);
    assert_int_equal(count_ranges(0), 5); /* not known */
}

static void a_full_device_is_an_error(void **state)
{
    (void)state;
    FILE *full = fopen("/dev/full", "wb");
    assert_non_null(full);
    setvbuf(full, NULL, _IONBF, 0);
    const gm_style style = {.kind = GM_STYLE_MENTIONS};
    gm_error err = {0};
    assert_int_equal(gm_style_write(&style, full, &err), GM_ERR_IO);
    assert_non_null(strstr(err.message, "no space left"));
    fclose(full);
}

/* ---- Beside a file ------------------------------------------------------ */

static char folder[64];

static int make_folder(void **state)
{
    (void)state;
    strcpy(folder, "/tmp/geomention-test.XXXXXX");
    return mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **state)
{
    char command[96];
    (void)state;
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command);
}

static const char *path_of(const char *name)
{
    static char paths[4][128];
    static size_t next;
    char *path = paths[next++ % 4];
    snprintf(path, sizeof paths[0], "%s/%s", folder, name);
    return path;
}

static void put(const char *name, const char *text)
{
    FILE *file = fopen(path_of(name), "wb");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static void assert_file(const char *name, const char *expected)
{
    char text[600] = "";
    FILE *file = fopen(path_of(name), "rb");
    if (!file)
        fail_msg("no file %s", name);
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    fclose(file);
    if (strncmp(text, expected, strlen(expected)) != 0)
        fail_msg("%s is '%s'", name, text);
}

static bool has_file(const char *name)
{
    return access(path_of(name), F_OK) == 0;
}

static void write_beside(const char *name, const char *format,
                         const gm_write_options *options, bool overwrite)
{
    gm_write_options defaults;
    gm_write_options_init(&defaults);
    put(name, "");
    assert_int_equal(gm_style_write_beside(path_of(name), format,
                                           options ? options : &defaults,
                                           overwrite, NULL),
                     GM_OK);
}

static void csv_has_the_types_of_its_columns(void **state)
{
    (void)state;
    static const char *const fields[] = {"mention", "latitude", "longitude",
                                         "population", "confidence"};
    gm_write_options options;
    gm_write_options_init(&options);
    options.fields = fields;
    options.field_count = 5;
    write_beside("a.b.csv", "csv", &options, false);
    assert_file("a.b.qml", "<!DOCTYPE qgis");
    assert_file("a.b.csvt", "\"String\",\"CoordY\",\"CoordX\",\"Integer64\","
                            "\"Real\"\n");
    assert_file("a.b.prj", "GEOGCS[\"WGS 84\"");
}

static void a_table_without_points_has_no_style(void **state)
{
    (void)state;
    static const char *const fields[] = {"mention"};
    gm_write_options options;
    gm_write_options_init(&options);
    options.fields = fields;
    options.field_count = 1;
    write_beside("a.csv", "csv", &options, false);
    assert_false(has_file("a.qml") || has_file("a.csvt"));
    options.fields = NULL;
    options.coords = GM_COORDS_MGRS;
    write_beside("a.csv", "csv", &options, false);
    assert_false(has_file("a.qml") || has_file("a.csvt"));
    write_beside("a.jsonl", "jsonl", NULL, false);
    write_beside("a.html", "html", NULL, false);
    assert_false(has_file("a.qml"));
}

static void what_is_there_stays_unless_replaced(void **state)
{
    (void)state;
    put("a.qml", "mine");
    put("a.prj", "mine");
    write_beside("a.csv", "csv", NULL, false);
    assert_file("a.qml", "mine");
    write_beside("a.csv", "csv", NULL, true);
    assert_file("a.qml", "<!DOCTYPE qgis");
    assert_file("a.prj", "mine"); /* of a shapefile, perhaps */
}

static void geojson_has_a_style_and_a_pipe_has_none(void **state)
{
    (void)state;
    write_beside("a.geojson", "geojson", NULL, false);
    assert_true(has_file("a.qml") && !has_file("a.csvt"));
    gm_write_options options;
    gm_write_options_init(&options);
    assert_int_equal(mkfifo(path_of("b.csv"), 0600), 0);
    assert_int_equal(gm_style_write_beside(path_of("b.csv"), "csv", &options,
                                           false, NULL),
                     GM_OK);
    assert_false(has_file("b.qml"));
}

#define folder_test(f)                                                         \
    cmocka_unit_test_setup_teardown(f, make_folder, remove_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mentions_are_drawn_by_use),
        cmocka_unit_test(places_show_their_reach_and_countries_stand_out),
        cmocka_unit_test(a_tip_shows_texts_as_texts),
        cmocka_unit_test(names_of_fields_are_quoted_twice),
        cmocka_unit_test(countries_of_every_count_have_a_colour),
        cmocka_unit_test(a_full_device_is_an_error),
        folder_test(csv_has_the_types_of_its_columns),
        folder_test(a_table_without_points_has_no_style),
        folder_test(what_is_there_stays_unless_replaced),
        folder_test(geojson_has_a_style_and_a_pipe_has_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
