/* SPDX-License-Identifier: MIT */
/* src/pipeline/run.c: documents in input order from any number of threads. */
#include "base/buffer.h"
#include "base/memory.h"
#include "include/geomention_build.h"
#include "include/geomention_io.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char gazetteer_path[] = "/tmp/geomention-run.gaz.XXXXXX";
static char input_path[] = "/tmp/geomention-run.tsv.XXXXXX";
static gm_gazetteer *gazetteer;
static gm_mapper *mapper;

enum { LINES = 400 };

static void build_gazetteer(void)
{
    static const gm_source SOURCE = {.prefix = "test", .name = "Test"};
    static const char *const NAMES[] = {"Yerevan", "Tbilisi", "Baku"};
    gm_builder *builder;
    gm_error err;
    assert_int_equal(gm_builder_create(NULL, &builder, &err), GM_OK);
    assert_int_equal(gm_builder_begin_source(builder, &SOURCE, &err), GM_OK);
    for (size_t i = 0; i < 3; i++) {
        const gm_build_place place = {.id = NAMES[i],
                                      .name = NAMES[i],
                                      .feature = "P.PPLC",
                                      .longitude = 44 + (double)i,
                                      .latitude = 40,
                                      .population = 1000000};
        assert_int_equal(gm_builder_add_place(builder, &place, &err), GM_OK);
    }
    assert_int_equal(gm_builder_write(builder, gazetteer_path, &err), GM_OK);
    gm_builder_free(builder);
}

/* Every 50th line is bad; every 97th is long, so that others overtake it. */
static void write_input(void)
{
    FILE *file = fopen(input_path, "wb");
    assert_non_null(file);
    for (int i = 0; i < LINES; i++) {
        if (i % 50 == 49) {
            fprintf(file, "no tab on line %d\n", i + 1);
            continue;
        }
        fprintf(file, "doc%d\tThe talks in Yerevan", i);
        for (int j = 0; j < (i % 97 == 0 ? 2000 : i % 7); j++)
            fprintf(file, " and in Tbilisi, on day %d,", j);
        fprintf(file, " ended in Baku.\n");
    }
    assert_int_equal(fclose(file), 0);
}

static int setup(void **state)
{
    (void)state;
    const int files[] = {mkstemp(gazetteer_path), mkstemp(input_path)};
    if (files[0] < 0 || files[1] < 0)
        return -1;
    close(files[0]);
    close(files[1]);
    unlink(gazetteer_path);
    build_gazetteer();
    write_input();
    const char *paths[] = {gazetteer_path};
    return gm_gazetteer_open(paths, 1, &gazetteer, NULL) ||
           gm_mapper_create(gazetteer, NULL, &mapper, NULL);
}

static int teardown(void **state)
{
    (void)state;
    gm_mapper_free(mapper);
    gm_gazetteer_close(gazetteer);
    unlink(gazetteer_path);
    unlink(input_path);
    return 0;
}

/* What a run handed on, in words. */
struct seen {
    struct gmi_buffer text;
    int documents;
    int failures;
    int stop_after; /* documents; 0: never */
};

static gm_status on_document(void *context, const gm_document *doc,
                             gm_error *err)
{
    struct seen *seen = context;
    gmi_buffer_printf(&seen->text, "%s:", gm_document_id(doc));
    for (size_t i = 0; i < gm_document_mention_count(doc); i++) {
        const gm_mention *mention = gm_document_mention_at(doc, i);
        gmi_buffer_printf(&seen->text, " %s@%zu=%.3f", mention->text,
                          mention->start, mention->confidence);
    }
    gmi_buffer_add_char(&seen->text, '\n');
    seen->documents++;
    if (seen->documents != seen->stop_after)
        return GM_OK;
    if (err)
        snprintf(err->message, sizeof err->message, "full");
    return GM_ERR_IO;
}

static void on_failure(void *context, const gm_error *failure)
{
    struct seen *seen = context;
    gmi_buffer_printf(&seen->text, "%s\n", failure->message);
    seen->failures++;
}

