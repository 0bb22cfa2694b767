/* Money of an exit: refund, early fee, and what was promised to be bought. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "priced.h"
#include "tree.h"

/* A contract that ends with the year 2026; more lines of it follow. */
#define CONTRACT "contract:\n  end: 2026-12-31\n  renewal: manual\n"
#define YEAR "  prepaid: [{from: 2026-01-01, to: 2026-12-31, amount: 12000.00 USD}]\n"
#define CONVENIENCE "  termination: {convenience: true, refund: 100%}\n"
#define NOTHING ""

/* A plan for an early last day. */
#define EARLY(text, day)      \
	(&(struct plan_text){ \
		.records = (text), .as_of = "2026-04-30", .start = "2026-05-04", .by = (day)})

static void check_early(const char *records, const char *item, const char *expected)
{
	price_check(EARLY(records, "2026-05-31"), item, expected);
}

/* ---- refund ---- */

static void unused_days_of_a_year_are_refunded(void **state)
{
	(void)state;
	check_early(CONTRACT YEAR CONVENIENCE, "refund",
		"7035.62 USD = 12000.00 USD × 214 / 365 × 100%\n");
	check_early(CONTRACT YEAR CONVENIENCE, "refund-ask",
		"0.00 USD = 12000.00 USD × 214 / 365 − 7035.62 USD (ask)\n");
}

static void a_leap_year_has_a_day_more(void **state)
{
	(void)state;
	price_check(&(struct plan_text){.records = "contract:\n  end: 2024-12-31\n"
						   "  prepaid: [{from: 2024-01-01, to: 2024-12-31, "
						   "amount: 12000.00 USD}]\n" CONVENIENCE,
			    .as_of = "2024-03-31",
			    .by = "2024-05-31"},
		"refund", "7016.39 USD = 12000.00 USD × 214 / 366 × 100%\n");
}

static void without_a_clause_all_of_it_is_to_be_asked_for(void **state)
{
	(void)state;
	check_early(CONTRACT YEAR, "refund", "0.00 USD = 12000.00 USD × 214 / 365 × 0%\n");
	check_early(CONTRACT YEAR, "refund-ask",
		"7035.62 USD = 12000.00 USD × 214 / 365 − 0.00 USD (ask)\n");
}

static void half_is_ours_and_half_to_be_asked_for(void **state)
{
	static const char half[] =
		CONTRACT YEAR "  termination: {convenience: true, refund: 50%}\n";

	(void)state;
	/* 7035.6164 / 2 = 3517.8082 */
	check_early(half, "refund", "3517.81 USD = 12000.00 USD × 214 / 365 × 50%\n");
	check_early(
		half, "refund-ask", "3517.81 USD = 12000.00 USD × 214 / 365 − 3517.81 USD (ask)\n");
}

static void a_refund_needs_the_right_to_leave(void **state)
{
	(void)state;
	check_early(CONTRACT YEAR "  termination: {convenience: false, refund: 100%}\n", "refund",
		"0.00 USD = 12000.00 USD × 214 / 365 × 0%\n");
}

/* 30 September is the natural end: 122 days up to it at a quarter, 92 beyond it in full. */
static void days_beyond_the_natural_end_are_owed_in_full(void **state)
{
	(void)state;
	check_early("contract:\n  end: 2026-09-30\n  renewal: manual\n" YEAR
		    "  termination: {convenience: true, refund: 25%}\n",
		"refund",
		"4027.40 USD = 12000.00 USD × 122 / 365 × 25% + "
		"12000.00 USD × 92 / 365 × 100%\n");
}

static void at_the_end_of_the_term_all_that_is_left_is_owed(void **state)
{
	static const char records[] = "contract:\n  end: 2026-05-31\n" YEAR;

	(void)state;
	check_early(records, "refund", "7035.62 USD = 12000.00 USD × 214 / 365 × 100%\n");
}

static void each_payment_is_rounded_on_its_own(void **state)
{
	static const char records[] = CONTRACT
		"  prepaid:\n"
		"    - {from: 2026-04-01, to: 2026-04-03, amount: 1.00 USD}\n"
		"    - {from: 2026-04-01, to: 2026-06-30, amount: 100.00 USD}\n" CONVENIENCE;

	(void)state;
	/* 30 of 91 days: 32.967 */
	check_early(records, "refund",
		"0.00 USD = 1.00 USD × 0 / 3 × 100%\n"
		"32.97 USD = 100.00 USD × 30 / 91 × 100%\n");
}

