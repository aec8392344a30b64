/* SPDX-License-Identifier: MIT */
/* Texts brought into a shape that a format can hold. */
#include "layer/text.h"

#include <cpl_string.h>
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

static bool is_fit(const char *text, size_t length,
                   const struct gmi_text_limits *limits)
{
    if (!CPLIsUTF8(text, (int)length))
        return false;
    for (const char *p = text; limits->is_xml && *p; p++)
        if (is_control(*p) || is_no_character(p))
            return false;
    return !(limits->is_cdata && strstr(text, "]]>"));
}

/* Adds what stands at `p`, as it is or changed; returns its bytes. */
static size_t add_fit(struct gmi_text *out, const char *p, bool is_bad,
                      const struct gmi_text_limits *limits)
{
    static const char replacement[] = "\xEF\xBF\xBD"; /* U+FFFD */
    if (is_bad && (unsigned char)*p >= 0x80) {
        gmi_text_add(out, replacement, 3);
        return 1;
    }
    if (limits->is_xml && is_control(*p)) {
        gmi_text_add(out, " ", 1);
        return 1;
    }
    if (limits->is_xml && is_no_character(p)) {
        gmi_text_add(out, replacement, 3);
        return 3;
    }
    if (limits->is_cdata && strncmp(p, "]]>", 3) == 0) {
        gmi_text_add(out, "]] >", 4);
        return 3;
    }
    gmi_text_add(out, p, 1);
    return 1;
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
    const bool is_long = limits->bytes && length > limits->bytes;
    *was_cut = is_long;
    if (!is_long && is_fit(text, length, limits))
        return text;
    const bool is_bad = !CPLIsUTF8(text, (int)length);
    gmi_text_clear(scratch);
    for (const char *p = text; *p;)
        p += add_fit(scratch, p, is_bad, limits);
    if (scratch->is_failed)
        return NULL;
    *was_cut = limits->bytes && scratch->length > limits->bytes;
    if (*was_cut)
        scratch->data[cut_length(scratch->data, limits->bytes)] = '\0';
    return scratch->data;
}
