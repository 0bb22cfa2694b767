/* Networks that cannot be solved, or only just: cycles, long chains, the ends of the calendar. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "measured.h"
#include "solved.h"

/* Monday, 5 January 2026. */
#define START "2026-01-05"

static void three_in_a_cycle_are_named(void **state)
{
	static const struct network_row rows[] = {
		{"outside", "1d", .after = NULL},
		{"a", "1d", .after = "outside b"},
		{"b", "1d", .after = "c"},
		{"c", "1d", .after = "outside a"},
		{"after", "1d", .after = "c"},
	};
	struct solved solved;

	(void)state;
	assert_false(SOLVE(&solved, START, rows));
	/* each waits for the one before it, the first for the last */
	assert_cycle(&solved, "c b a");
	solved_close(&solved);
}

static void what_waits_for_itself_is_a_cycle(void **state)
{
	static const struct network_row rows[] = {
		{"a", "1d", .after = NULL},
		{"b", "1d", .after = "a b"},
	};
	struct solved solved;

	(void)state;
	assert_false(SOLVE(&solved, START, rows));
	assert_cycle(&solved, "b");
	solved_close(&solved);
}

static void a_cycle_through_what_is_passed_is_one(void **state)
{
	static const struct network_row rows[] = {
		{"a", "1d", .after = "gone"},
		{"gone", "1d", .after = "a", .state = ROW_PASSED},
	};
	struct solved solved;

	(void)state;
	assert_false(SOLVE(&solved, START, rows));
	assert_cycle(&solved, "gone a");
	solved_close(&solved);
}

static void waiting_twice_for_the_same_is_no_cycle(void **state)
{
	static const struct network_row rows[] = {
		{"a", "1d", .after = NULL},
		{"b", "1d", .after = "a a"},
	};
	struct solved solved;

	(void)state;
	assert_true(SOLVE(&solved, START, rows));
	assert_null(solved.network.cycle);
	assert_path(&solved, "a b");
	solved_close(&solved);
}

static void a_network_of_nothing_is_finished_at_once(void **state)
{
	struct solved solved;

	(void)state;
	assert_true(solved_open(&solved, START, NULL, 0));
	assert_int_equal(solved.network.finish, day(START));
	assert_path(&solved, "");
	solved_close(&solved);
}

/* `n` activities of a day, each waiting for the one after it in the list; and a fan of as many. */
static struct network long_chain(struct arena *arena, size_t n)
{
	struct activity *activities = arena_array(arena, 2 * n, sizeof(*activities));
	size_t *after = arena_array(arena, 2 * n, sizeof(*after));

	for (size_t i = 0; i < 2 * n; i++) {
		after[i] = i < n ? i + 1 : 0;
		activities[i] = (struct activity){
			.takes = {i < n, DURATION_DAYS},
			.not_before = DATE_NONE,
			.finish_by = DATE_NONE,
			.after = &after[i],
			.n_after = i != n - 1,
		};
	}
	return (struct network){.activities = activities, .n = 2 * n, .start = day(START)};
}

static void assert_chain(size_t n)
{
	struct arena arena = {0};
	struct network network = long_chain(&arena, n);

	assert_true(network_solve(&network, &arena));
	assert_int_equal(network.finish - network.start, n);
	/* from the end of the list to its beginning, and on to the first of the fan */
	assert_int_equal(network.n_path, n + 1);
	assert_int_equal(network.path[0], n - 1);
	assert_int_equal(network.path[n - 1], 0);
	assert_int_equal(network.path[n], n);
	for (size_t i = 0; i < 2 * n; i++)
		assert_true(network.activities[i].critical);
	arena_free(&arena);
}

static void chains_may_be_long(void **state)
{
	(void)state;
	assert_chain(500);
	assert_chain(100000);
}

static void days_beyond_the_calendar_are_its_last(void **state)
{
	static const struct network_row rows[] = {
		{"a", "100000w", .after = NULL},
		{"b", "100000y", .after = "a"},
		{"c", "100000bd", .after = "b"},
		{"d", "100000bd", .after = "c", .business = true, .due = "0001-01-01"},
	};
	struct solved solved;

	(void)state;
	assert_true(SOLVE(&solved, "9999-12-30", rows));
	assert_int_equal(solved.network.finish, DATE_MAX);
	assert_int_equal(solved.network.activities[3].late_start, DATE_MIN);
	solved_close(&solved);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(three_in_a_cycle_are_named),
		cmocka_unit_test(what_waits_for_itself_is_a_cycle),
		cmocka_unit_test(a_cycle_through_what_is_passed_is_one),
		cmocka_unit_test(waiting_twice_for_the_same_is_no_cycle),
		cmocka_unit_test(a_network_of_nothing_is_finished_at_once),
		cmocka_unit_test(chains_may_be_long),
		cmocka_unit_test(days_beyond_the_calendar_are_its_last),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
