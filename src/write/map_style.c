/* SPDX-License-Identifier: MIT */
/* Colours of maps. */
#include "write/map_style.h"

#include <string.h>

/*
 * Circles: M. Okabe, K. Ito, Color Universal Design (2008), of which people
 * who see few colours can tell each; labels are darker shades of them.
 */
static const struct gmi_map_class_style STYLES[GMI_CLASS_COUNT] = {
    [GMI_CLASS_COUNTRY] = {"countries", "#b8892b", GMI_MAP_COUNTRY_INK, false},
    [GMI_CLASS_SETTLEMENT] = {"towns and villages", "#d55e00", GMI_MAP_INK,
                              false},
    [GMI_CLASS_AREA] = {"provinces and districts", "#9b5fa8", "#64366f", false},
    [GMI_CLASS_WATER] = {"waters", "#0072b2", "#00517f", true},
    [GMI_CLASS_RELIEF] = {"mountains and islands", "#009e73", "#00644a", true},
    [GMI_CLASS_REGION] = {"regions", "#cc79a7", "#8a3f66", true},
    [GMI_CLASS_OTHER] = {"other places", "#6b7a85", "#3f4a52", false},
};

bool gmi_map_is_country(const gm_place *place)
{
    return strncmp(place->feature, "A.PCL", 5) == 0;
}

enum gmi_map_class gmi_map_class_of(const gm_place *place)
{
    switch (place->feature[0]) {
    case 'P':
        return GMI_CLASS_SETTLEMENT;
    case 'A':
        return gmi_map_is_country(place) ? GMI_CLASS_COUNTRY : GMI_CLASS_AREA;
    case 'H':
    case 'U':
        return GMI_CLASS_WATER;
    case 'T':
    case 'V':
        return GMI_CLASS_RELIEF;
    case 'L':
        return GMI_CLASS_REGION;
    default:
        return GMI_CLASS_OTHER;
    }
}

const struct gmi_map_class_style *gmi_map_class_style(enum gmi_map_class name)
{
    return &STYLES[name];
}

const char *gmi_map_country_fill(double part)
{
    static const char *const FILLS[] = {"#f5e8c9", "#f0d9a6", "#e9c67f"};
    return FILLS[part > 2.0 / 3 ? 2 : part > 1.0 / 3];
}
