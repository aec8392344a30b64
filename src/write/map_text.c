/* SPDX-License-Identifier: MIT */
/* How wide text is on a picture whose fonts are not known. */
#include "write/map_text.h"

#include "text/utf8.h"

#include <string.h>
#include <utf8proc.h>

const char GMI_MAP_FONTS[] =
    "Noto Sans, DejaVu Sans, Segoe UI, Roboto, Helvetica, Arial, "
    "Noto Sans Armenian, Noto Sans Georgian, Mshtakan, Sylfaen, sans-serif";

/*
 * Hundredths of the size, for the printable part of ASCII: those of DejaVu
 * Sans, the widest of the fonts above.
 */
static const unsigned char ASCII[] = {
    32,  40, 46, 84, 64, 95, 78, 28, 39, 39, 50, 84, 32, 36, 32, 34, /* blank */
    64,  64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 53, /* 0 */
    100, 68, 69, 70, 77, 63, 58, 77, 75, 30, 30, 66, 56, 86, 75, 79, /* @ */
    60,  79, 69, 63, 61, 73, 68, 99, 69, 61, 69, 39, 34, 39, 84, 50, /* P */
    50,  61, 63, 55, 63, 62, 35, 63, 63, 28, 28, 58, 28, 97, 63, 61, /* ` */
    63,  63, 41, 52, 39, 63, 59, 82, 59, 59, 52, 64, 34, 64, 84};    /* p */

enum { OTHER = 66, WIDE = 100 };

static unsigned width_of(uint32_t code)
{
    if (code >= ' ' && code < ' ' + sizeof ASCII)
        return ASCII[code - ' '];
    switch (utf8proc_charwidth((utf8proc_int32_t)code)) {
    case 0:
        return 0;
    case 2:
        return WIDE;
    default:
        return OTHER;
    }
}

double gmi_map_text_width(const char *text, double size)
{
    const size_t length = strlen(text);
    unsigned long sum = 0;
    for (size_t at = 0; at < length;)
        sum += width_of(gmi_utf8_next(text, &at));
    return (double)sum * size / 100;
}
