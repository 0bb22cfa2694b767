/* Spend a year by the contract, and which counts of it and of the costs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "stated.h"
#include "tree.h"

#define CHECK(rows) check_facts(fact_put_spend, rows, COUNT_OF(rows))

/* ---- by the contract ---- */

static void a_contract_is_for_a_period(void **state)
{
	static const struct fact_row rows[] = {
		{.says = "a month",
			.records = "contract: {value: 1000.00 EUR, per: month}\n",
			.expected = "12000.00 EUR by contract"},
		{.says = "a quarter",
			.records = "contract: {value: 1000.00 EUR, per: quarter}\n",
			.expected = "4000.00 EUR by contract"},
		{.says = "a year",
			.records = "contract: {value: 1000.00 EUR, per: year}\n",
			.expected = "1000.00 EUR by contract"},
		{.says = "no period is a year",
			.records = "contract: {value: 1000.00 EUR}\n",
			.expected = "1000.00 EUR by contract"},
		{.says = "nothing is known, and not 0",
			.records = "contract: {per: year}\n",
			.expected = "none by nothing"},
		{.says = "no contract", .records = "tier: trial\n", .expected = "none by nothing"},
		{.says = "0 that is written is known",
			.records = "contract: {value: 0.00 EUR}\n",
			.expected = "0.00 EUR by contract"},
	};

	(void)state;
	CHECK(rows);
}

#define TERM(more) "contract: {value: 1000.00 EUR, per: term, " more "}\n"

static void a_first_term_runs_from_start_to_end(void **state)
{
	static const struct fact_row rows[] = {
		{.says = "12 months",
			.records = TERM("start: 2026-01-01, end: 2026-12-31"),
			.expected = "1000.00 EUR by contract"},
		{.says = "24 months",
			.records = TERM("start: 2025-03-15, end: 2027-03-14"),
			.expected = "500.00 EUR by contract"},
		{.says = "a month whose days are clamped",
			.records = TERM("start: 2026-01-31, end: 2026-02-27"),
			.expected = "12000.00 EUR by contract"},
		{.says = "200 days",
			.records = TERM("start: 2026-01-01, end: 2026-07-19"),
			.expected = "1825.00 EUR by contract"},
		{.says = "29 days",
			.records = TERM("start: 2026-01-31, end: 2026-02-28"),
			.expected = "12586.21 EUR by contract"},
		{.says = "from the last of the earlier ends on",
			.records = TERM("start: 2023-01-01, end: 2026-12-31,"
					" earlier_ends: [2024-12-31, 2025-12-31]"),
			.expected = "1000.00 EUR by contract"},
		{.says = "past an end that does not renew",
			.records = TERM("start: 2024-01-01, end: 2025-12-31"),
			.expected = "500.00 EUR by contract"},
		{.says = "until the end of the calendar",
			.records = TERM("start: 9999-12-31, end: 9999-12-31"),
			.expected = "365000.00 EUR by contract"},
	};

	(void)state;
	CHECK(rows);
}

static void a_later_term_is_as_long_as_a_renewal(void **state)
{
	static const struct fact_row rows[] = {
		{.says = "6 months",
			.records = TERM("start: 2023-01-01, end: 2025-12-31, "
					"renewal: auto, renewal_term: 6mo"),
			.expected = "2000.00 EUR by contract"},
		{.says = "2 years",
			.records = TERM("end: 2025-12-31, renewal: auto, "
					"renewal_term: 2y"),
			.expected = "500.00 EUR by contract"},
		{.says = "days",
			.records = TERM("end: 2025-12-31, renewal: auto, "
					"renewal_term: 73d"),
			.expected = "5000.00 EUR by contract"},
		{.says = "weeks",
			.records = TERM("end: 2025-12-31, renewal: auto, "
					"renewal_term: 73w"),
			.expected = "714.29 EUR by contract"},
		{.says = "12 months when it is not said",
			.records = TERM("start: 2023-01-01, end: 2025-12-31, renewal: auto"),
			.expected = "1000.00 EUR by contract"},
		{.says = "not before it has rolled over",
			.records = TERM("start: 2024-07-01, end: 2026-06-30, renewal: auto"),
			.expected = "500.00 EUR by contract"},
		{.says = "nor when notice ended the first",
			.records = TERM("start: 2024-01-01, end: 2025-12-31, renewal: auto, "
					"notice: {period: 3mo, given: 2025-06-01}"),
			.expected = "500.00 EUR by contract"},
	};

	(void)state;
	CHECK(rows);
}

