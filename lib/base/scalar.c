/* Numbers, shares, flags and ids as texts. */
#include "partner/scalar.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define WHOLE_PLACES 15   /* digits before the point of a number below 1e15 */
#define DECIMAL_PLACES 40 /* digits after it that are read; a double tells 17 apart */

/* Where the parts of -?(0|[1-9][0-9]*)(\.[0-9]+)? stand in a text. */
struct shape {
	size_t start;    /* of the first digit */
	size_t whole;    /* digits before the point */
	size_t decimals; /* digits after it */
};

static const double powers_of_ten[WHOLE_PLACES + 3] = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8,
	1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17};

static bool is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

static size_t digits_from(const char *text, size_t length, size_t start)
{
	size_t end = start;

	while (end < length && is_digit(text[end]))
		end++;
	return end - start;
}

static bool shape_read(const char *text, size_t length, struct shape *shape)
{
	size_t end;

	shape->start = length && text[0] == '-';
	shape->whole = digits_from(text, length, shape->start);
	shape->decimals = 0;
	end = shape->start + shape->whole;
	if (end < length && text[end] == '.') {
		shape->decimals = digits_from(text, length, end + 1);
		if (!shape->decimals)
			return false;
		end += 1 + shape->decimals;
	}
	return end == length && shape->whole && (shape->whole == 1 || text[shape->start] != '0');
}

static size_t count_points(const char *text, size_t length)
{
	size_t points = 0;

	for (size_t i = 0; i < length; i++)
		points += text[i] == '.';
	return points;
}

/* As 20% and 5k have. */
static bool has_unit(const char *text, size_t length)
{
	char last = length ? text[length - 1] : '\0';

	return length && is_digit(text[0]) &&
		(last == '%' || (last >= 'a' && last <= 'z') || (last >= 'A' && last <= 'Z'));
}

/* What is wrong with a text that should have been a number; `usual` when nothing stands out. */
static const char *number_hint(const char *text, size_t length, const char *usual)
{
	size_t start = length && text[0] == '-';

	if (length && text[0] == '+')
		return "leave out the plus sign";
	if (digits_from(text, length, start) > 1 && text[start] == '0')
		return "leave out the leading zeros";
	if (length && (memchr(text, ',', length) || count_points(text, length) > 1))
		return "write no thousands separator, a point before decimals, as in 1200.5";
	if (has_unit(text + start, length - start))
		return "write the number alone, without a unit";
	return usual;
}

enum scalar_verdict whole_parse(const char *text, size_t length, int64_t *value, const char **hint)
{
	uint64_t limit, magnitude = 0;
	struct shape shape;
	bool negative;

	if (!shape_read(text, length, &shape) || shape.decimals) {
		*hint = number_hint(text, length, "write a whole number, as in 12");
		return SCALAR_INVALID;
	}
	negative = shape.start == 1;
	limit = (uint64_t)INT64_MAX + negative;
	for (size_t i = shape.start; i < length; i++) {
		unsigned digit = (unsigned)(text[i] - '0');

		if (magnitude > (limit - digit) / 10) {
			*hint = "from -9223372036854775808 to 9223372036854775807";
			return SCALAR_RANGE;
		}
		magnitude = magnitude * 10 + digit;
	}
	if (negative && magnitude)
		*value = -(int64_t)(magnitude - 1) - 1;
	else
		*value = (int64_t)magnitude;
	return SCALAR_OK;
}

/*
 * The magnitude of a number divided by ten to `places`, correctly rounded. Up to 15 digits
 * and powers up to 1e22 are exact in a double, so that one division rounds once; longer texts
 * go to strtod.
 */
static double shape_value(const char *text, const struct shape *shape, size_t places)
{
	char copy[WHOLE_PLACES + DECIMAL_PLACES + sizeof(".e-99")];
	const char *digits = text + shape->start;
	size_t length = shape->whole + (shape->decimals ? 1 + shape->decimals : 0);
	int64_t mantissa = 0;

	if (shape->whole + shape->decimals > WHOLE_PLACES) {
		if (shape->decimals > DECIMAL_PLACES)
			length = shape->whole + 1 + DECIMAL_PLACES;
		snprintf(copy, sizeof(copy), "%.*se-%d", (int)length, digits, (int)places);
		return strtod(copy, NULL);
	}
	for (size_t i = 0; i < length; i++) {
		if (i != shape->whole)
			mantissa = mantissa * 10 + (digits[i] - '0');
	}
	return (double)mantissa / powers_of_ten[shape->decimals + places];
}

