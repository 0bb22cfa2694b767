#include <math.h>
#include <stdlib.h>

#include "take.h"

/* One cost line with both figures, as far as it falls into W (R44). */
struct cost_line {
	double share; /* of the written amounts that falls into W */
	double forecast, actual;
};

static double window_share(const struct view *view, const struct cost *cost)
{
	struct cost_share share = cost_share(view, cost, view->before, view->as_of);

	return (double)share.numerator / (double)share.denominator;
}

/* The same of a line that has both figures, else 0. */
static double comparable_share(const struct view *view, const struct cost *cost)
{
	bool comparable = HAS(cost->kind) && cost->kind.value != COST_EXIT && HAS(cost->forecast) &&
		HAS(cost->actual) && cost->forecast.money.minor > 0 &&
		view_counts(view, &cost->head);

	return comparable ? window_share(view, cost) : 0;
}

bool cost_is_comparable(const struct view *view, const struct cost *cost)
{
	return comparable_share(view, cost) > 0;
}

/* The currency whose forecasts within W are the greatest of those lines that are all in one. */
static uint16_t greatest_currency(const struct view *view, uint16_t otherwise)
{
	uint16_t n = currency_count(), greatest = otherwise;
	double *sums = calloc((size_t)n + 1, sizeof(double));
	double most = 0;

	if (!sums)
		arena_exhausted();
	EACH (struct cost, cost, view->partner->costs) {
		uint16_t currency = cost->forecast.money.currency;

		if (cost->actual.money.currency == currency)
			sums[currency] +=
				comparable_share(view, cost) * money_units(cost->forecast.money);
	}
	for (uint16_t currency = 1; currency <= n; currency++) {
		if (sums[currency] > most) {
			most = sums[currency];
			greatest = currency;
		}
	}
	free(sums);
	return greatest;
}

struct cost_plan cost_plan(const struct view *view)
{
	struct cost_plan plan = {0};

	EACH (struct cost, cost, view->partner->costs) {
		uint16_t currency = cost->forecast.money.currency;

		if (!cost_is_comparable(view, cost))
			continue;
		if (!plan.only)
			plan.only = currency;
		plan.mixed |= currency != plan.only || cost->actual.money.currency != plan.only;
	}
	plan.convert = plan.mixed && HAS(view->rules->currency);
	if (plan.mixed && !plan.convert)
		plan.only = greatest_currency(view, plan.only);
	return plan;
}

bool cost_convert(
	const struct view *view, const struct cost_plan *plan, struct money money, double *units)
{
	*units = money_units(money);
	return plan->convert ? money_convert(view, money, units) : money.currency == plan->only;
}

/* False when the line is left out: another currency, or one without a rate. */
static bool read_line(const struct view *view, const struct cost *cost,
	const struct cost_plan *plan, struct cost_line *line)
{
	line->share = comparable_share(view, cost);
	return line->share > 0 && cost_convert(view, plan, cost->forecast.money, &line->forecast) &&
		cost_convert(view, plan, cost->actual.money, &line->actual);
}

/* R44. The mean deviation, each line weighing by its forecast within W. */
void take_cost_predictability(const struct question *question, struct measurement *result)
{
	const struct view *view = question->view;
	struct tally tally = {0};
	struct cost_plan plan;

	result->status = MEASURE_NOT_APPLICABLE;
	if (view->side == SIDE_US && !view->self)
		return;
	plan = cost_plan(view);
	result->ordered = plan.mixed; /* without a line others may count */
	use_room(question, result, view->partner->costs.list.n);
	EACH (struct cost, cost, view->partner->costs) {
		struct cost_line line;
		double deviation;

		if (!read_line(view, cost, &plan, &line))
			continue;
		deviation = fabs(line.actual - line.forecast) / line.forecast;
		tally_record(&tally, question, result,
			&(struct used_record){.record = &cost_record,
				.head = &cost->head,
				.value = deviation,
				.weight = line.share * line.forecast,
				.word = NULL});
	}
	tally_finish(&tally, MEASURE_NO_DATA, result);
}

/* ---- invoices ---- */

/* The earlier of due and payment; due today and unpaid: not settled yet. */
static int32_t invoice_settled(const struct view *view, const struct invoice *invoice)
{
	int32_t due = invoice->due.date;

	if (view_by(view, invoice->paid))
		return invoice->paid.date < due ? invoice->paid.date : due;
	return due < view->as_of ? due : DATE_NONE;
}

static bool invoice_counts(const struct view *view, const struct invoice *invoice)
{
	bool exists = !HAS(invoice->date) || invoice->date.date <= view->as_of;
	bool disputed = IS_SET(invoice->disputed);

	return exists && !disputed && HAS(invoice->due) && view_counts(view, &invoice->head) &&
		view_in_window(view, invoice_settled(view, invoice));
}

static const char *paid_word(const struct view *view, const struct invoice *invoice)
{
	if (!view_by(view, invoice->paid))
		return "not paid";
	return invoice->paid.date <= invoice->due.date ? "paid in time" : "paid late";
}

/* R74. */
void take_paid_on_time(const struct question *question, struct measurement *result)
{
	const struct view *view = question->view;
	struct tally tally = {0};

	result->status = MEASURE_NOT_APPLICABLE;
	if (view->side == SIDE_PARTNER)
		return;
	use_room(question, result, view->partner->invoices.list.n);
	EACH (struct invoice, invoice, view->partner->invoices) {
		bool on_time;

		if (!invoice_counts(view, invoice))
			continue;
		on_time = view_by(view, invoice->paid) && invoice->paid.date <= invoice->due.date;
		tally_record(&tally, question, result,
			&(struct used_record){.record = &invoice_record,
				.head = &invoice->head,
				.value = on_time,
				.weight = 1,
				.word = paid_word(view, invoice)});
	}
	tally_finish(&tally, MEASURE_NOT_APPLICABLE, result);
}
