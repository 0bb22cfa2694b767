/* P606: amounts that measures cannot add up with others for want of a rate. */
#include "rules.h"

#include "partner/measure.h"

/* Amounts of a list; each currency is told once, where it stands first. */
struct amounts {
	struct check *check;
	const struct trail *list;
	const char *hint;
	bool *told; /* by currency */
};

static void start(struct amounts *amounts, struct check *check, const struct trail *list)
{
	size_t n = (size_t)currency_count() + 1;

	*amounts = (struct amounts){.check = check, .list = list};
	amounts->told = arena_array(check->arena, n, sizeof(*amounts->told));
}

static void need_rate(struct amounts *amounts, const struct head *head, const char *field,
	const struct money_field *amount)
{
	uint16_t currency = amount->money.currency;

	if (amounts->told[currency])
		return;
	amounts->told[currency] = true;
	report_item(&amounts->check->report, P606_NO_RATE, amounts->list, head, field,
		&amount->leaf, amounts->hint, SUBJECTS(currency_code(currency)));
}

/* Without a currency of the policy the first one stands for what the others lack a rate to. */
static void check_exchanges(struct check *check)
{
	static const struct trail exchanges = {NULL, "exchanges", 0};
	const struct view *view = &check->view;
	bool named = HAS(check->rules.currency);
	struct amounts amounts;
	uint16_t first = 0;
	double units;

	start(&amounts, check, &exchanges);
	amounts.hint = named ? "all exchanges are counted instead; add it to the policy's rates"
			     : "all exchanges are counted instead; the policy names no currency";
	EACH (struct exchange, exchange, check->partner->exchanges) {
		struct money money = exchange->value.money;

		if (!exchange_takes_part(view, exchange))
			continue;
		if (!first)
			first = money.currency;
		if (named ? !money_convert(view, money, &units) : money.currency != first)
			need_rate(&amounts, &exchange->head, "value", &exchange->value);
	}
}

static void check_costs(struct check *check)
{
	static const struct trail costs = {NULL, "costs", 0};
	const struct view *view = &check->view;
	struct cost_plan plan = cost_plan(view);
	struct amounts amounts;
	double units;

	start(&amounts, check, &costs);
	amounts.hint = plan.convert ? "left out; add it to the policy's rates"
				    : "left out; the policy names no currency";
	EACH (struct cost, cost, check->partner->costs) {
		if (!cost_is_comparable(view, cost))
			continue;
		if (!cost_convert(view, &plan, cost->forecast.money, &units))
			need_rate(&amounts, &cost->head, "forecast", &cost->forecast);
		if (!cost_convert(view, &plan, cost->actual.money, &units))
			need_rate(&amounts, &cost->head, "actual", &cost->actual);
	}
}

void check_rates(struct check *check)
{
	if (exchanges_lack_rate(&check->view))
		check_exchanges(check);
	if (check->partner->costs.list.n)
		check_costs(check);
}
