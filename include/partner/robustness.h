/**
 * Robustness: what becomes of a grade when the weights are anybody's and the measures are
 * anywhere within their intervals. SMAA-2 (Lahdelma & Salminen 2001), for grades instead of ranks.
 */
#ifndef PARTNER_ROBUSTNESS_H
#define PARTNER_ROBUSTNESS_H

#include <stddef.h>
#include <stdint.h>

#include "partner/arena.h"
#include "partner/interval.h"
#include "partner/schema.h"
#include "partner/score.h"

#define ROBUSTNESS_DRAWS 10000
#define ROBUSTNESS_SEED 1

struct robustness {
	uint64_t draws;
	uint64_t seed;
	struct named_share *grades; /**< share of the draws, every grade in the policy's order */
	size_t n_grades;
	struct interval range; /**< the score as it is under any weights; not rounded */
};

/**
 * Draws weights and points for a graded score whose ranges are filled in, and counts the grades.
 * The result lives in `arena`. Every partner has a stream of random numbers of its own, so the
 * result is the same bit by bit, whoever else is scored.
 *
 * Weights are those of the measured criteria that count, in the order of importance that the
 * policy's weights have. Where no criterion has bounds they are uniform over all such weights.
 * Else they are uniform over those within weight_low…weight_high, 0 and 1 where one is absent.
 * Bounds are taken as the weights themselves are: divided by the weights of the same measured
 * criteria, so that criteria that drop out leave the others their room in proportion; a
 * percentage beside plain weights is one of the weights of the whole policy. The policy's own
 * weight always lies within: a bound that would leave it out is moved to it.
 *
 * Points are uniform within points_range; criteria and total are the score's own weighted means.
 * The grade is that of the score to one decimal (R5); R2 does not apply.
 *
 * `range` is over all weights within the bounds, in whatever order, without bounds over all
 * weights; the points are as measured.
 */
void robustness_take(struct robustness *robustness, struct arena *arena, const struct score *score,
	const char *partner);

#endif
