/* SPDX-License-Identifier: MIT */
/*
 * Makes a large table in GeoNames' layout out of a smaller one:
 *
 *     make_table SOURCE OUTPUT [PLACES [NAMES]]
 *
 * SOURCE is a folder with allCountries.txt and, if at hand, its companions
 * (also packed); OUTPUT a folder that is there. The rows of the source come
 * first, as they are; then made ones until there are PLACES places (default
 * 13 million) and NAMES rows of alternateNamesV2.txt (default 16 million). A
 * made row has an id, a point and names of its own: a third bears the name of
 * a row of the source, a third has one word of a neighbour, a third is
 * blended of two words, so that the number of different names goes on
 * growing as it does in the real table. The same source, the same bytes.
 */
#include "build/lines.h"
#include "build/source.h"
#include "clock.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    COLUMNS = 19,
    NEIGHBOURS = 4000,         /* rows around one are of the same region */
    TEXT_MAX = 1200
};

/* Ids of the sources are below; 13 million more fit into 32 bits. */
#define FIRST_MADE_ID UINT64_C(2200000000)

struct table {
    char *bytes;
    size_t size, capacity;
    size_t *rows; /* where each begins */
    size_t count, row_capacity;
};

struct maker {
    struct table source;
    FILE *places, *names;
    uint64_t place_count, name_count, next_name_id;
    uint64_t wanted_names;
    uint64_t made, made_to_do; /* rows beyond the source */
    uint64_t names_to_do;      /* and their rows of names */
};

static void fail(const char *what)
{
    fprintf(stderr, "make_table: %s\n", what);
    exit(1);
}

static void keep_row(struct table *table, const char *line, size_t length)
{
    if (table->size + length + 1 > table->capacity) {
        table->capacity = table->capacity * 2 + length + (1 << 20);
        table->bytes = need(realloc(table->bytes, table->capacity));
    }
    if (table->count == table->row_capacity) {
        table->row_capacity = table->row_capacity * 2 + 1024;
        table->rows = need(realloc(table->rows, table->row_capacity *
                                                    sizeof *table->rows));
    }
    table->rows[table->count++] = table->size;
    memcpy(table->bytes + table->size, line, length);
    table->size += length;
    table->bytes[table->size++] = '\0';
}

/* Opens a table of the folder, packed or not; false when it has none. */
static bool open_table(const char *folder, const char *name,
                       struct gmi_lines *lines)
{
    static const char *const endings[] = {"", ".zst", ".gz", ".zip"};
    static char path[4096];
    for (size_t i = 0; i < 4; i++) {
        snprintf(path, sizeof path, "%s/%s%s", folder, name, endings[i]);
        if (access(path, R_OK) == 0) {
            gm_error err;
            if (gmi_lines_open(lines, path, &err))
                fail(err.message);
            return true;
        }
    }
    return false;
}

/* The next line of a table; false at its end. */
static bool next_line(struct gmi_lines *lines, char **line, size_t *length)
{
    gm_error err;
    const gm_status status = gmi_lines_next(lines, line, length, &err);
    if (status && status != GM_END)
        fail(err.message);
    return status == GM_OK;
}

static FILE *create(const char *folder, const char *name)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    if (!file)
        fail(strerror(errno));
    static char buffers[8][1 << 20];
    static size_t used;
    setvbuf(file, buffers[used++ % 8], _IOFBF, sizeof *buffers);
    return file;
}

static void copy_small(const char *from, const char *to, const char *name)
{
    struct gmi_lines lines;
    char *line;
    size_t length;
    if (!open_table(from, name, &lines))
        return;
    FILE *file = create(to, name);
    while (next_line(&lines, &line, &length))
        fprintf(file, "%s\n", line);
    gmi_lines_close(&lines);
    fclose(file);
}

/* ---- Names ------------------------------------------------------------- */

/* Field `column` of a row of the source. */
static const char *field_at(const char *row, int column, size_t *length)
{
    for (; column > 0; column--) {
        row = strchr(row, '\t');
        if (!row)
            return *length = 0, "";
        row++;
    }
    *length = strcspn(row, "\t");
    return row;
}

static size_t middle_of(const char *text, size_t length)
{
    size_t middle = length / 2;
    while (middle > 0 && ((unsigned char)text[middle] & 0xc0) == 0x80)
        middle--;
    return middle;
}

/* A word of a text, counted from its end. */
static const char *word_from_end(const char *text, size_t length,
                                 size_t number, size_t *word_length)
{
    size_t end = length;
    for (;;) {
        size_t begin = end;
        while (begin > 0 && text[begin - 1] != ' ')
            begin--;
        if (number-- == 0 || begin == 0) {
            *word_length = end - begin;
            return text + begin;
        }
        end = begin - 1;
    }
}

