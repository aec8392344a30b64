/* SPDX-License-Identifier: MIT */
/* Text and numbers in XML and HTML. */
#include "write/xml.h"

#include "text/utf8.h"
#include "write/display.h"
#include "write/number.h"

#include <math.h>
#include <string.h>

static const char REPLACEMENT[] = "\xef\xbf\xbd";

/* What a byte becomes; NULL: itself. Tab and ends of lines may stay. */
static const char *escape_of(unsigned char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    case '\t':
    case '\n':
    case '\r':
        return NULL;
    default:
        return c < 0x20 || c == 0x7f ? REPLACEMENT : NULL;
    }
}

/* U+FFFE and U+FFFF are no characters of XML. */
static bool is_nonchar(const char *p, size_t left)
{
    return left >= 3 && memcmp(p, "\xef\xbf", 2) == 0 &&
           ((unsigned char)p[2] & 0xfe) == 0xbe;
}

static void add_valid(struct gmi_buffer *out, const char *text, size_t length)
{
    size_t done = 0;
    for (size_t i = 0; i < length; i++) {
        const bool is_bad = is_nonchar(text + i, length - i);
        const char *escape =
            is_bad ? REPLACEMENT : escape_of((unsigned char)text[i]);
        if (!escape)
            continue;
        gmi_buffer_add(out, text + done, i - done);
        gmi_buffer_add_string(out, escape);
        i += is_bad ? 2 : 0;
        done = i + 1;
    }
    gmi_buffer_add(out, text + done, length - done);
}

void gmi_xml_text(struct gmi_buffer *out, const char *text, size_t length)
{
    size_t valid = gmi_utf8_check(text, length);
    while (valid < length) {
        add_valid(out, text, valid);
        gmi_buffer_add_string(out, REPLACEMENT);
        text += valid + 1;
        length -= valid + 1;
        valid = gmi_utf8_check(text, length);
    }
    add_valid(out, text, length);
}

void gmi_xml_string(struct gmi_buffer *out, const char *text)
{
    gmi_xml_text(out, text, strlen(text));
}

void gmi_xml_label(struct gmi_buffer *out, const char *text)
{
    struct gmi_buffer line = {0};
    gmi_display_add(&line, text);
    if (line.is_failed)
        out->is_failed = true;
    else if (line.length)
        gmi_xml_text(out, line.data, line.length);
    gmi_buffer_release(&line);
}

void gmi_xml_number(struct gmi_buffer *out, const char *name, double value)
{
    gmi_buffer_add_char(out, ' ');
    gmi_buffer_add_string(out, name);
    gmi_buffer_add_string(out, "=\"");
    gmi_number_add(out, isfinite(value) ? value : 0, 1, GMI_ZEROS_TRIM);
    gmi_buffer_add_char(out, '"');
}
