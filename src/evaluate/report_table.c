/* SPDX-License-Identifier: MIT */
/* All figures as text for people. */
#include "evaluate/eval.h"

#include <inttypes.h>
#include <math.h>

/* Room for "100.0", right-aligned; "-" when there is nothing to divide. */
static void print_percent(FILE *out, double share)
{
    if (isnan(share))
        fputs("     -", out);
    else
        fprintf(out, " %5.1f", 100 * share);
}

static void print_share(FILE *out, uint64_t part, uint64_t whole)
{
    print_percent(out, whole ? (double)part / (double)whole : NAN);
}

static void print_interval(FILE *out, double low, double high)
{
    if (!isnan(low))
        fprintf(out, "   [%.1f, %.1f]", 100 * low, 100 * high);
}

static void print_contents(const gm_eval *eval, FILE *out)
{
    const struct gmi_contents contents = gmi_eval_contents(eval);
    fprintf(out,
            "documents %" PRIu64 " (without prediction %" PRIu64
            "), gold %" PRIu64 " (located %" PRIu64 ", with id %" PRIu64
            ", demonyms %" PRIu64 "), predictions %" PRIu64 "\n",
            contents.documents, contents.not_found, contents.gold,
            contents.located, contents.with_id, contents.demonyms,
            contents.found);
    if (eval->corpus.odd)
        fprintf(out,
                "warning: %" PRIu64
                " predicted spans do not hold their phrase\n",
                eval->corpus.odd);
    if (eval->corpus.unknown.count)
        fprintf(out, "warning: %zu predicted documents are not in the gold\n",
                eval->corpus.unknown.count);
}

/* ---- Figures ------------------------------------------------------------ */

static void print_found(const gm_eval *eval, const gm_eval_view *view,
                        FILE *out)
{
    fprintf(out, "  %-10s %6s%6s%6s   right / predicted / gold\n", "", "P", "R",
            "F");
    for (int i = 0; i < GM_EVAL_RULES; i++) {
        const gm_eval_rate *rate = &view->rates[i];
        fprintf(out, "  %-10s ", gm_eval_rule_name((gm_eval_rule)i));
        print_percent(out, rate->precision);
        print_percent(out, rate->recall);
        print_percent(out, rate->f);
        fprintf(out, "   %" PRIu64 " / %" PRIu64 " / %" PRIu64, rate->right,
                rate->predicted, rate->gold);
        print_interval(out, rate->low, rate->high);
        fputc('\n', out);
    }
    const gm_eval_distance *distance = &view->distance;
    if (distance->count) {
        fprintf(out, "  resolved   n %" PRIu64 ", acc%g", distance->count,
                eval->options.km);
        print_percent(out, distance->accuracy);
        fprintf(out, ", median km %.1f, mean km %.1f, auc %.3f\n",
                distance->median_km, distance->mean_km, distance->auc);
    }
}

static void print_given(const gm_eval *eval, const gm_eval_view *view,
                        FILE *out)
{
    const gm_eval_distance *distance = &view->distance;
    fprintf(out, "  gold mentions %" PRIu64 ", answered %" PRIu64 ", acc%g",
            distance->count, view->answered, eval->options.km);
    print_percent(out, distance->accuracy);
    print_interval(out, view->low, view->high);
    fputs(", answered only", out);
    print_percent(out, view->accuracy_answered);
    fputc('\n', out);
    if (!distance->count)
        return;
    fprintf(out, "  median km %.1f, mean km %.1f, auc %.3f, em",
            distance->median_km, distance->mean_km, distance->auc);
    print_percent(out, view->same_id);
    fputs(", em or twin", out);
    print_percent(out, view->same_or_twin);
    fprintf(out, " (of %" PRIu64 ")\n", view->with_id);
}

