/**
 * How much a weighted mean depends on its weights.
 */
#ifndef PARTNER_WEIGHTS_H
#define PARTNER_WEIGHTS_H

#include <stddef.h>

#include "partner/arena.h"
#include "partner/interval.h"

/** A part of a weighted mean. */
struct weights_part {
	double value;
	double weight; /**< at least 0, of any sum above 0 */
};

/** A part whose weight may lie in a range; the weights add up to 1. */
struct weights_choice {
	double value;
	struct interval weight;
};

/** Σ weight·value / Σ weight. */
double weights_mean(const struct weights_part *parts, size_t n);

/**
 * Least and greatest Σ w·v over all w within their ranges that add up to 1: each starts at its
 * low end and what remains goes to the lowest (highest) values first. NaN, NaN when no such w
 * exists.
 */
struct interval weights_range(
	const struct weights_choice *choices, size_t n, struct arena *scratch);

/**
 * K: by how much the mean moves per relative change of all weights. When each may change by the
 * factor 1 ± δ at most, the mean moves to mean ± δK, no further. K is the mean distance from the
 * weighted median, which is the same as mean - 2·Σ(wv over the lowest v up to half the weight,
 * the one that crosses it split), but exactly 0 when all values are equal.
 */
double weights_swing(const struct weights_part *parts, size_t n, struct arena *scratch);

/**
 * The tolerance δ*: the largest relative change of all weights, 0 to 1, that cannot move the
 * mean out of `band`; its ends may be infinite. 1 when nothing can, 0 when the mean is already
 * at an end or outside.
 */
double weights_tolerance(
	const struct weights_part *parts, size_t n, struct interval band, struct arena *scratch);

#endif
