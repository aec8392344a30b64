/* SPDX-License-Identifier: MIT */
/* The tagger's vocabulary, made from a table of words. */
#ifndef TRAIN_VOCABULARY_TABLE_H
#define TRAIN_VOCABULARY_TABLE_H

#include "recognize/vocabulary.h"

/*
 * Reads words, most frequent first: word, clusters of 64, 256 and 1024 from
 * 0, share of small letters (1 to 7, 0 unknown), by tabs; "#" begins a
 * comment. Of words that fold to the same, the first counts. The caller
 * releases the entries.
 */
gm_status gmi_vocabulary_read(const char *path,
                              struct gmi_vocabulary_entry **entries,
                              size_t *count, gm_error *err);

#endif
