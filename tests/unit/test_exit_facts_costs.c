/* Spend a year by what was paid. As of 2026-06-30, so that the year is 2025-07-01 to 2026-06-30,
 * of 365 days. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "stated.h"
#include "tree.h"

#define CHECK(rows) check_facts(fact_put_spend, rows, COUNT_OF(rows))

/* ---- by the costs ---- */

#define COST(more) "costs: [{" more "}]\n"

static void costs_count_by_their_period(void **state)
{
	static const struct fact_row rows[] = {
		{.says = "a month",
			.records = COST("from: 2024-01-01, forecast: 100.00 EUR, per: month"),
			.expected = "1200.00 EUR by costs"},
		{.says = "a quarter",
			.records = COST("from: 2024-01-01, forecast: 100.00 EUR, per: quarter"),
			.expected = "400.00 EUR by costs"},
		{.says = "a year",
			.records = COST("from: 2024-01-01, forecast: 100.00 EUR, per: year"),
			.expected = "100.00 EUR by costs"},
		{.says = "a month of a year of 366 days",
			.records = COST("from: 2023-01-01, forecast: 100.00 EUR, per: month"),
			.expected = "1203.29 EUR by costs",
			.as_of = "2024-06-30"},
		{.says = "several lines",
			.records =
				"costs:\n  - {from: 2024-01-01, forecast: 10.00 EUR, per: month}\n"
				"  - {from: 2026-01-01, forecast: 5.50 EUR}\n",
			.expected = "125.50 EUR by costs"},
		{.says = "twelve months whatever the window is",
			.records = COST("from: 2024-01-01, forecast: 100.00 EUR, per: month"),
			.expected = "1200.00 EUR by costs",
			.policy = "window: 24mo\n"},
	};

	(void)state;
	CHECK(rows);
}

static void what_is_known_goes_before_what_was_expected(void **state)
{
	static const struct fact_row rows[] = {
		{.says = "both",
			.records = COST("from: 2024-01-01, forecast: 100.00 EUR, "
					"actual: 120.00 EUR, per: month"),
			.expected = "1440.00 EUR by costs"},
		{.says = "even when it is less",
			.records = COST("from: 2026-01-01, forecast: 100.00 EUR, actual: 0.00 EUR"),
			.expected = "0.00 EUR by costs"},
		{.says = "one alone",
			.records = COST("from: 2026-01-01, actual: 120.00 EUR"),
			.expected = "120.00 EUR by costs"},
		{.says = "none",
			.records = COST("from: 2026-01-01"),
			.expected = "none by nothing"},
	};

	(void)state;
	CHECK(rows);
}

static void only_the_days_of_the_year_count(void **state)
{
	static const struct fact_row rows[] = {
		{.says = "the day before",
			.records = COST("from: 2025-06-30, actual: 9.00 EUR"),
			.expected = "none by nothing"},
		{.says = "the first day",
			.records = COST("from: 2025-07-01, actual: 9.00 EUR"),
			.expected = "9.00 EUR by costs"},
		{.says = "the last day",
			.records = COST("from: 2026-06-30, actual: 9.00 EUR"),
			.expected = "9.00 EUR by costs"},
		{.says = "the day after",
			.records = COST("from: 2026-07-01, actual: 9.00 EUR"),
			.expected = "none by nothing"},
		{.says = "half of a line",
			.records = COST("from: 2025-06-01, to: 2025-07-30, actual: 9.00 EUR"),
			.expected = "4.50 EUR by costs"},
		{.says = "without a first day",
			.records = COST("forecast: 9.00 EUR, per: month"),
			.expected = "none by nothing"},
		{.says = "from the contract's start on",
			.records = "contract: {start: 2026-06-30}\n" COST("actual: 9.00 EUR"),
			.expected = "9.00 EUR by costs"},
	};

	(void)state;
	CHECK(rows);
}

