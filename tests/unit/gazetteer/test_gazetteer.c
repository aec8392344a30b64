/* SPDX-License-Identifier: MIT */
#include "../build/fixture.h"

#include "base/memory.h"
#include "gazetteer/gazetteer.h"
#include "gazetteer/identity.h"
#include "text/fold.h"

static const char *compiled(const char *name, const char *table,
                            const char *text)
{
    const char *path = put(table, text);
    const char *out = in_folder(name);
    compile(out, "csv", &path, 1);
    return out;
}

static const char world_table[] =
    "id\tname\tnames\tlon\tlat\tfeature\tcountry\tpopulation\n"
    "world:1\tSpringfield\t\t-89\t39\tP.PPL\tUS\t110000\n"
    "world:2\tSpringfield\t\t-93\t37\tP.PPL\tUS\t160000\n"
    "world:3\tShusha\tShushi\t46.75\t39.76\tP.PPL\tAZ\t5000\n"
    "world:x4\tOld Town\t\t1\t2\tP.PPL\tFR\t10\n"
    "world:5\tFrance\t\t2\t46\tA.PCLI\tFR\t60000000\n";

static const char my_table[] =
    "id\tname\tnames\tlon\tlat\tfeature\tcountry\tpopulation\n"
    "world:3\tShushi\tShusha\t46.8\t39.8\tP.PPL\tAZ\t4000\n"
    "world:x4\tOld Town\t\t3\t4\tP.PPL\tFR\t10\n"
    "mine:1\tSpringfield\t\t5\t6\tP.PPL\tFR\t110000\n"
    "mine:2\tMy Village\t\t5\t6\tP.PPL\tFR\t10\n";

static gm_gazetteer *two_layers(void)
{
    const char *const paths[] = {
        compiled("world.gaz", "world.tsv", world_table),
        compiled("mine.gaz", "mine.tsv", my_table)};
    return open_files(paths, 2);
}

static void a_place_of_two_layers_is_one_and_the_later_wins(void **state)
{
    (void)state;
    gm_gazetteer *gazetteer = two_layers();
    static const char *const names[] = {"Shusha", "Shushi"};
    for (size_t i = 0; i < 2; i++) {
        const gm_place place = place_named(gazetteer, names[i]);
        assert_string_equal(place.id, "world:3");
        assert_string_equal(place.name, "Shushi");
        assert_number(place.longitude, 46.8);
        assert_int_equal(place.population, 4000);
    }
    const gm_place old_town = place_named(gazetteer, "Old Town");
    assert_string_equal(old_town.id, "world:x4");
    assert_number(old_town.longitude, 3);
    gm_gazetteer_close(gazetteer);
}

static void layers_are_told_together_best_known_first(void **state)
{
    (void)state;
    gm_gazetteer *gazetteer = two_layers();
    /* Of two as well known, that of the later layer comes first. */
    assert_string_equal(ids_of(gazetteer, "Springfield"),
                        "world:2 mine:1 world:1");
    assert_string_equal(ids_of(gazetteer, "My Village"), "mine:2");
    gm_gazetteer_close(gazetteer);
}

static void places_are_numbered_through_all_layers(void **state)
{
    (void)state;
    gm_gazetteer *gazetteer = two_layers();
    assert_int_equal(gm_gazetteer_place_count(gazetteer), 9);
    assert_int_equal(gm_gazetteer_name_count(gazetteer), 11);
    size_t mine = 0;
    for (uint32_t i = 0; i < 9; i++) {
        gm_place place;
        assert_ok(gm_gazetteer_place(gazetteer, i, &place));
        assert_int_equal(place.index, i);
        assert_true(i >= 5 || strncmp(place.id, "world:", 6) == 0);
        mine += strncmp(place.id, "mine:", 5) == 0;
        assert_true(gm_gazetteer_place_name_count(gazetteer, i) >= 1);
    }
    assert_int_equal(mine, 2);
    gm_place place;
    gm_name name;
    assert_int_equal(gm_gazetteer_place(gazetteer, 9, &place),
                     GM_ERR_NOT_FOUND);
    assert_int_equal(gm_gazetteer_place(gazetteer, UINT32_MAX, &place),
                     GM_ERR_NOT_FOUND);
    assert_int_equal(gm_gazetteer_place_name_count(gazetteer, 9), 0);
    assert_int_equal(gm_gazetteer_place_name(gazetteer, 9, 0, &name),
                     GM_ERR_NOT_FOUND);
    gm_gazetteer_close(gazetteer);
}

static void sources_of_all_layers_are_told(void **state)
{
    (void)state;
    gm_gazetteer *gazetteer = two_layers();
    gm_source source;
    assert_int_equal(gm_gazetteer_source_count(gazetteer), 3);
    static const char *const prefixes[] = {"world", "world", "mine"};
    for (size_t i = 0; i < 3; i++) {
        assert_ok(gm_gazetteer_source(gazetteer, i, &source));
        assert_string_equal(source.prefix, prefixes[i]);
    }
    assert_int_equal(gm_gazetteer_source(gazetteer, 3, &source),
                     GM_ERR_NOT_FOUND);
    gm_gazetteer_close(gazetteer);
}

