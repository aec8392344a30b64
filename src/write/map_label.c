/* SPDX-License-Identifier: MIT */
/*
 * Places labels on a picture. Positions beside the circle come in the order
 * of E. Imhof, Positioning names on maps, The American Cartographer 2 (1975):
 * right before left, above before below. What is taken is kept on a grid.
 */
#include "write/map_label.h"

#include "base/memory.h"

#include <math.h>

static const double PI = 3.14159265358979323846;

/* Units of the picture on each side of a cell of the grid. */
static const double CELL = 2;

/* Between circle and label. */
static const double GAP = 3;

gm_status gmi_label_field_init(struct gmi_label_field *field, double width,
                               double height, gm_error *err)
{
    *field = (struct gmi_label_field){.columns = (size_t)ceil(width / CELL),
                                      .rows = (size_t)ceil(height / CELL),
                                      .width = width,
                                      .height = height};
    field->cells = gmi_alloc_zeroed(field->columns * field->rows + 1, 1);
    return field->cells ? GM_OK : gmi_fail_memory(err);
}

void gmi_label_field_release(struct gmi_label_field *field)
{
    gmi_release(field->cells);
    *field = (struct gmi_label_field){0};
}

/* The cells of a box that are on the picture: from, and one past the last. */
struct cells {
    size_t left, top, right, bottom;
};

static size_t cell_of(double value, size_t count)
{
    return value <= 0 ? 0 : (size_t)fmin(value / CELL, (double)count);
}

static struct cells cells_of(const struct gmi_label_field *field,
                             struct gmi_label_box box)
{
    return (struct cells){
        cell_of(box.left, field->columns), cell_of(box.top, field->rows),
        cell_of(ceil((box.left + box.width) / CELL) * CELL, field->columns),
        cell_of(ceil((box.top + box.height) / CELL) * CELL, field->rows)};
}

/* What lies on a cell. */
enum { MARK = 1, LABEL = 2 };

static void fill(struct gmi_label_field *field, struct gmi_label_box box,
                 unsigned char what)
{
    const struct cells cells = cells_of(field, box);
    for (size_t y = cells.top; y < cells.bottom; y++)
        for (size_t x = cells.left; x < cells.right; x++)
            field->cells[y * field->columns + x] |= what;
}

void gmi_label_block(struct gmi_label_field *field, struct gmi_label_box box)
{
    fill(field, box, MARK);
}

void gmi_label_occupy(struct gmi_label_field *field, struct gmi_label_box box)
{
    fill(field, box, LABEL);
}

bool gmi_label_is_free(const struct gmi_label_field *field,
                       struct gmi_label_box box)
{
    if (!(box.left >= 0 && box.top >= 0 &&
          box.left + box.width <= field->width &&
          box.top + box.height <= field->height))
        return false;
    const struct cells cells = cells_of(field, box);
    for (size_t y = cells.top; y < cells.bottom; y++)
        for (size_t x = cells.left; x < cells.right; x++)
            if (field->cells[y * field->columns + x])
                return false;
    return true;
}

/* The cell that a line goes through at a step of it; NULL: off the picture. */
static unsigned char *line_cell(const struct gmi_label_field *field,
                                const struct gmi_label_position *position,
                                double part)
{
    const double x =
        position->from.x + part * (position->to.x - position->from.x);
    const double y =
        position->from.y + part * (position->to.y - position->from.y);
    if (!(x >= 0 && x < field->width && y >= 0 && y < field->height))
        return NULL;
    return &field->cells[(size_t)(y / CELL) * field->columns +
                         (size_t)(x / CELL)];
}

/* Steps of a line, none longer than a cell. */
static int line_steps(const struct gmi_label_position *position)
{
    return 1 + (int)((fabs(position->to.x - position->from.x) +
                      fabs(position->to.y - position->from.y)) /
                     CELL);
}

static bool is_line_free(const struct gmi_label_field *field,
                         const struct gmi_label_position *position)
{
    const int steps = line_steps(position);
    for (int i = 0; i <= steps; i++) {
        const unsigned char *cell =
            line_cell(field, position, (double)i / steps);
        if (!cell || *cell & LABEL)
            return false;
    }
    return true;
}

