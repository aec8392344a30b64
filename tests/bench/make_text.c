/* SPDX-License-Identifier: MIT */
/*
 * Makes a text of made-up sentences, for want of a real one:
 *
 *     make_text WORDS NAMES BYTES
 *
 * WORDS is a list of common words, a line each, '#' begins a comment; NAMES a
 * list of names of places. Words come as in prose, the first of a list often
 * and the last seldom (their ranks follow Zipf's law); each ninth is a name.
 */
#include "clock.h"

#include <ctype.h>
#include <math.h>

struct list {
    char **lines;
    size_t count;
};

static struct list read_list(const char *path)
{
    struct list list = {need(malloc((4u << 20) * sizeof(char *))), 0};
    char line[512];
    FILE *file = fopen(path, "rb");
    while (file && list.count < 4u << 20 && fgets(line, sizeof line, file)) {
        line[strcspn(line, "\t\r\n")] = '\0';
        if (line[0] && line[0] != '#')
            list.lines[list.count++] = need(strdup(line));
    }
    if (!file || list.count == 0) {
        fprintf(stderr, "make_text: nothing in '%s'\n", path);
        exit(1);
    }
    fclose(file);
    return list;
}

/* Of `count` ranks, the first about as often as all from 2 to 4, ... */
static size_t zipf(uint64_t *dice, size_t count)
{
    const double uniform = (double)(random_next(dice) >> 11) / 0x1p53;
    const size_t rank = (size_t)exp(uniform * log((double)count + 1)) - 1;
    return rank < count ? rank : count - 1;
}

int main(int argc, char **argv)
{
    if (argc != 4) {
        fprintf(stderr, "usage: make_text WORDS NAMES BYTES\n");
        return 2;
    }
    const struct list words = read_list(argv[1]), names = read_list(argv[2]);
    const unsigned long wanted = strtoul(argv[3], NULL, 10);
    uint64_t dice = 99;
    unsigned long written = 0;
    for (unsigned sentence = 1; written < wanted; sentence++) {
        const unsigned length = 8 + (unsigned)(random_next(&dice) % 24);
        for (unsigned i = 0; i < length; i++) {
            const bool is_name = random_next(&dice) % 9 == 0;
            const char *word = is_name ? names.lines[zipf(&dice, names.count)]
                                       : words.lines[zipf(&dice, words.count)];
            const char first = i ? word[0] : (char)toupper((unsigned char)word[0]);
            written += (unsigned long)printf(
                "%s%c%s", i == 0 ? "" : random_next(&dice) % 12 ? " " : ", ",
                first, word + 1);
        }
        written += (unsigned long)printf(".%s", sentence % 6 ? " " : "\n\n");
    }
    return 0;
}
