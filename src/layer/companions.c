/* SPDX-License-Identifier: MIT */
/* The layers beside the mentions: made, and filled as documents come. */
#include "layer/companions.h"

#include "layer/fail.h"
#include "layer/package.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <string.h>
#include <time.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* ---- What they hold ----------------------------------------------------- */

static const struct gmi_side_field PLACE_FIELDS[] = {
    {"place", OFTString},       {"name", OFTString},
    {"feature", OFTString},     {"country", OFTString},
    {"admin1", OFTString},      {"admin2", OFTString},
    {"longitude", OFTReal},     {"latitude", OFTReal},
    {"radius_km", OFTReal},     {"population", OFTInteger64},
    {"mentions", OFTInteger64}, {"documents", OFTInteger64},
    {"confidence", OFTReal},    {"quote", OFTString}};

static const struct gmi_side_field AREA_FIELDS[] = {
    {"country", OFTString},
    {"name", OFTString},
    {"mentions", OFTInteger64},
    {"places", OFTInteger64}};

static const struct gmi_side_field DOCUMENT_FIELDS[] = {
    {"id", OFTString},
    {"title", OFTString},
    {"date", OFTString},
    {"mentions", OFTInteger64},
    {"places", OFTInteger64}};

static const struct gmi_side_field UNRESOLVED_FIELDS[] = {
    {"doc", OFTString},   {"mention", OFTString},  {"start", OFTInteger64},
    {"end", OFTInteger64}, {"use", OFTString}, {"confidence", OFTReal},
    {"quote", OFTString}};

static const struct gmi_side_field CANDIDATE_FIELDS[] = {
    {"doc", OFTString},     {"mention", OFTString}, {"start", OFTInteger64},
    {"end", OFTInteger64},  {"rank", OFTInteger},   {"place", OFTString},
    {"name", OFTString},    {"feature", OFTString}, {"country", OFTString},
    {"longitude", OFTReal}, {"latitude", OFTReal},  {"radius_km", OFTReal},
    {"probability", OFTReal}};

static const struct gmi_side_plan PLACES = {
    "places", "Places", "One row per place that is mentioned: how often, in how "
    "many documents, mean confidence, and the first sentence that names it.",
    wkbPoint, PLACE_FIELDS, COUNT(PLACE_FIELDS)};
static const struct gmi_side_plan COUNTRIES = {
    "countries", "Countries", "Countries with mentions of places in them, and "
    "how many. Outlines: Natural Earth, public domain.",
    wkbMultiPolygon, AREA_FIELDS, COUNT(AREA_FIELDS)};
static const struct gmi_side_plan LAND = {
    "land", "Other countries", "Countries without a mention, to see where the "
    "others are. Outlines: Natural Earth, public domain.",
    wkbMultiPolygon, AREA_FIELDS, 2};
static const struct gmi_side_plan DOCUMENTS = {
    "documents", "Documents", "One row per document that was read.",
    wkbNone, DOCUMENT_FIELDS, COUNT(DOCUMENT_FIELDS)};
static const struct gmi_side_plan UNRESOLVED = {
    "unresolved", "Unresolved mentions", "Mentions that no place was chosen "
    "for.", wkbNone, UNRESOLVED_FIELDS, COUNT(UNRESOLVED_FIELDS)};
static const struct gmi_side_plan CANDIDATES = {
    "candidates", "Candidates", "The places that each mention may be of, the "
    "best first.", wkbPoint, CANDIDATE_FIELDS, COUNT(CANDIDATE_FIELDS)};

/* ---- Making ------------------------------------------------------------- */

static bool is_alone(const gm_layer *layer)
{
    const char *name = layer->options.name;
    return name && strcmp(name, GMI_LAYER_NAME) != 0;
}

static void set_date(struct gmi_companions *companions)
{
    const char *fixed = CPLGetConfigOption("OGR_CURRENT_DATE", NULL);
    const time_t now = time(NULL);
    struct tm date;
    if (fixed && strlen(fixed) < sizeof companions->date)
        memcpy(companions->date, fixed, strlen(fixed) + 1);
    else if (gmtime_r(&now, &date))
        strftime(companions->date, sizeof companions->date,
                 "%Y-%m-%dT%H:%M:%S.000Z", &date);
}

static gm_status open_sides(struct gmi_companions *companions, gm_error *err)
{
    const struct {
        struct gmi_side *side;
        const struct gmi_side_plan *plan;
        bool is_wanted;
    } sides[] = {{&companions->places, &PLACES, true},
                 {&companions->countries, &COUNTRIES, true},
                 {&companions->land, &LAND, true},
                 {&companions->documents, &DOCUMENTS, true},
                 {&companions->unresolved, &UNRESOLVED, true},
                 {&companions->candidates, &CANDIDATES,
                  companions->all.candidates > 0}};
    gm_status status = GM_OK;
    for (size_t i = 0; i < COUNT(sides) && !status; i++)
        if (sides[i].is_wanted)
            status = gmi_side_open(sides[i].side, &companions->home,
                                   sides[i].plan, err);
    return status;
}

gm_status gmi_companions_begin(gm_layer *layer, gm_error *err)
{
    if (!gmi_trait_has(layer->trait, GMI_TRAIT_COMPANIONS))
        return GM_OK;
    struct gmi_companions *companions = VSICalloc(1, sizeof *companions);
    if (!companions)
        return gmi_layer_fail_memory(err);
    layer->companions = companions;
    companions->layer = layer;
    companions->home = (struct gmi_side_home){layer->target.path,
                                              layer->dataset, &layer->crs};
    companions->all = layer->write;
    companions->all.unresolved = true;
    companions->is_alone = is_alone(layer);
    set_date(companions);
    return companions->is_alone ? GM_OK : open_sides(companions, err);
}