static void a_term_without_its_days_tells_nothing(void **state)
{
	static const struct fact_row rows[] = {
		{.says = "no start",
			.records = TERM("end: 2026-12-31"),
			.expected = "none by nothing"},
		{.says = "no end",
			.records = TERM("start: 2026-01-01, renewal: evergreen"),
			.expected = "none by nothing"},
		{.says = "ends before it begins",
			.records = TERM("start: 2026-02-01, "
					"end: 2026-01-01"),
			.expected = "none by nothing"},
	};

	(void)state;
	CHECK(rows);
}

static void it_is_rounded_half_even(void **state)
{
	static const struct fact_row rows[] = {
		{.says = "down to even",
			.records = "contract: {value: 0.01 EUR, per: term, start: 2025-01-01, "
				   "end: 2026-12-31}\n",
			.expected = "0.00 EUR by contract"},
		{.says = "up to even",
			.records = "contract: {value: 0.03 EUR, per: term, start: 2025-01-01, "
				   "end: 2026-12-31}\n",
			.expected = "0.02 EUR by contract"},
	};

	(void)state;
	CHECK(rows);
}

/* ---- the larger of both ---- */

#define COST(more) "costs: [{" more "}]\n"
#define TWO_COSTS(eur, usd)                                     \
	"costs:\n  - {from: 2026-01-01, actual: " eur " EUR}\n" \
	"  - {from: 2026-01-01, actual: " usd " USD}\n"
#define RATE(on) "currency: EUR\nrates: [{currency: USD, rate: 0.5, on: " on "}]\n"

#define BOTH(value, actual) \
	"contract: {value: " value "}\n" COST("from: 2026-01-01, actual: " actual)

static void the_larger_of_both_counts(void **state)
{
	static const struct fact_row rows[] = {
		{.says = "the contract",
			.records = BOTH("10.00 EUR", "9.99 EUR"),
			.expected = "10.00 EUR by contract"},
		{.says = "the contract when they are equal",
			.records = BOTH("10.00 EUR", "10.00 EUR"),
			.expected = "10.00 EUR by contract"},
		{.says = "the costs",
			.records = BOTH("10.00 EUR", "10.01 EUR"),
			.expected = "10.01 EUR by costs"},
		{.says = "the costs, converted",
			.records = BOTH("10.00 EUR", "20.02 USD"),
			.expected = "20.02 USD by costs",
			.policy = RATE("2026-06-30")},
		{.says = "the contract, converted",
			.records = BOTH("10.00 EUR", "19.98 USD"),
			.expected = "10.00 EUR by contract",
			.policy = RATE("2026-06-30")},
		{.says = "the contract when they cannot be compared",
			.records = BOTH("10.00 EUR", "20.02 USD"),
			.expected = "10.00 EUR by contract"},
	};

	(void)state;
	CHECK(rows);
}

#define MOST "90000000000000000.00 EUR"

