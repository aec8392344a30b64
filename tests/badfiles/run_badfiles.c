/* SPDX-License-Identifier: MIT */
/*
 * Opens a compiled gazetteer in each state of damage and asks it all there is
 * to ask. A damaged file is refused with one clear line, or answers safely;
 * verify tells of it. With a folder as argument, the files are left there:
 *
 *     run_badfiles [FOLDER]
 */
#include "../unit/build/fixture.h"
#include "damage.h"
#include "gazetteer/gazetteer.h"
#include "gazetteer/identity.h"
#include "gazetteer/walk.h"
#include "text/utf8.h"

/* The whole file, as it was compiled; and its names, to ask for. */
enum { ROOM = 1 << 16 }; /* for damage that makes a file longer */
static char *whole;
static size_t whole_size;
static char asked[200][64];
static size_t asked_count;

static const char *make_table(void)
{
    static const char *const words[] = {"New", "San", "Lake", "Ost", "Горный",
                                        "Ñu", "York", "東"};
    const char *path = in_folder("table.csv");
    FILE *file = fopen(path, "wb");
    fputs("id,name,names,lon,lat,feature,country,admin1,parent,population\n",
          file);
    for (int i = 0; i < 120; i++) {
        char *name = asked[asked_count++];
        snprintf(name, sizeof asked[0], "%s %s %d", words[i % 8],
                 words[i / 8 % 8], i % 40);
        fprintf(file, "%s%d,%s,%s|de=%s|Same,%d,%d,%s,AM,%02d,%s%d,%d\n",
                i % 5 ? "" : "id", i, name, words[i % 8], words[i % 7],
                i - 60, i / 2, i % 9 ? "P.PPL" : "A.ADM1", i % 12,
                i % 10 ? "" : "id", i / 10 * 10, i * 1000);
    }
    fputs("armenia,Armenia,,45,40,A.PCLI,AM,,,3000000\n", file);
    fclose(file);
    return path;
}

static int make_whole(void **state)
{
    if (make_folder(state))
        return -1;
    const char *table = make_table();
    const char *path = in_folder("whole.gaz");
    compile(path, "csv", &table, 1);
    gm_gazetteer_close(open_file(path));
    whole = read_whole(path, &whole_size);
    for (size_t i = 0; i < 8; i++)
        strcpy(asked[asked_count++],
               (const char *[]){"New", "San", "Lake", "Same", "Armenia",
                                "Nowhere at all", "", "Armenja"}[i]);
    return 0;
}

static int free_whole(void **state)
{
    free(whole);
    return remove_folder(state);
}

/* ---- Asking all there is to ask ---------------------------------------- */

static void use_text(const char *text)
{
    assert_non_null(text);
    const size_t length = strlen(text);
    assert_int_equal(gmi_utf8_check(text, length), length);
}

static void use_place(const gm_gazetteer *gazetteer, uint32_t index)
{
    gm_place place;
    if (gm_gazetteer_place(gazetteer, index, &place))
        return;
    use_text(place.name);
    use_text(place.admin1);
    use_text(place.admin2);
    assert_true(strlen(place.id) < GM_ID_SIZE);
    assert_true(strlen(place.feature) < sizeof place.feature);
    assert_true(strlen(place.country) < sizeof place.country);
    assert_true(isnan(place.longitude) == isnan(place.latitude));
    assert_false(fabs(place.longitude) > 180 || fabs(place.latitude) > 90);
    assert_true(place.radius_km > 0);
    gmi_gazetteer_topmost(gazetteer, index);
    gmi_gazetteer_same_place(gazetteer, index, index ^ 1);
    const struct gmi_ancestors in = gmi_gazetteer_ancestors(gazetteer, index);
    const uint64_t count = gm_gazetteer_place_count(gazetteer);
    assert_true(in.country == GMI_NONE || in.country < count);
    assert_true(in.admin1 == GMI_NONE || in.admin1 < count);
    assert_true(in.admin2 == GMI_NONE || in.admin2 < count);
    assert_true(in.parent == GMI_NONE || in.parent < count);
    gm_name name;
    for (size_t i = 0; !gm_gazetteer_place_name(gazetteer, index, i, &name);
         i++) {
        use_text(name.text);
        assert_true(strlen(name.language) < sizeof name.language);
        assert_in_range(name.kind, GM_NAME_MAIN, GM_NAME_ADJECTIVE);
    }
}

