/* SPDX-License-Identifier: MIT */
/* How wide the columns of a terminal table get. */
#include "write/fit.h"

/* Widths that a column keeps at each step, so that it can still be read. */
enum { SENTENCE_MIN = 16, NAME_MIN = 10, LEAST = 6 };

static size_t total(const struct gmi_fit *columns, size_t count, size_t gap)
{
    size_t sum = 0, shown = 0;
    for (size_t i = 0; i < count; i++) {
        if (!columns[i].is_shown)
            continue;
        sum += columns[i].width;
        shown++;
    }
    return shown ? sum + (shown - 1) * gap : 0;
}

/* The widest shown column that may shrink and is above `least`. */
static struct gmi_fit *widest(struct gmi_fit *columns, size_t count,
                              enum gmi_shrink shrink, size_t least)
{
    struct gmi_fit *found = NULL;
    for (size_t i = 0; i < count; i++) {
        struct gmi_fit *column = &columns[i];
        if (column->is_shown && column->shrink >= shrink &&
            column->width > least && (!found || column->width > found->width))
            found = column;
    }
    return found;
}

/*
 * Takes `excess` cells from the widest columns, so that they become equal
 * rather than one of them tiny; returns what could not be taken.
 */
static size_t take(struct gmi_fit *columns, size_t count,
                   enum gmi_shrink shrink, size_t least, size_t excess)
{
    struct gmi_fit *column;
    while (excess && (column = widest(columns, count, shrink, least))) {
        /* A giant comes down to a size where single cells matter at once. */
        enum { GIANT = 1000 };
        const size_t step =
            column->width > GIANT
                ? (column->width - GIANT < excess ? column->width - GIANT
                                                  : excess)
                : 1;
        column->width -= step;
        excess -= step;
    }
    return excess;
}

static size_t excess_of(const struct gmi_fit *columns, size_t count, size_t gap,
                        size_t limit)
{
    const size_t sum = total(columns, count, gap);
    return sum > limit ? sum - limit : 0;
}

/* From the wanted widths down to the given ones; whether it fits now. */
static bool shrink_to(struct gmi_fit *columns, size_t count, size_t gap,
                      size_t limit, size_t least)
{
    for (size_t i = 0; i < count; i++)
        columns[i].width = columns[i].wanted;
    size_t excess = excess_of(columns, count, gap, limit);
    excess = take(columns, count, GMI_SHRINK_FIRST,
                  least < NAME_MIN ? least : SENTENCE_MIN, excess);
    return take(columns, count, GMI_SHRINK_LATE, least, excess) == 0;
}

/* Hides the column that is least missed; false when none may go. */
static bool hide_one(struct gmi_fit *columns, size_t count)
{
    struct gmi_fit *found = NULL;
    for (size_t i = 0; i < count; i++) {
        struct gmi_fit *column = &columns[i];
        if (column->is_shown && column->hide &&
            (!found || column->hide < found->hide))
            found = column;
    }
    if (found)
        found->is_shown = false;
    return found != NULL;
}

void gmi_fit(struct gmi_fit *columns, size_t count, size_t gap, size_t limit)
{
    const size_t room = limit ? limit : (size_t)-1;
    while (!shrink_to(columns, count, gap, room, NAME_MIN) &&
           hide_one(columns, count))
        ;
    if (!excess_of(columns, count, gap, room))
        return;
    shrink_to(columns, count, gap, room, LEAST);
    size_t last = count;
    while (last-- > 1 && excess_of(columns, count, gap, room))
        columns[last].is_shown = false;
    if (count && columns[0].is_shown && columns[0].width > room)
        columns[0].width = room;
}
