/* Milestones as of 2026-06-30; W is 2025-07-01 to 2026-06-30. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "measured.h"

#define ONE(fields) "milestones: [{" fields "}]\n"

/* R7. */
static void on_time_is_by_the_due_day(void **state)
{
	static const struct measure_row rows[] = {
		{"none", "", NOT_APPLICABLE},
		{"on the day", ONE("due: 2026-03-01, delivered: 2026-03-01"), MEASURED(1, 1)},
		{"a day later", ONE("due: 2026-03-01, delivered: 2026-03-02"), MEASURED(0, 1)},
		{"due today and open", ONE("due: 2026-06-30"), NOT_APPLICABLE},
		{"due yesterday and open", ONE("due: 2026-06-29"), MEASURED(0, 1)},
		{"due today and delivered", ONE("due: 2026-06-30, delivered: 2026-06-30"),
			MEASURED(1, 1)},
		{"delivered only after D", ONE("due: 2026-06-29, delivered: 2026-07-01"),
			MEASURED(0, 1)},
		{"delivered long before it is due", ONE("due: 2026-12-31, delivered: 2026-06-01"),
			MEASURED(1, 1)},
		{"no due day", ONE("delivered: 2026-06-01"), NOT_APPLICABLE},
		{"a promise about the road ahead", ONE("kind: roadmap, due: 2026-03-01"),
			NOT_APPLICABLE},
		{"not promised yet", ONE("promised: 2026-07-01, due: 2026-06-01"), NOT_APPLICABLE},
		{"two of three",
			"milestones: [{due: 2026-01-01, delivered: 2026-01-01},"
			" {due: 2026-02-01, delivered: 2026-01-01}, {due: 2026-03-01}]\n",
			MEASURED(2 / 3.0, 3)},
		{"struck out by a dispute",
			ONE("due: 2026-03-01") "disputes: [{record: 'milestone:#1', settled: 2026-06-30, upheld: true}]\n",
			NOT_APPLICABLE},
	};

	(void)state;
	check_measure("milestones-on-time", rows, COUNT_OF(rows));
}

static void a_milestone_belongs_when_its_wait_reached_into_the_window(void **state)
{
	static const struct measure_row rows[] = {
		{"settled on the first day", ONE("due: 2025-07-01, delivered: 2025-07-01"),
			MEASURED(1, 1)},
		{"settled the day before", ONE("due: 2025-06-30, delivered: 2025-06-30"),
			NOT_APPLICABLE},
		{"delivered early, before W", ONE("due: 2025-08-01, delivered: 2025-06-30"),
			NOT_APPLICABLE},
		{"late, and over before W", ONE("due: 2025-05-01, delivered: 2025-06-30"),
			NOT_APPLICABLE},
		{"late, delivered in W", ONE("due: 2025-05-01, delivered: 2025-07-01"),
			MEASURED(0, 1)},
		{"late for years and open", ONE("due: 2020-01-01"), MEASURED(0, 1)},
	};

	(void)state;
	check_measure("milestones-on-time", rows, COUNT_OF(rows));
}

static void giving_up_in_time_is_not_late(void **state)
{
	static const struct measure_row rows[] = {
		{"on the due day", ONE("due: 2026-03-01, cancelled: 2026-03-01"), NOT_APPLICABLE},
		{"the day after", ONE("due: 2026-03-01, cancelled: 2026-03-02"), MEASURED(1, 1)},
		{"after D: still open", ONE("due: 2026-06-01, cancelled: 2026-07-01"),
			MEASURED(29, 1)},
		{"late, given up before W", ONE("due: 2025-05-01, cancelled: 2025-06-30"),
			NOT_APPLICABLE},
		{"late, given up in W", ONE("due: 2025-05-01, cancelled: 2025-07-01"),
			MEASURED(61, 1)},
		{"late by a move that they asked for",
			ONE("due: 2026-03-01, cancelled: 2026-03-11,"
			    " moved: [{on: 2026-02-01, to: 2026-06-01}]"),
			MEASURED(10, 1)},
		{"in time by a move that we asked for",
			ONE("due: 2026-03-01, cancelled: 2026-03-11,"
			    " moved: [{on: 2026-02-01, to: 2026-06-01, asked_by: us}]"),
			NOT_APPLICABLE},
	};

	(void)state;
	check_measure("milestone-slip", rows, COUNT_OF(rows));
}

