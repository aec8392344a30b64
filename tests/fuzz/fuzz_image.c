/* SPDX-License-Identifier: MIT */
/*
 * A compiled gazetteer that may hold anything behind its header. Size and
 * checksum of the header are put right, so that what is behind is met.
 */
#include "input.h"

#include "gazetteer/gazetteer.h"
#include "gazetteer/walk.h"
#include "text/utf8.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

static void repair(uint8_t *data, size_t size)
{
    struct gmi_container_header *header = (void *)data;
    if (size < sizeof *header)
        return;
    header->file_size = size;
    header->checksum = 0;
    size_t count = header->section_count;
    if (count > GMI_SECTIONS_MAX ||
        sizeof *header + count * sizeof(struct gmi_section) > size)
        return;
    header->checksum = XXH3_64bits(
        data, sizeof *header + count * sizeof(struct gmi_section));
}

static void use_text(const char *text)
{
    require(gmi_utf8_check(text, strlen(text)) == strlen(text));
}

static bool use_match(void *context, const gm_match *match)
{
    size_t *count = context;
    use_text(match->name.text);
    return ++*count < 100;
}

static void look_up(const gm_gazetteer *gazetteer, const char *name)
{
    size_t count = 0;
    gm_gazetteer_lookup(gazetteer, name, strlen(name), use_match, &count,
                        NULL);
    struct gmi_word words[100];
    uint16_t lengths[100];
    size_t position = 0, word_count = 0;
    while (word_count < 100 &&
           gmi_word_next(name, strlen(name), &position, &words[word_count]))
        word_count++;
    gmi_walk_names(gazetteer, words, word_count, lengths);
}

static void use_place(const gm_gazetteer *gazetteer, uint32_t index)
{
    gm_place place;
    gm_name name;
    if (gm_gazetteer_place(gazetteer, index, &place))
        return;
    use_text(place.name);
    use_text(place.admin1);
    use_text(place.admin2);
    gmi_gazetteer_ancestors(gazetteer, index);
    for (size_t i = 0;
         i < 50 && !gm_gazetteer_place_name(gazetteer, index, i, &name); i++) {
        use_text(name.text);
        if (i < 3)
            look_up(gazetteer, name.text);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    uint8_t *copy = malloc(size + 1);
    memcpy(copy, data, size);
    repair(copy, size);
    const char *path = input_file("image.gaz", copy, size);
    free(copy);
    gm_gazetteer *gazetteer;
    gm_error err;
    if (gm_gazetteer_open(&path, 1, &gazetteer, &err)) {
        require(err.message[0] && !strchr(err.message, '\n'));
        return 0;
    }
    const uint64_t count = gm_gazetteer_place_count(gazetteer);
    for (uint64_t i = 0; i < count && i < 50; i++)
        use_place(gazetteer, (uint32_t)i);
    gm_source source;
    for (size_t i = 0; i < 50 && !gm_gazetteer_source(gazetteer, i, &source);
         i++)
        use_text(source.name);
    look_up(gazetteer, "New York");
    look_up(gazetteer, "Yerevann");
    gm_gazetteer_verify(gazetteer, &err);
    gm_gazetteer_close(gazetteer);
    return 0;
}
