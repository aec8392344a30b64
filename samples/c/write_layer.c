/* SPDX-License-Identifier: MIT */
/*
 * Maps files to a GeoPackage: reader, mapper and layer together.
 *
 *     write_layer GAZETTEER MODEL_DIRECTORY OUTPUT.gpkg FILE...
 */
#include <geomention.h>
#include <geomention_io.h>
#include <geomention_layer.h>

#include <stdio.h>

static gm_status add_document(void *layer, const gm_document *doc,
                              gm_error *err)
{
    return gm_layer_add(layer, doc, err);
}

static void tell_failure(void *context, const gm_error *failure)
{
    (void)context;
    fprintf(stderr, "write_layer: skipped: %s\n", failure->message);
}

/* The layer is there whole or not at all. */
static gm_status write_layer(const char *path, gm_reader *reader,
                             const gm_mapper *mapper, gm_error *err)
{
    gm_layer *layer;
    gm_layer_options options;
    gm_write_options write;
    gm_write_options_init(&write);
    gm_layer_options_init(&options);
    options.write = &write;
    options.overwrite = true;
    gm_status status = gm_layer_open(path, gm_mapper_gazetteer(mapper),
                                     &options, &layer, err);
    if (status)
        return status;
    const gm_run_events events = {layer, add_document, tell_failure};
    status = gm_run(reader, mapper, 2, &events, err);
    if (status) {
        gm_layer_discard(layer);
        return status;
    }
    return gm_layer_commit(layer, err);
}

int main(int argc, char **argv)
{
    gm_gazetteer *gazetteer = NULL;
    gm_mapper *mapper = NULL;
    gm_reader *reader = NULL;
    gm_mapper_options options;
    gm_error err = {0};
    if (argc < 5) {
        fprintf(stderr, "usage: write_layer GAZETTEER MODEL_DIRECTORY "
                        "OUTPUT.gpkg FILE...\n");
        return 2;
    }
    const char *paths[] = {argv[1]};
    gm_mapper_options_init(&options);
    options.model_directory = argv[2];
    gm_status status = gm_gazetteer_open(paths, 1, &gazetteer, &err);
    if (!status)
        status = gm_mapper_create(gazetteer, &options, &mapper, &err);
    if (!status)
        status = gm_reader_create((const char *const *)argv + 4,
                                  (size_t)argc - 4, GM_INPUT_AUTO, &reader,
                                  &err);
    if (!status)
        status = write_layer(argv[3], reader, mapper, &err);
    if (status)
        fprintf(stderr, "write_layer: %s\n", err.message);
    gm_reader_free(reader);
    gm_mapper_free(mapper);
    gm_gazetteer_close(gazetteer);
    return status != GM_OK;
}
