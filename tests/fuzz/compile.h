/* SPDX-License-Identifier: MIT */
/* Reads tables made of the input, and checks what is compiled of them. */
#ifndef TESTS_FUZZ_COMPILE_H
#define TESTS_FUZZ_COMPILE_H

#include "input.h"

#include "include/geomention_build.h"

static inline void bad_line(void *context, const gm_error *why)
{
    (void)context;
    require(why->message[0] && !strchr(why->message, '\n'));
}

/* Whatever a table holds, what is written is a gazetteer without a flaw. */
static inline void compile_and_verify(gm_builder *builder)
{
    gm_gazetteer *gazetteer;
    gm_error err;
    const char *path = input_path("out.gaz");
    const gm_status status = gm_builder_write(builder, path, &err);
    if (status) {
        require(status == GM_ERR_UNSUPPORTED || status == GM_ERR_MEMORY);
        return;
    }
    require(gm_gazetteer_open(&path, 1, &gazetteer, &err) == GM_OK);
    if (gm_gazetteer_verify(gazetteer, &err)) {
        fprintf(stderr, "%s\n", err.message);
        abort();
    }
    gm_gazetteer_close(gazetteer);
}

static inline gm_builder *begin(void)
{
    const gm_build_events events = {NULL, NULL, bad_line};
    gm_builder *builder;
    require(gm_builder_create(&events, &builder, NULL) == GM_OK);
    return builder;
}

static inline void read_table(gm_builder *builder, const char *format,
                              const char *path, const char *mapping)
{
    gm_error err;
    if (gm_builder_read(builder, format, path, &mapping, mapping != NULL,
                        &err))
        require(err.message[0] && !strchr(err.message, '\n'));
}

#endif
