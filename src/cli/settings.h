/* SPDX-License-Identifier: MIT */
/* What the options of map mean to the library. */
#ifndef CLI_SETTINGS_H
#define CLI_SETTINGS_H

#include "cli/data.h"
#include "cli/list.h"
#include "cli/options.h"
#include "include/geomention_io.h"

/* The members point into each other: not to be copied. */
struct settings {
    gm_input_format input_format;
    gm_mapper_options mapper;
    gm_write_options write;
    size_t threads;
    struct words countries;
    struct words fields;
};

/* False, after a message, when an option has a value that there is not. */
bool settings_init(struct settings *out, const struct options *options,
                   const struct data *data);

#endif
