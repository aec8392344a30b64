/* SPDX-License-Identifier: MIT */
/* Writing JSON as a stream. */
#include "write/json.h"

#include "text/utf8.h"
#include "write/number.h"

#include <math.h>
#include <string.h>

static void before_value(struct gmi_json *json)
{
    if (json->needs_comma)
        gmi_buffer_add_char(json->out, ',');
    json->needs_comma = true;
}

void gmi_json_begin(struct gmi_json *json, char bracket)
{
    before_value(json);
    gmi_buffer_add_char(json->out, bracket);
    json->needs_comma = false;
}

void gmi_json_end(struct gmi_json *json, char bracket)
{
    gmi_buffer_add_char(json->out, bracket);
    json->needs_comma = true;
}

void gmi_json_key(struct gmi_json *json, const char *key)
{
    before_value(json);
    gmi_buffer_add_char(json->out, '"');
    gmi_buffer_add_string(json->out, key);
    gmi_buffer_add(json->out, "\":", 2);
    json->needs_comma = false;
}

void gmi_json_null(struct gmi_json *json)
{
    before_value(json);
    gmi_buffer_add(json->out, "null", 4);
}

/*
 * The escape of what stands at `p`, and how many bytes it takes; NULL when it
 * is fine as it is. U+2028 and U+2029 end a line for JavaScript before 2019
 * and for some readers of lines.
 */
static const char *escape_at(const char *p, size_t left, char hex[8],
                             size_t *taken)
{
    static const char digits[] = "0123456789abcdef";
    const unsigned char c = (unsigned char)*p;
    *taken = 1;
    switch (c) {
    case '"':
        return "\\\"";
    case '\\':
        return "\\\\";
    case '\n':
        return "\\n";
    case '\r':
        return "\\r";
    case '\t':
        return "\\t";
    case 0xe2:
        if (left < 3 || memcmp(p, "\xe2\x80", 2) != 0 ||
            ((unsigned char)p[2] & 0xfe) != 0xa8)
            return NULL;
        *taken = 3;
        return (unsigned char)p[2] == 0xa8 ? "\\u2028" : "\\u2029";
    default:
        if (c >= 0x20)
            return NULL;
        memcpy(hex, "\\u00", 4);
        hex[4] = digits[c >> 4];
        hex[5] = digits[c & 15];
        hex[6] = '\0';
        return hex;
    }
}

static void add_escaped(struct gmi_buffer *out, const char *text, size_t length)
{
    size_t done = 0;
    for (size_t i = 0; i < length;) {
        char hex[8];
        size_t taken;
        const char *escape = escape_at(text + i, length - i, hex, &taken);
        if (escape) {
            gmi_buffer_add(out, text + done, i - done);
            gmi_buffer_add_string(out, escape);
            done = i + taken;
        }
        i += taken;
    }
    gmi_buffer_add(out, text + done, length - done);
}

void gmi_json_string(struct gmi_json *json, const char *text)
{
    before_value(json);
    gmi_buffer_add_char(json->out, '"');
    size_t length = strlen(text);
    size_t valid = gmi_utf8_check(text, length);
    while (valid < length) {
        add_escaped(json->out, text, valid);
        gmi_buffer_add_string(json->out, "\xef\xbf\xbd");
        text += valid + 1;
        length -= valid + 1;
        valid = gmi_utf8_check(text, length);
    }
    add_escaped(json->out, text, length);
    gmi_buffer_add_char(json->out, '"');
}

void gmi_json_integer(struct gmi_json *json, int64_t value)
{
    before_value(json);
    gmi_integer_add(json->out, value);
}

void gmi_json_number(struct gmi_json *json, double value, int decimals)
{
    if (!isfinite(value)) {
        gmi_json_null(json);
        return;
    }
    before_value(json);
    gmi_number_add(json->out, value, decimals, GMI_ZEROS_TRIM);
}
