/* SPDX-License-Identifier: MIT */
/* Names one letter off, or one misreading of a scanner. */
#include "gazetteer/guess.h"

#include "text/fold.h"
#include "text/letter.h"
#include "text/utf8.h"

#include <string.h>

enum {
    LETTERS_MAX = 64,
    ALPHABET_MAX = 64,
    AHEAD = 16 /* keys whose memory is asked for before they are looked up */
};

/* A name as code points, folded, words apart by single spaces. */
struct letters {
    uint32_t codes[LETTERS_MAX + 1];
    size_t count;
    size_t limit; /* a change at or behind it makes no name */
};

/* A word of the name: a change in it leaves those before it as they are. */
struct place_in_name {
    uint64_t key;  /* of the words before */
    uint8_t begin; /* the word's first letter */
};

struct guesses {
    const gm_gazetteer *gazetteer;
    /* For each letter of the name, the space behind a word being the word's. */
    struct place_in_name places[LETTERS_MAX + 1];
    uint64_t *keys;
    size_t count;
    uint32_t first; /* letter that a guess has to begin with; 0: any */
    uint64_t queue[AHEAD];
    size_t tried; /* keys that have been in the queue */
};

static bool fold_name(const char *name, size_t length, struct letters *out)
{
    size_t position = 0, words = 0;
    struct gmi_word word;
    struct gmi_folded folded;
    size_t letters = 0; /* without spaces */
    out->count = 0;
    while (gmi_word_next(name, length, &position, &word)) {
        gmi_fold(name + word.start, word.end - word.start, &folded);
        if (words++ > 0 && out->count < LETTERS_MAX)
            out->codes[out->count++] = ' ';
        size_t i = 0;
        while (i < folded.length && out->count < LETTERS_MAX) {
            out->codes[out->count++] = gmi_utf8_next(folded.bytes, &i);
            letters++;
        }
        if (i < folded.length)
            return false;
    }
    return letters >= GMI_GUESS_LETTERS_MIN;
}

static size_t put_letters(const struct letters *name, size_t count, char *text)
{
    size_t length = 0;
    for (size_t i = 0; i < count; i++)
        length += gmi_utf8_put(name->codes[i], text + length);
    return length;
}

/*
 * Where no name begins with the first words as they are, one of these is
 * wrong: changes to those behind them are not tried.
 */
static void find_limit(const gm_gazetteer *gazetteer, struct letters *name)
{
    char text[4 * (LETTERS_MAX + 1)];
    name->limit = name->count;
    for (size_t i = 1; i + 1 < name->count; i++) {
        if (name->codes[i] != ' ')
            continue;
        const uint64_t key =
            gmi_key_of(text, put_letters(name, i, text), NULL);
        if (gmi_gazetteer_known(gazetteer, key) & GMI_KEY_IS_PREFIX)
            continue;
        name->limit = i + 1;
        return;
    }
}

static void try_key(struct guesses *guesses, uint64_t key)
{
    if (guesses->count == GMI_GUESSES_MAX ||
        !(gmi_gazetteer_known(guesses->gazetteer, key) & GMI_KEY_IS_NAME))
        return;
    for (size_t i = 0; i < guesses->count; i++)
        if (guesses->keys[i] == key)
            return;
    struct gmi_hits hits;
    struct gmi_hit hit;
    gmi_hits_begin(&hits, guesses->gazetteer, key);
    if (gmi_hits_next(&hits, &hit))
        guesses->keys[guesses->count++] = key;
}

/* What folds to itself and ends no word. */
static bool is_plain(uint32_t code)
{
    return (code >= 'a' && code <= 'z') || (code >= '0' && code <= '9');
}

/*
 * The end of the word of plain letters that begins at a letter, its hash put
 * behind a key; 0: it has others, too.
 */
static size_t add_plain_word(const struct letters *name, size_t begin,
                             uint64_t *key)
{
    struct gmi_folded word;
    size_t at = begin;
    for (; at < name->count && name->codes[at] != ' '; at++) {
        if (!is_plain(name->codes[at]))
            return 0;
        word.bytes[at - begin] = (char)name->codes[at];
    }
    word.length = at - begin;
    gmi_fold_end(&word);
    *key = gmi_key_add(*key, gmi_fold_hash(&word));
    return at;
}

