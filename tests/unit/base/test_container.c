/* SPDX-License-Identifier: MIT */
/* The container of compiled files. */
#include "base/container.h"

#include "base/memory.h"
#include "scratch.h"

#define KIND GMI_TAG('T', 'E', 'S', 'T')
#define ONE  GMI_TAG('O', 'N', 'E', ' ')
#define TWO  GMI_TAG('T', 'W', 'O', ' ')
#define NIL  GMI_TAG('N', 'I', 'L', ' ')

enum { MAJOR = 3, MINOR = 7, FILE_MAX = 8192 };

/* Sections: five numbers, ten bytes, nothing. */
static const char *write_container(const char *name)
{
    static const uint32_t numbers[] = {1, 2, 3, 4, 5};
    const char *path = scratch_path(name);
    struct gmi_container_writer writer;
    FILE *stream = fopen(path, "wb");
    assert_non_null(stream);
    assert_int_equal(
        gmi_container_begin(&writer, stream, KIND, MAJOR, MINOR, NULL), GM_OK);
    gmi_container_begin_section(&writer, ONE, sizeof *numbers);
    gmi_container_write(&writer, numbers, 2 * sizeof *numbers);
    gmi_container_write(&writer, numbers + 2, 3 * sizeof *numbers);
    gmi_container_begin_section(&writer, TWO, 1);
    gmi_container_write(&writer, "0123456789", 10);
    gmi_container_begin_section(&writer, NIL, 4);
    assert_int_equal(gmi_container_finish(&writer, NULL), GM_OK);
    gmi_container_writer_release(&writer);
    assert_int_equal(fclose(stream), 0);
    return path;
}

static void what_was_written_is_read(void **state)
{
    (void)state;
    struct gmi_container container;
    gm_error err = {0};
    const void *items;
    size_t count;
    const char *path = write_container("good");
    assert_int_equal(gmi_container_open(path, KIND, MAJOR, &container, &err),
                     GM_OK);
    assert_int_equal(container.minor, MINOR);
    assert_int_equal(gmi_container_verify(&container, &err), GM_OK);
    assert_int_equal(
        gmi_container_section(&container, ONE, 4, &items, &count, &err),
        GM_OK);
    assert_int_equal(count, 5);
    assert_int_equal(((const uint32_t *)items)[4], 5);
    assert_int_equal((uintptr_t)items % 64, 0);
    assert_int_equal(
        gmi_container_section(&container, TWO, 1, &items, &count, &err),
        GM_OK);
    assert_int_equal(count, 10);
    assert_memory_equal(items, "0123456789", 10);
    assert_int_equal(
        gmi_container_section(&container, NIL, 4, &items, &count, &err),
        GM_OK);
    assert_int_equal(count, 0);
    gmi_container_release(&container);
}

static void the_same_content_is_the_same_bytes(void **state)
{
    (void)state;
    static unsigned char a[FILE_MAX], b[FILE_MAX];
    const size_t a_size = scratch_read(write_container("a"), a, sizeof a);
    const size_t b_size = scratch_read(write_container("b"), b, sizeof b);
    assert_int_equal(a_size, b_size);
    assert_memory_equal(a, b, a_size);
}

static void a_section_that_is_missing_or_of_another_size_is_damage(void **state)
{
    (void)state;
    struct gmi_container container;
    const void *items = NULL;
    size_t count = 77;
    gm_error err = {0};
    assert_int_equal(gmi_container_open(write_container("good"), KIND, MAJOR,
                                        &container, NULL),
                     GM_OK);
    assert_int_equal(
        gmi_container_section(&container, KIND, 4, &items, &count, &err),
        GM_ERR_DAMAGED);
    assert_non_null(strstr(err.message, "'TEST' is missing"));
    assert_int_equal(
        gmi_container_section(&container, ONE, 8, &items, &count, &err),
        GM_ERR_DAMAGED);
    assert_null(items);
    assert_int_equal(count, 77);
    gmi_container_release(&container);
}

