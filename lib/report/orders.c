/* Members in other orders, and sums of money. */
#include "orders.h"

#include <stdlib.h>
#include <string.h>

struct arena *results_of(const struct portfolio *portfolio)
{
	return portfolio->names.arena;
}

size_t rows_cut(const struct portfolio *portfolio, size_t n, size_t cut)
{
	return n < cut || portfolio->options.uncut ? n : cut;
}

struct array results_keep(
	const struct portfolio *portfolio, const void *rows, size_t n, size_t size)
{
	void *kept = arena_array(results_of(portfolio), n, size);

	if (n)
		memcpy(kept, rows, n * size);
	return (struct array){kept, n};
}

struct members members_sorted(struct arena *arena, struct members members,
	int (*compare)(const void *left, const void *right))
{
	size_t size = sizeof(const struct member *);
	struct members sorted = {arena_array(arena, members.n, size), members.n};

	if (members.n) {
		memcpy(sorted.items, members.items, members.n * size);
		qsort(sorted.items, members.n, size, compare);
	}
	return sorted;
}

void sum_add(struct money *sum, struct money part)
{
	if (part.currency != sum->currency || !money_add(*sum, part, sum))
		*sum = (struct money){0};
}
