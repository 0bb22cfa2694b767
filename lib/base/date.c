/* Dates: reading, printing, weeks, months and quarters. */
#include "partner/date.h"

#include <assert.h>

#define EPOCH 719468       /* days from 0000-03-01 to 1970-01-01 */
#define DAYS_IN_ERA 146097 /* in 400 years */
#define DAYS_IN_SPAN 153   /* in five months that begin with March or August */
#define MONTH_MIN 12       /* January of year 1, counted as year * 12 + month - 1 */
#define MONTH_MAX 119999   /* December of year 9999 */

static bool is_leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int days_in_month(int year, int month)
{
	static const signed char days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	assert(month >= 1 && month <= 12);
	return days[month - 1] + (month == 2 && is_leap(year));
}

int32_t date_clamp(int64_t days)
{
	if (days < DATE_MIN)
		return DATE_MIN;
	return days > DATE_MAX ? DATE_MAX : (int32_t)days;
}

/*
 * Days-from-civil and its inverse (source: date.h). Years begin in March here, so that the
 * leap day is the last of its year.
 */
int32_t date_of_civil(struct civil civil)
{
	int year = civil.year - (civil.month <= 2);
	int month = civil.month > 2 ? civil.month - 3 : civil.month + 9;

	assert(civil.year >= 1 && civil.year <= 9999);
	assert(civil.month >= 1 && civil.month <= 12);
	return 365 * year + year / 4 - year / 100 + year / 400 + (DAYS_IN_SPAN * month + 2) / 5 +
		civil.day - 1 - EPOCH;
}

struct civil civil_of_date(int32_t date)
{
	uint32_t days = (uint32_t)(date + EPOCH);
	uint32_t era = days / DAYS_IN_ERA;
	uint32_t day = days % DAYS_IN_ERA;
	uint32_t year = (day - day / 1460 + day / 36524 - day / (DAYS_IN_ERA - 1)) / 365;
	uint32_t month;

	assert(date >= DATE_MIN && date <= DATE_MAX);
	day -= 365 * year + year / 4 - year / 100;
	month = (5 * day + 2) / DAYS_IN_SPAN;
	day -= (DAYS_IN_SPAN * month + 2) / 5;
	return (struct civil){
		.year = (int)(year + era * 400 + (month >= 10)),
		.month = (int)(month < 10 ? month + 3 : month - 9),
		.day = (int)(day + 1),
	};
}

/* Two digits; `*wrong` becomes true when they are not digits, and stays true. */
static int pair_read(const char *text, bool *wrong)
{
	unsigned tens = (unsigned)(unsigned char)text[0] - '0';
	unsigned ones = (unsigned)(unsigned char)text[1] - '0';

	*wrong |= (tens > 9) | (ones > 9);
	return (int)(tens * 10 + ones);
}

static bool civil_read(const char *text, struct civil *civil)
{
	bool wrong = (text[4] != '-') | (text[7] != '-');

	civil->year = pair_read(text, &wrong) * 100;
	civil->year += pair_read(text + 2, &wrong);
	civil->month = pair_read(text + 5, &wrong);
	civil->day = pair_read(text + 8, &wrong);
	return !wrong;
}

/* Why there is no such day. */
static enum scalar_verdict civil_refuse(struct civil civil, const char **hint)
{
	static const char *const lengths[] = {
		"that month has days 01 to 28",
		"that month has days 01 to 29",
		"that month has days 01 to 30",
		"that month has days 01 to 31",
	};

	if (civil.month < 1 || civil.month > 12) {
		*hint = "months are 01 to 12";
		return SCALAR_INVALID;
	}
	if (civil.year == 0) {
		*hint = "years are 0001 to 9999";
		return SCALAR_RANGE;
	}
	*hint = lengths[days_in_month(civil.year, civil.month) - 28];
	return SCALAR_INVALID;
}

static bool civil_exists(struct civil civil)
{
	if (civil.year < 1 || civil.month < 1 || civil.month > 12 || civil.day < 1)
		return false;
	return civil.day <= 28 || civil.day <= days_in_month(civil.year, civil.month);
}

enum scalar_verdict date_parse(const char *text, size_t length, int32_t *date, const char **hint)
{
	struct civil civil;

	if (length != DATE_SIZE - 1 || !civil_read(text, &civil)) {
		*hint = "write year, month and day as in 2026-03-04";
		return SCALAR_INVALID;
	}
	if (!civil_exists(civil))
		return civil_refuse(civil, hint);
	*date = date_of_civil(civil);
	return SCALAR_OK;
}

static void pair_write(int value, char *text)
{
	text[0] = (char)('0' + value / 10);
	text[1] = (char)('0' + value % 10);
}

char *date_format(int32_t date, char text[DATE_SIZE])
{
	struct civil civil = civil_of_date(date);

	pair_write(civil.year / 100, text);
	pair_write(civil.year % 100, text + 2);
	text[4] = '-';
	pair_write(civil.month, text + 5);
	text[7] = '-';
	pair_write(civil.day, text + 8);
	text[10] = '\0';
	return text;
}

void date_put(struct buffer *buffer, int32_t date)
{
	char text[DATE_SIZE];

	buffer_puts(buffer, date_format(date, text));
}

int date_weekday(int32_t date)
{
	/* DATE_MIN is a Monday. */
	assert(date >= DATE_MIN);
	return (date - DATE_MIN) % 7 + 1;
}

int32_t date_iso_week(int32_t date)
{
	return date - (date_weekday(date) - 1);
}

int32_t date_add_months(int32_t date, int months)
{
	struct civil civil = civil_of_date(date);
	int64_t target = (int64_t)civil.year * 12 + civil.month - 1 + months;
	int last;

	if (target < MONTH_MIN)
		return DATE_MIN;
	if (target > MONTH_MAX)
		return DATE_MAX;
	civil.year = (int)(target / 12);
	civil.month = (int)(target % 12) + 1;
	last = days_in_month(civil.year, civil.month);
	if (civil.day > last)
		civil.day = last;
	return date_of_civil(civil);
}

int32_t date_quarter_end_before(int32_t date)
{
	struct civil civil = civil_of_date(date);

	civil.month -= (civil.month - 1) % 3;
	civil.day = 1;
	return date_clamp((int64_t)date_of_civil(civil) - 1);
}
