/* SPDX-License-Identifier: MIT */
/* Writes the index of a compiled file: from the key of a name to its record. */
#include "build/index_writer.h"

#include "base/status.h"

/*
 * Keys that a bucket of eight holds on average: 5. One bucket in ten is full
 * then and makes a search go on to the next; at 5.6 it is one in five.
 */
enum { KEYS_PER_BUCKET = 5 };

/* A key, once, with what is known of it. */
struct key {
    uint64_t key;
    uint32_t mark, name;
};

/* Walks over names' keys and prefixes together. */
struct key_walk {
    size_t name, prefix;
};

static bool next_key(const gm_builder *builder, struct key_walk *walk,
                     struct key *out)
{
    const bool has_name = walk->name < builder->name_count;
    const bool has_prefix = walk->prefix < builder->prefix_count;
    if (!has_name && !has_prefix)
        return false;
    const uint64_t name_key =
        has_name ? builder->names[walk->name].key : UINT64_MAX;
    const uint64_t prefix_key =
        has_prefix ? builder->prefixes[walk->prefix] : UINT64_MAX;
    out->key = name_key < prefix_key ? name_key : prefix_key;
    out->mark = gmi_mark_of(out->key);
    out->name = 0;
    if (has_name && name_key == out->key) {
        out->mark |= GMI_MARK_IS_NAME;
        out->name = (uint32_t)walk->name;
        while (walk->name < builder->name_count &&
               builder->names[walk->name].key == out->key)
            walk->name++;
    }
    if (has_prefix && prefix_key == out->key) {
        out->mark |= GMI_MARK_IS_PREFIX;
        walk->prefix++;
    }
    return true;
}

/*
 * A key goes to the first slot of its home, or behind the key before it.
 * Keys come in the order of their buckets, so the table is written from front
 * to back, and each bucket is filled from its front.
 */
static uint64_t slot_of(uint64_t key, uint64_t buckets, uint64_t next)
{
    const uint64_t home = gmi_home_bucket(key, buckets) * GMI_BUCKET_SLOTS;
    return home > next ? home : next;
}

/* Whether no key is pushed behind the last bucket or out of reach. */
static bool fits(const gm_builder *builder, uint64_t buckets)
{
    struct key_walk walk = {0};
    struct key key;
    uint64_t next = 0;
    while (next_key(builder, &walk, &key)) {
        const uint64_t slot = slot_of(key.key, buckets, next);
        if (slot / GMI_BUCKET_SLOTS - gmi_home_bucket(key.key, buckets) >=
            GMI_BUCKETS_REACH)
            return false;
        next = slot + 1;
    }
    return next <= buckets * GMI_BUCKET_SLOTS;
}

static uint64_t count_keys(const gm_builder *builder)
{
    struct key_walk walk = {0};
    struct key key;
    uint64_t keys = 0;
    while (next_key(builder, &walk, &key))
        keys++;
    return keys;
}

static gm_status count_buckets(const gm_builder *builder, uint64_t keys,
                               uint64_t *out, gm_error *err)
{
    uint64_t buckets = keys / KEYS_PER_BUCKET + 1;
    const uint64_t most = buckets * 8 + GMI_BUCKETS_REACH;
    while (buckets <= most && buckets < UINT32_MAX && !fits(builder, buckets))
        buckets += buckets / 16 + 1;
    if (buckets > most || buckets >= UINT32_MAX)
        return gmi_fail(err, GM_ERR_UNSUPPORTED,
                        "the names cannot be indexed: too many, or too many "
                        "whose hashes collide");
    *out = buckets;
    return GM_OK;
}

/* Keys come in the order of their words, too. */
static void write_filter(const gm_builder *builder, uint64_t keys,
                         struct gmi_container_writer *out)
{
    const uint64_t count = keys * GMI_FILTER_BITS_PER_KEY / 64 + 1;
    struct key_walk walk = {0};
    struct key key;
    uint64_t word = 0, written = 0;
    gmi_container_begin_section(out, GMI_SECTION_FILTER, sizeof word);
    while (next_key(builder, &walk, &key)) {
        while (written < gmi_filter_word(key.key, count)) {
            gmi_container_write(out, &word, sizeof word);
            word = 0;
            written++;
        }
        word |= gmi_filter_bits(key.key);
    }
    for (; written < count; written++) {
        gmi_container_write(out, &word, sizeof word);
        word = 0;
    }
}

static void write_buckets(const gm_builder *builder, uint64_t buckets,
                          struct gmi_container_writer *out)
{
    gmi_container_begin_section(out, GMI_SECTION_SLOTS,
                                sizeof(struct gmi_bucket_record));
    struct gmi_bucket_record bucket = {0};
    struct key_walk walk = {0};
    struct key key;
    uint64_t next = 0, written = 0;
    while (next_key(builder, &walk, &key)) {
        const uint64_t slot = slot_of(key.key, buckets, next);
        while (written < slot / GMI_BUCKET_SLOTS) {
            gmi_container_write(out, &bucket, sizeof bucket);
            bucket = (struct gmi_bucket_record){0};
            written++;
        }
        bucket.marks[slot % GMI_BUCKET_SLOTS] = key.mark;
        bucket.names[slot % GMI_BUCKET_SLOTS] = key.name;
        next = slot + 1;
    }
    for (; written < buckets; written++) {
        gmi_container_write(out, &bucket, sizeof bucket);
        bucket = (struct gmi_bucket_record){0};
    }
}

gm_status gmi_write_index(const gm_builder *builder,
                          struct gmi_container_writer *out, gm_error *err)
{
    const uint64_t keys = count_keys(builder);
    uint64_t buckets = 0;
    const gm_status status = count_buckets(builder, keys, &buckets, err);
    if (status)
        return status;
    write_buckets(builder, buckets, out);
    write_filter(builder, keys, out);
    return GM_OK;
}
