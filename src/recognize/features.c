/* SPDX-License-Identifier: MIT */
/* The features of a word: hashes of the cues around it. */
#include "recognize/features.h"

#include "base/status.h"

struct sink {
    uint64_t *out;
    size_t count;
};

/* ---- Hashing ----------------------------------------------------------- */

static inline uint64_t join(uint64_t hash, uint64_t value)
{
    hash = (hash ^ value) * UINT64_C(0x9fb21c651e98df25);
    return hash ^ hash >> 35;
}

static inline uint64_t seed(unsigned number)
{
    return (number + 1) * UINT64_C(0xd6e8feb86659fd93);
}

static inline void put(struct sink *sink, uint64_t hash)
{
    hash *= UINT64_C(0x9fb21c651e98df25);
    sink->out[sink->count++] = hash ^ hash >> 32;
}

static inline void add1(struct sink *s, unsigned number, uint64_t a)
{
    put(s, join(seed(number), a));
}

static inline void add2(struct sink *s, unsigned number, uint64_t a,
                        uint64_t b)
{
    put(s, join(join(seed(number), a), b));
}

static inline void add3(struct sink *s, unsigned number, uint64_t a,
                        uint64_t b, uint64_t c)
{
    put(s, join(join(join(seed(number), a), b), c));
}

/* A word as it is seen from beside: with the signs between. */
static inline uint64_t beside(const struct gmi_cue *cue, uint16_t gap)
{
    return cue->word + gap * UINT64_C(0x9e3779b97f4a7c15);
}

/* ---- Cues packed as values --------------------------------------------- */

/* Capitals with what stands before: few values. */
static inline uint64_t caps_of(const struct gmi_cue *cue)
{
    const unsigned gap = cue->gap == 0                       ? 0
                         : cue->gap & GMI_BEFORE_PARAGRAPH   ? 1
                         : cue->gap == GMI_BEFORE_COMMA      ? 2
                         : cue->gap == GMI_BEFORE_HYPHEN     ? 3
                         : cue->gap == GMI_BEFORE_APOSTROPHE ? 4
                         : cue->gap & GMI_BEFORE_PERIOD      ? 5 : 6;
    return cue->word ? cue->caps + 8 * gap + 64 : 0;
}

static inline uint64_t name_of(const struct gmi_cue *cue)
{
    const struct gmi_name_cue *name = &cue->name;
    return name->position + 8u * name->class + 128u * name->adjective;
}

static inline uint64_t position_of(const struct gmi_cue *cue)
{
    return cue->name.position + 8u * cue->name.adjective;
}

static inline uint64_t person_of(const struct gmi_cue *cue)
{
    return cue->person;
}

static inline uint64_t role_of(const struct gmi_cue *cue)
{
    return cue->head + 8u * cue->context;
}

/* ---- Templates --------------------------------------------------------- */

static void add_word_features(struct sink *s, const struct gmi_cue *c)
{
    const uint64_t l1 = beside(&c[1], c[1].gap), l0 = c[0].word;
    const uint64_t m1 = beside(&c[-1], c[0].gap);
    const uint64_t l2 = beside(&c[2], c[2].gap);
    const uint64_t m2 = beside(&c[-2], c[-1].gap);
    for (int i = -3; i <= 3; i++)
        add1(s, (unsigned)(3 + i), c[i].word);
    add1(s, 7, c[0].gap);
    add1(s, 8, c[1].gap);
    add1(s, 9, m1);
    add1(s, 10, l1);
    add2(s, 11, m1, l0);
    add2(s, 12, l0, l1);
    add2(s, 13, m1, l1);
    add2(s, 14, m2, m1);
    add2(s, 15, l1, l2);
    for (int i = -1; i <= 1; i++)
        add2(s, (unsigned)(17 + i), c[i].word, c[i].caps);
}

static void add_shape_features(struct sink *s, const struct gmi_cue *c)
{
    const uint64_t k[5] = {caps_of(&c[-2]), caps_of(&c[-1]), caps_of(&c[0]),
                           caps_of(&c[1]), caps_of(&c[2])};
    for (int i = -2; i <= 2; i++)
        add1(s, (unsigned)(22 + i), c[i].shape);
    add2(s, 25, c[-1].shape, c[0].shape);
    add2(s, 26, c[0].shape, c[1].shape);
    add3(s, 27, c[-1].shape, c[0].shape, c[1].shape);
    add3(s, 28, k[0], k[1], k[2]);
    add3(s, 29, k[1], k[2], k[3]);
    add3(s, 30, k[2], k[3], k[4]);
    add2(s, 31, c[0].start, k[2]);
    add2(s, 32, c[0].is_dotted, c[0].caps);
    add3(s, 33, c[-1].word, k[2], k[3]);
    add3(s, 34, c[1].word, k[1], k[2]);
    add2(s, 35, c[0].shape, c[1].word);
    add2(s, 36, c[0].shape, c[-1].word);
    add3(s, 37, c[0].distance, c[1].gap, k[2]);
    add2(s, 38, c[0].written_small, k[2]);
}

