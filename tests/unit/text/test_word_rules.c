/* SPDX-License-Identifier: MIT */
/* Words: what they are, case by case. test_word.c has them by the million. */
#include "text/word.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

enum { WORDS_MAX = 64 };

static struct gmi_word words[WORDS_MAX];

static size_t split(const char *text)
{
    size_t position = 0, count = 0;
    while (count < WORDS_MAX &&
           gmi_word_next(text, strlen(text), &position, &words[count]))
        count++;
    return count;
}

/* The words with a bar between them. */
static void assert_words(const char *text, const char *expected)
{
    char joined[1000] = "";
    size_t length = 0;
    const size_t count = split(text);
    for (size_t i = 0; i < count; i++)
        length += (size_t)snprintf(joined + length, sizeof joined - length,
                                   "%s%.*s", i ? "|" : "",
                                   (int)(words[i].end - words[i].start),
                                   text + words[i].start);
    assert_string_equal(joined, expected);
}

static void a_word_is_a_run_of_letters_marks_and_digits(void **state)
{
    (void)state;
    assert_words("The mayor of Goris.", "The|mayor|of|Goris");
    assert_words("Zu\xcc\x88rich, 1945", "Zu\xcc\x88rich|1945");
    assert_words("B52 3rd", "B52|3rd");
    assert_words("", "");
    assert_words(" \n.,!", "");
}

static void hyphens_and_apostrophes_end_a_word(void **state)
{
    (void)state;
    assert_words("Baden-Baden", "Baden|Baden");
    assert_words("Yerevan's", "Yerevan|s");
    assert_words("Xi’an", "Xi|an");
    assert_words("N'Djamena", "N|Djamena");
    assert_words("and/or", "and|or");
}

static void dotted_letters_are_one_word(void **state)
{
    (void)state;
    assert_words("the U.S. Army", "the|U.S.|Army");
    assert_words("Washington, D.C.", "Washington|D.C.");
    assert_words("N.Y", "N.Y");
    assert_words("J. Smith", "J|Smith");
    assert_words("3.5", "3|5");
    assert_int_equal(split("the U.S. Army"), 3);
    assert_true(words[1].flags & GMI_WORD_DOTTED);
    assert_int_equal(words[1].caps, GMI_CAPS_UPPER);
    assert_false(words[0].flags & GMI_WORD_DOTTED);
}

static void scripts_without_spaces_give_a_word_a_letter(void **state)
{
    (void)state;
    assert_words("東京都", "東|京|都");
    assert_words("서울", "서|울");
    assert_words("กรุง", "ก|รุ|ง");
    assert_words("Tokyo東京", "Tokyo|東|京");
    assert_int_equal(split("東"), 1);
    assert_int_equal(words[0].script, GMI_SCRIPT_CJK);
}

static void the_ampersand_is_a_word(void **state)
{
    (void)state;
    assert_words("Trinidad & Tobago", "Trinidad|&|Tobago");
    assert_words("AT&T", "AT|&|T");
}

static void joiners_inside_a_word_are_unseen(void **state)
{
    (void)state;
    assert_words("Al\xc2\xad" "aska", "Al\xc2\xad" "aska");
    assert_words("\xd4\xb5\xd6\x80\xd5\x9b\xd6\x87", /* Armenian stress */
                 "\xd4\xb5\xd6\x80\xd5\x9b\xd6\x87");
    assert_words("end\xc2\xad", "end");
}

static void caps_are_told(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        enum gmi_caps caps;
    } cases[] = {
        {"yerevan", GMI_CAPS_LOWER},    {"Yerevan", GMI_CAPS_CAPITAL},
        {"YEREVAN", GMI_CAPS_UPPER},    {"McDonald", GMI_CAPS_MIXED},
        {"iPhone", GMI_CAPS_MIXED},     {"A", GMI_CAPS_UPPER},
        {"1945", GMI_CAPS_NONE},        {"東", GMI_CAPS_NONE},
        {"Երևան", GMI_CAPS_CAPITAL},    {"تهران", GMI_CAPS_NONE},
        {"МОСКВА", GMI_CAPS_UPPER},     {"B52", GMI_CAPS_UPPER},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(split(cases[i].word), 1);
        if (words[0].caps != cases[i].caps)
            fail_msg("'%s' has caps %d", cases[i].word, words[0].caps);
    }
}

static void scripts_are_told(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        enum gmi_script script;
    } cases[] = {
        {"Yerevan", GMI_SCRIPT_LATIN},   {"Москва", GMI_SCRIPT_CYRILLIC},
        {"Երևան", GMI_SCRIPT_ARMENIAN},  {"თბილისი", GMI_SCRIPT_GEORGIAN},
        {"Αθήνα", GMI_SCRIPT_GREEK},     {"تهران", GMI_SCRIPT_ARABIC},
        {"חיפה", GMI_SCRIPT_HEBREW},     {"दिल्ली", GMI_SCRIPT_INDIC},
        {"1945", GMI_SCRIPT_DIGIT},      {"3rd", GMI_SCRIPT_LATIN},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(split(cases[i].word), 1);
        if (words[0].script != cases[i].script)
            fail_msg("'%s' has script %d", cases[i].word, words[0].script);
    }
}

/* What stands before the second of two words. */
static unsigned before(const char *text)
{
    assert_int_equal(split(text), 2);
    return words[1].before;
}

