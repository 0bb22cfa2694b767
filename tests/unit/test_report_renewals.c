/* Renewals of twelve months, and what is at stake in them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "measured.h"
#include "partner/report.h"
#include "renewed.h"

/* A line for each: id, the day it is sorted by, what is at stake. */
static const char *renewals_of(struct filed *filed)
{
	struct array renewals = report_renewals(&filed->portfolio);
	const struct report_renewal *row = renewals.items;
	struct buffer text = {0};

	for (size_t i = 0; i < renewals.n; i++, row++) {
		buffer_printf(&text, "%s ", row->partner);
		date_put(&text, row->by);
		filed_put_money(&text, row->at_stake);
		buffer_puts(&text, row->missed ? " missed\n" : "\n");
	}
	return buffer_keep(&text, &filed->arena);
}

static void check_renewals(struct filed *filed, const char *expected)
{
	filed_done(filed);
	assert_string_equal(renewals_of(filed), expected);
	filed_close(filed);
}

/* ---- who is listed ---- */

static void ends_from_today_to_the_same_day_next_year(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	ADD_RENEWED(&filed, "before", .end = "2026-06-29");
	ADD_RENEWED(&filed, "first", .end = "2026-06-30");
	ADD_RENEWED(&filed, "last", .end = "2027-06-30");
	ADD_RENEWED(&filed, "after", .end = "2027-07-01");
	check_renewals(&filed,
		"first 2026-06-30 unknown\n"
		"last 2027-06-30 unknown\n");
}

static void notice_to_be_sent_within_the_year(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	ADD_RENEWED(
		&filed, "first", .renewal = "auto", .send_by = "2026-06-30", .end = "2029-01-01");
	ADD_RENEWED(
		&filed, "last", .renewal = "auto", .send_by = "2027-06-30", .end = "2029-01-01");
	ADD_RENEWED(
		&filed, "after", .renewal = "auto", .send_by = "2027-07-01", .end = "2029-01-01");
	check_renewals(&filed,
		"first 2026-06-30 unknown\n"
		"last 2027-06-30 unknown\n");
}

static void notice_that_opens_within_the_year(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	ADD_RENEWED(&filed, "first", .opens = "2026-06-30", .end = "2028-01-01");
	ADD_RENEWED(&filed, "last", .opens = "2027-06-30", .end = "2028-01-01");
	ADD_RENEWED(&filed, "after", .opens = "2027-07-01", .end = "2028-01-01");
	check_renewals(&filed,
		"first 2028-01-01 unknown\n"
		"last 2028-01-01 unknown\n");
}

static void a_year_ends_with_its_month(void **state)
{
	struct filed filed;

	(void)state;
	filed_open_at(&filed, "2028-02-29", NULL, KEEP_NOTHING);
	ADD_RENEWED(&filed, "last", .end = "2029-02-28");
	ADD_RENEWED(&filed, "after", .end = "2029-03-01");
	check_renewals(&filed, "last 2029-02-28 unknown\n");
}

static void without_a_contract_there_is_nothing_to_renew(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	filed_add_score(&filed, "acme", 60, NULL);
	check_renewals(&filed, "");
}

static void a_card_without_facts_still_has_its_end(void **state)
{
	struct filed filed;
	struct scorecard *card;

	(void)state;
	filed_open(&filed);
	card = renewed_card(&filed, "acme", &(struct terms){.end = "2026-12-31"});
	card->facts = NULL;
	filed_add(&filed, card);
	check_renewals(&filed, "acme 2026-12-31 unknown\n");
}

static void nobody_has_nothing_to_renew(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	filed_done(&filed);
	assert_int_equal(report_renewals(&filed.portfolio).n, 0);
	filed_close(&filed);
}

/* ---- by which day, and for how much ---- */

#define AMOUNTS .missing = "7.00 EUR", .spend = "5.00 EUR"

static void what_renews_by_itself_goes_by_its_notice(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	ADD_RENEWED(&filed, "acme", .renewal = "auto", .send_by = "2026-09-30", .end = "2026-12-31",
		AMOUNTS);
	check_renewals(&filed, "acme 2026-09-30 7.00 EUR\n");
}

static void missed_notice_leaves_the_end(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	ADD_RENEWED(&filed, "acme", .renewal = "auto", .send_by = "2026-06-01", .end = "2026-08-31",
		.missed = true, AMOUNTS);
	check_renewals(&filed, "acme 2026-08-31 7.00 EUR missed\n");
}

static void missed_long_before_the_end_is_not_listed(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	ADD_RENEWED(&filed, "acme", .renewal = "auto", .send_by = "2026-06-01", .end = "2027-07-01",
		.missed = true);
	check_renewals(&filed, "");
}

static void notice_that_was_given_leaves_the_end_and_nothing_at_stake(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	ADD_RENEWED(&filed, "acme", .renewal = "auto", .end = "2026-08-31", AMOUNTS);
	check_renewals(&filed, "acme 2026-08-31 unknown\n");
}

static void what_renews_without_a_day_for_notice_goes_by_its_end(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	ADD_RENEWED(&filed, "acme", .renewal = "auto", .end = "2026-08-31", .next = "2027-08-31",
		AMOUNTS);
	check_renewals(&filed, "acme 2026-08-31 7.00 EUR\n");
}

