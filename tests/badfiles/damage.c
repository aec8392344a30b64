/* SPDX-License-Identifier: MIT */
/* Compiled gazetteers that are damaged in one way each. */
#include "damage.h"

#include <string.h>

#define XXH_INLINE_ALL
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpedantic"
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wshadow"
#include <xxhash.h>
#pragma GCC diagnostic pop

/* ---- What the damage is done with -------------------------------------- */

static struct gmi_container_header *header_of(struct file *file)
{
    return (void *)file->data;
}

static struct gmi_section *sections_of(struct file *file)
{
    return (void *)(file->data + sizeof(struct gmi_container_header));
}

static struct gmi_section *section_of(struct file *file, uint32_t tag)
{
    for (size_t i = 0; i < header_of(file)->section_count; i++)
        if (sections_of(file)[i].tag == tag)
            return &sections_of(file)[i];
    return NULL;
}

static void *items_of(struct file *file, uint32_t tag)
{
    return file->data + section_of(file, tag)->offset;
}

static size_t count_of(struct file *file, uint32_t tag)
{
    const struct gmi_section *section = section_of(file, tag);
    return section->size / section->item_size;
}

/* So that the damage is met, and not a checksum before it. */
static void repair_header(struct file *file)
{
    struct gmi_container_header *header = header_of(file);
    size_t count = header->section_count;
    if (count > GMI_SECTIONS_MAX)
        count = GMI_SECTIONS_MAX;
    header->checksum = 0;
    header->checksum =
        XXH3_64bits(file->data, sizeof *header + count * sizeof(struct gmi_section));
}

static void repair(struct file *file)
{
    for (size_t i = 0; i < header_of(file)->section_count; i++) {
        struct gmi_section *section = &sections_of(file)[i];
        if (section->offset <= file->size &&
            section->size <= file->size - section->offset)
            section->checksum = XXH3_64bits(file->data + section->offset,
                                            (size_t)section->size);
    }
    repair_header(file);
}

static void cut(struct file *file, size_t size)
{
    file->size = size;
}

static void cut_and_repair(struct file *file, size_t size)
{
    cut(file, size);
    header_of(file)->file_size = size;
    repair_header(file);
}

static struct gmi_place_record *places(struct file *file)
{
    return items_of(file, GMI_SECTION_PLACES);
}

static struct gmi_name_record *names(struct file *file)
{
    return items_of(file, GMI_SECTION_NAMES);
}

static struct gmi_bucket_record *buckets(struct file *file)
{
    return items_of(file, GMI_SECTION_SLOTS);
}

static uint32_t *lists(struct file *file)
{
    return items_of(file, GMI_SECTION_OF_PLACE);
}

static char *strings(struct file *file)
{
    return items_of(file, GMI_SECTION_STRINGS);
}

/* A slot that leads to a name. */
static uint32_t *name_slot(struct file *file, uint32_t **mark)
{
    for (size_t i = 0; i < count_of(file, GMI_SECTION_SLOTS); i++)
        for (size_t j = 0; j < GMI_BUCKET_SLOTS; j++)
            if (buckets(file)[i].marks[j] & GMI_MARK_IS_NAME) {
                *mark = &buckets(file)[i].marks[j];
                return &buckets(file)[i].names[j];
            }
    return NULL;
}

/* ---- The file as a whole ----------------------------------------------- */

static void nothing(struct file *file)
{
    (void)file;
}

static void empty_file(struct file *file)
{
    cut(file, 0);
}

static void half_a_header(struct file *file)
{
    cut(file, 63);
}

static void header_alone(struct file *file)
{
    cut_and_repair(file, 64);
}

static void last_byte_missing(struct file *file)
{
    cut(file, file->size - 1);
}

static void half_a_file(struct file *file)
{
    cut_and_repair(file, file->size / 2);
}

static void bytes_behind_the_end(struct file *file)
{
    memset(file->data + file->size, 'x', 100);
    file->size += 100;
}

static void zeros(struct file *file)
{
    memset(file->data, 0, file->size);
}

static void other_magic(struct file *file)
{
    file->data[0] = 'X';
}

static void sent_as_text(struct file *file)
{
    /* "\r\n" became "\n", as some programs do to what they send */
    memmove(file->data + 4, file->data + 5, file->size - 5);
    file->size--;
}

