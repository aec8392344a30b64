/* SPDX-License-Identifier: MIT */
/*
 * Documents in, mentions out: readers of texts, writers of tables and lines,
 * and the run that joins them on several threads.
 */
#ifndef GEOMENTION_IO_H
#define GEOMENTION_IO_H

#include "geomention_document.h"

#include <stdio.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Reading ----------------------------------------------------------- */

typedef struct gm_reader gm_reader;

typedef enum gm_input_format {
    GM_INPUT_AUTO = 0, /* by the ending of the file's name, else text */
    GM_INPUT_TEXT,     /* the whole file is one document; its path the id */
    GM_INPUT_HTML,     /* the same; offsets count in the text it shows */
    GM_INPUT_JSONL,    /* a document per line */
    GM_INPUT_TSV       /* id, tab, text; a header line "id<TAB>text" too */
} gm_input_format;

/* "text", "html", "jsonl", "tsv", "auto"; GM_ERR_ARGUMENT for another. */
GM_API gm_status gm_input_format_parse(const char *name, gm_input_format *out,
                                       gm_error *err);

/*
 * Reads the files one after another; "-" is standard input; a folder stands
 * for the texts in and below it, in the order of their names (files that are
 * named after a format: .txt .text .md .html .htm .jsonl .ndjson .tsv); a
 * name that ends in .gz is unpacked. The paths are borrowed. Nothing is
 * opened before the first gm_reader_next.
 */
GM_API gm_status gm_reader_create(const char *const *paths, size_t count,
                                  gm_input_format format, gm_reader **out,
                                  gm_error *err);
GM_API void gm_reader_free(gm_reader *reader);

/*
 * Reads the next document into `doc`. GM_END after the last. Any other error
 * is of one input, named in the message with its line or byte: that input is
 * skipped, and the next call goes on after it. GM_ERR_MEMORY is final.
 */
GM_API gm_status gm_reader_next(gm_reader *reader, gm_document *doc,
                                gm_error *err);

/*
 * Ends the reading: the call that waits for input, or the next one, returns
 * GM_ERR_CANCELLED. From any thread, or from a signal handler.
 */
GM_API void gm_reader_cancel(gm_reader *reader);

/* Bytes read so far, and of all inputs; 0 when that cannot be known. */
GM_API uint64_t gm_reader_position(const gm_reader *reader);
GM_API uint64_t gm_reader_size(const gm_reader *reader);

/* ---- Records: what every format writes of a mention ------------------- */

/* A mention with its document and its place. Borrows from all of them. */
typedef struct gm_record {
    const gm_document *doc;
    const gm_mention *mention;
    bool has_place; /* whether `place` is filled */
    bool has_point; /* whether it has a longitude and a latitude */
    gm_place place;
} gm_record;

/* GM_ERR_DAMAGED when the gazetteer does not have the place. */
GM_API gm_status gm_record_init(const gm_gazetteer *gazetteer,
                                const gm_document *doc,
                                const gm_mention *mention, gm_record *out,
                                gm_error *err);

typedef enum gm_field_type {
    GM_FIELD_TEXT = 0,
    GM_FIELD_INTEGER,
    GM_FIELD_REAL
} gm_field_type;

typedef struct gm_field {
    const char *name;       /* "population" */
    const char *short_name; /* at most 10 bytes, "pop"; NULL: left out there */
    gm_field_type type;
    int decimals;           /* worth writing of a real */
    bool is_degrees;        /* gm_write_options.precision is meant for it */
} gm_field;

/* The fields in their order, "doc" to "quote"; NULL past the last. */
GM_API size_t gm_field_count(void);
GM_API const gm_field *gm_field_at(size_t index);

/* What a field holds: null, or the one of the three that is of its type. */
typedef struct gm_value {
    bool is_null;
    const char *text; /* borrowed from the record and what it borrows from */
    int64_t integer;
    double real;      /* finite */
} gm_value;
GM_API gm_value gm_field_value(size_t index, const gm_record *record);

/* ---- Writing ----------------------------------------------------------- */

typedef enum gm_coords {
    GM_COORDS_DD = 0, /* decimal degrees */
    GM_COORDS_DMS,
    GM_COORDS_UTM,
    GM_COORDS_MGRS
} gm_coords;

GM_API gm_status gm_coords_parse(const char *name, gm_coords *out,
                                 gm_error *err);

/* What to write of each document. Borrowed for the life of the writer. */
typedef struct gm_write_options {
    unsigned uses;             /* bit 1 << gm_use for each use to write */
    double min_confidence;     /* leave out mentions below, 0 to 1 */
    bool unresolved;           /* also mentions without a place */
    size_t candidates;         /* how many candidates to write; 0: none */
    bool explain;              /* reasons in formats that can hold them */
    const char *const *fields; /* columns of tables, NULL: the default */
    size_t field_count;
    gm_coords coords;          /* of tables */
    int precision;             /* decimals of degrees; -1: the format's own */
    bool header;               /* column names on the first line of tables */
    bool color;                /* of the terminal table */
    size_t width;              /* columns of the terminal; 0: no limit */
    const char *data_directory; /* outlines and pages for maps and reports;
                                   NULL: a map has none */
} gm_write_options;

