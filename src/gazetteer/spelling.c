/* SPDX-License-Identifier: MIT */
/* A name taken apart into words, and the forms that rules make of it. */
#include "gazetteer/spelling.h"

#include <string.h>

static const struct gmi_folded *folded_at(const struct gmi_spelling *spelling,
                                          const struct gmi_form *form,
                                          size_t i)
{
    return &spelling->words[form->words[i]].folded;
}

static bool is_one_of(const struct gmi_folded *word, const char *const *list)
{
    for (; *list; list++)
        if (strcmp(word->bytes, *list) == 0)
            return true;
    return false;
}

static uint64_t key_of(const struct gmi_spelling *spelling,
                       const struct gmi_form *form)
{
    uint64_t key = GMI_KEY_EMPTY;
    for (size_t i = 0; i < form->count; i++)
        key = gmi_key_add(key, spelling->words[form->words[i]].hash);
    return key;
}

/* Adds a form with its key, unless it is there or has no word. */
static void add_form(struct gmi_spelling *spelling, struct gmi_form form)
{
    if (form.count == 0 || spelling->form_count == GMI_FORMS_MAX)
        return;
    form.key = key_of(spelling, &form);
    for (size_t i = 0; i < spelling->form_count; i++)
        if (spelling->forms[i].key == form.key)
            return;
    spelling->forms[spelling->form_count++] = form;
}

static struct gmi_form normalized(const struct gmi_form *form)
{
    struct gmi_form out = *form;
    out.rule = GMI_VARIANT_NORMALIZED;
    return out;
}

static void remove_words(struct gmi_form *form, size_t first, size_t count)
{
    memmove(form->words + first, form->words + first + count,
            form->count - first - count);
    form->count = (uint8_t)(form->count - count);
}

/* A word that a rule has made; its index, or SIZE_MAX when there is no room. */
static size_t new_word(struct gmi_spelling *spelling, const char *bytes,
                       size_t length)
{
    if (spelling->word_count == GMI_SPELLED_WORDS_MAX || length > GMI_FOLD_MAX)
        return SIZE_MAX;
    struct gmi_spelled *word = &spelling->words[spelling->word_count];
    *word = (struct gmi_spelled){.folded = {.length = length},
                                 .script = spelling->words[0].script};
    memcpy(word->folded.bytes, bytes, length);
    word->hash = gmi_fold_hash(&word->folded);
    return spelling->word_count++;
}

bool gmi_spelling_init(struct gmi_spelling *spelling, const char *name,
                       size_t length)
{
    spelling->word_count = spelling->form_count = 0;
    struct gmi_form form = {.rule = GMI_VARIANT_EXACT};
    struct gmi_word word;
    size_t position = 0;
    while (form.count < GMI_SPELLING_WORDS_MAX &&
           gmi_word_next(name, length, &position, &word)) {
        struct gmi_spelled *spelled = &spelling->words[form.count];
        gmi_fold(name + word.start, word.end - word.start, &spelled->folded);
        spelled->hash = word.hash;
        spelled->before = word.before;
        spelled->script = word.script;
        spelled->caps = word.caps;
        spelled->letters = word.letters;
        form.words[form.count] = form.count;
        form.count++;
    }
    spelling->word_count = form.count;
    add_form(spelling, form);
    return spelling->form_count > 0;
}

/* ---- Normal forms ------------------------------------------------------ */

/* "Paris, Texas" and "Congo (Kinshasa)": what stands before the sign. */
static void cut_at_sign(struct gmi_spelling *spelling, struct gmi_form form)
{
    const unsigned signs = GMI_BEFORE_COMMA | GMI_BEFORE_OPEN;
    for (uint8_t i = 1; i < form.count; i++) {
        if (spelling->words[form.words[i]].before & signs) {
            form.count = i;
            add_form(spelling, normalized(&form));
            return;
        }
    }
}

/* "Armenia's" */
static void drop_possessive(struct gmi_spelling *spelling,
                            struct gmi_form form)
{
    const size_t last = form.count - 1u;
    if (last == 0 || strcmp(folded_at(spelling, &form, last)->bytes, "s") != 0)
        return;
    if (spelling->words[form.words[last]].before & GMI_BEFORE_APOSTROPHE) {
        form.count--;
        add_form(spelling, normalized(&form));
    }
}

static const char *const articles[] = {
    "the", "a", "an", "el", "al", "la", "le", "les", "los", "las", "lo",
    "il", "die", "der", "das", "den", "l", "o", "os", "as", NULL};
static const char *const inner_articles[] = {
    "el", "al", "as", "ad", "ar", "ash", "an", "at", "az", "ul", "ed", NULL};

