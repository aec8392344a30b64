/* SPDX-License-Identifier: MIT */
/* One cell of a terminal table: padded, or cut. */
#ifndef WRITE_TABLE_CELL_H
#define WRITE_TABLE_CELL_H

#include "base/buffer.h"

/* A text that is safe to show, and its width in cells. */
struct gmi_shown {
    const char *text;
    size_t length, width;
};

void gmi_table_spaces(struct gmi_buffer *out, size_t count);

/*
 * Numbers stand at the right. A text that is too wide ends in an ellipsis; a
 * number is never cut, for what is left of it would be another one.
 */
void gmi_table_cell(struct gmi_buffer *out, struct gmi_shown shown,
                    size_t width, bool is_number);

#endif
