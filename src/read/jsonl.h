/* SPDX-License-Identifier: MIT */
/* A document from a line of JSON. */
#ifndef READ_JSONL_H
#define READ_JSONL_H

#include "include/geomention_document.h"
#include "read/line.h"

/*
 * Members: text; optional id, country ("AM" or ["AM", "AZ"]), near
 * ([longitude, latitude] or [longitude, latitude, km]), mentions ([{"start",
 * "end"}], in code points). A member that is null counts as missing; others
 * are ignored.
 */
gm_status gmi_jsonl_document(const struct gmi_line *line, gm_document *doc,
                             gm_error *err);

#endif
