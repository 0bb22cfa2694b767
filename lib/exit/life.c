/* Cost to the end of life: what the partner still costs until the last day of service (E4). */
#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "charges.h"
#include "sums.h"

#define COST_KINDS (COST_OTHER + 1)

/* How forecasts of a kind came true, of one currency. */
struct record_of {
	double actual, forecast; /* sums over lines that have begun and have both */
	double least, greatest;  /* ratio of a single line */
};

/* Of one currency, in minor units. */
struct life {
	bool used;
	double low, expected, high;
	double npv;
	struct record_of kinds[COST_KINDS];
};

struct lives {
	const struct leaving *leaving;
	struct life **of; /* by currency; NULL: not met yet */
	uint16_t *order;  /* in which they were first met */
	size_t n;
	int32_t today; /* D */
	int32_t until; /* Q */
	double rate;   /* a year; NaN: no present value */
	/* by month from that of the day after D on: discounted days before it; see days_worth */
	double *months;
};

/* (after, until] */
struct stretch {
	int32_t after, until;
};

static struct life *life_at(struct lives *lives, uint16_t currency)
{
	if (!lives->of[currency])
		lives->of[currency] = ARENA_NEW(lives->leaving->arena, struct life);
	return lives->of[currency];
}

static struct life *life_of(struct lives *lives, uint16_t currency)
{
	struct life *life = life_at(lives, currency);

	if (!life->used)
		lives->order[lives->n++] = currency;
	life->used = true;
	return life;
}

static struct stretch both_of(struct stretch a, struct stretch b)
{
	return (struct stretch){
		a.after > b.after ? a.after : b.after, a.until < b.until ? a.until : b.until};
}

static struct stretch whole_of(const struct lives *lives)
{
	return (struct stretch){lives->today, lives->until};
}

/* ---- present value ---- */

/* What 1 on a day is worth today: as in XNPV, a year has 365 days. */
static double worth(const struct lives *lives, int32_t day)
{
	return pow(1 + lives->rate, day > lives->today ? (lives->today - day) / 365.0 : 0);
}

static int month_of(int32_t day)
{
	struct civil civil = civil_of_date(day);

	return civil.year * 12 + civil.month;
}

/* The last day of the month in which `day` lies. */
static int32_t month_end(int32_t day)
{
	struct civil civil = civil_of_date(day);

	civil.day = days_in_month(civil.year, civil.month);
	return date_of_civil(civil);
}

static void discount_months(struct lives *lives)
{
	size_t n = (size_t)(month_of(lives->until) - month_of(lives->today + 1)) + 1;
	int32_t after = lives->today;
	double days = 0;

	lives->months = arena_array(lives->leaving->arena, n, sizeof(*lives->months));
	for (size_t i = 0; i < n; i++) {
		int32_t end = month_end(after + 1);

		lives->months[i] = days;
		days += (end - after) * worth(lives, end);
		after = end;
	}
}

/* The days of (D, day], each worth what the last day of its month is: what runs is paid then. */
static double days_worth(const struct lives *lives, int32_t day)
{
	int32_t before = day - civil_of_date(day).day; /* the month before ends on it */

	if (day <= lives->today)
		return 0;
	if (before < lives->today)
		before = lives->today;
	assert(lives->months);
	return lives->months[month_of(day) - month_of(lives->today + 1)] +
		(day - before) * worth(lives, month_end(day));
}

/* ---- how forecasts came true ---- */

static bool is_running(const struct leaving *leaving, const struct cost *cost)
{
	int kind = WORD_OR(cost->kind, COST_OTHER);

	return kind != COST_EXIT && kind != COST_MIGRATION && HAS(cost->forecast) &&
		view_counts(leaving->view, &cost->head);
}

/* A line counts with its amounts as they are written (E4). */
static void learn(struct lives *lives, const struct cost *cost)
{
	int32_t start = cost_start(lives->leaving->view, cost);
	struct money forecast = cost->forecast.money, actual = cost->actual.money;
	struct record_of *record;
	double ratio;

	if (start == DATE_NONE || start > lives->today || !HAS(cost->actual) ||
		forecast.minor <= 0 || actual.currency != forecast.currency)
		return;
	ratio = (double)actual.minor / (double)forecast.minor;
	record = &life_at(lives, forecast.currency)->kinds[WORD_OR(cost->kind, COST_OTHER)];
	if (!(record->forecast > 0) || ratio < record->least)
		record->least = ratio;
	if (ratio > record->greatest)
		record->greatest = ratio;
	record->forecast += (double)forecast.minor;
	record->actual += (double)actual.minor;
}

