/* SPDX-License-Identifier: MIT */
/* The gazetteer and the models that come with the program. */
#include "cli/data.h"

#include "cli/console.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { GAZETTEERS_MAX = 16 };

void data_find_executable(char out[DATA_PATH_MAX])
{
    const ssize_t length = readlink("/proc/self/exe", out, DATA_PATH_MAX - 1);
    out[length > 0 ? length : 0] = '\0';
    char *slash = strrchr(out, '/');
    if (slash)
        *slash = '\0';
}

static bool has_file(const char *folder, const char *name,
                     char out[DATA_PATH_MAX])
{
    const int length = snprintf(out, DATA_PATH_MAX, "%s/%s", folder, name);
    return length < DATA_PATH_MAX && access(out, F_OK) == 0;
}

/* A folder with a gazetteer or a model is the one that is meant. */
static bool try_folder(struct data *data, const char *folder)
{
    char lexicon[DATA_PATH_MAX];
    data->has_world = has_file(folder, "world.gaz", data->world);
    if (!data->has_world && !has_file(folder, "lexicon.gmm", lexicon))
        return false;
    snprintf(data->folder, sizeof data->folder, "%s", folder);
    return true;
}

void data_find(struct data *out)
{
    *out = (struct data){.has_world = false};
    const char *wanted = getenv("GEOMENTION_DATA");
    if (wanted && wanted[0]) {
        try_folder(out, wanted);
        return;
    }
    char executable[DATA_PATH_MAX], installed[DATA_PATH_MAX + 32];
    data_find_executable(executable);
    if (try_folder(out, executable))
        return;
    snprintf(installed, sizeof installed, "%s/../share/geomention", executable);
    try_folder(out, installed);
}

/* "world" is the one that comes with the program, unless there is a file. */
static const char *path_of(const struct data *data, const char *wanted)
{
    const bool is_world =
        strcmp(wanted, "world") == 0 && access(wanted, F_OK) != 0;
    return is_world ? data->world : wanted;
}

bool data_open_gazetteer(const struct data *data,
                         const struct text_list *wanted, gm_gazetteer **out)
{
    const char *paths[GAZETTEERS_MAX] = {data->world};
    if (wanted->count > GAZETTEERS_MAX) {
        console_error("more than %d gazetteers", GAZETTEERS_MAX);
        return false;
    }
    bool needs_world = wanted->count == 0;
    for (size_t i = 0; i < wanted->count; i++) {
        paths[i] = path_of(data, wanted->items[i]);
        needs_world = needs_world || paths[i] == data->world;
    }
    if (needs_world && !data->has_world) {
        console_error("no world gazetteer at '%s': run 'make', or name one "
                      "with -g",
                      data->world);
        return false;
    }
    gm_error err;
    if (gm_gazetteer_open(paths, wanted->count ? wanted->count : 1, out,
                          &err)) {
        console_error("%s", err.message);
        return false;
    }
    return true;
}
