/* SPDX-License-Identifier: MIT */
/* Texts brought into a shape that a format can hold. */
#ifndef LAYER_TEXT_H
#define LAYER_TEXT_H

#include <stdbool.h>
#include <stddef.h>

/* Memory that is used again for text after text; zeroed it is empty. */
struct gmi_text {
    char *data; /* NUL-terminated when not NULL */
    size_t length;
    size_t capacity;
    bool is_failed; /* out of memory: what is added is ignored */
};

void gmi_text_release(struct gmi_text *text);
void gmi_text_clear(struct gmi_text *text);
void gmi_text_add(struct gmi_text *text, const char *data, size_t length);

/* What a format asks of a text. */
struct gmi_text_limits {
    size_t bytes;  /* the most it holds; 0: no limit */
    bool is_xml;   /* no control characters */
    bool is_cdata; /* no "]]>", which would end it */
    const char *unfit; /* ASCII that it loses, or loses rows by; NULL: none */
};

/* What became of a text. */
struct gmi_text_fate {
    bool was_cut;
    bool was_changed; /* characters became others */
};

/*
 * The text as the format can hold it: itself, or a changed copy that lives
 * until the next call. It is cut between two code points. Bytes that are no
 * UTF-8, of a damaged gazetteer, become U+FFFD; a quotation mark that does not
 * fit an apostrophe, '<' U+2039, all else a space. NULL when out of memory.
 */
const char *gmi_text_fit(struct gmi_text *scratch, const char *text,
                         const struct gmi_text_limits *limits,
                         struct gmi_text_fate *fate);

#endif
