/* SPDX-License-Identifier: MIT */
/*
 * gumbo made safe for pages by strangers: a ceiling on memory and on the work
 * that deep nesting makes, and nothing of it done by recursion.
 */
#ifndef READ_HTML_TREE_H
#define READ_HTML_TREE_H

#include "base/status.h"

#include <gumbo.h>

/*
 * Parses valid UTF-8 and calls `use` with the root of the tree, which lives
 * until `use` returns. GM_ERR_UNSUPPORTED when over a ceiling; then `use` is
 * not called.
 */
gm_status gmi_html_tree(const char *html, size_t length,
                        void (*use)(void *context, const GumboNode *root),
                        void *context, gm_error *err);

#endif