static void other_kind(struct file *file)
{
    header_of(file)->kind = GMI_TAG('M', 'O', 'D', 'L');
    repair(file);
}

static void other_byte_order(struct file *file)
{
    unsigned char *kind = (void *)&header_of(file)->kind;
    for (size_t i = 0; i < 2; i++) {
        const unsigned char byte = kind[i];
        kind[i] = kind[3 - i];
        kind[3 - i] = byte;
    }
    repair(file);
}

static void newer_major_version(struct file *file)
{
    header_of(file)->major++;
    repair(file);
}

static void older_major_version(struct file *file)
{
    header_of(file)->major--;
    repair(file);
}

static void newer_minor_version(struct file *file)
{
    header_of(file)->minor = 7;
    repair(file);
}

static void section_of_a_newer_version(struct file *file)
{
    struct gmi_container_header *header = header_of(file);
    sections_of(file)[header->section_count++] =
        (struct gmi_section){.tag = GMI_TAG('N', 'E', 'W', ' '),
                             .item_size = 1,
                             .offset = file->size & ~(size_t)63,
                             .size = 0};
    header->minor++;
    repair(file);
}

static void header_checksum_wrong(struct file *file)
{
    header_of(file)->checksum ^= 1;
}

static void file_size_wrong(struct file *file)
{
    header_of(file)->file_size++;
    repair_header(file);
}

/* ---- The table of sections --------------------------------------------- */

static void too_many_sections(struct file *file)
{
    header_of(file)->section_count = GMI_SECTIONS_MAX + 1;
    repair_header(file);
}

static void endless_sections(struct file *file)
{
    header_of(file)->section_count = UINT32_MAX;
    repair_header(file);
}

static void no_sections(struct file *file)
{
    header_of(file)->section_count = 0;
    repair_header(file);
}

static void section_missing(struct file *file)
{
    section_of(file, GMI_SECTION_PLACES)->tag = GMI_TAG('N', 'O', 'N', 'E');
    repair_header(file);
}

static void section_behind_the_end(struct file *file)
{
    section_of(file, GMI_SECTION_NAMES)->offset = (file->size + 64) & ~UINT64_C(63);
    repair_header(file);
}

static void section_too_long(struct file *file)
{
    section_of(file, GMI_SECTION_STRINGS)->size = file->size;
    repair_header(file);
}

static void section_that_wraps_around(struct file *file)
{
    struct gmi_section *section = section_of(file, GMI_SECTION_STRINGS);
    section->offset = UINT64_C(0xffffffffffffffc0);
    section->size = 128;
    repair_header(file);
}

static void section_misaligned(struct file *file)
{
    struct gmi_section *section = section_of(file, GMI_SECTION_PLACES);
    section->offset += 4;
    section->size -= section->item_size;
    repair_header(file);
}

static void items_of_no_size(struct file *file)
{
    section_of(file, GMI_SECTION_SOURCES)->item_size = 0;
    repair_header(file);
}

static void items_of_another_size(struct file *file)
{
    struct gmi_section *section = section_of(file, GMI_SECTION_PLACES);
    section->item_size = 48;
    section->size = section->size / 48 * 48;
    repair_header(file);
}

static void part_of_an_item(struct file *file)
{
    section_of(file, GMI_SECTION_NAMES)->size -= 5;
    repair_header(file);
}

static void section_twice(struct file *file)
{
    struct gmi_container_header *header = header_of(file);
    sections_of(file)[header->section_count++] =
        *section_of(file, GMI_SECTION_LANGUAGES);
    repair_header(file);
}

static void sections_overlap(struct file *file)
{
    struct gmi_section *codes = section_of(file, GMI_SECTION_LANGUAGES);
    codes->offset = section_of(file, GMI_SECTION_FEATURES)->offset;
    codes->size = codes->item_size;
    memset(file->data + codes->offset, 0, 16); /* a code that is plain */
    repair(file);
}

static void section_in_the_header(struct file *file)
{
    struct gmi_section *section = section_of(file, GMI_SECTION_COUNTRIES);
    section->offset = 0;
    section->size = 64;
    repair(file);
}

static void flip_byte_of(struct file *file, uint32_t tag)
{
    struct gmi_section *section = section_of(file, tag);
    file->data[section->offset + section->size / 2] ^= 0x10;
}

static void byte_of_places_flipped(struct file *file)
{
    flip_byte_of(file, GMI_SECTION_PLACES);
}

