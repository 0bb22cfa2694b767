/* Durations: reading, printing, and dates moved by them. */
#include "partner/date.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#define COUNT_MOST 100000

static const char *const units[] = {
	[DURATION_MINUTES] = "min",
	[DURATION_HOURS] = "h",
	[DURATION_DAYS] = "d",
	[DURATION_BUSINESS_DAYS] = "bd",
	[DURATION_WEEKS] = "w",
	[DURATION_MONTHS] = "mo",
	[DURATION_YEARS] = "y",
};

static bool unit_read(const char *text, size_t length, enum duration_unit *unit)
{
	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
		if (strlen(units[i]) == length && !memcmp(units[i], text, length)) {
			*unit = (enum duration_unit)i;
			return true;
		}
	}
	return false;
}

static const char *duration_hint(const char *unit, size_t length, size_t digits)
{
	if (!digits || (length && unit[0] == '.'))
		return "write a whole number and a unit, as in 90d (min h d bd w mo y)";
	if (!length)
		return "add a unit: min h d bd w mo y";
	for (size_t i = 0; i < length; i++) {
		if (unit[i] >= '0' && unit[i] <= '9')
			return "write one number and one unit, as in 90d: units do not mix";
	}
	return "units are min h d bd w mo y, right after the number";
}

enum scalar_verdict duration_parse(
	const char *text, size_t length, struct duration *duration, const char **hint)
{
	struct duration result;
	size_t digits = 0;
	int64_t count = 0;
	enum scalar_verdict verdict;

	while (digits < length && text[digits] >= '0' && text[digits] <= '9')
		digits++;
	if (!digits || !unit_read(text + digits, length - digits, &result.unit)) {
		*hint = duration_hint(text + digits, length - digits, digits);
		return SCALAR_INVALID;
	}
	verdict = whole_parse(text, digits, &count, hint);
	if (verdict == SCALAR_INVALID)
		return verdict;
	if (verdict == SCALAR_RANGE || count > COUNT_MOST) {
		*hint = "from 0 to 100000 of a unit";
		return SCALAR_RANGE;
	}
	result.count = (int32_t)count;
	*duration = result;
	return SCALAR_OK;
}

char *duration_format(struct duration duration, char text[16])
{
	snprintf(text, 16, "%d%s", (int)duration.count, units[duration.unit]);
	return text;
}

/* The days that a duration of a fixed length fills. */
static int fixed_days(struct duration duration)
{
	switch (duration.unit) {
	case DURATION_MINUTES:
		return (duration.count + 1439) / 1440;
	case DURATION_HOURS:
		return (duration.count + 23) / 24;
	case DURATION_WEEKS:
		return duration.count * 7;
	default:
		return duration.count;
	}
}

int32_t date_add(int32_t date, struct duration duration, const struct calendar *calendar)
{
	assert(duration.count >= 0 && duration.count <= DURATION_MOST);
	switch (duration.unit) {
	case DURATION_BUSINESS_DAYS:
		return calendar_add(calendar, date, duration.count);
	case DURATION_MONTHS:
		return date_add_months(date, duration.count);
	case DURATION_YEARS:
		return date_add_months(date, duration.count * 12);
	default:
		return date_clamp((int64_t)date + fixed_days(duration));
	}
}

int32_t date_sub(int32_t date, struct duration duration, const struct calendar *calendar)
{
	assert(duration.count >= 0 && duration.count <= DURATION_MOST);
	switch (duration.unit) {
	case DURATION_BUSINESS_DAYS:
		return calendar_sub(calendar, date, duration.count);
	case DURATION_MONTHS:
		return date_add_months(date, -duration.count);
	case DURATION_YEARS:
		return date_add_months(date, -duration.count * 12);
	default:
		return date_clamp((int64_t)date - fixed_days(duration));
	}
}
