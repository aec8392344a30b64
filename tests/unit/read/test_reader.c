/* SPDX-License-Identifier: MIT */
/* src/read/reader.c: documents out of files, folders and formats. */
#include "base/memory.h"
#include "include/geomention_io.h"

#include "scratch.h"

struct reading {
    gm_reader *reader;
    gm_document *doc;
    gm_error err;
};

static void begin(struct reading *reading, const char *const *paths,
                  size_t count, gm_input_format format)
{
    assert_int_equal(
        gm_reader_create(paths, count, format, &reading->reader, &reading->err),
        GM_OK);
    assert_int_equal(gm_document_create(&reading->doc, &reading->err), GM_OK);
}

static gm_status next(struct reading *reading)
{
    return gm_reader_next(reading->reader, reading->doc, &reading->err);
}

static void assert_document(struct reading *reading, const char *id,
                            const char *text)
{
    size_t length;
    assert_int_equal(next(reading), GM_OK);
    assert_string_equal(gm_document_id(reading->doc), id);
    assert_string_equal(gm_document_text(reading->doc, &length), text);
    assert_int_equal(length, strlen(text));
}

static void assert_failure(struct reading *reading, gm_status status,
                           const char *message)
{
    assert_int_equal(next(reading), status);
    assert_int_equal(reading->err.status, status);
    if (!strstr(reading->err.message, message))
        fail_msg("'%s' is not in '%s'", message, reading->err.message);
}

static void end(struct reading *reading)
{
    assert_int_equal(next(reading), GM_END);
    assert_int_equal(next(reading), GM_END);
    gm_reader_free(reading->reader);
    gm_document_free(reading->doc);
}

static void each_format_is_known_by_its_ending(void **state)
{
    (void)state;
    const char *paths[] = {
        scratch_text("a.txt", "Text\r\nof two lines\n"),
        scratch_text("b.html", "<p>One<p>S&atilde;o"),
        scratch_text("c.jsonl", "{\"id\":\"x\",\"text\":\"J\"}\n"),
        scratch_text("d.tsv", "id\ttext\nk\tV\tW\n"),
        scratch_text("unnamed", "{\"text\":1}"),
    };
    struct reading reading;
    begin(&reading, paths, 5, GM_INPUT_AUTO);
    assert_document(&reading, paths[0], "Text\r\nof two lines\n");
    assert_document(&reading, paths[1], "One\n\nSão");
    assert_document(&reading, "x", "J");
    assert_document(&reading, "k", "V\tW");
    assert_document(&reading, paths[4], "{\"text\":1}");
    end(&reading);
}

static void a_format_that_is_given_wins_over_the_ending(void **state)
{
    (void)state;
    const char *paths[] = {scratch_text("a.txt", "<b>x</b>")};
    struct reading reading;
    begin(&reading, paths, 1, GM_INPUT_HTML);
    assert_document(&reading, paths[0], "x");
    end(&reading);
}

static void empty_files_are_empty_documents_or_none(void **state)
{
    (void)state;
    const char *paths[] = {
        scratch_text("a.txt", ""), scratch_text("b.html", ""),
        scratch_text("c.jsonl", ""), scratch_text("d.tsv", "\n\n"),
        scratch_text("e.txt", "\xef\xbb\xbf")};
    struct reading reading;
    begin(&reading, paths, 5, GM_INPUT_AUTO);
    assert_document(&reading, paths[0], "");
    assert_document(&reading, paths[1], "");
    assert_document(&reading, paths[4], "");
    end(&reading);
}

static void no_paths_are_no_documents(void **state)
{
    (void)state;
    struct reading reading;
    begin(&reading, NULL, 0, GM_INPUT_AUTO);
    end(&reading);
}

