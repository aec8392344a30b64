/* SPDX-License-Identifier: MIT */
/*
 * Build-time program: prints text/fold's table of letters. For each code point
 * below 0x20000 its class, script and folded form (NFKD, case folded, accents
 * dropped). Two stages: a block number per 256 code points, and the blocks.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "../letter_class.h"

enum { LIMIT = 0x20000, BLOCK = 256, BLOCKS = LIMIT / BLOCK };

struct entry {
    uint8_t class, script;
    uint16_t fold; /* code point, 0: dropped, SELF, or EXPAND + index */
};

static struct entry entries[LIMIT];
static uint16_t expansions[4096][4];
static int expansion_count;

struct range {
    int first, last, script;
};

static const struct range scripts[] = {
    {0x0041, 0x024f, GMI_SCRIPT_LATIN},    {0x0250, 0x02af, GMI_SCRIPT_LATIN},
    {0x1e00, 0x1eff, GMI_SCRIPT_LATIN},    {0x2c60, 0x2c7f, GMI_SCRIPT_LATIN},
    {0xa720, 0xa7ff, GMI_SCRIPT_LATIN},    {0xfb00, 0xfb06, GMI_SCRIPT_LATIN},
    {0xff21, 0xff5a, GMI_SCRIPT_LATIN},    {0x0370, 0x03ff, GMI_SCRIPT_GREEK},
    {0x1f00, 0x1fff, GMI_SCRIPT_GREEK},    {0x0400, 0x052f, GMI_SCRIPT_CYRILLIC},
    {0x1c80, 0x1c8f, GMI_SCRIPT_CYRILLIC}, {0x0531, 0x058f, GMI_SCRIPT_ARMENIAN},
    {0xfb13, 0xfb17, GMI_SCRIPT_ARMENIAN}, {0x10a0, 0x10ff, GMI_SCRIPT_GEORGIAN},
    {0x1c90, 0x1cbf, GMI_SCRIPT_GEORGIAN}, {0x2d00, 0x2d2f, GMI_SCRIPT_GEORGIAN},
    {0x0590, 0x05ff, GMI_SCRIPT_HEBREW},   {0xfb1d, 0xfb4f, GMI_SCRIPT_HEBREW},
    {0x0600, 0x077f, GMI_SCRIPT_ARABIC},   {0x08a0, 0x08ff, GMI_SCRIPT_ARABIC},
    {0xfb50, 0xfdff, GMI_SCRIPT_ARABIC},   {0xfe70, 0xfeff, GMI_SCRIPT_ARABIC},
    {0x0900, 0x0dff, GMI_SCRIPT_INDIC},    {0x0e00, 0x0eff, GMI_SCRIPT_CJK},
    {0x1000, 0x109f, GMI_SCRIPT_CJK},      {0x1100, 0x11ff, GMI_SCRIPT_CJK},
    {0x1780, 0x17ff, GMI_SCRIPT_CJK},      {0x2e80, 0x2fdf, GMI_SCRIPT_CJK},
    {0x3005, 0x3007, GMI_SCRIPT_CJK},      {0x3040, 0x30ff, GMI_SCRIPT_CJK},
    {0x3100, 0x9fff, GMI_SCRIPT_CJK},      {0xa960, 0xa97f, GMI_SCRIPT_CJK},
    {0xac00, 0xd7ff, GMI_SCRIPT_CJK},      {0xf900, 0xfaff, GMI_SCRIPT_CJK},
    {0xff66, 0xffdc, GMI_SCRIPT_CJK},      {0x1b000, 0x1b2ff, GMI_SCRIPT_CJK},
};

/*
 * Letters that Unicode does not decompose but that people write plainly. The
 * schwa of Azerbaijani is an "a" in the usual spellings of its towns.
 */
static const struct {
    int code;
    const char *plain;
} plain_letters[] = {
    {0x131, "i"},   {0x142, "l"},  {0xf8, "o"},   {0x111, "d"},  {0xf0, "d"},
    {0xfe, "th"},   {0xe6, "ae"},  {0x153, "oe"}, {0xdf, "ss"},  {0x259, "a"},
    {0x14b, "ng"},  {0x127, "h"},  {0x167, "t"},  {0x180, "b"},  {0x188, "c"},
    {0x1dd, "e"},   {0x253, "b"},  {0x257, "d"},  {0x25b, "e"},  {0x25f, "j"},
    {0x268, "i"},   {0x26a, "i"},  {0x272, "n"},  {0x254, "o"},  {0x275, "o"},
    {0x1b6, "z"},   {0x199, "k"},  {0x195, "hw"}, {0x138, "k"},  {0x140, "l"},
    {0x456, "и"}, {0x491, "г"}, {0x4d9, "а"},
    {0x45e, "у"}, {0x454, "е"}, {0x587, "եւ"},
    {0x649, "ي"}, {0x6a9, "ك"}, {0x6cc, "ي"},
    {0x629, "ه"}, {0x6c1, "ه"}, {0x6d5, "ه"},
};

