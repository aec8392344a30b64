/* SPDX-License-Identifier: MIT */
/* src/read/jsonl.c: a document from a line of JSON. */
#include "read/jsonl.h"

#include "base/memory.h"
#include "document/document.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <string.h>

static gm_document *doc;
static gm_error err;

static int setup(void **state)
{
    (void)state;
    return gm_document_create(&doc, NULL) ? -1 : 0;
}

static int teardown(void **state)
{
    (void)state;
    gm_document_free(doc);
    return 0;
}

static gm_status read_text(const char *text)
{
    static char copy[16 * 1024];
    const struct gmi_line line = {.path = "f.jsonl",
                                  .number = 3,
                                  .text = strcpy(copy, text),
                                  .length = strlen(text)};
    return gmi_jsonl_document(&line, doc, &err);
}

static void assert_refused(const char *text, const char *cause)
{
    assert_int_not_equal(read_text(text), GM_OK);
    assert_int_equal(err.line, 3);
    if (!strstr(err.message, cause) ||
        !strstr(err.message, "in 'f.jsonl', line 3"))
        fail_msg("'%s' for %s", err.message, text);
}

static void id_is_text_or_integer_or_made_from_the_line(void **state)
{
    (void)state;
    assert_int_equal(read_text("{\"id\":\"a b\",\"text\":\"x\"}"), GM_OK);
    assert_string_equal(gm_document_id(doc), "a b");
    assert_int_equal(read_text("{\"id\":-17,\"text\":\"x\"}"), GM_OK);
    assert_string_equal(gm_document_id(doc), "-17");
    assert_int_equal(read_text("{\"text\":\"x\"}"), GM_OK);
    assert_string_equal(gm_document_id(doc), "f.jsonl:3");
    assert_int_equal(read_text("{\"id\":null,\"text\":\"x\"}"), GM_OK);
    assert_string_equal(gm_document_id(doc), "f.jsonl:3");
    assert_int_equal(read_text("{\"id\":\"\",\"text\":\"x\"}"), GM_OK);
    assert_string_equal(gm_document_id(doc), "f.jsonl:3");
    assert_refused("{\"id\":[],\"text\":\"x\"}", "\"id\"");
    assert_refused("{\"id\":1.5,\"text\":\"x\"}", "\"id\"");
}

static void title_and_date_are_kept_as_they_are(void **state)
{
    (void)state;
    assert_int_equal(
        read_text("{\"title\":\"A \\u0535\",\"date\":\"2024-05-01\","
                  "\"text\":\"x\"}"),
        GM_OK);
    assert_string_equal(gm_document_title(doc), "A Ե");
    assert_string_equal(gm_document_date(doc), "2024-05-01");
    assert_int_equal(read_text("{\"date\":1915,\"text\":\"x\"}"), GM_OK);
    assert_string_equal(gm_document_title(doc), "");
    assert_string_equal(gm_document_date(doc), "1915");
    assert_int_equal(
        read_text("{\"title\":[],\"date\":{},\"text\":\"x\"}"), GM_OK);
    assert_string_equal(gm_document_title(doc), "");
    assert_string_equal(gm_document_date(doc), "");
}

static void other_members_are_ignored(void **state)
{
    (void)state;
    assert_int_equal(
        read_text("{\"url\":{\"a\":[1,2]},\"author\":7,\"text2\":null,"
                  "\"text\":\"\\u0535\\\\n\"}"),
        GM_OK);
    assert_string_equal(gm_document_text(doc, NULL), "Ե\\n");
    assert_int_equal(gm_document_mention_count(doc), 0);
    assert_false(doc->is_given);
}

static void country_is_one_or_several_in_any_case(void **state)
{
    (void)state;
    assert_int_equal(read_text("{\"text\":\"\",\"country\":\"am\"}"), GM_OK);
    assert_int_equal(doc->bias.country_count, 1);
    assert_string_equal(doc->bias.countries[0], "AM");
    assert_int_equal(read_text("{\"text\":\"\",\"country\":[\"AM\",\"AZ\"]}"),
                     GM_OK);
    assert_int_equal(doc->bias.country_count, 2);
    assert_refused("{\"text\":\"\",\"country\":\"Armenia\"}", "no country");
    assert_refused("{\"text\":\"\",\"country\":[1]}", "\"country\"");
}

