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

static bool is_fit_for_xml(const char *text)
{
    for (const char *p = text; *p; p++)
        if (is_control(*p) || is_no_character(p))
            return false;
    return true;
}

static void make_fit_for_xml(char *text)
{
    for (char *p = text; *p; p++) {
        if (is_control(*p))
            *p = ' ';
        else if (is_no_character(p))
            p[2] = (char)0xBD; /* U+FFFD */
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
                         const struct gmi_text_limits *limits, bool *was_cut)
{
    const size_t length = strlen(text);
    *was_cut = limits->bytes && length > limits->bytes;
    const bool is_changed = limits->is_xml && !is_fit_for_xml(text);
    if (!*was_cut && !is_changed)
        return text;
    gmi_text_clear(scratch);
    gmi_text_add(scratch, text,
                 *was_cut ? cut_length(text, limits->bytes) : length);
    if (scratch->is_failed)
        return NULL;
    if (is_changed)
        make_fit_for_xml(scratch->data);
    return scratch->data;
}
