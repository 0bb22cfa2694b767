/*
 * Goals as of 2026-06-30. A goal from 2026-01-01 to 2026-12-27 has 360 days, of which 180 are
 * over then; 92 days before is 2026-03-30, 100 days before is 2026-03-22.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "measured.h"

#define HALF_OVER "start: 2026-01-01, due: 2026-12-27, target: 100"
#define SEEN(date, value) "observations: [{date: " date ", value: " value "}]"

static void attainment_holds_progress_against_the_plan(void **state)
{
	static const struct measure_row rows[] = {
		{"40 of 100 at half time",
			"goals: [{" HALF_OVER ", " SEEN("2026-06-30", "40") "}]\n",
			MEASURED(0.8, 1)},
		{"ahead of the plan is no more than the plan",
			"goals: [{" HALF_OVER ", " SEEN("2026-06-30", "70") "}]\n", MEASURED(1, 1)},
		{"counted from the baseline",
			"goals: [{start: 2026-01-01, due: 2026-12-27, baseline: 20, target: 120, " SEEN(
				"2026-06-30", "60") "}]\n",
			MEASURED(0.8, 1)},
		{"a target below the baseline",
			"goals: [{start: 2026-01-01, due: 2026-12-27, baseline: 100, target: 50, " SEEN(
				"2026-06-30", "80") "}]\n",
			MEASURED(0.8, 1)},
		{"worse than the baseline is 0",
			"goals: [{" HALF_OVER ", " SEEN("2026-06-30", "-5") "}]\n", MEASURED(0, 1)},
		{"past due, progress is all of it",
			"goals: [{start: 2025-07-01, due: 2026-03-01, target: 100, " SEEN(
				"2026-02-01", "60") "}]\n",
			MEASURED(0.6, 1)},
		{"3 × 0.8 and 1 × 0.4",
			"goals: [{weight: 3, " HALF_OVER ", " SEEN("2026-06-30",
				"40") "}, {" HALF_OVER ", " SEEN("2026-06-30", "20") "}]\n",
			MEASURED(0.7, 2)},
		{"weight 0 is left out",
			"goals: [{weight: 0, " HALF_OVER ", " SEEN("2026-06-30", "40") "}]\n",
			NO_DATA},
	};

	(void)state;
	check_measure("goal-attainment", rows, COUNT_OF(rows));
}

static void attainment_takes_the_last_observation_on_its_own_day(void **state)
{
	static const struct measure_row rows[] = {
		{"on its 90th day, 0.2 of 0.25",
			"goals: [{" HALF_OVER ", " SEEN("2026-04-01", "20") "}]\n",
			MEASURED(0.8, 1)},
		{"an old one against the plan of 92 days ago, day 88",
			"goals: [{" HALF_OVER ", " SEEN("2026-01-31", "11") "}]\n",
			MEASURED(0.11 / (88 / 360.0), 1)},
		{"the newest, wherever it stands",
			"goals: [{" HALF_OVER ", observations: [{date: 2026-06-30, value: 40},"
			" {date: 2026-06-29, value: 10}]}]\n",
			MEASURED(0.8, 1)},
		{"of one day the later in the list",
			"goals: [{" HALF_OVER ", observations: [{date: 2026-06-30, value: 10},"
			" {date: 2026-06-30, value: 40}]}]\n",
			MEASURED(0.8, 1)},
		{"what is observed after D is not known",
			"goals: [{" HALF_OVER ", observations: [{date: 2026-06-30, value: 40},"
			" {date: 2026-07-01, value: 100}]}]\n",
			MEASURED(0.8, 1)},
	};

	(void)state;
	check_measure("goal-attainment", rows, COUNT_OF(rows));
}

static void attainment_waits_for_a_tenth_of_the_time(void **state)
{
	static const struct measure_row rows[] = {
		{"36 of 360 days, 0.05 of 0.1",
			"goals: [{start: 2026-05-25, due: 2027-05-20, target: 100, " SEEN(
				"2026-06-30", "5") "}]\n",
			MEASURED(0.5, 1)},
		{"35 of 360 days",
			"goals: [{start: 2026-05-26, due: 2027-05-21, target: 100, " SEEN(
				"2026-06-30", "5") "}]\n",
			NO_DATA},
		{"observed on the 7th of 360 days",
			"goals: [{start: 2026-05-25, due: 2027-05-20, target: 100, " SEEN(
				"2026-06-01", "5") "}]\n",
			NO_DATA},
		{"at-end does not wait for it",
			"goals: [{pace: at-end, start: 2026-05-01, due: 2026-06-29, target: 100, " SEEN(
				"2026-05-02", "60") "}]\n",
			MEASURED(0.6, 1)},
		{"but linear does",
			"goals: [{start: 2026-05-01, due: 2026-06-29, target: 100, " SEEN(
				"2026-05-02", "60") "}]\n",
			NO_DATA},
	};

	(void)state;
	check_measure("goal-attainment", rows, COUNT_OF(rows));
}

static void attainment_without_observation_counts_past_due_alone(void **state)
{
	static const struct measure_row rows[] = {
		{"the day after its due day",
			"goals: [{start: 2026-01-01, due: 2026-06-29, target: 9}]\n",
			MEASURED(0, 1)},
		{"on its due day", "goals: [{start: 2026-01-01, due: 2026-06-30, target: 9}]\n",
			NO_DATA},
		{"at-end after its due day",
			"goals: [{pace: at-end, start: 2026-01-01, due: 2026-06-29, target: 9}]\n",
			MEASURED(0, 1)},
		{"at-end on its due day, though observed",
			"goals: [{pace: at-end, start: 2026-01-01, due: 2026-06-30, target: 100, " SEEN(
				"2026-06-30", "100") "}]\n",
			NO_DATA},
		{"observed only after D",
			"goals: [{start: 2026-01-01, due: 2026-06-29, target: 9, " SEEN(
				"2026-07-01", "9") "}]\n",
			MEASURED(0, 1)},
	};

	(void)state;
	check_measure("goal-attainment", rows, COUNT_OF(rows));
}

static void attainment_leaves_out_what_it_cannot_judge(void **state)
{
	static const struct measure_row rows[] = {
		{"no goals", "", NO_DATA},
		{"no due day",
			"goals: [{start: 2026-01-01, target: 9, " SEEN("2026-06-30", "9") "}]\n",
			NO_DATA},
		{"no target",
			"goals: [{start: 2026-01-01, due: 2026-12-27, " SEEN(
				"2026-06-30", "9") "}]\n",
			NO_DATA},
		{"nothing to gain",
			"goals: [{start: 2026-01-01, due: 2026-12-27, baseline: 9, target: 9, " SEEN(
				"2026-06-30", "9") "}]\n",
			NO_DATA},
		{"due on the day it starts",
			"goals: [{start: 2026-06-01, due: 2026-06-01, target: 9}]\n", NO_DATA},
		{"dated by nothing", "goals: [{due: 2026-06-01, target: 9}]\n", NO_DATA},
		{"due before W", "goals: [{start: 2025-01-01, due: 2025-06-30, target: 9}]\n",
			NO_DATA},
		{"due on the first day of W",
			"goals: [{start: 2025-01-01, due: 2025-07-01, target: 9}]\n",
			MEASURED(0, 1)},
		{"struck out by a dispute",
			"goals: [{id: g, start: 2025-01-01, due: 2026-01-01, target: 9}]\n"
			"disputes: [{record: 'goal:g', settled: 2026-06-30, upheld: true}]\n",
			NO_DATA},
	};

	(void)state;
	check_measure("goal-attainment", rows, COUNT_OF(rows));
}

#define FOR(whom) "goals: [{for: " whom ", " HALF_OVER ", " SEEN("2026-06-30", "40") "}]\n"

/* R9, R22: each side is held to the goals that serve the other. */
static void attainment_is_of_the_goals_that_serve_the_other_side(void **state)
{
	static const struct measure_row rows[] = {
		{"theirs, for us", FOR("us"), MEASURED(0.8, 1)},
		{"theirs, for them", FOR("partner"), NO_DATA},
		{"theirs, for both", FOR("both"), MEASURED(0.8, 1)},
		{"ours, for us", FOR("us"), NO_DATA, .us = true},
		{"ours, for them", FOR("partner"), MEASURED(0.8, 1), .us = true},
		{"ours, for both", FOR("both"), MEASURED(0.8, 1), .us = true},
	};

	(void)state;
	check_measure("goal-attainment", rows, COUNT_OF(rows));
}

