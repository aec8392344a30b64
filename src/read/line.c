/* SPDX-License-Identifier: MIT */
/* Where in an input a line stands, for ids and messages. */
#include "read/line.h"

#include "text/utf8.h"

#include <inttypes.h>
#include <stdio.h>

gm_status gmi_line_fail(const struct gmi_line *line, gm_error *err,
                        const char *cause)
{
    return gmi_fail_at_line(err, GM_ERR_SYNTAX, line->number,
                            "%s in '%s', line %" PRIu64, cause, line->path,
                            line->number);
}

gm_status gmi_line_wrap(const struct gmi_line *line, gm_status status,
                        gm_error *err)
{
    if (!status || status == GM_ERR_MEMORY || !err)
        return status;
    char cause[sizeof err->message];
    snprintf(cause, sizeof cause, "%s", err->message);
    gmi_line_fail(line, err, cause);
    err->status = status;
    return status;
}

gm_status gmi_line_check(const struct gmi_line *line, gm_error *err)
{
    const size_t good = gmi_utf8_check(line->text, line->length);
    if (good == line->length)
        return GM_OK;
    const uint64_t byte = line->offset + good;
    gmi_fail_at_line(err, GM_ERR_UTF8, line->number,
                     "not UTF-8 in '%s', line %" PRIu64 ", byte %" PRIu64,
                     line->path, line->number, byte);
    if (err)
        err->byte = byte;
    return GM_ERR_UTF8;
}

const char *gmi_line_id(const struct gmi_line *line, char out[GMI_LINE_ID_MAX])
{
    snprintf(out, GMI_LINE_ID_MAX, "%s:%" PRIu64, line->path, line->number);
    return out;
}
