/**
 * The first of sorted things that is not before what is sought, by halving:
 *
 *	struct search search = {.end = n};
 *
 *	while (search_on(&search))
 *		search_halve(&search, things[search.at] < sought);
 *
 * Then `at` is its place, n when all are before it.
 */
#ifndef PARTNER_SEARCH_H
#define PARTNER_SEARCH_H

#include <stdbool.h>
#include <stddef.h>

struct search {
	size_t start, end; /**< it is one of start…end */
	size_t at;         /**< the one to look at; the place at last */
};

/** Sets `at`; false when it is the place. */
static inline bool search_on(struct search *search)
{
	search->at = search->start + (search->end - search->start) / 2;
	return search->start < search->end;
}

/** `before`: the one at `at` is before what is sought. */
static inline void search_halve(struct search *search, bool before)
{
	if (before)
		search->start = search->at + 1;
	else
		search->end = search->at;
}

#endif