/* Words of the kinds that the real table is full of. */
static const char *type_word(uint64_t choice)
{
    static const char *const words[] = {
        "Creek", "Lake", "River", "School", "Church", "Farm", "Hotel",
        "Mountain", "Cemetery", "Park", "Hill", "Point", "Bay", "Dam"};
    return words[choice % (sizeof words / sizeof *words)];
}

/* What is done to the names of one made row, name and plain name alike. */
struct change {
    unsigned kind; /* of ten */
    size_t word;
    uint64_t type; /* a type word to add, or 0 */
};

static size_t make_name(const char *own, size_t own_length, const char *other,
                        size_t other_length, const struct change *change,
                        char *out)
{
    size_t length = 0, word_length, part_length;
    const char *word =
        word_from_end(own, own_length, change->word, &word_length);
    const char *part =
        word_from_end(other, other_length, change->word, &part_length);
    const size_t before = (size_t)(word - own);
    const size_t after = own_length - before - word_length;
    if (change->kind < 3 || own_length + other_length > TEXT_MAX / 2) {
        memcpy(out, own, own_length);
        length = own_length;
    } else {
        const size_t head = change->kind < 6 ? 0 : middle_of(word, word_length);
        const size_t tail = change->kind < 6 ? 0 : middle_of(part, part_length);
        memcpy(out, own, before + head);
        length = before + head;
        memcpy(out + length, part + tail, part_length - tail);
        length += part_length - tail;
        memcpy(out + length, word + word_length, after);
        length += after;
    }
    if (change->type)
        length += (size_t)sprintf(out + length, " %s",
                                  type_word(change->type));
    out[length] = '\0';
    return length;
}

/* The next of a list of names; NULL behind the last. */
static const char *next_listed(const char **list, const char *end,
                               size_t *length)
{
    if (*list >= end)
        return NULL;
    const char *name = *list;
    const char *comma = memchr(name, ',', (size_t)(end - name));
    *length = (size_t)((comma ? comma : end) - name);
    *list = comma ? comma + 1 : end;
    return name;
}

/* ---- Rows -------------------------------------------------------------- */

static void put_name_row(struct maker *maker, uint64_t place, uint64_t dice,
                         const char *name)
{
    static const char *const languages[] = {"en", "ru", "fr", "de",
                                            "es", "",   "ar", "fa",
                                            "zh", "sv", "ceb", "link"};
    fprintf(maker->names, "%llu\t%llu\t%s\t%s\t%s\t\t\t\t\t\n",
            (unsigned long long)maker->next_name_id++,
            (unsigned long long)place, languages[dice % 12], name,
            dice >> 8 & 7 ? "" : "1");
    maker->name_count++;
}

/* Whether this made row gets a row of names: evenly spread. */
static bool is_due(const struct maker *maker)
{
    return maker->name_count < maker->wanted_names &&
           (maker->made + 1) * maker->names_to_do / maker->made_to_do >
               maker->made * maker->names_to_do / maker->made_to_do;
}

struct made {
    char name[TEXT_MAX], plain[TEXT_MAX], listed[2 * TEXT_MAX];
    char feature[16];
};

static void make_names(const char *row, const char *other, uint64_t *dice,
                       struct made *made)
{
    static const char *const features[] = {"P\tPPL", "H\tSTM", "T\tMT",
                                           "S\tSCH", "S\tFRM", "S\tCH",
                                           "H\tLK",  "L\tLCTY"};
    const uint64_t choice = random_next(dice);
    const unsigned feature = choice % 16 < 8 ? 0 : (unsigned)(choice % 8);
    const struct change change = {
        .kind = (unsigned)(choice >> 8 & 0xff) * 10 / 256,
        .word = choice >> 16 & 1,
        .type = feature > 0 && (choice >> 20 & 1) ? feature : 0};
    size_t own_length, other_length;
    strcpy(made->feature, features[feature]);
    const char *own = field_at(row, 1, &own_length);
    const char *part = field_at(other, 1, &other_length);
    make_name(own, own_length, part, other_length, &change, made->name);
    own = field_at(row, 2, &own_length);
    part = field_at(other, 2, &other_length);
    make_name(own, own_length, part, other_length, &change, made->plain);
    size_t length = 0;
    made->listed[0] = '\0';
    const char *list = field_at(row, 3, &own_length);
    const char *end = list + own_length, *name;
    const char *others = field_at(other, 3, &other_length);
    const char *others_end = others + other_length;
    for (int i = 0; i < 3; i++) {
        name = next_listed(&list, end, &own_length);
        part = next_listed(&others, others_end, &other_length);
        if (!name || own_length > 400 || (part && other_length > 400))
            break;
        const bool same_script =
            part && other_length && own_length &&
            ((unsigned char)*name >> 5) == ((unsigned char)*part >> 5);
        if (i > 0)
            made->listed[length++] = ',';
        length += make_name(name, own_length, same_script ? part : name,
                            same_script ? other_length : own_length,
                            &(struct change){change.kind, 0, 0},
                            made->listed + length);
    }
}