static void a_month_has_its_own_days(void **state)
{
	static const char leap[] =
		"contract:\n  end: 2028-12-31\n"
		"  prepaid: [{from: 2028-02-01, to: 2028-02-29, amount: 100.00 USD}]\n" CONVENIENCE;

	(void)state;
	/* 20/30 and 15/29 of a hundred */
	price_check(&(struct plan_text){.records = CONTRACT "  prepaid: [{from: 2026-06-01, "
							    "to: 2026-06-30, amount: 100.00 "
							    "USD}]\n" CONVENIENCE,
			    .as_of = "2026-06-05",
			    .by = "2026-06-10"},
		"refund", "66.67 USD = 100.00 USD × 20 / 30 × 100%\n");
	price_check(&(struct plan_text){.records = leap, .as_of = "2028-02-10", .by = "2028-02-14"},
		"refund", "51.72 USD = 100.00 USD × 15 / 29 × 100%\n");
}

static void currencies_round_to_their_own_minor_unit(void **state)
{
	static const char records[] = CONTRACT
		"  prepaid:\n"
		"    - {from: 2026-01-01, to: 2026-12-31, amount: 100001 JPY}\n"
		"    - {from: 2026-01-01, to: 2026-12-31, amount: 1000.001 KWD}\n" CONVENIENCE;

	(void)state;
	/* 58630.72, 586.3020 */
	check_early(records, "refund",
		"58631 JPY = 100001 JPY × 214 / 365 × 100%\n"
		"586.302 KWD = 1000.001 KWD × 214 / 365 × 100%\n");
}

/* When the contract has ended already. */
static void a_payment_after_the_end_is_all_unused(void **state)
{
	static const char records[] =
		"contract:\n  end: 2026-03-31\n"
		"  prepaid: [{from: 2026-04-01, to: 2026-06-30, amount: 300.00 USD}]\n";

	(void)state;
	price_check(&(struct plan_text){.records = records, .as_of = "2026-04-30"}, "refund",
		"300.00 USD = 300.00 USD × 91 / 91 × 100%\n");
}

static void what_will_be_paid_later_does_not_exist_yet(void **state)
{
	(void)state;
	check_early(CONTRACT "  prepaid: [{from: 2026-05-01, to: 2026-12-31, "
			     "amount: 12000.00 USD}]\n" CONVENIENCE,
		"refund", "not applicable: nothing is prepaid\n");
}

static void nothing_prepaid_is_not_applicable(void **state)
{
	(void)state;
	price_check_of(NOTHING, "refund", "not applicable: nothing is prepaid\n");
	price_check_of(NOTHING, "refund-ask", "not applicable: nothing is prepaid (ask)\n");
}

static void a_refund_says_what_it_lacks(void **state)
{
	(void)state;
	check_early(CONTRACT "  prepaid:\n    - {from: 2026-01-01, to: 2026-12-31}\n"
			     "    - {from: 2026-01-01, amount: 5.00 USD}\n"
			     "    - {to: 2026-12-31, amount: 5.00 USD}\n",
		"refund",
		"missing: contract.prepaid.amount is not given\n"
		"missing: contract.prepaid.to is not given\n"
		"missing: contract.prepaid.from is not given\n");
}

/* ---- cause ---- */

#define FOR_CAUSE                                                                               \
	CONTRACT YEAR "  termination: {convenience: true, refund: 0%, refund_for_cause: 80%,\n" \
		      "    fee: 5000.00 USD}\n  commitment: 50000.00 USD\n  spent: 1.00 USD\n"

static void cause_has_its_own_share_and_no_fee(void **state)
{
	struct plan_text text = *EARLY(FOR_CAUSE, "2026-05-31");

	(void)state;
	text.reason = EXIT_BREACH + 1;
	/* 7035.6164 × 0.8 */
	price_check(&text, "refund", "5628.49 USD = 12000.00 USD × 214 / 365 × 80%\n");
	price_check(&text, "early-fee", "0.00 USD = 0: the partner gave the cause\n");
	price_check(&text, "commitment-shortfall", "0.00 USD = 0: the partner gave the cause\n");
}

