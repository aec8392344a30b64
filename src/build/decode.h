/* SPDX-License-Identifier: MIT */
/* From the encoding of a table to UTF-8, as its bytes come. */
#ifndef BUILD_DECODE_H
#define BUILD_DECODE_H

#include "base/status.h"

#include <stddef.h>

struct gmi_decoder;

/*
 * By any name that iconv knows: "windows-1251", "ISO-8859-9", "UTF-16LE".
 * UTF-8 needs none: *out is NULL then. GM_ERR_ARGUMENT for an unknown one.
 */
gm_status gmi_decoder_open(const char *encoding, struct gmi_decoder **out,
                           gm_error *err);
void gmi_decoder_close(struct gmi_decoder *decoder);

/* Bytes that wait to be decoded: all of `begin` to `end`. */
struct gmi_bytes_in {
    const char *begin, *end;
};

/*
 * Decodes into `data`, room for `size` bytes; returns how many it wrote. What
 * is left in `in` is either the beginning of a letter or had no room. A byte
 * that is wrong becomes 0xff, so that its line is not UTF-8. `is_last`: no
 * more bytes will come.
 */
size_t gmi_decoder_run(struct gmi_decoder *decoder, struct gmi_bytes_in *in,
                       bool is_last, char *data, size_t size);

#endif
