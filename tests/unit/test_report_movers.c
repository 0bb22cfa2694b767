/* Who has moved since S. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "filed.h"
#include "measured.h"
#include "partner/report.h"

#define THEN "2026-03-30"

/* Adds a partner with its past. */
static void add_move(struct filed *filed, const char *id, double then, double now)
{
	filed_add_score(filed, id, then, THEN);
	filed_add_score(filed, id, now, NULL);
}

static const struct report_movers *movers_of(struct filed *filed)
{
	filed_done(filed);
	return report_movers(&filed->portfolio);
}

static void put_movers(struct buffer *text, struct array list)
{
	const struct report_mover *movers = list.items;

	for (size_t i = 0; i < list.n; i++)
		buffer_printf(text, "%s %g: %g %s to %g %s\n", movers[i].name, movers[i].delta,
			movers[i].from->score, movers[i].from->grade, movers[i].to->score,
			movers[i].to->grade);
}

/* Closes the portfolio; falls, then rises, then the counts. */
static void expect(struct filed *filed, const char *expected)
{
	const struct report_movers *movers = movers_of(filed);
	struct buffer text = {0};

	put_movers(&text, movers->falls);
	put_movers(&text, movers->rises);
	buffer_printf(&text, "still %lld, new %lld, gone %lld of %lld", (long long)movers->still,
		(long long)movers->newly_graded, (long long)movers->no_longer_graded,
		(long long)movers->compared);
	assert_string_equal(buffer_keep(&text, &filed->arena), expected);
	filed_close(filed);
}

static void expect_move(double then, double now, const char *expected)
{
	struct filed filed;

	filed_open(&filed);
	add_move(&filed, "a", then, now);
	expect(&filed, expected);
}

/* As printed, whatever the machine makes of the difference. */
static void from_two_points_on_it_is_a_move(void **state)
{
	(void)state;
	expect_move(64.1, 62.1, "A -2: 64.1 C to 62.1 C\nstill 0, new 0, gone 0 of 1");
	expect_move(62.1, 64.1, "A 2: 62.1 C to 64.1 C\nstill 0, new 0, gone 0 of 1");
	expect_move(64.1, 62.2, "still 1, new 0, gone 0 of 1");
	expect_move(57.6, 53.6, "A -4: 57.6 C to 53.6 D\nstill 0, new 0, gone 0 of 1");
	expect_move(60, 60, "still 1, new 0, gone 0 of 1");
}

static void without_two_grades_nobody_moves(void **state)
{
	(void)state;
	expect_move(NAN, 60, "still 0, new 1, gone 0 of 1");
	expect_move(60, NAN, "still 0, new 0, gone 1 of 1");
	expect_move(NAN, NAN, "still 0, new 0, gone 0 of 1");
}

static void without_a_past_nobody_is_compared(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	filed_add_score(&filed, "a", 60, NULL);
	filed_add_score(&filed, "b", 90, "2026-04-15");
	filed_add_score(&filed, "b", 60, NULL);
	expect(&filed, "still 0, new 0, gone 0 of 0");
}

static void the_largest_comes_first_of_equals_the_worse(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add_move(&filed, "a", 60, 57);
	add_move(&filed, "b", 60.1, 57.1);
	add_move(&filed, "c", 80, 70);
	add_move(&filed, "d", 50.1, 47.1);
	add_move(&filed, "e", 60, 64);
	add_move(&filed, "f", 70.3, 74.3);
	add_move(&filed, "g", 20, 80);
	add_move(&filed, "h", 20, 21);
	expect(&filed,
		"C -10: 80 B to 70 B\nD -3: 50.1 D to 47.1 D\nA -3: 60 C to 57 C\n"
		"B -3: 60.1 C to 57.1 C\n"
		"G 60: 20 F to 80 B\nE 4: 60 C to 64 C\nF 4: 70.3 B to 74.3 B\n"
		"still 1, new 0, gone 0 of 8");
}

static void lists_are_uncut(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	for (int i = 0; i < 12; i++)
		add_move(&filed, arena_printf(&filed.arena, "p%d", i), 60, 50);
	assert_int_equal(movers_of(&filed)->falls.n, 12);
	filed_close(&filed);
}

/* Adds a partner with its past, and one measure that tells why it moved. */
static void add_told(struct filed *filed, const char *id, double then, double now)
{
	for (int i = 0; i < 2; i++) {
		double score = i ? now : then;
		struct scorecard *card = filed_card(filed, id, score);
		struct card_criterion *criterion = filed_criterion(filed, card, "value", score);

		if (!i)
			card->as_of = day(THEN);
		criterion->weight = 1;
		filed_measure(filed, criterion, "goal-attainment", score);
		filed_add(filed, card);
	}
}

/* Each of `told` movers, and no more, has a cause. */
static void check_told(struct array list, size_t told)
{
	const struct report_mover *movers = list.items;

	assert_int_equal(list.n, 7);
	for (size_t i = 0; i < list.n; i++)
		assert_int_equal(movers[i].cause != NULL, i < told);
}

static void check_causes(bool all, size_t told)
{
	const struct report_movers *movers;
	struct filed filed;

	filed_open(&filed);
	filed.portfolio.options.uncut = all;
	for (int i = 0; i < 7; i++) {
		add_told(&filed, arena_printf(&filed.arena, "f%d", i), 60, 50 - i);
		add_told(&filed, arena_printf(&filed.arena, "r%d", i), 60, 70 + i);
	}
	movers = movers_of(&filed);
	check_told(movers->falls, told);
	check_told(movers->rises, told);
	filed_close(&filed);
}

static void the_first_are_explained_unless_all_are_asked_for(void **state)
{
	(void)state;
	check_causes(false, MOVERS_EXPLAINED);
	check_causes(true, 7);
}

static void a_line_says_whose_it_is(void **state)
{
	const struct report_mover *mover;
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add_move(&filed, "a", 60, 50);
	mover = movers_of(&filed)->falls.items;
	assert_string_equal(mover->partner, "a");
	assert_int_equal(mover->from->as_of, day(THEN));
	assert_int_equal(mover->to->as_of, day("2026-06-30"));
	assert_ptr_equal(mover->member, filed_member(&filed, "a"));
	assert_null(mover->cause);
	filed_close(&filed);
}

/* Then nothing tells why. */
static void cards_need_not_be_kept(void **state)
{
	const struct report_mover *mover;
	struct filed filed;

	(void)state;
	filed_open_at(&filed, NULL, NULL, KEEP_NOTHING);
	add_move(&filed, "a", 60, 50);
	mover = movers_of(&filed)->falls.items;
	assert_float_equal(mover->delta, -10, 0);
	assert_null(mover->cause);
	filed_close(&filed);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(from_two_points_on_it_is_a_move),
		cmocka_unit_test(without_two_grades_nobody_moves),
		cmocka_unit_test(without_a_past_nobody_is_compared),
		cmocka_unit_test(the_largest_comes_first_of_equals_the_worse),
		cmocka_unit_test(lists_are_uncut),
		cmocka_unit_test(the_first_are_explained_unless_all_are_asked_for),
		cmocka_unit_test(a_line_says_whose_it_is),
		cmocka_unit_test(cards_need_not_be_kept),
	};

	return cmocka_run_group_tests_name("report movers", tests, NULL, NULL);
}
