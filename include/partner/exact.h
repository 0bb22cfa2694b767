/**
 * Exact sums of money: shares of amounts are added as fractions, and rounded once at the end.
 */
#ifndef PARTNER_EXACT_H
#define PARTNER_EXACT_H

#include <stdbool.h>
#include <stdint.h>

#include "partner/money.h"

/**
 * whole + numerator/denominator minor units, 0 <= numerator < denominator. Ready when all
 * zeros: nothing of no currency; the first amount that is added gives the currency.
 */
struct exact {
	uint16_t currency;
	int64_t whole;
	int64_t numerator, denominator; /**< denominator 0 counts as 1 */
	bool broken; /**< it did not fit, or currencies were mixed: it has no value any more */
};

/**
 * Adds amount × numerator ÷ denominator (> 0; the numerator may be negative) of an amount that has
 * a currency. A sum that does
 * not fit, or an amount of another currency, breaks it for good.
 */
void exact_add(struct exact *sum, struct money amount, int64_t numerator, int64_t denominator);

/** Adds (subtracts) another sum. */
void exact_add_sum(struct exact *sum, const struct exact *other);
void exact_subtract_sum(struct exact *sum, const struct exact *other);

/** Multiplies by numerator ÷ denominator (> 0). */
void exact_scale(struct exact *sum, int64_t numerator, int64_t denominator);

/** Below 0 it becomes 0, of the same currency. */
void exact_floor_zero(struct exact *sum);

/** -1, 0, 1 as a is less than, equal to, greater than b; of one currency, and not broken. */
int exact_compare(const struct exact *a, const struct exact *b);

/** Rounded half-even to a minor unit. False, and no result, when it is broken or of no currency. */
bool exact_round(const struct exact *sum, struct money *money);

/** In whole units as a floating number; NaN when broken. */
double exact_units(const struct exact *sum);

#endif
