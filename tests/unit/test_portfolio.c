/* Portfolios: which cards count on which day, and who they are about. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "filed.h"
#include "measured.h"

static void assert_ids(struct filed *filed, const struct members *members, const char *expected)
{
	assert_string_equal(filed_ids(filed, members), expected);
}

/* The scores of the card that counts and of its past, NaN without one. */
static void assert_scores(const struct filed *filed, const char *id, double now, double then)
{
	const struct member *member = filed_member(filed, id);

	assert_true(member->score == now);
	if (isnan(then))
		assert_null(member->past);
	else
		assert_true(member->past && member->past->score == then);
}

/* Three days of one partner: 50, 60 and 70 at the ends of quarters. */
static void add_three(struct filed *filed)
{
	filed_add_score(filed, "a", 60, "2026-03-31");
	filed_add_score(filed, "a", 70, "2026-06-30");
	filed_add_score(filed, "a", 50, "2025-12-31");
}

/* ---- days ---- */

static void the_newest_card_counts(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add_three(&filed);
	filed_done(&filed);
	assert_day(filed.portfolio.as_of, "2026-06-30");
	assert_day(filed.portfolio.since, "2026-03-30");
	assert_int_equal(filed.portfolio.all.n, 1);
	assert_scores(&filed, "a", 70, 50);
	filed_close(&filed);
}

static void cards_after_the_day_are_ignored(void **state)
{
	struct filed filed;

	(void)state;
	filed_open_at(&filed, "2026-06-29", NULL, KEEP_NOTHING);
	add_three(&filed);
	filed_add_score(&filed, "later", 40, "2026-06-30");
	filed_done(&filed);
	assert_day(filed.portfolio.as_of, "2026-06-29");
	assert_ids(&filed, &filed.portfolio.all, "a");
	assert_scores(&filed, "a", 60, 50);
	filed_close(&filed);
}

static void the_day_may_be_after_all_cards(void **state)
{
	struct filed filed;

	(void)state;
	filed_open_at(&filed, "2027-01-31", "2026-03-31", KEEP_NOTHING);
	add_three(&filed);
	filed_done(&filed);
	assert_day(filed.portfolio.as_of, "2027-01-31");
	assert_scores(&filed, "a", 70, 60);
	filed_close(&filed);
}

static void three_months_before_are_of_the_calendar(void **state)
{
	struct filed filed;

	(void)state;
	filed_open_at(&filed, "2026-05-31", NULL, KEEP_NOTHING);
	filed_add_score(&filed, "a", 60, "2026-02-28");
	filed_add_score(&filed, "a", 70, "2026-05-31");
	filed_done(&filed);
	assert_day(filed.portfolio.since, "2026-02-28");
	assert_scores(&filed, "a", 70, 60);
	filed_close(&filed);
}

static void a_card_is_never_its_own_past(void **state)
{
	struct filed filed;

	(void)state;
	filed_open_at(&filed, "2026-06-30", "2026-06-30", KEEP_NOTHING);
	add_three(&filed);
	filed_add_score(&filed, "b", 60, "2026-01-31");
	filed_done(&filed);
	assert_scores(&filed, "a", 70, NAN);
	assert_scores(&filed, "b", 60, NAN);
	filed_close(&filed);
}

static void of_equal_days_the_last_one_counts(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	filed_add_score(&filed, "a", 30, "2026-03-30");
	filed_add_score(&filed, "a", 10, "2026-06-30");
	filed_add_score(&filed, "a", 20, "2026-06-30");
	filed_add_score(&filed, "a", 40, "2026-03-30");
	filed_done(&filed);
	assert_scores(&filed, "a", 20, 40);
	filed_close(&filed);
}

/* Two cards of the day S == D are no past of each other. */
static void equal_days_are_no_past(void **state)
{
	struct filed filed;

	(void)state;
	filed_open_at(&filed, NULL, "2026-06-30", KEEP_NOTHING);
	filed_add_score(&filed, "a", 10, "2026-06-30");
	filed_add_score(&filed, "a", 20, "2026-06-30");
	filed_done(&filed);
	assert_scores(&filed, "a", 20, NAN);
	filed_close(&filed);
}

static void nobody_has_no_day(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	filed_done(&filed);
	assert_int_equal(filed.portfolio.as_of, DATE_NONE);
	assert_int_equal(filed.portfolio.all.n, 0);
	assert_int_equal(filed.portfolio.partners.n, 0);
	assert_int_equal(filed.portfolio.common, 0);
	filed_close(&filed);
}

/* ---- who ---- */