static void byte_of_names_flipped(struct file *file)
{
    flip_byte_of(file, GMI_SECTION_NAMES);
}

static void byte_of_strings_flipped(struct file *file)
{
    flip_byte_of(file, GMI_SECTION_STRINGS);
}

static void byte_of_the_filter_flipped(struct file *file)
{
    flip_byte_of(file, GMI_SECTION_FILTER);
}

static void byte_of_the_index_flipped(struct file *file)
{
    flip_byte_of(file, GMI_SECTION_SLOTS);
}

static void byte_of_countries_flipped(struct file *file)
{
    flip_byte_of(file, GMI_SECTION_COUNTRIES);
}

/* ---- Strings and codes ------------------------------------------------- */

static void no_strings(struct file *file)
{
    section_of(file, GMI_SECTION_STRINGS)->size = 0;
    repair(file);
}

static void strings_that_do_not_end(struct file *file)
{
    strings(file)[section_of(file, GMI_SECTION_STRINGS)->size - 1] = 'x';
    repair(file);
}

static void string_not_utf8(struct file *file)
{
    strings(file)[places(file)[0].name] = '\xff';
    repair(file);
}

/* The letter would end behind the string, and behind the section. */
static void letter_cut_off_by_the_end(struct file *file)
{
    const size_t size = section_of(file, GMI_SECTION_STRINGS)->size;
    strings(file)[size - 2] = '\xf0';
    for (size_t i = 0; i < count_of(file, GMI_SECTION_PLACES); i++)
        places(file)[i].name = (uint32_t)(size - 2);
    for (size_t i = 0; i < count_of(file, GMI_SECTION_NAMES); i++)
        names(file)[i].text = (uint32_t)(size - 2);
    repair(file);
}

/* The same where nothing is mapped behind the section. */
static void letter_cut_off_by_the_last_page(struct file *file)
{
    struct gmi_section *section = section_of(file, GMI_SECTION_STRINGS);
    const size_t size = ((size_t)section->size + 64) & ~(size_t)63;
    const size_t end = (file->size + size + 4096) & ~(size_t)4095;
    memcpy(file->data + end - size, strings(file), (size_t)section->size);
    section->offset = end - size;
    section->size = size;
    file->size = end;
    header_of(file)->file_size = end;
    letter_cut_off_by_the_end(file);
}

static void feature_that_does_not_end(struct file *file)
{
    struct gmi_feature_record *feature = items_of(file, GMI_SECTION_FEATURES);
    memset(feature[1].code, 'P', sizeof feature[1].code);
    repair(file);
}

static void language_that_does_not_end(struct file *file)
{
    struct gmi_language_record *language =
        items_of(file, GMI_SECTION_LANGUAGES);
    memset(language[0].code, 'e', sizeof language[0].code);
    repair(file);
}

static void feature_with_a_line_end(struct file *file)
{
    struct gmi_feature_record *feature = items_of(file, GMI_SECTION_FEATURES);
    feature[1].code[1] = '\n';
    repair(file);
}

static void no_features(struct file *file)
{
    section_of(file, GMI_SECTION_FEATURES)->size = 0;
    repair(file);
}

static void no_languages(struct file *file)
{
    section_of(file, GMI_SECTION_LANGUAGES)->size = 0;
    repair(file);
}

static void no_countries(struct file *file)
{
    section_of(file, GMI_SECTION_COUNTRIES)->size = 0;
    repair(file);
}

static void country_out_of_range(struct file *file)
{
    struct gmi_country_record *country =
        items_of(file, GMI_SECTION_COUNTRIES);
    country[1 + 26 * ('A' - 'A') + ('M' - 'A')].place = 0x7fffffff;
    repair(file);
}

static void countries_in_another_order(struct file *file)
{
    struct gmi_country_record *country =
        items_of(file, GMI_SECTION_COUNTRIES);
    memcpy(country[5].code, "ZZ", 3);
    repair(file);
}

static void source_without_a_name(struct file *file)
{
    struct gmi_source_record *source = items_of(file, GMI_SECTION_SOURCES);
    source->prefix = source->licence = UINT32_MAX;
    repair(file);
}

static void source_with_too_many_places(struct file *file)
{
    struct gmi_source_record *source = items_of(file, GMI_SECTION_SOURCES);
    source->places = UINT64_MAX;
    repair(file);
}

