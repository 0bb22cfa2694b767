/* Theil and Sen's slope. */
#include "partner/slope.h"

#include <math.h>
#include <stdlib.h>

static int compare_slopes(const void *left, const void *right)
{
	double a = *(const double *)left, b = *(const double *)right;

	return (a > b) - (a < b);
}

double slope_theil_sen(const struct slope_point *points, size_t n, struct arena *scratch)
{
	double *slopes;
	size_t found = 0;

	if (n < 3)
		return NAN;
	slopes = arena_array(scratch, n * (n - 1) / 2, sizeof(*slopes));
	for (size_t i = 0; i < n; i++) {
		for (size_t j = i + 1; j < n; j++) {
			if (points[i].x != points[j].x)
				slopes[found++] =
					(points[j].y - points[i].y) / (points[j].x - points[i].x);
		}
	}
	if (found == 0)
		return NAN;
	qsort(slopes, found, sizeof(*slopes), compare_slopes);
	return (slopes[(found - 1) / 2] + slopes[found / 2]) / 2;
}
