/* What the contract costs from day to day (E2). */
#include "charges.h"

static int64_t days_in(int32_t after, int32_t until)
{
	return until > after ? (int64_t)until - after : 0;
}

int64_t days_shared(int32_t first, int32_t last, int32_t after, int32_t until)
{
	return days_in(first - 1 > after ? first - 1 : after, last < until ? last : until);
}

/* ---- the value of the contract ---- */

int charge_times(const struct contract *contract)
{
	static const int times[] = {[VALUE_PER_MONTH] = 12,
		[VALUE_PER_QUARTER] = 4,
		[VALUE_PER_YEAR] = 1,
		[VALUE_PER_TERM] = 0};

	return times[WORD_OR(contract->per, VALUE_PER_YEAR)];
}

bool charge_term_of(const struct leaving *leaving, int32_t day, struct charge_term *term)
{
	const struct contract *contract = leaving->contract;
	int k = clock_term_at(contract, day);

	*term = (struct charge_term){DATE_NONE, clock_end(contract, k)};
	term->first = k ? clock_end(contract, k - 1) + 1 : leaving->first_day;
	return term->first != DATE_NONE && term->first <= term->last;
}

/* How many whole terms begin with `first` and end by `until`; `*last` gets their last day. */
static int whole_terms(const struct contract *contract, const struct charge_term *first,
	int32_t until, int32_t *last)
{
	int from = clock_term_at(contract, first->last);
	int to = clock_term_at(contract, until);

	if (clock_end(contract, to) == until)
		to++;
	if (to > from)
		*last = clock_end(contract, to - 1);
	return to - from;
}

/* The rest of a term, whole terms, the beginning of one: each term has its own number of days.
 * A contract that does not renew by itself has one term, which goes on. */
static bool next_term(struct charge_walk *walk, struct charge_piece *piece)
{
	const struct contract *contract = walk->leaving->contract;
	bool renews = contract_renewal(contract) == RENEWAL_AUTO;
	struct charge_term term;
	int32_t last = walk->until;
	int whole = 0;

	if (walk->after >= walk->until)
		return false;
	if (!charge_term_of(walk->leaving, walk->after + 1, &term)) {
		walk->lacks = true;
		return false;
	}
	if (renews && term.first == walk->after + 1)
		whole = whole_terms(contract, &term, walk->until, &last);
	else if (renews && term.last > walk->after && term.last < walk->until)
		last = term.last;
	*piece = (struct charge_piece){contract->value.money, days_in(walk->after, last), 1,
		(int64_t)term.last - term.first + 1};
	if (whole > 0)
		*piece = (struct charge_piece){contract->value.money, whole, 1, 1};
	walk->after = last;
	return true;
}

static bool next_value(struct charge_walk *walk, struct charge_piece *piece)
{
	const struct contract *contract = walk->leaving->contract;

	if (!charge_times(contract))
		return next_term(walk, piece);
	if (walk->place++)
		return false;
	*piece = (struct charge_piece){contract->value.money, days_in(walk->after, walk->until),
		charge_times(contract), CHARGE_YEAR};
	return true;
}

/* ---- forecasts in its stead ---- */

bool charge_stands_in(const struct view *view, const struct cost *cost)
{
	return HAS(cost->kind) && HAS(cost->forecast) && view_counts(view, &cost->head) &&
		(cost->kind.value == COST_SUBSCRIPTION || cost->kind.value == COST_SERVICES);
}

bool charge_cost(const struct leaving *leaving, const struct cost *cost, bool actual, int32_t after,
	int32_t until, struct exact *sum)
{
	const struct money_field *amount = actual ? &cost->actual : &cost->forecast;
	struct cost_share share = cost_share(leaving->view, cost, after, until);

	*sum = (struct exact){0};
	if (!HAS(*amount))
		return false;
	if (share.numerator)
		exact_add(sum, amount->money, share.numerator, share.denominator);
	return !sum->broken;
}

