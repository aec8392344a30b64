/* SPDX-License-Identifier: MIT */
/*
 * GeoNames' files, as https://download.geonames.org/export/dump/readme.txt
 * describes them. Tab-separated, no quoting: a quote is part of a name.
 */
#include "build/source.h"

#include "base/memory.h"
#include "base/status.h"
#include "text/fold.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* ---- Places: allCountries.txt, citiesN.txt, AM.txt ---------------------- */

enum place_column {
    COLUMN_ID, COLUMN_NAME, COLUMN_ASCII, COLUMN_NAMES, COLUMN_LATITUDE,
    COLUMN_LONGITUDE, COLUMN_CLASS, COLUMN_CODE, COLUMN_COUNTRY, COLUMN_CC2,
    COLUMN_ADMIN1, COLUMN_ADMIN2, COLUMN_ADMIN3, COLUMN_ADMIN4,
    COLUMN_POPULATION, COLUMN_COUNT = 19
};

/* The name of the run with this key, or NULL. */
static struct gmi_build_name *find_in_run(gm_builder *builder, uint32_t place,
                                          uint64_t key)
{
    const struct gmi_build_place *p = &builder->places[place];
    for (size_t i = 0; i < p->name_count; i++) {
        struct gmi_build_name *name = &builder->names[p->first_name + i];
        if (name->key == key && name->place == place)
            return name;
    }
    return NULL;
}

/*
 * Adds a name of the row unless the place has it: the plain and the listed
 * spellings mostly fold to the same.
 */
static gm_status add_listed(gm_builder *builder, uint32_t place,
                            const char *text, gm_error *err)
{
    const struct gmi_new_name name = {.text = text,
                                      .length = strlen(text),
                                      .kind = GM_NAME_ALTERNATE,
                                      .flags = GMI_NAME_NO_LANGUAGE};
    if (name.length == 0 || name.length > GMI_NAME_MAX)
        return GM_OK;
    const size_t texts = builder->texts.length;
    const size_t before = builder->name_count;
    const gm_status status = gmi_builder_put_name(builder, place, &name, err);
    if (status || builder->name_count == before)
        return status;
    struct gmi_build_place *p = &builder->places[place];
    if (find_in_run(builder, place, builder->names[before].key) ||
        p->name_count == UINT16_MAX) {
        builder->name_count = before;
        builder->texts.length = texts;
        return GM_OK;
    }
    p->name_count++;
    return GM_OK;
}

static gm_status add_row_names(gm_builder *builder, uint32_t place,
                               char **fields, gm_error *err)
{
    builder->places[place].name_count = 1;
    gm_status status =
        add_listed(builder, place, fields[COLUMN_ASCII], err);
    char *next = fields[COLUMN_NAMES];
    while (next && *next && !status) {
        char *comma = strchr(next, ',');
        if (comma)
            *comma = '\0';
        status = add_listed(builder, place, next, err);
        next = comma ? comma + 1 : NULL;
    }
    return status;
}

static gm_status read_place(gm_builder *builder, char *line, size_t length,
                            void *context, gm_error *err)
{
    (void)length;
    (void)context;
    char *fields[COLUMN_COUNT + 1];
    const size_t count = gmi_split(line, '\t', fields, COLUMN_COUNT + 1);
    if (count != COLUMN_COUNT)
        return gmi_fail(err, GM_ERR_SYNTAX, "%zu columns, not %d", count,
                        COLUMN_COUNT);
    char feature[16];
    snprintf(feature, sizeof feature, "%.1s.%.12s", fields[COLUMN_CLASS],
             fields[COLUMN_CODE]);
    gm_build_place place = {
        .id = fields[COLUMN_ID],
        .name = fields[COLUMN_NAME],
        .feature = feature[0] == '.' ? NULL : feature,
        .country = fields[COLUMN_COUNTRY],
        .admin1 = fields[COLUMN_ADMIN1],
        .admin2 = fields[COLUMN_ADMIN2],
    };
    if (!gmi_parse_decimal(fields[COLUMN_LATITUDE], &place.latitude) ||
        !gmi_parse_decimal(fields[COLUMN_LONGITUDE], &place.longitude))
        return gmi_fail(err, GM_ERR_SYNTAX, "'%.20s', '%.20s' is no point",
                        fields[COLUMN_LATITUDE], fields[COLUMN_LONGITUDE]);
    if (!gmi_parse_count(fields[COLUMN_POPULATION], &place.population))
        place.population = 0; /* some rows hold "-" or nothing */
    const size_t before = builder->place_count;
    const gm_status status = gm_builder_add_place(builder, &place, err);
    if (status || builder->place_count == before)
        return status;
    return add_row_names(builder, (uint32_t)before, fields, err);
}

