/* SPDX-License-Identifier: MIT */
/* Filling a gm_error in the layer library. */
#include "layer/fail.h"

#include <ctype.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

gm_status gmi_layer_fail(gm_error *err, gm_status status, const char *format,
                         ...)
{
    if (!err)
        return status;
    err->status = status;
    err->line = 0;
    err->byte = UINT64_MAX;
    va_list args;
    va_start(args, format);
    vsnprintf(err->message, sizeof err->message, format, args);
    va_end(args);
    /* GDAL's texts and names of files may hold line ends. */
    for (char *p = err->message; *p; p++)
        if (iscntrl((unsigned char)*p))
            *p = ' ';
    return status;
}

gm_status gmi_layer_fail_memory(gm_error *err)
{
    return gmi_layer_fail(err, GM_ERR_MEMORY, "out of memory");
}

gm_status gmi_layer_fail_system(gm_error *err, int number, const char *verb,
                                const char *path)
{
    char reason[128];
    strerror_r(number, reason, sizeof reason);
    reason[0] = (char)tolower((unsigned char)reason[0]);
    const gm_status status = number == ENOENT   ? GM_ERR_NOT_FOUND
                             : number == EEXIST ? GM_ERR_EXISTS
                             : number == ENOMEM ? GM_ERR_MEMORY
                                                : GM_ERR_IO;
    return gmi_layer_fail(err, status, "cannot %s '%s': %s", verb, path,
                          reason);
}
