/* SPDX-License-Identifier: MIT */
/* A document as resolution sees it: its terms and where they stand. */
#include "resolve/scene.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "base/status.h"
#include "resolve/area.h"
#include "resolve/candidates.h"
#include "resolve/terms.h"

#include <math.h>

/* The document's own home comes before the one that all texts have. */
static const struct gmi_bias *bias_of(const struct gmi_resolver *resolver,
                                      const gm_document *doc)
{
    const bool has_own =
        doc->bias.country_count > 0 || !isnan(doc->bias.near_longitude);
    return has_own ? &doc->bias : &resolver->bias;
}

gm_status gmi_scene_init(struct gmi_scene *scene,
                         const struct gmi_resolver *resolver, gm_document *doc,
                         gm_error *err)
{
    *scene = (struct gmi_scene){
        .resolver = resolver,
        .gazetteer = resolver->gazetteer,
        .doc = doc,
        .language = doc->language,
        .text_case = gmi_words_case(doc->words.items, doc->words.count),
        .bias = bias_of(resolver, doc),
    };
    if (!isnan(scene->bias->near_longitude))
        scene->home = gmi_vector_of((struct gmi_point){
            scene->bias->near_longitude, scene->bias->near_latitude});
    gm_status status = gmi_areas_begin(scene, err);
    if (!status)
        status = gmi_terms_find(scene, err);
    if (!status)
        status = gmi_candidates_find(scene, err);
    return status;
}

void gmi_scene_release(struct gmi_scene *scene)
{
    gmi_release(scene->terms);
    gmi_release(scene->spots);
    gmi_release(scene->rows);
    gmi_release(scene->areas);
    gmi_index_release(&scene->term_index);
    gmi_index_release(&scene->place_index);
    gmi_index_release(&scene->area_index);
    gmi_arena_release(&scene->arena);
    *scene = (struct gmi_scene){0};
}
