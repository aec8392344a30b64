/* SPDX-License-Identifier: MIT */
/* Which places of several layers are one. */
#include "gazetteer/identity.h"

#include "text/fold.h"

#include <string.h>

static uint64_t hash_string(uint64_t hash, const char *text)
{
    for (; *text; text++)
        hash = (hash ^ (unsigned char)*text) * UINT64_C(0x100000001b3);
    return hash;
}

uint64_t gmi_gazetteer_identity(const gm_gazetteer *gazetteer, uint32_t place)
{
    const struct gmi_image *image;
    const struct gmi_place_record *record =
        gmi_gazetteer_record(gazetteer, place, &image);
    if (!record)
        return 0;
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    if (record->source < image->source_count)
        hash = hash_string(hash, gmi_image_string(
                                     image,
                                     image->sources[record->source].prefix));
    if (record->flags & GMI_PLACE_STRING_ID)
        return gmi_mix(hash_string(hash ^ ':',
                                   gmi_image_string(image, record->id)));
    return gmi_mix(hash * 31 + record->id);
}

uint32_t gmi_gazetteer_topmost(const gm_gazetteer *gazetteer, uint32_t place)
{
    const struct gmi_image *image;
    const struct gmi_place_record *record =
        gmi_gazetteer_record(gazetteer, place, &image);
    if (gazetteer->count == 1 || !record)
        return place;
    const char *name = gmi_image_string(image, record->name);
    struct gmi_hits hits;
    struct gmi_hit hit;
    uint32_t topmost = place;
    gmi_hits_begin(&hits, gazetteer, gmi_key_of(name, strlen(name), NULL));
    while (gmi_hits_next(&hits, &hit))
        if (hit.place > topmost &&
            gmi_gazetteer_same_place(gazetteer, place, hit.place))
            topmost = hit.place;
    return topmost;
}
