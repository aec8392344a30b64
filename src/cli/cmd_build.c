/* SPDX-License-Identifier: MIT */
/* geomention gazetteer build: tables in, one compiled file out. */
#include "cli/command.h"

#include "cli/console.h"
#include "cli/interrupt.h"
#include "cli/layer_library.h"
#include "cli/progress.h"
#include "include/geomention_build.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

/* Bad lines shown with their cause; the others are only counted. */
enum { BAD_LINES_SHOWN = 5, PREFIX_SIZE = 25 };

struct build {
    const struct options *options;
    struct progress progress;
    uint64_t bad_lines;
};

static bool on_progress(void *context, const char *stage, uint64_t done,
                        uint64_t total)
{
    struct build *build = context;
    progress_stage(&build->progress, stage, done, total);
    return !interrupt_is_caught();
}

static void on_bad_line(void *context, const gm_error *why)
{
    struct build *build = context;
    if (build->bad_lines++ < BAD_LINES_SHOWN)
        console_error("%s", why->message);
    else if (build->options->verbose)
        console_error("%s", why->message);
}

/* By its ending: what only GDAL reads. */
static bool is_layer(const char *path)
{
    static const char *const ENDINGS[] = {
        ".shp", ".gpkg", ".geojson", ".json",   ".geojsonl", ".kml", ".kmz",
        ".fgb", ".gml",  ".tab",     ".sqlite", ".gdb",      ".shz", ".dxf",
    };
    const char *dot = strrchr(path, '.');
    for (size_t i = 0; dot && i < sizeof ENDINGS / sizeof *ENDINGS; i++)
        if (strcasecmp(dot, ENDINGS[i]) == 0)
            return true;
    return false;
}

/* "data/My Villages.shp" gives ids of the form "my-villages:17". */
static void prefix_of_path(const char *path, char out[PREFIX_SIZE])
{
    const char *base = strrchr(path, '/');
    base = base ? base + 1 : path;
    size_t length = 0;
    for (; base[length] && base[length] != '.' && length < PREFIX_SIZE - 1;
         length++) {
        const unsigned char c = (unsigned char)base[length];
        out[length] = (char)(isalnum(c) ? tolower(c) : '-');
    }
    out[length] = '\0';
}

static int read_layer(gm_builder *builder, const struct options *options,
                      const char *path)
{
    gm_error err;
    char prefix[PREFIX_SIZE];
    const struct layer_library *layers = layer_library_load(&err);
    if (!layers)
        return console_fail(EXIT_FAILED, &err);
    prefix_of_path(path, prefix);
    const gm_source source = {
        .prefix = options->source_prefix ? options->source_prefix : prefix,
        .name = options->source_name,
        .licence = options->source_licence,
        .url = options->source_url};
    gm_status status = gm_builder_begin_source(builder, &source, &err);
    if (status)
        return console_misuse(options->command, "%s", err.message);
    status = layers->read_places(builder, path, options->source_layer,
                                 options->columns.items, options->columns.count,
                                 &err);
    return status ? console_fail(EXIT_FAILED, &err) : EXIT_DONE;
}

static int read_source(gm_builder *builder, const struct options *options,
                       const char *path)
{
    const char *format = options->source_format;
    const bool is_open = !format || strcmp(format, "auto") == 0;
    if (is_open ? is_layer(path) : strcmp(format, "ogr") == 0)
        return read_layer(builder, options, path);
    gm_error err;
    const gm_status status =
        gm_builder_read(builder, is_open ? "auto" : format, path,
                        options->columns.items, options->columns.count, &err);
    if (status == GM_ERR_ARGUMENT)
        return console_misuse(options->command, "%s", err.message);
    return status ? console_fail(EXIT_FAILED, &err) : EXIT_DONE;
}

static void report(const struct build *build, const gm_builder *builder)
{
    if (build->bad_lines > BAD_LINES_SHOWN)
        console_note("%" PRIu64 " bad lines in all, skipped", build->bad_lines);
    if (build->options->verbose ||
        (build->progress.is_terminal && !build->options->quiet))
        console_note("%" PRIu64 " places, %" PRIu64 " names in '%s'",
                     gm_builder_place_count(builder),
                     gm_builder_name_count(builder), build->options->output);
}

static int build_all(struct build *build, gm_builder *builder)
{
    const struct options *options = build->options;
    for (size_t i = 0; i < options->argument_count; i++) {
        const int status = read_source(builder, options, options->arguments[i]);
        if (status)
            return status;
    }
    if (!gm_builder_place_count(builder)) {
        console_error("no place in the sources");
        return EXIT_FAILED;
    }
    gm_error err;
    const gm_status status = gm_builder_write(builder, options->output, &err);
    progress_end(&build->progress);
    if (status)
        return console_fail(status == GM_ERR_MEMORY ? EXIT_FAILED : EXIT_OUTPUT,
                            &err);
    report(build, builder);
    return EXIT_DONE;
}

static int check(const struct options *options)
{
    static const char *const FORMATS[] = {"auto", "geonames", "csv", "ogr"};
    struct stat info;
    if (!options->output)
        return console_misuse(options->command, "no output: -o FILE");
    if (!options->argument_count)
        return console_misuse(options->command, "no source to read");
    bool is_known = !options->source_format;
    for (size_t i = 0; i < 4 && !is_known; i++)
        is_known = strcmp(options->source_format, FORMATS[i]) == 0;
    if (!is_known)
        return console_misuse(options->command,
                              "unknown format '%s': geonames, csv or ogr",
                              options->source_format);
    for (size_t i = 0; i < options->columns.count; i++)
        if (!strchr(options->columns.items[i], '='))
            return console_misuse(options->command,
                                  "bad value '%s' of --column: FIELD=COLUMN",
                                  options->columns.items[i]);
    if (!options->overwrite && stat(options->output, &info) == 0 &&
        S_ISREG(info.st_mode)) {
        console_error("'%s' exists: give -overwrite to replace it",
                      options->output);
        return EXIT_OUTPUT;
    }
    return EXIT_DONE;
}

int cmd_gazetteer_build(const struct options *options)
{
    int status = check(options);
    if (status)
        return status;
    struct build build = {.options = options};
    const gm_build_events events = {&build, on_progress, on_bad_line};
    gm_builder *builder;
    gm_error err;
    if (gm_builder_create(&events, &builder, &err))
        return console_fail(EXIT_FAILED, &err);
    progress_begin(&build.progress, options, NULL);
    interrupt_catch(NULL);
    status = build_all(&build, builder);
    progress_end(&build.progress);
    gm_builder_free(builder);
    interrupt_end();
    return status;
}
