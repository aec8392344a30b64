/* SPDX-License-Identifier: MIT */
/*
 * Reading the text of an outline: arcs, then areas as rings of arcs. See
 * gazetteer/outline/README.md.
 */
#include "geo/outline.h"

#include "base/memory.h"
#include "base/status.h"
#include "geo/outline_ring.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* One file of few bytes may name a long arc many times over. */
enum { POINTS_MAX = 4 << 20 };

static const char MAGIC[] = "# geomention outline 1";
static const double UNIT = 1000; /* thousandths of a degree */
enum { LONGITUDE_MAX = 360000, LATITUDE_MAX = 90000 };
static const double TURN = 360;

static const size_t NOBODY = (size_t)-1;

struct parser {
    struct gm_outline *outline;
    char *at;        /* what comes next in this line */
    uint64_t number; /* of the line */
    size_t *users;   /* of each line: the area that it was first used by */
    size_t user_capacity;
    struct gmi_shape shape; /* the polygon being read */
    gm_error *err;
};

static gm_status damaged(const struct parser *parser, const char *what)
{
    return gmi_fail_at_line(parser->err, GM_ERR_DAMAGED, parser->number, "%s",
                            what);
}

/* ---- Pieces of a line --------------------------------------------------- */

/* A whole number of at most seven digits, which no coordinate exceeds. */
static bool take_number(struct parser *parser, long *out)
{
    const char *at = parser->at;
    const bool is_negative = *at == '-';
    long value = 0;
    int digits = 0;
    for (at += is_negative; *at >= '0' && *at <= '9' && digits < 7; at++) {
        value = value * 10 + (*at - '0');
        digits++;
    }
    if (!digits || (*at >= '0' && *at <= '9'))
        return false;
    parser->at += at - parser->at;
    *out = is_negative ? -value : value;
    return true;
}

static bool take_char(struct parser *parser, char wanted)
{
    if (*parser->at != wanted)
        return false;
    parser->at++;
    return true;
}

/* The text up to the next tab, NUL-terminated in place. */
static const char *take_word(struct parser *parser)
{
    char *word = parser->at;
    char *tab = strchr(word, '\t');
    if (!tab)
        return NULL;
    *tab = '\0';
    parser->at = tab + 1;
    return word;
}

/* ---- Arcs -------------------------------------------------------------- */

static gm_status add_point(struct parser *parser, gm_lonlat point)
{
    struct gm_outline *outline = parser->outline;
    if (outline->point_count == POINTS_MAX)
        return damaged(parser, "too many points");
    if (!gmi_reserve(&outline->points, &outline->point_capacity,
                     outline->point_count, sizeof *outline->points))
        return gmi_fail_memory(parser->err);
    outline->points[outline->point_count++] = point;
    return GM_OK;
}

static gm_status add_line(struct parser *parser, size_t first)
{
    struct gm_outline *outline = parser->outline;
    if (!gmi_reserve(&outline->lines, &outline->line_capacity,
                     outline->line_count, sizeof *outline->lines) ||
        !gmi_reserve(&parser->users, &parser->user_capacity,
                     outline->line_count, sizeof *parser->users))
        return gmi_fail_memory(parser->err);
    parser->users[outline->line_count] = NOBODY;
    outline->lines[outline->line_count++] = (struct gmi_outline_line){
        {first, outline->point_count - first}, GM_LINE_COAST};
    return GM_OK;
}

static gm_status parse_arc(struct parser *parser)
{
    const size_t first = parser->outline->point_count;
    long x = 0, y = 0, dx, dy;
    do {
        if (!take_number(parser, &dx) || !take_char(parser, ' ') ||
            !take_number(parser, &dy))
            return damaged(parser, "an arc is not pairs of numbers");
        x += dx;
        y += dy;
        if (labs(x) > LONGITUDE_MAX || labs(y) > LATITUDE_MAX)
            return damaged(parser, "an arc leaves the earth");
        const gm_status status =
            add_point(parser, (gm_lonlat){(double)x / UNIT, (double)y / UNIT});
        if (status)
            return status;
    } while (take_char(parser, ' '));
    if (*parser->at || parser->outline->point_count - first < 2)
        return damaged(parser, "an arc is not two points or more");
    return add_line(parser, first);
}

/* ---- Rings ------------------------------------------------------------- */

/* The second area that uses a line tells what kind of line it is. */
static void see_use(struct parser *parser, size_t line)
{
    const size_t area = parser->outline->area_count;
    if (parser->users[line] == NOBODY)
        parser->users[line] = area;
    else
        parser->outline->lines[line].kind =
            parser->users[line] == area ? GM_LINE_INNER : GM_LINE_BORDER;
}

/*
 * Adds an arc to the ring that is being read, whose last point is the arc's
 * first, or a turn of the earth from it.
 */
