/* The orders of members, and the amounts that they are ordered by. */
#include <math.h>
#include <string.h>

#include "partner/portfolio.h"

/* Of numbers that are compared: below 0, 0, above 0. */
#define COMPARE(a, b) (((a) > (b)) - ((a) < (b)))

/* Lower first or, with `sign` -1, higher; NaN last. */
static int compare_reals(double a, double b, int sign)
{
	if (isnan(a) || isnan(b))
		return COMPARE(isnan(a), isnan(b));
	return sign * COMPARE(a, b);
}

const int standing_order[STANDINGS] = {
	STANDING_EXIT, STANDING_TALK, STANDING_GATHER, STANDING_KEEP, STANDING_GROW};

/* Its place in that order; without a standing the last one. */
static size_t urgency(const struct member *member)
{
	size_t place = 0;

	while (place < STANDINGS && standing_order[place] != member->standing)
		place++;
	return place;
}

static int compare_h(const struct member *a, const struct member *b)
{
	int order = COMPARE(urgency(a), urgency(b));

	if (!order)
		order = compare_reals(a->score, b->score, 1);
	if (!order)
		order = strcmp(a->partner, b->partner);
	return order ? order : COMPARE(a->place, b->place);
}

int member_compare_h(const void *left, const void *right)
{
	const struct member *const *a = left, *const *b = right;

	return compare_h(*a, *b);
}

/* The less, the more important; without a word as the least. */
static int importance(const struct member *member)
{
	return member->criticality ? word_place(criticality_words, member->criticality)
				   : CRITICALITY_ROUTINE;
}

int member_compare_k(const void *left, const void *right)
{
	const struct member *a = *(const struct member *const *)left;
	const struct member *b = *(const struct member *const *)right;
	int order = COMPARE(importance(a), importance(b));

	if (!order)
		order = compare_reals(a->units, b->units, -1);
	return order ? order : compare_h(a, b);
}

int member_compare_ids(const void *left, const void *right)
{
	const struct member *const *a = left, *const *b = right;

	return strcmp((*a)->partner, (*b)->partner);
}

const char *member_owner(const struct member *member)
{
	const struct card_facts *facts = member->facts;

	if (!facts)
		return NULL;
	return facts->owner_name ? facts->owner_name : facts->owner;
}

/* The converted amount where there is one in the common currency, else the amount itself. */
static struct money in_common(
	const struct portfolio *portfolio, struct money amount, const struct money *converted)
{
	bool common = converted && converted->currency == portfolio->common;

	return common && portfolio->common ? *converted : amount;
}

struct money member_spend(const struct portfolio *portfolio, const struct member *member)
{
	const struct card_facts *facts = member->facts;

	if (!facts)
		return (struct money){0};
	return in_common(
		portfolio, facts->spend, facts->converted ? &facts->converted->spend : NULL);
}

struct money member_at_stake(const struct portfolio *portfolio, const struct member *member)
{
	const struct card_facts *facts = member->facts;

	if (!facts)
		return (struct money){0};
	return in_common(portfolio, facts->cost_of_missing,
		facts->converted ? &facts->converted->cost_of_missing : NULL);
}
