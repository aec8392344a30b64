/* SPDX-License-Identifier: MIT */
/* From the globe to a plane. */
#include "geo/projection.h"

#include <math.h>

static const double PI = 3.14159265358979323846;

/* J. Snyder, Map Projections: A Working Manual, USGS 1395 (1987), page 91. */
static struct gmi_plane equirectangular(double lambda, double phi,
                                        double parallel)
{
    return (struct gmi_plane){lambda * cos(parallel), phi};
}

/*
 * B. Savric, T. Patterson, B. Jenny, The Equal Earth map projection,
 * International Journal of Geographical Information Science 33 (2018).
 */
static struct gmi_plane equal_earth(double lambda, double phi)
{
    static const double A1 = 1.340264, A2 = -0.081106, A3 = 0.000893,
                        A4 = 0.003796;
    const double half_root3 = sqrt(3) / 2;
    const double theta = asin(half_root3 * sin(phi));
    const double t2 = theta * theta, t6 = t2 * t2 * t2;
    const double slope = A1 + 3 * A2 * t2 + t6 * (7 * A3 + 9 * A4 * t2);
    return (struct gmi_plane){lambda * cos(theta) / (half_root3 * slope),
                              theta * (A1 + A2 * t2 + t6 * (A3 + A4 * t2))};
}

struct gmi_plane gmi_project(const struct gmi_projection *projection,
                             double longitude, double latitude)
{
    const double radian = PI / 180;
    const double lambda = longitude * radian, phi = latitude * radian;
    if (projection->kind == GMI_EQUAL_EARTH)
        return equal_earth(lambda, phi);
    return equirectangular(lambda, phi, projection->parallel * radian);
}
