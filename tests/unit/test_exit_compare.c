/* What staying and leaving cost until the same day (E4). As of 2026-06-30, 100.00 EUR a day. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lived.h"
#include "tree.h"

static void check_text(
	const struct plan_text *text, const char *until, const char *recover, const char *leave)
{
	struct planned planned;
	const struct plan_decision *decision;

	plan_open(&planned, text);
	decision = planned.plan->decision;
	assert_string_equal(plan_day(&planned, decision->until), until);
	assert_string_equal(plan_amount(&planned, decision->recover_cost), recover);
	assert_string_equal(plan_amount(&planned, decision->exit_cost), leave);
	plan_close(&planned);
}

static void check(const char *records, const char *recover, const char *leave)
{
	check_text(&(struct plan_text){.records = records}, "2027-12-31", recover, leave);
}

/* 184 + 365 days; of leaving 184 + (61 + 365) days, for nobody knows what comes instead. */
static void both_run_until_a_year_after_the_end(void **state)
{
	(void)state;
	check(CONTRACT("") EXIT(""), "54900.00 EUR", "61000.00 EUR");
}

/* 184 + 365 + 31 + 28 days; of leaving 184, 59 bridged, and 365. */
static void a_later_cutover_is_the_end(void **state)
{
	(void)state;
	check_text(&(struct plan_text){.records = CONTRACT("") EXIT_ON("2027-02-28", "")},
		"2028-02-28", "60800.00 EUR", "60800.00 EUR");
}

static void a_leap_day_is_clamped(void **state)
{
	struct planned planned;

	(void)state;
	plan_open(&planned, &(struct plan_text){.records = CONTRACT("") EXIT_ON("2028-02-29", "")});
	assert_string_equal(plan_day(&planned, planned.plan->decision->until), "2029-02-28");
	plan_close(&planned);
}

/* 184 days, once 500.00, and 12 × 1000.00 × 426 / 365 = 14005.479… */
static void the_alternative_runs_from_the_cutover_on(void **state)
{
	(void)state;
	check(CONTRACT("") EXIT(", alternatives: [{kind: replacement, cost: 500.00 EUR, "
				"running: 1000.00 EUR}]"),
		"54900.00 EUR", "32905.48 EUR");
}

/* 184 days, and 12 × 10.00 × 426 / 365 = 140.05… */
static void the_first_alternative_that_is_one_counts(void **state)
{
	(void)state;
	check(CONTRACT("") EXIT(", alternatives: [{kind: none, running: 999.00 EUR}, "
				"{kind: in-house, running: 10.00 EUR}, {running: 7.00 EUR}]"),
		"54900.00 EUR", "18540.05 EUR");
}

static void what_is_given_up_costs_nothing_more(void **state)
{
	(void)state;
	check(CONTRACT("") EXIT(", alternatives: [{kind: none, why: Nobody needs it}]"),
		"54900.00 EUR", "18400.00 EUR");
}

/* Paid are the 184 days to the end of the year: staying costs 365 more, leaving 426. */
static void what_is_paid_is_not_paid_again(void **state)
{
	(void)state;
	check(CONTRACT(", prepaid: [{from: 2026-01-01, to: 2026-12-31, amount: 36500.00 EUR}]")
			EXIT(""),
		"36500.00 EUR", "42600.00 EUR");
}

/* Half of the payment is for one day that costs 100.00: what is due is never below nothing. */
static void only_staying_may_cost_less_than_nothing(void **state)
{
	(void)state;
	check(CONTRACT(", prepaid: [{from: 2026-06-30, to: 2026-07-01, amount: 146000.00 EUR}]")
			EXIT(""),
		"-18100.00 EUR", "42600.00 EUR");
}

/* The end is on 2026-11-30, a month before the natural one: the refund of 31 days comes in. */
static void a_refund_lowers_the_cost_of_leaving(void **state)
{
	(void)state;
	check_text(&(struct plan_text){.records = CONTRACT(
					       ", prepaid: [{from: 2026-01-01, to: 2026-12-31, "
					       "amount: 36500.00 EUR}], "
					       "termination: {convenience: true, refund: 100%}")
					       EXIT(""),
			   .by = "2026-11-30"},
		"2027-12-31", "36500.00 EUR", "39500.00 EUR");
}

static void what_may_be_asked_for_does_not(void **state)
{
	(void)state;
	check_text(&(struct plan_text){.records = CONTRACT(
					       ", prepaid: [{from: 2026-01-01, to: 2026-12-31, "
					       "amount: 36500.00 EUR}], "
					       "termination: {convenience: true}") EXIT(""),
			   .by = "2026-11-30"},
		"2027-12-31", "36500.00 EUR", "42600.00 EUR");
}

/* 153 days, the fee, and 31 + 30 days more than in the first case. */
static void the_fee_adds_to_it(void **state)
{
	(void)state;
	check_text(
		&(struct plan_text){
			.records = CONTRACT(", termination: {convenience: true, fee: 250.00 EUR}")
				EXIT(""),
			.by = "2026-11-30"},
		"2027-12-31", "54900.00 EUR", "58150.00 EUR");
}

