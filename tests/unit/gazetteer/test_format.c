/* SPDX-License-Identifier: MIT */
/* Reads a compiled file by gazetteer/FORMAT.md alone, without our reader. */
#include "../build/fixture.h"

#include "text/fold.h"

static uint64_t number_at(const char *data, size_t offset, size_t size)
{
    uint64_t number = 0;
    for (size_t i = size; i > 0; i--)
        number = number << 8 | (unsigned char)data[offset + i - 1];
    return number;
}

struct section {
    const char *data;
    size_t size, item_size;
};

static struct section section_of(const char *file, const char *tag)
{
    const size_t count = (size_t)number_at(file, 24, 4);
    assert_true(count <= 32);
    for (size_t i = 0; i < count; i++) {
        const size_t at = 64 + 32 * i;
        if (memcmp(file + at, tag, 4) == 0)
            return (struct section){file + number_at(file, at + 8, 8),
                                    (size_t)number_at(file, at + 16, 8),
                                    (size_t)number_at(file, at + 4, 4)};
    }
    fail_msg("no section %s", tag);
    return (struct section){0};
}

static uint64_t mix(uint64_t x)
{
    x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9u;
    x = (x ^ x >> 27) * 0x94d049bb133111ebu;
    return x ^ x >> 31;
}

static uint64_t hash_of(const char *folded)
{
    const size_t length = strlen(folded);
    uint64_t hash = length * 0x9e3779b97f4a7c15u;
    for (size_t i = 0; i < length; i += 8) {
        char eight[8] = {0};
        memcpy(eight, folded + i, length - i < 8 ? length - i : 8);
        hash = (hash ^ number_at(eight, 0, 8)) * 0x9fb21c651e98df25u;
        hash ^= hash >> 32;
    }
    return mix(hash);
}

/* The key of folded words, set apart by spaces. */
static uint64_t key_of(const char *words)
{
    char copy[64];
    uint64_t key = 0x9e3779b97f4a7c15u;
    snprintf(copy, sizeof copy, "%s", words);
    for (char *word = copy, *end; word; word = end) {
        end = strchr(word, ' ');
        if (end)
            *end++ = '\0';
        key = mix(key * 0xd1342543de82ef95u + hash_of(word));
    }
    return key;
}

/* The mark's two bits of a key, and the first record of its name. */
static unsigned find(const char *file, uint64_t key, size_t *record)
{
    const struct section index = section_of(file, "SLOT");
    const uint64_t buckets = index.size / 64;
    unsigned known = 0;
    assert_int_equal(index.item_size, 64);
    for (uint64_t b = (key >> 32) * buckets >> 32; b < buckets; b++) {
        const char *bucket = index.data + 64 * b;
        for (size_t i = 0; i < 8; i++) {
            const uint64_t mark = number_at(bucket, 4 * i, 4);
            if (mark >> 2 != (key & 0x3fffffff) || !mark)
                continue;
            known |= mark & 3;
            if (mark & 1)
                *record = (size_t)number_at(bucket, 32 + 4 * i, 4);
        }
        if (number_at(bucket, 28, 4) == 0)
            break;
    }
    return known;
}

/* Whether the filter lets the key pass. */
static bool passes(const char *file, uint64_t key)
{
    const struct section filter = section_of(file, "FILT");
    const uint64_t words = filter.size / 8;
    assert_int_equal(filter.item_size, 8);
    const uint64_t word = number_at(
        filter.data, 8 * (size_t)((key >> 32) * words >> 32), 8);
    for (unsigned shift = 0; shift < 24; shift += 6)
        if (!(word >> (key >> shift & 63) & 1))
            return false;
    return true;
}

