/**
 * The trend of a few points that one outlier cannot bend.
 */
#ifndef PARTNER_SLOPE_H
#define PARTNER_SLOPE_H

#include <stddef.h>

#include "partner/arena.h"

struct slope_point {
	double x;
	double y;
};

/**
 * The slope of Theil 1950 and Sen 1968: the median of the slopes of all pairs of points, the
 * mean of the middle two when they are even in number. Pairs with the same x have none. NaN
 * with fewer than three points, or when all x are the same.
 */
double slope_theil_sen(const struct slope_point *points, size_t n, struct arena *scratch);

#endif
