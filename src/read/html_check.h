/* SPDX-License-Identifier: MIT */
/* Whether a page can be parsed in a time that grows with its length. */
#ifndef READ_HTML_CHECK_H
#define READ_HTML_CHECK_H

#include <stdbool.h>
#include <stddef.h>

/*
 * The parser looks, for many tags, through all open elements, and for each
 * attribute through those before it in the tag. Estimates that work; false
 * when it is more than an ordinary page makes by orders of magnitude.
 */
bool gmi_html_is_tractable(const char *html, size_t length);

#endif
