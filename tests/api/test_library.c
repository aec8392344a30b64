/* SPDX-License-Identifier: MIT */
/*
 * The libraries as another program sees them: public headers and shared
 * objects alone. From a table to a gazetteer, a text to its places, and on to
 * a stream and to a layer.
 */
#include <geomention.h>
#include <geomention_build.h>
#include <geomention_io.h>
#include <geomention_layer.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

static char folder[] = "/tmp/geomention-api.XXXXXX";
static char gazetteer_path[64], layer_path[64];
static gm_gazetteer *gazetteer;
static gm_mapper *mapper;

static void add(gm_builder *builder, const char *id, const char *name,
                double longitude, double latitude)
{
    const gm_build_place place = {.id = id,
                                  .name = name,
                                  .feature = "P.PPL",
                                  .country = "AM",
                                  .longitude = longitude,
                                  .latitude = latitude,
                                  .population = 20000};
    assert_int_equal(gm_builder_add_place(builder, &place, NULL), GM_OK);
}

static int build(void **state)
{
    (void)state;
    const gm_source source = {.prefix = "own", .name = "By hand",
                              .licence = "CC0", .url = ""};
    const gm_name name = {.text = "Գորիս", .language = "hy",
                          .kind = GM_NAME_ALTERNATE};
    gm_builder *builder;
    if (!mkdtemp(folder))
        return -1;
    snprintf(gazetteer_path, sizeof gazetteer_path, "%s/own.gaz", folder);
    snprintf(layer_path, sizeof layer_path, "%s/out.geojson", folder);
    assert_int_equal(gm_builder_create(NULL, &builder, NULL), GM_OK);
    assert_int_equal(gm_builder_begin_source(builder, &source, NULL), GM_OK);
    add(builder, "goris", "Goris", 46.34, 39.51);
    assert_int_equal(gm_builder_add_name(builder, NULL, &name, NULL), GM_OK);
    add(builder, "kapan", "Kapan", 46.41, 39.21);
    add(builder, "yeghegnadzor", "Yeghegnadzor", 45.34, 39.76);
    assert_int_equal(gm_builder_place_count(builder), 3);
    assert_int_equal(gm_builder_write(builder, gazetteer_path, NULL), GM_OK);
    gm_builder_free(builder);
    const char *paths[] = {gazetteer_path};
    assert_int_equal(gm_gazetteer_open(paths, 1, &gazetteer, NULL), GM_OK);
    assert_int_equal(gm_mapper_create(gazetteer, NULL, &mapper, NULL), GM_OK);
    return 0;
}

static int clean(void **state)
{
    (void)state;
    gm_mapper_free(mapper);
    gm_gazetteer_close(gazetteer);
    unlink(gazetteer_path);
    unlink(layer_path);
    return rmdir(folder);
}

static gm_document *map(const char *text)
{
    gm_document *doc;
    gm_error err;
    assert_int_equal(gm_document_create(&doc, NULL), GM_OK);
    assert_int_equal(
        gm_document_set_text(doc, "a.txt", text, strlen(text), NULL), GM_OK);
    if (gm_mapper_map(mapper, doc, &err))
        fail_msg("%s", err.message);
    return doc;
}

static void assert_place(const gm_mention *mention, const char *id)
{
    gm_place place;
    assert_non_null(mention);
    assert_true(mention->is_resolved);
    assert_int_equal(gm_gazetteer_place(gazetteer,
                                        mention->candidates[0].place, &place),
                     GM_OK);
    assert_string_equal(place.id, id);
    assert_true(mention->confidence > 0 && mention->confidence <= 1);
}

/* ---- Gazetteer --------------------------------------------------------- */

static void the_library_is_that_of_the_header(void **state)
{
    (void)state;
    assert_string_equal(gm_version(), GM_VERSION);
}

static void what_was_built_is_there(void **state)
{
    (void)state;
    gm_source source;
    gm_place place;
    gm_name name;
    assert_int_equal(gm_gazetteer_place_count(gazetteer), 3);
    assert_int_equal(gm_gazetteer_verify(gazetteer, NULL), GM_OK);
    assert_int_equal(gm_gazetteer_source_count(gazetteer), 1);
    assert_int_equal(gm_gazetteer_source(gazetteer, 0, &source), GM_OK);
    assert_string_equal(source.prefix, "own");
    assert_string_equal(source.licence, "CC0");
    assert_int_equal(source.places, 3);
    for (uint32_t i = 0; i < 3; i++) {
        assert_int_equal(gm_gazetteer_place(gazetteer, i, &place), GM_OK);
        assert_int_equal(place.index, i);
        assert_int_equal(strncmp(place.id, "own:", 4), 0);
        assert_string_equal(place.country, "AM");
        assert_true(place.radius_km > 0);
        assert_true(gm_gazetteer_place_name_count(gazetteer, i) >= 1);
        assert_int_equal(gm_gazetteer_place_name(gazetteer, i, 0, &name),
                         GM_OK);
    }
    assert_int_equal(gm_gazetteer_place(gazetteer, 3, &place),
                     GM_ERR_NOT_FOUND);
    assert_int_equal(gm_gazetteer_place_name(gazetteer, 0, 99, &name),
                     GM_ERR_NOT_FOUND);
}

