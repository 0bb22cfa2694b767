/* Cost to the end of life (E4): what runs, what is paid, what comes once. As of 2026-06-30,
 * 100.00 EUR a day until 2026-12-31, unless a text says otherwise: 184 days. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lived.h"
#include "tree.h"

static void check(const char *records, const char *expected)
{
	life_check(&(struct plan_text){.records = records}, expected);
}

static void check_discounted(const char *records, const char *expected)
{
	life_check(&(struct plan_text){.records = records, .policy = "discount_rate: 10%\n"},
		expected);
}

/* ---- what runs ---- */

static void the_contract_runs_until_its_end(void **state)
{
	(void)state;
	check(CONTRACT("") EXIT(""), "EUR: 18400.00 EUR, 18400.00 EUR, 18400.00 EUR, none");
}

/* 59 days more, which `transition-service` charges, too. */
static void it_runs_on_until_a_later_cutover(void **state)
{
	(void)state;
	check(CONTRACT(", transition: {period: 3mo}") EXIT_ON("2027-02-28", ""),
		"EUR: 24300.00 EUR, 24300.00 EUR, 24300.00 EUR, none");
}

/* The same 59 days, which `bridge` charges, too. */
static void a_bridge_is_not_paid_twice(void **state)
{
	(void)state;
	check(CONTRACT("") EXIT_ON("2027-02-28", ""),
		"EUR: 24300.00 EUR, 24300.00 EUR, 24300.00 EUR, none");
}

static void a_line_adds_to_the_contract(void **state)
{
	(void)state;
	check(CONTRACT("") EXIT("") "costs: [{kind: staff, forecast: 365.00 EUR, per: month}]\n",
		"EUR: 20608.00 EUR, 20608.00 EUR, 20608.00 EUR, none");
}

static void a_line_without_a_kind_counts(void **state)
{
	(void)state;
	check(CONTRACT("") EXIT("") "costs: [{forecast: 365.00 EUR, per: month}]\n",
		"EUR: 20608.00 EUR, 20608.00 EUR, 20608.00 EUR, none");
}

static void of_a_line_only_its_days_count(void **state)
{
	(void)state;
	check(CONTRACT("") EXIT(
		      "") "costs:\n"
			  "  - {kind: staff, from: 2026-12-22, to: 2027-03-31, forecast: 365.00 EUR, per: month}\n"
			  "  - {kind: staff, from: 2026-06-26, to: 2026-07-05, forecast: 80.00 EUR}\n"
			  "  - {kind: staff, from: 2026-01-01, to: 2026-06-30, forecast: 999.00 EUR}\n"
			  "  - {kind: staff, from: 2027-01-01, forecast: 999.00 EUR, per: month}\n",
		"EUR: 18560.00 EUR, 18560.00 EUR, 18560.00 EUR, none");
}

/* 92 days by the lines, which overlap, and 92 by the value. */
static void a_contract_line_stands_for_its_days(void **state)
{
	(void)state;
	check(CONTRACT("") EXIT(
		      "") "costs:\n"
			  "  - {kind: services, from: 2026-07-01, to: 2026-09-30, forecast: 365.00 EUR,\n"
			  "     per: month}\n"
			  "  - {kind: subscription, from: 2026-09-01, to: 2026-09-10, forecast: 10.00 EUR}\n"
			  "  - {kind: services, from: 2026-08-01, to: 2026-08-31, actual: 10.00 EUR}\n",
		"EUR: 10314.00 EUR, 10314.00 EUR, 10314.00 EUR, none");
}

/* 12 days between the lines are left to the value, and the 31 of December. */
static void days_between_lines_are_the_contracts(void **state)
{
	(void)state;
	check(CONTRACT("") EXIT(
		      "") "costs:\n"
			  "  - {kind: services, from: 2026-10-13, to: 2026-11-30, forecast: 365.00 EUR,\n"
			  "     per: month}\n"
			  "  - {kind: services, from: 2026-05-01, to: 2026-09-30, forecast: 365.00 EUR,\n"
			  "     per: month}\n",
		"EUR: 5992.00 EUR, 5992.00 EUR, 5992.00 EUR, none");
}

