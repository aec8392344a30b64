/* SPDX-License-Identifier: MIT */
/* Where layers are written: whole or not at all, and nothing beside. */
#include "fixture.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

/* One of each way to make files: one, several, a folder, a database. */
static const char *const FILES[] = {"a.gpkg", "a.shp", "a.gdb", "a.geojson",
                                    "a.tab", "a.kml", "a.kmz", "a.sqlite",
                                    "a.gml"};
enum { FILE_COUNT = sizeof FILES / sizeof FILES[0] };

static const gm_layer_options *with(gm_layer_options *options, bool overwrite,
                                    bool append)
{
    *options = options_for(NULL);
    options->overwrite = overwrite;
    options->append = append;
    return options;
}

static void an_existing_file_is_refused_and_stays(void **state)
{
    (void)state;
    const gm_mention mention = mention_of(YEREVAN, "Yerevan");
    for (size_t f = 0; f < FILE_COUNT; f++) {
        const char *path = path_of(FILES[f]);
        assert_writes(path, options_for(NULL), &mention, 1, NULL);
        const size_t before = count_files();
        assert_refuses(path, options_for(NULL), GM_ERR_EXISTS,
                       "exists: give -overwrite to replace it");
        assert_int_equal(count_files(), before);
        assert_int_equal(count_rows(path), 1);
    }
}

/* A table of another program that only shares the name is a loss as well. */
static void a_part_that_exists_is_not_replaced(void **state)
{
    (void)state;
    write_text("a.dbf", "precious");
    assert_refuses(path_of("a.shp"), options_for(NULL), GM_ERR_EXISTS,
                   "file exists");
    size_t length;
    char *text = read_text("a.dbf", &length);
    assert_string_equal(text, "precious");
    free(text);
    assert_int_equal(count_files(), 1);
}

static void overwrite_replaces_all_parts(void **state)
{
    (void)state;
    gm_layer_options options;
    const gm_mention mentions[] = {mention_of(YEREVAN, "Yerevan"),
                                   mention_of(TOKYO, "Tokyo")};
    for (size_t f = 0; f < FILE_COUNT; f++) {
        const char *path = path_of(FILES[f]);
        assert_writes(path, options_for(NULL), mentions, 1, NULL);
        const size_t before = count_files();
        with(&options, true, false);
        assert_writes(path, options, mentions, 2, NULL);
        assert_int_equal(count_files(), before);
        assert_int_equal(count_rows(path), 2);
    }
}

/* An index of the old points would hide the new ones. */
static void overwrite_removes_parts_that_the_new_layer_lacks(void **state)
{
    (void)state;
    static const char *const index[] = {"SPATIAL_INDEX=YES"};
    gm_layer_options options = options_for(NULL);
    options.layer_options = index;
    options.layer_option_count = 1;
    const gm_mention mention = mention_of(YEREVAN, "Yerevan");
    assert_writes(path_of("a.shp"), options, &mention, 1, NULL);
    assert_int_equal(access(path_of("a.qix"), F_OK), 0);
    write_text("a.qml", "style of the user");
    with(&options, true, false);
    assert_writes(path_of("a.shp"), options, &mention, 1, NULL);
    assert_int_not_equal(access(path_of("a.qix"), F_OK), 0);
    assert_int_equal(access(path_of("a.qml"), F_OK), 0);
}

/* SQLite would play it back into the new database. */
static void overwrite_removes_the_journal_of_the_old_database(void **state)
{
    (void)state;
    gm_layer_options options;
    const gm_mention mention = mention_of(YEREVAN, "Yerevan");
    assert_writes(path_of("a.gpkg"), options_for(NULL), &mention, 1, NULL);
    write_text("a.gpkg-journal", "");
    write_text("a.gpkg-wal", "");
    assert_writes(path_of("a.gpkg"), *with(&options, true, false), &mention, 1,
                  NULL);
    assert_int_equal(count_files(), 1);
}

static void overwrite_replaces_a_file_of_another_kind(void **state)
{
    (void)state;
    gm_layer_options options;
    write_text("a.gpkg", "no database at all");
    const gm_mention mention = mention_of(YEREVAN, "Yerevan");
    assert_writes(path_of("a.gpkg"), *with(&options, true, false), &mention, 1,
                  NULL);
    assert_int_equal(count_rows(path_of("a.gpkg")), 1);
}

