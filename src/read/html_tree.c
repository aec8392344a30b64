/* SPDX-License-Identifier: MIT */
/* gumbo made safe for pages by strangers. */
#include "read/html_tree.h"

#include "base/arena.h"
#include "read/html_check.h"

#include <setjmp.h>

/* A page of 60 MB took 0.9 GB of tree. */
static const size_t MEMORY_MAX = (size_t)1 << 30;

struct parse {
    struct gmi_arena arena;
    size_t used;
    jmp_buf out; /* gumbo does not look whether it got memory */
};

static void *allocate(void *context, size_t size)
{
    struct parse *parse = context;
    void *piece = NULL;
    if (size <= MEMORY_MAX - parse->used) {
        parse->used += size;
        piece = gmi_arena_alloc(&parse->arena, size);
    }
    if (!piece)
        longjmp(parse->out, 1);
    return piece;
}

/* All is freed at once: gumbo's own way there recurses. */
static void deallocate(void *context, void *piece)
{
    (void)context;
    (void)piece;
}

/* In a function of its own, as longjmp leaves its locals undefined. */
static const GumboOutput *parse_guarded(struct parse *parse,
                                        const GumboOptions *options,
                                        const char *html, size_t length)
{
    if (setjmp(parse->out))
        return NULL;
    return gumbo_parse_with_options(options, html, length);
}

gm_status gmi_html_tree(const char *html, size_t length,
                        void (*use)(void *context, const GumboNode *root),
                        void *context, gm_error *err)
{
    if (!gmi_html_is_tractable(html, length))
        return gmi_fail(err, GM_ERR_UNSUPPORTED, "HTML nested too deeply");
    struct parse parse = {.used = 0};
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = allocate;
    options.deallocator = deallocate;
    options.userdata = &parse;
    options.max_errors = 0;
    gm_status status = GM_OK;
    const GumboOutput *tree = parse_guarded(&parse, &options, html, length);
    if (tree)
        use(context, tree->root);
    else
        status = gmi_fail(err, GM_ERR_UNSUPPORTED,
                          "HTML that takes too much memory");
    gmi_arena_release(&parse.arena);
    return status;
}