static void cause_without_its_own_share_is_as_without_cause(void **state)
{
	struct plan_text text = *EARLY(CONTRACT YEAR "  termination: {convenience: true, "
						     "refund: 100%, fee: 5000.00 USD}\n",
		"2026-05-31");

	(void)state;
	text.reason = EXIT_REGULATION + 1;
	price_check(&text, "refund", "7035.62 USD = 12000.00 USD × 214 / 365 × 100%\n");
	price_check(&text, "early-fee", "5000.00 USD = 5000.00 USD\n");
}

static void an_insolvent_partner_must_be_asked_for_all(void **state)
{
	struct plan_text text = *EARLY(FOR_CAUSE, "2026-05-31");

	(void)state;
	text.reason = EXIT_INSOLVENCY + 1;
	price_check(&text, "refund", "5628.49 USD = 12000.00 USD × 214 / 365 × 80% (ask)\n");
	price_check(&text, "refund-ask",
		"1407.13 USD = 12000.00 USD × 214 / 365 − 5628.49 USD (ask)\n");
}

/* ---- early fee ---- */

/* 181 days from the last day to the natural end on 30 June 2027. */
#define YEARLY "contract:\n  end: 2027-06-30\n  value: 120000.00 USD\n"

static void check_fee(const char *records, const char *expected)
{
	price_check(
		&(struct plan_text){.records = records, .by = "2026-12-31"}, "early-fee", expected);
}

static void a_fee_is_fixed_and_a_share_of_the_rest(void **state)
{
	(void)state;
	/* 59506.85 / 4 = 14876.71 */
	check_fee(YEARLY "  termination: {fee: 5000.00 USD, fee_share: 25%}\n",
		"19876.71 USD = 5000.00 USD + 120000.00 USD × 181 / 365 × 25%\n");
	check_fee(YEARLY "  termination: {fee_share: 25%}\n",
		"14876.71 USD = 120000.00 USD × 181 / 365 × 25%\n");
	check_fee(YEARLY "  termination: {fee: 5000.00 USD}\n", "5000.00 USD = 5000.00 USD\n");
}

static void without_a_clause_the_rest_is_owed(void **state)
{
	(void)state;
	check_fee(YEARLY, "59506.85 USD = 120000.00 USD × 181 / 365\n");
}

static void with_convenience_and_no_clause_there_is_no_fee(void **state)
{
	(void)state;
	check_fee(YEARLY "  termination: {convenience: true}\n",
		"0.00 USD = 0: no fee for ending without a reason is agreed\n");
}

static void the_first_step_that_reaches_the_day_holds(void **state)
{
	static const char records[] = YEARLY "  termination:\n    fee: 1.00 USD\n    fee_table:\n"
					     "      - {until: 2026-12-30, amount: 900.00 USD}\n"
					     "      - {until: 2027-03-31, amount: 300.00 USD}\n"
					     "      - {until: 2026-12-31, amount: 600.00 USD}\n";

	(void)state;
	check_fee(records, "600.00 USD = 600.00 USD\n");
	price_check(&(struct plan_text){.records = records, .by = "2027-01-01"}, "early-fee",
		"300.00 USD = 300.00 USD\n");
	price_check(&(struct plan_text){.records = records, .by = "2027-04-01"}, "early-fee",
		"0.00 USD = 0 after the last step of the table\n");
}

static void a_fee_is_only_for_leaving_early(void **state)
{
	(void)state;
	price_check_of(YEARLY "  termination: {fee: 5000.00 USD}\n", "early-fee",
		"not applicable: the contract does not end early\n");
}

static void a_fee_says_what_it_lacks(void **state)
{
	(void)state;
	check_fee("contract:\n  end: 2027-06-30\n",
		"missing: contract.value is not given, nor are forecasts for subscription or "
		"services\n");
	check_fee(YEARLY "  termination: {fee_table: [{until: 2027-03-31}]}\n",
		"missing: contract.termination.fee_table has a step without its day or its "
		"amount\n");
	check_fee(YEARLY "  termination: {fee: 5000.00 EUR, fee_share: 25%}\n",
		"missing: the amounts do not add up: they are in several currencies, or too "
		"large\n");
}