static void a_folder_of_other_files_is_never_replaced(void **state)
{
    (void)state;
    gm_layer_options options;
    assert_int_equal(mkdir(path_of("a.gdb"), 0777), 0);
    write_text("a.gdb/thesis.txt", "precious");
    assert_refuses(path_of("a.gdb"), *with(&options, true, false), GM_ERR_IO,
                   "is a folder with other files in it");
    assert_refuses(path_of("a.gdb"), *with(&options, false, true), GM_ERR_IO,
                   "is a folder with other files in it");
    assert_int_equal(access(path_of("a.gdb/thesis.txt"), F_OK), 0);
    assert_int_equal(count_files(), 1);
}

static void append_adds_rows_to_those_that_are_there(void **state)
{
    (void)state;
    gm_layer_options options;
    const gm_mention first = mention_of(YEREVAN, "Երևան");
    const gm_mention second = mention_of(SHUSHA, "Şuşa");
    for (size_t f = 0; f < FILE_COUNT - 1; f++) { /* not GML */
        const char *path = path_of(FILES[f]);
        with(&options, false, true);
        assert_writes(path, options, &first, 1, NULL); /* makes it */
        const size_t before = count_files();
        assert_writes(path, options, &second, 1, NULL);
        assert_int_equal(count_files(), before);
        OGRLayerH layer;
        GDALDatasetH dataset = open_again(path, &layer);
        assert_int_equal(OGR_L_GetFeatureCount(layer, TRUE), 2);
        OGRFeatureH row = OGR_L_GetNextFeature(layer);
        assert_text(row, "mention", "Երևան");
        OGR_F_Destroy(row);
        row = OGR_L_GetNextFeature(layer);
        assert_text(row, "mention", "Şuşa");
        assert_point(row, PLACES[SHUSHA].longitude, PLACES[SHUSHA].latitude,
                     1e-7);
        OGR_F_Destroy(row);
        GDALClose(dataset);
    }
}

static void append_makes_another_layer_in_the_same_file(void **state)
{
    (void)state;
    gm_layer_options options;
    const gm_mention mention = mention_of(YEREVAN, "Yerevan");
    assert_writes(path_of("a.gpkg"), options_for(NULL), &mention, 1, NULL);
    with(&options, false, true);
    options.name = "more";
    assert_writes(path_of("a.gpkg"), options, &mention, 1, NULL);
    OGRLayerH layer;
    GDALDatasetH dataset = open_again(path_of("a.gpkg"), &layer);
    static const char *const names[] = {"mentions", "more"};
    for (size_t i = 0; i < 2; i++) {
        layer = GDALDatasetGetLayerByName(dataset, names[i]);
        assert_non_null(layer);
        assert_int_equal(OGR_L_GetFeatureCount(layer, TRUE), 1);
    }
    GDALClose(dataset);
}

static void append_says_when_a_format_cannot(void **state)
{
    (void)state;
    gm_layer_options options;
    const gm_mention mention = mention_of(YEREVAN, "Yerevan");
    static const char *const files[] = {"a.gml", "a.gpx", "a.dxf"};
    for (size_t f = 0; f < sizeof files / sizeof files[0]; f++) {
        assert_writes(path_of(files[f]), options_for(NULL), &mention, 1, NULL);
        size_t before, after;
        char *old = read_text(files[f], &before);
        gm_error err;
        const gm_status status =
            write_layer(path_of(files[f]), *with(&options, false, true),
                        &mention, 1, NULL, &err);
        if (status != GM_ERR_UNSUPPORTED)
            fail_msg("%s: %d %s", files[f], status, err.message);
        char *new = read_text(files[f], &after);
        assert_int_equal(before, after);
        assert_memory_equal(old, new, before);
        free(old);
        free(new);
    }
}

static void replacing_and_adding_at_once_is_misuse(void **state)
{
    (void)state;
    gm_layer_options options;
    assert_refuses(path_of("a.gpkg"), *with(&options, true, true),
                   GM_ERR_ARGUMENT, "either replaced or added to");
}

