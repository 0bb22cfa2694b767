/* Moving dates: months, weeks, quarters, business days, durations. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "measured.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static struct duration duration(const char *text)
{
	struct duration duration = {0, DURATION_DAYS};
	const char *hint;

	assert_int_equal(duration_parse(text, strlen(text), &duration, &hint), SCALAR_OK);
	return duration;
}

static int32_t add(const char *date, const char *period)
{
	return date_add(day(date), duration(period), NULL);
}

static int32_t sub(const char *date, const char *period)
{
	return date_sub(day(date), duration(period), NULL);
}

static void months_keep_the_day_and_clamp_to_the_month(void **state)
{
	static const struct {
		const char *from;
		int months;
		const char *to;
	} rows[] = {
		{"2011-01-15", 1, "2011-02-15"},
		{"2011-01-15", 2, "2011-03-15"},
		{"1978-09-30", 4, "1979-01-30"},
		{"2026-05-31", -3, "2026-02-28"},
		{"2026-11-30", -3, "2026-08-30"},
		{"2026-08-31", -6, "2026-02-28"},
		{"2024-02-29", 12, "2025-02-28"},
		{"2024-02-29", 48, "2028-02-29"},
		{"2024-02-29", -12, "2023-02-28"},
		{"2026-01-31", 1, "2026-02-28"},
		{"2024-01-31", 1, "2024-02-29"},
		{"2026-12-31", 2, "2027-02-28"},
		{"2026-01-31", -1, "2025-12-31"},
		{"2026-03-04", 0, "2026-03-04"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_day(date_add_months(day(rows[i].from), rows[i].months), rows[i].to);
}

static void months_beyond_the_calendar_are_clamped(void **state)
{
	(void)state;
	assert_int_equal(date_add_months(DATE_MAX, 1), DATE_MAX);
	assert_int_equal(date_add_months(DATE_MIN, -1), DATE_MIN);
	assert_int_equal(date_add_months(0, INT32_MAX), DATE_MAX);
	assert_int_equal(date_add_months(0, INT32_MIN), DATE_MIN);
	assert_day(date_add_months(day("9999-11-30"), 1), "9999-12-30");
	assert_day(date_add_months(day("0001-02-28"), -1), "0001-01-28");
	assert_int_equal(date_clamp(INT64_MAX), DATE_MAX);
	assert_int_equal(date_clamp(INT64_MIN), DATE_MIN);
	assert_int_equal(date_clamp(20000), 20000);
}

static void later_days_never_land_earlier(void **state)
{
	(void)state;
	for (int32_t date = day("2023-01-01"); date < day("2029-01-01"); date++) {
		for (int months = -25; months <= 25; months++) {
			int32_t moved = date_add_months(date, months);

			assert_true(moved <= date_add_months(date + 1, months));
			assert_true(date_add_months(moved, -months) <= date);
			assert_true(date - date_add_months(moved, -months) <= 3);
		}
	}
}

/* The last day from which the period, counted forward, ends by `end`. */
static int32_t forward_latest(int32_t end, struct duration period)
{
	int32_t date = end;

	while (date_add(date, period, NULL) > end)
		date--;
	return date;
}

