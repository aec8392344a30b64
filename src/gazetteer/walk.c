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

struct walk {
    const gm_gazetteer *gazetteer;
    const struct gmi_word *words;
    size_t word_count;
    uint16_t *lengths;
    struct run runs[BLOCK]; /* of one length */
    size_t run_count;
};

/* The runs of one word that begin at `begin` and on. */
static void begin_runs(struct walk *walk, size_t begin, size_t end)
{
    walk->run_count = 0;
    for (size_t i = begin; i < end; i++) {
        const uint64_t key = gmi_key_add(GMI_KEY_EMPTY, walk->words[i].hash);
        gmi_gazetteer_prefetch(walk->gazetteer, key);
        walk->runs[walk->run_count++] = (struct run){key, (uint32_t)i};
        walk->lengths[i] = 0;
    }
}

/*
 * Looks at the runs, of `length` words: notes those that are names, and makes
 * those that longer names begin with one word longer; the others go.
 */
static void extend_runs(struct walk *walk, size_t length)
{
    size_t kept = 0;
    for (size_t i = 0; i < walk->run_count; i++) {
        const struct run run = walk->runs[i];
        const unsigned known = gmi_gazetteer_known(walk->gazetteer, run.key);
        if (known & GMI_KEY_IS_NAME)
            walk->lengths[run.first] |= (uint16_t)(1u << (length - 1));
        const size_t next = run.first + length;
        if (!(known & GMI_KEY_IS_PREFIX) || next >= walk->word_count ||
            !gmi_word_joins(&walk->words[next]))
            continue;
        const uint64_t key = gmi_key_add(run.key, walk->words[next].hash);
        gmi_gazetteer_prefetch(walk->gazetteer, key);
        walk->runs[kept++] = (struct run){key, run.first};
    }
    walk->run_count = kept;
}

void gmi_walk_names(const gm_gazetteer *gazetteer,
                    const struct gmi_word *words, size_t count,
                    uint16_t *lengths)
{
    struct walk walk = {.gazetteer = gazetteer,
                        .words = words,
                        .word_count = count,
                        .lengths = lengths};
    for (size_t begin = 0; begin < count; begin += BLOCK) {
        begin_runs(&walk, begin, count - begin < BLOCK ? count : begin + BLOCK);
        for (size_t length = 1;
             walk.run_count > 0 && length <= GMI_WALK_WORDS_MAX; length++)
            extend_runs(&walk, length);
    }
}

uint64_t gmi_walk_key(const struct gmi_word *word, size_t length)
{
    uint64_t key = GMI_KEY_EMPTY;
    for (size_t i = 0; i < length; i++)
        key = gmi_key_add(key, word[i].hash);
    return key;
}
