/* SPDX-License-Identifier: MIT */
/* Who is to be credited for a map. */
#include "write/credits.h"

#include <string.h>

/* A name without what stands in brackets behind it: the package's. */
static void add_short(struct gmi_buffer *out, const char *name)
{
    size_t length = strcspn(name, "(");
    while (length && name[length - 1] == ' ')
        length--;
    gmi_buffer_add(out, name, length);
}

/* Whether a place on the list is from there. */
static bool is_used(const struct gmi_place_list *places,
                    const gm_source *source)
{
    const size_t length = strlen(source->prefix);
    for (size_t i = 0; i < places->count; i++) {
        const char *id = places->places[i].place.id;
        if (length && strncmp(id, source->prefix, length) == 0 &&
            id[length] == ':')
            return true;
    }
    return false;
}

static bool is_free(const gm_source *source)
{
    return strncmp(source->licence, "CC0", 3) == 0;
}

/* Whether its licence asks for its name; several tables are of one source. */
static bool is_credited(const struct gmi_place_list *places,
                        const gm_gazetteer *gazetteer, size_t index,
                        gm_source *source)
{
    gm_source other;
    if (gm_gazetteer_source(gazetteer, index, source) || !source->name[0] ||
        is_free(source) || !is_used(places, source))
        return false;
    for (size_t i = 0; i < index; i++)
        if (!gm_gazetteer_source(gazetteer, i, &other) &&
            strcmp(other.prefix, source->prefix) == 0 && !is_free(&other))
            return false;
    return true;
}

void gmi_credits_add(struct gmi_buffer *out,
                     const struct gmi_place_list *places,
                     const gm_gazetteer *gazetteer, const char *outlines)
{
    const size_t count = gm_gazetteer_source_count(gazetteer);
    bool is_first = true;
    for (size_t i = 0; i < count; i++) {
        gm_source source;
        if (!is_credited(places, gazetteer, i, &source))
            continue;
        gmi_buffer_add_string(out, is_first ? "Places: " : ", ");
        add_short(out, source.name);
        if (source.licence[0] && strcmp(source.licence, "public domain") != 0)
            gmi_buffer_printf(out, " (%s)", source.licence);
        is_first = false;
    }
    if (!is_first)
        gmi_buffer_add_string(out, ". ");
    if (outlines && outlines[0]) {
        gmi_buffer_add_string(out, "Outlines: ");
        add_short(out, outlines);
        gmi_buffer_add_string(out, ". ");
    }
}
