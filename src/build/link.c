/* SPDX-License-Identifier: MIT */
/* Turns codes and ids into places: areas, countries, parents, radii. */
#include "build/builder.h"

#include "base/memory.h"
#include "base/status.h"
#include "geo/sphere.h"

#include <math.h>
#include <string.h>

static const char *feature_of(const gm_builder *builder,
                              const struct gmi_build_place *place)
{
    return gmi_intern_at(&builder->features, place->feature);
}

static bool has_feature(const gm_builder *builder,
                        const struct gmi_build_place *place,
                        const char *feature)
{
    return strcmp(feature_of(builder, place), feature) == 0;
}

/* ---- Areas by their codes ---------------------------------------------- */

/* An area that only a table of codes knows: it has a name but no point. */
static gm_status add_area(gm_builder *builder,
                          const struct gmi_build_area *area, uint32_t *place,
                          gm_error *err)
{
    char id[16], name[GMI_NAME_MAX + 1];
    snprintf(id, sizeof id, "%lu", (unsigned long)area->id);
    snprintf(name, sizeof name, "%s", builder->texts.data + area->name);
    const char *code = gmi_intern_at(&builder->codes, area->code - 1);
    const bool is_second = strchr(code, '.') != strrchr(code, '.');
    const char country[3] = {code[0], code[1], '\0'};
    const gm_build_place added = {
        .id = id,
        .name = name,
        .country = gmi_country_number(country) ? country : NULL,
        .feature = is_second ? "A.ADM2" : "A.ADM1",
        .longitude = NAN,
        .latitude = NAN,
    };
    builder->source = area->source;
    const gm_status status = gm_builder_add_place(builder, &added, err);
    if (status == GM_ERR_ARGUMENT)
        return GM_OK; /* a name of no letters: the area stays unknown */
    if (!status)
        *place = gmi_builder_find_number(builder, area->source, area->id);
    return status;
}

/* What the tables of codes say. */
static gm_status link_canonical_areas(gm_builder *builder,
                                      uint32_t *place_of_code, gm_error *err)
{
    for (size_t i = 0; i < builder->area_count; i++) {
        const struct gmi_build_area area = builder->areas[i];
        uint32_t place =
            gmi_builder_find_number(builder, area.source, area.id);
        if (place == GMI_NONE) {
            const gm_status status = add_area(builder, &area, &place, err);
            if (status)
                return status;
        }
        if (place == GMI_NONE)
            continue;
        place_of_code[area.code - 1] = place;
        builder->places[place].flags |= GMI_PLACE_CANONICAL;
    }
    return GM_OK;
}

/* Codes that no table explains: the row of that level that bears the code. */
static void link_areas_by_feature(gm_builder *builder, uint32_t *place_of_code)
{
    for (uint32_t i = 0; i < builder->place_count; i++) {
        const struct gmi_build_place *place = &builder->places[i];
        uint32_t code = GMI_NO_CODE;
        if (has_feature(builder, place, "A.ADM1"))
            code = place->admin1;
        else if (has_feature(builder, place, "A.ADM2"))
            code = place->admin2;
        if (code == GMI_NO_CODE)
            continue;
        uint32_t *known = &place_of_code[code - 1];
        if (*known == GMI_NONE ||
            (!(builder->places[*known].flags & GMI_PLACE_CANONICAL) &&
             builder->places[*known].population < place->population))
            *known = i;
    }
}

/* From here on admin1, admin2 and parent are places. */
static void replace_codes(gm_builder *builder, const uint32_t *place_of_code)
{
    for (uint32_t i = 0; i < builder->place_count; i++) {
        struct gmi_build_place *place = &builder->places[i];
        place->admin1 =
            place->admin1 ? place_of_code[place->admin1 - 1] : GMI_NONE;
        place->admin2 =
            place->admin2 ? place_of_code[place->admin2 - 1] : GMI_NONE;
        place->parent = place->parent
                            ? gmi_builder_find_id(
                                  builder, gmi_intern_at(&builder->ids,
                                                         place->parent - 1))
                            : GMI_NONE;
        if (place->admin1 == i)
            place->admin1 = GMI_NONE;
        if (place->admin2 == i)
            place->admin2 = GMI_NONE;
        if (place->parent == i)
            place->parent = GMI_NONE;
    }
}

