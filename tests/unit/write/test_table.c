/* SPDX-License-Identifier: MIT */
/* The table for people. */
#include "write/display.h"

#include "fake.h"

static gm_write_options defaults(void)
{
    gm_write_options options;
    gm_write_options_init(&options);
    return options;
}

/* Every line of a text takes at most that many cells. */
static void assert_fits(const char *text, size_t width)
{
    for (const char *line = text; *line; line = strchr(line, '\n') + 1) {
        const size_t length = strcspn(line, "\n");
        const size_t taken = gmi_display_width(line, length);
        if (taken > width)
            fail_msg("%zu cells: %.*s", taken, (int)length, line);
    }
}

static void columns_are_aligned_by_display_width(void **state)
{
    (void)state;
    const gm_write_options options = defaults();
    gm_mention mentions[] = {mention_of(YEREVAN, "Երևան"),
                             mention_of(TOKYO, "東京"),
                             mention_of(SHUSHA, "S\u0327us\u0327a")};
    mentions[1].confidence = 0.5;
    assert_written(
        "table", &options, mentions, 3,
        "mention  use      name     feature  country  admin1   longitude  "
        "latitude  confidence\n"
        "Երևան    literal  Yerevan  P.PPLC   AM       Yerevan   44.51361  "
        "40.18111        0.98\n"
        "東京     literal  東京     P.PPLC   JP       Tōkyō    139.69171  "
        "35.68950        0.50\n"
        "S\u0327us\u0327a     literal  Şuşa     P.PPL    AZ       Shusha    "
        "46.74640  39.75850        0.98\n");
}

static void several_documents_have_a_column(void **state)
{
    (void)state;
    gm_write_options options = defaults();
    options.width = 0;
    const gm_mention mention = mention_of(SHUSHA, "Shusha");
    const gm_document docs[] = {{"a.txt", &mention, 1}, {"b.txt", NULL, 0}};
    char *text = write_documents("table", &options, docs, 2);
    assert_ptr_equal(strstr(text, "doc    mention"), text);
    assert_non_null(strstr(text, "\na.txt  Shusha"));
    free(text);
    text = write_documents("table", &options, docs, 1);
    assert_ptr_equal(strstr(text, "mention"), text);
    free(text);
}

static void half_of_a_point_is_not_shown(void **state)
{
    (void)state;
    gm_write_options options;
    gm_write_options_init(&options);
    const gm_mention mentions[] = {mention_of(YEREVAN, "Yerevan"),
                                   mention_of(TOKYO, "東京")};
    size_t with = 0, without = 0;
    for (size_t width = 20; width < 100; width++) {
        options.width = width;
        char *text = write_mentions("table", &options, mentions, 2);
        const bool has_longitude = strstr(text, "longitude") != NULL;
        assert_int_equal(has_longitude, strstr(text, "latitude") != NULL);
        with += has_longitude;
        without += !has_longitude;
        free(text);
    }
    assert_true(with > 20 && without > 10);
    options.width = 30;
    options.fields = (const char *const[]){"mention", "longitude"};
    options.field_count = 2;
    char *text = write_mentions("table", &options, mentions, 2);
    assert_non_null(strstr(text, "longitude")); /* who asks for it gets it */
    free(text);
}

static void a_narrow_terminal_is_not_overrun(void **state)
{
    (void)state;
    gm_write_options options = defaults();
    options.unresolved = true;
    const gm_mention mentions[] = {
        mention_of(YEREVAN, "the city of Yerevan, which is large"),
        mention_of(TOKYO, "東京東京東京東京東京東京東京"), unresolved("x"),
        mention_of(QUOTED, "Saint-Denis")};
    for (size_t width = 10; width < 140; width++) {
        options.width = width;
        char *text = write_mentions("table", &options, mentions, 4);
        assert_fits(text, width);
        free(text);
    }
}

static void what_is_cut_ends_in_an_ellipsis_and_numbers_are_whole(void **state)
{
    (void)state;
    gm_write_options options = defaults();
    options.fields = (const char *const[]){"mention", "longitude", "quote"};
    options.field_count = 3;
    options.width = 40;
    gm_mention mention = mention_of(YEREVAN, "東京東京東京東京東京東京");
    mention.quote = "A sentence that is longer than it should be.";
    assert_written("table", &options, &mention, 1,
                   "mention        longitude  quote\n"
                   "東京東京東京…   44.51361  A sentence th…\n");
}

static void eighty_columns_keep_what_matters(void **state)
{
    (void)state;
    gm_write_options options = defaults();
    options.width = 80;
    const gm_mention mention = mention_of(YEREVAN, "a city called Yerevan");
    char *text = write_mentions("table", &options, &mention, 1);
    assert_fits(text, 80);
    assert_non_null(strstr(text, "use"));
    assert_non_null(strstr(text, "country"));
    assert_non_null(strstr(text, "44.51361"));
    assert_non_null(strstr(text, "40.18111"));
    assert_non_null(strstr(text, "0.98"));
    assert_null(strstr(text, "admin1"));
    free(text);
}

