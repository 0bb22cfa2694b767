/* Dates, instants, durations and the calendar of business days. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "exact.h"
#include "partner/date.h"

#define UNTOUCHED 77
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static int32_t day(const char *text)
{
	const char *hint = NULL;
	int32_t date = DATE_NONE;

	assert_int_equal(date_parse(text, strlen(text), &date, &hint), SCALAR_OK);
	assert_null(hint);
	return date;
}

static void is_day(int32_t date, const char *expected)
{
	char text[DATE_SIZE];

	assert_string_equal(date_format(date, text), expected);
}

static void day_fails(const char *text, enum scalar_verdict expected, const char *about)
{
	size_t length = strlen(text);
	char *copy = exact_copy(text, length);
	const char *hint = "";
	int32_t date = UNTOUCHED;

	assert_int_equal(date_parse(copy, length, &date, &hint), expected);
	assert_int_equal(date, UNTOUCHED);
	assert_non_null(strstr(hint, about));
	free(copy);
}

static enum scalar_verdict instant_of(const char *text, struct instant *instant, const char **hint)
{
	size_t length = strlen(text);
	char *copy = exact_copy(text, length);
	enum scalar_verdict verdict = instant_parse(copy, length, instant, hint);

	free(copy);
	return verdict;
}

static struct instant instant(const char *text)
{
	struct instant instant = {0, false};
	const char *hint = NULL;

	assert_int_equal(instant_of(text, &instant, &hint), SCALAR_OK);
	assert_null(hint);
	return instant;
}

static void is_instant(struct instant instant, const char *expected)
{
	char text[24];

	assert_string_equal(instant_format(instant, text), expected);
}

static void instant_fails(const char *text, enum scalar_verdict expected, const char *about)
{
	struct instant instant = {UNTOUCHED, false};
	const char *hint = "";

	assert_int_equal(instant_of(text, &instant, &hint), expected);
	assert_true(instant.seconds == UNTOUCHED);
	assert_non_null(strstr(hint, about));
}

static enum scalar_verdict duration_of(
	const char *text, struct duration *duration, const char **hint)
{
	size_t length = strlen(text);
	char *copy = exact_copy(text, length);
	enum scalar_verdict verdict = duration_parse(copy, length, duration, hint);

	free(copy);
	return verdict;
}

static struct duration duration(const char *text)
{
	struct duration duration = {0, DURATION_DAYS};
	const char *hint = NULL;

	assert_int_equal(duration_of(text, &duration, &hint), SCALAR_OK);
	assert_null(hint);
	return duration;
}

static void duration_fails(const char *text, enum scalar_verdict expected, const char *about)
{
	struct duration duration = {UNTOUCHED, DURATION_DAYS};
	const char *hint = "";

	assert_int_equal(duration_of(text, &duration, &hint), expected);
	assert_int_equal(duration.count, UNTOUCHED);
	assert_non_null(strstr(hint, about));
}

static void the_epoch_and_the_ends_are_where_they_should_be(void **state)
{
	(void)state;
	assert_int_equal(day("1970-01-01"), 0);
	assert_int_equal(day("0001-01-01"), DATE_MIN);
	assert_int_equal(day("9999-12-31"), DATE_MAX);
	assert_int_equal(day("2000-03-01"), 11017);
	assert_int_equal(day("1969-12-31"), -1);
}

static void next_day(struct civil *civil)
{
	if (++civil->day <= days_in_month(civil->year, civil->month))
		return;
	civil->day = 1;
	civil->month = civil->month % 12 + 1;
	civil->year += civil->month == 1;
}

/* Counts on by hand from 0001-01-01, a Monday. */
static void every_day_goes_round(void **state)
{
	struct civil expected = {1, 1, 1};
	char text[DATE_SIZE];
	const char *hint;
	int32_t again;

	(void)state;
	for (int32_t date = DATE_MIN; date <= DATE_MAX; date++) {
		struct civil civil = civil_of_date(date);

		if (civil.year != expected.year || civil.month != expected.month ||
			civil.day != expected.day || date_of_civil(civil) != date)
			fail_msg("day %d is not itself", (int)date);
		date_format(date, text);
		if (date_parse(text, DATE_SIZE - 1, &again, &hint) != SCALAR_OK || again != date)
			fail_msg("%s does not read back", text);
		if (date_weekday(date) != (date - DATE_MIN) % 7 + 1)
			fail_msg("%s has the wrong weekday", text);
		next_day(&expected);
	}
	assert_int_equal(expected.year, 10000);
}

