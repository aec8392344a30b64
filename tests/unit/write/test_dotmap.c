/* SPDX-License-Identifier: MIT */
/* The map for a terminal. */
#include "write/display.h"

#include "fake.h"

static char *draw(size_t width, const gm_mention *mentions, size_t count)
{
    gm_write_options options;
    gm_write_options_init(&options);
    options.unresolved = true;
    options.width = width;
    options.data_directory = "gazetteer/outline";
    return write_mentions("dots", &options, mentions, count);
}

static void places_have_marks_and_a_legend(void **state)
{
    (void)state;
    const gm_mention mentions[] = {
        mention_of(SHUSHA, "a"), mention_of(YEREVAN, "b"),
        mention_of(SHUSHA, "c"), unresolved("d"), mention_of(POINTLESS, "e")};
    char *text = draw(80, mentions, 5);
    assert_non_null(strstr(text, "\n1 Şuşa 2                  2 Yerevan 1\n"
                                 "and 1 place not on this map\n"));
    const char *legend = strstr(text, "\n1 ");
    const char *one = strchr(text, '1'), *two = strchr(text, '2');
    assert_true(one && one < legend && two && two < legend);
    assert_non_null(strstr(text, "\xe2\xa0"));
    free(text);
}

static void no_line_is_wider_than_the_terminal(void **state)
{
    (void)state;
    const gm_mention mentions[] = {mention_of(TOKYO, "a"),
                                   mention_of(YEREVAN, "b"),
                                   mention_of(HOSTILE, "c")};
    for (size_t width = 20; width < 130; width += 7) {
        char *text = draw(width, mentions, 3);
        for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n"))
            assert_true(gmi_display_width(line, strlen(line)) <=
                        (width < 28 ? 28 : width));
        free(text);
    }
}

static void nothing_found_is_no_map(void **state)
{
    (void)state;
    const gm_mention mentions[] = {unresolved("x")};
    char *text = draw(80, mentions, 1);
    assert_string_equal(text, "");
    free(text);
}

static void hostile_names_do_not_reach_the_terminal(void **state)
{
    (void)state;
    const gm_mention mentions[] = {mention_of(QUOTED, "a"),
                                   mention_of(HOSTILE, "b")};
    char *text = draw(80, mentions, 2);
    assert_null(strchr(text, '\x1b'));
    assert_null(strchr(text, '\t'));
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(places_have_marks_and_a_legend),
        cmocka_unit_test(no_line_is_wider_than_the_terminal),
        cmocka_unit_test(nothing_found_is_no_map),
        cmocka_unit_test(hostile_names_do_not_reach_the_terminal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
