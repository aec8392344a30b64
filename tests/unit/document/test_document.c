/* SPDX-License-Identifier: MIT */
/* A text with its words and mentions. */
#include "document/document.h"

#include "base/memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static int create(void **state)
{
    return gm_document_create((gm_document **)state, NULL) ? -1 : 0;
}

static int release(void **state)
{
    gm_document_free(*state);
    return 0;
}

static void set_text(gm_document *doc, const char *text)
{
    gm_error err = {0};
    if (gm_document_set_text(doc, "a.txt", text, strlen(text), &err))
        fail_msg("%s", err.message);
}

/* ---- Text -------------------------------------------------------------- */

static void a_new_document_is_empty(void **state)
{
    gm_document *doc = *state;
    size_t length = 99;
    assert_string_equal(gm_document_id(doc), "");
    assert_string_equal(gm_document_text(doc, &length), "");
    assert_int_equal(length, 0);
    assert_int_equal(gm_document_mention_count(doc), 0);
    assert_null(gm_document_mention_at(doc, 0));
    gm_document_free(NULL);
}

static void text_and_id_are_copied(void **state)
{
    gm_document *doc = *state;
    char id[] = "one", text[] = "Goris and Kapan";
    size_t length;
    assert_int_equal(gm_document_set_text(doc, id, text, 5, NULL), GM_OK);
    id[0] = text[0] = 'x';
    assert_string_equal(gm_document_id(doc), "one");
    assert_string_equal(gm_document_text(doc, &length), "Goris");
    assert_int_equal(length, 5);
    assert_string_equal(gm_document_text(doc, NULL), "Goris");
}

static void a_text_may_hold_zeros(void **state)
{
    gm_document *doc = *state;
    size_t length;
    assert_int_equal(gm_document_set_text(doc, "z", "Goris\0Kapan", 11, NULL),
                     GM_OK);
    assert_memory_equal(gm_document_text(doc, &length), "Goris\0Kapan", 12);
    assert_int_equal(length, 11);
    assert_int_equal(gmi_document_split(doc, NULL), GM_OK);
    assert_int_equal(doc->words.count, 2);
}

static void bad_utf8_is_refused_with_its_byte(void **state)
{
    gm_document *doc = *state;
    gm_error err = {0};
    assert_int_equal(gm_document_set_text(doc, "bad", "Goris\xff", 6, &err),
                     GM_ERR_UTF8);
    assert_int_equal(err.byte, 5);
    assert_non_null(strstr(err.message, "byte 5"));
    assert_string_equal(gm_document_text(doc, NULL), ""); /* and it is empty */
    set_text(doc, "Goris");                               /* and usable */
    assert_string_equal(gm_document_text(doc, NULL), "Goris");
}

static void an_endless_text_is_refused(void **state)
{
    gm_document *doc = *state;
    assert_int_equal(gm_document_set_text(doc, "long", "x",
                                          ((size_t)1 << 30) + 1, NULL),
                     GM_ERR_MEMORY);
}

static void a_new_text_forgets_all_else(void **state)
{
    gm_document *doc = *state;
    set_text(doc, "Goris and Kapan");
    assert_int_equal(gm_document_add_mention(doc, 0, 5, NULL), GM_OK);
    assert_int_equal(gm_document_add_country(doc, "AM", NULL), GM_OK);
    assert_int_equal(gm_document_set_near(doc, 45, 40, 0, NULL), GM_OK);
    assert_int_equal(gm_document_set_title(doc, "News", NULL), GM_OK);
    assert_int_equal(gm_document_set_date(doc, "1915", NULL), GM_OK);
    assert_string_equal(gm_document_title(doc), "News");
    assert_string_equal(gm_document_date(doc), "1915");
    assert_int_equal(gm_document_set_title(doc, "N\xff", NULL), GM_ERR_UTF8);
    assert_string_equal(gm_document_title(doc), "News");
    set_text(doc, "Երևան");
    assert_string_equal(gm_document_title(doc), "");
    assert_string_equal(gm_document_date(doc), "");
    assert_int_equal(gm_document_mention_count(doc), 0);
    assert_false(doc->is_given);
    assert_int_equal(doc->bias.country_count, 0);
    assert_true(isnan(doc->bias.near_longitude));
    assert_int_equal(doc->words.count, 0);
    assert_int_equal(gmi_document_split(doc, NULL), GM_OK);
    assert_int_equal(doc->words.count, 1);
}