/* ---- Names: alternateNamesV2.txt ---------------------------------------- */

/* What stands among the names and is none. */
static bool is_no_name(const char *language)
{
    static const char *const list[] = {"link", "wkdt", "post", "phon",
                                       "tcid", "unlc", "faac", "icao"};
    for (size_t i = 0; i < sizeof list / sizeof *list; i++)
        if (strcmp(language, list[i]) == 0)
            return true;
    return false;
}

static void set_kind(struct gmi_new_name *name, char **fields, size_t count)
{
    static const struct {
        uint8_t kind, flag;
    } kinds[] = {{GM_NAME_PREFERRED, GMI_NAME_IS_PREFERRED},
                 {GM_NAME_SHORT, GMI_NAME_IS_SHORT},
                 {GM_NAME_COLLOQUIAL, GMI_NAME_IS_COLLOQUIAL},
                 {GM_NAME_HISTORIC, GMI_NAME_IS_HISTORIC}};
    name->kind = GM_NAME_ALTERNATE;
    for (size_t i = 0; i < 4 && 4 + i < count; i++) {
        if (fields[4 + i][0] == '1') {
            name->kind = kinds[i].kind;
            name->flags |= kinds[i].flag;
        }
    }
    if (strcmp(fields[2], "iata") == 0) {
        name->kind = GM_NAME_ABBREVIATION;
        name->flags |= GMI_NAME_IS_CODE;
    } else if (strcmp(fields[2], "abbr") == 0) {
        name->kind = GM_NAME_ABBREVIATION;
    } else if (strcmp(fields[2], "en") == 0) {
        name->flags |= GMI_NAME_ENGLISH;
    } else if (fields[2][0] == '\0') {
        name->flags |= GMI_NAME_NO_LANGUAGE;
    }
}

/* What a row says of a name that the place has already. */
static void enrich(struct gmi_build_name *known,
                   const struct gmi_new_name *name)
{
    const uint8_t no_language = GMI_NAME_NO_LANGUAGE;
    known->flags |= (uint8_t)(name->flags & ~no_language);
    if (!(name->flags & no_language))
        known->flags &= (uint8_t)~no_language;
    if (known->kind == GM_NAME_ALTERNATE)
        known->kind = name->kind;
    if (!name->language || name->language == known->language)
        return;
    if (known->language)
        known->languages++;
    else
        known->language = name->language;
}

static gm_status read_name(gm_builder *builder, char *line, size_t length,
                           void *context, gm_error *err)
{
    (void)length;
    (void)context;
    char *fields[10];
    const size_t count = gmi_split(line, '\t', fields, 10);
    if (count < 4)
        return gmi_fail(err, GM_ERR_SYNTAX, "%zu columns, not 10", count);
    uint64_t id;
    if (!gmi_parse_count(fields[1], &id) || id > UINT32_MAX)
        return gmi_fail(err, GM_ERR_SYNTAX, "'%.20s' is no id", fields[1]);
    if (is_no_name(fields[2]))
        return GM_OK;
    const uint32_t place =
        gmi_builder_find_number(builder, builder->source, (uint32_t)id);
    struct gmi_new_name name = {.text = fields[3],
                                .length = strlen(fields[3])};
    if (place == GMI_NONE || name.length == 0)
        return GM_OK; /* the names of the world, the places of one country */
    if (name.length > GMI_NAME_MAX)
        return gmi_fail(err, GM_ERR_ARGUMENT,
                        "a name of %zu bytes is too long", name.length);
    name.language =
        gmi_builder_language(builder, fields[2], strlen(fields[2]));
    set_kind(&name, fields, count);
    if (name.kind != GM_NAME_ABBREVIATION) {
        struct gmi_build_name *known = find_in_run(
            builder, place, gmi_key_of(name.text, name.length, NULL));
        if (known) {
            enrich(known, &name);
            return GM_OK;
        }
    }
    return gmi_builder_put_name(builder, place, &name, err);
}

