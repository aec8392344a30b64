/* SPDX-License-Identifier: MIT */
/*
 * Learning weights from annotated documents, and measuring against them.
 * Documents are JSON lines with `id`, `text` and `toponyms`, an array of
 * objects with `start`, `end` (code points) and, where the place is known,
 * `lat`, `lon`, `geonameid`; beside them whatever else the tagger uses.
 */
#ifndef GEOMENTION_TRAIN_H
#define GEOMENTION_TRAIN_H

#include "geomention_document.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Compiles the word lists of a folder (gazetteer/rules) to one file. */
GM_API gm_status gm_train_lexicon(const char *folder, const char *output,
                                  gm_error *err);

#ifdef __cplusplus
}
#endif
#endif
