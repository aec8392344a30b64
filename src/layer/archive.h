/* SPDX-License-Identifier: MIT */
/*
 * KMZ: a KML file called doc.kml in a zip file. GDAL's fast KML driver knows
 * only the first, so that is written and packed when it is whole.
 */
#ifndef LAYER_ARCHIVE_H
#define LAYER_ARCHIVE_H

#include "include/geomention_gazetteer.h"

/* Whether the file is an archive with a doc.kml and nothing else in it. */
bool gmi_archive_is_plain(const char *path);

/* The doc.kml of such an archive, as the file `kml`. */
gm_status gmi_archive_unpack(const char *path, const char *kml, gm_error *err);

/*
 * Packs `kml` into the new file `path`, a path of GDAL's. Its layer becomes the
 * document itself: GDAL reads the fields of no other layer of an archive.
 */
gm_status gmi_archive_pack(const char *kml, const char *path, gm_error *err);

#endif
