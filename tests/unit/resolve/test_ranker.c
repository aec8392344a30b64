/* SPDX-License-Identifier: MIT */
/* Learned weights: reading, writing, applying. */
#include "resolve/features.h"
#include "resolve/ranker.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

static struct gmi_hidden hidden;
static struct gmi_column columns[GMI_FEATURE_COUNT];
static struct gmi_certainty certainty;
static const struct gmi_ranker made = {.hidden = &hidden,
                                       .columns = columns,
                                       .certainty = &certainty};
static char path[] = "/tmp/geomention-ranker.XXXXXX";

static int make(void **state)
{
    (void)state;
    const int file = mkstemp(path);
    return file < 0 ? -1 : close(file);
}

static int clean(void **state)
{
    (void)state;
    return unlink(path);
}

/* Each weight another number, half of the units open. */
static int fill(void **state)
{
    (void)state;
    for (int j = 0; j < GMI_HIDDEN; j++) {
        hidden.bias[j] = j % 2 ? 0.5f : -1000;
        hidden.out[j] = 0.01f * (float)(j + 1);
    }
    for (size_t i = 0; i < GMI_FEATURE_COUNT; i++) {
        columns[i].linear = 0.1f * (float)(i + 1);
        for (int j = 0; j < GMI_HIDDEN; j++)
            columns[i].hidden[j] = 0.001f * (float)(i + (size_t)j);
    }
    certainty = (struct gmi_certainty){{0.8f, 0.3f}, {0.5f, -0.5f}};
    return 0;
}

static gm_status write_and_open(struct gmi_ranker *out, gm_error *err)
{
    assert_int_equal(gmi_ranker_write(path, &made, err), GM_OK);
    return gmi_ranker_open(path, out, err);
}

static double plain_score(const float *x)
{
    double score = 0;
    for (size_t i = 0; i < GMI_FEATURE_COUNT; i++)
        score += (double)(x[i] * columns[i].linear);
    for (int j = 0; j < GMI_HIDDEN; j++) {
        double sum = (double)hidden.bias[j];
        for (size_t i = 0; i < GMI_FEATURE_COUNT; i++)
            sum += (double)(x[i] * columns[i].hidden[j]);
        score += sum > 0 ? sum * (double)hidden.out[j] : 0;
    }
    return score;
}

static void fill_vector(float x[GMI_FEATURE_COUNT])
{
    for (size_t i = 0; i < GMI_FEATURE_COUNT; i++)
        x[i] = i % 3 ? 0.25f * (float)(i % 5) : 0;
}

static float score_in_parts(const struct gmi_ranker *ranker, const float *x,
                            size_t cut)
{
    struct gmi_activation activation;
    gmi_ranker_begin(ranker, &activation);
    gmi_ranker_add(ranker, x, 0, cut, &activation);
    gmi_ranker_add(ranker, x, cut, GMI_FEATURE_COUNT, &activation);
    return gmi_ranker_score(ranker, &activation);
}

static void what_is_written_is_read(void **state)
{
    (void)state;
    struct gmi_ranker ranker;
    gm_error err;
    assert_int_equal(write_and_open(&ranker, &err), GM_OK);
    assert_memory_equal(ranker.hidden, &hidden, sizeof hidden);
    assert_memory_equal(ranker.columns, columns, sizeof columns);
    assert_memory_equal(ranker.certainty, &certainty, sizeof certainty);
    gmi_ranker_release(&ranker);
}

static void a_score_is_the_networks(void **state)
{
    (void)state;
    float x[GMI_FEATURE_COUNT];
    fill_vector(x);
    const double wanted = plain_score(x);
    for (size_t cut = 0; cut <= GMI_FEATURE_COUNT; cut += 17)
        assert_true(fabs((double)score_in_parts(&made, x, cut) - wanted) <
                    1e-3 * fabs(wanted));
}