static void weekdays_of_known_days(void **state)
{
	(void)state;
	assert_int_equal(date_weekday(day("1970-01-01")), 4);
	assert_int_equal(date_weekday(day("2000-01-01")), 6);
	assert_int_equal(date_weekday(day("2024-02-29")), 4);
	assert_int_equal(date_weekday(day("2026-03-01")), 7);
	assert_int_equal(date_weekday(DATE_MAX), 5);
}

static void leap_years_are_gregorian(void **state)
{
	(void)state;
	assert_int_equal(days_in_month(2024, 2), 29);
	assert_int_equal(days_in_month(2000, 2), 29);
	assert_int_equal(days_in_month(1900, 2), 28);
	assert_int_equal(days_in_month(2026, 2), 28);
	assert_int_equal(days_in_month(2026, 4), 30);
	assert_int_equal(days_in_month(2026, 12), 31);
	is_day(day("2024-02-29"), "2024-02-29");
	day_fails("1900-02-29", SCALAR_INVALID, "01 to 28");
}

static void days_that_do_not_exist_are_invalid(void **state)
{
	(void)state;
	day_fails("2026-02-30", SCALAR_INVALID, "01 to 28");
	day_fails("2024-02-30", SCALAR_INVALID, "01 to 29");
	day_fails("2026-04-31", SCALAR_INVALID, "01 to 30");
	day_fails("2026-01-32", SCALAR_INVALID, "01 to 31");
	day_fails("2026-01-00", SCALAR_INVALID, "01 to 31");
	day_fails("2026-13-01", SCALAR_INVALID, "months are 01 to 12");
	day_fails("2026-00-01", SCALAR_INVALID, "months are 01 to 12");
	day_fails("0000-01-01", SCALAR_RANGE, "years are 0001 to 9999");
}

static void other_shapes_of_dates_are_invalid(void **state)
{
	static const char *const texts[] = {"", "2026", "2026-3-4", "2026-03-4", "26-03-04",
		"20260304", "2026/03/04", "04.03.2026", "2026-03-04 ", " 2026-03-04", "+2026-3-04",
		"2026-03-04T10:00Z", "202a-03-04", "2026-03-0/", "2026-03:04",
		"2026-03-0:", "2026-03-:4", "2026-0/-04", "-026-03-04", "12345-03-04",
		"99999999999999999999", "yesterday!", "\xff\xff\xff\xff-01-01"};
	const char *hint;
	int32_t date;

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++)
		day_fails(texts[i], SCALAR_INVALID, "2026-03-04");
	assert_int_equal(date_parse("2026-03-0\0", 10, &date, &hint), SCALAR_INVALID);
}

static void instants_are_seconds_in_utc(void **state)
{
	(void)state;
	assert_true(instant("1970-01-01T00:00Z").seconds == 0);
	assert_true(instant("1970-01-02T00:00:01Z").seconds == 86401);
	assert_true(instant("1969-12-31T23:59:59Z").seconds == -1);
	assert_true(instant("2026-03-04T02:10Z").seconds == INT64_C(1772590200));
	assert_false(instant("2026-03-04T02:10Z").coarse);
	is_instant(instant("2026-03-04 02:10+01:00"), "2026-03-04T01:10Z");
	is_instant(instant("2026-03-04T00:10+01:00"), "2026-03-03T23:10Z");
	is_instant(instant("2026-03-04T23:10:05-01:30"), "2026-03-05T00:40:05Z");
	is_instant(instant("2026-03-04T23:59:59+14:00"), "2026-03-04T09:59:59Z");
	is_instant(instant("2026-03-04T13:59:00+13:59"), "2026-03-04T00:00Z");
	is_instant(instant("0001-01-01T00:00Z"), "0001-01-01T00:00Z");
	is_instant(instant("9999-12-31T23:59:59Z"), "9999-12-31T23:59:59Z");
	is_instant(instant("2026-03-04T00:00-14:00"), "2026-03-04T14:00Z");
	is_instant(instant("2026-03-04T00:00-00:00"), "2026-03-04T00:00Z");
}