/* ---- Offsets ----------------------------------------------------------- */

/* Every code point of the text, counted one by one. */
static void assert_offsets(gm_document *doc)
{
    size_t code_point = 0;
    for (size_t byte = 0; byte <= doc->length; byte++) {
        const bool begins = ((unsigned char)doc->text[byte] & 0xc0) != 0x80;
        if (!begins)
            continue;
        if (gmi_document_code_point_at(doc, byte) != code_point)
            fail_msg("byte %zu is not code point %zu", byte, code_point);
        if (gmi_document_byte_at(doc, code_point) != byte)
            fail_msg("code point %zu is not byte %zu", code_point, byte);
        code_point++;
    }
}

static void offsets_count_code_points(void **state)
{
    gm_document *doc = *state;
    static const char *const pieces[] = {"a", "é", "Ե", "東", "🌍", " "};
    char text[12000];
    /* Long enough for several checkpoints, at every phase of them. */
    for (unsigned seed = 0; seed < 12; seed++) {
        size_t length = 0;
        uint32_t dice = seed;
        while (length < sizeof text - 8) {
            dice = dice * 1664525u + 1013904223u;
            const char *piece = pieces[(dice >> 16) % 6];
            memcpy(text + length, piece, strlen(piece));
            length += strlen(piece);
        }
        text[length] = '\0';
        set_text(doc, text);
        assert_offsets(doc);
    }
    memset(text, 'a', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    set_text(doc, text);
    assert_offsets(doc);
    set_text(doc, "");
    assert_offsets(doc);
}

static void offsets_past_the_end_are_the_end(void **state)
{
    gm_document *doc = *state;
    set_text(doc, "Երևան");
    assert_int_equal(gmi_document_byte_at(doc, 5), 10);
    assert_int_equal(gmi_document_byte_at(doc, 500), 10);
    assert_int_equal(gmi_document_code_point_at(doc, 500), 5);
    set_text(doc, "Goris");
    assert_int_equal(gmi_document_byte_at(doc, SIZE_MAX), 5);
    assert_int_equal(gmi_document_code_point_at(doc, SIZE_MAX), 5);
}

/* ---- Where a text is from ---------------------------------------------- */

static void countries_are_two_capital_letters(void **state)
{
    gm_document *doc = *state;
    gm_error err = {0};
    static const char *const bad[] = {"", "A", "am", "ARM", "A1", "Ա"};
    assert_int_equal(gm_document_add_country(doc, "AM", &err), GM_OK);
    assert_int_equal(gm_document_add_country(doc, "AZ", &err), GM_OK);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_int_equal(gm_document_add_country(doc, bad[i], &err),
                         GM_ERR_ARGUMENT);
    assert_int_equal(doc->bias.country_count, 2);
    assert_string_equal(doc->bias.countries[1], "AZ");
}

static void there_is_room_for_sixteen_countries(void **state)
{
    gm_document *doc = *state;
    for (size_t i = 0; i < GMI_COUNTRIES_MAX; i++)
        assert_int_equal(gm_document_add_country(doc, "AM", NULL), GM_OK);
    assert_int_equal(gm_document_add_country(doc, "AZ", NULL),
                     GM_ERR_ARGUMENT);
    assert_int_equal(doc->bias.country_count, GMI_COUNTRIES_MAX);
}

static void near_takes_points_of_the_earth(void **state)
{
    gm_document *doc = *state;
    static const double bad[][3] = {
        {181, 0, 1},   {-181, 0, 1},  {0, 91, 1},  {0, -91, 1},
        {0, 0, -1},    {0, 0, 30000}, {NAN, 0, 1}, {0, NAN, 1},
        {0, 0, NAN},   {INFINITY, 0, 1},
    };
    assert_int_equal(gm_document_set_near(doc, 44.5, 40.2, 0, NULL), GM_OK);
    assert_true(doc->bias.near_km == 100);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_int_equal(gm_document_set_near(doc, bad[i][0], bad[i][1],
                                              bad[i][2], NULL),
                         GM_ERR_ARGUMENT);
    assert_true(doc->bias.near_longitude == 44.5);
    assert_int_equal(gm_document_set_near(doc, -180, 90, 5, NULL), GM_OK);
    assert_true(doc->bias.near_km == 5);
}

/* ---- Mentions ---------------------------------------------------------- */

static void a_given_mention_gets_text_offsets_and_quote(void **state)
{
    gm_document *doc = *state;
    set_text(doc, "Նա եկավ։ Նա Երևան գնաց։ Հետո");
    assert_int_equal(gm_document_add_mention(doc, 12, 17, NULL), GM_OK);
    const gm_mention *mention = gm_document_mention_at(doc, 0);
    assert_non_null(mention);
    assert_string_equal(mention->text, "Երևան");
    assert_int_equal(mention->start, 12);
    assert_int_equal(mention->end, 17);
    assert_int_equal(mention->byte_start, 21);
    assert_int_equal(mention->byte_end, 31);
    assert_non_null(strstr(mention->quote, "Երևան"));
    assert_true(mention->recognition == 1);
    assert_false(mention->is_resolved);
    assert_int_equal(mention->candidate_count, 0);
    assert_true(doc->is_given);
    assert_null(gm_document_mention_at(doc, 1));
}

static void the_quote_is_the_sentence_in_one_line(void **state)
{
    gm_document *doc = *state;
    set_text(doc, "He came. She went\nto\tGoris by bus. It rained.");
    assert_int_equal(gm_document_add_mention(doc, 21, 26, NULL), GM_OK);
    assert_string_equal(gm_document_mention_at(doc, 0)->quote,
                        "She went to Goris by bus.");
}

static void an_endless_sentence_is_quoted_around_the_mention(void **state)
{
    gm_document *doc = *state;
    char text[9000] = "";
    size_t length = 0;
    while (length < 8000) {
        memcpy(text + length, "մի ", strlen("մի "));
        length += strlen("մի ");
    }
    for (size_t i = 0; i < 3000; i += 700) {
        char copy[9000];
        memcpy(copy, text, sizeof copy);
        set_text(doc, copy);
        assert_int_equal(gm_document_add_mention(doc, i, i + 2, NULL), GM_OK);
        const gm_mention *mention = gm_document_mention_at(doc, 0);
        const size_t quote_length = strlen(mention->quote);
        assert_true(quote_length <= 600);
        assert_true(quote_length >= 290);
        /* whole letters: a document of the quote is valid UTF-8 */
        gm_document *other;
        assert_int_equal(gm_document_create(&other, NULL), GM_OK);
        assert_int_equal(gm_document_set_text(other, "q", mention->quote,
                                              quote_length, NULL),
                         GM_OK);
        gm_document_free(other);
    }
}

static void a_mention_outside_the_text_is_refused(void **state)
{
    gm_document *doc = *state;
    static const size_t bad[][2] = {{0, 0}, {3, 2}, {0, 6}, {5, 6},
                                    {4, SIZE_MAX}, {SIZE_MAX, SIZE_MAX}};
    static const char *const texts[] = {"Goris", "Երևան", ""};
    for (size_t t = 0; t < sizeof texts / sizeof *texts; t++) {
        set_text(doc, texts[t]);
        for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
            gm_error err = {0};
            assert_int_equal(
                gm_document_add_mention(doc, bad[i][0], bad[i][1], &err),
                GM_ERR_ARGUMENT);
            assert_non_null(strstr(err.message, "is not in the text"));
        }
        assert_int_equal(gm_document_mention_count(doc), 0);
        assert_false(doc->is_given);
    }
}

