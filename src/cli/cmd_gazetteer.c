/* SPDX-License-Identifier: MIT */
/* geomention gazetteer info and verify: looking at compiled gazetteers. */
#include "cli/command.h"

#include "cli/console.h"
#include "cli/data.h"

#include <inttypes.h>
#include <stdio.h>
#include <sys/stat.h>

/* Major and minor version stand at byte 12: gazetteer/FORMAT.md. */
static void print_file(const char *path)
{
    unsigned char head[16];
    FILE *file = fopen(path, "rb");
    if (file && fread(head, sizeof head, 1, file) == 1)
        printf("  format    %u.%u\n", head[12] | head[13] << 8u,
               head[14] | head[15] << 8u);
    if (file)
        fclose(file);
    struct stat info;
    if (stat(path, &info) == 0)
        printf("  size      %.1f MB\n", (double)info.st_size / 1e6);
}

static void print_source(const gm_source *source)
{
    printf("  source    %s (%s): %" PRIu64 " places, licence %s\n",
           source->name[0] ? source->name : "unnamed", source->prefix,
           source->places, source->licence[0] ? source->licence : "not stated");
    if (source->url[0])
        printf("            %s\n", source->url);
}

static int print_info(const char *path, const gm_gazetteer *gazetteer)
{
    printf("%s\n", path);
    print_file(path);
    printf("  places    %" PRIu64 "\n", gm_gazetteer_place_count(gazetteer));
    printf("  names     %" PRIu64 "\n", gm_gazetteer_name_count(gazetteer));
    gm_source source;
    for (size_t i = 0; i < gm_gazetteer_source_count(gazetteer); i++)
        if (gm_gazetteer_source(gazetteer, i, &source) == GM_OK)
            print_source(&source);
    return EXIT_DONE;
}

static int verify(const char *path, const gm_gazetteer *gazetteer)
{
    gm_error err;
    if (gm_gazetteer_verify(gazetteer, &err))
        return console_fail(EXIT_NO_DATA, &err);
    printf("%s: good, %" PRIu64 " places, %" PRIu64 " names\n", path,
           gm_gazetteer_place_count(gazetteer),
           gm_gazetteer_name_count(gazetteer));
    return EXIT_DONE;
}

/* Each file on its own; the world's where none is named. */
static int for_each(const struct options *options,
                    int (*look)(const char *path,
                                const gm_gazetteer *gazetteer))
{
    struct data data;
    data_find(&data);
    int status = EXIT_DONE;
    const size_t count = options->argument_count;
    for (size_t i = 0; i < (count ? count : 1); i++) {
        struct text_list one = {.count = count ? 1 : 0};
        one.items[0] = count ? options->arguments[i] : NULL;
        gm_gazetteer *gazetteer;
        if (!data_open_gazetteer(&data, &one, &gazetteer)) {
            status = EXIT_NO_DATA;
            continue;
        }
        const int looked =
            look(count ? options->arguments[i] : data.world, gazetteer);
        status = looked ? looked : status;
        gm_gazetteer_close(gazetteer);
    }
    return status;
}

int cmd_gazetteer_info(const struct options *options)
{
    return for_each(options, print_info);
}

int cmd_gazetteer_verify(const struct options *options)
{
    return for_each(options, verify);
}
