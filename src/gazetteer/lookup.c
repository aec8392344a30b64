/* SPDX-License-Identifier: MIT */
/* Every place of a name, for a person who asks; guesses when there is none. */
#include "gazetteer/gazetteer.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "gazetteer/guess.h"
#include "gazetteer/identity.h"
#include "gazetteer/importance.h"
#include "text/fold.h"
#include "text/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* What is asked, and who hears the answers. */
struct ask {
    const gm_gazetteer *gazetteer;
    const char *name;
    size_t length;
    bool (*each)(void *context, const gm_match *match);
    void *context;
    bool is_guess;
    bool go_on;    /* the caller wants more */
    size_t answers;
};

static void tell(struct ask *ask, const struct gmi_hit *hit)
{
    const struct gmi_name_record name = {.language = hit->language};
    gm_match match = {.place = hit->place,
                      .name = {.text = hit->text,
                               .kind = (gm_name_kind)hit->kind},
                      .is_guess = ask->is_guess};
    gmi_copy_code(match.name.language,
                  gmi_image_language(&ask->gazetteer->images[hit->layer],
                                     &name));
    match.is_exact = strlen(hit->text) == ask->length &&
                     strncasecmp(hit->text, ask->name, ask->length) == 0;
    ask->answers++;
    ask->go_on = ask->each(ask->context, &match);
}

/* Within a layer, best known first; a place's spellings stand together. */
static void tell_one_layer(struct ask *ask, uint64_t key)
{
    struct gmi_hits hits;
    struct gmi_hit hit;
    uint32_t last = GMI_NONE;
    gmi_hits_begin(&hits, ask->gazetteer, key);
    while (ask->go_on && gmi_hits_next(&hits, &hit)) {
        if (hit.place == last)
            continue;
        last = hit.place;
        tell(ask, &hit);
    }
}

/* ---- Several layers ---------------------------------------------------- */

struct candidate {
    struct gmi_hit hit;
    uint64_t identity;
    size_t number; /* in the order in which they were found */
    uint16_t importance;
};

struct candidates {
    struct candidate *items;
    size_t count, capacity;
};

static bool collect(const struct ask *ask, uint64_t key,
                    struct candidates *found)
{
    struct gmi_hits hits;
    struct gmi_hit hit;
    gmi_hits_begin(&hits, ask->gazetteer, key);
    while (gmi_hits_next(&hits, &hit)) {
        if (!gmi_reserve(&found->items, &found->capacity, found->count,
                         sizeof *found->items))
            return false;
        const struct gmi_image *image;
        const struct gmi_place_record *place =
            gmi_gazetteer_record(ask->gazetteer, hit.place, &image);
        found->items[found->count] = (struct candidate){
            .hit = hit,
            .identity = gmi_gazetteer_identity(ask->gazetteer, hit.place),
            .number = found->count,
            .importance = gmi_importance(gmi_image_feature(image, place),
                                         place->population),
        };
        found->count++;
    }
    return true;
}

/* One place after another, its last layer first. */
static int compare_identities(const void *a_item, const void *b_item)
{
    const struct candidate *a = a_item, *b = b_item;
    if (a->identity != b->identity)
        return a->identity < b->identity ? -1 : 1;
    if (a->hit.layer != b->hit.layer)
        return a->hit.layer > b->hit.layer ? -1 : 1;
    return a->number < b->number ? -1 : 1;
}

/* Best known first; of two as well known, that of the later layer. */
static int compare_fame(const void *a_item, const void *b_item)
{
    const struct candidate *a = a_item, *b = b_item;
    if (a->importance != b->importance)
        return a->importance > b->importance ? -1 : 1;
    if (a->hit.layer != b->hit.layer)
        return a->hit.layer > b->hit.layer ? -1 : 1;
    return a->number < b->number ? -1 : 1;
}

static gm_status tell_layers(struct ask *ask, uint64_t key)
{
    struct candidates found = {0};
    gm_status status = GM_OK;
    if (!collect(ask, key, &found))
        status = GM_ERR_MEMORY;
    size_t kept = 0;
    if (!status && found.count > 0) {
        qsort(found.items, found.count, sizeof *found.items,
              compare_identities);
        for (size_t i = 0; i < found.count; i++)
            if (kept == 0 ||
                found.items[kept - 1].identity != found.items[i].identity)
                found.items[kept++] = found.items[i];
        qsort(found.items, kept, sizeof *found.items, compare_fame);
    }
    for (size_t i = 0; i < kept && ask->go_on; i++)
        tell(ask, &found.items[i].hit);
    gmi_release(found.items);
    return status;
}

static gm_status tell_key(struct ask *ask, uint64_t key)
{
    if (ask->gazetteer->count > 1)
        return tell_layers(ask, key);
    tell_one_layer(ask, key);
    return GM_OK;
}

gm_status gm_gazetteer_lookup(const gm_gazetteer *gazetteer, const char *name,
                              size_t length,
                              bool (*each)(void *context,
                                           const gm_match *match),
                              void *context, gm_error *err)
{
    if (gmi_utf8_check(name, length) < length)
        return gmi_fail(err, GM_ERR_UTF8, "the name is not UTF-8");
    struct ask ask = {.gazetteer = gazetteer,
                      .name = name,
                      .length = length,
                      .each = each,
                      .context = context,
                      .go_on = true};
    gm_status status = tell_key(&ask, gmi_key_of(name, length, NULL));
    if (!status && ask.answers == 0) {
        uint64_t keys[GMI_GUESSES_MAX];
        const size_t count = gmi_guess(gazetteer, name, length, keys);
        ask.is_guess = true;
        for (size_t i = 0; i < count && !status && ask.go_on; i++)
            status = tell_key(&ask, keys[i]);
    }
    return status ? gmi_fail_memory(err) : GM_OK;
}
