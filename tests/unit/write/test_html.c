/* SPDX-License-Identifier: MIT */
/* The report: its text and marks, its data, and what hostile input does. */
#include "base/memory.h"
#include "text/utf8.h"

#include "fake.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static gm_mention at(int place, size_t start, size_t end)
{
    gm_mention mention = mention_of(place, "x");
    mention.byte_start = start;
    mention.byte_end = end;
    return mention;
}

/* A report without Leaflet, unless a folder has it. */
static char *report(const char *folder, const char *text,
                    const gm_mention *mentions, size_t count)
{
    gm_write_options options;
    gm_write_options_init(&options);
    options.unresolved = true;
    options.data_directory = folder;
    fake_text = text;
    char *page = write_mentions("html", &options, mentions, count);
    fake_text = "";
    assert_int_equal(gmi_utf8_check(page, strlen(page)), strlen(page));
    return page;
}

/* What stands between the tags of the one text. */
static void assert_marked(const char *text, const gm_mention *mentions,
                          size_t count, const char *expected)
{
    char *page = report(NULL, text, mentions, count);
    char *start = strstr(page, "<div class=\"text\" lang=\"\">");
    assert_non_null(start);
    start += strlen("<div class=\"text\" lang=\"\">");
    char *end = strstr(start, "</div>\n</article>");
    assert_non_null(end);
    *end = '\0';
    assert_string_equal(start, expected);
    free(page);
}

#define A(more)                                                                \
    "<a class=\"m u0" more "\" href=\"#p0\" data-p=\"0\" data-c=\"98\">"
#define B    "<a class=\"m u0\" href=\"#p1\" data-p=\"1\" data-c=\"98\">"
#define NONE "<span class=\"m u0 x\" data-c=\"25\">"

static void mentions_are_links_to_their_places(void **state)
{
    (void)state;
    gm_mention mentions[] = {at(YEREVAN, 5, 11), at(SHUSHA, 13, 15),
                             unresolved("x")};
    mentions[2].byte_start = 0;
    mentions[2].byte_end = 1;
    assert_marked("I<3  Yerevan &Co", mentions, 3,
                  NONE "I</span>&lt;3  " A("") "Yereva</a>n " B "&amp;C</a>o");
}

static void a_mention_in_another_is_not_nested(void **state)
{
    (void)state;
    const gm_mention inner[] = {at(YEREVAN, 2, 8), at(SHUSHA, 4, 6)};
    assert_marked("abcdefghij", inner, 2,
                  "ab" A("") "cd</a>" B "ef</a>" A(" more") "gh</a>ij");
    const gm_mention crossing[] = {at(YEREVAN, 2, 6), at(SHUSHA, 4, 8)};
    assert_marked("abcdefghij", crossing, 2,
                  "ab" A("") "cd</a>" B "efgh</a>ij");
    const gm_mention same_start[] = {at(YEREVAN, 2, 4), at(SHUSHA, 2, 6)};
    assert_marked("abcdefghij", same_start, 2,
                  "ab" A("") "cd</a>" B "ef</a>ghij");
}

static void mentions_out_of_order_or_out_of_the_text_do_no_harm(void **state)
{
    (void)state;
    const gm_mention mentions[] = {at(YEREVAN, 8, 99), at(SHUSHA, 3, 3),
                                   at(SHUSHA, 1, 2), at(SHUSHA, 50, 60)};
    assert_marked("abcdefghij", mentions, 4,
                  "a" B "b</a>cdefgh" A("") "ij</a>");
}

static void deep_nesting_ends_somewhere(void **state)
{
    (void)state;
    enum { COUNT = 100 };
    char text[2 * COUNT + 1];
    gm_mention mentions[COUNT];
    memset(text, 'a', sizeof text);
    text[2 * COUNT] = '\0';
    for (size_t i = 0; i < COUNT; i++)
        mentions[i] = at(YEREVAN, i, 2 * COUNT - i);
    char *page = report(NULL, text, mentions, COUNT);
    size_t letters = 0;
    for (const char *p = strstr(page, "lang=\"\">") + 8; *p != '\n'; p++) {
        if (*p == '<')
            p += strcspn(p, ">");
        else
            letters++;
    }
    assert_int_equal(letters, 2 * COUNT);
    free(page);
}

static void a_long_text_is_whole(void **state)
{
    (void)state;
    enum { LENGTH = 300000 };
    char *text = calloc(LENGTH + 1, 1);
    for (size_t i = 0; i + 2 <= LENGTH; i += 2)
        memcpy(text + i, "Ե", 2);
    const gm_mention mentions[] = {at(YEREVAN, 100, 290000)};
    char *page = report(NULL, text, mentions, 1);
    size_t letters = 0;
    for (const char *p = page; (p = strstr(p, "Ե")); p += 2)
        letters++;
    assert_int_equal(letters, LENGTH / 2);
    free(page);
    free(text);
}

static void hostile_names_and_texts_stay_text(void **state)
{
    (void)state;
    const gm_mention mentions[] = {at(HOSTILE, 0, 8), at(QUOTED, 20, 30)};
    char *page = report(
        NULL, "<script>alert(1)</script><img src=x onerror=alert(2)>\x01",
        mentions, 2);
    assert_null(strstr(page, "<script>alert"));
    assert_null(strstr(page, "<img"));
    assert_null(strchr(page, '\x01'));
    assert_null(strchr(page, '\x1b'));
    free(page);
}

static void ids_of_documents_stay_text(void **state)
{
    (void)state;
    const gm_document docs[] = {{"<b>\x1b[31m\n\"'", NULL, 0},
                                {"b.txt", NULL, 0}};
    char *page = write_documents("html", NULL, docs, 2);
    assert_non_null(strstr(page, "<article id=\"d1\">\n<h2><bdi>"
                                 "&lt;b&gt; [31m &quot;&#39;</bdi></h2>"));
    assert_non_null(strstr(page, "<article id=\"d2\">\n<h2><bdi>b.txt"));
    free(page);
}

