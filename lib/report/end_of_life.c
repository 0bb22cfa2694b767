/* What partners still cost until their last day of service, by currency. */
#include <stdlib.h>
#include <string.h>

#include "orders.h"

static struct array lives_of(const struct member *member)
{
	return member->facts ? member->facts->cost_to_end_of_life : (struct array){0};
}

static struct money in_currency(struct money amount, uint16_t currency)
{
	return amount.currency == currency ? amount : (struct money){0};
}

/* False when its currency is none. */
static bool make_cost(
	struct report_cost *row, const struct member *member, const struct card_life *life)
{
	uint16_t currency =
		life->currency ? currency_find(life->currency, strlen(life->currency)) : 0;

	if (!currency)
		return false;
	*row = (struct report_cost){
		.partner = member->partner,
		.name = member->name,
		.currency = currency_code(currency),
		.low = in_currency(life->low, currency),
		.expected = in_currency(life->expected, currency),
		.high = in_currency(life->high, currency),
		.npv = in_currency(life->npv, currency),
		.partners = 1,
	};
	return true;
}

/* The dearest first, unknown last. */
static int compare_costs(const void *left, const void *right)
{
	const struct report_cost *a = left, *b = right;
	int order = strcmp(a->currency, b->currency);

	if (order)
		return order;
	if (!a->expected.currency != !b->expected.currency)
		return a->expected.currency ? -1 : 1;
	if (a->expected.minor != b->expected.minor)
		return a->expected.minor > b->expected.minor ? -1 : 1;
	return strcmp(a->partner, b->partner);
}

struct costs {
	struct report_cost *items;
	size_t n;
};

/* What each partner still costs, by currency, the dearest first. */
static struct costs list_costs(const struct portfolio *portfolio, struct arena *scratch)
{
	struct members partners = portfolio->partners;
	struct costs costs = {0};
	size_t most = 0;

	for (size_t i = 0; i < partners.n; i++)
		most += lives_of(partners.items[i]).n;
	costs.items = arena_array(scratch, most, sizeof(*costs.items));
	for (size_t i = 0; i < partners.n; i++) {
		struct array lives = lives_of(partners.items[i]);
		const struct card_life *life = lives.items;

		for (size_t k = 0; k < lives.n; k++)
			costs.n += make_cost(&costs.items[costs.n], partners.items[i], &life[k]);
	}
	if (costs.n)
		qsort(costs.items, costs.n, sizeof(*costs.items), compare_costs);
	return costs;
}

static struct report_cost make_total(const struct report_cost *rows, size_t n)
{
	const struct money nothing = {
		.currency = currency_find(rows->currency, strlen(rows->currency))};
	struct report_cost total = {
		.currency = rows->currency,
		.low = nothing,
		.expected = nothing,
		.high = nothing,
		.npv = nothing,
		.partners = (int64_t)n,
	};

	for (size_t i = 0; i < n; i++) {
		sum_add(&total.low, rows[i].low);
		sum_add(&total.expected, rows[i].expected);
		sum_add(&total.high, rows[i].high);
		sum_add(&total.npv, rows[i].npv);
	}
	return total;
}

struct array report_costs(const struct portfolio *portfolio, struct array *totals)
{
	struct arena scratch = {0};
	struct costs costs = list_costs(portfolio, &scratch);
	size_t most = costs.n < currency_count() ? costs.n : currency_count(), n = 0, n_kept = 0;
	struct report_cost *sums = arena_array(results_of(portfolio), most, sizeof(*sums));
	struct report_cost *rows = costs.items;
	struct array kept;

	for (size_t from = 0, end; from < costs.n; from = end) {
		size_t some;

		for (end = from + 1; end < costs.n; end++)
			if (strcmp(rows[end].currency, rows[from].currency) != 0)
				break;
		sums[n++] = make_total(&rows[from], end - from);
		some = rows_cut(portfolio, end - from, COSTS_CUT);
		memmove(&rows[n_kept], &rows[from], some * sizeof(*rows));
		n_kept += some;
	}
	*totals = (struct array){sums, n};
	kept = results_keep(portfolio, rows, n_kept, sizeof(*rows));
	arena_free(&scratch);
	return kept;
}
