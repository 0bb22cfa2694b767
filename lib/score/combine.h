/*
 * The arithmetic of weights. Private to lib/score.
 */
#ifndef SCORE_COMBINE_H
#define SCORE_COMBINE_H

#include "partner/score.h"

/* The total alone, over the measures that `counts` accepts; NaN when there is none. */
typedef bool counts_fn(const struct scored_measure *measure);

bool counts_measured(const struct scored_measure *measure);

double combine_total(const struct score *score, counts_fn *counts);

/* Fills in everything of a score but its grade from the measures' points and weights. */
void combine(struct score *score);

#endif
