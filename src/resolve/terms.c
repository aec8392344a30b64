/* SPDX-License-Identifier: MIT */
/* Terms and spots of a document. */
#include "resolve/terms.h"

#include "base/buffer.h"
#include "base/status.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Whether every word with capitals at all is in capitals: "US", "WASH." */
static bool is_upper(const gm_document *doc, const struct gmi_spot *spot)
{
    bool has_upper = false;
    for (uint32_t i = spot->first; i < spot->last; i++) {
        const uint8_t caps = doc->words.items[i].caps;
        if (caps != GMI_CAPS_UPPER && caps != GMI_CAPS_NONE)
            return false;
        has_upper = has_upper || caps == GMI_CAPS_UPPER;
    }
    return has_upper;
}

/*
 * "US" and "us" are two names; "PARIS" and "Paris" are one: only short words
 * in capitals may be codes.
 */
enum { CODE_BYTES_MAX = 8 };

static uint64_t key_of(const struct gmi_term *term)
{
    const uint64_t key = gmi_key_of(term->text, term->length, NULL);
    return term->is_upper && term->length <= CODE_BYTES_MAX ? ~key : key;
}

static gm_status term_of(struct gmi_scene *scene, const struct gmi_spot *spot,
                         uint32_t *index, gm_error *err)
{
    if (!gmi_reserve(&scene->terms, &scene->term_capacity, scene->term_count,
                     sizeof *scene->terms))
        return gmi_fail_memory(err);
    struct gmi_term term = {
        .text = scene->doc->text + spot->start,
        .length = spot->end - spot->start,
        .first_spot = GMI_NONE,
        .last_spot = GMI_NONE,
        .is_upper = is_upper(scene->doc, spot),
        .is_context = true,
    };
    term.key = key_of(&term);
    bool is_new;
    const uint32_t *found = gmi_index_put(
        &scene->term_index, term.key, (uint32_t)scene->term_count, &is_new);
    if (!found)
        return gmi_fail_memory(err);
    *index = *found;
    if (is_new)
        scene->terms[scene->term_count++] = term;
    return GM_OK;
}

gm_status gmi_terms_add(struct gmi_scene *scene, uint32_t start, uint32_t end,
                        uint32_t mention, gm_error *err)
{
    if (!gmi_reserve(&scene->spots, &scene->spot_capacity, scene->spot_count,
                     sizeof *scene->spots))
        return gmi_fail_memory(err);
    struct gmi_spot spot = {
        .start = start,
        .end = end,
        .first = (uint32_t)gmi_words_at(&scene->doc->words, start),
        .mention = mention,
        .next = GMI_NONE,
    };
    spot.last = spot.first;
    while (spot.last < scene->doc->words.count &&
           scene->doc->words.items[spot.last].start < end)
        spot.last++;
    const gm_status status = term_of(scene, &spot, &spot.term, err);
    if (status)
        return status;
    if (mention != GMI_NONE)
        scene->terms[spot.term].is_context = false;
    scene->spots[scene->spot_count++] = spot;
    return GM_OK;
}

static int compare_spots(const void *a_item, const void *b_item)
{
    const struct gmi_spot *a = a_item, *b = b_item;
    if (a->start != b->start)
        return a->start < b->start ? -1 : 1;
    if (a->end != b->end)
        return a->end > b->end ? -1 : 1;
    return a->mention < b->mention ? -1 : a->mention > b->mention;
}

static void chain_spots(struct gmi_scene *scene)
{
    for (uint32_t i = 0; i < scene->spot_count; i++) {
        struct gmi_term *term = &scene->terms[scene->spots[i].term];
        if (term->last_spot == GMI_NONE)
            term->first_spot = i;
        else
            scene->spots[term->last_spot].next = i;
        term->last_spot = i;
        term->spot_count++;
    }
    for (size_t i = 0; i < scene->term_count; i++)
        scene->terms[i].weight = sqrtf((float)scene->terms[i].spot_count);
}

gm_status gmi_terms_find(struct gmi_scene *scene, gm_error *err)
{
    const gm_document *doc = scene->doc;
    gm_status status = GM_OK;
    for (size_t i = 0; i < doc->mention_count && !status; i++)
        status = gmi_terms_add(scene, (uint32_t)doc->mentions[i].byte_start,
                               (uint32_t)doc->mentions[i].byte_end,
                               (uint32_t)i, err);
    if (!status)
        status = gmi_context_find(scene, err);
    if (status)
        return status;
    if (scene->spot_count > 1)
        qsort(scene->spots, scene->spot_count, sizeof *scene->spots,
              compare_spots);
    chain_spots(scene);
    return GM_OK;
}
