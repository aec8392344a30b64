/* SPDX-License-Identifier: MIT */
/* Styles beside the files of our own writers. */
#include "write/style.h"

#include "base/memory.h"
#include "base/status.h"
#include "write/field.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* With its number, without which GDAL takes it for another one (CRS84). */
static const char WGS84[] =
    "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,"
    "298.257223563,AUTHORITY[\"EPSG\",\"7030\"]],"
    "AUTHORITY[\"EPSG\",\"6326\"]],PRIMEM[\"Greenwich\",0],"
    "UNIT[\"degree\",0.0174532925199433],AXIS[\"Latitude\",NORTH],"
    "AXIS[\"Longitude\",EAST],AUTHORITY[\"EPSG\",\"4326\"]]\n";

/* A file beside another. */
struct beside {
    const char *path;
    const gm_write_options *options;
    bool overwrite;
};

static const char *field_in_table(const void *context, const char *field)
{
    const gm_write_options *options = context;
    if (!options->fields)
        return field;
    for (size_t i = 0; i < options->field_count; i++)
        if (strcmp(options->fields[i], field) == 0)
            return field;
    return NULL;
}

/* a/b.csv gives a/b.qml; a name without an ending gets one. */
static char *path_beside(const char *path, const char *ending)
{
    struct gmi_buffer name = {0};
    const char *slash = strrchr(path, '/');
    const char *dot = strrchr(path, '.');
    const bool has_ending = dot && (!slash || dot > slash + 1) && dot != path;
    gmi_buffer_add(&name, path, has_ending ? (size_t)(dot - path) : strlen(path));
    gmi_buffer_add_string(&name, ending);
    if (name.is_failed)
        gmi_buffer_release(&name);
    return name.data;
}

static gm_status write_file(const struct beside *beside, const char *ending,
                            gm_status (*write)(const struct beside *beside,
                                               FILE *stream, gm_error *err),
                            gm_error *err)
{
    gm_output *output;
    char *path = path_beside(beside->path, ending);
    if (!path)
        return gmi_fail_memory(err);
    gm_status status = GM_OK;
    if (!beside->overwrite && access(path, F_OK) == 0)
        goto done;
    status = gm_output_open(path, beside->overwrite, &output, err);
    if (status)
        goto done;
    status = write(beside, gm_output_stream(output), err);
    if (status)
        gm_output_discard(output);
    else
        status = gm_output_commit(output, err);
done:
    gmi_release(path);
    return status;
}

static gm_status write_style(const struct beside *beside, FILE *stream,
                             gm_error *err)
{
    const gm_style style = {.kind = GM_STYLE_MENTIONS,
                            .field_name = field_in_table,
                            .context = beside->options};
    return gm_style_write(&style, stream, err);
}

static gm_status write_system(const struct beside *beside, FILE *stream,
                              gm_error *err)
{
    (void)beside;
    if (fputs(WGS84, stream) >= 0)
        return GM_OK;
    return gmi_fail_errno(err, "write", "coordinate system");
}

static const char *csv_type(const gm_field *field)
{
    if (field && strcmp(field->name, "longitude") == 0)
        return "CoordX";
    if (field && strcmp(field->name, "latitude") == 0)
        return "CoordY";
    if (!field || field->type == GM_FIELD_TEXT)
        return "String";
    return field->type == GM_FIELD_REAL ? "Real"
           : strcmp(field->name, "population") == 0 ? "Integer64" : "Integer";
}

/* The type of each column, in GDAL's words. */
static gm_status write_types(const struct beside *beside, FILE *stream,
                             gm_error *err)
{
    const gm_write_options *options = beside->options;
    const size_t count =
        options->fields ? options->field_count : gm_field_count();
    for (size_t i = 0; i < count; i++) {
        const size_t index = options->fields
                                 ? (size_t)gmi_field_named(options->fields[i])
                                 : i;
        fprintf(stream, "%s\"%s\"", i ? "," : "", csv_type(gm_field_at(index)));
    }
    if (!options->fields && options->candidates)
        fputs(",\"String\"", stream);
    if (fputs("\n", stream) >= 0 && !ferror(stream))
        return GM_OK;
    return gmi_fail_errno(err, "write", "types of columns");
}

/* Beside a device or a pipe there is nothing to be found. */
static bool is_file(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISREG(info.st_mode);
}

/* Whether the table has the two columns that make it a layer. */
static bool has_points(const gm_write_options *options)
{
    return options->coords == GM_COORDS_DD && options->header &&
           field_in_table(options, "longitude") &&
           field_in_table(options, "latitude");
}

gm_status gm_style_write_beside(const char *path, const char *format,
                                const gm_write_options *options,
                                bool overwrite, gm_error *err)
{
    const bool is_csv = strcmp(format, "csv") == 0;
    const bool is_json =
        strcmp(format, "geojson") == 0 || strcmp(format, "geojsonl") == 0;
    /* GeoJSON has all fields, whatever the options say. */
    gm_write_options all = *options;
    all.fields = is_csv ? options->fields : NULL;
    const struct beside beside = {path, &all, overwrite};
    /* A shapefile of that name may have a .prj, too. */
    const struct beside gently = {path, &all, false};
    if ((!is_json && !(is_csv && has_points(options))) || !is_file(path))
        return GM_OK;
    gm_status status = write_file(&beside, ".qml", write_style, err);
    if (!status && is_csv)
        status = write_file(&beside, ".csvt", write_types, err);
    if (!status && is_csv)
        status = write_file(&gently, ".prj", write_system, err);
    return status;
}
