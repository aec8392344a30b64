/* SPDX-License-Identifier: MIT */
/* Outlines of countries: what a file gives, and what a bad one does. */
#include "geo/outline.h"

#include "base/memory.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#define HEAD "# geomention outline 1\n# source: by hand\n"

/* Two squares side by side, the left one with a hole. */
#define ARCS                                                                   \
    "arc\t1000 0 0 1000\n" /* 1: what they share, upwards */                   \
    "arc\t1000 1000 -1000 0 0 -1000 1000 0\n"                                  \
    "arc\t1000 0 1000 0 0 1000 -1000 0\n"                                      \
    "arc\t200 200 100 0 0 100 -100 0 0 -100\n"
#define AREAS "area\tAA\tLeft\t1,2/4\narea\tBB\tRight\t-1,3\n"

static gm_status open_bytes(const char *bytes, size_t length,
                            gm_outline **outline, gm_error *err)
{
    char path[] = "/tmp/geomention-outline-XXXXXX";
    const int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, bytes, length), length);
    close(fd);
    const gm_status status = gm_outline_open(path, outline, err);
    unlink(path);
    return status;
}

static gm_outline *open_text(const char *text)
{
    gm_outline *outline = NULL;
    gm_error err = {0};
    if (open_bytes(text, strlen(text), &outline, &err))
        fail_msg("%s", err.message);
    return outline;
}

static void assert_damaged(const char *text, uint64_t line, const char *why)
{
    gm_outline *outline = NULL;
    gm_error err = {0};
    const gm_status status = open_bytes(text, strlen(text), &outline, &err);
    if (status != GM_ERR_DAMAGED)
        fail_msg("status %d for: %s", (int)status, text);
    assert_int_equal(err.line, line);
    if (!strstr(err.message, why))
        fail_msg("'%s' does not say '%s'", err.message, why);
    assert_null(outline);
}

static void areas_have_codes_names_and_boxes(void **state)
{
    (void)state;
    gm_outline *outline = open_text(HEAD ARCS AREAS);
    assert_string_equal(gm_outline_source(outline), "by hand");
    assert_int_equal(gm_outline_area_count(outline), 2);
    const gm_area *area = gm_outline_area_at(outline, 1);
    assert_string_equal(area->code, "BB");
    assert_string_equal(area->name, "Right");
    assert_int_equal(area->polygon_count, 1);
    assert_true(area->west == 1 && area->east == 2);
    assert_true(area->south == 0 && area->north == 1);
    assert_null(gm_outline_area_at(outline, 2));
    assert_int_equal(gm_outline_area_find(outline, "AA"), 0);
    assert_int_equal(gm_outline_area_find(outline, "BB"), 1);
    assert_int_equal(gm_outline_area_find(outline, "CC"), 2);
    assert_int_equal(gm_outline_area_find(outline, ""), 2);
    gm_outline_close(outline);
}

static double area_of(gm_ring ring)
{
    double sum = 0;
    for (size_t i = 0; i + 1 < ring.count; i++)
        sum += ring.points[i].longitude * ring.points[i + 1].latitude -
               ring.points[i + 1].longitude * ring.points[i].latitude;
    return sum / 2;
}

static void rings_are_closed_and_wound_as_rfc7946_says(void **state)
{
    (void)state;
    gm_outline *outline = open_text(HEAD ARCS AREAS);
    gm_ring ring = {0};
    assert_int_equal(gm_outline_ring_count(outline, 0, 0), 2);
    assert_int_equal(gm_outline_ring(outline, 0, 0, 0, &ring), GM_OK);
    assert_int_equal(ring.count, 5);
    assert_true(fabs(area_of(ring) - 1) < 1e-12);
    assert_int_equal(gm_outline_ring(outline, 0, 0, 1, &ring), GM_OK);
    assert_true(fabs(area_of(ring) + 0.01) < 1e-12);
    assert_int_equal(gm_outline_ring(outline, 1, 0, 0, &ring), GM_OK);
    assert_true(fabs(area_of(ring) - 1) < 1e-12);
    assert_int_equal(gm_outline_ring(outline, 1, 0, 1, &ring),
                     GM_ERR_NOT_FOUND);
    assert_int_equal(gm_outline_ring(outline, 1, 1, 0, &ring),
                     GM_ERR_NOT_FOUND);
    assert_int_equal(gm_outline_ring(outline, 2, 0, 0, &ring),
                     GM_ERR_NOT_FOUND);
    assert_int_equal(gm_outline_ring_count(outline, 2, 0), 0);
    gm_outline_close(outline);
}

