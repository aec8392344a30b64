/* SPDX-License-Identifier: MIT */
/* What each driver of the list holds: rows, and texts of every kind. */
#include "layer/trait.h"

#include "fixture.h"

#include <ctype.h>

/* Drivers that write to a server, or what GDAL does not read as one layer. */
static bool is_not_read_again(const char *name)
{
    static const char *const names[] = {
        "AmigoCloud", "Carto",   "Elasticsearch", "GPSBabel", "MSSQLSpatial",
        "MVT",        "MySQL",   "NGW",           "PGDUMP",   "PostgreSQL"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}

/* A drawing has no fields. */
static bool holds_points_only(const char *name)
{
    return strcmp(name, "DXF") == 0;
}

/* ---- What is written ---------------------------------------------------- */

static char long_quote[10000 + 1]; /* 5,000 Armenian letters */

static const char *const TEXTS[][2] = {
    {"Երևան", "Երևանում։"},
    {"თბილისი", "თბილისში, „ციტატა“."},
    {"東京都🗼", "東京。"},
    {"Нахичевань", "«Ёлка» – №1…"},
    {"القدس", "\u200f(القدس)\u200f"},
    {"a \"b\" 'c', e;f|h\\i/j", "`x` \"\" '' \"y"},
    {"one\ntwo", "one\n\ntwo\r\nthree\tfour"},
    {"c\x01\x1b[31m\x7f", "d\x0b\x0c\x1f" "e"},
    {"long", long_quote},
    {"<b>&amp;</b> ]]>", "<![CDATA[x]]>"},
    {"007", "1e5"},
    {"x@y#z", "%s {0} \\n $HOME"},
    {"a\xff\xfe bad", "b\xc3"},
    {"\xEF\xBF\xBF!", "\xED\xA0\x80?"},
    {"empty", ""},
};

enum { COUNT = sizeof TEXTS / sizeof TEXTS[0], UNRESOLVED = COUNT, ALL };

/* Rows are known by `start`; the last has no point. */
static void fill(gm_mention mentions[ALL])
{
    for (size_t i = 0; i + 2 < sizeof long_quote; i += 2)
        memcpy(long_quote + i, "ա", 3);
    for (size_t i = 0; i < COUNT; i++) {
        mentions[i] = mention_of(i % 2 ? TOKYO : YEREVAN, TEXTS[i][0]);
        mentions[i].quote = TEXTS[i][1];
        mentions[i].start = i;
    }
    mentions[UNRESOLVED] = unresolved("nowhere");
    mentions[UNRESOLVED].start = UNRESOLVED;
}

/* ---- What is read ------------------------------------------------------- */

/* What each driver read, as far as it is not what was written. */
struct loss {
    const char *driver;
    const gm_layer_report *report;
    size_t changed, shortened;
};

/* Letters and digits alone: what no format may lose. */
static void strip(const char *text, char *out, size_t size)
{
    size_t used = 0;
    for (const char *p = text; *p && used + 1 < size; p++)
        if ((unsigned char)*p >= 0x80 || isalnum((unsigned char)*p))
            out[used++] = *p;
    out[used] = '\0';
}

/* Ends of lines are all one; blanks at an end are none. */
static void normalise(const char *text, char *out, size_t size)
{
    size_t used = 0;
    while (isspace((unsigned char)*text))
        text++;
    for (const char *p = text; *p && used + 1 < size; p++)
        if (p[0] != '\r')
            out[used++] = *p;
        else if (p[1] != '\n')
            out[used++] = '\n';
    while (used && isspace((unsigned char)out[used - 1]))
        used--;
    out[used] = '\0';
}

static bool is_odd(const char *text)
{
    return strchr(text, '\xff') || strchr(text, '\xc3') ||
           strchr(text, '\xED') || strstr(text, "\xEF\xBF\xBF") ||
           strchr(text, '<');
}

static void compare(struct loss *loss, const char *written, const char *read)
{
    static char a[12000], b[12000];
    normalise(written, a, sizeof a);
    normalise(read, b, sizeof b);
    if (strcmp(a, b) == 0)
        return;
    const size_t limit = gmi_trait_of(loss->driver)->text_bytes;
    if (limit && strlen(written) > limit) {
        loss->shortened++;
        if (strlen(b) + 4 < limit || strncmp(a, b, strlen(b)) != 0)
            fail_msg("%s: %zu bytes of a long text", loss->driver, strlen(b));
        return;
    }
    loss->changed++;
    if (is_odd(written))
        return;
    strip(written, a, sizeof a);
    strip(read, b, sizeof b);
    if (strcmp(a, b) != 0)
        fail_msg("%s: '%s' came back as '%s'", loss->driver, written, read);
}

/* The field of that name, under a name that the format has for it. */
static int find(OGRFeatureH row, const char *const *names)
{
    for (int i = 0; i < OGR_F_GetFieldCount(row); i++)
        for (const char *const *name = names; *name; name++)
            if (EQUAL(OGR_Fld_GetNameRef(OGR_F_GetFieldDefnRef(row, i)),
                      *name) &&
                OGR_F_IsFieldSetAndNotNull(row, i))
                return i;
    return -1;
}

static const char *text_of(OGRFeatureH row, const char *const *names)
{
    const int index = find(row, names);
    return index < 0 ? "" : OGR_F_GetFieldAsString(row, index);
}

/* Marks the row as seen and compares its texts. */
static void check_row(struct loss *loss, OGRFeatureH row, bool seen[ALL])
{
    static const char *const starts[] = {"start", "char_start", "ogr_start",
                                         NULL};
    static const char *const mentions[] = {"mention", "title", "ogr_mention",
                                           NULL};
    static const char *const quotes[] = {"quote", "description", "desc", NULL};
    const int start = atoi(text_of(row, starts));
    if (find(row, starts) < 0 || start < 0 || start >= ALL || seen[start])
        fail_msg("%s: a row that was not written", loss->driver);
    seen[start] = true;
    if (start == UNRESOLVED)
        return;
    compare(loss, TEXTS[start][0], text_of(row, mentions));
    compare(loss, TEXTS[start][1], text_of(row, quotes));
}

static void check_layer(struct loss *loss, const char *path)
{
    /* The plain KML driver reads no row without a point; LIBKML does. */
    const bool is_kml = strcmp(loss->driver, "KML") == 0;
    const char *const only[] = {is_kml ? "LIBKML" : loss->driver, NULL};
    GDALDatasetH dataset = GDALOpenEx(path, GDAL_OF_VECTOR, only, NULL, NULL);
    if (!dataset)
        fail_msg("%s: cannot open it again", loss->driver);
    OGRLayerH layer = GDALDatasetGetLayerByName(dataset, "mentions");
    if (!layer)
        layer = GDALDatasetGetLayer(dataset, 0);
    assert_non_null(layer);
    bool seen[ALL] = {false};
    size_t rows = 0;
    for (OGRFeatureH row; (row = OGR_L_GetNextFeature(layer)); rows++) {
        if (!holds_points_only(loss->driver))
            check_row(loss, row, seen);
        OGR_F_Destroy(row);
    }
    GDALClose(dataset);
    if (rows != loss->report->rows)
        fail_msg("%s: %zu rows, not %llu", loss->driver, rows,
                 (unsigned long long)loss->report->rows);
}

static void round_trip(const char *driver, const char *extension)
{
    gm_mention mentions[ALL];
    char name[64], path[128];
    fill(mentions);
    snprintf(name, sizeof name, "%s.%s", driver,
             extension[0] ? extension : "out");
    snprintf(path, sizeof path, "%s", path_of(name));
    gm_layer_report report = {0};
    assert_writes(path, options_for(driver), mentions, ALL, &report);
    /* Each mention is in the file or in the report. */
    assert_int_equal(report.rows + report.left_out, ALL);
    assert_int_equal(report.left_out,
                     gmi_trait_has(gmi_trait_of(driver), GMI_TRAIT_NEEDS_POINT)
                         ? 1 : 0);
    assert_int_equal(report.unprojected, 0);
    assert_int_equal(report.fieldless > 0, holds_points_only(driver));
    struct loss loss = {.driver = driver, .report = &report};
    check_layer(&loss, path);
    if (loss.changed > report.changed || loss.shortened > report.shortened)
        fail_msg("%s: %zu texts are others, %zu are shorter, but the report "
                 "has %llu and %llu", driver, loss.changed, loss.shortened,
                 (unsigned long long)report.changed,
                 (unsigned long long)report.shortened);
}

static void every_driver_keeps_what_it_does_not_report(void **state)
{
    (void)state;
    const char *name, *extension;
    size_t count = 0;
    for (size_t i = 0; (name = gm_layer_driver_at(i, NULL, &extension)); i++) {
        if (is_not_read_again(name))
            continue;
        round_trip(name, extension);
        count++;
    }
    assert_true(count >= 20);
}

/* A statement of SQL for each row, in which nothing can end a text early. */
static void a_dump_of_postgresql_has_every_row(void **state)
{
    (void)state;
    gm_mention mentions[ALL];
    fill(mentions);
    assert_writes(path_of("a.sql"), options_for("PGDUMP"), mentions, ALL, NULL);
    size_t length, count = 0;
    char *text = read_text("a.sql", &length);
    for (const char *p = text; (p = strstr(p, "INSERT INTO")); p++)
        count++;
    assert_int_equal(count, ALL);
    assert_non_null(strstr(text, "'თბილისი'"));
    assert_non_null(strstr(text, "a \"b\" ''c'', e;f|h"));
    assert_non_null(strstr(text, long_quote));
    free(text);
}

/* GDAL's names of columns and what becomes of them, where ours are fixed. */
static void a_driver_that_is_not_listed_has_no_traits(void **state)
{
    (void)state;
    const struct gmi_trait *trait = gmi_trait_of("nothing like it");
    assert_int_equal(trait->flags, 0);
    assert_null(trait->refusal);
    assert_string_equal(gmi_trait_field_name(trait, "quote"), "quote");
    trait = gmi_trait_of("KML");
    assert_string_equal(gmi_trait_field_name(trait, "name"), "Name");
    assert_string_equal(gmi_trait_field_name(trait, "doc"), "doc");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        layer_test(every_driver_keeps_what_it_does_not_report),
        layer_test(a_dump_of_postgresql_has_every_row),
        cmocka_unit_test(a_driver_that_is_not_listed_has_no_traits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