void gmi_companions_free(struct gmi_companions *companions)
{
    if (!companions)
        return;
    gmi_side_release(&companions->places);
    gmi_side_release(&companions->countries);
    gmi_side_release(&companions->land);
    gmi_side_release(&companions->documents);
    gmi_side_release(&companions->unresolved);
    gmi_side_release(&companions->candidates);
    gmi_place_count_release(&companions->counts);
    VSIFree(companions);
}

/* ---- Rows as they come -------------------------------------------------- */

/* What all rows of a mention begin with: fields 0 to 3. */
static gm_status set_span(struct gmi_side *side, const gm_document *doc,
                          const gm_mention *mention, gm_error *err)
{
    gmi_side_set_integer(side, 2, mention->start);
    gmi_side_set_integer(side, 3, mention->end);
    const gm_status status =
        gmi_side_set_text(side, 0, gm_document_id(doc), err);
    return status ? status : gmi_side_set_text(side, 1, mention->text, err);
}

static gm_status add_unresolved(struct gmi_side *side, const gm_document *doc,
                                const gm_mention *mention, gm_error *err)
{
    gm_status status = set_span(side, doc, mention, err);
    if (!status)
        status = gmi_side_set_text(side, 4, gm_use_name(mention->use), err);
    gmi_side_set_real(side, 5, mention->confidence, 4);
    if (!status)
        status = gmi_side_set_text(side, 6, mention->quote, err);
    return status ? status : gmi_side_add(side, err);
}

static gm_status add_candidate(struct gmi_side *side, const gm_place *place,
                               size_t rank, double probability, gm_error *err)
{
    const char *const texts[] = {place->id, place->name, place->feature,
                                 place->country};
    gm_status status = GM_OK;
    for (size_t i = 0; i < COUNT(texts) && !status; i++)
        status = gmi_side_set_text(side, 5 + i, texts[i], err);
    if (status)
        return status;
    gmi_side_set_integer(side, 4, rank);
    gmi_side_set_real(side, 9, place->longitude, 7);
    gmi_side_set_real(side, 10, place->latitude, 7);
    gmi_side_set_real(side, 11, place->radius_km, 3);
    gmi_side_set_real(side, 12, probability, 4);
    gmi_side_set_point(side, place->longitude, place->latitude);
    return gmi_side_add(side, err);
}

static gm_status add_candidates(struct gmi_companions *companions,
                                const gm_document *doc,
                                const gm_mention *mention, gm_error *err)
{
    struct gmi_side *side = &companions->candidates;
    size_t count = companions->all.candidates;
    if (count > mention->candidate_count)
        count = mention->candidate_count;
    gm_status status = GM_OK;
    for (size_t i = 0; i < count && !status; i++) {
        const gm_candidate *candidate = &mention->candidates[i];
        gm_place place;
        if (gm_gazetteer_place(companions->layer->table.gazetteer,
                               candidate->place, &place))
            continue;
        status = set_span(side, doc, mention, err);
        if (!status)
            status = add_candidate(side, &place, i + 1,
                                   candidate->probability, err);
    }
    return status;
}

static gm_status add_document(struct gmi_companions *companions,
                              const gm_document *doc, const uint64_t counts[2],
                              gm_error *err)
{
    struct gmi_side *side = &companions->documents;
    const char *const texts[] = {gm_document_id(doc), gm_document_title(doc),
                                 gm_document_date(doc)};
    gm_status status = GM_OK;
    for (size_t i = 0; i < COUNT(texts) && !status; i++)
        if (i == 0 || *texts[i])
            status = gmi_side_set_text(side, i, texts[i], err);
    gmi_side_set_integer(side, 3, counts[0]);
    gmi_side_set_integer(side, 4, counts[1]);
    return status ? status : gmi_side_add(side, err);
}

static gm_status add_mention(struct gmi_companions *companions,
                             const gm_document *doc, const gm_mention *mention,
                             bool *is_new, gm_error *err)
{
    gm_status status = GM_OK;
    *is_new = false;
    if (!mention->is_resolved || !mention->candidate_count)
        status = add_unresolved(&companions->unresolved, doc, mention, err);
    else if (!gmi_place_count_add(&companions->counts,
                                  mention->candidates[0].place, mention,
                                  companions->document_count, is_new))
        return gmi_layer_fail_memory(err);
    if (!status && companions->candidates.layer)
        status = add_candidates(companions, doc, mention, err);
    return status;
}

gm_status gmi_companions_add(struct gmi_companions *companions,
                             const gm_document *doc, gm_error *err)
{
    uint64_t counts[2] = {0, 0}; /* mentions, places */
    if (companions->is_alone)
        return GM_OK;
    companions->document_count++;
    for (size_t i = 0; i < gm_document_mention_count(doc); i++) {
        const gm_mention *mention = gm_document_mention_at(doc, i);
        bool is_new;
        if (!gm_write_options_take(&companions->all, mention))
            continue;
        const gm_status status =
            add_mention(companions, doc, mention, &is_new, err);
        if (status)
            return status;
        counts[0]++;
        counts[1] += is_new;
    }
    return add_document(companions, doc, counts, err);
}

/* ---- The end ------------------------------------------------------------ */

gm_status gmi_companions_finish(struct gmi_companions *companions,
                                gm_error *err)
{
    uint64_t most = 0;
    gm_status status = GM_OK;
    if (!companions->is_alone)
        status = gmi_companions_write_places(companions, err);
    if (!status && !companions->is_alone)
        status = gmi_companions_write_areas(companions, &most, err);
    if (status || !companions->layer->options.style)
        return status;
    status = gmi_package_write_styles(companions, most, err);
    if (!status && !companions->is_alone)
        status = gmi_package_write_project(companions, most, err);
    return status;
}
