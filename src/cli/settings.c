/* SPDX-License-Identifier: MIT */
/* What the options of map mean to the library. */
#include "cli/settings.h"

#include "cli/console.h"
#include "cli/number.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { THREADS_MAX = 256, CANDIDATES_EXPLAINED = 3 };

static bool refuse(const struct options *options, const char *value,
                   const char *what)
{
    console_misuse(options->command, "bad value '%s' of %s", value, what);
    return false;
}

static bool set_near(gm_mapper_options *mapper, const struct options *options)
{
    double values[3] = {0};
    size_t count = 0;
    if (!options->near)
        return true;
    if (!number_parse_list(options->near, 2, 3, values, &count) ||
        values[0] < -180 || values[0] > 180 || values[1] < -90 ||
        values[1] > 90 || values[2] < 0)
        return refuse(options, options->near,
                      "--near: longitude,latitude[,km]");
    mapper->near_longitude = values[0];
    mapper->near_latitude = values[1];
    mapper->near_km = values[2];
    return true;
}

static bool set_prefer(gm_mapper_options *mapper,
                       const struct options *options)
{
    if (!options->prefer)
        return true;
    const bool is_city = strcmp(options->prefer, "city") == 0;
    if (!is_city && strcmp(options->prefer, "admin") != 0)
        return refuse(options, options->prefer, "--prefer: city or admin");
    mapper->prefer = is_city ? GM_PREFER_CITY : GM_PREFER_ADMIN;
    return true;
}

static bool set_mapper(struct settings *out, const struct options *options,
                       const struct data *data)
{
    gm_mapper_options *mapper = &out->mapper;
    gm_mapper_options_init(mapper);
    mapper->model_directory = data->folder[0] ? data->folder : NULL;
    if (!words_split_countries(options->country, &out->countries) ||
        out->countries.count > 16)
        return refuse(options, options->country,
                      "--country: codes of two letters, AM,AZ");
    mapper->countries = out->countries.items;
    mapper->country_count = out->countries.count;
    mapper->explain = options->explain;
    mapper->candidates = (size_t)options->candidates;
    /* why a place won is told by those that did not */
    if (options->explain && !options->candidates)
        mapper->candidates = CANDIDATES_EXPLAINED;
    return set_prefer(mapper, options) && set_near(mapper, options);
}

static bool parse_words(struct settings *out, const struct options *options)
{
    gm_write_options *write = &out->write;
    gm_error err;
    gm_status status = GM_OK;
    if (options->uses) {
        write->uses = 0;
        status = gm_uses_parse(options->uses, &write->uses, &err);
    }
    if (!status && options->coords)
        status = gm_coords_parse(options->coords, &write->coords, &err);
    if (!status && options->input_format)
        status = gm_input_format_parse(options->input_format,
                                       &out->input_format, &err);
    if (status)
        console_misuse(options->command, "%s", err.message);
    return !status;
}

static bool set_write(struct settings *out, const struct options *options)
{
    gm_write_options *write = &out->write;
    gm_write_options_init(write);
    if (!words_split(options->fields, &out->fields))
        return refuse(options, options->fields, "--fields: name,name,...");
    if (out->fields.count) {
        write->fields = out->fields.items;
        write->field_count = out->fields.count;
    }
    write->min_confidence = options->min_confidence;
    write->unresolved = options->unresolved;
    write->candidates = out->mapper.candidates;
    write->explain = options->explain;
    write->precision = (int)options->precision;
    write->header = !options->no_header;
    write->width = options->output ? 0 : console_width();
    if (!console_color(options->color, &write->color))
        return refuse(options, options->color, "--color: auto, always, never");
    return parse_words(out, options);
}

/* A single text is one document: a second thread would have nothing to do. */
static bool is_single_text(const struct options *options,
                           gm_input_format format)
{
    static const char *const MANY[] = {".jsonl", ".ndjson", ".tsv"};
    struct stat info;
    if (options->argument_count != 1 || format == GM_INPUT_JSONL ||
        format == GM_INPUT_TSV || stat(options->arguments[0], &info) != 0 ||
        !S_ISREG(info.st_mode))
        return false;
    for (size_t i = 0; i < sizeof MANY / sizeof *MANY; i++)
        if (strstr(options->arguments[0], MANY[i]))
            return false;
    return true;
}

static size_t choose_threads(const struct options *options,
                             gm_input_format format)
{
    if (options->jobs)
        return (size_t)options->jobs;
    const long processors = sysconf(_SC_NPROCESSORS_ONLN);
    if (processors < 1 || is_single_text(options, format))
        return 1;
    return processors < THREADS_MAX ? (size_t)processors : THREADS_MAX;
}

bool settings_init(struct settings *out, const struct options *options,
                   const struct data *data)
{
    *out = (struct settings){.input_format = GM_INPUT_AUTO};
    if (!set_mapper(out, options, data) || !set_write(out, options))
        return false;
    out->write.data_directory = data->folder[0] ? data->folder : NULL;
    out->threads = choose_threads(options, out->input_format);
    return true;
}