/* R20. */
static void attainment_of_a_young_partnership_counts_nowhere(void **state)
{
	static const struct measure_row rows[] = {
		{"a day before a year is over", "since: 2025-07-01\n" FOR("both"), TOO_YOUNG},
		{"on the mirror, too", "since: 2025-07-01\n" FOR("both"), TOO_YOUNG, .us = true},
		{"without goals, too", "since: 2025-07-01\n", TOO_YOUNG},
		{"after a year", "since: 2025-06-30\n" FOR("both"), MEASURED(0.8, 1)},
		{"with less grace", "since: 2025-07-01\n" FOR("both"), MEASURED(0.8, 1),
			.policy = "grace: 6mo\n"},
	};

	(void)state;
	check_measure("goal-attainment", rows, COUNT_OF(rows));
}

static void goals_shared_counts_those_told_by_the_day(void **state)
{
	static const struct measure_row rows[] = {
		{"none", "", NO_DATA},
		{"told on D", "goals: [{start: 2026-01-01, shared: 2026-06-30}]\n", MEASURED(1, 1)},
		{"told a day later", "goals: [{start: 2026-01-01, shared: 2026-07-01}]\n",
			MEASURED(0, 1)},
		{"one of three, whomever they serve",
			"goals: [{start: 2026-01-01, for: us}, {start: 2026-01-01, for: partner},"
			" {start: 2026-01-01, shared: 2026-01-01}]\n",
			MEASURED(1 / 3.0, 3)},
		{"the same on our side",
			"goals: [{start: 2026-01-01, for: us, shared: 2026-01-01}]\n",
			MEASURED(1, 1), .us = true},
		{"due on D is active, due before is not",
			"goals: [{shared: 2026-01-01, due: 2026-06-30},"
			" {start: 2026-01-01, due: 2026-06-29}]\n",
			MEASURED(1, 1)},
		{"not begun", "goals: [{start: 2026-07-01, shared: 2026-01-01}]\n", NO_DATA},
		{"counts from the first day of a partnership",
			"since: 2026-06-01\ngoals: [{shared: 2026-06-02}]\n", MEASURED(1, 1)},
	};

	(void)state;
	check_measure("goals-shared", rows, COUNT_OF(rows));
}