static void drop_article(struct gmi_spelling *spelling, struct gmi_form form)
{
    if (form.count < 2 ||
        !is_one_of(folded_at(spelling, &form, 0), articles))
        return;
    remove_words(&form, 0, 1);
    add_form(spelling, normalized(&form));
}

static void drop_inner_articles(struct gmi_spelling *spelling,
                                struct gmi_form form)
{
    bool has_dropped = false;
    for (size_t i = 1; i < form.count;) {
        if (is_one_of(folded_at(spelling, &form, i), inner_articles)) {
            remove_words(&form, i, 1);
            has_dropped = true;
        } else {
            i++;
        }
    }
    if (has_dropped)
        add_form(spelling, normalized(&form));
}

static void drop_and(struct gmi_spelling *spelling, struct gmi_form form)
{
    for (size_t i = 1; i + 1 < form.count; i++) {
        if (strcmp(folded_at(spelling, &form, i)->bytes, "and") == 0) {
            remove_words(&form, i, 1);
            add_form(spelling, normalized(&form));
            return;
        }
    }
}

/* Short words and what they stand for; both ways. */
static const char *const short_words[][2] = {
    {"n", "north"},    {"s", "south"},    {"e", "east"},
    {"w", "west"},     {"co", "county"},  {"pt", "point"},
    {"is", "island"},  {"is", "islands"}, {"jct", "junction"},
    {"hts", "heights"}, {"spgs", "springs"}, {"twp", "township"},
    {"ctr", "center"}, {"ctr", "centre"}, {"center", "centre"},
    {"harbor", "harbour"}, {"pk", "park"}, {"mtn", "mountain"},
    {"mtns", "mountains"}, {"mts", "mountains"}, {"no", "north"},
    {"so", "south"}, {"ste", "st"}, {"rep", "republic"}, {"r", "river"},
    {"prov", "province"}, {"dist", "district"}, {"gt", "great"},
};

/* Each word that has a partner, with the partner. */
static void swap_short_words(struct gmi_spelling *spelling,
                             struct gmi_form form)
{
    for (size_t i = 0; form.count > 1 && i < form.count; i++) {
        for (size_t j = 0; j < sizeof short_words / sizeof *short_words; j++) {
            for (size_t side = 0; side < 2; side++) {
                const struct gmi_folded *word =
                    folded_at(spelling, &form, i);
                if (strcmp(word->bytes, short_words[j][side]) != 0)
                    continue;
                const char *other = short_words[j][1 - side];
                const size_t made =
                    new_word(spelling, other, strlen(other));
                if (made == SIZE_MAX)
                    return;
                struct gmi_form swapped = normalized(&form);
                swapped.words[i] = (uint8_t)made;
                add_form(spelling, swapped);
            }
        }
    }
}

/* Words from `first` on as one: "U S" is "US", "New port" is "Newport". */
static void join_words(struct gmi_spelling *spelling, struct gmi_form form,
                       size_t first, size_t count)
{
    char joined[GMI_FOLD_MAX];
    size_t length = 0;
    for (size_t i = first; i < first + count; i++) {
        const struct gmi_folded *word = folded_at(spelling, &form, i);
        if (length + word->length > sizeof joined)
            return;
        memcpy(joined + length, word->bytes, word->length);
        length += word->length;
    }
    const size_t made = new_word(spelling, joined, length);
    if (made == SIZE_MAX)
        return;
    remove_words(&form, first + 1, count - 1);
    form.words[first] = (uint8_t)made;
    add_form(spelling, normalized(&form));
}

static void join_initials(struct gmi_spelling *spelling, struct gmi_form form)
{
    size_t first = 0, count = 0;
    for (size_t i = 0; i < form.count; i++) {
        if (spelling->words[form.words[i]].letters != 1) {
            if (count > 1)
                break;
            count = 0;
            continue;
        }
        if (count++ == 0)
            first = i;
    }
    if (count > 1)
        join_words(spelling, form, first, count);
}

static void join_all(struct gmi_spelling *spelling, struct gmi_form form)
{
    if (form.count > 1 && form.count <= 3)
        join_words(spelling, form, 0, form.count);
}