static bool next_forecast(struct charge_walk *walk, struct charge_piece *piece)
{
	const struct view *view = walk->leaving->view;
	const struct cost *costs = LIST_ITEMS(struct cost, view->partner->costs);

	while (walk->place < view->partner->costs.list.n) {
		const struct cost *cost = &costs[walk->place++];
		struct cost_share share;

		if (!charge_stands_in(view, cost))
			continue;
		share = cost_share(view, cost, walk->after, walk->until);
		*piece = (struct charge_piece){cost->forecast.money, share.numerator / share.times,
			share.times, share.denominator};
		if (share.numerator)
			return true;
	}
	return false;
}

uint16_t charge_currency(const struct leaving *leaving)
{
	if (HAS(leaving->contract->value))
		return leaving->contract->value.money.currency;
	EACH (struct cost, cost, leaving->partner->costs)
		if (charge_stands_in(leaving->view, cost))
			return cost->forecast.money.currency;
	return 0;
}

/* ---- charge, paid, due ---- */

bool charge_next(struct charge_walk *walk, struct charge_piece *piece)
{
	return HAS(walk->leaving->contract->value) ? next_value(walk, piece)
						   : next_forecast(walk, piece);
}

bool charge_rate(const struct leaving *leaving, int32_t after, int32_t until, struct exact *sum)
{
	struct charge_walk walk = {.leaving = leaving, .after = after, .until = until};
	struct charge_piece piece;

	*sum = (struct exact){.currency = charge_currency(leaving)};
	while (charge_next(&walk, &piece))
		exact_add(sum, piece.amount, piece.days * piece.times, piece.divisor);
	return sum->currency && !walk.lacks && !sum->broken;
}

bool prepaid_known(const struct prepaid *prepaid)
{
	return HAS(prepaid->from) && HAS(prepaid->to) && HAS(prepaid->amount) &&
		prepaid->from.date <= prepaid->to.date;
}

/* One that nothing dates is taken as made: it will be asked for its dates. */
bool prepaid_exists(const struct view *view, const struct prepaid *prepaid)
{
	return !HAS(prepaid->from) || prepaid->from.date <= view->as_of;
}

bool charge_paid(const struct leaving *leaving, int32_t after, int32_t until, struct exact *sum)
{
	*sum = (struct exact){.currency = charge_currency(leaving)};
	EACH (struct prepaid, row, leaving->contract->prepaid) {
		int32_t from = row->from.date, to = row->to.date;

		if (!prepaid_exists(leaving->view, row))
			continue;
		if (!prepaid_known(row))
			return false;
		if (days_shared(from, to, after, until))
			exact_add(sum, row->amount.money, days_shared(from, to, after, until),
				(int64_t)to - from + 1);
	}
	return sum->currency && !sum->broken;
}

bool charge_due(const struct leaving *leaving, int32_t after, int32_t until, struct exact *sum)
{
	struct exact paid;

	if (!charge_rate(leaving, after, until, sum) || !charge_paid(leaving, after, until, &paid))
		return false;
	exact_subtract_sum(sum, &paid);
	exact_floor_zero(sum);
	return !sum->broken;
}

/* ---- what is lacking ---- */

static bool prepaid_lacks(const struct leaving *leaving)
{
	EACH (struct prepaid, row, leaving->contract->prepaid)
		if (prepaid_exists(leaving->view, row) && !prepaid_known(row))
			return true;
	return false;
}

const char *charge_lacks(const struct leaving *leaving)
{
	const struct contract *contract = leaving->contract;

	if (!charge_currency(leaving))
		return "contract.value is not given, nor are forecasts for subscription or services";
	if (HAS(contract->value) && !charge_times(contract)) {
		if (!HAS(contract->end))
			return "contract.value is per term, and contract.end is not given";
		if (!HAS(contract->start))
			return "contract.value is per term, and contract.start is not given";
	}
	if (prepaid_lacks(leaving))
		return "contract.prepaid lacks a first day, a last day or an amount";
	return "the amounts do not add up: they are in several currencies, or too large";
}
