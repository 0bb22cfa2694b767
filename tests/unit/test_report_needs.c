/* What needs somebody: each class with its sentence. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "measured.h"
#include "needed.h"
#include "partner/report.h"

static void expect_notice(const char *send_by, enum sign_level level, const char *expected)
{
	struct filed filed;

	filed_open(&filed);
	filed_add(&filed, need_notice(&filed, "acme", send_by, level));
	expect_needs(&filed, expected);
}

/* ---- a to c ---- */

#define OR_IT_RENEWS ", or it renews to " NEXT_END FOR_MONEY

static void notice_that_is_due_is_critical_or_a_warning(void **state)
{
	(void)state;
	expect_notice("2026-07-10", SIGN_CRITICAL,
		"notice-critical 2026-07-10 ACME: Send notice by 2026-07-10 (10 days)" OR_IT_RENEWS);
	expect_notice("2026-08-20", SIGN_WARNING,
		"notice-warning 2026-08-20 ACME: Send notice by 2026-08-20 (51 days)" OR_IT_RENEWS);
	expect_notice("2026-08-20", SIGN_NOTE, "");
	expect_notice("2026-08-20", SIGN_OFF, "");
}

static void the_last_days_are_told_as_one_says_them(void **state)
{
	(void)state;
	expect_notice("2026-07-01", SIGN_CRITICAL,
		"notice-critical 2026-07-01 ACME: Send notice by 2026-07-01 (1 day)" OR_IT_RENEWS);
	expect_notice("2026-06-30", SIGN_CRITICAL,
		"notice-critical 2026-06-30 ACME: Send notice by 2026-06-30 (today)" OR_IT_RENEWS);
}

static void missed_notice_is_told_for_thirty_days(void **state)
{
	(void)state;
	expect_notice("2026-06-29", SIGN_OFF,
		"notice-missed 2026-06-29 ACME: Notice missed 1 day ago: bound to " NEXT_END
			FOR_MONEY);
	expect_notice("2026-05-31", SIGN_OFF,
		"notice-missed 2026-05-31 ACME: Notice missed 30 days ago: bound to " NEXT_END
			FOR_MONEY);
	expect_notice("2026-05-30", SIGN_OFF, "");
}

static void what_is_unknown_of_the_renewal_is_left_out(void **state)
{
	struct scorecard *card;
	struct filed filed;

	(void)state;
	filed_open(&filed);
	card = need_notice(&filed, "a-free", "2026-07-02", SIGN_CRITICAL);
	filed_facts(&filed, card)->cost_of_missing = (struct money){0};
	filed_add(&filed, card);
	card = need_notice(&filed, "b-open", "2026-07-03", SIGN_CRITICAL);
	filed_facts(&filed, card)->next_term_end = DATE_NONE;
	filed_add(&filed, card);
	card = need_notice(&filed, "c-gone", "2026-06-25", SIGN_OFF);
	filed_facts(&filed, card)->next_term_end = DATE_NONE;
	filed_add(&filed, card);
	expect_needs(&filed,
		"notice-critical 2026-07-02 A-FREE: Send notice by 2026-07-02 (2 days), or it "
		"renews to " NEXT_END "\n"
		"notice-critical 2026-07-03 B-OPEN: Send notice by 2026-07-03 (3 days)\n"
		"notice-missed 2026-06-25 C-GONE: Notice missed 5 days ago\n");
}

/* The days are those of the report; what was due on the card's day is missed by then. */
static void an_older_card_is_seen_from_the_day_of_the_report(void **state)
{
	struct filed filed;

	(void)state;
	filed_open_at(&filed, "2026-07-05", NULL, KEEP_LINES);
	filed_add(&filed, need_notice(&filed, "a-due", "2026-07-10", SIGN_CRITICAL));
	filed_add(&filed, need_notice(&filed, "b-late", "2026-07-04", SIGN_CRITICAL));
	filed_add(&filed, need_notice(&filed, "c-calm", "2026-07-04", SIGN_OFF));
	expect_needs(&filed,
		"notice-critical 2026-07-10 A-DUE: Send notice by 2026-07-10 (5 days)" OR_IT_RENEWS
		"notice-missed 2026-07-04 B-LATE: Notice missed 1 day ago: bound to " NEXT_END
			FOR_MONEY);
}

static void muted_notice_and_notice_given_need_nobody(void **state)
{
	struct scorecard *card;
	struct filed filed;

	(void)state;
	filed_open(&filed);
	card = need_notice(&filed, "muted", "2026-07-10", SIGN_OFF);
	filed_sign(&filed, card, "notice-due", SIGN_CRITICAL)->muted = day("2026-12-31");
	filed_add(&filed, card);
	card = need_notice(&filed, "given", "2026-07-10", SIGN_OFF);
	filed_facts(&filed, card)->send_by = DATE_NONE;
	filed_add(&filed, card);
	expect_needs(&filed, "");
}

