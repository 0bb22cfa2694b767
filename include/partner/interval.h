/**
 * Intervals, and the interval of a weighted sum from those of its parts.
 */
#ifndef PARTNER_INTERVAL_H
#define PARTNER_INTERVAL_H

#include <stddef.h>

/** From `low` to `high`, both within; INFINITY where there is no bound. */
struct interval {
	double low;
	double high;
};

/** A part of a weighted sum. */
struct interval_part {
	double weight; /**< at least 0; those of a mean add up to 1 */
	double value;
	struct interval range; /**< low <= value <= high; both are `value` when it is exact */
};

/**
 * The interval of Σ weight·value by MOVER, of parts that are independent: each side is the root
 * of Σ d², d being a part's weight times its own distance to that side. Not clamped to any
 * scale.
 *
 * Zou & Donner 2008, "Construction of confidence limits about effect measures: a general
 * approach", Statistics in Medicine 27.
 */
struct interval interval_combine(const struct interval_part *parts, size_t n);

#endif