static void source_with_too_few_places(struct file *file)
{
    struct gmi_source_record *source = items_of(file, GMI_SECTION_SOURCES);
    source->places--;
    repair(file);
}

static void no_sources(struct file *file)
{
    section_of(file, GMI_SECTION_SOURCES)->size = 0;
    repair(file);
}

/* ---- Places ------------------------------------------------------------ */

static void no_places(struct file *file)
{
    section_of(file, GMI_SECTION_PLACES)->size = 0;
    repair(file);
}

static void place_name_out_of_range(struct file *file)
{
    places(file)[1].name = 0xfffffff0;
    repair(file);
}

static void place_name_within_a_string(struct file *file)
{
    places(file)[1].name++;
    repair(file);
}

static void place_name_empty(struct file *file)
{
    places(file)[1].name = 0;
    repair(file);
}

static void string_id_out_of_range(struct file *file)
{
    places(file)[0].flags |= GMI_PLACE_STRING_ID;
    places(file)[0].id = 0xffffff00;
    repair(file);
}

static void point_beyond_the_pole(struct file *file)
{
    places(file)[0].latitude = 910000000;
    repair(file);
}

static void point_beyond_the_date_line(struct file *file)
{
    places(file)[0].longitude = INT32_MAX;
    repair(file);
}

static void half_a_point(struct file *file)
{
    places(file)[0].latitude = 10;
    places(file)[0].longitude = GMI_NO_POINT;
    repair(file);
}

static void area_out_of_range(struct file *file)
{
    places(file)[2].admin1 = places(file)[2].admin2 = 0xfffffffe;
    repair(file);
}

static void parent_out_of_range(struct file *file)
{
    places(file)[2].parent = (uint32_t)count_of(file, GMI_SECTION_PLACES);
    repair(file);
}

static void parent_of_itself(struct file *file)
{
    places(file)[2].parent = 2;
    repair(file);
}

static void circle_of_parents(struct file *file)
{
    places(file)[0].parent = 1;
    places(file)[1].parent = 2;
    places(file)[2].parent = 0;
    repair(file);
}

static void feature_out_of_range(struct file *file)
{
    places(file)[0].feature = 0xffff;
    repair(file);
}

static void source_out_of_range(struct file *file)
{
    places(file)[0].source = 0xff;
    repair(file);
}

static void country_number_out_of_range(struct file *file)
{
    places(file)[0].country = 0xffff;
    repair(file);
}

static void place_without_a_radius(struct file *file)
{
    places(file)[0].radius = 0;
    repair(file);
}

/* ---- Names of places --------------------------------------------------- */

static void first_name_overlapping(struct file *file)
{
    places(file)[2].first_name = places(file)[1].first_name;
    repair(file);
}

static void first_names_falling(struct file *file)
{
    places(file)[1].first_name = places(file)[3].first_name;
    repair(file);
}

static void first_name_out_of_range(struct file *file)
{
    places(file)[count_of(file, GMI_SECTION_PLACES) - 1].first_name =
        UINT32_MAX;
    repair(file);
}

static void listed_name_out_of_range(struct file *file)
{
    lists(file)[0] = (uint32_t)count_of(file, GMI_SECTION_NAMES);
    repair(file);
}

static void listed_name_of_another(struct file *file)
{
    const uint32_t first = lists(file)[0];
    lists(file)[0] = lists(file)[places(file)[1].first_name];
    lists(file)[places(file)[1].first_name] = first;
    repair(file);
}

static void name_listed_twice(struct file *file)
{
    /* The first place that has three names lists one twice. */
    for (size_t i = 0;; i++) {
        const uint32_t first = places(file)[i].first_name;
        if (places(file)[i + 1].first_name - first < 3)
            continue;
        lists(file)[first + 2] = lists(file)[first + 1];
        break;
    }
    repair(file);
}

static void list_too_short(struct file *file)
{
    struct gmi_section *section = section_of(file, GMI_SECTION_OF_PLACE);
    section->size -= section->item_size;
    repair(file);
}

static void names_fewer_than_listed(struct file *file)
{
    struct gmi_section *section = section_of(file, GMI_SECTION_NAMES);
    section->size -= section->item_size;
    repair(file);
}

/* ---- Names ------------------------------------------------------------- */

static void no_names(struct file *file)
{
    section_of(file, GMI_SECTION_NAMES)->size = 0;
    section_of(file, GMI_SECTION_OF_PLACE)->size = 0;
    repair(file);
}

