/* SPDX-License-Identifier: MIT */
/* The candidates of a mention as one field of text. */
#ifndef LAYER_CANDIDATES_H
#define LAYER_CANDIDATES_H

#include "layer/text.h"

#include "include/geomention_io.h"

/*
 * The array that JSONL has too: id, name, longitude, latitude, probability of
 * the best candidates, as many as the options ask for, all for 0; their
 * reasons with options.explain. Lives until the next call with that `scratch`;
 * NULL when out of memory.
 */
const char *gmi_layer_candidates(struct gmi_text *scratch,
                                 const gm_gazetteer *gazetteer,
                                 const gm_mention *mention,
                                 const gm_write_options *options);

#endif
