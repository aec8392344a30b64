/* SPDX-License-Identifier: MIT */
/* A small world, word lists and lessons for the tagger. */
#ifndef TEST_RECOGNIZE_FIXTURE_H
#define TEST_RECOGNIZE_FIXTURE_H

#include "../build/fixture.h"

#include "include/geomention_train.h"
#include "recognize/tagger.h"

static struct gm_gazetteer *world;
static struct gmi_lexicon lexicon;
static struct gmi_tagger tagger;
static const char *tagger_path;

static inline void put_world(void)
{
    gm_error err;
    const char *table = put(
        "world.tsv",
        "# source: a small world\n# prefix: t\n"
        "id\tname\tnames\tlon\tlat\tfeature\tcountry\tadmin1\tpopulation\n"
        "1\tUnited States\t\t-98\t39\tA.PCLI\tUS\t\t330000000\n"
        "2\tFrance\t\t2\t46\tA.PCLI\tFR\t\t68000000\n"
        "3\tOhio\t\t-82\t40\tA.ADM1\tUS\tOH\t11000000\n"
        "4\tAlliance\t\t-81.1\t40.9\tP.PPL\tUS\tOH\t22000\n"
        "5\tParis\t\t2.3\t48.8\tP.PPLC\tFR\t\t2100000\n"
        "6\tNew London\t\t-72\t41\tP.PPL\tUS\t\t27000\n"
        "7\tReading\t\t-1\t51.4\tP.PPL\tGB\t\t160000\n");
    gm_builder *builder;
    const gm_name french = {"French", "en", GM_NAME_ADJECTIVE};
    const gm_name short_form = {"O.", "en", GM_NAME_ABBREVIATION};
    const gm_name calif = {"Ohi.", "en", GM_NAME_ABBREVIATION};
    assert_int_equal(gm_builder_create(NULL, &builder, &err), GM_OK);
    if (gm_builder_read(builder, "csv", table, NULL, 0, &err) ||
        gm_builder_add_name(builder, "world:2", &french, &err) ||
        gm_builder_add_name(builder, "world:3", &short_form, &err) ||
        gm_builder_add_name(builder, "world:3", &calif, &err))
        fail_msg("%s", err.message);
    const char *path = in_folder("world.gaz");
    if (gm_builder_write(builder, path, &err) ||
        gm_gazetteer_open(&path, 1, &world, &err))
        fail_msg("%s", err.message);
    gm_builder_free(builder);
}

static inline void put_lexicon(void)
{
    gm_error err;
    static const char *const lists[] = {
#define LIST_FILE(name, file) file,
        GMI_LEXICON_CLASSES(LIST_FILE)
#undef LIST_FILE
    };
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        char name[80];
        if (!lists[i])
            continue;
        snprintf(name, sizeof name, "%s.txt", lists[i]);
        put(name, strcmp(lists[i], "common-words") == 0
                      ? "the\nof\nin\nand\nto\nsaid\nreading\n"
                  : strcmp(lists[i], "org-heads") == 0    ? "University\n"
                  : strcmp(lists[i], "org-names") == 0    ? "Paris Match\n"
                  : strcmp(lists[i], "first-names") == 0  ? "Paris\nJohn\n"
                                                          : "# none\n");
    }
    put("ordinary-words.txt", "# none\n");
    if (gm_train_lexicon(folder, in_folder("lexicon.gmm"), &err) ||
        gmi_lexicon_open(in_folder("lexicon.gmm"), &lexicon, &err))
        fail_msg("%s", err.message);
}

/* Sixty documents that all say the same kind of thing. */
static inline const char *put_lessons(void)
{
    static const char *const towns[] = {"Alliance", "Paris", "Reading",
                                        "Ohio"};
    static char text[40000];
    size_t length = 0;
    for (int i = 0; i < 60; i++) {
        const char *town = towns[i % 4];
        const int size = (int)strlen(town);
        length += (size_t)snprintf(
            text + length, sizeof text - length,
            "{\"id\":\"%d\",\"split\":\"%s\",\"text\":\"He lives in %s and "
            "said nothing. The French went to %s again.\","
            "\"toponyms\":[{\"start\":12,\"end\":%d,\"type\":\"Literal\"},"
            "{\"start\":%d,\"end\":%d,\"type\":\"Metonymic\"}]}\n",
            i, i % 10 == 9 ? "dev" : "train", town, town, 12 + size,
            12 + size + 37, 12 + 2 * size + 37);
    }
    return put("lessons.jsonl", text);
}

static inline gm_status train(const char *output, uint64_t seed,
                              gm_error *err)
{
    const char *lessons = put_lessons();
    gm_train_tagger_options options;
    gm_train_tagger_options_init(&options);
    options.corpora = &lessons;
    options.corpus_count = 1;
    options.gazetteer = world;
    options.lexicon = in_folder("lexicon.gmm");
    options.words = put("words.tsv", "# word\ta\tb\tc\tsmall\n"
                                     "the\t1\t1\t1\t7\n"
                                     "lives\t2\t3\t4\t7\n"
                                     "paris\t3\t4\t5\t1\n");
    options.seed = seed;
    return gm_train_tagger(&options, output, err);
}

static inline int make_tagger(void **state)
{
    if (make_folder(state))
        return -1;
    put_world();
    put_lexicon();
    gm_error err;
    static char path[200];
    snprintf(path, sizeof path, "%s", in_folder("tagger.gmm"));
    tagger_path = path;
    if (train(path, 1, &err) || gmi_tagger_open(path, &tagger, &err))
        fail_msg("%s", err.message);
    return 0;
}

static inline int drop_tagger(void **state)
{
    gmi_tagger_release(&tagger);
    gmi_lexicon_release(&lexicon);
    gm_gazetteer_close(world);
    return remove_folder(state);
}

static inline gm_document *document_of(const char *text)
{
    gm_document *doc;
    gm_error err;
    if (gm_document_create(&doc, &err) ||
        gm_document_set_text(doc, "t", text, strlen(text), &err) ||
        gmi_document_split(doc, &err))
        fail_msg("%s", err.message);
    return doc;
}

static inline struct gmi_cues cues_of(gm_document *doc, bool is_caseless)
{
    const struct gmi_cue_sources sources = {world, &lexicon,
                                            tagger.vocabulary};
    struct gmi_cues cues = {.count = doc->words.count,
                            .is_caseless = is_caseless};
    assert_int_equal(gmi_cues_fill(&cues, &sources, doc, NULL), GM_OK);
    return cues;
}

/* The mentions that are found, "Paris/literal ..."; borrowed. */
static inline const char *mentions_of(gm_document *doc)
{
    static char out[2000];
    const struct gmi_recognizer recognizer = {world, &lexicon, &tagger};
    gm_error err;
    out[0] = '\0';
    if (gmi_tagger_recognize(&recognizer, doc, &err))
        fail_msg("%s", err.message);
    for (size_t i = 0; i < gm_document_mention_count(doc); i++) {
        const gm_mention *mention = gm_document_mention_at(doc, i);
        assert_true(mention->recognition > 0 && mention->recognition <= 1);
        snprintf(out + strlen(out), sizeof out - strlen(out), "%s%s",
                 i ? " | " : "", mention->text);
    }
    return out;
}

#endif
