/* SPDX-License-Identifier: MIT */
/* Who is to be credited for a map: plain text, still to be made safe. */
#ifndef WRITE_CREDITS_H
#define WRITE_CREDITS_H

#include "base/buffer.h"
#include "write/place_list.h"

/*
 * The sources that the places are from, but those without a claim, and that
 * of the outlines (NULL: none): "Places: GeoNames (CC BY 4.0). Outlines: ... "
 */
void gmi_credits_add(struct gmi_buffer *out,
                     const struct gmi_place_list *places,
                     const gm_gazetteer *gazetteer, const char *outlines);

#endif
