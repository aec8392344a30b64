/* SPDX-License-Identifier: MIT */
#include "fixture.h"

#include "base/memory.h"
#include "gazetteer/importance.h"

static const gm_source mine = {.prefix = "mine",
                               .name = "My own",
                               .licence = "CC0",
                               .url = "https://example.org/"};

static gm_build_place place_of(const char *id, const char *name)
{
    return (gm_build_place){.id = id,
                            .name = name,
                            .feature = "P.PPL",
                            .country = "AM",
                            .longitude = 44.5,
                            .latitude = 40.25};
}

static gm_builder *begin_mine(struct told *told)
{
    gm_builder *builder = begin_build(told);
    assert_ok(gm_builder_begin_source(builder, &mine, NULL));
    return builder;
}

static void add(gm_builder *builder, const char *id, const char *name)
{
    const gm_build_place place = place_of(id, name);
    assert_ok(gm_builder_add_place(builder, &place, NULL));
}

static void add_name(gm_builder *builder, const char *id, const char *text,
                     const char *language, gm_name_kind kind)
{
    gm_name name = {.text = text, .kind = kind};
    snprintf(name.language, sizeof name.language, "%s", language);
    assert_ok(gm_builder_add_name(builder, id, &name, NULL));
}

static gm_gazetteer *finish(gm_builder *builder)
{
    const char *path = in_folder("out.gaz");
    assert_ok(gm_builder_write(builder, path, NULL));
    gm_builder_free(builder);
    return open_file(path);
}

static void a_place_comes_back_as_it_was_added(void **state)
{
    (void)state;
    gm_builder *builder = begin_mine(NULL);
    gm_build_place place = place_of("gyumri", "Gyumri");
    place.population = 114500;
    place.radius_km = 4.5;
    assert_ok(gm_builder_add_place(builder, &place, NULL));
    add_name(builder, NULL, "Գյումրի", "hy", GM_NAME_PREFERRED);
    add_name(builder, "mine:gyumri", "Leninakan", "", GM_NAME_HISTORIC);
    assert_int_equal(gm_builder_place_count(builder), 1);
    assert_int_equal(gm_builder_name_count(builder), 3);
    gm_gazetteer *gazetteer = finish(builder);
    const gm_place found = place_named(gazetteer, "գյումրի");
    assert_string_equal(found.id, "mine:gyumri");
    assert_string_equal(found.name, "Gyumri");
    assert_string_equal(found.feature, "P.PPL");
    assert_string_equal(found.country, "AM");
    assert_string_equal(found.admin1, "");
    assert_number(found.longitude, 44.5);
    assert_number(found.latitude, 40.25);
    assert_number(found.radius_km, 4.5);
    assert_int_equal(found.population, 114500);
    assert_int_equal(gm_gazetteer_place_name_count(gazetteer, found.index), 3);
    gm_name name;
    assert_ok(gm_gazetteer_place_name(gazetteer, found.index, 0, &name));
    assert_string_equal(name.text, "Gyumri");
    assert_int_equal(name.kind, GM_NAME_MAIN);
    bool has_armenian = false, has_historic = false;
    for (size_t i = 1; i < 3; i++) {
        assert_ok(gm_gazetteer_place_name(gazetteer, found.index, i, &name));
        has_armenian |= strcmp(name.text, "Գյումրի") == 0 &&
                        strcmp(name.language, "hy") == 0 &&
                        name.kind == GM_NAME_PREFERRED;
        has_historic |= strcmp(name.text, "Leninakan") == 0 &&
                        name.kind == GM_NAME_HISTORIC;
    }
    assert_true(has_armenian && has_historic);
    assert_int_equal(
        gm_gazetteer_place_name(gazetteer, found.index, 3, &name),
        GM_ERR_NOT_FOUND);
    gm_gazetteer_close(gazetteer);
}

