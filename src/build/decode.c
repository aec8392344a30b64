/* SPDX-License-Identifier: MIT */
/* From the encoding of a table to UTF-8. */
#include "build/decode.h"

#include "base/memory.h"

#include <ctype.h>
#include <errno.h>
#include <iconv.h>
#include <string.h>
#include <strings.h>

struct gmi_decoder {
    iconv_t iconv;
    size_t unit; /* bytes that are skipped when they are wrong */
};

static bool is_utf8(const char *encoding)
{
    return strcasecmp(encoding, "utf-8") == 0 ||
           strcasecmp(encoding, "utf8") == 0;
}

static size_t unit_of(const char *encoding)
{
    if (strncasecmp(encoding, "utf-16", 6) == 0 ||
        strncasecmp(encoding, "utf16", 5) == 0 ||
        strncasecmp(encoding, "ucs-2", 5) == 0)
        return 2;
    if (strncasecmp(encoding, "utf-32", 6) == 0 ||
        strncasecmp(encoding, "utf32", 5) == 0 ||
        strncasecmp(encoding, "ucs-4", 5) == 0)
        return 4;
    return 1;
}

/* "//TRANSLIT" and the like are iconv's options, not encodings. */
static bool is_name(const char *encoding)
{
    for (const char *p = encoding; *p; p++)
        if (!isalnum((unsigned char)*p) && !strchr("-_.:+()", *p))
            return false;
    return *encoding != '\0';
}

gm_status gmi_decoder_open(const char *encoding, struct gmi_decoder **out,
                           gm_error *err)
{
    if (is_utf8(encoding)) {
        *out = NULL;
        return GM_OK;
    }
    struct gmi_decoder *decoder = gmi_alloc(sizeof *decoder);
    if (!decoder)
        return gmi_fail_memory(err);
    decoder->iconv =
        is_name(encoding) ? iconv_open("UTF-8", encoding) : (iconv_t)-1;
    decoder->unit = unit_of(encoding);
    if (decoder->iconv == (iconv_t)-1) {
        gmi_release(decoder);
        return gmi_fail(err, GM_ERR_ARGUMENT,
                        "'%.60s' is no encoding that is known", encoding);
    }
    *out = decoder;
    return GM_OK;
}

void gmi_decoder_close(struct gmi_decoder *decoder)
{
    if (!decoder)
        return;
    iconv_close(decoder->iconv);
    gmi_release(decoder);
}

size_t gmi_decoder_run(struct gmi_decoder *decoder, struct gmi_bytes_in *in,
                       bool is_last, char *data, size_t size)
{
    char *from = (char *)(uintptr_t)in->begin, *to = data;
    size_t left = (size_t)(in->end - in->begin), room = size;
    while (left > 0) {
        if (iconv(decoder->iconv, &from, &left, &to, &room) != (size_t)-1)
            break;
        if (errno == E2BIG || room == 0 || (errno == EINVAL && !is_last))
            break;
        *to++ = '\xff';
        room--;
        const size_t skipped = left < decoder->unit ? left : decoder->unit;
        from += skipped;
        left -= skipped;
    }
    in->begin = from;
    return (size_t)(to - data);
}
