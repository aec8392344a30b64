/* SPDX-License-Identifier: MIT */
/* How a spot stands to the spots beside it, and what words beside it say. */
#include "resolve/relations.h"

#include "base/status.h"

#include <string.h>

enum {
    CLOSE_WORDS = 4,   /* "the Texas town of Paris" */
    EARLY_BYTES = 200,
    DATELINE_BYTES = 120
};

struct relater {
    struct gmi_scene *scene;
    const struct gmi_word *words;
    size_t word_count;
};

static const struct gmi_word *word_at(const struct relater *r, size_t i)
{
    return i < r->word_count ? &r->words[i] : NULL;
}

static void fold_word(const struct relater *r, const struct gmi_word *word,
                      struct gmi_folded *out)
{
    gmi_fold(r->scene->doc->text + word->start, word->end - word->start, out);
}

static bool is_word(const struct relater *r, const struct gmi_word *word,
                    const char *text)
{
    struct gmi_folded folded;
    const size_t length = strlen(text);
    if (word->end - word->start != length)
        return false;
    fold_word(r, word, &folded);
    return folded.length == length && memcmp(folded.bytes, text, length) == 0;
}

/* ---- Words for kinds --------------------------------------------------- */

static const struct gmi_type_word *type_word(const struct relater *r,
                                             const struct gmi_word *word)
{
    struct gmi_folded folded;
    fold_word(r, word, &folded);
    return gmi_type_word_find(&folded);
}

static uint8_t type_inside(const struct relater *r,
                           const struct gmi_spot *spot)
{
    if (spot->last - spot->first < 2)
        return GMI_TYPE_NONE;
    for (uint32_t i = spot->last; i-- > spot->first;) {
        const struct gmi_type_word *word = type_word(r, &r->words[i]);
        if (word && !(word->sides & GMI_TYPE_PART))
            return word->type;
    }
    return GMI_TYPE_NONE;
}

static uint8_t type_after(const struct relater *r, const struct gmi_spot *spot)
{
    const struct gmi_word *next = word_at(r, spot->last);
    if (!next || !gmi_word_joins(next) ||
        (next->before & GMI_BEFORE_PERIOD))
        return GMI_TYPE_NONE;
    const struct gmi_type_word *word = type_word(r, next);
    return word && (word->sides & GMI_TYPE_AFTER) ? word->type
                                                  : GMI_TYPE_NONE;
}

/* "Lake X", "city of X", "the town of X". */
static uint8_t type_before(const struct relater *r,
                           const struct gmi_spot *spot)
{
    if (spot->first < 1 || !gmi_word_joins(&r->words[spot->first]))
        return GMI_TYPE_NONE;
    const struct gmi_word *previous = &r->words[spot->first - 1];
    unsigned sides = GMI_TYPE_BEFORE;
    if (is_word(r, previous, "of") && spot->first >= 2 &&
        gmi_word_joins(previous)) {
        previous--;
        sides = GMI_TYPE_OF | GMI_TYPE_BEFORE;
    }
    const struct gmi_type_word *word = type_word(r, previous);
    return word && (word->sides & sides) ? word->type : GMI_TYPE_NONE;
}

/* ---- Spots beside ------------------------------------------------------ */

/* All that may stand between neighbours in a list or "X, Y". */
static bool is_comma(const struct gmi_word *word)
{
    const unsigned others = (unsigned)word->before &
                            ~(unsigned)(GMI_BEFORE_COMMA | GMI_BEFORE_SPACE |
                                        GMI_BEFORE_LINE | GMI_BEFORE_PERIOD);
    return (word->before & GMI_BEFORE_COMMA) && others == 0;
}

static bool is_bracket(const struct gmi_word *word)
{
    return (word->before & GMI_BEFORE_OPEN) &&
           !(word->before & (GMI_BEFORE_PARAGRAPH | GMI_BEFORE_STOP |
                             GMI_BEFORE_CLOSE));
}

static void relate_next(const struct relater *r, const struct gmi_spot *spot,
                        const struct gmi_spot *next,
                        struct gmi_spot_facts *out)
{
    const struct gmi_word *word = word_at(r, next->first);
    if (!word || next->first < spot->first + 1)
        return;
    if (next->first < spot->last) { /* "Paris, Texas" as one mention */
        if (next->last == spot->last && is_comma(word))
            out->after_comma = next->term;
        return;
    }
    const uint32_t between = next->first - spot->last;
    if (between > CLOSE_WORDS || (word->flags & GMI_WORD_SENTENCE_START) ||
        (word->before & GMI_BEFORE_PARAGRAPH))
        return;
    out->right = next->term;
    if (between == 0 && (is_comma(word) || is_bracket(word)))
        out->after_comma = next->term;
    if (between == 0 && is_comma(word))
        out->list[1] = next->term;
    if (between == 1 && is_word(r, word - 1, "in") && gmi_word_joins(word))
        out->in = next->term;
    if (between == 1 && is_word(r, word - 1, "and"))
        out->list[1] = next->term;
}