static void a_layer_without_countries_asks_those_below(void **state)
{
    (void)state;
    gm_gazetteer *gazetteer = two_layers();
    const gm_place village = place_named(gazetteer, "My Village");
    const gm_place france = place_named(gazetteer, "France");
    assert_int_equal(gmi_gazetteer_ancestors(gazetteer, village.index).country,
                     france.index);
    const struct gmi_ancestors none = gmi_gazetteer_ancestors(gazetteer, 99);
    assert_int_equal(none.country, GMI_NONE);
    gm_gazetteer_close(gazetteer);
}

static void one_place_is_the_same_by_its_id_alone(void **state)
{
    (void)state;
    gm_gazetteer *gazetteer = two_layers();
    for (uint32_t a = 0; a < 9; a++)
        for (uint32_t b = 0; b < 9; b++) {
            gm_place x, y;
            assert_ok(gm_gazetteer_place(gazetteer, a, &x));
            assert_ok(gm_gazetteer_place(gazetteer, b, &y));
            const bool is_same = strcmp(x.id, y.id) == 0;
            assert_int_equal(gmi_gazetteer_same_place(gazetteer, a, b),
                             is_same);
        }
    assert_false(gmi_gazetteer_same_place(gazetteer, 0, 99));
    gm_gazetteer_close(gazetteer);
}

static void one_to_sixteen_files_are_opened(void **state)
{
    (void)state;
    const char *path = compiled("a.gaz", "a.tsv", my_table);
    const char *paths[17];
    for (size_t i = 0; i < 17; i++)
        paths[i] = path;
    gm_gazetteer *gazetteer = open_files(paths, 16);
    assert_int_equal(gm_gazetteer_place_count(gazetteer), 64);
    assert_string_equal(ids_of(gazetteer, "My Village"), "mine:2");
    gm_gazetteer_close(gazetteer);
    gm_error err = {0};
    assert_int_equal(gm_gazetteer_open(paths, 17, &gazetteer, &err),
                     GM_ERR_ARGUMENT);
    assert_int_equal(gm_gazetteer_open(paths, 0, &gazetteer, &err),
                     GM_ERR_ARGUMENT);
    paths[2] = in_folder("none.gaz");
    assert_int_equal(gm_gazetteer_open(paths, 3, &gazetteer, &err),
                     GM_ERR_NOT_FOUND);
    assert_non_null(strstr(err.message, "none.gaz"));
    gm_gazetteer_close(NULL);
}

static void out_of_memory_is_told(void **state)
{
    (void)state;
    const char *path = compiled("a.gaz", "a.tsv", my_table);
    gm_gazetteer *gazetteer = NULL;
    long allocations = 0;
    for (;; allocations++) {
        gmi_memory_fail_after(allocations);
        const gm_status status = gm_gazetteer_open(&path, 1, &gazetteer, NULL);
        gmi_memory_fail_after(-1);
        if (status == GM_OK)
            break;
        assert_int_equal(status, GM_ERR_MEMORY);
    }
    assert_true(allocations >= 2);
    for (allocations = 0;; allocations++) {
        gmi_memory_fail_after(allocations);
        const gm_status status = gm_gazetteer_verify(gazetteer, NULL);
        gmi_memory_fail_after(-1);
        if (status == GM_OK)
            break;
        assert_int_equal(status, GM_ERR_MEMORY);
    }
    assert_true(allocations >= 2);
    gm_gazetteer_close(gazetteer);
}

static void what_is_let_go_comes_back(void **state)
{
    (void)state;
    gm_gazetteer *gazetteer = two_layers();
    for (size_t i = 0; i < gazetteer->count; i++)
        gmi_trim_map(&gazetteer->images[i].container.map);
    assert_string_equal(ids_of(gazetteer, "Shushi"), "world:3");
    gm_gazetteer_close(gazetteer);
}

static void nothing_is_let_go_while_little_is_held(void **state)
{
    (void)state;
    struct gmi_trim trim;
    gmi_trim_init(&trim);
    for (size_t i = 0; i < 100; i++)
        assert_false(gmi_trim_is_due(&trim));
    /* Each fresh page is a fault. */
    enum { SIZE = 64 << 20 };
    char *pages = malloc(SIZE);
    memset(pages, 1, SIZE);
    atomic_store(&trim.faults, 0);
    assert_true(gmi_trim_is_due(&trim));
    assert_false(gmi_trim_is_due(&trim));
    /* What was let go of often is wanted: more of it is held. */
    atomic_store(&trim.faults, 0);
    atomic_store(&trim.trims, 20);
    assert_false(gmi_trim_is_due(&trim));
    free(pages);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, \
                                                   remove_folder)
    const struct CMUnitTest tests[] = {
        TEST(a_place_of_two_layers_is_one_and_the_later_wins),
        TEST(layers_are_told_together_best_known_first),
        TEST(places_are_numbered_through_all_layers),
        TEST(sources_of_all_layers_are_told),
        TEST(a_layer_without_countries_asks_those_below),
        TEST(one_place_is_the_same_by_its_id_alone),
        TEST(one_to_sixteen_files_are_opened),
        TEST(out_of_memory_is_told),
        TEST(what_is_let_go_comes_back),
        TEST(nothing_is_let_go_while_little_is_held),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
