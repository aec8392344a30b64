/* SPDX-License-Identifier: MIT */
/* The gazetteer and the models that come with the program. */
#ifndef CLI_DATA_H
#define CLI_DATA_H

#include "cli/options.h"
#include "include/geomention_gazetteer.h"

enum { DATA_PATH_MAX = 4096 };

struct data {
    char folder[DATA_PATH_MAX]; /* of both; "" when not found */
    char world[DATA_PATH_MAX];  /* where the gazetteer is or should be */
    bool has_world;
};

/* The folder of the executable, "" where the system does not tell. */
void data_find_executable(char out[DATA_PATH_MAX]);

/*
 * The folder is $GEOMENTION_DATA; or that of the executable, in a build tree;
 * or ../share/geomention beside it, when installed.
 */
void data_find(struct data *out);

/*
 * Opens the gazetteers of -g, or the world's. False after a message; the exit
 * status is then EXIT_NO_DATA.
 */
bool data_open_gazetteer(const struct data *data,
                         const struct text_list *wanted, gm_gazetteer **out);

#endif
