/* Comparing two rates of events. */
#include "partner/rate.h"

#include <assert.h>
#include <math.h>

#include "partner/proportion.h"
#include "partner/special.h"

/* Odds of the least share for which k or more of n have probability `tail`. */
static double odds_low(int64_t k, int64_t n, double tail)
{
	double share = k > 0 ? special_beta_quantile(tail, (double)k, (double)(n - k + 1)) : 0;

	return share / (1 - share);
}

struct rate_ratio rate_compare(struct rate_count first, struct rate_count second, double confidence)
{
	int64_t k = first.events, n = first.events + second.events;
	double scale = second.time / first.time, tail = (1 - confidence) / 2;

	assert(first.events >= 0 && second.events >= 0 && first.time > 0 && second.time > 0);
	assert(confidence > 0 && confidence < 1);
	return (struct rate_ratio){
		.ratio = (double)k / (double)(n - k) * scale,
		/* The high end is the low end seen from the second rate. */
		.range = {odds_low(k, n, tail) * scale, scale / odds_low(n - k, n, tail)},
		.p = proportion_tail(k, n, first.time / (first.time + second.time)),
	};
}