static void add_affix_features(struct sink *s, const struct gmi_cue *c)
{
    for (unsigned i = 0; i < 2; i++)
        add1(s, 40 + i, c[0].prefixes[i]);
    for (unsigned i = 0; i < 4; i++)
        add1(s, 42 + i, c[0].suffixes[i]);
    for (unsigned i = 1; i < 3; i++) {
        add1(s, 46 + i, c[-1].suffixes[i]);
        add1(s, 48 + i, c[1].suffixes[i]);
    }
    add2(s, 51, c[0].suffixes[2], c[0].shape);
    add3(s, 52, c[0].suffixes[1], caps_of(&c[0]), caps_of(&c[1]));
}

static void add_list_features(struct sink *s, const struct gmi_cue *c)
{
    const uint64_t f[5] = {person_of(&c[-2]), person_of(&c[-1]),
                           person_of(&c[0]), person_of(&c[1]),
                           person_of(&c[2])};
    const uint64_t r[3] = {c[-1].small, c[0].small, c[1].small};
    const uint64_t k[3] = {caps_of(&c[-1]), caps_of(&c[0]), caps_of(&c[1])};
    const uint64_t d = c[0].name.adjective;
    for (int i = -2; i <= 2; i++)
        add1(s, (unsigned)(62 + i), f[2 + i]);
    for (int i = -1; i <= 1; i++) {
        add1(s, (unsigned)(66 + i), r[1 + i]);
        add1(s, (unsigned)(69 + i), role_of(&c[i]));
        add2(s, (unsigned)(72 + i), c[i].common, c[i].caps);
    }
    add2(s, 74, f[1], f[2]);
    add2(s, 75, f[2], f[3]);
    add3(s, 76, f[1], f[2], f[3]);
    add2(s, 77, f[2], k[0]);
    add2(s, 78, f[2], k[2]);
    add2(s, 79, f[2], r[1]);
    add3(s, 80, r[1], k[1], c[0].start);
    add3(s, 81, r[0], r[1], r[2]);
    add2(s, 82, c[0].rank, k[1]);
    add2(s, 83, d, k[2]);
    add2(s, 84, d, c[1].word);
    add3(s, 85, k[0], f[2], k[2]);
    add2(s, 86, r[1], k[2]);
    add2(s, 87, r[1], c[1].word);
    add2(s, 88, role_of(&c[-1]), role_of(&c[1]));
    add3(s, 89, role_of(&c[1]), k[2], d);
    add2(s, 90, c[0].phrase, c[0].is_stop);
    add2(s, 91, c[0].is_stop, k[1] + 1024 * k[2]);
    add3(s, 92, role_of(&c[-1]), f[2], role_of(&c[1]));
}