/* "Carolinas", "Marshalls"; "Germanies". English alone writes so. */
static void drop_plural(struct gmi_spelling *spelling, struct gmi_form form)
{
    const struct gmi_folded *last =
        folded_at(spelling, &form, form.count - 1u);
    const size_t length = last->length;
    char bytes[GMI_FOLD_MAX + 8];
    if (length < 5 || last->bytes[length - 1] != 's' ||
        last->bytes[length - 2] == 's')
        return;
    memcpy(bytes, last->bytes, length);
    const bool is_ies = memcmp(last->bytes + length - 3, "ies", 3) == 0;
    if (is_ies)
        bytes[length - 3] = 'y';
    const size_t made =
        new_word(spelling, bytes, is_ies ? length - 2 : length - 1);
    if (made == SIZE_MAX)
        return;
    form.words[form.count - 1] = (uint8_t)made;
    form.is_singular = true;
    add_form(spelling, normalized(&form));
}

void gmi_spelling_normalize(struct gmi_spelling *spelling)
{
    static void (*const rules[])(struct gmi_spelling *, struct gmi_form) = {
        cut_at_sign,   drop_possessive,  drop_article, drop_inner_articles,
        join_initials, swap_short_words, drop_and,     drop_plural,
        join_all,
    };
    enum { NORMAL_FORMS_MAX = 20 };
    for (size_t r = 0; r < sizeof rules / sizeof *rules; r++) {
        const size_t before = spelling->form_count;
        for (size_t i = 0;
             i < before && spelling->form_count < NORMAL_FORMS_MAX; i++)
            rules[r](spelling, spelling->forms[i]);
    }
}

/* ---- Words for kinds --------------------------------------------------- */

static void add_stripped(struct gmi_spelling *spelling, struct gmi_form form,
                         size_t first, size_t count, uint8_t type)
{
    remove_words(&form, first, count);
    form.rule = GMI_VARIANT_STRIPPED;
    /* Of two words the one that says more: "northern" says nothing. */
    if (type != GMI_TYPE_OTHER || form.type == GMI_TYPE_NONE)
        form.type = type;
    add_form(spelling, form);
}

static const struct gmi_type_word *
type_word_at(const struct gmi_spelling *spelling, const struct gmi_form *form,
             size_t i)
{
    return gmi_type_word_find(folded_at(spelling, form, i));
}

static void strip_first(struct gmi_spelling *spelling,
                        const struct gmi_form *form)
{
    static const char *const of[] = {"of", "de", "do", "da", NULL};
    const struct gmi_type_word *word = type_word_at(spelling, form, 0);
    if (!word)
        return;
    const bool has_of =
        form->count > 2 && is_one_of(folded_at(spelling, form, 1), of);
    if (has_of && (word->sides & (GMI_TYPE_OF | GMI_TYPE_BEFORE))) {
        size_t count = 2;
        if (form->count > 3 &&
            strcmp(folded_at(spelling, form, 2)->bytes, "the") == 0)
            count = 3;
        add_stripped(spelling, *form, 0, count, word->type);
    } else if (word->sides & (GMI_TYPE_BEFORE | GMI_TYPE_PART)) {
        add_stripped(spelling, *form, 0, 1, word->type);
    }
}

void gmi_spelling_strip(struct gmi_spelling *spelling)
{
    size_t first = 0;
    for (int round = 0; round < 2; round++) {
        const size_t end = spelling->form_count;
        for (size_t i = first; i < end; i++) {
            const struct gmi_form form = spelling->forms[i];
            if (form.count < 2)
                continue;
            strip_first(spelling, &form);
            const struct gmi_type_word *last =
                type_word_at(spelling, &form, form.count - 1u);
            if (last && (last->sides & GMI_TYPE_AFTER))
                add_stripped(spelling, form, form.count - 1u, 1, last->type);
        }
        first = end;
    }
}

/* ---- Parts ------------------------------------------------------------- */

bool gmi_spelling_cut_suffix(const struct gmi_spelling *spelling,
                             struct gmi_form *out)
{
    *out = spelling->forms[0];
    if (out->count < 2 || !(spelling->words[out->count - 1u].before &
                            GMI_BEFORE_APOSTROPHE))
        return false;
    out->count--;
    out->key = key_of(spelling, out);
    return true;
}

uint64_t gmi_spelling_part(const struct gmi_spelling *spelling, size_t first,
                           size_t length, size_t *letters)
{
    uint64_t key = GMI_KEY_EMPTY;
    bool has_name = false;
    *letters = 0;
    for (size_t i = first; i < first + length; i++) {
        const struct gmi_spelled *word = &spelling->words[i];
        if (word->caps == GMI_CAPS_LOWER && (i == first ||
                                             i + 1 == first + length))
            return 0;
        has_name = has_name || !gmi_type_word_find(&word->folded);
        *letters += word->letters;
        key = gmi_key_add(key, word->hash);
    }
    return has_name ? key : 0;
}
