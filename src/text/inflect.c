/* SPDX-License-Identifier: MIT */
/* From an inflected form of a name to what may be its base form. */
#include "text/inflect.h"

#include "text/utf8.h"

#include <string.h>

/* An ending of folded words, and what stands there in the base form. */
struct ending {
    const char *inflected, *base;
};

/* Folded: "й" is "и", "ё" is "е", "і" is "и", "є" is "е". */
static const struct ending cyrillic[] = {
    /* Москва, Шуша, Россия, Сибирь */
    {"ы", "а"}, {"е", "а"}, {"у", "а"}, {"ои", "а"}, {"и", "а"}, {"ею", "а"},
    {"и", "я"}, {"ю", "я"}, {"еи", "я"}, {"е", "я"}, {"и", "ь"}, {"ью", "ь"},
    /* Ереван, Ярославль, Китай */
    {"а", ""}, {"у", ""}, {"ом", ""}, {"е", ""}, {"и", ""}, {"ем", ""},
    {"ови", ""}, {"я", "ь"}, {"ю", "ь"}, {"ем", "ь"}, {"е", "ь"},
    {"я", "и"}, {"ю", "и"}, {"ем", "и"}, {"е", "и"},
    /* Косово, Алазани; Альпы, Балканы */
    {"а", "о"}, {"у", "о"}, {"ом", "о"}, {"е", "о"}, {"ах", "ы"}, {"ам", "ы"},
    {"ами", "ы"}, {"ов", "ы"}, {"ях", "и"}, {"ям", "и"}, {"ями", "и"},
    {"ах", "и"}, {"ах", "а"}, {"ам", "а"}, {"ах", "ия"},
    /* Нагорный, Южный; Восточная, Верхнее; Штаты */
    {"ого", "ыи"}, {"ого", "ии"}, {"ого", "ои"}, {"ому", "ыи"}, {"ому", "ии"},
    {"ым", "ыи"}, {"им", "ии"}, {"ом", "ыи"}, {"ом", "ии"}, {"ом", "ои"},
    {"его", "ии"}, {"ему", "ии"}, {"ем", "ии"}, {"ои", "ая"}, {"ую", "ая"},
    {"еи", "яя"}, {"юю", "яя"}, {"ого", "ое"}, {"ом", "ое"}, {"его", "ее"},
    {"ых", "ые"}, {"ым", "ые"}, {"ыми", "ые"}, {"их", "ие"}, {"им", "ие"},
    {"ими", "ие"}, {"ские", "скии"}, {"ская", "скии"}, {"ское", "скии"},
    {"скои", "скии"}, {"скую", "скии"}, {"кои", "кая"}, {"скои", "ская"},
    /* Орёл, Череповец; Україна, Дніпро, Луганська */
    {"ла", "ел"}, {"ле", "ел"}, {"лу", "ел"}, {"лом", "ел"}, {"ца", "ец"},
    {"це", "ец"}, {"цу", "ец"}, {"цом", "ец"}, {"ою", "а"}, {"и", "о"},
    {"ку", "ок"}, {"ке", "ок"}, {"ка", "ок"}, {"кии", "ка"},
    /* Львів, Київ, Тернопіль */
    {"ова", "ив"}, {"ову", "ив"}, {"ови", "ив"}, {"овом", "ив"},
    {"ева", "ив"}, {"еву", "ив"}, {"еви", "ив"}, {"евом", "ив"},
    {"оля", "иль"}, {"олю", "иль"}, {"оли", "иль"},
};

/* Folded: "և" is "եւ". */
static const struct ending armenian[] = {
    {"ի", ""},   {"ին", ""},   {"ից", ""},   {"ում", ""},  {"ով", ""},
    {"ը", ""},   {"ն", ""},    {"յի", ""},   {"յին", ""},  {"յից", ""},
    {"յում", ""}, {"յով", ""}, {"ու", "ի"},  {"ուն", "ի"}, {"ուց", "ի"},
    {"ով", "ի"}, {"վա", ""},   {"վա", "ի"},
    {"վի", "ու"}, {"վում", "ու"}, {"վից", "ու"}, {"վով", "ու"}, {"ում", "ի"}, {"ներ", ""},  {"ները", ""},
    {"ների", ""}, {"եր", ""},  {"երը", ""},  {"երի", ""},  {"ական", ""},
};

static const struct ending georgian[] = {
    {"ში", "ი"},   {"ში", ""},   {"ის", "ი"},  {"ის", ""},  {"ს", ""},
    {"ს", "ი"},    {"იდან", "ი"}, {"დან", ""}, {"მა", "ი"}, {"მა", ""},
    {"თან", ""},   {"სთან", ""}, {"ისთვის", "ი"}, {"ზე", "ი"}, {"ზე", ""},
    {"ით", "ი"},   {"ის", "ა"},  {"იდან", "ა"}, {"მდე", ""}, {"ისკენ", "ი"},
    {"ის", "ე"},   {"ს", "ა"},
};

/* Folded: "ı" is "i", "ə" is "a", "ö" is "o", "ü" is "u". */
static const struct ending turkic[] = {
    {"da", ""},  {"de", ""},  {"ta", ""},   {"te", ""},   {"dan", ""},
    {"den", ""}, {"tan", ""}, {"ten", ""},  {"in", ""},   {"un", ""},
    {"nin", ""}, {"nun", ""}, {"a", ""},    {"e", ""},    {"ya", ""},
    {"ye", ""},  {"i", ""},   {"u", ""},    {"yi", ""},   {"yu", ""},
    {"ni", ""},  {"nu", ""},  {"la", ""},   {"le", ""},   {"yla", ""},
    {"yle", ""}, {"na", ""},  {"ne", ""},   {"nda", ""},  {"nde", ""},
    {"ndan", ""}, {"nden", ""}, {"gin", "k"}, {"gi", "k"}, {"ga", "k"},
    {"gin", "q"}, {"gi", "q"}, {"ga", "q"},
};

