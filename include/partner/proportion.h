/**
 * Shares: how far a share of few events can be trusted.
 */
#ifndef PARTNER_PROPORTION_H
#define PARTNER_PROPORTION_H

#include <stdint.h>

#include "partner/interval.h"

/**
 * Wilson's score interval of the share 0 <= share <= 1 of n > 0 events, z standard deviations
 * wide (Wilson 1927; Newcombe 1998, method 3). For a weighted share n is its effective number
 * (Σw)²/Σw², and need not be whole. Within 0 to 1; the share 0 gives a low, the share 1 a high
 * end that is exact.
 */
struct interval proportion_wilson(double share, double n, double z);

/** Probability of k or more of n events, each of which comes with probability p. */
double proportion_tail(int64_t k, int64_t n, double p);

#endif