static void a_text_may_be_told_to_have_no_mentions(void **state)
{
    gm_document *doc = *state;
    set_text(doc, "Goris");
    gm_document_set_given(doc);
    assert_true(doc->is_given);
    assert_int_equal(gm_document_mention_count(doc), 0);
}

static void mentions_sort_by_start_and_the_longer_first(void **state)
{
    gm_document *doc = *state;
    static const size_t spans[][2] = {{6, 7}, {0, 3}, {0, 7}, {4, 7}, {0, 5}};
    static const size_t sorted[][2] = {{0, 7}, {0, 5}, {0, 3}, {4, 7}, {6, 7}};
    set_text(doc, "a b c d");
    for (size_t i = 0; i < 5; i++)
        assert_int_equal(
            gm_document_add_mention(doc, spans[i][0], spans[i][1], NULL),
            GM_OK);
    gmi_document_sort(doc);
    for (size_t i = 0; i < 5; i++) {
        assert_int_equal(gm_document_mention_at(doc, i)->start, sorted[i][0]);
        assert_int_equal(gm_document_mention_at(doc, i)->end, sorted[i][1]);
    }
}

static void uses_have_names(void **state)
{
    (void)state;
    assert_string_equal(gm_use_name(GM_USE_LITERAL), "literal");
    assert_string_equal(gm_use_name(GM_USE_METONYMIC), "metonymic");
    assert_string_equal(gm_use_name(GM_USE_ADJECTIVAL), "adjectival");
    assert_string_equal(gm_use_name(GM_USE_EMBEDDED), "embedded");
    assert_string_equal(gm_use_name((gm_use)9), "");
}