static bool count_match(void *context, const gm_match *match)
{
    (void)match;
    ++*(size_t *)context;
    return true;
}

static size_t lookup(const char *name)
{
    size_t count = 0;
    assert_int_equal(gm_gazetteer_lookup(gazetteer, name, strlen(name),
                                         count_match, &count, NULL),
                     GM_OK);
    return count;
}

static void names_are_looked_up(void **state)
{
    (void)state;
    assert_int_equal(lookup("Goris"), 1);
    assert_int_equal(lookup("GORIS"), 1);
    assert_int_equal(lookup("Գորիս"), 1);
    assert_int_equal(lookup("Yegegnadzor"), 1); /* one letter off */
    assert_int_equal(lookup("Nowhere at all"), 0);
    assert_int_equal(lookup(""), 0);
}

static void a_gazetteer_that_is_none_is_an_error(void **state)
{
    (void)state;
    gm_gazetteer *none = NULL;
    gm_error err = {0};
    const char *paths[] = {"/nowhere/at/all.gaz"};
    assert_int_equal(gm_gazetteer_open(paths, 1, &none, &err),
                     GM_ERR_NOT_FOUND);
    assert_non_null(strstr(err.message, "/nowhere/at/all.gaz"));
    paths[0] = "/proc/self/exe";
    assert_int_equal(gm_gazetteer_open(paths, 1, &none, &err),
                     GM_ERR_DAMAGED);
    assert_null(none);
}

/* ---- Documents --------------------------------------------------------- */

static void a_text_is_mapped(void **state)
{
    (void)state;
    gm_document *doc = map("The road from Goris to Kapan is open.");
    assert_int_equal(gm_document_mention_count(doc), 2);
    assert_place(gm_document_mention_at(doc, 0), "own:goris");
    assert_place(gm_document_mention_at(doc, 1), "own:kapan");
    assert_int_equal(gm_document_mention_at(doc, 0)->start, 14);
    assert_string_equal(gm_document_mention_at(doc, 0)->quote,
                        "The road from Goris to Kapan is open.");
    gm_document_free(doc);
}

static void a_document_is_used_again(void **state)
{
    (void)state;
    gm_document *doc = map("The road from Goris to Kapan is open.");
    assert_int_equal(
        gm_document_set_text(doc, "b", "They met in Yeghegnadzor.", 25, NULL),
        GM_OK);
    assert_int_equal(gm_document_mention_count(doc), 0);
    assert_int_equal(gm_mapper_map(mapper, doc, NULL), GM_OK);
    assert_int_equal(gm_document_mention_count(doc), 1);
    assert_place(gm_document_mention_at(doc, 0), "own:yeghegnadzor");
    gm_document_free(doc);
}

static void a_text_without_places_is_no_error(void **state)
{
    (void)state;
    static const char *const texts[] = {"", " ", "nothing of that kind\n"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        gm_document *doc = map(texts[i]);
        assert_int_equal(gm_document_mention_count(doc), 0);
        gm_document_free(doc);
    }
}

static void the_stages_can_be_called_apart(void **state)
{
    (void)state;
    gm_document *doc;
    const char *text = "a meeting in goris, then Kapan";
    assert_int_equal(gm_document_create(&doc, NULL), GM_OK);
    assert_int_equal(
        gm_document_set_text(doc, "c", text, strlen(text), NULL), GM_OK);
    /* the caller's own recogniser found one, and it alone is resolved */
    assert_int_equal(gm_document_add_mention(doc, 13, 18, NULL), GM_OK);
    assert_int_equal(gm_mapper_resolve(mapper, doc, NULL), GM_OK);
    assert_int_equal(gm_document_mention_count(doc), 1);
    assert_place(gm_document_mention_at(doc, 0), "own:goris");
    /* recognition alone resolves nothing */
    text = "They met in Kapan.";
    assert_int_equal(
        gm_document_set_text(doc, "d", text, strlen(text), NULL), GM_OK);
    assert_int_equal(gm_mapper_recognize(mapper, doc, NULL), GM_OK);
    assert_int_equal(gm_document_mention_count(doc), 1);
    assert_false(gm_document_mention_at(doc, 0)->is_resolved);
    assert_int_equal(gm_mapper_resolve(mapper, doc, NULL), GM_OK);
    assert_place(gm_document_mention_at(doc, 0), "own:kapan");
    gm_document_free(doc);
}