static void fields_asked_for_by_name_are_not_hidden_for_others(void **state)
{
    (void)state;
    gm_write_options options = defaults();
    options.fields = (const char *const[]){"doc", "use", "admin1"};
    options.field_count = 3;
    options.width = 30;
    gm_mention mention = mention_of(YEREVAN, "x");
    char *text = write_mentions("table", &options, &mention, 1);
    assert_non_null(strstr(text, "doc"));
    assert_non_null(strstr(text, "use"));
    assert_non_null(strstr(text, "admin1"));
    free(text);
}

static void color_is_only_there_when_asked(void **state)
{
    (void)state;
    gm_write_options options = defaults();
    options.fields = (const char *const[]){"mention", "confidence"};
    options.field_count = 2;
    options.unresolved = true;
    gm_mention mentions[] = {mention_of(YEREVAN, "a"), mention_of(YEREVAN, "b"),
                             mention_of(YEREVAN, "c"), unresolved("d")};
    mentions[1].confidence = 0.6;
    mentions[2].confidence = 0.2;
    char *text = write_mentions("table", &options, mentions, 4);
    assert_null(strchr(text, '\033'));
    free(text);
    options.color = true;
    assert_written("table", &options, mentions, 4,
                   "\033[1mmention  confidence\033[0m\n"
                   "a        \033[32m      0.98\033[0m\n"
                   "b        \033[33m      0.60\033[0m\n"
                   "c        \033[31m      0.20\033[0m\n"
                   "\033[2md      \033[0m  \033[2m      0.25\033[0m\n");
}

static void hostile_text_gives_the_terminal_no_orders(void **state)
{
    (void)state;
    gm_write_options options = defaults();
    options.fields = (const char *const[]){"mention", "name"};
    options.field_count = 2;
    options.header = false;
    const gm_mention mention = mention_of(HOSTILE, "\x1b]0;x\x07\u202e");
    assert_written("table", &options, &mention, 1,
                   " ]0;x   a b c [31m\xef\xbf\xbd  \"\\\n");
}

static void coords_are_one_column(void **state)
{
    (void)state;
    gm_write_options options = defaults();
    options.coords = GM_COORDS_MGRS;
    const gm_mention mention = mention_of(SHUSHA, "Shusha");
    assert_written(
        "table", &options, &mention, 1,
        "mention  use      name  feature  country  admin1  coords           "
        "confidence\n"
        "Shusha   literal  Şuşa  P.PPL    AZ       Shusha  38SPK4960002412  "
        "      0.98\n");
}

static void candidates_are_listed_for_people(void **state)
{
    (void)state;
    gm_write_options options = defaults();
    options.fields = (const char *const[]){"mention", "candidates"};
    options.field_count = 2;
    options.candidates = 2;
    const gm_mention mention = mention_of(YEREVAN, "x");
    assert_written("table", &options, &mention, 1,
                   "mention  candidates\n"
                   "x        Yerevan (AM) 0.91; Nowhere 0.09\n");
}

static void after_a_thousand_rows_the_table_streams(void **state)
{
    (void)state;
    gm_write_options options = defaults();
    options.width = 100;
    enum { ROWS = 1500 };
    gm_mention *mentions = calloc(ROWS, sizeof *mentions);
    assert_non_null(mentions);
    for (size_t i = 0; i < ROWS; i++)
        mentions[i] = mention_of(YEREVAN, i < 1200 ? "x" : "much wider now");
    const gm_document doc = {"a.txt", mentions, ROWS};
    char *text = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&text, &length);
    gm_writer *writer = NULL;
    assert_int_equal(
        gm_writer_create("table", stream, NULL, &options, &writer, NULL),
        GM_OK);
    assert_int_equal(gm_writer_add(writer, &doc, NULL), GM_OK);
    fflush(stream);
    size_t lines = 0;
    for (const char *p = text; (p = strchr(p, '\n')) != NULL; p++)
        lines++;
    assert_int_equal(lines, ROWS + 1); /* before it is finished */
    assert_fits(text, 100);
    assert_non_null(strstr(text, "much w…"));
    assert_int_equal(gm_writer_finish(writer, NULL), GM_OK);
    gm_writer_free(writer);
    fclose(stream);
    free(text);
    free(mentions);
}

static void no_mention_leaves_the_header(void **state)
{
    (void)state;
    gm_write_options options = defaults();
    options.fields = (const char *const[]){"mention", "latitude"};
    options.field_count = 2;
    assert_written("table", &options, NULL, 0, "mention  latitude\n");
    options.header = false;
    assert_written("table", &options, NULL, 0, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_are_aligned_by_display_width),
        cmocka_unit_test(several_documents_have_a_column),
        cmocka_unit_test(half_of_a_point_is_not_shown),
        cmocka_unit_test(a_narrow_terminal_is_not_overrun),
        cmocka_unit_test(what_is_cut_ends_in_an_ellipsis_and_numbers_are_whole),
        cmocka_unit_test(eighty_columns_keep_what_matters),
        cmocka_unit_test(fields_asked_for_by_name_are_not_hidden_for_others),
        cmocka_unit_test(color_is_only_there_when_asked),
        cmocka_unit_test(hostile_text_gives_the_terminal_no_orders),
        cmocka_unit_test(coords_are_one_column),
        cmocka_unit_test(candidates_are_listed_for_people),
        cmocka_unit_test(after_a_thousand_rows_the_table_streams),
        cmocka_unit_test(no_mention_leaves_the_header),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
