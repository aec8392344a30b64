/* SPDX-License-Identifier: MIT */
/* Leaflet for a report: a file that the build makes of it. */
#include "write/html.h"

#include "base/status.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/*
 * Its first line: a comment with the hashes that a content security policy
 * wants of the style and of the script, each between blanks. Then the style,
 * and on a line of its own the script, with their tags.
 */
static const char MARK[] = "<!-- geomention leaflet 1 ";
static const char SCRIPT[] = "\n<script>";

static bool is_hash_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9') || c == '+' || c == '/' || c == '=' ||
           c == '-';
}

/* The hash at `*at`, which moves behind the blank after it. */
static bool take_hash(const struct gmi_map *map, size_t *at, char out[80])
{
    size_t length = 0;
    while (*at + length < map->size &&
           is_hash_letter((char)map->data[*at + length]))
        length++;
    if (length < 10 || length >= 80 || *at + length >= map->size ||
        map->data[*at + length] != ' ')
        return false;
    memcpy(out, map->data + *at, length);
    out[length] = '\0';
    *at += length + 1;
    return true;
}

/* Where a text begins, from `at` on; the size of the file when nowhere. */
static size_t find(const struct gmi_map *map, size_t at, const char *text)
{
    const size_t length = strlen(text);
    for (; at + length <= map->size; at++)
        if (memcmp(map->data + at, text, length) == 0)
            return at;
    return map->size;
}

static bool parse(struct gmi_html_leaflet *leaflet)
{
    const struct gmi_map *map = &leaflet->map;
    size_t at = sizeof MARK - 1;
    if (map->size < at || memcmp(map->data, MARK, at) != 0 ||
        !take_hash(map, &at, leaflet->hashes[0]) ||
        !take_hash(map, &at, leaflet->hashes[1]))
        return false;
    leaflet->style = 0;
    leaflet->script = find(map, at, SCRIPT);
    leaflet->end = map->size;
    return leaflet->script < map->size;
}

gm_status gmi_html_leaflet_open(const char *folder,
                                struct gmi_html_leaflet *out, gm_error *err)
{
    struct gmi_html_leaflet leaflet = {0};
    char path[4096];
    *out = leaflet;
    if (!folder)
        return GM_OK;
    const int length = snprintf(path, sizeof path, "%s/leaflet.html", folder);
    if (length < 0 || length >= (int)sizeof path || access(path, F_OK) != 0)
        return GM_OK;
    const gm_status status =
        gmi_map_file(path, GMI_MAP_SCAN, &leaflet.map, err);
    if (status)
        return status;
    if (!parse(&leaflet)) {
        gmi_map_release(&leaflet.map);
        return gmi_fail(err, GM_ERR_DAMAGED, "'%s' is damaged", path);
    }
    *out = leaflet;
    return GM_OK;
}
