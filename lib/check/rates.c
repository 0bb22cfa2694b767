/* P606: amounts that cannot be added up with others for want of a rate. */
#include "rules.h"

#include <string.h>

#include "partner/measure.h"

#define EXCHANGE_MONTHS 24 /* as far as give and take looks back */

/* Amounts that are added up with each other: how much of each currency, and where first. */
struct amounts {
	struct check *check;
	const struct trail *list;
	double *totals; /* by currency */
	bool *told;
	size_t currencies;
	uint16_t largest;
};

static void count_amount(struct amounts *amounts, const struct money_field *amount)
{
	uint16_t currency = amount->money.currency;

	if (!HAS(*amount))
		return;
	amounts->currencies += amounts->totals[currency] <= 0;
	amounts->totals[currency] += 1e-9 + money_units(amount->money);
	if (!amounts->largest || amounts->totals[currency] > amounts->totals[amounts->largest])
		amounts->largest = currency;
}

/* Without a currency of the policy the one with the largest sum is the one that counts. */
static bool is_left_out(const struct amounts *amounts, struct money money)
{
	const struct check *check = amounts->check;
	double units;

	if (!HAS(check->rules.currency))
		return money.currency != amounts->largest;
	return !money_convert(&check->view, money, &units);
}

static void need_rate(struct amounts *amounts, const struct head *head, const char *field,
	const struct money_field *amount)
{
	struct check *check = amounts->check;
	uint16_t currency = amount->money.currency;

	if (!HAS(*amount) || amounts->told[currency] || !is_left_out(amounts, amount->money))
		return;
	amounts->told[currency] = true;
	report_item(&check->report, P606_NO_RATE, amounts->list, head, field, &amount->leaf,
		HAS(check->rules.currency) ? "left out; add it to the policy's rates"
					   : "left out; the policy names no currency",
		SUBJECTS(currency_code(currency)));
}

static void start(struct amounts *amounts, struct check *check, const struct trail *list)
{
	size_t n = (size_t)currency_count() + 1;

	*amounts = (struct amounts){.check = check, .list = list};
	amounts->totals = arena_array(check->arena, n, sizeof(*amounts->totals));
	amounts->told = arena_array(check->arena, n, sizeof(*amounts->told));
}

static bool is_recent(const struct view *view, const struct exchange *exchange)
{
	return view_by(view, exchange->date) && HAS(exchange->direction) &&
		exchange->date.date > view_months_back(view, EXCHANGE_MONTHS);
}

static void check_exchanges(struct check *check)
{
	static const struct trail exchanges = {NULL, "exchanges", 0};
	struct amounts amounts;

	start(&amounts, check, &exchanges);
	EACH (struct exchange, exchange, check->partner->exchanges)
		if (is_recent(&check->view, exchange))
			count_amount(&amounts, &exchange->value);
	if (amounts.currencies < 2)
		return;
	EACH (struct exchange, exchange, check->partner->exchanges)
		if (is_recent(&check->view, exchange))
			need_rate(&amounts, &exchange->head, "value", &exchange->value);
}

static void check_costs(struct check *check)
{
	static const struct trail costs = {NULL, "costs", 0};
	struct amounts amounts;

	start(&amounts, check, &costs);
	EACH (struct cost, cost, check->partner->costs) {
		count_amount(&amounts, &cost->forecast);
		count_amount(&amounts, &cost->actual);
	}
	if (amounts.currencies < 2)
		return;
	EACH (struct cost, cost, check->partner->costs) {
		need_rate(&amounts, &cost->head, "forecast", &cost->forecast);
		need_rate(&amounts, &cost->head, "actual", &cost->actual);
	}
}

void check_rates(struct check *check)
{
	if (check->partner->exchanges.list.n > 1)
		check_exchanges(check);
	if (check->partner->costs.list.n)
		check_costs(check);
}
