/**
 * Dates, instants, durations and the business-day calendar.
 *
 * A date is a day number: days since 1970-01-01, proleptic Gregorian, years 1 to 9999. An
 * instant is seconds since 1970-01-01T00:00Z. No time zone data, no clock, no leap seconds.
 */
#ifndef PARTNER_DATE_H
#define PARTNER_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "partner/buffer.h"
#include "partner/scalar.h"

#define DATE_NONE INT32_MIN
#define DATE_MIN (-719162) /* 0001-01-01 */
#define DATE_MAX 2932896   /* 9999-12-31 */
#define DATE_SIZE 11       /* of a printed date with its NUL */

struct civil {
	int year;  /**< 1 to 9999 */
	int month; /**< 1 to 12 */
	int day;   /**< 1 to 31 */
};

/** A point in time, or a whole day when only the date was given. */
struct instant {
	int64_t seconds; /**< since 1970-01-01T00:00Z; of a coarse one: its midnight */
	bool coarse;     /**< only the day is known: anywhere in [seconds, seconds + 86400) */
};

enum duration_unit {
	DURATION_MINUTES,       /* min */
	DURATION_HOURS,         /* h */
	DURATION_DAYS,          /* d */
	DURATION_BUSINESS_DAYS, /* bd */
	DURATION_WEEKS,         /* w */
	DURATION_MONTHS,        /* mo */
	DURATION_YEARS,         /* y */
};

/** No multiple of a term need be longer: it would leave the calendar. */
#define DURATION_MOST 4000000

struct duration {
	int32_t count; /**< 0 to 100 000 where one is read; DURATION_MOST at most */
	enum duration_unit unit;
};

/**
 * Days without business besides Saturdays and Sundays: ascending, each once, none of them on a
 * weekend; may be empty. Every function takes NULL for a calendar without holidays, and time in
 * proportion to the logarithm of their number, however many follow each other.
 */
struct calendar {
	const int32_t *holidays;
	size_t n;
};

/** `2026-03-31`; only days that exist. */
enum scalar_verdict date_parse(const char *text, size_t length, int32_t *date, const char **hint);

/**
 * `2026-03-04T02:10Z`, `2026-03-04 02:10+01:00` (seconds allowed), or a date (coarse). Hours
 * are 00 to 23, zones -14:00 to +14:00; an hour needs a zone.
 */
enum scalar_verdict instant_parse(
	const char *text, size_t length, struct instant *instant, const char **hint);

/** `30min 4h 90d 10bd 6w 3mo 1y`: one number, one unit; beyond 100 000 SCALAR_RANGE. */
enum scalar_verdict duration_parse(
	const char *text, size_t length, struct duration *duration, const char **hint);

/** Appends YYYY-MM-DD. `date` must be in DATE_MIN…DATE_MAX. */
void date_put(struct buffer *buffer, int32_t date);

/** Writes YYYY-MM-DD and a NUL; returns `text`. `date` must be in DATE_MIN…DATE_MAX. */
char *date_format(int32_t date, char text[DATE_SIZE]);

/** Writes as duration_parse reads, with a NUL; returns `text` (16 bytes suffice). */
char *duration_format(struct duration duration, char text[16]);

/** Writes 2026-03-04T02:10Z (with seconds only when not 0), a date when coarse; 24 bytes. */
char *instant_format(struct instant instant, char text[24]);

/**
 * Of days that exist, and back. Formula: days_from_civil and civil_from_days of Howard
 * Hinnant, "chrono-Compatible Low-Level Date Algorithms", 2013.
 */
int32_t date_of_civil(struct civil civil);
struct civil civil_of_date(int32_t date);
int days_in_month(int year, int month);

/** The day in DATE_MIN…DATE_MAX that is nearest to `days` since 1970-01-01. */
int32_t date_clamp(int64_t days);

/** 1 Monday to 7 Sunday. */
int date_weekday(int32_t date);

/** The Monday of the ISO week of `date`: equal for days of one week, and only for those. */
int32_t date_iso_week(int32_t date);

/** The UTC day of an instant. */
int32_t instant_date(struct instant instant);

/**
 * `date` plus `months` calendar months (may be negative): the same day of the month, clamped
 * to the month's last day. Results are clamped to DATE_MIN…DATE_MAX.
 */
int32_t date_add_months(int32_t date, int months);

/**
 * The last of the quarter ends 31 Mar, 30 Jun, 30 Sep, 31 Dec that is before `date`; DATE_MIN
 * when there is none.
 */
int32_t date_quarter_end_before(int32_t date);

/** Sorts days, and leaves out what a calendar must not have; returns how many are left. */
size_t calendar_clean(int32_t *days, size_t n);

bool calendar_is_business_day(const struct calendar *calendar, int32_t date);

/** The nearest business day at or after (before) `date`; DATE_MAX (DATE_MIN) without one. */
int32_t calendar_roll_forward(const struct calendar *calendar, int32_t date);
int32_t calendar_roll_back(const struct calendar *calendar, int32_t date);

/**
 * The `n`-th business day after (before) `date`; 0 gives `date` itself. `n` >= 0. Results are
 * clamped to DATE_MIN…DATE_MAX.
 */
int32_t calendar_add(const struct calendar *calendar, int32_t date, int n);
int32_t calendar_sub(const struct calendar *calendar, int32_t date, int n);

/** Business days in `from`…`to`, both counted; 0 when `to` < `from`. */
int calendar_count(const struct calendar *calendar, int32_t from, int32_t to);

/**
 * `date` moved by `duration`: months and years clamp, business days count by the calendar
 * (NULL: weekends only), hours and minutes count as the days they fill, rounded up. Clamped
 * to DATE_MIN…DATE_MAX.
 */
int32_t date_add(int32_t date, struct duration duration, const struct calendar *calendar);
int32_t date_sub(int32_t date, struct duration duration, const struct calendar *calendar);

/**
 * The same clock time on the later day; minutes and hours are exact. A coarse instant stays
 * coarse: its whole span moves. Clamped to the end of DATE_MAX.
 */
struct instant instant_add(
	struct instant instant, struct duration duration, const struct calendar *calendar);

#endif