static void a_gazetteer_of_nothing_opens_and_finds_nothing(void **state)
{
    (void)state;
    gm_gazetteer *gazetteer = finish(begin_build(NULL));
    assert_int_equal(gm_gazetteer_place_count(gazetteer), 0);
    assert_int_equal(gm_gazetteer_name_count(gazetteer), 0);
    assert_int_equal(gm_gazetteer_source_count(gazetteer), 0);
    assert_int_equal(ask(gazetteer, "Yerevan").count, 0);
    assert_int_equal(ask(gazetteer, "").count, 0);
    gm_place place;
    assert_int_equal(gm_gazetteer_place(gazetteer, 0, &place),
                     GM_ERR_NOT_FOUND);
    gm_gazetteer_close(gazetteer);
}

static void a_known_id_is_overlaid(void **state)
{
    (void)state;
    gm_builder *builder = begin_mine(NULL);
    gm_build_place place = place_of("1", "Stepanakert");
    place.population = 50000;
    assert_ok(gm_builder_add_place(builder, &place, NULL));
    const gm_build_place overlay = {.id = "1",
                                    .name = "Khankendi",
                                    .feature = "P.PPLA",
                                    .longitude = 46.75,
                                    .latitude = 39.82};
    assert_ok(gm_builder_add_place(builder, &overlay, NULL));
    assert_int_equal(gm_builder_place_count(builder), 1);
    gm_gazetteer *gazetteer = finish(builder);
    const gm_place found = place_named(gazetteer, "Stepanakert");
    assert_string_equal(found.name, "Khankendi");
    assert_string_equal(found.feature, "P.PPLA");
    assert_string_equal(found.country, "AM");
    assert_int_equal(found.population, 50000);
    assert_number(found.longitude, 46.75);
    assert_int_equal(place_named(gazetteer, "Khankendi").index, found.index);
    gm_gazetteer_close(gazetteer);
}

static void an_overlay_without_a_point_keeps_the_point(void **state)
{
    (void)state;
    gm_builder *builder = begin_mine(NULL);
    add(builder, "1", "Shushi");
    const gm_build_place overlay = {.id = "1",
                                    .population = 4000,
                                    .longitude = NAN,
                                    .latitude = NAN};
    assert_ok(gm_builder_add_place(builder, &overlay, NULL));
    gm_gazetteer *gazetteer = finish(builder);
    const gm_place found = place_named(gazetteer, "Shushi");
    assert_number(found.longitude, 44.5);
    assert_int_equal(found.population, 4000);
    gm_gazetteer_close(gazetteer);
}

static void a_main_name_that_is_added_replaces_the_old_one(void **state)
{
    (void)state;
    gm_builder *builder = begin_mine(NULL);
    add(builder, "1", "Kirovabad");
    add_name(builder, "mine:1", "Ganja", "en", GM_NAME_MAIN);
    const gm_name wrong = {.text = "Gəncə", .kind = (gm_name_kind)9};
    assert_int_equal(gm_builder_add_name(builder, NULL, &wrong, NULL),
                     GM_ERR_ARGUMENT);
    gm_gazetteer *gazetteer = finish(builder);
    assert_string_equal(place_named(gazetteer, "Kirovabad").name, "Ganja");
    gm_gazetteer_close(gazetteer);
}

static void the_same_spelling_is_one_name(void **state)
{
    (void)state;
    gm_builder *builder = begin_mine(NULL);
    add(builder, "1", "Baku");
    add_name(builder, NULL, "Baku", "en", GM_NAME_ALTERNATE);
    add_name(builder, NULL, "Baku", "de", GM_NAME_PREFERRED);
    add_name(builder, NULL, "Bakú", "es", GM_NAME_ALTERNATE);
    gm_gazetteer *gazetteer = finish(builder);
    assert_int_equal(gm_gazetteer_name_count(gazetteer), 2);
    assert_string_equal(ids_of(gazetteer, "BAKU"), "mine:1");
    gm_gazetteer_close(gazetteer);
}