/* ---- what runs on ---- */

/* NaN, and with it all that it is added to, when it is not known. */
static double minor_of(const struct exact *part)
{
	double rest = part->denominator ? (double)part->numerator / (double)part->denominator : 0;

	return part->broken ? (double)NAN : (double)part->whole + rest;
}

/* An amount that is spread evenly over a stretch, by how well forecasts of its kind came true. */
static void put_part(
	struct lives *lives, const struct exact *part, int sign, int kind, struct stretch stretch)
{
	struct life *life = life_of(lives, part->currency);
	const struct record_of *record = kind == CHOICE_NONE ? NULL : &life->kinds[kind];
	bool known = record && record->forecast > 0;
	double amount = sign * minor_of(part), expected = amount;

	if (known)
		expected *= record->actual / record->forecast;
	life->expected += expected;
	life->low += amount * (known && record->least < 1 ? record->least : 1);
	life->high += amount * (known && record->greatest > 1 ? record->greatest : 1);
	if (!isnan(lives->rate))
		life->npv += expected / (stretch.until - stretch.after) *
			(days_worth(lives, stretch.until) - days_worth(lives, stretch.after));
}

/* The days of a line; none without a first one. */
static struct stretch stretch_of(const struct view *view, const struct cost *cost)
{
	int32_t start = cost_start(view, cost);

	if (start == DATE_NONE)
		return (struct stretch){0, 0};
	return (struct stretch){start - 1, cost_end(cost, start)};
}

static void put_cost(struct lives *lives, const struct cost *cost)
{
	const struct leaving *leaving = lives->leaving;
	struct stretch days = both_of(whole_of(lives), stretch_of(leaving->view, cost));
	struct exact part;

	if (days.after >= days.until)
		return;
	charge_cost(leaving, cost, false, days.after, days.until, &part);
	put_part(lives, &part, 1, WORD_OR(cost->kind, COST_OTHER), days);
}

/* Prepaid days are not paid again. */
static void put_prepaid(struct lives *lives, const struct prepaid *row)
{
	struct exact part = {0};
	struct stretch days;

	if (!prepaid_exists(lives->leaving->view, row) || !prepaid_known(row))
		return;
	days = both_of(whole_of(lives), (struct stretch){row->from.date - 1, row->to.date});
	if (days.after >= days.until)
		return;
	exact_add(&part, row->amount.money, days.until - days.after,
		(int64_t)row->to.date - row->from.date + 1);
	put_part(lives, &part, -1, CHOICE_NONE, days);
}

/* The days of a stretch up to which the contract's value is spread evenly, those of one term; or
 * up to which it is all paid on one day, those of one month. */
static int32_t even_until(const struct leaving *leaving, struct stretch days)
{
	const struct contract *contract = leaving->contract;
	int32_t month = month_end(days.after + 1);
	struct charge_term term;

	if (charge_times(contract) || contract_renewal(contract) != RENEWAL_AUTO ||
		!charge_term_of(leaving, days.after + 1, &term) || term.last <= days.after)
		return days.until;
	if (term.last < month)
		term.last = month;
	return term.last < days.until ? term.last : days.until;
}

static void put_value(struct lives *lives, struct stretch days)
{
	while (days.after < days.until) {
		struct stretch even = {days.after, even_until(lives->leaving, days)};
		struct exact part;

		if (!charge_rate(lives->leaving, even.after, even.until, &part))
			part = (struct exact){
				.currency = lives->leaving->contract->value.money.currency,
				.broken = true};
		put_part(lives, &part, 1, CHOICE_NONE, even);
		days.after = even.until;
	}
}

/* ---- days without a line ---- */

static int compare_stretches(const void *left, const void *right)
{
	const struct stretch *a = left, *b = right;

	return (a->after > b->after) - (a->after < b->after);
}

/* Days that have a line for subscription or services, by the first; returns how many. */
static size_t find_covered(const struct lives *lives, struct stretch *rows)
{
	const struct leaving *leaving = lives->leaving;
	size_t n = 0;

	EACH (struct cost, cost, leaving->partner->costs)
		if (charge_stands_in(leaving->view, cost))
			rows[n++] = both_of(whole_of(lives), stretch_of(leaving->view, cost));
	if (n)
		qsort(rows, n, sizeof(*rows), compare_stretches);
	return n;
}

