/* SPDX-License-Identifier: MIT */
#include "plain_word.h"
#include "text/word.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static void assert_same_words(const char *text, size_t length)
{
    size_t plain_position = 0, position = 0;
    struct gmi_word plain, word;
    for (;;) {
        const bool has_plain =
            plain_word_next(text, length, &plain_position, &plain);
        const bool has = gmi_word_next(text, length, &position, &word);
        assert_int_equal(has, has_plain);
        assert_int_equal(position, plain_position);
        assert_int_equal(word.before, plain.before);
        if (!has)
            return;
        assert_int_equal(word.start, plain.start);
        assert_int_equal(word.end, plain.end);
        assert_int_equal(word.hash, plain.hash);
        assert_int_equal(word.caps, plain.caps);
        assert_int_equal(word.script, plain.script);
        assert_int_equal(word.flags, plain.flags);
        assert_int_equal(word.letters, plain.letters);
        struct gmi_folded plain_folded, folded;
        plain_fold(text + word.start, word.end - word.start, &plain_folded);
        gmi_fold(text + word.start, word.end - word.start, &folded);
        assert_int_equal(folded.length, plain_folded.length);
        assert_memory_equal(folded.bytes, plain_folded.bytes,
                            plain_folded.length);
        assert_int_equal(gmi_fold_hash(&folded), word.hash);
    }
}

static uint32_t next_random(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

/* A code point that is of interest: of one of the scripts, or a sign. */
static uint32_t random_code(uint32_t *state, unsigned mixture)
{
    static const uint32_t ranges[][2] = {
        {'a', 'z'},         {'A', 'Z'},         {'0', '9'},
        {0xc0, 0x24f},      {0x300, 0x36f},     {0x370, 0x3ff},
        {0x400, 0x52f},     {0x531, 0x58f},     {0x10a0, 0x10ff},
        {0x590, 0x5ff},     {0x600, 0x6ff},     {0x900, 0xdff},
        {0xe00, 0xeff},     {0x4e00, 0x9fff},   {0xac00, 0xd7a3},
        {0xf900, 0xfaff},   {0xff00, 0xffef},   {0x1d400, 0x1d7ff},
        {0x20000, 0x20100}, {0x1e00, 0x1fff},   {0x2000, 0x206f},
        {1, 0xd7ff},        {0xe000, 0x10ffff},
    };
    static const char signs[] = "  .,-'&\n\n!?():;/\"\t";
    const uint32_t dice = next_random(state);
    if (dice % 4 == 0)
        return (unsigned char)signs[(dice >> 4) % (sizeof signs - 1)];
    if (dice % 16 == 1)
        return dice % 32 == 1 ? 0xad : 0x2019;
    const uint32_t *range =
        ranges[(dice >> 5) % 3 == 0
                   ? next_random(state) % (sizeof ranges / sizeof *ranges)
                   : mixture % (sizeof ranges / sizeof *ranges)];
    return range[0] + next_random(state) % (range[1] - range[0] + 1);
}

static void quick_way_equals_plain_way_on_random_text(void **state)
{
    (void)state;
    uint32_t dice = 1;
    for (unsigned round = 0; round < 20000; round++) {
        char text[4 * 64];
        size_t length = 0;
        const size_t codes = 1 + next_random(&dice) % 60;
        for (size_t i = 0; i < codes; i++)
            length += gmi_utf8_put(random_code(&dice, round), text + length);
        assert_same_words(text, length);
    }
}

static void quick_way_equals_plain_way_on_every_code_point(void **state)
{
    (void)state;
    for (uint32_t code = 1; code < 0x110000; code++) {
        if (code == 0xd800)
            code = 0xe000;
        /* Alone, inside a word, at its end, between words. */
        static const char *const around[][2] = {
            {"", ""}, {"Ab", "cd"}, {"Ab", " cd"}, {"x ", "y"}};
        for (size_t i = 0; i < 4; i++) {
            char text[16];
            size_t length = strlen(around[i][0]);
            memcpy(text, around[i][0], length);
            length += gmi_utf8_put(code, text + length);
            memcpy(text + length, around[i][1], strlen(around[i][1]));
            assert_same_words(text, length + strlen(around[i][1]));
        }
    }
}

static void quick_way_equals_plain_way_on_long_words(void **state)
{
    (void)state;
    static const char *const letters[] = {"a", "é", "ß", "ж", "㎞", "ﷺ"};
    char text[1024];
    for (size_t i = 0; i < 6; i++) {
        for (size_t ascii = 100; ascii < 124; ascii++) {
            memset(text, 'x', ascii);
            size_t length = ascii;
            for (size_t n = 0; n < 40; n++) {
                memcpy(text + length, letters[i], strlen(letters[i]));
                length += strlen(letters[i]);
            }
            assert_same_words(text, length);
        }
    }
}

static void quick_way_equals_plain_way_on_prose(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "WASHINGTON, D.C. — St. Louis' mayor said U.S.-led talks in Saint-"
        "Étienne (France) were \"over\".\n\nMount Ararat; B52s flew 3.5 km.",
        "Հայաստանի Հանրապետություն՝ Երևանում։ Որտե՞ղ է Գյումրին",
        "Нагорный Карабах — Степанакерт/Ханкенди, г. Шуша.",
        "日本の東京都と大阪府。 한국의 서울 ประเทศไทย กรุงเทพฯ",
        "القاهرة، مصر؛ الإسكندريّة", "I\xcc\x87stanbul\xc2\xad, A\xc2\xad"
        "B &c. AT&T Fort Worth Sainte-Marie saintes forts mounted",
        "", " ", ".", "&", "\xc2\xad", "a\xc2\xad", "U.S.A", "U.S.A. b.c",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_same_words(texts[i], strlen(texts[i]));
}

/* One whole sample of this project in each script. */
static void quick_way_equals_plain_way_on_the_samples(void **state)
{
    (void)state;
    static const char *const paths[] = {
        "samples/texts/armenian.txt", "samples/texts/azerbaijani.txt",
        "samples/texts/russian.txt", "samples/texts/world-roundup.txt",
        "samples/texts/german.txt"};
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        static char text[1 << 16];
        FILE *file = fopen(paths[i], "rb");
        if (!file)
            continue; /* run from another folder */
        const size_t length = fread(text, 1, sizeof text, file);
        fclose(file);
        assert_int_equal(gmi_utf8_check(text, length), length);
        assert_same_words(text, length);
    }
}

static void ascii_has_no_marks_and_nothing_to_ignore(void **state)
{
    (void)state;
    for (unsigned char byte = 0; byte < 128; byte++) {
        const struct gmi_letter *letter = gmi_letter_of_ascii(byte);
        assert_ptr_equal(letter, gmi_letter_of(byte));
        assert_int_not_equal(letter->class, GMI_LETTER_MARK);
        assert_int_not_equal(letter->class, GMI_LETTER_IGNORE);
        if (letter->class <= GMI_LETTER_LAST_IN_WORD)
            assert_in_range(letter->fold, 1, 127);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quick_way_equals_plain_way_on_random_text),
        cmocka_unit_test(quick_way_equals_plain_way_on_every_code_point),
        cmocka_unit_test(quick_way_equals_plain_way_on_long_words),
        cmocka_unit_test(quick_way_equals_plain_way_on_prose),
        cmocka_unit_test(quick_way_equals_plain_way_on_the_samples),
        cmocka_unit_test(ascii_has_no_marks_and_nothing_to_ignore),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