static void what_is_no_place_is_refused(void **state)
{
    (void)state;
    gm_error err = {0};
    gm_builder *builder = begin_build(NULL);
    gm_build_place place = place_of("1", "Nowhere");
    assert_int_equal(gm_builder_add_place(builder, &place, &err),
                     GM_ERR_ARGUMENT); /* no source yet */
    assert_ok(gm_builder_begin_source(builder, &mine, NULL));
    char long_name[500];
    memset(long_name, 'a', sizeof long_name - 1);
    long_name[sizeof long_name - 1] = '\0';
    char long_id[100];
    memset(long_id, 'i', sizeof long_id - 1);
    long_id[sizeof long_id - 1] = '\0';
    const struct {
        gm_build_place place;
        gm_status status;
    } cases[] = {
        {{.id = "", .name = "A"}, GM_ERR_ARGUMENT},
        {{.id = NULL, .name = "A"}, GM_ERR_ARGUMENT},
        {{.id = long_id, .name = "A"}, GM_ERR_ARGUMENT},
        {{.id = "1", .name = NULL}, GM_ERR_ARGUMENT},
        {{.id = "1", .name = ""}, GM_ERR_ARGUMENT},
        {{.id = "1", .name = "?!"}, GM_ERR_ARGUMENT},
        {{.id = "1", .name = long_name}, GM_ERR_ARGUMENT},
        {{.id = "1", .name = "caf\xe9"}, GM_ERR_UTF8},
        {{.id = "\xff", .name = "A"}, GM_ERR_UTF8},
        {{.id = "1", .name = "A", .longitude = 180.01}, GM_ERR_ARGUMENT},
        {{.id = "1", .name = "A", .latitude = -90.01}, GM_ERR_ARGUMENT},
        {{.id = "1", .name = "A", .longitude = 3, .latitude = NAN},
         GM_ERR_ARGUMENT},
        {{.id = "1", .name = "A", .latitude = INFINITY}, GM_ERR_ARGUMENT},
        {{.id = "1", .name = "A", .country = "ARM"}, GM_ERR_ARGUMENT},
        {{.id = "1", .name = "A", .country = "a1"}, GM_ERR_ARGUMENT},
        {{.id = "1", .name = "A", .feature = "P.ABCDEFGHIJKLMNO"},
         GM_ERR_ARGUMENT},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        memset(&err, 0, sizeof err);
        assert_int_equal(gm_builder_add_place(builder, &cases[i].place, &err),
                         cases[i].status);
        assert_true(err.message[0] != '\0');
    }
    assert_int_equal(gm_builder_place_count(builder), 0);
    gm_builder_free(builder);
}

static void a_name_needs_its_place(void **state)
{
    (void)state;
    const gm_name name = {.text = "Nowhere"};
    gm_builder *builder = begin_mine(NULL);
    assert_int_equal(gm_builder_add_name(builder, NULL, &name, NULL),
                     GM_ERR_NOT_FOUND);
    add(builder, "1", "Somewhere");
    static const char *const ids[] = {"mine:2", "yours:1", "1", "", "mine:",
                                      "mine:1 "};
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++)
        assert_int_equal(gm_builder_add_name(builder, ids[i], &name, NULL),
                         GM_ERR_NOT_FOUND);
    assert_ok(gm_builder_add_name(builder, "mine:1", &name, NULL));
    gm_builder_free(builder);
}

static void prefixes_are_checked(void **state)
{
    (void)state;
    gm_builder *builder = begin_build(NULL);
    static const char *const wrong[] = {
        "", "a b", "a:b", "naïve", "a-name-of-25-letters-long"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        const gm_source source = {.prefix = wrong[i]};
        assert_int_equal(gm_builder_begin_source(builder, &source, NULL),
                         GM_ERR_ARGUMENT);
    }
    const gm_source none = {.prefix = NULL};
    assert_int_equal(gm_builder_begin_source(builder, &none, NULL),
                     GM_ERR_ARGUMENT);
    for (int i = 0; i < 255; i++) {
        char prefix[24];
        snprintf(prefix, sizeof prefix, "s%d", i);
        const gm_source source = {.prefix = prefix};
        assert_ok(gm_builder_begin_source(builder, &source, NULL));
    }
    assert_int_equal(gm_builder_begin_source(builder, &mine, NULL),
                     GM_ERR_UNSUPPORTED);
    gm_builder_free(builder);
}

