/* SPDX-License-Identifier: MIT */
/* src/evaluate/map.c: mapping annotated documents on several threads. */
#include "evaluate/eval.h"

#include "sample.h"
#include "world.h"

static gm_gazetteer *gazetteer;
static gm_mapper *mapper;
static gm_error err;

static int setup(void **state)
{
    if (scratch_setup(state))
        return -1;
    gazetteer = world_open();
    return gm_mapper_create(gazetteer, NULL, &mapper, NULL) ? -1 : 0;
}

static int teardown(void **state)
{
    gm_mapper_free(mapper);
    gm_gazetteer_close(gazetteer);
    return scratch_teardown(state);
}

/* Forty documents that name the same places. */
static gm_eval *read_documents(const gm_eval_options *options)
{
    gm_eval *eval;
    const char *path = scratch_path("gold.jsonl");
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    for (int i = 0; i < 40; i++)
        fprintf(file,
                "{\"id\":%d,\"text\":\"He flew from Paris to Lima, "
                "Peru, on day %d. Texan wine is sold in Foo.\","
                "\"toponyms\":["
                "{\"start\":13,\"end\":18,\"lat\":48.85,\"lon\":2.35,"
                "\"geonameid\":2988507},"
                "{\"start\":22,\"end\":26,\"lat\":-12.05,"
                "\"lon\":-77.03,\"geonameid\":3936456}]}\n",
                i, i);
    assert_int_equal(fclose(file), 0);
    if (gm_eval_create(options, &eval, &err) ||
        gm_eval_read_gold(eval, path, &err))
        fail_msg("%s", err.message);
    return eval;
}

static void map(gm_eval *eval, const gm_eval_map_options *options)
{
    if (gm_eval_map(eval, mapper, options, &err) ||
        gm_eval_score(eval, gazetteer, &err))
        fail_msg("%s", err.message);
}

static char *report(const gm_eval *eval)
{
    char *text = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&text, &size);
    assert_non_null(stream);
    assert_int_equal(gm_eval_write(eval, "json", true, stream, &err), GM_OK);
    fclose(stream);
    return text;
}

static void every_document_is_mapped(void **state)
{
    (void)state;
    gm_eval *eval = read_documents(NULL);
    map(eval, NULL);
    const gm_eval_view *view = gm_eval_view_get(eval, GM_EVAL_ALL);
    assert_int_equal(view->rates[GM_EVAL_EXACT].gold, 80);
    assert_int_equal(view->rates[GM_EVAL_EXACT].right, 80);
    for (size_t i = 0; i < eval->corpus.count; i++)
        assert_true(eval->corpus.samples[i].is_found);
    const struct gmi_span *paris = &eval->corpus.samples[0].found.items[0];
    assert_string_equal(paris->phrase, "Paris");
    assert_int_equal(paris->start, 13);
    assert_in_range(paris->recognition * 1000, 1, 1000);
    assert_non_null(strstr(paris->place, "geonames:"));
    assert_true(paris->has_point);
    gm_eval_free(eval);
}

static void figures_are_the_same_for_any_number_of_threads(void **state)
{
    (void)state;
    char *texts[3];
    static const size_t threads[] = {1, 3, 64};
    for (size_t i = 0; i < 3; i++) {
        gm_eval_map_options options;
        gm_eval_map_options_init(&options);
        options.threads = threads[i];
        gm_eval *eval = read_documents(NULL);
        map(eval, &options);
        texts[i] = report(eval);
        gm_eval_free(eval);
    }
    assert_string_equal(texts[0], texts[1]);
    assert_string_equal(texts[0], texts[2]);
    for (size_t i = 0; i < 3; i++)
        free(texts[i]);
}

static uint64_t found_with(unsigned uses, double min_confidence)
{
    gm_eval_map_options options;
    gm_eval_map_options_init(&options);
    options.uses = uses;
    options.min_confidence = min_confidence;
    gm_eval *eval = read_documents(NULL);
    map(eval, &options);
    const uint64_t found = gmi_eval_contents(eval).found;
    gm_eval_free(eval);
    return found;
}

static void only_wanted_uses_and_confidences_count(void **state)
{
    (void)state;
    const uint64_t all = found_with(0xf, 0);
    assert_true(all >= 80);
    assert_int_equal(found_with(0, 0), 0);
    assert_int_equal(found_with(0xf & ~(1u << GM_USE_ADJECTIVAL), 0) +
                         found_with(1u << GM_USE_ADJECTIVAL, 0),
                     all);
    assert_true(found_with(1u << GM_USE_ADJECTIVAL, 0) >= 40); /* Texan */
    assert_int_equal(found_with(0xf, 1.5), 0);
}

static void given_spans_are_all_resolved(void **state)
{
    (void)state;
    gm_eval_options options;
    gm_eval_map_options map_options;
    gm_eval_options_init(&options);
    gm_eval_map_options_init(&map_options);
    options.gold_mentions = true;
    map_options.uses = 0; /* says nothing here */
    map_options.threads = 2;
    gm_eval *eval = read_documents(&options);
    map(eval, &map_options);
    const gm_eval_view *view = gm_eval_view_get(eval, GM_EVAL_ALL);
    assert_int_equal(view->distance.count, 80);
    assert_int_equal(view->seen, 80);
    assert_int_equal(view->answered, 80);
    assert_int_equal(gmi_eval_contents(eval).found, 80);
    gm_eval_free(eval);
}

struct watch {
    size_t calls, last, total, stop_at;
};

static bool on_progress(void *context, size_t done, size_t total)
{
    struct watch *watch = context;
    watch->calls++;
    watch->last = done;
    watch->total = total;
    return watch->calls != watch->stop_at;
}

static void progress_is_told_and_may_cancel(void **state)
{
    (void)state;
    struct watch watch = {.stop_at = 0};
    gm_eval_map_options options;
    gm_eval_map_options_init(&options);
    options.context = &watch;
    options.on_progress = on_progress;
    options.threads = 2;
    gm_eval *eval = read_documents(NULL);
    map(eval, &options);
    assert_int_equal(watch.calls, 40);
    assert_int_equal(watch.last, 40);
    assert_int_equal(watch.total, 40);
    gm_eval_free(eval);
    watch = (struct watch){.stop_at = 3};
    eval = read_documents(NULL);
    assert_int_equal(gm_eval_map(eval, mapper, &options, &err),
                     GM_ERR_CANCELLED);
    assert_true(watch.calls >= 3 && watch.calls <= 4);
    gm_eval_free(eval);
}

static void home_of_a_document_reaches_the_mapper(void **state)
{
    (void)state;
    gm_eval *eval = NULL;
    const char *path =
        scratch_text("home", "{\"id\":1,\"text\":\"x\",\"country\":\"US\","
                             "\"near\":[-95.5,33.6],\"toponyms\":[]}");
    assert_int_equal(gm_eval_create(NULL, &eval, &err), GM_OK);
    assert_int_equal(gm_eval_read_gold(eval, path, &err), GM_OK);
    map(eval, NULL);
    assert_int_equal(eval->corpus.samples[0].bias.country_count, 1);
    assert_int_equal(eval->corpus.samples[0].found.count, 0);
    gm_eval_free(eval);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_document_is_mapped),
        cmocka_unit_test(figures_are_the_same_for_any_number_of_threads),
        cmocka_unit_test(only_wanted_uses_and_confidences_count),
        cmocka_unit_test(given_spans_are_all_resolved),
        cmocka_unit_test(progress_is_told_and_may_cancel),
        cmocka_unit_test(home_of_a_document_reaches_the_mapper),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
