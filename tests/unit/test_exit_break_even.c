/* The last day on which ending the contract early pays (E4). As of 2026-06-30, 100.00 EUR a day:
 * riding out costs 18400.00 EUR, and ending n days after today 100 n, its fee, less a refund. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "lived.h"
#include "tree.h"

/* An exit whose cutover is in summer. */
#define SUMMER EXIT_ON("2026-08-31", "")

#define PREPAID ", prepaid: [{from: 2026-01-01, to: 2026-12-31, amount: 36500.00 EUR}]"

static void check_text(const struct plan_text *text, const char *expected)
{
	struct planned planned;

	plan_open(&planned, text);
	assert_string_equal(plan_day(&planned, planned.plan->decision->break_even), expected);
	plan_close(&planned);
}

/* With the cutover in summer. */
static void check(const char *contract, const char *expected)
{
	char records[600];

	snprintf(records, sizeof(records), "%s%s", contract, SUMMER);
	check_text(&(struct plan_text){.records = records}, expected);
}

static void without_a_fee_it_is_the_day_before_the_end(void **state)
{
	(void)state;
	check(CONTRACT(", termination: {convenience: true}"), "2026-12-30");
}

/* 100 n + 1000 < 18400 up to n = 173. */
static void a_fee_brings_it_forward(void **state)
{
	(void)state;
	check(CONTRACT(", termination: {convenience: true, fee: 1000.00 EUR}"), "2026-12-20");
}

static void as_much_is_not_cheaper(void **state)
{
	(void)state;
	check(CONTRACT(", termination: {convenience: true, fee: 99.99 EUR}"), "2026-12-30");
	check(CONTRACT(", termination: {convenience: true, fee: 100.00 EUR}"), "2026-12-29");
	check(CONTRACT(", termination: {convenience: true, fee_share: 100%}"), "none");
}

/* 100 n + 50 (184 - n) */
static void half_of_the_rest_still_pays(void **state)
{
	(void)state;
	check(CONTRACT(", termination: {convenience: true, fee_share: 50%}"), "2026-12-30");
}

static void the_table_counts_as_of_each_day(void **state)
{
	(void)state;
	check(CONTRACT(", termination: {convenience: true, fee_table: ["
		       "{until: 2026-10-31, amount: 5000.00 EUR}, "
		       "{until: 2026-12-31, amount: 20000.00 EUR}]}"),
		"2026-10-31");
	check(CONTRACT(", termination: {convenience: true, fee_table: ["
		       "{until: 2026-10-31, amount: 20000.00 EUR}]}"),
		"2026-12-30");
}

/* Nothing is due: 1000 - 50 % of 100 (184 - n) is below 0 up to n = 163. */
static void a_refund_pays_for_the_fee(void **state)
{
	(void)state;
	check(CONTRACT(PREPAID ", termination: {convenience: true, refund: 50%, fee: 1000.00 EUR}"),
		"2026-12-10");
	check(CONTRACT(PREPAID ", termination: {convenience: true}"), "none");
}

/* What is not bought is paid: max(100 n, 18000), or 18500 on any day. */
static void a_commitment_is_paid_in_any_case(void **state)
{
	(void)state;
	check(CONTRACT(", commitment: 20000.00 EUR, spent: 2000.00 EUR, "
		       "termination: {convenience: true}"),
		"2026-12-30");
	check(CONTRACT(", commitment: 20500.00 EUR, spent: 2000.00 EUR, "
		       "termination: {convenience: true}"),
		"none");
}

static void it_needs_a_right_to_leave(void **state)
{
	(void)state;
	check(CONTRACT(""), "none");
	check(CONTRACT(", termination: {convenience: false}"), "none");
}

static void a_cause_is_such_a_right(void **state)
{
	(void)state;
	check_text(&(struct plan_text){.records = CONTRACT(", termination: {refund_for_cause: 0%}")
					       SUMMER,
			   .reason = EXIT_BREACH + 1},
		"2026-12-30");
	check_text(&(struct plan_text){.records = CONTRACT(", termination: {refund_for_cause: 0%}")
					       SUMMER,
			   .reason = EXIT_COST + 1},
		"none");
}

static void not_before_the_cutover(void **state)
{
	(void)state;
#define FEE CONTRACT(", termination: {convenience: true, fee: 1000.00 EUR}")
	check_text(&(struct plan_text){.records = FEE EXIT_ON("2026-12-20", "")}, "2026-12-20");
	check_text(&(struct plan_text){.records = FEE EXIT_ON("2026-12-21", "")}, "none");
	check_text(&(struct plan_text){.records = FEE EXIT_ON("2027-02-01", "")}, "none");
	check_text(&(struct plan_text){.records = FEE "exit: {drop: [cutover]}\n"}, "none");
#undef FEE
}

