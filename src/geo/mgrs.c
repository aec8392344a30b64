/* SPDX-License-Identifier: MIT */
/* The military grid reference system. */
#include "geo/mgrs.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

static const double SQUARE_M = 100000;

/* Bands of eight degrees from 80° south; the last has twelve. */
static const char BANDS[] = "CDEFGHJKLMNPQRSTUVWX";
enum { BAND_COUNT = 20, FIRST_NORTH_BAND = 10 };

/* Columns, by zone modulo 3, from easting 100 km; rows from northing 0. */
static const char *const COLUMNS[] = {"STUVWXYZ", "ABCDEFGH", "JKLMNPQR"};
static const char ROWS[] = "ABCDEFGHJKLMNPQRSTUV";
enum {
    ROW_COUNT = 20,
    EVEN_ZONE_SHIFT = 5,
    FIRST_COLUMN = 1,
    FIRST_SOUTH_ROW = 10, /* of the whole grid, in squares of 100 km */
    LAST_NORTH_ROW = 94
};

/* At the poles: west and east half of each, with its own letters. */
struct polar_half {
    char band;
    bool is_north;
    int first_column, first_row; /* in squares of 100 km */
    const char *columns;
    const char *rows;
};

static const struct polar_half POLAR[] = {
    {'A', false, 8, 8, "JKLPQRSTUXYZ", "ABCDEFGHJKLMNPQRSTUVWXYZ"},
    {'B', false, 20, 8, "ABCFGHJKLPQR", "ABCDEFGHJKLMNPQRSTUVWXYZ"},
    {'Y', true, 13, 13, "RSTUXYZ", "ABCDEFGHJKLMNP"},
    {'Z', true, 20, 13, "ABCFGHJ", "ABCDEFGHJKLMNP"}};
enum { POLAR_MIDDLE = 20 };

/* ---- Writing ----------------------------------------------------------- */

/* Digits are cut and not rounded: the square holds the point. */
static void format_square(const char *prefix, char column, char row,
                          const double metres[2], int digits,
                          char out[GMI_MGRS_SIZE])
{
    if (digits == 0) {
        snprintf(out, GMI_MGRS_SIZE, "%s%c%c", prefix, column, row);
        return;
    }
    long cut[2];
    const double unit = pow(10, GMI_MGRS_DIGITS_MAX - digits);
    for (int i = 0; i < 2; i++)
        cut[i] = (long)(fmod(metres[i], SQUARE_M) / unit);
    snprintf(out, GMI_MGRS_SIZE, "%s%c%c%0*ld%0*ld", prefix, column, row,
             digits, cut[0], digits, cut[1]);
}

static void format_polar(const struct gmi_utm *utm, int digits,
                         char out[GMI_MGRS_SIZE])
{
    const int column = (int)floor(utm->easting / SQUARE_M);
    const int row = (int)floor(utm->northing / SQUARE_M);
    const struct polar_half *half =
        &POLAR[(utm->is_north ? 2 : 0) + (column >= POLAR_MIDDLE ? 1 : 0)];
    format_square((const char[]){half->band, '\0'},
                  half->columns[column - half->first_column],
                  half->rows[row - half->first_row],
                  (const double[]){utm->easting, utm->northing}, digits, out);
}

static char band_of(double latitude)
{
    /* A division by eight is exact, so that the least south is south. */
    const int band = FIRST_NORTH_BAND + (int)floor(latitude / 8);
    return BANDS[band < BAND_COUNT ? band : BAND_COUNT - 1];
}

void gmi_mgrs_format(struct gmi_point point, int digits,
                     char out[GMI_MGRS_SIZE])
{
    assert(digits >= 0 && digits <= GMI_MGRS_DIGITS_MAX);
    struct gmi_utm utm = gmi_utm_from_point(point);
    if (utm.zone == GMI_ZONE_POLAR) {
        format_polar(&utm, digits, out);
        return;
    }
    /* A breath south of the equator rounds to the row of the north. */
    if (!utm.is_north && utm.northing >= 1e7)
        utm.northing = nextafter(1e7, 0);
    char prefix[8];
    snprintf(prefix, sizeof prefix, "%02d%c", utm.zone,
             band_of(point.latitude));
    const int column = (int)floor(utm.easting / SQUARE_M) - FIRST_COLUMN;
    const int row = (int)floor(utm.northing / SQUARE_M) +
                    (utm.zone % 2 ? 0 : EVEN_ZONE_SHIFT);
    format_square(prefix, COLUMNS[utm.zone % 3][column], ROWS[row % ROW_COUNT],
                  (const double[]){utm.easting, utm.northing}, digits, out);
}

/* ---- Reading ----------------------------------------------------------- */