static void add_name_features(struct sink *s, const struct gmi_cue *c)
{
    const struct gmi_name_cue *n = &c[0].name;
    const uint64_t g[5] = {name_of(&c[-2]), name_of(&c[-1]), name_of(&c[0]),
                           name_of(&c[1]), name_of(&c[2])};
    const uint64_t p = position_of(&c[0]);
    const uint64_t l1 = beside(&c[1], c[1].gap);
    const uint64_t m1 = beside(&c[-1], c[0].gap);
    const uint64_t f0 = person_of(&c[0]);
    const uint64_t f1 = person_of(&c[1]), fm = person_of(&c[-1]);
    const uint64_t km = caps_of(&c[-1]), k1 = caps_of(&c[1]);
    const uint64_t r = c[0].small + 16u * c[0].common;
    for (int i = -2; i <= 2; i++)
        add1(s, (unsigned)(102 + i), g[2 + i]);
    const uint64_t with[] = {n->population, n->places, n->inside, r, fm, m1,
                             l1, g[1], g[3], c[0].shape, km * 1024 + k1,
                             f0 * 256 + r, n->holds, n->is_main,
                             role_of(&c[-1]), role_of(&c[1]), c[0].is_stop,
                             c[0].phrase};
    for (unsigned i = 0; i < sizeof with / sizeof *with; i++)
        add2(s, 105 + i, g[2], with[i]);
    add3(s, 125, g[2], l1, g[4]);
    add3(s, 126, g[2], m1, g[0]);
    const uint64_t at[] = {r, n->known, m1, l1, km * 1024 + k1,
                           fm * 8 + f0, f0 * 8 + f1,
                           c[0].start * 256u + r, n->population, n->places,
                           n->length, n->is_main, n->inside, n->holds};
    for (unsigned i = 0; i < sizeof at / sizeof *at; i++)
        add2(s, 130 + i, p, at[i]);
    add3(s, 145, n->population, r, k1);
    add3(s, 146, n->population, km, n->places);
    add2(s, 147, n->known, g[2]);
    add2(s, 148, n->inside, m1);
    add1(s, 149, c[-1].alone);
    add1(s, 150, c[0].alone);
    add1(s, 151, c[1].alone);
    add2(s, 152, c[0].alone, c[0].alone_population);
    add2(s, 153, c[-1].alone, c[0].alone);
    add2(s, 154, c[0].alone, c[1].alone);
    add3(s, 155, c[-2].word, m1, p);
    add3(s, 156, l1, c[2].word, p);
    add2(s, 157, c[0].title, caps_of(c));
    add3(s, 158, c[0].title, g[2], c[0].small);
    add3(s, 159, c[0].title, c[0].small, c[0].person);
    add3(s, 160, p, n->spelling, n->languages);
    add2(s, 161, g[2], n->spelling);
    add2(s, 162, g[2], n->languages);
    add3(s, 163, n->population, n->languages, r);
}

static void add_cluster_features(struct sink *s, const struct gmi_cue *c)
{
    const uint64_t g = name_of(&c[0]);
    const uint64_t k0 = caps_of(&c[0]);
    const uint64_t km = caps_of(&c[-1]), k1 = caps_of(&c[1]);
    for (int i = -2; i <= 2; i++) {
        add1(s, (unsigned)(262 + i), c[i].cluster_64);
        add1(s, (unsigned)(167 + i), c[i].cluster_256);
        add1(s, (unsigned)(172 + i), c[i].cluster_1024);
    }
    add2(s, 175, c[-1].cluster_256, c[0].cluster_256);
    add2(s, 176, c[0].cluster_256, c[1].cluster_256);
    add2(s, 177, c[-1].cluster_256, c[1].cluster_256);
    add3(s, 178, c[-1].cluster_64, c[0].cluster_64, c[1].cluster_64);
    add2(s, 179, c[0].cluster_256, k0);
    add2(s, 180, c[0].cluster_1024, k0);
    add2(s, 181, c[-1].cluster_1024, k0);
    add2(s, 182, c[1].cluster_1024, k0);
    for (int i = -1; i <= 1; i++)
        add2(s, (unsigned)(184 + i), g, c[i].cluster_64);
    add3(s, 186, c[0].cluster_64, km, k1);
    add2(s, 187, c[-2].cluster_64, c[-1].cluster_64);
    add2(s, 188, c[1].cluster_64, c[2].cluster_64);
    add2(s, 189, g, c[1].cluster_1024);
    add2(s, 190, g, c[-1].cluster_1024);
}

/* The run of capitals that the word is in: "[Minnesota] Bureau". */
static void add_run_features(struct sink *s, const struct gmi_cue *items,
                             size_t index)
{
    const struct gmi_cue *c = &items[index];
    if (!c->run_last)
        return;
    const struct gmi_cue *first = &items[c->run_first];
    const struct gmi_cue *last = &items[c->run_last];
    const size_t before = index - c->run_first, behind = c->run_last - index;
    const uint64_t at = (before < 3 ? before : 3) * 4 +
                        (behind < 3 ? behind : 3);
    const uint64_t p = position_of(c), g = name_of(c);
    add2(s, 200, at, p);
    add2(s, 201, last->word, p);
    add3(s, 202, last->head + 8u * last->person, p, at);
    add2(s, 203, last->cluster_256, p);
    add3(s, 204, first->person, at, p);
    add2(s, 205, beside(&last[1], last[1].gap), at);
    add2(s, 206, beside(&first[-1], first->gap), at);
    add2(s, 207, last->cluster_1024, behind < 3 ? behind : 3);
    add3(s, 208, g, name_of(last), at);
    add3(s, 209, last[1].cluster_256, last[1].gap, g);
    add3(s, 210, first[-1].cluster_256, first->gap, g);
    add2(s, 211, role_of(&first[-1]), role_of(&last[1]) * 256 + at);
    add3(s, 212, last->small, last->head, p);
}

