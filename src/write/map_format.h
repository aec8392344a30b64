/* SPDX-License-Identifier: MIT */
/* What the formats that draw one map have in common: their list of places. */
#ifndef WRITE_MAP_FORMAT_H
#define WRITE_MAP_FORMAT_H

#include "write/format.h"

/* As in struct gmi_format; the writer's state is a struct gmi_place_list. */
gm_status gmi_map_format_open(gm_writer *writer, gm_error *err);
gm_status gmi_map_format_add(gm_writer *writer, const gm_record *record,
                             gm_error *err);
void gmi_map_format_close(gm_writer *writer);

#endif