/* The contract's value on the other days. */
static void put_values(struct lives *lives)
{
	size_t most = lives->leaving->partner->costs.list.n, n;
	struct stretch *covered = arena_array(lives->leaving->arena, most, sizeof(*covered));
	int32_t after = lives->today;

	n = find_covered(lives, covered);
	for (size_t i = 0; i < n; i++) {
		if (covered[i].after >= covered[i].until)
			continue;
		put_value(lives, (struct stretch){after, covered[i].after});
		if (covered[i].until > after)
			after = covered[i].until;
	}
	put_value(lives, (struct stretch){after, lives->until});
}

/* What was paid in advance lowers a charge: it is none where no charge is known. */
static void put_running(struct lives *lives)
{
	const struct leaving *leaving = lives->leaving;

	if (lives->until <= lives->today)
		return;
	if (!isnan(lives->rate))
		discount_months(lives);
	EACH (struct cost, cost, leaving->partner->costs)
		if (is_running(leaving, cost))
			learn(lives, cost);
	EACH (struct cost, cost, leaving->partner->costs)
		if (is_running(leaving, cost))
			put_cost(lives, cost);
	if (HAS(leaving->contract->value))
		put_values(lives);
	if (charge_currency(leaving))
		EACH (struct prepaid, row, leaving->contract->prepaid)
			put_prepaid(lives, row);
}

/* ---- what comes once ---- */

static bool is_item(const struct plan_money *line, const char *item)
{
	return strcmp(line->item, item) == 0;
}

/* The service until Q is in what runs. */
static bool comes_once(const struct plan_money *line)
{
	return line->status == LINE_COMPUTED && line->direction != MONEY_INFO &&
		!is_item(line, "transition-service") && !is_item(line, "bridge");
}

/* What we may only ask for comes if all goes well; what is disputed does not if it goes badly. */
static void put_line(struct lives *lives, const struct plan_money *line)
{
	struct life *life = life_of(lives, line->amount.currency);
	bool in = line->direction == MONEY_IN;
	bool waived = is_item(line, "egress") &&
		view_by(lives->leaving->view, lives->leaving->exit->egress.requested);
	double amount = (double)line->amount.minor * (in ? -1 : 1);

	life->low += waived ? 0 : amount;
	if (in && !line->entitled)
		return;
	life->expected += amount;
	if (!(in && line->disputed))
		life->high += amount;
	if (!isnan(lives->rate))
		life->npv += amount * worth(lives, line->date);
}

/* ---- all ---- */

static struct array make_rows(const struct lives *lives)
{
	struct plan_cost *rows = arena_array(lives->leaving->arena, lives->n, sizeof(*rows));

	for (size_t i = 0; i < lives->n; i++) {
		uint16_t currency = lives->order[i];
		const struct life *life = lives->of[currency];

		rows[i] = (struct plan_cost){
			.currency = currency_code(currency),
			.low = money_of_minor(life->low, currency),
			.expected = money_of_minor(life->expected, currency),
			.high = money_of_minor(life->high, currency),
		};
		if (!isnan(lives->rate))
			rows[i].npv = money_of_minor(life->npv, currency);
	}
	return (struct array){rows, lives->n};
}

struct array plan_end_of_life(const struct leaving *leaving, struct array money)
{
	const struct plan_money *lines = money.items;
	const struct number_field *rate = &leaving->view->rules->discount_rate;
	size_t currencies = (size_t)currency_count() + 1;
	struct lives lives = {
		.leaving = leaving,
		.of = arena_array(leaving->arena, currencies, sizeof(struct life *)),
		.order = arena_array(leaving->arena, currencies, sizeof(uint16_t)),
		.today = leaving->view->as_of,
		.until = leaving->service_end > leaving->cutover ? leaving->service_end
								 : leaving->cutover,
		.rate = HAS(*rate) ? rate->value : (double)NAN,
	};

	if (lives.until == DATE_NONE)
		return make_rows(&lives);
	put_running(&lives);
	for (size_t i = 0; i < money.n; i++)
		if (comes_once(&lines[i]))
			put_line(&lives, &lines[i]);
	return make_rows(&lives);
}
