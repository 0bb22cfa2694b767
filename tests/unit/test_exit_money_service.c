/* Money of an exit: what service costs by day, and until it has moved. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "priced.h"
#include "tree.h"

#define MIXED "missing: the amounts do not add up: they are in several currencies, or too large\n"
#define NO_VALUE \
	"missing: contract.value is not given, nor are forecasts for subscription or services\n"

/* ---- charges by day, as they show in riding it out: 184 days from 30 June on ---- */

#define ENDS "contract:\n  end: 2026-12-31\n"

static void a_value_is_for_a_year_unless_it_says_otherwise(void **state)
{
	(void)state;
	price_check_of(ENDS "  value: 36500.00 USD\n", "ride-out",
		"18400.00 USD = 36500.00 USD × 184 / 365\n");
	price_check_of(ENDS "  value: 1000.00 USD\n  per: quarter\n", "ride-out",
		"2016.44 USD = 1000.00 USD × 184 × 4 / 365\n");
	price_check_of(ENDS "  value: 1000.00 USD\n  per: month\n", "ride-out",
		"6049.32 USD = 1000.00 USD × 184 × 12 / 365\n");
	price_check_of(ENDS "  value: 0.00 USD\n", "ride-out", "0.00 USD = 0.00 USD × 184 / 365\n");
}

#define TERMS                                                                      \
	"contract:\n  start: 2026-01-01\n  end: 2026-09-30\n  renewal_term: 3mo\n" \
	"  value: 27300.00 USD\n  per: term\n"

/* The first has 273 days, of which 92 are left; those that follow are charged as a whole. */
static void whole_terms_are_charged_as_one_piece(void **state)
{
	struct plan_text text = {.records = TERMS "  renewal: auto\n", .by = "2026-12-31"};

	(void)state;
	price_check(&text, "ride-out", "36500.00 USD = 27300.00 USD × 92 / 273 + 27300.00 USD\n");
	text.by = "2027-04-01"; /* the natural end is 30 June */
	price_check(
		&text, "ride-out", "91100.00 USD = 27300.00 USD × 92 / 273 + 27300.00 USD × 3\n");
	text.as_of = "2026-09-30";
	price_check(&text, "ride-out", "81900.00 USD = 27300.00 USD × 3\n");
}

/* 50 of the 92 days up to 31 December, and of the 90 after that. */
static void the_rest_of_a_term_is_charged_by_days(void **state)
{
	struct plan_text text = {.records = TERMS "  renewal: auto\n  commitment: 99999.99 USD\n"
						  "  spent: 0.00 USD\n",
		.as_of = "2026-11-11"};

	(void)state;
	price_check(&text, "commitment-shortfall",
		"85163.03 USD = 99999.99 USD − 0.00 USD − 27300.00 USD × 50 / 92\n");
	price_check(&(struct plan_text){.records = TERMS "  renewal: auto\n"
							 "  transition: {period: 6mo}\n"
							 "exit: {tasks: [{id: cutover, "
							 "fixed: 2027-02-19}]}\n"},
		"transition-service", "42466.67 USD = 27300.00 USD + 27300.00 USD × 50 / 90\n");
}

/* From 1 July 2026 on, as many terms as there are days. */
#define DAILY                                                                  \
	"contract:\n  start: 2026-01-01\n  end: 2026-01-01\n  renewal: auto\n" \
	"  renewal_term: 1d\n  value: 1.00 USD\n  per: term\n  transition: {period: 0d}\n"

static void terms_of_a_day_add_up_to_the_last_day_there_is(void **state)
{
	struct plan_text text = {.records = DAILY, .by = "9999-12-29"};

	(void)state;
	price_check(&text, "ride-out", "2912260.00 USD = 1.00 USD × 2912260\n");
	text.by = "9999-12-30";
	price_check(&text, "ride-out", "2912261.00 USD = 1.00 USD × 2912261\n");
	text.by = "9999-12-31";
	price_check(&text, "ride-out", "2912262.00 USD = 1.00 USD × 2912262\n");
}

static void the_last_term_goes_on(void **state)
{
	(void)state;
	price_check(&(struct plan_text){.records = TERMS, .by = "2026-12-31"}, "ride-out",
		"18400.00 USD = 27300.00 USD × 184 / 273\n");
}