static void a_file_is_read_as_its_description_says(void **state)
{
    (void)state;
    gm_gazetteer_close(gazetteer_of(
        "t.csv", "csv",
        "id,name,names,lon,lat,feature,country,population,radius_km\n"
        "x7,New York,en=Big Apple,-74.006,40.71427,P.PPL,US,8804190,12.3\n"
        "8,Saint-Étienne,,4.4,45.4,P.PPLA2,FR,172023,\n",
        NULL));
    size_t length, record = 0;
    char *file = read_whole(in_folder("out.gaz"), &length);
    assert_memory_equal(file, "\x89GMF\r\n\x1a\nGAZ \1\0\1\0", 16);
    assert_int_equal(number_at(file, 16, 8), length);
    assert_int_equal(find(file, key_of("new"), &record), 2);
    assert_int_equal(find(file, key_of("york"), &record), 0);
    assert_int_equal(find(file, key_of("new york"), &record), 1);

    assert_true(passes(file, key_of("new")));
    assert_true(passes(file, key_of("new york")));
    assert_false(passes(file, key_of("york")));

    const struct section names = section_of(file, "NAME");
    const struct section strings = section_of(file, "STRG");
    const char *name = names.data + 12 * record;
    assert_string_equal(strings.data + number_at(name, 0, 4), "New York");
    assert_int_equal(number_at(name, 10, 1), 0);
    assert_int_equal(number_at(name, 11, 1) & 1, 1);

    const struct section places = section_of(file, "PLAC");
    const char *place = places.data + 44 * number_at(name, 4, 4);
    assert_int_equal((int32_t)number_at(place, 0, 4), -740060000);
    assert_int_equal((int32_t)number_at(place, 4, 4), 407142700);
    assert_int_equal(number_at(place, 8, 4), number_at(name, 0, 4));
    assert_string_equal(strings.data + number_at(place, 12, 4), "x7");
    assert_int_equal(number_at(place, 16, 4), 8804190);
    assert_int_equal(number_at(place, 20, 4), 0xffffffff);
    assert_int_equal(number_at(place, 36, 2), 1 + 26 * ('U' - 'A') + 'S' - 'A');
    const struct section features = section_of(file, "FEAT");
    assert_string_equal(features.data + 16 * number_at(place, 38, 2), "P.PPL");
    assert_int_equal(number_at(place, 40, 2), 123);
    assert_int_equal(number_at(place, 43, 1), 1 | 4);
    const struct section sources = section_of(file, "SRCE");
    const char *source = sources.data + 24 * number_at(place, 42, 1);
    assert_string_equal(strings.data + number_at(source, 0, 4), "t");
    assert_int_equal(number_at(source, 16, 8), 2);

    assert_int_equal(find(file, key_of("big apple"), &record), 1);
    name = names.data + 12 * record;
    const struct section languages = section_of(file, "LANG");
    assert_string_equal(
        languages.data + 8 * (number_at(name, 8, 2) & 1023), "en");
    assert_int_equal(find(file, key_of("st etienne"), &record), 1);
    name = names.data + 12 * record;
    assert_string_equal(strings.data + number_at(name, 0, 4), "Saint-Étienne");
    free(file);
}

/* A change here is a new major version: compiled files become unreadable. */
static void folds_and_keys_stay_what_they_are(void **state)
{
    (void)state;
    static const struct {
        const char *name, *folded;
    } cases[] = {
        {"Saint-Étienne", "st etienne"},
        {"ŁÓDŹ", "lodz"},
        {"Straße", "strasse"},
        {"İstanbul Iğdır", "istanbul igdir"},
        {"Xankəndi", "xankandi"},
        {"Երևան", "երեւան"},
        {"Нью-Йорк", "нью иорк"},
        {"Київ", "киив"},
        {"東京都", "東 京 都"},
        {"서울", "서 울"},
        {"القاهرة", "القاهره"},
        {"Ελλάς", "ελλασ"},
        {"U.S. & A", "us and a"},
        {"Ærø Þing", "aero thing"},
        {"ﬁnale", "finale"},
        {"Mount Fort", "mt ft"},
        {"①②", "12"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(
            gmi_key_of(cases[i].name, strlen(cases[i].name), NULL),
            key_of(cases[i].folded));
    assert_int_equal(key_of("yerevan"), 0xd2f16a0f92fe335fu);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, \
                                                   remove_folder)
    const struct CMUnitTest tests[] = {
        TEST(a_file_is_read_as_its_description_says),
        TEST(folds_and_keys_stay_what_they_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
