/* SPDX-License-Identifier: MIT */
/* Universal transverse Mercator and polar stereographic. */
#include "geo/utm.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>

static const double RADIAN = M_PI / 180;

/* WGS 84. */
#define MAJOR_M    6378137.0
#define FLATTENING (1 / 298.257223563)
#define ECC2       (FLATTENING * (2 - FLATTENING))
#define N          (FLATTENING / (2 - FLATTENING)) /* third flattening */

/* NGA.SIG.0012, Universal Grids and the Transverse Mercator and Polar
   Stereographic Map Projections (2014). */
static const double UTM_SCALE = 0.9996;
static const double UTM_FALSE_EASTING = 500000;
static const double UTM_FALSE_NORTHING = 10000000; /* of the south */
static const double UPS_SCALE = 0.994;
static const double UPS_FALSE_ORIGIN = 2000000;

/*
 * Krüger's series to the sixth order of the third flattening: C. F. F.
 * Karney, Transverse Mercator with an accuracy of a few nanometers, Journal
 * of Geodesy 85 (2011), equations 14, 35 and 36.
 */
enum { ORDER = 6 };

static const double RECTIFYING_RADIUS_M =
    MAJOR_M / (1 + N) *
    (1 + N * N * (1 / 4.0 + N * N * (1 / 64.0 + N * N / 256)));

#define N2 (N * N)
#define N3 (N2 * N)
#define N4 (N3 * N)
#define N5 (N4 * N)
#define N6 (N5 * N)

static const double ALPHA[ORDER] = {
    N / 2 - N2 * 2 / 3 + N3 * 5 / 16 + N4 * 41 / 180 - N5 * 127 / 288 +
        N6 * 7891 / 37800,
    N2 * 13 / 48 - N3 * 3 / 5 + N4 * 557 / 1440 + N5 * 281 / 630 -
        N6 * 1983433 / 1935360,
    N3 * 61 / 240 - N4 * 103 / 140 + N5 * 15061 / 26880 + N6 * 167603 / 181440,
    N4 * 49561 / 161280 - N5 * 179 / 168 + N6 * 6601661 / 7257600,
    N5 * 34729 / 80640 - N6 * 3418889 / 1995840,
    N6 * 212378941 / 319334400};

static const double BETA[ORDER] = {
    N / 2 - N2 * 2 / 3 + N3 * 37 / 96 - N4 * 1 / 360 - N5 * 81 / 512 +
        N6 * 96199 / 604800,
    N2 * 1 / 48 + N3 * 1 / 15 - N4 * 437 / 1440 + N5 * 46 / 105 -
        N6 * 1118711 / 3870720,
    N3 * 17 / 480 - N4 * 37 / 840 - N5 * 209 / 4480 + N6 * 5569 / 90720,
    N4 * 4397 / 161280 - N5 * 11 / 504 - N6 * 830251 / 7257600,
    N5 * 4583 / 161280 - N6 * 108847 / 3991680,
    N6 * 20648693 / 638668800};

/* ---- Latitudes --------------------------------------------------------- */

/* Tangent of the conformal latitude from that of the latitude (7 to 9). */
static double conformal_tangent(double tau)
{
    const double eccentricity = sqrt(ECC2);
    const double secant = hypot(1, tau);
    const double sigma =
        sinh(eccentricity * atanh(eccentricity * tau / secant));
    return tau * hypot(1, sigma) - sigma * secant;
}

/* The way back, by Newton's method (19 to 21). */
static double geographic_tangent(double conformal)
{
    /* Two steps reach full precision everywhere; five are safe. */
    enum { STEPS = 5 };
    double tau = conformal / (1 - ECC2);
    if (!(fabs(tau) < 2 / 1e-16)) /* a pole */
        return tau;
    for (int i = 0; i < STEPS; i++) {
        const double reached = conformal_tangent(tau);
        const double step = (conformal - reached) / hypot(1, reached) *
                            (1 + (1 - ECC2) * tau * tau) /
                            ((1 - ECC2) * hypot(1, tau));
        tau += step;
        if (!(fabs(step) > 1e-15 * fmax(1, fabs(tau))))
            break;
    }
    return tau;
}

/* ---- Zones ------------------------------------------------------------- */

int gmi_utm_zone(struct gmi_point point)
{
    assert(gmi_point_is_valid(point));
    const double latitude = point.latitude;
    if (latitude < -80 || latitude >= 84)
        return GMI_ZONE_POLAR;
    /* The meridian of 180° opens zone 1. */
    const int longitude =
        point.longitude >= 180 ? -180 : (int)floor(point.longitude);
    if (latitude >= 56 && latitude < 64 && longitude >= 3 && longitude < 12)
        return 32;
    if (latitude >= 72 && longitude >= 0 && longitude < 42)
        return longitude < 9    ? 31
               : longitude < 21 ? 33
               : longitude < 33 ? 35
                                : 37;
    return (longitude + 180) / 6 + 1;
}

static double central_meridian(int zone)
{
    return 6 * zone - 183;
}

/* ---- Transverse Mercator ----------------------------------------------- */

