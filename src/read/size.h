/* SPDX-License-Identifier: MIT */
/* How much there is to read. */
#ifndef READ_SIZE_H
#define READ_SIZE_H

#include <stddef.h>
#include <stdint.h>

/* Bytes of all files named, and in folders; 0 when that cannot be known. */
uint64_t gmi_inputs_size(const char *const *paths, size_t count);

#endif
