/* SPDX-License-Identifier: MIT */
/* Writes the index of a compiled file: from the key of a name to its record. */
#ifndef BUILD_INDEX_WRITER_H
#define BUILD_INDEX_WRITER_H

#include "build/builder.h"

/* The section of buckets; names and prefixes are sorted. */
gm_status gmi_write_index(const gm_builder *builder,
                          struct gmi_container_writer *out, gm_error *err);

#endif
