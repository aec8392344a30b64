/* SPDX-License-Identifier: MIT */
/* Names as people write them. */
#include "gazetteer/variant.h"

#include "gazetteer/guess.h"
#include "gazetteer/latin.h"
#include "gazetteer/part.h"
#include "gazetteer/respell.h"
#include "gazetteer/spelling.h"
#include "gazetteer/type_word.h"
#include "text/inflect.h"

#include <string.h>

const char *gmi_variant_rule_name(enum gmi_variant_rule rule)
{
    static const char *const names[] = {
        "",
        "apart from articles, endings and short forms",
        "by its base form",
        "without the word for its kind",
        "with a word for its kind",
        "in other letters",
        "by a part of the name",
        "one letter off",
    };
    return rule < GMI_VARIANT_RULE_COUNT ? names[rule] : "";
}

/* What is being found. */
struct search {
    const gm_gazetteer *gazetteer;
    const char *language;
    struct gmi_spelling *spelling;
    struct gmi_variants *out;
    size_t ending_min; /* bytes that a base form differs by at the end */
};

static bool is_kept(const struct gmi_variants *out, uint64_t key)
{
    for (size_t i = 0; i < out->count; i++)
        if (out->items[i].key == key)
            return true;
    return false;
}

static void keep_if_known(const struct search *s, uint64_t key,
                          enum gmi_variant_rule rule, enum gmi_type type)
{
    if (s->out->count == GMI_VARIANTS_MAX || is_kept(s->out, key) ||
        !(gmi_gazetteer_probe(s->gazetteer, key) & GMI_KEY_IS_NAME))
        return;
    s->out->items[s->out->count++] = (struct gmi_variant){
        .key = key, .rule = (uint8_t)rule, .type = (uint8_t)type};
}

/* All forms from `first` on: first asked for, then read. */
static void keep_known_forms(const struct search *s, size_t first)
{
    const struct gmi_spelling *spelling = s->spelling;
    for (size_t i = first; i < spelling->form_count; i++)
        gmi_gazetteer_prefetch(s->gazetteer, spelling->forms[i].key);
    for (size_t i = first; i < spelling->form_count; i++) {
        const struct gmi_form *form = &spelling->forms[i];
        /* The Balkans are no region of the name Balkan. */
        if (!form->is_singular || s->out->count == 0)
            keep_if_known(s, form->key, form->rule, form->type);
    }
}

/* "N. Korea" is North Korea: not some Korea's north. */
static bool has_known_direction(const struct search *s)
{
    const struct gmi_spelling *spelling = s->spelling;
    for (size_t i = 0; i < spelling->form_count; i++) {
        const struct gmi_form *form = &spelling->forms[i];
        const struct gmi_type_word *word = gmi_type_word_find(
            &spelling->words[form->words[0]].folded);
        if (form->count > 1 && word && (word->sides & GMI_TYPE_PART) &&
            is_kept(s->out, form->key))
            return true;
    }
    return false;
}

/* ---- Base forms -------------------------------------------------------- */

/* Bytes of a word behind those that it shares with its base form. */
static size_t ending_of(const struct gmi_folded *word,
                        const struct gmi_folded *base)
{
    size_t same = 0;
    while (same < word->length && same < base->length &&
           word->bytes[same] == base->bytes[same])
        same++;
    return word->length - same;
}

/*
 * Base forms of each word, "Нагорного Карабаха": goes on only with what some
 * name begins with. Suffixes behind an apostrophe ("Bakı'da") are cut first.
 */
static void walk_bases(const struct search *s, const struct gmi_form *form,
                       size_t at, uint64_t prefix)
{
    const struct gmi_spelled *word = &s->spelling->words[form->words[at]];
    const bool is_last = at + 1 == form->count;
    struct gmi_folded bases[GMI_BASES_MAX + 1];
    size_t count = gmi_inflect_bases(&word->folded, word->script, s->language,
                                     bases);
    if (!is_last)
        bases[count++] = word->folded;
    for (size_t i = 0; i < count; i++) {
        const uint64_t key = gmi_key_add(prefix, gmi_fold_hash(&bases[i]));
        if (is_last && ending_of(&word->folded, &bases[i]) < s->ending_min)
            continue;
        if (is_last)
            keep_if_known(s, key, GMI_VARIANT_INFLECTED, GMI_TYPE_NONE);
        else if (gmi_gazetteer_probe(s->gazetteer, key) & GMI_KEY_IS_PREFIX)
            walk_bases(s, form, at + 1, key);
    }
}

