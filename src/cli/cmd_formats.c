/* SPDX-License-Identifier: MIT */
/* geomention formats: every output format that works here. */
#include "cli/command.h"

#include "cli/console.h"
#include "cli/layer_library.h"
#include "cli/listing.h"

#include <string.h>

/* The ending that stands for a format of our own; "": none does. */
static const char *ending_of(const char *format)
{
    if (strcmp(format, "table") == 0)
        return "txt";
    return strcmp(format, "dots") == 0 ? "" : format;
}

int cmd_formats(const struct options *options)
{
    static const struct column COLUMNS[] = {{"format", false},
                                            {"ending", false},
                                            {"by", false},
                                            {"description", false}};
    struct listing listing;
    if (options->argument_count)
        return console_misuse(options->command, "'formats' takes no '%s'",
                              options->arguments[0]);
    if (!listing_begin(&listing, options, COLUMNS, 4))
        return EXIT_MISUSED;
    const char *name, *description, *extension;
    for (size_t i = 0; (name = gm_writer_format_at(i)); i++)
        listing_row(&listing,
                    (const char *[]){name, ending_of(name), "geomention",
                                     gm_writer_format_description_at(i)});
    gm_error err;
    const struct layer_library *layers = layer_library_load(&err);
    for (size_t i = 0;
         layers && (name = layers->driver_at(i, &description, &extension)); i++)
        listing_row(&listing,
                    (const char *[]){name, extension, "GDAL", description});
    listing_end(&listing);
    return layers ? EXIT_DONE : console_fail(EXIT_FAILED, &err);
}
