/* SPDX-License-Identifier: MIT */
/* From an inflected form of a name to what may be its base form. */
#include "text/inflect.h"

#include "text/utf8.h"

#include <string.h>

/* An ending of folded words, and what stands there in the base form. */
struct ending {
    const char *inflected, *base;
};

#define TABLE(name, ...) static const struct ending name[] = {__VA_ARGS__};
#define E(inflected, base) {inflected, base},
#include "text/endings.def"
#undef E
#undef TABLE

/* Shortest base that an ending may leave, in letters. */
enum { BASE_LETTERS_MIN = 3 };

#define ENDINGS(table) table, sizeof table / sizeof *table

/* Whose endings those of a table are: no language, all of the script. */
static const struct endings {
    uint8_t script;
    char languages[6][3];
    bool is_for_any; /* where the language is not known; few are enough */
    const struct ending *items;
    size_t count;
} all_endings[] = {
    {GMI_SCRIPT_CYRILLIC, {"uk"}, false, ENDINGS(ukrainian)},
    {GMI_SCRIPT_CYRILLIC, {"sr"}, false, ENDINGS(serbian)},
    {GMI_SCRIPT_CYRILLIC, {"kk"}, false, ENDINGS(kazakh)},
    {GMI_SCRIPT_CYRILLIC, {""}, true, ENDINGS(cyrillic)},
    {GMI_SCRIPT_ARMENIAN, {""}, true, ENDINGS(armenian)},
    {GMI_SCRIPT_GEORGIAN, {""}, true, ENDINGS(georgian)},
    {GMI_SCRIPT_GREEK, {""}, true, ENDINGS(greek)},
    {GMI_SCRIPT_LATIN, {"tr", "az"}, true, ENDINGS(turkic)},
    {GMI_SCRIPT_LATIN, {"fi"}, true, ENDINGS(finnish)},
    {GMI_SCRIPT_LATIN, {"et"}, false, ENDINGS(estonian)},
    {GMI_SCRIPT_LATIN, {"hu"}, true, ENDINGS(hungarian)},
    {GMI_SCRIPT_LATIN, {"sv", "da", "nb", "nl"}, true, ENDINGS(germanic)},
    {GMI_SCRIPT_LATIN, {"de"}, false, ENDINGS(german)},
    {GMI_SCRIPT_LATIN, {"hr", "sr", "sl"}, false, ENDINGS(south_slavic)},
    {GMI_SCRIPT_LATIN, {"sk", "cs"}, false, ENDINGS(west_slavic)},
    {GMI_SCRIPT_LATIN, {"pl"}, false, ENDINGS(polish)},
    {GMI_SCRIPT_LATIN, {"ro"}, false, ENDINGS(romanian)},
};

static bool are_for(const struct endings *endings, uint8_t script,
                    const char *language)
{
    if (endings->script != script)
        return false;
    if (strcmp(language, GMI_INFLECT_ANY) == 0)
        return endings->is_for_any;
    if (!endings->languages[0][0])
        return true;
    for (size_t i = 0; i < 6 && endings->languages[i][0]; i++)
        if (strcmp(language, endings->languages[i]) == 0)
            return true;
    return false;
}

static bool ends_with(const struct gmi_folded *word, const char *ending,
                      size_t *stem)
{
    const size_t length = strlen(ending);
    if (length >= word->length)
        return false;
    *stem = word->length - length;
    return memcmp(word->bytes + *stem, ending, length) == 0;
}

static bool is_known(const struct gmi_folded *bases, size_t count,
                     const struct gmi_folded *base)
{
    for (size_t i = 0; i < count; i++)
        if (bases[i].length == base->length &&
            memcmp(bases[i].bytes, base->bytes, base->length) == 0)
            return true;
    return false;
}

/*
 * Finnish weakens a consonant before a closed syllable: "Euroopan" is of
 * "Eurooppa", "Lahden" of "Lahti". Makes the last consonant of a base before
 * its vowel strong again; false when it is not weak.
 */
static bool strengthen(const struct gmi_folded *base, struct gmi_folded *out)
{
    static const struct ending grades[] = {
        {"ng", "nk"}, {"nn", "nt"}, {"ll", "lt"}, {"rr", "rt"}, {"mm", "mp"},
        {"d", "t"},   {"v", "p"},   {"p", "pp"},  {"t", "tt"},  {"k", "kk"},
    };
    if (base->length < 4)
        return false;
    const size_t end = base->length - 1; /* of the consonant */
    if (!strchr("aeiou", base->bytes[end]))
        return false;
    for (size_t i = 0; i < sizeof grades / sizeof *grades; i++) {
        const size_t weak = strlen(grades[i].inflected);
        const size_t strong = strlen(grades[i].base);
        if (memcmp(base->bytes + end - weak, grades[i].inflected, weak) != 0)
            continue;
        memset(out, 0, sizeof *out);
        memcpy(out->bytes, base->bytes, end - weak);
        memcpy(out->bytes + end - weak, grades[i].base, strong);
        out->bytes[end - weak + strong] = base->bytes[end];
        out->length = end - weak + strong + 1;
        return out->length < GMI_FOLD_MAX;
    }
    return false;
}

