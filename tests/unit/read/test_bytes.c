/* SPDX-License-Identifier: MIT */
/* src/read/bytes.c: lines and whole inputs, packed or not. */
#include "read/bytes.h"

#include "scratch.h"

#include <fcntl.h>

static struct gmi_read_shared shared;

static void open_good(struct gmi_bytes *bytes, const char *path)
{
    gm_error err = {0};
    assert_int_equal(gmi_bytes_open(bytes, path, &shared, &err), GM_OK);
}

static void assert_lines(const char *path, const char *const *lines)
{
    struct gmi_bytes bytes = {.fd = -1};
    struct gmi_buffer line = {0};
    gm_error err;
    open_good(&bytes, path);
    for (; *lines; lines++) {
        assert_int_equal(gmi_bytes_line(&bytes, &line, &err), GM_OK);
        assert_string_equal(line.data ? line.data : "", *lines);
    }
    assert_int_equal(gmi_bytes_line(&bytes, &line, &err), GM_END);
    assert_int_equal(gmi_bytes_line(&bytes, &line, &err), GM_END);
    gmi_buffer_release(&line);
    gmi_bytes_release(&bytes);
}

static void lines_end_in_lf_or_crlf_and_the_last_needs_none(void **state)
{
    (void)state;
    assert_lines(scratch_text("a", "one\ntwo\r\n\nthree"),
                 (const char *[]){"one", "two", "", "three", NULL});
    assert_lines(scratch_text("b", "one\n"), (const char *[]){"one", NULL});
    assert_lines(scratch_text("c", ""), (const char *[]){NULL});
    assert_lines(scratch_text("d", "a\rb\n"), (const char *[]){"a\rb", NULL});
}

static void byte_order_mark_is_skipped_but_counted(void **state)
{
    (void)state;
    struct gmi_bytes bytes = {.fd = -1};
    struct gmi_buffer line = {0};
    open_good(&bytes, scratch_text("a", "\xef\xbb\xbfone\n"));
    assert_int_equal(bytes.offset, 3);
    assert_int_equal(gmi_bytes_line(&bytes, &line, NULL), GM_OK);
    assert_string_equal(line.data, "one");
    assert_int_equal(bytes.offset, 7);
    gmi_buffer_release(&line);
    gmi_bytes_release(&bytes);
}

static void gzip_is_unpacked_and_members_are_joined(void **state)
{
    (void)state;
    const char *path = scratch_gzip("a.gz", "one\ntw", "wb");
    scratch_gzip("a.gz", "o\nthree\n", "ab");
    assert_lines(path, (const char *[]){"one", "two", "three", NULL});
    assert_lines(scratch_gzip("named-otherwise", "x\n", "wb"),
                 (const char *[]){"x", NULL});
    assert_lines(scratch_gzip("empty.gz", "", "wb"), (const char *[]){NULL});
    assert_lines(scratch_gzip("mark.gz", "\xef\xbb\xbfx", "wb"),
                 (const char *[]){"x", NULL});
}

static gm_status read_all(const char *path, struct gmi_buffer *out,
                          gm_error *err)
{
    struct gmi_bytes bytes = {.fd = -1};
    gm_status status = gmi_bytes_open(&bytes, path, &shared, err);
    if (!status)
        status = gmi_bytes_all(&bytes, out, err);
    gmi_bytes_release(&bytes);
    return status;
}

static void broken_gzip_is_an_error_at_every_length(void **state)
{
    (void)state;
    const char *path = scratch_gzip("a.gz", "some text, some more text", "wb");
    char packed[256];
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    const size_t size = fread(packed, 1, sizeof packed, file);
    fclose(file);
    struct gmi_buffer out = {0};
    gm_error err;
    for (size_t length = 2; length < size; length++) {
        assert_int_equal(
            read_all(scratch_write("cut.gz", packed, length), &out, &err),
            GM_ERR_SYNTAX);
        assert_non_null(strstr(err.message, "truncated gzip data in '"));
    }
    packed[size / 2] ^= 0x55;
    assert_int_equal(
        read_all(scratch_write("bad.gz", packed, size), &out, &err),
        GM_ERR_SYNTAX);
    assert_non_null(strstr(err.message, "damaged gzip data in '"));
    assert_int_equal(read_all(scratch_text("not.gz", "text"), &out, &err),
                     GM_ERR_SYNTAX);
    assert_non_null(strstr(err.message, "no gzip data in '"));
    gmi_buffer_release(&out);
}

