/* SPDX-License-Identifier: MIT */
/* First stage: where is a place named, and in which use? */
#include "recognize/recognize.h"

#include "recognize/amend.h"
#include "recognize/rules.h"
#include "recognize/tagger.h"

#include <string.h>

/* Mentions that the caller gave are sure; only their use is found. */
static void judge_given(const struct gmi_context *context)
{
    gm_document *doc = context->doc;
    const struct gmi_words *words = &doc->words;
    for (size_t i = 0; i < doc->mention_count; i++) {
        gm_mention *mention = &doc->mentions[i];
        mention->recognition = 1;
        const uint32_t first =
            (uint32_t)gmi_words_at(words, mention->byte_start);
        uint32_t next = first;
        while (next < words->count &&
               words->items[next].start < mention->byte_end)
            next++;
        if (next == first)
            continue; /* a mention without a word */
        struct gmi_match match = {.first = first,
                                  .count = next - first,
                                  .best = GMI_NONE,
                                  .adjective_of = GMI_NONE};
        for (uint32_t j = context->match_at[first];
             j > 0 && j <= context->matches.count; j++) {
            const struct gmi_match *known = &context->matches.items[j - 1];
            if (known->first != first)
                break;
            if (known->count == match.count) {
                match = *known;
                break;
            }
        }
        mention->use = gmi_rules_use(context, &match);
    }
}

/* The weights know English; a text too short to tell may be it. */
static bool is_for_tagger(const struct gmi_recognizer *recognizer,
                          const gm_document *doc)
{
    if (!recognizer->tagger || doc->words.count == 0)
        return false;
    return strcmp(doc->language, "en") == 0 || doc->language[0] == '\0';
}

static gm_status use_tagger(const struct gmi_recognizer *recognizer,
                            gm_document *doc, gm_error *err)
{
    if (doc->is_given)
        return gmi_tagger_judge(recognizer, doc, err);
    const gm_status status = gmi_tagger_recognize(recognizer, doc, err);
    return status ? status : gmi_amend(recognizer, doc, err);
}

gm_status gmi_recognize(const struct gmi_recognizer *recognizer,
                        gm_document *doc, gm_error *err)
{
    if (is_for_tagger(recognizer, doc))
        return use_tagger(recognizer, doc, err);
    struct gmi_context context;
    const gm_status status =
        gmi_context_init(&context, recognizer, doc, err);
    if (status)
        return status;
    if (doc->is_given) {
        judge_given(&context);
        return GM_OK;
    }
    return gmi_rules_recognize(&context, err);
}