static void folders_are_walked_and_the_files_around_them_too(void **state)
{
    (void)state;
    scratch_mkdir("d");
    scratch_text("d/b.txt", "B");
    scratch_text("d/a.tsv", "k\tA\n");
    const char *paths[] = {scratch_text("x", "X"), scratch_path("d"),
                           scratch_text("y", "Y")};
    char inner[300];
    snprintf(inner, sizeof inner, "%s/b.txt", paths[1]);
    struct reading reading;
    begin(&reading, paths, 3, GM_INPUT_AUTO);
    assert_document(&reading, paths[0], "X");
    assert_document(&reading, "k", "A");
    assert_document(&reading, inner, "B");
    assert_document(&reading, paths[2], "Y");
    end(&reading);
}

static void each_bad_input_is_one_error_and_the_rest_go_on(void **state)
{
    (void)state;
    scratch_mkdir("empty");
    scratch_text("empty/a.png", "");
    const char *paths[] = {
        scratch_path("none.txt"),
        scratch_text("bad.txt", "Erev\xff"
                                "an"),
        scratch_write("binary.txt",
                      "\x7f"
                      "ELF\0\0",
                      6),
        scratch_path("empty"),
        scratch_text("bad.html", "<p>\xc3("),
        scratch_text("good.txt", "good"),
    };
    struct reading reading;
    begin(&reading, paths, 6, GM_INPUT_AUTO);
    assert_failure(&reading, GM_ERR_NOT_FOUND, "cannot open '");
    assert_failure(&reading, GM_ERR_UTF8, "bad.txt', byte 4");
    assert_int_equal(reading.err.byte, 4);
    assert_failure(&reading, GM_ERR_UTF8, "binary file '");
    assert_failure(&reading, GM_ERR_NOT_FOUND, "no texts in '");
    assert_failure(&reading, GM_ERR_UTF8, "bad.html', byte 3");
    assert_document(&reading, paths[5], "good");
    end(&reading);
}

static void bad_bytes_are_counted_behind_the_byte_order_mark(void **state)
{
    (void)state;
    const char *paths[] = {scratch_text("a.txt", "\xef\xbb\xbf"
                                                 "ab\xff")};
    struct reading reading;
    begin(&reading, paths, 1, GM_INPUT_AUTO);
    assert_failure(&reading, GM_ERR_UTF8, "byte 5");
    end(&reading);
}

static void each_bad_line_is_one_error_and_the_next_is_read(void **state)
{
    (void)state;
    const char *paths[] = {
        scratch_text("a.jsonl", "{\"text\":\"one\"}\n"
                                "{\"text\":\"tw\n"
                                "\n"
                                "{\"text\":\"\xc3(\"}\n"
                                "[]\n"
                                "{\"id\":1}\n"
                                "{\"text\":\"last\"}"),
        scratch_text("b.tsv", "no tab\nk\t\xfe\nk\tgood\n"),
    };
    char id[300];
    struct reading reading;
    begin(&reading, paths, 2, GM_INPUT_AUTO);
    snprintf(id, sizeof id, "%s:1", paths[0]);
    assert_document(&reading, id, "one");
    assert_failure(&reading, GM_ERR_SYNTAX, "truncated JSON in '");
    assert_int_equal(reading.err.line, 2);
    assert_failure(&reading, GM_ERR_UTF8, "line 4, byte 37");
    assert_int_equal(reading.err.line, 4);
    assert_int_equal(reading.err.byte, 37);
    assert_failure(&reading, GM_ERR_SYNTAX, "no JSON object in '");
    assert_failure(&reading, GM_ERR_SYNTAX, "no string \"text\" in '");
    snprintf(id, sizeof id, "%s:7", paths[0]);
    assert_document(&reading, id, "last");
    assert_failure(&reading, GM_ERR_SYNTAX, "no tab between id and text");
    assert_failure(&reading, GM_ERR_UTF8, "line 2, byte 9");
    assert_document(&reading, "k", "good");
    end(&reading);
}

