/* SPDX-License-Identifier: MIT */
/* Cues of names: what the gazetteer knows of runs of words. */
#include "recognize/features_name.h"

#include "base/status.h"

enum {
    NAME_WORDS = 8, /* of a name that is looked for */
    NAMED_MAX = 64  /* first-order areas that a text names */
};

struct finder {
    struct gmi_name_view view;
    struct gmi_cues *cues;
    struct gmi_cue_name *names;
    size_t name_count;
    uint8_t countries[26 * 26 + 1]; /* named in the text */
    uint32_t admin1[NAMED_MAX];
    size_t admin1_count;
};

/* ---- All names --------------------------------------------------------- */

static const struct gmi_cue *cue_at(const struct finder *f, size_t index)
{
    return &f->view.cues->items[index + GMI_CUE_MARGIN];
}

static bool joins(const struct finder *f, size_t index)
{
    const struct gmi_word *word =
        &f->view.doc->words.items[f->view.cues->first + index];
    return gmi_word_joins(word) && !(word->flags & GMI_WORD_SENTENCE_START);
}

/* The longest name that begins at a word. */
static bool find_name(const struct finder *f, size_t first, struct gmi_cue_name *out)
{
    uint64_t keys[NAME_WORDS], key = GMI_KEY_EMPTY;
    size_t longest = 0;
    bool is_name[NAME_WORDS] = {false};
    for (size_t i = 0; i < NAME_WORDS && first + i < f->view.cues->count; i++) {
        if (i > 0 && !joins(f, first + i))
            break;
        keys[i] = key = gmi_key_add(key, cue_at(f, first + i)->word);
        const unsigned known = gmi_gazetteer_probe(f->view.gazetteer, key);
        is_name[i] = known & GMI_KEY_IS_NAME &&
                     gmi_cue_is_capital(cue_at(f, first + i));
        longest = is_name[i] ? i + 1 : longest;
        if (!(known & GMI_KEY_IS_PREFIX))
            break;
    }
    for (; longest > 0; longest--) {
        out->first = first;
        out->length = longest;
        if (is_name[longest - 1] && gmi_cue_name_read(&f->view, keys[longest - 1], out))
            return true;
    }
    return false;
}

static void mark_name(const struct finder *f, const struct gmi_cue_name *name)
{
    struct gmi_cue *cue = &f->cues->items[name->first + GMI_CUE_MARGIN];
    for (size_t i = 0; i < name->length; i++) {
        cue[i].name = name->cue;
        cue[i].name.position =
            name->length == 1          ? GMI_IN_SINGLE
            : i == 0                   ? GMI_IN_BEGIN
            : i + 1 == name->length    ? GMI_IN_END : GMI_IN_MIDDLE;
    }
}

/* What a word would be as a name of its own. */
static void mark_alone(const struct finder *f, size_t index,
                       const struct gmi_cue_name *name)
{
    struct gmi_cue *cue = &f->cues->items[index + GMI_CUE_MARGIN];
    struct gmi_cue_name alone = {.first = index, .length = 1};
    if (!gmi_cue_is_capital(cue))
        return;
    if (name && name->length == 1) {
        alone = *name;
    } else {
        const uint64_t key = gmi_key_add(GMI_KEY_EMPTY, cue->word);
        if (!(gmi_gazetteer_probe(f->view.gazetteer, key) & GMI_KEY_IS_NAME) ||
            !gmi_cue_name_read(&f->view, key, &alone))
            return;
    }
    cue->alone = (uint8_t)(alone.cue.class + 16 * alone.cue.adjective);
    cue->alone_population = alone.cue.population;
}

static void find_names(struct finder *f)
{
    for (size_t i = 0; i < f->view.cues->count;) {
        struct gmi_cue_name *name = &f->names[f->name_count];
        if (!gmi_cue_is_capital(cue_at(f, i)) || !find_name(f, i, name)) {
            i++;
            continue;
        }
        mark_name(f, name);
        for (size_t j = 0; j < name->length; j++)
            mark_alone(f, i + j, name);
        i += name->length;
        f->name_count++;
    }
}

