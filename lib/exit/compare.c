/* Recover or leave, in money: both ways to the same day, and how long leaving early pays (E4). */
#include <string.h>

#include "charges.h"
#include "sums.h"

/* Whether a line counts when staying and leaving are compared: what is owed for the past is
 * owed either way. */
static bool counts(const struct plan_money *line)
{
	static const char *const either_way[] = {
		"credit", "credit-computed", "penalty", "reward", "owed"};

	if (line->status != LINE_COMPUTED || line->direction == MONEY_INFO)
		return false;
	for (size_t i = 0; i < COUNT_OF(either_way); i++)
		if (strcmp(line->item, either_way[i]) == 0)
			return false;
	return line->direction == MONEY_OUT || line->entitled;
}

/* ---- recover ---- */

static bool put_recover(const struct leaving *leaving, int32_t until, struct sums *sums)
{
	struct exact rate = {0}, paid = {0};
	int32_t today = leaving->view->as_of;

	if (!charge_rate(leaving, today, until, &rate) ||
		!charge_paid(leaving, today, until, &paid))
		return false;
	sums_add(sums, &rate, 1);
	sums_add(sums, &paid, -1);
	return true;
}

/* ---- exit ---- */

/* What the alternative costs in (C, until]; as much as today where nobody knows. */
static bool put_running(const struct leaving *leaving, int32_t until, struct sums *sums)
{
	const struct exit_alternative *alternative = leaving_alternative(leaving);
	struct exact running = {0};

	if (!alternative && leaving->exit->alternatives.list.n)
		return true; /* it is given up: nothing takes its place */
	if (!alternative || !HAS(alternative->running)) {
		if (!charge_rate(leaving, leaving->cutover, until, &running))
			return false;
	} else {
		exact_add(&running, alternative->running.money,
			12 * ((int64_t)until - leaving->cutover), 365);
	}
	sums_add(sums, &running, 1);
	return true;
}

static bool put_exit(
	const struct leaving *leaving, struct array money, int32_t until, struct sums *sums)
{
	const struct plan_money *lines = money.items;
	struct exact due = {0};

	if (!charge_due(leaving, leaving->view->as_of, leaving->last_day, &due))
		return false;
	sums_add(sums, &due, 1);
	for (size_t i = 0; i < money.n; i++)
		if (counts(&lines[i]))
			sums_add_money(
				sums, lines[i].amount, lines[i].direction == MONEY_OUT ? 1 : -1);
	return put_running(leaving, until, sums);
}

/* ---- break-even ---- */

/* So many days at most, and steps: days times rows of the contract. No contract that anybody
 * signed comes near them, and for a hostile one the search ends without an answer. */
#define DAYS_MOST 40000
#define STEPS_MOST 500000

/* How many rows are looked at to learn what leaving on one day costs. */
static int64_t rows_of(const struct leaving *leaving)
{
	const struct contract *contract = leaving->contract;
	int64_t rows = 1 + (int64_t)contract->prepaid.list.n +
		(int64_t)contract->termination.fee_table.list.n;

	return HAS(contract->value) ? rows : rows + (int64_t)leaving->partner->costs.list.n;
}

/* What leaving on a day costs from today on. */
static bool cost_at(const struct leaving *leaving, int32_t day, struct exact *cost)
{
	struct exact fee, shortfall, refund;

	if (!charge_due(leaving, leaving->view->as_of, day, cost) ||
		!charge_fee(leaving, day, &fee) || !charge_shortfall(leaving, day, &shortfall) ||
		!charge_refund(leaving, day, &refund))
		return false;
	exact_add_sum(cost, &fee);
	exact_add_sum(cost, &shortfall);
	exact_subtract_sum(cost, &refund);
	return !cost->broken;
}

/* The first day on which the contract could be over: notice sent now, and the cutover done. */
static int32_t first_end(const struct leaving *leaving)
{
	const struct notice *notice = &leaving->contract->notice;
	const struct calendar *calendar = &leaving->view->calendar;
	int32_t received = leaving->view->as_of;

	if (HAS(notice->delivery))
		received = date_add(received, notice->delivery.duration, calendar);
	received = calendar_roll_forward(calendar, received);
	if (HAS(notice->period))
		received = date_add(received, notice->period.duration, calendar);
	return received > leaving->cutover ? received : leaving->cutover;
}

static int64_t least(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

/* Backward from the natural end; a day of which the cost is not known leaves the rest open. */
static int32_t find_break_even(const struct leaving *leaving)
{
	int64_t days = least(STEPS_MOST / rows_of(leaving), DAYS_MOST);
	int32_t first = first_end(leaving);
	struct exact stay, leave;

	if (!(leaving->convenience || leaving->cause) || first >= leaving->natural_end ||
		!cost_at(leaving, leaving->natural_end, &stay))
		return DATE_NONE;
	for (int32_t day = leaving->natural_end - 1; day >= first && days >= 0; day--, days--) {
		if (!cost_at(leaving, day, &leave))
			return DATE_NONE;
		if (exact_compare(&leave, &stay) < 0)
			return day;
	}
	return DATE_NONE;
}

/* ---- both ---- */

/* Without a cutover there is no day until which they could be compared. */
void plan_compare(const struct leaving *leaving, struct array money, struct plan_decision *decision)
{
	static const struct duration a_year = {12, DURATION_MONTHS};
	struct sums recover = {.view = leaving->view}, exit = {.view = leaving->view};
	int32_t end = leaving->natural_end;
	bool can_recover, can_exit;

	if (end == DATE_NONE || leaving->cutover == DATE_NONE)
		return;
	if (leaving->cutover > end)
		end = leaving->cutover;
	decision->until = date_add(end, a_year, NULL);
	can_recover = put_recover(leaving, decision->until, &recover);
	can_exit = put_exit(leaving, money, decision->until, &exit);
	if (can_recover && can_exit)
		sums_match(&recover, &exit);
	if (can_recover)
		decision->recover_cost = sums_round(&recover);
	if (can_exit)
		decision->exit_cost = sums_round(&exit);
	decision->break_even = find_break_even(leaving);
}