/* Adds what is left behind each word written together with the next one. */
static size_t add_fronts(const struct gmi_folded *word,
                         const struct ending *fronts, size_t front_count,
                         struct gmi_folded bases[GMI_BASES_MAX])
{
    size_t count = 0;
    for (size_t i = 0; i < front_count; i++) {
        const size_t cut = strlen(fronts[i].inflected);
        const size_t added = strlen(fronts[i].base);
        if (cut >= word->length ||
            memcmp(word->bytes, fronts[i].inflected, cut) != 0)
            continue;
        struct gmi_folded *base = &bases[count];
        memset(base, 0, sizeof *base);
        memcpy(base->bytes, fronts[i].base, added);
        memcpy(base->bytes + added, word->bytes + cut, word->length - cut);
        base->length = added + word->length - cut;
        count += gmi_utf8_count(base->bytes, base->length) >=
                     BASE_LETTERS_MIN &&
                 !is_known(bases, count, base);
    }
    return count;
}

/* Adds a base, and for Finnish the one in the strong grade. */
static size_t add_base(const struct gmi_folded *word, size_t stem,
                       const char *ending, bool has_grades,
                       struct gmi_folded bases[GMI_BASES_MAX], size_t count)
{
    struct gmi_folded *base = &bases[count];
    const size_t added = strlen(ending);
    memset(base, 0, sizeof *base);
    memcpy(base->bytes, word->bytes, stem);
    memcpy(base->bytes + stem, ending, added);
    base->length = stem + added;
    if (gmi_utf8_count(base->bytes, base->length) < BASE_LETTERS_MIN ||
        is_known(bases, count, base))
        return count;
    count++;
    if (has_grades && count < GMI_BASES_MAX &&
        strengthen(&bases[count - 1], &bases[count]) &&
        !is_known(bases, count, &bases[count]))
        count++;
    return count;
}

size_t gmi_inflect_bases(const struct gmi_folded *word, uint8_t script,
                         const char *language,
                         struct gmi_folded bases[GMI_BASES_MAX])
{
    size_t count = 0, stem;
    if (script == GMI_SCRIPT_ARABIC)
        return strcmp(language, "fa") == 0 || strcmp(language, "ur") == 0
                   ? 0
                   : add_fronts(word, ENDINGS(arabic_front), bases);
    if (script == GMI_SCRIPT_HEBREW)
        return add_fronts(word, ENDINGS(hebrew_front), bases);
    for (size_t i = 0; i < sizeof all_endings / sizeof *all_endings; i++) {
        const struct endings *table = &all_endings[i];
        if (!are_for(table, script, language))
            continue;
        for (size_t j = 0; j < table->count && count < GMI_BASES_MAX; j++)
            if (ends_with(word, table->items[j].inflected, &stem))
                count = add_base(word, stem, table->items[j].base,
                                 table->items == finnish, bases, count);
        if (strcmp(language, GMI_INFLECT_ANY) != 0)
            break; /* the first table that fits is the language's own */
    }
    return count;
}

bool gmi_inflect_is_locative(const struct gmi_folded *word,
                             const char *language)
{
    static const struct {
        char language[3];
        const char *endings[16];
    } locatives[] = {
        {"tr", {"da", "de", "ta", "te", "dan", "den", "tan", "ten", "ya",
                "ye"}},
        {"az", {"da", "de", "dan", "den", "ya", "ye"}},
        {"hy", {"ում", "ից"}},
        {"ka", {"ში", "დან", "თან", "მდე", "ისკენ", "შიც"}},
        {"kk", {"да", "де", "та", "те", "дан", "ден", "тан", "тен", "нан",
                "нен", "дағы", "деги", "тағы", "теги"}},
        {"fi", {"ssa", "sta", "lla", "lta", "lle"}},
        {"et", {"s", "st", "sse"}},
        {"hu", {"ban", "ben", "bol", "ba", "be", "rol", "ra", "re", "on",
                "en"}},
    };
    size_t stem;
    for (size_t i = 0; i < sizeof locatives / sizeof *locatives; i++)
        for (size_t j = 0; j < 16 && locatives[i].endings[j]; j++)
            if (strcmp(locatives[i].language, language) == 0 &&
                ends_with(word, locatives[i].endings[j], &stem))
                return true;
    return false;
}
