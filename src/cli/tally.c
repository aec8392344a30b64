/* SPDX-License-Identifier: MIT */
/* Counting what a run wrote. */
#include "cli/tally.h"

#include "cli/console.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

void tally_init(struct tally *tally, const gm_gazetteer *gazetteer,
                bool with_places)
{
    *tally = (struct tally){0};
    if (with_places)
        tally->seen = calloc(gm_gazetteer_place_count(gazetteer) / 8 + 1, 1);
}

void tally_release(struct tally *tally)
{
    free(tally->seen);
    tally->seen = NULL;
}

static void see_place(struct tally *tally, uint32_t place)
{
    const unsigned char bit = (unsigned char)(1u << place % 8);
    if (!tally->seen || tally->seen[place / 8] & bit)
        return;
    tally->seen[place / 8] |= bit;
    tally->places++;
}

void tally_add(struct tally *tally, const gm_document *doc,
               const gm_write_options *write)
{
    gm_write_options all = *write;
    all.unresolved = true;
    tally->documents++;
    for (size_t i = 0; i < gm_document_mention_count(doc); i++) {
        const gm_mention *mention = gm_document_mention_at(doc, i);
        if (!gm_write_options_take(&all, mention))
            continue;
        if (mention->is_resolved) {
            tally->mentions++;
            see_place(tally, mention->candidates[0].place);
        } else {
            tally->unresolved++;
        }
    }
}

static const char *mark_of(uint64_t count)
{
    return count == 1 ? "" : "s";
}

void tally_print(const struct tally *tally)
{
    char what[160];
    snprintf(what, sizeof what,
             "%" PRIu64 " mention%s, %" PRIu64 " place%s, %" PRIu64
             " unresolved",
             tally->mentions, mark_of(tally->mentions), tally->places,
             mark_of(tally->places), tally->unresolved);
    if (tally->documents != 1 || tally->failures)
        console_note("%" PRIu64 " document%s: %s, %" PRIu64 " input%s failed",
                     tally->documents, mark_of(tally->documents), what,
                     tally->failures, mark_of(tally->failures));
    else
        console_note("%s", what);
}
