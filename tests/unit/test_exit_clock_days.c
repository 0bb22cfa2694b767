/*
 * The clock of plans to leave contracts that renew by themselves, as of each day of three years
 * and for each last day that is asked for, against a calendar that was written down day by day:
 * no date is added to another one here, days are only counted.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "measured.h"
#include "planned.h"
#include "tree.h"

/* ---- the calendar ---- */

#define DAYS 6600 /* from 2020-01-01 on: beyond 2038 */

struct day_of_life {
	int year, month, day;
	bool business;
};

static struct day_of_life calendar[DAYS];
static int32_t first; /* the day number of calendar[0] */

#define HOLIDAYS \
	"[2026-06-30, 2026-12-25, 2027-01-01, 2027-05-31, 2027-11-26, 2028-02-28, 2028-02-29]"

static const struct civil holidays[] = {{2026, 6, 30}, {2026, 12, 25}, {2027, 1, 1}, {2027, 5, 31},
	{2027, 11, 26}, {2028, 2, 28}, {2028, 2, 29}};

static bool is_holiday(const struct day_of_life *day)
{
	for (size_t i = 0; i < COUNT_OF(holidays); i++)
		if (holidays[i].year == day->year && holidays[i].month == day->month &&
			holidays[i].day == day->day)
			return true;
	return false;
}

static int length_of_month(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	return month == 2 && year % 4 == 0 ? 29 : days[month - 1];
}

/* 2020-01-01 was a Wednesday. */
static int write_calendar(void **state)
{
	struct day_of_life day = {2020, 1, 1, false};

	(void)state;
	first = date_of_civil((struct civil){2020, 1, 1});
	for (int i = 0; i < DAYS; i++) {
		day.business = (i + 2) % 7 < 5 && !is_holiday(&day);
		calendar[i] = day;
		if (day.day++ < length_of_month(day.year, day.month))
			continue;
		day.day = 1;
		if (day.month++ == 12) {
			day.month = 1;
			day.year++;
		}
	}
	return 0;
}

static const struct day_of_life *on(int32_t date)
{
	assert_in_range(date - first, 0, DAYS - 1);
	return &calendar[date - first];
}

/* ---- counting ---- */

/* In days (d), business days (b) or months (m). */
struct lapse {
	int count;
	char unit;
};

/* The day with that number so many months on, or the last one of that month; step is 1 or -1. */
static int32_t count_months(int32_t date, int months, int step)
{
	int day = on(date)->day;

	for (; months > 0; months--) {
		int month = on(date)->month;

		while (on(date)->month == month)
			date += step;
		if (step < 0)
			continue;
		while (on(date)->day < day && on(date + 1)->day != 1)
			date++;
	}
	while (on(date)->day > day)
		date--;
	return date;
}

static int32_t count(int32_t date, struct lapse lapse, int step)
{
	if (lapse.unit == 'm')
		return count_months(date, lapse.count, step);
	for (int n = 0; n < lapse.count;) {
		date += step;
		n += lapse.unit == 'd' || on(date)->business;
	}
	return date;
}

/* The last day that is early enough both ways. */
static int32_t find_latest(int32_t end, struct lapse period)
{
	int32_t date = count(end, period, -1);

	while (count(date, period, 1) > end)
		date--;
	return date;
}

static int32_t find_sending(int32_t latest, struct lapse delivery)
{
	latest = count(latest, delivery, -1);
	while (!on(latest)->business)
		latest--;
	return latest;
}

/* ---- contracts ---- */

struct deal {
	struct civil end;
	struct lapse term, period, delivery, transition;
	const char *contract; /* the same as text */
};

static const struct deal deals[] = {
	{{2026, 8, 31}, {6, 'm'}, {3, 'm'}, {5, 'd'}, {1, 'm'},
		"end: 2026-08-31, renewal_term: 6mo, notice: {period: 3mo, delivery: 5d}, "
		"transition: {period: 1mo}"},
	{{2024, 2, 29}, {12, 'm'}, {1, 'm'}, {0, 'd'}, {0, 'd'},
		"end: 2024-02-29, renewal_term: 1y, notice: {period: 1mo}"},
	{{2025, 12, 31}, {3, 'm'}, {20, 'b'}, {3, 'b'}, {10, 'b'},
		"end: 2025-12-31, renewal_term: 3mo, notice: {period: 20bd, delivery: 3bd}, "
		"transition: {period: 10bd}"},
	{{2026, 11, 30}, {1, 'm'}, {3, 'm'}, {0, 'd'}, {45, 'd'},
		"end: 2026-11-30, renewal_term: 1mo, notice: {period: 3mo}, "
		"transition: {period: 45d}"},
	{{2026, 3, 15}, {90, 'd'}, {42, 'd'}, {10, 'd'}, {0, 'd'},
		"end: 2026-03-15, renewal_term: 90d, notice: {period: 6w, delivery: 10d}"},
};

#define TERMS 60 /* enough to reach beyond the three years */

/* Ends of the terms, and until when notice for them has to be there, and to be sent. */
struct terms {
	int n;
	int32_t end[TERMS], latest[TERMS], send_by[TERMS];
};

/* Every end is counted from the first one, never from one that was clamped. */
static void lay_out(const struct deal *deal, struct terms *terms)
{
	int32_t after = date_of_civil(deal->end) + 1;

	*terms = (struct terms){0};
	for (int k = 0; k < TERMS; k++) {
		struct lapse all = {k * deal->term.count, deal->term.unit};

		terms->end[k] = count(after, all, 1) - 1;
		terms->latest[k] = find_latest(terms->end[k], deal->period);
		terms->send_by[k] = find_sending(terms->latest[k], deal->delivery);
		terms->n++;
		if (on(terms->end[k])->year > 2031)
			return;
	}
}