static void put_made_row(struct maker *maker, uint64_t number)
{
    const struct table *source = &maker->source;
    uint64_t dice = number * 2654435761u + 12345;
    const size_t at = (size_t)(number % source->count);
    const uint64_t step = random_next(&dice) % NEIGHBOURS;
    const char *row = source->bytes + source->rows[at];
    const char *other =
        source->bytes + source->rows[(at + step) % source->count];
    static struct made made;
    make_names(row, other, &dice, &made);
    size_t length, rest_length;
    double latitude = strtod(field_at(row, 4, &length), NULL);
    double longitude = strtod(field_at(row, 5, &length), NULL);
    latitude += (double)(random_next(&dice) % 20001) / 1e4 - 1;
    longitude += (double)(random_next(&dice) % 20001) / 1e4 - 1;
    latitude = latitude > 90 ? 90 : latitude < -90 ? -90 : latitude;
    longitude = longitude > 180    ? longitude - 360
                : longitude < -180 ? longitude + 360
                                   : longitude;
    const char *codes = field_at(row, 8, &length);
    const char *population = field_at(row, 14, &length);
    const char *rest = field_at(row, 15, &rest_length);
    const uint64_t id = FIRST_MADE_ID + number;
    fprintf(maker->places, "%llu\t%s\t%s\t%s\t%.5f\t%.5f\t%s\t",
            (unsigned long long)id, made.name, made.plain, made.listed,
            latitude, longitude, made.feature);
    fwrite(codes, 1, (size_t)(population - codes), maker->places);
    fprintf(maker->places, "0\t%s\n", rest);
    if (is_due(maker)) {
        const size_t first = strcspn(made.listed, ",");
        made.listed[first] = '\0';
        put_name_row(maker, id, random_next(&dice),
                     first ? made.listed : made.name);
    }
    maker->made++;
}

/* The source's own rows, and where those of names end. */
static void copy_source(struct maker *maker, const char *folder,
                        uint64_t places)
{
    struct gmi_lines lines;
    char *line;
    size_t length;
    if (!open_table(folder, "allCountries.txt", &lines))
        fail("the source has no allCountries.txt");
    while (next_line(&lines, &line, &length)) {
        if (maker->place_count == places)
            break;
        fprintf(maker->places, "%s\n", line);
        maker->place_count++;
        size_t tabs = 0;
        for (const char *p = line; (p = strchr(p, '\t')); p++)
            tabs++;
        if (tabs == COLUMNS - 1)
            keep_row(&maker->source, line, length);
    }
    gmi_lines_close(&lines);
    if (!open_table(folder, "alternateNamesV2.txt", &lines))
        return;
    while (next_line(&lines, &line, &length)) {
        if (maker->name_count == maker->wanted_names)
            break;
        fprintf(maker->names, "%s\n", line);
        maker->name_count++;
    }
    gmi_lines_close(&lines);
}

int main(int argc, char **argv)
{
    if (argc < 3)
        fail("make_table SOURCE OUTPUT [PLACES [NAMES]]");
    const uint64_t places =
        argc > 3 ? strtoull(argv[3], NULL, 10) : 13000000;
    struct maker maker = {.next_name_id = 1000000000};
    maker.wanted_names = argc > 4 ? strtoull(argv[4], NULL, 10) : 16000000;
    maker.places = create(argv[2], "allCountries.txt");
    maker.names = create(argv[2], "alternateNamesV2.txt");
    copy_source(&maker, argv[1], places);
    if (maker.source.count == 0)
        fail("the source has no rows");
    maker.made_to_do = places - maker.place_count;
    maker.names_to_do = maker.wanted_names - maker.name_count;
    for (uint64_t i = 0; i < maker.made_to_do; i++)
        put_made_row(&maker, i);
    if (fclose(maker.places) || fclose(maker.names))
        fail(strerror(errno));
    copy_small(argv[1], argv[2], "admin1CodesASCII.txt");
    copy_small(argv[1], argv[2], "admin2Codes.txt");
    copy_small(argv[1], argv[2], "countryInfo.txt");
    copy_small(argv[1], argv[2], "hierarchy.txt");
    free(maker.source.bytes);
    free(maker.source.rows);
    return 0;
}
