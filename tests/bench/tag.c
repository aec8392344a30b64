/* SPDX-License-Identifier: MIT */
/*
 * How long the two stages take on one core: the tagger for a word of text,
 * with cues, look-up in the gazetteer, features and decoding; the resolver
 * for a mention, with candidates, evidence and weights:
 *
 *     tag FOLDER [-g FILE]... TEXT...
 *
 * FOLDER has lexicon.gmm, tagger.gmm and resolver.gmm, and world.gaz where no
 * -g is given. Each TEXT is one document; the least of some rounds over all
 * is printed, a line a stage.
 */
#include "clock.h"
#include "recognize/recognize.h"
#include "recognize/tagger.h"
#include "resolve/ranker.h"
#include "resolve/resolve.h"

#include <math.h>

enum { ROUNDS = 9, LAYERS_MAX = 8, TEXTS_MAX = 4096 };

struct texts {
    gm_document *items[TEXTS_MAX];
    size_t count, words, bytes, mentions;
};

static void fail(const gm_error *err)
{
    fprintf(stderr, "tag: %s\n", err->message);
    exit(1);
}

static void add_text(struct texts *texts, const char *path)
{
    gm_error err;
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END) || texts->count == TEXTS_MAX) {
        fprintf(stderr, "tag: cannot read '%s'\n", path);
        exit(1);
    }
    const size_t size = (size_t)ftell(file);
    char *bytes = need(malloc(size + 1));
    rewind(file);
    const size_t length = fread(bytes, 1, size, file);
    fclose(file);
    gm_document *doc;
    if (gm_document_create(&doc, &err) ||
        gm_document_set_text(doc, path, bytes, length, &err) ||
        gmi_document_split(doc, &err))
        fail(&err);
    free(bytes);
    texts->items[texts->count++] = doc;
    texts->words += doc->words.count;
    texts->bytes += length;
}

/* Processor time, so that what else the machine does counts little. */
static double processor_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static double round_of(const struct gmi_recognizer *recognizer,
                       struct texts *texts)
{
    gm_error err;
    texts->mentions = 0;
    const double begin = processor_seconds();
    for (size_t i = 0; i < texts->count; i++) {
        texts->items[i]->mention_count = 0;
        if (gmi_tagger_recognize(recognizer, texts->items[i], &err))
            fail(&err);
        texts->mentions += texts->items[i]->mention_count;
    }
    return processor_seconds() - begin;
}

/* What the whole first stage finds, for the second one. */
static void recognize_all(const struct gmi_recognizer *recognizer,
                          struct texts *texts)
{
    gm_error err;
    texts->mentions = 0;
    for (size_t i = 0; i < texts->count; i++) {
        texts->items[i]->mention_count = 0;
        if (gmi_recognize(recognizer, texts->items[i], &err))
            fail(&err);
        texts->mentions += texts->items[i]->mention_count;
    }
}

static double resolving_round_of(const struct gmi_resolver *resolver,
                                 struct texts *texts)
{
    gm_error err;
    const double begin = processor_seconds();
    for (size_t i = 0; i < texts->count; i++)
        if (gmi_resolve(resolver, texts->items[i], &err))
            fail(&err);
    return processor_seconds() - begin;
}

static void tell_tagging(const struct gmi_recognizer *recognizer,
                         struct texts *texts)
{
    double least = 1e9;
    for (int i = 0; i < ROUNDS; i++) {
        const double seconds = round_of(recognizer, texts);
        least = seconds < least ? seconds : least;
    }
    printf("%.2f us a word, %.1f MB/s: %zu texts, %zu words, %zu mentions\n",
           least * 1e6 / (double)texts->words,
           (double)texts->bytes / 1e6 / least, texts->count, texts->words,
           texts->mentions);
}

static void tell_resolving(const struct gmi_resolver *resolver,
                           struct texts *texts)
{
    double least = 1e9;
    for (int i = 0; i < ROUNDS; i++) {
        const double seconds = resolving_round_of(resolver, texts);
        least = seconds < least ? seconds : least;
    }
    printf("resolving, one core      %.1f us a mention: %zu mentions\n",
           least * 1e6 / (double)texts->mentions, texts->mentions);
}

static const char *in_folder(const char *folder, const char *name)
{
    static char paths[3][4096];
    static size_t next;
    char *path = paths[next++ % 3];
    snprintf(path, sizeof paths[0], "%s/%s", folder, name);
    return path;
}

int main(int argc, char **argv)
{
    static struct texts texts;
    const char *layers[LAYERS_MAX];
    size_t layer_count = 0;
    int next = 2;
    gm_error err;
    for (; next + 1 < argc && strcmp(argv[next], "-g") == 0 &&
           layer_count < LAYERS_MAX;
         next += 2)
        layers[layer_count++] = argv[next + 1];
    if (next >= argc) {
        fprintf(stderr, "usage: tag FOLDER [-g FILE]... TEXT...\n");
        return 2;
    }
    if (layer_count == 0)
        layers[layer_count++] = in_folder(argv[1], "world.gaz");
    for (; next < argc; next++)
        add_text(&texts, argv[next]);
    gm_gazetteer *gazetteer;
    struct gmi_lexicon lexicon;
    struct gmi_tagger tagger;
    struct gmi_ranker ranker;
    if (gm_gazetteer_open(layers, layer_count, &gazetteer, &err) ||
        gmi_lexicon_open(in_folder(argv[1], "lexicon.gmm"), &lexicon, &err) ||
        gmi_tagger_open(in_folder(argv[1], "tagger.gmm"), &tagger, &err) ||
        gmi_ranker_open(in_folder(argv[1], "resolver.gmm"), &ranker, &err))
        fail(&err);
    const struct gmi_recognizer recognizer = {gazetteer, &lexicon, &tagger};
    const struct gmi_resolver resolver = {
        .gazetteer = gazetteer,
        .lexicon = &lexicon,
        .ranker = &ranker,
        .bias = {.near_longitude = NAN, .near_latitude = NAN},
        .candidates = 1};
    tell_tagging(&recognizer, &texts);
    recognize_all(&recognizer, &texts);
    if (texts.mentions)
        tell_resolving(&resolver, &texts);
    return 0;
}