static gm_status link_areas(gm_builder *builder, gm_error *err)
{
    const size_t codes = builder->codes.count;
    uint32_t *place_of_code = gmi_alloc(codes * sizeof *place_of_code);
    if (!place_of_code)
        return gmi_fail_memory(err);
    memset(place_of_code, 0xff, codes * sizeof *place_of_code);
    const gm_status status = link_canonical_areas(builder, place_of_code, err);
    if (!status) {
        link_areas_by_feature(builder, place_of_code);
        replace_codes(builder, place_of_code);
    }
    gmi_release(place_of_code);
    return status;
}

/* ---- Countries --------------------------------------------------------- */

static bool is_country(const gm_builder *builder,
                       const struct gmi_build_place *place)
{
    const char *feature = feature_of(builder, place);
    return strncmp(feature, "A.PCL", 5) == 0 &&
           strcmp(feature, "A.PCLH") != 0;
}

static gm_status add_country(gm_builder *builder, uint16_t number,
                             uint32_t *place, gm_error *err)
{
    const struct gmi_build_country *country = &builder->countries[number];
    char id[16], code[4], name[GMI_NAME_MAX + 1];
    snprintf(id, sizeof id, "%lu", (unsigned long)country->id);
    snprintf(name, sizeof name, "%s", builder->texts.data + country->name);
    gmi_country_code(number, code);
    const gm_build_place added = {.id = id,
                                  .name = name,
                                  .country = code,
                                  .feature = "A.PCLI",
                                  .longitude = NAN,
                                  .latitude = NAN};
    builder->source = country->source;
    const gm_status status = gm_builder_add_place(builder, &added, err);
    if (!status)
        *place = gmi_builder_find_number(builder, country->source, country->id);
    return status == GM_ERR_ARGUMENT ? GM_OK : status;
}

static uint16_t radius_of_area(const struct gmi_build_country *country)
{
    return gmi_radius_of(sqrt(country->area_km2 / 3.14159265358979));
}

/* The row that is the country, kept in countries[].id from here on. */
static gm_status link_countries(gm_builder *builder, gm_error *err)
{
    static const uint32_t none = GMI_NONE;
    uint32_t place_of[GMI_COUNTRY_NUMBERS];
    memset(place_of, 0xff, sizeof place_of);
    for (uint16_t i = 1; i < GMI_COUNTRY_NUMBERS; i++) {
        const struct gmi_build_country *country = &builder->countries[i];
        if (!country->id)
            continue;
        place_of[i] =
            gmi_builder_find_number(builder, country->source, country->id);
        if (place_of[i] == none) {
            const gm_status status =
                add_country(builder, i, &place_of[i], err);
            if (status)
                return status;
        }
        if (place_of[i] != none)
            builder->places[place_of[i]].flags |= GMI_PLACE_CANONICAL;
    }
    for (uint32_t i = 0; i < builder->place_count; i++) {
        const struct gmi_build_place *place = &builder->places[i];
        if (!place->country || !is_country(builder, place))
            continue;
        uint32_t *known = &place_of[place->country];
        if (*known == none ||
            (!(builder->places[*known].flags & GMI_PLACE_CANONICAL) &&
             builder->places[*known].population < place->population))
            *known = i;
    }
    for (uint16_t i = 1; i < GMI_COUNTRY_NUMBERS; i++) {
        struct gmi_build_country *country = &builder->countries[i];
        country->id = place_of[i];
        if (place_of[i] == none)
            continue;
        struct gmi_build_place *place = &builder->places[place_of[i]];
        if (country->population > place->population)
            place->population = country->population < UINT32_MAX
                                    ? (uint32_t)country->population
                                    : UINT32_MAX;
        if (country->area_km2 > 0 && !(place->flags & GMI_PLACE_RADIUS_GIVEN)) {
            place->radius = radius_of_area(country);
            place->flags |= GMI_PLACE_RADIUS_GIVEN;
        }
    }
    builder->countries[0].id = none;
    return GM_OK;
}

/* ---- Radii ------------------------------------------------------------- */

/*
 * A town's area grows with its people: 3,000 a square kilometre is the
 * density of built-up land in most of the world.
 */
static double town_radius_km(uint32_t population)
{
    return fmax(1, sqrt(population / 3000.0 / 3.14159265358979));
}

