/* SPDX-License-Identifier: MIT */
/* Folding: the form in which words are compared. */
#include "text/fold.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static void assert_folds_to(const char *word, const char *expected)
{
    struct gmi_folded folded;
    gmi_fold(word, strlen(word), &folded);
    assert_string_equal(folded.bytes, expected);
    assert_int_equal(folded.length, strlen(expected));
}

static bool is_equal(const char *a, const char *b)
{
    const bool equal = gmi_fold_equal(a, strlen(a), b, strlen(b));
    const bool same_key = gmi_key_of(a, strlen(a), NULL) ==
                          gmi_key_of(b, strlen(b), NULL);
    assert_int_equal(equal, same_key);
    return equal;
}

static void case_and_accents_do_not_count(void **state)
{
    (void)state;
    assert_folds_to("Yerevan", "yerevan");
    assert_folds_to("YEREVAN", "yerevan");
    assert_folds_to("Zürich", "zurich");
    assert_folds_to("Zu\xcc\x88rich", "zurich"); /* decomposed */
    assert_folds_to("São", "sao");
    assert_folds_to("Đà", "da");
    assert_folds_to("Łódź", "lodz");
    assert_folds_to("Θεσσαλονίκη", "θεσσαλονικη");
    assert_folds_to("Нижний", "нижнии");
    assert_folds_to("Алёшино", "алешино");
    assert_folds_to("ＴＯＫＹＯ", "tokyo"); /* full width */
}

static void letters_that_people_write_in_two_ways_are_one(void **state)
{
    (void)state;
    assert_folds_to("Straße", "strasse");
    assert_folds_to("ı", "i");
    assert_folds_to("İstanbul", "istanbul");
    assert_folds_to("Şuşa", "susa");
    assert_folds_to("Gəncə", "ganca");
    assert_folds_to("ǅ", "dz");
    assert_folds_to("Þórshöfn", "thorshofn");
    assert_folds_to("ﬁn", "fin"); /* the ligature */
    assert_folds_to("Երևան", "երեւան");
    assert_folds_to("ԵՐԵՎԱՆ", "երեվան");
}

static void scripts_stay_what_they_are(void **state)
{
    (void)state;
    assert_folds_to("東", "東");
    assert_folds_to("서", "서");
    assert_folds_to("თბილისი", "თბილისი");
    assert_folds_to("ᲗᲑᲘᲚᲘᲡᲘ", "თბილისი");
    assert_false(is_equal("Москва", "Mockba"));
}

static void usual_abbreviations_are_the_word(void **state)
{
    (void)state;
    assert_true(is_equal("Saint Petersburg", "St Petersburg"));
    assert_true(is_equal("St. Petersburg", "SAINT PETERSBURG"));
    assert_true(is_equal("Sainte-Marie", "Ste Marie"));
    assert_true(is_equal("Mount Ararat", "Mt. Ararat"));
    assert_true(is_equal("Fort Worth", "Ft Worth"));
    assert_true(is_equal("Trinidad & Tobago", "Trinidad and Tobago"));
    assert_false(is_equal("Saints", "Sts"));
    assert_false(is_equal("Forth", "Fth"));
}

static void punctuation_between_words_does_not_count(void **state)
{
    (void)state;
    assert_true(is_equal("Baden-Baden", "Baden Baden"));
    assert_true(is_equal("Xi'an", "Xi’an"));
    assert_true(is_equal("Washington, D.C.", "washington DC"));
    assert_true(is_equal("U.S.", "US"));
    assert_true(is_equal("Al\xc2\xad" "aska", "Alaska")); /* soft hyphen */
    assert_false(is_equal("New York", "Newyork"));
    assert_false(is_equal("York New", "New York"));
    assert_false(is_equal("New", "New York"));
    assert_false(is_equal("", "New"));
    assert_true(is_equal("", " - "));
}

static void a_name_has_a_key_for_its_words_in_order(void **state)
{
    (void)state;
    size_t words = 99;
    assert_true(gmi_key_of("", 0, &words) == GMI_KEY_EMPTY);
    assert_int_equal(words, 0);
    const uint64_t key = gmi_key_of("New York City", 13, &words);
    assert_int_equal(words, 3);
    struct gmi_folded folded;
    uint64_t built = GMI_KEY_EMPTY;
    const char *const parts[] = {"new", "york", "city"};
    for (size_t i = 0; i < 3; i++) {
        gmi_fold(parts[i], strlen(parts[i]), &folded);
        built = gmi_key_add(built, gmi_fold_hash(&folded));
    }
    assert_true(built == key);
}

/* Compiled files hold these: another value is another format. */
static void hashes_are_those_of_compiled_files(void **state)
{
    (void)state;
    assert_true(gmi_key_of("Yerevan", 7, NULL) ==
                UINT64_C(0xd2f16a0f92fe335f));
    assert_true(gmi_key_of("New York", 8, NULL) ==
                UINT64_C(0x38c78939770b9a05));
    assert_true(gmi_key_of("Երևան", strlen("Երևան"), NULL) ==
                UINT64_C(0xa36219b0a6da904c));
}

static void the_hash_depends_on_every_byte(void **state)
{
    (void)state;
    struct gmi_folded folded;
    char word[] = "abcdefghijklmnopqrs";
    for (size_t length = 1; length < sizeof word; length++) {
        gmi_fold(word, length, &folded);
        const uint64_t hash = gmi_fold_hash(&folded);
        for (size_t i = 0; i < length; i++) {
            const char kept = word[i];
            word[i] = 'z';
            gmi_fold(word, length, &folded);
            assert_true(gmi_fold_hash(&folded) != hash);
            word[i] = kept;
        }
    }
}

static void a_word_without_end_is_cut(void **state)
{
    (void)state;
    char word[2000];
    struct gmi_folded folded;
    memset(word, 'a', sizeof word);
    gmi_fold(word, sizeof word, &folded);
    assert_int_equal(folded.length, GMI_FOLD_MAX);
    assert_int_equal(folded.bytes[folded.length], 0);
    for (size_t i = 0; i + 2 < sizeof word; i += 3)
        memcpy(word + i, "\xe6\x9d\xb1", 3);
    gmi_fold(word, sizeof word - sizeof word % 3, &folded);
    assert_true(folded.length <= GMI_FOLD_MAX);
    assert_int_equal(folded.bytes[folded.length], 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(case_and_accents_do_not_count),
        cmocka_unit_test(letters_that_people_write_in_two_ways_are_one),
        cmocka_unit_test(scripts_stay_what_they_are),
        cmocka_unit_test(usual_abbreviations_are_the_word),
        cmocka_unit_test(punctuation_between_words_does_not_count),
        cmocka_unit_test(a_name_has_a_key_for_its_words_in_order),
        cmocka_unit_test(hashes_are_those_of_compiled_files),
        cmocka_unit_test(the_hash_depends_on_every_byte),
        cmocka_unit_test(a_word_without_end_is_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