static void a_bare_date_is_a_coarse_instant(void **state)
{
	struct instant coarse = instant("2026-03-04");

	(void)state;
	assert_true(coarse.coarse);
	assert_true(coarse.seconds == instant("2026-03-04T00:00Z").seconds);
	is_instant(coarse, "2026-03-04");
}

static void an_hour_needs_a_zone(void **state)
{
	(void)state;
	instant_fails("2026-03-04T02:10", SCALAR_INVALID, "needs its zone");
	instant_fails("2026-03-04 02:10:05", SCALAR_INVALID, "needs its zone");
	instant_fails("2026-03-04T02:10:05.123Z", SCALAR_INVALID, "fractions");
	instant_fails("2026-03-04T02:10z", SCALAR_INVALID, "02:10Z");
	instant_fails("2026-03-04T02:10 Z", SCALAR_INVALID, "02:10Z");
	instant_fails("2026-03-04T02:10+01", SCALAR_INVALID, "02:10Z");
	instant_fails("2026-03-04T02:10+0100", SCALAR_INVALID, "02:10Z");
	instant_fails("2026-03-04T02:10+01:000", SCALAR_INVALID, "02:10Z");
	instant_fails("2026-03-04T02:10UTC", SCALAR_INVALID, "02:10Z");
}

static void clock_times_that_do_not_exist_are_invalid(void **state)
{
	(void)state;
	instant_fails("2026-03-04T24:00Z", SCALAR_INVALID, "hours are 00 to 23");
	instant_fails("2026-03-04T23:60Z", SCALAR_INVALID, "00 to 59");
	instant_fails("2026-03-04T23:59:60Z", SCALAR_INVALID, "00 to 59");
	instant_fails("2026-03-04T02:10+14:01", SCALAR_INVALID, "-14:00 to +14:00");
	instant_fails("2026-03-04T02:10-15:00", SCALAR_INVALID, "-14:00 to +14:00");
	instant_fails("2026-03-04T02:10+01:60", SCALAR_INVALID, "-14:00 to +14:00");
	instant_fails("2026-02-30T02:10Z", SCALAR_INVALID, "01 to 28");
	instant_fails("0001-01-01T00:00+00:01", SCALAR_RANGE, "0001 to 9999");
	instant_fails("9999-12-31T23:59:59-00:01", SCALAR_RANGE, "0001 to 9999");
}

static void other_shapes_of_instants_are_invalid(void **state)
{
	static const char *const texts[] = {"2026-03-04T", "2026-03-04 ", "2026-03-04T02",
		"2026-03-04T2:10Z", "2026-03-04t02:10Z", "2026-03-04T02:1", "2026-03-04T0210Z",
		"2026-03-04  02:10Z", "2026-03-04_02:10Z", "2026-03-04T02:10:Z",
		"2026-03-04T02:10:5Z", "2026-03-04T02:10ZZ", "2026-03-04T-2:10Z"};
	struct instant ignored;
	const char *hint;

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++)
		instant_fails(texts[i], SCALAR_INVALID, "2026-03-04 02:10+01:00");
	instant_fails("", SCALAR_INVALID, "2026-03-04");
	instant_fails("02:10Z", SCALAR_INVALID, "2026-03-04");
	assert_int_equal(instant_parse("2026-03-04\0", 11, &ignored, &hint), SCALAR_INVALID);
}

