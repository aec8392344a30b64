/* SPDX-License-Identifier: MIT */
/* From an inflected form of a name to what may be its base form. */
#include "text/inflect.h"

#include "split.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

/* Whether the base is among the answers for the inflected form. */
static bool leads_to(const char *inflected, const char *language,
                     const char *base)
{
    struct gmi_folded word, wanted, bases[GMI_BASES_MAX];
    const struct gmi_words words = split(inflected);
    assert_int_equal(words.count, 1);
    gmi_fold(inflected, strlen(inflected), &word);
    gmi_fold(base, strlen(base), &wanted);
    const size_t count =
        gmi_inflect_bases(&word, words.items[0].script, language, bases);
    assert_true(count <= GMI_BASES_MAX);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(bases[i].bytes[bases[i].length], 0);
        assert_true(strcmp(bases[i].bytes, word.bytes) != 0);
    }
    for (size_t i = 0; i < count; i++)
        if (strcmp(bases[i].bytes, wanted.bytes) == 0)
            return true;
    return false;
}

static void russian_cases_lead_to_the_nominative(void **state)
{
    (void)state;
    static const char *const forms[][2] = {
        {"Москве", "Москва"},     {"Москву", "Москва"},
        {"Москвой", "Москва"},    {"Еревана", "Ереван"},
        {"Ереване", "Ереван"},    {"Ереваном", "Ереван"},
        {"России", "Россия"},     {"Армении", "Армения"},
        {"Нахичевани", "Нахичевань"}, {"Сибирью", "Сибирь"},
        {"Шуше", "Шуша"},         {"Нагорного", "Нагорный"},
    };
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (!leads_to(forms[i][0], "ru", forms[i][1]))
            fail_msg("%s does not lead to %s", forms[i][0], forms[i][1]);
}

static void armenian_and_georgian_endings_are_taken_off(void **state)
{
    (void)state;
    assert_true(leads_to("Երևանում", "hy", "Երևան"));
    assert_true(leads_to("Երևանի", "hy", "Երևան"));
    assert_true(leads_to("Շուշիում", "hy", "Շուշի"));
    assert_true(leads_to("Գորիսից", "hy", "Գորիս"));
    assert_true(leads_to("თბილისში", "ka", "თბილისი"));
    assert_true(leads_to("თბილისის", "ka", "თბილისი"));
    assert_true(leads_to("გორისა", "ka", "გორი"));
    assert_true(leads_to("ბათუმამდე", "ka", "ბათუმი"));
    assert_true(leads_to("მტკვრის", "ka", "მტკვარი"));
}

static void arabic_and_hebrew_words_in_front_are_taken_off(void **state)
{
    (void)state;
    assert_true(leads_to("والرباط", "ar", "الرباط"));
    assert_true(leads_to("بدمشق", "ar", "دمشق"));
    assert_true(leads_to("للعراق", "ar", "العراق"));
    assert_true(leads_to("ובחיפה", "he", "חיפה"));
    assert_false(leads_to("بندر", "fa", "ندر")); /* Persian has none */
    assert_false(leads_to("وان", "ar", "ان"));   /* too little is left */
}

static void latin_letters_ask_for_the_language(void **state)
{
    (void)state;
    assert_true(leads_to("Bakıda", "az", "Bakı"));
    assert_true(leads_to("Ankaradan", "tr", "Ankara"));
    assert_true(leads_to("Helsingissä", "fi", "Helsinki"));
    assert_false(leads_to("Canada", "en", "Cana"));
    assert_false(leads_to("Canada", "", "Cana"));
}