static gm_status append_arc(struct parser *parser, size_t first, long number)
{
    const struct gm_outline *outline = parser->outline;
    struct gmi_path *ring = &parser->shape.points;
    const bool is_backward = number < 0;
    const size_t line = (size_t)(is_backward ? -number : number) - 1;
    if (!number || line >= outline->line_count)
        return damaged(parser, "a ring has an arc that is not there");
    see_use(parser, line);
    const struct gmi_span span = outline->lines[line].points;
    if (span.count > POINTS_MAX - ring->count)
        return damaged(parser, "too many points");
    double shift = 0;
    for (size_t i = 0; i < span.count && !ring->is_failed; i++) {
        const size_t step = is_backward ? span.count - 1 - i : i;
        gm_lonlat point = outline->points[span.first + step];
        if (i == 0 && ring->count > first) {
            const gm_lonlat last = ring->points[ring->count - 1];
            shift = TURN * gmi_turns(last.longitude - point.longitude);
            if (last.latitude != point.latitude || isnan(shift))
                return damaged(parser, "the arcs of a ring do not join");
            continue;
        }
        point.longitude += shift;
        gmi_path_add(ring, point);
    }
    return ring->is_failed ? gmi_fail_memory(parser->err) : GM_OK;
}

static gm_status parse_ring(struct parser *parser)
{
    const size_t first = parser->shape.points.count;
    do {
        long number;
        if (!take_number(parser, &number))
            return damaged(parser, "a ring is not numbers of arcs");
        const gm_status status = append_arc(parser, first, number);
        if (status)
            return status;
    } while (take_char(parser, ','));
    if (!gmi_shape_end_ring(&parser->shape))
        return damaged(parser, "a ring is not closed");
    return parser->shape.points.is_failed ? gmi_fail_memory(parser->err)
                                          : GM_OK;
}

/* ---- Areas ------------------------------------------------------------- */

static gm_status parse_polygon(struct parser *parser)
{
    gmi_shape_clear(&parser->shape);
    do {
        const gm_status status = parse_ring(parser);
        if (status)
            return status;
    } while (take_char(parser, '/'));
    if (parser->shape.points.count > POINTS_MAX - parser->outline->point_count)
        return damaged(parser, "too many points");
    return gmi_shape_store(&parser->shape, parser->outline)
               ? GM_OK
               : gmi_fail_memory(parser->err);
}

static void set_box(gm_area *area, const gm_lonlat *points, size_t count)
{
    area->west = area->east = points[0].longitude;
    area->south = area->north = points[0].latitude;
    for (size_t i = 1; i < count; i++) {
        area->west = fmin(area->west, points[i].longitude);
        area->east = fmax(area->east, points[i].longitude);
        area->south = fmin(area->south, points[i].latitude);
        area->north = fmax(area->north, points[i].latitude);
    }
}

static gm_status parse_area(struct parser *parser)
{
    struct gm_outline *outline = parser->outline;
    const size_t first_point = outline->point_count;
    const size_t first_polygon = outline->polygon_count;
    gm_area area = {.code = take_word(parser)};
    area.name = area.code ? take_word(parser) : NULL;
    if (!area.name)
        return damaged(parser, "an area is not code, name and rings");
    if (area.code[0] &&
        gm_outline_area_find(outline, area.code) != outline->area_count)
        return damaged(parser, "a code comes twice");
    do {
        const gm_status status = parse_polygon(parser);
        if (status)
            return status;
    } while (take_char(parser, ';'));
    if (*parser->at)
        return damaged(parser, "an area does not end after its rings");
    area.polygon_count = outline->polygon_count - first_polygon;
    if (!area.polygon_count)
        return damaged(parser, "an area has no extent");
    set_box(&area, outline->points + first_point,
            outline->point_count - first_point);
    if (!gmi_reserve(&outline->areas, &outline->area_capacity,
                     outline->area_count, sizeof *outline->areas))
        return gmi_fail_memory(parser->err);
    outline->areas[outline->area_count++] =
        (struct gmi_outline_area){area, first_polygon};
    return GM_OK;
}

/* ---- Lines of the file ------------------------------------------------- */

static void parse_comment(struct parser *parser)
{
    static const char SOURCE[] = "# source: ";
    if (strncmp(parser->at, SOURCE, sizeof SOURCE - 1) == 0)
        parser->outline->source = parser->at + sizeof SOURCE - 1;
}

static gm_status parse_line(struct parser *parser)
{
    if (parser->at[0] == '#') {
        parse_comment(parser);
        return GM_OK;
    }
    const char *kind = take_word(parser);
    if (kind && strcmp(kind, "arc") == 0 && !parser->outline->area_count)
        return parse_arc(parser);
    if (kind && strcmp(kind, "area") == 0)
        return parse_area(parser);
    return damaged(parser, "neither an arc before all areas nor an area");
}

static gm_status parse_lines(struct parser *parser)
{
    char *line = parser->outline->text.data;
    while (*line) {
        char *end = strchr(line, '\n');
        parser->number++;
        if (!end)
            return damaged(parser, "the last line does not end");
        *end = '\0';
        if (parser->number == 1 && strcmp(line, MAGIC) != 0)
            break;
        parser->at = line;
        const gm_status status = parse_line(parser);
        if (status)
            return status;
        line = end + 1;
    }
    if (parser->number < 2)
        return damaged(parser, "not an outline");
    return GM_OK;
}

gm_status gmi_outline_parse(struct gm_outline *outline, gm_error *err)
{
    struct parser parser = {.outline = outline, .err = err};
    const struct gmi_buffer *text = &outline->text;
    outline->source = "";
    /* A NUL inside would end the reading without a word. */
    if (!text->length || memchr(text->data, '\0', text->length)) {
        parser.number = 1;
        return damaged(&parser, "not an outline");
    }
    const gm_status status = parse_lines(&parser);
    gmi_release(parser.users);
    gmi_shape_release(&parser.shape);
    return status;
}