static struct gmi_utm mercator_forward(struct gmi_point point, int zone)
{
    const double turn =
        remainder(point.longitude - central_meridian(zone), 360) * RADIAN;
    const double tau = conformal_tangent(tan(point.latitude * RADIAN));
    const double level = cos(turn);
    const double xi0 = atan2(tau, level);
    const double eta0 = asinh(sin(turn) / hypot(tau, level));
    double xi = xi0, eta = eta0;
    for (int j = 1; j <= ORDER; j++) {
        xi += ALPHA[j - 1] * sin(2 * j * xi0) * cosh(2 * j * eta0);
        eta += ALPHA[j - 1] * cos(2 * j * xi0) * sinh(2 * j * eta0);
    }
    const double metres = UTM_SCALE * RECTIFYING_RADIUS_M;
    const bool is_north = !(point.latitude < 0);
    return (struct gmi_utm){zone, is_north, metres * eta + UTM_FALSE_EASTING,
                            metres * xi + (is_north ? 0 : UTM_FALSE_NORTHING)};
}

static struct gmi_point mercator_inverse(const struct gmi_utm *utm)
{
    const double metres = UTM_SCALE * RECTIFYING_RADIUS_M;
    const double xi =
        (utm->northing - (utm->is_north ? 0 : UTM_FALSE_NORTHING)) / metres;
    const double eta = (utm->easting - UTM_FALSE_EASTING) / metres;
    double xi0 = xi, eta0 = eta;
    for (int j = 1; j <= ORDER; j++) {
        xi0 -= BETA[j - 1] * sin(2 * j * xi) * cosh(2 * j * eta);
        eta0 -= BETA[j - 1] * cos(2 * j * xi) * sinh(2 * j * eta);
    }
    const double across = sinh(eta0), level = cos(xi0);
    const double tau = sin(xi0) / hypot(across, level);
    const double longitude =
        central_meridian(utm->zone) + atan2(across, level) / RADIAN;
    return (struct gmi_point){remainder(longitude, 360),
                              atan(geographic_tangent(tau)) / RADIAN};
}

/* ---- Polar stereographic ----------------------------------------------- */

/*
 * Metres from the pole at conformal latitude 0: J. P. Snyder, Map
 * Projections, A Working Manual, USGS Professional Paper 1395 (1987), 21-33.
 */
static double polar_metres(void)
{
    const double eccentricity = sqrt(ECC2);
    return 2 * UPS_SCALE * MAJOR_M /
           ((1 - FLATTENING) * exp(eccentricity * atanh(eccentricity)));
}

static struct gmi_utm polar_forward(struct gmi_point point)
{
    const bool is_north = point.latitude >= 0;
    const double tau = conformal_tangent(tan(fabs(point.latitude) * RADIAN));
    const double radius =
        fabs(point.latitude) == 90 ? 0 : polar_metres() / (hypot(1, tau) + tau);
    const double turn = point.longitude * RADIAN;
    return (struct gmi_utm){
        GMI_ZONE_POLAR, is_north, UPS_FALSE_ORIGIN + radius * sin(turn),
        UPS_FALSE_ORIGIN + (is_north ? -radius : radius) * cos(turn)};
}

static struct gmi_point polar_inverse(const struct gmi_utm *utm)
{
    const double x = utm->easting - UPS_FALSE_ORIGIN;
    const double y = utm->northing - UPS_FALSE_ORIGIN;
    const double radius = hypot(x, y) / polar_metres();
    const double side = utm->is_north ? 1 : -1;
    if (radius == 0)
        return (struct gmi_point){0, side * 90};
    const double tau = geographic_tangent((1 / radius - radius) / 2);
    return (struct gmi_point){atan2(x, -side * y) / RADIAN,
                              side * atan(tau) / RADIAN};
}

/* ---- Both -------------------------------------------------------------- */

struct gmi_utm gmi_utm_from_point(struct gmi_point point)
{
    const int zone = gmi_utm_zone(point);
    return zone == GMI_ZONE_POLAR ? polar_forward(point)
                                  : mercator_forward(point, zone);
}

struct gmi_point gmi_utm_to_point(const struct gmi_utm *utm)
{
    assert(utm->zone >= GMI_ZONE_POLAR && utm->zone <= GMI_ZONE_MAX);
    return utm->zone == GMI_ZONE_POLAR ? polar_inverse(utm)
                                       : mercator_inverse(utm);
}

/* The sign is kept apart; the numbers are far below the limit of int64. */
static int format_metres(double metres, int decimals, char *out, size_t size)
{
    long long scale = 1;
    for (int i = 0; i < decimals; i++)
        scale *= 10;
    const long long units = llround(fabs(metres) * (double)scale);
    const char *sign = metres < 0 && units ? "-" : "";
    if (decimals == 0)
        return snprintf(out, size, "%s%lld", sign, units);
    return snprintf(out, size, "%s%lld.%0*lld", sign, units / scale, decimals,
                    units % scale);
}

void gmi_utm_format(const struct gmi_utm *utm, int decimals,
                    char out[GMI_UTM_SIZE])
{
    assert(decimals >= 0 && decimals <= GMI_UTM_DECIMALS_MAX);
    assert(fabs(utm->easting) < 1e9 && fabs(utm->northing) < 1e9);
    const char hemisphere = utm->is_north ? 'N' : 'S';
    size_t used =
        (size_t)(utm->zone == GMI_ZONE_POLAR
                     ? snprintf(out, GMI_UTM_SIZE, "UPS %c ", hemisphere)
                     : snprintf(out, GMI_UTM_SIZE, "%d%c ", utm->zone,
                                hemisphere));
    used += (size_t)format_metres(utm->easting, decimals, out + used,
                                  GMI_UTM_SIZE - used - 1);
    out[used++] = ' ';
    format_metres(utm->northing, decimals, out + used, GMI_UTM_SIZE - used);
}
