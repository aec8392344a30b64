/* SPDX-License-Identifier: MIT */
/* Which format an input has: by its name, or as the caller says. */
#include "read/format.h"

#include "base/status.h"

#include <string.h>
#include <strings.h>

static const struct {
    const char *name;
    gm_input_format format;
} NAMES[] = {
    {"auto", GM_INPUT_AUTO},   {"text", GM_INPUT_TEXT}, {"html", GM_INPUT_HTML},
    {"jsonl", GM_INPUT_JSONL}, {"tsv", GM_INPUT_TSV},
};

static const struct {
    const char *ending;
    gm_input_format format;
} ENDINGS[] = {
    {".txt", GM_INPUT_TEXT},     {".text", GM_INPUT_TEXT},
    {".md", GM_INPUT_TEXT},      {".html", GM_INPUT_HTML},
    {".htm", GM_INPUT_HTML},     {".jsonl", GM_INPUT_JSONL},
    {".ndjson", GM_INPUT_JSONL}, {".tsv", GM_INPUT_TSV},
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

gm_status gm_input_format_parse(const char *name, gm_input_format *out,
                                gm_error *err)
{
    for (size_t i = 0; i < COUNT(NAMES); i++) {
        if (strcmp(NAMES[i].name, name) == 0) {
            *out = NAMES[i].format;
            return GM_OK;
        }
    }
    return gmi_fail(err, GM_ERR_ARGUMENT,
                    "unknown input format '%s': text, html, jsonl or tsv",
                    name);
}

static bool ends_in(const char *path, size_t length, const char *ending)
{
    const size_t size = strlen(ending);
    return length > size &&
           strncasecmp(path + length - size, ending, size) == 0;
}

gm_input_format gmi_input_format_of(const char *path)
{
    size_t length = strlen(path);
    if (ends_in(path, length, ".gz"))
        length -= 3;
    for (size_t i = 0; i < COUNT(ENDINGS); i++)
        if (ends_in(path, length, ENDINGS[i].ending))
            return ENDINGS[i].format;
    return GM_INPUT_AUTO;
}
