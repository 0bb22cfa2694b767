/*
 * Costs as of 2026-06-30, R44. W has 365 days, so that over all of it a monthly amount counts
 * 12 times, a quarterly one 4 times and a yearly one once.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "measured.h"

#define LINE(fields) "  - {kind: subscription, " fields "}\n"
#define YEAR(amounts) LINE("from: 2020-01-01, per: year, " amounts)
#define OFF_BY_TENTH "forecast: 100 USD, actual: 110 USD"

static void costs_are_held_against_their_forecast(void **state)
{
	static const struct measure_row rows[] = {
		{"none", "", NO_DATA},
		{"a tenth over", "costs:\n" YEAR(OFF_BY_TENTH), MEASURED(0.1, 1)},
		{"a tenth under", "costs:\n" YEAR("forecast: 100 USD, actual: 90 USD"),
			MEASURED(0.1, 1)},
		{"lines do not make up for each other",
			"costs:\n" YEAR(OFF_BY_TENTH) YEAR("forecast: 100 USD, actual: 90 USD"),
			MEASURED(0.1, 2)},
		{"100 a month is 300 a quarter is 1200 a year",
			"costs:\n" LINE("from: 2020-01-01, per: month, forecast: 100 USD,"
					" actual: 110 USD")
				LINE("from: 2020-01-01, per: quarter, forecast: 300 USD,"
				     " actual: 360 USD")
					YEAR("forecast: 1200 USD, actual: 1560 USD"),
			MEASURED(0.2, 3)},
		{"no forecast", "costs:\n" YEAR("actual: 110 USD"), NO_DATA},
		{"a forecast of nothing", "costs:\n" YEAR("forecast: 0 USD, actual: 1 USD"),
			NO_DATA},
		{"no actual", "costs:\n" YEAR("forecast: 100 USD"), NO_DATA},
		{"nothing spent of it", "costs:\n" YEAR("forecast: 100 USD, actual: 0 USD"),
			MEASURED(1, 1)},
		{"what leaving costs",
			"costs:\n  - {kind: exit, from: 2026-01-01, " OFF_BY_TENTH "}\n", NO_DATA},
		{"struck out by a dispute",
			"costs:\n" YEAR(
				OFF_BY_TENTH) "disputes: [{record: 'cost:#1', settled: 2026-06-30, upheld: true}]\n",
			NO_DATA},
	};

	(void)state;
	check_measure("cost-predictability", rows, COUNT_OF(rows));
}

/* Beside a line of 365 without deviation, off by all of its amount. */
static void a_line_weighs_by_its_days_in_the_window(void **state)
{
	static const struct measure_row rows[] = {
		{"ten days of a year: 10 of 375",
			"costs:\n" YEAR("forecast: 365 USD, actual: 365 USD")
				LINE("from: 2026-06-21, per: year, forecast: 365 USD,"
				     " actual: 730 USD"),
			MEASURED(10 / 375.0, 2)},
		{"ten days of 20: 10 of 40",
			"costs:\n" LINE("from: 2026-06-21, to: 2026-07-10, forecast: 20 USD,"
					" actual: 40 USD")
				LINE("from: 2026-01-01, forecast: 30 USD, actual: 30 USD"),
			MEASURED(0.25, 2)},
		{"a rate that ended after ten days of W",
			"costs:\n" YEAR("forecast: 365 USD, actual: 365 USD")
				LINE("from: 2020-01-01, to: 2025-07-10, per: year,"
				     " forecast: 365 USD, actual: 730 USD"),
			MEASURED(10 / 375.0, 2)},
		{"paid once on the first day", "costs:\n" LINE("from: 2025-07-01, " OFF_BY_TENTH),
			MEASURED(0.1, 1)},
		{"paid once before W", "costs:\n" LINE("from: 2025-06-30, " OFF_BY_TENTH), NO_DATA},
		{"once is what is meant when nothing is said",
			"costs:\n" LINE("from: 2025-06-30, per: once, " OFF_BY_TENTH), NO_DATA},
		{"over before W",
			"costs:\n" LINE(
				"from: 2020-01-01, to: 2025-06-30, per: month, " OFF_BY_TENTH),
			NO_DATA},
		{"begun on D", "costs:\n" LINE("from: 2026-06-30, " OFF_BY_TENTH),
			MEASURED(0.1, 1)},
		{"begun after D", "costs:\n" LINE("from: 2026-07-01, " OFF_BY_TENTH), NO_DATA},
	};

	(void)state;
	check_measure("cost-predictability", rows, COUNT_OF(rows));
}

