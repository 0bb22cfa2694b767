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

/* The high end is the low end seen from the second rate. */
static struct interval odds_range(int64_t k, int64_t n, double scale, double confidence)
{
	double tail = (1 - confidence) / 2;

	return (struct interval){odds_low(k, n, tail) * scale, scale / odds_low(n - k, n, tail)};
}

struct rate_ratio rate_compare(struct rate_count first, struct rate_count second, double confidence)
{
	int64_t k = first.events, n = first.events + second.events;
	double scale = second.time / first.time, ratio = (double)k / (double)(n - k) * scale;
	struct interval range = {0, INFINITY};

	assert(first.events >= 0 && second.events >= 0 && first.time > 0 && second.time > 0);
	assert(confidence >= 0 && confidence <= 1);
	if (confidence <= 0 && n > 0)
		range = (struct interval){ratio, ratio};
	else if (confidence < 1)
		range = odds_range(k, n, scale, confidence);
	return (struct rate_ratio){
		.ratio = ratio,
		.range = range,
		.p = proportion_tail(k, n, first.time / (first.time + second.time)),
	};
}
