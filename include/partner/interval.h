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

/** The correlation, -1 to 1, of the parts i and j; asked for i < j. */
typedef double interval_correlation(size_t i, size_t j, const void *context);

/**
 * The interval of Σ weight·value by MOVER: each side is the root of ΣΣ ρ_ij d_i d_j, d being a
 * part's weight times its own distance to that side. `correlation` NULL: all 0 between
 * different parts. Not clamped to any scale.
 *
 * Zou & Donner 2008, "Construction of confidence limits about effect measures: a general
 * approach", Statistics in Medicine 27; with correlation: Zou 2008, ibid.
 */
struct interval interval_combine(const struct interval_part *parts, size_t n,
	interval_correlation *correlation, const void *context);

/**
 * How far two lists of shares fall on the same places: Σ ab / √(Σa²·Σb²), 0 (nowhere) to 1 (in
 * the same proportion); 0 when either is all zeros. The correlation of two means is this times
 * the share of the variance that their common sources bring.
 */
double interval_overlap(const double *a, const double *b, size_t n);

#endif