#define UNDATED "costs:\n" LINE("per: month, " OFF_BY_TENTH)

static void an_undated_line_begins_with_the_contract(void **state)
{
	static const struct measure_row rows[] = {
		{"dated by nothing", UNDATED, NO_DATA},
		{"by the contract", "contract: {start: 2020-01-01}\n" UNDATED, MEASURED(0.1, 1)},
		{"by the partnership", "since: 2020-01-01\n" UNDATED, MEASURED(0.1, 1)},
		{"by the contract before the partnership",
			"since: 2020-01-01\ncontract: {start: 2026-07-01}\n" UNDATED, NO_DATA},
	};

	(void)state;
	check_measure("cost-predictability", rows, COUNT_OF(rows));
}

static void costs_are_of_the_partners_side(void **state)
{
	static const struct measure_row rows[] = {
		{"not ours", "costs:\n" YEAR(OFF_BY_TENTH), NOT_APPLICABLE, .us = true},
		{"but in our own file", "costs:\n" YEAR(OFF_BY_TENTH), MEASURED(0.1, 1), .us = true,
			.kind = "self"},
		{"in the first year", "since: 2025-07-01\ncosts:\n" YEAR(OFF_BY_TENTH), TOO_YOUNG},
		{"in the first year, ours", "since: 2025-07-01\ncosts:\n" YEAR(OFF_BY_TENTH),
			TOO_YOUNG, .us = true},
	};

	(void)state;
	check_measure("cost-predictability", rows, COUNT_OF(rows));
}

#define TWO_CURRENCIES                                        \
	"costs:\n" YEAR("forecast: 500 USD, actual: 750 USD") \
		YEAR("forecast: 1000 EUR, actual: 1100 EUR")
#define WITHIN_A_LINE "costs:\n" YEAR("forecast: 100 USD, actual: 100 EUR")
#define EUR_RATE "currency: USD\nrates: [{currency: EUR, rate: 1.08, on: 2026-01-01}]\n"

/* R33. */
static void currencies_are_converted_or_told_apart(void **state)
{
	static const struct measure_row rows[] = {
		{"that of the greatest forecast alone", TWO_CURRENCIES, MEASURED(0.1, 1)},
		{"1080 × 0.1 and 500 × 0.5", TWO_CURRENCIES, MEASURED((108 + 250) / 1580.0, 2),
			.policy = EUR_RATE},
		{"no rate: left out", TWO_CURRENCIES, MEASURED(0.5, 1),
			.policy = "currency: USD\n"},
		{"a rate from after D: left out", TWO_CURRENCIES, MEASURED(0.5, 1),
			.policy = "currency: USD\n"
				  "rates: [{currency: EUR, rate: 1.08, on: 2026-07-01}]\n"},
		{"one currency needs no rate",
			"costs:\n" YEAR("forecast: 100 EUR, actual: 110 EUR"), MEASURED(0.1, 1),
			.policy = "currency: USD\n"},
		{"two within a line", WITHIN_A_LINE, NO_DATA},
		{"two within a line, with a rate", WITHIN_A_LINE, MEASURED(0.08, 1),
			.policy = EUR_RATE},
	};

	(void)state;
	check_measure("cost-predictability", rows, COUNT_OF(rows));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(costs_are_held_against_their_forecast),
		cmocka_unit_test(a_line_weighs_by_its_days_in_the_window),
		cmocka_unit_test(an_undated_line_begins_with_the_contract),
		cmocka_unit_test(costs_are_of_the_partners_side),
		cmocka_unit_test(currencies_are_converted_or_told_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