static void assert_open_fails(const char *path, gm_status expected,
                              const char *message)
{
    struct gmi_container container;
    gm_error err = {0};
    const gm_status status =
        gmi_container_open(path, KIND, MAJOR, &container, &err);
    if (!status)
        gmi_container_release(&container);
    assert_int_equal(status, expected);
    if (!strstr(err.message, message))
        fail_msg("'%s' does not say '%s'", err.message, message);
}

/* The good file with one byte changed. */
static const char *write_changed(size_t at, unsigned char mask)
{
    unsigned char bytes[FILE_MAX];
    const size_t size =
        scratch_read(write_container("good"), bytes, sizeof bytes);
    assert_true(at < size);
    bytes[at] ^= mask;
    const char *path = scratch_path("changed");
    scratch_write(path, bytes, size);
    return path;
}

static void another_kind_of_file_is_refused(void **state)
{
    (void)state;
    const char *path = scratch_path("text");
    scratch_write(path, "some text that is no compiled file, but long enough "
                        "for a header of sixty-four bytes", 84);
    assert_open_fails(path, GM_ERR_DAMAGED, "is not a compiled file");
    scratch_write(path, "short", 5);
    assert_open_fails(path, GM_ERR_DAMAGED, "too short");
    scratch_write(path, "", 0);
    assert_open_fails(path, GM_ERR_DAMAGED, "too short");
    assert_open_fails(scratch_path("none"), GM_ERR_NOT_FOUND, "no such file");
    assert_open_fails(write_changed(8, 1), GM_ERR_DAMAGED, "another kind");
}

static void another_major_version_is_refused(void **state)
{
    (void)state;
    const char *path = write_container("good");
    struct gmi_container container;
    gm_error err = {0};
    assert_int_equal(
        gmi_container_open(path, KIND, MAJOR + 1, &container, &err),
        GM_ERR_VERSION);
    assert_non_null(strstr(err.message, "version 3, this program reads 4"));
}

static void a_truncated_file_is_refused_at_every_length(void **state)
{
    (void)state;
    unsigned char bytes[FILE_MAX];
    const size_t size =
        scratch_read(write_container("good"), bytes, sizeof bytes);
    for (size_t length = 0; length < size; length += 13) {
        const char *path = scratch_path("cut");
        scratch_write(path, bytes, length);
        assert_open_fails(path, GM_ERR_DAMAGED, "cut");
    }
}

static void a_file_with_more_bytes_is_refused(void **state)
{
    (void)state;
    unsigned char bytes[FILE_MAX] = {0};
    const size_t size =
        scratch_read(write_container("good"), bytes, sizeof bytes);
    const char *path = scratch_path("grown");
    scratch_write(path, bytes, size + 1);
    assert_open_fails(path, GM_ERR_DAMAGED, "not the");
}

static void more_sections_than_there_can_be_are_refused(void **state)
{
    (void)state;
    const uint32_t counts[] = {33, 300, 1 << 27, UINT32_MAX};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        unsigned char bytes[FILE_MAX];
        const size_t size =
            scratch_read(write_container("good"), bytes, sizeof bytes);
        memcpy(bytes + offsetof(struct gmi_container_header, section_count),
               &counts[i], sizeof counts[i]);
        const char *path = scratch_path("many");
        scratch_write(path, bytes, size);
        assert_open_fails(path, GM_ERR_DAMAGED, "too many sections");
    }
}

static void a_changed_byte_of_header_or_table_is_found_at_opening(void **state)
{
    (void)state;
    const size_t head = 64 + 3 * 32;
    for (size_t at = 0; at < head; at++) {
        struct gmi_container container;
        const char *path = write_changed(at, 0x10);
        const gm_status status =
            gmi_container_open(path, KIND, MAJOR, &container, NULL);
        if (!status)
            fail_msg("byte %zu was changed and nobody saw", at);
    }
}

