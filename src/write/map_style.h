/* SPDX-License-Identifier: MIT */
/* Colours of maps, and the kinds of places that they tell apart. */
#ifndef WRITE_MAP_STYLE_H
#define WRITE_MAP_STYLE_H

#include "include/geomention_gazetteer.h"

#define GMI_MAP_PAPER       "#ffffff"
#define GMI_MAP_SEA         "#dfebf2"
#define GMI_MAP_LAND        "#f8f6f0"
#define GMI_MAP_GRID        "#c6d9e4"
#define GMI_MAP_COAST       "#86a8ba"
#define GMI_MAP_BORDER      "#b9ad96"
#define GMI_MAP_FRAME       "#8da3b0"
#define GMI_MAP_INK         "#24303a"
#define GMI_MAP_FAINT       "#5d6b75"
#define GMI_MAP_COUNTRY_INK "#7c6332"
#define GMI_MAP_CONTEXT_INK "#a49c8c" /* of what nobody mentioned */

enum gmi_map_class {
    GMI_CLASS_COUNTRY,
    GMI_CLASS_SETTLEMENT,
    GMI_CLASS_AREA,
    GMI_CLASS_WATER,
    GMI_CLASS_RELIEF,
    GMI_CLASS_REGION,
    GMI_CLASS_OTHER,
    GMI_CLASS_COUNT
};

/* Whether it is a country: an area on the map rather than a point. */
bool gmi_map_is_country(const gm_place *place);

/* By the letter of GeoNames' feature class. */
enum gmi_map_class gmi_map_class_of(const gm_place *place);

struct gmi_map_class_style {
    const char *name; /* of the class, for the legend */
    const char *fill; /* of its circles */
    const char *ink;  /* of its labels */
    bool is_italic;
};

const struct gmi_map_class_style *gmi_map_class_style(enum gmi_map_class name);

/* The fill of a country that has this part (0 to 1) of the most mentions. */
const char *gmi_map_country_fill(double part);

#endif
