/* What is at stake in renewals, by month. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "partner/report.h"
#include "renewed.h"

/* A line for each: month, currency, how many, what is at stake. */
static const char *months_of(struct filed *filed)
{
	struct array months = report_months(&filed->portfolio, report_renewals(&filed->portfolio));
	const struct report_month *row = months.items;
	struct buffer text = {0};

	for (size_t i = 0; i < months.n; i++, row++) {
		buffer_printf(&text, "%s %s %d", row->month, row->currency ? row->currency : "-",
			(int)row->partners);
		filed_put_money(&text, row->at_stake);
		buffer_putc(&text, '\n');
	}
	return buffer_keep(&text, &filed->arena);
}

static void check_months(struct filed *filed, const char *expected)
{
	filed_done(filed);
	assert_string_equal(months_of(filed), expected);
	filed_close(filed);
}

static void sums_are_by_month_and_currency(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	ADD_RENEWED(&filed, "a", .renewal = "manual", .end = "2026-12-31", .spend = "1.00 USD");
	ADD_RENEWED(&filed, "b", .renewal = "manual", .end = "2026-12-01", .spend = "2.00 EUR");
	ADD_RENEWED(&filed, "c", .renewal = "manual", .end = "2026-12-15", .spend = "3.00 EUR");
	ADD_RENEWED(&filed, "d", .renewal = "manual", .end = "2027-01-01", .spend = "4.00 EUR");
	check_months(&filed,
		"2026-12 EUR 2 5.00 EUR\n"
		"2026-12 USD 1 1.00 USD\n"
		"2027-01 EUR 1 4.00 EUR\n");
}

static void the_same_month_of_next_year_is_another(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	ADD_RENEWED(&filed, "a", .renewal = "manual", .end = "2026-06-30", .spend = "1.00 EUR");
	ADD_RENEWED(&filed, "b", .renewal = "manual", .end = "2027-06-01", .spend = "2.00 EUR");
	check_months(&filed,
		"2026-06 EUR 1 1.00 EUR\n"
		"2027-06 EUR 1 2.00 EUR\n");
}

static void unknown_amounts_stand_apart(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	ADD_RENEWED(&filed, "a", .renewal = "manual", .end = "2026-12-31");
	ADD_RENEWED(&filed, "b", .renewal = "manual", .end = "2026-12-01", .spend = "2.00 EUR");
	ADD_RENEWED(&filed, "c", .renewal = "manual", .end = "2026-12-11");
	check_months(&filed,
		"2026-12 EUR 1 2.00 EUR\n"
		"2026-12 - 2 unknown\n");
}

static void what_was_missed_counts_today(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	ADD_RENEWED(&filed, "a", .renewal = "auto", .send_by = "2026-04-01", .end = "2026-08-31",
		.missing = "7.00 EUR", .missed = true);
	ADD_RENEWED(&filed, "b", .renewal = "auto", .send_by = "2026-08-01", .end = "2026-08-31",
		.missing = "5.00 EUR");
	check_months(&filed,
		"2026-06 EUR 1 7.00 EUR\n"
		"2026-08 EUR 1 5.00 EUR\n");
}

/* A card of June does not know that its day has passed by September. */
static void so_does_what_has_become_too_late_since(void **state)
{
	struct filed filed;

	(void)state;
	filed_open_at(&filed, "2026-09-15", NULL, KEEP_NOTHING);
	ADD_RENEWED(&filed, "a", .renewal = "auto", .send_by = "2026-07-31", .end = "2026-12-31",
		.missing = "7.00 EUR");
	check_months(&filed, "2026-09 EUR 1 7.00 EUR\n");
}

static void a_sum_that_does_not_fit_is_unknown(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	ADD_RENEWED(&filed, "a", .renewal = "manual", .end = "2026-12-01",
		.spend = "92233720368547758.07 EUR");
	ADD_RENEWED(&filed, "b", .renewal = "manual", .end = "2026-12-02", .spend = "0.01 EUR");
	ADD_RENEWED(&filed, "c", .renewal = "manual", .end = "2026-12-03", .spend = "0.01 EUR");
	check_months(&filed, "2026-12 EUR 3 unknown\n");
}

static void nothing_to_renew_is_no_month(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	filed_done(&filed);
	assert_int_equal(report_months(&filed.portfolio, (struct array){0}).n, 0);
	filed_close(&filed);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sums_are_by_month_and_currency),
		cmocka_unit_test(the_same_month_of_next_year_is_another),
		cmocka_unit_test(unknown_amounts_stand_apart),
		cmocka_unit_test(what_was_missed_counts_today),
		cmocka_unit_test(so_does_what_has_become_too_late_since),
		cmocka_unit_test(a_sum_that_does_not_fit_is_unknown),
		cmocka_unit_test(nothing_to_renew_is_no_month),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
