/* SPDX-License-Identifier: MIT */
/* Degrees, minutes and seconds. */
#include "geo/dms.h"

#include <assert.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* ---- Writing ----------------------------------------------------------- */

/*
 * Counts whole units of the last decimal, so that 59.96″ carries into the
 * minutes and never shows as 60.0″.
 */
static int format_angle(double degrees, int decimals, const char *letters,
                        char *out, size_t size)
{
    int64_t scale = 1;
    for (int i = 0; i < decimals; i++)
        scale *= 10;
    const int64_t units = llround(fabs(degrees) * 3600 * (double)scale);
    const int64_t seconds = units / scale;
    /* What rounds to zero has no side. */
    const char letter = degrees < 0 && units > 0 ? letters[1] : letters[0];
    const int whole = (int)(seconds / 3600);
    const int minutes = (int)(seconds / 60 % 60);
    const int rest = (int)(seconds % 60);
    if (decimals == 0)
        return snprintf(out, size, "%d°%02d′%02d″%c", whole, minutes, rest,
                        letter);
    return snprintf(out, size, "%d°%02d′%02d.%0*lld″%c", whole, minutes, rest,
                    decimals, (long long)(units % scale), letter);
}

void gmi_dms_format(struct gmi_point point, int decimals,
                    char out[GMI_DMS_SIZE])
{
    assert(gmi_point_is_valid(point));
    assert(decimals >= 0 && decimals <= GMI_DMS_DECIMALS_MAX);
    int used = format_angle(point.latitude, decimals, "NS", out, GMI_DMS_SIZE);
    out[used++] = ' ';
    format_angle(point.longitude, decimals, "EW", out + used,
                 GMI_DMS_SIZE - (size_t)used);
}

/* ---- Reading ----------------------------------------------------------- */

/* A text and how far it is read. */
struct cursor {
    const char *text;
    size_t length;
    size_t at;
};

static bool take(struct cursor *cursor, const char *token)
{
    const size_t length = strlen(token);
    if (length > cursor->length - cursor->at ||
        memcmp(cursor->text + cursor->at, token, length) != 0)
        return false;
    cursor->at += length;
    return true;
}

static bool take_any(struct cursor *cursor, const char *const *tokens)
{
    for (; *tokens; tokens++)
        if (take(cursor, *tokens))
            return true;
    return false;
}

static const char *const DEGREE_SIGNS[] = {"°", "º", NULL};
static const char *const SECOND_SIGNS[] = {"″",  "”",  "\"", "''",
                                           "′′", "’’", NULL};
static const char *const MINUTE_SIGNS[] = {"′", "’", "'", NULL};
static const char *const MINUS_SIGNS[] = {"-", "−", NULL};

static bool is_digit_at(const struct cursor *cursor, size_t at)
{
    return at < cursor->length && cursor->text[at] >= '0' &&
           cursor->text[at] <= '9';
}

/*
 * A number without sign: at most three digits before the point, and fifteen
 * after it, more than a double holds.
 */
static bool take_number(struct cursor *cursor, double *out, bool *is_whole)
{
    size_t at = cursor->at;
    double value = 0;
    while (is_digit_at(cursor, at) && at - cursor->at < 4)
        value = value * 10 + (cursor->text[at++] - '0');
    if (at == cursor->at || at - cursor->at > 3)
        return false;
    *is_whole = true;
    if (at < cursor->length && cursor->text[at] == '.' &&
        is_digit_at(cursor, at + 1)) {
        const size_t start = ++at;
        double fraction = 0, scale = 1;
        while (is_digit_at(cursor, at) && at - start < 15) {
            fraction = fraction * 10 + (cursor->text[at++] - '0');
            scale *= 10;
        }
        value += fraction / scale;
        *is_whole = false;
    }
    if (is_digit_at(cursor, at))
        return false;
    cursor->at = at;
    *out = value;
    return true;
}

/* N S E W, when no letter follows it. */
static enum gmi_axis take_letter(struct cursor *cursor, double *sign)
{
    if (cursor->at >= cursor->length)
        return GMI_AXIS_UNKNOWN;
    if (cursor->at + 1 < cursor->length) {
        const unsigned char next = (unsigned char)cursor->text[cursor->at + 1];
        const unsigned char lower = next | 0x20;
        if (next >= 0x80 || (lower >= 'a' && lower <= 'z'))
            return GMI_AXIS_UNKNOWN;
    }
    const char letter = cursor->text[cursor->at];
    if (letter == 'N' || letter == 'S') {
        cursor->at++;
        *sign = letter == 'S' ? -1 : 1;
        return GMI_AXIS_LATITUDE;
    }
    if (letter == 'E' || letter == 'W') {
        cursor->at++;
        *sign = letter == 'W' ? -1 : 1;
        return GMI_AXIS_LONGITUDE;
    }
    return GMI_AXIS_UNKNOWN;
}

