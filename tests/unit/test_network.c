/* The critical path method: published figures, and what is critical. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "measured.h"
#include "solved.h"

/* Monday, 5 January 2026. */
#define START "2026-01-05"

/* ---- published figures ---- */

/* Heizer and Render, Operations Management: Milwaukee Paper Manufacturing. */
static const struct network_row paper[] = {
	{"A", "2d", .after = NULL},
	{"B", "3d", .after = NULL},
	{"C", "2d", .after = "A"},
	{"D", "4d", .after = "A B"},
	{"E", "4d", .after = "C"},
	{"F", "3d", .after = "C"},
	{"G", "5d", .after = "D E"},
	{"H", "2d", .after = "F G"},
};

/* Early start and finish, late start and finish, slack; in days from the start. */
static const int paper_figures[][5] = {
	{0, 2, 0, 2, 0},
	{0, 3, 1, 4, 1},
	{2, 4, 2, 4, 0},
	{3, 7, 4, 8, 1},
	{4, 8, 4, 8, 0},
	{4, 7, 10, 13, 6},
	{8, 13, 8, 13, 0},
	{13, 15, 13, 15, 0},
};

static void assert_paper(const struct network *network)
{
	for (size_t i = 0; i < COUNT_OF(paper); i++) {
		const struct activity *activity = &network->activities[i];
		const int *figures = paper_figures[i];

		assert_int_equal(activity->early_start - network->start, figures[0]);
		assert_int_equal(activity->early_finish - network->start, figures[1]);
		assert_int_equal(activity->late_start - network->start, figures[2]);
		assert_int_equal(activity->late_finish - network->start, figures[3]);
		assert_int_equal(activity_slack(activity), figures[4]);
	}
	assert_int_equal(network->finish - network->start, 15);
}

static void a_published_network_comes_out_as_published(void **state)
{
	struct solved solved;

	(void)state;
	assert_true(SOLVE(&solved, START, paper));
	assert_paper(&solved.network);
	assert_critical(&solved, "A C E G H");
	assert_path(&solved, "A C E G H");
	solved_close(&solved);
}

static void the_order_of_the_list_changes_nothing(void **state)
{
	struct network_row rows[COUNT_OF(paper)];
	struct solved solved;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(paper); i++)
		rows[i] = paper[COUNT_OF(paper) - 1 - i];
	assert_true(SOLVE(&solved, START, rows));
	assert_path(&solved, "A C E G H");
	assert_days(&solved, "F", "2026-01-09 2026-01-12 2026-01-15 2026-01-18");
	solved_close(&solved);
}

static void weeks_and_hours_are_days(void **state)
{
	static const struct network_row rows[] = {
		{"week", "1w", .after = NULL},
		{"hours", "25h", .after = "week"},
	};
	struct solved solved;

	(void)state;
	assert_true(SOLVE(&solved, START, rows));
	assert_days(&solved, "hours", "2026-01-12 2026-01-14 2026-01-12 2026-01-14");
	solved_close(&solved);
}

/* ---- what is critical ---- */

static void of_chains_as_long_the_first_is_the_path(void **state)
{
	static const struct network_row rows[] = {
		{"a", "1d", .after = NULL},
		{"b", "3d", .after = NULL},
		{"c", "3d", .after = NULL},
		{"d", "1d", .after = "c b"},
		{"e", "1d", .after = "c b"},
	};
	struct solved solved;

	(void)state;
	assert_true(SOLVE(&solved, START, rows));
	assert_critical(&solved, "b c d e");
	assert_path(&solved, "b d");
	solved_close(&solved);
}

static void a_point_in_time_costs_nothing_and_may_be_critical(void **state)
{
	static const struct network_row rows[] = {
		{"a", "2d", .after = NULL},
		{"point", "0d", .after = "a"},
		{"b", "2d", .after = "point"},
	};
	struct solved solved;

	(void)state;
	assert_true(SOLVE(&solved, START, rows));
	assert_days(&solved, "point", "2026-01-07 2026-01-07 2026-01-07 2026-01-07");
	assert_path(&solved, "a point b");
	solved_close(&solved);
}

static void a_chain_ends_where_a_day_is_fixed(void **state)
{
	static const struct network_row rows[] = {
		{"a", "2d", .after = NULL},
		{"b", "2d", .after = "a", .fixed = "2026-01-09"},
		{"c", "2d", .after = "b"},
	};
	struct solved solved;

	(void)state;
	assert_true(SOLVE(&solved, START, rows));
	assert_days(&solved, "b", "2026-01-09 2026-01-11 2026-01-09 2026-01-11");
	assert_days(&solved, "a", "2026-01-05 2026-01-07 2026-01-07 2026-01-09");
	assert_critical(&solved, "b c");
	assert_path(&solved, "b c");
	solved_close(&solved);
}

static void a_fixed_day_that_is_past_anyway_changes_nothing(void **state)
{
	static const struct network_row rows[] = {
		{"a", "2d", .after = NULL, .fixed = "2020-01-01"},
		{"b", "2d", .after = "a", .fixed = "2026-01-07"},
	};
	struct solved solved;

	(void)state;
	assert_true(SOLVE(&solved, START, rows));
	assert_days(&solved, "b", "2026-01-07 2026-01-09 2026-01-07 2026-01-09");
	assert_path(&solved, "a b");
	solved_close(&solved);
}