static void what_is_owed_for_the_past_is_owed_either_way(void **state)
{
	(void)state;
	check(CONTRACT("") EXIT(
		      "") "incidents:\n"
			  "  - {id: I-1, cause: partner, opened: 2026-05-01, credit: 70.00 EUR}\n"
			  "milestones:\n"
			  "  - {id: M-1, title: a, promised: 2026-01-01, due: 2026-02-01, penalty: 50.00 EUR}\n"
			  "  - {id: M-2, title: b, promised: 2026-01-01, due: 2026-02-01, reward: 30.00 EUR,\n"
			  "     delivered: 2026-01-20}\n",
		"54900.00 EUR", "61000.00 EUR");
}

#define IN_DOLLARS ", alternatives: [{kind: replacement, running: 1000.00 USD}]"

static void currencies_are_not_mixed(void **state)
{
	(void)state;
	check(CONTRACT("") EXIT(IN_DOLLARS), "54900.00 EUR", "none");
}

/* 549 × 100.00 × 0.8; 184 × 100.00 × 0.8 and 14005.479… × 0.5 */
static void currencies_with_rates_make_both_comparable(void **state)
{
	(void)state;
	check_text(&(struct plan_text){.records = CONTRACT("") EXIT(IN_DOLLARS),
			   .policy = "currency: GBP\n"
				     "rates: [{currency: EUR, rate: 0.8, on: 2026-06-30},\n"
				     "        {currency: USD, rate: 0.5, on: 2026-06-30}]\n"},
		"2027-12-31", "43920.00 GBP", "21722.74 GBP");
}

static void a_rate_of_tomorrow_is_none(void **state)
{
	(void)state;
	check_text(&(struct plan_text){.records = CONTRACT("") EXIT(IN_DOLLARS),
			   .policy = "currency: EUR\n"
				     "rates: [{currency: USD, rate: 0.5, on: 2026-07-01}]\n"},
		"2027-12-31", "54900.00 EUR", "none");
}

static void one_currency_stays_what_it_is(void **state)
{
	(void)state;
	check_text(&(struct plan_text){.records = CONTRACT("") EXIT(""),
			   .policy = "currency: GBP\n"
				     "rates: [{currency: EUR, rate: 0.8, on: 2026-06-30}]\n"},
		"2027-12-31", "54900.00 EUR", "61000.00 EUR");
}

static void nothing_of_another_currency_is_nothing(void **state)
{
	(void)state;
	check(CONTRACT("") EXIT(", decommission: 0.00 USD"), "54900.00 EUR", "61000.00 EUR");
}

static void without_a_value_nothing_is_known(void **state)
{
	(void)state;
	check("contract: {start: 2026-01-01, end: 2026-12-31}\n" EXIT(""), "none", "none");
}

/* 12.00 a day: 365.00 × 12 / 365. */
static void forecasts_stand_in_for_the_value(void **state)
{
	(void)state;
	check("contract: {start: 2026-01-01, end: 2026-12-31}\n"
	      "costs: [{kind: subscription, forecast: 365.00 EUR, per: month},\n"
	      "        {kind: staff, forecast: 999.00 EUR, per: month}]\n" EXIT(""),
		"6588.00 EUR", "7320.00 EUR");
}

static void without_a_cutover_there_is_no_day(void **state)
{
	(void)state;
	check_text(&(struct plan_text){.records = CONTRACT("") "exit: {drop: [cutover]}\n"}, "none",
		"none", "none");
}

static void tasks_in_a_circle_leave_no_day(void **state)
{
	(void)state;
	check_text(
		&(struct plan_text){
			.records = CONTRACT("") "exit: {tasks: [{id: gate, after: [closure]}]}\n"},
		"none", "none", "none");
}

/* Nothing is due any more, and nothing bridged but the 214 days until the cutover. */
static void a_contract_that_is_over_runs_no_more(void **state)
{
	(void)state;
	check_text(&(struct plan_text){.records = "contract: {start: 2025-01-01, end: 2026-03-31, "
						  "value: 36500.00 EUR}\n" EXIT("")},
		"2027-10-31", "48800.00 EUR", "57900.00 EUR");
}

static void what_does_not_fit_is_not_known(void **state)
{
	(void)state;
	check("contract: {start: 2026-01-01, end: 2026-12-31, "
	      "value: 90000000000000000.00 EUR, per: month}\n" EXIT(""),
		"none", "none");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, tree_begin, tree_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(both_run_until_a_year_after_the_end),
		TEST(a_later_cutover_is_the_end),
		TEST(a_leap_day_is_clamped),
		TEST(the_alternative_runs_from_the_cutover_on),
		TEST(the_first_alternative_that_is_one_counts),
		TEST(what_is_given_up_costs_nothing_more),
		TEST(what_is_paid_is_not_paid_again),
		TEST(only_staying_may_cost_less_than_nothing),
		TEST(a_refund_lowers_the_cost_of_leaving),
		TEST(what_may_be_asked_for_does_not),
		TEST(the_fee_adds_to_it),
		TEST(what_is_owed_for_the_past_is_owed_either_way),
		TEST(currencies_are_not_mixed),
		TEST(currencies_with_rates_make_both_comparable),
		TEST(a_rate_of_tomorrow_is_none),
		TEST(one_currency_stays_what_it_is),
		TEST(nothing_of_another_currency_is_nothing),
		TEST(without_a_value_nothing_is_known),
		TEST(forecasts_stand_in_for_the_value),
		TEST(without_a_cutover_there_is_no_day),
		TEST(tasks_in_a_circle_leave_no_day),
		TEST(a_contract_that_is_over_runs_no_more),
		TEST(what_does_not_fit_is_not_known),
	};

	return cmocka_run_group_tests_name("exit compare", tests, NULL, NULL);
}
