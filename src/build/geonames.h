/* SPDX-License-Identifier: MIT */
/*
 * Rows of GeoNames' files, as https://download.geonames.org/export/dump/
 * readme.txt describes them. Tab-separated, no quoting: a quote is part of a
 * name.
 */
#ifndef BUILD_GEONAMES_H
#define BUILD_GEONAMES_H

#include "build/source.h"

/* allCountries.txt, citiesN.txt, AM.txt. */
gmi_row_function gmi_geonames_place;
/* alternateNamesV2.txt. */
gmi_row_function gmi_geonames_name;
/* admin1CodesASCII.txt, admin2Codes.txt. */
gmi_row_function gmi_geonames_area;
/* countryInfo.txt. */
gmi_row_function gmi_geonames_country;
/* hierarchy.txt. */
gmi_row_function gmi_geonames_parent;

/* The place's name of that key among those of its own row, or NULL. */
struct gmi_build_name *gmi_geonames_find(gm_builder *builder, uint32_t place,
                                         uint64_t key);

#endif
