/* SPDX-License-Identifier: MIT */
/*
 * Maps one text and prints its places, each with its coordinates.
 *
 *     map_text GAZETTEER MODEL_DIRECTORY 'A text that names Yerevan.'
 */
#include <geomention.h>

#include <stdio.h>
#include <string.h>

static void print_mention(const gm_gazetteer *gazetteer,
                          const gm_mention *mention)
{
    gm_place place;
    if (!mention->is_resolved ||
        gm_gazetteer_place(gazetteer, mention->candidates[0].place, &place)) {
        printf("%-20s %-10s ?\n", mention->text, gm_use_name(mention->use));
        return;
    }
    printf("%-20s %-10s %-20s %10.5f %9.5f  %.2f\n", mention->text,
           gm_use_name(mention->use), place.name, place.longitude,
           place.latitude, mention->confidence);
}

int main(int argc, char **argv)
{
    gm_gazetteer *gazetteer = NULL;
    gm_mapper *mapper = NULL;
    gm_document *doc = NULL;
    gm_mapper_options options;
    gm_error err = {0};
    if (argc != 4) {
        fprintf(stderr, "usage: map_text GAZETTEER MODEL_DIRECTORY TEXT\n");
        return 2;
    }
    const char *paths[] = {argv[1]};
    gm_mapper_options_init(&options);
    options.model_directory = argv[2];
    gm_status status = gm_gazetteer_open(paths, 1, &gazetteer, &err);
    if (!status)
        status = gm_mapper_create(gazetteer, &options, &mapper, &err);
    if (!status)
        status = gm_document_create(&doc, &err);
    if (!status)
        status = gm_document_set_text(doc, "argument", argv[3],
                                      strlen(argv[3]), &err);
    if (!status)
        status = gm_mapper_map(mapper, doc, &err);
    if (status)
        fprintf(stderr, "map_text: %s\n", err.message);
    else
        for (size_t i = 0; i < gm_document_mention_count(doc); i++)
            print_mention(gazetteer, gm_document_mention_at(doc, i));
    gm_document_free(doc);
    gm_mapper_free(mapper);
    gm_gazetteer_close(gazetteer);
    return status != GM_OK;
}
