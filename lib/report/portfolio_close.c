/* Which cards count, and in which order. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "partner/portfolio.h"

/* ---- days ---- */

static void settle_days(struct portfolio *portfolio)
{
	portfolio->as_of = portfolio->options.as_of;
	portfolio->since = portfolio->options.since;
	if (portfolio->as_of == DATE_NONE)
		for (size_t i = 0; i < portfolio->n_cards; i++)
			if (portfolio->cards[i].as_of > portfolio->as_of)
				portfolio->as_of = portfolio->cards[i].as_of;
	if (portfolio->since == DATE_NONE && portfolio->as_of != DATE_NONE)
		portfolio->since = date_add_months(portfolio->as_of, -PORTFOLIO_MONTHS);
}

/* ---- what counts ---- */

/* Cards of one partner and side, by day, then as they came. */
struct series {
	struct member **cards;
	size_t n;
};

static int compare_owners(const struct member *a, const struct member *b)
{
	int order = strcmp(a->partner, b->partner);

	return order ? order : a->side - b->side;
}

static int compare_places(const void *left, const void *right)
{
	const struct member *a = *(const struct member *const *)left;
	const struct member *b = *(const struct member *const *)right;

	return (a->place > b->place) - (a->place < b->place);
}

static int compare_cards(const void *left, const void *right)
{
	const struct member *a = *(const struct member *const *)left;
	const struct member *b = *(const struct member *const *)right;
	int order = compare_owners(a, b);

	if (!order)
		order = (a->as_of > b->as_of) - (a->as_of < b->as_of);
	return order ? order : compare_places(left, right);
}

/* How many of the cards are of a day or before. */
static size_t count_by(const struct series *series, int32_t day)
{
	size_t n = series->n;

	while (n > 0 && series->cards[n - 1]->as_of > day)
		n--;
	return n;
}

/* Other files that tell of the same day as the card at `at`, which counts, and all before it. */
static void find_repeated(struct portfolio *portfolio, const struct series *series, size_t at)
{
	const struct member *counts = series->cards[at];
	const struct member **first = portfolio->first_repeated;

	while (at-- > 0 && series->cards[at]->as_of == counts->as_of) {
		const struct member *other = series->cards[at];

		if (strcmp(other->path, counts->path) == 0)
			continue;
		portfolio->repeated++;
		if (!first[1] || other->place < first[1]->place) {
			first[0] = counts;
			first[1] = other;
		}
	}
}

/* The card that counts, with its past; NULL when all are of a later day. */
static const struct member *choose(struct portfolio *portfolio, const struct series *series)
{
	size_t by = count_by(series, portfolio->as_of), then;
	struct member *chosen;

	if (by == 0)
		return NULL;
	chosen = series->cards[by - 1];
	then = count_by(series, portfolio->since);
	if (then > 0 && then < by)
		chosen->past = series->cards[then - 1];
	find_repeated(portfolio, series, by - 1);
	return chosen;
}

static struct members new_members(struct portfolio *portfolio, size_t most)
{
	return (struct members){
		arena_array(&portfolio->arena, most, sizeof(const struct member *)), 0};
}

static void put_member(struct members *members, const struct member *member)
{
	members->items[members->n++] = member;
}

static void sort(struct members *members, int (*compare)(const void *, const void *))
{
	qsort(members->items, members->n, sizeof(*members->items), compare);
}

static void choose_all(struct portfolio *portfolio)
{
	struct arena scratch = {0};
	struct member **sorted = arena_array(&scratch, portfolio->n_cards, sizeof(*sorted));
	size_t end;

	for (size_t i = 0; i < portfolio->n_cards; i++)
		sorted[i] = &portfolio->cards[i];
	qsort(sorted, portfolio->n_cards, sizeof(*sorted), compare_cards);
	portfolio->all = new_members(portfolio, portfolio->n_cards);
	for (size_t at = 0; at < portfolio->n_cards; at = end) {
		const struct member *chosen;

		for (end = at + 1; end < portfolio->n_cards; end++)
			if (compare_owners(sorted[at], sorted[end]) != 0)
				break;
		chosen = choose(portfolio, &(struct series){sorted + at, end - at});
		if (chosen)
			put_member(&portfolio->all, chosen);
	}
	sort(&portfolio->all, compare_places);
	arena_free(&scratch);
}

/* ---- who they are ---- */

/* NULL: on our own side there are only cards about ourselves that anybody looks at. */
static struct members *list_of(struct portfolio *portfolio, const struct member *member)
{
	if (member->self)
		return &portfolio->selves;
	if (member->side != SIDE_PARTNER)
		return NULL;
	return member->ended != DATE_NONE ? &portfolio->ended : &portfolio->partners;
}

static void part(struct portfolio *portfolio)
{
	struct members none = {0}, all = portfolio->all, *list;

	for (size_t i = 0; i < all.n; i++) {
		list = list_of(portfolio, all.items[i]);
		(list ? list : &none)->n++;
	}
	portfolio->partners = new_members(portfolio, portfolio->partners.n);
	portfolio->ended = new_members(portfolio, portfolio->ended.n);
	portfolio->selves = new_members(portfolio, portfolio->selves.n);
	for (size_t i = 0; i < all.n; i++) {
		list = list_of(portfolio, all.items[i]);
		if (list)
			put_member(list, all.items[i]);
	}
	sort(&portfolio->partners, member_compare_h);
	sort(&portfolio->ended, member_compare_ids);
	sort(&portfolio->selves, member_compare_ids);
}

/* ---- money ---- */

static uint16_t currency_of(const struct card_policy *policy)
{
	return policy->currency ? currency_find(policy->currency, strlen(policy->currency)) : 0;
}

/* What a partner spends is known in this currency, or not at all. */
static bool counts_in(const struct member *member, uint16_t currency)
{
	const struct card_facts *facts = member->facts;

	if (!facts || !facts->spend.currency || facts->spend.currency == currency)
		return true;
	return facts->converted && facts->converted->spend.currency == currency;
}

static uint16_t find_common(const struct members *partners)
{
	uint16_t common = partners->n ? currency_of(partners->items[0]->policy) : 0;

	for (size_t i = 0; common && i < partners->n; i++) {
		const struct member *member = partners->items[i];

		if (currency_of(member->policy) != common || !counts_in(member, common))
			common = 0;
	}
	return common;
}

static void settle_money(struct portfolio *portfolio)
{
	portfolio->common = find_common(&portfolio->partners);
	for (size_t i = 0; i < portfolio->n_cards; i++) {
		struct member *member = &portfolio->cards[i];
		struct money spend = member_spend(portfolio, member);

		member->units = spend.currency ? money_units(spend) : NAN;
	}
}

void portfolio_close(struct portfolio *portfolio)
{
	settle_days(portfolio);
	choose_all(portfolio);
	part(portfolio);
	settle_money(portfolio);
	arena_free(&portfolio->scratch);
	buffer_free(&portfolio->rows);
}

size_t portfolio_repeated(const struct portfolio *portfolio, const struct member *first[2])
{
	first[0] = portfolio->first_repeated[0];
	first[1] = portfolio->first_repeated[1];
	return portfolio->repeated;
}