static void what_must_end_too_early_is_critical(void **state)
{
	static const struct network_row rows[] = {
		{"before", "3d", .after = NULL},
		{"late", "2d", .after = "before", .due = "2026-01-09"},
		{"long", "30d", .after = NULL},
	};
	struct solved solved;

	(void)state;
	assert_true(SOLVE(&solved, START, rows));
	assert_days(&solved, "late", "2026-01-08 2026-01-10 2026-01-07 2026-01-09");
	assert_int_equal(activity_slack(&solved.network.activities[1]), -1);
	assert_int_equal(activity_slack(&solved.network.activities[0]), -1);
	assert_critical(&solved, "before late long");
	assert_path(&solved, "long");
	solved_close(&solved);
}

static void an_end_that_is_allowed_leaves_slack(void **state)
{
	static const struct network_row rows[] = {
		{"a", "2d", .after = NULL, .due = "2026-01-10"},
		{"long", "30d", .after = NULL},
	};
	struct solved solved;

	(void)state;
	assert_true(SOLVE(&solved, START, rows));
	assert_days(&solved, "a", "2026-01-05 2026-01-07 2026-01-08 2026-01-10");
	assert_critical(&solved, "long");
	solved_close(&solved);
}

/* ---- done, passed, apart ---- */

static void what_is_done_is_behind_us(void **state)
{
	static const struct network_row rows[] = {
		{"open", "3d", .after = NULL},
		{"done", "90d", .after = "open", .state = ROW_DONE},
		{"next", "2d", .after = "done"},
		{"long", "9d", .after = NULL},
	};
	struct solved solved;

	(void)state;
	assert_true(SOLVE(&solved, START, rows));
	assert_days(&solved, "next", "2026-01-05 2026-01-07 2026-01-12 2026-01-14");
	/* what is done waits for nothing any more, and so hurries nothing */
	assert_days(&solved, "open", "2026-01-05 2026-01-08 2026-01-11 2026-01-14");
	assert_int_equal(solved.network.activities[1].early_finish, day(START));
	assert_critical(&solved, "long");
	solved_close(&solved);
}

static void what_is_done_is_never_critical(void **state)
{
	static const struct network_row rows[] = {
		{"done", "5d", .after = NULL, .due = "2026-01-01", .state = ROW_DONE},
		{"next", "2d", .after = "done"},
	};
	struct solved solved;

	(void)state;
	assert_true(SOLVE(&solved, START, rows));
	assert_critical(&solved, "next");
	assert_path(&solved, "next");
	solved_close(&solved);
}

static void what_is_passed_hands_on_what_it_waits_for(void **state)
{
	static const struct network_row rows[] = {
		{"a", "2d", .after = NULL},
		{"b", "4d", .after = NULL},
		{"gone", "90d", .after = "a b", .fixed = "2027-01-01", .state = ROW_PASSED},
		{"gone-too", "90d", .after = "gone", .state = ROW_PASSED},
		{"c", "1d", .after = "gone-too"},
	};
	struct solved solved;

	(void)state;
	assert_true(SOLVE(&solved, START, rows));
	assert_days(&solved, "c", "2026-01-09 2026-01-10 2026-01-09 2026-01-10");
	assert_days(&solved, "a", "2026-01-05 2026-01-07 2026-01-07 2026-01-09");
	assert_critical(&solved, "b c");
	assert_path(&solved, "b c");
	solved_close(&solved);
}

static void what_is_apart_is_dated_and_hinders_nobody(void **state)
{
	static const struct network_row rows[] = {
		{"a", "2d", .after = NULL},
		{"apart", "0d", .after = "a", .fixed = "2026-06-01", .state = ROW_APART},
		{"b", "1d", .after = "apart"},
	};
	struct solved solved;

	(void)state;
	assert_true(SOLVE(&solved, START, rows));
	assert_days(&solved, "apart", "2026-06-01 2026-06-01 none none");
	assert_days(&solved, "b", "2026-01-07 2026-01-08 2026-01-07 2026-01-08");
	assert_int_equal(solved.network.finish, day("2026-01-08"));
	assert_critical(&solved, "a b");
	assert_path(&solved, "a b");
	solved_close(&solved);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_published_network_comes_out_as_published),
		cmocka_unit_test(the_order_of_the_list_changes_nothing),
		cmocka_unit_test(weeks_and_hours_are_days),
		cmocka_unit_test(of_chains_as_long_the_first_is_the_path),
		cmocka_unit_test(a_point_in_time_costs_nothing_and_may_be_critical),
		cmocka_unit_test(a_chain_ends_where_a_day_is_fixed),
		cmocka_unit_test(a_fixed_day_that_is_past_anyway_changes_nothing),
		cmocka_unit_test(what_must_end_too_early_is_critical),
		cmocka_unit_test(an_end_that_is_allowed_leaves_slack),
		cmocka_unit_test(what_is_done_is_behind_us),
		cmocka_unit_test(what_is_done_is_never_critical),
		cmocka_unit_test(what_is_passed_hands_on_what_it_waits_for),
		cmocka_unit_test(what_is_apart_is_dated_and_hinders_nobody),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