/* A number divided by ten to `places`. */
static enum scalar_verdict scaled_parse(
	const char *text, size_t length, size_t places, double *value, const char **hint)
{
	const double limit = powers_of_ten[WHOLE_PLACES - places];
	struct shape shape;
	double magnitude = limit;

	if (!shape_read(text, length, &shape)) {
		*hint = number_hint(text, length, "write a decimal number, as in 0.85");
		return SCALAR_INVALID;
	}
	if (shape.whole <= WHOLE_PLACES)
		magnitude = shape_value(text, &shape, places);
	if (magnitude >= limit) {
		*hint = "numbers are below 1000000000000000";
		return SCALAR_RANGE;
	}
	*value = shape.start && magnitude > 0 ? -magnitude : magnitude;
	return SCALAR_OK;
}

enum scalar_verdict number_parse(const char *text, size_t length, double *value, const char **hint)
{
	return scaled_parse(text, length, 0, value, hint);
}

enum scalar_verdict share_parse(const char *text, size_t length, double *value, const char **hint)
{
	bool percent = length && text[length - 1] == '%';
	enum scalar_verdict verdict;
	double share = 0;

	verdict = scaled_parse(text, length - percent, percent ? 2 : 0, &share, hint);
	if (verdict == SCALAR_INVALID) {
		*hint = percent && length > 1 && text[length - 2] == ' '
			? "write it without a space, as in 85%"
			: "write 85% or 0.85";
		return SCALAR_INVALID;
	}
	if (verdict == SCALAR_RANGE || share < 0 || share > 1) {
		*hint = "shares are 0% to 100%, or 0 to 1";
		return SCALAR_RANGE;
	}
	*value = share;
	return SCALAR_OK;
}

static bool is_one_of(const char *text, size_t length, const char *const *words)
{
	for (; *words; words++) {
		if (strlen(*words) == length && !strncasecmp(text, *words, length))
			return true;
	}
	return false;
}

enum scalar_verdict flag_parse(const char *text, size_t length, bool *value, const char **hint)
{
	static const char *const yes[] = {"true", "yes", "on", "y", "1", NULL};
	static const char *const no[] = {"false", "no", "off", "n", "0", NULL};

	if (length == 4 && !memcmp(text, "true", 4)) {
		*value = true;
		return SCALAR_OK;
	}
	if (length == 5 && !memcmp(text, "false", 5)) {
		*value = false;
		return SCALAR_OK;
	}
	if (is_one_of(text, length, yes))
		*hint = "write true";
	else if (is_one_of(text, length, no))
		*hint = "write false";
	else
		*hint = "write true or false";
	return SCALAR_INVALID;
}

static bool is_lower_alnum(char byte)
{
	return is_digit(byte) || (byte >= 'a' && byte <= 'z');
}

static bool is_id(const char *text, size_t length, bool capitals)
{
	for (size_t i = 0; i < length; i++) {
		char byte = text[i];

		if (is_lower_alnum(byte) || (capitals && byte >= 'A' && byte <= 'Z'))
			continue;
		if (i == 0 || (byte != '.' && byte != '_' && byte != '-'))
			return false;
	}
	return length > 0;
}

enum scalar_verdict partner_id_check(const char *text, size_t length, const char **hint)
{
	if (is_id(text, length, false))
		return SCALAR_OK;
	*hint = is_id(text, length, true) ? "write it in lower case"
					  : "use a-z, 0-9, '.', '_', '-', a letter or digit first";
	return SCALAR_INVALID;
}

enum scalar_verdict record_id_check(const char *text, size_t length, const char **hint)
{
	if (is_id(text, length, true))
		return SCALAR_OK;
	*hint = "use A-Z, a-z, 0-9, '.', '_', '-', a letter or digit first";
	return SCALAR_INVALID;
}
