/* Totals of the money, for each currency and for all together (E3, R33). */
#include "money.h"

#include "partner/measure.h"

#define UNITS_MOST 9e18 /* minor units that a total may have */

/* What is added up in one currency. */
struct account {
	struct exact in, out, ask;
};

struct ledger {
	const struct leaving *leaving;
	struct account *accounts; /* by currency */
	uint16_t *order;          /* currencies, by first appearance */
	size_t n;
	bool missing;
};

static void enter(struct ledger *ledger, const struct plan_money *line)
{
	uint16_t currency = line->amount.currency;
	struct account *account = &ledger->accounts[currency];

	if (line->direction == MONEY_INFO)
		return;
	ledger->missing |= line->status == LINE_MISSING;
	if (line->status != LINE_COMPUTED)
		return;
	if (!account->in.currency) {
		account->in.currency = account->out.currency = account->ask.currency = currency;
		ledger->order[ledger->n++] = currency;
	}
	exact_add(line->direction == MONEY_OUT ? &account->out
			: line->entitled       ? &account->in
					       : &account->ask,
		line->amount, 1, 1);
}

/* What does not fit is left out, and said to be missing. */
static void put_sum(struct plan_total *total, const struct exact *sum, struct money *amount)
{
	if (!exact_round(sum, amount))
		total->missing = true;
}

static struct plan_total make_total(const struct ledger *ledger, uint16_t currency)
{
	const struct account *account = &ledger->accounts[currency];
	struct plan_total total = {.currency = currency_code(currency), .missing = ledger->missing};
	struct exact net = account->in;

	exact_subtract_sum(&net, &account->out);
	put_sum(&total, &account->in, &total.in);
	put_sum(&total, &account->out, &total.out);
	put_sum(&total, &net, &total.net);
	put_sum(&total, &account->ask, &total.ask);
	return total;
}

/* ---- all currencies together ---- */

static bool add_converted(const struct view *view, struct money amount, double *sum)
{
	double units;

	if (!amount.currency || !money_convert(view, amount, &units))
		return false;
	*sum += units;
	return true;
}

/* Halves go to the even side, in the way of the machine's arithmetic. */
static bool round_units(double units, uint16_t currency, struct money *amount)
{
	double minor = units * rint(1 / money_units((struct money){1, currency}));

	if (!(fabs(minor) < UNITS_MOST))
		return false;
	*amount = (struct money){(int64_t)rint(minor), currency};
	return true;
}

static bool convert_totals(const struct ledger *ledger, const struct plan_total *rows,
	uint16_t currency, struct plan_total *total)
{
	const struct view *view = ledger->leaving->view;
	double in = 0, out = 0, ask = 0;

	for (size_t i = 0; i < ledger->n; i++)
		if (!add_converted(view, rows[i].in, &in) ||
			!add_converted(view, rows[i].out, &out) ||
			!add_converted(view, rows[i].ask, &ask))
			return false;
	*total = (struct plan_total){
		.currency = currency_code(currency), .missing = ledger->missing, .converted = true};
	if (!round_units(in, currency, &total->in) || !round_units(out, currency, &total->out) ||
		!round_units(ask, currency, &total->ask))
		return false;
	total->net = (struct money){total->in.minor - total->out.minor, currency};
	return true;
}

/* The policy's currency, when not all is in it already; else 0. */
static uint16_t common_currency(const struct ledger *ledger)
{
	const struct text_field *text = &ledger->leaving->view->rules->currency;
	uint16_t currency = HAS(*text) ? currency_find(text->text, text->length) : 0;
	bool alone = ledger->n == 1 && ledger->order[0] == currency;

	return ledger->n && !alone ? currency : 0;
}

struct array plan_totals(const struct leaving *leaving, struct array money)
{
	const struct plan_money *lines = money.items;
	size_t currencies = currency_count();
	struct ledger ledger = {.leaving = leaving,
		.accounts = arena_array(leaving->arena, currencies + 1, sizeof(*ledger.accounts)),
		.order = arena_array(leaving->arena, currencies, sizeof(*ledger.order))};
	struct plan_total *rows;
	uint16_t common;

	for (size_t i = 0; i < money.n; i++)
		enter(&ledger, &lines[i]);
	rows = arena_array(leaving->arena, ledger.n + 1, sizeof(*rows));
	for (size_t i = 0; i < ledger.n; i++)
		rows[i] = make_total(&ledger, ledger.order[i]);
	common = common_currency(&ledger);
	if (common && convert_totals(&ledger, rows, common, &rows[ledger.n]))
		ledger.n++;
	return (struct array){rows, ledger.n};
}
