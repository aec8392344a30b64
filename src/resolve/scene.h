/* SPDX-License-Identifier: MIT */
/*
 * A document as resolution sees it. A term is a distinct name of the text;
 * it occurs at spots; its rows are the places that may be meant. What the
 * other terms say for a row is its evidence. Areas are the countries and
 * first and second-order areas that rows lie in.
 * Invariants:
 *  - a term's rows are `row_count` ones from `first_row` on, each place once;
 *  - spots are in the order of the text and do not begin at the same byte;
 *  - area 0 stands for no area.
 */
#ifndef RESOLVE_SCENE_H
#define RESOLVE_SCENE_H

#include "base/arena.h"
#include "gazetteer/type_word.h"
#include "geo/sphere.h"
#include "resolve/index.h"
#include "resolve/resolver.h"
#include "text/word.h"

enum {
    GMI_BEST_MAX = 12,       /* rows that speak for a term to others */
    GMI_NEIGHBOURS_MAX = 48, /* other terms that are heard */
    GMI_LANES = 8            /* rows that are measured together */
};

/* What sets a place apart within its type: mostly, what it is the seat of. */
enum gmi_rank {
    GMI_RANK_NONE,
    GMI_RANK_NATION,
    GMI_RANK_ADMIN1,
    GMI_RANK_ADMIN2,
    GMI_RANK_LOWER,
    GMI_RANK_PART,   /* a part of a town: P.PPLX */
    GMI_RANK_HAMLET, /* localities, farms, abandoned places */
    GMI_RANK_CONTINENT
};

/* What names led to a row: bits. */
enum gmi_row_flag {
    GMI_ROW_MAIN = 1 << 0,       /* its preferred name */
    GMI_ROW_LETTERS = 1 << 1,    /* letter for letter, capitals aside */
    GMI_ROW_ENGLISH = 1 << 2,
    GMI_ROW_PREFERRED = 1 << 3,
    GMI_ROW_LOCAL = 1 << 4,      /* a name in the language of the text */
    GMI_ROW_NO_LANGUAGE = 1 << 5,
    GMI_ROW_HISTORIC = 1 << 6,   /* a name of old */
    GMI_ROW_ABBREVIATION = 1 << 7,
    GMI_ROW_DEMONYM = 1 << 8,    /* or an adjective */
    GMI_ROW_PLAIN = 1 << 9,      /* some name that is no demonym */
    GMI_ROW_CODE = 1 << 10,      /* an airport's code */
    GMI_ROW_CANONICAL = 1 << 11, /* the tables of codes name the place */
    GMI_ROW_GONE = 1 << 12,      /* a place of the past: codes ending in H */
    GMI_ROW_HAS_POINT = 1 << 13
};

/* What other terms say for a row. Means are over terms by their weights. */
struct gmi_evidence {
    float country, admin1, admin2;             /* mass in its areas */
    float any_country, any_admin1, any_admin2; /* any candidate there */
    float is_country, is_admin1, is_admin2;    /* most that one is its area */
    float child;                               /* sum of mass inside it */
    float near_country, near_admin1, near_admin2; /* by nearness in the */
    float near_is_country, near_is_admin1, near_is_admin2; /* text */
    float km50, km150, km500, near_km50, near_km150;
    float nearest, nearest3, distance;  /* ln(1 + km) / 10 to anchors */
    float interpretation;               /* the same to any candidate */
};

struct gmi_row {
    uint32_t place;
    uint32_t population;
    uint32_t country_area, admin1_area, admin2_area;
    uint32_t self_area;  /* of a country, first or second-order area; or 0 */
    uint16_t country;    /* number; 0: none */
    uint16_t name_count; /* of the place */
    uint16_t flags;      /* bits of enum gmi_row_flag */
    uint8_t type;        /* enum gmi_type */
    uint8_t rank;        /* enum gmi_rank */
    uint8_t rule;        /* enum gmi_variant_rule, the most trusted */
    uint8_t said;        /* enum gmi_type that this rule saw */
    uint8_t languages;   /* that share the spelling */
    uint8_t layer;
    float log_population; /* log10(1 + population) */
    float prior;
    float probability;    /* as an anchor */
    struct gmi_evidence evidence;
};

