/* SPDX-License-Identifier: MIT */
/* Kinds of places in the words of other sources. */
#include "layer/feature_code.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static void words_and_codes_become_codes(void **state)
{
    (void)state;
    static const struct {
        const char *text, *class_letter, *code;
    } cases[] = {
        {"P.PPLC", NULL, "P.PPLC"},
        {"PPLC", "P", "P.PPLC"},
        {"ADM1", "A", "A.ADM1"},
        {"village", NULL, "P.PPL"},
        {"Village", "", "P.PPL"},
        {"Admin-0 country", NULL, "A.PCLI"},
        {"Lake", NULL, "H.LK"},
        {"PPLC", NULL, NULL},
        {"PPLC", "PP", NULL},
        {"p.pplc", NULL, NULL},
        {"P.", NULL, NULL},
        {"P.A B", NULL, NULL},
        {"", "P", NULL},
        {NULL, "P", NULL},
        {"P.ABCDEFGHIJKLMNOPQ", NULL, NULL},
        {"ABCDEFGHIJKLMNOPQ", "P", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char out[GMI_FEATURE_CODE_SIZE];
        const char *code =
            gmi_feature_code(cases[i].text, cases[i].class_letter, out);
        if (!cases[i].code)
            assert_null(code);
        else
            assert_string_equal(code, cases[i].code);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_and_codes_become_codes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
