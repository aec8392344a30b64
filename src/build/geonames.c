/* SPDX-License-Identifier: MIT */
/* GeoNames' files, told by their names, one or a folder of them. */
#include "build/geonames.h"

#include "base/status.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* In the order in which a folder's files are read. */
static const struct kind {
    const char *begins; /* NULL: the places' own names */
    gmi_row_function *row;
} kinds[] = {
    {"countryInfo", gmi_geonames_country}, {"admin1Codes", gmi_geonames_area},
    {"admin2Codes", gmi_geonames_area},    {NULL, gmi_geonames_place},
    {"alternateNames", gmi_geonames_name}, {"hierarchy", gmi_geonames_parent},
};
enum { KINDS = sizeof kinds / sizeof *kinds };

/* The file's name without folder and endings. */
static void stem_of(const char *path, char *out, size_t size)
{
    const char *base = strrchr(path, '/');
    base = base ? base + 1 : path;
    const size_t length = strcspn(base, ".");
    snprintf(out, size, "%.*s", (int)(length < 200 ? length : 200), base);
}

/* "allCountries", "cities500", "AM", "no-country". */
static bool names_places(const char *stem)
{
    if (strcmp(stem, "allCountries") == 0 || strcmp(stem, "no-country") == 0)
        return true;
    if (strncmp(stem, "cities", 6) == 0 && isdigit((unsigned char)stem[6]))
        return true;
    return strlen(stem) == 2 && gmi_country_number(stem) != 0;
}

static const struct kind *kind_of(const char *path)
{
    char stem[256];
    stem_of(path, stem, sizeof stem);
    const char *ending = strrchr(path, '.');
    if (!ending || (strcmp(ending, ".txt") != 0 &&
                    strcmp(ending, ".zip") != 0 &&
                    strcmp(ending, ".gz") != 0 && strcmp(ending, ".zst") != 0))
        return NULL;
    for (size_t i = 0; i < KINDS; i++) {
        if (kinds[i].begins
                ? strncmp(stem, kinds[i].begins, strlen(kinds[i].begins)) == 0
                : names_places(stem))
            return &kinds[i];
    }
    return NULL;
}

static bool is_folder(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

bool gmi_is_geonames(const char *path)
{
    return is_folder(path) || kind_of(path) != NULL;
}

/*
 * A folder with allCountries.txt needs no other table of places; what it has
 * twice, plain and packed, is read once.
 */
static bool is_needless(struct dirent **entries, int count, int i)
{
    char stem[256], other[256];
    stem_of(entries[i]->d_name, stem, sizeof stem);
    for (int j = 0; j < count; j++) {
        stem_of(entries[j]->d_name, other, sizeof other);
        if (j < i && kind_of(entries[j]->d_name) && strcmp(stem, other) == 0)
            return true;
        if (names_places(stem) && strcmp(stem, "allCountries") != 0 &&
            strcmp(stem, "no-country") != 0 &&
            strcmp(other, "allCountries") == 0)
            return true;
    }
    return false;
}

static gm_status read_file(gm_builder *builder, const char *folder,
                           const char *name, const struct kind *kind,
                           gm_error *err)
{
    struct gmi_buffer path = {0};
    gmi_buffer_printf(&path, "%s/%s", folder, name);
    const gm_status status =
        path.is_failed
            ? gmi_fail_memory(err)
            : gmi_read_rows(builder, path.data, kind->row, NULL, err);
    gmi_buffer_release(&path);
    return status;
}

static gm_status read_folder(gm_builder *builder, const char *path,
                             gm_error *err)
{
    struct dirent **entries;
    const int count = scandir(path, &entries, NULL, alphasort);
    if (count < 0)
        return gmi_fail_errno(err, "read", path);
    gm_status status = GM_OK;
    size_t files = 0;
    for (size_t k = 0; k < KINDS && !status; k++) {
        for (int i = 0; i < count && !status; i++) {
            const char *name = entries[i]->d_name;
            if (kind_of(name) != &kinds[k] || is_needless(entries, count, i))
                continue;
            files++;
            status = read_file(builder, path, name, &kinds[k], err);
        }
    }
    for (int i = 0; i < count; i++)
        free(entries[i]); /* scandir's own memory */
    free(entries);
    if (!status && files == 0)
        return gmi_fail(err, GM_ERR_NOT_FOUND,
                        "no GeoNames files in the folder '%s'", path);
    return status;
}

gm_status gmi_read_geonames(gm_builder *builder, const char *path,
                            gm_error *err)
{
    const gm_source source = {
        .prefix = "geonames",
        .name = "GeoNames",
        .licence = "CC BY 4.0",
        .url = "https://www.geonames.org/",
    };
    const gm_status status = gm_builder_begin_source(builder, &source, err);
    if (status)
        return status;
    if (is_folder(path))
        return read_folder(builder, path, err);
    const struct kind *kind = kind_of(path);
    return gmi_read_rows(builder, path, kind ? kind->row : gmi_geonames_place, NULL,
                         err);
}
