/* SPDX-License-Identifier: MIT */
/* Learning to resolve, from annotated documents to a file of weights. */
#include "../resolve/atlas.h"

#include "include/geomention_train.h"
#include "resolve/features.h"
#include "resolve/ranker.h"
#include "train/train_resolver_data.h"

#include <math.h>

static char documents[64], weights[64], others[64];

static int make_paths(void **state)
{
    if (atlas_make(state))
        return -1;
    snprintf(documents, sizeof documents, "%s/d.jsonl", atlas_folder);
    snprintf(weights, sizeof weights, "%s/w.gmm", atlas_folder);
    snprintf(others, sizeof others, "%s/o.gmm", atlas_folder);
    return 0;
}

static int clean_paths(void **state)
{
    unlink(documents);
    unlink(weights);
    unlink(others);
    return atlas_clean(state);
}

/* Two texts in turn, of two corpora, in all folds. */
static int write_documents(void **state)
{
    (void)state;
    FILE *file = fopen(documents, "w");
    assert_non_null(file);
    for (int i = 0; i < 40; i++) {
        const bool is_texan = i % 2;
        fprintf(file,
                "{\"id\":\"%d\",\"corpus\":\"%s\",\"fold\":%d,\"text\":"
                "\"Paris is in %s, they say.\",\"toponyms\":[{\"start\":0,"
                "\"end\":5,\"lon\":%s}]}\n",
                i, i < 20 ? "one" : "two", i / 2 % 5,
                is_texan ? "Texas" : "France",
                is_texan ? "-95.56,\"lat\":33.66" : "2.35,\"lat\":48.85");
    }
    return fclose(file);
}

static void write_line(const char *line)
{
    FILE *file = fopen(documents, "w");
    assert_non_null(file);
    fputs(line, file);
    fclose(file);
}

static gm_train_resolver_options options_for(uint64_t seed)
{
    static const char *const corpora[] = {documents};
    gm_train_resolver_options options;
    gm_train_resolver_options_init(&options);
    options.corpora = corpora;
    options.corpus_count = 1;
    options.gazetteer = atlas;
    options.seed = seed;
    return options;
}

static void learn(uint64_t seed, const char *output)
{
    const gm_train_resolver_options options = options_for(seed);
    gm_error err = {0};
    if (gm_train_resolver(&options, output, &err))
        fail_msg("%s", err.message);
}

static size_t read_file(const char *path, char *out, size_t size)
{
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    const size_t length = fread(out, 1, size, file);
    fclose(file);
    return length;
}

static bool are_same(const char *a_path, const char *b_path)
{
    static char a[1 << 18], b[1 << 18];
    const size_t length = read_file(a_path, a, sizeof a);
    return length > 0 && length == read_file(b_path, b, sizeof b) &&
           memcmp(a, b, length) == 0;
}

static void the_same_seed_gives_the_same_file(void **state)
{
    (void)state;
    learn(7, weights);
    learn(7, others);
    assert_true(are_same(weights, others));
    learn(8, others);
    assert_false(are_same(weights, others));
}

static void what_is_learned_can_be_used(void **state)
{
    (void)state;
    struct gmi_ranker ranker;
    gm_error err;
    learn(1, weights);
    assert_int_equal(gmi_ranker_open(weights, &ranker, &err), GM_OK);
    assert_true(ranker.certainty->calibration.slope > 0);
    gmi_ranker_release(&ranker);
}

/* What the callback was told. */
struct told {
    gm_train_resolver_figures figures[4];
    char names[4][8];
    size_t count;
};

static void remember(void *context, const gm_train_resolver_figures *figures)
{
    struct told *told = context;
    assert_true(told->count < 4);
    snprintf(told->names[told->count], sizeof told->names[0], "%s",
             figures->corpus);
    told->figures[told->count++] = *figures;
}

static struct told try_all(bool by_corpus)
{
    struct told told = {.count = 0};
    gm_train_resolver_options options = options_for(1);
    gm_error err = {0};
    options.on_figures = remember;
    options.context = &told;
    options.threads = 2;
    if (gm_train_resolver_try(&options, by_corpus, &err))
        fail_msg("%s", err.message);
    return told;
}

static void trying_tells_of_each_corpus(void **state)
{
    (void)state;
    for (int by_corpus = 0; by_corpus < 2; by_corpus++) {
        const struct told told = try_all(by_corpus);
        assert_int_equal(told.count, 2);
        assert_string_equal(told.names[0], "one");
        assert_string_equal(told.names[1], "two");
        for (size_t i = 0; i < told.count; i++) {
            const gm_train_resolver_figures *f = &told.figures[i];
            assert_int_equal(f->mentions, 20);
            assert_true(f->reachable == 1);
            /* what stands behind "in" is learned from the other texts */
            assert_true(f->right > 0.9 && f->right <= f->reachable);
            assert_true(f->right_90 > 0.9 && f->accepted >= f->right);
            assert_true(f->calibration_error < 0.3);
        }
    }
}

