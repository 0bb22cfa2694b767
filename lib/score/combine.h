/*
 * The arithmetic of weights. Private to lib/score.
 */
#ifndef SCORE_COMBINE_H
#define SCORE_COMBINE_H

#include "partner/score.h"

bool counts_measured(const struct scored_measure *measure);

/* The total alone; NaN when nothing is measured. */
double combine_total(const struct score *score);

/* What a measured measure weighs within its criterion: opinion by its evidence (R11). */
double combine_weight(const struct scored_measure *measure);

/* Makes the weights of the criteria add up to 1. */
void combine_normalise(struct score *score);

/* Fills in all but the intervals from the criteria's weights and the measures' points. */
void combine(struct score *score);

#endif