static void a_document_is_called_by_its_title(void **state)
{
    (void)state;
    const gm_document docs[] = {{"b.txt", NULL, 0}};
    fake_title = "<i>News";
    fake_date = "1 < 2";
    char *page = write_documents("html", NULL, docs, 1);
    fake_title = fake_date = "";
    assert_non_null(strstr(page, "<h2><bdi>&lt;i&gt;News</bdi></h2>\n"
                                 "<p class=\"about\"><bdi>b.txt</bdi> "
                                 "<bdi>1 &lt; 2</bdi></p>"));
    free(page);
}

/* The data between its tags holds nothing that could be one. */
static void data_cannot_end_its_element(void **state)
{
    (void)state;
    static const char BEGIN[] =
        "<script type=\"application/json\" id=\"data\">";
    const gm_mention mentions[] = {at(HOSTILE, 0, 1), at(QUOTED, 1, 2),
                                   at(POINTLESS, 2, 3), at(TOKYO, 3, 4)};
    char *page = report(NULL, "abcdef", mentions, 4);
    char *data = strstr(page, BEGIN);
    assert_non_null(data);
    data += strlen(BEGIN);
    char *end = strchr(data, '<');
    assert_non_null(end);
    assert_memory_equal(end, "</script>\n<script>", 18);
    *end = '\0';
    assert_non_null(strstr(data, "\"Saint-\\\"Denis\\\", Île\""));
    assert_non_null(strstr(data, "[3,\"東京\",\"Tōkyō, JP\","
                                 "\"geonames:1850147\",\"P.PPLC\",\"JP\","
                                 "139.69171,35.6895,30,9733276,1]"));
    assert_non_null(strstr(data, "\"H.OCN\",\"\",null,null,null,0,1]"));
    free(page);
}

static void nothing_is_allowed_but_what_is_in_the_page(void **state)
{
    (void)state;
    char *page = report(NULL, "", NULL, 0);
    assert_non_null(strstr(page, "content=\"default-src 'none'; "
                                 "style-src 'sha256-"));
    assert_null(strstr(page, "unsafe"));
    assert_null(strstr(page, " style=\""));
    assert_null(strstr(page, " src=\""));
    assert_null(strstr(page, "<link"));
    assert_null(strstr(page, "url(http"));
    assert_non_null(strstr(page, "<svg")); /* in place of Leaflet */
    free(page);
}

/* ---- Leaflet ------------------------------------------------------------ */

static char folder[] = "/tmp/geomention-html-XXXXXX";

static void put_leaflet(const char *text)
{
    char path[64];
    snprintf(path, sizeof path, "%s/leaflet.html", folder);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static void leaflet_stands_in_the_page_where_it_is(void **state)
{
    (void)state;
    put_leaflet("<!-- geomention leaflet 1 sha256-AAAA= sha256-BBBB= -->\n"
                "<style>.leaflet{}</style>\n<script>var L;</script>\n");
    char *page = report(folder, "", NULL, 0);
    assert_non_null(strstr(page, " 'sha256-AAAA='; script-src "));
    assert_non_null(strstr(page, " 'sha256-BBBB='; base-uri"));
    assert_non_null(strstr(page, "<style>.leaflet{}</style>"));
    assert_non_null(strstr(page, "\n<script>var L;</script>\n<script>"));
    assert_non_null(strstr(page, "<div id=\"map\"></div>"));
    assert_non_null(strstr(page, "Leaflet (BSD-2-Clause)"));
    assert_null(strstr(page, "<svg"));
    free(page);
}

static void a_damaged_leaflet_is_an_error(void **state)
{
    (void)state;
    static const char *const BAD[] = {
        "",
        "<!-- geomention leaflet 2 sha256-AAAA= sha256-BBBB= -->\n",
        "<!-- geomention leaflet 1 sha256-AAAA= sha256-BBBB= -->\n",
        "<!-- geomention leaflet 1 sha256-AAAA=\n<script>",
        "<!-- geomention leaflet 1 sha256-A'A= sha256-BBBB= -->\n<script>",
        "<!-- geomention leaflet 1 "};
    for (size_t i = 0; i < sizeof BAD / sizeof BAD[0]; i++) {
        gm_write_options options;
        gm_write_options_init(&options);
        options.data_directory = folder;
        gm_writer *writer = NULL;
        gm_error err = {0};
        put_leaflet(BAD[i]);
        assert_int_equal(
            gm_writer_create("html", stdout, NULL, &options, &writer, &err),
            GM_ERR_DAMAGED);
        assert_null(writer);
    }
}

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **state)
{
    char path[64];
    (void)state;
    snprintf(path, sizeof path, "%s/leaflet.html", folder);
    unlink(path);
    return rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mentions_are_links_to_their_places),
        cmocka_unit_test(a_mention_in_another_is_not_nested),
        cmocka_unit_test(mentions_out_of_order_or_out_of_the_text_do_no_harm),
        cmocka_unit_test(deep_nesting_ends_somewhere),
        cmocka_unit_test(a_long_text_is_whole),
        cmocka_unit_test(hostile_names_and_texts_stay_text),
        cmocka_unit_test(ids_of_documents_stay_text),
        cmocka_unit_test(a_document_is_called_by_its_title),
        cmocka_unit_test(data_cannot_end_its_element),
        cmocka_unit_test(nothing_is_allowed_but_what_is_in_the_page),
        cmocka_unit_test(leaflet_stands_in_the_page_where_it_is),
        cmocka_unit_test(a_damaged_leaflet_is_an_error),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
