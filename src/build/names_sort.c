/* SPDX-License-Identifier: MIT */
/* Sorts names by key and unites those that say the same. */
#include "build/builder.h"

#include "build/sort.h"
#include "gazetteer/importance.h"

#include <string.h>

static void set_importance(gm_builder *builder)
{
    /* Names of a place come in runs, so the last one answers for most. */
    uint32_t last = GMI_NONE;
    uint16_t importance = 0;
    for (size_t i = 0; i < builder->name_count; i++) {
        struct gmi_build_name *name = &builder->names[i];
        if (name->place != last) {
            last = name->place;
            const struct gmi_build_place *place = &builder->places[last];
            importance = gmi_importance(
                gmi_intern_at(&builder->features, place->feature),
                place->population);
        }
        name->importance = importance;
    }
}

/* By key; then best known first; then a place's own names together. */
static int compare_names(const void *a_item, const void *b_item)
{
    const struct gmi_build_name *a = a_item, *b = b_item;
    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    if (a->importance != b->importance)
        return a->importance > b->importance ? -1 : 1;
    if (a->place != b->place)
        return a->place < b->place ? -1 : 1;
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    return a->text < b->text ? -1 : a->text > b->text;
}

static uint64_t key_of_name(const void *item)
{
    return ((const struct gmi_build_name *)item)->key;
}

/* Unites `b` with `a`, the same spelling of the same place. */
static void unite(struct gmi_build_name *a, const struct gmi_build_name *b)
{
    const uint8_t no_language = GMI_NAME_NO_LANGUAGE;
    const bool both_without = a->flags & b->flags & no_language;
    a->flags |= b->flags;
    if (!both_without)
        a->flags &= (uint8_t)~no_language;
    if (b->language && b->language != a->language) {
        if (a->language)
            a->languages++;
        else
            a->language = b->language;
    }
}

static bool same_text(const gm_builder *builder,
                      const struct gmi_build_name *a,
                      const struct gmi_build_name *b)
{
    return strcmp(builder->texts.data + a->text,
                  builder->texts.data + b->text) == 0;
}

/*
 * Demonyms and adjectives stay apart from names: "Georgian" is an adjective
 * of one place and may be the name of another.
 */
static bool same_kind(const struct gmi_build_name *a,
                      const struct gmi_build_name *b)
{
    return (a->kind >= GM_NAME_ABBREVIATION) ==
               (b->kind >= GM_NAME_ABBREVIATION) &&
           (a->kind == b->kind || a->kind < GM_NAME_ABBREVIATION);
}

static void unite_names(gm_builder *builder)
{
    struct gmi_build_name *names = builder->names;
    size_t kept = 0, run = 0; /* the run: names of one key and place */
    for (size_t i = 0; i < builder->name_count; i++) {
        if (kept == 0 || names[run].key != names[i].key ||
            names[run].place != names[i].place)
            run = kept;
        size_t j = run;
        while (j < kept && !(same_kind(&names[j], &names[i]) &&
                             same_text(builder, &names[j], &names[i])))
            j++;
        if (j < kept)
            unite(&names[j], &names[i]);
        else
            names[kept++] = names[i];
    }
    builder->name_count = kept;
}

static int compare_keys(const void *a_item, const void *b_item)
{
    const uint64_t a = *(const uint64_t *)a_item, b = *(const uint64_t *)b_item;
    return a < b ? -1 : a > b;
}

static uint64_t key_itself(const void *item)
{
    return *(const uint64_t *)item;
}

/* Half of the work is the names', half the prefixes'. */
static bool tell_names(void *context, size_t done, size_t total)
{
    return gmi_builder_progress(context, "sorting", done, 2 * total, NULL) ==
           GM_OK;
}

static bool tell_prefixes(void *context, size_t done, size_t total)
{
    return gmi_builder_progress(context, "sorting", total + done, 2 * total,
                                NULL) == GM_OK;
}

static gm_status sort_prefixes(gm_builder *builder, gm_error *err)
{
    const gm_status status = gmi_sort_by_key(
        builder->prefixes, builder->prefix_count,
        &(struct gmi_sort){sizeof *builder->prefixes, key_itself, compare_keys,
                           tell_prefixes, builder},
        err);
    if (status)
        return status;
    size_t kept = 0;
    for (size_t i = 0; i < builder->prefix_count; i++)
        if (kept == 0 || builder->prefixes[kept - 1] != builder->prefixes[i])
            builder->prefixes[kept++] = builder->prefixes[i];
    builder->prefix_count = kept;
    return GM_OK;
}

gm_status gmi_builder_sort_names(gm_builder *builder, gm_error *err)
{
    set_importance(builder);
    const gm_status status = gmi_sort_by_key(
        builder->names, builder->name_count,
        &(struct gmi_sort){sizeof *builder->names, key_of_name, compare_names,
                           tell_names, builder},
        err);
    if (status)
        return status;
    unite_names(builder);
    return sort_prefixes(builder, err);
}
