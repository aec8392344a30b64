/* SPDX-License-Identifier: MIT */
/* Ordinary words of languages. */
#include "model/ordinary.h"

#include "include/geomention.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

static uint64_t hash_of(const char *text)
{
    struct gmi_folded folded;
    gmi_fold(text, strlen(text), &folded);
    return gmi_fold_hash(&folded);
}

static gm_status read_text(const char *text,
                           struct gmi_ordinary_builder *builder,
                           gm_error *err)
{
    char path[] = "/tmp/ordinary-XXXXXX";
    const int file = mkstemp(path);
    assert_true(file >= 0);
    assert_true(write(file, text, strlen(text)) == (ssize_t)strlen(text));
    close(file);
    const gm_status status = gmi_ordinary_read(builder, path, err);
    unlink(path);
    return status;
}

static void a_word_is_of_its_language_only(void **state)
{
    (void)state;
    struct gmi_ordinary_builder builder = {0};
    gm_error err = {0};
    assert_int_equal(read_text("# comment\n## lang: ru\nмука\n"
                               "## lang: de\nstein\n",
                               &builder, &err),
                     GM_OK);
    const struct gmi_ordinary words = {builder.keys, builder.size};
    assert_true(gmi_ordinary_has(&words, "ru", hash_of("Мука")));
    assert_true(gmi_ordinary_has(&words, "de", hash_of("Stein")));
    assert_false(gmi_ordinary_has(&words, "de", hash_of("Мука")));
    assert_false(gmi_ordinary_has(&words, "fr", hash_of("Stein")));
    assert_false(gmi_ordinary_has(&words, "ru", hash_of("comment")));
    assert_false(gmi_ordinary_has(&words, "", hash_of("Stein")));
    gmi_ordinary_builder_release(&builder);
}

static void many_words_are_all_found(void **state)
{
    (void)state;
    struct gmi_ordinary_builder builder = {0};
    gm_error err = {0};
    static char text[64 * 1024] = "## lang: fr\n";
    for (int i = 0; i < 2000; i++)
        sprintf(text + strlen(text), "mot%d\n", i);
    assert_int_equal(read_text(text, &builder, &err), GM_OK);
    const struct gmi_ordinary words = {builder.keys, builder.size};
    for (int i = 0; i < 2000; i++) {
        char word[16];
        sprintf(word, "mot%d", i);
        assert_true(gmi_ordinary_has(&words, "fr", hash_of(word)));
    }
    assert_false(gmi_ordinary_has(&words, "fr", hash_of("mot2000")));
    gmi_ordinary_builder_release(&builder);
}

static void nothing_is_found_where_nothing_is(void **state)
{
    (void)state;
    const struct gmi_ordinary none = {0};
    assert_false(gmi_ordinary_has(&none, "fr", hash_of("mot")));
}

static void what_is_not_utf8_is_an_error_with_its_line(void **state)
{
    (void)state;
    struct gmi_ordinary_builder builder = {0};
    gm_error err = {0};
    assert_int_equal(read_text("## lang: fr\nmot\n\xff\n", &builder, &err),
                     GM_ERR_UTF8);
    assert_non_null(strstr(err.message, ":3: not UTF-8"));
    gmi_ordinary_builder_release(&builder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_word_is_of_its_language_only),
        cmocka_unit_test(many_words_are_all_found),
        cmocka_unit_test(nothing_is_found_where_nothing_is),
        cmocka_unit_test(what_is_not_utf8_is_an_error_with_its_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
