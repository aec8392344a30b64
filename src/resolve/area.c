/* SPDX-License-Identifier: MIT */
/* Areas that rows lie in. */
#include "resolve/area.h"

#include "base/buffer.h"
#include "base/status.h"
#include "gazetteer/identity.h"
#include "resolve/fast.h"

static uint32_t add_area(struct gmi_scene *scene, uint32_t place,
                         uint16_t country)
{
    if (!gmi_reserve(&scene->areas, &scene->area_capacity, scene->area_count,
                     sizeof *scene->areas))
        return 0;
    scene->areas[scene->area_count] =
        (struct gmi_area){.place = place, .country = country};
    return (uint32_t)scene->area_count++;
}

gm_status gmi_areas_begin(struct gmi_scene *scene, gm_error *err)
{
    add_area(scene, GMI_NONE, 0);
    return scene->area_count == 1 ? GM_OK : gmi_fail_memory(err);
}

uint32_t gmi_topmost(const struct gmi_scene *scene, uint32_t place)
{
    return scene->gazetteer->count == 1 || place == GMI_NONE
               ? place
               : gmi_gazetteer_topmost(scene->gazetteer, place);
}

/* The country that a place is by its layer's table of countries; or 0. */
static uint16_t country_that_is(const struct gmi_scene *scene, uint32_t place)
{
    const struct gmi_image *image;
    const struct gmi_place_record *record =
        gmi_gazetteer_record(scene->gazetteer, place, &image);
    if (!record)
        return 0;
    const uint32_t local = (uint32_t)(record - image->places);
    return gmi_image_country(image, record->country) == local
               ? record->country
               : 0;
}

uint32_t gmi_area_of_place(struct gmi_scene *scene, uint32_t place)
{
    if (place == GMI_NONE)
        return 0;
    bool is_new;
    place = gmi_topmost(scene, place);
    uint32_t *area = gmi_index_put(&scene->area_index, place, 0, &is_new);
    if (!area)
        return 0;
    if (is_new) {
        const uint16_t country = country_that_is(scene, place);
        *area = country ? gmi_area_of_country(scene, country)
                        : add_area(scene, place, 0);
    }
    return *area;
}

uint32_t gmi_area_of_country(struct gmi_scene *scene, uint16_t country)
{
    if (country == 0 || country > 26 * 26)
        return 0;
    uint32_t *area = &scene->country_areas[country];
    if (*area == 0) {
        uint32_t place = GMI_NONE;
        for (size_t i = scene->gazetteer->count; i-- > 0 && place == GMI_NONE;)
            place = gmi_gazetteer_global(
                scene->gazetteer, i,
                gmi_image_country(&scene->gazetteer->images[i], country));
        *area = add_area(scene, place, country);
        const struct gmi_place_record *record =
            gmi_gazetteer_record(scene->gazetteer, place, NULL);
        if (record && *area)
            scene->areas[*area].log_population =
                gmi_log2_fast(1 + (float)record->population) * 0.30103f;
    }
    return *area;
}
