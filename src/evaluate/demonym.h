/* SPDX-License-Identifier: MIT */
/*
 * Which gold mentions are demonyms, where no label says so: by a list of
 * words, or by what kind of name the gazetteer has them for.
 */
#ifndef EVALUATE_DEMONYM_H
#define EVALUATE_DEMONYM_H

#include "base/arena.h"
#include "evaluate/ids.h"
#include "evaluate/span.h"
#include "gazetteer/gazetteer.h"

struct gmi_demonyms {
    struct gmi_arena arena;
    struct gmi_ids words, exceptions;
    bool is_list; /* false: ask the gazetteer */
    struct gmi_buffer key;
};

void gmi_demonyms_release(struct gmi_demonyms *demonyms);

/* Reads a list: see gm_eval_read_demonyms. */
gm_status gmi_demonyms_read(struct gmi_demonyms *demonyms, const char *path,
                            gm_error *err);

/* `gazetteer` may be NULL. */
bool gmi_demonyms_has(struct gmi_demonyms *demonyms,
                      const gm_gazetteer *gazetteer,
                      const struct gmi_span *span);

#endif
