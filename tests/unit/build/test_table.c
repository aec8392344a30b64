/* SPDX-License-Identifier: MIT */
#include "fixture.h"

#include "base/memory.h"

#include <iconv.h>

static const char *encode(const char *encoding, const char *text,
                          size_t *length)
{
    static char out[4096];
    iconv_t cd = iconv_open(encoding, "UTF-8");
    assert_true(cd != (iconv_t)-1);
    char *from = (char *)(uintptr_t)text, *to = out;
    size_t left = strlen(text), room = sizeof out;
    assert_int_not_equal(iconv(cd, &from, &left, &to, &room), (size_t)-1);
    iconv_close(cd);
    *length = sizeof out - room;
    return out;
}

/* Reads one table with mappings; what it fails with, if it does. */
static gm_status read_mapped(const char *path, const char *const *columns,
                             size_t count, struct told *told, gm_error *err)
{
    gm_builder *builder = begin_build(told);
    gm_status status =
        gm_builder_read(builder, "csv", path, columns, count, err);
    if (!status)
        status = gm_builder_write(builder, in_folder("out.gaz"), err);
    gm_builder_free(builder);
    return status;
}

static gm_gazetteer *mapped(const char *path, const char *const *columns,
                            size_t count)
{
    struct told told = {0};
    assert_ok(read_mapped(path, columns, count, &told, NULL));
    assert_int_equal(told.bad_lines, 0);
    return open_file(in_folder("out.gaz"));
}

static void columns_are_known_by_their_usual_names(void **state)
{
    (void)state;
    static const char *const tables[] = {
        "name,longitude,latitude\nShusha,46.75,39.76\n",
        "Name;LON;LAT\nShusha;46.75;39.76\n",
        "x\ty\tname\n46.75\t39.76\tShusha\n",
        "id,lat,lng,other,name\n7,39.76,46.75,what,Shusha\n",
        "\xef\xbb\xbf" "name, lon, lat\n Shusha , 46.75, 39.76 \n",
        "name;lon;lat\nShusha;46,75;39,76\n",
        "\n\nname,lon,lat\n\nShusha,46.75,39.76\n\n",
        "\"name\",\"lon\",\"lat\"\n\"Shusha\",\"46.75\",\"39.76\"\n",
    };
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        struct told told;
        gm_gazetteer *gazetteer =
            gazetteer_of("towns.csv", "csv", tables[i], &told);
        assert_int_equal(told.bad_lines, 0);
        const gm_place place = place_named(gazetteer, "Shusha");
        assert_string_equal(place.name, "Shusha");
        assert_number(place.longitude, 46.75);
        assert_number(place.latitude, 39.76);
        assert_string_equal(place.id, i == 3 ? "towns:7" : "towns:1");
        gm_gazetteer_close(gazetteer);
    }
}

static void all_columns_are_kept(void **state)
{
    (void)state;
    gm_gazetteer *gazetteer = gazetteer_of(
        "My towns.tsv", "auto",
        "id\tname\tlang\tname_ru\tname:hy\tnames\tlon\tlat\tfeature\tcountry\t"
        "admin1\tpopulation\tradius_km\tparent\n"
        "a\tRegion\t\t\t\t\t45\t40\tA.ADM1\tam\t01\t\t30\t\n"
        "b\tTown\ten\tГород\tՔաղաք\tBurg|de=Stadt|fr=Ville\t45.1\t40.1\tP.PPL\t"
        "AM\t01\t1200\t\ta\n",
        NULL);
    const gm_place town = place_named(gazetteer, "Город");
    assert_string_equal(town.id, "my-towns:b");
    assert_string_equal(town.country, "AM");
    assert_string_equal(town.admin1, "Region");
    assert_int_equal(town.population, 1200);
    static const char *const names[][2] = {
        {"Town", "en"}, {"Город", "ru"}, {"Քաղաք", "hy"},
        {"Burg", ""},   {"Stadt", "de"}, {"Ville", "fr"}};
    for (size_t i = 0; i < 6; i++) {
        const struct answers answers = ask(gazetteer, names[i][0]);
        assert_int_equal(answers.count, 1);
        assert_string_equal(answers.places[0].id, "my-towns:b");
        assert_string_equal(answers.matches[0].name.language, names[i][1]);
    }
    const gm_place region = place_named(gazetteer, "Region");
    assert_number(region.radius_km, 30);
    assert_string_equal(region.admin1, "");
    gm_gazetteer_close(gazetteer);
}

