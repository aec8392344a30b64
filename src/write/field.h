/* SPDX-License-Identifier: MIT */
/*
 * The fields of a mention: gm_field and gm_record of geomention_io.h. The
 * order here is that of the fields in every table.
 */
#ifndef WRITE_FIELD_H
#define WRITE_FIELD_H

#include "include/geomention_io.h"

enum gmi_field {
    GMI_FIELD_DOC,
    GMI_FIELD_MENTION,
    GMI_FIELD_START,
    GMI_FIELD_END,
    GMI_FIELD_BYTE_START,
    GMI_FIELD_BYTE_END,
    GMI_FIELD_USE,
    GMI_FIELD_NAME,
    GMI_FIELD_PLACE,
    GMI_FIELD_FEATURE,
    GMI_FIELD_COUNTRY,
    GMI_FIELD_ADMIN1,
    GMI_FIELD_ADMIN2,
    GMI_FIELD_LONGITUDE,
    GMI_FIELD_LATITUDE,
    GMI_FIELD_RADIUS_KM,
    GMI_FIELD_POPULATION,
    GMI_FIELD_CONFIDENCE,
    GMI_FIELD_QUOTE,
    GMI_FIELD_COUNT
};

/* The field of that name; GMI_FIELD_COUNT when there is none. */
enum gmi_field gmi_field_named(const char *name);

/* Fills `out` with a place; GM_ERR_DAMAGED when the gazetteer lacks it. */
gm_status gmi_place_read(const gm_gazetteer *gazetteer, uint32_t index,
                         gm_place *out, gm_error *err);

/* Whether a place has a point on the earth. */
bool gmi_place_has_point(const gm_place *place);

#endif
