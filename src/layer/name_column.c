/* SPDX-License-Identifier: MIT */
/* What the name of a column tells of the names in it. */
#include "layer/name_column.h"

#include <cpl_port.h>
#include <ctype.h>
#include <string.h>

/* Columns of names in no language or any; '#' is a digit. */
static const struct {
    const char *name;
    gm_name_kind kind;
    bool has_commas;
} columns[] = {
    {"abbrev", GM_NAME_ABBREVIATION, false},
    {"alt_name", GM_NAME_ALTERNATE, false},
    {"alt_names", GM_NAME_ALTERNATE, false},
    {"alternate_names", GM_NAME_ALTERNATE, true},
    {"alternatenames", GM_NAME_ALTERNATE, true},
    {"altnames", GM_NAME_ALTERNATE, true},
    {"ascii_name", GM_NAME_ALTERNATE, false},
    {"asciiname", GM_NAME_ALTERNATE, false},
    {"int_name", GM_NAME_ALTERNATE, false},
    {"loc_name", GM_NAME_ALTERNATE, false},
    {"name_alt", GM_NAME_ALTERNATE, false},
    {"name_ascii", GM_NAME_ALTERNATE, false},
    {"name_local", GM_NAME_ALTERNATE, false},
    {"name_long", GM_NAME_ALTERNATE, false},
    {"nameascii", GM_NAME_ALTERNATE, false},
    {"namealt", GM_NAME_ALTERNATE, false},
    {"names", GM_NAME_ALTERNATE, false},
    {"nl_name_#", GM_NAME_ALTERNATE, false},
    {"official_name", GM_NAME_ALTERNATE, false},
    {"old_name", GM_NAME_HISTORIC, false},
    {"short_name", GM_NAME_SHORT, false},
    {"varname_#", GM_NAME_ALTERNATE, false},
};

/* Beginnings that a language follows after ':' or '_'. */
static const struct {
    const char *name;
    gm_name_kind kind;
} stems[] = {
    {"name", GM_NAME_ALTERNATE},          {"alt_name", GM_NAME_ALTERNATE},
    {"official_name", GM_NAME_ALTERNATE}, {"old_name", GM_NAME_HISTORIC},
    {"short_name", GM_NAME_SHORT},
};

static bool matches(const char *pattern, const char *name)
{
    for (; *pattern && *name; pattern++, name++)
        if (*pattern == '#' ? !isdigit((unsigned char)*name)
                            : *pattern != tolower((unsigned char)*name))
            return false;
    return *pattern == *name;
}

/* "hy", "zh-Hant", "sr_Latn": the first part is the language. Three letters
   are one too (ISO 639-2); what is no language is in the table above. */
static bool copy_language(const char *text, char *out)
{
    size_t length = 0;
    while (isalpha((unsigned char)text[length]))
        length++;
    const char end = text[length];
    if (length < 2 || length > 3 || (end && end != '-' && end != '_'))
        return false;
    for (size_t i = 0; i < length; i++)
        out[i] = (char)tolower((unsigned char)text[i]);
    out[length] = '\0';
    return true;
}

bool gmi_name_column_of(const char *column, struct gmi_name_column *out)
{
    *out = (struct gmi_name_column){.index = -1, .kind = GM_NAME_ALTERNATE};
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        if (!matches(columns[i].name, column))
            continue;
        out->kind = columns[i].kind;
        out->has_commas = columns[i].has_commas;
        return true;
    }
    for (size_t i = 0; i < sizeof stems / sizeof *stems; i++) {
        const size_t length = strlen(stems[i].name);
        if (!EQUALN(column, stems[i].name, length) ||
            (column[length] != ':' && column[length] != '_') ||
            !copy_language(column + length + 1, out->language))
            continue;
        out->kind = stems[i].kind;
        return true;
    }
    return false;
}

/* One name, which may tell its language: "hy=Շուշի". */
static gm_status add_one(const struct gmi_name_column *column, char *text,
                         gm_builder *builder, gm_error *err)
{
    gm_name name = {.kind = column->kind};
    memcpy(name.language, column->language, sizeof name.language);
    char *equals = strchr(text, '=');
    if (equals && equals - text <= 7 && copy_language(text, name.language))
        text = equals + 1;
    text += strspn(text, " ");
    size_t length = strlen(text);
    while (length && text[length - 1] == ' ')
        text[--length] = '\0';
    name.text = text;
    return length ? gm_builder_add_name(builder, NULL, &name, err) : GM_OK;
}

gm_status gmi_name_column_add(const struct gmi_name_column *column,
                              const char *text, gm_builder *builder,
                              gm_error *err)
{
    const char *signs = column->has_commas ? "|;," : "|;";
    while (*text) {
        char name[512];
        const size_t length = strcspn(text, signs);
        /* A longer one is none that a text would hold. */
        if (length < sizeof name) {
            memcpy(name, text, length);
            name[length] = '\0';
            const gm_status status = add_one(column, name, builder, err);
            if (status)
                return status;
        }
        text += length;
        text += *text ? 1 : 0;
    }
    return GM_OK;
}
