/* SPDX-License-Identifier: MIT */
/* Texts brought into a shape that a format can hold. */
#include "layer/text.h"

#include <cpl_vsi.h>
#include <string.h>

void gmi_text_release(struct gmi_text *text)
{
    VSIFree(text->data);
    *text = (struct gmi_text){0};
}

void gmi_text_clear(struct gmi_text *text)
{
    text->length = 0;
    text->is_failed = false;
}

void gmi_text_add(struct gmi_text *text, const char *data, size_t length)
{
    const size_t needed = text->length + length + 1;
    if (!text->is_failed && needed > text->capacity) {
        const size_t capacity = needed + needed / 2;
        char *grown = VSIRealloc(text->data, capacity);
        text->is_failed = !grown;
        text->data = grown ? grown : text->data;
        text->capacity = grown ? capacity : text->capacity;
    }
    if (text->is_failed)
        return;
    memcpy(text->data + text->length, data, length);
    text->length += length;
    text->data[text->length] = '\0';
}

/* ---- What fits ---------------------------------------------------------- */

static bool is_tail(unsigned char c)
{
    return (c & 0xC0) == 0x80;
}

/*
 * The bytes of the code point at `p`; 0 where there is none. The Unicode
 * Standard, table 3-7: no surrogates, nothing longer than need be.
 */
static size_t code_point_length(const char *text)
{
    const unsigned char *p = (const unsigned char *)text;
    if (p[0] < 0x80)
        return 1;
    if (p[0] < 0xC2 || p[0] > 0xF4 || !is_tail(p[1]))
        return 0;
    if (p[0] < 0xE0)
        return 2;
    if ((p[0] == 0xE0 && p[1] < 0xA0) || (p[0] == 0xED && p[1] > 0x9F) ||
        (p[0] == 0xF0 && p[1] < 0x90) || (p[0] == 0xF4 && p[1] > 0x8F) ||
        !is_tail(p[2]))
        return 0;
    if (p[0] < 0xF0)
        return 3;
    return is_tail(p[3]) ? 4 : 0;
}

static bool is_control(char c)
{
    return (unsigned char)c < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

/* U+FFFE and U+FFFF, which XML 1.0 leaves out too. */
static bool is_no_character(const char *p)
{
    return (unsigned char)p[0] == 0xEF && (unsigned char)p[1] == 0xBF &&
           ((unsigned char)p[2] == 0xBE || (unsigned char)p[2] == 0xBF);
}

/* What stands in the place of the code point at `p`; NULL: itself. */
static const char *replacement_of(const char *p, size_t length,
                                  const struct gmi_text_limits *limits)
{
    if (length == 0 || (limits->is_xml && is_no_character(p)))
        return "\xEF\xBF\xBD"; /* U+FFFD */
    if (length > 1)
        return NULL;
    if (limits->unfit && strchr(limits->unfit, *p))
        return *p == '"' ? "'" : *p == '<' ? "\xE2\x80\xB9" : " ";
    if (limits->is_xml && is_control(*p))
        return " ";
    return limits->is_cdata && strncmp(p, "]]>", 3) == 0 ? "] " : NULL;
}

static bool is_fit(const char *text, const struct gmi_text_limits *limits)
{
    for (const char *p = text; *p;) {
        const size_t length = code_point_length(p);
        if (replacement_of(p, length, limits))
            return false;
        p += length;
    }
    return true;
}

static void add_fit(struct gmi_text *out, const char *text,
                    const struct gmi_text_limits *limits)
{
    for (const char *p = text; *p;) {
        const size_t length = code_point_length(p);
        const char *instead = replacement_of(p, length, limits);
        if (instead)
            gmi_text_add(out, instead, strlen(instead));
        else
            gmi_text_add(out, p, length);
        p += length ? length : 1;
    }
}

/* The longest part of at most `limit` bytes that ends between code points. */
static size_t cut_length(const char *text, size_t limit)
{
    while (limit && ((unsigned char)text[limit] & 0xC0) == 0x80)
        limit--;
    return limit;
}

const char *gmi_text_fit(struct gmi_text *scratch, const char *text,
                         const struct gmi_text_limits *limits,
                         struct gmi_text_fate *fate)
{
    const bool is_good = is_fit(text, limits);
    *fate = (struct gmi_text_fate){.was_changed = !is_good};
    if (is_good && (!limits->bytes || strlen(text) <= limits->bytes))
        return text;
    gmi_text_clear(scratch);
    gmi_text_add(scratch, "", 0);
    add_fit(scratch, text, limits);
    if (scratch->is_failed)
        return NULL;
    fate->was_cut = limits->bytes && scratch->length > limits->bytes;
    if (fate->was_cut)
        scratch->data[cut_length(scratch->data, limits->bytes)] = '\0';
    return scratch->data;
}
