/* Activities on the calendar: months, business days and holidays; and networks made by chance
 * against a calendar that counts day by day. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "measured.h"
#include "partner/random.h"
#include "solved.h"

/* ---- months ---- */

static void months_are_those_of_the_calendar(void **state)
{
	static const struct network_row rows[] = {
		{"a", "1mo", .after = NULL},
		{"b", "1y", .after = "a"},
	};
	struct solved solved;

	(void)state;
	assert_true(SOLVE(&solved, "2027-01-31", rows));
	assert_days(&solved, "a", "2027-01-31 2027-02-28 2027-01-31 2027-02-28");
	assert_days(&solved, "b", "2027-02-28 2028-02-28 2027-02-28 2028-02-28");
	solved_close(&solved);
}

static void of_days_with_one_end_the_last_is_the_late_start(void **state)
{
	static const struct network_row rows[] = {
		{"short", "1mo", .after = NULL, .due = "2027-02-28"},
		{"leap", "1mo", .after = NULL, .due = "2028-02-29"},
		{"long", "1mo", .after = NULL, .due = "2027-03-30"},
		{"rest", "2y", .after = NULL},
	};
	struct solved solved;

	(void)state;
	assert_true(SOLVE(&solved, "2026-12-01", rows));
	/* from 28, 29, 30 and 31 January a month ends on 28 February */
	assert_days(&solved, "short", "2026-12-01 2027-01-01 2027-01-31 2027-02-28");
	assert_days(&solved, "leap", "2026-12-01 2027-01-01 2028-01-31 2028-02-29");
	/* from 28 February it ends two days too early, from the next day on 1 April */
	assert_days(&solved, "long", "2026-12-01 2027-01-01 2027-02-28 2027-03-28");
	solved_close(&solved);
}

/* ---- business days; Tuesday, 6 January 2026 is a holiday ---- */

static void business_days_start_on_one_and_leave_out_the_rest(void **state)
{
	static const struct network_row rows[] = {
		{"a", "3bd", .after = NULL},
		{"b", "1d", .after = "a"},
	};
	struct solved solved;

	(void)state;
	/* from Saturday on: Monday, Wednesday, Thursday */
	assert_true(SOLVE(&solved, "2026-01-03", rows));
	assert_days(&solved, "a", "2026-01-05 2026-01-09 2026-01-05 2026-01-09");
	assert_path(&solved, "a b");
	solved_close(&solved);
}

static void a_business_day_before_the_weekend_ends_on_saturday(void **state)
{
	static const struct network_row rows[] = {
		{"friday", "1bd", .after = NULL},
		{"monday", "2bd", .after = "friday"},
		{"any", "1d", .after = "friday"},
	};
	struct solved solved;

	(void)state;
	assert_true(SOLVE(&solved, "2026-01-09", rows));
	assert_days(&solved, "friday", "2026-01-09 2026-01-10 2026-01-09 2026-01-10");
	assert_days(&solved, "monday", "2026-01-12 2026-01-14 2026-01-12 2026-01-14");
	assert_days(&solved, "any", "2026-01-10 2026-01-11 2026-01-13 2026-01-14");
	solved_close(&solved);
}

static void a_weekend_between_does_not_cut_the_chain(void **state)
{
	static const struct network_row rows[] = {
		{"a", "5d", .after = NULL},
		{"b", "1d", .after = "a", .business = true},
	};
	struct solved solved;

	(void)state;
	/* ends on Friday; what waits may start on Saturday, and does on Monday */
	assert_true(SOLVE(&solved, "2026-01-12", rows));
	assert_days(&solved, "b", "2026-01-19 2026-01-20 2026-01-19 2026-01-20");
	assert_days(&solved, "a", "2026-01-12 2026-01-17 2026-01-14 2026-01-19");
	assert_int_equal(activity_slack(&solved.network.activities[0]), 2);
	assert_critical(&solved, "a b");
	assert_path(&solved, "a b");
	solved_close(&solved);
}

