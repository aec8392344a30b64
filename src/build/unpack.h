/* SPDX-License-Identifier: MIT */
/* Bytes of a file, unpacked on the way: plain, gzip, zstd or zip. */
#ifndef BUILD_UNPACK_H
#define BUILD_UNPACK_H

#include "base/status.h"

#include <stddef.h>

struct gmi_unpacker;

gm_status gmi_unpacker_open(const char *path, struct gmi_unpacker **out,
                            uint64_t *packed_size, gm_error *err);
void gmi_unpacker_close(struct gmi_unpacker *unpacker);

/* Reads up to `size` bytes; 0 at the end. Tells how far it is in the file. */
gm_status gmi_unpacker_read(struct gmi_unpacker *unpacker, char *data,
                            size_t size, size_t *got, uint64_t *packed_done,
                            gm_error *err);

#endif
