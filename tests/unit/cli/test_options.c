/* SPDX-License-Identifier: MIT */
/* src/cli/options.c: the table of options and reading by it. */
#include "cli/options.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

static struct options options;

static bool parse(enum command_id command, const char *line)
{
    static char copy[512];
    static char *words[64];
    int count = 0;
    strcpy(copy, line);
    for (char *word = strtok(copy, " "); word; word = strtok(NULL, " "))
        words[count++] = word;
    return options_parse(&options, command, count, words, 0);
}

static void each_spelling_of_a_value_is_the_same(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "-o x", "-ox", "--output x", "--output=x", "-q -o x", "-qo x", "-qox"};
    for (size_t i = 0; i < sizeof LINES / sizeof *LINES; i++) {
        assert_true(parse(COMMAND_MAP, LINES[i]));
        assert_string_equal(options.output, "x");
        assert_int_equal(options.argument_count, 0);
    }
}

static void spellings_of_gdal_take_one_dash_or_two(void **state)
{
    (void)state;
    assert_true(parse(COMMAND_MAP, "-lco A=B --lco C=D=E -t_srs EPSG:3857 "
                                   "-overwrite -nln name -dsco X=Y"));
    assert_int_equal(options.layer_options.count, 2);
    assert_string_equal(options.layer_options.items[1], "C=D=E");
    assert_string_equal(options.crs, "EPSG:3857");
    assert_true(options.overwrite);
    assert_string_equal(options.layer_name, "name");
    assert_true(parse(COMMAND_MAP, "--t_srs EPSG:4326 --append"));
    assert_string_equal(options.crs, "EPSG:4326");
    assert_true(options.append);
}

static void arguments_keep_their_order(void **state)
{
    (void)state;
    assert_true(parse(COMMAND_MAP, "a -v - --near -71,42 b -- -q --"));
    assert_int_equal(options.argument_count, 5);
    assert_string_equal(options.arguments[0], "a");
    assert_string_equal(options.arguments[1], "-");
    assert_string_equal(options.arguments[2], "b");
    assert_string_equal(options.arguments[3], "-q");
    assert_string_equal(options.arguments[4], "--");
    assert_string_equal(options.near, "-71,42");
    assert_true(options.verbose);
    assert_false(options.quiet);
}

static void numbers_start_at_what_the_table_says(void **state)
{
    (void)state;
    assert_true(parse(COMMAND_LOOKUP, "Paris"));
    assert_int_equal(options.limit, 20);
    assert_true(parse(COMMAND_MAP, ""));
    assert_int_equal(options.precision, -1);
    assert_int_equal(options.jobs, 0);
    assert_true(options.min_confidence == 0);
    assert_true(parse(COMMAND_MAP, "-j 256 --min-confidence 1"));
    assert_int_equal(options.jobs, 256);
    assert_true(options.min_confidence == 1);
}

static void repeating_is_limited(void **state)
{
    (void)state;
    char line[512] = "";
    for (int i = 0; i < LIST_MAX; i++)
        strcat(line, "-gx ");
    char *words[LIST_MAX + 1];
    for (int i = 0; i <= LIST_MAX; i++)
        words[i] = line; /* "-gx -gx ...": the rest is the value */
    assert_true(options_parse(&options, COMMAND_MAP, LIST_MAX, words, 0));
    assert_int_equal(options.gazetteers.count, LIST_MAX);
    assert_false(options_parse(&options, COMMAND_MAP, LIST_MAX + 1, words, 0));
}

/* Two rows of one command with one spelling could not both be reached. */
static void no_spelling_is_taken_twice(void **state)
{
    (void)state;
    for (size_t i = 0; i < option_row_count(); i++) {
        const struct option_row *a = option_row_at(i);
        assert_true(a->commands != 0);
        assert_true((a->kind == OPTION_FLAG) == (a->argument[0] == '\0'));
        for (size_t j = 0; j < i; j++) {
            const struct option_row *b = option_row_at(j);
            if (!(a->commands & b->commands))
                continue;
            assert_string_not_equal(a->name, b->name);
            assert_true(!a->letter || a->letter != b->letter);
            assert_true(!a->gdal[0] || strcmp(a->gdal, b->gdal) != 0);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_spelling_of_a_value_is_the_same),
        cmocka_unit_test(spellings_of_gdal_take_one_dash_or_two),
        cmocka_unit_test(arguments_keep_their_order),
        cmocka_unit_test(numbers_start_at_what_the_table_says),
        cmocka_unit_test(repeating_is_limited),
        cmocka_unit_test(no_spelling_is_taken_twice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
