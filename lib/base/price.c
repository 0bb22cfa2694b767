#include <string.h>

#include "partner/money.h"

#define PRICE_DECIMALS 6
#define PRICE_MOST 9000000000000.0 /* major units: their millionths fit an int64_t */

static size_t count_decimals(const char *digits, size_t length)
{
	const char *point = memchr(digits, '.', length);

	return point ? length - (size_t)(point - digits) - 1 : 0;
}

/* The digits are known to be a number of at most six decimals within the limit. */
static int64_t read_millionths(const char *digits, size_t length)
{
	int64_t value = 0;

	for (size_t i = 0; i < length; i++)
		if (digits[i] != '.')
			value = value * 10 + (digits[i] - '0');
	for (size_t i = count_decimals(digits, length); i < PRICE_DECIMALS; i++)
		value *= 10;
	return value;
}

enum scalar_verdict price_parse(
	const char *text, size_t length, int64_t *millionths, uint16_t *currency, const char **hint)
{
	const char *space = length ? memchr(text, ' ', length) : NULL;
	size_t digits = space ? (size_t)(space - text) : 0;
	uint16_t found = space ? currency_find(space + 1, length - digits - 1) : 0;
	enum scalar_verdict verdict;
	double value;

	if (!found) {
		*hint = "write a price and its currency, like 0.023 USD";
		return SCALAR_INVALID;
	}
	verdict = number_parse(text, digits, &value, hint);
	if (verdict != SCALAR_OK)
		return verdict;
	if (count_decimals(text, digits) > PRICE_DECIMALS) {
		*hint = "a price has at most six decimals";
		return SCALAR_INVALID;
	}
	if (text[0] == '-' || value > PRICE_MOST) {
		*hint = "0 to 9000000000000, without a sign";
		return SCALAR_RANGE;
	}
	*millionths = read_millionths(text, digits);
	*currency = found;
	return SCALAR_OK;
}

void price_put(struct buffer *buffer, int64_t millionths, uint16_t currency)
{
	int64_t parts = millionths % 1000000;

	buffer_put_whole(buffer, millionths / 1000000);
	if (parts) {
		int decimals = PRICE_DECIMALS;

		for (; parts % 10 == 0; parts /= 10)
			decimals--;
		buffer_printf(buffer, ".%0*d", decimals, (int)parts);
	}
	buffer_putc(buffer, ' ');
	buffer_puts(buffer, currency_code(currency));
}
