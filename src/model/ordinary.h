/* SPDX-License-Identifier: MIT */
/*
 * Ordinary words of a language that are somewhere a place's name, too:
 * Russian "мука", German "Stein". A set of hashes, in the compiled word lists;
 * made from gazetteer/rules/ordinary-words.txt.
 */
#ifndef MODEL_ORDINARY_H
#define MODEL_ORDINARY_H

#include "base/container.h"
#include "text/fold.h"

#include <stdbool.h>

struct gmi_ordinary {
    const uint64_t *keys; /* 0: empty slot */
    size_t count;         /* of slots: a power of two, or 0 */
};

/* A word of a language ("ru"): never 0. */
static inline uint64_t gmi_ordinary_key(const char *language, uint64_t hash)
{
    uint64_t code = 0;
    for (size_t i = 0; i < 3 && language[i]; i++)
        code = code << 8 | (unsigned char)language[i];
    return gmi_mix(hash ^ gmi_mix(code)) | 1;
}

/* The word is given by the hash of its folded form. */
static inline bool gmi_ordinary_has(const struct gmi_ordinary *words,
                                    const char *language, uint64_t hash)
{
    const uint64_t key = gmi_ordinary_key(language, hash);
    const size_t mask = words->count - 1;
    for (size_t i = 0; i < words->count; i++) {
        const uint64_t found = words->keys[((size_t)(key >> 8) + i) & mask];
        if (found == key)
            return true;
        if (found == 0)
            break;
    }
    return false;
}

gm_status gmi_ordinary_open(const struct gmi_container *container,
                            struct gmi_ordinary *out, gm_error *err);

/* ---- Building ---------------------------------------------------------- */

struct gmi_ordinary_builder {
    uint64_t *keys;
    size_t size, count;
};

/* Reads a list; languages are named by lines "## lang: xx". */
gm_status gmi_ordinary_read(struct gmi_ordinary_builder *builder,
                            const char *path, gm_error *err);
void gmi_ordinary_write(const struct gmi_ordinary_builder *builder,
                        struct gmi_container_writer *writer);
void gmi_ordinary_builder_release(struct gmi_ordinary_builder *builder);

#endif