static void packed_lines_are_read_to_where_the_damage_is(void **state)
{
    (void)state;
    const char *path = scratch_gzip(
        "a.jsonl.gz", "{\"text\":\"one\"}\n{\"text\":\"two\"}\n", "wb");
    struct stat info;
    assert_int_equal(stat(path, &info), 0);
    assert_int_equal(truncate(path, info.st_size - 5), 0);
    const char *paths[] = {path, scratch_text("b.txt", "b")};
    struct reading reading;
    begin(&reading, paths, 2, GM_INPUT_AUTO);
    assert_int_equal(next(&reading), GM_OK);
    assert_int_equal(next(&reading), GM_OK);
    assert_failure(&reading, GM_ERR_SYNTAX, "truncated gzip data in '");
    assert_document(&reading, paths[1], "b");
    end(&reading);
}

static void position_reaches_the_size(void **state)
{
    (void)state;
    scratch_mkdir("d");
    scratch_text("d/a.txt", "12345");
    scratch_text("d/a.png", "123456789");
    const char *paths[] = {scratch_text("x.txt", "123"), scratch_path("d")};
    struct reading reading;
    begin(&reading, paths, 2, GM_INPUT_AUTO);
    assert_int_equal(gm_reader_size(reading.reader), 8);
    assert_int_equal(gm_reader_position(reading.reader), 0);
    assert_int_equal(next(&reading), GM_OK);
    assert_int_equal(gm_reader_position(reading.reader), 3);
    assert_int_equal(next(&reading), GM_OK);
    assert_int_equal(gm_reader_position(reading.reader), 8);
    end(&reading);
}

static void size_of_a_pipe_is_not_known(void **state)
{
    (void)state;
    const char *paths[] = {scratch_text("x.txt", "123"), "-"};
    struct reading reading;
    begin(&reading, paths, 2, GM_INPUT_AUTO);
    assert_int_equal(gm_reader_size(reading.reader), 0);
    gm_reader_free(reading.reader);
    gm_document_free(reading.doc);
}

static void cancelling_ends_the_reading(void **state)
{
    (void)state;
    const char *paths[] = {scratch_text("a.tsv", "a\tA\nb\tB\n")};
    struct reading reading;
    begin(&reading, paths, 1, GM_INPUT_AUTO);
    assert_document(&reading, "a", "A");
    gm_reader_cancel(reading.reader);
    assert_failure(&reading, GM_ERR_CANCELLED, "interrupted");
    gm_reader_free(reading.reader);
    gm_document_free(reading.doc);
}

static void once_warm_a_document_takes_no_memory(void **state)
{
    (void)state;
    const char *paths[] = {
        scratch_text("a.tsv", "a\tThe longest text\nb\tA text\n\tno id\n"),
        scratch_text("b.tsv", "a\tA text\n"),
        scratch_text("c.txt", "A text"),
    };
    struct reading reading;
    begin(&reading, paths, 3, GM_INPUT_AUTO);
    assert_int_equal(next(&reading), GM_OK);
    gmi_memory_fail_after(0);
    size_t read = 1;
    gm_status status;
    while ((status = next(&reading)) == GM_OK)
        read++;
    gmi_memory_fail_after(-1);
    assert_int_equal(status, GM_END);
    assert_int_equal(read, 5);
    end(&reading);
}

#define TEST(function)                                                         \
    cmocka_unit_test_setup_teardown(function, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(each_format_is_known_by_its_ending),
        TEST(a_format_that_is_given_wins_over_the_ending),
        TEST(empty_files_are_empty_documents_or_none),
        TEST(no_paths_are_no_documents),
        TEST(folders_are_walked_and_the_files_around_them_too),
        TEST(each_bad_input_is_one_error_and_the_rest_go_on),
        TEST(bad_bytes_are_counted_behind_the_byte_order_mark),
        TEST(each_bad_line_is_one_error_and_the_next_is_read),
        TEST(packed_lines_are_read_to_where_the_damage_is),
        TEST(position_reaches_the_size),
        TEST(size_of_a_pipe_is_not_known),
        TEST(cancelling_ends_the_reading),
        TEST(once_warm_a_document_takes_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
