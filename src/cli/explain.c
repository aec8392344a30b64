/* SPDX-License-Identifier: MIT */
/* Why each place won, in words. */
#include "cli/explain.h"

static void print_place(FILE *out, const gm_place *place)
{
    fprintf(out, "%s", place->name);
    if (place->admin1[0])
        fprintf(out, ", %s", place->admin1);
    if (place->country[0])
        fprintf(out, ", %s", place->country);
    fprintf(out, " (%s, %s)", place->id, place->feature);
}

static void print_candidate(FILE *out, const gm_gazetteer *gazetteer,
                            const gm_candidate *candidate)
{
    gm_place place;
    if (gm_gazetteer_place(gazetteer, candidate->place, &place))
        return;
    fprintf(out, "  %.3f  ", candidate->probability);
    print_place(out, &place);
    if (candidate->how && candidate->how[0])
        fprintf(out, ", found %s", candidate->how);
    fputc('\n', out);
    for (size_t i = 0; i < candidate->reason_count; i++) {
        const gm_reason *reason = &candidate->reasons[i];
        fprintf(out, "         %+8.3f  %s (%.3g x %.3g)\n",
                reason->value * reason->weight, reason->feature, reason->value,
                reason->weight);
    }
}

void explain_document(FILE *out, const gm_gazetteer *gazetteer,
                      const gm_document *doc, const gm_write_options *write)
{
    for (size_t i = 0; i < gm_document_mention_count(doc); i++) {
        const gm_mention *mention = gm_document_mention_at(doc, i);
        if (!gm_write_options_take(write, mention))
            continue;
        fprintf(out, "\n%s:%zu-%zu  \"%s\", %s, %s %.2f\n", gm_document_id(doc),
                mention->start, mention->end, mention->text,
                gm_use_name(mention->use),
                mention->is_resolved ? "confidence" : "unresolved",
                mention->confidence);
        for (size_t j = 0; j < mention->candidate_count; j++)
            print_candidate(out, gazetteer, &mention->candidates[j]);
    }
}