struct answered {
    const gm_gazetteer *gazetteer;
    size_t count;
};

static bool use_match(void *context, const gm_match *match)
{
    struct answered *answered = context;
    use_text(match->name.text);
    assert_in_range(match->name.kind, GM_NAME_MAIN, GM_NAME_ADJECTIVE);
    assert_true(match->place < gm_gazetteer_place_count(answered->gazetteer));
    return ++answered->count < 10000;
}

static void use_all(const gm_gazetteer *gazetteer)
{
    const uint32_t count = (uint32_t)gm_gazetteer_place_count(gazetteer);
    for (uint32_t i = 0; i < count + 3; i++)
        use_place(gazetteer, i);
    use_place(gazetteer, UINT32_MAX);
    gm_source source;
    for (size_t i = 0; !gm_gazetteer_source(gazetteer, i, &source); i++) {
        use_text(source.prefix);
        use_text(source.name);
        use_text(source.licence);
        use_text(source.url);
    }
    struct gmi_word words[1000];
    uint16_t lengths[1000];
    size_t word_count = 0;
    for (size_t i = 0; i < asked_count; i++) {
        struct answered answered = {gazetteer, 0};
        assert_ok(gm_gazetteer_lookup(gazetteer, asked[i], strlen(asked[i]),
                                      use_match, &answered, NULL));
        size_t position = 0;
        while (gmi_word_next(asked[i], strlen(asked[i]), &position,
                             &words[word_count]))
            word_count++;
    }
    gmi_walk_names(gazetteer, words, word_count, lengths);
    for (uint64_t key = 0; key < 3000; key++)
        gmi_gazetteer_probe(gazetteer, key * UINT64_C(0x9e3779b97f4a7c15));
}

/* ---- One kind of damage ------------------------------------------------ */

static gm_status open_damaged(const char *path, gm_gazetteer **gazetteer,
                              gm_error *err)
{
    /* Alone, and over and under a whole one. */
    const char *const layers[][2] = {
        {path, path}, {in_folder("whole.gaz"), path},
        {path, in_folder("whole.gaz")}};
    for (size_t i = 1; i < 3; i++) {
        if (gm_gazetteer_open(layers[i], 2, gazetteer, NULL) == GM_OK) {
            use_all(*gazetteer);
            gm_gazetteer_close(*gazetteer);
        }
    }
    return gm_gazetteer_open(&path, 1, gazetteer, err);
}

static void assert_told(const gm_error *err, const char *message)
{
    if (!strstr(err->message, message) || !err->message[0])
        print_error("said: %s\n", err->message);
    assert_true(err->message[0] != '\0');
    assert_null(strchr(err->message, '\n'));
    assert_non_null(strstr(err->message, message));
}