/* ---- Out of memory ----------------------------------------------------- */

static gm_status fill(gm_document **out)
{
    gm_document *doc = NULL;
    gm_status status = gm_document_create(&doc, NULL);
    if (!status)
        status = gm_document_set_text(doc, "a", "Երևան և Գորիս", 24, NULL);
    for (size_t i = 0; i < 40 && !status; i++)
        status = gm_document_add_mention(doc, 0, 5, NULL);
    *out = doc;
    return status;
}

static void out_of_memory_is_an_error_wherever_it_happens(void **state)
{
    (void)state;
    for (long n = 0; n < 100; n++) {
        gm_document *doc = NULL;
        gmi_memory_fail_after(n);
        const gm_status status = fill(&doc);
        gmi_memory_fail_after(-1);
        gm_document_free(doc);
        if (!status) {
            assert_true(n > 3); /* some of them did fail */
            return;
        }
        assert_int_equal(status, GM_ERR_MEMORY);
    }
    fail_msg("a document asks for memory a hundred times");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, create, release)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_new_document_is_empty),
        TEST(text_and_id_are_copied),
        TEST(a_text_may_hold_zeros),
        TEST(bad_utf8_is_refused_with_its_byte),
        TEST(an_endless_text_is_refused),
        TEST(a_new_text_forgets_all_else),
        TEST(offsets_count_code_points),
        TEST(offsets_past_the_end_are_the_end),
        TEST(countries_are_two_capital_letters),
        TEST(there_is_room_for_sixteen_countries),
        TEST(near_takes_points_of_the_earth),
        TEST(a_given_mention_gets_text_offsets_and_quote),
        TEST(the_quote_is_the_sentence_in_one_line),
        TEST(an_endless_sentence_is_quoted_around_the_mention),
        TEST(a_mention_outside_the_text_is_refused),
        TEST(a_text_may_be_told_to_have_no_mentions),
        TEST(mentions_sort_by_start_and_the_longer_first),
        cmocka_unit_test(uses_have_names),
        cmocka_unit_test(out_of_memory_is_an_error_wherever_it_happens),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