static void a_changed_byte_of_a_section_is_found_by_verify(void **state)
{
    (void)state;
    struct gmi_container container;
    const void *items;
    size_t count;
    gm_error err = {0};
    assert_int_equal(gmi_container_open(write_container("good"), KIND, MAJOR,
                                        &container, NULL),
                     GM_OK);
    assert_int_equal(
        gmi_container_section(&container, TWO, 1, &items, &count, NULL),
        GM_OK);
    const size_t at =
        (size_t)((const unsigned char *)items - container.map.data);
    gmi_container_release(&container);
    assert_int_equal(gmi_container_open(write_changed(at + 3, 1), KIND, MAJOR,
                                        &container, &err),
                     GM_OK);
    assert_int_equal(gmi_container_verify(&container, &err), GM_ERR_DAMAGED);
    assert_non_null(strstr(err.message, "'TWO '"));
    assert_int_equal(err.byte, at);
    gmi_container_release(&container);
}

static void a_forged_table_cannot_point_outside_the_file(void **state)
{
    (void)state;
    /* Strangers know how to make a checksum: the writer makes it here. */
    static const struct {
        uint64_t offset, size;
        uint32_t item_size;
        const char *message;
    } forged[] = {
        {UINT64_MAX - 63, 64, 1, "outside"}, {0, UINT64_MAX, 1, "outside"},
        {1 << 20, 0, 1, "outside"},          {64, 1150, 1, "outside"},
        {65, 1, 1, "misaligned"},
        {64, 10, 0, "misaligned"},           {64, 10, 4, "misaligned"},
    };
    for (size_t i = 0; i < sizeof forged / sizeof *forged; i++) {
        struct gmi_container_writer writer;
        const char *path = scratch_path("forged");
        FILE *stream = fopen(path, "wb");
        assert_non_null(stream);
        assert_int_equal(
            gmi_container_begin(&writer, stream, KIND, MAJOR, MINOR, NULL),
            GM_OK);
        gmi_container_begin_section(&writer, ONE, 1);
        gmi_container_write(&writer, "x", 1);
        gmi_container_begin_section(&writer, TWO, 1);
        writer.sections[0].offset = forged[i].offset;
        writer.sections[0].size = forged[i].size;
        writer.sections[0].item_size = forged[i].item_size;
        assert_int_equal(gmi_container_finish(&writer, NULL), GM_OK);
        gmi_container_writer_release(&writer);
        assert_int_equal(fclose(stream), 0);
        assert_open_fails(path, GM_ERR_DAMAGED, forged[i].message);
    }
}

static void a_stream_without_seeking_is_an_error(void **state)
{
    (void)state;
    struct gmi_container_writer writer;
    gm_error err = {0};
    FILE *stream = popen("cat >/dev/null", "w");
    assert_non_null(stream);
    assert_int_equal(
        gmi_container_begin(&writer, stream, KIND, MAJOR, MINOR, &err), GM_OK);
    assert_int_equal(gmi_container_finish(&writer, &err), GM_ERR_IO);
    gmi_container_writer_release(&writer);
    pclose(stream);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_written_is_read),
        cmocka_unit_test(the_same_content_is_the_same_bytes),
        cmocka_unit_test(
            a_section_that_is_missing_or_of_another_size_is_damage),
        cmocka_unit_test(another_kind_of_file_is_refused),
        cmocka_unit_test(another_major_version_is_refused),
        cmocka_unit_test(a_truncated_file_is_refused_at_every_length),
        cmocka_unit_test(a_file_with_more_bytes_is_refused),
        cmocka_unit_test(more_sections_than_there_can_be_are_refused),
        cmocka_unit_test(
            a_changed_byte_of_header_or_table_is_found_at_opening),
        cmocka_unit_test(a_changed_byte_of_a_section_is_found_by_verify),
        cmocka_unit_test(a_forged_table_cannot_point_outside_the_file),
        cmocka_unit_test(a_stream_without_seeking_is_an_error),
    };
    return cmocka_run_group_tests(tests, scratch_setup, scratch_teardown);
}
