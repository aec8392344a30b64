/* SPDX-License-Identifier: MIT */
/* Annotated documents, read from JSON lines. */
#ifndef TRAIN_ANNOTATED_H
#define TRAIN_ANNOTATED_H

#include "document/document.h"

/* How an annotation says that the place is used; GMI_GOLD_PLAIN: not. */
enum gmi_gold_use {
    GMI_GOLD_PLAIN,
    GMI_GOLD_LITERAL,
    GMI_GOLD_METONYMIC,
    GMI_GOLD_ADJECTIVAL, /* a noun or an adjective before another */
    GMI_GOLD_EMBEDDED,
    GMI_GOLD_OTHER
};

struct gmi_gold {
    uint32_t start, end; /* bytes */
    uint8_t use;         /* enum gmi_gold_use */
    bool is_adjective;   /* the annotation says it is one, or a demonym */
};

struct gmi_annotated_document {
    gm_document *doc; /* words split */
    char *corpus;
    char *split;
    int64_t fold;     /* member "fold"; 0 */
    bool is_partial;  /* only some of its places are annotated */
    struct gmi_gold *golds;
    size_t gold_count;
};

struct gmi_annotated {
    struct gmi_annotated_document *items;
    size_t count, capacity;
};

/* Adds the documents of a file, plain or packed. */
gm_status gmi_annotated_read(struct gmi_annotated *corpus, const char *path,
                             bool is_partial, gm_error *err);
void gmi_annotated_release(struct gmi_annotated *corpus);

#endif
