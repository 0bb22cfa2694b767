/* What needs somebody: what joins a sentence, the order, and the next date. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "measured.h"
#include "needed.h"
#include "partner/report.h"

static void the_next_class_joins_the_sentence(void **state)
{
	struct scorecard *card;
	struct filed filed;

	(void)state;
	filed_open(&filed);
	filed_add_score(&filed, "a", 71, "2026-03-30");
	card = need_notice(&filed, "a", "2026-06-29", SIGN_OFF);
	card->standing = STANDING_TALK;
	filed_event(&filed, filed_facts(&filed, card), EVENT_CONVERSATION_REVIEW, "2026-06-01");
	filed_add(&filed, card);
	expect_needs(&filed,
		"notice-missed 2026-06-29 A: Notice missed 1 day ago: bound to " NEXT_END
		" for 312000.00 USD; Fell from B to C (71.0 to 60.0)\n");
}

static void it_has_the_date_of_the_first_class(void **state)
{
	struct scorecard *card;
	struct filed filed;

	(void)state;
	filed_open(&filed);
	card = need_standing(&filed, "a", STANDING_TALK);
	filed_event(&filed, filed_facts(&filed, card), EVENT_CONVERSATION_REVIEW, "2026-06-30")
		->key = day("2026-06-01");
	filed_sign(&filed, card, "captive", SIGN_CRITICAL)->newest = day("2026-05-05");
	filed_add(&filed, card);
	card = need_standing(&filed, "b", STANDING_TALK);
	filed_event(&filed, filed_facts(&filed, card), EVENT_CONVERSATION_REVIEW, "2026-06-29")
		->key = day("2026-06-01");
	filed_event(&filed, filed_facts(&filed, card), EVENT_CONVERSATION_REVIEW, "2026-07-29");
	filed_add(&filed, card);
	expect_needs(&filed,
		"sign 2026-05-05 A: captive: text of captive; Talk: score below 40\n"
		"talk 2026-07-29 B: Talk: score below 40; "
		"Say how the talk of 2026-06-01 ended\n");
}

/* Its id and class are in the order of the lines. */
static void expect_order(struct filed *filed, const char *expected)
{
	struct buffer text = {0};
	struct array needs;

	filed_done(filed);
	needs = report_needs(&filed->portfolio);
	for (size_t i = 0; i < needs.n; i++)
		buffer_printf(&text, "%s ", ((const struct need *)needs.items)[i].member->partner);
	assert_string_equal(buffer_keep(&text, &filed->arena), expected);
	filed_close(filed);
}

static void lines_stand_by_class(void **state)
{
	struct scorecard *card;
	struct filed filed;

	(void)state;
	filed_open(&filed);
	card = filed_card(&filed, "review", 60);
	filed_event(&filed, filed_facts(&filed, card), EVENT_CONVERSATION_REVIEW, "2026-06-01");
	filed_add(&filed, card);
	filed_add(&filed, need_standing(&filed, "talk", STANDING_TALK));
	filed_add_score(&filed, "fell", 80, "2026-03-30");
	filed_add_score(&filed, "fell", 60, NULL);
	card = filed_card(&filed, "sign", 60);
	filed_sign(&filed, card, "captive", SIGN_CRITICAL);
	filed_add(&filed, card);
	filed_add(&filed, need_standing(&filed, "exit", STANDING_EXIT));
	filed_add(&filed, need_notice(&filed, "warning", "2026-07-02", SIGN_WARNING));
	filed_add(&filed, need_notice(&filed, "missed", "2026-06-29", SIGN_OFF));
	filed_add(&filed, need_notice(&filed, "critical", "2026-07-09", SIGN_CRITICAL));
	expect_order(&filed, "critical missed warning exit sign fell talk review ");
}

/* The date goes before what is critical only where notice is to be sent. */
static void of_one_class_they_stand_by_date_or_weight(void **state)
{
	struct scorecard *card;
	struct filed filed;

	(void)state;
	filed_open(&filed);
	card = need_notice(&filed, "n-later", "2026-07-09", SIGN_CRITICAL);
	card->criticality = "critical";
	filed_add(&filed, card);
	filed_add(&filed, need_notice(&filed, "n-sooner", "2026-07-08", SIGN_CRITICAL));
	filed_add(&filed, need_standing(&filed, "e-plain", STANDING_EXIT));
	card = need_standing(&filed, "e-spent", STANDING_EXIT);
	filed_facts(&filed, card)->spend = filed_money("1.00 EUR");
	filed_event(&filed, filed_facts(&filed, card), EVENT_CONVERSATION_REVIEW, "2026-12-01");
	filed_add(&filed, card);
	card = need_standing(&filed, "e-critical", STANDING_EXIT);
	card->criticality = "critical";
	filed_add(&filed, card);
	expect_order(&filed, "n-sooner n-later e-critical e-spent e-plain ");
}

/* ---- the rest of a line ---- */

static const struct need *first_need(struct filed *filed)
{
	struct array needs;

	filed_done(filed);
	needs = report_needs(&filed->portfolio);
	assert_true(needs.n > 0);
	return needs.items;
}

