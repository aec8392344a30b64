/* SPDX-License-Identifier: MIT */
/*
 * Distances and directions on the mean sphere of WGS 84. Against the
 * ellipsoid they are off by up to 0.56 %, which is less than anyone knows
 * about where a town ends.
 */
#ifndef GEO_SPHERE_H
#define GEO_SPHERE_H

#include "geo/point.h"

/*
 * Mean radius of the earth R1 = (2a + b) / 3: H. Moritz, Geodetic Reference
 * System 1980, Journal of Geodesy 74 (2000); a and b of WGS 84.
 */
#define GMI_EARTH_RADIUS_KM 6371.0088

/* Half of the circumference: no two points are farther apart. */
#define GMI_DISTANCE_MAX_KM 20015.114442

/* Along the great circle. NaN when a coordinate is. */
double gmi_distance_km(struct gmi_point a, struct gmi_point b);

/*
 * Never more than the distance, from the latitudes alone: a first sieve that
 * costs a subtraction.
 */
double gmi_distance_at_least_km(struct gmi_point a, struct gmi_point b);

/* Where one gets from `start` in direction `bearing_deg` (0 north, 90 east). */
struct gmi_point gmi_destination(struct gmi_point start, double bearing_deg,
                                 double distance_km);

/*
 * The same points as directions from the centre of the earth. Who compares
 * many pairs makes the vectors once, and pays three multiplications a pair.
 */
struct gmi_vector {
    double x, y, z; /* of length 1 */
};

struct gmi_vector gmi_vector_of(struct gmi_point point);

/* Square of the straight line between two, 0 to 4: grows with distance. */
static inline double gmi_chord2(struct gmi_vector a, struct gmi_vector b)
{
    const double x = a.x - b.x, y = a.y - b.y, z = a.z - b.z;
    return x * x + y * y + z * z;
}

/* From one measure to the other; clamped to what the earth has room for. */
double gmi_chord2_from_km(double distance_km);
double gmi_chord2_to_km(double chord2);

/*
 * A range of longitudes and latitudes. Where it crosses the antimeridian,
 * west is greater than east.
 */
struct gmi_box {
    double west, south, east, north;
};

/* The smallest box around all points within a distance. */
struct gmi_box gmi_box_around(struct gmi_point centre, double distance_km);

bool gmi_box_contains(const struct gmi_box *box, struct gmi_point point);

#endif