static void going_back_business_days_end_on_one(void **state)
{
	static const struct network_row rows[] = {
		{"a", "3bd", .after = NULL, .due = "2026-01-12"},
		{"rest", "30d", .after = NULL},
	};
	struct solved solved;

	(void)state;
	/* by Sunday, that is Friday: Wednesday, Thursday, Friday */
	assert_true(SOLVE(&solved, "2025-12-29", rows));
	assert_days(&solved, "a", "2025-12-29 2026-01-01 2026-01-07 2026-01-10");
	solved_close(&solved);
}

static void no_business_days_are_a_point_on_one(void **state)
{
	static const struct network_row rows[] = {
		{"point", "0bd", .after = NULL, .due = "2026-01-06"},
		{"rest", "30d", .after = NULL},
	};
	struct solved solved;

	(void)state;
	assert_true(SOLVE(&solved, "2026-01-03", rows));
	assert_days(&solved, "point", "2026-01-05 2026-01-05 2026-01-05 2026-01-05");
	solved_close(&solved);
}

static void what_starts_on_a_business_day_goes_on_over_the_weekend(void **state)
{
	static const struct network_row rows[] = {
		{"a", "10d", .after = NULL, .business = true, .due = "2026-01-20"},
		{"rest", "30d", .after = NULL},
	};
	struct solved solved;

	(void)state;
	/* late: from Saturday, the 10th, rolled back to Friday, and so a day before it is due */
	assert_true(SOLVE(&solved, "2026-01-03", rows));
	assert_days(&solved, "a", "2026-01-05 2026-01-15 2026-01-09 2026-01-19");
	solved_close(&solved);
}

static void a_fixed_day_is_rolled_as_well(void **state)
{
	static const struct network_row rows[] = {
		{"a", "1bd", .after = NULL, .fixed = "2026-01-06"},
	};
	struct solved solved;

	(void)state;
	assert_true(SOLVE(&solved, "2026-01-01", rows));
	assert_days(&solved, "a", "2026-01-07 2026-01-08 2026-01-07 2026-01-08");
	solved_close(&solved);
}

/* ---- by chance ---- */

#define SIZE 12
#define TIMES 300

static int pick(struct random *random, int n)
{
	return (int)(random_bits(random) % (uint64_t)n);
}

/* The day after its last when it starts on `start`, counted day by day. */
static int32_t counted_finish(const struct activity *activity, int32_t start)
{
	int32_t left = activity->takes.count;

	if (activity->takes.unit == DURATION_MONTHS)
		return date_add_months(start, left);
	for (; left > 0; start++)
		if (activity->takes.unit == DURATION_DAYS || calendar_is_business_day(NULL, start))
			left--;
	return start;
}

static bool may_start(const struct activity *activity, int32_t date)
{
	return calendar_is_business_day(NULL, date) ||
		!(activity->business_start || activity->takes.unit == DURATION_BUSINESS_DAYS);
}

/* Any activity after up to three of those before it; plain ones take days and no more. */
static void draw(
	struct random *random, struct activity *activity, size_t i, size_t *after, bool plain)
{
	static const enum duration_unit units[] = {
		DURATION_DAYS, DURATION_BUSINESS_DAYS, DURATION_MONTHS};

	*activity = (struct activity){
		.takes = {pick(random, 9), units[plain ? 0 : pick(random, 3)]},
		.not_before = DATE_NONE,
		.finish_by = DATE_NONE,
		.after = after,
		.n_after = i ? (size_t)pick(random, 4) : 0,
	};
	for (size_t k = 0; k < activity->n_after; k++)
		after[k] = (size_t)pick(random, (int)i);
	if (plain)
		return;
	activity->business_start = pick(random, 4) == 0;
	if (pick(random, 5) == 0)
		activity->not_before = day("2026-01-01") + pick(random, 60);
	if (pick(random, 5) == 0)
		activity->finish_by = day("2026-01-01") + pick(random, 60);
}

static int32_t counted_start(const struct network *network, const struct activity *activity)
{
	int32_t date = network->start;

	for (size_t k = 0; k < activity->n_after; k++)
		while (date < network->activities[activity->after[k]].early_finish)
			date++;
	while (date < activity->not_before || !may_start(activity, date))
		date++;
	return date;
}