GM_API void gm_write_options_init(gm_write_options *options);

/* Adds "literal", "metonymic", "adjectival", "embedded" or "all" to a set. */
GM_API gm_status gm_uses_parse(const char *list, unsigned *uses,
                               gm_error *err);

/* Whether the options let this mention through. */
GM_API bool gm_write_options_take(const gm_write_options *options,
                                  const gm_mention *mention);

typedef struct gm_writer gm_writer;

/* The formats of this library, "table", "tsv" ...; NULL past the last. */
GM_API const char *gm_writer_format_at(size_t index);
GM_API const char *gm_writer_format_description_at(size_t index);

/*
 * Writes to an open stream, which stays the caller's. Fails before anything
 * is written when the format or a field is not known: GM_ERR_UNSUPPORTED,
 * GM_ERR_ARGUMENT. `gazetteer` gives the places' data.
 */
GM_API gm_status gm_writer_create(const char *format, FILE *stream,
                                  const gm_gazetteer *gazetteer,
                                  const gm_write_options *options,
                                  gm_writer **out, gm_error *err);
/*
 * Passes the document on to the stream, whose own buffering stands: who wants
 * each at once flushes it. The table waits for its widths, 1000 rows at most.
 * After a failure the writer can only be freed.
 */
GM_API gm_status gm_writer_add(gm_writer *writer, const gm_document *doc,
                               gm_error *err);
/* Writes what is still due (the end of a GeoJSON file); once, at the end. */
GM_API gm_status gm_writer_finish(gm_writer *writer, gm_error *err);
GM_API void gm_writer_free(gm_writer *writer);

/* ---- Styles for QGIS ---------------------------------------------------- */

/* What a layer is of. */
typedef enum gm_style_kind {
    GM_STYLE_MENTIONS = 0, /* points by use, as big as they are sure */
    GM_STYLE_PLACES,       /* points by class, by how often they are named */
    GM_STYLE_CANDIDATES,   /* points by probability */
    GM_STYLE_COUNTRIES,    /* areas by how often their places are named */
    GM_STYLE_LAND,         /* areas that nobody named, behind the others */
    GM_STYLE_TABLE         /* no geometry */
} gm_style_kind;

typedef struct gm_style {
    gm_style_kind kind;
    uint64_t most; /* mentions of one country, the end of the scale */
    /* What the layer calls a field; NULL: it lacks it. Where the function is
       NULL, it has all by their own names. */
    const char *(*field_name)(const void *context, const char *field);
    const void *context;
} gm_style;

/* Writes a style as QGIS saves it, QML: GM_ERR_IO, GM_ERR_MEMORY. */
GM_API gm_status gm_style_write(const gm_style *style, FILE *stream,
                                gm_error *err);

/*
 * Writes a style for a file that a gm_writer made, where QGIS finds it: beside
 * the file, with the ending .qml. For CSV also the two files by which GDAL
 * knows its columns of coordinates (.csvt, .prj). What is there already stays
 * unless `overwrite`; a .prj always does. A format that is no layer has no
 * style, and neither has what is no plain file: GM_OK.
 */
GM_API gm_status gm_style_write_beside(const char *path, const char *format,
                                       const gm_write_options *options,
                                       bool overwrite, gm_error *err);

/* ---- An output file that is there whole or not at all ------------------ */

typedef struct gm_output gm_output;

/*
 * Opens a new file beside `path`; commit renames it to `path`, discard
 * removes it. GM_ERR_EXISTS when `path` exists and `overwrite` is false.
 */
GM_API gm_status gm_output_open(const char *path, bool overwrite,
                                gm_output **out, gm_error *err);
GM_API FILE *gm_output_stream(gm_output *output);
GM_API gm_status gm_output_commit(gm_output *output, gm_error *err);
GM_API void gm_output_discard(gm_output *output);

/* ---- A run ------------------------------------------------------------- */

/* What a run tells its caller: one call at a time, in input order. */
typedef struct gm_run_events {
    void *context;
    /* A document is done. Any status but GM_OK ends the run with it. */
    gm_status (*on_document)(void *context, const gm_document *doc,
                             gm_error *err);
    /* An input failed and is skipped; NULL: the first failure ends the run. */
    void (*on_failure)(void *context, const gm_error *failure);
} gm_run_events;

/*
 * Reads, maps and hands on every document, on `threads` threads (1 to 256).
 * The order and content of what is handed on is the same for every number. A
 * run that fails cancels the reader. Cancelling the reader ends the run with
 * GM_ERR_CANCELLED, and running out of memory with GM_ERR_MEMORY.
 */
GM_API gm_status gm_run(gm_reader *reader, const gm_mapper *mapper,
                        size_t threads, const gm_run_events *events,
                        gm_error *err);

#ifdef __cplusplus
}
#endif
#endif