static void a_mapped_column_wins_over_one_that_is_called_so(void **state)
{
    (void)state;
    const char *path = put(
        "gadm.csv", "NAME_1,NAME_0,name,X,Y\nShirak,Armenia,wrong,43.8,40.8\n");
    static const char *const columns[] = {"name=NAME_1"};
    gm_gazetteer *gazetteer = mapped(path, columns, 1);
    assert_string_equal(place_named(gazetteer, "Shirak").name, "Shirak");
    assert_string_equal(ids_of(gazetteer, "wrong"), "");
    gm_gazetteer_close(gazetteer);
}

static void every_column_can_be_mapped(void **state)
{
    (void)state;
    const char *path =
        put("t.csv", "nr,t,ost,nord,art,land,ew\n"
                     "5,Kars,43.1,40.6,P.PPLA,TR,\"73 836\"\n");
    static const char *const columns[] = {
        "id=nr", "name=t", "longitude=ost", "latitude=nord", "feature=art",
        "country=land"};
    gm_gazetteer *gazetteer = mapped(path, columns, 6);
    const gm_place kars = place_named(gazetteer, "Kars");
    assert_string_equal(kars.id, "t:5");
    assert_string_equal(kars.feature, "P.PPLA");
    assert_string_equal(kars.country, "TR");
    gm_gazetteer_close(gazetteer);
}

static void a_mapping_that_is_none_is_refused(void **state)
{
    (void)state;
    const char *path = put("t.csv", "name,lon,lat\nA,1,2\n");
    static const char *const wrong[] = {"name",   "name=",     "=name",
                                        "nam=x",  "encoding=", "what=name",
                                        "names x=y"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        gm_error err = {0};
        assert_int_equal(read_mapped(path, &wrong[i], 1, NULL, &err),
                         GM_ERR_ARGUMENT);
        assert_non_null(strstr(err.message, wrong[i]));
    }
}

static void missing_columns_are_told(void **state)
{
    (void)state;
    static const char *const tables[][2] = {
        {"a,b,c\n1,2,3\n", "'name'"},
        {"lon,lat\n1,2\n", "'name'"},
        {"name\nA\n", "'longitude' and 'latitude'"},
        {"name,lat\nA,1\n", "'longitude'"},
        {"name,lon\nA,1\n", "'latitude'"},
    };
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        gm_error err = {0};
        const char *path = put("t.csv", tables[i][0]);
        assert_int_equal(read_mapped(path, NULL, 0, NULL, &err),
                         GM_ERR_UNSUPPORTED);
        assert_non_null(strstr(err.message, tables[i][1]));
        assert_non_null(strstr(err.message, path));
    }
    static const char *const none[] = {"", "\n\n", "# source: a\n"};
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(read_mapped(put("t.csv", none[i]), NULL, 0, NULL,
                                     NULL),
                         GM_ERR_SYNTAX);
}

static void too_many_columns_are_told(void **state)
{
    (void)state;
    char header[4096] = "name,lon,lat";
    for (int i = 0; i < 509; i++)
        strcat(header, ",c");
    strcat(header, "\n");
    assert_ok(read_mapped(put("t.csv", header), NULL, 0, NULL, NULL));
    header[strlen(header) - 1] = '\0';
    strcat(header, ",c\n");
    assert_int_equal(read_mapped(put("t.csv", header), NULL, 0, NULL, NULL),
                     GM_ERR_UNSUPPORTED);
}

static void bad_rows_are_told_and_the_others_kept(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "A,1\n",         "A,1,2,P,3,4\n", "A,x,2,P,3\n", "A,1,91,P,3\n",
        "A,181,2,P,3\n", "A,1,2,P,many\n", "A,1,2,P,-1\n", "A,,2,P,3\n",
        ",1,2,P,3\n",    "?,1,2,P,3\n",    "A,1,2,P.ABCDEFGHIJKLMNO,3\n",
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        char table[256];
        snprintf(table, sizeof table,
                 "name,lon,lat,feature,population\nOne,1,2,P,3\n%sTwo,1,2,P,3\n",
                 bad[i]);
        struct told told;
        gm_gazetteer *gazetteer = gazetteer_of("t.csv", "csv", table, &told);
        assert_int_equal(told.bad_lines, 1);
        assert_int_equal(told.last_line, 3);
        assert_int_equal(gm_gazetteer_place_count(gazetteer), 2);
        /* Rows without an id are numbered as they stand in the table. */
        assert_string_equal(place_named(gazetteer, "Two").id, "t:3");
        gm_gazetteer_close(gazetteer);
    }
}