static bool is_any_language(const struct search *s)
{
    return strcmp(s->language, GMI_LANGUAGE_ANY) == 0;
}

static bool is_inflecting(const struct search *s)
{
    const uint8_t script = s->spelling->words[0].script;
    return script == GMI_SCRIPT_CYRILLIC || script == GMI_SCRIPT_ARMENIAN ||
           script == GMI_SCRIPT_GEORGIAN || script == GMI_SCRIPT_GREEK ||
           script == GMI_SCRIPT_ARABIC || script == GMI_SCRIPT_HEBREW ||
           (script == GMI_SCRIPT_LATIN && s->language[0] &&
            !is_any_language(s) && strcmp(s->language, "en") != 0);
}

static void find_bases(const struct search *s)
{
    struct gmi_spelling *spelling = s->spelling;
    const struct gmi_form whole = spelling->forms[0];
    walk_bases(s, &whole, 0, GMI_KEY_EMPTY);
    struct gmi_form cut;
    if (gmi_spelling_cut_suffix(spelling, &cut)) {
        keep_if_known(s, cut.key, GMI_VARIANT_INFLECTED, GMI_TYPE_NONE);
        walk_bases(s, &cut, 0, GMI_KEY_EMPTY);
    }
}

/* ---- Last resorts ------------------------------------------------------ */

/* A name's words, as rules of letters change them. */
struct respelt {
    struct respelt_word {
        struct gmi_folded folded;
        uint64_t hash;
        uint32_t letters; /* gmi_respell_letters */
    } words[GMI_SPELLING_WORDS_MAX];
    size_t count;
};

static void set_respelt(struct respelt_word *word)
{
    word->hash = gmi_fold_hash(&word->folded);
    word->letters = gmi_respell_letters(&word->folded);
}

/* False when the rule applies to no word. */
static bool respell(const struct respelt *name, size_t rule,
                    struct respelt *out)
{
    size_t first = 0;
    while (first < name->count &&
           !gmi_respell_applies(&name->words[first].folded,
                                name->words[first].letters, rule))
        first++;
    if (first == name->count)
        return false;
    for (size_t i = 0; i < name->count; i++) {
        const struct respelt_word *word = &name->words[i];
        if (i >= first &&
            gmi_respell(&word->folded, rule, &out->words[i].folded))
            set_respelt(&out->words[i]);
        else
            out->words[i] = *word;
    }
    out->count = name->count;
    return true;
}

static void keep_respelt(const struct search *s, const struct respelt *name)
{
    uint64_t key = GMI_KEY_EMPTY;
    for (size_t i = 0; i < name->count; i++)
        key = gmi_key_add(key, name->words[i].hash);
    keep_if_known(s, key, GMI_VARIANT_LATIN, GMI_TYPE_NONE);
}

/* By one rule of letters, or by two where none is enough. */
static void find_respelt(const struct search *s)
{
    const struct gmi_form *form = &s->spelling->forms[0];
    struct respelt name = {.count = form->count}, one, two;
    size_t letters = 0;
    for (size_t i = 0; i < form->count; i++) {
        name.words[i].folded = s->spelling->words[form->words[i]].folded;
        set_respelt(&name.words[i]);
        letters += s->spelling->words[form->words[i]].letters;
    }
    if (letters < GMI_RESPELL_LETTERS_MIN)
        return;
    const size_t rules = gmi_respell_count();
    for (size_t i = 0; i < rules; i++)
        if (respell(&name, i, &one))
            keep_respelt(s, &one);
    for (size_t i = 0; i < rules && s->out->count == 0; i++) {
        if (!respell(&name, i, &one))
            continue;
        for (size_t j = 0; j < rules; j++)
            if (j / 2 != i / 2 && respell(&one, j, &two))
                keep_respelt(s, &two);
    }
}