/* Combining marks that carry a letter of their own in these scripts stay. */
static int is_dropped_mark(utf8proc_int32_t code)
{
    const utf8proc_property_t *property = utf8proc_get_property(code);
    const int category = property->category;
    if (category != UTF8PROC_CATEGORY_MN && category != UTF8PROC_CATEGORY_ME)
        return 0;
    return property->combining_class >= 10;
}

static int script_of(int code)
{
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++)
        if (code >= scripts[i].first && code <= scripts[i].last)
            return scripts[i].script;
    return GMI_SCRIPT_OTHER;
}

static int punctuation_class(int code, int category)
{
    switch (code) {
    case '\'': case 0x2019: case 0x2018: case 0x60: case 0xb4: case 0x2bc:
    case 0x2bb: case 0x2b9: case 0x2bf: case 0x2be: case 0x2c8: case 0x2ca:
    case 0x2cb: case 0x55a: case 0x201b: case 0x2032: case 0xff07:
        return GMI_LETTER_APOSTROPHE;
    case '-': case 0x2010: case 0x2011: case 0x58a: case 0x5be: case 0x30a0:
    case 0xff0d:
        return GMI_LETTER_HYPHEN;
    case '.': case 0x2024:
        return GMI_LETTER_PERIOD;
    case ',': case 0x60c: case 0x3001: case 0xff0c: case 0x55d:
        return GMI_LETTER_COMMA;
    case ':': case 0xff1a:
        return GMI_LETTER_COLON;
    case ';': case 0x61b: case 0xff1b:
        return GMI_LETTER_SEMICOLON;
    case '!': case '?': case 0x589: case 0x61f: case 0x6d4: case 0x964:
    case 0x3002: case 0xff0e: case 0xff01: case 0xff1f: case 0x203c: case 0x2026:
        return GMI_LETTER_STOP;
    case '/': case '\\': case '|': case 0x2044:
        return GMI_LETTER_SLASH;
    case '"': case 0x201c: case 0x201d: case 0x201e: case 0xab: case 0xbb:
    case 0x2039: case 0x203a: case 0x300c: case 0x300d: case 0x201a: case 0x2033:
        return GMI_LETTER_QUOTE;
    case '&': case 0xff06:
        return GMI_LETTER_AMPERSAND;
    case 0x2013: case 0x2014: case 0x2015: case 0x2212: case 0x2e3a:
        return GMI_LETTER_DASH;
    case '\n': case 0x2028: case 0xb:
        return GMI_LETTER_LINE;
    case 0x2029: case 0xc:
        return GMI_LETTER_PARAGRAPH;
    case '\t': /* between the cells of a table: no name goes on there */
        return GMI_LETTER_SEMICOLON;
    case '\r': case 0x85:
        return GMI_LETTER_SPACE;
    case 0xad: case 0x200b: case 0x200c: case 0x200d: case 0x2060: case 0xfeff:
    case 0x640: case 0x55b: case 0x55c: case 0x55e: case 0x200e: case 0x200f:
        return GMI_LETTER_IGNORE; /* 55b..55e stand inside Armenian words */
    default:
        break;
    }
    if (category == UTF8PROC_CATEGORY_ZS)
        return GMI_LETTER_SPACE;
    if (category == UTF8PROC_CATEGORY_PS)
        return GMI_LETTER_OPEN;
    if (category == UTF8PROC_CATEGORY_PE)
        return GMI_LETTER_CLOSE;
    if (category == UTF8PROC_CATEGORY_PD)
        return GMI_LETTER_DASH;
    return GMI_LETTER_OTHER;
}

static int class_of(int code)
{
    const int category = utf8proc_category(code);
    const int fixed = punctuation_class(code, category);
    if (fixed != GMI_LETTER_OTHER)
        return fixed;
    switch (category) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT:
        return GMI_LETTER_UPPER;
    case UTF8PROC_CATEGORY_LL:
        /* Georgian writes without capitals, whatever Unicode calls them. */
        return script_of(code) == GMI_SCRIPT_GEORGIAN ? GMI_LETTER_UNCASED
                                                      : GMI_LETTER_LOWER;
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_LM:
        return GMI_LETTER_UNCASED;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
        return GMI_LETTER_MARK;
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
        return GMI_LETTER_DIGIT;
    default:
        return GMI_LETTER_OTHER;
    }
}

