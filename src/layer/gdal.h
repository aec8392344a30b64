/* SPDX-License-Identifier: MIT */
/*
 * Calling GDAL: registered once, its messages caught, its settings borrowed.
 * Each public function of the layer library that calls GDAL stands between
 * gmi_gdal_enter and gmi_gdal_leave, on one thread; what it sets there ends
 * there, so that the rest of the program's GDAL is as it was.
 */
#ifndef LAYER_GDAL_H
#define LAYER_GDAL_H

#include "include/geomention_gazetteer.h"

/* What GDAL said since the call began, or since gmi_gdal_forget. */
struct gmi_gdal_call {
    char message[300]; /* of the first failure */
    int number;        /* CPLE_... of it; CPLE_None: there was none */
    char **settings;   /* of this thread, to be put back */
};

void gmi_gdal_enter(struct gmi_gdal_call *call);
void gmi_gdal_leave(struct gmi_gdal_call *call);
void gmi_gdal_forget(struct gmi_gdal_call *call);

/* Sets a value for this thread and call, unless the user has set one. */
void gmi_gdal_set(const char *name, const char *value);

/*
 * "cannot VERB 'path': what GDAL said", with a status that follows from it.
 * `working` is the path GDAL was given: where it stands in the message, `path`
 * stands instead. May be NULL.
 */
gm_status gmi_gdal_fail(const struct gmi_gdal_call *call, const char *verb,
                        const char *path, const char *working, gm_error *err);

#endif