static void lines_know_what_they_part(void **state)
{
    (void)state;
    gm_outline *outline =
        open_text(HEAD ARCS "area\tAA\tBoth\t1,2;-1,3\narea\t\tHole\t4\n");
    gm_line line = {0};
    assert_int_equal(gm_outline_line_count(outline), 4);
    assert_int_equal(gm_outline_line(outline, 0, &line), GM_OK);
    assert_int_equal(line.kind, GM_LINE_INNER);
    assert_int_equal(line.count, 2);
    assert_int_equal(gm_outline_line(outline, 1, &line), GM_OK);
    assert_int_equal(line.kind, GM_LINE_COAST);
    assert_int_equal(gm_outline_line(outline, 4, &line), GM_ERR_NOT_FOUND);
    gm_outline_close(outline);
    outline = open_text(HEAD ARCS AREAS);
    assert_int_equal(gm_outline_line(outline, 0, &line), GM_OK);
    assert_int_equal(line.kind, GM_LINE_BORDER);
    gm_outline_close(outline);
}

static void a_shape_over_the_antimeridian_is_cut_in_two(void **state)
{
    (void)state;
    /* 170 to 200 degrees, with a hole from 175 to 190. */
    gm_outline *outline =
        open_text("# geomention outline 1\n"
                  "arc\t170000 10000 30000 0 0 20000 -30000 0 0 -20000\n"
                  "arc\t175000 15000 15000 0 0 5000 -15000 0 0 -5000\n"
                  "area\tRU\tEast\t1/2\n");
    const gm_area *area = gm_outline_area_at(outline, 0);
    assert_int_equal(area->polygon_count, 2);
    assert_true(area->west == -180 && area->east == 180);
    double sum = 0;
    for (size_t p = 0; p < 2; p++) {
        gm_ring ring;
        assert_int_equal(gm_outline_ring_count(outline, 0, p), 2);
        for (size_t r = 0; !gm_outline_ring(outline, 0, p, r, &ring); r++) {
            sum += area_of(ring);
            for (size_t i = 0; i < ring.count; i++)
                assert_true(fabs(ring.points[i].longitude) <= 180);
        }
    }
    assert_true(fabs(sum - (30 * 20 - 15 * 5)) < 1e-9);
    gm_line line;
    assert_int_equal(gm_outline_line(outline, 0, &line), GM_OK);
    assert_true(line.points[1].longitude == 200);
    gm_outline_close(outline);
}

static void arcs_join_a_turn_apart(void **state)
{
    (void)state;
    gm_outline *outline = open_text("# geomention outline 1\n"
                                    "arc\t170000 0 10102 0 0 1000\n"
                                    "arc\t-179898 1000 -10102 0 0 -1000\n"
                                    "area\tFJ\tIsle\t1,2\n");
    gm_ring ring;
    assert_int_equal(gm_outline_area_at(outline, 0)->polygon_count, 2);
    assert_int_equal(gm_outline_ring(outline, 0, 0, 0, &ring), GM_OK);
    assert_true(fabs(area_of(ring) - 0.102) < 1e-9 ||
                fabs(area_of(ring) - 10) < 1e-9);
    gm_outline_close(outline);
}

static void a_ring_round_the_earth_has_the_pole_inside(void **state)
{
    (void)state;
    gm_outline *outline = open_text(
        "# geomention outline 1\n"
        "arc\t-180000 -80000 90000 5000 90000 5000 90000 -5000 90000 -5000\n"
        "area\tAQ\tIce\t1\n");
    const gm_area *area = gm_outline_area_at(outline, 0);
    assert_int_equal(area->polygon_count, 1);
    assert_true(area->south == -90 && area->north == -70);
    gm_ring ring;
    assert_int_equal(gm_outline_ring(outline, 0, 0, 0, &ring), GM_OK);
    assert_true(fabs(area_of(ring) - 360 * 15) < 1e-9);
    gm_outline_close(outline);
}

