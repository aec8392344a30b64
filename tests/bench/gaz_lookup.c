/* SPDX-License-Identifier: MIT */
/*
 * Opening a compiled gazetteer, and looking names up in it:
 *
 *     gaz_lookup FILE [COUNT]
 *
 * COUNT names (default a million) are drawn at random from all its names, and
 * as many made up that it does not have. Each look-up is timed on its own,
 * the second time round, when the file is in memory.
 */
#include "clock.h"
#include "gazetteer/gazetteer.h"
#include "text/fold.h"

/* A clock that is read in a few nanoseconds, where there is one. */
#if defined(__x86_64__)
#include <x86intrin.h>
#define ticks_now() __rdtsc()
#else
#define ticks_now() ((uint64_t)(seconds_now() * 1e9))
#endif

struct names {
    char *bytes;
    size_t *begins;
    size_t count;
    bool is_quiet;
};

static const char *name_at(const struct names *names, size_t i, size_t *length)
{
    *length = names->begins[i + 1] - names->begins[i] - 1;
    return names->bytes + names->begins[i];
}

static void keep(struct names *names, size_t *size, const char *text)
{
    const size_t length = strlen(text) + 1;
    if ((*size & ~(size_t)0xfffff) != ((*size + length) & ~(size_t)0xfffff) ||
        !names->bytes)
        names->bytes = need(realloc(names->bytes, *size + length + 0x200000));
    memcpy(names->bytes + *size, text, length);
    names->begins[names->count++] = *size;
    *size += length;
    names->begins[names->count] = *size;
}

static void draw_names(const gm_gazetteer *gazetteer, size_t count,
                       struct names *present, struct names *absent)
{
    const struct gmi_image *image = &gazetteer->images[0];
    size_t present_size = 0, absent_size = 0;
    uint64_t dice = 42;
    present->begins = need(malloc((count + 1) * sizeof(size_t)));
    absent->begins = need(malloc((count + 1) * sizeof(size_t)));
    while (present->count < count || absent->count < count) {
        const uint64_t number = random_next(&dice);
        const struct gmi_name_record *name =
            &image->names[number % image->name_count];
        const char *text = gmi_image_string(image, name->text);
        char made[512];
        if (present->count < count)
            keep(present, &present_size, text);
        const int length =
            snprintf(made, sizeof made, "%.*s%c%c", 400, text,
                     (char)('a' + (number >> 40) % 26),
                     (char)('a' + (number >> 48) % 26));
        if (absent->count < count &&
            !(gmi_gazetteer_known(gazetteer, gmi_key_of(made, (size_t)length,
                                                        NULL)) &
              GMI_KEY_IS_NAME))
            keep(absent, &absent_size, made);
    }
}

/* ---- Timing ------------------------------------------------------------ */

typedef bool look_up(const gm_gazetteer *gazetteer, const char *name,
                     size_t length);

static bool first_hit(const gm_gazetteer *gazetteer, const char *name,
                      size_t length)
{
    struct gmi_hits hits;
    struct gmi_hit hit;
    gmi_hits_begin(&hits, gazetteer, gmi_key_of(name, length, NULL));
    return gmi_hits_next(&hits, &hit);
}

static bool tell(void *context, const gm_match *match)
{
    (void)match;
    ++*(size_t *)context;
    return *(size_t *)context < 1;
}

static bool public_first(const gm_gazetteer *gazetteer, const char *name,
                         size_t length)
{
    size_t told = 0;
    gm_gazetteer_lookup(gazetteer, name, length, tell, &told, NULL);
    return told > 0;
}

static int compare(const void *a, const void *b)
{
    const uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return x < y ? -1 : x > y;
}

static void time_one(const gm_gazetteer *gazetteer, const struct names *names,
                     look_up *look, const char *what)
{
    uint64_t *ticks = need(malloc(names->count * sizeof *ticks));
    uint64_t least = UINT64_MAX; /* what reading the clock costs by itself */
    for (int i = 0; i < 1000; i++) {
        const uint64_t begin = ticks_now();
        const uint64_t end = ticks_now();
        least = end - begin < least ? end - begin : least;
    }
    size_t found = 0;
    double ns_per_tick = 0, whole = 0;
    for (int round = 0; round < 2; round++) {
        const double begin = seconds_now();
        const uint64_t begin_ticks = ticks_now();
        found = 0;
        for (size_t i = 0; i < names->count; i++) {
            size_t length;
            const char *name = name_at(names, i, &length);
            const uint64_t from = ticks_now();
            found += look(gazetteer, name, length);
            ticks[i] = ticks_now() - from - least;
        }
        whole = seconds_now() - begin;
        ns_per_tick = whole * 1e9 / (double)(ticks_now() - begin_ticks);
    }
    qsort(ticks, names->count, sizeof *ticks, compare);
    double sum = 0;
    for (size_t i = 0; i < names->count; i++)
        sum += (double)ticks[i];
    printf("%-32s %4.0f ns median, %4.0f mean, %5.0f 99th in 100; "
           "%zu of %zu found\n",
           what, (double)ticks[names->count / 2] * ns_per_tick,
           sum / (double)names->count * ns_per_tick,
           (double)ticks[names->count / 100 * 99] * ns_per_tick, found,
           names->count);
    free(ticks);
}

int main(int argc, char **argv)
{
    gm_gazetteer *gazetteer;
    gm_error err;
    if (argc < 2) {
        fprintf(stderr, "usage: gaz_lookup FILE [COUNT]\n");
        return 2;
    }
    const char *path = argv[1];
    double best = 1e9, first = 0;
    for (int i = 0; i < 100; i++) {
        const double begin = seconds_now();
        if (gm_gazetteer_open(&path, 1, &gazetteer, &err)) {
            fprintf(stderr, "gaz_lookup: %s\n", err.message);
            return 1;
        }
        const double took = seconds_now() - begin;
        first = i ? first : took;
        best = took < best ? took : best;
        if (i < 99)
            gm_gazetteer_close(gazetteer);
    }
    printf("open: %.0f us the first time, %.0f us at best; %llu places, "
           "%llu names\n",
           first * 1e6, best * 1e6,
           (unsigned long long)gm_gazetteer_place_count(gazetteer),
           (unsigned long long)gm_gazetteer_name_count(gazetteer));
    struct names present = {0}, absent = {0};
    draw_names(gazetteer, argc > 2 ? strtoul(argv[2], NULL, 10) : 1000000,
               &present, &absent);
    time_one(gazetteer, &present, first_hit, "exact name, best place:");
    time_one(gazetteer, &present, public_first, "the same, gm_gazetteer_lookup:");
    time_one(gazetteer, &absent, first_hit, "absent name:");
    gm_gazetteer_close(gazetteer);
    free(present.bytes);
    free(present.begins);
    free(absent.bytes);
    free(absent.begins);
    return 0;
}