static void manual_ones_go_by_their_end_and_put_the_spend_at_stake(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	ADD_RENEWED(&filed, "acme", .renewal = "manual", .send_by = "2026-09-30",
		.end = "2026-12-31", AMOUNTS);
	check_renewals(&filed, "acme 2026-12-31 5.00 EUR\n");
}

static void evergreen_ones_put_nothing_at_stake(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	ADD_RENEWED(&filed, "acme", .renewal = "evergreen", .end = "2026-12-31", AMOUNTS);
	check_renewals(&filed, "acme 2026-12-31 unknown\n");
}

static void without_an_end_some_other_day_stands_for_it(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	ADD_RENEWED(&filed, "opens", .renewal = "manual", .opens = "2026-08-01");
	ADD_RENEWED(&filed, "sent", .renewal = "manual", .send_by = "2026-09-01");
	check_renewals(&filed,
		"opens 2026-08-01 unknown\n"
		"sent 2026-09-01 unknown\n");
}

static void rows_keep_all_their_days(void **state)
{
	const struct report_renewal *row;
	struct filed filed;
	struct array rows;

	(void)state;
	filed_open(&filed);
	ADD_RENEWED(&filed, "acme", .renewal = "auto", .opens = "2026-08-01",
		.send_by = "2026-09-30", .end = "2026-12-31");
	filed_done(&filed);
	rows = report_renewals(&filed.portfolio);
	assert_int_equal(rows.n, 1);
	row = rows.items;
	assert_string_equal(row->name, "ACME");
	assert_string_equal(row->renewal, "auto");
	assert_day(row->notice_earliest, "2026-08-01");
	assert_day(row->send_by, "2026-09-30");
	assert_day(row->term_end, "2026-12-31");
	assert_ptr_equal(row->member, filed_member(&filed, "acme"));
	filed_close(&filed);
}

static void by_day_then_by_weight(void **state)
{
	struct filed filed;
	struct scorecard *critical;

	(void)state;
	filed_open(&filed);
	ADD_RENEWED(&filed, "late", .renewal = "manual", .end = "2026-12-31", .spend = "9.00 EUR");
	ADD_RENEWED(&filed, "small", .renewal = "manual", .end = "2026-09-30", .spend = "1.00 EUR");
	ADD_RENEWED(&filed, "large", .renewal = "manual", .end = "2026-09-30", .spend = "2.00 EUR");
	critical = renewed_card(&filed, "vital", &(struct terms){.end = "2026-09-30"});
	critical->criticality = "critical";
	filed_add(&filed, critical);
	ADD_RENEWED(
		&filed, "early", .renewal = "auto", .send_by = "2026-07-31", .end = "2027-01-31");
	check_renewals(&filed,
		"early 2026-07-31 unknown\n"
		"vital 2026-09-30 unknown\n"
		"large 2026-09-30 2.00 EUR\n"
		"small 2026-09-30 1.00 EUR\n"
		"late 2026-12-31 9.00 EUR\n");
}

static void amounts_are_converted_where_all_can_be(void **state)
{
	struct filed filed;
	struct card_converted *converted;
	struct scorecard *card;
	struct terms terms = {.renewal = "auto",
		.send_by = "2026-09-30",
		.end = "2026-12-31",
		.missing = "700 JPY",
		.spend = "500 JPY"};

	(void)state;
	filed_open(&filed);
	card = renewed_card(&filed, "acme", &terms);
	filed_policy(&filed, card)->currency = "EUR";
	converted = ARENA_NEW(&filed.arena, struct card_converted);
	converted->cost_of_missing = filed_money("7.00 EUR");
	converted->spend = filed_money("5.00 EUR");
	filed_facts(&filed, card)->converted = converted;
	filed_add(&filed, card);
	check_renewals(&filed, "acme 2026-09-30 7.00 EUR\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ends_from_today_to_the_same_day_next_year),
		cmocka_unit_test(notice_to_be_sent_within_the_year),
		cmocka_unit_test(notice_that_opens_within_the_year),
		cmocka_unit_test(a_year_ends_with_its_month),
		cmocka_unit_test(without_a_contract_there_is_nothing_to_renew),
		cmocka_unit_test(a_card_without_facts_still_has_its_end),
		cmocka_unit_test(nobody_has_nothing_to_renew),
		cmocka_unit_test(what_renews_by_itself_goes_by_its_notice),
		cmocka_unit_test(missed_notice_leaves_the_end),
		cmocka_unit_test(missed_long_before_the_end_is_not_listed),
		cmocka_unit_test(notice_that_was_given_leaves_the_end_and_nothing_at_stake),
		cmocka_unit_test(what_renews_without_a_day_for_notice_goes_by_its_end),
		cmocka_unit_test(manual_ones_go_by_their_end_and_put_the_spend_at_stake),
		cmocka_unit_test(evergreen_ones_put_nothing_at_stake),
		cmocka_unit_test(without_an_end_some_other_day_stands_for_it),
		cmocka_unit_test(rows_keep_all_their_days),
		cmocka_unit_test(by_day_then_by_weight),
		cmocka_unit_test(amounts_are_converted_where_all_can_be),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
