/* What one more term costs when the day to send notice is missed (R29). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "measured.h"
#include "partner/clock.h"

/* What the contract's next term costs, `none` when that is not known. */
static void check_cost(const char *contract, const char *expected)
{
	struct measure_row row = {0};
	struct buffer text = {0};
	struct money cost;
	struct scene scene;
	const char *found;
	char records[160];

	snprintf(records, sizeof(records), "contract: {end: 2026-12-31, %s}\n", contract);
	row.records = records;
	scene_open(&scene, &row);
	if (clock_cost_of_missing(&scene.partner->contract, &cost))
		money_put(&text, cost);
	else
		buffer_puts(&text, "none");
	found = buffer_keep(&text, &scene.arena);
	if (strcmp(found, expected) != 0)
		fail_msg("%s: %s, not %s", contract, found, expected);
	scene_close(&scene);
}

static void it_costs_the_months_of_a_term(void **state)
{
	(void)state;
	check_cost("value: 100.00 EUR, per: month", "1200.00 EUR");
	check_cost("value: 100.00 EUR, per: month, renewal_term: 1mo", "100.00 EUR");
	check_cost("value: 100.00 EUR, per: quarter", "400.00 EUR");
	check_cost("value: 100.00 EUR, per: quarter, renewal_term: 6mo", "200.00 EUR");
	check_cost("value: 100.00 EUR, per: quarter, renewal_term: 2y", "800.00 EUR");
	check_cost("value: 100.00 EUR, per: year", "100.00 EUR");
	check_cost("value: 100.00 EUR, per: year, renewal_term: 3y", "300.00 EUR");
	check_cost("value: 100.00 EUR, renewal_term: 18mo", "150.00 EUR");
}

static void a_value_per_term_is_paid_once(void **state)
{
	(void)state;
	check_cost("value: 100.00 EUR, per: term", "100.00 EUR");
	check_cost("value: 100.00 EUR, per: term, renewal_term: 3y", "100.00 EUR");
	check_cost("value: 100.00 EUR, per: term, renewal_term: 30d", "100.00 EUR");
}

static void a_term_in_days_is_a_part_of_365(void **state)
{
	(void)state;
	check_cost("value: 365.00 EUR, renewal_term: 30d", "30.00 EUR");
	check_cost("value: 365.00 EUR, renewal_term: 366d", "366.00 EUR");
	check_cost("value: 365.00 EUR, renewal_term: 4w", "28.00 EUR");
	check_cost("value: 365.00 EUR, per: month, renewal_term: 1d", "12.00 EUR");
	check_cost("value: 365.00 EUR, per: quarter, renewal_term: 1d", "4.00 EUR");
}

static void halves_of_the_last_place_go_to_the_even_one(void **state)
{
	(void)state;
	check_cost("value: 0.01 EUR, renewal_term: 6mo", "0.00 EUR");
	check_cost("value: 0.03 EUR, renewal_term: 6mo", "0.02 EUR");
	check_cost("value: 0.05 EUR, renewal_term: 6mo", "0.02 EUR");
	check_cost("value: 0.05 EUR, renewal_term: 7mo", "0.03 EUR");
	check_cost("value: 1 JPY, per: quarter, renewal_term: 5mo", "2 JPY");
}

static void without_a_value_it_is_not_known(void **state)
{
	(void)state;
	check_cost("per: month", "none");
}

static void what_does_not_fit_is_not_known(void **state)
{
	(void)state;
	check_cost("value: 90000000000000000.00 EUR", "90000000000000000.00 EUR");
	check_cost("value: 90000000000000000.00 EUR, per: month", "none");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(it_costs_the_months_of_a_term),
		cmocka_unit_test(a_value_per_term_is_paid_once),
		cmocka_unit_test(a_term_in_days_is_a_part_of_365),
		cmocka_unit_test(halves_of_the_last_place_go_to_the_even_one),
		cmocka_unit_test(without_a_value_it_is_not_known),
		cmocka_unit_test(what_does_not_fit_is_not_known),
	};

	return cmocka_run_group_tests_name("clock cost", tests, NULL, NULL);
}