/* By when it must be finished. */
static int32_t counted_due(const struct network *network, size_t place)
{
	int32_t due = network->finish, by = network->activities[place].finish_by;

	if (by != DATE_NONE && by < due)
		due = by;
	for (size_t i = 0; i < network->n; i++)
		for (size_t k = 0; k < network->activities[i].n_after; k++)
			if (network->activities[i].after[k] == place &&
				network->activities[i].late_start < due)
				due = network->activities[i].late_start;
	return due;
}

static int32_t counted_late(const struct activity *activity, int32_t due)
{
	int32_t date = due;

	while (!may_start(activity, date) || counted_finish(activity, date) > due)
		date--;
	return date;
}

static void assert_counted(const struct network *network)
{
	int32_t finish = network->start;

	for (size_t i = 0; i < network->n; i++) {
		const struct activity *activity = &network->activities[i];
		int32_t due = counted_due(network, i);

		assert_int_equal(activity->early_start, counted_start(network, activity));
		assert_int_equal(
			activity->early_finish, counted_finish(activity, activity->early_start));
		assert_int_equal(activity->late_start, counted_late(activity, due));
		assert_int_equal(
			activity->late_finish, counted_finish(activity, activity->late_start));
		if (activity->early_finish > finish)
			finish = activity->early_finish;
	}
	assert_int_equal(network->finish, finish);
}

/* The path is a chain without gaps but for days on which nothing starts. */
static void assert_path_drives(const struct network *network)
{
	int32_t finish = DATE_NONE;

	for (size_t i = 0; i < network->n_path; i++) {
		const struct activity *activity = &network->activities[network->path[i]];

		assert_true(activity->critical);
		assert_true(i == 0 || finish <= activity->early_start);
		for (int32_t date = finish; i && date < activity->early_start; date++)
			assert_false(may_start(activity, date));
		finish = activity->early_finish;
	}
	assert_int_equal(finish, network->finish);
}

static void check_drawn(bool plain, void (*check)(const struct network *network))
{
	static struct activity activities[SIZE];
	static size_t after[SIZE][3];
	struct network network = {activities, SIZE, .start = day("2026-01-01")};
	struct arena arena = {0};
	struct random random;

	random_seed(&random, 2026, plain);
	for (int time = 0; time < TIMES; time++) {
		for (size_t i = 0; i < SIZE; i++)
			draw(&random, &activities[i], i, after[i], plain);
		assert_true(network_solve(&network, &arena));
		check(&network);
		arena_reset(&arena);
	}
	arena_free(&arena);
}

static void days_agree_with_counting(void **state)
{
	(void)state;
	check_drawn(false, assert_counted);
}

static void paths_have_no_gaps(void **state)
{
	(void)state;
	check_drawn(false, assert_path_drives);
	check_drawn(true, assert_path_drives);
}

static void assert_no_slack(const struct network *network)
{
	for (size_t i = 0; i < network->n; i++)
		assert_int_equal(network->activities[i].critical,
			activity_slack(&network->activities[i]) == 0);
}

/* Where all days are alike, what is critical is what has no slack. */
static void plain_days_are_critical_without_slack(void **state)
{
	(void)state;
	check_drawn(true, assert_no_slack);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(months_are_those_of_the_calendar),
		cmocka_unit_test(of_days_with_one_end_the_last_is_the_late_start),
		cmocka_unit_test(business_days_start_on_one_and_leave_out_the_rest),
		cmocka_unit_test(a_business_day_before_the_weekend_ends_on_saturday),
		cmocka_unit_test(a_weekend_between_does_not_cut_the_chain),
		cmocka_unit_test(going_back_business_days_end_on_one),
		cmocka_unit_test(no_business_days_are_a_point_on_one),
		cmocka_unit_test(what_starts_on_a_business_day_goes_on_over_the_weekend),
		cmocka_unit_test(a_fixed_day_is_rolled_as_well),
		cmocka_unit_test(days_agree_with_counting),
		cmocka_unit_test(paths_have_no_gaps),
		cmocka_unit_test(plain_days_are_critical_without_slack),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
