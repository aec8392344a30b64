/* SPDX-License-Identifier: MIT */
/* The text that a page of HTML shows. */
#ifndef READ_HTML_H
#define READ_HTML_H

#include "base/buffer.h"
#include "base/status.h"

/*
 * Adds to `out` the text of a page: entities decoded, space as a browser
 * shows it, head, scripts, styles and lists of choices left out. Blocks and
 * table cells stand apart by an empty line, <br> is an end of line.
 * `html` is valid UTF-8. GM_ERR_UNSUPPORTED: nested so deeply, or so large in
 * memory, that only an attack is.
 */
gm_status gmi_html_text(const char *html, size_t length, struct gmi_buffer *out,
                        gm_error *err);

#endif
