/* SPDX-License-Identifier: MIT */
/* src/read/tsv.c: a document from id, tab, text. */
#include "read/tsv.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

/* Up to four lines live at a time. */
static struct gmi_line line_of(const char *text)
{
    static char copies[4][64];
    static size_t next;
    char *copy = strcpy(copies[next++ % 4], text);
    return (struct gmi_line){.path = "f.tsv",
                             .number = 9,
                             .offset = 100,
                             .text = copy,
                             .length = strlen(text)};
}

static void assert_document(const char *text, const char *id,
                            const char *expected)
{
    struct gmi_line line = line_of(text);
    gm_document *doc;
    gm_error err;
    assert_int_equal(gm_document_create(&doc, &err), GM_OK);
    assert_int_equal(gmi_tsv_document(&line, doc, &err), GM_OK);
    assert_string_equal(gm_document_id(doc), id);
    assert_string_equal(gm_document_text(doc, NULL), expected);
    gm_document_free(doc);
}

static void text_is_all_behind_the_first_tab(void **state)
{
    (void)state;
    assert_document("k\tA \"b\"\tc\\n", "k", "A \"b\"\tc\\n");
    assert_document("k\t", "k", "");
    assert_document("\tA", "f.tsv:9", "A");
}

static void header_is_id_and_text_in_any_case(void **state)
{
    (void)state;
    const struct gmi_line header = line_of("ID\tText");
    const struct gmi_line other = line_of("id\ttext of it");
    assert_true(gmi_tsv_is_header(&header));
    assert_false(gmi_tsv_is_header(&other));
}

static void no_tab_and_bad_bytes_are_refused(void **state)
{
    (void)state;
    gm_document *doc;
    gm_error err;
    assert_int_equal(gm_document_create(&doc, &err), GM_OK);
    struct gmi_line no_tab = line_of("abc");
    assert_int_equal(gmi_tsv_document(&no_tab, doc, &err), GM_ERR_SYNTAX);
    assert_int_equal(err.line, 9);
    struct gmi_line bad = line_of("k\tab\xff");
    assert_int_equal(gmi_tsv_document(&bad, doc, &err), GM_ERR_UTF8);
    assert_int_equal(err.line, 9);
    assert_int_equal(err.byte, 104);
    gm_document_free(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_all_behind_the_first_tab),
        cmocka_unit_test(header_is_id_and_text_in_any_case),
        cmocka_unit_test(no_tab_and_bad_bytes_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
