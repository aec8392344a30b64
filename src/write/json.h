/* SPDX-License-Identifier: MIT */
/*
 * Writing JSON (RFC 8259) as a stream. What comes out is one line of valid
 * UTF-8, also from text that is not: a bad byte becomes U+FFFD. Commas come by
 * themselves; that begins and ends match, and keys stand in objects, is the
 * caller's part.
 */
#ifndef WRITE_JSON_H
#define WRITE_JSON_H

#include "base/buffer.h"

#include <stdint.h>

struct gmi_json {
    struct gmi_buffer *out;
    bool needs_comma; /* a value stands before what comes next */
};

/* An object or array: '{' '[' to begin it, '}' ']' to end it. */
void gmi_json_begin(struct gmi_json *json, char bracket);
void gmi_json_end(struct gmi_json *json, char bracket);

/* The name of a member; its value follows. Taken as it is, unescaped. */
void gmi_json_key(struct gmi_json *json, const char *key);

void gmi_json_null(struct gmi_json *json);
void gmi_json_string(struct gmi_json *json, const char *text);
void gmi_json_integer(struct gmi_json *json, int64_t value);
/* null when the number is not finite, which JSON cannot say. */
void gmi_json_number(struct gmi_json *json, double value, int decimals);

#endif
