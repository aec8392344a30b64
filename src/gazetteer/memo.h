/* SPDX-License-Identifier: MIT */
/*
 * Answers about places, kept so that they are worked out once: from a place to
 * another. What is kept last stands; a place that is not there has to be asked
 * about anew. From any thread, as each answer is one number.
 */
#ifndef GAZETTEER_MEMO_H
#define GAZETTEER_MEMO_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

/* 512 KiB, of which a short run touches little. */
enum { GMI_MEMO_SIZE = 1 << 16 };

struct gmi_memo {
    atomic_uint_least64_t answers[GMI_MEMO_SIZE]; /* (place + 1) << 32 | it */
};

static inline bool gmi_memo_find(struct gmi_memo *memo, uint32_t place,
                                 uint32_t *answer)
{
    const uint64_t kept = atomic_load_explicit(
        &memo->answers[place % GMI_MEMO_SIZE], memory_order_relaxed);
    if (kept >> 32 != (uint64_t)place + 1)
        return false;
    *answer = (uint32_t)kept;
    return true;
}

/* `place` is none of the last of all numbers. */
static inline void gmi_memo_keep(struct gmi_memo *memo, uint32_t place,
                                 uint32_t answer)
{
    atomic_store_explicit(&memo->answers[place % GMI_MEMO_SIZE],
                          ((uint64_t)place + 1) << 32 | answer,
                          memory_order_relaxed);
}

#endif