static void a_broken_file_says_where(void **state)
{
    (void)state;
    assert_damaged("", 1, "not an outline");
    assert_damaged("\n", 1, "not an outline");
    assert_damaged("id\tname\n1\t2\n", 1, "not an outline");
    assert_damaged("# geomention outline 2\n" ARCS, 1, "not an outline");
    assert_damaged("# geomention outline 1", 1, "does not end");
    assert_damaged(HEAD "arc\t1 2 3\n", 3, "pairs");
    assert_damaged(HEAD "arc\t1 2\n", 3, "two points");
    assert_damaged(HEAD "arc\t1 2 3 4 \n", 3, "pairs");
    assert_damaged(HEAD "arc\t1 2 3 4x\n", 3, "two points");
    assert_damaged(HEAD "arc\t360000 0 1 0\n", 3, "earth");
    assert_damaged(HEAD "arc\t0 -90000 0 -1\n", 3, "earth");
    assert_damaged(HEAD "arc\t12345678 0 1 0\n", 3, "pairs");
    assert_damaged(HEAD "arc\t- 0 1 0\n", 3, "pairs");
    assert_damaged(HEAD "point\t1 1\n", 3, "neither");
    assert_damaged(HEAD ARCS "area\tAA\tX\n", 7, "code, name and rings");
    assert_damaged(HEAD ARCS "area\tAA\tX\t\n", 7, "numbers of arcs");
    assert_damaged(HEAD ARCS "area\tAA\tX\t5\n", 7, "not there");
    assert_damaged(HEAD ARCS "area\tAA\tX\t0\n", 7, "not there");
    assert_damaged(HEAD ARCS "area\tAA\tX\t-5\n", 7, "not there");
    assert_damaged(HEAD ARCS "area\tAA\tX\t1,3\n", 7, "join");
    assert_damaged(HEAD ARCS "area\tAA\tX\t1\n", 7, "closed");
    assert_damaged(HEAD ARCS "area\tAA\tX\t4 \n", 7, "end after");
    assert_damaged(HEAD "arc\t0 0 1 0 1 0 -2 0\narea\tAA\tX\t1\n", 4,
                   "no extent");
    assert_damaged(HEAD ARCS AREAS "area\tAA\tX\t4\n", 9, "twice");
    assert_damaged(HEAD ARCS AREAS "arc\t0 0 1 1\n", 9, "neither");
}

static void a_file_with_a_nul_is_none(void **state)
{
    (void)state;
    static const char TEXT[] = HEAD "\0" ARCS;
    gm_outline *outline = NULL;
    gm_error err;
    assert_int_equal(open_bytes(TEXT, sizeof TEXT - 1, &outline, &err),
                     GM_ERR_DAMAGED);
}

static void a_cut_or_false_packing_is_damage(void **state)
{
    (void)state;
    static const char TEXT[] = "\x28\xb5\x2f\xfdnothing of the kind";
    gm_outline *outline = NULL;
    gm_error err;
    assert_int_equal(open_bytes(TEXT, sizeof TEXT - 1, &outline, &err),
                     GM_ERR_DAMAGED);
    assert_non_null(strstr(err.message, "cannot unpack"));
    assert_int_equal(open_bytes(TEXT, 4, &outline, &err), GM_ERR_DAMAGED);
}

static void few_bytes_cannot_ask_for_much_memory(void **state)
{
    (void)state;
    struct gmi_buffer text = {0};
    gmi_buffer_add_string(&text, HEAD "arc\t0 0");
    for (int i = 0; i < 5000; i++)
        gmi_buffer_add_string(&text, " 0 1 0 -1");
    gmi_buffer_add_string(&text, "\narea\tAA\tX\t1");
    for (int i = 0; i < 5000; i++)
        gmi_buffer_add_string(&text, ",1");
    gmi_buffer_add_string(&text, "\n");
    assert_damaged(text.data, 4, "too many points");
    gmi_buffer_release(&text);
}

