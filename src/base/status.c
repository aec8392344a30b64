/* SPDX-License-Identifier: MIT */
/* Filling a gm_error at the place that failed. */
#include "base/status.h"

#include <ctype.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

const char *gm_version(void)
{
    return GM_VERSION;
}

static gm_status fill(gm_error *err, gm_status status, uint64_t line,
                      uint64_t byte, const char *format, va_list args)
{
    if (!err)
        return status;
    err->status = status;
    err->line = line;
    err->byte = byte;
    vsnprintf(err->message, sizeof err->message, format, args);
    /* A file's name may hold anything; the message stays one line. */
    for (char *p = err->message; *p; p++)
        if (iscntrl((unsigned char)*p))
            *p = '?';
    return status;
}

gm_status gmi_fail(gm_error *err, gm_status status, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fill(err, status, 0, UINT64_MAX, format, args);
    va_end(args);
    return status;
}

gm_status gmi_fail_at_byte(gm_error *err, gm_status status, uint64_t byte,
                           const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fill(err, status, 0, byte, format, args);
    va_end(args);
    return status;
}

gm_status gmi_fail_at_line(gm_error *err, gm_status status, uint64_t line,
                           const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fill(err, status, line, UINT64_MAX, format, args);
    va_end(args);
    return status;
}

gm_status gmi_fail_memory(gm_error *err)
{
    return gmi_fail(err, GM_ERR_MEMORY, "out of memory");
}

gm_status gmi_fail_errno(gm_error *err, const char *verb, const char *path)
{
    const int number = errno;
    char reason[128];
    strerror_r(number, reason, sizeof reason);
    reason[0] = (char)tolower((unsigned char)reason[0]);
    const gm_status status = number == ENOENT   ? GM_ERR_NOT_FOUND
                             : number == EEXIST ? GM_ERR_EXISTS
                             : number == ENOMEM ? GM_ERR_MEMORY
                                                : GM_ERR_IO;
    return gmi_fail(err, status, "cannot %s '%s': %s", verb, path, reason);
}
