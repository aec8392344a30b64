/* SPDX-License-Identifier: MIT */
/* A file mapped for reading. */
#include "base/map.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static gm_status map_open_file(int fd, const char *path, enum gmi_map_use use,
                               struct gmi_map *out, gm_error *err)
{
    struct stat info;
    if (fstat(fd, &info) != 0)
        return gmi_fail_errno(err, "read", path);
    if (S_ISDIR(info.st_mode))
        return gmi_fail(err, GM_ERR_IO, "cannot read '%s': is a folder", path);
    if (!S_ISREG(info.st_mode))
        return gmi_fail(err, GM_ERR_IO, "cannot map '%s': not a plain file",
                        path);
    if (info.st_size == 0) {
        *out = (struct gmi_map){0};
        return GM_OK;
    }
    void *data =
        mmap(NULL, (size_t)info.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
    if (data == MAP_FAILED)
        return gmi_fail_errno(err, "map", path);
    /* Advice only: what it returns does not matter. */
    madvise(data, (size_t)info.st_size,
            use == GMI_MAP_RANDOM ? MADV_RANDOM : MADV_SEQUENTIAL);
    *out = (struct gmi_map){data, (size_t)info.st_size};
    return GM_OK;
}

gm_status gmi_map_file(const char *path, enum gmi_map_use use,
                       struct gmi_map *out, gm_error *err)
{
    const int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return gmi_fail_errno(err, "open", path);
    const gm_status status = map_open_file(fd, path, use, out, err);
    close(fd);
    return status;
}

void gmi_map_release(struct gmi_map *map)
{
    if (map->data)
        munmap((void *)(uintptr_t)map->data, map->size);
    *map = (struct gmi_map){0};
}
