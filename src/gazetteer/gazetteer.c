/* SPDX-License-Identifier: MIT */
/* The read side: compiled gazetteers laid one over another. */
#include "gazetteer/gazetteer.h"

#include "base/memory.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

gm_status gm_gazetteer_open(const char *const *paths, size_t count,
                            gm_gazetteer **out, gm_error *err)
{
    if (count < 1 || count > GMI_LAYERS_MAX)
        return gmi_fail(err, GM_ERR_ARGUMENT,
                        "1 to %d gazetteers can be opened together",
                        GMI_LAYERS_MAX);
    gm_gazetteer *gazetteer = gmi_alloc_zeroed(1, sizeof *gazetteer);
    if (!gazetteer)
        return gmi_fail_memory(err);
    gazetteer->trim = gmi_alloc(sizeof *gazetteer->trim);
    gazetteer->memo = gmi_alloc_zeroed(1, sizeof *gazetteer->memo);
    if (!gazetteer->trim || !gazetteer->memo) {
        gm_gazetteer_close(gazetteer);
        return gmi_fail_memory(err);
    }
    gmi_trim_init(gazetteer->trim);
    gm_status status = GM_OK;
    uint64_t places = 0;
    for (size_t i = 0; i < count && !status; i++) {
        status = gmi_image_open(paths[i], &gazetteer->images[i], err);
        if (status)
            break;
        gazetteer->count++;
        places += gazetteer->images[i].place_count;
        if (places >= GMI_NONE)
            status = gmi_fail(err, GM_ERR_UNSUPPORTED,
                              "too many places together");
        else
            gazetteer->bases[i + 1] = (uint32_t)places;
    }
    if (status) {
        gm_gazetteer_close(gazetteer);
        return status;
    }
    *out = gazetteer;
    return GM_OK;
}

void gm_gazetteer_close(gm_gazetteer *gazetteer)
{
    if (!gazetteer)
        return;
    for (size_t i = 0; i < gazetteer->count; i++)
        gmi_image_release(&gazetteer->images[i]);
    gmi_release(gazetteer->trim);
    gmi_release(gazetteer->memo);
    gmi_release(gazetteer);
}

void gmi_gazetteer_trim(const gm_gazetteer *gazetteer)
{
    if (gmi_trim_is_due(gazetteer->trim))
        for (size_t i = 0; i < gazetteer->count; i++)
            gmi_trim_map(&gazetteer->images[i].container.map);
}

gm_status gm_gazetteer_verify(const gm_gazetteer *gazetteer, gm_error *err)
{
    for (size_t i = 0; i < gazetteer->count; i++) {
        const gm_status status =
            gmi_image_verify(&gazetteer->images[i], err);
        if (status)
            return status;
    }
    return GM_OK;
}

uint64_t gm_gazetteer_place_count(const gm_gazetteer *gazetteer)
{
    return gazetteer->bases[gazetteer->count];
}

uint64_t gm_gazetteer_name_count(const gm_gazetteer *gazetteer)
{
    uint64_t names = 0;
    for (size_t i = 0; i < gazetteer->count; i++)
        names += gazetteer->images[i].name_count;
    return names;
}

size_t gm_gazetteer_source_count(const gm_gazetteer *gazetteer)
{
    size_t sources = 0;
    for (size_t i = 0; i < gazetteer->count; i++)
        sources += gazetteer->images[i].source_count;
    return sources;
}

gm_status gm_gazetteer_source(const gm_gazetteer *gazetteer, size_t i,
                              gm_source *out)
{
    for (size_t layer = 0; layer < gazetteer->count; layer++) {
        const struct gmi_image *image = &gazetteer->images[layer];
        if (i < image->source_count) {
            const struct gmi_source_record *record = &image->sources[i];
            *out = (gm_source){
                .prefix = gmi_image_string(image, record->prefix),
                .name = gmi_image_string(image, record->name),
                .licence = gmi_image_string(image, record->licence),
                .url = gmi_image_string(image, record->url),
                .places = record->places,
            };
            return GM_OK;
        }
        i -= image->source_count;
    }
    return GM_ERR_NOT_FOUND;
}

/* ---- Places ------------------------------------------------------------ */

static size_t layer_of(const gm_gazetteer *gazetteer, uint32_t place)
{
    size_t layer = 0;
    while (layer + 1 < gazetteer->count && place >= gazetteer->bases[layer + 1])
        layer++;
    return layer;
}

const struct gmi_place_record *
gmi_gazetteer_record(const gm_gazetteer *gazetteer, uint32_t place,
                     const struct gmi_image **image)
{
    /* Records are far apart; one in 32 is often enough to look. */
    if (place % 32 == 0)
        gmi_gazetteer_trim(gazetteer);
    const size_t layer = layer_of(gazetteer, place);
    const struct gmi_image *found = &gazetteer->images[layer];
    if (image)
        *image = found;
    return gmi_image_place(found, place - gazetteer->bases[layer]);
}