static void a_value_of_a_term_needs_its_days(void **state)
{
	(void)state;
	price_check_of(ENDS "  value: 1.00 USD\n  per: term\n", "ride-out",
		"missing: contract.value is per term, and contract.start is not given\n");
	price_check_of("contract:\n  start: 2026-01-01\n  value: 1.00 USD\n  per: term\n",
		"ride-out", "missing: contract.value is per term, and contract.end is not given\n");
}

static void forecasts_count_without_a_value(void **state)
{
	(void)state;
	/* 365 × 12 / 365 a day, and 10 of 20 days at 10 a day */
	price_check_of(ENDS
		"costs:\n"
		"  - {kind: subscription, from: 2026-01-01, per: month, forecast: 365.00 USD}\n"
		"  - {kind: staff, from: 2026-01-01, per: month, forecast: 365.00 USD}\n"
		"  - {kind: services, from: 2026-06-21, to: 2026-07-10, forecast: 200.00 USD}\n"
		"  - {kind: services, from: 2026-06-01, to: 2026-06-30, forecast: 9.00 EUR}\n",
		"ride-out", "2308.00 USD = 365.00 USD × 184 × 12 / 365 + 200.00 USD × 10 / 20\n");
}

static void a_long_sum_says_how_much_more_there_is(void **state)
{
	(void)state;
#define DAY(n) "  - {kind: services, from: 2026-07-0" #n ", forecast: " #n ".00 USD}\n"
	price_check_of(ENDS "costs:\n" DAY(1) DAY(2) DAY(3) DAY(4) DAY(5) DAY(6) DAY(7) DAY(8),
		"ride-out",
		"36.00 USD = 1.00 USD + 2.00 USD + 3.00 USD + 4.00 USD + 5.00 USD + 6.00 USD + 2 "
		"more\n");
}

static void what_is_prepaid_is_taken_off(void **state)
{
	(void)state;
	/* 31 of the last 92 days of a payment of 9200 for 92 days, and one that is over */
	price_check_of(ENDS "  value: 36500.00 USD\n  prepaid:\n"
			    "    - {from: 2026-05-01, to: 2026-07-31, amount: 9200.00 USD}\n"
			    "    - {from: 2026-01-01, to: 2026-04-30, amount: 9200.00 EUR}\n",
		"ride-out", "15300.00 USD = 36500.00 USD × 184 / 365 − 9200.00 USD × 31 / 92\n");
}

static void more_than_is_due_is_no_gain(void **state)
{
	(void)state;
	price_check_of(ENDS "  value: 36500.00 USD\n  prepaid: "
			    "[{from: 2026-01-01, to: 2026-12-31, amount: 40000.00 USD}]\n",
		"ride-out",
		"0.00 USD = 36500.00 USD × 184 / 365 − 40000.00 USD × 184 / 365, at least 0\n");
}

static void currencies_are_never_mixed(void **state)
{
	(void)state;
	price_check_of(ENDS "  value: 36500.00 USD\n  prepaid: "
			    "[{from: 2026-01-01, to: 2026-12-31, amount: 40000.00 EUR}]\n",
		"ride-out", MIXED);
	price_check_of(ENDS "costs:\n"
			    "  - {kind: services, from: 2026-07-01, forecast: 5.00 USD}\n"
			    "  - {kind: services, from: 2026-07-02, forecast: 5.00 EUR}\n",
		"ride-out", MIXED);
}

static void riding_it_out_says_what_it_lacks(void **state)
{
	(void)state;
	price_check_of(ENDS, "ride-out", NO_VALUE);
	price_check_of(ENDS "  value: 1.00 USD\n  prepaid: [{from: 2026-01-01}]\n", "ride-out",
		"missing: contract.prepaid lacks a first day, a last day or an amount\n");
	price_check_of("contract: {value: 1.00 USD}\nexit: {drop: [cutover]}\n", "ride-out",
		"missing: the end of the term is not known\n");
}

/* ---- service while it moves ---- */

/* Migration 4 January to 2 February, parallel run to the 16th, go-no-go, cutover on the 18th;
 * knowledge transfer on 8 business days. */
#define MOVE                                                     \
	"exit:\n  tasks:\n"                                      \
	"    - {id: migration, fixed: 2027-01-04, takes: 30d}\n" \
	"    - {id: parallel-run, takes: 14d}\n"                 \
	"    - {id: knowledge-transfer, fixed: 2026-10-05, takes: 10d}\n"