/* The whole name in Latin letters, its last word in base forms too. */
static void find_latin(const struct search *s)
{
    const struct gmi_form *form = &s->spelling->forms[0];
    const struct gmi_spelled *last =
        &s->spelling->words[form->words[form->count - 1]];
    uint64_t prefix = GMI_KEY_EMPTY;
    struct gmi_folded latin, bases[GMI_BASES_MAX + 1];
    if (last->script == GMI_SCRIPT_LATIN) {
        find_respelt(s);
        return;
    }
    for (size_t i = 0; i + 1 < form->count; i++) {
        if (!gmi_latin_of(&s->spelling->words[form->words[i]].folded, &latin))
            return;
        prefix = gmi_key_add(prefix, gmi_fold_hash(&latin));
    }
    size_t count = gmi_inflect_bases(&last->folded, last->script, s->language,
                                     bases + 1) + 1;
    bases[0] = last->folded;
    for (size_t i = 0; i < count; i++)
        if (gmi_latin_of(&bases[i], &latin))
            keep_if_known(s, gmi_key_add(prefix, gmi_fold_hash(&latin)),
                          GMI_VARIANT_LATIN, GMI_TYPE_NONE);
}

size_t gmi_name_tail(const char *name, size_t length)
{
    size_t position = 0;
    struct gmi_word word;
    for (bool is_first = true; gmi_word_next(name, length, &position, &word);
         is_first = false)
        if (!is_first && (word.before & (GMI_BEFORE_COMMA | GMI_BEFORE_OPEN)))
            return word.start;
    return length;
}

/*
 * Two fifths of the names in news that nothing is known of are streets: one
 * letter off is another town's street.
 */
static void find_guesses(const struct search *s, const char *name,
                         size_t length)
{
    uint64_t keys[GMI_GUESSES_MAX];
    if (!is_any_language(s) && gmi_part_is_street(s->spelling))
        return;
    const size_t count =
        gmi_guess(s->gazetteer, name, gmi_name_tail(name, length),
                  !is_any_language(s), keys);
    for (size_t i = 0; i < count; i++)
        keep_if_known(s, keys[i], GMI_VARIANT_GUESS, GMI_TYPE_NONE);
}

static void find_part(const struct search *s)
{
    const uint64_t key = gmi_part_find(s->gazetteer, s->spelling);
    if (key)
        keep_if_known(s, key, GMI_VARIANT_PART, GMI_TYPE_NONE);
}

/*
 * Each of these only where nothing was found before. Of some language a single
 * letter is an ending, whatever it is: where the language is not known, one
 * letter off is likelier than that.
 */
static void find_last_resorts(struct search *s, const char *name,
                              size_t length)
{
    enum { SURE_ENDING = 2 };
    const bool is_any = is_any_language(s);
    s->ending_min = SURE_ENDING;
    if (s->out->count == 0 && is_any)
        find_bases(s);
    if (s->out->count == 0)
        find_latin(s);
    if (s->out->count == 0)
        find_guesses(s, name, length);
    s->ending_min = 0;
    if (s->out->count == 0 && is_any)
        find_bases(s);
    if (s->out->count == 0)
        find_part(s);
}

void gmi_variants_find(const gm_gazetteer *gazetteer, const char *name,
                       size_t length, const char *language,
                       struct gmi_variants *out)
{
    struct gmi_spelling spelling;
    struct search s = {gazetteer, language, &spelling, out, 0};
    out->count = 0;
    if (!gmi_spelling_init(&spelling, name, length))
        return;
    gmi_spelling_normalize(&spelling);
    keep_known_forms(&s, 0);
    if (is_inflecting(&s))
        find_bases(&s);
    const size_t plain = spelling.form_count;
    if (!has_known_direction(&s))
        gmi_spelling_strip(&spelling);
    const struct gmi_form form = gmi_spelling_plainest(&spelling);
    gmi_spelling_add(&spelling, &form,
                     gmi_gazetteer_known(gazetteer, form.key) &
                         GMI_KEY_IS_PREFIX);
    keep_known_forms(&s, plain);
    find_last_resorts(&s, name, length);
}
