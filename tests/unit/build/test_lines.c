/* SPDX-License-Identifier: MIT */
#include "fixture.h"

#include "base/memory.h"
#include "build/lines.h"

static void assert_lines(const char *path, const char *const *expected,
                         size_t count)
{
    struct gmi_lines lines;
    char *line;
    size_t length;
    assert_ok(gmi_lines_open(&lines, path, NULL));
    for (size_t i = 0; i < count; i++) {
        assert_ok(gmi_lines_next(&lines, &line, &length, NULL));
        assert_string_equal(line, expected[i]);
        assert_int_equal(length, strlen(expected[i]));
        assert_int_equal(lines.number, i + 1);
    }
    assert_int_equal(gmi_lines_next(&lines, &line, &length, NULL), GM_END);
    assert_int_equal(gmi_lines_next(&lines, &line, &length, NULL), GM_END);
    gmi_lines_close(&lines);
}

static void lines_end_in_any_usual_way(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *lines[3];
        size_t count;
    } cases[] = {
        {"", {0}, 0},           {"\n", {""}, 1},      {"a", {"a"}, 1},
        {"a\n", {"a"}, 1},      {"a\r\n", {"a"}, 1},  {"a\r", {"a"}, 1},
        {"a\nb", {"a", "b"}, 2}, {"\n\nb", {"", "", "b"}, 3},
        {"\r\n", {""}, 1},      {"a\rb\n", {"a\rb"}, 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_lines(put("t", cases[i].text), cases[i].lines, cases[i].count);
}

/* Line `i` of a large file: of every length, now and then very long. */
static size_t length_of(unsigned i)
{
    return i % 1000 == 999 ? 70000 + i : i * 7919 % 200;
}

static void lines_go_on_from_block_to_block(void **state)
{
    (void)state;
    enum { LINES = 150000 };
    const char *path = in_folder("long");
    FILE *file = fopen(path, "wb");
    for (unsigned i = 0; i < LINES; i++) {
        for (size_t j = length_of(i); j > 0; j--)
            putc_unlocked((int)('a' + (i + j) % 26), file);
        putc_unlocked('\n', file);
    }
    fclose(file);
    struct gmi_lines lines;
    assert_ok(gmi_lines_open(&lines, path, NULL));
    char *line;
    size_t length;
    for (unsigned i = 0; i < LINES; i++) {
        assert_ok(gmi_lines_next(&lines, &line, &length, NULL));
        assert_int_equal(length, length_of(i));
        if (length > 0) {
            assert_int_equal(line[0], 'a' + (i + length) % 26);
            assert_int_equal(line[length - 1], 'a' + (i + 1) % 26);
        }
        assert_int_equal(line[length], '\0');
        assert_true(lines.packed_done <= lines.packed_size);
    }
    assert_int_equal(gmi_lines_next(&lines, &line, &length, NULL), GM_END);
    gmi_lines_close(&lines);
}

static void a_line_that_has_no_end_is_damage(void **state)
{
    (void)state;
    const char *path = in_folder("endless");
    FILE *file = fopen(path, "wb");
    fputs("first\n", file);
    for (size_t i = 0; i < GMI_LINE_MAX + (5u << 20); i++)
        putc_unlocked('x', file);
    fclose(file);
    struct gmi_lines lines;
    assert_ok(gmi_lines_open(&lines, path, NULL));
    char *line;
    size_t length;
    gm_error err = {0};
    assert_ok(gmi_lines_next(&lines, &line, &length, &err));
    assert_int_equal(gmi_lines_next(&lines, &line, &length, &err),
                     GM_ERR_DAMAGED);
    assert_int_equal(err.line, 2);
    gmi_lines_close(&lines);
}

static void what_cannot_be_opened_is_told(void **state)
{
    (void)state;
    struct gmi_lines lines;
    gm_error err = {0};
    assert_int_equal(gmi_lines_open(&lines, in_folder("none"), &err),
                     GM_ERR_NOT_FOUND);
    assert_int_equal(gmi_lines_open(&lines, folder, &err), GM_ERR_IO);
    assert_non_null(strstr(err.message, "is a folder"));
}

static void out_of_memory_is_told(void **state)
{
    (void)state;
    const char *path = put("t", "a\nb\n");
    long allocations = 0;
    for (;; allocations++) {
        struct gmi_lines lines;
        gmi_memory_fail_after(allocations);
        const gm_status status = gmi_lines_open(&lines, path, NULL);
        gmi_memory_fail_after(-1);
        if (status == GM_OK) {
            gmi_lines_close(&lines);
            break;
        }
        assert_int_equal(status, GM_ERR_MEMORY);
    }
    assert_true(allocations >= 3);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, \
                                                   remove_folder)
    const struct CMUnitTest tests[] = {
        TEST(lines_end_in_any_usual_way),
        TEST(lines_go_on_from_block_to_block),
        TEST(a_line_that_has_no_end_is_damage),
        TEST(what_cannot_be_opened_is_told),
        TEST(out_of_memory_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
