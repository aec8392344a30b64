/* SPDX-License-Identifier: MIT */
/* The map that --map shows beside the output. */
#include "cli/map_view.h"

#include "cli/console.h"

int map_view_open(struct map_view *view, const struct target *target,
                  const gm_gazetteer *gazetteer, const gm_write_options *write)
{
    const bool is_below = target_is_table(target) && !target->path;
    gm_error err;
    if (!target->options->map)
        return EXIT_DONE;
    view->options = *write;
    /* width and colours are those of standard output */
    view->options.width = is_below ? write->width : 0;
    view->options.color = is_below && write->color;
    const gm_status status =
        gm_writer_create("dots", is_below ? stdout : stderr, gazetteer,
                         &view->options, &view->writer, &err);
    return status ? console_fail(EXIT_FAILED, &err) : EXIT_DONE;
}

gm_status map_view_add(struct map_view *view, const gm_document *doc,
                       gm_error *err)
{
    return view->writer ? gm_writer_add(view->writer, doc, err) : GM_OK;
}

int map_view_finish(struct map_view *view)
{
    gm_error err;
    if (!view->writer || !gm_writer_finish(view->writer, &err))
        return EXIT_DONE;
    return console_fail(EXIT_OUTPUT, &err);
}

void map_view_release(struct map_view *view)
{
    gm_writer_free(view->writer);
    view->writer = NULL;
}
