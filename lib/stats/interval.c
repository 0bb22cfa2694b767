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

static double combined_reach(const struct interval_part *parts, size_t n, int side)
{
	double sum = 0;

	for (size_t i = 0; i < n; i++) {
		double own = reach(&parts[i], side);

		sum += own * own;
	}
	return sqrt(sum);
}

struct interval interval_combine(const struct interval_part *parts, size_t n)
{
	double sum = 0;

	for (size_t i = 0; i < n; i++) {
		assert(parts[i].weight >= 0);
		sum += parts[i].weight * parts[i].value;
	}
	return (struct interval){
		sum - combined_reach(parts, n, -1),
		sum + combined_reach(parts, n, 1),
	};
}
