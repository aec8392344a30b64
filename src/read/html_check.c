/* SPDX-License-Identifier: MIT */
/* Whether a page can be parsed in a time that grows with its length. */
#include "read/html_check.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>

/* About a second; a news page of 1 MB makes a hundredth of it. */
static const uint64_t WORK_MAX = 100 * 1000 * 1000;

struct scan {
    const char *p;
    const char *end;
    uint64_t depth;
    uint64_t work;
};

struct name {
    const char *text;
    size_t length;
};

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_one_of(struct name name, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strlen(list[i]) == name.length &&
            strncasecmp(list[i], name.text, name.length) == 0)
            return true;
    return false;
}

/* Elements that are never left open inside one another. */
static bool is_flat(struct name name)
{
    static const char *const FLAT[] = {
        "p",     "li",    "dt",   "dd",    "td",    "th",   "tr",
        "br",    "img",   "hr",   "input", "meta",  "link", "option",
        "tbody", "wbr",   "area", "base",  "thead", "head", "embed",
        "param", "tfoot", "col",  "track", "body",  "html", "source",
    };
    return is_one_of(name, FLAT, sizeof FLAT / sizeof *FLAT);
}

/* Elements in which a '<' is text. */
static bool is_raw(struct name name)
{
    static const char *const RAW[] = {"script", "style",  "textarea", "title",
                                      "xmp",    "iframe", "noframes"};
    return is_one_of(name, RAW, sizeof RAW / sizeof *RAW);
}

static void skip_behind(struct scan *scan, const char *what)
{
    const size_t size = strlen(what);
    const char *p = scan->p;
    while ((p = memchr(p, what[0], (size_t)(scan->end - p)))) {
        if ((size_t)(scan->end - p) >= size && memcmp(p, what, size) == 0) {
            scan->p = p + size;
            return;
        }
        p++;
    }
    scan->p = scan->end;
}

static struct name read_name(struct scan *scan)
{
    struct name name = {.text = scan->p};
    while (scan->p < scan->end && is_letter(*scan->p))
        scan->p++;
    name.length = (size_t)(scan->p - name.text);
    return name;
}

/* To the end of a tag; each attribute is compared with those before it. */
static void scan_attributes(struct scan *scan)
{
    uint64_t attributes = 0;
    char before = ' ';
    while (scan->p < scan->end && *scan->p != '>') {
        const char c = *scan->p++;
        if (before == '=' && (c == '"' || c == '\'')) {
            const char *quote =
                memchr(scan->p, c, (size_t)(scan->end - scan->p));
            scan->p = quote ? quote + 1 : scan->end;
            attributes++;
        } else if (c == ' ' || c == '/' || c == '\n' || c == '\t') {
            attributes += before != c;
        }
        before = c;
    }
    scan->work += attributes * attributes / 2;
}

/* A raw element ends at its own closing tag, in any case. */
static void skip_raw(struct scan *scan, struct name name)
{
    while (scan->p < scan->end) {
        skip_behind(scan, "</");
        if ((size_t)(scan->end - scan->p) > name.length &&
            strncasecmp(scan->p, name.text, name.length) == 0)
            return;
    }
}

static void scan_tag(struct scan *scan)
{
    const bool closes = scan->p < scan->end && *scan->p == '/';
    scan->p += closes;
    const struct name name = read_name(scan);
    if (!name.length)
        return;
    if (closes)
        scan->depth -= scan->depth > 0;
    scan->work += scan->depth;
    scan_attributes(scan);
    if (closes)
        return;
    if (is_raw(name))
        skip_raw(scan, name);
    else
        scan->depth += !is_flat(name);
}

bool gmi_html_is_tractable(const char *html, size_t length)
{
    struct scan scan = {.p = html, .end = html + length};
    while (scan.p < scan.end && scan.work <= WORK_MAX) {
        skip_behind(&scan, "<");
        if (scan.end - scan.p > 3 && memcmp(scan.p, "!--", 3) == 0)
            skip_behind(&scan, "-->");
        else
            scan_tag(&scan);
    }
    return scan.work <= WORK_MAX;
}