static void without_a_value_the_lines_are_all(void **state)
{
	(void)state;
	check("contract: {start: 2026-01-01, end: 2026-12-31}\n" EXIT(
		      "") "costs: [{kind: subscription, forecast: 365.00 EUR, per: month}]\n",
		"EUR: 2208.00 EUR, 2208.00 EUR, 2208.00 EUR, none");
}

/* The move is paid once, as a line of the money; the budget is no cost. */
static void leaving_does_not_run(void **state)
{
	(void)state;
	check(CONTRACT("")
			EXIT("") "costs:\n"
				 "  - {kind: migration, from: 2026-08-01, forecast: 500.00 EUR}\n"
				 "  - {kind: exit, from: 2026-08-01, forecast: 7000.00 EUR}\n",
		"EUR: 18900.00 EUR, 18900.00 EUR, 18900.00 EUR, none");
}

static void what_a_dispute_took_out_does_not_run(void **state)
{
	(void)state;
	check(CONTRACT("") EXIT(
		      "") "costs: [{kind: staff, forecast: 365.00 EUR, per: month}]\n"
			  "disputes: [{record: 'cost:#1', by: us, on: 2026-05-01, settled: 2026-05-02,\n"
			  "  upheld: true, reason: wrong}]\n",
		"EUR: 18400.00 EUR, 18400.00 EUR, 18400.00 EUR, none");
}

/* ---- what is paid ---- */

static void what_is_prepaid_is_not_paid_again(void **state)
{
	(void)state;
	check(CONTRACT(", prepaid: [{from: 2026-01-01, to: 2026-12-31, amount: 36500.00 EUR}]")
			EXIT(""),
		"EUR: 0.00 EUR, 0.00 EUR, 0.00 EUR, none");
}

static void a_payment_that_begins_later_is_not_known_yet(void **state)
{
	(void)state;
	check(CONTRACT(", prepaid: [{from: 2026-07-01, to: 2026-12-31, amount: 18400.00 EUR}]")
			EXIT(""),
		"EUR: 18400.00 EUR, 18400.00 EUR, 18400.00 EUR, none");
}

static void a_payment_for_a_charge_unknown_lowers_nothing(void **state)
{
	(void)state;
	check("contract: {start: 2026-01-01, end: 2026-12-31, prepaid: "
	      "[{from: 2026-01-01, to: 2026-12-31, amount: 36500.00 EUR}]}\n" EXIT(""),
		"EUR: 0.00 EUR, 0.00 EUR, 0.00 EUR, none");
}

/* ---- what comes once ---- */

#define CREDIT         \
	"incidents:\n" \
	"  - {id: I-1, cause: partner, opened: 2026-05-01, credit: 100.00 EUR}\n"

#define EGRESS(requested)                                                              \
	EXIT(", decommission: 1000.00 EUR, data: [{id: d, title: d, volume_gb: 50}], " \
	     "egress: {free_gb: 0, rate: 1 EUR" requested "}")

static void lines_of_the_money_add_to_it(void **state)
{
	(void)state;
	check("contract: {end: 2026-12-31}\n" EGRESS("") CREDIT,
		"EUR: 950.00 EUR, 950.00 EUR, 950.00 EUR, none");
}

static void egress_may_be_waived_once_it_is_asked_for(void **state)
{
	(void)state;
	check("contract: {end: 2026-12-31}\n" EGRESS(", requested: 2026-06-30") CREDIT,
		"EUR: 900.00 EUR, 950.00 EUR, 950.00 EUR, none");
	check("contract: {end: 2026-12-31}\n" EGRESS(", requested: 2026-07-01") CREDIT,
		"EUR: 950.00 EUR, 950.00 EUR, 950.00 EUR, none");
}