static void occupy_line(struct gmi_label_field *field,
                        const struct gmi_label_position *position)
{
    const int steps = line_steps(position);
    for (int i = 0; i <= steps; i++) {
        unsigned char *cell = line_cell(field, position, (double)i / steps);
        if (cell)
            *cell |= LABEL;
    }
}

/* Takes a position when it is free, and so much beside it that two names in
   one line are not read as one. */
static bool try_position(struct gmi_label_field *field, double width,
                         double height, struct gmi_label_position position,
                         struct gmi_label_position *out)
{
    const double before = position.anchor == GMI_ANCHOR_START ? 0
                          : position.anchor == GMI_ANCHOR_END ? width
                                                              : width / 2;
    const struct gmi_label_box box = {position.x - before,
                                      position.y - height / 2, width, height};
    if (!gmi_label_is_free(field, box) ||
        (position.is_far && !is_line_free(field, &position)))
        return false;
    gmi_label_occupy(field, (struct gmi_label_box){box.left - GAP, box.top,
                                                   width + 2 * GAP, height});
    if (position.is_far)
        occupy_line(field, &position);
    *out = position;
    return true;
}

static bool try_beside(struct gmi_label_field *field, struct gmi_spot centre,
                       double radius, double width, double height,
                       struct gmi_label_position *out)
{
    /* Sideways: of the radius; upwards: of the radius and half a line. */
    static const struct {
        double x, y;
        enum gmi_label_anchor anchor;
    } SIDES[] = {{1, 0, GMI_ANCHOR_START},      {0.75, -0.6, GMI_ANCHOR_START},
                 {0.75, 0.6, GMI_ANCHOR_START}, {-1, 0, GMI_ANCHOR_END},
                 {-0.75, -0.6, GMI_ANCHOR_END}, {-0.75, 0.6, GMI_ANCHOR_END},
                 {0, -1, GMI_ANCHOR_MIDDLE},    {0, 1, GMI_ANCHOR_MIDDLE}};
    for (size_t i = 0; i < sizeof SIDES / sizeof SIDES[0]; i++) {
        const double gap = SIDES[i].anchor == GMI_ANCHOR_MIDDLE ? 0 : GAP;
        const double x = centre.x + SIDES[i].x * (radius + gap);
        const double y = centre.y + SIDES[i].y * (radius + height / 2);
        if (try_position(field, width, height,
                         (struct gmi_label_position){SIDES[i].anchor, x, y,
                                                     false, centre, centre},
                         out))
            return true;
    }
    return false;
}

static bool try_far(struct gmi_label_field *field, struct gmi_spot centre,
                    double radius, double width, double height,
                    struct gmi_label_position *out)
{
    enum { DIRECTIONS = 16 };
    static const double AWAY[] = {12, 22, 34, 48};
    for (size_t i = 0; i < sizeof AWAY / sizeof AWAY[0]; i++) {
        for (int d = 0; d < DIRECTIONS; d++) {
            /* Right first, then ever more to both sides of it. */
            const int turn = d % 2 ? (d + 1) / 2 : -d / 2;
            const double angle = 2 * PI * turn / DIRECTIONS;
            const double x = cos(angle), y = sin(angle);
            const double away = radius + AWAY[i];
            const bool is_left = x < -0.01;
            struct gmi_label_position position = {
                is_left ? GMI_ANCHOR_END : GMI_ANCHOR_START,
                centre.x + x * away,
                centre.y + y * away,
                true,
                {centre.x + x * radius, centre.y + y * radius},
                {centre.x + x * away, centre.y + y * away}};
            position.x += is_left ? -GAP : GAP;
            if (try_position(field, width, height, position, out))
                return true;
        }
    }
    return false;
}

bool gmi_label_place(struct gmi_label_field *field, struct gmi_spot centre,
                     double radius, double width, double height,
                     struct gmi_label_position *out)
{
    return try_beside(field, centre, radius, width, height, out) ||
           try_far(field, centre, radius, width, height, out);
}