/* The key of the name, of which letters before `changed` are as they were. */
static uint64_t key_of(const struct guesses *guesses,
                       const struct letters *name, size_t changed)
{
    uint64_t key = guesses->places[changed].key;
    size_t at = guesses->places[changed].begin;
    while (at < name->count) {
        if (name->codes[at] == ' ') {
            at++;
            continue;
        }
        at = add_plain_word(name, at, &key);
        if (at == 0) {
            char text[4 * (LETTERS_MAX + 1)];
            return gmi_key_of(text, put_letters(name, name->count, text),
                              NULL);
        }
    }
    return key;
}

static void find_places(struct guesses *guesses, const struct letters *name)
{
    struct place_in_name place = {GMI_KEY_EMPTY, 0};
    for (size_t i = 0; i <= name->count; i++) {
        guesses->places[i] = place;
        if (i == name->count || name->codes[i] != ' ')
            continue;
        /* A word of other letters leaves no key: all is read anew. */
        if (add_plain_word(name, place.begin, &place.key) == 0)
            continue;
        place.begin = (uint8_t)(i + 1);
    }
}

/* Tries a changed name; `changed` is the first letter that is another. */
static void try_letters(struct guesses *guesses, const struct letters *name,
                        size_t changed)
{
    if (guesses->first && name->codes[0] != guesses->first)
        return;
    const uint64_t key = key_of(guesses, name, changed);
    const size_t slot = guesses->tried % AHEAD;
    gmi_gazetteer_prefetch(guesses->gazetteer, key);
    if (guesses->tried >= AHEAD)
        try_key(guesses, guesses->queue[slot]);
    guesses->queue[slot] = key;
    guesses->tried++;
}

/* The keys that are still in the queue, in their order. */
static void try_rest(struct guesses *guesses)
{
    const size_t end = guesses->tried;
    for (size_t i = end > AHEAD ? end - AHEAD : 0; i < end; i++)
        try_key(guesses, guesses->queue[i % AHEAD]);
}

/* The letters that may stand in for another: those of the same alphabet. */
static size_t alphabet_of(const struct letters *name,
                          uint32_t out[ALPHABET_MAX])
{
    static const struct {
        uint8_t script;
        uint32_t first, last;
    } alphabets[] = {
        {GMI_SCRIPT_CYRILLIC, 0x430, 0x44f}, {GMI_SCRIPT_GREEK, 0x3b1, 0x3c9},
        {GMI_SCRIPT_ARMENIAN, 0x561, 0x586}, {GMI_SCRIPT_GEORGIAN, 0x10d0, 0x10f0},
        {GMI_SCRIPT_ARABIC, 0x621, 0x64a},   {GMI_SCRIPT_HEBREW, 0x5d0, 0x5ea},
        {GMI_SCRIPT_LATIN, 'a', 'z'},
    };
    const uint8_t script = gmi_letter_of(name->codes[0])->script;
    size_t count = 0;
    for (size_t i = 0; i < sizeof alphabets / sizeof *alphabets; i++) {
        if (alphabets[i].script != script)
            continue;
        for (uint32_t c = alphabets[i].first; c <= alphabets[i].last; c++)
            out[count++] = c;
    }
    return count;
}

static void try_swaps_and_losses(struct guesses *guesses,
                                 const struct letters *name)
{
    struct letters changed = *name;
    for (size_t i = 0; i + 1 < name->count && i < name->limit; i++) {
        changed.codes[i] = name->codes[i + 1];
        changed.codes[i + 1] = name->codes[i];
        try_letters(guesses, &changed, i);
        changed.codes[i] = name->codes[i];
        changed.codes[i + 1] = name->codes[i + 1];
    }
    for (size_t i = 0; i < name->limit; i++) {
        changed = *name;
        memmove(changed.codes + i, changed.codes + i + 1,
                (name->count - i - 1) * sizeof *changed.codes);
        changed.count--;
        try_letters(guesses, &changed, i);
    }
}