static void what_does_not_fit_is_unknown(void **state)
{
	static const struct fact_row rows[] = {
		{.says = "a contract, whatever the costs are",
			.records = "contract: {value: " MOST
				   ", per: month}\n" COST("from: 2026-01-01, actual: 9.00 EUR"),
			.expected = "none by nothing"},
		{.says = "costs, whatever the contract says",
			.records = "contract: {value: 9.00 EUR}\n" COST(
				"from: 2024-01-01, actual: " MOST ", per: month"),
			.expected = "none by nothing"},
		{.says = "costs beside another currency",
			.records =
				TWO_COSTS("90000000000000000.00", "1.00") "  - {from: 2026-01-01, "
									  "actual: " MOST "}\n",
			.expected = "none by nothing"},
		{.says = "costs after another currency",
			.records = TWO_COSTS("1.00",
				"90000000000000000.00") "  - {from: 2026-01-01, "
							"actual: 90000000000000000.00 USD}\n",
			.expected = "none by nothing"},
		{.says = "costs that are converted",
			.records = TWO_COSTS("90000000000000000.00", "90000000000000000.00"),
			.expected = "none by nothing",
			.policy = RATE("2026-06-30")},
		{.says = "what just fits",
			.records = "contract: {value: " MOST "}\n",
			.expected = MOST " by contract"},
	};

	(void)state;
	CHECK(rows);
}

static void of_what_has_ended_it_is_unknown(void **state)
{
	static const struct fact_row rows[] = {
		{.says = "on its last day",
			.records = "ended: 2026-06-30\ncontract: {value: 1.00 EUR}\n",
			.expected = "none by nothing"},
		{.says = "not the day before",
			.records = "ended: 2026-07-01\ncontract: {value: 1.00 EUR}\n",
			.expected = "1.00 EUR by contract"},
	};

	(void)state;
	CHECK(rows);
}

/* ---- in the policy's currency ---- */

static void tell_converted(struct buffer *buffer, const struct card_facts *facts)
{
	if (!facts->converted) {
		buffer_puts(buffer, "nothing");
		return;
	}
	fact_put_money(buffer, facts->converted->spend);
	buffer_puts(buffer, ", ");
	fact_put_money(buffer, facts->converted->cost_of_missing);
}

static void spend_and_what_is_missed_are_converted(void **state)
{
#define TWO_YEARS(value) "contract: {value: " value ", renewal_term: 2y}\n"
	static const struct fact_row rows[] = {
		{.says = "no currency of the policy",
			.records = TWO_YEARS("10.00 USD"),
			.expected = "nothing"},
		{.says = "by the rate",
			.records = TWO_YEARS("10.01 USD"),
			.expected = "5.00 EUR, 10.01 EUR",
			.policy = RATE("2026-06-30")},
		{.says = "no rate yet",
			.records = TWO_YEARS("10.00 USD"),
			.expected = "none, none",
			.policy = RATE("2026-07-01")},
		{.says = "no rate at all",
			.records = TWO_YEARS("10.00 GBP"),
			.expected = "none, none",
			.policy = RATE("2026-06-30")},
		{.says = "the policy's own, to the last cent",
			.records = "contract: {value: 90000000000000001.01 EUR}\n",
			.expected = "90000000000000001.01 EUR, 90000000000000001.01 EUR",
			.policy = RATE("2026-06-30")},
		{.says = "nothing to convert",
			.records = "tier: trial\n",
			.expected = "none, none",
			.policy = RATE("2026-06-30")},
		{.says = "a currency without decimals",
			.records = TWO_YEARS("1000 JPY"),
			.expected = "6.25 EUR, 12.50 EUR",
			.policy =
				"currency: EUR\nrates: [{currency: JPY, rate: 0.00625, on: 2026-01-01}]\n"},
	};

	(void)state;
	check_facts(tell_converted, rows, COUNT_OF(rows));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, tree_begin, tree_end)
		TEST(a_contract_is_for_a_period),
		TEST(a_first_term_runs_from_start_to_end),
		TEST(a_later_term_is_as_long_as_a_renewal),
		TEST(a_term_without_its_days_tells_nothing),
		TEST(it_is_rounded_half_even),
		TEST(the_larger_of_both_counts),
		TEST(what_does_not_fit_is_unknown),
		TEST(of_what_has_ended_it_is_unknown),
		TEST(spend_and_what_is_missed_are_converted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