static void quoted_fields_may_hold_anything(void **state)
{
    (void)state;
    struct told told;
    gm_gazetteer *gazetteer = gazetteer_of(
        "t.csv", "csv",
        "name,names,lon,lat\n"
        "\"Washington, D.C.\",\"The \"\"District\"\"\",-77.04,38.9\n"
        "\"Two\nlines\",\"\",1,2\n"
        "Plain \"quotes\" inside,,3,4\n",
        &told);
    assert_int_equal(told.bad_lines, 0);
    assert_string_equal(place_named(gazetteer, "washington dc").name,
                        "Washington, D.C.");
    assert_string_equal(ask(gazetteer, "the district").matches[0].name.text,
                        "The \"District\"");
    assert_string_equal(place_named(gazetteer, "two lines").id, "t:2");
    assert_string_equal(place_named(gazetteer, "plain quotes inside").name,
                        "Plain \"quotes\" inside");
    gm_gazetteer_close(gazetteer);
}

static void a_quote_that_is_never_closed_is_told(void **state)
{
    (void)state;
    struct told told;
    gm_gazetteer *gazetteer = gazetteer_of(
        "t.csv", "csv", "name,lon,lat\nA,1,2\n\"B,1,2\nC,1,2\n", &told);
    assert_int_equal(told.bad_lines, 1);
    assert_non_null(strstr(told.last_message, "never closed"));
    assert_int_equal(gm_gazetteer_place_count(gazetteer), 1);
    gm_gazetteer_close(gazetteer);
}

static void comments_tell_where_a_table_is_from(void **state)
{
    (void)state;
    gm_gazetteer *gazetteer = gazetteer_of(
        "t.tsv", "csv",
        "# made by hand\n#source: A register\n# Licence: public domain\n"
        "# url:   https://example.org/\nname\tlon\tlat\nA\t1\t2\n"
        "#1\t3\t4\n",
        NULL);
    gm_source source;
    assert_ok(gm_gazetteer_source(gazetteer, 0, &source));
    assert_string_equal(source.prefix, "t");
    assert_string_equal(source.name, "A register");
    assert_string_equal(source.licence, "public domain");
    assert_string_equal(source.url, "https://example.org/");
    /* Behind the header, a line is a row whatever it begins with. */
    assert_int_equal(gm_gazetteer_place_count(gazetteer), 2);
    gm_gazetteer_close(gazetteer);
}

static void names_of_known_places_come_in_tables_of_their_own(void **state)
{
    (void)state;
    const char *const paths[] = {
        put("t.csv", "id,name,lon,lat\n1,Armenia,45,40\n"),
        put("names.tsv", "place\tname\tlang\tkind\n"
                         "t:1\tArmenian\ten\tadjective\n"
                         "t:1\tArmenians\ten\tdemonym\n"
                         "t:1\tHayastan\t\t\n"
                         "t:1\tARM\t\tabbreviation\n"
                         "t:2\tNowhere\t\t\n"
                         "t:1\tX\t\tnickname\n"
                         "t:1\tY\t\tmain\n"
                         "t:1\t\ten\t\n")};
    const char *out = in_folder("out.gaz");
    const struct told told = compile(out, "csv", paths, 2);
    assert_int_equal(told.bad_lines, 4);
    gm_gazetteer *gazetteer = open_file(out);
    assert_int_equal(ask(gazetteer, "Armenian").matches[0].name.kind,
                     GM_NAME_ADJECTIVE);
    assert_int_equal(ask(gazetteer, "Armenians").matches[0].name.kind,
                     GM_NAME_DEMONYM);
    assert_int_equal(ask(gazetteer, "Hayastan").matches[0].name.kind,
                     GM_NAME_ALTERNATE);
    assert_int_equal(ask(gazetteer, "ARM").matches[0].name.kind,
                     GM_NAME_ABBREVIATION);
    gm_gazetteer_close(gazetteer);
}

