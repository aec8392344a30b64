/* SPDX-License-Identifier: MIT */
/* Every place of a name, for a person who asks. */
#include "gazetteer/gazetteer.h"

#include "gazetteer/qualified.h"
#include "gazetteer/variant.h"
#include "text/fold.h"
#include "text/utf8.h"

#include <string.h>
#include <strings.h>

/* What is asked, and who hears the answers. */
struct ask {
    const gm_gazetteer *gazetteer;
    const char *name;
    size_t length;
    bool (*each)(void *context, const gm_match *match);
    void *context;
    bool go_on; /* the caller wants more */
};

/* What is in Latin letters and known in other ones of them is guessed at. */
static bool is_guess(const struct ask *ask, enum gmi_variant_rule rule)
{
    size_t position = 0;
    struct gmi_word word;
    if (rule != GMI_VARIANT_LATIN)
        return rule >= GMI_VARIANT_PART;
    return gmi_word_next(ask->name, ask->length, &position, &word) &&
           word.script == GMI_SCRIPT_LATIN;
}

static void tell(struct ask *ask, const struct gmi_hit *hit,
                 enum gmi_variant_rule rule, bool is_inside)
{
    const struct gmi_name_record name = {.language = hit->language};
    gm_match match = {.place = hit->place,
                      .name = {.text = hit->text,
                               .kind = (gm_name_kind)hit->kind},
                      .how = is_inside ? "in the area named behind it"
                                       : gmi_variant_rule_name(rule),
                      .is_guess = is_guess(ask, rule)};
    gmi_copy_code(match.name.language,
                  gmi_image_language(&ask->gazetteer->images[hit->layer],
                                     &name));
    match.is_exact = strlen(hit->text) == ask->length &&
                     strncasecmp(hit->text, ask->name, ask->length) == 0;
    ask->go_on = ask->each(ask->context, &match);
}

/*
 * The places of the very name in a single layer are told as they stand there,
 * best known first, and most callers need no more: a microsecond.
 */
static void tell_exact(struct ask *ask)
{
    struct gmi_hits hits;
    struct gmi_hit hit;
    uint32_t last = GMI_NONE;
    gmi_hits_begin(&hits, ask->gazetteer,
                   gmi_key_of(ask->name, ask->length, NULL));
    while (ask->go_on && gmi_hits_next(&hits, &hit)) {
        if (hit.place == last)
            continue; /* a place's spellings stand together */
        last = hit.place;
        tell(ask, &hit, GMI_VARIANT_EXACT, false);
    }
}

gm_status gm_gazetteer_lookup(const gm_gazetteer *gazetteer, const char *name,
                              size_t length,
                              bool (*each)(void *context,
                                           const gm_match *match),
                              void *context, gm_error *err)
{
    if (gmi_utf8_check(name, length) < length)
        return gmi_fail(err, GM_ERR_UTF8, "the name is not UTF-8");
    struct ask ask = {gazetteer, name, length, each, context, true};
    const bool is_single = gazetteer->count == 1;
    if (is_single)
        tell_exact(&ask);
    if (!ask.go_on)
        return GM_OK;
    struct gmi_answers answers = {0};
    const gm_status status =
        gmi_qualified_find(gazetteer, name, length, &answers);
    for (size_t i = 0; i < answers.count && ask.go_on && !status; i++) {
        const struct gmi_answer *answer = &answers.items[i];
        const bool is_told = is_single && answer->rule == GMI_VARIANT_EXACT &&
                             !answer->is_inside; /* "Springfield MO" */
        if (!is_told)
            tell(&ask, &answer->hit, (enum gmi_variant_rule)answer->rule,
                 answer->is_inside);
    }
    gmi_answers_release(&answers);
    return status ? gmi_fail_memory(err) : GM_OK;
}
