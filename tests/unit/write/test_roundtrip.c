/* SPDX-License-Identifier: MIT */
/*
 * From a compiled gazetteer and a document to every format, and from a line
 * of JSON back to a document.
 */
#include "document/document.h"
#include "include/geomention_build.h"
#include "include/geomention_io.h"

#include <jansson.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

static const char TEXT[] = "Ի՞նչ կա Երևանում. Şuşa and Foo.";

struct world {
    char directory[32];
    char gazetteer_path[64], lines_path[64];
    gm_gazetteer *gazetteer;
    gm_document *doc;
};

static void build_gazetteer(const char *path)
{
    static const gm_build_place places[] = {
        {.id = "616052",
         .name = "Yerevan",
         .feature = "P.PPLC",
         .country = "AM",
         .longitude = 44.51361,
         .latitude = 40.18111,
         .population = 1093485},
        {.id = "586523",
         .name = "Şuşa",
         .feature = "P.PPL",
         .country = "AZ",
         .longitude = 46.7464,
         .latitude = 39.7585},
    };
    const gm_source source = {.prefix = "geonames",
                              .name = "GeoNames",
                              .licence = "CC BY 4.0",
                              .url = "https://www.geonames.org"};
    gm_builder *builder = NULL;
    gm_error err = {0};
    assert_int_equal(gm_builder_create(NULL, &builder, &err), GM_OK);
    assert_int_equal(gm_builder_begin_source(builder, &source, &err), GM_OK);
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++)
        assert_int_equal(gm_builder_add_place(builder, &places[i], &err),
                         GM_OK);
    if (gm_builder_write(builder, path, &err))
        fail_msg("%s", err.message);
    gm_builder_free(builder);
}

static uint32_t place_with_id(const gm_gazetteer *gazetteer, const char *id)
{
    gm_place place;
    for (uint32_t i = 0; gm_gazetteer_place(gazetteer, i, &place) == GM_OK; i++)
        if (strcmp(place.id, id) == 0)
            return i;
    fail_msg("no place %s", id);
    return 0;
}

/* Marks a word of the text as a mention of that place; NULL: of none. */
static void add_mention(struct world *world, const char *word, const char *id)
{
    gm_mention *mention = NULL;
    const size_t start = (size_t)(strstr(TEXT, word) - TEXT);
    assert_int_equal(gmi_document_add(world->doc, start, start + strlen(word),
                                      &mention, NULL),
                     GM_OK);
    mention->confidence = 0.5;
    if (!id)
        return;
    gm_candidate *candidate =
        gmi_arena_array(&world->doc->arena, 1, sizeof *candidate);
    candidate->place = place_with_id(world->gazetteer, id);
    candidate->probability = 0.75;
    mention->candidates = candidate;
    mention->candidate_count = 1;
    mention->is_resolved = true;
}

static int set_up(void **state)
{
    struct world *world = calloc(1, sizeof *world);
    strcpy(world->directory, "/tmp/roundtrip.XXXXXX");
    assert_non_null(mkdtemp(world->directory));
    snprintf(world->gazetteer_path, sizeof world->gazetteer_path,
             "%s/small.gaz", world->directory);
    snprintf(world->lines_path, sizeof world->lines_path, "%s/lines.jsonl",
             world->directory);
    build_gazetteer(world->gazetteer_path);
    const char *path = world->gazetteer_path;
    gm_error err = {0};
    if (gm_gazetteer_open(&path, 1, &world->gazetteer, &err))
        fail_msg("%s", err.message);
    assert_int_equal(gm_document_create(&world->doc, NULL), GM_OK);
    assert_int_equal(
        gm_document_set_text(world->doc, "a.txt", TEXT, strlen(TEXT), NULL),
        GM_OK);
    add_mention(world, "Երևանում", "geonames:616052");
    add_mention(world, "Şuşa", "geonames:586523");
    add_mention(world, "Foo", NULL);
    *state = world;
    return 0;
}

