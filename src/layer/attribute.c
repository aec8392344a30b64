/* SPDX-License-Identifier: MIT */
/* Which column of a layer means what. */
#include "layer/attribute.h"

#include "layer/fail.h"
#include "layer/name_column.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/*
 * What the columns are called, the best guess first; the first word of a row
 * is also what callers call it. '#' is a level of areas: the lowest wins, as a
 * layer of districts also tells their provinces.
 */
static const char *const guesses[GMI_ATTRIBUTE_COUNT] = {
    [GMI_ATTRIBUTE_ID] =
        "id geonameid gid_# adm#_pcode osm_id ne_id geoid wikidataid code",
    [GMI_ATTRIBUTE_NAME] =
        "name name_# adm#_en nam name_long name_en namelsad asciiname "
        "nameascii toponym placename full_name title label admin",
    [GMI_ATTRIBUTE_FEATURE] =
        "feature feature_code fcode featurecode featurecla place fclass",
    [GMI_ATTRIBUTE_CLASS] = "feature_class featureclass fclass",
    [GMI_ATTRIBUTE_COUNTRY] =
        "country country_code countrycode iso_a2 iso2 iso_a2_eh "
        "iso_3166_1 iso3166_1 adm0_pcode cc",
    [GMI_ATTRIBUTE_ADMIN1] = "admin1 admin1_code admin1code",
    [GMI_ATTRIBUTE_ADMIN2] = "admin2 admin2_code admin2code",
    [GMI_ATTRIBUTE_PARENT] = "parent",
    [GMI_ATTRIBUTE_LONGITUDE] = "longitude lon lng long x",
    [GMI_ATTRIBUTE_LATITUDE] = "latitude lat y",
    [GMI_ATTRIBUTE_RADIUS] = "radius_km",
    [GMI_ATTRIBUTE_POPULATION] =
        "population pop pop_max pop_est pop_total pop_2020 total_pop",
};

/* ---- Names of columns --------------------------------------------------- */

static int column_count(OGRFeatureDefnH columns)
{
    return OGR_FD_GetFieldCount(columns);
}

static const char *column_name(OGRFeatureDefnH columns, int index)
{
    return OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(columns, index));
}

static int find_column(OGRFeatureDefnH columns, const char *name)
{
    for (int i = 0; i < column_count(columns); i++)
        if (EQUAL(column_name(columns, i), name))
            return i;
    return -1;
}

/* The column of a pattern; with a '#', that of the lowest level. */
static int find_pattern(OGRFeatureDefnH columns, const char *pattern)
{
    char name[32];
    const size_t length = strcspn(pattern, "#");
    if (!pattern[length] || strlen(pattern) >= sizeof name)
        return find_column(columns, pattern);
    snprintf(name, sizeof name, "%s", pattern);
    for (name[length] = '5'; name[length] >= '0'; name[length]--) {
        const int index = find_column(columns, name);
        if (index >= 0)
            return index;
    }
    return -1;
}

static int guess(OGRFeatureDefnH columns, enum gmi_attribute attribute)
{
    char **words = CSLTokenizeString2(guesses[attribute], " ", 0);
    int index = -1;
    for (char **word = words; word && *word && index < 0; word++)
        index = find_pattern(columns, *word);
    CSLDestroy(words);
    return index;
}

/* The attribute that a caller calls so; GMI_ATTRIBUTE_COUNT for none. */
static enum gmi_attribute attribute_called(const char *name)
{
    int i = 0;
    for (; i < GMI_ATTRIBUTE_COUNT; i++) {
        char **words = CSLTokenizeString2(guesses[i], " ", 0);
        const bool is_it = CSLFindString(words, name) >= 0;
        CSLDestroy(words);
        if (is_it)
            break;
    }
    return (enum gmi_attribute)i;
}

static void list_columns(OGRFeatureDefnH columns, char *out, size_t size)
{
    size_t used = 0;
    out[0] = '\0';
    for (int i = 0; i < column_count(columns) && used < size; i++)
        used += (size_t)snprintf(out + used, size - used, "%s%s",
                                 i ? ", " : "", column_name(columns, i));
}

static gm_status fail_column(OGRLayerH layer, const char *what, gm_error *err)
{
    char list[240];
    list_columns(OGR_L_GetLayerDefn(layer), list, sizeof list);
    return gmi_layer_fail(err, GM_ERR_ARGUMENT,
                          "layer '%.60s' has no column %s: it has %s",
                          OGR_L_GetName(layer), what,
                          list[0] ? list : "no columns");
}

static gm_status fail_no_column(OGRLayerH layer, const char *column,
                                gm_error *err)
{
    char what[64];
    snprintf(what, sizeof what, "'%.56s'", column);
    return fail_column(layer, what, err);
}

