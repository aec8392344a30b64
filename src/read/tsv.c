/* SPDX-License-Identifier: MIT */
/* A document from a line of tab-separated values. */
#include "read/tsv.h"

#include "base/memory.h"

#include <string.h>
#include <strings.h>

bool gmi_tsv_is_header(const struct gmi_line *line)
{
    return strcasecmp(line->text, "id\ttext") == 0;
}

gm_status gmi_tsv_document(const struct gmi_line *line, gm_document *doc,
                           gm_error *err)
{
    gm_status status = gmi_line_check(line, err);
    if (status)
        return status;
    const char *tab = memchr(line->text, '\t', line->length);
    if (!tab)
        return gmi_line_fail(line, err, "no tab between id and text");
    const size_t id_length = (size_t)(tab - line->text);
    char *id = gmi_copy_string(line->text, id_length);
    if (!id)
        return gmi_fail_memory(err);
    char fallback[GMI_LINE_ID_MAX];
    status = gm_document_set_text(
        doc, id_length ? id : gmi_line_id(line, fallback), tab + 1,
        line->length - id_length - 1, err);
    gmi_release(id);
    return gmi_line_wrap(line, status, err);
}