static void sources_are_told_with_their_places(void **state)
{
    (void)state;
    gm_builder *builder = begin_mine(NULL);
    add(builder, "1", "A");
    add(builder, "2", "B");
    const gm_source other = {.prefix = "other"};
    assert_ok(gm_builder_begin_source(builder, &other, NULL));
    add(builder, "1", "C");
    assert_ok(gm_builder_begin_source(builder, &mine, NULL));
    add(builder, "3", "D");
    gm_gazetteer *gazetteer = finish(builder);
    gm_source source;
    assert_int_equal(gm_gazetteer_source_count(gazetteer), 2);
    assert_ok(gm_gazetteer_source(gazetteer, 0, &source));
    assert_string_equal(source.prefix, "mine");
    assert_string_equal(source.name, "My own");
    assert_string_equal(source.licence, "CC0");
    assert_string_equal(source.url, "https://example.org/");
    assert_int_equal(source.places, 3);
    assert_ok(gm_gazetteer_source(gazetteer, 1, &source));
    assert_string_equal(source.prefix, "other");
    assert_string_equal(source.licence, "");
    assert_int_equal(source.places, 1);
    assert_int_equal(gm_gazetteer_source(gazetteer, 2, &source),
                     GM_ERR_NOT_FOUND);
    assert_string_equal(place_named(gazetteer, "C").id, "other:1");
    gm_gazetteer_close(gazetteer);
}

static void a_circle_of_parents_is_cut(void **state)
{
    (void)state;
    gm_builder *builder = begin_mine(NULL);
    static const char *const parents[] = {"mine:b", "mine:c", "mine:a",
                                          "mine:d", "mine:a"};
    for (size_t i = 0; i < 5; i++) {
        const char id[2] = {(char)('a' + i), '\0'};
        gm_build_place place = place_of(id, id);
        place.parent = parents[i];
        assert_ok(gm_builder_add_place(builder, &place, NULL));
    }
    /* Verifying would tell of a circle. */
    gm_gazetteer_close(finish(builder));
}

/* Names of many lengths, spellings and places. */
static void add_many(gm_builder *builder, unsigned count)
{
    for (unsigned i = 0; i < count; i++) {
        char id[16], name[64];
        snprintf(id, sizeof id, i % 3 ? "%u" : "id%u", i);
        snprintf(name, sizeof name, "%s %u of Lake %u", i % 2 ? "Åb" : "Ab",
                 i * 7919 % 1000, i % 17);
        gm_build_place place = place_of(id, name);
        place.population = i * 37 % 5000;
        assert_ok(gm_builder_add_place(builder, &place, NULL));
        snprintf(name, sizeof name, "Place %u", i % 100);
        add_name(builder, NULL, name, i % 5 ? "en" : "ru", GM_NAME_ALTERNATE);
    }
}

static void the_same_input_gives_the_same_bytes(void **state)
{
    (void)state;
    char *data[2];
    size_t length[2];
    for (int i = 0; i < 2; i++) {
        gm_builder *builder = begin_mine(NULL);
        add_many(builder, 5000);
        const char *path = in_folder(i ? "b.gaz" : "a.gaz");
        assert_ok(gm_builder_write(builder, path, NULL));
        gm_builder_free(builder);
        data[i] = read_whole(path, &length[i]);
    }
    assert_int_equal(length[0], length[1]);
    assert_memory_equal(data[0], data[1], length[0]);
    free(data[0]);
    free(data[1]);
}

static void every_place_of_a_name_is_reached_best_known_first(void **state)
{
    (void)state;
    gm_builder *builder = begin_mine(NULL);
    enum { COUNT = 3000 };
    for (unsigned i = 0; i < COUNT; i++) {
        char id[16];
        snprintf(id, sizeof id, "%u", i);
        gm_build_place place = place_of(id, "Springfield");
        place.population = i * 7919 % COUNT;
        assert_ok(gm_builder_add_place(builder, &place, NULL));
    }
    gm_gazetteer *gazetteer = finish(builder);
    assert_int_equal(gm_gazetteer_place_count(gazetteer), COUNT);
    uint16_t least = UINT16_MAX;
    for (uint32_t i = 0; i < COUNT; i++) {
        /* Places of one name are neighbours, in their order. */
        gm_place place;
        assert_ok(gm_gazetteer_place(gazetteer, i, &place));
        const uint16_t importance =
            gmi_importance(place.feature, (uint32_t)place.population);
        assert_true(importance <= least);
        least = importance;
    }
    gm_gazetteer_close(gazetteer);
}