static void relate_previous(const struct relater *r,
                            const struct gmi_spot *spot,
                            const struct gmi_spot *previous,
                            struct gmi_spot_facts *out)
{
    const struct gmi_word *word = word_at(r, spot->first);
    if (!word || previous->last > spot->first)
        return;
    const uint32_t between = spot->first - previous->last;
    if (between > CLOSE_WORDS || (word->flags & GMI_WORD_SENTENCE_START) ||
        (word->before & GMI_BEFORE_PARAGRAPH))
        return;
    out->left = previous->term;
    if (between == 0 && is_comma(word))
        out->before_comma = out->list[0] = previous->term;
    if (between == 1 && is_word(r, word - 1, "and"))
        out->list[0] = previous->term;
    if (out->in == GMI_NONE && between == 1 && is_word(r, word - 1, "s") &&
        (word[-1].before & GMI_BEFORE_APOSTROPHE))
        out->in = previous->term;
}

/* ---- The whole --------------------------------------------------------- */

static void describe(const struct relater *r, const struct gmi_spot *spot,
                     struct gmi_spot_facts *out)
{
    const struct gmi_word *first = word_at(r, spot->first);
    if (!first)
        return;
    out->type_inside = type_inside(r, spot);
    out->type_after = type_after(r, spot);
    out->type_before = type_before(r, spot);
    out->words = (uint8_t)(spot->last - spot->first < 255
                               ? spot->last - spot->first
                               : 255);
    out->is_capitals = r->scene->terms[spot->term].is_upper &&
                       r->scene->text_case != GMI_TEXT_LARGE;
    out->has_preposition =
        spot->first > 0 &&
        (gmi_lexicon_word(r->scene->resolver->lexicon, first - 1) &
         GMI_LEX_PREPOSITION);
    out->is_early = spot->start < EARLY_BYTES;
    const struct gmi_word *next = word_at(r, spot->last);
    out->is_dateline =
        spot->start < DATELINE_BYTES &&
        ((out->is_capitals && spot->end - spot->start > 4) ||
         (next && (next->before & GMI_BEFORE_DASH)));
    if (spot->mention != GMI_NONE)
        out->use = (uint8_t)r->scene->doc->mentions[spot->mention].use;
}

static void relate(const struct relater *r, size_t i)
{
    struct gmi_scene *scene = r->scene;
    const struct gmi_spot *spot = &scene->spots[i];
    struct gmi_spot_facts *out = &scene->spot_facts[i];
    *out = (struct gmi_spot_facts){.after_comma = GMI_NONE,
                                   .before_comma = GMI_NONE,
                                   .in = GMI_NONE,
                                   .left = GMI_NONE,
                                   .right = GMI_NONE,
                                   .list = {GMI_NONE, GMI_NONE}};
    if (spot->first >= spot->last)
        return; /* a mention without a word */
    describe(r, spot, out);
    if (i + 1 < scene->spot_count)
        relate_next(r, spot, &scene->spots[i + 1], out);
    if (i > 0)
        relate_previous(r, spot, &scene->spots[i - 1], out);
    struct gmi_term *term = &scene->terms[spot->term];
    const uint8_t said = out->type_inside ? out->type_inside
                         : out->type_before ? out->type_before
                                            : out->type_after;
    if (term->said == GMI_TYPE_NONE)
        term->said = said;
}

gm_status gmi_relations_find(struct gmi_scene *scene, gm_error *err)
{
    const struct relater r = {scene, scene->doc->words.items,
                              scene->doc->words.count};
    scene->spot_facts = gmi_arena_array(&scene->arena, scene->spot_count,
                                        sizeof *scene->spot_facts);
    if (!scene->spot_facts)
        return gmi_fail_memory(err);
    for (size_t i = 0; i < scene->spot_count; i++)
        relate(&r, i);
    return GM_OK;
}

/* ---- Parents ----------------------------------------------------------- */

float gmi_parent_mass(const struct gmi_scene *scene, uint32_t term,
                      const struct gmi_row *row)
{
    if (term == GMI_NONE)
        return 0;
    const struct gmi_term *parent = &scene->terms[term];
    float most = 0;
    for (size_t i = 0; i < parent->self_count; i++) {
        const struct gmi_mass *self = &parent->selves[i];
        if (self->mass > most && gmi_row_lies_in(row, self->area))
            most = self->mass;
    }
    return most;
}

static float max_of(float a, float b)
{
    return a > b ? a : b;
}

float gmi_told_parent(const struct gmi_scene *scene,
                      const struct gmi_spot_facts *facts,
                      const struct gmi_row *row)
{
    return max_of(gmi_parent_mass(scene, facts->after_comma, row),
                  gmi_parent_mass(scene, facts->in, row));
}

float gmi_told_elsewhere(const struct gmi_scene *scene,
                         const struct gmi_term *term, uint32_t but,
                         const struct gmi_row *row)
{
    enum { SPOTS_READ = 32 };
    float most = 0;
    uint32_t at = term->first_spot;
    for (int i = 0; i < SPOTS_READ && at != GMI_NONE; i++) {
        if (at != but)
            most = max_of(most, gmi_told_parent(
                                    scene, &scene->spot_facts[at], row));
        at = scene->spots[at].next;
    }
    return most;
}
