/* SPDX-License-Identifier: MIT */
/* A document from a line of tab-separated values: id, tab, text. */
#ifndef READ_TSV_H
#define READ_TSV_H

#include "include/geomention_document.h"
#include "read/line.h"

/* "id<TAB>text", which names columns where it is the first line. */
bool gmi_tsv_is_header(const struct gmi_line *line);

/*
 * Nothing is quoted: the text is all behind the first tab, which is changed
 * to a NUL.
 */
gm_status gmi_tsv_document(struct gmi_line *line, gm_document *doc,
                           gm_error *err);

#endif