/* Opens, adds, discards; returns how many rows it had taken. */
static uint64_t write_and_discard(const char *path, gm_layer_options options)
{
    const gm_mention mentions[] = {mention_of(TOKYO, "Tokyo"),
                                   mention_of(SHUSHA, "Shushi")};
    const gm_document doc = {"b.txt", mentions, 2};
    gm_layer *layer = NULL;
    gm_layer_report report;
    gm_error err = {0};
    if (gm_layer_open(path, NULL, &options, &layer, &err) ||
        gm_layer_add(layer, &doc, &err))
        fail_msg("%s: %s", path, err.message);
    gm_layer_report_get(layer, &report);
    gm_layer_discard(layer);
    return report.rows;
}

/* All that the folder holds, names and bytes, as one number. */
static uint64_t sum_of_folder(void)
{
    char command[128];
    unsigned long long sum = 0;
    snprintf(command, sizeof command,
             "cd '%s' && find . -type f | LC_ALL=C sort | xargs cat | cksum",
             folder);
    FILE *pipe = popen(command, "r");
    assert_non_null(pipe);
    assert_int_equal(fscanf(pipe, "%llu", &sum), 1);
    pclose(pipe);
    return sum;
}

static void discard_leaves_what_was_there(void **state)
{
    (void)state;
    gm_layer_options options;
    const gm_mention mention = mention_of(YEREVAN, "Yerevan");
    for (size_t f = 0; f < FILE_COUNT - 1; f++) {
        const char *path = path_of(FILES[f]);
        assert_int_equal(write_and_discard(path, options_for(NULL)), 2);
        assert_int_not_equal(access(path, F_OK), 0);
        assert_writes(path, options_for(NULL), &mention, 1, NULL);
        const size_t before = count_files();
        const uint64_t sum = sum_of_folder();
        assert_int_equal(
            write_and_discard(path, *with(&options, true, false)), 2);
        assert_true(sum_of_folder() == sum);
        assert_int_equal(write_and_discard(path, *with(&options, false, true)),
                         2);
        if (sum_of_folder() != sum)
            fail_msg("%s was touched", path);
        assert_int_equal(count_rows(path), 1);
        assert_int_equal(count_files(), before);
    }
}

static void nothing_is_made_before_the_options_are_right(void **state)
{
    (void)state;
    gm_layer_options options = options_for(NULL);
    options.crs = "EPSG:0";
    assert_refuses(path_of("a.gpkg"), options, GM_ERR_ARGUMENT, "bad CRS");
    options = options_for("NOPE");
    assert_refuses(path_of("a.gpkg"), options, GM_ERR_UNSUPPORTED,
                   "unknown format 'NOPE'");
    static const char *const unknown[] = {"SPATIAL_INDEKS=NO"};
    options = options_for(NULL);
    options.layer_options = unknown;
    options.layer_option_count = 1;
    assert_refuses(path_of("a.gpkg"), options, GM_ERR_ARGUMENT,
                   "GPKG has no layer option 'SPATIAL_INDEKS' (did you mean "
                   "'SPATIAL_INDEX'?)");
    assert_int_equal(count_files(), 0);
}

static void a_folder_that_is_not_there_or_no_folder_is_told(void **state)
{
    (void)state;
    write_text("file", "");
    assert_refuses(path_of("no/a.gpkg"), options_for(NULL), GM_ERR_NOT_FOUND,
                   "no such file or directory");
    assert_refuses(path_of("file/a.gpkg"), options_for(NULL), GM_ERR_IO,
                   "not a directory");
    assert_refuses("", options_for("GPKG"), GM_ERR_ARGUMENT, "empty");
}

static void an_unwritable_folder_is_told(void **state)
{
    (void)state;
    assert_int_equal(chmod(folder, 0555), 0);
    const bool is_root = geteuid() == 0;
    if (is_root)
        assert_int_equal(seteuid(65534), 0);
    assert_refuses(path_of("a.gpkg"), options_for(NULL), GM_ERR_IO,
                   "permission denied");
    assert_refuses(path_of("a.shp"), options_for(NULL), GM_ERR_IO,
                   "permission denied");
    if (is_root)
        assert_int_equal(seteuid(0), 0);
    assert_int_equal(chmod(folder, 0777), 0);
    assert_int_equal(count_files(), 0);
}

/* ---- A disk that is full ------------------------------------------------ */