/* ---- Names and the areas they lie in ----------------------------------- */

static bool is_area(const struct gmi_cue_name *name)
{
    return name->cue.class == GMI_CLASS_COUNTRY ||
           name->cue.class == GMI_CLASS_ADMIN1;
}

static void note_area(struct finder *f, const struct gmi_cue_name *name)
{
    for (size_t i = 0; i < name->area_count; i++) {
        const struct gmi_name_area *area = &name->areas[i];
        if (!area->is_self)
            continue;
        if (area->country <= 26 * 26)
            f->countries[area->country] = 1;
        if (area->admin1 != GMI_NONE && f->admin1_count < NAMED_MAX)
            f->admin1[f->admin1_count++] = area->admin1;
    }
}

static bool holds(const struct gmi_cue_name *outer, const struct gmi_cue_name *inner)
{
    for (size_t i = 0; i < outer->area_count; i++) {
        const struct gmi_name_area *area = &outer->areas[i];
        for (size_t j = 0; area->is_self && j < inner->area_count; j++) {
            const struct gmi_name_area *in = &inner->areas[j];
            if (!in->is_self &&
                (area->admin1 != GMI_NONE ? area->admin1 == in->admin1
                                          : area->country == in->country))
                return true;
        }
    }
    return false;
}

static uint8_t is_known(const struct finder *f, const struct gmi_cue_name *name)
{
    uint8_t known = 0;
    for (size_t i = 0; i < name->area_count; i++) {
        const struct gmi_name_area *area = &name->areas[i];
        if (area->is_self)
            continue;
        if (area->country > 0 && area->country <= 26 * 26 &&
            f->countries[area->country])
            known = 1;
        for (size_t j = 0; j < f->admin1_count; j++)
            if (area->admin1 == f->admin1[j])
                return 2;
    }
    return known;
}

/* "Alliance, Ohio", "Paris (Texas)", "Ohio town". */
static bool stands_behind(const struct finder *f, const struct gmi_cue_name *name,
                          const struct gmi_cue_name *next)
{
    const uint16_t gap = cue_at(f, next->first)->gap;
    return next->first == name->first + name->length &&
           (gap & ~(GMI_BEFORE_COMMA | GMI_BEFORE_OPEN | GMI_BEFORE_PERIOD |
                    GMI_BEFORE_LINE)) == 0;
}

static void relate_names(struct finder *f)
{
    for (size_t i = 0; i < f->name_count; i++)
        note_area(f, &f->names[i]);
    for (size_t i = 0; i < f->name_count; i++) {
        struct gmi_cue_name *name = &f->names[i];
        name->cue.known = is_known(f, name);
        if (i + 1 < f->name_count && is_area(&f->names[i + 1]) &&
            stands_behind(f, name, &f->names[i + 1])) {
            const uint8_t answer = holds(&f->names[i + 1], name) ? 1 : 2;
            name->cue.inside = answer;
            f->names[i + 1].cue.holds = answer;
        }
    }
    for (size_t i = 0; i < f->name_count; i++)
        mark_name(f, &f->names[i]);
}

gm_status gmi_cues_add_names(struct gmi_cues *cues, gm_document *doc,
                             const gm_gazetteer *gazetteer, gm_error *err)
{
    size_t capitals = 0;
    for (size_t i = 0; i < cues->count; i++)
        capitals += gmi_cue_is_capital(&cues->items[i + GMI_CUE_MARGIN]);
    struct finder f = {.view = {cues, doc, gazetteer}, .cues = cues};
    f.names = gmi_arena_alloc(&doc->arena, (capitals + 1) * sizeof *f.names);
    if (!f.names)
        return gmi_fail_memory(err);
    find_names(&f);
    relate_names(&f);
    return GM_OK;
}
