/* SPDX-License-Identifier: MIT */
/* Creation options, checked against the list of the driver. */
#ifndef LAYER_OPTION_H
#define LAYER_OPTION_H

#include "include/geomention_gazetteer.h"

#include <gdal.h>

enum gmi_option_kind { GMI_OPTION_LAYER, GMI_OPTION_DATASET };

/* Options as the caller gives them: "NAME=VALUE", `count` of them. */
struct gmi_options {
    const char *const *items;
    size_t count;
};

/*
 * Checks names and values. GM_ERR_ARGUMENT names the first bad one and the
 * nearest that the driver knows.
 */
gm_status gmi_option_check(GDALDriverH driver, enum gmi_option_kind kind,
                           struct gmi_options given, gm_error *err);

/* Whether the driver knows an option of that name. */
bool gmi_option_is_known(GDALDriverH driver, enum gmi_option_kind kind,
                         const char *name);

#endif