/* R8. */
static void ones_own_moves_change_nothing(void **state)
{
	static const struct measure_row rows[] = {
		{"their own",
			ONE("due: 2026-03-01, delivered: 2026-04-01,"
			    " moved: [{on: 2026-02-01, to: 2026-04-01}]"),
			MEASURED(0, 1)},
		{"ours",
			ONE("due: 2026-03-01, delivered: 2026-04-01,"
			    " moved: [{on: 2026-02-01, to: 2026-04-01, asked_by: us}]"),
			MEASURED(1, 1)},
		{"ours, moved into the future",
			ONE("due: 2026-03-01, moved: [{on: 2026-02-01, to: 2026-08-01, asked_by: us}]"),
			NOT_APPLICABLE},
		{"ours, asked for after D",
			ONE("due: 2026-03-01, moved: [{on: 2026-07-01, to: 2026-08-01, asked_by: us}]"),
			MEASURED(0, 1)},
		{"the mirror: theirs",
			ONE("by: us, due: 2026-03-01, delivered: 2026-04-01,"
			    " moved: [{on: 2026-02-01, to: 2026-04-01, asked_by: partner}]"),
			MEASURED(1, 1), .us = true},
		{"the mirror: ours",
			ONE("by: us, due: 2026-03-01, delivered: 2026-04-01,"
			    " moved: [{on: 2026-02-01, to: 2026-04-01, asked_by: us}]"),
			MEASURED(0, 1), .us = true},
	};

	(void)state;
	check_measure("milestones-on-time", rows, COUNT_OF(rows));
}

static void each_side_answers_for_its_own(void **state)
{
	static const char records[] = "milestones: [{due: 2026-03-01, delivered: 2026-03-01},"
				      " {by: partner, due: 2026-03-01, delivered: 2026-03-01},"
				      " {by: us, due: 2026-03-01}]\n";
	static const struct measure_row rows[] = {
		{"theirs", records, MEASURED(1, 2)},
		{"ours", records, MEASURED(0, 1), .us = true},
		{"in our own file all that is not said to be theirs", records, MEASURED(0.5, 2),
			.us = true, .kind = "self"},
	};

	(void)state;
	check_measure("milestones-on-time", rows, COUNT_OF(rows));
}

static void slip_is_the_mean_of_days_late_up_to_180(void **state)
{
	static const struct measure_row rows[] = {
		{"none", "", NOT_APPLICABLE},
		{"in time is no day late", ONE("due: 2026-03-10, delivered: 2026-03-01"),
			MEASURED(0, 1)},
		{"open ones count to D", ONE("due: 2026-06-20"), MEASURED(10, 1)},
		{"0 and 10",
			"milestones: [{due: 2026-03-01, delivered: 2026-03-01},"
			" {due: 2026-03-01, delivered: 2026-03-11}]\n",
			MEASURED(5, 2)},
		{"179", ONE("due: 2026-01-02"), MEASURED(179, 1)},
		{"180", ONE("due: 2026-01-01"), MEASURED(180, 1)},
		{"181", ONE("due: 2025-12-31"), MEASURED(180, 1)},
		{"one forgotten for years is not everything",
			"milestones: [{due: 2020-01-01}, {due: 2026-03-01, delivered: 2026-03-01}]\n",
			MEASURED(90, 2)},
	};

	(void)state;
	check_measure("milestone-slip", rows, COUNT_OF(rows));
}

/* Delivered a day later, and in the end only after D. */
static void more_delay_never_lessens_the_slip(void **state)
{
	int32_t due = day("2025-12-01");
	double before = 0;

	(void)state;
	for (int32_t late = 0; late <= 240; late++) {
		char text[100], date[DATE_SIZE];
		struct measure_row row = {.records = text};
		struct scene scene;
		double slip;

		snprintf(text, sizeof(text), ONE("due: 2025-12-01, delivered: %s"),
			date_format(due + late, date));
		scene_open(&scene, &row);
		slip = scene_take(&scene, "milestone-slip", NULL).value;
		assert_true(slip >= before && slip <= late);
		before = slip;
		scene_close(&scene);
	}
	assert_true(before == 180);
}