#define HUNDRED ENDS "  value: 36500.00 USD\n" /* a day */
#define MONTH "  transition: {period: 30d}\n"

static void transition_is_paid_until_service_ends(void **state)
{
	struct plan_text text = {.records = HUNDRED MONTH MOVE};

	(void)state;
	price_check(&text, "transition-service", "3000.00 USD = 36500.00 USD × 30 / 365\n");
	price_place(&text, "transition-service", "2027-01-30 contract.value acme.yaml:6");
}

static void transition_after_an_early_cutover_costs_nothing(void **state)
{
	(void)state;
	price_check_of("contract:\n  end: 2027-12-31\n  value: 36500.00 USD\n" MONTH MOVE,
		"transition-service", "0.00 USD = 36500.00 USD × 0 / 365\n");
	price_check_of("contract:\n  end: 2027-12-31\n" MONTH MOVE, "transition-service",
		"not applicable: no charge on no days\n");
}

static void transition_that_is_prepaid_costs_nothing(void **state)
{
	(void)state;
	price_check_of(HUNDRED MONTH
		"  prepaid: "
		"[{from: 2026-02-01, to: 2027-01-31, amount: 36500.00 USD}]\n" MOVE,
		"transition-service",
		"0.00 USD = 36500.00 USD × 30 / 365 − 36500.00 USD × 30 / 365, at least 0\n");
}

/* Not agreed, or not helped: service ends with the contract. */
static void without_transition_there_are_no_days_to_pay(void **state)
{
	(void)state;
	price_check_of(HUNDRED MOVE, "transition-service", "0.00 USD = 36500.00 USD × 0 / 365\n");
	price_check(&(struct plan_text){.records = HUNDRED MONTH MOVE, .stressed = true},
		"transition-service", "0.00 USD = 36500.00 USD × 0 / 365\n");
}

static void transition_needs_a_charge_if_it_has_days(void **state)
{
	(void)state;
	price_check_of(ENDS MONTH MOVE, "transition-service", NO_VALUE);
	price_check_of(ENDS MOVE, "transition-service", "not applicable: no charge on no days\n");
	price_check(&(struct plan_text){.records = ENDS MONTH MOVE, .stressed = true},
		"transition-service", "not applicable: no charge on no days\n");
}

static void the_days_that_are_lacking_are_bridged(void **state)
{
	struct plan_text text = {.records = HUNDRED MONTH MOVE};

	(void)state;
	price_check(&text, "bridge", "1900.00 USD = 36500.00 USD × 19 / 365\n");
	price_place(&text, "bridge", "2027-02-18 contract.value acme.yaml:6");
	price_check_of(HUNDRED MOVE, "bridge", "4900.00 USD = 36500.00 USD × 49 / 365\n");
}

static void no_bridge_without_lacking_days_or_help(void **state)
{
	(void)state;
	price_check_of("contract:\n  end: 2027-12-31\n  value: 36500.00 USD\n" MOVE, "bridge",
		"0.00 USD = 36500.00 USD × 0 / 365\n");
	price_check(&(struct plan_text){.records = HUNDRED MOVE, .stressed = true}, "bridge",
		"not applicable: the partner does not help\n");
	price_check_of(HUNDRED "exit: {drop: [cutover]}\n", "bridge",
		"missing: the end of the cutover is not known\n");
}

/* ---- help with the change ---- */

#define HELP(included) \
	ENDS "  transition: {day_rate: 500.00 USD, included_days: " included "}\n" MOVE

static void days_of_help_beyond_those_included_are_paid(void **state)
{
	struct plan_text text = {.records = HELP("3")};

	(void)state;
	price_check(&text, "transition-assistance",
		"2500.00 USD = (8 − 3) business days × 500.00 USD\n");
	price_place(&text, "transition-assistance",
		"2026-10-14 contract.transition.day_rate acme.yaml:6");
	price_check_of(HELP("9"), "transition-assistance",
		"0.00 USD = (8 − 9) business days × 500.00 USD, at least 0\n");
	price_check_of(HELP("3") "  holidays: [2026-10-12]\n", "transition-assistance",
		"2000.00 USD = (7 − 3) business days × 500.00 USD\n");
}

