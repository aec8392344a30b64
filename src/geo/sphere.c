/* SPDX-License-Identifier: MIT */
/* Distances and directions on the mean sphere of WGS 84. */
#include "geo/sphere.h"

#include <math.h>

static const double RADIAN = M_PI / 180;

/*
 * The haversine form keeps all digits for points that are close, where the
 * law of cosines loses half of them: R. W. Sinnott, Virtues of the Haversine,
 * Sky and Telescope 68 (1984).
 */
double gmi_distance_km(struct gmi_point a, struct gmi_point b)
{
    const double across = sin((b.longitude - a.longitude) * (RADIAN / 2));
    const double up = sin((b.latitude - a.latitude) * (RADIAN / 2));
    const double h = up * up + cos(a.latitude * RADIAN) *
                                   cos(b.latitude * RADIAN) * across * across;
    /* Rounding may carry antipodes just over 1. */
    return 2 * GMI_EARTH_RADIUS_KM * asin(sqrt(h > 1 ? 1 : h));
}

/* Rounding must not lift it over what gmi_distance_km says. */
double gmi_distance_at_least_km(struct gmi_point a, struct gmi_point b)
{
    return fabs(a.latitude - b.latitude) *
           (RADIAN * GMI_EARTH_RADIUS_KM * (1 - 1e-12));
}

static double normal_longitude(double degrees)
{
    const double rest = remainder(degrees, 360);
    return rest == -180 ? 180 : rest;
}

/* E. Williams, Aviation Formulary, "Lat/lon given radial and distance". */
struct gmi_point gmi_destination(struct gmi_point start, double bearing_deg,
                                 double distance_km)
{
    const double angle = distance_km / GMI_EARTH_RADIUS_KM;
    const double bearing = bearing_deg * RADIAN;
    const double latitude = start.latitude * RADIAN;
    double sine =
        sin(latitude) * cos(angle) + cos(latitude) * sin(angle) * cos(bearing);
    sine = sine > 1 ? 1 : sine < -1 ? -1 : sine;
    const double turn = atan2(sin(bearing) * sin(angle) * cos(latitude),
                              cos(angle) - sin(latitude) * sine);
    return (struct gmi_point){normal_longitude(start.longitude + turn / RADIAN),
                              asin(sine) / RADIAN};
}

struct gmi_vector gmi_vector_of(struct gmi_point point)
{
    const double longitude = point.longitude * RADIAN;
    const double latitude = point.latitude * RADIAN;
    const double level = cos(latitude);
    return (struct gmi_vector){level * cos(longitude), level * sin(longitude),
                               sin(latitude)};
}

double gmi_chord2_from_km(double distance_km)
{
    if (distance_km <= 0)
        return 0;
    if (distance_km >= GMI_DISTANCE_MAX_KM)
        return 4;
    const double chord = 2 * sin(distance_km / (2 * GMI_EARTH_RADIUS_KM));
    return chord * chord;
}

double gmi_chord2_to_km(double chord2)
{
    const double half = sqrt(chord2) / 2;
    return 2 * GMI_EARTH_RADIUS_KM * asin(half > 1 ? 1 : half);
}

/*
 * The circle touches its westernmost and easternmost meridian north of its
 * centre in the north: asin(sin r / cos latitude) and not r / cos latitude.
 * J. P. Matuschek, Finding Points Within a Distance of a Latitude/Longitude
 * Using Bounding Coordinates.
 */
struct gmi_box gmi_box_around(struct gmi_point centre, double distance_km)
{
    const double angle =
        distance_km > 0 ? distance_km / GMI_EARTH_RADIUS_KM : 0;
    const double south = centre.latitude - angle / RADIAN;
    const double north = centre.latitude + angle / RADIAN;
    if (south <= -90 || north >= 90) /* holds a pole: every longitude */
        return (struct gmi_box){-180, south < -90 ? -90 : south, 180,
                                north > 90 ? 90 : north};
    const double ratio = sin(angle) / cos(centre.latitude * RADIAN);
    const double across = asin(ratio > 1 ? 1 : ratio) / RADIAN;
    double west = centre.longitude - across;
    double east = centre.longitude + across;
    if (west < -180)
        west += 360;
    if (east > 180)
        east -= 360;
    return (struct gmi_box){west, south, east, north};
}

bool gmi_box_contains(const struct gmi_box *box, struct gmi_point point)
{
    if (!(point.latitude >= box->south && point.latitude <= box->north))
        return false;
    /* The same meridian has two names. */
    if (fabs(point.longitude) == 180)
        return box->west > box->east || box->west == -180 || box->east == 180;
    if (box->west <= box->east)
        return point.longitude >= box->west && point.longitude <= box->east;
    return point.longitude >= box->west || point.longitude <= box->east;
}