/* ---- d, g, h ---- */

static void who_stands_at_exit_or_talk_needs_somebody(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	filed_add(&filed, need_standing(&filed, "a", STANDING_EXIT));
	filed_add(&filed, need_standing(&filed, "b", STANDING_TALK));
	filed_add(&filed, need_standing(&filed, "c", STANDING_GATHER));
	filed_add(&filed, need_standing(&filed, "d", STANDING_KEEP));
	filed_add(&filed, need_standing(&filed, "e", STANDING_GROW));
	expect_needs(&filed,
		"exit - A: Consider leaving: score below 40\n"
		"talk - B: Talk: score below 40\n");
}

static void no_reason_is_no_reason(void **state)
{
	struct scorecard *card;
	struct filed filed;

	(void)state;
	filed_open(&filed);
	card = need_standing(&filed, "a", STANDING_TALK);
	card->reason = NULL;
	filed_add(&filed, card);
	expect_needs(&filed, "talk - A: Talk\n");
}

static void its_date_is_the_next_review_of_a_talk(void **state)
{
	struct scorecard *card;
	struct filed filed;

	(void)state;
	filed_open(&filed);
	card = need_standing(&filed, "a", STANDING_EXIT);
	filed_event(&filed, filed_facts(&filed, card), EVENT_TERM_END, "2026-07-01");
	filed_event(&filed, filed_facts(&filed, card), EVENT_CONVERSATION_REVIEW, "2026-07-09");
	filed_event(&filed, filed_facts(&filed, card), EVENT_CONVERSATION_REVIEW, "2026-08-09");
	filed_add(&filed, card);
	expect_needs(&filed, "exit 2026-07-09 A: Consider leaving: score below 40\n");
}

static void a_talk_without_outcome_is_asked_for_from_its_review_on(void **state)
{
	struct scorecard *card;
	struct filed filed;

	(void)state;
	filed_open(&filed);
	card = filed_card(&filed, "a", 60);
	filed_event(&filed, filed_facts(&filed, card), EVENT_PLAN_REVIEW, "2026-05-01");
	filed_event(&filed, filed_facts(&filed, card), EVENT_CONVERSATION_REVIEW, "2026-06-30")
		->key = day("2026-06-01");
	filed_add(&filed, card);
	card = filed_card(&filed, "b", 60);
	filed_event(&filed, filed_facts(&filed, card), EVENT_CONVERSATION_REVIEW, "2026-05-31")
		->key = day("2026-03-05");
	filed_event(&filed, filed_facts(&filed, card), EVENT_CONVERSATION_REVIEW, "2026-06-30");
	filed_add(&filed, card);
	card = filed_card(&filed, "c", 60);
	filed_event(&filed, filed_facts(&filed, card), EVENT_CONVERSATION_REVIEW, "2026-07-01");
	filed_add(&filed, card);
	expect_needs(&filed,
		"review 2026-06-30 A: Say how the talk of 2026-06-01 ended\n"
		"review 2026-05-31 B: Say how the talk of 2026-03-05 ended\n");
}

/* ---- e ---- */

static void every_critical_sign_is_new_without_a_past(void **state)
{
	struct scorecard *card;
	struct filed filed;

	(void)state;
	filed_open(&filed);
	card = filed_card(&filed, "a", 60);
	filed_sign(&filed, card, "captive", SIGN_WARNING);
	filed_sign(&filed, card, "blame-shifting", SIGN_CRITICAL)->newest = day("2026-06-02");
	filed_add(&filed, card);
	expect_needs(&filed, "sign 2026-06-02 A: blame-shifting: text of blame-shifting\n");
}

static void the_first_of_the_catalogue_is_told_and_the_others_are_counted(void **state)
{
	struct scorecard *card;
	struct filed filed;

	(void)state;
	filed_open(&filed);
	card = filed_card(&filed, "a", 60);
	filed_sign(&filed, card, "blame-shifting", SIGN_CRITICAL);
	filed_sign(&filed, card, "not-convenient", SIGN_CRITICAL);
	filed_sign(&filed, card, "captive", SIGN_CRITICAL)->muted = day("2026-12-31");
	filed_sign(&filed, card, "hidden-truth", SIGN_CRITICAL);
	filed_add(&filed, card);
	expect_needs(
		&filed, "sign - A: blame-shifting: text of blame-shifting, and 2 more critical\n");
}

