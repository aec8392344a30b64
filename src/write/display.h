/* SPDX-License-Identifier: MIT */
/*
 * Text in the cells of a terminal: how wide it shows, and what may be shown.
 * Does not ask the locale.
 */
#ifndef WRITE_DISPLAY_H
#define WRITE_DISPLAY_H

#include "base/buffer.h"

/*
 * Adds text as one line that is safe to show: bad bytes become U+FFFD; control
 * characters, ends of lines and tabs a space; marks that turn the direction of
 * all that follows are left out.
 */
void gmi_display_add(struct gmi_buffer *out, const char *text);

/* Cells that valid UTF-8 takes: a combining mark 0, a Han letter 2. */
size_t gmi_display_width(const char *text, size_t length);

/*
 * Bytes of the longest beginning that takes at most `width` cells, no letter
 * cut apart; `taken` is how many it does take.
 */
size_t gmi_display_fit(const char *text, size_t length, size_t width,
                       size_t *taken);

#endif
