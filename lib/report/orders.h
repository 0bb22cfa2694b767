/*
 * What the sections of a report have in common: where they live, members in other orders, and
 * sums that stay unknown rather than be wrong. Private to lib/report.
 */
#ifndef REPORT_ORDERS_H
#define REPORT_ORDERS_H

#include "partner/report.h"

/* Where results are kept: the arena of a portfolio that is otherwise only read. */
struct arena *results_of(const struct portfolio *portfolio);

/* How many of `n` rows are made: at most `cut`, but all of them with options.uncut. */
size_t rows_cut(const struct portfolio *portfolio, size_t n, size_t cut);

/* A copy of `n` rows of `size` bytes among the results: of what was found in an array that had
 * room for more, and does not last. */
struct array results_keep(
	const struct portfolio *portfolio, const void *rows, size_t n, size_t size);

/* A copy in another order. */
struct members members_sorted(struct arena *arena, struct members members,
	int (*compare)(const void *left, const void *right));

/* Adds a part of the sum's currency. A sum without a currency is unknown, and stays so: an
 * unknown part makes it that, one of another currency, and what does not fit. */
void sum_add(struct money *sum, struct money part);

#endif
