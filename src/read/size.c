/* SPDX-License-Identifier: MIT */
/* How much there is to read. */
#include "read/size.h"

#include "read/walk.h"

#include <string.h>
#include <sys/stat.h>

/* False when the size of a file cannot be known. */
static bool add_file(const char *path, uint64_t *sum)
{
    struct stat info;
    if (strcmp(path, "-") == 0 || stat(path, &info) != 0 ||
        !S_ISREG(info.st_mode))
        return false;
    *sum += (uint64_t)info.st_size;
    return true;
}

static bool add_folder(const char *path, uint64_t *sum)
{
    struct gmi_walk walk = {0};
    if (gmi_walk_begin(&walk, path, NULL))
        return true; /* it will be an error, not a text */
    gm_status status;
    const char *found = NULL;
    while ((status = gmi_walk_next(&walk, &found, NULL)) != GM_END &&
           status != GM_ERR_MEMORY)
        if (!status)
            add_file(found, sum);
    gmi_walk_release(&walk);
    return status != GM_ERR_MEMORY;
}

uint64_t gmi_inputs_size(const char *const *paths, size_t count)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < count; i++) {
        struct stat info;
        const bool is_folder =
            stat(paths[i], &info) == 0 && S_ISDIR(info.st_mode);
        if (!(is_folder ? add_folder : add_file)(paths[i], &sum))
            return 0;
    }
    return sum;
}
