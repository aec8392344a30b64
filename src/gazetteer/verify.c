/* SPDX-License-Identifier: MIT */
/* Reads all of a compiled gazetteer and checks that it holds together. */
#include "gazetteer/verify.h"

#include "text/utf8.h"

#include <string.h>

gm_status gmi_verify_fail(gm_error *err, const char *what, size_t index)
{
    return gmi_fail(err, GM_ERR_DAMAGED, "%s, in record %zu", what, index);
}

/* No byte belongs to two sections, or to the table of sections. */
static gm_status verify_layout(const struct gmi_container *container,
                               gm_error *err)
{
    const uint64_t table =
        sizeof(struct gmi_container_header) +
        container->section_count * sizeof(struct gmi_section);
    for (size_t i = 0; i < container->section_count; i++) {
        const struct gmi_section *a = &container->sections[i];
        if (a->size > 0 && a->offset < table)
            return gmi_fail(err, GM_ERR_DAMAGED,
                            "section '%.4s' lies in the header",
                            (const char *)&a->tag);
        for (size_t j = 0; j < i; j++) {
            const struct gmi_section *b = &container->sections[j];
            if (a->tag == b->tag)
                return gmi_fail(err, GM_ERR_DAMAGED,
                                "section '%.4s' is there twice",
                                (const char *)&a->tag);
            if (a->size > 0 && b->size > 0 && a->offset < b->offset + b->size &&
                b->offset < a->offset + a->size)
                return gmi_fail(err, GM_ERR_DAMAGED,
                                "sections '%.4s' and '%.4s' overlap",
                                (const char *)&b->tag, (const char *)&a->tag);
        }
    }
    return GM_OK;
}

static bool is_code(const char *code, size_t size)
{
    const size_t length = strnlen(code, size);
    for (size_t i = length; i < size; i++)
        if (code[i] != '\0')
            return false;
    return gmi_is_code(code, length);
}

/* Codes are plain; those of countries stand where their numbers say. */
static gm_status verify_codes(const struct gmi_image *image, gm_error *err)
{
    for (size_t i = 0; i < image->feature_count; i++)
        if (!is_code(image->features[i].code, sizeof image->features[i].code))
            return gmi_verify_fail(err, "a feature code is not plain", i);
    for (size_t i = 0; i < image->language_count; i++)
        if (!is_code(image->languages[i].code, sizeof image->languages[i].code))
            return gmi_verify_fail(err, "a language is not plain", i);
    for (size_t i = 0; i < image->country_count; i++) {
        const struct gmi_country_record *country = &image->countries[i];
        char code[4];
        gmi_country_code((uint16_t)(i > 26 * 26 ? 0 : i), code);
        if (memcmp(code, country->code, sizeof code) != 0)
            return gmi_verify_fail(err, "a country is not in its place", i);
        if (country->place != GMI_NONE && country->place >= image->place_count)
            return gmi_verify_fail(err, "a country is not there", i);
    }
    return GM_OK;
}

static gm_status verify_sources(const struct gmi_image *image, gm_error *err)
{
    uint64_t places = 0;
    for (size_t i = 0; i < image->source_count; i++) {
        const struct gmi_source_record *source = &image->sources[i];
        if (!gmi_image_is_string(image, source->prefix) ||
            !gmi_image_is_string(image, source->name) ||
            !gmi_image_is_string(image, source->licence) ||
            !gmi_image_is_string(image, source->url))
            return gmi_verify_fail(err, "a source has no name", i);
        if (source->places > image->place_count - places)
            return gmi_verify_fail(err, "sources have too many places", i);
        places += source->places;
    }
    if (places != image->place_count)
        return gmi_fail(err, GM_ERR_DAMAGED, "sources have too few places");
    return GM_OK;
}

gm_status gmi_image_verify(const struct gmi_image *image, gm_error *err)
{
    gm_status status = gmi_container_verify(&image->container, err);
    if (!status)
        status = verify_layout(&image->container, err);
    if (status)
        return status;
    const size_t bad = gmi_utf8_check(image->strings, image->string_bytes);
    if (bad < image->string_bytes)
        return gmi_fail_at_byte(err, GM_ERR_DAMAGED, bad,
                                "a string is not UTF-8");
    status = verify_codes(image, err);
    if (!status)
        status = verify_sources(image, err);
    if (!status)
        status = gmi_verify_places(image, err);
    if (!status)
        status = gmi_verify_index(image, err);
    return status;
}
