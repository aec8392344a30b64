/* SPDX-License-Identifier: MIT */
/* Which tags an annotation asks for, and which it leaves open. */
#include "train/train_tagger_tags.h"

#include "train/train_use.h"

static void set_tags(uint8_t *tags, size_t first, size_t last,
                     enum gmi_tag_kind kind)
{
    for (size_t i = first; i <= last; i++)
        tags[i] = (uint8_t)gmi_tag(kind, first == last ? GMI_TAG_S
                                         : i == first  ? GMI_TAG_B
                                         : i == last   ? GMI_TAG_E
                                                       : GMI_TAG_I);
}

/* Whether the words are one adjective or demonym for the gazetteer. */
static bool is_adjective(const struct gmi_cue *cue, size_t length)
{
    const struct gmi_name_cue *name = &cue->name;
    if (!name->adjective)
        return false;
    return length == 1 ? name->position == GMI_IN_SINGLE
                       : name->position == GMI_IN_BEGIN &&
                             (cue + length - 1)->name.position == GMI_IN_END;
}

static void tag_golds(const struct gmi_annotated_document *item,
                      const struct gmi_cues *cues, uint8_t *tags)
{
    for (size_t i = 0; i < item->gold_count; i++) {
        const struct gmi_gold *gold = &item->golds[i];
        size_t first, last;
        if (!gmi_gold_words(item->doc, gold, &first, &last))
            continue;
        bool is_free = true;
        for (size_t j = first; j <= last; j++)
            is_free = is_free && tags[j] == GMI_TAG_O;
        if (!is_free)
            continue; /* inside another annotation */
        const struct gmi_cue *cue = &cues->items[first + GMI_CUE_MARGIN];
        set_tags(tags, first, last,
                 gold->is_adjective || is_adjective(cue, last - first + 1)
                     ? GMI_TAG_ADJECTIVE
                 : gold->use == GMI_GOLD_EMBEDDED ? GMI_TAG_EMBEDDED
                                                  : GMI_TAG_PLACE);
    }
}

/* The last word of the gazetteer's name that begins at a word. */
static size_t name_end(const struct gmi_cue *items, size_t first)
{
    size_t last = first;
    while (items[last].name.position != GMI_IN_SINGLE &&
           items[last].name.position != GMI_IN_END)
        last++;
    return last;
}

static bool is_name_begin(const struct gmi_cue *cue)
{
    return cue->name.position == GMI_IN_BEGIN ||
           cue->name.position == GMI_IN_SINGLE;
}

static bool is_untagged(const uint8_t *tags, size_t first, size_t last)
{
    for (size_t i = first; i <= last; i++)
        if (tags[i] != GMI_TAG_O)
            return false;
    return true;
}

/* Adjectives that the corpus leaves out are adjectives all the same. */
static void tag_adjectives(const struct gmi_cues *cues, uint8_t *tags)
{
    const struct gmi_cue *items = cues->items + GMI_CUE_MARGIN;
    for (size_t i = 0; i < cues->count; i++) {
        if (!items[i].name.adjective || !is_name_begin(&items[i]))
            continue;
        const size_t last = name_end(items, i);
        if (is_untagged(tags, i, last))
            set_tags(tags, i, last, GMI_TAG_ADJECTIVE);
    }
}

/* ---- What is left open ------------------------------------------------- */

static bool tells_uses(const struct gmi_annotated_document *item)
{
    for (size_t i = 0; i < item->gold_count; i++)
        if (item->golds[i].use != GMI_GOLD_PLAIN)
            return true;
    return false;
}

/* Whether the words are in a run of capitals that goes on beside them. */
static bool is_in_longer_run(const struct gmi_cue *cue, size_t length)
{
    return cue->run_last && cue->run_last - cue->run_first + 1 > length;
}

static void open_places(const struct gmi_cues *cues, const uint8_t *tags,
                        uint16_t *allowed)
{
    const struct gmi_cue *items = cues->items + GMI_CUE_MARGIN;
    for (size_t i = 0; i < cues->count; i++) {
        if (tags[i] == GMI_TAG_O || gmi_tag_is_open_before(tags[i]) ||
            gmi_tag_kind_of(tags[i]) != GMI_TAG_PLACE)
            continue;
        size_t last = i;
        while (gmi_tag_is_open_behind(tags[last]))
            last++;
        for (size_t j = i;
             j <= last && is_in_longer_run(&items[i], last - i + 1); j++)
            allowed[j] |= (uint16_t)(1u << gmi_tag(GMI_TAG_EMBEDDED,
                                                   gmi_tag_part_of(tags[j])));
    }
}

/* First names and titles begin the names of persons. */
enum { PERSON_BEGINS = 1 | 4 };

static void open_names(const struct gmi_cues *cues, const uint8_t *tags,
                       uint16_t *allowed)
{
    const struct gmi_cue *items = cues->items + GMI_CUE_MARGIN;
    for (size_t i = 0; i < cues->count; i++) {
        if (items[i].name.class == 0 || !is_name_begin(&items[i]))
            continue;
        const size_t last = name_end(items, i);
        const bool is_person =
            cues->items[items[i].run_first].person & PERSON_BEGINS;
        if (is_person || !is_in_longer_run(&items[i], last - i + 1))
            continue;
        for (size_t j = i; j <= last; j++)
            if (tags[j] == GMI_TAG_O)
                allowed[j] |= (uint16_t)(
                    0xfu << gmi_tag(GMI_TAG_EMBEDDED, GMI_TAG_B));
    }
}

void gmi_tags_want(const struct gmi_annotated_document *item,
                   const struct gmi_cues *cues,
                   const struct gmi_tags_wanted *wanted)
{
    for (size_t i = 0; i < cues->count; i++)
        wanted->tags[i] = GMI_TAG_O;
    tag_golds(item, cues, wanted->tags);
    tag_adjectives(cues, wanted->tags);
    for (size_t i = 0; i < cues->count; i++)
        wanted->allowed[i] = (uint16_t)(1u << wanted->tags[i]);
    if (tells_uses(item))
        return;
    open_places(cues, wanted->tags, wanted->allowed);
    open_names(cues, wanted->tags, wanted->allowed);
}
