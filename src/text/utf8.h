/* SPDX-License-Identifier: MIT */
/* UTF-8, as RFC 3629 has it: no surrogates, nothing over U+10FFFF. */
#ifndef TEXT_UTF8_H
#define TEXT_UTF8_H

#include <stddef.h>
#include <stdint.h>

/* Offset of the first byte that is not UTF-8; `length` when all is. */
size_t gmi_utf8_check(const char *text, size_t length);

/*
 * Reads one code point of valid UTF-8 at `*position`, below `length`, and
 * moves behind it.
 */
static inline uint32_t gmi_utf8_next(const char *text, size_t *position)
{
    const unsigned char *p = (const unsigned char *)text + *position;
    if (p[0] < 0x80) {
        *position += 1;
        return p[0];
    }
    if (p[0] < 0xe0) {
        *position += 2;
        return (uint32_t)(p[0] & 0x1f) << 6 | (p[1] & 0x3f);
    }
    if (p[0] < 0xf0) {
        *position += 3;
        return (uint32_t)(p[0] & 0x0f) << 12 | (uint32_t)(p[1] & 0x3f) << 6 |
               (p[2] & 0x3f);
    }
    *position += 4;
    return (uint32_t)(p[0] & 0x07) << 18 | (uint32_t)(p[1] & 0x3f) << 12 |
           (uint32_t)(p[2] & 0x3f) << 6 | (p[3] & 0x3f);
}

/* Writes a code point; returns how many bytes, 1 to 4. */
size_t gmi_utf8_put(uint32_t code, char out[4]);

/* Code points in valid UTF-8. */
size_t gmi_utf8_count(const char *text, size_t length);

#endif
