/* SPDX-License-Identifier: MIT */
/* The map as a picture. */
#include "base/memory.h"
#include "xml_check.h"

#include "fake.h"

static char *draw(const gm_mention *mentions, size_t count)
{
    gm_write_options options;
    gm_write_options_init(&options);
    options.unresolved = true;
    return write_mentions("svg", &options, mentions, count);
}

static void assert_xml(const char *text)
{
    if (!is_xml(text))
        fail_msg("not XML from: %.200s", xml_fault);
}

static size_t count_of(const char *text, const char *part)
{
    size_t count = 0;
    for (const char *at = text; (at = strstr(at, part)); at++)
        count++;
    return count;
}

static void each_place_is_one_circle_with_its_name(void **state)
{
    (void)state;
    const gm_mention mentions[] = {
        mention_of(YEREVAN, "Yerevan"), mention_of(SHUSHA, "Şuşa"),
        mention_of(YEREVAN, "Երևան"), unresolved("Foo")};
    char *text = draw(mentions, 4);
    assert_xml(text);
    assert_int_equal(count_of(text, "data-place="), 2);
    assert_non_null(strstr(text, ">Yerevan</text>"));
    assert_non_null(strstr(text, ">Şuşa</text>"));
    assert_non_null(
        strstr(text, "<title>Yerevan, AM: 2 mentions, confidence 98%"));
    assert_null(strstr(text, "Foo"));
    free(text);
}

static void sources_of_the_places_shown_are_credited_once(void **state)
{
    (void)state;
    const gm_mention mentions[] = {mention_of(YEREVAN, "Yerevan")};
    char *text = draw(mentions, 1);
    assert_non_null(strstr(text, "Places: GeoNames (CC BY 4.0). "));
    assert_null(strstr(text, "again"));
    assert_null(strstr(text, "nobody"));
    free(text);
}

static void hostile_names_stay_text(void **state)
{
    (void)state;
    const gm_mention mentions[] = {
        mention_of(HOSTILE, "x"), mention_of(QUOTED, "y"),
        mention_of(POINTLESS, "z"), mention_of(YEREVAN, "w")};
    char *text = draw(mentions, 4);
    assert_xml(text);
    assert_null(strstr(text, "<script"));
    assert_null(strchr(text, '\x1b'));
    assert_non_null(strstr(text, "&lt;script&gt;"));
    assert_non_null(strstr(text, "Not on this map: "));
    assert_non_null(strstr(text, "Nowhere (1)"));
    free(text);
}

static void nothing_found_is_a_map_of_the_world(void **state)
{
    (void)state;
    const gm_mention mentions[] = {mention_of(POINTLESS, "x")};
    for (size_t count = 0; count < 2; count++) {
        char *text = draw(mentions, count);
        assert_xml(text);
        assert_int_equal(count_of(text, "<circle"), 0);
        assert_null(strstr(text, " km</text>"));
        free(text);
    }
}

static void a_folder_without_outlines_gives_a_map_without(void **state)
{
    (void)state;
    static const char *const FOLDERS[] = {NULL, "/nonexistent", "tests"};
    const gm_mention mentions[] = {mention_of(YEREVAN, "Yerevan")};
    for (size_t i = 0; i < 3; i++) {
        gm_write_options options;
        gm_write_options_init(&options);
        options.data_directory = FOLDERS[i];
        char *text = write_mentions("svg", &options, mentions, 1);
        assert_xml(text);
        assert_null(strstr(text, "Outlines"));
        free(text);
    }
}

static void outlines_are_drawn_and_credited(void **state)
{
    (void)state;
    gm_write_options options;
    gm_write_options_init(&options);
    options.data_directory = "gazetteer/outline";
    const gm_mention mentions[] = {mention_of(YEREVAN, "Yerevan"),
                                   mention_of(SHUSHA, "Şuşa")};
    char *text = write_mentions("svg", &options, mentions, 2);
    assert_xml(text);
    assert_non_null(strstr(text, "Outlines: Natural Earth 1:50m"));
    assert_non_null(strstr(text, ">Azerbaijan</text>"));
    assert_true(strlen(text) > 5000 && strlen(text) < 100000);
    free(text);
}

static void equal_input_gives_equal_bytes(void **state)
{
    (void)state;
    const gm_mention mentions[] = {mention_of(YEREVAN, "Yerevan"),
                                   mention_of(TOKYO, "東京")};
    char *first = draw(mentions, 2), *second = draw(mentions, 2);
    assert_string_equal(first, second);
    free(first);
    free(second);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_place_is_one_circle_with_its_name),
        cmocka_unit_test(sources_of_the_places_shown_are_credited_once),
        cmocka_unit_test(hostile_names_stay_text),
        cmocka_unit_test(nothing_found_is_a_map_of_the_world),
        cmocka_unit_test(a_folder_without_outlines_gives_a_map_without),
        cmocka_unit_test(outlines_are_drawn_and_credited),
        cmocka_unit_test(equal_input_gives_equal_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
