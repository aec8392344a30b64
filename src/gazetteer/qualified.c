/* SPDX-License-Identifier: MIT */
/* Names that say where their place lies. */
#include "gazetteer/qualified.h"

#include "gazetteer/identity.h"
#include "gazetteer/variant.h"
#include "text/word.h"

enum {
    LEVELS_MAX = 8,
    AREAS_MAX = 24,     /* the best known ones of a name */
    TAIL_WORDS_MAX = 3, /* "Springfield New South Wales" */
    WORDS_MAX = 12
};

/* The area's name, its places, and the country that it may be the code of. */
struct where {
    const char *name;
    size_t length;
    struct gmi_answers areas;
    uint16_t country;
};

static bool is_one_of(const gm_gazetteer *gazetteer, uint32_t around,
                      const struct where *where)
{
    if (around == GMI_NONE)
        return false;
    const uint32_t topmost = gmi_gazetteer_topmost(gazetteer, around);
    for (size_t i = 0; i < where->areas.count && i < AREAS_MAX; i++)
        if (where->areas.items[i].hit.place == topmost)
            return true;
    return false;
}

static bool lies_in(const gm_gazetteer *gazetteer, uint32_t place,
                    const struct where *where)
{
    const struct gmi_place_record *record =
        gmi_gazetteer_record(gazetteer, place, NULL);
    if (where->country && record && record->country == where->country)
        return true;
    for (int level = 0; level < LEVELS_MAX && place != GMI_NONE; level++) {
        const struct gmi_ancestors in =
            gmi_gazetteer_ancestors(gazetteer, place);
        if (is_one_of(gazetteer, in.admin1, where) ||
            is_one_of(gazetteer, in.admin2, where) ||
            is_one_of(gazetteer, in.parent, where) ||
            is_one_of(gazetteer, in.country, where))
            return true;
        place = in.parent;
    }
    return false;
}

/* The number of a country's code, "AM"; 0 for any other name. */
static uint16_t country_of_code(const char *name, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (length != 2 || name[i] < 'A' || name[i] > 'Z')
            return 0;
    return length == 2 ? gmi_country_number(name) : 0;
}

/* Marks the answers that lie there, and counts them. */
static gm_status mark_inside(const gm_gazetteer *gazetteer, struct where *where,
                             struct gmi_answers *answers, size_t *count)
{
    const gm_status status =
        gmi_answers_find(gazetteer, where->name, where->length, &where->areas);
    const bool is_known = where->areas.count > 0 &&
                          where->areas.items[0].rule < GMI_VARIANT_LATIN;
    where->country = country_of_code(where->name, where->length);
    *count = 0;
    for (size_t i = 0; i < answers->count && !status; i++) {
        struct gmi_answer *answer = &answers->items[i];
        answer->is_inside = (is_known || where->country) &&
                            lies_in(gazetteer, answer->hit.place, where);
        *count += answer->is_inside;
    }
    gmi_answers_release(&where->areas);
    return status;
}

/* Where some lie in what the name says, the others are not meant. */
static gm_status keep_inside(const gm_gazetteer *gazetteer, struct where *where,
                             struct gmi_answers *answers, bool *has_some)
{
    size_t inside, kept = 0;
    *has_some = false;
    const gm_status status = mark_inside(gazetteer, where, answers, &inside);
    if (status || inside == 0)
        return status;
    for (size_t i = 0; i < answers->count; i++)
        if (answers->items[i].is_inside ||
            answers->items[i].rule == GMI_VARIANT_EXACT)
            answers->items[kept++] = answers->items[i];
    answers->count = kept;
    *has_some = true;
    return GM_OK;
}

/* Where the words of a name begin; those of a long name are not counted. */
static size_t word_starts(const char *name, size_t length,
                          size_t starts[WORDS_MAX])
{
    size_t count = 0, position = 0;
    struct gmi_word word;
    while (count < WORDS_MAX && gmi_word_next(name, length, &position, &word))
        starts[count++] = word.start;
    return count < WORDS_MAX ? count : 0;
}

/* "Springfield MO": splits where both halves are known and fit. */
static gm_status try_splits(const gm_gazetteer *gazetteer, const char *name,
                            size_t length, struct gmi_answers *out)
{
    size_t starts[WORDS_MAX];
    const size_t words = word_starts(name, length, starts);
    for (size_t i = 1; i <= TAIL_WORDS_MAX && i < words; i++) {
        const size_t tail = starts[words - i];
        struct where where = {.name = name + tail, .length = length - tail};
        struct gmi_answers head = {0};
        bool has_some = false;
        gm_status status = gmi_answers_find(gazetteer, name, tail, &head);
        if (!status && head.count > 0 && head.items[0].rule < GMI_VARIANT_LATIN)
            status = keep_inside(gazetteer, &where, &head, &has_some);
        if (has_some) {
            size_t kept = 0;
            for (size_t j = 0; j < head.count; j++)
                if (head.items[j].is_inside)
                    head.items[kept++] = head.items[j];
            head.count = kept;
            gmi_answers_release(out);
            *out = head;
            return GM_OK;
        }
        gmi_answers_release(&head);
        if (status)
            return status;
    }
    return GM_OK;
}

gm_status gmi_qualified_find(const gm_gazetteer *gazetteer, const char *name,
                             size_t length, struct gmi_answers *out)
{
    const gm_status status = gmi_answers_find(gazetteer, name, length, out);
    const size_t tail = gmi_name_tail(name, length);
    if (status)
        return status;
    if (tail < length) {
        struct where where = {.name = name + tail, .length = length - tail};
        bool has_some;
        const gm_status kept = keep_inside(gazetteer, &where, out, &has_some);
        /* Of the whole name: wherever the place lies. */
        for (size_t i = 0; i < out->count; i++)
            if (out->items[i].rule == GMI_VARIANT_EXACT)
                out->items[i].is_inside = false;
        return kept;
    }
    const bool is_guess =
        out->count == 0 || out->items[0].rule >= GMI_VARIANT_LATIN;
    return is_guess ? try_splits(gazetteer, name, length, out) : GM_OK;
}
