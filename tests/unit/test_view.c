#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "measured.h"

static const struct goal *goal_at(const struct scene *scene, size_t i)
{
	assert_true(i < scene->partner->goals.list.n);
	return &LIST_ITEMS(struct goal, scene->partner->goals)[i];
}

static const struct milestone *milestone_at(const struct scene *scene, size_t i)
{
	assert_true(i < scene->partner->milestones.list.n);
	return &LIST_ITEMS(struct milestone, scene->partner->milestones)[i];
}

/* ---- the window and the day ---- */

static void the_window_is_counted_in_calendar_months(void **state)
{
	static const struct {
		const char *as_of, *policy, *before;
	} rows[] = {
		{"2026-06-30", NULL, "2025-06-30"},
		{"2024-02-29", NULL, "2023-02-28"},
		{"2025-02-28", NULL, "2024-02-28"},
		{"2026-06-30", "window: 90d\n", "2026-04-01"},
		{"2026-05-31", "window: 3mo\n", "2026-02-28"},
		/* Of the last business days before a Friday, one is a holiday. */
		{"2026-06-26", "window: 4bd\nexit: {holidays: [2026-06-24]}\n", "2026-06-19"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct measure_row row = {
			.records = "", .as_of = rows[i].as_of, .policy = rows[i].policy};
		struct scene scene;

		scene_open(&scene, &row);
		assert_day(scene.view.before, rows[i].before);
		assert_true(view_in_window(&scene.view, scene.view.as_of));
		assert_true(view_in_window(&scene.view, scene.view.before + 1));
		assert_false(view_in_window(&scene.view, scene.view.before));
		assert_false(view_in_window(&scene.view, scene.view.as_of + 1));
		scene_close(&scene);
	}
}

/* R21. */
static void an_ended_partnership_is_seen_on_its_last_day(void **state)
{
	static const struct {
		const char *as_of;
		bool ended;
		const char *seen;
	} rows[] = {
		{"2026-03-30", false, "2026-03-30"},
		{"2026-03-31", true, "2026-03-31"},
		{"2026-09-30", true, "2026-03-31"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct scene scene;

		scene_open_as_of(&scene, "ended: 2026-03-31\n", rows[i].as_of);
		assert_int_equal(scene.view.ended, rows[i].ended);
		assert_day(scene.view.as_of, rows[i].seen);
		scene_close(&scene);
	}
}

/* R23: a time counts on its UTC date, and D ends at 24:00 UTC. */
static void what_had_not_happened_does_not_exist(void **state)
{
	struct scene scene;
	const struct incident *incident;

	(void)state;
	scene_open_as_of(&scene,
		"incidents: [{opened: 2026-06-30T23:59Z, acknowledged: 2026-07-01T00:30+01:00,"
		" resolved: 2026-07-01T00:00Z, debriefed: 2026-06-30, settled: 2026-07-01}]\n",
		"2026-06-30");
	incident = LIST_ITEMS(struct incident, scene.partner->incidents);
	assert_true(view_time_by(&scene.view, incident->opened));
	assert_true(view_time_by(&scene.view, incident->acknowledged));
	assert_false(view_time_by(&scene.view, incident->resolved));
	assert_true(view_by(&scene.view, incident->debriefed));
	assert_false(view_by(&scene.view, incident->settled));
	assert_false(view_by(&scene.view, incident->claimed));
	scene_close(&scene);
}

/* R18, R20, R66. */
static void a_partnership_is_young_until_its_grace_ends(void **state)
{
	static const struct {
		const char *records, *as_of;
		bool young;
	} rows[] = {
		{"since: 2025-07-01\n", "2026-06-30", true},
		{"since: 2025-06-30\n", "2026-06-30", false},
		{"since: 2024-02-29\n", "2025-02-27", true},
		{"since: 2024-02-29\n", "2025-02-28", false},
		{"since: 2027-01-01\n", "2026-06-30", true},
		{"contract: {start: 2026-01-01}\n", "2026-06-30", true},
		{"since: 2020-01-01\ncontract: {start: 2026-01-01}\n", "2026-06-30", false},
		{"contract: {end: 2026-12-31}\n", "2026-06-30", false},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct scene scene;

		scene_open_as_of(&scene, rows[i].records, rows[i].as_of);
		assert_int_equal(view_onboarding(&scene.view), rows[i].young);
		scene_close(&scene);
	}
}

static void holidays_are_those_of_the_policy_and_of_the_file(void **state)
{
	struct measure_row row = {
		.records = "exit: {holidays: [2026-12-24, 2026-01-01]}\n",
		.policy = "exit: {holidays: [2026-12-25]}\n",
	};
	struct scene scene;

	(void)state;
	scene_open(&scene, &row);
	assert_int_equal(scene.view.calendar.n, 3);
	assert_false(calendar_is_business_day(&scene.view.calendar, day("2026-01-01")));
	assert_false(calendar_is_business_day(&scene.view.calendar, day("2026-12-24")));
	assert_false(calendar_is_business_day(&scene.view.calendar, day("2026-12-25")));
	assert_true(calendar_is_business_day(&scene.view.calendar, day("2026-12-23")));
	scene_close(&scene);
}

/* ---- goals, R9 ---- */

static void a_goal_starts_on_the_first_day_that_dates_it(void **state)
{
	static const struct {
		const char *records, *start;
	} rows[] = {
		{"since: 2020-01-01\ngoals: [{start: 2026-02-01, shared: 2026-01-01}]\n",
			"2026-02-01"},
		{"since: 2020-01-01\ngoals: [{shared: 2026-01-01}]\n", "2026-01-01"},
		{"since: 2020-01-01\ncontract: {start: 2021-01-01}\ngoals: [{id: g}]\n",
			"2020-01-01"},
		{"contract: {start: 2021-01-01}\n"
		 "goals: [{observations: [{date: 2019-01-01, value: 1}]}]\n",
			"2021-01-01"},
		{"goals: [{observations: [{date: 2026-03-01, value: 2},"
		 " {date: 2026-02-01, value: 1}]}]\n",
			"2026-02-01"},
		{"goals: [{id: g}]\n", "none"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct scene scene;

		scene_open_as_of(&scene, rows[i].records, "2026-06-30");
		assert_day(goal_start(&scene.view, goal_at(&scene, 0)), rows[i].start);
		scene_close(&scene);
	}
}

static void a_goal_is_active_from_start_to_due(void **state)
{
	static const struct {
		const char *goal;
		bool in_window, now;
	} rows[] = {
		{"{start: 2026-06-30, due: 2026-12-31}", true, true},
		{"{start: 2026-07-01, due: 2026-12-31}", false, false},
		{"{start: 2025-01-01, due: 2026-06-30}", true, true},
		{"{start: 2025-01-01, due: 2026-06-29}", true, false},
		{"{start: 2025-01-01, due: 2025-07-01}", true, false},
		{"{start: 2025-01-01, due: 2025-06-30}", false, false},
		{"{start: 2025-01-01}", true, true},
		{"{title: dated by nothing}", true, true},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		char text[100];
		struct scene scene;

		snprintf(text, sizeof(text), "goals: [%s]\n", rows[i].goal);
		scene_open_as_of(&scene, text, "2026-06-30");
		assert_int_equal(
			goal_active_in_window(&scene.view, goal_at(&scene, 0)), rows[i].in_window);
		assert_int_equal(goal_active_now(&scene.view, goal_at(&scene, 0)), rows[i].now);
		scene_close(&scene);
	}
}

static void a_goal_is_reviewed_by_itself_or_by_a_touchpoint(void **state)
{
	static const struct {
		const char *records, *reviewed;
	} rows[] = {
		{"goals: [{id: g}]\n", "none"},
		{"goals: [{id: g, reviewed: [2026-03-01, 2026-02-01, 2026-07-01]}]\n",
			"2026-03-01"},
		{"goals: [{id: g, reviewed: [2026-03-01]}]\n"
		 "touchpoints: [{date: 2026-04-01, goals: [h, g]}, {date: 2026-05-01, goals: [h]},"
		 " {date: 2026-07-01, goals: [g]}]\n",
			"2026-04-01"},
		{"goals: [{reviewed: [2026-03-01]}]\ntouchpoints: [{date: 2026-04-01, goals: [g]}]\n",
			"2026-03-01"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct scene scene;

		scene_open_as_of(&scene, rows[i].records, "2026-06-30");
		assert_day(goal_reviewed(&scene.view, goal_at(&scene, 0)), rows[i].reviewed);
		scene_close(&scene);
	}
}

/* ---- milestones ---- */

/* R8: only what the other side asked for changes the day that counts. */
static void a_due_day_moves_only_at_the_other_sides_request(void **state)
{
	static const struct {
		const char *milestone, *due, *current;
	} rows[] = {
		{"{due: 2026-03-01}", "2026-03-01", "2026-03-01"},
		{"{moved: [{on: 2026-02-01, to: 2026-04-01}]}", "none", "2026-04-01"},
		/* Its own, whether said or not. */
		{"{due: 2026-03-01, moved: [{on: 2026-02-01, to: 2026-04-01}]}", "2026-03-01",
			"2026-04-01"},
		{"{due: 2026-03-01, moved: [{on: 2026-02-01, to: 2026-04-01, asked_by: partner}]}",
			"2026-03-01", "2026-04-01"},
		{"{due: 2026-03-01, moved: [{on: 2026-02-01, to: 2026-04-01, asked_by: us}]}",
			"2026-04-01", "2026-04-01"},
		{"{by: us, due: 2026-03-01, moved: [{on: 2026-02-01, to: 2026-04-01, asked_by: us}]}",
			"2026-03-01", "2026-04-01"},
		/* Not yet on D. */
		{"{due: 2026-03-01, moved: [{on: 2026-07-01, to: 2026-08-01, asked_by: us}]}",
			"2026-03-01", "2026-03-01"},
		/* The last one by its day, of one day the later in the list. */
		{"{due: 2026-03-01, moved: [{on: 2026-02-03, to: 2026-06-01, asked_by: us},"
		 " {on: 2026-02-01, to: 2026-04-01, asked_by: us}]}",
			"2026-06-01", "2026-06-01"},
		{"{due: 2026-03-01, moved: [{on: 2026-02-01, to: 2026-06-01, asked_by: us},"
		 " {on: 2026-02-01, to: 2026-04-01, asked_by: us}]}",
			"2026-04-01", "2026-04-01"},
		{"{due: 2026-03-01, moved: [{on: 2026-02-01, to: 2026-04-01, asked_by: us},"
		 " {on: 2026-03-20, to: 2026-05-01}]}",
			"2026-04-01", "2026-05-01"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		char text[250];
		struct scene scene;

		snprintf(text, sizeof(text), "milestones: [%s]\n", rows[i].milestone);
		scene_open_as_of(&scene, text, "2026-06-30");
		assert_day(milestone_due(&scene.view, milestone_at(&scene, 0)), rows[i].due);
		assert_day(milestone_current_due(&scene.view, milestone_at(&scene, 0)),
			rows[i].current);
		scene_close(&scene);
	}
}

static void a_milestone_is_open_between_promise_and_end(void **state)
{
	static const struct {
		const char *milestone;
		bool open;
	} rows[] = {
		{"{due: 2026-03-01}", true},
		{"{promised: 2026-06-30}", true},
		{"{promised: 2026-07-01}", false},
		{"{promised: 2026-01-01, delivered: 2026-06-30}", false},
		{"{promised: 2026-01-01, delivered: 2026-07-01}", true},
		{"{promised: 2026-01-01, cancelled: 2026-06-30}", false},
		{"{promised: 2026-01-01, cancelled: 2026-07-01}", true},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		char text[100];
		struct scene scene;

		snprintf(text, sizeof(text), "milestones: [%s]\n", rows[i].milestone);
		scene_open_as_of(&scene, text, "2026-06-30");
		assert_int_equal(
			milestone_open(&scene.view, milestone_at(&scene, 0)), rows[i].open);
		scene_close(&scene);
	}
}

/* ---- the plan ---- */

static void a_plan_is_reviewed_so_long_after_its_newest_review(void **state)
{
	static const struct {
		const char *plan, *as_of, *review;
	} rows[] = {
		{"problem: x\n", "2026-06-30", "none"},
		{"plan: {review_every: 6mo}\n", "2026-06-30", "none"},
		{"plan: {agreed: 2026-06-30}\n", "2026-06-29", "none"},
		{"plan: {agreed: 2026-06-30}\n", "2026-06-30", "2027-06-30"},
		{"plan: {agreed: 2024-02-29}\n", "2026-06-30", "2025-02-28"},
		{"plan: {agreed: 2025-08-31, review_every: 6mo}\n", "2026-06-30", "2026-02-28"},
		{"plan: {reviewed: [2026-03-01], review_every: 1mo}\n", "2026-06-30", "2026-04-01"},
		{("plan: {agreed: 2025-01-01, reviewed: [2026-03-01, 2025-06-01, 2026-07-01],"
		  " review_every: 30d}\n"),
			"2026-06-30", "2026-03-31"},
		{"plan: {agreed: 2026-02-01, reviewed: [2026-01-01]}\n", "2026-06-30",
			"2027-02-01"},
		/* One of the business days after Friday is a holiday. */
		{("plan: {agreed: 2026-06-26, review_every: 2bd}\n"
		  "exit: {holidays: [2026-06-29]}\n"),
			"2026-06-30", "2026-07-01"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct scene scene;

		scene_open_as_of(&scene, rows[i].plan, rows[i].as_of);
		assert_day(view_plan_review(&scene.view), rows[i].review);
		scene_close(&scene);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_window_is_counted_in_calendar_months),
		cmocka_unit_test(an_ended_partnership_is_seen_on_its_last_day),
		cmocka_unit_test(what_had_not_happened_does_not_exist),
		cmocka_unit_test(a_partnership_is_young_until_its_grace_ends),
		cmocka_unit_test(holidays_are_those_of_the_policy_and_of_the_file),
		cmocka_unit_test(a_goal_starts_on_the_first_day_that_dates_it),
		cmocka_unit_test(a_goal_is_active_from_start_to_due),
		cmocka_unit_test(a_goal_is_reviewed_by_itself_or_by_a_touchpoint),
		cmocka_unit_test(a_due_day_moves_only_at_the_other_sides_request),
		cmocka_unit_test(a_milestone_is_open_between_promise_and_end),
		cmocka_unit_test(a_plan_is_reviewed_so_long_after_its_newest_review),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