/* ---- Codes: admin1CodesASCII.txt, admin2Codes.txt, countryInfo.txt ------ */

static gm_status read_area(gm_builder *builder, char *line, size_t length,
                           void *context, gm_error *err)
{
    (void)length;
    (void)context;
    char *fields[4];
    uint64_t id;
    const size_t count = gmi_split(line, '\t', fields, 4);
    if (count < 4 || !gmi_parse_count(fields[3], &id) || id > UINT32_MAX ||
        !strchr(fields[0], '.'))
        return gmi_fail(err, GM_ERR_SYNTAX, "no code, name, name and id");
    if (id == 0)
        return GM_OK;
    if (!gmi_reserve(&builder->areas, &builder->area_capacity,
                     builder->area_count, sizeof *builder->areas))
        return gmi_fail_memory(err);
    const struct gmi_build_area area = {
        .code = gmi_builder_intern(builder, &builder->codes, fields[0],
                                   strlen(fields[0])) + 1,
        .id = (uint32_t)id,
        .source = builder->source,
        .name = gmi_builder_text(builder, fields[1], strlen(fields[1])),
    };
    if (area.code == 0 || area.name == UINT32_MAX)
        return gmi_fail_memory(err);
    builder->areas[builder->area_count++] = area;
    return GM_OK;
}

static gm_status read_country(gm_builder *builder, char *line, size_t length,
                              void *context, gm_error *err)
{
    (void)length;
    (void)context;
    if (line[0] == '#' || line[0] == '\0')
        return GM_OK;
    char *fields[18];
    uint64_t id, population;
    double area = 0;
    const size_t count = gmi_split(line, '\t', fields, 18);
    const uint16_t number = count > 16 ? gmi_country_number(fields[0]) : 0;
    if (!number || !gmi_parse_count(fields[16], &id) || id > UINT32_MAX)
        return gmi_fail(err, GM_ERR_SYNTAX, "no country with an id");
    if (!gmi_parse_count(fields[7], &population))
        population = 0;
    gmi_parse_decimal(fields[6], &area);
    struct gmi_build_country *country = &builder->countries[number];
    *country = (struct gmi_build_country){
        .id = (uint32_t)id,
        .source = builder->source,
        .name = gmi_builder_text(builder, fields[4], strlen(fields[4])),
        .area_km2 = area,
        .population = population,
    };
    return country->name == UINT32_MAX ? gmi_fail_memory(err) : GM_OK;
}

/* hierarchy.txt: parent, child, kind ("ADM" or empty is containment). */
static gm_status read_parent(gm_builder *builder, char *line, size_t length,
                             void *context, gm_error *err)
{
    (void)length;
    (void)context;
    char *fields[3];
    uint64_t parent, child;
    const size_t count = gmi_split(line, '\t', fields, 3);
    if (count < 2 || !gmi_parse_count(fields[0], &parent) ||
        !gmi_parse_count(fields[1], &child) || parent > UINT32_MAX ||
        child > UINT32_MAX)
        return gmi_fail(err, GM_ERR_SYNTAX, "no parent and child");
    if (count > 2 && fields[2][0] && strcmp(fields[2], "ADM") != 0)
        return GM_OK;
    const uint32_t place =
        gmi_builder_find_number(builder, builder->source, (uint32_t)child);
    if (place == GMI_NONE)
        return GM_OK;
    char id[64];
    const int id_length = snprintf(id, sizeof id, "%s:%llu",
                                   builder->sources[builder->source].prefix,
                                   (unsigned long long)parent);
    const uint32_t number =
        gmi_builder_intern(builder, &builder->ids, id, (size_t)id_length);
    if (number == UINT32_MAX)
        return gmi_fail_memory(err);
    builder->places[place].parent = number + 1;
    return GM_OK;
}

/* ---- Files by their names ---------------------------------------------- */

/* In the order in which a folder's files are read. */
static const struct kind {
    const char *begins; /* NULL: the places' own names */
    gmi_row_function *row;
} kinds[] = {
    {"countryInfo", read_country}, {"admin1Codes", read_area},
    {"admin2Codes", read_area},    {NULL, read_place},
    {"alternateNames", read_name}, {"hierarchy", read_parent},
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
    return gmi_read_rows(builder, path, kind ? kind->row : read_place, NULL,
                         err);
}
