/* SPDX-License-Identifier: MIT */
/*
 * How many of the places that people marked in texts a gazetteer holds:
 *
 *     coverage GAZETTEER... < documents.jsonl
 *
 * Of each toponym with coordinates: whether one of the places that its name
 * leads to has its GeoNames id or lies within 161 km. An upper bound of what
 * a resolver can find. Prints the share in percent, a line per gazetteer.
 */
#include "clock.h"
#include "gazetteer/gazetteer.h"
#include "gazetteer/variant.h"
#include "geo/sphere.h"

#include <jansson.h>
#include <math.h>

static const double NEAR_KM = 161; /* a hundred miles: Leidner 2008 */

/* A toponym without its possessive. */
static size_t bare_length(const char *phrase)
{
    static const char *const endings[] = {"'s", "’s", "'", "’"};
    const size_t length = strlen(phrase);
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        const size_t ending = strlen(endings[i]);
        if (length > ending && strcmp(phrase + length - ending, endings[i]) == 0)
            return length - ending;
    }
    return length;
}

static bool is_meant(const gm_gazetteer *gazetteer, uint32_t index,
                     struct gmi_point point, const char *id)
{
    gm_place place;
    if (gm_gazetteer_place(gazetteer, index, &place))
        return false;
    if (strcmp(place.id, id) == 0)
        return true;
    return !isnan(place.latitude) &&
           gmi_distance_km(point, (struct gmi_point){place.longitude,
                                                     place.latitude}) <= NEAR_KM;
}

static bool is_covered(const gm_gazetteer *gazetteer, const json_t *toponym)
{
    const char *phrase = json_string_value(json_object_get(toponym, "phrase"));
    const struct gmi_point point = {
        json_number_value(json_object_get(toponym, "lon")),
        json_number_value(json_object_get(toponym, "lat"))};
    const json_t *id = json_object_get(toponym, "geonameid");
    char full_id[64];
    if (json_is_integer(id))
        snprintf(full_id, sizeof full_id, "geonames:%lld",
                 (long long)json_integer_value(id));
    else
        snprintf(full_id, sizeof full_id, "geonames:%s",
                 json_is_string(id) ? json_string_value(id) : "-");
    struct gmi_variants variants;
    gmi_variants_find(gazetteer, phrase, bare_length(phrase), "en", &variants);
    for (size_t i = 0; i < variants.count; i++) {
        struct gmi_hits hits;
        struct gmi_hit hit;
        gmi_hits_begin(&hits, gazetteer, variants.items[i].key);
        while (gmi_hits_next(&hits, &hit))
            if (is_meant(gazetteer, hit.place, point, full_id))
                return true;
    }
    return false;
}

static json_t *read_toponyms(void)
{
    json_t *all = json_array();
    char *line = NULL;
    size_t capacity = 0;
    while (getline(&line, &capacity, stdin) > 0) {
        json_t *doc = json_loads(line, 0, NULL);
        size_t i;
        json_t *toponym;
        json_array_foreach(json_object_get(doc, "toponyms"), i, toponym)
        {
            if (json_is_number(json_object_get(toponym, "lat")) &&
                json_is_number(json_object_get(toponym, "lon")) &&
                json_is_string(json_object_get(toponym, "phrase")))
                json_array_append(all, toponym);
        }
        json_decref(doc);
    }
    free(line);
    return all;
}

int main(int argc, char **argv)
{
    json_t *toponyms = read_toponyms();
    const size_t count = json_array_size(toponyms);
    for (int i = 1; i < argc; i++) {
        gm_gazetteer *gazetteer;
        gm_error err;
        const char *path = argv[i];
        if (gm_gazetteer_open(&path, 1, &gazetteer, &err)) {
            fprintf(stderr, "coverage: %s\n", err.message);
            return 1;
        }
        size_t covered = 0;
        for (size_t j = 0; j < count; j++)
            covered += is_covered(gazetteer, json_array_get(toponyms, j));
        printf("%.1f of %zu\n", 100.0 * (double)covered / (double)count, count);
        gm_gazetteer_close(gazetteer);
    }
    json_decref(toponyms);
    return 0;
}