static void stopping_leaves_no_file(void **state)
{
    (void)state;
    struct told told = {0};
    gm_builder *builder = begin_mine(&told);
    add_many(builder, 500);
    assert_ok(gm_builder_write(builder, in_folder("whole.gaz"), NULL));
    gm_builder_free(builder);
    const size_t calls = told.progress;
    assert_true(calls >= 5);
    for (size_t stop = 1; stop <= calls; stop++) {
        told = (struct told){.stop_after = stop};
        builder = begin_mine(&told);
        add_many(builder, 500);
        const char *path = in_folder("stopped.gaz");
        const gm_status status = gm_builder_write(builder, path, NULL);
        gm_builder_free(builder);
        /* How often sorting tells depends on what its threads do. */
        if (status == GM_OK) {
            assert_true(told.progress < stop);
            remove(path);
        } else {
            assert_int_equal(status, GM_ERR_CANCELLED);
        }
        assert_int_equal(count_files("stopped"), 0);
    }
}

static void a_folder_that_is_not_there_cannot_be_written(void **state)
{
    (void)state;
    gm_error err = {0};
    gm_builder *builder = begin_mine(NULL);
    add(builder, "1", "A");
    assert_int_equal(
        gm_builder_write(builder, in_folder("no/such/file.gaz"), &err),
        GM_ERR_NOT_FOUND);
    assert_non_null(strstr(err.message, "cannot write"));
    gm_builder_free(builder);
}

static gm_status build_all(const char *path)
{
    gm_builder *builder = NULL;
    gm_status status = gm_builder_create(NULL, &builder, NULL);
    if (!status)
        status = gm_builder_begin_source(builder, &mine, NULL);
    for (unsigned i = 0; i < 60 && !status; i++) {
        char id[16], name[32];
        snprintf(id, sizeof id, i % 3 ? "%u" : "id%u", i);
        snprintf(name, sizeof name, "Upper Lower %u", i);
        gm_build_place place = place_of(id, name);
        place.admin1 = "01";
        place.admin2 = "002";
        place.parent = "mine:id0";
        status = gm_builder_add_place(builder, &place, NULL);
        const gm_name more = {.text = "Other Name", .language = "en"};
        if (!status)
            status = gm_builder_add_name(builder, NULL, &more, NULL);
    }
    if (!status)
        status = gm_builder_write(builder, path, NULL);
    gm_builder_free(builder);
    return status;
}

static void out_of_memory_anywhere_is_told_and_leaves_no_file(void **state)
{
    (void)state;
    const char *path = in_folder("memory.gaz");
    long allocations = 0;
    for (;; allocations++) {
        gmi_memory_fail_after(allocations);
        const gm_status status = build_all(path);
        gmi_memory_fail_after(-1);
        if (status == GM_OK)
            break;
        assert_int_equal(status, GM_ERR_MEMORY);
        assert_int_equal(count_files("memory"), 0);
        assert_true(allocations < 10000);
    }
    assert_true(allocations > 20);
    gm_gazetteer *gazetteer = open_file(path);
    assert_int_equal(gm_gazetteer_place_count(gazetteer), 60);
    gm_gazetteer_close(gazetteer);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, \
                                                   remove_folder)
    const struct CMUnitTest tests[] = {
        TEST(a_place_comes_back_as_it_was_added),
        TEST(a_gazetteer_of_nothing_opens_and_finds_nothing),
        TEST(a_known_id_is_overlaid),
        TEST(an_overlay_without_a_point_keeps_the_point),
        TEST(a_main_name_that_is_added_replaces_the_old_one),
        TEST(the_same_spelling_is_one_name),
        TEST(what_is_no_place_is_refused),
        TEST(a_name_needs_its_place),
        TEST(prefixes_are_checked),
        TEST(sources_are_told_with_their_places),
        TEST(a_circle_of_parents_is_cut),
        TEST(the_same_input_gives_the_same_bytes),
        TEST(every_place_of_a_name_is_reached_best_known_first),
        TEST(stopping_leaves_no_file),
        TEST(a_folder_that_is_not_there_cannot_be_written),
        TEST(out_of_memory_anywhere_is_told_and_leaves_no_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
