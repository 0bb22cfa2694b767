/* Intervals of shares. */
#include "partner/proportion.h"

#include <assert.h>
#include <math.h>

#include "partner/special.h"

/*
 * The lower root of Wilson's quadratic, with the difference in its numerator multiplied out:
 * nothing cancels for small shares, and the share 0 gives 0.
 */
static double wilson_low(double share, double n, double z)
{
	double twice = 2 * n * share + z * z;
	double root = z * sqrt(z * z + 4 * n * share * (1 - share));

	return share > 0 ? fmin(2 * n * share * share / (twice + root), 1) : 0;
}

struct interval proportion_wilson(double share, double n, double z)
{
	assert(share >= 0 && share <= 1 && n > 0 && z >= 0);
	return (struct interval){wilson_low(share, n, z), 1 - wilson_low(1 - share, n, z)};
}

double proportion_tail(int64_t k, int64_t n, double p)
{
	assert(n >= 0 && p >= 0 && p <= 1);
	if (k <= 0)
		return 1;
	if (k > n)
		return 0;
	return special_beta(p, (double)k, (double)(n - k + 1));
}
