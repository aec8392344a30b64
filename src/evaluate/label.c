/* SPDX-License-Identifier: MIT */
/* What the labels of annotated corpora say of a mention. */
#include "evaluate/label.h"

#include <string.h>

/*
 * The types of GeoWebNews (Gritta, Pilehvar, Collier: A pragmatic guide to
 * geoparsing evaluation, 2019) and ReLocaR, as our uses. A homonym, a person
 * named like a place, is none of them.
 */
static const struct type {
    const char *name;
    int use;
    bool is_label; /* of GeoWebNews, which labels demonyms */
    bool is_demonym;
} TYPES[] = {
    {"Literal", GM_USE_LITERAL, true, false},
    {"Coercion", GM_USE_LITERAL, true, false},
    {"Metonymic", GM_USE_METONYMIC, true, false},
    {"Mixed", GM_USE_METONYMIC, true, false},
    {"Literal_Modifier", GM_USE_ADJECTIVAL, true, false},
    {"Non_Literal_Modifier", GM_USE_ADJECTIVAL, true, false},
    {"Demonym", GM_USE_ADJECTIVAL, true, true},
    {"Language", GM_USE_ADJECTIVAL, true, true},
    {"Embedded_Literal", GM_USE_EMBEDDED, true, false},
    {"Embedded_Non_Lit", GM_USE_EMBEDDED, true, false},
    {"Homonym", -1, true, false},
    {"literal", GM_USE_LITERAL, false, false},
    {"metonymic", GM_USE_METONYMIC, false, false},
    {"mixed", GM_USE_METONYMIC, false, false},
    {"adjectival", GM_USE_ADJECTIVAL, false, false},
    {"embedded", GM_USE_EMBEDDED, false, false},
};

static const struct type *type_named(const char *name)
{
    for (size_t i = 0; name && i < sizeof TYPES / sizeof *TYPES; i++)
        if (strcmp(TYPES[i].name, name) == 0)
            return &TYPES[i];
    return NULL;
}

/* NULL for "", too. */
static const char *label(const json_t *toponym, const char *name)
{
    const char *value = gmi_member_string(toponym, name);
    return value && *value ? value : NULL;
}

/* The type; where there is none, the class of feature. */
static const char *kind_of(struct gmi_corpus *corpus, const char *type,
                           const char *feature_class)
{
    if (type || !feature_class)
        return gmi_corpus_copy(corpus, type ? type : "-");
    struct gmi_buffer kind = {0};
    gmi_buffer_printf(&kind, "class %s", feature_class);
    const char *copy =
        kind.is_failed ? NULL : gmi_corpus_copy(corpus, kind.data);
    gmi_buffer_release(&kind);
    return copy;
}

bool gmi_label_read(struct gmi_corpus *corpus, const json_t *toponym,
                    struct gmi_span *out)
{
    const char *name = label(toponym, "type");
    const char *modifier = label(toponym, "modifier");
    const struct type *type = type_named(name);
    out->is_labelled = modifier || (type && type->is_label);
    out->is_demonym = (type && type->is_demonym) ||
                      (modifier && strcmp(modifier, "Adjective") == 0);
    if (out->use < 0 && type)
        out->use = type->use;
    out->kind = kind_of(corpus, name, label(toponym, "fclass"));
    return out->kind != NULL;
}
