/* SPDX-License-Identifier: MIT */
/* The names in a text. */
#include "gazetteer/walk.h"

#include "text/fold.h"

/*
 * Words that are looked up together. A probe waits 100 ns for memory; asked
 * for ahead of time, the slots of a block arrive side by side. 128 buckets of
 * 64 bytes leave the first cache (32 KiB and up) room for the rest.
 */
enum { BLOCK = 128 };

/* A run of words that may still become a name. */
struct run {
    uint64_t key;
    uint32_t first;
};

/*
 * Looks at runs of `length` words: notes those that are names, and keeps in
 * `runs` those that longer names begin with, one word longer. Returns how
 * many these are.
 */
static size_t extend(const gm_gazetteer *gazetteer,
                     const struct gmi_word *words, size_t count,
                     struct run *runs, size_t run_count, size_t length,
                     uint16_t *lengths)
{
    size_t kept = 0;
    for (size_t i = 0; i < run_count; i++) {
        const struct run run = runs[i];
        const unsigned known = gmi_gazetteer_probe(gazetteer, run.key);
        if (known & GMI_KEY_IS_NAME)
            lengths[run.first] |= (uint16_t)(1u << (length - 1));
        const size_t next = run.first + length;
        if (!(known & GMI_KEY_IS_PREFIX) || next >= count ||
            !gmi_word_joins(&words[next]))
            continue;
        const uint64_t key = gmi_key_add(run.key, words[next].hash);
        gmi_gazetteer_prefetch(gazetteer, key);
        runs[kept++] = (struct run){key, run.first};
    }
    return kept;
}

void gmi_walk_names(const gm_gazetteer *gazetteer,
                    const struct gmi_word *words, size_t count,
                    uint16_t *lengths)
{
    struct run runs[BLOCK];
    for (size_t begin = 0; begin < count; begin += BLOCK) {
        const size_t end = count - begin < BLOCK ? count : begin + BLOCK;
        size_t run_count = 0;
        for (size_t i = begin; i < end; i++) {
            const uint64_t key = gmi_key_add(GMI_KEY_EMPTY, words[i].hash);
            gmi_gazetteer_prefetch(gazetteer, key);
            runs[run_count++] = (struct run){key, (uint32_t)i};
            lengths[i] = 0;
        }
        for (size_t length = 1; run_count > 0 && length <= GMI_WALK_WORDS_MAX;
             length++)
            run_count = extend(gazetteer, words, count, runs, run_count,
                               length, lengths);
    }
}

uint64_t gmi_walk_key(const struct gmi_word *word, size_t length)
{
    uint64_t key = GMI_KEY_EMPTY;
    for (size_t i = 0; i < length; i++)
        key = gmi_key_add(key, word[i].hash);
    return key;
}
