/* SPDX-License-Identifier: MIT */
/* The text that a page of HTML shows. */
#include "read/html.h"

#include "read/html_tree.h"

#include <string.h>

/* What is due before the next letter. Ordered: the wider gap wins. */
enum gap { GAP_NONE, GAP_SPACE, GAP_LINE, GAP_PARAGRAPH };

struct shown {
    struct gmi_buffer *out;
    enum gap gap;
    size_t preformatted; /* how many <pre> are open */
};

/* Not shown, or shown only in part: a list of every country is no text. */
static bool is_hidden(const GumboNode *node)
{
    switch (node->v.element.tag) {
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_TITLE:
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_NOFRAMES:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_DATALIST:
    case GUMBO_TAG_DESC:
        return true;
    default:
        return gumbo_get_attribute(&node->v.element.attributes, "hidden") !=
               NULL;
    }
}

static bool is_inline(GumboTag tag)
{
    switch (tag) {
    case GUMBO_TAG_A:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_B:
    case GUMBO_TAG_BDI:
    case GUMBO_TAG_BDO:
    case GUMBO_TAG_BIG:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_DATA:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_DFN:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_I:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_INS:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_MARK:
    case GUMBO_TAG_NOBR:
    case GUMBO_TAG_Q:
    case GUMBO_TAG_RUBY:
    case GUMBO_TAG_S:
    case GUMBO_TAG_SAMP:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_STRIKE:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_TT:
    case GUMBO_TAG_U:
    case GUMBO_TAG_VAR:
    case GUMBO_TAG_WBR:
    case GUMBO_TAG_UNKNOWN: /* <my-word>: inline unless styled otherwise */
        return true;
    default:
        return false;
    }
}

static void widen(struct shown *shown, enum gap gap)
{
    if (shown->gap < gap)
        shown->gap = gap;
}

static void close_gap(struct shown *shown)
{
    static const char *const TEXT[] = {"", " ", "\n", "\n\n"};
    if (shown->out->length)
        gmi_buffer_add_string(shown->out, TEXT[shown->gap]);
    shown->gap = GAP_NONE;
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/* A soft hyphen, U+00AD, is where a word may break: not part of it. */
static bool is_soft_hyphen(const char *p)
{
    return p[0] == '\xc2' && p[1] == '\xad';
}

static void add_text(struct shown *shown, const char *text)
{
    while (*text) {
        const size_t length = strcspn(text, " \t\n\r\f\xc2");
        if (length) {
            close_gap(shown);
            gmi_buffer_add(shown->out, text, length);
            text += length;
        } else if (is_space(*text)) {
            if (*text == '\n' && shown->preformatted)
                widen(shown, shown->gap == GAP_LINE ? GAP_PARAGRAPH : GAP_LINE);
            widen(shown, GAP_SPACE);
            text++;
        } else if (is_soft_hyphen(text)) {
            text += 2;
        } else {
            close_gap(shown);
            gmi_buffer_add_char(shown->out, *text++);
        }
    }
}

static bool is_element(const GumboNode *node)
{
    return node->type == GUMBO_NODE_ELEMENT;
}

static bool has_text(const GumboNode *node)
{
    return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA ||
           node->type == GUMBO_NODE_WHITESPACE;
}

static bool is_block(const GumboNode *node)
{
    return is_element(node) && !is_inline(node->v.element.tag);
}

static bool is_preformatted(const GumboNode *node)
{
    return is_element(node) && (node->v.element.tag == GUMBO_TAG_PRE ||
                                node->v.element.tag == GUMBO_TAG_TEXTAREA);
}

static void enter(struct shown *shown, const GumboNode *node)
{
    if (has_text(node))
        add_text(shown, node->v.text.text);
    else if (is_element(node) && node->v.element.tag == GUMBO_TAG_BR)
        widen(shown, shown->gap >= GAP_LINE ? GAP_PARAGRAPH : GAP_LINE);
    else if (is_block(node))
        widen(shown, GAP_PARAGRAPH);
    shown->preformatted += is_preformatted(node);
}

static void leave(struct shown *shown, const GumboNode *node)
{
    if (is_block(node) && node->v.element.tag != GUMBO_TAG_BR)
        widen(shown, GAP_PARAGRAPH);
    shown->preformatted -= is_preformatted(node);
}

/* Of a document or an element. */
static const GumboVector *children_of(const GumboNode *node)
{
    return node->type == GUMBO_NODE_DOCUMENT ? &node->v.document.children
                                             : &node->v.element.children;
}

/* NULL for text, a comment, a template. */
static const GumboNode *first_child(const GumboNode *node)
{
    if (node->type != GUMBO_NODE_DOCUMENT && !is_element(node))
        return NULL;
    const GumboVector *children = children_of(node);
    return children->length ? children->data[0] : NULL;
}

static const GumboNode *next_sibling(const GumboNode *node)
{
    const GumboVector *siblings = children_of(node->parent);
    const size_t next = node->index_within_parent + 1;
    return next < siblings->length ? siblings->data[next] : NULL;
}

/* Without recursion: a page may be nested deeper than the stack allows. */
static void show_tree(struct shown *shown, const GumboNode *root)
{
    const GumboNode *node = root;
    for (;;) {
        const GumboNode *next = NULL;
        if (!is_element(node) || !is_hidden(node)) {
            enter(shown, node);
            next = first_child(node);
            if (!next)
                leave(shown, node);
        }
        while (!next && node != root) {
            next = next_sibling(node);
            if (!next) {
                node = node->parent;
                leave(shown, node);
            }
        }
        if (!next)
            return;
        node = next;
    }
}

static void show(void *context, const GumboNode *root)
{
    struct shown shown = {.out = context};
    show_tree(&shown, root);
}

gm_status gmi_html_text(const char *html, size_t length, struct gmi_buffer *out,
                        gm_error *err)
{
    const gm_status status = gmi_html_tree(html, length, show, out, err);
    if (!status && out->is_failed)
        return gmi_fail_memory(err);
    return status;
}
