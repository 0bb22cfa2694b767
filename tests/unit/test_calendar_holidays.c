/* Calendars with many holidays, listed in any order. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "measured.h"

static void days_are_made_fit_for_a_calendar(void **state)
{
	/* a Tuesday twice, a Saturday, a Sunday, and the Monday before */
	int32_t days[] = {day("2026-03-10"), day("2026-03-07"), day("2026-03-10"),
		day("2026-03-08"), day("2026-03-09")};

	(void)state;
	assert_int_equal(calendar_clean(days, COUNT_OF(days)), 2);
	assert_int_equal(days[0], day("2026-03-09"));
	assert_int_equal(days[1], day("2026-03-10"));
	assert_int_equal(calendar_clean(days, 0), 0);
}

static void years_of_holidays_are_left_out_at_once(void **state)
{
	static int32_t days[3653];
	struct calendar calendar = {.holidays = days};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(days); i++)
		days[i] = day("2020-01-01") + (int32_t)i;
	calendar.n = calendar_clean(days, COUNT_OF(days));
	/* from a Tuesday to a Tuesday; the fifth day of work is the next Monday */
	assert_int_equal(calendar_add(&calendar, day("2019-12-31"), 1), day("2030-01-01"));
	assert_int_equal(calendar_add(&calendar, day("2024-02-29"), 5), day("2030-01-07"));
	assert_int_equal(calendar_sub(&calendar, day("2030-01-01"), 1), day("2019-12-31"));
	assert_int_equal(calendar_roll_forward(&calendar, day("2025-05-05")), day("2030-01-01"));
	assert_int_equal(calendar_roll_back(&calendar, day("2025-05-05")), day("2019-12-31"));
	assert_int_equal(calendar_count(&calendar, day("2019-12-30"), day("2030-01-02")), 4);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days_are_made_fit_for_a_calendar),
		cmocka_unit_test(years_of_holidays_are_left_out_at_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