static void sides_are_apart(void **state)
{
	struct filed filed;
	struct scorecard *us;

	(void)state;
	filed_open(&filed);
	filed_add_score(&filed, "a", 60, "2026-03-01");
	filed_add_score(&filed, "a", 70, NULL);
	us = filed_card(&filed, "a", 80);
	us->side = SIDE_US;
	us->standing = STANDING_NONE;
	filed_add(&filed, us);
	filed_done(&filed);
	assert_ids(&filed, &filed.portfolio.all, "a a");
	assert_ids(&filed, &filed.portfolio.partners, "a");
	assert_scores(&filed, "a", 70, 60);
	assert_int_equal(filed.portfolio.all.items[1]->side, SIDE_US);
	assert_null(filed.portfolio.all.items[1]->past);
	filed_close(&filed);
}

static void we_are_no_partner(void **state)
{
	struct filed filed;
	struct scorecard *self;

	(void)state;
	filed_open(&filed);
	self = filed_card(&filed, "we", 90);
	self->kind = "self";
	self->side = SIDE_US;
	filed_add(&filed, self);
	filed_add_score(&filed, "a", 70, NULL);
	filed_done(&filed);
	assert_ids(&filed, &filed.portfolio.all, "we a");
	assert_ids(&filed, &filed.portfolio.selves, "we");
	assert_ids(&filed, &filed.portfolio.partners, "a");
	assert_true(filed.portfolio.selves.items[0]->self);
	filed_close(&filed);
}

static void add_ended(struct filed *filed, const char *id, const char *on)
{
	struct scorecard *card = filed_card(filed, id, 60);

	card->ended = day(on);
	card->standing = STANDING_NONE;
	filed_add(filed, card);
}

static void the_ended_are_apart_by_id(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add_ended(&filed, "z", "2026-05-31");
	filed_add_score(&filed, "m", 70, NULL);
	add_ended(&filed, "a", "2026-06-30");
	filed_done(&filed);
	assert_ids(&filed, &filed.portfolio.ended, "a z");
	assert_ids(&filed, &filed.portfolio.partners, "m");
	assert_ids(&filed, &filed.portfolio.all, "z m a");
	assert_day(filed.portfolio.ended.items[0]->ended, "2026-06-30");
	filed_close(&filed);
}

static void all_are_in_order_of_input(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	filed_add_score(&filed, "c", 70, NULL);
	filed_add_score(&filed, "a", 60, "2026-03-01");
	filed_add_score(&filed, "b", 65, NULL);
	filed_add_score(&filed, "a", 50, NULL);
	filed_done(&filed);
	assert_ids(&filed, &filed.portfolio.all, "c b a");
	assert_ids(&filed, &filed.portfolio.partners, "a b c");
	filed_close(&filed);
}

/* ---- repeated ---- */

static void add_from(struct filed *filed, const char *id, const char *path, const char *as_of)
{
	struct scorecard *card = filed_card(filed, id, 50);

	card->source = &(struct result_source){.path = path, .line = 1};
	card->as_of = day(as_of);
	filed_add(filed, card);
}

static void another_file_is_told(void **state)
{
	const struct member *first[2];
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add_from(&filed, "z", "one.yaml", "2026-06-30");
	add_from(&filed, "z", "two.yaml", "2026-06-30");
	add_from(&filed, "a", "one.yaml", "2026-06-30");
	add_from(&filed, "a", "two.yaml", "2026-06-30");
	add_from(&filed, "a", "three.yaml", "2026-06-30");
	filed_done(&filed);
	assert_int_equal(portfolio_repeated(&filed.portfolio, first), 3);
	assert_string_equal(first[0]->partner, "z");
	assert_string_equal(first[0]->path, "two.yaml");
	assert_string_equal(first[1]->path, "one.yaml");
	assert_int_equal(filed.portfolio.all.n, 2);
	filed_close(&filed);
}

/* The same file once more, and other files of other days. */
static void the_same_file_is_not_told(void **state)
{
	const struct member *first[2];
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add_from(&filed, "a", "two.yaml", "2026-03-30");
	add_from(&filed, "a", "three.yaml", "2026-03-30");
	add_from(&filed, "a", "one.yaml", "2026-06-30");
	add_from(&filed, "a", "one.yaml", "2026-06-30");
	filed_done(&filed);
	assert_int_equal(portfolio_repeated(&filed.portfolio, first), 0);
	assert_null(first[0]);
	filed_close(&filed);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_newest_card_counts),
		cmocka_unit_test(cards_after_the_day_are_ignored),
		cmocka_unit_test(the_day_may_be_after_all_cards),
		cmocka_unit_test(three_months_before_are_of_the_calendar),
		cmocka_unit_test(a_card_is_never_its_own_past),
		cmocka_unit_test(of_equal_days_the_last_one_counts),
		cmocka_unit_test(equal_days_are_no_past),
		cmocka_unit_test(nobody_has_no_day),
		cmocka_unit_test(sides_are_apart),
		cmocka_unit_test(we_are_no_partner),
		cmocka_unit_test(the_ended_are_apart_by_id),
		cmocka_unit_test(all_are_in_order_of_input),
		cmocka_unit_test(another_file_is_told),
		cmocka_unit_test(the_same_file_is_not_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
