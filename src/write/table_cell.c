/* SPDX-License-Identifier: MIT */
/* One cell of a terminal table. */
#include "write/table_cell.h"

#include "write/display.h"

static const char ELLIPSIS[] = "…";

void gmi_table_spaces(struct gmi_buffer *out, size_t count)
{
    while (count--)
        gmi_buffer_add_char(out, ' ');
}

static void add_cut(struct gmi_buffer *out, struct gmi_shown shown,
                    size_t width)
{
    size_t taken;
    if (!width)
        return;
    const size_t fits =
        gmi_display_fit(shown.text, shown.length, width - 1, &taken);
    gmi_buffer_add(out, shown.text, fits);
    gmi_buffer_add_string(out, ELLIPSIS);
    /* A wide letter that did not fit leaves a cell. */
    gmi_table_spaces(out, width - 1 - taken);
}

void gmi_table_cell(struct gmi_buffer *out, struct gmi_shown shown,
                    size_t width, bool is_number)
{
    const size_t padding = shown.width < width ? width - shown.width : 0;
    if (!is_number && shown.width > width) {
        add_cut(out, shown, width);
        return;
    }
    if (is_number)
        gmi_table_spaces(out, padding);
    if (shown.length)
        gmi_buffer_add(out, shown.text, shown.length);
    if (!is_number)
        gmi_table_spaces(out, padding);
}
