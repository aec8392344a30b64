/* SPDX-License-Identifier: MIT */
/* Which format an output has. */
#include "cli/target.h"

#include "cli/console.h"
#include "cli/suggest.h"

#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

/* Formats of the library by the ending of a file. */
static const struct {
    const char *ending;
    const char *format;
} ENDINGS[] = {
    {".csv", "csv"},      {".tsv", "tsv"},           {".txt", "table"},
    {".jsonl", "jsonl"},  {".ndjson", "jsonl"},      {".geojson", "geojson"},
    {".json", "geojson"}, {".geojsonl", "geojsonl"},
    {".html", "html"},    {".svg", "svg"},
};

/* Their drivers, for what only a layer can do. */
static const struct {
    const char *format;
    const char *driver;
    bool can_append; /* the library, by lines */
} TWINS[] = {
    {"csv", "CSV", true},
    {"tsv", NULL, true},
    {"jsonl", NULL, true},
    {"geojson", "GeoJSON", false},
    {"geojsonl", "GeoJSONSeq", true},
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const char *own_format(const char *name, bool is_case_ignored)
{
    for (size_t i = 0; gm_writer_format_at(i); i++) {
        const char *own = gm_writer_format_at(i);
        if ((is_case_ignored ? strcasecmp : strcmp)(own, name) == 0)
            return own;
    }
    return NULL;
}

static const char *format_of_ending(const char *path)
{
    const char *dot = strrchr(path, '.');
    for (size_t i = 0; dot && i < COUNT(ENDINGS); i++)
        if (strcasecmp(ENDINGS[i].ending, dot) == 0)
            return own_format(ENDINGS[i].format, false);
    return NULL;
}

/* A device or a pipe is what standard output would be. */
static bool is_stream(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && !S_ISREG(info.st_mode) &&
           !S_ISDIR(info.st_mode);
}

static int load_layers(struct target *target)
{
    gm_error err;
    target->layers = layer_library_load(&err);
    return target->layers ? EXIT_DONE : console_fail(EXIT_FAILED, &err);
}

/* GDAL's own spelling of a driver's name. */
static const char *find_driver(const struct layer_library *layers,
                               const char *name)
{
    const char *driver, *description, *extension;
    for (size_t i = 0;
         (driver = layers->driver_at(i, &description, &extension)); i++)
        if (strcasecmp(driver, name) == 0)
            return driver;
    return NULL;
}

static int refuse_format(const struct target *target, const char *name)
{
    struct suggestion best = suggestion_begin(name, strlen(name));
    const char *word, *description, *extension;
    for (size_t i = 0; (word = gm_writer_format_at(i)); i++)
        suggestion_offer(&best, word);
    for (size_t i = 0;
         (word = target->layers->driver_at(i, &description, &extension)); i++)
        suggestion_offer(&best, word);
    if (best.word)
        return console_misuse(target->options->command,
                              "unknown format '%s': did you mean '%s'?", name,
                              best.word);
    return console_misuse(
        target->options->command,
        "unknown format '%s': 'geomention formats' lists them", name);
}

static int choose_named(struct target *target, const char *name)
{
    target->format = own_format(name, false);
    if (target->format)
        return EXIT_DONE;
    const int status = load_layers(target);
    if (status)
        return status;
    target->format = find_driver(target->layers, name);
    if (target->format)
        return EXIT_DONE;
    target->format = own_format(name, true);
    if (!target->format)
        return refuse_format(target, name);
    target->layers = NULL;
    return EXIT_DONE;
}

static int choose_by_path(struct target *target)
{
    target->format = format_of_ending(target->path);
    if (target->format)
        return EXIT_DONE;
    if (is_stream(target->path)) {
        target->format = "tsv";
        return EXIT_DONE;
    }
    const int status = load_layers(target);
    if (status)
        return status;
    target->format = target->layers->driver_for(target->path);
    if (!target->format)
        return console_misuse(
            target->options->command,
            "no format for the ending of '%s': name one with -f", target->path);
    return EXIT_DONE;
}

static bool is_wgs84(const char *crs)
{
    static const char *const NAMES[] = {"EPSG:4326", "OGC:CRS84", "CRS84",
                                        "CRS:84",    "WGS84",     "WGS 84"};
    for (size_t i = 0; i < COUNT(NAMES); i++)
        if (strcasecmp(NAMES[i], crs) == 0)
            return true;
    return false;
}

/* An option that the library's own writer cannot follow; NULL: none. */
static const char *layer_only_option(const struct target *target)
{
    const struct options *options = target->options;
    if (options->crs && !is_wgs84(options->crs))
        return "--crs";
    if (options->layer_options.count)
        return "-lco";
    if (options->dataset_options.count)
        return "-dsco";
    if (options->layer_name)
        return "-nln";
    bool can_append = false;
    for (size_t i = 0; i < COUNT(TWINS); i++)
        if (strcmp(TWINS[i].format, target->format) == 0)
            can_append = TWINS[i].can_append;
    return options->append && !can_append ? "-append" : NULL;
}

/* From the library's writer to the driver that writes the same format. */
static int change_to_layer(struct target *target, const char *option)
{
    for (size_t i = 0; i < COUNT(TWINS); i++) {
        if (strcmp(TWINS[i].format, target->format) != 0 || !TWINS[i].driver)
            continue;
        target->format = TWINS[i].driver;
        return load_layers(target);
    }
    return console_misuse(target->options->command,
                          "%s is for layers: format '%s' is none", option,
                          target->format);
}

int target_choose(struct target *out, const struct options *options)
{
    const char *path = options->output;
    *out = (struct target){.options = options};
    out->path = path && strcmp(path, "-") != 0 ? path : NULL;
    if (options->append && options->overwrite)
        return console_misuse(options->command,
                              "-append and -overwrite exclude each other");
    if (options->append && !out->path)
        return console_misuse(options->command,
                              "-append needs an output file: -o FILE");
    out->format = console_is_terminal(STDOUT_FILENO) ? "table" : "tsv";
    int status = EXIT_DONE;
    if (options->format)
        status = choose_named(out, options->format);
    else if (out->path)
        status = choose_by_path(out);
    if (status || out->layers)
        return status;
    const char *option = layer_only_option(out);
    return option ? change_to_layer(out, option) : EXIT_DONE;
}
