/* SPDX-License-Identifier: MIT */
/* Second stage: which place is each mention? */
#include "resolve/resolve.h"

#include "resolve/choose.h"
#include "resolve/evidence.h"
#include "resolve/explain.h"
#include "resolve/focus.h"
#include "resolve/judge.h"
#include "resolve/neighbours.h"
#include "resolve/scene.h"

static gm_status choose_term(struct gmi_scene *scene, struct gmi_term *term,
                             gm_error *err)
{
    struct gmi_judge judge;
    const struct gmi_arena_mark mark = gmi_arena_mark(&scene->arena);
    gm_status status = gmi_judge_term(&judge, scene, term, err);
    uint32_t at = term->first_spot;
    for (; at != GMI_NONE && !status; at = scene->spots[at].next) {
        if (scene->spots[at].mention == GMI_NONE)
            continue;
        gm_mention *mention = &scene->doc->mentions[scene->spots[at].mention];
        gmi_judge_spot(&judge, at);
        status = gmi_choose(&judge, mention, err);
        if (!status && scene->resolver->explain)
            status = gmi_explain(&judge, mention, err);
    }
    gmi_arena_rewind(&scene->arena, mark);
    return status;
}

static gm_status choose(struct gmi_scene *scene, gm_error *err)
{
    gm_status status = GM_OK;
    for (size_t i = 0; i < scene->term_count && !status; i++)
        if (!scene->terms[i].is_context && scene->terms[i].row_count > 0)
            status = choose_term(scene, &scene->terms[i], err);
    return status;
}

gm_status gmi_scene_hear(struct gmi_scene *scene, gm_error *err)
{
    gm_status status = gmi_neighbours_find(scene, err);
    if (!status)
        status = gmi_relations_find(scene, err);
    if (!status)
        status = gmi_anchors_find(scene, err);
    if (!status)
        scene->main_country = gmi_main_country(scene);
    return status;
}

gm_status gmi_resolve(const struct gmi_resolver *resolver, gm_document *doc,
                      gm_error *err)
{
    struct gmi_scene scene;
    gmi_document_sort(doc);
    gm_status status = gmi_scene_init(&scene, resolver, doc, err);
    if (!status)
        status = gmi_scene_hear(&scene, err);
    if (!status)
        status = choose(&scene, err);
    if (!status)
        status = gmi_focus_find(&scene, err);
    gmi_scene_release(&scene);
    return status;
}
