/* SPDX-License-Identifier: MIT */
/* A document from a line of tab-separated values. */
#include "read/tsv.h"

#include <string.h>
#include <strings.h>

bool gmi_tsv_is_header(const struct gmi_line *line)
{
    return strcasecmp(line->text, "id\ttext") == 0;
}

gm_status gmi_tsv_document(struct gmi_line *line, gm_document *doc,
                           gm_error *err)
{
    gm_status status = gmi_line_check(line, err);
    if (status)
        return status;
    char *tab = memchr(line->text, '\t', line->length);
    if (!tab)
        return gmi_line_fail(line, err, "no tab between id and text");
    *tab = '\0';
    char made[GMI_LINE_ID_MAX];
    const char *id = line->text[0] ? line->text : gmi_line_id(line, made);
    const char *text = tab + 1;
    const size_t length = line->length - (size_t)(text - line->text);
    status = gm_document_set_text(doc, id, text, length, err);
    return gmi_line_wrap(line, status, err);
}
