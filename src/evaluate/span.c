/* SPDX-License-Identifier: MIT */
/* The form in which phrases are compared. */
#include "evaluate/span.h"

#include "text/utf8.h"

#include <utf8proc.h>

enum {
    CAPITAL_I_WITH_DOT = 0x130, /* the one capital with two small letters */
    CAPITAL_SIGMA = 0x3a3,      /* the one with a form at the end of words */
    FINAL_SIGMA = 0x3c2,
    COMBINING_DOT = 0x307
};

/* White space of Unicode, with the separators that ASCII has. */
static bool is_space(uint32_t code)
{
    if (code < 0x80)
        return (code >= 9 && code <= 13) || (code >= 28 && code <= 32);
    return code == 0x85 || code == 0xa0 || code == 0x1680 ||
           (code >= 0x2000 && code <= 0x200a) || code == 0x2028 ||
           code == 0x2029 || code == 0x202f || code == 0x205f || code == 0x3000;
}

static bool is_letter(uint32_t code)
{
    const utf8proc_category_t category =
        utf8proc_category((utf8proc_int32_t)code);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

static void put(uint32_t code, struct gmi_buffer *out)
{
    char bytes[4];
    gmi_buffer_add(out, bytes, gmi_utf8_put(code, bytes));
}

static void put_small(uint32_t code, bool is_last_letter,
                      struct gmi_buffer *out)
{
    if (code == CAPITAL_SIGMA && is_last_letter) {
        put(FINAL_SIGMA, out);
    } else if (code == CAPITAL_I_WITH_DOT) {
        put('i', out);
        put(COMBINING_DOT, out);
    } else {
        put((uint32_t)utf8proc_tolower((utf8proc_int32_t)code), out);
    }
}

void gmi_phrase_key(const char *text, size_t length, struct gmi_buffer *out)
{
    bool is_begun = false, is_between = false, is_behind_letter = false;
    for (size_t i = 0; i < length;) {
        const uint32_t code = gmi_utf8_next(text, &i);
        if (is_space(code)) {
            is_between = true;
            is_behind_letter = false;
            continue;
        }
        if (is_begun && is_between)
            gmi_buffer_add_char(out, ' ');
        is_begun = true;
        is_between = false;
        size_t next = i;
        const bool is_at_end =
            next >= length || !is_letter(gmi_utf8_next(text, &next));
        put_small(code, is_behind_letter && is_at_end, out);
        is_behind_letter = is_letter(code);
    }
}
