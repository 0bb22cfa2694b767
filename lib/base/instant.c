/* Points in time: reading, printing, moving. */
#include "partner/date.h"

#include <string.h>

#define SECONDS_IN_DAY 86400
#define INSTANT_MIN ((int64_t)DATE_MIN * SECONDS_IN_DAY)
#define INSTANT_MAX ((int64_t)DATE_MAX * SECONDS_IN_DAY + SECONDS_IN_DAY - 1)
#define ZONE_MOST (14 * 60) /* minutes; Kiritimati has it */

static const char how[] = "write 2026-03-04T02:10Z, 2026-03-04 02:10+01:00, or a date";

/* Whether the text begins like the pattern, in which 0 stands for any digit. */
static bool begins(const char *text, size_t length, const char *pattern)
{
	for (size_t i = 0; pattern[i]; i++) {
		if (i == length)
			return false;
		if (pattern[i] == '0' ? text[i] < '0' || text[i] > '9' : text[i] != pattern[i])
			return false;
	}
	return true;
}

static int two_digits(const char *text)
{
	return (text[0] - '0') * 10 + (text[1] - '0');
}

/* Reads 02:10 or 02:10:05 at the start; `*used` gets its length. */
static bool clock_read(
	const char *text, size_t length, size_t *used, int *seconds, const char **hint)
{
	int hour, minute, second = 0;

	if (!begins(text, length, "00:00")) {
		*hint = how;
		return false;
	}
	hour = two_digits(text);
	minute = two_digits(text + 3);
	*used = 5;
	if (begins(text + 5, length - 5, ":00")) {
		second = two_digits(text + 6);
		*used = 8;
	}
	if (hour > 23) {
		*hint = "hours are 00 to 23";
		return false;
	}
	if (minute > 59 || second > 59) {
		*hint = "minutes and seconds are 00 to 59";
		return false;
	}
	*seconds = (hour * 60 + minute) * 60 + second;
	return true;
}

static const char *zone_hint(const char *text, size_t length)
{
	if (length == 0)
		return "an hour needs its zone: Z for UTC, or an offset such as +01:00";
	if (text[0] == '.' || text[0] == ',')
		return "leave out fractions of a second";
	return how;
}

/* Reads Z or an offset such as +01:00, in minutes. */
static bool zone_read(const char *text, size_t length, int *minutes, const char **hint)
{
	bool west = length && text[0] == '-';

	if (length == 1 && text[0] == 'Z') {
		*minutes = 0;
		return true;
	}
	if (length != 6 || !begins(text, length, west ? "-00:00" : "+00:00")) {
		*hint = zone_hint(text, length);
		return false;
	}
	*minutes = two_digits(text + 1) * 60 + two_digits(text + 4);
	if (*minutes > ZONE_MOST || two_digits(text + 4) > 59) {
		*hint = "zones are -14:00 to +14:00";
		return false;
	}
	if (west)
		*minutes = -*minutes;
	return true;
}

/* Reads what follows the date, from the T on, as seconds after its midnight in UTC. */
static bool time_read(const char *text, size_t length, int *seconds, const char **hint)
{
	size_t used;
	int zone;

	if (text[0] != 'T' && text[0] != ' ') {
		*hint = how;
		return false;
	}
	if (!clock_read(text + 1, length - 1, &used, seconds, hint))
		return false;
	used++;
	if (!zone_read(text + used, length - used, &zone, hint))
		return false;
	*seconds -= zone * 60;
	return true;
}

enum scalar_verdict instant_parse(
	const char *text, size_t length, struct instant *instant, const char **hint)
{
	const size_t day = DATE_SIZE - 1;
	enum scalar_verdict verdict;
	struct instant result;
	int seconds = 0;
	int32_t date;

	verdict = date_parse(text, length < day ? length : day, &date, hint);
	if (verdict != SCALAR_OK)
		return verdict;
	if (length > day && !time_read(text + day, length - day, &seconds, hint))
		return SCALAR_INVALID;
	result.coarse = length == day;
	result.seconds = (int64_t)date * SECONDS_IN_DAY + seconds;
	if (result.seconds < INSTANT_MIN || result.seconds > INSTANT_MAX) {
		*hint = "years are 0001 to 9999 in UTC, too";
		return SCALAR_RANGE;
	}
	*instant = result;
	return SCALAR_OK;
}

int32_t instant_date(struct instant instant)
{
	int64_t days = instant.seconds / SECONDS_IN_DAY;

	return date_clamp(days - (instant.seconds % SECONDS_IN_DAY < 0));
}

static char *pair_put(char *text, char before, int64_t value)
{
	*text++ = before;
	*text++ = (char)('0' + value / 10);
	*text++ = (char)('0' + value % 10);
	return text;
}

char *instant_format(struct instant instant, char text[24])
{
	int32_t date = instant_date(instant);
	int64_t clock = instant.seconds - (int64_t)date * SECONDS_IN_DAY;
	char *end = date_format(date, text) + DATE_SIZE - 1;

	if (instant.coarse)
		return text;
	end = pair_put(end, 'T', clock / 3600);
	end = pair_put(end, ':', clock / 60 % 60);
	if (clock % 60)
		end = pair_put(end, ':', clock % 60);
	memcpy(end, "Z", sizeof("Z"));
	return text;
}

struct instant instant_add(
	struct instant instant, struct duration duration, const struct calendar *calendar)
{
	int32_t date = instant_date(instant);

	if (duration.unit == DURATION_MINUTES || duration.unit == DURATION_HOURS) {
		int unit = duration.unit == DURATION_HOURS ? 3600 : 60;

		instant.seconds += (int64_t)duration.count * unit;
	} else {
		int64_t moved = date_add(date, duration, calendar);

		instant.seconds += (moved - date) * SECONDS_IN_DAY;
	}
	if (instant.seconds > INSTANT_MAX)
		instant.seconds = INSTANT_MAX;
	return instant;
}
