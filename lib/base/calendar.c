/*
 * Business days, each with a number: how many there are from DATE_MIN, a Monday, up to it. Moving
 * on by some is adding to the number.
 */
#include "partner/date.h"

#include <assert.h>
#include <stdlib.h>

#include "partner/search.h"

#define SATURDAY 6

static int compare_days(const void *left, const void *right)
{
	int32_t a = *(const int32_t *)left, b = *(const int32_t *)right;

	return (a > b) - (a < b);
}

size_t calendar_clean(int32_t *days, size_t n)
{
	size_t kept = 0;

	if (n)
		qsort(days, n, sizeof(*days), compare_days);
	for (size_t i = 0; i < n; i++)
		if (date_weekday(days[i]) < SATURDAY && (!kept || days[i] != days[kept - 1]))
			days[kept++] = days[i];
	return kept;
}

/* Days from Monday to Friday in DATE_MIN…date. */
static int32_t weekdays_until(int32_t date)
{
	int32_t days = date - DATE_MIN + 1, rest = days % 7;

	return days / 7 * 5 + (rest < 5 ? rest : 5);
}

/* The holidays up to `date`. */
static size_t holidays_until(const struct calendar *calendar, int32_t date)
{
	struct search search = {.end = calendar ? calendar->n : 0};

	while (search_on(&search))
		search_halve(&search, calendar->holidays[search.at] <= date);
	return search.at;
}

/* The business days in DATE_MIN…date. */
static int32_t number_at(const struct calendar *calendar, int32_t date)
{
	return weekdays_until(date) - (int32_t)holidays_until(calendar, date);
}

/* The holidays before the business day of that number: each has fewer such days before it. */
static size_t holidays_before(const struct calendar *calendar, int64_t number)
{
	struct search search = {.end = calendar ? calendar->n : 0};

	while (search_on(&search))
		search_halve(&search,
			weekdays_until(calendar->holidays[search.at]) - (int64_t)search.at <=
				number);
	return search.at;
}

/* The business day of that number, from 1. */
static int32_t day_of(const struct calendar *calendar, int64_t number)
{
	int64_t weekday;

	if (number < 1)
		return DATE_MIN;
	weekday = number + (int64_t)holidays_before(calendar, number) - 1;
	return date_clamp(DATE_MIN + weekday / 5 * 7 + weekday % 5);
}

bool calendar_is_business_day(const struct calendar *calendar, int32_t date)
{
	size_t n = holidays_until(calendar, date);

	return date_weekday(date) < SATURDAY && !(n && calendar->holidays[n - 1] == date);
}

int32_t calendar_roll_forward(const struct calendar *calendar, int32_t date)
{
	return day_of(calendar, (int64_t)number_at(calendar, date - 1) + 1);
}

int32_t calendar_roll_back(const struct calendar *calendar, int32_t date)
{
	return day_of(calendar, number_at(calendar, date));
}

int32_t calendar_add(const struct calendar *calendar, int32_t date, int n)
{
	assert(n >= 0);
	return n ? day_of(calendar, (int64_t)number_at(calendar, date) + n) : date;
}

int32_t calendar_sub(const struct calendar *calendar, int32_t date, int n)
{
	assert(n >= 0);
	return n ? day_of(calendar, (int64_t)number_at(calendar, date - 1) + 1 - n) : date;
}

int calendar_count(const struct calendar *calendar, int32_t from, int32_t to)
{
	return to < from ? 0 : number_at(calendar, to) - number_at(calendar, from - 1);
}