static void a_line_says_where_it_comes_from(void **state)
{
	struct scorecard *card;
	const struct need *need;
	struct filed filed;

	(void)state;
	filed_open(&filed);
	card = need_standing(&filed, "a", STANDING_EXIT);
	card->name = NULL;
	filed_add(&filed, card);
	need = first_need(&filed);
	assert_string_equal(need->partner, "a");
	assert_string_equal(need->name, "a");
	assert_string_equal(need->path, "partners/a.yaml");
	assert_int_equal(need->line, 1);
	assert_int_equal(need->standing, STANDING_EXIT);
	assert_ptr_equal(need->member, filed_member(&filed, "a"));
	assert_null(need->owner);
	filed_close(&filed);
}

static void the_owner_goes_by_name_if_there_is_one(void **state)
{
	struct scorecard *card;
	const struct need *needs;
	struct filed filed;

	(void)state;
	filed_open(&filed);
	card = need_standing(&filed, "a", STANDING_EXIT);
	filed_facts(&filed, card)->owner = "dana";
	filed_facts(&filed, card)->owner_name = "Dana Li";
	filed_add(&filed, card);
	card = need_standing(&filed, "b", STANDING_EXIT);
	filed_facts(&filed, card)->owner = "omar";
	filed_add(&filed, card);
	filed_add(&filed, need_standing(&filed, "c", STANDING_EXIT));
	needs = first_need(&filed);
	assert_string_equal(needs[0].owner, "Dana Li");
	assert_string_equal(needs[1].owner, "omar");
	assert_null(needs[2].owner);
	filed_close(&filed);
}

static void who_has_ended_needs_nobody(void **state)
{
	struct scorecard *card;
	struct filed filed;

	(void)state;
	filed_open(&filed);
	card = need_standing(&filed, "a", STANDING_EXIT);
	card->ended = day("2026-05-31");
	filed_add(&filed, card);
	expect_needs(&filed, "");
}

/* ---- the next date ---- */

static void the_next_date_is_the_first_of_all_partners(void **state)
{
	struct scorecard *card;
	const struct need_next *next;
	struct filed filed;

	(void)state;
	filed_open(&filed);
	card = filed_card(&filed, "a", 60);
	filed_event(&filed, filed_facts(&filed, card), EVENT_TERM_END, "2026-06-29");
	filed_event(&filed, filed_facts(&filed, card), EVENT_PLAN_REVIEW, "2026-09-01");
	filed_add(&filed, card);
	card = filed_card(&filed, "b", 70);
	filed_event(&filed, filed_facts(&filed, card), EVENT_SEND_BY, "2026-08-01");
	filed_add(&filed, card);
	card->partner = "c";
	card->name = "C";
	card->criticality = "critical";
	filed_add(&filed, card);
	filed_done(&filed);
	next = report_next(&filed.portfolio);
	assert_int_equal(next->date, day("2026-08-01"));
	assert_string_equal(next->name, "C");
	filed_close(&filed);
}

static void today_is_a_next_date_and_there_may_be_none(void **state)
{
	struct scorecard *card;
	struct filed filed;

	(void)state;
	filed_open(&filed);
	card = filed_card(&filed, "a", 60);
	filed_event(&filed, filed_facts(&filed, card), EVENT_TERM_END, "2026-06-30");
	filed_add(&filed, card);
	filed_done(&filed);
	assert_int_equal(report_next(&filed.portfolio)->date, day("2026-06-30"));
	filed_close(&filed);
	filed_open(&filed);
	filed_add_score(&filed, "a", 60, NULL);
	filed_done(&filed);
	assert_int_equal(report_next(&filed.portfolio)->date, DATE_NONE);
	filed_close(&filed);
}

/* How many of eleven have a sentence. */
static size_t count_told(bool uncut)
{
	struct filed filed;
	struct array needs;
	size_t told = 0;

	filed_open(&filed);
	filed.portfolio.options.uncut = uncut;
	for (int i = 0; i <= NEEDS_TOLD; i++)
		filed_add(&filed,
			need_standing(
				&filed, arena_printf(&filed.arena, "p%02d", i), STANDING_TALK));
	filed_done(&filed);
	needs = report_needs(&filed.portfolio);
	assert_int_equal(needs.n, NEEDS_TOLD + 1);
	RESULT_EACH (struct need, need, needs)
		told += need->sentence != NULL;
	filed_close(&filed);
	return told;
}

static void the_first_ones_are_told_unless_all_are_asked_for(void **state)
{
	(void)state;
	assert_int_equal(count_told(false), NEEDS_TOLD);
	assert_int_equal(count_told(true), NEEDS_TOLD + 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_next_class_joins_the_sentence),
		cmocka_unit_test(it_has_the_date_of_the_first_class),
		cmocka_unit_test(lines_stand_by_class),
		cmocka_unit_test(of_one_class_they_stand_by_date_or_weight),
		cmocka_unit_test(a_line_says_where_it_comes_from),
		cmocka_unit_test(the_owner_goes_by_name_if_there_is_one),
		cmocka_unit_test(who_has_ended_needs_nobody),
		cmocka_unit_test(the_next_date_is_the_first_of_all_partners),
		cmocka_unit_test(today_is_a_next_date_and_there_may_be_none),
		cmocka_unit_test(the_first_ones_are_told_unless_all_are_asked_for),
	};

	return cmocka_run_group_tests_name("report needs: order", tests, NULL, NULL);
}
