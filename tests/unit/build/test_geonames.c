/* SPDX-License-Identifier: MIT */
#include "fixture.h"

#include "base/memory.h"
#include "gazetteer/gazetteer.h"

#include <zip.h>
#include <zlib.h>
#include <zstd.h>

/* Joins rows into one text. */
static const char *join(const char *a, const char *b, const char *c)
{
    static char text[8192];
    snprintf(text, sizeof text, "%s%s%s", a, b ? b : "", c ? c : "");
    return text;
}

static const char *make_tables(const char *name)
{
    const char *path = in_folder(name);
    assert_int_equal(mkdir(path, 0777), 0);
    return path;
}

static void put_in(const char *tables, const char *name, const char *text)
{
    char path[128];
    snprintf(path, sizeof path, "%s/%s", tables, name);
    put(path, text);
}

static gm_gazetteer *compile_folder(const char *tables, struct told *told)
{
    const char *path = in_folder(tables);
    const char *out = in_folder("out.gaz");
    const struct told now = compile(out, "auto", &path, 1);
    if (told)
        *told = now;
    return open_file(out);
}

static void a_row_gives_a_place_and_its_names(void **state)
{
    (void)state;
    gm_gazetteer *gazetteer = gazetteer_of(
        "AM.txt", "auto",
        "616052\tYerevan\tYerevan\tErevan,Jerewan,Երևան,Erevan,\t40.18111\t"
        "44.51361\tP\tPPLC\tAM\t\t11\t\t\t\t1093485\t\t994\tAsia/Yerevan\t"
        "2020-01-01\n",
        NULL);
    const gm_place place = place_named(gazetteer, "երևան");
    assert_string_equal(place.id, "geonames:616052");
    assert_string_equal(place.feature, "P.PPLC");
    assert_number(place.latitude, 40.18111);
    assert_number(place.longitude, 44.51361);
    assert_int_equal(place.population, 1093485);
    assert_int_equal(gm_gazetteer_name_count(gazetteer), 4);
    gm_gazetteer_close(gazetteer);
}

static void a_quote_is_part_of_a_name(void **state)
{
    (void)state;
    struct told told;
    const char *rows =
        join(geonames_row("1", "\"Camp", "", "P.PPL", ""),
             geonames_row("2", "Farm \"The Oaks\"", "\"Oaks\"", "S.FRM", ""),
             geonames_row("3", "Last", "", "P.PPL", ""));
    gm_gazetteer *gazetteer =
        gazetteer_of("allCountries.txt", "geonames", rows, &told);
    assert_int_equal(told.bad_lines, 0);
    assert_int_equal(gm_gazetteer_place_count(gazetteer), 3);
    assert_string_equal(place_named(gazetteer, "Camp").name, "\"Camp");
    assert_string_equal(place_named(gazetteer, "oaks").name,
                        "Farm \"The Oaks\"");
    assert_string_equal(place_named(gazetteer, "Last").id, "geonames:3");
    gm_gazetteer_close(gazetteer);
}

static void bad_lines_are_counted_and_told_with_their_numbers(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "7\tA\tA\n",                                              /* columns */
        "7\tA\tA\t\t91\t0\tP\tPPL\tAM\t\t\t\t\t\t0\t\t\t\t\n",    /* latitude */
        "7\tA\tA\t\tx\t0\tP\tPPL\tAM\t\t\t\t\t\t0\t\t\t\t\n",     /* a number */
        "7\tA\tA\t\t1\t0\tP\tPPL\tARM\t\t\t\t\t\t0\t\t\t\t\n",    /* country */
        "7\t \t\t\t1\t0\tP\tPPL\tAM\t\t\t\t\t\t0\t\t\t\t\n",      /* no name */
        "7\tA\xff\tA\t\t1\t0\tP\tPPL\tAM\t\t\t\t\t\t0\t\t\t\t\n", /* UTF-8 */
        "\tA\tA\t\t1\t0\tP\tPPL\tAM\t\t\t\t\t\t0\t\t\t\t\n",      /* no id */
        "\n",
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct told told;
        const char *rows = join(geonames_row("1", "First", "", "P.PPL", ""),
                                bad[i],
                                geonames_row("2", "Last", "", "P.PPL", ""));
        gm_gazetteer *gazetteer = gazetteer_of("AM.txt", "auto", rows, &told);
        assert_int_equal(told.bad_lines, 1);
        assert_int_equal(told.last_line, 2);
        assert_non_null(strstr(told.last_message, "AM.txt:2: "));
        assert_int_equal(gm_gazetteer_place_count(gazetteer), 2);
        gm_gazetteer_close(gazetteer);
        remove(in_folder("out.gaz"));
    }
}