/* Along a small step that opens no unit, slopes tell the difference. */
static void slopes_are_the_networks(void **state)
{
    (void)state;
    float x[GMI_FEATURE_COUNT], slopes[GMI_FEATURE_COUNT];
    struct gmi_activation activation;
    fill_vector(x);
    gmi_ranker_begin(&made, &activation);
    gmi_ranker_add(&made, x, 0, GMI_FEATURE_COUNT, &activation);
    gmi_ranker_slopes(&made, &activation, slopes);
    const double before = plain_score(x);
    x[5] += 0.5f;
    assert_true(fabs(plain_score(x) - before - 0.5 * (double)slopes[5]) <
                1e-3);
}

static void numbers_that_are_none_are_refused(void **state)
{
    (void)state;
    struct gmi_ranker ranker;
    gm_error err;
    columns[3].hidden[7] = NAN;
    assert_int_equal(write_and_open(&ranker, &err), GM_ERR_DAMAGED);
    columns[3].hidden[7] = 1e9f;
    assert_int_equal(write_and_open(&ranker, &err), GM_ERR_DAMAGED);
    assert_non_null(strstr(err.message, path));
}

static void a_calibration_that_turns_round_is_refused(void **state)
{
    (void)state;
    struct gmi_ranker ranker;
    gm_error err;
    static const struct gmi_certainty bad[] = {
        {{-1, 0}, {0}},  {{0, 0}, {0}},        {{NAN, 0}, {0}},
        {{1, NAN}, {0}}, {{1, INFINITY}, {0}}, {{1, 0}, {NAN, 0}},
        {{1, 0}, {0, INFINITY}}};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        certainty = bad[i];
        assert_int_equal(write_and_open(&ranker, &err), GM_ERR_DAMAGED);
    }
}

/* Changes the first bytes of the file that spell `from`. */
static void change_file(const char *from, const char *to)
{
    static char bytes[1 << 20];
    FILE *file = fopen(path, "r+b");
    assert_non_null(file);
    const size_t length = fread(bytes, 1, sizeof bytes, file);
    for (size_t i = 0; i + strlen(from) <= length; i++) {
        if (memcmp(bytes + i, from, strlen(from)) != 0)
            continue;
        assert_int_equal(fseek(file, (long)i, SEEK_SET), 0);
        assert_int_equal(fwrite(to, 1, strlen(to), file), strlen(to));
        fclose(file);
        return;
    }
    fail_msg("no '%s' in the file", from);
}

static void weights_for_other_features_are_refused(void **state)
{
    (void)state;
    struct gmi_ranker ranker;
    gm_error err;
    assert_int_equal(write_and_open(&ranker, &err), GM_OK);
    gmi_ranker_release(&ranker);
    change_file("IS_COUNTRY", "IS_CONTRAY");
    assert_int_equal(gmi_ranker_open(path, &ranker, &err), GM_ERR_VERSION);
    assert_non_null(strstr(err.message, "train it anew"));
}

static void a_file_cut_short_is_refused(void **state)
{
    (void)state;
    struct gmi_ranker ranker;
    gm_error err;
    assert_int_equal(write_and_open(&ranker, &err), GM_OK);
    gmi_ranker_release(&ranker);
    assert_int_equal(truncate(path, 5000), 0);
    assert_int_equal(gmi_ranker_open(path, &ranker, &err), GM_ERR_DAMAGED);
}

static void a_file_that_is_not_there_is_not_found(void **state)
{
    (void)state;
    struct gmi_ranker ranker;
    gm_error err;
    assert_int_equal(gmi_ranker_open("/tmp/no/such.gmm", &ranker, &err),
                     GM_ERR_NOT_FOUND);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(what_is_written_is_read, fill),
        cmocka_unit_test_setup(a_score_is_the_networks, fill),
        cmocka_unit_test_setup(slopes_are_the_networks, fill),
        cmocka_unit_test_setup(numbers_that_are_none_are_refused, fill),
        cmocka_unit_test_setup(a_calibration_that_turns_round_is_refused,
                               fill),
        cmocka_unit_test_setup(weights_for_other_features_are_refused, fill),
        cmocka_unit_test_setup(a_file_cut_short_is_refused, fill),
        cmocka_unit_test(a_file_that_is_not_there_is_not_found),
    };
    return cmocka_run_group_tests(tests, make, clean);
}
