/* SPDX-License-Identifier: MIT */
/* What the name of a column tells of the names in it. */
#ifndef LAYER_NAME_COLUMN_H
#define LAYER_NAME_COLUMN_H

#include "include/geomention_build.h"

/* A column with one more name, or with several. */
struct gmi_name_column {
    int index;
    gm_name_kind kind;
    char language[8];
    bool has_commas; /* a comma stands between two names, too */
};

/*
 * "name:hy", "NAME_RU", "alt_name", "VARNAME_2" ...: fills all but the index.
 * False when the column has no names.
 */
bool gmi_name_column_of(const char *column, struct gmi_name_column *out);

/* Adds the names of one column to the place that was added last. */
gm_status gmi_name_column_add(const struct gmi_name_column *column,
                              const char *text, gm_builder *builder,
                              gm_error *err);

#endif