static void bad_options_of_a_mapper_are_refused(void **state)
{
    (void)state;
    gm_mapper *none = NULL;
    gm_mapper_options options;
    const char *countries[] = {"Armenia"};
    gm_mapper_options_init(&options);
    options.countries = countries;
    options.country_count = 1;
    assert_int_equal(gm_mapper_create(gazetteer, &options, &none, NULL),
                     GM_ERR_ARGUMENT);
    gm_mapper_options_init(&options);
    options.near_longitude = 1000;
    options.near_latitude = 0;
    assert_int_equal(gm_mapper_create(gazetteer, &options, &none, NULL),
                     GM_ERR_ARGUMENT);
    assert_null(none);
}

/* ---- Out --------------------------------------------------------------- */

static void mentions_are_written_to_a_stream(void **state)
{
    (void)state;
    char *text = NULL;
    size_t size = 0;
    gm_write_options options;
    gm_writer *writer;
    gm_document *doc = map("The road from Goris to Kapan is open.");
    FILE *stream = open_memstream(&text, &size);
    assert_non_null(stream);
    gm_write_options_init(&options);
    assert_int_equal(gm_writer_create("csv", stream, gazetteer, &options,
                                      &writer, NULL),
                     GM_OK);
    assert_int_equal(gm_writer_add(writer, doc, NULL), GM_OK);
    assert_int_equal(gm_writer_finish(writer, NULL), GM_OK);
    gm_writer_free(writer);
    fclose(stream);
    assert_non_null(strstr(text, "longitude,latitude"));
    assert_non_null(strstr(text, "own:goris"));
    assert_non_null(strstr(text, "own:kapan"));
    free(text);
    gm_document_free(doc);
}

static void an_unknown_format_writes_nothing(void **state)
{
    (void)state;
    gm_writer *writer = NULL;
    gm_write_options options;
    gm_write_options_init(&options);
    assert_int_equal(gm_writer_create("papyrus", stdout, gazetteer, &options,
                                      &writer, NULL),
                     GM_ERR_UNSUPPORTED);
    assert_null(writer);
}

static void mentions_are_written_to_a_layer(void **state)
{
    (void)state;
    gm_layer_options options;
    gm_layer_report report;
    gm_write_options write;
    gm_layer *layer;
    gm_error err;
    char data[4096] = "";
    gm_document *doc = map("The road from Goris to Kapan is open.");
    gm_write_options_init(&write);
    gm_layer_options_init(&options);
    options.write = &write;
    if (gm_layer_open(layer_path, gazetteer, &options, &layer, &err))
        fail_msg("%s", err.message);
    assert_int_equal(gm_layer_add(layer, doc, NULL), GM_OK);
    gm_layer_report_get(layer, &report);
    assert_int_equal(report.rows, 2);
    assert_int_equal(access(layer_path, F_OK), -1); /* not before commit */
    assert_int_equal(gm_layer_commit(layer, NULL), GM_OK);
    FILE *file = fopen(layer_path, "rb");
    assert_non_null(file);
    assert_true(fread(data, 1, sizeof data - 1, file) > 0);
    fclose(file);
    assert_non_null(strstr(data, "FeatureCollection"));
    assert_non_null(strstr(data, "own:kapan"));
    gm_document_free(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_library_is_that_of_the_header),
        cmocka_unit_test(what_was_built_is_there),
        cmocka_unit_test(names_are_looked_up),
        cmocka_unit_test(a_gazetteer_that_is_none_is_an_error),
        cmocka_unit_test(a_text_is_mapped),
        cmocka_unit_test(a_document_is_used_again),
        cmocka_unit_test(a_text_without_places_is_no_error),
        cmocka_unit_test(the_stages_can_be_called_apart),
        cmocka_unit_test(bad_options_of_a_mapper_are_refused),
        cmocka_unit_test(mentions_are_written_to_a_stream),
        cmocka_unit_test(an_unknown_format_writes_nothing),
        cmocka_unit_test(mentions_are_written_to_a_layer),
    };
    return cmocka_run_group_tests(tests, build, clean);
}