/* Whether a row lies in an area that is another one. */
static inline bool gmi_row_lies_in(const struct gmi_row *row, uint32_t area)
{
    return area != row->self_area &&
           (area == row->country_area || area == row->admin1_area ||
            area == row->admin2_area);
}

/* Directions of the rows, one array a coordinate. */
struct gmi_points {
    float *x, *y, *z;
};

struct gmi_best {
    float x, y, z;
    float probability;
    uint16_t country;
    uint8_t type; /* enum gmi_type */
};

/* How much of a term's probability lies in an area, or is the area. */
struct gmi_mass {
    uint32_t area;
    float mass;
};

struct gmi_neighbour {
    uint32_t term;
    uint32_t gap; /* bytes between the nearest spots of both */
};

struct gmi_term {
    uint64_t key;
    const char *text;
    size_t length;
    size_t first_row, row_count;
    uint32_t spot_count;
    uint32_t first_spot; /* GMI_NONE or the first of a chain */
    uint32_t last_spot;
    bool is_context;     /* no mention: only speaks for others */
    bool is_upper;       /* written in capitals throughout */
    uint8_t said;        /* enum gmi_type told beside it anywhere */
    float weight;        /* the root of spot_count */
    float best_prior;
    struct gmi_best best[GMI_BEST_MAX];
    size_t best_count;
    struct gmi_mass *masses, *selves;
    size_t mass_count, self_count;
    struct gmi_neighbour *neighbours; /* nearest in the text first */
    size_t neighbour_count;
};

/* Where a term stands. */
struct gmi_spot {
    uint32_t term;
    uint32_t start, end;  /* bytes */
    uint32_t first, last; /* words, last exclusive */
    uint32_t mention;     /* of the document; GMI_NONE: found as context */
    uint32_t next;        /* spot of the same term, GMI_NONE */
};

struct gmi_area {
    uint32_t place;  /* GMI_NONE when only the country's number is known */
    uint16_t country;
    float log_population; /* of the country's place */
    uint32_t stamp;  /* of the hearing that the sums are for */
    float mass, any, self_max, self_sum;
    float near_mass, near_self_max;
};

struct gmi_scene {
    const struct gmi_resolver *resolver;
    const gm_gazetteer *gazetteer;
    gm_document *doc;
    const char *language; /* of the text, "" */
    enum gmi_text_case text_case;
    const struct gmi_bias *bias;
    struct gmi_vector home; /* of the bias, when it has a point */
    uint16_t main_country;  /* that the text is most about; 0 */
    struct gmi_arena arena; /* for as long as the document is resolved */
    struct gmi_term *terms;
    size_t term_count, term_capacity;
    struct gmi_spot *spots;
    struct gmi_spot_facts *spot_facts; /* relations.h */
    size_t spot_count, spot_capacity;
    struct gmi_row *rows;
    size_t row_count, row_capacity;
    struct gmi_points points; /* as many as rows, made when all are known */
    struct gmi_area *areas;
    size_t area_count, area_capacity;
    uint32_t stamp; /* of the last hearing */
    struct gmi_index term_index, place_index, area_index;
    uint32_t country_areas[26 * 26 + 1];
    uint8_t *features[GMI_LAYERS_MAX]; /* what is known of feature codes */
};

/* Terms and spots of the document's mentions, their rows and priors. */
gm_status gmi_scene_init(struct gmi_scene *scene,
                         const struct gmi_resolver *resolver, gm_document *doc,
                         gm_error *err);
/*
 * Lets the terms hear one another: neighbours, relations, anchors. Then
 * gmi_judge_term may be asked.
 */
gm_status gmi_scene_hear(struct gmi_scene *scene, gm_error *err);
void gmi_scene_release(struct gmi_scene *scene);

#endif