static void name_text_out_of_range(struct file *file)
{
    names(file)[0].text = UINT32_MAX;
    repair(file);
}

static void name_place_out_of_range(struct file *file)
{
    names(file)[0].place = GMI_NONE;
    repair(file);
}

static void name_language_out_of_range(struct file *file)
{
    names(file)[0].language = 0xffff;
    repair(file);
}

static void name_kind_out_of_range(struct file *file)
{
    names(file)[0].kind = 0xff;
    repair(file);
}

static void name_without_a_word(struct file *file)
{
    strings(file)[names(file)[0].text] = '\0';
    repair(file);
}

static void last_name_not_marked(struct file *file)
{
    names(file)[count_of(file, GMI_SECTION_NAMES) - 1].flags &=
        (uint8_t)~GMI_NAME_LAST;
    repair(file);
}

static void no_name_marked_last(struct file *file)
{
    for (size_t i = 0; i < count_of(file, GMI_SECTION_NAMES); i++)
        names(file)[i].flags &= (uint8_t)~GMI_NAME_LAST;
    repair(file);
}

static void every_name_marked_last(struct file *file)
{
    for (size_t i = 0; i < count_of(file, GMI_SECTION_NAMES); i++)
        names(file)[i].flags |= GMI_NAME_LAST;
    repair(file);
}

static void names_swapped(struct file *file)
{
    const uint32_t text = names(file)[0].text;
    const size_t last = count_of(file, GMI_SECTION_NAMES) - 1;
    names(file)[0].text = names(file)[last].text;
    names(file)[last].text = text;
    repair(file);
}

/* ---- The index --------------------------------------------------------- */

static void no_buckets(struct file *file)
{
    section_of(file, GMI_SECTION_SLOTS)->size = 0;
    repair(file);
}

static void fewer_buckets(struct file *file)
{
    section_of(file, GMI_SECTION_SLOTS)->size -= 64;
    repair(file);
}

static void empty_buckets(struct file *file)
{
    const struct gmi_section *section = section_of(file, GMI_SECTION_SLOTS);
    memset(items_of(file, GMI_SECTION_SLOTS), 0, (size_t)section->size);
    repair(file);
}

static void full_buckets(struct file *file)
{
    const struct gmi_section *section = section_of(file, GMI_SECTION_SLOTS);
    memset(items_of(file, GMI_SECTION_SLOTS), 0xff, (size_t)section->size);
    repair(file);
}

static void slot_behind_the_names(struct file *file)
{
    uint32_t *mark;
    *name_slot(file, &mark) = UINT32_MAX;
    repair(file);
}

static void slot_of_another_name(struct file *file)
{
    uint32_t *mark, *name = name_slot(file, &mark);
    *name = (*name + 5) % (uint32_t)count_of(file, GMI_SECTION_NAMES);
    repair(file);
}

static void slot_that_is_nothing(struct file *file)
{
    uint32_t *mark;
    name_slot(file, &mark);
    *mark &= ~(uint32_t)GMI_MARK_BITS;
    repair(file);
}

static void slot_behind_an_empty_one(struct file *file)
{
    for (size_t i = 0;; i++) {
        struct gmi_bucket_record *bucket = &buckets(file)[i];
        if (bucket->marks[0] == 0 || bucket->marks[6] != 0)
            continue;
        bucket->marks[7] = bucket->marks[0];
        bucket->names[7] = bucket->names[0];
        break;
    }
    repair(file);
}

static void slots_all_of_one_mark(struct file *file)
{
    uint32_t *mark;
    name_slot(file, &mark);
    const uint32_t value = *mark;
    for (size_t i = 0; i < count_of(file, GMI_SECTION_SLOTS); i++)
        for (size_t j = 0; j < GMI_BUCKET_SLOTS; j++) {
            buckets(file)[i].marks[j] = value | GMI_MARK_BITS;
            buckets(file)[i].names[j] = (uint32_t)j;
        }
    repair(file);
}

static void prefixes_not_marked(struct file *file)
{
    for (size_t i = 0; i < count_of(file, GMI_SECTION_SLOTS); i++)
        for (size_t j = 0; j < GMI_BUCKET_SLOTS; j++)
            if (buckets(file)[i].marks[j] & GMI_MARK_IS_NAME)
                buckets(file)[i].marks[j] &= ~(uint32_t)GMI_MARK_IS_PREFIX;
    repair(file);
}