/* R41. */
static void here_and_now_holds_deliveries_against_old_promises(void **state)
{
	static const struct measure_row rows[] = {
		{"none", "", NOT_APPLICABLE},
		{"no promise", ONE("due: 2026-03-01, delivered: 2026-03-01"), NOT_APPLICABLE},
		{"a promise after D", ONE("kind: roadmap, promised: 2026-07-01"), NOT_APPLICABLE},
		{"a young promise alone", ONE("kind: roadmap, promised: 2025-07-01"), NO_DATA},
		{"a promise of 12 months", ONE("kind: roadmap, promised: 2025-06-30"),
			MEASURED(0, 1)},
		{"a promise kept",
			ONE("kind: roadmap, promised: 2024-01-01, delivered: 2026-06-30"),
			MEASURED(1, 1)},
		{"a promise kept only after D",
			ONE("kind: roadmap, promised: 2024-01-01, delivered: 2026-07-01"),
			MEASURED(0, 1)},
		{"a promise kept before W",
			ONE("kind: roadmap, promised: 2024-01-01, delivered: 2025-06-30"), NO_DATA},
		{"what else was delivered counts, on time or not",
			"milestones: [{kind: roadmap, promised: 2024-01-01},"
			" {due: 2025-01-01, delivered: 2026-01-01},"
			" {kind: roadmap, promised: 2026-01-01, delivered: 2026-02-01}]\n",
			MEASURED(2 / 3.0, 3)},
	};

	(void)state;
	check_measure("here-and-now", rows, COUNT_OF(rows));
}

static void giving_up_an_old_promise_is_no_way_out(void **state)
{
	static const struct measure_row rows[] = {
		{"after 12 months",
			ONE("kind: roadmap, promised: 2025-06-01, cancelled: 2026-06-01"),
			MEASURED(0, 1)},
		{"a day sooner", ONE("kind: roadmap, promised: 2025-06-01, cancelled: 2026-05-31"),
			NO_DATA},
		{"on the first day of W",
			ONE("kind: roadmap, promised: 2020-01-01, cancelled: 2025-07-01"),
			MEASURED(0, 1)},
		{"before W", ONE("kind: roadmap, promised: 2020-01-01, cancelled: 2025-06-30"),
			NO_DATA},
		{"after D", ONE("kind: roadmap, promised: 2020-01-01, cancelled: 2026-07-01"),
			MEASURED(0, 1)},
	};

	(void)state;
	check_measure("here-and-now", rows, COUNT_OF(rows));
}

static void here_and_now_of_either_side(void **state)
{
	static const char records[] = "milestones: [{kind: roadmap, promised: 2024-01-01},"
				      " {by: us, kind: roadmap, promised: 2026-01-01},"
				      " {by: us, delivered: 2026-01-01}]\n";
	static const struct measure_row rows[] = {
		{"theirs", records, MEASURED(0, 1)},
		{"ours", records, MEASURED(1, 1), .us = true},
	};

	(void)state;
	check_measure("here-and-now", rows, COUNT_OF(rows));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(on_time_is_by_the_due_day),
		cmocka_unit_test(a_milestone_belongs_when_its_wait_reached_into_the_window),
		cmocka_unit_test(giving_up_in_time_is_not_late),
		cmocka_unit_test(ones_own_moves_change_nothing),
		cmocka_unit_test(each_side_answers_for_its_own),
		cmocka_unit_test(slip_is_the_mean_of_days_late_up_to_180),
		cmocka_unit_test(more_delay_never_lessens_the_slip),
		cmocka_unit_test(here_and_now_holds_deliveries_against_old_promises),
		cmocka_unit_test(giving_up_an_old_promise_is_no_way_out),
		cmocka_unit_test(here_and_now_of_either_side),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