/* R46. */
static void goals_revisited_looks_back_a_hundred_days(void **state)
{
	static const struct measure_row rows[] = {
		{"none", "", NO_DATA},
		{"reviewed 100 days ago", "goals: [{start: 2026-01-01, reviewed: [2026-03-22]}]\n",
			MEASURED(1, 1)},
		{"reviewed 101 days ago", "goals: [{start: 2026-01-01, reviewed: [2026-03-21]}]\n",
			MEASURED(0, 1)},
		{"reviewed after D", "goals: [{start: 2026-01-01, reviewed: [2026-07-01]}]\n",
			MEASURED(0, 1)},
		{"100 days old and never reviewed", "goals: [{start: 2026-03-22}]\n",
			MEASURED(0, 1)},
		{"99 days old and not reviewed yet", "goals: [{start: 2026-03-23}]\n", NO_DATA},
		{"99 days old and reviewed",
			"goals: [{start: 2026-03-23, reviewed: [2026-06-01]}]\n", MEASURED(1, 1)},
		{"revisited at a touchpoint",
			"goals: [{id: g, start: 2026-01-01}, {id: h, start: 2026-01-01}]\n"
			"touchpoints: [{date: 2026-06-01, goals: [g]}]\n",
			MEASURED(0.5, 2)},
		{"a touchpoint struck out",
			"goals: [{id: g, start: 2026-01-01}]\n"
			"touchpoints: [{date: 2026-06-01, goals: [g]}]\n"
			"disputes: [{record: 'touchpoint:#1', settled: 2026-06-30, upheld: true}]\n",
			MEASURED(0, 1)},
		{"dated by nothing, it has always been there", "goals: [{id: g}]\n",
			MEASURED(0, 1)},
	};

	(void)state;
	check_measure("goals-revisited", rows, COUNT_OF(rows));
}

static void the_goals_that_were_used_are_listed(void **state)
{
	static const struct measure_row row = {
		.records = "goals: [{id: a, start: 2027-01-01}, {id: b, shared: 2026-01-01},"
			   " {id: c}]\n",
	};
	struct scene scene;
	struct measurement taken;

	(void)state;
	scene_open(&scene, &row);
	taken = scene_take(&scene, "goals-shared", NULL);
	assert_int_equal(taken.n_used, 2);
	assert_true(taken.k == 1);
	assert_ptr_equal(taken.used[0].record, &goal_record);
	assert_string_equal(((const struct goal *)(const void *)taken.used[0].head)->id.text, "b");
	assert_string_equal(taken.used[0].word, "shared");
	assert_string_equal(taken.used[1].word, "not shared");
	scene_close(&scene);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(attainment_holds_progress_against_the_plan),
		cmocka_unit_test(attainment_takes_the_last_observation_on_its_own_day),
		cmocka_unit_test(attainment_waits_for_a_tenth_of_the_time),
		cmocka_unit_test(attainment_without_observation_counts_past_due_alone),
		cmocka_unit_test(attainment_leaves_out_what_it_cannot_judge),
		cmocka_unit_test(attainment_is_of_the_goals_that_serve_the_other_side),
		cmocka_unit_test(attainment_of_a_young_partnership_counts_nowhere),
		cmocka_unit_test(goals_shared_counts_those_told_by_the_day),
		cmocka_unit_test(goals_revisited_looks_back_a_hundred_days),
		cmocka_unit_test(the_goals_that_were_used_are_listed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
