/* SPDX-License-Identifier: MIT */
/* Where sentences begin and end, and the case of a text. */
#include "split.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

/* The sentences of a text, with a bar between them. */
static void assert_sentences(const char *text, const char *expected)
{
    char joined[1000] = "";
    size_t length = 0;
    struct gmi_words words = split(text);
    gmi_words_find_sentences(&words, text);
    for (size_t i = 0; i < words.count; i++) {
        size_t start, end;
        if (!(words.items[i].flags & GMI_WORD_SENTENCE_START))
            continue;
        gmi_words_sentence_around(&words, text, strlen(text), i, &start,
                                  &end);
        length += (size_t)snprintf(joined + length, sizeof joined - length,
                                   "%s%.*s", length ? "|" : "",
                                   (int)(end - start), text + start);
    }
    assert_string_equal(joined, expected);
}

static void a_full_stop_and_a_capital_begin_a_sentence(void **state)
{
    (void)state;
    assert_sentences("He came. She went.", "He came.|She went.");
    assert_sentences("He came! Did she? Yes.", "He came!|Did she?|Yes.");
    assert_sentences("He came.\nShe went.", "He came.|She went.");
    assert_sentences("one", "one");
    assert_sentences("", "");
}

static void a_small_letter_does_not(void **state)
{
    (void)state;
    assert_sentences("It cost 3.5 million, approx. two each.",
                     "It cost 3.5 million, approx. two each.");
}

static void abbreviations_do_not(void **state)
{
    (void)state;
    assert_sentences("Mr. Smith met Gen. Brown in St. Louis.",
                     "Mr. Smith met Gen. Brown in St. Louis.");
    assert_sentences("J. Smith came.", "J. Smith came.");
    assert_sentences("The U.S. Army left.", "The U.S. Army left.");
    assert_sentences("She left the U.S. The army stayed.",
                     "She left the U.S.|The army stayed.");
}

static void where_all_is_written_small_a_full_stop_alone_does(void **state)
{
    (void)state;
    assert_sentences("he came. she went to mr. smith. it rained.",
                     "he came.|she went to mr. smith.|it rained.");
    assert_sentences("j. smith left the u.s. and stayed away.",
                     "j. smith left the u.s. and stayed away.");
    assert_sentences("it cost 3.5 million.", "it cost 3.5 million.");
}

static void the_case_of_a_text_is_that_of_nearly_all_its_words(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum gmi_text_case is;
    } cases[] = {
        {"He lives in Paris.", GMI_TEXT_BOTH},
        {"he lives in paris.", GMI_TEXT_SMALL},
        {"HE LIVES IN PARIS.", GMI_TEXT_LARGE},
        {"BBC. He lives in the U.S. and likes it", GMI_TEXT_BOTH},
        {"თბილისი", GMI_TEXT_BOTH},
        {"", GMI_TEXT_BOTH},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct gmi_words words = split(cases[i].text);
        assert_int_equal(gmi_words_case(words.items, words.count),
                         cases[i].is);
    }
}

static void a_comma_behind_the_full_stop_goes_on(void **state)
{
    (void)state;
    assert_sentences("They met in Barrie, Ont., Canada. It rained.",
                     "They met in Barrie, Ont., Canada.|It rained.");
    assert_sentences("they met in barrie, ont., with friends.",
                     "they met in barrie, ont., with friends.");
}

static void a_paragraph_begins_a_sentence(void **state)
{
    (void)state;
    assert_sentences("GORIS, Armenia\n\nthe road", "GORIS, Armenia|the road");
}

static void any_word_finds_the_sentence_around_it(void **state)
{
    (void)state;
    const char *text = "He came. She went to Goris by bus. It rained.";
    struct gmi_words words = split(text);
    gmi_words_find_sentences(&words, text);
    for (size_t i = 2; i < 8; i++) {
        size_t start, end;
        gmi_words_sentence_around(&words, text, strlen(text), i, &start,
                                  &end);
        assert_int_equal(start, 9);
        assert_int_equal(end, 34);
    }
}

static void outer_space_and_opening_signs_are_left_out(void **state)
{
    (void)state;
    assert_sentences("  He came.   (She went.)  ", "He came.|She went.)");
}

static void a_sentence_without_end_is_cut_on_either_side(void **state)
{
    (void)state;
    enum { LENGTH = 30000 };
    char text[LENGTH + 1];
    for (size_t i = 0; i < LENGTH; i++)
        text[i] = i % 60 == 59 ? ' ' : 'a';
    text[LENGTH] = '\0';
    struct gmi_words words = split(text);
    gmi_words_find_sentences(&words, text);
    size_t start, end;
    gmi_words_sentence_around(&words, text, LENGTH, words.count / 2, &start,
                              &end);
    assert_in_range(start, LENGTH / 2 - 5000, LENGTH / 2 - 1000);
    assert_in_range(end, LENGTH / 2 + 1000, LENGTH / 2 + 5000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_full_stop_and_a_capital_begin_a_sentence),
        cmocka_unit_test(a_small_letter_does_not),
        cmocka_unit_test(abbreviations_do_not),
        cmocka_unit_test(
            where_all_is_written_small_a_full_stop_alone_does),
        cmocka_unit_test(the_case_of_a_text_is_that_of_nearly_all_its_words),
        cmocka_unit_test(a_comma_behind_the_full_stop_goes_on),
        cmocka_unit_test(a_paragraph_begins_a_sentence),
        cmocka_unit_test(any_word_finds_the_sentence_around_it),
        cmocka_unit_test(a_sentence_without_end_is_cut_on_either_side),
        cmocka_unit_test(outer_space_and_opening_signs_are_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
