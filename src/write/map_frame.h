/* SPDX-License-Identifier: MIT */
/*
 * Which part of the earth a map shows, in which projection, and where on the
 * picture a place is: in units from the upper left corner, y down.
 */
#ifndef WRITE_MAP_FRAME_H
#define WRITE_MAP_FRAME_H

#include "geo/clip.h"
#include "geo/projection.h"
#include "write/place_list.h"

struct gmi_map_frame {
    struct gmi_projection projection;
    struct gmi_window window; /* what is seen; east may be above 180 */
    bool is_world;
    double width, height; /* of the picture */
    double scale;         /* its units for a radian of the plane */
    double left, top;     /* the plane's place of its upper left corner */
};

/* How large the picture may get: its height follows from what it shows. */
struct gmi_map_room {
    double width, height_min, height_max;
};

/*
 * Fits the map to the places that have a point: near ones alone where a few
 * are far away, the world where they are all over it, or where there are
 * none.
 */
gm_status gmi_map_frame_fit(const struct gmi_place_list *places,
                            const struct gmi_map_room *room,
                            struct gmi_map_frame *out, gm_error *err);

struct gmi_spot {
    double x, y;
};

/* Where a longitude of any turn is; may be outside of the picture. */
struct gmi_spot gmi_map_spot(const struct gmi_map_frame *frame,
                             double longitude, double latitude);

/* Whether a place is on the picture, and where. */
bool gmi_map_place(const struct gmi_map_frame *frame, const gm_place *place,
                   struct gmi_spot *out);

/* Units of the picture that a distance in its middle takes. */
double gmi_map_length(const struct gmi_map_frame *frame, double km);

#endif