/* Sent on a Tuesday, four days later it is Saturday: it counts from Monday, 6 July, on. */
static void not_before_notice_has_run(void **state)
{
	(void)state;
	check(CONTRACT(", notice: {period: 177d, delivery: 4d}, "
		       "termination: {convenience: true}"),
		"2026-12-30");
	check(CONTRACT(", notice: {period: 178d, delivery: 4d}, "
		       "termination: {convenience: true}"),
		"none");
	check(CONTRACT(", notice: {period: 1y}, termination: {convenience: true}"), "none");
}

static void holidays_delay_notice(void **state)
{
	(void)state;
	check_text(
		&(struct plan_text){
			.records = CONTRACT(
				", notice: {period: 177d, delivery: 4d}, "
				"termination: {convenience: true}") "exit: {holidays: [2026-07-06], tasks: "
								    "[{id: cutover, after: [], fixed: 2026-08-31}]}\n"},
		"none");
}

/* Notice was missed, so that it runs until 2027-12-31: 100 n + 1000 < 53400 up to n = 523. */
static void a_renewed_term_counts(void **state)
{
	(void)state;
	check_text(
		&(struct plan_text){.records = CONTRACT(", renewal: auto, notice: {period: 6mo}, "
							"termination: {convenience: true, "
							"fee: 1000.00 EUR}") SUMMER,
			.as_of = "2026-07-15"},
		"2027-12-20");
}

static void what_is_missing_leaves_it_open(void **state)
{
	(void)state;
	check("contract: {end: 2026-12-31, termination: {convenience: true}}\n", "none");
	check(CONTRACT(", commitment: 20000.00 EUR, termination: {convenience: true}"), "none");
	check(CONTRACT(", prepaid: [{from: 2026-01-01, amount: 1.00 EUR}], "
		       "termination: {convenience: true}"),
		"none");
	check(CONTRACT(", termination: {convenience: true, fee: 1.00 USD}"), "none");
}

static void an_open_end_has_no_early_one(void **state)
{
	(void)state;
	check("contract: {start: 2026-01-01, renewal: evergreen, value: 36500.00 EUR, "
	      "notice: {period: 1mo}, termination: {convenience: true}}\n",
		"none");
}

/* A table of `n` steps, by which it pays up to 1501 days before the end. */
static void check_steps(int n, const char *expected)
{
	struct buffer records = {0};

	buffer_puts(&records,
		"contract: {start: 2026-01-01, end: 2045-12-31, "
		"value: 36500.00 EUR, termination: {convenience: true, fee_table: [");
	for (int i = 0; i < n; i++)
		buffer_puts(&records, "{until: 2045-12-31, amount: 150000.00 EUR}, ");
	buffer_puts(&records, "]}}\n" SUMMER);
	buffer_putc(&records, '\0');
	check_text(&(struct plan_text){.records = records.data}, expected);
	buffer_free(&records);
}

static void the_search_is_not_endless(void **state)
{
	(void)state;
	check_steps(2, "2041-11-21");
	check_steps(2000, "none");
}

/* Terms of a day, of which each costs 1.00. */
static void but_a_near_day_is_found_among_many_terms(void **state)
{
	(void)state;
	check_text(
		&(struct plan_text){
			.records = "contract: {start: 2026-01-01, end: 2026-12-31, renewal: auto, "
				   "renewal_term: 1d, value: 1.00 EUR, per: term, "
				   "termination: {convenience: true}}\n" SUMMER,
			.by = "2046-12-31"},
		"2046-12-30");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, tree_begin, tree_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(without_a_fee_it_is_the_day_before_the_end),
		TEST(a_fee_brings_it_forward),
		TEST(as_much_is_not_cheaper),
		TEST(half_of_the_rest_still_pays),
		TEST(the_table_counts_as_of_each_day),
		TEST(a_refund_pays_for_the_fee),
		TEST(a_commitment_is_paid_in_any_case),
		TEST(it_needs_a_right_to_leave),
		TEST(a_cause_is_such_a_right),
		TEST(not_before_the_cutover),
		TEST(not_before_notice_has_run),
		TEST(holidays_delay_notice),
		TEST(a_renewed_term_counts),
		TEST(what_is_missing_leaves_it_open),
		TEST(an_open_end_has_no_early_one),
		TEST(the_search_is_not_endless),
		TEST(but_a_near_day_is_found_among_many_terms),
	};

	return cmocka_run_group_tests_name("exit break-even", tests, NULL, NULL);
}