static void try_letter_of_alphabet(struct guesses *guesses,
                                   const struct letters *name, uint32_t letter)
{
    struct letters changed = *name;
    for (size_t i = 0; i < name->limit; i++) {
        changed.codes[i] = letter;
        try_letters(guesses, &changed, i);
        changed.codes[i] = name->codes[i];
    }
    if (name->count == LETTERS_MAX)
        return;
    changed.count++;
    const size_t last = name->limit < name->count ? name->limit - 1
                                                  : name->count;
    /* The letters before the new one move back one by one. */
    memmove(changed.codes + 1, name->codes,
            name->count * sizeof *changed.codes);
    for (size_t i = 0; i <= last; i++) {
        changed.codes[i] = letter;
        try_letters(guesses, &changed, i);
        changed.codes[i] = name->codes[i];
    }
}

/* ---- What scanners misread --------------------------------------------- */

/* Puts one string for another that begins at a letter; false: not there. */
static bool replace(struct letters *name, size_t at, const char *from,
                    const char *to)
{
    const size_t old = strlen(from), new = strlen(to);
    if (at + old > name->count || name->count - old + new > LETTERS_MAX)
        return false;
    for (size_t i = 0; i < old; i++)
        if (name->codes[at + i] != (unsigned char)from[i])
            return false;
    memmove(name->codes + at + new, name->codes + at + old,
            (name->count - at - old) * sizeof *name->codes);
    for (size_t i = 0; i < new; i++)
        name->codes[at + i] = (unsigned char)to[i];
    name->count = name->count - old + new;
    return true;
}

/* Letters that look like others; a single one for another is tried anyway. */
static void try_misreadings(struct guesses *guesses,
                            const struct letters *name)
{
    static const char *const alike[][2] = {
        {"rn", "m"}, {"m", "rn"}, {"cl", "d"}, {"d", "cl"}, {"vv", "w"},
        {"w", "vv"}, {"ii", "u"}, {"u", "ii"}, {"li", "h"}, {"h", "li"},
        {"nn", "m"}, {"in", "m"}, {"m", "in"}, {"ri", "n"}, {"n", "ri"},
        {"ni", "m"}, {"m", "ni"}, {"lc", "k"}, {"ti", "n"}, {"tt", "n"},
        {"ij", "y"}, {"ll", "u"}, {"iu", "m"}, {"ui", "m"}, {"iii", "m"},
    };
    for (size_t i = 0; i < name->limit; i++) {
        for (size_t j = 0; j < sizeof alike / sizeof *alike; j++) {
            struct letters changed = *name;
            if (replace(&changed, i, alike[j][0], alike[j][1]))
                try_letters(guesses, &changed, i);
        }
    }
}

/* Digits among letters, all of them at once: "L0nd0n". */
static void try_digits(struct guesses *guesses, const struct letters *name)
{
    static const char digits[] = "0123456789",
                      letters[2][11] = {"olzeasgtbg", "oizeasbtbq"};
    for (size_t i = 0; i < 2; i++) {
        struct letters changed = *name;
        for (size_t j = 0; j < name->count; j++) {
            const char *digit =
                name->codes[j] && name->codes[j] < 0x80
                    ? strchr(digits, (int)name->codes[j])
                    : NULL;
            if (digit)
                changed.codes[j] = (unsigned char)letters[i][digit - digits];
        }
        if (memcmp(changed.codes, name->codes,
                   name->count * sizeof *name->codes) != 0)
            try_letters(guesses, &changed, 0);
    }
}

size_t gmi_guess(const gm_gazetteer *gazetteer, const char *name,
                 size_t length, bool keeps_first,
                 uint64_t keys[GMI_GUESSES_MAX])
{
    struct letters letters;
    struct guesses guesses = {.gazetteer = gazetteer, .keys = keys};
    if (!fold_name(name, length, &letters))
        return 0;
    find_limit(gazetteer, &letters);
    find_places(&guesses, &letters);
    try_digits(&guesses, &letters);
    if (gmi_letter_of(letters.codes[0])->script == GMI_SCRIPT_LATIN)
        try_misreadings(&guesses, &letters);
    guesses.first = keeps_first ? letters.codes[0] : 0;
    try_swaps_and_losses(&guesses, &letters);
    uint32_t alphabet[ALPHABET_MAX];
    const size_t count = alphabet_of(&letters, alphabet);
    for (size_t i = 0; i < count; i++)
        try_letter_of_alphabet(&guesses, &letters, alphabet[i]);
    try_rest(&guesses);
    return guesses.count;
}
