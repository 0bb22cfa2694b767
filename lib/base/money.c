/* Money: reading, printing, and exact arithmetic. */
#include "partner/money.h"

#include <assert.h>
#include <string.h>

#include "wide.h"

#define MOST_DECIMALS 4

static const int64_t powers_of_ten[MOST_DECIMALS + 1] = {1, 10, 100, 1000, 10000};

static bool is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

/* The length of the longest beginning like 12 or 12.34, 0 when there is none. */
static size_t amount_length(const char *text, size_t length, size_t *decimals)
{
	size_t end = 0, point;

	*decimals = 0;
	while (end < length && is_digit(text[end]))
		end++;
	if (!end || end == length || text[end] != '.')
		return end;
	point = end++;
	while (end < length && is_digit(text[end]))
		end++;
	*decimals = end - point - 1;
	return *decimals ? end : 0;
}

static bool has_lower(const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		if (text[i] >= 'a' && text[i] <= 'z')
			return true;
	}
	return false;
}

/* What is wrong with the shape of a text whose first `amount` bytes are an amount. */
static const char *shape_hint(const char *text, size_t length, size_t amount)
{
	static const char separators[] = {',', '\'', '_'};

	if (!amount)
		return "write amount, space, currency, as in 120000.00 USD";
	if (amount == length)
		return "add the currency, as in 120000.00 USD";
	if (memchr(separators, text[amount], sizeof(separators)) ||
		(text[amount] == ' ' && amount + 1 < length && is_digit(text[amount + 1])))
		return "write no thousands separator, a point before decimals, as in 1200.5 USD";
	return "write amount, one space, currency, as in 120000.00 USD";
}

/* As in 4.000 EUR, where a point is a separator. */
static const char *decimals_hint(size_t amount, size_t decimals)
{
	size_t whole = amount - decimals - 1;

	if (decimals == 3 && whole <= 3)
		return "more decimals than the currency has; write no thousands separator";
	return "more decimals than the currency has";
}

static const char *currency_hint(const char *code, size_t length)
{
	if (length == 3 && has_lower(code, length))
		return "write the currency in upper case, as in 120000.00 USD";
	return "use a currency code of ISO 4217, such as USD or EUR";
}

/* All digits as one number, then ten to `zeros` times it. */
static bool minor_read(const char *text, size_t length, size_t zeros, int64_t *minor)
{
	int64_t value = 0;

	for (size_t i = 0; i < length + zeros; i++) {
		int digit = i < length ? text[i] - '0' : 0;

		if (i < length && text[i] == '.')
			continue;
		if (value > (INT64_MAX - digit) / 10)
			return false;
		value = value * 10 + digit;
	}
	*minor = value;
	return true;
}

static enum scalar_verdict unsigned_parse(
	const char *text, size_t length, struct money *money, const char **hint)
{
	size_t decimals, places, amount = amount_length(text, length, &decimals);
	struct money result;

	if (!amount || length - amount < 2 || text[amount] != ' ' || text[amount + 1] == ' ' ||
		is_digit(text[amount + 1])) {
		*hint = shape_hint(text, length, amount);
		return SCALAR_INVALID;
	}
	if (text[0] == '0' && amount > 1 && text[1] != '.') {
		*hint = "leave out the leading zeros";
		return SCALAR_INVALID;
	}
	result.currency = currency_find(text + amount + 1, length - amount - 1);
	if (!result.currency) {
		*hint = currency_hint(text + amount + 1, length - amount - 1);
		return SCALAR_INVALID;
	}
	places = (size_t)currency_decimals(result.currency);
	if (decimals > places) {
		*hint = decimals_hint(amount, decimals);
		return SCALAR_INVALID;
	}
	if (!minor_read(text, amount, places - decimals, &result.minor)) {
		*hint = "at most 9223372036854775807 minor units (cents, for USD)";
		return SCALAR_RANGE;
	}
	*money = result;
	return SCALAR_OK;
}

enum scalar_verdict money_parse(
	const char *text, size_t length, struct money *money, const char **hint)
{
	struct money ignored;

	if (!length || text[0] != '-')
		return unsigned_parse(text, length, money, hint);
	if (unsigned_parse(text + 1, length - 1, &ignored, hint) == SCALAR_INVALID)
		return SCALAR_INVALID;
	*hint = "write amounts without a sign: the field says which way the money goes";
	return SCALAR_RANGE;
}

void money_put(struct buffer *buffer, struct money money)
{
	int decimals = currency_decimals(money.currency);
	uint64_t rest = magnitude_of(money.minor);
	char text[32];
	char *start = text + sizeof(text);

	for (int place = 0; rest || place <= decimals; place++) {
		if (place == decimals && place)
			*--start = '.';
		*--start = (char)('0' + rest % 10);
		rest /= 10;
	}
	if (money.minor < 0)
		*--start = '-';
	buffer_add(buffer, start, (size_t)(text + sizeof(text) - start));
	buffer_putc(buffer, ' ');
	buffer_add(buffer, currency_code(money.currency), 3);
}

bool money_add(struct money a, struct money b, struct money *sum)
{
	assert(a.currency == b.currency);
	if (b.minor > 0 ? a.minor > INT64_MAX - b.minor : a.minor < INT64_MIN - b.minor)
		return false;
	sum->minor = a.minor + b.minor;
	sum->currency = a.currency;
	return true;
}

/* a × b ÷ divisor, rounded half-even; false when the quotient has more than 64 bits. */
static bool multiply_divide(uint64_t a, uint64_t b, uint64_t divisor, uint64_t *quotient)
{
	uint64_t whole, rest;

	if (!wide_divide(wide_product(a, b), divisor, &whole, &rest))
		return false;
	if (rest > divisor - rest || (rest == divisor - rest && (whole & 1))) {
		if (whole == UINT64_MAX)
			return false;
		whole++;
	}
	*quotient = whole;
	return true;
}

bool money_scale(struct money money, int64_t numerator, int64_t denominator, struct money *result)
{
	bool negative = (money.minor < 0) != (numerator < 0);
	uint64_t quotient;

	assert(denominator > 0);
	if (!multiply_divide(magnitude_of(money.minor), magnitude_of(numerator),
		    (uint64_t)denominator, &quotient))
		return false;
	if (quotient > (uint64_t)INT64_MAX + negative)
		return false;
	result->currency = money.currency;
	if (negative && quotient)
		result->minor = -(int64_t)(quotient - 1) - 1;
	else
		result->minor = (int64_t)quotient;
	return true;
}

double money_units(struct money money)
{
	return (double)money.minor / (double)powers_of_ten[currency_decimals(money.currency)];
}
