/* Cost to the end of life (E4): how well forecasts came true, and what it is worth today. As of
 * 2026-06-30, 100.00 EUR a day until 2026-12-31, unless a text says otherwise: 184 days. */
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

static void check_value(const char *records, const char *expected)
{
	life_check(&(struct plan_text){.records = records, .policy = "discount_rate: 10%\n"},
		expected);
}

/* ---- how forecasts came true ---- */

#define PAIR                                                                                      \
	"costs:\n"                                                                                \
	"  - {kind: staff, from: 2026-01-01, to: 2026-06-30, forecast: 365.00 EUR, per: month,\n" \
	"     actual: 730.00 EUR}\n"                                                              \
	"  - {kind: staff, from: 2026-01-01, forecast: 365.00 EUR, per: month,\n"                 \
	"     actual: 365.00 EUR}\n"

/* Twice, and as much as forecast: half more is expected of 2208.00. */
static void lines_teach_what_to_expect(void **state)
{
	(void)state;
	check(CONTRACT("") EXIT("") PAIR, "EUR: 20608.00 EUR, 21712.00 EUR, 22816.00 EUR, none");
}

/* 0.5 and 0.75: less is the best case, but the worst is the forecast. */
static void cheap_lines_lower_only_the_low_end(void **state)
{
	(void)state;
	check(CONTRACT("") EXIT(
		      "") "costs:\n"
			  "  - {kind: staff, from: 2026-01-01, to: 2026-06-30, forecast: 365.00 EUR, per: month,\n"
			  "     actual: 182.50 EUR}\n"
			  "  - {kind: staff, from: 2026-01-01, forecast: 365.00 EUR, per: month,\n"
			  "     actual: 365.00 EUR}\n",
		"EUR: 19504.00 EUR, 20056.00 EUR, 20608.00 EUR, none");
}

/* 1000.00 once that became 3000.00, and 365.00 a month as forecast: 2208.00 × 3365 / 1365. */
static void a_line_teaches_by_its_amounts_as_written(void **state)
{
	(void)state;
	check(CONTRACT("") EXIT(
		      "") "costs:\n"
			  "  - {kind: staff, from: 2026-01-01, to: 2026-06-30, forecast: 1000.00 EUR,\n"
			  "     actual: 3000.00 EUR}\n"
			  "  - {kind: staff, from: 2026-01-01, forecast: 365.00 EUR, per: month,\n"
			  "     actual: 365.00 EUR}\n",
		"EUR: 20608.00 EUR, 23843.16 EUR, 25024.00 EUR, none");
}

static void another_kind_is_not_judged_by_it(void **state)
{
	(void)state;
	check(CONTRACT("") EXIT(
		      "") "costs:\n"
			  "  - {kind: integration, from: 2026-01-01, to: 2026-06-30, forecast: 365.00 EUR,\n"
			  "     per: month, actual: 730.00 EUR}\n"
			  "  - {kind: staff, from: 2026-01-01, forecast: 365.00 EUR, per: month}\n",
		"EUR: 20608.00 EUR, 20608.00 EUR, 20608.00 EUR, none");
}

/* One has not begun, one was for nothing, one was billed in another currency. */
static void some_lines_teach_nothing(void **state)
{
	(void)state;
	check(CONTRACT("") EXIT(
		      "") "costs:\n"
			  "  - {kind: staff, from: 2026-01-01, forecast: 365.00 EUR, per: month,\n"
			  "     actual: 365.00 EUR}\n"
			  "  - {kind: staff, from: 2027-01-01, forecast: 1.00 EUR, actual: 9.00 EUR}\n"
			  "  - {kind: staff, from: 2026-01-01, to: 2026-01-31, forecast: 0.00 EUR,\n"
			  "     actual: 9.00 EUR}\n"
			  "  - {kind: staff, from: 2026-01-01, to: 2026-01-31, forecast: 1.00 EUR,\n"
			  "     actual: 9.00 USD}\n",
		"EUR: 20608.00 EUR, 20608.00 EUR, 20608.00 EUR, none");
}

static void a_line_that_came_to_nothing_teaches_too(void **state)
{
	(void)state;
	check(CONTRACT("") EXIT(
		      "") "costs: [{kind: staff, from: 2026-01-01, forecast: 365.00 EUR, per: month,\n"
			  "  actual: 0.00 EUR}]\n",
		"EUR: 18400.00 EUR, 18400.00 EUR, 20608.00 EUR, none");
}

/* ---- present value ---- */

/* 3100.00 on the last of July, August, October and December, 3000.00 of the others. */
static void what_runs_is_paid_at_the_end_of_each_month(void **state)
{
	(void)state;
	check_value(CONTRACT("") EXIT(""),
		"EUR: 18400.00 EUR, 18400.00 EUR, 18400.00 EUR, 17893.11 EUR");
}

/* 1500.00 on 30 June, 2000.00 on 31 July. */
static void parts_of_months_are_paid_then_too(void **state)
{
	(void)state;
	life_check(
		&(struct plan_text){
			.records =
				"contract: {start: 2026-01-01, end: 2026-07-20, value: 36500.00 EUR}\n" EXIT_ON(
					"2026-07-01", ""),
			.as_of = "2026-06-15",
			.policy = "discount_rate: 10%\n"},
		"EUR: 3500.00 EUR, 3500.00 EUR, 3500.00 EUR, 3470.26 EUR");
}

