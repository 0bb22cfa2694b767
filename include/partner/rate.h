/**
 * Two rates of events: do they come more often in one kind of time than in another?
 */
#ifndef PARTNER_RATE_H
#define PARTNER_RATE_H

#include <stdint.h>

#include "partner/interval.h"

/** Events counted in a stretch of time. */
struct rate_count {
	int64_t events;
	double time; /**< above 0, in any unit; the same for both */
};

struct rate_ratio {
	double ratio;          /**< first rate ÷ second; INFINITY without a second event */
	struct interval range; /**< high is INFINITY without a second event */
	double p;              /**< one-sided: that so many or more fall to the first by chance */
};

/**
 * Compares two rates given the sum of their events: of n Poisson events the first has
 * Binomial(n, T₁/(T₁ + T₂)) when the rates are equal. The exact interval of its share p becomes
 * p/(1 - p)·T₂/T₁ (Przyborowski & Wilenski 1940; Clopper & Pearson 1934). Without any event:
 * ratio NaN, range 0 to INFINITY, p 1. A confidence of 0 gives the ratio itself, of 1 the range
 * from 0 to INFINITY.
 */
struct rate_ratio rate_compare(
	struct rate_count first, struct rate_count second, double confidence);

#endif