static void help_needs_a_price_and_what_is_included(void **state)
{
	(void)state;
	price_check_of(ENDS MOVE, "transition-assistance",
		"missing: contract.transition.day_rate is not given\n");
	price_check_of(ENDS "  transition: {included_days: 8}\n" MOVE, "transition-assistance",
		"missing: contract.transition.day_rate is not given\n");
	price_check_of(ENDS "  transition: {day_rate: 500.00 USD}\n" MOVE, "transition-assistance",
		"missing: contract.transition.included_days is not given\n");
}

static void no_help_is_paid_when_there_is_none_to_come(void **state)
{
	(void)state;
	price_check(&(struct plan_text){.records = HELP("3"), .stressed = true},
		"transition-assistance", "not applicable: the partner does not help\n");
	price_check_of("exit: {drop: [knowledge-transfer]}\n", "transition-assistance",
		"not applicable: knowledge-transfer is dropped\n");
	price_check_of("exit: {tasks: [{id: knowledge-transfer, done: 2026-06-30}]}\n",
		"transition-assistance", "not applicable: knowledge-transfer is done\n");
	price_check_of("exit: {tasks: [{id: own, after: [unknown]}]}\n", "transition-assistance",
		"missing: the days of knowledge-transfer are not known\n");
}

/* ---- two at a time ---- */

#define OVERLAP "  monthly_overlap: 3650.00 USD\n" /* 120 a day */

static void both_run_from_migration_to_cutover(void **state)
{
	struct plan_text text = {.records = MOVE OVERLAP};

	(void)state;
	price_check(&text, "parallel-running", "5520.00 USD = 3650.00 USD × 46 × 12 / 365\n");
	price_place(&text, "parallel-running", "2027-02-18 exit.monthly_overlap acme.yaml:9");
}

static void days_that_are_past_are_not_paid_again(void **state)
{
	(void)state;
	/* from 30 June to 18 February */
	price_check_of("exit:\n  tasks:\n    - {id: migration, done: 2026-05-01}\n"
		       "    - {id: cutover, fixed: 2027-02-18}\n" OVERLAP,
		"parallel-running", "28080.00 USD = 3650.00 USD × 234 × 12 / 365\n");
}

static void running_two_says_what_it_lacks(void **state)
{
	(void)state;
	price_check_of(MOVE, "parallel-running", "missing: exit.monthly_overlap is not given\n");
	price_check_of("exit:\n  drop: [cutover]\n" OVERLAP, "parallel-running",
		"missing: the end of the cutover is not known\n");
	price_check_of("exit:\n  tasks: [{id: own, after: [unknown]}]\n" OVERLAP,
		"parallel-running", "missing: the start of migration is not known\n");
	price_check_of("exit:\n  drop: [migration]\n" OVERLAP, "parallel-running",
		"missing: the start of migration is not known\n");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, tree_begin, tree_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_value_is_for_a_year_unless_it_says_otherwise),
		TEST(whole_terms_are_charged_as_one_piece),
		TEST(the_rest_of_a_term_is_charged_by_days),
		TEST(terms_of_a_day_add_up_to_the_last_day_there_is),
		TEST(the_last_term_goes_on),
		TEST(a_value_of_a_term_needs_its_days),
		TEST(forecasts_count_without_a_value),
		TEST(a_long_sum_says_how_much_more_there_is),
		TEST(what_is_prepaid_is_taken_off),
		TEST(more_than_is_due_is_no_gain),
		TEST(currencies_are_never_mixed),
		TEST(riding_it_out_says_what_it_lacks),
		TEST(transition_is_paid_until_service_ends),
		TEST(transition_after_an_early_cutover_costs_nothing),
		TEST(transition_that_is_prepaid_costs_nothing),
		TEST(without_transition_there_are_no_days_to_pay),
		TEST(transition_needs_a_charge_if_it_has_days),
		TEST(the_days_that_are_lacking_are_bridged),
		TEST(no_bridge_without_lacking_days_or_help),
		TEST(days_of_help_beyond_those_included_are_paid),
		TEST(help_needs_a_price_and_what_is_included),
		TEST(no_help_is_paid_when_there_is_none_to_come),
		TEST(both_run_from_migration_to_cutover),
		TEST(days_that_are_past_are_not_paid_again),
		TEST(running_two_says_what_it_lacks),
	};

	return cmocka_run_group_tests_name("exit money service", tests, NULL, NULL);
}