static void what_is_disputed_may_not_come(void **state)
{
	(void)state;
	check("contract: {end: 2026-12-31}\n" EGRESS("") CREDIT
		"disputes: [{record: 'incident:I-1', by: partner, on: 2026-06-01, reason: no}]\n",
		"EUR: 950.00 EUR, 950.00 EUR, 1050.00 EUR, none");
}

/* In an insolvency all can only be asked for. */
static void what_is_asked_for_may_come(void **state)
{
	(void)state;
	life_check(&(struct plan_text){.records = "contract: {end: 2026-12-31}\n" EGRESS("") CREDIT,
			   .reason = EXIT_INSOLVENCY + 1},
		"EUR: 950.00 EUR, 1050.00 EUR, 1050.00 EUR, none");
}

static void each_currency_has_its_row(void **state)
{
	(void)state;
	check(CONTRACT("") EXIT(
		      ", decommission: 5 JPY") "costs: [{kind: other, from: 2026-08-01, forecast: 3.500 KWD}]\n",
		"KWD: 3.500 KWD, 3.500 KWD, 3.500 KWD, none\n"
		"EUR: 18400.00 EUR, 18400.00 EUR, 18400.00 EUR, none\n"
		"JPY: 5 JPY, 5 JPY, 5 JPY, none");
}

/* ---- what is not known ---- */

static void without_an_end_there_is_nothing(void **state)
{
	(void)state;
	check("contract: {start: 2026-01-01, value: 36500.00 EUR}\n"
	      "exit: {drop: [cutover], decommission: 10.00 EUR}\n",
		"");
}

static void without_anything_there_is_nothing(void **state)
{
	(void)state;
	check("contract: {end: 2026-12-31}\n" EXIT(""), "");
}

static void a_service_that_is_over_costs_no_more(void **state)
{
	(void)state;
	check_discounted(
		"contract: {start: 2025-01-01, end: 2026-05-31, value: 36500.00 EUR}\n" EXIT_ON(
			"2026-06-30", ""),
		"");
}

/* Per term, of a term without a first day. */
static void a_rate_unknown_leaves_the_currency_open(void **state)
{
	(void)state;
	check_discounted("contract: {end: 2026-12-31, value: 36500.00 EUR, per: term}\n" EXIT(
				 ", decommission: 10.00 EUR"),
		"EUR: none, none, none, none");
}

static void what_does_not_fit_is_not_known(void **state)
{
	(void)state;
	check_discounted("contract: {start: 2026-01-01, end: 2026-12-31, "
			 "value: 90000000000000000.00 EUR, per: month}\n" EXIT(""),
		"EUR: none, none, none, none");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, tree_begin, tree_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_contract_runs_until_its_end),
		TEST(it_runs_on_until_a_later_cutover),
		TEST(a_bridge_is_not_paid_twice),
		TEST(a_line_adds_to_the_contract),
		TEST(a_line_without_a_kind_counts),
		TEST(of_a_line_only_its_days_count),
		TEST(a_contract_line_stands_for_its_days),
		TEST(days_between_lines_are_the_contracts),
		TEST(without_a_value_the_lines_are_all),
		TEST(leaving_does_not_run),
		TEST(what_a_dispute_took_out_does_not_run),
		TEST(what_is_prepaid_is_not_paid_again),
		TEST(a_payment_that_begins_later_is_not_known_yet),
		TEST(a_payment_for_a_charge_unknown_lowers_nothing),
		TEST(lines_of_the_money_add_to_it),
		TEST(egress_may_be_waived_once_it_is_asked_for),
		TEST(what_is_disputed_may_not_come),
		TEST(what_is_asked_for_may_come),
		TEST(each_currency_has_its_row),
		TEST(without_an_end_there_is_nothing),
		TEST(without_anything_there_is_nothing),
		TEST(a_service_that_is_over_costs_no_more),
		TEST(a_rate_unknown_leaves_the_currency_open),
		TEST(what_does_not_fit_is_not_known),
	};

	return cmocka_run_group_tests_name("exit life", tests, NULL, NULL);
}
