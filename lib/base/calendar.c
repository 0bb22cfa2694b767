/* Business days: leaps over weekdays, put right for the holidays met on the way. */
#include "partner/date.h"

#include <assert.h>

#include "partner/search.h"

#define SATURDAY 6

/* The place of the first holiday at or after `date`. */
static size_t holiday_place(const struct calendar *calendar, int32_t date)
{
	struct search search = {.end = calendar->n};

	while (search_on(&search))
		search_halve(&search, calendar->holidays[search.at] < date);
	return search.at;
}

/* Holidays in first…last that are not on a weekend; a day listed twice counts once. */
static int holidays_between(const struct calendar *calendar, int32_t first, int32_t last)
{
	const int32_t *days;
	int n = 0;

	if (!calendar)
		return 0;
	days = calendar->holidays;
	for (size_t i = holiday_place(calendar, first); i < calendar->n && days[i] <= last; i++)
		n += date_weekday(days[i]) < SATURDAY && (i == 0 || days[i] != days[i - 1]);
	return n;
}

bool calendar_is_business_day(const struct calendar *calendar, int32_t date)
{
	return date_weekday(date) < SATURDAY && !holidays_between(calendar, date, date);
}

int32_t calendar_roll_forward(const struct calendar *calendar, int32_t date)
{
	while (date < DATE_MAX && !calendar_is_business_day(calendar, date))
		date++;
	return date;
}

int32_t calendar_roll_back(const struct calendar *calendar, int32_t date)
{
	while (date > DATE_MIN && !calendar_is_business_day(calendar, date))
		date--;
	return date;
}

/* More than there are, so that sums of days cannot overflow. */
static int32_t steps_clamp(int n)
{
	return n > DATE_MAX - DATE_MIN ? DATE_MAX - DATE_MIN : n;
}

/* The n-th day from Monday to Friday after `date`. */
static int32_t weekdays_after(int32_t date, int n)
{
	int32_t steps = steps_clamp(n);
	int weekday = date_weekday(date);

	if (weekday >= SATURDAY) {
		date -= weekday - 5;
		weekday = 5;
	}
	date += steps / 5 * 7 + steps % 5;
	return date_clamp((int64_t)date + (weekday + steps % 5 > 5 ? 2 : 0));
}

/* The n-th day from Monday to Friday before `date`. */
static int32_t weekdays_before(int32_t date, int n)
{
	int32_t steps = steps_clamp(n);
	int weekday = date_weekday(date);

	if (weekday >= SATURDAY) {
		date += 8 - weekday;
		weekday = 1;
	}
	date -= steps / 5 * 7 + steps % 5;
	return date_clamp((int64_t)date - (weekday - steps % 5 < 1 ? 2 : 0));
}

/* Each leap over weekdays leaves as many days to go as it met holidays. */
int32_t calendar_add(const struct calendar *calendar, int32_t date, int n)
{
	assert(n >= 0);
	while (n > 0 && date < DATE_MAX) {
		int32_t next = weekdays_after(date, n);

		n = holidays_between(calendar, date + 1, next);
		date = next;
	}
	return date;
}

int32_t calendar_sub(const struct calendar *calendar, int32_t date, int n)
{
	assert(n >= 0);
	while (n > 0 && date > DATE_MIN) {
		int32_t next = weekdays_before(date, n);

		n = holidays_between(calendar, next, date - 1);
		date = next;
	}
	return date;
}

/* Days from Monday to Friday in DATE_MIN…date; DATE_MIN is a Monday. */
static int weekdays_until(int32_t date)
{
	int days = date - DATE_MIN + 1;
	int rest = days % 7;

	return days / 7 * 5 + (rest < 5 ? rest : 5);
}

int calendar_count(const struct calendar *calendar, int32_t from, int32_t to)
{
	if (to < from)
		return 0;
	return weekdays_until(to) - weekdays_until(from - 1) - holidays_between(calendar, from, to);
}
