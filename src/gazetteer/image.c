/* SPDX-License-Identifier: MIT */
/* One compiled gazetteer, mapped. */
#include "gazetteer/image.h"

#include "base/memory.h"
#include "text/utf8.h"

#include <string.h>

static gm_status open_sections(struct gmi_image *image, gm_error *err)
{
    const struct gmi_container *c = &image->container;
    const struct {
        uint32_t tag;
        size_t item_size;
        const void *items;
        size_t *count;
    } sections[] = {
        {GMI_SECTION_STRINGS, 1, &image->strings, &image->string_bytes},
        {GMI_SECTION_PLACES, sizeof *image->places, &image->places,
         &image->place_count},
        {GMI_SECTION_NAMES, sizeof *image->names, &image->names,
         &image->name_count},
        {GMI_SECTION_OF_PLACE, sizeof *image->names_of_place,
         &image->names_of_place, &image->of_place_count},
        {GMI_SECTION_SLOTS, sizeof *image->buckets, &image->buckets,
         &image->bucket_count},
        {GMI_SECTION_FEATURES, sizeof *image->features, &image->features,
         &image->feature_count},
        {GMI_SECTION_LANGUAGES, sizeof *image->languages, &image->languages,
         &image->language_count},
        {GMI_SECTION_COUNTRIES, sizeof *image->countries, &image->countries,
         &image->country_count},
        {GMI_SECTION_SOURCES, sizeof *image->sources, &image->sources,
         &image->source_count},
    };
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++) {
        const void *items;
        const gm_status status = gmi_container_section(
            c, sections[i].tag, (uint32_t)sections[i].item_size, &items,
            sections[i].count, err);
        if (status)
            return status;
        memcpy((void *)(uintptr_t)sections[i].items, &items, sizeof items);
    }
    return GM_OK;
}

/* Files of minor version 0 have no filter. */
static gm_status open_filter(struct gmi_image *image, gm_error *err)
{
    const struct gmi_container *c = &image->container;
    const void *words;
    for (size_t i = 0; i < c->section_count; i++) {
        if (c->sections[i].tag != GMI_SECTION_FILTER)
            continue;
        const gm_status status = gmi_container_section(
            c, GMI_SECTION_FILTER, sizeof *image->filter, &words,
            &image->filter_count, err);
        if (status)
            return status;
        if (image->filter_count == 0 || image->filter_count > UINT32_MAX)
            return gmi_fail(err, GM_ERR_DAMAGED, "the filter is no filter");
        image->filter = words;
    }
    return GM_OK;
}

/* What the inline readers rely on. */
static gm_status check_image(const struct gmi_image *image, gm_error *err)
{
    if (image->string_bytes == 0 || image->string_bytes > UINT32_MAX ||
        image->strings[image->string_bytes - 1] != '\0')
        return gmi_fail(err, GM_ERR_DAMAGED, "the strings do not end");
    if (image->place_count >= GMI_NONE || image->name_count >= UINT32_MAX ||
        image->of_place_count > image->name_count ||
        image->bucket_count > UINT32_MAX)
        return gmi_fail(err, GM_ERR_DAMAGED, "counts are impossible");
    for (size_t i = 0; i < image->feature_count; i++)
        if (image->features[i].code[sizeof image->features[i].code - 1])
            return gmi_fail(err, GM_ERR_DAMAGED, "a feature code is too long");
    for (size_t i = 0; i < image->language_count; i++)
        if (image->languages[i].code[sizeof image->languages[i].code - 1])
            return gmi_fail(err, GM_ERR_DAMAGED, "a language is too long");
    return GM_OK;
}

static gm_status find_types(struct gmi_image *image, gm_error *err)
{
    image->types = gmi_alloc_zeroed(image->feature_count + 1, 1);
    if (!image->types)
        return gmi_fail_memory(err);
    for (size_t i = 0; i < image->feature_count; i++)
        image->types[i] =
            (uint8_t)gmi_type_of_feature(image->features[i].code);
    return GM_OK;
}

gm_status gmi_image_open(const char *path, struct gmi_image *out,
                         gm_error *err)
{
    struct gmi_image image = {0};
    gm_status status = gmi_container_open(
        path, GMI_GAZETTEER_KIND, GMI_GAZETTEER_MAJOR, &image.container, err);
    if (status)
        return status;
    gm_error cause = {0};
    status = open_sections(&image, &cause);
    if (!status)
        status = open_filter(&image, &cause);
    if (!status)
        status = check_image(&image, &cause);
    if (status) {
        gmi_image_release(&image);
        return gmi_fail(err, status, "'%s' is damaged: %s", path,
                        cause.message);
    }
    status = find_types(&image, err);
    if (status) {
        gmi_image_release(&image);
        return status;
    }
    *out = image;
    return GM_OK;
}

void gmi_image_release(struct gmi_image *image)
{
    gmi_container_release(&image->container);
    gmi_release(image->types);
    *image = (struct gmi_image){0};
}

bool gmi_image_next_name(const struct gmi_image *image,
                         struct gmi_slot_walk *walk, uint32_t *record)
{
    for (; walk->bucket < walk->end; walk->bucket++) {
        const struct gmi_bucket_record *bucket = &image->buckets[walk->bucket];
        while (walk->next < GMI_BUCKET_SLOTS) {
            const unsigned slot = walk->next;
            if (bucket->marks[slot] == 0)
                return false;
            walk->next++;
            const uint32_t difference = bucket->marks[slot] ^ walk->wanted;
            if (difference <= GMI_MARK_BITS &&
                (difference & GMI_MARK_IS_NAME)) {
                *record = bucket->names[slot];
                return true;
            }
        }
        walk->next = 0;
    }
    return false;
}

const char *gmi_image_string(const struct gmi_image *image, uint32_t offset)
{
    if (offset >= image->string_bytes)
        return "";
    const char *string = image->strings + offset;
    const size_t length = strlen(string); /* the section ends with a NUL */
    return gmi_utf8_check(string, length) == length ? string : "";
}

const char *gmi_image_feature(const struct gmi_image *image,
                              const struct gmi_place_record *place)
{
    return place->feature < image->feature_count
               ? image->features[place->feature].code
               : "";
}

const char *gmi_image_language(const struct gmi_image *image,
                               const struct gmi_name_record *name)
{
    const size_t index = name->language & GMI_LANGUAGE_MASK;
    return index < image->language_count ? image->languages[index].code : "";
}

uint32_t gmi_image_country(const struct gmi_image *image, uint16_t number)
{
    /* One record per possible number, so that none has to be searched. */
    const uint32_t place = number < image->country_count
                               ? image->countries[number].place
                               : GMI_NONE;
    return place < image->place_count ? place : GMI_NONE;
}

size_t gmi_image_names_of(const struct gmi_image *image, uint32_t place,
                          size_t *first)
{
    *first = 0;
    if (place >= image->place_count)
        return 0;
    const size_t begin = image->places[place].first_name;
    const size_t end = place + 1 < image->place_count
                           ? image->places[place + 1].first_name
                           : image->of_place_count;
    if (begin > end || end > image->of_place_count)
        return 0;
    *first = begin;
    return end - begin;
}