static void limit_files(rlim_t bytes)
{
    struct rlimit limit;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
    limit.rlim_cur = bytes;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

/* A limit of the size of files has the same effect as a full disk, and needs
   neither a disk nor root. */
static gm_status write_much(const char *path, gm_layer_options options,
                            rlim_t limit, gm_error *err)
{
    /* More than any of the limits, and no more: LIBKML takes its time. */
    enum { COUNT = 600 };
    gm_mention *mentions = calloc(COUNT, sizeof *mentions);
    for (size_t i = 0; i < COUNT; i++)
        mentions[i] = mention_of(i % 2 ? TOKYO : YEREVAN, "Yerevan");
    limit_files(limit);
    const gm_status status =
        write_layer(path, options, mentions, COUNT, NULL, err);
    limit_files(RLIM_INFINITY);
    free(mentions);
    return status;
}

static void a_full_disk_is_an_error_in_every_format(void **state)
{
    (void)state;
    static const char *const files[] = {
        "a.gpkg", "a.shp", "a.geojson", "a.geojsonl", "a.fgb", "a.kml",
        "a.gml", "a.tab", "a.mif", "a.csv", "a.xlsx", "a.ods", "a.sqlite",
        "a.gpx", "a.jml", "a.gmt", "a.sql", "a.dxf", "a.gdb", "a.shz",
        "a.kmz"};
    signal(SIGXFSZ, SIG_IGN);
    for (size_t f = 0; f < sizeof files / sizeof files[0]; f++) {
        gm_error err;
        const gm_status status =
            write_much(path_of(files[f]), options_for(NULL), 4096, &err);
        if (status != GM_ERR_IO)
            fail_msg("%s: %d %s", files[f], status, err.message);
        if (count_files() != 0)
            fail_msg("%s left files behind", files[f]);
    }
}

static void a_full_disk_leaves_the_old_file(void **state)
{
    (void)state;
    gm_layer_options options;
    gm_error err;
    const gm_mention mention = mention_of(YEREVAN, "Yerevan");
    signal(SIGXFSZ, SIG_IGN);
    for (size_t f = 0; f < FILE_COUNT; f++) {
        const char *path = path_of(FILES[f]);
        assert_writes(path, options_for(NULL), &mention, 1, NULL);
        const size_t before = count_files();
        if (write_much(path, *with(&options, true, false), 60000, &err) !=
            GM_ERR_IO)
            fail_msg("%s: %s", path, err.message);
        assert_int_equal(count_rows(path), 1);
        /* What a database has already can be written on a full disk. */
        struct stat info;
        assert_int_equal(stat(path, &info), 0);
        if (f + 1 < FILE_COUNT && /* not GML */
            write_much(path, *with(&options, false, true),
                       (rlim_t)info.st_size + 40000, &err) != GM_ERR_IO)
            fail_msg("%s: %s", path, err.message);
        assert_int_equal(count_rows(path), 1);
        assert_int_equal(count_files(), before);
    }
}

/* ---- What is no file ---------------------------------------------------- */

static void a_full_device_is_an_error(void **state)
{
    (void)state;
    static const char *const drivers[] = {"GeoJSON", "GeoJSONSeq", "CSV",
                                          "KML", "GeoRSS", "PGDUMP"};
    const gm_mention mention = mention_of(YEREVAN, "Yerevan");
    gm_error err;
    for (size_t d = 0; d < sizeof drivers / sizeof drivers[0]; d++) {
        const gm_status status =
            write_layer("/dev/full", options_for(drivers[d]), &mention, 1,
                        NULL, &err);
        if (status != GM_ERR_IO || !strstr(err.message, "no space left"))
            fail_msg("%s: %d %s", drivers[d], status, err.message);
    }
    assert_refuses("/dev/full", options_for("GPKG"), GM_ERR_IO,
                   "GPKG needs a file");
    struct stat info;
    assert_int_equal(stat("/dev/full", &info), 0);
    assert_true(S_ISCHR(info.st_mode));
}

static void a_pipe_gets_the_whole_layer(void **state)
{
    (void)state;
    assert_int_equal(mkfifo(path_of("a.geojson"), 0600), 0);
    const pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        const gm_mention mention = mention_of(YEREVAN, "Yerevan");
        gm_error err;
        _exit(write_layer(path_of("a.geojson"), options_for(NULL), &mention, 1,
                          NULL, &err) != GM_OK);
    }
    size_t length = 0;
    char *text = read_text("a.geojson", &length);
    int result;
    assert_int_equal(waitpid(child, &result, 0), child);
    assert_int_equal(result, 0);
    assert_non_null(strstr(text, "Yerevan"));
    assert_string_equal(text + length - 4, "]\n}\n");
    free(text);
    struct stat info;
    assert_int_equal(stat(path_of("a.geojson"), &info), 0);
    assert_true(S_ISFIFO(info.st_mode));
}