static bool is_silent(const struct gmi_column *column)
{
    for (int j = 0; j < GMI_HIDDEN; j++)
        if (column->hidden[j] != 0)
            return false;
    return column->linear == 0;
}

static void a_group_left_out_has_no_weight(void **state)
{
    (void)state;
    static const char *const groups[] = {"adjacency"};
    gm_train_resolver_options options = options_for(1);
    struct gmi_ranker ranker;
    gm_error err;
    options.left_out_groups = groups;
    options.left_out_group_count = 1;
    assert_int_equal(gm_train_resolver(&options, weights, &err), GM_OK);
    assert_int_equal(gmi_ranker_open(weights, &ranker, &err), GM_OK);
    for (size_t i = 0; i < GMI_FEATURE_COUNT; i++)
        if (strcmp(gmi_feature_group_at(i), "ADJACENCY") == 0)
            assert_true(is_silent(&ranker.columns[i]));
    assert_false(is_silent(&ranker.columns[GMI_F_LOG_POPULATION]));
    gmi_ranker_release(&ranker);
}

static void a_group_that_there_is_not_is_told(void **state)
{
    (void)state;
    static const char *const groups[] = {"weather"};
    gm_train_resolver_options options = options_for(1);
    gm_error err;
    options.left_out_groups = groups;
    options.left_out_group_count = 1;
    assert_int_equal(gm_train_resolver(&options, weights, &err),
                     GM_ERR_ARGUMENT);
    assert_non_null(strstr(err.message, "weather"));
}

static void a_bad_line_is_told_with_its_number(void **state)
{
    (void)state;
    const gm_train_resolver_options options = options_for(1);
    gm_error err;
    write_line("{\"text\":\"a\",\"toponyms\":[]}\n{\"text\":\n");
    assert_int_equal(gm_train_resolver(&options, weights, &err),
                     GM_ERR_SYNTAX);
    assert_non_null(strstr(err.message, "2"));
    write_line("{\"text\":\"Paris\",\"toponyms\":[{\"start\":0,\"end\":5,"
               "\"lon\":2,\"lat\":95}]}\n");
    assert_int_equal(gm_train_resolver(&options, weights, &err),
                     GM_ERR_SYNTAX);
}

static void documents_without_places_teach_nothing(void **state)
{
    (void)state;
    const gm_train_resolver_options options = options_for(1);
    gm_error err;
    unlink(others);
    write_line("{\"text\":\"Paris\",\"toponyms\":[{\"start\":0,\"end\":5}]}\n");
    assert_int_equal(gm_train_resolver(&options, others, &err),
                     GM_ERR_NOT_FOUND);
    assert_int_not_equal(access(others, F_OK), 0);
}

static void a_document_is_learned_with_fewer_layers_too(void **state)
{
    (void)state;
    const struct gmi_recognizer recognizer = {.gazetteer = atlas};
    const struct gmi_resolver resolver = {
        .gazetteer = atlas,
        .bias = {.near_longitude = NAN, .near_latitude = NAN},
        .candidates = 1};
    const struct gmi_resolver_view view = {
        .recognizer = &recognizer, .resolver = &resolver, .again = &resolver};
    struct gmi_resolver_data data = {.seed = 1};
    size_t seen = 0, again = 0;
    assert_int_equal(gmi_resolver_data_read(&data, &view, documents, NULL),
                     GM_OK);
    for (size_t i = 0; i < data.example_count; i++) {
        const struct gmi_choice_example *e = &data.examples[i];
        assert_true(e->weight == (e->is_again ? 0.5f : 1.0f));
        assert_false(e->is_again && e->is_made_up);
        seen += !e->is_again && !e->is_made_up;
        again += e->is_again;
    }
    assert_int_equal(seen, 40);
    assert_int_equal(again, 40);
    gmi_resolver_data_release(&data);
}

/* Each is judged once, however many layers it is learned with. */
static void a_mention_is_tried_once_with_all_layers(void **state)
{
    (void)state;
    const char *const paths[] = {atlas_path, atlas_path};
    gm_gazetteer *const one = atlas;
    assert_int_equal(gm_gazetteer_open(paths, 2, &atlas, NULL), GM_OK);
    const struct told told = try_all(false);
    gm_gazetteer_close(atlas);
    atlas = one;
    assert_int_equal(told.count, 2);
    assert_int_equal(told.figures[0].mentions, 20);
    assert_int_equal(told.figures[1].mentions, 20);
    assert_true(told.figures[0].right > 0.9);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup(name, write_documents)
    const struct CMUnitTest tests[] = {
        TEST(the_same_seed_gives_the_same_file),
        TEST(what_is_learned_can_be_used),
        TEST(trying_tells_of_each_corpus),
        TEST(a_group_left_out_has_no_weight),
        TEST(a_group_that_there_is_not_is_told),
        TEST(a_bad_line_is_told_with_its_number),
        TEST(documents_without_places_teach_nothing),
        TEST(a_document_is_learned_with_fewer_layers_too),
        TEST(a_mention_is_tried_once_with_all_layers),
    };
    return cmocka_run_group_tests(tests, make_paths, clean_paths);
}