static void a_missing_file_is_not_found(void **state)
{
    (void)state;
    gm_outline *outline = NULL;
    gm_error err = {0};
    assert_int_not_equal(gm_outline_open("/nonexistent", &outline, &err),
                         GM_OK);
    assert_non_null(strstr(err.message, "/nonexistent"));
    assert_null(outline);
}

static void out_of_memory_is_said_and_leaks_nothing(void **state)
{
    (void)state;
    static const char TEXT[] = HEAD ARCS AREAS;
    gm_status status = GM_ERR_MEMORY;
    long count = 0;
    for (; status == GM_ERR_MEMORY && count < 100; count++) {
        gm_outline *outline = NULL;
        gmi_memory_fail_after(count);
        status = open_bytes(TEXT, sizeof TEXT - 1, &outline, NULL);
        gmi_memory_fail_after(-1);
        gm_outline_close(outline);
    }
    assert_int_equal(status, GM_OK);
    assert_true(count > 6);
}

/* ---- The outlines that come with the program --------------------------- */

/* Every ring is closed, within the earth, and holds no long step. */
static void assert_rings(const gm_outline *outline)
{
    const gm_area *area;
    for (size_t a = 0; (area = gm_outline_area_at(outline, a)); a++) {
        for (size_t p = 0; p < area->polygon_count; p++) {
            gm_ring ring;
            for (size_t r = 0; !gm_outline_ring(outline, a, p, r, &ring); r++) {
                assert_true(ring.count >= 4);
                assert_memory_equal(&ring.points[0],
                                    &ring.points[ring.count - 1],
                                    sizeof *ring.points);
                assert_true((area_of(ring) > 0) == (r == 0));
                for (size_t i = 0; i < ring.count; i++) {
                    assert_true(ring.points[i].longitude >= area->west);
                    assert_true(ring.points[i].longitude <= area->east);
                    assert_true(ring.points[i].latitude >= area->south);
                    assert_true(ring.points[i].latitude <= area->north);
                }
            }
        }
    }
}

static void assert_sound(const char *path, size_t areas_min)
{
    gm_outline *outline = NULL;
    gm_error err = {0};
    if (gm_outline_open(path, &outline, &err))
        fail_msg("%s", err.message);
    assert_true(gm_outline_area_count(outline) >= areas_min);
    assert_non_null(strstr(gm_outline_source(outline), "Natural Earth"));
    size_t kinds[3] = {0};
    gm_line line;
    for (size_t i = 0; !gm_outline_line(outline, i, &line); i++) {
        kinds[line.kind]++;
        for (size_t p = 1; p < line.count; p++)
            assert_true(fabs(line.points[p].longitude -
                             line.points[p - 1].longitude) < 180);
    }
    assert_rings(outline);
    assert_true(kinds[GM_LINE_COAST] > 100 && kinds[GM_LINE_BORDER] > 100);
    const gm_area *area =
        gm_outline_area_at(outline, gm_outline_area_find(outline, "AM"));
    assert_non_null(area);
    assert_string_equal(area->name, "Armenia");
    assert_true(area->west > 43 && area->east < 47);
    assert_true(area->south > 38 && area->north < 41.5);
    gm_outline_close(outline);
}

static void outlines_of_the_world_are_sound(void **state)
{
    (void)state;
    assert_sound("gazetteer/outline/countries-110m.txt", 170);
    assert_sound("gazetteer/outline/countries-50m.txt.zst", 230);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(areas_have_codes_names_and_boxes),
        cmocka_unit_test(rings_are_closed_and_wound_as_rfc7946_says),
        cmocka_unit_test(lines_know_what_they_part),
        cmocka_unit_test(a_shape_over_the_antimeridian_is_cut_in_two),
        cmocka_unit_test(arcs_join_a_turn_apart),
        cmocka_unit_test(a_ring_round_the_earth_has_the_pole_inside),
        cmocka_unit_test(a_broken_file_says_where),
        cmocka_unit_test(a_file_with_a_nul_is_none),
        cmocka_unit_test(a_cut_or_false_packing_is_damage),
        cmocka_unit_test(few_bytes_cannot_ask_for_much_memory),
        cmocka_unit_test(a_missing_file_is_not_found),
        cmocka_unit_test(out_of_memory_is_said_and_leaks_nothing),
        cmocka_unit_test(outlines_of_the_world_are_sound),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
