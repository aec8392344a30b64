/* SPDX-License-Identifier: MIT */
/* Checks that the index of a compiled gazetteer leads to its names. */
#include "gazetteer/verify.h"

#include "text/fold.h"

#include <string.h>

static bool leads_to(const struct gmi_image *image, uint64_t key, size_t first)
{
    struct gmi_slot_walk walk = gmi_image_walk_slots(image, key);
    uint32_t record;
    if (!gmi_image_may_know(image, key))
        return false;
    while (gmi_image_next_name(image, &walk, &record))
        if (record == first)
            return true;
    return false;
}

/* Whether what the name begins with is marked so; its key on the way. */
static bool has_prefixes(const struct gmi_image *image, const char *text,
                         uint64_t *key)
{
    const size_t length = strlen(text);
    size_t position = 0, words = 0;
    struct gmi_word word;
    *key = GMI_KEY_EMPTY;
    while (gmi_word_next(text, length, &position, &word)) {
        if (words++ > 0 && !(gmi_image_may_know(image, *key) &&
                              (gmi_image_probe(image, *key) &
                               GMI_MARK_IS_PREFIX)))
            return false;
        *key = gmi_key_add(*key, word.hash);
    }
    return words > 0;
}

/* Records of one key stand together and their slot leads to the first. */
static gm_status verify_runs(const struct gmi_image *image, size_t *runs,
                             gm_error *err)
{
    size_t first = 0;
    uint64_t run_key = 0;
    uint32_t checked = UINT32_MAX;
    for (size_t i = 0; i < image->name_count; i++) {
        const struct gmi_name_record *name = &image->names[i];
        uint64_t key = run_key;
        if (name->text != checked || i == first) {
            if (!has_prefixes(image, image->strings + name->text, &key))
                return gmi_verify_fail(
                    err, "what a name begins with is not in the index", i);
            checked = name->text;
        }
        if (i == first && !leads_to(image, key, first))
            return gmi_verify_fail(err, "a name is not in the index", i);
        if (i > first && key != run_key)
            return gmi_verify_fail(err, "a name stands among others", i);
        run_key = key;
        if (name->flags & GMI_NAME_LAST) {
            first = i + 1;
            ++*runs;
        }
    }
    if (first != image->name_count)
        return gmi_verify_fail(err, "the last name does not end",
                               image->name_count);
    return GM_OK;
}

/* Slots are filled from the front, and as many are names as there are. */
static gm_status verify_buckets(const struct gmi_image *image, size_t runs,
                                gm_error *err)
{
    size_t names = 0;
    for (size_t i = 0; i < image->bucket_count; i++) {
        const struct gmi_bucket_record *bucket = &image->buckets[i];
        for (size_t slot = 0; slot < GMI_BUCKET_SLOTS; slot++) {
            const uint32_t mark = bucket->marks[slot];
            if (mark == 0 ? bucket->names[slot] != 0
                          : (mark & GMI_MARK_BITS) == 0 ||
                                (slot > 0 && bucket->marks[slot - 1] == 0))
                return gmi_verify_fail(err, "a slot is not filled rightly", i);
            names += mark & GMI_MARK_IS_NAME;
            if ((mark & GMI_MARK_IS_NAME) &&
                bucket->names[slot] >= image->name_count)
                return gmi_verify_fail(err, "a slot leads to no name", i);
        }
    }
    if (names != runs)
        return gmi_fail(err, GM_ERR_DAMAGED,
                        "the index has %zu names, not %zu", names, runs);
    return GM_OK;
}

gm_status gmi_verify_index(const struct gmi_image *image, gm_error *err)
{
    size_t runs = 0;
    gm_status status = verify_runs(image, &runs, err);
    if (!status)
        status = verify_buckets(image, runs, err);
    return status;
}
