/* SPDX-License-Identifier: MIT */
/* Rows of GeoNames' alternateNamesV2.txt. */
#include "build/geonames.h"

#include "base/status.h"
#include "text/fold.h"

#include <string.h>
/* What stands among the names and is none. */
static bool is_no_name(const char *language)
{
    static const char *const list[] = {"link", "wkdt", "post", "phon",
                                       "tcid", "unlc", "faac", "icao"};
    for (size_t i = 0; i < sizeof list / sizeof *list; i++)
        if (strcmp(language, list[i]) == 0)
            return true;
    return false;
}

static void set_kind(struct gmi_new_name *name, char **fields, size_t count)
{
    static const struct {
        uint8_t kind, flag;
    } kinds[] = {{GM_NAME_PREFERRED, GMI_NAME_IS_PREFERRED},
                 {GM_NAME_SHORT, GMI_NAME_IS_SHORT},
                 {GM_NAME_COLLOQUIAL, GMI_NAME_IS_COLLOQUIAL},
                 {GM_NAME_HISTORIC, GMI_NAME_IS_HISTORIC}};
    name->kind = GM_NAME_ALTERNATE;
    for (size_t i = 0; i < 4 && 4 + i < count; i++) {
        if (fields[4 + i][0] == '1') {
            name->kind = kinds[i].kind;
            name->flags |= kinds[i].flag;
        }
    }
    if (strcmp(fields[2], "iata") == 0) {
        name->kind = GM_NAME_ABBREVIATION;
        name->flags |= GMI_NAME_IS_CODE;
    } else if (strcmp(fields[2], "abbr") == 0) {
        name->kind = GM_NAME_ABBREVIATION;
    } else if (strcmp(fields[2], "en") == 0) {
        name->flags |= GMI_NAME_ENGLISH;
    } else if (fields[2][0] == '\0') {
        name->flags |= GMI_NAME_NO_LANGUAGE;
    }
}

/* What a row says of a name that the place has already. */
static void enrich(struct gmi_build_name *known,
                   const struct gmi_new_name *name)
{
    const uint8_t no_language = GMI_NAME_NO_LANGUAGE;
    known->flags |= (uint8_t)(name->flags & ~no_language);
    if (!(name->flags & no_language))
        known->flags &= (uint8_t)~no_language;
    if (known->kind == GM_NAME_ALTERNATE)
        known->kind = name->kind;
    if (!name->language || name->language == known->language)
        return;
    if (known->language)
        known->languages++;
    else
        known->language = name->language;
}

gm_status gmi_geonames_name(gm_builder *builder, char *line, size_t length,
                            void *context, gm_error *err)
{
    (void)length;
    (void)context;
    char *fields[10];
    const size_t count = gmi_split(line, '\t', fields, 10);
    if (count < 4)
        return gmi_fail(err, GM_ERR_SYNTAX, "%zu columns, not 10", count);
    uint64_t id;
    if (!gmi_parse_count(fields[1], &id) || id > UINT32_MAX)
        return gmi_fail(err, GM_ERR_SYNTAX, "'%.20s' is no id", fields[1]);
    if (is_no_name(fields[2]))
        return GM_OK;
    const uint32_t place =
        gmi_builder_find_number(builder, builder->source, (uint32_t)id);
    struct gmi_new_name name = {.text = fields[3],
                                .length = strlen(fields[3])};
    if (place == GMI_NONE || name.length == 0)
        return GM_OK; /* the names of the world, the places of one country */
    if (name.length > GMI_NAME_MAX)
        return gmi_fail(err, GM_ERR_ARGUMENT,
                        "a name of %zu bytes is too long", name.length);
    name.language =
        gmi_builder_language(builder, fields[2], strlen(fields[2]));
    set_kind(&name, fields, count);
    if (name.kind != GM_NAME_ABBREVIATION) {
        struct gmi_build_name *known = gmi_geonames_find(
            builder, place, gmi_key_of(name.text, name.length, NULL));
        if (known) {
            enrich(known, &name);
            return GM_OK;
        }
    }
    return gmi_builder_put_name(builder, place, &name, err);
}
