/* SPDX-License-Identifier: MIT */
/* A style for QGIS: the document, and what its parts share. */
#include "write/style.h"

#include "base/status.h"
#include "write/xml.h"

#include <errno.h>
#include <string.h>

/* ---- Fields and expressions --------------------------------------------- */

static const char *name_of_field(const struct gmi_style *style,
                                 const char *field)
{
    const gm_style *wish = style->wish;
    return wish->field_name ? wish->field_name(wish->context, field) : field;
}

/* A column in an expression: between quotes, which are doubled inside. */
static void add_column(struct gmi_buffer *out, const char *name)
{
    gmi_buffer_add_char(out, '"');
    for (; *name; name++) {
        if (*name == '"')
            gmi_buffer_add_char(out, '"');
        gmi_buffer_add_char(out, *name);
    }
    gmi_buffer_add_char(out, '"');
}

/* A field of a template. */
struct field {
    char word[32];    /* what it is called there, without braces */
    const char *name; /* in the layer, maybe `word`; NULL: it has none */
};

/* The field in braces at the start of `text`; its length with them, or 0. */
static size_t read_field(const struct gmi_style *style, const char *text,
                         struct field *out)
{
    const size_t length = strcspn(text, "}");
    if (text[0] != '{' || !text[length] || length > sizeof out->word)
        return 0;
    memcpy(out->word, text + 1, length - 1);
    out->word[length - 1] = '\0';
    out->name = name_of_field(style, out->word);
    return length + 1;
}

static bool has_fields(const struct gmi_style *style, const char *template)
{
    struct field field;
    for (const char *p = template; *p; p++)
        if (read_field(style, p, &field) && !field.name)
            return false;
    return true;
}

bool gmi_style_expand(const struct gmi_style *style, const char *template,
                      struct gmi_buffer *out)
{
    if (!has_fields(style, template))
        return false;
    while (*template) {
        struct field field;
        const size_t length = read_field(style, template, &field);
        if (length)
            add_column(out, field.name);
        else
            gmi_buffer_add_char(out, *template);
        template += length ? length : 1;
    }
    return true;
}

bool gmi_style_add_expression(const struct gmi_style *style,
                              const char *template)
{
    struct gmi_buffer text = {0};
    const bool result = gmi_style_expand(style, template, &text);
    if (text.length)
        gmi_xml_text(style->out, text.data, text.length);
    style->out->is_failed = style->out->is_failed || text.is_failed;
    gmi_buffer_release(&text);
    return result;
}

const char *gmi_style_first(const struct gmi_style *style,
                            const char *const *templates, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (has_fields(style, templates[i]))
            return templates[i];
    return NULL;
}

/* ---- Options ------------------------------------------------------------ */

void gmi_style_option(const struct gmi_style *style, const char *name,
                      const char *value)
{
    gmi_buffer_printf(style->out, "<Option name=\"%s\" type=\"QString\" "
                      "value=\"", name);
    gmi_xml_string(style->out, value);
    gmi_buffer_add_string(style->out, "\"/>\n");
}

static void add_property(const struct gmi_style *style,
                         const struct gmi_style_property *property)
{
    struct gmi_buffer *out = style->out;
    if (!has_fields(style, property->template))
        return;
    gmi_buffer_printf(out,
                      "<Option name=\"%s\" type=\"Map\">"
                      "<Option name=\"active\" type=\"bool\" value=\"true\"/>"
                      "<Option name=\"expression\" type=\"QString\" value=\"",
                      property->name);
    gmi_style_add_expression(style, property->template);
    gmi_buffer_add_string(
        out, "\"/><Option name=\"type\" type=\"int\" value=\"3\"/></Option>\n");
}

void gmi_style_properties(const struct gmi_style *style, const char *element,
                          const struct gmi_style_property *properties,
                          size_t count)
{
    gmi_buffer_printf(style->out,
                      "<%s><Option type=\"Map\">\n"
                      "<Option name=\"name\" type=\"QString\" value=\"\"/>\n"
                      "<Option name=\"properties\" type=\"Map\">\n",
                      element);
    for (size_t i = 0; i < count; i++)
        add_property(style, &properties[i]);
    gmi_buffer_printf(style->out,
                      "</Option>\n<Option name=\"type\" type=\"QString\" "
                      "value=\"collection\"/>\n</Option></%s>\n",
                      element);
}

/* ---- The document ------------------------------------------------------- */

static void add_document(const struct gmi_style *style)
{
    const gm_style_kind kind = style->wish->kind;
    const bool has_geometry = kind != GM_STYLE_TABLE;
    const bool is_area = kind == GM_STYLE_COUNTRIES || kind == GM_STYLE_LAND;
    gmi_buffer_printf(style->out,
                      "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' "
                      "'SYSTEM'>\n<qgis version=\"3.22.0\" "
                      "styleCategories=\"Symbology|Labeling|MapTips|Fields\" "
                      "labelsEnabled=\"%d\">\n",
                      has_geometry && !is_area);
    if (has_geometry) {
        gmi_style_renderer(style);
        gmi_style_labels(style);
    }
    gmi_style_tips(style);
    if (has_geometry)
        gmi_buffer_printf(style->out,
                          "<layerGeometryType>%d</layerGeometryType>\n",
                          is_area ? 2 : 0);
    gmi_buffer_add_string(style->out, "</qgis>\n");
}

gm_status gm_style_write(const gm_style *wish, FILE *stream, gm_error *err)
{
    struct gmi_buffer out = {0};
    const struct gmi_style style = {wish, &out};
    gm_status status = GM_OK;
    add_document(&style);
    errno = 0;
    if (out.is_failed)
        status = gmi_fail_memory(err);
    else if (fwrite(out.data, 1, out.length, stream) != out.length)
        status = gmi_fail_errno(err, "write", "style");
    gmi_buffer_release(&out);
    return status;
}