static void a_table_overlays_places_by_their_full_ids(void **state)
{
    (void)state;
    char rows[512];
    snprintf(rows, sizeof rows, "%s",
             geonames_row("5", "Old Name", "", "P.PPL", ""));
    const char *const paths[] = {
        put("AM.txt", rows),
        put("mine.csv", "id,name,population\ngeonames:5,New Name,77\n"
                        "geonames:6,,\n")};
    struct told told = {0};
    gm_builder *builder = begin_build(&told);
    for (size_t i = 0; i < 2; i++)
        assert_ok(gm_builder_read(builder, "auto", paths[i], NULL, 0, NULL));
    assert_ok(gm_builder_write(builder, in_folder("out.gaz"), NULL));
    gm_builder_free(builder);
    assert_int_equal(told.bad_lines, 1); /* 6 is not known and has no name */
    gm_gazetteer *gazetteer = open_file(in_folder("out.gaz"));
    const gm_place place = place_named(gazetteer, "Old Name");
    assert_string_equal(place.name, "New Name");
    assert_int_equal(place.population, 77);
    assert_number(place.latitude, 40.5);
    gm_gazetteer_close(gazetteer);
}

static void a_feature_may_come_in_two_columns_or_without_its_class(void **state)
{
    (void)state;
    gm_gazetteer *gazetteer = gazetteer_of(
        "t.csv", "csv",
        "name,lon,lat,feature_class,feature_code\n"
        "One,1,2,P,PPLC\nTwo,1,2,,ADM1\nThree,1,2,H,\nFour,1,2,,H.LK\n"
        "Five,1,2,,hut\n",
        NULL);
    assert_string_equal(place_named(gazetteer, "One").feature, "P.PPLC");
    assert_string_equal(place_named(gazetteer, "Two").feature, "A.ADM1");
    assert_string_equal(place_named(gazetteer, "Three").feature, "H");
    assert_string_equal(place_named(gazetteer, "Four").feature, "H.LK");
    assert_string_equal(place_named(gazetteer, "Five").feature, "hut");
    gm_gazetteer_close(gazetteer);
}

/* ---- Encodings --------------------------------------------------------- */

static const char russian[] = "name;lon;lat\nШуша;46,75;39,76\n";