static void notice_counts_backward_and_forward(void **state)
{
	static const struct {
		const char *end;
		const char *period;
		const char *backward;
		const char *forward;
	} rows[] = {
		{"2026-05-31", "3mo", "2026-02-28", "2026-02-28"},
		{"2026-11-30", "3mo", "2026-08-30", "2026-08-31"},
		{"2026-02-28", "3mo", "2025-11-28", "2025-11-30"},
		{"2026-06-30", "3mo", "2026-03-30", "2026-03-31"},
		{"2027-09-30", "6mo", "2027-03-30", "2027-03-31"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct duration period = duration(rows[i].period);
		int32_t end = day(rows[i].end);

		assert_day(date_sub(end, period, NULL), rows[i].backward);
		assert_day(forward_latest(end, period), rows[i].forward);
		assert_day(date_sub(end + 1, period, NULL) - 1, rows[i].forward);
	}
}

static void iso_weeks_run_from_monday_across_years(void **state)
{
	(void)state;
	assert_day(date_iso_week(day("2026-01-01")), "2025-12-29");
	assert_day(date_iso_week(day("2027-01-03")), "2026-12-28");
	assert_day(date_iso_week(day("2027-01-04")), "2027-01-04");
	assert_int_equal(date_iso_week(DATE_MIN), DATE_MIN);
	for (int32_t date = day("2019-12-01"); date < day("2027-02-01"); date++) {
		int same = date_iso_week(date) == date_iso_week(date + 1);

		assert_int_equal(same, date_weekday(date) != 7);
		assert_int_equal(date_weekday(date_iso_week(date)), 1);
	}
}

static void quarter_ends_are_strictly_before(void **state)
{
	(void)state;
	assert_day(date_quarter_end_before(day("2026-03-31")), "2025-12-31");
	assert_day(date_quarter_end_before(day("2026-04-01")), "2026-03-31");
	assert_day(date_quarter_end_before(day("2026-06-30")), "2026-03-31");
	assert_day(date_quarter_end_before(day("2026-08-15")), "2026-06-30");
	assert_day(date_quarter_end_before(day("2026-12-31")), "2026-09-30");
	assert_day(date_quarter_end_before(day("2026-01-01")), "2025-12-31");
	assert_int_equal(date_quarter_end_before(DATE_MIN), DATE_MIN);
}

static void business_days_agree_with_published_examples(void **state)
{
	/* Microsoft's documentation of WORKDAY and of NETWORKDAYS, examples without holidays. */
	(void)state;
	assert_day(calendar_add(NULL, day("2008-10-01"), 151), "2009-04-30");
	assert_int_equal(calendar_count(NULL, day("2012-10-01"), day("2013-03-01")), 110);
}

/* Easter and Christmas of 2026, with a Saturday and a day listed twice. */
static struct calendar holidays(void)
{
	static int32_t days[7];
	static const char *const texts[] = {"2026-04-03", "2026-04-06", "2026-12-25", "2026-12-25",
		"2026-12-26", "2026-12-28", "2027-01-01"};

	for (size_t i = 0; i < COUNT(texts); i++)
		days[i] = day(texts[i]);
	return (struct calendar){.holidays = days, .n = calendar_clean(days, COUNT(texts))};
}

static void business_days_leave_out_holidays(void **state)
{
	struct calendar calendar = holidays();

	(void)state;
	assert_false(calendar_is_business_day(&calendar, day("2026-04-03")));
	assert_false(calendar_is_business_day(&calendar, day("2026-04-04")));
	assert_true(calendar_is_business_day(&calendar, day("2026-04-07")));
	assert_day(calendar_roll_forward(&calendar, day("2026-04-03")), "2026-04-07");
	assert_day(calendar_roll_back(&calendar, day("2026-04-06")), "2026-04-02");
	assert_day(calendar_roll_forward(&calendar, day("2026-04-07")), "2026-04-07");
	assert_day(calendar_add(&calendar, day("2026-04-02"), 1), "2026-04-07");
	assert_day(calendar_sub(&calendar, day("2026-04-07"), 1), "2026-04-02");
	assert_day(calendar_add(&calendar, day("2026-12-24"), 2), "2026-12-30");
	assert_day(calendar_sub(&calendar, day("2027-01-04"), 4), "2026-12-24");
	assert_int_equal(calendar_count(&calendar, day("2026-12-21"), day("2027-01-03")), 7);
}

static void zero_business_days_stay_and_weekends_are_left(void **state)
{
	(void)state;
	assert_day(calendar_add(NULL, day("2026-03-07"), 0), "2026-03-07");
	assert_day(calendar_sub(NULL, day("2026-03-08"), 0), "2026-03-08");
	assert_day(calendar_add(NULL, day("2026-03-07"), 1), "2026-03-09");
	assert_day(calendar_add(NULL, day("2026-03-08"), 6), "2026-03-16");
	assert_day(calendar_sub(NULL, day("2026-03-07"), 1), "2026-03-06");
	assert_day(calendar_sub(NULL, day("2026-03-08"), 6), "2026-02-27");
	assert_int_equal(calendar_count(NULL, day("2026-03-07"), day("2026-03-08")), 0);
	assert_int_equal(calendar_count(NULL, day("2026-03-08"), day("2026-03-02")), 0);
	assert_int_equal(calendar_count(NULL, day("2026-03-09"), day("2026-03-09")), 1);
}

static void business_days_are_clamped_to_the_calendar(void **state)
{
	int32_t closed[] = {DATE_MAX - 1, DATE_MAX};
	struct calendar calendar = {.holidays = closed, .n = 2};

	(void)state;
	assert_int_equal(calendar_add(NULL, DATE_MAX - 3, 100000), DATE_MAX);
	assert_int_equal(calendar_sub(NULL, DATE_MIN + 3, 100000), DATE_MIN);
	assert_int_equal(calendar_add(NULL, 0, INT32_MAX), DATE_MAX);
	assert_int_equal(calendar_sub(NULL, 0, INT32_MAX), DATE_MIN);
	assert_int_equal(calendar_add(&calendar, DATE_MAX - 2, 1), DATE_MAX);
	assert_int_equal(calendar_roll_forward(&calendar, DATE_MAX - 1), DATE_MAX);
	assert_int_equal(calendar_count(NULL, DATE_MIN, DATE_MAX), 2608615);
}

#define SPAN 400

/* Many calendars, each compared with counting day by day; weekdays from 1970, a Thursday. */
static void business_days_agree_with_counting(void **state)
{
	uint32_t seed = 12345;

	(void)state;
	for (int round = 0; round < 40; round++) {
		int32_t first = 20000 + round, days[SPAN];
		struct calendar calendar = {.holidays = days, .n = 0};
		int open[SPAN + 1] = {0}; /* business days in first … first + i − 1 */

		for (int i = 0; i < SPAN; i++) {
			int closed;

			seed = seed * 1664525 + 1013904223;
			closed = seed >> 28 < (uint32_t)(round % 12);
			if (closed)
				days[calendar.n++] = first + i;
			open[i + 1] = open[i] + (!closed && (first + i + 3) % 7 < 5);
		}
		calendar.n = calendar_clean(days, calendar.n);
		for (int i = 0; i < SPAN; i += 3) {
			for (int j = i; j < SPAN; j += 7) {
				int n = open[j + 1] - open[i + 1];
				int business = open[j + 1] != open[j];

				assert_int_equal(calendar_count(&calendar, first + i, first + j),
					open[j + 1] - open[i]);
				if (business && n > 0)
					assert_int_equal(
						calendar_add(&calendar, first + i, n), first + j);
			}
		}
	}
}

/* sub lands on the day from which as many business days follow, up to and with the day before. */
static void going_back_mirrors_going_on(void **state)
{
	struct calendar calendar = holidays();

	(void)state;
	for (int32_t date = day("2026-03-20"); date < day("2027-01-20"); date++) {
		for (int n = 1; n < 30; n++) {
			int32_t back = calendar_sub(&calendar, date, n);
			int32_t on = calendar_add(&calendar, date, n);

			assert_true(calendar_is_business_day(&calendar, back));
			assert_true(calendar_is_business_day(&calendar, on));
			assert_int_equal(calendar_count(&calendar, back, date - 1), n);
			assert_int_equal(calendar_count(&calendar, date + 1, on), n);
		}
	}
}

static void durations_move_dates_by_their_unit(void **state)
{
	struct calendar calendar = holidays();

	(void)state;
	assert_day(add("2026-03-04", "0d"), "2026-03-04");
	assert_day(add("2026-03-04", "90d"), "2026-06-02");
	assert_day(sub("2026-03-04", "6w"), "2026-01-21");
	assert_day(add("2026-01-31", "1mo"), "2026-02-28");
	assert_day(add("2024-02-29", "1y"), "2025-02-28");
	assert_day(sub("2024-02-29", "4y"), "2020-02-29");
	assert_day(add("2026-03-06", "10bd"), "2026-03-20");
	assert_day(date_add(day("2026-04-02"), duration("1bd"), &calendar), "2026-04-07");
	assert_day(date_sub(day("2026-04-07"), duration("1bd"), &calendar), "2026-04-02");
}

static void hours_and_minutes_count_as_the_days_they_fill(void **state)
{
	(void)state;
	assert_day(add("2026-03-04", "0h"), "2026-03-04");
	assert_day(add("2026-03-04", "4h"), "2026-03-05");
	assert_day(add("2026-03-04", "24h"), "2026-03-05");
	assert_day(add("2026-03-04", "25h"), "2026-03-06");
	assert_day(sub("2026-03-04", "1min"), "2026-03-03");
	assert_day(sub("2026-03-04", "1440min"), "2026-03-03");
	assert_day(sub("2026-03-04", "1441min"), "2026-03-02");
}

static void durations_beyond_the_calendar_are_clamped(void **state)
{
	static const char *const most[] = {"100000d", "100000w", "100000mo", "100000y", "100000bd"};

	(void)state;
	for (size_t i = 0; i < COUNT(most); i++) {
		assert_int_equal(add("9999-01-01", most[i]), DATE_MAX);
		assert_int_equal(sub("0001-12-01", most[i]), DATE_MIN);
	}
}

static void later(const char *from, const char *period, const char *expected)
{
	struct calendar calendar = holidays();
	struct instant instant;
	const char *hint;
	char text[24];

	assert_int_equal(instant_parse(from, strlen(from), &instant, &hint), SCALAR_OK);
	instant = instant_add(instant, duration(period), &calendar);
	assert_string_equal(instant_format(instant, text), expected);
}

static void instants_keep_their_clock_time_by_days(void **state)
{
	(void)state;
	later("2026-03-04T23:50Z", "30min", "2026-03-05T00:20Z");
	later("2026-03-04T23:50:07Z", "4h", "2026-03-05T03:50:07Z");
	later("2026-03-04T23:50Z", "2d", "2026-03-06T23:50Z");
	later("2026-04-02T09:30Z", "1bd", "2026-04-07T09:30Z");
	later("2026-01-31T09:30Z", "1mo", "2026-02-28T09:30Z");
	later("2024-02-29T00:00Z", "1y", "2025-02-28T00:00Z");
	later("1969-12-31T23:59:59Z", "1d", "1970-01-01T23:59:59Z");
	later("1969-06-30T12:00Z", "1mo", "1969-07-30T12:00Z");
	later("2026-03-04", "1w", "2026-03-11");
	later("9999-12-31T23:00Z", "100000h", "9999-12-31T23:59:59Z");
	later("9999-12-31T23:00Z", "100000d", "9999-12-31T23:00Z");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(months_keep_the_day_and_clamp_to_the_month),
		cmocka_unit_test(months_beyond_the_calendar_are_clamped),
		cmocka_unit_test(later_days_never_land_earlier),
		cmocka_unit_test(notice_counts_backward_and_forward),
		cmocka_unit_test(iso_weeks_run_from_monday_across_years),
		cmocka_unit_test(quarter_ends_are_strictly_before),
		cmocka_unit_test(business_days_agree_with_published_examples),
		cmocka_unit_test(business_days_leave_out_holidays),
		cmocka_unit_test(zero_business_days_stay_and_weekends_are_left),
		cmocka_unit_test(business_days_are_clamped_to_the_calendar),
		cmocka_unit_test(business_days_agree_with_counting),
		cmocka_unit_test(going_back_mirrors_going_on),
		cmocka_unit_test(durations_move_dates_by_their_unit),
		cmocka_unit_test(hours_and_minutes_count_as_the_days_they_fill),
		cmocka_unit_test(durations_beyond_the_calendar_are_clamped),
		cmocka_unit_test(instants_keep_their_clock_time_by_days),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
