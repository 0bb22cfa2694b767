/*
 * Scalars: every reader takes any text, says what to write instead of a bad one, and reads
 * back what is printed of a good one. A text of two lines is a date, or a time, and a duration.
 */
#include "fuzz.h"
#include "partner/date.h"
#include "partner/money.h"

/* A text without its NUL, and a copy with one for the C library. */
struct text {
	const char *bytes;
	size_t length;
	const char *closed;
};

/* A bad text has a hint, a good one needs none. */
static bool is_good(enum scalar_verdict verdict, const char *hint)
{
	PROMISE(verdict == SCALAR_OK || (hint && *hint));
	return verdict == SCALAR_OK;
}

static void take_numbers(const struct text *text)
{
	const char *hint = NULL, *point = strchr(text->closed, '.');
	int64_t whole;
	double number;
	bool flag;

	if (is_good(whole_parse(text->bytes, text->length, &whole, &hint), hint))
		PROMISE(whole == strtoll(text->closed, NULL, 10));
	hint = NULL;
	if (is_good(number_parse(text->bytes, text->length, &number, &hint), hint)) {
		PROMISE(fabs(number) < 1e15 && !(number == 0 && signbit(number)));
		PROMISE((point && strlen(point) > 41) || number == strtod(text->closed, NULL));
	}
	hint = NULL;
	if (is_good(share_parse(text->bytes, text->length, &number, &hint), hint))
		PROMISE(number >= 0 && number <= 1);
	hint = NULL;
	if (is_good(flag_parse(text->bytes, text->length, &flag, &hint), hint))
		PROMISE(!strcmp(text->closed, flag ? "true" : "false"));
}

static void take_ids(const struct text *text)
{
	const char *hint = NULL;
	bool partner = is_good(partner_id_check(text->bytes, text->length, &hint), hint);

	hint = NULL;
	if (!is_good(record_id_check(text->bytes, text->length, &hint), hint))
		PROMISE(!partner);
	else
		PROMISE(strlen(text->closed) == text->length);
}

static void take_money(const struct text *text)
{
	struct buffer printed = {0};
	struct money money, back;
	const char *hint = NULL;
	int64_t millionths;
	uint16_t currency;

	if (is_good(money_parse(text->bytes, text->length, &money, &hint), hint)) {
		PROMISE(money.minor >= 0 && money.currency && money.currency <= currency_count());
		money_put(&printed, money);
		PROMISE(money_parse(printed.data, printed.length, &back, &hint) == SCALAR_OK);
		PROMISE(back.minor == money.minor && back.currency == money.currency);
		PROMISE(money_scale(money, 1, 1, &back) && back.minor == money.minor);
		PROMISE(money_add(money, money, &back) == (money.minor <= INT64_MAX / 2));
	}
	hint = NULL;
	if (is_good(price_parse(text->bytes, text->length, &millionths, &currency, &hint), hint))
		PROMISE(millionths >= 0 && millionths <= 9000000000000000000 && currency);
	buffer_free(&printed);
}

static bool exists(int32_t date)
{
	return date >= DATE_MIN && date <= DATE_MAX;
}

static void take_date(int32_t date)
{
	const char *hint;
	char text[DATE_SIZE];
	int32_t back;

	PROMISE(exists(date) && date_of_civil(civil_of_date(date)) == date);
	PROMISE(date_parse(date_format(date, text), strlen(text), &back, &hint) == SCALAR_OK);
	PROMISE(back == date);
	PROMISE(date_iso_week(date) <= date && date - date_iso_week(date) < 7);
	PROMISE(date_quarter_end_before(date) <= date);
}

static void take_instant(struct instant instant)
{
	const char *hint;
	char text[24];
	struct instant back;

	instant_format(instant, text);
	PROMISE(instant_parse(text, strlen(text), &back, &hint) == SCALAR_OK);
	PROMISE(back.seconds == instant.seconds && back.coarse == instant.coarse);
}

static void take_duration(struct duration duration)
{
	const char *hint;
	char text[16];
	struct duration back;

	duration_format(duration, text);
	PROMISE(duration_parse(text, strlen(text), &back, &hint) == SCALAR_OK);
	PROMISE(back.count == duration.count && back.unit == duration.unit);
}

static void take_days(const struct text *text)
{
	struct duration duration;
	struct instant instant;
	const char *hint = NULL;
	int32_t date;

	if (is_good(date_parse(text->bytes, text->length, &date, &hint), hint))
		take_date(date);
	hint = NULL;
	if (is_good(instant_parse(text->bytes, text->length, &instant, &hint), hint))
		take_instant(instant);
	hint = NULL;
	if (is_good(duration_parse(text->bytes, text->length, &duration, &hint), hint))
		take_duration(duration);
}

/* Moving by a duration never leaves the calendar, and later is not earlier. */
static void move(struct instant instant, struct duration duration)
{
	const int32_t days[] = {DATE_MIN, 0, 1, 20634, DATE_MAX};
	const struct calendar holidays = {days, sizeof(days) / sizeof(*days)};
	const struct calendar *const calendars[] = {NULL, &holidays};
	int32_t date = instant_date(instant);

	for (size_t i = 0; i < 2; i++) {
		int32_t later = date_add(date, duration, calendars[i]);
		int32_t earlier = date_sub(date, duration, calendars[i]);
		struct instant moved = instant_add(instant, duration, calendars[i]);

		PROMISE(exists(later) && later >= date && exists(earlier) && earlier <= date);
		PROMISE(exists(instant_date(moved)) && moved.seconds >= instant.seconds);
		PROMISE(moved.coarse == instant.coarse);
		if (!moved.coarse) /* the span of a coarse one may begin at any hour */
			take_instant(moved);
		PROMISE(exists(calendar_roll_forward(calendars[i], date)));
		PROMISE(exists(calendar_roll_back(calendars[i], date)));
		PROMISE(calendar_count(calendars[i], earlier, later) >= 0);
	}
}

static void take_pair(const char *bytes, size_t length)
{
	const char *newline = memchr(bytes, '\n', length), *hint;
	struct instant instant;
	struct duration duration;

	if (newline &&
		instant_parse(bytes, (size_t)(newline - bytes), &instant, &hint) == SCALAR_OK &&
		duration_parse(newline + 1, length - (size_t)(newline + 1 - bytes), &duration,
			&hint) == SCALAR_OK)
		move(instant, duration);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena = {0};
	struct text text = {(const char *)data, size, NULL};

	text.closed = arena_copy(&arena, text.bytes, size);
	take_numbers(&text);
	take_ids(&text);
	take_money(&text);
	take_days(&text);
	take_pair(text.bytes, size);
	arena_free(&arena);
	return 0;
}