static void lines_may_end_with_a_carriage_return_or_not_at_all(void **state)
{
    (void)state;
    char rows[1024];
    snprintf(rows, sizeof rows, "%s", geonames_row("1", "One", "", "P.PPL", ""));
    rows[strlen(rows) - 1] = '\0';
    strncat(rows, "\r\n", 3);
    strncat(rows, geonames_row("2", "Two", "", "P.PPL", ""), 200);
    rows[strlen(rows) - 1] = '\0';
    struct told told;
    gm_gazetteer *gazetteer = gazetteer_of("AM.txt", "auto", rows, &told);
    assert_int_equal(told.bad_lines, 0);
    assert_string_equal(place_named(gazetteer, "Two").id, "geonames:2");
    gm_gazetteer_close(gazetteer);
}

static void alternate_names_keep_language_and_kind(void **state)
{
    (void)state;
    make_tables("g");
    put_in("g", "AM.txt", geonames_row("1", "Gyumri", "", "P.PPL", ""));
    put_in("g", "alternateNamesV2.txt",
           "1\t1\thy\tԳյումրի\t1\t\t\t\t\t\n"
           "2\t1\ten\tGyumri\t1\t\t\t\t\t\n"
           "3\t1\tru\tЛенинакан\t\t\t\t1\t1924\t1990\n"
           "4\t1\ten\tGyum\t\t1\t\t\t\t\n"
           "5\t1\ten\tThe Rock City\t\t\t1\t\t\t\n"
           "6\t1\tabbr\tGYM\t\t\t\t\t\t\n"
           "7\t99\ten\tElsewhere\t\t\t\t\t\t\n");
    struct told told;
    gm_gazetteer *gazetteer = compile_folder("g", &told);
    assert_int_equal(told.bad_lines, 0);
    static const struct {
        const char *text, *language;
        gm_name_kind kind;
    } expected[] = {
        {"Gyumri", "en", GM_NAME_MAIN},
        {"Գյումրի", "hy", GM_NAME_PREFERRED},
        {"Ленинакан", "ru", GM_NAME_HISTORIC},
        {"Gyum", "en", GM_NAME_SHORT},
        {"The Rock City", "en", GM_NAME_COLLOQUIAL},
        {"GYM", "abbr", GM_NAME_ABBREVIATION},
    };
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        const struct answers answers = ask(gazetteer, expected[i].text);
        assert_int_equal(answers.count, 1);
        assert_string_equal(answers.matches[0].name.text, expected[i].text);
        assert_string_equal(answers.matches[0].name.language,
                            expected[i].language);
        assert_int_equal(answers.matches[0].name.kind, expected[i].kind);
    }
    assert_string_equal(ids_of(gazetteer, "Elsewhere"), "");
    gm_gazetteer_close(gazetteer);
}