struct gmi_ancestors gmi_gazetteer_ancestors(const gm_gazetteer *gazetteer,
                                             uint32_t place)
{
    struct gmi_ancestors out = {GMI_NONE, GMI_NONE, GMI_NONE, GMI_NONE};
    const size_t layer = layer_of(gazetteer, place);
    const struct gmi_image *image = &gazetteer->images[layer];
    const struct gmi_place_record *record =
        gmi_image_place(image, place - gazetteer->bases[layer]);
    if (!record)
        return out;
    const uint32_t country = gmi_image_country(image, record->country);
    out.country = gmi_gazetteer_global(gazetteer, layer, country);
    /* A layer of one's own villages has no countries: ask those below. */
    for (size_t i = 0; i < gazetteer->count && out.country == GMI_NONE; i++)
        out.country = gmi_gazetteer_global(
            gazetteer, i,
            gmi_image_country(&gazetteer->images[i], record->country));
    out.admin1 = gmi_gazetteer_global(gazetteer, layer, record->admin1);
    out.admin2 = gmi_gazetteer_global(gazetteer, layer, record->admin2);
    out.parent = gmi_gazetteer_global(gazetteer, layer, record->parent);
    return out;
}

static void format_id(const struct gmi_image *image,
                      const struct gmi_place_record *record,
                      char out[GM_ID_SIZE])
{
    const char *prefix =
        record->source < image->source_count
            ? gmi_image_string(image, image->sources[record->source].prefix)
            : "";
    if (record->flags & GMI_PLACE_STRING_ID)
        snprintf(out, GM_ID_SIZE, "%s:%s", prefix,
                 gmi_image_string(image, record->id));
    else
        snprintf(out, GM_ID_SIZE, "%s:%lu", prefix, (unsigned long)record->id);
}

static const char *name_of(const struct gmi_image *image, uint32_t place)
{
    const struct gmi_place_record *record = gmi_image_place(image, place);
    return record ? gmi_image_string(image, record->name) : "";
}

gm_status gm_gazetteer_place(const gm_gazetteer *gazetteer, uint32_t index,
                             gm_place *out)
{
    const struct gmi_image *image;
    const struct gmi_place_record *record =
        gmi_gazetteer_record(gazetteer, index, &image);
    if (!record)
        return GM_ERR_NOT_FOUND;
    const bool has_point = gmi_place_has_point(record);
    *out = (gm_place){
        .index = index,
        .name = gmi_image_string(image, record->name),
        .admin1 = name_of(image, record->admin1),
        .admin2 = name_of(image, record->admin2),
        .longitude = has_point ? record->longitude / 1e7 : NAN,
        .latitude = has_point ? record->latitude / 1e7 : NAN,
        .radius_km = record->radius ? record->radius / 10.0 : 0.1,
        .population = record->population,
    };
    format_id(image, record, out->id);
    snprintf(out->feature, sizeof out->feature, "%s",
             gmi_image_feature(image, record));
    gmi_country_code(record->country, out->country);
    return GM_OK;
}

bool gmi_gazetteer_same_place(const gm_gazetteer *gazetteer, uint32_t a,
                              uint32_t b)
{
    if (a == b)
        return true;
    const struct gmi_image *a_image, *b_image;
    const struct gmi_place_record *a_record =
        gmi_gazetteer_record(gazetteer, a, &a_image);
    const struct gmi_place_record *b_record =
        gmi_gazetteer_record(gazetteer, b, &b_image);
    if (!a_record || !b_record || a_image == b_image)
        return false;
    const unsigned is_string = GMI_PLACE_STRING_ID;
    if ((a_record->flags ^ b_record->flags) & is_string)
        return false;
    if (!(a_record->flags & is_string) && a_record->id != b_record->id)
        return false;
    char a_id[GM_ID_SIZE], b_id[GM_ID_SIZE];
    format_id(a_image, a_record, a_id);
    format_id(b_image, b_record, b_id);
    return strcmp(a_id, b_id) == 0;
}

/* ---- Names of a place -------------------------------------------------- */

size_t gm_gazetteer_place_name_count(const gm_gazetteer *gazetteer,
                                     uint32_t index)
{
    const size_t layer = layer_of(gazetteer, index);
    size_t first;
    return gmi_image_names_of(&gazetteer->images[layer],
                              index - gazetteer->bases[layer], &first);
}

gm_status gm_gazetteer_place_name(const gm_gazetteer *gazetteer,
                                  uint32_t index, size_t i, gm_name *out)
{
    const size_t layer = layer_of(gazetteer, index);
    const struct gmi_image *image = &gazetteer->images[layer];
    size_t first;
    if (i >= gmi_image_names_of(image, index - gazetteer->bases[layer],
                                &first))
        return GM_ERR_NOT_FOUND;
    const uint32_t number = image->names_of_place[first + i];
    if (number >= image->name_count)
        return GM_ERR_NOT_FOUND;
    const struct gmi_name_record *name = &image->names[number];
    *out = (gm_name){.text = gmi_image_string(image, name->text),
                     .kind = gmi_name_kind(name)};
    gmi_copy_code(out->language, gmi_image_language(image, name));
    return GM_OK;
}
