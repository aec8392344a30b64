/* SPDX-License-Identifier: MIT */
/* All figures as JSON, with every digit. */
#include "evaluate/eval.h"

#include "base/status.h"

#include <jansson.h>
#include <math.h>

/* An object being filled; `is_failed` once memory was short. */
struct object {
    json_t *json;
    bool is_failed;
};

static struct object begin(void)
{
    json_t *json = json_object();
    return (struct object){json, json == NULL};
}

static void set(struct object *object, const char *name, json_t *value)
{
    if (json_object_set_new(object->json, name, value) != 0)
        object->is_failed = true;
}

static void set_count(struct object *object, const char *name, uint64_t count)
{
    set(object, name, json_integer((json_int_t)count));
}

/* null when it is not known. */
static void set_real(struct object *object, const char *name, double value)
{
    set(object, name, isnan(value) ? json_null() : json_real(value));
}

/* Ends the inner object. */
static void set_object(struct object *object, const char *name,
                       struct object inner)
{
    object->is_failed = object->is_failed || inner.is_failed;
    set(object, name, inner.json);
}

static void set_interval(struct object *object, double low, double high)
{
    if (!isnan(low))
        set(object, "ci95", json_pack("[f, f]", low, high));
}

/* ---- Figures ------------------------------------------------------------ */

static struct object rate_of(const gm_eval_rate *rate)
{
    struct object object = begin();
    set_real(&object, "p", rate->precision);
    set_real(&object, "r", rate->recall);
    set_real(&object, "f", rate->f);
    set_count(&object, "tp", rate->right);
    set_count(&object, "pred", rate->predicted);
    set_count(&object, "gold", rate->gold);
    set_interval(&object, rate->low, rate->high);
    return object;
}

static void set_distance(struct object *object,
                         const gm_eval_distance *distance)
{
    set_count(object, "n", distance->count);
    set_real(object, "acc", distance->accuracy);
    set_real(object, "median", distance->median_km);
    set_real(object, "mean", distance->mean_km);
    set_real(object, "auc", distance->auc);
}

static void set_given(struct object *object, const gm_eval_view *view)
{
    set_distance(object, &view->distance);
    set_count(object, "seen", view->seen);
    set_count(object, "answered", view->answered);
    set_real(object, "acc_answered", view->accuracy_answered);
    set_count(object, "with_id", view->with_id);
    set_real(object, "em", view->same_id);
    set_real(object, "em_twin", view->same_or_twin);
    set_interval(object, view->low, view->high);
}

static void set_found(struct object *object, const gm_eval_view *view)
{
    for (int i = 0; i < GM_EVAL_RULES; i++)
        set_object(object, gm_eval_rule_name((gm_eval_rule)i),
                   rate_of(&view->rates[i]));
    struct object resolved = begin();
    set_distance(&resolved, &view->distance);
    set_object(object, "resolved", resolved);
}

static struct object calibration_of(const gm_eval_calibration *calibration)
{
    struct object object = begin();
    set_count(&object, "n", calibration->count);
    set_real(&object, "ece", calibration->error);
    return object;
}

static void set_calibration(struct object *object, const gm_eval_view *view)
{
    struct object inner = begin();
    set_object(&inner, "recognition", calibration_of(&view->recognition));
    set_object(&inner, "confidence", calibration_of(&view->confidence));
    set_object(&inner, "place", calibration_of(&view->place));
    set_real(&inner, "acc_at_90", view->accuracy_at_90);
    set_object(object, "calibration", inner);
}

/* ---- Per type and use --------------------------------------------------- */

static const char *use_name(size_t use)
{
    return use == GMI_USE_UNTOLD ? "untold" : gm_use_name((gm_use)use);
}

static void set_uses_found(struct object *object, const struct gmi_kind *kind)
{
    struct object inner = begin();
    for (size_t i = 0; i < GMI_USES; i++)
        if (kind->as_use[i])
            set_count(&inner, use_name(i), kind->as_use[i]);
    set_object(object, "found_as", inner);
}