static void it_is_due_on_the_last_day_at_its_clause(void **state)
{
	static const char records[] = YEARLY "  termination:\n    fee_table:\n"
					     "      - {until: 2026-12-30, amount: 9.00 USD}\n"
					     "      - {until: 2027-03-31, amount: 3.00 USD}\n";

	(void)state;
	price_place(&(struct plan_text){.records = records, .by = "2026-12-31"}, "early-fee",
		"2026-12-31 contract.termination.fee_table acme.yaml:10");
	price_place(&(struct plan_text){.records = YEARLY, .by = "2026-12-31"}, "early-fee",
		"2026-12-31 contract.value acme.yaml:6");
}

/* ---- commitment ---- */

#define COMMITTED "  commitment: 500000.00 USD\n  spent: 300000.00 USD\n"

/* 184 days from 30 June to the end of the year: 60493.15 */
static void what_is_not_bought_by_the_end_is_owed(void **state)
{
	(void)state;
	price_check_of(CONTRACT "  value: 120000.00 USD\n" COMMITTED, "commitment-shortfall",
		"139506.85 USD = 500000.00 USD − 300000.00 USD − 120000.00 USD × 184 / 365\n");
}

/* With a last day beyond the term: up to its end only, 92 days. */
static void a_commitment_ends_with_its_term(void **state)
{
	(void)state;
	price_check(&(struct plan_text){.records = "contract:\n  end: 2026-09-30\n"
						   "  value: 120000.00 USD\n" COMMITTED,
			    .by = "2026-12-31"},
		"commitment-shortfall",
		"169753.42 USD = 500000.00 USD − 300000.00 USD − 120000.00 USD × 92 / 365\n");
}

static void what_is_bought_beyond_it_is_no_gain(void **state)
{
	(void)state;
	price_check_of(CONTRACT "  value: 1000000.00 USD\n" COMMITTED, "commitment-shortfall",
		"0.00 USD = 500000.00 USD − 300000.00 USD − 1000000.00 USD × 184 / 365, at least "
		"0\n");
}

static void a_commitment_without_what_is_spent_is_missing(void **state)
{
	(void)state;
	price_check_of(CONTRACT "  value: 1.00 USD\n  commitment: 500000.00 USD\n",
		"commitment-shortfall", "missing: contract.spent is not given\n");
	price_check_of(
		CONTRACT, "commitment-shortfall", "not applicable: no commitment is agreed\n");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, tree_begin, tree_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(unused_days_of_a_year_are_refunded),
		TEST(a_leap_year_has_a_day_more),
		TEST(without_a_clause_all_of_it_is_to_be_asked_for),
		TEST(half_is_ours_and_half_to_be_asked_for),
		TEST(a_refund_needs_the_right_to_leave),
		TEST(days_beyond_the_natural_end_are_owed_in_full),
		TEST(at_the_end_of_the_term_all_that_is_left_is_owed),
		TEST(each_payment_is_rounded_on_its_own),
		TEST(a_month_has_its_own_days),
		TEST(currencies_round_to_their_own_minor_unit),
		TEST(a_payment_after_the_end_is_all_unused),
		TEST(what_will_be_paid_later_does_not_exist_yet),
		TEST(nothing_prepaid_is_not_applicable),
		TEST(a_refund_says_what_it_lacks),
		TEST(cause_has_its_own_share_and_no_fee),
		TEST(cause_without_its_own_share_is_as_without_cause),
		TEST(an_insolvent_partner_must_be_asked_for_all),
		TEST(a_fee_is_fixed_and_a_share_of_the_rest),
		TEST(without_a_clause_the_rest_is_owed),
		TEST(with_convenience_and_no_clause_there_is_no_fee),
		TEST(the_first_step_that_reaches_the_day_holds),
		TEST(a_fee_is_only_for_leaving_early),
		TEST(a_fee_says_what_it_lacks),
		TEST(it_is_due_on_the_last_day_at_its_clause),
		TEST(what_is_not_bought_by_the_end_is_owed),
		TEST(a_commitment_ends_with_its_term),
		TEST(what_is_bought_beyond_it_is_no_gain),
		TEST(a_commitment_without_what_is_spent_is_missing),
	};

	return cmocka_run_group_tests_name("exit money", tests, NULL, NULL);
}