/* 1000.00 for ten days, on 30 June: × 1.1 ^ (-15 / 365). */
static void an_end_within_the_month_is_paid_at_its_end(void **state)
{
	(void)state;
	life_check(
		&(struct plan_text){.records = "contract: {start: 2026-01-01, end: 2026-06-25, "
					       "value: 36500.00 EUR}\n" EXIT_ON("2026-06-20", ""),
			.as_of = "2026-06-15",
			.policy = "discount_rate: 10%\n"},
		"EUR: 1000.00 EUR, 1000.00 EUR, 1000.00 EUR, 996.09 EUR");
}

static void it_is_the_value_of_what_is_expected(void **state)
{
	(void)state;
	check_value(CONTRACT("") EXIT("") PAIR,
		"EUR: 20608.00 EUR, 21712.00 EUR, 22816.00 EUR, 21113.87 EUR");
}

/* 50.00 of each day are paid. */
static void what_is_prepaid_lowers_it_day_by_day(void **state)
{
	(void)state;
	check_value(
		CONTRACT(", prepaid: [{from: 2026-01-01, to: 2026-12-31, amount: 18250.00 EUR}]")
			EXIT(""),
		"EUR: 9200.00 EUR, 9200.00 EUR, 9200.00 EUR, 8946.56 EUR");
}

/* 12.00 a day by the line until September, then 100.00. */
static void a_line_is_paid_in_its_own_months(void **state)
{
	(void)state;
	check_value(CONTRACT("")
			    EXIT("") "costs: [{kind: services, from: 2026-01-01, to: 2026-09-30,\n"
				     "  forecast: 365.00 EUR, per: month}]\n",
		"EUR: 10304.00 EUR, 10304.00 EUR, 10304.00 EUR, 9925.58 EUR");
}

/*
 * The example of Microsoft's page on XNPV: at 9 %, -10000 on 2008-01-01, 2750 on 2008-03-01,
 * 4250 on 2008-10-30, 3250 on 2009-02-15, and 2750 on 2009-04-01 are worth 2086.647602. Here
 * they are a credit on the day of the plan, the transfer of staff, an alternative, the end of
 * the old system, and a fee for leaving early.
 */
static void lines_are_worth_what_xnpv_says(void **state)
{
	(void)state;
	life_check(
		&(struct plan_text){
			.records = "contract: {start: 2007-01-01, end: 2009-12-31, termination: "
				   "{convenience: true, fee: 2750.00 USD}}\n"
				   "incidents: [{id: I-1, cause: partner, opened: 2007-12-01, "
				   "credit: 10000.00 USD}]\n"
				   "exit:\n"
				   "  alternatives: [{kind: in-house, cost: 4250.00 USD}]\n"
				   "  staff: {count: 1, last_day: 2008-03-01, "
				   "transfer_fee: 2750.00 USD}\n"
				   "  decommission: 3250.00 USD\n"
				   "  tasks:\n"
				   "    - {id: final-account, after: [], takes: 0d}\n"
				   "    - {id: alternative-ready, after: [], takes: 1d, "
				   "fixed: 2008-10-30}\n"
				   "    - {id: closure, after: [], takes: 1d, fixed: 2009-02-15}\n",
			.as_of = "2008-01-01",
			.by = "2009-04-01",
			.policy = "discount_rate: 9%\n"},
		"USD: 3000.00 USD, 3000.00 USD, 3000.00 USD, 2086.65 USD");
}

static void a_rate_of_nothing_changes_nothing(void **state)
{
	(void)state;
	life_check(&(struct plan_text){.records = CONTRACT("") EXIT(""),
			   .policy = "discount_rate: 0%\n"},
		"EUR: 18400.00 EUR, 18400.00 EUR, 18400.00 EUR, 18400.00 EUR");
}

/* 184 / 365 of one term, a whole one, and 182 / 366 of one with a leap day: of 36600.00. */
static void terms_of_other_lengths_cost_the_same(void **state)
{
	(void)state;
	life_check(&(struct plan_text){.records = "contract: {start: 2026-01-01, end: 2026-12-31, "
						  "renewal: auto, value: 36600.00 EUR, per: term, "
						  "termination: {convenience: true}}\n" EXIT(""),
			   .by = "2028-06-30",
			   .policy = "discount_rate: 10%\n"},
		"EUR: 73250.41 EUR, 73250.41 EUR, 73250.41 EUR, 66421.88 EUR");
}

/* To the end of the calendar, day by day. */
static void the_far_future_is_worth_little(void **state)
{
	(void)state;
	life_check(&(struct plan_text){.records = "contract: {start: 2026-01-01, end: 2026-12-31, "
						  "renewal: auto, value: 36500.00 EUR}\n" EXIT(""),
			   .by = "9999-12-31",
			   .policy = "discount_rate: 100%\n"},
		"EUR: 291226200.00 EUR, 291226200.00 EUR, 291226200.00 EUR, 51148.09 EUR");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, tree_begin, tree_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(lines_teach_what_to_expect),
		TEST(cheap_lines_lower_only_the_low_end),
		TEST(a_line_teaches_by_its_amounts_as_written),
		TEST(another_kind_is_not_judged_by_it),
		TEST(some_lines_teach_nothing),
		TEST(a_line_that_came_to_nothing_teaches_too),
		TEST(what_runs_is_paid_at_the_end_of_each_month),
		TEST(parts_of_months_are_paid_then_too),
		TEST(an_end_within_the_month_is_paid_at_its_end),
		TEST(it_is_the_value_of_what_is_expected),
		TEST(what_is_prepaid_lowers_it_day_by_day),
		TEST(a_line_is_paid_in_its_own_months),
		TEST(lines_are_worth_what_xnpv_says),
		TEST(a_rate_of_nothing_changes_nothing),
		TEST(terms_of_other_lengths_cost_the_same),
		TEST(the_far_future_is_worth_little),
	};

	return cmocka_run_group_tests_name("exit life value", tests, NULL, NULL);
}