static void set_kinds(struct object *object,
                      const struct gmi_breakdown *breakdown, bool is_given)
{
    struct object kinds = begin();
    for (size_t i = 0; i < breakdown->kind_count; i++) {
        const struct gmi_kind *kind = &breakdown->kinds[i];
        struct object inner = begin();
        set_count(&inner, "gold", kind->gold);
        set_count(&inner, "located", kind->located);
        set_count(&inner, is_given ? "right" : "joint", kind->joint);
        if (!is_given) {
            set_count(&inner, "exact", kind->found[GMI_RULE_EXACT]);
            set_count(&inner, "near", kind->found[GMI_RULE_NEAR]);
            set_count(&inner, "overlap", kind->found[GMI_RULE_OVERLAP]);
        }
        set_uses_found(&inner, kind);
        set_object(&kinds, kind->name, inner);
    }
    set_object(object, "types", kinds);
}

static void set_uses(struct object *object,
                     const struct gmi_breakdown *breakdown, bool is_given)
{
    struct object uses = begin();
    for (size_t i = 0; i < GMI_USES; i++) {
        const struct gmi_use_counts *use = &breakdown->uses[i];
        struct object inner = begin();
        set_count(&inner, "found", use->found);
        if (!is_given)
            set_count(&inner, "near", use->right);
        set_count(&inner, "located", use->located);
        set_count(&inner, is_given ? "right" : "joint", use->joint);
        set_count(&inner, "told", use->told);
        set_count(&inner, "told_right", use->told_right);
        set_count(&inner, "told_gold", use->gold);
        set_object(&uses, use_name(i), inner);
    }
    set_object(object, "uses", uses);
    uint64_t told, right;
    gmi_breakdown_told(breakdown, &told, &right);
    set_real(object, "use_acc", told ? (double)right / (double)told : NAN);
}

/* ---- All ---------------------------------------------------------------- */

static struct object scope_of(const gm_eval *eval, size_t scope, bool per_use)
{
    const struct gmi_figures *figures = &eval->figures[scope];
    const bool is_given = eval->options.gold_mentions;
    struct object object = begin();
    if (is_given)
        set_given(&object, &figures->view);
    else
        set_found(&object, &figures->view);
    set_calibration(&object, &figures->view);
    if (per_use) {
        set_kinds(&object, &figures->breakdown, is_given);
        set_uses(&object, &figures->breakdown, is_given);
    }
    return object;
}

static void set_contents(struct object *object, const gm_eval *eval)
{
    const struct gmi_contents contents = gmi_eval_contents(eval);
    set_count(object, "documents", contents.documents);
    set_count(object, "documents_without_prediction", contents.not_found);
    set_count(object, "predictions_for_unknown_documents",
              eval->corpus.unknown.count);
    set_count(object, "gold", contents.gold);
    set_count(object, "gold_located", contents.located);
    set_count(object, "gold_with_id", contents.with_id);
    set_count(object, "demonyms", contents.demonyms);
    set_count(object, "predictions", contents.found);
    set_count(object, "spans_not_at_their_text", eval->corpus.odd);
    set_real(object, "km", eval->options.km);
}

gm_status gmi_report_json(const gm_eval *eval, bool per_use, FILE *out,
                          gm_error *err)
{
    static const char *const scopes[GMI_SCOPES] = {"all", "no_demonyms"};
    struct object root = begin();
    set_contents(&root, eval);
    for (size_t i = 0; i < eval->scope_count; i++)
        set_object(&root, scopes[i], scope_of(eval, i, per_use));
    gm_status status = GM_OK;
    /* what the stream could not take, whoever closes it finds out */
    if (root.is_failed)
        status = gmi_fail_memory(err);
    else
        json_dumpf(root.json, out, JSON_INDENT(1) | JSON_REAL_PRECISION(17));
    if (!status)
        fputc('\n', out);
    json_decref(root.json);
    return status;
}