/* ---- Mapping ------------------------------------------------------------ */

static gm_status map_names(struct gmi_attributes *attributes, OGRLayerH layer,
                           const char *key, const char *column, gm_error *err)
{
    struct gmi_name_column name;
    if (!gmi_name_column_of(key, &name))
        return gmi_layer_fail(err, GM_ERR_ARGUMENT,
                              "'%.60s' is nothing that a place has", key);
    name.index = find_column(OGR_L_GetLayerDefn(layer), column);
    if (name.index < 0)
        return fail_no_column(layer, column, err);
    if (attributes->name_count < GMI_NAME_COLUMNS_MAX)
        attributes->names[attributes->name_count++] = name;
    return GM_OK;
}

static gm_status map_one(struct gmi_attributes *attributes, OGRLayerH layer,
                         const char *mapping, gm_error *err)
{
    const size_t length = strcspn(mapping, "=");
    if (length == 0 || length > 40 || !mapping[length] || !mapping[length + 1])
        return gmi_layer_fail(err, GM_ERR_ARGUMENT,
                              "'%.60s' is not of the form name=COLUMN",
                              mapping);
    const char *column = mapping + length + 1;
    char key[48];
    snprintf(key, sizeof key, "%.*s", (int)length, mapping);
    const enum gmi_attribute attribute = attribute_called(key);
    if (attribute == GMI_ATTRIBUTE_COUNT)
        return map_names(attributes, layer, key, column, err);
    if (column[0] == '=') {
        attributes->constants[attribute] = column + 1;
        return GM_OK;
    }
    const int index = find_column(OGR_L_GetLayerDefn(layer), column);
    if (index < 0)
        return fail_no_column(layer, column, err);
    attributes->columns[attribute] = index;
    return GM_OK;
}

static bool is_known(const struct gmi_attributes *attributes, int index)
{
    for (size_t i = 0; i < attributes->name_count; i++)
        if (attributes->names[i].index == index)
            return true;
    return false;
}

/* Every text column whose name says that it has names. */
static void guess_names(struct gmi_attributes *attributes,
                        OGRFeatureDefnH columns)
{
    for (int i = 0; i < column_count(columns); i++) {
        struct gmi_name_column name;
        if (OGR_Fld_GetType(OGR_FD_GetFieldDefn(columns, i)) != OFTString ||
            i == attributes->columns[GMI_ATTRIBUTE_NAME] ||
            attributes->name_count == GMI_NAME_COLUMNS_MAX ||
            is_known(attributes, i) ||
            !gmi_name_column_of(column_name(columns, i), &name))
            continue;
        name.index = i;
        attributes->names[attributes->name_count++] = name;
    }
}

gm_status gmi_attributes_init(struct gmi_attributes *attributes,
                              OGRLayerH layer, const char *const *mappings,
                              size_t mapping_count, gm_error *err)
{
    OGRFeatureDefnH columns = OGR_L_GetLayerDefn(layer);
    *attributes = (struct gmi_attributes){0};
    for (int i = 0; i < GMI_ATTRIBUTE_COUNT; i++)
        attributes->columns[i] = -1;
    for (size_t i = 0; i < mapping_count; i++) {
        const gm_status status =
            map_one(attributes, layer, mappings[i], err);
        if (status)
            return status;
    }
    for (int i = 0; i < GMI_ATTRIBUTE_COUNT; i++)
        if (attributes->columns[i] < 0 && !attributes->constants[i])
            attributes->columns[i] = guess(columns, (enum gmi_attribute)i);
    if (attributes->columns[GMI_ATTRIBUTE_NAME] < 0)
        return fail_column(layer, "of names (map one, as in name=COLUMN)",
                           err);
    guess_names(attributes, columns);
    return GM_OK;
}

/* ---- Values ------------------------------------------------------------- */

const char *gmi_attribute_text(const struct gmi_attributes *attributes,
                               enum gmi_attribute attribute,
                               OGRFeatureH feature)
{
    const int index = attributes->columns[attribute];
    if (attributes->constants[attribute])
        return attributes->constants[attribute];
    if (index < 0 || !OGR_F_IsFieldSetAndNotNull(feature, index))
        return NULL;
    const char *text = OGR_F_GetFieldAsString(feature, index);
    return text && *text ? text : NULL;
}

double gmi_attribute_number(const struct gmi_attributes *attributes,
                            enum gmi_attribute attribute, OGRFeatureH feature)
{
    const char *text = gmi_attribute_text(attributes, attribute, feature);
    if (!text || CPLGetValueType(text) == CPL_VALUE_STRING)
        return NAN;
    return CPLAtof(text);
}