/*
 * One further part, "10′". When what follows is no such part, or a number
 * without its sign, the cursor stays: it belongs to what comes next.
 */
static bool take_part(struct cursor *cursor, const char *const *signs,
                      double *out, bool *is_whole)
{
    struct cursor ahead = *cursor;
    take(&ahead, " ");
    if (!take_number(&ahead, out, is_whole) || *out >= 60 ||
        !take_any(&ahead, signs))
        return false;
    *cursor = ahead;
    return true;
}

/* Degrees, minutes and seconds, without sign and letter. */
static bool take_parts(struct cursor *cursor, struct gmi_angle *angle)
{
    double minutes, seconds;
    bool is_whole;
    if (!take_number(cursor, &angle->degrees, &is_whole))
        return false;
    angle->has_unit = take_any(cursor, DEGREE_SIGNS);
    if (!angle->has_unit || !is_whole)
        return true;
    /* 10'' is seconds, and no minutes with a stray sign behind. */
    struct cursor ahead = *cursor;
    if (take_part(&ahead, SECOND_SIGNS, &seconds, &is_whole) ||
        !take_part(cursor, MINUTE_SIGNS, &minutes, &is_whole))
        return true;
    angle->degrees += minutes / 60;
    if (is_whole && take_part(cursor, SECOND_SIGNS, &seconds, &is_whole))
        angle->degrees += seconds / 3600;
    return true;
}

size_t gmi_dms_scan(const char *text, size_t length, struct gmi_angle *out)
{
    struct cursor cursor = {text, length, 0};
    struct gmi_angle angle = {0};
    double sign = 1;
    bool has_sign = false;
    angle.axis = take_letter(&cursor, &sign);
    if (angle.axis != GMI_AXIS_UNKNOWN) {
        take(&cursor, " ");
    } else if (take_any(&cursor, MINUS_SIGNS)) {
        sign = -1;
        has_sign = true;
    } else {
        has_sign = take(&cursor, "+");
    }
    if (!take_parts(&cursor, &angle))
        return 0;
    if (angle.axis == GMI_AXIS_UNKNOWN && !has_sign) {
        struct cursor ahead = cursor;
        take(&ahead, " ");
        angle.axis = take_letter(&ahead, &sign);
        if (angle.axis != GMI_AXIS_UNKNOWN)
            cursor = ahead;
    }
    if (angle.degrees > (angle.axis == GMI_AXIS_LATITUDE ? 90 : 180))
        return 0;
    angle.degrees *= sign;
    *out = angle;
    return cursor.at;
}

static size_t skip_between(const char *text, size_t length)
{
    size_t at = 0;
    while (at < length && text[at] == ' ')
        at++;
    if (at < length && (text[at] == ',' || text[at] == ';'))
        at++;
    while (at < length && text[at] == ' ')
        at++;
    return at;
}

gm_status gmi_dms_parse(const char *text, size_t length, struct gmi_point *out,
                        gm_error *err)
{
    struct gmi_angle first, second;
    const size_t used = gmi_dms_scan(text, length, &first);
    if (!used)
        return gmi_fail_at_byte(err, GM_ERR_SYNTAX, 0, "no angle at byte 0");
    const size_t gap = skip_between(text + used, length - used);
    const size_t at = used + gap;
    const size_t more = gap ? gmi_dms_scan(text + at, length - at, &second) : 0;
    if (!more)
        return gmi_fail_at_byte(err, GM_ERR_SYNTAX, at,
                                "no second angle at byte %zu", at);
    if (at + more != length)
        return gmi_fail_at_byte(err, GM_ERR_SYNTAX, at + more,
                                "something stands behind the point at byte "
                                "%zu",
                                at + more);
    if (first.axis != GMI_AXIS_UNKNOWN && first.axis == second.axis)
        return gmi_fail_at_byte(err, GM_ERR_SYNTAX, at,
                                "two angles of the same axis");
    const bool is_swapped =
        first.axis == GMI_AXIS_LONGITUDE || second.axis == GMI_AXIS_LATITUDE;
    const struct gmi_point point =
        is_swapped ? (struct gmi_point){first.degrees, second.degrees}
                   : (struct gmi_point){second.degrees, first.degrees};
    if (!gmi_point_is_valid(point))
        return gmi_fail_at_byte(err, GM_ERR_SYNTAX, 0,
                                "latitude is beyond 90 degrees");
    *out = point;
    return GM_OK;
}
