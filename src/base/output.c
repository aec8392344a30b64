/* SPDX-License-Identifier: MIT */
/* An output file that is there whole or not at all: gm_output. */
#include "base/output.h"

#include "base/buffer.h"
#include "base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/*
 * A plain file is written beside its final name and renamed. Anything else
 * that exists (/dev/full, /dev/stdout, a pipe) is written in place.
 */
struct gm_output {
    char *path;
    char *temporary; /* NULL when written in place */
    FILE *stream;
    bool overwrite;
};

static bool is_plain(const char *path)
{
    struct stat info;
    return stat(path, &info) != 0 || S_ISREG(info.st_mode);
}

static gm_status open_temporary(gm_output *output, gm_error *err)
{
    struct gmi_buffer name = {0};
    gmi_buffer_printf(&name, "%s.XXXXXX", output->path);
    if (name.is_failed)
        return gmi_fail_memory(err);
    const int fd = mkstemp(name.data);
    if (fd < 0) {
        const int number = errno;
        gmi_buffer_release(&name);
        errno = number;
        return gmi_fail_errno(err, "write", output->path);
    }
    output->temporary = name.data;
    /* mkstemp makes it private; the result obeys the user's mask. */
    const mode_t mask = umask(0);
    umask(mask);
    fchmod(fd, 0666 & ~mask);
    output->stream = fdopen(fd, "wb");
    if (!output->stream) {
        close(fd);
        return gmi_fail_errno(err, "write", output->path);
    }
    return GM_OK;
}

gm_status gm_output_open(const char *path, bool overwrite, gm_output **out,
                         gm_error *err)
{
    struct stat info;
    const bool exists = stat(path, &info) == 0;
    if (exists && S_ISDIR(info.st_mode))
        return gmi_fail(err, GM_ERR_IO, "cannot write '%s': is a folder",
                        path);
    if (exists && S_ISREG(info.st_mode) && !overwrite)
        return gmi_fail(err, GM_ERR_EXISTS,
                        "'%s' exists: give -overwrite to replace it", path);
    gm_output *output = gmi_alloc_zeroed(1, sizeof *output);
    if (!output)
        return gmi_fail_memory(err);
    output->overwrite = overwrite;
    gm_status status = GM_OK;
    output->path = gmi_copy_string(path, strlen(path));
    if (!output->path)
        status = gmi_fail_memory(err);
    else if (is_plain(path))
        status = open_temporary(output, err);
    else if (!(output->stream = fopen(path, "wb")))
        status = gmi_fail_errno(err, "write", path);
    if (status) {
        gm_output_discard(output);
        return status;
    }
    *out = output;
    return GM_OK;
}

FILE *gm_output_stream(gm_output *output)
{
    return output->stream;
}

static void free_output(gm_output *output)
{
    gmi_release(output->temporary);
    gmi_release(output->path);
    gmi_release(output);
}

gm_status gm_output_commit(gm_output *output, gm_error *err)
{
    gm_status status = GM_OK;
    errno = 0;
    const bool had_error = ferror(output->stream) != 0;
    if (fclose(output->stream) != 0 || had_error) {
        if (!errno)
            errno = EIO;
        status = gmi_fail_errno(err, "write", output->path);
    }
    output->stream = NULL;
    if (!status && output->temporary) {
        /* link() refuses an existing name, where rename() would replace it */
        const int result = output->overwrite
                               ? rename(output->temporary, output->path)
                               : link(output->temporary, output->path);
        if (result != 0)
            status = gmi_fail_errno(err, "write", output->path);
        else if (output->overwrite)
            output->temporary[0] = '\0';
    }
    gm_output_discard(output);
    return status;
}

void gm_output_discard(gm_output *output)
{
    if (!output)
        return;
    if (output->stream)
        fclose(output->stream);
    if (output->temporary && output->temporary[0])
        unlink(output->temporary);
    free_output(output);
}
