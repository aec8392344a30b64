/* SPDX-License-Identifier: MIT */
/*
 * An output format, inside. To add one: a file that defines its struct
 * gmi_format, a declaration below, and a line in the list of writer.c.
 *
 * A format only adds to `out` of its writer, which passes it on to the stream
 * now and then, and notices when memory runs out.
 */
#ifndef WRITE_FORMAT_H
#define WRITE_FORMAT_H

#include "write/sheet.h"

struct gmi_format {
    const char *name;
    const char *description;
    /* The rest may be NULL, but for add. */
    gm_status (*open)(gm_writer *writer, gm_error *err);
    void (*begin_document)(gm_writer *writer, const gm_document *doc);
    gm_status (*add)(gm_writer *writer, const gm_record *record, gm_error *err);
    gm_status (*end_document)(gm_writer *writer, const gm_document *doc,
                              gm_error *err);
    gm_status (*finish)(gm_writer *writer, gm_error *err);
    void (*close)(gm_writer *writer);
};

struct gm_writer {
    const struct gmi_format *format;
    FILE *stream;
    const gm_gazetteer *gazetteer;
    const gm_write_options *options;
    gm_write_options own_options; /* where the caller gave none */
    struct gmi_sheet sheet;       /* of formats that have one */
    struct gmi_buffer out;
    uint64_t document_count;        /* with the one that is being added */
    uint64_t record_count;          /* before the one that is being added */
    uint64_t document_record_count; /* the same of this document */
    void *state;                    /* the format's own */
    bool is_failed;                 /* nothing more is written */
};

/*
 * Passes `out` on to the stream at once: for a format that adds a lot of it
 * in one of its functions.
 */
gm_status gmi_writer_pass_on(gm_writer *writer, gm_error *err);

extern const struct gmi_format gmi_format_table;
extern const struct gmi_format gmi_format_tsv;
extern const struct gmi_format gmi_format_csv;
extern const struct gmi_format gmi_format_jsonl;
extern const struct gmi_format gmi_format_geojson;
extern const struct gmi_format gmi_format_geojsonl;
extern const struct gmi_format gmi_format_html;
extern const struct gmi_format gmi_format_svg;
extern const struct gmi_format gmi_format_dots;

#endif