/* At S it was critical; a warning; muted; not there. */
static void what_was_critical_then_is_not_new(void **state)
{
	struct scorecard *card;
	struct filed filed;

	(void)state;
	filed_open(&filed);
	card = filed_card(&filed, "a", 60);
	card->as_of = day("2026-03-30");
	filed_sign(&filed, card, "blame-shifting", SIGN_CRITICAL);
	filed_sign(&filed, card, "not-convenient", SIGN_WARNING);
	filed_sign(&filed, card, "captive", SIGN_CRITICAL)->muted = day("2026-04-30");
	filed_add(&filed, card);
	card = filed_card(&filed, "a", 60);
	filed_sign(&filed, card, "blame-shifting", SIGN_CRITICAL);
	filed_sign(&filed, card, "not-convenient", SIGN_CRITICAL);
	filed_sign(&filed, card, "captive", SIGN_CRITICAL);
	filed_sign(&filed, card, "hidden-truth", SIGN_CRITICAL);
	filed_add(&filed, card);
	expect_needs(
		&filed, "sign - A: not-convenient: text of not-convenient, and 2 more critical\n");
}

/* It joins no line that tells the same; without a date it is a sign like others. */
static void notice_that_is_due_is_told_once(void **state)
{
	struct scorecard *card;
	struct filed filed;

	(void)state;
	filed_open(&filed);
	filed_add(&filed, need_notice(&filed, "a", "2026-07-10", SIGN_CRITICAL));
	card = need_notice(&filed, "b", "2026-07-10", SIGN_CRITICAL);
	card->facts = NULL;
	filed_add(&filed, card);
	expect_needs(&filed,
		"notice-critical 2026-07-10 A: Send notice by 2026-07-10 (10 days)" OR_IT_RENEWS
		"sign - B: notice-due: text of notice-due\n");
}

/* ---- f ---- */

static void expect_scores(double then, double now, const char *expected)
{
	struct filed filed;

	filed_open(&filed);
	filed_add_score(&filed, "a", then, "2026-03-30");
	filed_add_score(&filed, "a", now, NULL);
	expect_needs(&filed, expected);
}

static void a_worse_grade_is_a_fall(void **state)
{
	(void)state;
	expect_scores(71, 64.2, "fell 2026-06-30 A: Fell from B to C (71.0 to 64.2)\n");
	expect_scores(64.2, 71, "");
	expect_scores(71, 70, "");
}

static void without_two_grades_nobody_falls(void **state)
{
	(void)state;
	expect_scores(NAN, 64.2, "");
	expect_scores(71, NAN, "");
}

/* By the policy of today; what it does not know cannot be compared. */
static void which_grade_is_worse_tells_the_newer_policy(void **state)
{
	static const struct card_band other[] = {{"F", 50}, {"A", 0}};
	struct scorecard *card;
	struct filed filed;

	(void)state;
	filed_open(&filed);
	filed_add_score(&filed, "a", 20, "2026-03-30");
	filed_add_score(&filed, "b", 60, "2026-03-30");
	for (size_t i = 0; i < 2; i++) {
		card = filed_card(&filed, i ? "b" : "a", 40);
		card->grade = "A";
		filed_policy(&filed, card)->bands = (struct array){other, COUNT_OF(other)};
		filed_policy(&filed, card)->digest = "d2";
		filed_add(&filed, card);
	}
	expect_needs(&filed, "fell 2026-06-30 A: Fell from F to A (20.0 to 40.0)\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(notice_that_is_due_is_critical_or_a_warning),
		cmocka_unit_test(the_last_days_are_told_as_one_says_them),
		cmocka_unit_test(missed_notice_is_told_for_thirty_days),
		cmocka_unit_test(what_is_unknown_of_the_renewal_is_left_out),
		cmocka_unit_test(an_older_card_is_seen_from_the_day_of_the_report),
		cmocka_unit_test(muted_notice_and_notice_given_need_nobody),
		cmocka_unit_test(who_stands_at_exit_or_talk_needs_somebody),
		cmocka_unit_test(no_reason_is_no_reason),
		cmocka_unit_test(its_date_is_the_next_review_of_a_talk),
		cmocka_unit_test(a_talk_without_outcome_is_asked_for_from_its_review_on),
		cmocka_unit_test(every_critical_sign_is_new_without_a_past),
		cmocka_unit_test(the_first_of_the_catalogue_is_told_and_the_others_are_counted),
		cmocka_unit_test(what_was_critical_then_is_not_new),
		cmocka_unit_test(notice_that_is_due_is_told_once),
		cmocka_unit_test(a_worse_grade_is_a_fall),
		cmocka_unit_test(without_two_grades_nobody_falls),
		cmocka_unit_test(which_grade_is_worse_tells_the_newer_policy),
	};

	return cmocka_run_group_tests_name("report needs", tests, NULL, NULL);
}
