/* SPDX-License-Identifier: MIT */
/* Every place of a name, for a person who asks; guesses when there is none. */
#include "gazetteer/gazetteer.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "gazetteer/guess.h"
#include "text/fold.h"
#include "text/utf8.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

/* The places told so far, so that none is told twice. */
struct told {
    uint32_t *places;
    size_t count, capacity;
};

/* What is asked, and who hears the answers. */
struct ask {
    const char *name;
    size_t length;
    bool (*each)(void *context, const gm_match *match);
    void *context;
    bool is_guess;
};

static bool is_told(const gm_gazetteer *gazetteer, const struct told *told,
                    uint32_t place)
{
    /* A place's spellings stand together; another layer's place may be any. */
    const size_t first =
        gazetteer->count == 1 && told->count > 0 ? told->count - 1 : 0;
    for (size_t i = first; i < told->count; i++)
        if (gmi_gazetteer_same_place(gazetteer, told->places[i], place))
            return true;
    return false;
}

static gm_match match_of(const gm_gazetteer *gazetteer,
                         const struct gmi_hit *hit)
{
    const struct gmi_name_record name = {.language = hit->language};
    gm_match match = {.place = hit->place,
                      .name = {.text = hit->text,
                               .kind = (gm_name_kind)hit->kind}};
    snprintf(match.name.language, sizeof match.name.language, "%s",
             gmi_image_language(&gazetteer->images[hit->layer], &name));
    return match;
}

/* One key's places; false in `go_on` when the caller wants no more. */
static gm_status tell_key(const gm_gazetteer *gazetteer, uint64_t key,
                          struct told *told, const struct ask *ask,
                          bool *go_on)
{
    struct gmi_hits hits;
    struct gmi_hit hit;
    gmi_hits_begin(&hits, gazetteer, key);
    while (*go_on && gmi_hits_next(&hits, &hit)) {
        if (is_told(gazetteer, told, hit.place))
            continue;
        if (!gmi_reserve(&told->places, &told->capacity, told->count,
                         sizeof *told->places))
            return GM_ERR_MEMORY;
        told->places[told->count++] = hit.place;
        gm_match match = match_of(gazetteer, &hit);
        match.is_guess = ask->is_guess;
        match.is_exact = strlen(hit.text) == ask->length &&
                         strncasecmp(hit.text, ask->name, ask->length) == 0;
        *go_on = ask->each(ask->context, &match);
    }
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
    struct ask ask = {name, length, each, context, false};
    struct told told = {0};
    bool go_on = true;
    gm_status status = tell_key(gazetteer, gmi_key_of(name, length, NULL),
                                &told, &ask, &go_on);
    if (!status && told.count == 0) {
        uint64_t keys[GMI_GUESSES_MAX];
        const size_t count = gmi_guess(gazetteer, name, length, keys);
        ask.is_guess = true;
        for (size_t i = 0; i < count && !status && go_on; i++)
            status = tell_key(gazetteer, keys[i], &told, &ask, &go_on);
    }
    gmi_release(told.places);
    return status ? gmi_fail_memory(err) : GM_OK;
}
