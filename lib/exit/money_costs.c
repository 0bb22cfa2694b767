/* What the move itself costs: the alternative, migration, data, people, and the budget (E3). */
#include "money.h"

/* ---- the alternative ---- */

void money_put_alternative(struct money_book *book)
{
	const struct leaving *leaving = book->leaving;
	const struct exit_record *exit = leaving->exit;
	struct plan_money line = money_line(
		book, "alternative", MONEY_OUT, leaving_end(leaving, "alternative-ready"));
	const struct exit_alternative *first = leaving_alternative(leaving);

	money_from(book, &line, "exit.alternatives", first ? &first->head : &exit->head,
		first ? &first->cost.leaf : &exit->alternatives.list.leaf);
	if (!exit->alternatives.list.n) {
		money_put_missing(book, line, "exit.alternatives is not given");
	} else if (!first) {
		money_put_absent(book, line, "there is no alternative");
	} else if (!HAS(first->cost)) {
		money_put_missing(book, line, "exit.alternatives.cost is not given");
	} else {
		money_put(&book->basis, first->cost.money);
		money_put_line(book, line, first->cost.money);
	}
}

/* ---- forecasts ---- */

static bool is_forecast(const struct view *view, const struct cost *cost, int kind)
{
	return HAS(cost->kind) && cost->kind.value == kind && view_counts(view, &cost->head) &&
		(HAS(cost->forecast) || !HAS(cost->actual));
}

static bool is_once(const struct cost *cost)
{
	return WORD_OR(cost->per, COST_ONCE) == COST_ONCE;
}

/* A piece of a forecast; false when it is of no days. */
static bool read_piece(const struct view *view, const struct cost *cost, int32_t after,
	int32_t until, struct charge_piece *piece)
{
	struct cost_share share = cost_share(view, cost, after, until);

	*piece = (struct charge_piece){cost->forecast.money, share.numerator / share.times,
		share.times, share.denominator};
	return share.numerator > 0;
}

static void put_piece(
	struct money_book *book, struct plan_money line, const struct charge_piece *piece)
{
	struct exact sum = {0};

	basis_piece(&book->basis, piece);
	exact_add(&sum, piece->amount, piece->days * piece->times, piece->divisor);
	money_put_exact(book, line, &sum, money_mixed);
}

/* What of it is still to come; nothing is put of what is past. */
static void put_migration(struct money_book *book, const struct cost *cost)
{
	const struct leaving *leaving = book->leaving;
	int32_t end = leaving_end(leaving, "migration"), until = DATE_MAX;
	struct plan_money line = money_line(book, "migration", MONEY_OUT, end);
	struct charge_piece piece;

	money_from_record(book, &line, &cost_record, &cost->head);
	if (!is_once(cost) && !HAS(cost->to))
		until = end;
	if (!HAS(cost->forecast))
		money_put_missing(book, line, "costs.forecast is not given");
	else if (is_once(cost) ? !HAS(cost->from) && !HAS(cost->to)
			       : cost_start(leaving->view, cost) == DATE_NONE)
		money_put_missing(book, line, "costs.from is not given");
	else if (until == DATE_NONE)
		money_put_missing(book, line, "the end of migration is not known");
	else if (read_piece(leaving->view, cost, leaving->view->as_of, until, &piece))
		put_piece(book, line, &piece);
}

void money_put_migration(struct money_book *book)
{
	size_t before = book->n;

	EACH (struct cost, cost, book->leaving->partner->costs)
		if (is_forecast(book->leaving->view, cost, COST_MIGRATION))
			put_migration(book, cost);
	if (book->n == before)
		money_put_absent(book,
			money_line(book, "migration", MONEY_OUT,
				leaving_end(book->leaving, "migration")),
			"no forecast of kind migration is ahead");
}

/* ---- the budget ---- */

/* Its forecasts in one currency. */
struct budget {
	struct exact sum;
	struct plan_money line;
	struct buffer basis;
	size_t parts;
};

/* The whole of a forecast: one paid once needs no day, one that runs on ends with the plan. */
static const char *read_budget(
	const struct leaving *leaving, const struct cost *cost, struct charge_piece *piece)
{
	int32_t until = HAS(cost->to) ? cost->to.date : leaving->schedule.finish;

	*piece = (struct charge_piece){cost->forecast.money, 1, 1, 1};
	if (!HAS(cost->forecast))
		return "costs.forecast is not given";
	if (is_once(cost))
		return NULL;
	if (cost_start(leaving->view, cost) == DATE_NONE)
		return "costs.from is not given";
	if (until == DATE_NONE)
		return "costs.to is not given";
	read_piece(leaving->view, cost, DATE_MIN - 1, until, piece);
	return NULL;
}

static void add_budget(struct money_book *book, struct budget *budget, const struct cost *cost,
	const struct charge_piece *piece)
{
	if (!budget->parts) {
		budget->line = money_line(book, "budget", MONEY_INFO, DATE_NONE);
		money_from_record(book, &budget->line, &cost_record, &cost->head);
	}
	budget->line.disputed |= leaving_dispute(book->leaving, &cost->head) != NULL;
	exact_add(&budget->sum, piece->amount, piece->days * piece->times, piece->divisor);
	basis_sum(&budget->basis, piece, &budget->parts);
}

static void put_budget(struct money_book *book, struct budget *budget)
{
	basis_more(&budget->basis, " + ", budget->parts);
	buffer_add(&book->basis, budget->basis.data, budget->basis.length);
	money_put_exact(book, budget->line, &budget->sum, money_mixed);
	buffer_free(&budget->basis);
}