static void what_a_change_costs_is_left_out(void **state)
{
#define KIND(kind) COST("kind: " kind ", from: 2026-01-01, actual: 9.00 EUR")
	static const struct fact_row rows[] = {
		{.says = "exit", .records = KIND("exit"), .expected = "none by nothing"},
		{.says = "migration", .records = KIND("migration"), .expected = "none by nothing"},
		{.says = "integration",
			.records = KIND("integration"),
			.expected = "none by nothing"},
		{.says = "staff counts", .records = KIND("staff"), .expected = "9.00 EUR by costs"},
		{.says = "other counts", .records = KIND("other"), .expected = "9.00 EUR by costs"},
	};

	(void)state;
	CHECK(rows);
}

static void a_line_that_was_disputed_with_success_is_left_out(void **state)
{
#define DISPUTE(settled)                                                          \
	"disputes: [{record: 'cost:#1', by: partner, on: 2026-01-02, reason: no," \
	" settled: " settled ", upheld: true}]\n"
	static const struct fact_row rows[] = {
		{.says = "settled by the day",
			.records = COST("from: 2026-01-01, actual: 9.00 EUR") DISPUTE("2026-06-30"),
			.expected = "none by nothing"},
		{.says = "settled later",
			.records = COST("from: 2026-01-01, actual: 9.00 EUR") DISPUTE("2026-07-01"),
			.expected = "9.00 EUR by costs"},
	};

	(void)state;
	CHECK(rows);
}

/* ---- several currencies ---- */

#define TWO_COSTS(eur, usd)                                     \
	"costs:\n  - {from: 2026-01-01, actual: " eur " EUR}\n" \
	"  - {from: 2026-01-01, actual: " usd " USD}\n"
#define RATE(on) "currency: EUR\nrates: [{currency: USD, rate: 0.5, on: " on "}]\n"

static void costs_of_several_currencies_convert(void **state)
{
	static const struct fact_row rows[] = {
		{.says = "by the last rate",
			.records = TWO_COSTS("100.00", "50.00"),
			.expected = "125.00 EUR by costs",
			.policy = RATE("2026-06-30")},
		{.says = "rounded half-even",
			.records = TWO_COSTS("100.00", "0.01"),
			.expected = "100.00 EUR by costs",
			.policy = RATE("2026-06-30")},
		{.says = "one that is another converts nothing",
			.records = COST("from: 2026-01-01, actual: 50.00 USD"),
			.expected = "50.00 USD by costs",
			.policy = RATE("2026-06-30")},
	};

	(void)state;
	CHECK(rows);
}

static void without_every_rate_the_largest_counts(void **state)
{
	static const struct fact_row rows[] = {
		{.says = "no currency",
			.records = TWO_COSTS("100.00", "50.00"),
			.expected = "100.00 EUR by costs"},
		{.says = "the later one",
			.records = TWO_COSTS("100.00", "150.00"),
			.expected = "150.00 USD by costs"},
		{.says = "the first of equal ones",
			.records = TWO_COSTS("100.00", "100.00"),
			.expected = "100.00 EUR by costs"},
		{.says = "a rate of later",
			.records = TWO_COSTS("100.00", "50.00"),
			.expected = "100.00 EUR by costs",
			.policy = RATE("2026-07-01")},
		{.says = "one rate of two",
			.records = TWO_COSTS("100.00", "50.00") "  - {from: 2026-01-01, actual: "
								"20.00 GBP}\n",
			.expected = "100.00 EUR by costs",
			.policy = RATE("2026-06-30")},
	};

	(void)state;
	CHECK(rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, tree_begin, tree_end)
		TEST(costs_count_by_their_period),
		TEST(what_is_known_goes_before_what_was_expected),
		TEST(only_the_days_of_the_year_count),
		TEST(what_a_change_costs_is_left_out),
		TEST(a_line_that_was_disputed_with_success_is_left_out),
		TEST(costs_of_several_currencies_convert),
		TEST(without_every_rate_the_largest_counts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