/* ---- Other uses of the word -------------------------------------------- */

enum { OTHER_USES = 6, OTHER_FEATURES = 14 };

static void add_once(struct sink *s, size_t since, uint64_t hash)
{
    hash *= UINT64_C(0x9fb21c651e98df25);
    hash ^= hash >> 32;
    for (size_t i = since; i < s->count; i++)
        if (s->out[i] == hash)
            return;
    s->out[s->count++] = hash;
}

static void add_other_use(struct sink *s, size_t since,
                          const struct gmi_cue *o)
{
    const uint64_t values[OTHER_FEATURES] = {
        beside(&o[-1], o[0].gap), beside(&o[1], o[1].gap), person_of(&o[-1]),
        person_of(&o[1]), name_of(&o[-1]), name_of(&o[0]), name_of(&o[1]),
        o[0].name.inside, name_of(&o[0]) * 4 + o[0].name.inside,
        caps_of(&o[-1]) * 1024 + caps_of(&o[1]), o[-1].cluster_256,
        o[1].cluster_256, role_of(&o[-1]), role_of(&o[1])};
    for (unsigned i = 0; i < OTHER_FEATURES; i++)
        add_once(s, since, join(seed(220 + i), values[i]));
}

static void add_repeat_features(struct sink *s, const struct gmi_cue *items,
                                size_t index)
{
    const struct gmi_cue *c = &items[index];
    unsigned uses = 0;
    const size_t since = s->count;
    for (size_t at = c->first_same; at && uses < OTHER_USES;
         at = items[at].next_same) {
        if (at == index)
            continue;
        uses++;
        add_other_use(s, since, &items[at]);
    }
    add1(s, 240, uses);
    add2(s, 241, uses, name_of(c));
}

_Static_assert(OTHER_USES * OTHER_FEATURES + 220 < GMI_FEATURES_MAX,
               "room for all features");

size_t gmi_features_grouped(const struct gmi_cues *cues, size_t index,
                            uint64_t out[GMI_FEATURES_MAX],
                            size_t ends[GMI_FEATURE_GROUPS])
{
    struct sink sink = {out, 0};
    const size_t at = index + GMI_CUE_MARGIN;
    const struct gmi_cue *c = &cues->items[at];
    put(&sink, seed(0) ^ 1);
    ends[GMI_GROUP_ALWAYS] = sink.count;
    add_word_features(&sink, c);
    ends[GMI_GROUP_WORDS] = sink.count;
    add_shape_features(&sink, c);
    ends[GMI_GROUP_SHAPES] = sink.count;
    add_affix_features(&sink, c);
    ends[GMI_GROUP_AFFIXES] = sink.count;
    add_list_features(&sink, c);
    ends[GMI_GROUP_LISTS] = sink.count;
    add_name_features(&sink, c);
    ends[GMI_GROUP_NAMES] = sink.count;
    add_cluster_features(&sink, c);
    ends[GMI_GROUP_CLUSTERS] = sink.count;
    add_run_features(&sink, cues->items, at);
    ends[GMI_GROUP_RUNS] = sink.count;
    add_repeat_features(&sink, cues->items, at);
    ends[GMI_GROUP_REPEATS] = sink.count;
    return sink.count;
}

size_t gmi_features_of(const struct gmi_cues *cues, size_t index,
                       uint64_t out[GMI_FEATURES_MAX])
{
    size_t ends[GMI_FEATURE_GROUPS];
    return gmi_features_grouped(cues, index, out, ends);
}

gm_status gmi_cues_fill(struct gmi_cues *cues,
                        const struct gmi_cue_sources *sources,
                        gm_document *doc, gm_error *err)
{
    cues->items = gmi_arena_array(&doc->arena,
                                  cues->count + 2 * GMI_CUE_MARGIN,
                                  sizeof *cues->items);
    if (!cues->items)
        return gmi_fail_memory(err);
    gmi_cues_add_words(cues, doc, sources);
    gm_status status =
        gmi_cues_add_names(cues, doc, sources->gazetteer, err);
    if (!status)
        status = gmi_cues_add_repeats(cues, doc, err);
    return status;
}