/* One line for each currency, in order of first appearance. */
void money_put_budget(struct money_book *book)
{
	const struct leaving *leaving = book->leaving;
	struct budget *budgets =
		arena_array(book->arena, (size_t)currency_count() + 1, sizeof(*budgets));
	uint16_t *order = arena_array(book->arena, currency_count(), sizeof(*order));
	size_t n = 0, before = book->n;

	EACH (struct cost, cost, leaving->partner->costs) {
		struct plan_money line = money_line(book, "budget", MONEY_INFO, DATE_NONE);
		uint16_t currency = cost->forecast.money.currency;
		struct charge_piece piece;
		const char *lacks;

		if (!is_forecast(leaving->view, cost, COST_EXIT))
			continue;
		lacks = read_budget(leaving, cost, &piece);
		if (lacks) {
			money_from_record(book, &line, &cost_record, &cost->head);
			money_put_missing(book, line, lacks);
			continue;
		}
		if (!budgets[currency].parts)
			order[n++] = currency;
		add_budget(book, &budgets[currency], cost, &piece);
	}
	for (size_t i = 0; i < n; i++)
		put_budget(book, &budgets[order[i]]);
	if (book->n == before)
		money_put_absent(book, money_line(book, "budget", MONEY_INFO, DATE_NONE),
			"no forecast of kind exit is given");
}

/* ---- data, people, what is left ---- */

#define GB_PARTS 1000000 /* volumes count to a millionth */
#define GB_MOST 9000000000000.0

/* All data, in GB; false when some volume is not known. */
static bool read_volume(const struct exit_record *exit, double *total)
{
	*total = 0;
	EACH (struct exit_data, data, exit->data) {
		if (!HAS(data->volume_gb))
			return false;
		*total += data->volume_gb.value;
	}
	return true;
}

static void put_volume(struct money_book *book, struct plan_money line, double total)
{
	const struct exit_egress *egress = &book->leaving->exit->egress;
	int64_t all = llround(total * GB_PARTS);
	int64_t spared = llround(egress->free_gb.value * GB_PARTS);
	int64_t divisor = (int64_t)GB_PARTS * GB_PARTS;
	struct money price = {egress->rate.millionths, egress->rate.currency}, amount;

	for (int i = currency_decimals(price.currency); i > 0; i--)
		divisor /= 10;
	buffer_putc(&book->basis, '(');
	basis_decimal(&book->basis, all, 6);
	buffer_puts(&book->basis, " − ");
	basis_decimal(&book->basis, spared, 6);
	buffer_puts(&book->basis, ") GB × ");
	price_put(&book->basis, egress->rate.millionths, egress->rate.currency);
	if (all < spared)
		buffer_puts(&book->basis, ", at least 0");
	if (money_scale(price, all > spared ? all - spared : 0, divisor, &amount))
		money_put_line(book, line, amount);
	else
		money_put_missing(book, line, "the amount is too large");
}

void money_put_egress(struct money_book *book)
{
	const struct exit_record *exit = book->leaving->exit;
	struct plan_money line =
		money_line(book, "egress", MONEY_OUT, leaving_end(book->leaving, "final-export"));
	double total;

	money_from(book, &line, "exit.egress.rate", &exit->egress.head, &exit->egress.rate.leaf);
	if (!exit->data.list.n)
		money_put_absent(book, line, "there is no data");
	else if (!HAS(exit->egress.rate))
		money_put_missing(book, line, "exit.egress.rate is not given");
	else if (!HAS(exit->egress.free_gb))
		money_put_missing(book, line, "exit.egress.free_gb is not given");
	else if (!read_volume(exit, &total))
		money_put_missing(book, line, "exit.data.volume_gb is not given");
	else if (total > GB_MOST || exit->egress.free_gb.value > GB_MOST)
		money_put_missing(book, line, "the volume is too large");
	else
		put_volume(book, line, total);
}

void money_put_staff(struct money_book *book)
{
	const struct exit_staff *staff = &book->leaving->exit->staff;
	int32_t last = HAS(staff->last_day) ? staff->last_day.date : book->leaving->cutover;
	struct plan_money line = money_line(book, "staff-transfer", MONEY_OUT, last);
	struct exact sum = {0};

	money_from(book, &line, "exit.staff.transfer_fee", &staff->head, &staff->transfer_fee.leaf);
	if (!HAS(staff->transfer_fee)) {
		money_put_absent(book, line, "exit.staff.transfer_fee is not given");
	} else if (!HAS(staff->count)) {
		money_put_missing(book, line, "exit.staff.count is not given");
	} else {
		buffer_printf(&book->basis, "%lld × ", (long long)staff->count.value);
		money_put(&book->basis, staff->transfer_fee.money);
		exact_add(&sum, staff->transfer_fee.money, staff->count.value, 1);
		money_put_exact(book, line, &sum, "the amount is too large");
	}
}

void money_put_decommission(struct money_book *book)
{
	const struct exit_record *exit = book->leaving->exit;
	struct plan_money line =
		money_line(book, "decommission", MONEY_OUT, leaving_end(book->leaving, "closure"));

	money_from(book, &line, "exit.decommission", &exit->head, &exit->decommission.leaf);
	if (!HAS(exit->decommission)) {
		money_put_missing(book, line, "exit.decommission is not given");
		return;
	}
	money_put(&book->basis, exit->decommission.money);
	money_put_line(book, line, exit->decommission.money);
}
