/* SPDX-License-Identifier: MIT */
/* Text in the cells of a terminal. */
#include "write/display.h"

#include "text/utf8.h"

#include <stdbool.h>
#include <string.h>
#include <utf8proc.h>

enum {
    EMOJI_STYLE = 0xfe0f, /* variation selector 16: as a picture */
    LINE_SEPARATOR = 0x2028,
    PARAGRAPH_SEPARATOR = 0x2029
};

static bool is_control(uint32_t code)
{
    return code < 0x20 || (code >= 0x7f && code < 0xa0) ||
           code == LINE_SEPARATOR || code == PARAGRAPH_SEPARATOR;
}

/*
 * Embeddings, overrides and isolates: one that is not closed before the text
 * is cut turns the rest of the row around.
 */
static bool is_direction(uint32_t code)
{
    return (code >= 0x202a && code <= 0x202e) ||
           (code >= 0x2066 && code <= 0x2069);
}

static void add_valid(struct gmi_buffer *out, const char *text, size_t length)
{
    size_t done = 0;
    for (size_t at = 0; at < length;) {
        const size_t start = at;
        const uint32_t code = gmi_utf8_next(text, &at);
        const bool is_blank = is_control(code);
        if (!is_blank && !is_direction(code))
            continue;
        gmi_buffer_add(out, text + done, start - done);
        if (is_blank)
            gmi_buffer_add_char(out, ' ');
        done = at;
    }
    gmi_buffer_add(out, text + done, length - done);
}

void gmi_display_add(struct gmi_buffer *out, const char *text)
{
    size_t length = strlen(text);
    size_t valid = gmi_utf8_check(text, length);
    while (valid < length) {
        add_valid(out, text, valid);
        gmi_buffer_add_string(out, "\xef\xbf\xbd");
        text += valid + 1;
        length -= valid + 1;
        valid = gmi_utf8_check(text, length);
    }
    add_valid(out, text, length);
}

/*
 * Reads one grapheme at `*at`, and returns its cells. A wide letter stays two
 * cells with all that joins it: skin colours, further members of a family.
 * Elsewhere the parts add up: a syllable of Devanagari takes what its letters
 * take.
 */
static size_t next_grapheme(const char *text, size_t length, size_t *at)
{
    utf8proc_int32_t state = 0;
    utf8proc_int32_t last = (utf8proc_int32_t)gmi_utf8_next(text, at);
    size_t width = (size_t)utf8proc_charwidth(last);
    bool is_wide = width == 2;
    while (*at < length) {
        size_t ahead = *at;
        const utf8proc_int32_t code =
            (utf8proc_int32_t)gmi_utf8_next(text, &ahead);
        if (utf8proc_grapheme_break_stateful(last, code, &state))
            break;
        if (code == EMOJI_STYLE)
            is_wide = true;
        width += (size_t)utf8proc_charwidth(code);
        last = code;
        *at = ahead;
    }
    return is_wide ? 2 : width;
}

/* Printable ASCII is most of what there is. */
static size_t ascii_run(const char *text, size_t length)
{
    size_t i = 0;
    while (i < length && text[i] >= 0x20 && text[i] < 0x7f)
        i++;
    return i;
}

size_t gmi_display_width(const char *text, size_t length)
{
    size_t width;
    gmi_display_fit(text, length, (size_t)-1, &width);
    return width;
}

size_t gmi_display_fit(const char *text, size_t length, size_t width,
                       size_t *taken)
{
    /* The last of the run may carry a mark. */
    size_t at = ascii_run(text, length);
    if (at && at < length)
        at--;
    if (at > width)
        at = width;
    *taken = at;
    while (at < length) {
        size_t next = at;
        const size_t more = next_grapheme(text, length, &next);
        if (more > width - *taken)
            break;
        *taken += more;
        at = next;
    }
    return at;
}
