/*
 * A sum of exact parts that may be of several currencies: of one it is exact, several are
 * converted by the policy's rates (R33) or not added at all. Private to lib/exit.
 */
#ifndef EXIT_SUMS_H
#define EXIT_SUMS_H

#include "leaving.h"
#include "partner/exact.h"

/* Ready when all zeros but for the view. */
struct sums {
	const struct view *view;
	struct exact exact; /* of the first currency that is not 0 */
	bool mixed;
	double converted; /* in whole units of the policy's currency; NaN: a rate is missing */
};

void sums_add(struct sums *sums, const struct exact *part, int sign);
void sums_add_money(struct sums *sums, struct money money, int sign);

/* Makes two sums comparable: both converted when they are of different currencies, and can be. */
void sums_match(struct sums *a, struct sums *b);

/* Rounded half-even; no money when it has no value. */
struct money sums_round(const struct sums *sums);

/* Minor units as money, rounded half-even; no money when it does not fit. */
struct money money_of_minor(double minor, uint16_t currency);

#endif
