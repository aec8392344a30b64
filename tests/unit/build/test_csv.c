/* SPDX-License-Identifier: MIT */
#include "fixture.h"

#include "build/csv.h"

static void the_sign_is_that_of_the_header(void **state)
{
    (void)state;
    assert_int_equal(gmi_csv_sign("a,b,c"), ',');
    assert_int_equal(gmi_csv_sign("a;b,c;d"), ';');
    assert_int_equal(gmi_csv_sign("a;b\tc;d"), '\t');
    assert_int_equal(gmi_csv_sign("a"), ',');
    assert_int_equal(gmi_csv_sign(""), ',');
}

static void fields_are_split_and_unquoted(void **state)
{
    (void)state;
    static const struct {
        const char *line;
        char sign;
        const char *fields[4];
        size_t count;
    } cases[] = {
        {"", ',', {""}, 1},
        {",", ',', {"", ""}, 2},
        {"a,b", ',', {"a", "b"}, 2},
        {"a;b,c", ';', {"a", "b,c"}, 2},
        {"\"a,b\",c", ',', {"a,b", "c"}, 2},
        {"\"\",\"\"\"\"", ',', {"", "\""}, 2},
        {"\"a\"\"b\",c", ',', {"a\"b", "c"}, 2},
        {"a\"b\",c", ',', {"a\"b\"", "c"}, 2},
        {"\"a\"x,b", ',', {"a", "b"}, 2},
        {"\"open,b", ',', {"open,b"}, 1},
        {"\"", ',', {""}, 1},
        {"a\t\"b\"\tc", '\t', {"a", "\"b\"", "c"}, 3},
        {"\"two\nlines\",b", ',', {"two\nlines", "b"}, 2},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char line[64], *fields[4];
        snprintf(line, sizeof line, "%s", cases[i].line);
        assert_int_equal(gmi_csv_split(line, cases[i].sign, fields, 4),
                         cases[i].count);
        for (size_t j = 0; j < cases[i].count; j++)
            assert_string_equal(fields[j], cases[i].fields[j]);
    }
}

static void no_more_fields_are_given_than_there_is_room_for(void **state)
{
    (void)state;
    char line[] = "a,b,c", *fields[2] = {NULL, NULL};
    assert_int_equal(gmi_csv_split(line, ',', fields, 2), 2);
    assert_string_equal(fields[1], "b");
    char tabs[] = "a\tb\tc";
    assert_int_equal(gmi_csv_split(tabs, '\t', fields, 2), 2);
    assert_string_equal(fields[1], "b");
}

static void a_line_may_end_inside_quotes(void **state)
{
    (void)state;
    assert_true(gmi_csv_ends_open("a,\"b", ',', false));
    assert_false(gmi_csv_ends_open("a,\"b\"", ',', false));
    assert_true(gmi_csv_ends_open("a,\"b\"\"", ',', false));
    assert_false(gmi_csv_ends_open("a,b\"c", ',', false));
    assert_false(gmi_csv_ends_open("a\t\"b", '\t', false));
    assert_true(gmi_csv_ends_open("", ',', true));
    assert_false(gmi_csv_ends_open("c\",d", ',', true));
    assert_true(gmi_csv_ends_open("c\",\"d", ',', true));
    assert_true(gmi_csv_ends_open("\"\"", ',', true));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_sign_is_that_of_the_header),
        cmocka_unit_test(fields_are_split_and_unquoted),
        cmocka_unit_test(no_more_fields_are_given_than_there_is_room_for),
        cmocka_unit_test(a_line_may_end_inside_quotes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
