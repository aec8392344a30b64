/* SPDX-License-Identifier: MIT */
/* Why each place won, in words. */
#include "cli/explain.h"

#include <string.h>

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
}

/* Those that speak for the candidate, or those against it. */
static void print_reasons(FILE *out, const gm_candidate *candidate,
                          const char *heading, double sign)
{
    bool is_first = true;
    for (size_t i = 0; i < candidate->reason_count; i++) {
        const gm_reason *reason = &candidate->reasons[i];
        const double share = reason->value * reason->weight;
        if (share * sign <= 0)
            continue;
        fprintf(out, "         %-8s %+6.2f  %s%s\n", is_first ? heading : "",
                share, reason->value < 0 ? "less so: " : "", reason->feature);
        is_first = false;
    }
}

/* The runner-up's reasons are the winner's, turned round. */
static void print_choice(FILE *out, const gm_candidate *candidate, size_t rank)
{
    if (rank == 1)
        return;
    print_reasons(out, candidate, "for:", 1);
    if (rank == 0)
        print_reasons(out, candidate, "against:", -1);
}

/* "about Armenia 54 %, Azerbaijan 30 %; Syunik Province 11 %" */
static void print_focus(FILE *out, const gm_gazetteer *gazetteer,
                        const gm_document *doc)
{
    bool was_country = true;
    for (size_t i = 0; i < gm_document_focus_count(doc); i++) {
        const gm_focus *focus = gm_document_focus_at(doc, i);
        gm_place place;
        if (gm_gazetteer_place(gazetteer, focus->place, &place))
            continue;
        const bool is_country = strncmp(place.feature, "A.PCL", 5) == 0;
        if (i == 0)
            fprintf(out, "\n%s: about ", gm_document_id(doc));
        else
            fputs(is_country == was_country ? ", " : "; ", out);
        fprintf(out, "%s %.0f %%", place.name, 100 * focus->share);
        was_country = is_country;
    }
    if (gm_document_focus_count(doc))
        fputc('\n', out);
}

void explain_document(FILE *out, const gm_gazetteer *gazetteer,
                      const gm_document *doc, const gm_write_options *write)
{
    print_focus(out, gazetteer, doc);
    for (size_t i = 0; i < gm_document_mention_count(doc); i++) {
        const gm_mention *mention = gm_document_mention_at(doc, i);
        if (!gm_write_options_take(write, mention))
            continue;
        fprintf(out, "\n%s:%zu-%zu  \"%s\", %s, %s %.2f\n", gm_document_id(doc),
                mention->start, mention->end, mention->text,
                gm_use_name(mention->use),
                mention->is_resolved ? "confidence" : "unresolved",
                mention->confidence);
        for (size_t j = 0; j < mention->candidate_count; j++) {
            print_candidate(out, gazetteer, &mention->candidates[j]);
            print_choice(out, &mention->candidates[j], j);
        }
    }
}