static const struct ending finnish[] = {
    {"ssa", ""}, {"sta", ""}, {"lla", ""}, {"lta", ""}, {"lle", ""},
    {"n", ""},   {"a", ""},   {"ta", ""},  {"ksi", ""}, {"na", ""},
    {"an", ""},  {"en", ""},  {"in", ""},  {"on", ""},  {"un", ""},
    {"seen", ""}, {"iin", "i"}, {"in", "i"}, {"issa", "i"}, {"ista", "i"},
    {"ngissa", "nki"}, {"ngista", "nki"}, {"ngin", "nki"}, {"ssa", "s"},
    {"ksen", "s"}, {"ksessa", "s"}, {"russa", "rku"}, {"run", "rku"},
    /* Suomi, Rovaniemi, Lahti, Seinäjoki, Lappeenranta, Yhdysvallat, Tampere */
    {"essa", "i"}, {"esta", "i"}, {"ella", "i"}, {"elta", "i"}, {"elle", "i"},
    {"en", "i"}, {"dessa", "ti"}, {"desta", "ti"}, {"den", "ti"},
    {"joella", "joki"}, {"joelta", "joki"}, {"joen", "joki"},
    {"nnassa", "nta"}, {"nnasta", "nta"}, {"nnan", "nta"}, {"oissa", "at"},
    {"oista", "at"}, {"ltojen", "llat"}, {"ella", ""}, {"elta", ""},
    {"elle", ""},
};

static const struct ending greek[] = {
    {"σ", ""}, {"ασ", "α"}, {"ησ", "η"}, {"ου", "οσ"}, {"ου", "ο"},
    {"ο", "οσ"}, {"ων", "εσ"}, {"ων", "α"}, {"εωσ", "η"}, {"α", "ασ"},
    {"η", "ησ"},
};

static const struct ending hungarian[] = {
    {"ban", ""}, {"ben", ""}, {"bol", ""}, {"ba", ""},  {"be", ""},
    {"on", ""},  {"en", ""},  {"rol", ""}, {"ra", ""},  {"re", ""},
    {"tol", ""}, {"nak", ""}, {"nek", ""}, {"val", ""}, {"vel", ""},
    {"hoz", ""}, {"hez", ""}, {"i", ""},   {"t", ""},   {"ot", ""},
    {"n", ""},
};

static const struct ending germanic[] = {{"s", ""}, {"es", ""}};

/* Shortest base that an ending may leave, in letters. */
enum { BASE_LETTERS_MIN = 3 };

#define ENDINGS(table) table, sizeof table / sizeof *table

/* Whose endings those of a table are; of Latin letters by language. */
static const struct endings {
    uint8_t script;
    char languages[6][3];
    const struct ending *items;
    size_t count;
} all_endings[] = {
    {GMI_SCRIPT_CYRILLIC, {""}, ENDINGS(cyrillic)},
    {GMI_SCRIPT_ARMENIAN, {""}, ENDINGS(armenian)},
    {GMI_SCRIPT_GEORGIAN, {""}, ENDINGS(georgian)},
    {GMI_SCRIPT_GREEK, {""}, ENDINGS(greek)},
    {GMI_SCRIPT_LATIN, {"tr", "az"}, ENDINGS(turkic)},
    {GMI_SCRIPT_LATIN, {"fi", "et"}, ENDINGS(finnish)},
    {GMI_SCRIPT_LATIN, {"hu"}, ENDINGS(hungarian)},
    {GMI_SCRIPT_LATIN, {"de", "sv", "da", "nb", "nl"}, ENDINGS(germanic)},
};

static bool are_for(const struct endings *endings, uint8_t script,
                    const char *language)
{
    if (endings->script != script)
        return false;
    if (!endings->languages[0][0] || strcmp(language, GMI_INFLECT_ANY) == 0)
        return true;
    for (size_t i = 0; endings->languages[i][0]; i++)
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

/* Adds the bases that a table leads to; returns how many there are then. */
static size_t add_bases(const struct endings *endings,
                        const struct gmi_folded *word,
                        struct gmi_folded bases[GMI_BASES_MAX], size_t count)
{
    for (size_t i = 0; i < endings->count && count < GMI_BASES_MAX; i++) {
        size_t stem;
        if (!ends_with(word, endings->items[i].inflected, &stem))
            continue;
        struct gmi_folded *base = &bases[count];
        const size_t added = strlen(endings->items[i].base);
        memset(base, 0, sizeof *base);
        memcpy(base->bytes, word->bytes, stem);
        memcpy(base->bytes + stem, endings->items[i].base, added);
        base->length = stem + added;
        if (gmi_utf8_count(base->bytes, base->length) >= BASE_LETTERS_MIN &&
            !is_known(bases, count, base))
            count++;
    }
    return count;
}

size_t gmi_inflect_bases(const struct gmi_folded *word, uint8_t script,
                         const char *language,
                         struct gmi_folded bases[GMI_BASES_MAX])
{
    size_t count = 0;
    for (size_t i = 0; i < sizeof all_endings / sizeof *all_endings; i++)
        if (are_for(&all_endings[i], script, language))
            count = add_bases(&all_endings[i], word, bases, count);
    return count;
}
