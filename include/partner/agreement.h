/**
 * Agreement between raters: Krippendorff's alpha.
 */
#ifndef PARTNER_AGREEMENT_H
#define PARTNER_AGREEMENT_H

#include <stddef.h>

#include "partner/arena.h"

/** One value for one unit. Who gave it does not matter to alpha. */
struct agreement_value {
	size_t unit; /**< any number; the same for what is rated together */
	double value;
};

/** What a distance between two values is. */
enum agreement_scale {
	AGREEMENT_ORDINAL,  /**< how many values lie between: the order counts alone */
	AGREEMENT_INTERVAL, /**< their difference */
};

struct agreement {
	double alpha; /**< 1 perfect, 0 as by chance, below: worse; NaN: undefined */
	size_t units; /**< with two values or more; others say nothing */
	size_t n;     /**< values in those */
};

/**
 * Krippendorff's alpha; missing values are simply not in the list. Undefined when no unit has
 * two values, and when all values are equal: without variation there is nothing to agree on.
 * Values are equal when they compare equal.
 *
 * Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability". The ordinal distance there
 * is the squared difference of mid-ranks, so both scales are one sum of squares within units
 * over one in total.
 */
struct agreement agreement_alpha(const struct agreement_value *values, size_t n,
	enum agreement_scale scale, struct arena *scratch);

#endif
