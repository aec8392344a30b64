/* SPDX-License-Identifier: MIT */
/* The tagger's vocabulary, made from a table of words. */
#include "train/vocabulary_table.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "train/file_lines.h"

#include <stdio.h>
#include <string.h>

struct row {
    uint64_t hash;
    struct gmi_vocabulary_entry entry;
};

enum { SMALL_MAX = 10, RANK_MAX = 16 };

/* The binary logarithm of a word's place in the table, less 2. */
static uint8_t rank_of(size_t place)
{
    uint8_t bits = 0;
    for (; place > 7; place >>= 1)
        bits++;
    return bits < RANK_MAX ? (uint8_t)(bits + 1) : RANK_MAX;
}

/* False when the line is no row of the table. */
static bool parse_row(const char *line, size_t rank, struct row *out)
{
    unsigned a, b, c, small;
    const char *tab = strchr(line, '\t');
    if (!tab || sscanf(tab, "%u %u %u %u", &a, &b, &c, &small) != 4 ||
        a > 63 || b > 255 || c > 1023 || small > SMALL_MAX)
        return false;
    const size_t length = (size_t)(tab - line);
    if (gmi_utf8_check(line, length) < length)
        return false;
    size_t position = 0;
    struct gmi_word word;
    *out = (struct row){0};
    if (!gmi_word_next(line, length, &position, &word) ||
        word.end - word.start != length || (uint32_t)word.hash == 0)
        return true; /* a sign, or several words: nothing to look up */
    out->hash = word.hash;
    const struct gmi_vocabulary_facts facts = {
        .cluster_64 = (uint8_t)(a + 1),
        .cluster_256 = (uint16_t)(b + 1),
        .cluster_1024 = (uint16_t)(c + 1),
        .rank = rank_of(rank),
        .small = (uint8_t)small,
    };
    out->entry = gmi_vocabulary_pack(word.hash, &facts);
    return true;
}

static gm_status read_rows(struct gmi_file_lines *lines, struct row **rows,
                           size_t *count, gm_error *err)
{
    size_t capacity = 0, length;
    const char *line;
    while ((line = gmi_file_lines_next(lines, &length))) {
        if (line[0] == '#' && line[1] == ' ')
            continue;
        if (!gmi_reserve(rows, &capacity, *count, sizeof **rows))
            return gmi_fail_memory(err);
        if (!parse_row(line, *count + 1, &(*rows)[*count])) {
            gm_error why;
            gmi_fail(&why, GM_ERR_SYNTAX, "not a word and four numbers");
            return gmi_file_lines_fail(lines, &why, err);
        }
        ++*count;
    }
    return GM_OK;
}

static void insert(struct gmi_vocabulary_entry *entries, size_t size,
                   const struct row *row)
{
    size_t slot = gmi_vocabulary_slot(row->hash, size);
    while (entries[slot].fingerprint) {
        if (entries[slot].fingerprint == row->entry.fingerprint)
            return;
        slot = slot + 1 < size ? slot + 1 : 0;
    }
    entries[slot] = row->entry;
}

gm_status gmi_vocabulary_read(const char *path,
                              struct gmi_vocabulary_entry **entries,
                              size_t *count, gm_error *err)
{
    struct gmi_file_lines lines;
    struct row *rows = NULL;
    size_t row_count = 0, word_count = 0;
    gm_status status = gmi_file_lines_open(&lines, path, err);
    if (status)
        return status;
    status = read_rows(&lines, &rows, &row_count, err);
    gmi_file_lines_close(&lines);
    if (!status) {
        for (size_t i = 0; i < row_count; i++)
            word_count += rows[i].hash != 0;
        *count = word_count + word_count / 3 + 16;
        *entries = gmi_alloc_zeroed(*count, sizeof **entries);
        if (!*entries)
            status = gmi_fail_memory(err);
    }
    for (size_t i = 0; i < row_count && !status; i++)
        if (rows[i].hash)
            insert(*entries, *count, &rows[i]);
    gmi_release(rows);
    return status;
}