/* The groups of a reference, taken apart. */
struct parts {
    int zone;
    char band, column, row;
    int digits;
    double offset_m[2]; /* within the square of 100 km */
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static char upper(char c)
{
    return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

static int index_in(const char *letters, char c)
{
    const char *found = c ? strchr(letters, c) : NULL;
    return found ? (int)(found - letters) : -1;
}

/*
 * Digits: one run that is halved, or two groups of equal length with a space
 * between them.
 */
static bool take_digits(const char *text, size_t length, struct parts *parts)
{
    char run[2 * GMI_MGRS_DIGITS_MAX];
    size_t count = 0, gap = 0;
    for (size_t i = 0; i < length; i++) {
        if (text[i] == ' ' && count && !gap) {
            gap = count;
            continue;
        }
        if (!is_digit(text[i]) || count == sizeof run)
            return false;
        run[count++] = text[i];
    }
    if (count % 2 || (gap && gap != count / 2))
        return false;
    parts->digits = (int)(count / 2);
    for (size_t i = 0; i < 2; i++) {
        double unit = SQUARE_M;
        parts->offset_m[i] = 0;
        for (size_t k = 0; k < count / 2; k++) {
            unit /= 10;
            parts->offset_m[i] += (run[i * count / 2 + k] - '0') * unit;
        }
    }
    return true;
}

/* Cuts a text into groups; their letters are not looked at. */
static bool take_parts(const char *text, size_t length, struct parts *parts)
{
    size_t at = 0;
    parts->zone = 0;
    while (at < length && at < 2 && is_digit(text[at]))
        parts->zone = parts->zone * 10 + (text[at++] - '0');
    if (at > 0 && (parts->zone < GMI_ZONE_MIN || parts->zone > GMI_ZONE_MAX))
        return false;
    char letters[3];
    for (size_t i = 0; i < 3; i++) {
        if (i == 1 && at < length && text[at] == ' ')
            at++;
        if (at >= length)
            return false;
        letters[i] = upper(text[at++]);
    }
    parts->band = letters[0];
    parts->column = letters[1];
    parts->row = letters[2];
    if (at + 1 < length && text[at] == ' ')
        at++;
    return take_digits(text + at, length - at, parts);
}

static bool polar_square(const struct parts *parts, struct gmi_utm *out)
{
    for (size_t i = 0; i < sizeof POLAR / sizeof POLAR[0]; i++) {
        const struct polar_half *half = &POLAR[i];
        if (half->band != parts->band)
            continue;
        const int column = index_in(half->columns, parts->column);
        const int row = index_in(half->rows, parts->row);
        if (column < 0 || row < 0)
            return false;
        *out = (struct gmi_utm){GMI_ZONE_POLAR, half->is_north,
                                (half->first_column + column) * SQUARE_M,
                                (half->first_row + row) * SQUARE_M};
        return true;
    }
    return false;
}

/*
 * Whether any of a square of 100 km lies in a band. The outer bands reach as
 * far as the grid does, a little into the polar caps.
 */
static bool is_in_band(const struct gmi_utm *square, int band)
{
    const double south = band == 0 ? -90 : -80 + 8 * band;
    const double north = band == BAND_COUNT - 1 ? 90 : -72 + 8 * band;
    double low = 90, high = -90;
    for (int corner = 0; corner < 4; corner++) {
        struct gmi_utm at = *square;
        at.easting += corner % 2 ? SQUARE_M : 0;
        at.northing += corner / 2 ? SQUARE_M : 0;
        const double latitude = gmi_utm_to_point(&at).latitude;
        low = fmin(low, latitude);
        high = fmax(high, latitude);
    }
    return high > south && low < north;
}

/* Rows repeat every 2,000 km; the band, at most 1,600 km high, tells which. */
static bool utm_square(const struct parts *parts, struct gmi_utm *out)
{
    const int band = index_in(BANDS, parts->band);
    const int column = index_in(COLUMNS[parts->zone % 3], parts->column);
    int row = index_in(ROWS, parts->row);
    if (band < 0 || column < 0 || row < 0)
        return false;
    if (parts->zone % 2 == 0)
        row = (row + ROW_COUNT - EVEN_ZONE_SHIFT) % ROW_COUNT;
    const bool is_north = band >= FIRST_NORTH_BAND;
    const int first = is_north ? 0 : FIRST_SOUTH_ROW;
    const int last = is_north ? LAST_NORTH_ROW : 99;
    for (; row <= last; row += ROW_COUNT) {
        const struct gmi_utm square = {parts->zone, is_north,
                                       (column + FIRST_COLUMN) * SQUARE_M,
                                       row * SQUARE_M};
        if (row >= first && is_in_band(&square, band)) {
            *out = square;
            return true;
        }
    }
    return false;
}

gm_status gmi_mgrs_parse(const char *text, size_t length,
                         struct gmi_utm *corner, double *size_m, gm_error *err)
{
    struct parts parts = {0};
    struct gmi_utm square;
    if (!take_parts(text, length, &parts))
        return gmi_fail(err, GM_ERR_SYNTAX,
                        "not a grid reference such as 38SPK4960002412");
    if (!(parts.zone ? utm_square(&parts, &square)
                     : polar_square(&parts, &square)))
        return gmi_fail(err, GM_ERR_SYNTAX,
                        "no square %c%c in that zone and band", parts.column,
                        parts.row);
    square.easting += parts.offset_m[0];
    square.northing += parts.offset_m[1];
    *corner = square;
    *size_m = SQUARE_M;
    for (int i = 0; i < parts.digits; i++)
        *size_m /= 10;
    return GM_OK;
}

struct gmi_point gmi_mgrs_centre(const struct gmi_utm *corner, double size_m)
{
    struct gmi_utm middle = *corner;
    middle.easting += size_m / 2;
    middle.northing += size_m / 2;
    return gmi_utm_to_point(&middle);
}