static gm_status run(struct seen *seen, size_t threads, bool goes_on,
                     gm_error *err)
{
    const char *paths[] = {input_path};
    const gm_run_events events = {seen, on_document,
                                  goes_on ? on_failure : NULL};
    gm_reader *reader;
    assert_int_equal(gm_reader_create(paths, 1, GM_INPUT_TSV, &reader, err),
                     GM_OK);
    const gm_status status = gm_run(reader, mapper, threads, &events, err);
    gm_reader_free(reader);
    return status;
}

static void order_and_content_are_the_same_for_every_number(void **state)
{
    (void)state;
    static const size_t THREADS[] = {2, 3, 8, 32};
    struct seen one = {.documents = 0};
    gm_error err;
    assert_int_equal(run(&one, 1, true, &err), GM_OK);
    assert_int_equal(one.documents, LINES - LINES / 50);
    assert_int_equal(one.failures, LINES / 50);
    assert_non_null(strstr(one.text.data, "doc1: Yerevan@13="));
    for (size_t i = 0; i < sizeof THREADS / sizeof *THREADS; i++) {
        struct seen many = {.documents = 0};
        assert_int_equal(run(&many, THREADS[i], true, &err), GM_OK);
        assert_string_equal(many.text.data, one.text.data);
        gmi_buffer_release(&many.text);
    }
    gmi_buffer_release(&one.text);
}

static void an_error_of_the_caller_ends_the_run_with_it(void **state)
{
    (void)state;
    for (size_t threads = 1; threads <= 4; threads++) {
        struct seen seen = {.stop_after = 60};
        gm_error err = {0};
        assert_int_equal(run(&seen, threads, true, &err), GM_ERR_IO);
        assert_string_equal(err.message, "full");
        assert_int_equal(seen.documents, 60);
        assert_int_equal(seen.failures, 1);
        gmi_buffer_release(&seen.text);
    }
}

static void without_on_failure_the_first_failure_ends_the_run(void **state)
{
    (void)state;
    for (size_t threads = 1; threads <= 4; threads++) {
        struct seen seen = {.documents = 0};
        gm_error err = {0};
        assert_int_equal(run(&seen, threads, false, &err), GM_ERR_SYNTAX);
        assert_int_equal(err.line, 50);
        assert_int_equal(seen.documents, 49);
        gmi_buffer_release(&seen.text);
    }
}

static void out_of_memory_ends_the_run(void **state)
{
    (void)state;
    gm_error err = {0};
    for (long n = 0; n < 6; n++) {
        struct seen seen = {.documents = 0};
        const char *paths[] = {input_path};
        const gm_run_events events = {&seen, on_document, on_failure};
        gm_reader *reader;
        assert_int_equal(
            gm_reader_create(paths, 1, GM_INPUT_TSV, &reader, &err), GM_OK);
        gmi_memory_fail_after(n);
        assert_int_equal(gm_run(reader, mapper, 1, &events, &err),
                         GM_ERR_MEMORY);
        gmi_memory_fail_after(-1);
        assert_int_equal(seen.documents, 0);
        gm_reader_free(reader);
        gmi_buffer_release(&seen.text);
    }
}

static void a_cancelled_reader_ends_the_run(void **state)
{
    (void)state;
    const char *paths[] = {input_path};
    struct seen seen = {.documents = 0};
    const gm_run_events events = {&seen, on_document, on_failure};
    gm_reader *reader;
    gm_error err = {0};
    assert_int_equal(gm_reader_create(paths, 1, GM_INPUT_TSV, &reader, &err),
                     GM_OK);
    gm_reader_cancel(reader);
    assert_int_equal(gm_run(reader, mapper, 3, &events, &err),
                     GM_ERR_CANCELLED);
    assert_int_equal(seen.documents, 0);
    gm_reader_free(reader);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(order_and_content_are_the_same_for_every_number),
        cmocka_unit_test(an_error_of_the_caller_ends_the_run_with_it),
        cmocka_unit_test(without_on_failure_the_first_failure_ends_the_run),
        cmocka_unit_test(out_of_memory_ends_the_run),
        cmocka_unit_test(a_cancelled_reader_ends_the_run),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
