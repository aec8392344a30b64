/* SPDX-License-Identifier: MIT */
/*
 * How fast a text is searched for all names of a compiled gazetteer, whole
 * words, case and accents folded:
 *
 *     gaz_match FILE TEXT        megabytes a second on one core
 *     gaz_match FILE -n COUNT    prints COUNT names, for another program
 */
#include "clock.h"
#include "gazetteer/walk.h"
#include "text/utf8.h"

enum { PART = 1 << 16, ROUNDS = 9 };

struct text {
    char *bytes;
    size_t length;
};

struct found {
    size_t words, names, starts, longest;
    double splitting, walking;
};

static struct text read_text(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END)) {
        fprintf(stderr, "gaz_match: cannot read '%s'\n", path);
        exit(1);
    }
    struct text text = {NULL, (size_t)ftell(file)};
    rewind(file);
    text.bytes = need(malloc(text.length + 1));
    text.length = fread(text.bytes, 1, text.length, file);
    fclose(file);
    if (gmi_utf8_check(text.bytes, text.length) < text.length) {
        fprintf(stderr, "gaz_match: '%s' is not UTF-8\n", path);
        exit(1);
    }
    return text;
}

/* One part of the text, as if it were a document. */
static void match_part(const gm_gazetteer *gazetteer, const char *text,
                       size_t length, struct found *found)
{
    static struct gmi_word words[PART + 1];
    static uint16_t lengths[PART + 1];
    size_t count = 0, position = 0;
    const double begin = seconds_now();
    while (count < PART &&
           gmi_word_next(text, length, &position, &words[count]))
        count++;
    const double middle = seconds_now();
    gmi_walk_names(gazetteer, words, count, lengths);
    found->walking += seconds_now() - middle;
    found->splitting += middle - begin;
    found->words += count;
    for (size_t i = 0; i < count; i++) {
        found->names += (size_t)__builtin_popcount(lengths[i]);
        found->starts += lengths[i] != 0;
        if (lengths[i]) {
            const size_t run = 32 - (size_t)__builtin_clz(lengths[i]);
            found->longest = run > found->longest ? run : found->longest;
        }
    }
}

/* Parts end with a line, or where there is none soon, anywhere. */
static struct found match_text(const gm_gazetteer *gazetteer,
                               const struct text *text)
{
    struct found found = {0};
    for (size_t begin = 0; begin < text->length;) {
        size_t end = text->length;
        if (end - begin > PART) {
            end = begin + PART;
            while (end > begin + PART / 2 && text->bytes[end - 1] != '\n')
                end--;
            while (((unsigned char)text->bytes[end] & 0xc0) == 0x80)
                end++;
        }
        match_part(gazetteer, text->bytes + begin, end - begin, &found);
        begin = end;
    }
    return found;
}

static void print_names(const gm_gazetteer *gazetteer, size_t count)
{
    const struct gmi_image *image = &gazetteer->images[0];
    uint64_t dice = 7;
    while (count > 0) {
        const size_t at = (size_t)(random_next(&dice) % image->name_count);
        const char *name = gmi_image_string(image, image->names[at].text);
        if (strlen(name) < 4)
            continue; /* short ones would be found in every word */
        puts(name);
        count--;
    }
}

int main(int argc, char **argv)
{
    gm_gazetteer *gazetteer;
    gm_error err;
    if (argc < 3) {
        fprintf(stderr, "usage: gaz_match FILE TEXT | FILE -n COUNT\n");
        return 2;
    }
    const char *path = argv[1];
    if (gm_gazetteer_open(&path, 1, &gazetteer, &err)) {
        fprintf(stderr, "gaz_match: %s\n", err.message);
        return 1;
    }
    if (argc > 3) {
        print_names(gazetteer, strtoul(argv[3], NULL, 10));
        gm_gazetteer_close(gazetteer);
        return 0;
    }
    const struct text text = read_text(argv[2]);
    struct found found = {0};
    double best = 1e9, first = 0;
    for (int round = 0; round < ROUNDS; round++) {
        const struct found now = match_text(gazetteer, &text);
        const double took = now.splitting + now.walking;
        first = round ? first : took;
        if (took < best) {
            best = took;
            found = now;
        }
    }
    const double mb = (double)text.length / 1e6;
    printf("match: %.1f MB/s (first time %.1f): %.1f MB, %zu words, %zu names "
           "at %zu words, the longest of %zu words; splitting and folding "
           "%.0f MB/s, the walk %.0f MB/s\n",
           mb / best, mb / first, mb, found.words, found.names, found.starts,
           found.longest, mb / found.splitting, mb / found.walking);
    free(text.bytes);
    gm_gazetteer_close(gazetteer);
    return 0;
}