static void near_is_a_point_and_maybe_a_distance(void **state)
{
    (void)state;
    assert_int_equal(read_text("{\"text\":\"\",\"near\":[44.5,40]}"), GM_OK);
    assert_true(doc->bias.near_longitude == 44.5);
    assert_true(doc->bias.near_latitude == 40);
    assert_true(doc->bias.near_km == 100);
    assert_int_equal(read_text("{\"text\":\"\",\"near\":[44.5,40,7]}"), GM_OK);
    assert_true(doc->bias.near_km == 7);
    assert_int_equal(read_text("{\"text\":\"\",\"near\":null}"), GM_OK);
    assert_true(isnan(doc->bias.near_longitude));
    assert_refused("{\"text\":\"\",\"near\":[1]}", "\"near\"");
    assert_refused("{\"text\":\"\",\"near\":[1,2,3,4]}", "\"near\"");
    assert_refused("{\"text\":\"\",\"near\":[1,\"2\"]}", "\"near\"");
    assert_refused("{\"text\":\"\",\"near\":{\"lon\":1}}", "\"near\"");
    assert_refused("{\"text\":\"\",\"near\":[1,91]}", "latitude");
}

static void mentions_are_given_even_when_there_are_none(void **state)
{
    (void)state;
    assert_int_equal(read_text("{\"text\":\"x\",\"mentions\":[]}"), GM_OK);
    assert_true(doc->is_given);
    assert_int_equal(
        read_text("{\"text\":\"Երևան is\",\"mentions\":[{\"start\":0,\"end\":"
                  "5,\"note\":1}]}"),
        GM_OK);
    assert_int_equal(gm_document_mention_count(doc), 1);
    const gm_mention *mention = gm_document_mention_at(doc, 0);
    assert_string_equal(mention->text, "Երևան");
    assert_int_equal(mention->byte_end, 10);
}

static void mentions_outside_the_text_are_refused(void **state)
{
    (void)state;
    assert_refused("{\"text\":\"x\",\"mentions\":{}}", "\"mentions\"");
    assert_refused("{\"text\":\"x\",\"mentions\":[7]}", "\"start\"");
    assert_refused("{\"text\":\"x\",\"mentions\":[{\"start\":0}]}",
                   "\"start\"");
    assert_refused("{\"text\":\"x\",\"mentions\":[{\"start\":-1,\"end\":1}]}",
                   "\"start\"");
    assert_refused("{\"text\":\"x\",\"mentions\":[{\"start\":0,\"end\":2}]}",
                   "");
    assert_refused("{\"text\":\"x\",\"mentions\":[{\"start\":1,\"end\":1}]}",
                   "");
}

static void what_is_no_json_is_refused_with_its_cause(void **state)
{
    (void)state;
    assert_refused("{\"text\":\"x\"", "truncated JSON");
    assert_refused("{\"text\":\"x", "truncated JSON");
    assert_refused("{'text':'x'}", "bad JSON (");
    assert_refused("{\"text\":\"x\"} {", "bad JSON (");
    assert_refused("7", "bad JSON");
    assert_refused("[\"text\"]", "no JSON object");
    assert_refused("{\"text\":\"\\ud800\"}", "bad JSON (");
    char deep[10002];
    memset(deep, '[', sizeof deep - 1);
    deep[sizeof deep - 1] = '\0';
    assert_refused(deep, "bad JSON (");
}

static void a_text_may_hold_a_nul(void **state)
{
    (void)state;
    size_t length;
    assert_int_equal(read_text("{\"text\":\"a\\u0000b\"}"), GM_OK);
    assert_memory_equal(gm_document_text(doc, &length), "a\0b", 3);
    assert_int_equal(length, 3);
}

static void out_of_memory_is_told_at_each_allocation(void **state)
{
    (void)state;
    gm_status status = GM_ERR_MEMORY;
    for (long n = 0; status && n < 100; n++) {
        gm_document_free(doc);
        assert_int_equal(gm_document_create(&doc, NULL), GM_OK);
        gmi_memory_fail_after(n);
        status = read_text("{\"text\":\"Yerevan\",\"mentions\":[{\"start\":0,"
                           "\"end\":7}]}");
        gmi_memory_fail_after(-1);
        assert_true(status == GM_OK || status == GM_ERR_MEMORY);
    }
    assert_int_equal(status, GM_OK);
}

#define TEST(function)                                                         \
    cmocka_unit_test_setup_teardown(function, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(id_is_text_or_integer_or_made_from_the_line),
        TEST(title_and_date_are_kept_as_they_are),
        TEST(other_members_are_ignored),
        TEST(country_is_one_or_several_in_any_case),
        TEST(near_is_a_point_and_maybe_a_distance),
        TEST(mentions_are_given_even_when_there_are_none),
        TEST(mentions_outside_the_text_are_refused),
        TEST(what_is_no_json_is_refused_with_its_cause),
        TEST(a_text_may_hold_a_nul),
        TEST(out_of_memory_is_told_at_each_allocation),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
