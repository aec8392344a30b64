/* SPDX-License-Identifier: MIT */
/* geomention lookup: what the gazetteer knows by a name. */
#include "cli/command.h"

#include "cli/console.h"
#include "cli/data.h"
#include "cli/list.h"
#include "cli/listing.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

static const struct column COLUMNS[] = {
    {"place", false},    {"name", false},    {"match", false},
    {"feature", false},  {"country", false}, {"admin1", false},
    {"longitude", true}, {"latitude", true}, {"population", true},
    {"radius_km", true},
    {"how", false},   /* "" for the very name */
    {"query", false}, /* only where several names are looked up */
};
enum { COLUMN_COUNT = sizeof COLUMNS / sizeof *COLUMNS };

struct lookup {
    const gm_gazetteer *gazetteer;
    struct listing listing;
    struct words countries;
    struct words features;
    size_t limit;
    const char *query;
    size_t found; /* of this name */
    bool has_exact; /* among them */
};

enum { SHOWN_SIZE = 96 };

/* A name for a message: no more of it than a line holds, and no controls. */
static const char *shown(const char *name, char out[SHOWN_SIZE])
{
    size_t length = strlen(name);
    const bool is_cut = length >= SHOWN_SIZE;
    if (is_cut) {
        length = SHOWN_SIZE - 4;
        while (length > 0 && ((unsigned char)name[length] & 0xc0) == 0x80)
            length--; /* no half letter */
    }
    for (size_t i = 0; i < length; i++)
        out[i] = (unsigned char)name[i] < ' ' || name[i] == 0x7f ? '?'
                                                                 : name[i];
    memcpy(out + length, is_cut ? "..." : "", is_cut ? 4 : 1);
    return out;
}

/* "P" is a class, "P.PPLC" and "PPLC" are codes. */
static bool has_feature(const struct words *wanted, const char *feature)
{
    const char *dot = strchr(feature, '.');
    for (size_t i = 0; i < wanted->count; i++) {
        const char *word = wanted->items[i];
        if (strcmp(word, feature) == 0 || (dot && strcmp(word, dot + 1) == 0))
            return true;
        if (!word[1] && word[0] == feature[0])
            return true;
    }
    return !wanted->count;
}

static void print_match(struct lookup *lookup, const gm_place *place,
                        const gm_match *match)
{
    char longitude[32] = "", latitude[32] = "", population[32] = "";
    char radius_km[32];
    if (!isnan(place->longitude)) {
        snprintf(longitude, sizeof longitude, "%.5f", place->longitude);
        snprintf(latitude, sizeof latitude, "%.5f", place->latitude);
    }
    snprintf(population, sizeof population, "%" PRIu64, place->population);
    snprintf(radius_km, sizeof radius_km, "%.1f", place->radius_km);
    const char *const cells[COLUMN_COUNT] = {
        place->id,      place->name,   match->name.text, place->feature,
        place->country, place->admin1, longitude,        latitude,
        population,     radius_km,     match->how,       lookup->query};
    listing_row(&lookup->listing, cells);
}

static bool on_match(void *context, const gm_match *match)
{
    struct lookup *lookup = context;
    gm_place place;
    if (gm_gazetteer_place(lookup->gazetteer, match->place, &place))
        return true;
    if (lookup->countries.count &&
        !words_has(&lookup->countries, place.country))
        return true;
    if (!has_feature(&lookup->features, place.feature))
        return true;
    /* What else may be meant is of interest where the name is nowhere. */
    if (match->how[0] && lookup->has_exact)
        return false;
    lookup->has_exact = !match->how[0];
    if (!lookup->found && match->is_guess) {
        char query[SHOWN_SIZE];
        console_note("no place named '%s': did you mean '%s'?",
                     shown(lookup->query, query), match->name.text);
    }
    lookup->found++;
    print_match(lookup, &place, match);
    return lookup->found < lookup->limit;
}

static void say_none(const struct lookup *lookup)
{
    char query[SHOWN_SIZE];
    const bool has_filter = lookup->countries.count || lookup->features.count;
    console_note("no place named '%s'%s", shown(lookup->query, query),
                 has_filter ? " of that country or feature" : "");
}

/* One name that cannot be looked up does not stop the others. */
static int look_up_all(struct lookup *lookup, const struct options *options)
{
    size_t failed = 0;
    for (size_t i = 0; i < options->argument_count; i++) {
        gm_error err;
        lookup->query = options->arguments[i];
        lookup->found = 0;
        lookup->has_exact = false;
        const gm_status status =
            gm_gazetteer_lookup(lookup->gazetteer, lookup->query,
                                strlen(lookup->query), on_match, lookup, &err);
        if (status == GM_ERR_UTF8) {
            console_error("name %zu is not UTF-8", i + 1);
            failed++;
            continue;
        }
        if (status)
            return console_fail(
                status == GM_ERR_DAMAGED ? EXIT_NO_DATA : EXIT_FAILED, &err);
        if (!lookup->found && !options->quiet)
            say_none(lookup);
    }
    if (failed == 0)
        return EXIT_DONE;
    return failed == options->argument_count ? EXIT_FAILED : EXIT_PARTLY;
}

int cmd_lookup(const struct options *options)
{
    struct lookup lookup = {.limit = (size_t)options->limit};
    if (!options->argument_count)
        return console_misuse(options->command, "no name to look up");
    if (!words_split_countries(options->only_country, &lookup.countries))
        return console_misuse(options->command,
                              "bad value '%s' of --country: codes of two "
                              "letters, AM,AZ",
                              options->only_country);
    if (!words_split(options->feature, &lookup.features))
        return console_misuse(options->command, "bad value '%s' of --feature",
                              options->feature);
    struct data data;
    gm_gazetteer *gazetteer;
    data_find(&data);
    if (!data_open_gazetteer(&data, &options->gazetteers, &gazetteer))
        return EXIT_NO_DATA;
    lookup.gazetteer = gazetteer;
    int status = EXIT_MISUSED;
    const size_t columns =
        options->argument_count > 1 ? COLUMN_COUNT : COLUMN_COUNT - 1;
    if (listing_begin(&lookup.listing, options, COLUMNS, columns)) {
        status = look_up_all(&lookup, options);
        listing_end(&lookup.listing);
    }
    gm_gazetteer_close(gazetteer);
    return status;
}
