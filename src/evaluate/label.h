/* SPDX-License-Identifier: MIT */
/*
 * What the labels of annotated corpora say of a mention: its kind, its use,
 * and whether it is a demonym.
 */
#ifndef EVALUATE_LABEL_H
#define EVALUATE_LABEL_H

#include "evaluate/corpus.h"

/*
 * Reads `type`, `modifier`, `fclass`; `use` where gmi_span_parse found none.
 * False when out of memory.
 */
bool gmi_label_read(struct gmi_corpus *corpus, const json_t *toponym,
                    struct gmi_span *out);

#endif