static void each_language_has_its_own_endings(void **state)
{
    (void)state;
    static const char *const forms[][3] = {
        {"Zagreba", "hr", "Zagreb"},       {"Srbije", "hr", "Srbija"},
        {"Hrvatskoj", "hr", "Hrvatska"},   {"Nemecku", "sk", "Nemecko"},
        {"Prahy", "cs", "Praha"},          {"Košíc", "sk", "Košice"},
        {"Warszawy", "pl", "Warszawa"},    {"Gdańsku", "pl", "Gdańsk"},
        {"Timișoarei", "ro", "Timișoara"}, {"Parisului", "ro", "Paris"},
        {"Eestis", "et", "Eesti"},         {"Tallinnast", "et", "Tallinn"},
        {"Қазақстанның", "kk", "Қазақстан"}, {"Ресейде", "kk", "Ресей"},
        {"морю", "ru", "море"},            {"Киева", "uk", "Київ"},
        {"Србије", "sr", "Србија"},        {"Ελλάδας", "el", "Ελλάδα"},
        {"կայսրության", "hy", "կայսրություն"},
    };
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (!leads_to(forms[i][0], forms[i][1], forms[i][2]))
            fail_msg("%s does not lead to %s", forms[i][0], forms[i][2]);
    assert_false(leads_to("Zagreba", "nl", "Zagreb"));
    assert_false(leads_to("Zagreba", "", "Zagreb"));
}

static void finnish_consonants_become_strong_again(void **state)
{
    (void)state;
    assert_true(leads_to("Euroopan", "fi", "Eurooppa"));
    assert_true(leads_to("Englannissa", "fi", "Englanti"));
    assert_true(leads_to("Itävallan", "fi", "Itävalta"));
    assert_true(leads_to("Lahden", "fi", "Lahti"));
    assert_false(leads_to("Euroopan", "et", "Eurooppa"));
}

static bool is_locative(const char *word, const char *language)
{
    struct gmi_folded folded;
    gmi_fold(word, strlen(word), &folded);
    return gmi_inflect_is_locative(&folded, language);
}

static void endings_of_place_are_told_from_others(void **state)
{
    (void)state;
    assert_true(is_locative("Bakıda", "az"));
    assert_true(is_locative("Երևանում", "hy"));
    assert_true(is_locative("Suomessa", "fi"));
    assert_false(is_locative("Bakının", "az"));
    assert_false(is_locative("Երևանի", "hy"));
    assert_false(is_locative("Suomen", "fi"));
    assert_false(is_locative("Canada", "en"));
    assert_false(is_locative("da", "tr"));
}

static void any_language_has_few_endings(void **state)
{
    (void)state;
    assert_true(leads_to("Bakıda", GMI_INFLECT_ANY, "Bakı"));
    assert_true(leads_to("Москве", GMI_INFLECT_ANY, "Москва"));
    assert_false(leads_to("Timișoarei", GMI_INFLECT_ANY, "Timișoara"));
}

static void a_short_word_is_left_alone(void **state)
{
    (void)state;
    struct gmi_folded word, bases[GMI_BASES_MAX];
    gmi_fold("", 0, &word);
    assert_int_equal(
        gmi_inflect_bases(&word, GMI_SCRIPT_CYRILLIC, "ru", bases), 0);
    gmi_fold("а", strlen("а"), &word);
    assert_int_equal(
        gmi_inflect_bases(&word, GMI_SCRIPT_CYRILLIC, "ru", bases), 0);
}

static void a_word_as_long_as_can_be_is_no_trouble(void **state)
{
    (void)state;
    char text[2 * 200 + 1];
    struct gmi_folded word, bases[GMI_BASES_MAX];
    for (size_t i = 0; i < 200; i++)
        memcpy(text + 2 * i, "\xd1\x8f", 2); /* я */
    gmi_fold(text, 400, &word);
    const size_t count =
        gmi_inflect_bases(&word, GMI_SCRIPT_CYRILLIC, "ru", bases);
    for (size_t i = 0; i < count; i++)
        assert_true(bases[i].length <= GMI_FOLD_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(russian_cases_lead_to_the_nominative),
        cmocka_unit_test(armenian_and_georgian_endings_are_taken_off),
        cmocka_unit_test(arabic_and_hebrew_words_in_front_are_taken_off),
        cmocka_unit_test(latin_letters_ask_for_the_language),
        cmocka_unit_test(each_language_has_its_own_endings),
        cmocka_unit_test(finnish_consonants_become_strong_again),
        cmocka_unit_test(endings_of_place_are_told_from_others),
        cmocka_unit_test(any_language_has_few_endings),
        cmocka_unit_test(a_short_word_is_left_alone),
        cmocka_unit_test(a_word_as_long_as_can_be_is_no_trouble),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