static void an_encoding_is_told_by_a_mapping(void **state)
{
    (void)state;
    static const struct {
        const char *encoding, *mapping;
    } cases[] = {{"WINDOWS-1251", "encoding=windows-1251"},
                 {"KOI8-R", "encoding=KOI8-R"},
                 {"ISO-8859-5", "encoding=iso-8859-5"},
                 {"UTF-16BE", "encoding=UTF-16BE"},
                 {"UTF-8", "encoding=utf-8"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t length;
        const char *bytes = encode(cases[i].encoding, russian, &length);
        const char *path = put_bytes("t.csv", bytes, length);
        gm_gazetteer *gazetteer = mapped(path, &cases[i].mapping, 1);
        assert_string_equal(place_named(gazetteer, "Шуша").name, "Шуша");
        gm_gazetteer_close(gazetteer);
    }
}

static void an_encoding_is_told_by_a_comment(void **state)
{
    (void)state;
    char table[256];
    snprintf(table, sizeof table, "# source: x\r\n# encoding: windows-1251 \n%s",
             russian);
    size_t length;
    const char *bytes = encode("WINDOWS-1251", table, &length);
    gm_gazetteer *gazetteer =
        mapped(put_bytes("t.csv", bytes, length), NULL, 0);
    assert_string_equal(place_named(gazetteer, "Шуша").name, "Шуша");
    gm_gazetteer_close(gazetteer);
}

static void sixteen_bits_are_told_by_their_mark(void **state)
{
    (void)state;
    char table[256];
    snprintf(table, sizeof table, "\xef\xbb\xbf%s", russian);
    static const char *const encodings[] = {"UTF-16LE", "UTF-16BE"};
    for (size_t i = 0; i < 2; i++) {
        size_t length;
        const char *bytes = encode(encodings[i], table, &length);
        gm_gazetteer *gazetteer =
            mapped(put_bytes("t.csv", bytes, length), NULL, 0);
        assert_string_equal(place_named(gazetteer, "Шуша").name, "Шуша");
        gm_gazetteer_close(gazetteer);
    }
}

static void an_unknown_encoding_is_refused(void **state)
{
    (void)state;
    static const char *const wrong[] = {"encoding=klingon",
                                        "encoding=ASCII//TRANSLIT"};
    for (size_t i = 0; i < 2; i++) {
        gm_error err = {0};
        assert_int_equal(
            read_mapped(put("t.csv", russian), &wrong[i], 1, NULL, &err),
            GM_ERR_ARGUMENT);
        assert_non_null(strstr(err.message, "no encoding"));
    }
}

static void bytes_that_an_encoding_lacks_make_a_bad_line(void **state)
{
    (void)state;
    /* 0x98 is no letter of windows-1251; in UTF-8, 0xd8 needs another. */
    const char *path = put("t.csv", "name,lon,lat\nA\x98,1,2\nB,1,2\n");
    static const char *const columns[] = {"encoding=windows-1251"};
    for (size_t count = 0; count < 2; count++) {
        struct told told = {0};
        assert_ok(read_mapped(path, columns, count, &told, NULL));
        assert_int_equal(told.bad_lines, 1);
        assert_int_equal(told.last_line, 2);
        assert_non_null(
            strstr(told.last_message, count ? "windows-1251" : "UTF-8"));
    }
}

static void a_long_table_is_decoded_across_blocks(void **state)
{
    (void)state;
    const char *path = in_folder("long.csv");
    FILE *file = fopen(path, "wb");
    fputs("name,lon,lat\n", file);
    enum { ROWS = 60000 };
    for (int i = 0; i < ROWS; i++) /* "Я" in KOI8-R, forty times */
        fprintf(file, "%.*s%d,1,2\n", 40,
                "\xf1\xf1\xf1\xf1\xf1\xf1\xf1\xf1\xf1\xf1\xf1\xf1\xf1\xf1\xf1"
                "\xf1\xf1\xf1\xf1\xf1\xf1\xf1\xf1\xf1\xf1\xf1\xf1\xf1\xf1\xf1"
                "\xf1\xf1\xf1\xf1\xf1\xf1\xf1\xf1\xf1\xf1", i);
    fclose(file);
    static const char *const columns[] = {"encoding=KOI8-R"};
    gm_gazetteer *gazetteer = mapped(path, columns, 1);
    assert_int_equal(gm_gazetteer_place_count(gazetteer), ROWS);
    gm_gazetteer_close(gazetteer);
}

static void out_of_memory_anywhere_is_told(void **state)
{
    (void)state;
    const char *path = put("t.csv", "# encoding: KOI8-R\nname,names,lon,lat\n"
                                    "\"A\n B\",C|de=D,1,2\n");
    long allocations = 0;
    for (;; allocations++) {
        gm_builder *builder = begin_build(NULL);
        gmi_memory_fail_after(allocations);
        const gm_status status =
            gm_builder_read(builder, "csv", path, NULL, 0, NULL);
        gmi_memory_fail_after(-1);
        gm_builder_free(builder);
        if (status == GM_OK)
            break;
        assert_int_equal(status, GM_ERR_MEMORY);
    }
    assert_true(allocations > 10);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, \
                                                   remove_folder)
    const struct CMUnitTest tests[] = {
        TEST(columns_are_known_by_their_usual_names),
        TEST(all_columns_are_kept),
        TEST(a_mapped_column_wins_over_one_that_is_called_so),
        TEST(every_column_can_be_mapped),
        TEST(a_mapping_that_is_none_is_refused),
        TEST(missing_columns_are_told),
        TEST(too_many_columns_are_told),
        TEST(bad_rows_are_told_and_the_others_kept),
        TEST(quoted_fields_may_hold_anything),
        TEST(a_quote_that_is_never_closed_is_told),
        TEST(comments_tell_where_a_table_is_from),
        TEST(names_of_known_places_come_in_tables_of_their_own),
        TEST(a_table_overlays_places_by_their_full_ids),
        TEST(a_feature_may_come_in_two_columns_or_without_its_class),
        TEST(an_encoding_is_told_by_a_mapping),
        TEST(an_encoding_is_told_by_a_comment),
        TEST(sixteen_bits_are_told_by_their_mark),
        TEST(an_unknown_encoding_is_refused),
        TEST(bytes_that_an_encoding_lacks_make_a_bad_line),
        TEST(a_long_table_is_decoded_across_blocks),
        TEST(out_of_memory_anywhere_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