static void open_deal(struct planned *planned, const struct deal *deal, const char *more)
{
	struct arena arena = {0};
	struct plan_text text = {
		.records = arena_printf(&arena,
			"contract: {start: 2020-01-01, renewal: auto, %s%s}\n"
			"exit: {reason: cost, holidays: " HOLIDAYS "}\n",
			deal->contract, more),
	};

	plan_open(planned, &text);
	arena_free(&arena);
}

/* Plans anew in an arena of its own, which the caller frees. */
static const struct exit_plan *plan_on(
	const struct planned *planned, struct arena *arena, int32_t as_of, int32_t by)
{
	struct source source = planned->source;
	const struct plan_request request = {
		.as_of = as_of, .start = DATE_NONE, .by = by, .reason = CHOICE_NONE};

	*arena = (struct arena){0};
	source.arena = arena;
	return exit_plan_make(&source, &request);
}

/* ---- as of each day ---- */

static void assert_ends(const struct deal *deal, const struct plan_clock *clock, int32_t end)
{
	assert_int_equal(clock->effective_end, end);
	assert_int_equal(clock->last_day, end);
	assert_int_equal(clock->natural_end, end);
	assert_false(clock->early);
	assert_int_equal(clock->transition_end, count(end, deal->transition, 1));
}

/* Errors and warnings of the deadline, and the task that keeps it. */
static void assert_deadline(const struct exit_plan *plan, int32_t send_by)
{
	int32_t left = send_by - plan->as_of;
	const struct plan_task *sent = plan_task_of(plan, "notice-sent");

	assert_true(plan->clock->days_left == left);
	assert_int_equal(plan_warning_of(plan, "X01") != NULL, left < 0);
	assert_int_equal(plan_warning_of(plan, "X02") != NULL, left >= 0 && left <= 14);
	if (left >= 0)
		assert_true(sent->latest_end <= send_by);
	if (left >= 0 && sent->end > send_by)
		assert_true(sent->slack_days < 0 && sent->critical);
}

static void assert_plan(
	const struct deal *deal, const struct terms *terms, const struct exit_plan *plan)
{
	const struct plan_clock *clock = plan->clock;
	int now = 0, next;

	while (terms->end[now] < plan->as_of)
		now++;
	for (next = now + 1; terms->send_by[next] < plan->as_of; next++)
		assert_true(next + 1 < terms->n);
	assert_true(clock->needed && !clock->given);
	assert_int_equal(clock->term_end, terms->end[now]);
	assert_int_equal(clock->notice_latest, terms->latest[now]);
	assert_int_equal(clock->send_by, terms->send_by[now]);
	assert_int_equal(clock->missed, plan->as_of > terms->send_by[now]);
	assert_int_equal(clock->next_term_end, terms->end[next]);
	assert_ends(deal, clock, terms->end[clock->missed ? next : now]);
	assert_deadline(plan, terms->send_by[now]);
}

static void assert_each_day(const struct deal *deal)
{
	int32_t last = date_of_civil((struct civil){2028, 12, 31});
	struct planned planned;
	struct terms terms;

	lay_out(deal, &terms);
	open_deal(&planned, deal, "");
	for (int32_t date = last - 1095; date <= last; date++) {
		struct arena arena;

		assert_plan(deal, &terms, plan_on(&planned, &arena, date, DATE_NONE));
		arena_free(&arena);
	}
	plan_close(&planned);
}

static void every_day_agrees_with_a_written_calendar(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(deals); i++)
		assert_each_day(&deals[i]);
}

/* ---- for each last day ---- */

/* Where we may leave at will, notice counts from the day that is asked for. */
static void assert_early(const struct deal *deal, const struct terms *terms,
	const struct exit_plan *plan, int32_t by)
{
	const struct plan_clock *clock = plan->clock;
	int32_t latest = find_latest(by, deal->period);
	int k = 0;

	while (terms->end[k] < by)
		k++;
	assert_int_equal(clock->last_day, by);
	assert_int_equal(clock->natural_end, terms->end[k]);
	assert_int_equal(clock->early, by < terms->end[k]);
	if (!clock->early)
		return;
	assert_int_equal(clock->notice_latest, latest);
	assert_int_equal(clock->send_by, find_sending(latest, deal->delivery));
	assert_deadline(plan, clock->send_by);
}

static void every_last_day_has_its_own_notice(void **state)
{
	int32_t as_of = date_of_civil((struct civil){2027, 1, 15});

	(void)state;
	for (size_t i = 0; i < COUNT_OF(deals); i++) {
		struct planned planned;
		struct terms terms;

		lay_out(&deals[i], &terms);
		open_deal(&planned, &deals[i], ", termination: {convenience: true}");
		for (int32_t by = as_of; by < as_of + 430; by++) {
			struct arena arena;

			assert_early(&deals[i], &terms, plan_on(&planned, &arena, as_of, by), by);
			arena_free(&arena);
		}
		plan_close(&planned);
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, tree_begin, tree_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_day_agrees_with_a_written_calendar),
		TEST(every_last_day_has_its_own_notice),
	};

	return cmocka_run_group_tests(tests, write_calendar, NULL);
}