static void print_calibration(const gm_eval *eval, const gm_eval_view *view,
                              FILE *out)
{
    const struct {
        const char *name;
        const gm_eval_calibration *calibration;
    } rows[] = {{"recognition", &view->recognition},
                {"confidence", &view->confidence},
                {"place", &view->place}};
    const char *before = "  calibration error:";
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (!rows[i].calibration->count)
            continue;
        fprintf(out, "%s %s %.3f (n %" PRIu64 ")", before, rows[i].name,
                rows[i].calibration->error, rows[i].calibration->count);
        before = ",";
    }
    if (before[0] == ',')
        fputc('\n', out);
    if (!isnan(view->accuracy_at_90)) {
        fprintf(out, "  most confident 90 %%: acc%g", eval->options.km);
        print_percent(out, view->accuracy_at_90);
        fputc('\n', out);
    }
}

/* ---- Per type and use --------------------------------------------------- */

static const char *use_name(size_t use)
{
    return use == GMI_USE_UNTOLD ? "(untold)" : gm_use_name((gm_use)use);
}

static void print_uses(const struct gmi_breakdown *breakdown, bool is_given,
                       FILE *out)
{
    fprintf(out, "  found per use: mentions%s; with a place to judge, right\n",
            is_given ? "" : ", precision (near)");
    for (size_t i = 0; i < GMI_USES; i++) {
        const struct gmi_use_counts *use = &breakdown->uses[i];
        if (!use->found)
            continue;
        fprintf(out, "    %-22s %6" PRIu64, use_name(i), use->found);
        if (!is_given)
            print_share(out, use->right, use->found);
        fprintf(out, "  %6" PRIu64, use->located);
        print_share(out, use->joint, use->located);
        fputc('\n', out);
    }
}

static void print_kinds(const struct gmi_breakdown *breakdown, bool is_given,
                        FILE *out)
{
    fprintf(out,
            "  per type of the gold: mentions%s; with a point, place "
            "right; found as\n",
            is_given ? "" : ", recall (exact, near, overlap)");
    for (size_t i = 0; i < breakdown->kind_count; i++) {
        const struct gmi_kind *kind = &breakdown->kinds[i];
        fprintf(out, "    %-22s %6" PRIu64, kind->name, kind->gold);
        for (size_t rule = 0; !is_given && rule < GMI_RULES; rule++)
            print_share(out, kind->found[rule], kind->gold);
        fprintf(out, "  %6" PRIu64, kind->located);
        print_share(out, kind->joint, kind->located);
        const char *before = "  ";
        for (size_t j = 0; j < GMI_USES; j++) {
            if (!kind->as_use[j])
                continue;
            fprintf(out, "%s%s %" PRIu64, before, use_name(j), kind->as_use[j]);
            before = ", ";
        }
        fputc('\n', out);
    }
}

static void print_use_accuracy(const struct gmi_breakdown *breakdown, FILE *out)
{
    uint64_t told, right;
    gmi_breakdown_told(breakdown, &told, &right);
    if (!told)
        return;
    fputs("  use right", out);
    print_share(out, right, told);
    fprintf(out, " of %" PRIu64 " found where the gold tells it; P, R\n", told);
    for (size_t i = 0; i < GMI_USE_UNTOLD; i++) {
        const struct gmi_use_counts *use = &breakdown->uses[i];
        fprintf(out, "    %-22s ", use_name(i));
        print_share(out, use->told_right, use->told);
        print_share(out, use->told_right, use->gold);
        fprintf(out, "   %" PRIu64 " / %" PRIu64 " / %" PRIu64 "\n",
                use->told_right, use->told, use->gold);
    }
}

void gmi_report_table(const gm_eval *eval, bool per_use, FILE *out)
{
    static const char *const titles[GMI_SCOPES] = {"all toponyms",
                                                   "without demonyms"};
    const bool is_given = eval->options.gold_mentions;
    print_contents(eval, out);
    for (size_t i = 0; i < eval->scope_count; i++) {
        const struct gmi_figures *figures = &eval->figures[i];
        fprintf(out, "\n%s\n", titles[i]);
        if (is_given)
            print_given(eval, &figures->view, out);
        else
            print_found(eval, &figures->view, out);
        print_calibration(eval, &figures->view, out);
        if (!per_use)
            continue;
        print_uses(&figures->breakdown, is_given, out);
        print_kinds(&figures->breakdown, is_given, out);
        print_use_accuracy(&figures->breakdown, out);
    }
}
