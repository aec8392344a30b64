/* SPDX-License-Identifier: MIT */
/*
 * Records of a compiled gazetteer; gazetteer/FORMAT.md says what they mean.
 * All that is here is bytes of a file: change it only with the version.
 */
#ifndef GAZETTEER_FORMAT_H
#define GAZETTEER_FORMAT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/container.h"
#include "include/geomention_gazetteer.h"
#include "text/utf8.h"

#define GMI_GAZETTEER_KIND GMI_TAG('G', 'A', 'Z', ' ')
enum { GMI_GAZETTEER_MAJOR = 1, GMI_GAZETTEER_MINOR = 1 };

#define GMI_SECTION_SOURCES   GMI_TAG('S', 'R', 'C', 'E')
#define GMI_SECTION_STRINGS   GMI_TAG('S', 'T', 'R', 'G')
#define GMI_SECTION_PLACES    GMI_TAG('P', 'L', 'A', 'C')
#define GMI_SECTION_NAMES     GMI_TAG('N', 'A', 'M', 'E')
#define GMI_SECTION_OF_PLACE  GMI_TAG('P', 'N', 'A', 'M')
#define GMI_SECTION_SLOTS     GMI_TAG('S', 'L', 'O', 'T')
#define GMI_SECTION_FILTER    GMI_TAG('F', 'I', 'L', 'T') /* from minor 1 on */
#define GMI_SECTION_FEATURES  GMI_TAG('F', 'E', 'A', 'T')
#define GMI_SECTION_LANGUAGES GMI_TAG('L', 'A', 'N', 'G')
#define GMI_SECTION_COUNTRIES GMI_TAG('C', 'T', 'R', 'Y')

#define GMI_NONE UINT32_MAX /* no place */
#define GMI_NO_POINT INT32_MIN

enum gmi_place_flag {
    GMI_PLACE_STRING_ID = 1 << 0, /* `id` is an offset into the strings */
    GMI_PLACE_CANONICAL = 1 << 1, /* named by the tables of codes */
    GMI_PLACE_RADIUS_GIVEN = 1 << 2
};

struct gmi_place_record {
    int32_t longitude, latitude; /* 1e-7 degrees, or both GMI_NO_POINT */
    uint32_t name;               /* offset into the strings */
    uint32_t id;
    uint32_t population;
    uint32_t admin1, admin2, parent; /* places, or GMI_NONE */
    uint32_t first_name;             /* index into PNAM; up to the next's */
    uint16_t country; /* 1 + 26 * letter + letter; 0: none */
    uint16_t feature; /* index into FEAT */
    uint16_t radius;  /* 0.1 km */
    uint8_t source;   /* index into SRCE */
    uint8_t flags;
};

enum gmi_name_flag {
    GMI_NAME_LAST = 1 << 0,    /* last record of its key */
    GMI_NAME_ENGLISH = 1 << 1, /* this spelling is English, too */
    GMI_NAME_IS_PREFERRED = 1 << 2,
    GMI_NAME_IS_SHORT = 1 << 3,
    GMI_NAME_IS_HISTORIC = 1 << 4,
    GMI_NAME_IS_COLLOQUIAL = 1 << 5,
    GMI_NAME_NO_LANGUAGE = 1 << 6, /* from a list without languages only */
    GMI_NAME_IS_CODE = 1 << 7      /* an airport's or other code */
};

/* Of `language`: how many languages share the spelling, and the first. */
enum { GMI_LANGUAGE_BITS = 10, GMI_LANGUAGE_MASK = (1 << 10) - 1 };

struct gmi_name_record {
    uint32_t text;  /* offset into the strings */
    uint32_t place;
    uint16_t language; /* index into LANG | (languages - 1) << 10 */
    uint8_t kind;      /* gm_name_kind */
    uint8_t flags;
};

static inline uint8_t gmi_name_kind(const struct gmi_name_record *name)
{
    return name->kind <= GM_NAME_ADJECTIVE ? name->kind : GM_NAME_ALTERNATE;
}

/*
 * A bucket of the hash table: eight slots in one line of cache. A slot is a
 * mark (the low 30 bits of the key above two bits that tell what the key is)
 * and the first record of the name; an empty slot is 0. A key stands in its
 * home bucket or, when that is full, in one of the next ones.
 */
enum {
    GMI_BUCKET_SLOTS = 8,
    GMI_BUCKETS_REACH = 1024, /* where a key can be, from its home on */
    GMI_MARK_IS_NAME = 1,
    GMI_MARK_IS_PREFIX = 2, /* a longer name begins with it */
    GMI_MARK_BITS = 3
};

struct gmi_bucket_record {
    uint32_t marks[GMI_BUCKET_SLOTS];
    uint32_t names[GMI_BUCKET_SLOTS];
};

static inline uint32_t gmi_mark_of(uint64_t key)
{
    return (uint32_t)(key << 2);
}

static inline uint64_t gmi_home_bucket(uint64_t key, uint64_t bucket_count)
{
    return (key >> 32) * bucket_count >> 32;
}

/*
 * The filter tells most keys that the index lacks, in an eleventh of its
 * room: each key sets four bits of one word. At eight bits a key one absent
 * key in 25 passes.
 */
enum { GMI_FILTER_BITS_PER_KEY = 8 };

static inline uint64_t gmi_filter_bits(uint64_t key)
{
    return UINT64_C(1) << (key & 63) | UINT64_C(1) << (key >> 6 & 63) |
           UINT64_C(1) << (key >> 12 & 63) | UINT64_C(1) << (key >> 18 & 63);
}

static inline uint64_t gmi_filter_word(uint64_t key, uint64_t word_count)
{
    return (key >> 32) * word_count >> 32;
}

struct gmi_feature_record {
    char code[16]; /* "P.PPLC" */
};

struct gmi_language_record {
    char code[8];
};

struct gmi_country_record {
    char code[4];
    uint32_t place; /* or GMI_NONE */
};

struct gmi_source_record {
    uint32_t prefix, name, licence, url; /* offsets into the strings */
    uint64_t places;
};

_Static_assert(sizeof(struct gmi_place_record) == 44, "place");
_Static_assert(sizeof(struct gmi_name_record) == 12, "name");
_Static_assert(sizeof(struct gmi_source_record) == 24, "source");
_Static_assert(sizeof(struct gmi_bucket_record) == 64, "bucket");

/* Codes of features and languages: UTF-8 without control characters. */
static inline bool gmi_is_code(const char *code, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)code[i] < ' ' || code[i] == 0x7f)
            return false;
    return gmi_utf8_check(code, length) == length;
}

static inline uint16_t gmi_country_number(const char *code)
{
    if (code[0] < 'A' || code[0] > 'Z' || code[1] < 'A' || code[1] > 'Z')
        return 0;
    return (uint16_t)(1 + 26 * (code[0] - 'A') + (code[1] - 'A'));
}

static inline void gmi_country_code(uint16_t number, char out[4])
{
    out[0] = out[1] = out[2] = out[3] = '\0';
    if (number == 0 || number > 26 * 26)
        return;
    out[0] = (char)('A' + (number - 1) / 26);
    out[1] = (char)('A' + (number - 1) % 26);
}

#endif
