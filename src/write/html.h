/* SPDX-License-Identifier: MIT */
/*
 * The report, inside: a page in one file. The texts stream through; kept are
 * the places, and the mentions of the document at hand.
 */
#ifndef WRITE_HTML_H
#define WRITE_HTML_H

#include "base/map.h"
#include "write/format.h"
#include "write/place_list.h"

/* A mention of the document at hand. */
struct gmi_html_hit {
    size_t start, end; /* bytes of the text */
    size_t order;      /* in which they came */
    gm_use use;
    double confidence;
    bool has_place;
    size_t place; /* its number */
};

/* Leaflet with its style, as the build put it into the data folder. */
struct gmi_html_leaflet {
    struct gmi_map map; /* of the file; empty: there is none */
    char hashes[2][80]; /* of the style and of the script: 'sha256-...' */
    size_t style, script, end; /* where each begins and the last ends */
};

struct gmi_html {
    struct gmi_place_list places;
    struct gmi_html_hit *hits;
    size_t hit_count, hit_capacity;
    struct gmi_buffer label; /* what is being shown of a document */
    struct gmi_html_leaflet leaflet;
};

/* Opens Leaflet where the folder (or NULL) has it; damage is an error. */
gm_status gmi_html_leaflet_open(const char *folder,
                                struct gmi_html_leaflet *out, gm_error *err);

/* All before the texts, and all after them. */
void gmi_html_head(gm_writer *writer);
gm_status gmi_html_foot(gm_writer *writer, gm_error *err);

/* One document, with its hits marked. */
gm_status gmi_html_document(gm_writer *writer, const gm_document *doc,
                            gm_error *err);

/* The list of places, for people; and what the script reads. */
void gmi_html_places(gm_writer *writer);
gm_status gmi_html_data(gm_writer *writer, gm_error *err);

/* The areas around the places, as a member of an object of the data. */
struct gmi_json;
struct gmi_map_frame;
gm_status gmi_html_land(const gm_writer *writer,
                        const struct gmi_map_frame *frame,
                        struct gmi_json *json, gm_error *err);

#endif
