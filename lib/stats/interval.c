/* Intervals of weighted sums. */
#include "partner/interval.h"

#include <assert.h>
#include <math.h>

/* How far the weighted part reaches down (side -1) or up (side +1). */
static double reach(const struct interval_part *part, int side)
{
	double distance = side < 0 ? part->value - part->range.low : part->range.high - part->value;

	return part->weight * distance;
}

static double combined_reach(const struct interval_part *parts, size_t n, int side,
	interval_correlation *correlation, const void *context)
{
	double sum = 0;

	for (size_t i = 0; i < n; i++) {
		double own = reach(&parts[i], side);

		sum += own * own;
		for (size_t j = i + 1; correlation && j < n; j++)
			sum += 2 * correlation(i, j, context) * own * reach(&parts[j], side);
	}
	/* Parts that cancel altogether may leave a rounding error below 0. */
	return sqrt(fmax(sum, 0));
}

struct interval interval_combine(const struct interval_part *parts, size_t n,
	interval_correlation *correlation, const void *context)
{
	double sum = 0;

	for (size_t i = 0; i < n; i++) {
		assert(parts[i].weight >= 0);
		sum += parts[i].weight * parts[i].value;
	}
	return (struct interval){
		sum - combined_reach(parts, n, -1, correlation, context),
		sum + combined_reach(parts, n, 1, correlation, context),
	};
}

double interval_overlap(const double *a, const double *b, size_t n)
{
	double both = 0, of_a = 0, of_b = 0;

	for (size_t i = 0; i < n; i++) {
		both += a[i] * b[i];
		of_a += a[i] * a[i];
		of_b += b[i] * b[i];
	}
	return both > 0 ? both / sqrt(of_a * of_b) : 0;
}
