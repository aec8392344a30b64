/* SPDX-License-Identifier: MIT */
/* Second stage: which place is each mention? */
#include "resolve/resolve.h"

#include "resolve/choose.h"
#include "resolve/evidence.h"
#include "resolve/neighbours.h"
#include "resolve/scene.h"

static gm_status choose(struct gmi_scene *scene, gm_error *err)
{
    gm_status status = GM_OK;
    for (size_t i = 0; i < scene->spot_count && !status; i++) {
        const struct gmi_spot *spot = &scene->spots[i];
        const struct gmi_term *term = &scene->terms[spot->term];
        if (spot->mention == GMI_NONE)
            continue;
        status = gmi_choose(scene, term, scene->scores + term->first_row,
                            GMI_NULL_SCORE_BY_HAND,
                            &scene->doc->mentions[spot->mention], err);
    }
    return status;
}

gm_status gmi_resolve(const struct gmi_resolver *resolver, gm_document *doc,
                      gm_error *err)
{
    struct gmi_scene scene;
    gmi_document_sort(doc);
    gm_status status = gmi_scene_init(&scene, resolver, doc, err);
    if (!status)
        status = gmi_neighbours_find(&scene, err);
    if (!status)
        status = gmi_anchors_find(&scene, err);
    if (!status)
        status = choose(&scene, err);
    gmi_scene_release(&scene);
    return status;
}