static int tear_down(void **state)
{
    struct world *world = *state;
    gm_document_free(world->doc);
    gm_gazetteer_close(world->gazetteer);
    unlink(world->gazetteer_path);
    unlink(world->lines_path);
    rmdir(world->directory);
    free(world);
    return 0;
}

static char *written(const struct world *world, const char *format)
{
    gm_write_options options;
    gm_write_options_init(&options);
    options.unresolved = true;
    char *text = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&text, &length);
    gm_writer *writer = NULL;
    gm_error err = {0};
    if (gm_writer_create(format, stream, world->gazetteer, &options, &writer,
                         &err) ||
        gm_writer_add(writer, world->doc, &err) ||
        gm_writer_finish(writer, &err))
        fail_msg("%s", err.message);
    gm_writer_free(writer);
    fclose(stream);
    return text;
}

/* A picture shows a place rather than its numbers. */
static bool is_picture(const char *format)
{
    return strcmp(format, "svg") == 0 || strcmp(format, "html") == 0 ||
           strcmp(format, "dots") == 0;
}

static void every_format_holds_what_the_gazetteer_says(void **state)
{
    const struct world *world = *state;
    for (size_t i = 0; gm_writer_format_at(i); i++) {
        if (is_picture(gm_writer_format_at(i)))
            continue;
        char *text = written(world, gm_writer_format_at(i));
        assert_non_null(strstr(text, "Երևանում"));
        assert_non_null(strstr(text, "Yerevan"));
        assert_non_null(strstr(text, "44.51361"));
        assert_non_null(strstr(text, "39.7585"));
        assert_non_null(strstr(text, "P.PPLC"));
        assert_non_null(strstr(text, "Foo"));
        free(text);
    }
}

static void a_row_has_offsets_in_letters_and_in_bytes(void **state)
{
    char *text = written(*state, "tsv");
    char expected[200];
    const size_t byte = (size_t)(strstr(TEXT, "Şuşa") - TEXT);
    snprintf(expected, sizeof expected,
             "a.txt\tŞuşa\t18\t22\t%zu\t%zu\tliteral\tŞuşa\t"
             "geonames:586523\tP.PPL\tAZ\t\t\t46.7464\t39.7585\t",
             byte, byte + strlen("Şuşa"));
    if (!strstr(text, expected))
        fail_msg("%s", text);
    free(text);
}

/* The line as a machine would send it back: with the text beside it. */
static void write_line_with_text(const struct world *world)
{
    char *line = written(world, "jsonl");
    json_t *root = json_loads(line, JSON_REJECT_DUPLICATES, NULL);
    assert_non_null(root);
    json_object_set_new(root, "text", json_string(TEXT));
    assert_int_equal(json_dump_file(root, world->lines_path, JSON_COMPACT), 0);
    json_decref(root);
    free(line);
}

static void a_line_can_be_read_again(void **state)
{
    const struct world *world = *state;
    write_line_with_text(world);
    const char *path = world->lines_path;
    gm_reader *reader = NULL;
    gm_document *back = NULL;
    gm_error err = {0};
    assert_int_equal(gm_reader_create(&path, 1, GM_INPUT_AUTO, &reader, &err),
                     GM_OK);
    assert_int_equal(gm_document_create(&back, &err), GM_OK);
    if (gm_reader_next(reader, back, &err))
        fail_msg("%s", err.message);
    assert_string_equal(gm_document_id(back), "a.txt");
    assert_int_equal(gm_document_mention_count(back), 3);
    for (size_t i = 0; i < 3; i++) {
        const gm_mention *sent = gm_document_mention_at(world->doc, i);
        const gm_mention *got = gm_document_mention_at(back, i);
        assert_int_equal(got->start, sent->start);
        assert_int_equal(got->end, sent->end);
        assert_int_equal(got->byte_start, sent->byte_start);
        assert_string_equal(got->text, sent->text);
    }
    gm_document_free(back);
    gm_reader_free(reader);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            every_format_holds_what_the_gazetteer_says, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            a_row_has_offsets_in_letters_and_in_bytes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_line_can_be_read_again, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