static void damage_is_refused_or_answered_safely(void **state)
{
    const struct damage *damage = *state;
    struct file file = {.size = whole_size, .capacity = whole_size + ROOM};
    file.data = calloc(file.capacity, 1);
    assert_non_null(file.data);
    memcpy(file.data, whole, whole_size);
    damage->inflict(&file);
    assert_true(file.size <= file.capacity);
    char name[80];
    snprintf(name, sizeof name, "%s.gaz", damage->name);
    const char *path = put_bytes(name, file.data, file.size);
    free(file.data);
    gm_gazetteer *gazetteer = NULL;
    gm_error err = {0};
    const gm_status status = open_damaged(path, &gazetteer, &err);
    if (damage->outcome == IS_REFUSED || damage->outcome == IS_VERSION) {
        assert_int_equal(status, damage->outcome == IS_VERSION
                                     ? GM_ERR_VERSION
                                     : GM_ERR_DAMAGED);
        assert_told(&err, damage->message);
        assert_non_null(strstr(err.message, name));
        return;
    }
    assert_int_equal(status, GM_OK);
    use_all(gazetteer);
    const gm_status verified = gm_gazetteer_verify(gazetteer, &err);
    if (damage->outcome == OPENS) {
        assert_int_equal(verified, GM_OK);
    } else {
        assert_int_equal(verified, GM_ERR_DAMAGED);
        assert_told(&err, damage->message);
    }
    gm_gazetteer_close(gazetteer);
}

/* A file that ends anywhere: at each section, within it, at each 97 bytes. */
static void a_file_that_is_cut_off_is_refused(void **state)
{
    (void)state;
    for (size_t size = 0; size < whole_size;
         size += size < 1300 ? 7 : 97) {
        const char *path = put_bytes("cut.gaz", whole, size);
        gm_gazetteer *gazetteer = NULL;
        gm_error err = {0};
        assert_int_equal(gm_gazetteer_open(&path, 1, &gazetteer, &err),
                         GM_ERR_DAMAGED);
        assert_told(&err, "cut.gaz");
    }
}

/* Bytes changed at random behind the header, with checksums as they were. */
static void random_bytes_are_answered_safely(void **state)
{
    (void)state;
    char *data = malloc(whole_size);
    unsigned dice = 9;
    for (int round = 0; round < 300; round++) {
        memcpy(data, whole, whole_size);
        for (int i = 0; i < 1 + round % 40; i++) {
            dice = dice * 1103515245 + 12345;
            const size_t at = 1152 + (dice >> 4) % (whole_size - 1152);
            data[at] = (char)(dice >> 16);
        }
        const char *path = put_bytes("random.gaz", data, whole_size);
        gm_gazetteer *gazetteer = NULL;
        if (gm_gazetteer_open(&path, 1, &gazetteer, NULL))
            continue;
        use_all(gazetteer);
        gm_gazetteer_close(gazetteer);
    }
    free(data);
}

/* The same files, left in a folder for other programs to be tried on. */
static int leave_files(const char *where)
{
    snprintf(folder, sizeof folder, "%s", where);
    const char *table = make_table();
    compile(in_folder("whole.gaz"), "csv", &table, 1);
    size_t size;
    char *data = read_whole(in_folder("whole.gaz"), &size);
    for (size_t i = 0; i < damage_count; i++) {
        struct file file = {.size = size, .capacity = size + ROOM};
        file.data = calloc(file.capacity, 1);
        memcpy(file.data, data, size);
        damages[i].inflict(&file);
        char name[80];
        snprintf(name, sizeof name, "%s.gaz", damages[i].name);
        put_bytes(name, file.data, file.size);
        free(file.data);
    }
    free(data);
    return 0;
}

int main(int argc, char **argv)
{
    if (argc > 1)
        return leave_files(argv[1]);
    struct CMUnitTest *tests = calloc(damage_count + 2, sizeof *tests);
    for (size_t i = 0; i < damage_count; i++)
        tests[i] = (struct CMUnitTest){
            .name = damages[i].name,
            .test_func = damage_is_refused_or_answered_safely,
            .initial_state = (void *)(uintptr_t)&damages[i]};
    tests[damage_count] = (struct CMUnitTest)cmocka_unit_test(
        a_file_that_is_cut_off_is_refused);
    tests[damage_count + 1] =
        (struct CMUnitTest)cmocka_unit_test(random_bytes_are_answered_safely);
    const int failed = _cmocka_run_group_tests(
        "badfiles", tests, damage_count + 2, make_whole, free_whole);
    free(tests);
    return failed;
}