/* Whatever one changed byte makes of a good text: an instant that reads back, or a hint. */
static void instants_with_a_changed_byte_read_back_or_fail(void **state)
{
	static const char good[] = "2026-03-04T02:10:05+01:00";
	char text[sizeof(good)], printed[24];

	(void)state;
	for (size_t place = 0; place < sizeof(good) - 1; place++) {
		for (int byte = 1; byte < 256; byte++) {
			struct instant instant, again;
			const char *hint = NULL;

			memcpy(text, good, sizeof(good));
			text[place] = (char)byte;
			if (instant_of(text, &instant, &hint) != SCALAR_OK) {
				assert_non_null(hint);
				continue;
			}
			instant_format(instant, printed);
			assert_int_equal(instant_of(printed, &again, &hint), SCALAR_OK);
			assert_true(again.seconds == instant.seconds);
		}
	}
}

static void durations_have_one_number_and_one_unit(void **state)
{
	static const char *const texts[] = {
		"30min", "4h", "90d", "10bd", "6w", "3mo", "1y", "0d", "100000min"};
	static const int32_t counts[] = {30, 4, 90, 10, 6, 3, 1, 0, 100000};
	static const enum duration_unit units[] = {DURATION_MINUTES, DURATION_HOURS, DURATION_DAYS,
		DURATION_BUSINESS_DAYS, DURATION_WEEKS, DURATION_MONTHS, DURATION_YEARS,
		DURATION_DAYS, DURATION_MINUTES};
	char text[16];

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		struct duration read = duration(texts[i]);

		assert_int_equal(read.count, counts[i]);
		assert_int_equal(read.unit, units[i]);
		assert_string_equal(duration_format(read, text), texts[i]);
	}
}

static void other_durations_are_invalid(void **state)
{
	static const char *const texts[] = {"", "d", "-5d", "+5d", "1.5h", " 5d", "\377d"};
	struct duration ignored;
	const char *hint;

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++)
		duration_fails(texts[i], SCALAR_INVALID, "a whole number and a unit");
	duration_fails("1mo2w", SCALAR_INVALID, "do not mix");
	duration_fails("9h0", SCALAR_INVALID, "do not mix");
	duration_fails("1d9", SCALAR_INVALID, "do not mix");
	duration_fails("30", SCALAR_INVALID, "min h d bd w mo y");
	duration_fails("30m", SCALAR_INVALID, "min h d bd w mo y");
	duration_fails("30 d", SCALAR_INVALID, "right after the number");
	duration_fails("30D", SCALAR_INVALID, "min h d bd w mo y");
	duration_fails("30days", SCALAR_INVALID, "min h d bd w mo y");
	duration_fails("99999999999999999999x", SCALAR_INVALID, "min h d bd w mo y");
	duration_fails("030d", SCALAR_INVALID, "leading zeros");
	duration_fails("100001d", SCALAR_RANGE, "0 to 100000");
	duration_fails("99999999999999999999d", SCALAR_RANGE, "0 to 100000");
	assert_int_equal(duration_parse("5d\0", 3, &ignored, &hint), SCALAR_INVALID);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_epoch_and_the_ends_are_where_they_should_be),
		cmocka_unit_test(every_day_goes_round),
		cmocka_unit_test(weekdays_of_known_days),
		cmocka_unit_test(leap_years_are_gregorian),
		cmocka_unit_test(days_that_do_not_exist_are_invalid),
		cmocka_unit_test(other_shapes_of_dates_are_invalid),
		cmocka_unit_test(instants_are_seconds_in_utc),
		cmocka_unit_test(a_bare_date_is_a_coarse_instant),
		cmocka_unit_test(an_hour_needs_a_zone),
		cmocka_unit_test(clock_times_that_do_not_exist_are_invalid),
		cmocka_unit_test(other_shapes_of_instants_are_invalid),
		cmocka_unit_test(instants_with_a_changed_byte_read_back_or_fail),
		cmocka_unit_test(durations_have_one_number_and_one_unit),
		cmocka_unit_test(other_durations_are_invalid),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
