/* SPDX-License-Identifier: MIT */
/* Which languages are written where. */
#include "gazetteer/languages.h"

#include "gazetteer/format.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static int speaks(const char *country, const char *language)
{
    return gmi_country_speaks(gmi_country_number(country), language) > 0;
}

static void a_country_speaks_what_is_written_there(void **state)
{
    (void)state;
    assert_true(speaks("AM", "hy"));
    assert_true(speaks("CH", "de"));
    assert_true(speaks("CH", "fr"));
    assert_true(speaks("ZW", "en"));
    assert_true(speaks("AD", "ca"));
}

static void other_languages_and_no_country_are_not_spoken(void **state)
{
    (void)state;
    assert_false(speaks("AM", "fr"));
    assert_false(speaks("CH", ""));
    assert_false(speaks("", "en"));
    assert_false(speaks("QQ", "en"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_country_speaks_what_is_written_there),
        cmocka_unit_test(other_languages_and_no_country_are_not_spoken),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
