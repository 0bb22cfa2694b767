#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/resource.h>

#include <cmocka.h>

#include "measured.h"
#include "partner/clock.h"

/* "For ever" is often written so; years end at 9999. */
static void the_last_day_there_is_may_be_an_end(void **state)
{
	struct clock clock =
		clock_of("contract: {end: 9999-12-31, renewal: auto, notice: {period: 90d}}\n",
			"2026-06-30");

	(void)state;
	assert_day(clock.term_end, "9999-12-31");
	assert_false(clock.missed);
}

static void the_longest_terms_stay_within_the_calendar(void **state)
{
	static const char *const terms[] = {
		"100000d", "100000w", "100000mo", "100000y", "100000bd"};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(terms); i++) {
		char text[100];
		struct clock clock;

		snprintf(text, sizeof(text),
			"contract: {end: 2026-12-31, renewal: auto, renewal_term: %s}\n", terms[i]);
		clock = clock_of(text, "2027-06-30");
		assert_true(clock.term_end > day("2027-06-30") && clock.term_end <= DATE_MAX);
		assert_true(clock.next_term_end <= DATE_MAX);
	}
}

/* Every minute a new term, and notice must be given before the calendar begins. */
static void hopeless_notice_of_short_terms_takes_no_search(void **state)
{
	static const char *const terms[] = {"1d", "1h", "1min"};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(terms); i++) {
		char text[200];
		struct clock clock;

		snprintf(text, sizeof(text),
			"contract: {end: 0001-01-01, renewal: auto, renewal_term: %s, "
			"notice: {period: 100000y}}\n",
			terms[i]);
		clock = clock_of(text, "2026-06-30");
		assert_day(clock.term_end, "2026-06-30");
		assert_true(clock.missed);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_last_day_there_is_may_be_an_end),
		cmocka_unit_test(the_longest_terms_stay_within_the_calendar),
		cmocka_unit_test(hopeless_notice_of_short_terms_takes_no_search),
	};

	/* A search without end is a failure, not a wait; waiting for others is none. */
	if (setrlimit(RLIMIT_CPU, &(struct rlimit){30, 30}) != 0)
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
