/*
 * Other weights that a policy could have had. Private to lib/score.
 */
#ifndef SCORE_WEIGHING_H
#define SCORE_WEIGHING_H

#include "partner/random.h"
#include "partner/score.h"
#include "partner/simplex.h"

/* All arrays are by part: a measured criterion that counts, in the order of the score. */
struct weighing {
	size_t n;
	const struct scored_criterion **parts;
	double *weights;         /* the policy's, together 1 */
	struct interval *bounds; /* the policy's weights are within */
	bool bounded;            /* some part has bounds of its own */
	struct simplex ordered;  /* draws from all weights that keep the order */
	struct simplex within;   /* from all within bounds */
	struct simplex walk;     /* from both at once */
};

/* Of a score with at least one measured criterion; see robustness.h for what bounds mean. */
void weighing_init(struct weighing *weighing, struct arena *arena, const struct score *score);

/* Draws weights of all parts, together 1: within the bounds and in the policy's order. */
void weighing_draw(struct weighing *weighing, struct random *random, double *weights);

#endif