static void standard_output_takes_what_needs_no_way_back(void **state)
{
    (void)state;
    assert_refuses("/vsistdout/", options_for("GPKG"), GM_ERR_UNSUPPORTED,
                   "cannot be written to standard output");
    assert_refuses("/dev/stdout", options_for("ESRI Shapefile"),
                   GM_ERR_UNSUPPORTED, "cannot be written to standard output");
}

static void memory_files_of_gdal_are_written_as_they_stand(void **state)
{
    (void)state;
    gm_layer_options options;
    const gm_mention mention = mention_of(YEREVAN, "Yerevan");
    assert_writes("/vsimem/a.gpkg", options_for(NULL), &mention, 1, NULL);
    assert_refuses("/vsimem/a.gpkg", options_for(NULL), GM_ERR_EXISTS,
                   "exists");
    assert_writes("/vsimem/a.gpkg", *with(&options, false, true), &mention, 1,
                  NULL);
    assert_int_equal(count_rows("/vsimem/a.gpkg"), 2);
    assert_writes("/vsimem/a.gpkg", *with(&options, true, false), &mention, 1,
                  NULL);
    assert_int_equal(count_rows("/vsimem/a.gpkg"), 1);
    write_and_discard("/vsimem/b.gpkg", options_for(NULL));
    assert_null(GDALOpenEx("/vsimem/b.gpkg", GDAL_OF_VECTOR, NULL, NULL, NULL));
}

static void several_layers_are_open_at_the_same_time(void **state)
{
    (void)state;
    enum { COUNT = 8 };
    gm_layer *layers[COUNT] = {NULL};
    char names[COUNT][16];
    const gm_mention mention = mention_of(YEREVAN, "Yerevan");
    const gm_document doc = {"a.txt", &mention, 1};
    const gm_layer_options options = options_for(NULL);
    for (size_t i = 0; i < COUNT; i++) {
        snprintf(names[i], sizeof names[i], "%zu.geojson", i);
        assert_int_equal(gm_layer_open(path_of(names[i]), NULL, &options,
                                       &layers[i], NULL),
                         GM_OK);
    }
    for (size_t i = 0; i < COUNT; i++)
        assert_int_equal(gm_layer_add(layers[i], &doc, NULL), GM_OK);
    for (size_t i = 0; i < COUNT; i++)
        assert_int_equal(gm_layer_commit(layers[COUNT - 1 - i], NULL), GM_OK);
    for (size_t i = 0; i < COUNT; i++)
        assert_int_equal(count_rows(path_of(names[i])), 1);
    assert_int_equal(count_files(), COUNT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        layer_test(an_existing_file_is_refused_and_stays),
        layer_test(a_part_that_exists_is_not_replaced),
        layer_test(overwrite_replaces_all_parts),
        layer_test(overwrite_removes_parts_that_the_new_layer_lacks),
        layer_test(overwrite_removes_the_journal_of_the_old_database),
        layer_test(overwrite_replaces_a_file_of_another_kind),
        layer_test(a_folder_of_other_files_is_never_replaced),
        layer_test(append_adds_rows_to_those_that_are_there),
        layer_test(append_makes_another_layer_in_the_same_file),
        layer_test(append_says_when_a_format_cannot),
        layer_test(replacing_and_adding_at_once_is_misuse),
        layer_test(discard_leaves_what_was_there),
        layer_test(nothing_is_made_before_the_options_are_right),
        layer_test(a_folder_that_is_not_there_or_no_folder_is_told),
        layer_test(an_unwritable_folder_is_told),
        layer_test(a_full_disk_is_an_error_in_every_format),
        layer_test(a_full_disk_leaves_the_old_file),
        layer_test(a_full_device_is_an_error),
        layer_test(a_pipe_gets_the_whole_layer),
        layer_test(standard_output_takes_what_needs_no_way_back),
        layer_test(memory_files_of_gdal_are_written_as_they_stand),
        layer_test(several_layers_are_open_at_the_same_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
