/**
 * Money: a whole number of minor units of an ISO 4217 currency. Never floating point; every
 * operation is checked for overflow.
 */
#ifndef PARTNER_MONEY_H
#define PARTNER_MONEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "partner/buffer.h"
#include "partner/scalar.h"

struct money {
	int64_t minor;     /**< minor units: 12.34 USD is 1234, 500 JPY is 500 */
	uint16_t currency; /**< place in the table of currencies, 0 = none */
};

/** The currency of a three-letter code, 0 when there is none with a minor unit. */
uint16_t currency_find(const char *code, size_t length);

/** Its three letters and a NUL; `currency` must not be 0, here and below. */
const char *currency_code(uint16_t currency);

/** How many decimals its minor unit has: JPY 0, USD 2, KWD 3, CLF 4. */
int currency_decimals(uint16_t currency);

/** Every currency is a place in 1…currency_count(). */
uint16_t currency_count(void);

/**
 * `120000.00 USD`; more decimals than the currency has are invalid, fewer are fine. Amounts
 * have no sign: a minus is SCALAR_RANGE.
 */
enum scalar_verdict money_parse(
	const char *text, size_t length, struct money *money, const char **hint);

/**
 * A price per unit: `0.023 USD`, up to six decimals, in millionths of the major unit. At most
 * 9e12 major units.
 */
enum scalar_verdict price_parse(const char *text, size_t length, int64_t *millionths,
	uint16_t *currency, const char **hint);

/** Appends `0.09 USD`: six decimals, of which zeros at the end are left out. */
void price_put(struct buffer *buffer, int64_t millionths, uint16_t currency);

/** Appends `120000.00 USD`, with all decimals of the currency. */
void money_put(struct buffer *buffer, struct money money);

/** a + b, which must be of one currency; false, and no result, on overflow. */
bool money_add(struct money a, struct money b, struct money *sum);

/**
 * minor × numerator ÷ denominator in one exact rational, rounded half-even to a minor unit.
 * `denominator` > 0. False, and no result, when it does not fit.
 */
bool money_scale(struct money money, int64_t numerator, int64_t denominator, struct money *result);

/** In whole units as a floating number, for ratios only. */
double money_units(struct money money);

#endif