static void links_and_codes_are_no_names(void **state)
{
    (void)state;
    make_tables("g");
    put_in("g", "AM.txt", geonames_row("1", "Zvartnots", "", "S.AIRP", ""));
    put_in("g", "alternateNamesV2.txt",
           "1\t1\tlink\thttps://en.wikipedia.org/wiki/Zvartnots\t\t\t\t\t\t\n"
           "2\t1\twkdt\tQ847212\t\t\t\t\t\t\n"
           "3\t1\tpost\t0042\t\t\t\t\t\t\n"
           "4\t1\ticao\tUDYZ\t\t\t\t\t\t\n"
           "5\t1\tfaac\tXYZ\t\t\t\t\t\t\n"
           "6\t1\tunlc\tAMEVN\t\t\t\t\t\t\n"
           "7\t1\ttcid\t123\t\t\t\t\t\t\n"
           "8\t1\tphon\tzvart\t\t\t\t\t\t\n"
           "9\t1\tiata\tEVN\t\t\t\t\t\t\n");
    gm_gazetteer *gazetteer = compile_folder("g", NULL);
    static const char *const none[] = {
        "https://en.wikipedia.org/wiki/Zvartnots", "Q847212", "0042", "UDYZ",
        "XYZ", "AMEVN", "123", "zvart"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_string_equal(ids_of(gazetteer, none[i]), "");
    /* An airport's code is kept, as no more than a code. */
    const struct answers answers = ask(gazetteer, "EVN");
    assert_int_equal(answers.count, 1);
    assert_int_equal(answers.matches[0].name.kind, GM_NAME_ABBREVIATION);
    gm_gazetteer_close(gazetteer);
}

static void codes_become_the_areas_around(void **state)
{
    (void)state;
    make_tables("g");
    put_in("g", "AM.txt",
           join(geonames_row("10", "Shirak", "", "A.ADM1", "07"),
                geonames_row("1", "Gyumri", "", "P.PPL", "07"),
                geonames_row("2", "Vanadzor", "", "P.PPL", "06")));
    put_in("g", "admin1CodesASCII.txt",
           "AM.07\tShirak\tShirak\t10\n"
           "AM.06\tLori\tLori\t20\n"
           "no code at all\n");
    put_in("g", "countryInfo.txt",
           "#ISO\tISO3\n"
           "AM\tARM\t051\tAM\tArmenia\tYerevan\t29800\t2951776\tAS\t.am\tAMD\t"
           "Dram\t374\t######\t^(\\d{6})$\thy\t174982\tGE,IR,AZ,TR\t\n");
    struct told told;
    gm_gazetteer *gazetteer = compile_folder("g", &told);
    assert_int_equal(told.bad_lines, 1);
    assert_string_equal(place_named(gazetteer, "Gyumri").admin1, "Shirak");
    assert_string_equal(place_named(gazetteer, "Shirak").admin1, "");
    /* Lori and Armenia have no rows, but names and ids all the same. */
    assert_string_equal(place_named(gazetteer, "Vanadzor").admin1, "Lori");
    const gm_place lori = place_named(gazetteer, "Lori");
    assert_string_equal(lori.id, "geonames:20");
    assert_string_equal(lori.feature, "A.ADM1");
    assert_true(isnan(lori.longitude) && isnan(lori.latitude));
    const gm_place armenia = place_named(gazetteer, "Armenia");
    assert_string_equal(armenia.id, "geonames:174982");
    assert_string_equal(armenia.feature, "A.PCLI");
    assert_int_equal(armenia.population, 2951776);
    /* A disc as large as the country. */
    assert_true(fabs(armenia.radius_km - 97.4) < 0.1);
    gm_gazetteer_close(gazetteer);
}

/* 811 km² make a disc of 16 km; the towns lie over 5,000 km of sea. */
static void a_country_of_islands_reaches_as_far_as_they_do(void **state)
{
    (void)state;
    char rows[2048];
    size_t used = 0;
    make_tables("g");
    used += (size_t)snprintf(rows + used, sizeof rows - used,
                             "4030945\tKiribati\tKiribati\t\t0\t-170\tA\tPCLI"
                             "\tKI\t\t\t\t\t\t0\t\t\t\t\n");
    for (int i = 0; i < 8; i++) /* ten degrees, 1,112 km, to both sides */
        used += (size_t)snprintf(rows + used, sizeof rows - used,
                                 "%d\tTown%d\tTown%d\t\t0\t%d\tP\tPPL\tKI"
                                 "\t\t\t\t\t\t0\t\t\t\t\n",
                                 i + 1, i, i, i % 2 ? -180 : -160);
    put_in("g", "KI.txt", rows);
    put_in("g", "countryInfo.txt",
           "KI\tKIR\t296\tKR\tKiribati\tTarawa\t811\t110000\tOC\t.ki\tAUD\t"
           "Dollar\t686\t\t\ten\t4030945\t\t\n");
    gm_gazetteer *gazetteer = compile_folder("g", NULL);
    const gm_place islands = place_named(gazetteer, "Kiribati");
    assert_true(fabs(islands.radius_km - 1112 * sqrt(2)) < 2);
    gm_gazetteer_close(gazetteer);
}

static void second_order_areas_are_linked_too(void **state)
{
    (void)state;
    make_tables("g");
    put_in("g", "US.txt",
           "1\tAustin\tAustin\t\t30.2\t-97.7\tP\tPPLA\tUS\t\tTX\t453\t\t\t9\t\t"
           "\t\t\n"
           "2\tTravis County\tTravis County\t\t30.3\t-97.8\tA\tADM2\tUS\t\tTX\t"
           "453\t\t\t9\t\t\t\t\n");
    put_in("g", "admin2Codes.txt", "US.TX.453\tTravis County\tTravis\t2\n");
    put_in("g", "admin1CodesASCII.txt", "US.TX\tTexas\tTexas\t3\n");
    gm_gazetteer *gazetteer = compile_folder("g", NULL);
    const gm_place austin = place_named(gazetteer, "Austin");
    assert_string_equal(austin.admin1, "Texas");
    assert_string_equal(austin.admin2, "Travis County");
    assert_string_equal(place_named(gazetteer, "Travis County").admin1,
                        "Texas");
    gm_gazetteer_close(gazetteer);
}

static void a_folder_with_all_countries_needs_no_other_table(void **state)
{
    (void)state;
    make_tables("g");
    put_in("g", "allCountries.txt", geonames_row("1", "One", "", "P.PPL", ""));
    put_in("g", "AM.txt", geonames_row("2", "Two", "", "P.PPL", ""));
    put_in("g", "cities500.txt", geonames_row("3", "Three", "", "P.PPL", ""));
    put_in("g", "readme.txt", "not a table\n");
    put_in("g", "iso-languagecodes.txt", "not a table either\n");
    struct told told;
    gm_gazetteer *gazetteer = compile_folder("g", &told);
    assert_int_equal(told.bad_lines, 0);
    assert_int_equal(gm_gazetteer_place_count(gazetteer), 1);
    gm_gazetteer_close(gazetteer);
}

static void a_folder_without_tables_is_told(void **state)
{
    (void)state;
    gm_error err = {0};
    gm_builder *builder = begin_build(NULL);
    const char *tables = make_tables("g");
    assert_int_equal(
        gm_builder_read(builder, "geonames", tables, NULL, 0, &err),
        GM_ERR_NOT_FOUND);
    assert_non_null(strstr(err.message, tables));
    assert_int_equal(gm_builder_read(builder, "geonames",
                                     in_folder("none.txt"), NULL, 0, &err),
                     GM_ERR_NOT_FOUND);
    assert_int_equal(
        gm_builder_read(builder, "shapes", tables, NULL, 0, &err),
        GM_ERR_ARGUMENT);
    gm_builder_free(builder);
}

/* ---- Packed ------------------------------------------------------------ */

static const char *put_gzip(const char *name, const char *text)
{
    const char *path = in_folder(name);
    gzFile file = gzopen(path, "wb");
    assert_int_equal(gzwrite(file, text, (unsigned)strlen(text)), strlen(text));
    assert_int_equal(gzclose(file), Z_OK);
    return path;
}

static const char *put_zstd(const char *name, const char *text)
{
    const size_t size = ZSTD_compressBound(strlen(text));
    char *packed = malloc(size);
    ZSTD_CCtx *context = ZSTD_createCCtx();
    ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
    const size_t length =
        ZSTD_compress2(context, packed, size, text, strlen(text));
    ZSTD_freeCCtx(context);
    assert_false(ZSTD_isError(length));
    const char *path = put_bytes(name, packed, length);
    free(packed);
    return path;
}

static const char *put_zip(const char *name, const char *entry,
                           const char *text, const char *entry2,
                           const char *text2)
{
    const char *path = in_folder(name);
    zipFile file = zipOpen64(path, APPEND_STATUS_CREATE);
    const char *const entries[] = {entry, entry2};
    const char *const texts[] = {text, text2};
    for (size_t i = 0; i < 2 && entries[i]; i++) {
        assert_int_equal(zipOpenNewFileInZip64(file, entries[i], NULL, NULL, 0,
                                               NULL, 0, NULL, Z_DEFLATED, 6,
                                               0),
                         ZIP_OK);
        assert_int_equal(zipWriteInFileInZip(file, texts[i],
                                             (unsigned)strlen(texts[i])),
                         ZIP_OK);
        assert_int_equal(zipCloseFileInZip(file), ZIP_OK);
    }
    assert_int_equal(zipClose(file, NULL), ZIP_OK);
    return path;
}

static void packed_tables_are_read_like_plain_ones(void **state)
{
    (void)state;
    const char *rows = join(geonames_row("1", "One", "", "P.PPL", ""),
                            geonames_row("2", "Two", "", "P.PPL", ""), NULL);
    const char *const paths[] = {
        put("AM.txt", rows), put_gzip("AM.txt.gz", rows),
        put_zstd("AM.txt.zst", rows),
        put_zip("AM.zip", "readme.txt",
                "a readme that is longer than the table, much longer, so that "
                "only the name can tell which of the two is meant: and for "
                "that it has to be longer than two whole rows of a table, "
                "which have about one hundred bytes each",
                "AM.txt", rows)};
    for (size_t i = 0; i < 4; i++) {
        const char *out = in_folder("packed.gaz");
        const struct told told = compile(out, "auto", &paths[i], 1);
        assert_int_equal(told.bad_lines, 0);
        gm_gazetteer *gazetteer = open_file(out);
        assert_int_equal(gm_gazetteer_place_count(gazetteer), 2);
        assert_string_equal(ids_of(gazetteer, "Two"), "geonames:2");
        gm_gazetteer_close(gazetteer);
    }
}

static void a_packed_table_that_is_cut_off_is_damage(void **state)
{
    (void)state;
    char rows[40000] = "";
    for (int i = 0; i < 300; i++) {
        char id[12], name[40];
        snprintf(id, sizeof id, "%d", i + 1);
        snprintf(name, sizeof name, "Name %x", i * 2654435 % 99991);
        strncat(rows, geonames_row(id, name, "", "P.PPL", ""), 200);
    }
    const char *const paths[] = {put_gzip("AM.txt.gz", rows),
                                 put_zstd("AM.txt.zst", rows),
                                 put_zip("AM.zip", "AM.txt", rows, NULL, NULL)};
    for (size_t i = 0; i < 3; i++) {
        size_t length;
        char *data = read_whole(paths[i], &length);
        /* A zip archive's last bytes say no more than that it has no comment. */
        const size_t cuts[] = {length - (i == 2 ? 30 : 1), length / 2, 20};
        for (size_t j = 0; j < 3; j++) {
            const char *path = put_bytes(
                i == 2 ? "cut.zip" : "cut.txt.gz", data, cuts[j]);
            gm_builder *builder = begin_build(NULL);
            gm_error err = {0};
            const gm_status status =
                gm_builder_read(builder, "geonames", path, NULL, 0, &err);
            if (status != GM_ERR_DAMAGED)
                print_error("packing %zu, cut to %zu\n", i, cuts[j]);
            assert_int_equal(status, GM_ERR_DAMAGED);
            assert_non_null(strstr(err.message, "cannot unpack"));
            gm_builder_free(builder);
        }
        /* A byte in the middle that is another one. */
        data[length / 2] ^= 0x20;
        const char *path = put_bytes("wrong", data, length);
        gm_builder *builder = begin_build(NULL);
        const gm_status status =
            gm_builder_read(builder, "geonames", path, NULL, 0, NULL);
        if (status != GM_ERR_DAMAGED)
            print_error("packing %zu, a wrong byte\n", i);
        assert_int_equal(status, GM_ERR_DAMAGED);
        gm_builder_free(builder);
        free(data);
    }
}

/* ---- Hierarchy --------------------------------------------------------- */

static void hierarchy_gives_parents(void **state)
{
    (void)state;
    make_tables("g");
    put_in("g", "AM.txt",
           join(geonames_row("1", "Europe", "", "L.CONT", ""),
                geonames_row("2", "Ruritania", "", "A.PCLI", ""),
                geonames_row("3", "Strelsau", "", "P.PPLC", "")));
    put_in("g", "hierarchy.txt",
           "1\t2\tADM\n2\t3\t\n1\t3\tuser\n2\t77\tADM\nx\t3\tADM\n2\n");
    struct told told;
    gm_gazetteer *gazetteer = compile_folder("g", &told);
    assert_int_equal(told.bad_lines, 2);
    assert_int_equal(told.last_line, 6);
    static const char *const chain[] = {"Strelsau", "Ruritania", "Europe"};
    for (size_t i = 0; i < 2; i++)
        assert_int_equal(
            gmi_gazetteer_ancestors(gazetteer,
                                    place_named(gazetteer, chain[i]).index)
                .parent,
            place_named(gazetteer, chain[i + 1]).index);
    gm_gazetteer_close(gazetteer);
}

static void names_that_repeat_are_kept_once(void **state)
{
    (void)state;
    gm_gazetteer *gazetteer = gazetteer_of(
        "AM.txt", "auto",
        geonames_row("1", "Łódź", "Lodz,LODZ,Łódź,Lodsch,lodz", "P.PPL", ""),
        NULL);
    assert_int_equal(gm_gazetteer_name_count(gazetteer), 2);
    assert_string_equal(ids_of(gazetteer, "lodz"), "geonames:1");
    gm_gazetteer_close(gazetteer);
}

static gm_status compile_folder_once(const char *tables, const char *out)
{
    gm_builder *builder = NULL;
    gm_status status = gm_builder_create(NULL, &builder, NULL);
    if (!status)
        status = gm_builder_read(builder, "geonames", tables, NULL, 0, NULL);
    if (!status)
        status = gm_builder_write(builder, out, NULL);
    gm_builder_free(builder);
    return status;
}

static void out_of_memory_anywhere_is_told_and_leaves_no_file(void **state)
{
    (void)state;
    const char *tables = make_tables("g");
    put_in("g", "AM.txt",
           join(geonames_row("1", "Upper Town", "Oberstadt,Верх", "P.PPL", "07"),
                geonames_row("2", "Land", "", "A.PCLI", ""), NULL));
    put_in("g", "alternateNamesV2.txt", "1	1	hy	Քաղաք	1					\n");
    put_in("g", "admin1CodesASCII.txt", "AM.07	Shirak	Shirak	10\n");
    put_in("g", "hierarchy.txt", "2	1	\n");
    const char *out = in_folder("memory.gaz");
    long allocations = 0;
    for (;; allocations++) {
        gmi_memory_fail_after(allocations);
        const gm_status status = compile_folder_once(tables, out);
        gmi_memory_fail_after(-1);
        if (status == GM_OK)
            break;
        assert_int_equal(status, GM_ERR_MEMORY);
        assert_int_equal(count_files("memory"), 0);
    }
    assert_true(allocations > 40);
    gm_gazetteer *gazetteer = open_file(out);
    assert_string_equal(place_named(gazetteer, "քաղաք").admin1, "Shirak");
    gm_gazetteer_close(gazetteer);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, \
                                                   remove_folder)
    const struct CMUnitTest tests[] = {
        TEST(a_row_gives_a_place_and_its_names),
        TEST(a_quote_is_part_of_a_name),
        TEST(bad_lines_are_counted_and_told_with_their_numbers),
        TEST(lines_may_end_with_a_carriage_return_or_not_at_all),
        TEST(alternate_names_keep_language_and_kind),
        TEST(links_and_codes_are_no_names),
        TEST(codes_become_the_areas_around),
        TEST(a_country_of_islands_reaches_as_far_as_they_do),
        TEST(second_order_areas_are_linked_too),
        TEST(a_folder_with_all_countries_needs_no_other_table),
        TEST(a_folder_without_tables_is_told),
        TEST(packed_tables_are_read_like_plain_ones),
        TEST(a_packed_table_that_is_cut_off_is_damage),
        TEST(hierarchy_gives_parents),
        TEST(names_that_repeat_are_kept_once),
        TEST(out_of_memory_anywhere_is_told_and_leaves_no_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