static void binary_files_are_told(void **state)
{
    (void)state;
    struct gmi_buffer out = {0};
    gm_error err;
    assert_int_equal(read_all(scratch_write("a.txt", "ab\0cd", 5), &out, &err),
                     GM_ERR_UTF8);
    assert_non_null(strstr(err.message, "binary file '"));
    assert_int_equal(err.byte, 2);
    assert_int_equal(read_all(scratch_write("b.txt",
                                            "\xff\xfe"
                                            "a\0b\0",
                                            6),
                              &out, &err),
                     GM_ERR_UTF8);
    assert_non_null(strstr(err.message, "UTF-16"));
    gmi_buffer_release(&out);
}

static void missing_and_unreadable_are_errors_of_the_system(void **state)
{
    (void)state;
    struct gmi_buffer out = {0};
    gm_error err;
    assert_int_equal(read_all(scratch_path("none"), &out, &err),
                     GM_ERR_NOT_FOUND);
    assert_non_null(strstr(err.message, "cannot open '"));
    assert_int_equal(read_all(scratch_mkdir("folder"), &out, &err), GM_ERR_IO);
    gmi_buffer_release(&out);
}

static void whole_input_spans_many_blocks(void **state)
{
    (void)state;
    const size_t size = 700 * 1000 + 13;
    char *data = malloc(size);
    assert_non_null(data);
    for (size_t i = 0; i < size; i++)
        data[i] = (char)('a' + i % 23);
    struct gmi_buffer out = {0};
    gm_error err;
    assert_int_equal(read_all(scratch_write("a", data, size), &out, &err),
                     GM_OK);
    assert_int_equal(out.length, size);
    assert_memory_equal(out.data, data, size);
    free(data);
    gmi_buffer_release(&out);
}

/* A sparse file of spaces cannot be had; one of 'x' is written. */
static const char *write_large(size_t size, const char *end)
{
    const char *path = scratch_path("large");
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    static char block[1 << 20];
    memset(block, 'x', sizeof block);
    for (size_t left = size; left;) {
        const size_t part = left < sizeof block ? left : sizeof block;
        assert_int_equal(fwrite(block, 1, part, file), part);
        left -= part;
    }
    fputs(end, file);
    assert_int_equal(fclose(file), 0);
    return path;
}

static void line_over_the_ceiling_is_skipped_alone(void **state)
{
    (void)state;
    struct gmi_bytes bytes = {.fd = -1};
    struct gmi_buffer line = {0};
    gm_error err;
    open_good(&bytes, write_large(GMI_DOCUMENT_MAX + 1, "\nnext\n"));
    assert_int_equal(gmi_bytes_line(&bytes, &line, &err), GM_ERR_UNSUPPORTED);
    assert_non_null(strstr(err.message, "line over 64 MiB in '"));
    assert_int_equal(gmi_bytes_line(&bytes, &line, &err), GM_OK);
    assert_string_equal(line.data, "next");
    gmi_bytes_close(&bytes);
    open_good(&bytes, write_large(GMI_DOCUMENT_MAX, "\n"));
    assert_int_equal(gmi_bytes_line(&bytes, &line, &err), GM_OK);
    assert_int_equal(line.length, GMI_DOCUMENT_MAX);
    gmi_buffer_release(&line);
    gmi_bytes_release(&bytes);
}

static void text_over_the_ceiling_is_an_error(void **state)
{
    (void)state;
    struct gmi_buffer out = {0};
    gm_error err;
    assert_int_equal(
        read_all(write_large(GMI_DOCUMENT_MAX + 1, ""), &out, &err),
        GM_ERR_UNSUPPORTED);
    assert_non_null(strstr(err.message, "text over 64 MiB in '"));
    gmi_buffer_release(&out);
}

static void waiting_for_a_pipe_can_be_cancelled(void **state)
{
    (void)state;
    const char *path = scratch_path("pipe");
    assert_int_equal(mkfifo(path, 0600), 0);
    /* Opened for both, it has a writer that never writes. */
    const int writer = open(path, O_RDWR);
    assert_true(writer >= 0);
    struct gmi_read_shared cancelled = {.is_cancelled = true};
    struct gmi_bytes bytes = {.fd = -1};
    gm_error err;
    assert_int_equal(gmi_bytes_open(&bytes, path, &cancelled, &err),
                     GM_ERR_CANCELLED);
    close(writer);
    gmi_bytes_release(&bytes);
}

#define TEST(function)                                                         \
    cmocka_unit_test_setup_teardown(function, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(lines_end_in_lf_or_crlf_and_the_last_needs_none),
        TEST(byte_order_mark_is_skipped_but_counted),
        TEST(gzip_is_unpacked_and_members_are_joined),
        TEST(broken_gzip_is_an_error_at_every_length),
        TEST(binary_files_are_told),
        TEST(missing_and_unreadable_are_errors_of_the_system),
        TEST(whole_input_spans_many_blocks),
        TEST(line_over_the_ceiling_is_skipped_alone),
        TEST(text_over_the_ceiling_is_an_error),
        TEST(waiting_for_a_pipe_can_be_cancelled),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
