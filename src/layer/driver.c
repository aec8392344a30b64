/* SPDX-License-Identifier: MIT */
/* Which of GDAL's drivers can write a layer of mentions. */
#include "layer/driver.h"

#include "layer/fail.h"
#include "layer/gdal.h"
#include "layer/nearest.h"
#include "layer/trait.h"

#include <cpl_string.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

struct entry {
    const char *name;
    const char *description;
    char extension[16];
};

/* GDAL 3.6 has 60 such drivers; those past the end would not be listed. */
enum { ENTRIES_MAX = 256 };

static struct entry entries[ENTRIES_MAX];
static size_t entry_count;

/*
 * Endings that several drivers claim: the one people mean. LIBKML of GDAL 3.6
 * takes time that grows with the square of the rows (4,000: 68 s, KML 0.2 s).
 */
static const char *const preferred[][2] = {
    {"db", "SQLite"},       {"gdb", "OpenFileGDB"}, {"gml", "GML"},
    {"json", "GeoJSON"},    {"kml", "KML"},         {"kmz", "KML"},
    {"map", ""},            {"pbf", ""},            {"txt", ""},
    {"xml", ""},
};

bool gmi_driver_can(GDALDriverH driver, const char *capability)
{
    const char *value = GDALGetMetadataItem(driver, capability, NULL);
    return value && CPLTestBool(value);
}

static bool can_write(GDALDriverH driver)
{
    return gmi_driver_can(driver, GDAL_DCAP_VECTOR) &&
           gmi_driver_can(driver, GDAL_DCAP_CREATE) &&
           !gmi_trait_of(GDALGetDriverShortName(driver))->refusal;
}

/* "shp dbf shz": GDAL has the list in one item or a single one in another. */
static const char *endings(GDALDriverH driver)
{
    const char *list = GDALGetMetadataItem(driver, GDAL_DMD_EXTENSIONS, NULL);
    if (!list)
        list = GDALGetMetadataItem(driver, GDAL_DMD_EXTENSION, NULL);
    return list ? list : "";
}

static int by_name(const void *a, const void *b)
{
    return strcmp(((const struct entry *)a)->name,
                  ((const struct entry *)b)->name);
}

static void list_drivers(void)
{
    for (int i = 0; i < GDALGetDriverCount(); i++) {
        GDALDriverH driver = GDALGetDriver(i);
        if (entry_count == ENTRIES_MAX || !can_write(driver))
            continue;
        struct entry *entry = &entries[entry_count++];
        entry->name = GDALGetDriverShortName(driver);
        entry->description = GDALGetDriverLongName(driver);
        const char *list = endings(driver);
        size_t length = strcspn(list, " ");
        if (length >= sizeof entry->extension)
            length = 0;
        memcpy(entry->extension, list, length);
    }
    qsort(entries, entry_count, sizeof *entries, by_name);
}

static void need_list(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    struct gmi_gdal_call call;
    gmi_gdal_enter(&call);
    pthread_once(&once, list_drivers);
    gmi_gdal_leave(&call);
}

const char *gm_layer_driver_at(size_t index, const char **description,
                               const char **extension)
{
    need_list();
    if (index >= entry_count)
        return NULL;
    if (description)
        *description = entries[index].description;
    if (extension)
        *extension = entries[index].extension;
    return entries[index].name;
}

/* Whether `path` ends in a dot and these letters, with a name before. */
static bool has_ending(const char *path, const char *ending, size_t length)
{
    const size_t path_length = strlen(path);
    if (!length || path_length < length + 2)
        return false;
    const char *tail = path + path_length - length;
    return tail[-1] == '.' && EQUALN(tail, ending, length) && tail[-2] != '/';
}

static bool has_ending_of(const char *path, GDALDriverH driver)
{
    for (const char *p = endings(driver); *p;) {
        const size_t length = strcspn(p, " ");
        if (has_ending(path, p, length))
            return true;
        p += length;
        p += strspn(p, " ");
    }
    return false;
}

bool gmi_driver_is_connection(GDALDriverH driver, const char *path)
{
    const char *prefix =
        GDALGetMetadataItem(driver, GDAL_DMD_CONNECTION_PREFIX, NULL);
    if (prefix && STARTS_WITH_CI(path, prefix))
        return true;
    return EQUAL(GDALGetDriverShortName(driver), "PostgreSQL") &&
           STARTS_WITH_CI(path, "postgresql://");
}

static const char *preferred_for(const char *path)
{
    for (size_t i = 0; i < sizeof preferred / sizeof *preferred; i++)
        if (has_ending(path, preferred[i][0], strlen(preferred[i][0])))
            return preferred[i][1];
    return NULL;
}

const char *gm_layer_driver_for(const char *path)
{
    need_list();
    const char *wanted = preferred_for(path);
    if (wanted && !wanted[0])
        return NULL;
    GDALDriverH driver = wanted ? GDALGetDriverByName(wanted) : NULL;
    for (size_t i = 0; i < entry_count && !driver; i++) {
        GDALDriverH known = GDALGetDriverByName(entries[i].name);
        if (gmi_driver_is_connection(known, path) ||
            has_ending_of(path, known))
            driver = known;
    }
    return driver ? GDALGetDriverShortName(driver) : NULL;
}

static gm_status find_named(const char *name, GDALDriverH *out, gm_error *err)
{
    need_list();
    GDALDriverH driver = GDALGetDriverByName(name);
    if (driver && can_write(driver)) {
        *out = driver;
        return GM_OK;
    }
    if (!driver) {
        struct gmi_nearest nearest;
        gmi_nearest_init(&nearest, name);
        for (size_t i = 0; i < entry_count; i++)
            gmi_nearest_offer(&nearest, entries[i].name);
        return gmi_layer_fail(err, GM_ERR_UNSUPPORTED,
                              "unknown format '%s'%s: GDAL has no such driver "
                              "here", name, gmi_nearest_hint(&nearest));
    }
    const char *reason =
        gmi_trait_of(GDALGetDriverShortName(driver))->refusal;
    return gmi_layer_fail(err, GM_ERR_UNSUPPORTED,
                          "cannot write '%s': %s", name,
                          reason ? reason : "GDAL can only read it");
}

bool gmi_driver_packs(GDALDriverH driver, const char *path)
{
    return EQUAL(GDALGetDriverShortName(driver), "KML") &&
           has_ending(path, "kmz", 3);
}

/* LIBKML of GDAL 3.6 writes a changed layer under a name that the archive's
   own document does not know. */
bool gmi_driver_spoils(GDALDriverH driver, const char *path)
{
    return EQUAL(GDALGetDriverShortName(driver), "LIBKML") &&
           has_ending(path, "kmz", 3);
}

GDALDriverH gmi_driver_for_update(GDALDriverH driver)
{
    if (!EQUAL(GDALGetDriverShortName(driver), "KML"))
        return driver;
    GDALDriverH other = GDALGetDriverByName("LIBKML");
    return other ? other : driver;
}

gm_status gmi_driver_find(const char *name, const char *path,
                          GDALDriverH *out, gm_error *err)
{
    if (!name && !(name = gm_layer_driver_for(path)))
        return gmi_layer_fail(err, GM_ERR_UNSUPPORTED,
                              "no format is known by the ending of '%s': "
                              "name one", path);
    return find_named(name, out, err);
}