static void what_stands_between_words_is_told(void **state)
{
    (void)state;
    assert_int_equal(before("a b"), GMI_BEFORE_SPACE);
    assert_int_equal(before("ab\xc2\xa0" "cd"), GMI_BEFORE_SPACE);
    assert_int_equal(before("a-b"), GMI_BEFORE_HYPHEN);
    assert_int_equal(before("ab'cd"), GMI_BEFORE_APOSTROPHE);
    assert_int_equal(before("ab, cd"), GMI_BEFORE_COMMA | GMI_BEFORE_SPACE);
    assert_int_equal(before("ab. cd"), GMI_BEFORE_PERIOD | GMI_BEFORE_SPACE);
    assert_int_equal(before("ab\ncd"), GMI_BEFORE_LINE);
    assert_int_equal(before("ab\n\ncd"),
                     GMI_BEFORE_LINE | GMI_BEFORE_PARAGRAPH);
    assert_int_equal(before("ab\r\n\r\ncd"), GMI_BEFORE_SPACE |
                                                 GMI_BEFORE_LINE |
                                                 GMI_BEFORE_PARAGRAPH);
    assert_int_equal(before("ab (cd"), GMI_BEFORE_OPEN | GMI_BEFORE_SPACE);
    assert_int_equal(before("ab) cd"), GMI_BEFORE_CLOSE | GMI_BEFORE_SPACE);
    assert_int_equal(before("ab - cd"), GMI_BEFORE_DASH | GMI_BEFORE_SPACE);
    assert_int_equal(before("ab — cd"), GMI_BEFORE_DASH | GMI_BEFORE_SPACE);
    assert_int_equal(before("ab/cd"), GMI_BEFORE_SLASH);
    assert_int_equal(before("ab: cd"), GMI_BEFORE_COLON | GMI_BEFORE_SPACE);
    assert_int_equal(before("ab; cd"), GMI_BEFORE_SEMICOLON | GMI_BEFORE_SPACE);
    assert_int_equal(before("ab! cd"), GMI_BEFORE_STOP | GMI_BEFORE_SPACE);
    assert_int_equal(before("ab “cd"), GMI_BEFORE_QUOTE | GMI_BEFORE_SPACE);
    assert_int_equal(before("ab $ cd"), GMI_BEFORE_OTHER | GMI_BEFORE_SPACE);
}

static void the_first_word_begins_a_paragraph(void **state)
{
    (void)state;
    assert_int_equal(split("Goris"), 1);
    assert_int_equal(words[0].before, GMI_BEFORE_PARAGRAPH);
}

static void a_name_goes_on_over_space_line_hyphen_and_stop(void **state)
{
    (void)state;
    static const char *const joined[] = {"New York", "New\nYork", "Xi'an",
                                         "Baden-Baden", "St. Louis"};
    static const char *const apart[] = {"Paris, Texas", "one\n\ntwo",
                                        "Goris (Armenia", "here! There",
                                        "Goris — Armenia", "and/or"};
    for (size_t i = 0; i < sizeof joined / sizeof *joined; i++) {
        before(joined[i]);
        assert_true(gmi_word_joins(&words[1]));
    }
    for (size_t i = 0; i < sizeof apart / sizeof *apart; i++) {
        before(apart[i]);
        assert_false(gmi_word_joins(&words[1]));
    }
}

static void flags_and_letters_are_told(void **state)
{
    (void)state;
    assert_int_equal(split("J. Smith. Zu\xcc\x88rich"), 3);
    assert_int_equal(words[0].flags, GMI_WORD_SINGLE | GMI_WORD_PERIOD_AFTER);
    assert_int_equal(words[1].flags, GMI_WORD_PERIOD_AFTER);
    assert_int_equal(words[0].letters, 1);
    assert_int_equal(words[1].letters, 5);
    assert_int_equal(words[2].letters, 6); /* the mark is no letter */
}

static void a_long_word_has_at_most_255_letters(void **state)
{
    (void)state;
    static const size_t lengths[] = {254, 255, 256, 300, 1000};
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        char text[1001];
        memset(text, 'a', lengths[i]);
        text[lengths[i]] = '\0';
        assert_int_equal(split(text), 1);
        assert_int_equal(words[0].end, lengths[i]);
        assert_int_equal(words[0].letters,
                         lengths[i] < 255 ? lengths[i] : 255);
    }
}

static void the_hash_is_that_of_the_folded_word(void **state)
{
    (void)state;
    assert_int_equal(split("Zürich ZURICH Bern"), 3);
    assert_true(words[0].hash == words[1].hash);
    assert_true(words[0].hash != words[2].hash);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_word_is_a_run_of_letters_marks_and_digits),
        cmocka_unit_test(hyphens_and_apostrophes_end_a_word),
        cmocka_unit_test(dotted_letters_are_one_word),
        cmocka_unit_test(scripts_without_spaces_give_a_word_a_letter),
        cmocka_unit_test(the_ampersand_is_a_word),
        cmocka_unit_test(joiners_inside_a_word_are_unseen),
        cmocka_unit_test(caps_are_told),
        cmocka_unit_test(scripts_are_told),
        cmocka_unit_test(what_stands_between_words_is_told),
        cmocka_unit_test(the_first_word_begins_a_paragraph),
        cmocka_unit_test(a_name_goes_on_over_space_line_hyphen_and_stop),
        cmocka_unit_test(flags_and_letters_are_told),
        cmocka_unit_test(a_long_word_has_at_most_255_letters),
        cmocka_unit_test(the_hash_is_that_of_the_folded_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
