/* SPDX-License-Identifier: MIT */
/*
 * Whether a text is well-formed XML of the kind that is written here: tags
 * that match, quoted attributes, known entities, valid characters.
 */
#ifndef TESTS_UNIT_WRITE_XML_CHECK_H
#define TESTS_UNIT_WRITE_XML_CHECK_H

#include "text/utf8.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

static const char *xml_fault; /* where it is not */

static inline bool xml_entity(const char **at)
{
    static const char *const KNOWN[] = {"&amp;", "&lt;", "&gt;", "&quot;",
                                        "&#39;"};
    for (size_t i = 0; i < sizeof KNOWN / sizeof KNOWN[0]; i++) {
        if (strncmp(*at, KNOWN[i], strlen(KNOWN[i])) == 0) {
            *at += strlen(KNOWN[i]);
            return true;
        }
    }
    return false;
}

/* Text up to one of two characters. */
static inline bool xml_text(const char **at, char end)
{
    while (**at && **at != end) {
        const unsigned char c = (unsigned char)**at;
        if (c == '<' || (c < 0x20 && c != '\n' && c != '\t'))
            return false;
        if (c == '&' ? !xml_entity(at) : (++*at, false))
            return false;
    }
    return **at == end;
}

static inline const char *xml_name(const char **at)
{
    const char *name = *at;
    while (isalnum((unsigned char)**at) || **at == '-' || **at == ':')
        ++*at;
    return name;
}

static inline bool xml_attributes(const char **at)
{
    while (**at == ' ' || **at == '\n') {
        while (**at == ' ' || **at == '\n')
            ++*at;
        if (**at == '/' || **at == '>')
            return true;
        if (xml_name(at) == *at || strncmp(*at, "=\"", 2) != 0)
            return false;
        *at += 2;
        if (!xml_text(at, '"'))
            return false;
        ++*at;
    }
    return **at == '/' || **at == '>';
}

/* One tag at `*at`; `stack` holds the names of open elements. */
static inline bool xml_tag(const char **at, const char **stack, size_t *depth)
{
    const bool closes = (*at)[1] == '/';
    *at += 1 + closes;
    const char *name = xml_name(at);
    const size_t length = (size_t)(*at - name);
    if (!length)
        return false;
    if (closes) {
        if (!*depth || strncmp(stack[*depth - 1], name, length) != 0)
            return false;
        --*depth;
    } else if (!xml_attributes(at)) {
        return false;
    } else if (**at == '/') {
        ++*at;
    } else if (*depth < 64) {
        stack[(*depth)++] = name;
    }
    return *(*at)++ == '>';
}

static inline bool is_xml(const char *text)
{
    const char *stack[64];
    const char *at = text;
    size_t depth = 0;
    xml_fault = text;
    if (gmi_utf8_check(text, strlen(text)) != strlen(text) ||
        strstr(text, "\xef\xbf\xbe") || strstr(text, "\xef\xbf\xbf"))
        return false;
    while (*at == '<') {
        xml_fault = at;
        if (!xml_tag(&at, stack, &depth))
            return false;
        xml_fault = at;
        if (depth ? !xml_text(&at, '<') : (at += strspn(at, "\n"), false))
            return false;
    }
    return depth == 0 && *at == '\0';
}

#endif