static const char *plain_of(int code)
{
    for (size_t i = 0; i < sizeof plain_letters / sizeof *plain_letters; i++)
        if (plain_letters[i].code == code)
            return plain_letters[i].plain;
    return NULL;
}

static int is_hangul(int code)
{
    return code >= 0xac00 && code <= 0xd7ff;
}

/* Appends the fold of one decomposed code point. */
static int append_plain(int code, uint16_t *out, int count)
{
    const char *plain = plain_of(code);
    if (!plain) {
        if (count < 4)
            out[count++] = (uint16_t)code;
        return count;
    }
    const uint8_t *p = (const uint8_t *)plain;
    while (*p && count < 4) {
        utf8proc_int32_t letter;
        p += utf8proc_iterate(p, -1, &letter);
        out[count++] = (uint16_t)letter;
    }
    return count;
}

static int fold(int code, uint16_t out[4])
{
    if (is_hangul(code)) {
        out[0] = (uint16_t)code;
        return 1;
    }
    /* Before decomposing: "ə" of either case, "ı" and so on. */
    const int lower = utf8proc_tolower(code);
    if (plain_of(lower))
        return append_plain(lower, out, 0);
    utf8proc_int32_t parts[32];
    int boundary = 0;
    const utf8proc_ssize_t count = utf8proc_decompose_char(
        code, parts, 32,
        UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD, &boundary);
    int folded = 0;
    for (utf8proc_ssize_t i = 0; i < count; i++)
        if (!is_dropped_mark(parts[i]) && parts[i] < 0xf000 &&
            utf8proc_category(parts[i]) != UTF8PROC_CATEGORY_ZS)
            folded = append_plain(parts[i], out, folded);
    return folded;
}

static uint16_t expansion(const uint16_t letters[4], int count)
{
    uint16_t padded[4] = {0};
    memcpy(padded, letters, (size_t)count * sizeof *letters);
    for (int i = 0; i < expansion_count; i++)
        if (memcmp(expansions[i], padded, sizeof padded) == 0)
            return (uint16_t)(GMI_FOLD_EXPAND + i);
    memcpy(expansions[expansion_count], padded, sizeof padded);
    return (uint16_t)(GMI_FOLD_EXPAND + expansion_count++);
}

static void fill(int code)
{
    struct entry *entry = &entries[code];
    entry->class = (uint8_t)class_of(code);
    entry->script = (uint8_t)script_of(code);
    if (entry->class > GMI_LETTER_LAST_IN_WORD)
        return;
    if (entry->class == GMI_LETTER_DIGIT)
        entry->script = GMI_SCRIPT_DIGIT;
    uint16_t letters[4];
    const int count = fold(code, letters);
    if (count == 0)
        entry->fold = is_dropped_mark(code) || code < 0xf000 ? 0 : GMI_FOLD_SELF;
    else if (code >= 0xf000 && count == 1 && letters[0] >= 0xf000)
        entry->fold = GMI_FOLD_SELF;
    else
        entry->fold = count == 1 ? letters[0] : expansion(letters, count);
}

static int find_block(int block, const int *kept, int kept_count)
{
    for (int i = 0; i < kept_count; i++)
        if (memcmp(&entries[kept[i] * BLOCK], &entries[block * BLOCK],
                   BLOCK * sizeof *entries) == 0)
            return i;
    return -1;
}

int main(void)
{
    int kept[BLOCKS], kept_count = 0, number[BLOCKS];
    for (int code = 0; code < LIMIT; code++)
        fill(code);
    for (int i = 0; i < BLOCKS; i++) {
        number[i] = find_block(i, kept, kept_count);
        if (number[i] < 0) {
            number[i] = kept_count;
            kept[kept_count++] = i;
        }
    }
    printf("/* Generated by src/text/tables/make_fold_table.c. */\n"
           "const uint16_t gmi_letter_blocks[%d] = {\n", BLOCKS);
    for (int i = 0; i < BLOCKS; i++)
        printf("%d,%s", number[i], i % 16 == 15 ? "\n" : " ");
    printf("};\nconst struct gmi_letter gmi_letters[%d] = {\n",
           kept_count * BLOCK);
    for (int i = 0; i < kept_count; i++)
        for (int j = 0; j < BLOCK; j++) {
            const struct entry *e = &entries[kept[i] * BLOCK + j];
            printf("{%d, %d, %d},%s", e->class, e->script, e->fold,
                   j % 8 == 7 ? "\n" : " ");
        }
    printf("};\nconst uint16_t gmi_letter_expansions[%d][4] = {\n",
           expansion_count ? expansion_count : 1);
    for (int i = 0; i < expansion_count; i++)
        printf("{%d, %d, %d, %d},\n", expansions[i][0], expansions[i][1],
               expansions[i][2], expansions[i][3]);
    printf("};\n");
    return 0;
}
