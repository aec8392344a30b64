/* SPDX-License-Identifier: MIT */
/*
 * Styles for QGIS, inside: a style being written, and the parts of it. QML is
 * described by what QGIS 3.22 saves; a newer one reads it.
 */
#ifndef WRITE_STYLE_H
#define WRITE_STYLE_H

#include "base/buffer.h"
#include "include/geomention_io.h"

struct gmi_style {
    const gm_style *wish;
    struct gmi_buffer *out;
};

/*
 * Turns "{mentions} + 1" into an expression of QGIS's with the layer's own
 * names of fields: `"mentions" + 1`. False, and nothing added, when the layer
 * lacks one of them.
 */
bool gmi_style_expand(const struct gmi_style *style, const char *template,
                      struct gmi_buffer *out);

/* The same as the value of an attribute, or text between tags. */
bool gmi_style_add_expression(const struct gmi_style *style,
                              const char *template);

/* The first of `count` templates whose fields are all there; NULL: none. */
const char *gmi_style_first(const struct gmi_style *style,
                            const char *const *templates, size_t count);

/* `<Option name="..." type="QString" value="..."/>` */
void gmi_style_option(const struct gmi_style *style, const char *name,
                      const char *value);

/* One property that follows from the data, for a map of them. */
struct gmi_style_property {
    const char *name;
    const char *template;
};
void gmi_style_properties(const struct gmi_style *style, const char *element,
                          const struct gmi_style_property *properties,
                          size_t count);

/* How features are drawn, named, and told about. */
void gmi_style_renderer(const struct gmi_style *style);
void gmi_style_labels(const struct gmi_style *style);
void gmi_style_tips(const struct gmi_style *style);

#endif