static double default_radius_km(const char *feature, uint32_t population)
{
    static const struct {
        const char *begins;
        double km;
    } table[] = {
        {"A.PCL", 250}, {"A.ADM1", 80}, {"A.ADM2", 25}, {"A.ADM3", 10},
        {"A.ADM4", 5},  {"A.ADM5", 3},  {"A.", 20},     {"L.CONT", 3000},
        {"L.RGN", 200}, {"L.", 20},     {"H.OCN", 4000}, {"H.SEA", 500},
        {"H.GULF", 200}, {"H.STM", 50}, {"H.LK", 10},   {"H.", 10},
        {"T.MTS", 100}, {"T.DSRT", 200}, {"T.ISL", 20}, {"T.PEN", 50},
        {"T.", 5},      {"U.", 100},    {"R.", 20},     {"V.", 5},
        {"S.AIRP", 3},  {"S.", 1},
    };
    if (feature[0] == 'P' || feature[0] == '\0')
        return town_radius_km(population);
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (strncmp(feature, table[i].begins, strlen(table[i].begins)) == 0)
            return table[i].km;
    return 1;
}

struct spread {
    double sum_of_squares;
    uint32_t count;
};

static void add_to_spread(const gm_builder *builder, struct spread *spreads,
                          uint32_t area, const struct gmi_build_place *place)
{
    if (area == GMI_NONE || builder->places[area].latitude == GMI_NO_POINT)
        return;
    const struct gmi_build_place *center = &builder->places[area];
    const double km = gmi_distance_km(
        (struct gmi_point){center->longitude / 1e7, center->latitude / 1e7},
        (struct gmi_point){place->longitude / 1e7, place->latitude / 1e7});
    spreads[area].sum_of_squares += km * km;
    spreads[area].count++;
}

/* Points spread evenly over a disc of radius R have a root mean square distance
   of R/sqrt 2. 0 where there are too few to tell. */
static double spread_km(const struct spread *spread)
{
    return spread->count < 5
               ? 0
               : sqrt(2 * spread->sum_of_squares / spread->count);
}

/*
 * Whether a country's land is far less than what it reaches over: Kiribati has
 * the land of a town and lies across a fourth of an ocean. Above five times,
 * there are such states alone; long countries (Chile) have three times.
 */
static bool is_archipelago(const gm_builder *builder, size_t index,
                           const struct spread *spread)
{
    static const double TIMES = 5;
    const struct gmi_build_place *place = &builder->places[index];
    const struct gmi_build_country *country =
        &builder->countries[place->country];
    return country->id == index && country->area_km2 > 0 &&
           place->radius == radius_of_area(country) &&
           spread_km(spread) > TIMES * place->radius / 10.0;
}

/*
 * An area without a given radius reaches as far as its towns, and so does a
 * country of islands.
 */
static gm_status set_radii(gm_builder *builder, gm_error *err)
{
    struct spread *spreads =
        gmi_alloc_zeroed(builder->place_count, sizeof *spreads);
    if (!spreads)
        return gmi_fail_memory(err);
    for (size_t i = 0; i < builder->place_count; i++) {
        const struct gmi_build_place *place = &builder->places[i];
        if (feature_of(builder, place)[0] != 'P' ||
            place->latitude == GMI_NO_POINT)
            continue;
        add_to_spread(builder, spreads, place->admin1, place);
        add_to_spread(builder, spreads, place->admin2, place);
        add_to_spread(builder, spreads, builder->countries[place->country].id,
                      place);
    }
    for (size_t i = 0; i < builder->place_count; i++) {
        struct gmi_build_place *place = &builder->places[i];
        const bool is_given = place->flags & GMI_PLACE_RADIUS_GIVEN;
        if (is_given && !is_archipelago(builder, i, &spreads[i]))
            continue;
        const double km = spread_km(&spreads[i]);
        place->radius = gmi_radius_of(
            km > 0 ? km
                   : default_radius_km(feature_of(builder, place),
                                       place->population));
    }
    gmi_release(spreads);
    return GM_OK;
}

gm_status gmi_builder_link(gm_builder *builder, gm_error *err)
{
    gm_status status = link_areas(builder, err);
    if (!status)
        status = link_countries(builder, err);
    if (!status)
        status = gmi_builder_cut_cycles(builder, err);
    if (!status)
        status = set_radii(builder, err);
    if (!status && builder->is_out_of_memory)
        status = gmi_fail_memory(err);
    /* No id is looked up any more, and the writer needs the room. */
    gmi_release(builder->id_table);
    builder->id_table = NULL;
    builder->id_table_size = 0;
    return status;
}
