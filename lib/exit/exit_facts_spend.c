/* What a partner costs a year: by its contract, or by what was paid. */
#include <math.h>

#include "charges.h"
#include "exit_facts_parts.h"
#include "partner/measure.h"
#include "sums.h"

#define YEAR_MONTHS 12

/* Spend of a year; currency 0: not known. */
struct spend {
	struct money money;
	bool lost; /* there is something, but it does not fit */
};

static struct spend spend_of(const struct exact *sum)
{
	struct spend spend = {0};

	if (!exact_round(sum, &spend.money))
		spend.lost = sum->broken || sum->currency;
	return spend;
}

/* ---- by the contract ---- */

/* So long: whole months, else days; neither of what is not known. */
struct length {
	int64_t months, days;
};

/* Both ends count. */
static struct length length_between(int32_t first, int32_t last)
{
	struct civil from, to;
	int months;

	if (first == DATE_NONE || last == DATE_NONE || last < first)
		return (struct length){0};
	from = civil_of_date(first);
	to = civil_of_date(last < DATE_MAX ? last + 1 : last);
	months = 12 * (to.year - from.year) + to.month - from.month;
	if (months > 0 && date_add_months(first, months) == last + 1)
		return (struct length){.months = months};
	return (struct length){.days = (int64_t)last - first + 1};
}

static struct length length_of(struct duration duration)
{
	if (duration.unit == DURATION_YEARS)
		return (struct length){.months = (int64_t)12 * duration.count};
	if (duration.unit == DURATION_MONTHS)
		return (struct length){.months = duration.count};
	return (struct length){.days = date_add(0, duration, NULL)};
}

/* The term that runs, or the last one: as long as a renewal once it has rolled over. */
static struct length length_of_term(const struct leaving *leaving)
{
	const struct contract *contract = leaving->contract;
	int32_t day = leaving->view->as_of;

	if (leaving->clock.given && leaving->clock.term_end != DATE_NONE &&
		leaving->clock.term_end < day)
		day = leaving->clock.term_end;
	if (clock_term_at(contract, day) > 0)
		return length_of(clock_renewal_term(contract));
	return length_between(leaving->first_day, clock_end(contract, 0));
}

static struct spend spend_by_contract(const struct leaving *leaving)
{
	const struct contract *contract = leaving->contract;
	struct length term = {.months = YEAR_MONTHS};
	int times = charge_times(contract);
	struct exact sum = {0};

	if (!HAS(contract->value))
		return (struct spend){0};
	if (!times) {
		times = 1;
		term = length_of_term(leaving);
	}
	if (term.months)
		exact_add(&sum, contract->value.money, times * YEAR_MONTHS, term.months);
	else if (term.days)
		exact_add(&sum, contract->value.money, CHARGE_YEAR, term.days);
	return spend_of(&sum);
}

/* ---- by the costs ---- */

/* Sums by currency, in the order in which they were first met. */
struct cost_sums {
	struct exact *rows;
	size_t n, capacity;
};

static struct exact *sum_in(struct cost_sums *sums, struct arena *arena, uint16_t currency)
{
	for (size_t i = 0; i < sums->n; i++)
		if (sums->rows[i].currency == currency)
			return &sums->rows[i];
	sums->rows = arena_grow(arena, sums->rows, sums->n, &sums->capacity, sizeof(*sums->rows));
	sums->rows[sums->n] = (struct exact){.currency = currency};
	return &sums->rows[sums->n++];
}

/* What comes with changing partners is not what a year costs. */
static bool is_yearly(const struct view *view, const struct cost *cost)
{
	int kind = WORD_OR(cost->kind, COST_OTHER);

	return kind != COST_EXIT && kind != COST_MIGRATION && kind != COST_INTEGRATION &&
		(HAS(cost->actual) || HAS(cost->forecast)) && view_counts(view, &cost->head);
}

static void add_costs(struct cost_sums *sums, const struct leaving *leaving)
{
	const struct view *view = leaving->view;
	int32_t after = view_months_back(view, YEAR_MONTHS);

	EACH (struct cost, cost, leaving->partner->costs) {
		struct money amount = HAS(cost->actual) ? cost->actual.money : cost->forecast.money;
		struct cost_share share;

		if (!is_yearly(view, cost))
			continue;
		share = cost_share(view, cost, after, view->as_of);
		if (share.numerator)
			exact_add(sum_in(sums, leaving->arena, amount.currency), amount,
				share.numerator, share.denominator);
	}
}

/* Of sums that cannot be added; one that does not fit is the largest. */
static struct spend largest_of(const struct cost_sums *sums)
{
	const struct exact *largest = &sums->rows[0];

	for (size_t i = 0; i < sums->n; i++) {
		if (sums->rows[i].broken)
			return (struct spend){.lost = true};
		if (exact_units(&sums->rows[i]) > exact_units(largest))
			largest = &sums->rows[i];
	}
	return spend_of(largest);
}

static struct spend spend_by_costs(const struct leaving *leaving)
{
	struct sums all = {.view = leaving->view};
	struct cost_sums sums = {0};
	struct money together;

	add_costs(&sums, leaving);
	if (!sums.n)
		return (struct spend){0};
	for (size_t i = 0; i < sums.n; i++)
		sums_add(&all, &sums.rows[i], 1);
	if (isnan(all.converted))
		return largest_of(&sums);
	together = sums_round(&all);
	return (struct spend){together, .lost = !together.currency};
}

/* ---- the larger of both ---- */

/* False when they cannot be compared. */
static bool is_less(const struct view *view, struct money a, struct money b)
{
	double in_a, in_b;

	if (a.currency == b.currency)
		return a.minor < b.minor;
	return money_convert(view, a, &in_a) && money_convert(view, b, &in_b) && in_a < in_b;
}

/* What was signed stands where costs in another currency cannot be compared with it. */
void facts_put_spend(const struct leaving *leaving, struct card_facts *facts)
{
	struct spend contract = spend_by_contract(leaving), costs = spend_by_costs(leaving);
	bool by_costs;

	if (contract.lost || costs.lost || !(contract.money.currency || costs.money.currency))
		return;
	by_costs = !contract.money.currency ||
		(costs.money.currency && is_less(leaving->view, contract.money, costs.money));
	facts->spend = by_costs ? costs.money : contract.money;
	facts->spend_basis = by_costs ? "costs" : "contract";
}

/* ---- in another currency ---- */

struct money facts_convert(const struct view *view, struct money money)
{
	const struct text_field *code = &view->rules->currency;
	struct money one = {.minor = 1};
	double units;

	if (!money.currency || !HAS(*code))
		return (struct money){0};
	one.currency = currency_find(code->text, code->length);
	if (money.currency == one.currency)
		return money;
	if (!money_convert(view, money, &units))
		return (struct money){0};
	return money_of_minor(units / money_units(one), one.currency);
}