/* ---- The filter --------------------------------------------------------- */

static void no_filter(struct file *file)
{
    section_of(file, GMI_SECTION_FILTER)->tag = GMI_TAG('N', 'O', 'N', 'E');
    repair_header(file);
}

static void filter_of_no_words(struct file *file)
{
    section_of(file, GMI_SECTION_FILTER)->size = 0;
    repair(file);
}

static void filter_of_half_words(struct file *file)
{
    section_of(file, GMI_SECTION_FILTER)->item_size = 4;
    repair(file);
}

static void filter_that_lets_nothing_pass(struct file *file)
{
    const struct gmi_section *section = section_of(file, GMI_SECTION_FILTER);
    memset(items_of(file, GMI_SECTION_FILTER), 0, (size_t)section->size);
    repair(file);
}

#define D(what, outcome, message) {#what, what, outcome, message}

const struct damage damages[] = {
    D(nothing, OPENS, ""),
    D(newer_minor_version, OPENS, ""),
    D(section_of_a_newer_version, OPENS, ""),
    D(empty_file, IS_REFUSED, "too short"),
    D(half_a_header, IS_REFUSED, "too short"),
    D(header_alone, IS_REFUSED, "sections"),
    D(last_byte_missing, IS_REFUSED, "bytes"),
    D(half_a_file, IS_REFUSED, "outside the file"),
    D(bytes_behind_the_end, IS_REFUSED, "bytes"),
    D(zeros, IS_REFUSED, "not a compiled file"),
    D(other_magic, IS_REFUSED, "not a compiled file"),
    D(sent_as_text, IS_REFUSED, "not a compiled file"),
    D(other_kind, IS_REFUSED, "another kind"),
    D(other_byte_order, IS_REFUSED, "another kind"),
    D(newer_major_version, IS_VERSION, "version"),
    D(older_major_version, IS_VERSION, "version"),
    D(header_checksum_wrong, IS_REFUSED, "checksum"),
    D(file_size_wrong, IS_REFUSED, "bytes"),
    D(too_many_sections, IS_REFUSED, "sections"),
    D(endless_sections, IS_REFUSED, "sections"),
    D(no_sections, IS_REFUSED, "missing"),
    D(section_missing, IS_REFUSED, "'PLAC' is missing"),
    D(section_behind_the_end, IS_REFUSED, "outside the file"),
    D(section_too_long, IS_REFUSED, "outside the file"),
    D(section_that_wraps_around, IS_REFUSED, "outside the file"),
    D(section_misaligned, IS_REFUSED, "misaligned"),
    D(items_of_no_size, IS_REFUSED, "misaligned"),
    D(items_of_another_size, IS_REFUSED, "bytes, not 44"),
    D(part_of_an_item, IS_REFUSED, "misaligned"),
    D(section_twice, VERIFY_TELLS, "twice"),
    D(sections_overlap, VERIFY_TELLS, "overlap"),
    D(section_in_the_header, VERIFY_TELLS, "'CTRY'"),
    D(byte_of_places_flipped, VERIFY_TELLS, "'PLAC' does not have"),
    D(byte_of_names_flipped, VERIFY_TELLS, "'NAME' does not have"),
    D(byte_of_strings_flipped, VERIFY_TELLS, "'STRG' does not have"),
    D(byte_of_the_index_flipped, VERIFY_TELLS, "'SLOT' does not have"),
    D(byte_of_countries_flipped, VERIFY_TELLS, "'CTRY' does not have"),
    D(no_strings, IS_REFUSED, "strings do not end"),
    D(strings_that_do_not_end, IS_REFUSED, "strings do not end"),
    D(string_not_utf8, VERIFY_TELLS, "not UTF-8"),
    D(letter_cut_off_by_the_end, VERIFY_TELLS, "not UTF-8"),
    D(letter_cut_off_by_the_last_page, VERIFY_TELLS, "not UTF-8"),
    D(feature_that_does_not_end, IS_REFUSED, "feature code is too long"),
    D(language_that_does_not_end, IS_REFUSED, "language is too long"),
    D(feature_with_a_line_end, VERIFY_TELLS, "not plain"),
    D(no_features, VERIFY_TELLS, "not in its table"),
    D(no_languages, VERIFY_TELLS, "not in its table"),
    D(no_countries, OPENS, ""),
    D(country_out_of_range, VERIFY_TELLS, "country is not there"),
    D(countries_in_another_order, VERIFY_TELLS, "not in its place"),
    D(source_without_a_name, VERIFY_TELLS, "source has no name"),
    D(source_with_too_many_places, VERIFY_TELLS, "too many places"),
    D(source_with_too_few_places, VERIFY_TELLS, "too few places"),
    D(no_sources, VERIFY_TELLS, "too few places"),
    D(no_places, VERIFY_TELLS, ""),
    D(place_name_out_of_range, VERIFY_TELLS, "place has no name"),
    D(place_name_within_a_string, VERIFY_TELLS, "place has no name"),
    D(place_name_empty, VERIFY_TELLS, "place has no name"),
    D(string_id_out_of_range, VERIFY_TELLS, "place has no id"),
    D(point_beyond_the_pole, VERIFY_TELLS, "not on earth"),
    D(point_beyond_the_date_line, VERIFY_TELLS, "not on earth"),
    D(half_a_point, VERIFY_TELLS, "not on earth"),
    D(area_out_of_range, VERIFY_TELLS, "one that is not there"),
    D(parent_out_of_range, VERIFY_TELLS, "one that is not there"),
    D(parent_of_itself, VERIFY_TELLS, "lies in itself"),
    D(circle_of_parents, VERIFY_TELLS, "lies in itself"),
    D(feature_out_of_range, VERIFY_TELLS, "not in its table"),
    D(source_out_of_range, VERIFY_TELLS, "not in its table"),
    D(country_number_out_of_range, VERIFY_TELLS, "not in its table"),
    D(place_without_a_radius, VERIFY_TELLS, "no radius"),
    D(first_name_overlapping, VERIFY_TELLS, "names of places overlap"),
    D(first_names_falling, VERIFY_TELLS, "names of places overlap"),
    D(first_name_out_of_range, VERIFY_TELLS, "names of places overlap"),
    D(listed_name_out_of_range, VERIFY_TELLS, "name that is not there"),
    D(listed_name_of_another, VERIFY_TELLS, "name of another"),
    D(name_listed_twice, VERIFY_TELLS, "listed twice"),
    D(list_too_short, VERIFY_TELLS, ""),
    D(names_fewer_than_listed, IS_REFUSED, "counts are impossible"),
    D(no_names, VERIFY_TELLS, "names of places overlap"),
    D(name_text_out_of_range, VERIFY_TELLS, "name has no text"),
    D(name_place_out_of_range, VERIFY_TELLS, "name has no place"),
    D(name_language_out_of_range, VERIFY_TELLS, "not in its table"),
    D(name_kind_out_of_range, VERIFY_TELLS, "not in its table"),
    D(name_without_a_word, VERIFY_TELLS, ""),
    D(last_name_not_marked, VERIFY_TELLS, "last name does not end"),
    D(no_name_marked_last, VERIFY_TELLS, "among others"),
    D(every_name_marked_last, VERIFY_TELLS, "not in the index"),
    D(names_swapped, VERIFY_TELLS, ""),
    D(no_buckets, VERIFY_TELLS, "not in the index"),
    D(fewer_buckets, VERIFY_TELLS, "not in the index"),
    D(empty_buckets, VERIFY_TELLS, "not in the index"),
    D(full_buckets, VERIFY_TELLS, ""),
    D(slot_behind_the_names, VERIFY_TELLS, "not in the index"),
    D(slot_of_another_name, VERIFY_TELLS, "not in the index"),
    D(slot_that_is_nothing, VERIFY_TELLS, "not in the index"),
    D(slot_behind_an_empty_one, VERIFY_TELLS, "not filled rightly"),
    D(slots_all_of_one_mark, VERIFY_TELLS, ""),
    D(prefixes_not_marked, VERIFY_TELLS, "begins with is not in the index"),
    D(byte_of_the_filter_flipped, VERIFY_TELLS, "'FILT' does not have"),
    D(no_filter, OPENS, ""),
    D(filter_of_no_words, IS_REFUSED, "filter is no filter"),
    D(filter_of_half_words, IS_REFUSED, "bytes, not 8"),
    D(filter_that_lets_nothing_pass, VERIFY_TELLS, "not in the index"),
};

const size_t damage_count = sizeof damages / sizeof *damages;
