/* Money and the table of currencies. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "partner/date.h"
#include "exact.h"
#include "partner/money.h"

#define UNTOUCHED 77

static uint16_t currency(const char *code)
{
	return currency_find(code, strlen(code));
}

static enum scalar_verdict parse(
	const char *text, size_t length, struct money *money, const char **hint)
{
	char *copy = exact_copy(text, length);
	enum scalar_verdict verdict = money_parse(copy, length, money, hint);

	free(copy);
	return verdict;
}

static struct money money_of(const char *text)
{
	const char *hint = NULL;
	struct money money = {0, 0};

	assert_int_equal(parse(text, strlen(text), &money, &hint), SCALAR_OK);
	assert_null(hint);
	return money;
}

static void money_is(const char *text, int64_t minor, const char *code)
{
	struct money money = money_of(text);

	assert_true(money.minor == minor);
	assert_string_equal(currency_code(money.currency), code);
}

static void money_fails(const char *text, enum scalar_verdict expected, const char *about)
{
	const char *hint = "";
	struct money money = {UNTOUCHED, UNTOUCHED};

	assert_int_equal(parse(text, strlen(text), &money, &hint), expected);
	assert_true(money.minor == UNTOUCHED && money.currency == UNTOUCHED);
	assert_non_null(strstr(hint, about));
}

static void prints(int64_t minor, const char *code, const char *expected)
{
	struct buffer buffer = {0};

	money_put(&buffer, (struct money){.minor = minor, .currency = currency(code)});
	buffer_putc(&buffer, '\0');
	assert_string_equal(buffer.data, expected);
	buffer_free(&buffer);
}

static void currencies_have_their_minor_units(void **state)
{
	static const char *const rows[] = {"AED2", "BHD3", "BIF0", "BOV2", "CHE2", "CHW2", "CLF4",
		"CLP0", "COU2", "DJF0", "EUR2", "GBP2", "GNF0", "HUF2", "IQD3", "ISK0", "JOD3",
		"JPY0", "KMF0", "KRW0", "KWD3", "LYD3", "MGA2", "MRU2", "MXV2", "OMR3", "PYG0",
		"RWF0", "SLE2", "TND3", "UGX0", "USD2", "USN2", "UYI0", "UYW4", "VED2", "VND0",
		"VUV0", "XAD2", "XAF0", "XCG2", "XOF0", "XPF0", "ZWG2"};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		uint16_t place = currency_find(rows[i], 3);

		assert_int_not_equal(place, 0);
		assert_memory_equal(currency_code(place), rows[i], 3);
		assert_int_equal(currency_decimals(place), rows[i][3] - '0');
	}
}

static void codes_without_minor_unit_or_use_are_not_found(void **state)
{
	static const char *const codes[] = {"XAG", "XAU", "XBA", "XBB", "XBC", "XBD", "XDR", "XPD",
		"XPT", "XSU", "XTS", "XUA", "XXX", "ANG", "BGN", "CUC", "DEM", "HRK", "SLL", "ZWL",
		"BTC", "usd", "Usd", "AAA", "ZZZ", "", "U", "US", "USDX"};

	(void)state;
	for (size_t i = 0; i < sizeof(codes) / sizeof(codes[0]); i++)
		assert_int_equal(currency(codes[i]), 0);
	assert_int_equal(currency_find("US\0", 3), 0);
}

/* How many codes have 0, 2, 3 and 4 decimals in list one as published on 2026-09-17. */
static void the_table_is_whole_and_in_order(void **state)
{
	int decimals[5] = {0};

	(void)state;
	for (uint16_t i = 1; i <= currency_count(); i++) {
		assert_int_equal(currency(currency_code(i)), i);
		assert_true(
			i == 1 || strcmp(currency_code((uint16_t)(i - 1)), currency_code(i)) < 0);
		decimals[currency_decimals(i)]++;
	}
	assert_int_equal(currency_count(), 165);
	assert_int_equal(decimals[0], 17);
	assert_int_equal(decimals[2], 139);
	assert_int_equal(decimals[3], 7);
	assert_int_equal(decimals[4], 2);
}

static void money_is_exact_minor_units(void **state)
{
	(void)state;
	money_is("312000 USD", 31200000, "USD");
	money_is("120000.00 USD", 12000000, "USD");
	money_is("12.3 EUR", 1230, "EUR");
	money_is("0 USD", 0, "USD");
	money_is("0.05 USD", 5, "USD");
	money_is("500 JPY", 500, "JPY");
	money_is("1.234 KWD", 1234, "KWD");
	money_is("1.5 CLF", 15000, "CLF");
	money_is("92233720368547758.07 USD", INT64_MAX, "USD");
	money_is("9223372036854775807 JPY", INT64_MAX, "JPY");
}

static void more_decimals_than_the_currency_has_are_invalid(void **state)
{
	(void)state;
	money_fails("12.345 USD", SCALAR_INVALID, "more decimals than the currency has");
	money_fails("12.340 USD", SCALAR_INVALID, "more decimals than the currency has");
	money_fails("500.0 JPY", SCALAR_INVALID, "more decimals than the currency has");
	money_fails("1.00000 CLF", SCALAR_INVALID, "more decimals than the currency has");
}

static void separators_are_invalid(void **state)
{
	(void)state;
	money_fails("1,000 USD", SCALAR_INVALID, "thousands separator");
	money_fails("1.000,00 EUR", SCALAR_INVALID, "thousands separator");
	money_fails("1'000 CHF", SCALAR_INVALID, "thousands separator");
	money_fails("1_000 CHF", SCALAR_INVALID, "thousands separator");
	money_fails("1 000 EUR", SCALAR_INVALID, "thousands separator");
	money_fails("4.000 EUR", SCALAR_INVALID, "thousands separator");
	money_fails("450.000 JPY", SCALAR_INVALID, "thousands separator");
}

static void currencies_are_needed_and_known(void **state)
{
	(void)state;
	money_fails("5 usd", SCALAR_INVALID, "upper case");
	money_fails("5 aAA", SCALAR_INVALID, "upper case");
	money_fails("5 AAz", SCALAR_INVALID, "upper case");
	money_fails("5 XYZ", SCALAR_INVALID, "ISO 4217");
	money_fails("5 XAU", SCALAR_INVALID, "ISO 4217");
	money_fails("5 USD ", SCALAR_INVALID, "ISO 4217");
	money_fails("5", SCALAR_INVALID, "add the currency");
	money_fails("5.00", SCALAR_INVALID, "add the currency");
}

static void other_shapes_are_invalid(void **state)
{
	static const char *const texts[] = {"", " ", "USD", "USD 5", "$5", "5USD", "5  USD",
		"5\tUSD", "5 ", "5. USD", ".5 USD", "5.5.5 USD", "+5 USD", "1e3 USD", " 5 USD"};
	const char *hint = NULL;
	struct money money;

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		money_fails(texts[i], SCALAR_INVALID, "120000.00 USD");
	money_fails("05 USD", SCALAR_INVALID, "leading zeros");
	money_fails("00 USD", SCALAR_INVALID, "leading zeros");
	assert_int_equal(parse("5\0USD", 5, &money, &hint), SCALAR_INVALID);
	assert_int_equal(parse("5 US\0", 5, &money, &hint), SCALAR_INVALID);
	assert_int_equal(parse("5 USD\0", 6, &money, &hint), SCALAR_INVALID);
}

static void amounts_out_of_range_are_told_apart(void **state)
{
	(void)state;
	money_fails("92233720368547758.08 USD", SCALAR_RANGE, "minor units");
	money_fails("92233720368547759 USD", SCALAR_RANGE, "minor units");
	money_fails("9223372036854775808 JPY", SCALAR_RANGE, "minor units");
	money_fails("123456789012345678901234567890 USD", SCALAR_RANGE, "minor units");
	money_fails("-5 USD", SCALAR_RANGE, "without a sign");
	money_fails("-0 USD", SCALAR_RANGE, "without a sign");
	money_fails("-123456789012345678901234567890 USD", SCALAR_RANGE, "without a sign");
	money_fails("-5", SCALAR_INVALID, "add the currency");
	money_fails("--5 USD", SCALAR_INVALID, "120000.00 USD");
	money_fails("-", SCALAR_INVALID, "120000.00 USD");
}

static void money_prints_all_decimals(void **state)
{
	(void)state;
	prints(12000000, "USD", "120000.00 USD");
	prints(0, "USD", "0.00 USD");
	prints(5, "USD", "0.05 USD");
	prints(-5, "USD", "-0.05 USD");
	prints(-123456, "USD", "-1234.56 USD");
	prints(0, "JPY", "0 JPY");
	prints(500, "JPY", "500 JPY");
	prints(7, "KWD", "0.007 KWD");
	prints(12345, "CLF", "1.2345 CLF");
	prints(INT64_MAX, "USD", "92233720368547758.07 USD");
	prints(INT64_MIN, "JPY", "-9223372036854775808 JPY");
	prints(INT64_MIN, "CLF", "-922337203685477.5808 CLF");
}

static void what_is_printed_reads_back(void **state)
{
	uint64_t seed = 7;

	(void)state;
	for (int i = 0; i < 10000; i++) {
		struct buffer buffer = {0};
		struct money money, again;
		const char *hint;

		seed = seed * 6364136223846793005 + 1442695040888963407;
		money.minor = (int64_t)(seed >> 1 >> (seed >> 20 & 63));
		money.currency = (uint16_t)(1 + i % currency_count());
		money_put(&buffer, money);
		assert_int_equal(parse(buffer.data, buffer.length, &again, &hint), SCALAR_OK);
		assert_true(again.minor == money.minor && again.currency == money.currency);
		buffer_free(&buffer);
	}
}

static bool add(int64_t a, int64_t b, int64_t *sum)
{
	struct money result = {.minor = UNTOUCHED, .currency = 0};
	uint16_t usd = currency("USD");
	bool fine = money_add((struct money){a, usd}, (struct money){b, usd}, &result);

	assert_int_equal(result.currency, fine ? usd : 0);
	*sum = result.minor;
	return fine;
}

static void sums_are_checked_for_overflow(void **state)
{
	int64_t sum;

	(void)state;
	assert_true(add(1, 2, &sum) && sum == 3);
	assert_true(add(INT64_MAX, INT64_MIN, &sum) && sum == -1);
	assert_true(add(INT64_MAX - 1, 1, &sum) && sum == INT64_MAX);
	assert_true(add(INT64_MIN + 1, -1, &sum) && sum == INT64_MIN);
	assert_false(add(INT64_MAX, 1, &sum));
	assert_true(sum == UNTOUCHED);
	assert_false(add(INT64_MIN, -1, &sum));
	assert_false(add(INT64_MIN, INT64_MIN, &sum));
}

static bool scale(int64_t minor, int64_t numerator, int64_t denominator, int64_t *result)
{
	struct money money = {.minor = minor, .currency = currency("USD")};
	struct money scaled = {.minor = UNTOUCHED, .currency = 0};
	bool fine = money_scale(money, numerator, denominator, &scaled);

	assert_int_equal(scaled.currency, fine ? money.currency : 0);
	*result = scaled.minor;
	return fine;
}

static void scale_is(int64_t minor, int64_t numerator, int64_t denominator, int64_t expected)
{
	int64_t result;

	assert_true(scale(minor, numerator, denominator, &result));
	assert_true(result == expected);
}

static void scaling_rounds_half_to_even(void **state)
{
	(void)state;
	scale_is(1, 1, 2, 0);
	scale_is(3, 1, 2, 2);
	scale_is(5, 1, 2, 2);
	scale_is(7, 1, 2, 4);
	scale_is(-1, 1, 2, 0);
	scale_is(-3, 1, 2, -2);
	scale_is(-5, -1, 2, 2);
	scale_is(2, 1, 3, 1);
	scale_is(1, 1, 3, 0);
	scale_is(-2, 1, 3, -1);
	scale_is(0, INT64_MIN, INT64_MAX, 0);
}

/* Quotients were worked out with integers of any size in another program. */
static void scaling_is_exact_beyond_64_bits(void **state)
{
	int64_t result;

	(void)state;
	scale_is(INT64_MAX, INT64_MAX, INT64_MAX, INT64_MAX);
	scale_is(INT64_MIN, INT64_MAX, INT64_MAX, INT64_MIN);
	scale_is(INT64_MIN, 1, 1, INT64_MIN);
	scale_is(INT64_MAX, INT64_MAX - 1, INT64_MAX, INT64_MAX - 1);
	scale_is(
		9000000000000000001, 8000000000000000003, 8500000000000000007, 8470588235294117644);
	scale_is(-1234567890123456789, 987654321987654321, 1111111111111111111,
		-1097393681220850469);
	assert_false(scale(INT64_MAX, 2, 1, &result));
	assert_false(scale(INT64_MIN, -1, 1, &result));
	assert_false(scale(INT64_MIN, INT64_MIN, INT64_MAX, &result));
	assert_false(scale(INT64_MAX, INT64_MAX, 1, &result));
	/* 2^64 - 2/5: rounding up would leave 64 bits. */
	assert_false(scale(7094901566811366006, 13, 5, &result));
	assert_true(result == UNTOUCHED);
}

static void scaling_agrees_with_plain_division(void **state)
{
	(void)state;
	for (int64_t minor = -60; minor <= 60; minor++) {
		for (int64_t denominator = 1; denominator <= 12; denominator++) {
			int64_t product = minor * 7, result;
			int64_t twice;

			assert_true(scale(minor, 7, denominator, &result));
			twice = 2 * (product - result * denominator);
			assert_true(llabs(twice) <= denominator);
			assert_true(llabs(twice) < denominator || result % 2 == 0);
		}
	}
}

static int32_t day(int year, int month, int day_of_month)
{
	return date_of_civil((struct civil){year, month, day_of_month});
}

static void refund_is(int year, int64_t expected)
{
	int32_t last = day(year, 12, 31);
	int32_t unused = last - day(year, 5, 31);
	int32_t days = last - day(year, 1, 1) + 1;
	struct money refund, fee = money_of("12000 USD");

	assert_int_equal(unused, 214);
	assert_true(money_scale(fee, unused, days, &refund));
	assert_true(refund.minor == expected);
}

/* 12000 for a year that is left after 31 May: 7035.616… of 365 days, 7016.393… of 366. */
static void refunds_go_by_the_days_of_the_term(void **state)
{
	(void)state;
	refund_is(2026, 703562);
	refund_is(2024, 701639);
	assert_int_equal(day(2026, 12, 31) - day(2026, 1, 1) + 1, 365);
	assert_int_equal(day(2024, 12, 31) - day(2024, 1, 1) + 1, 366);
}

static void units_divide_by_the_minor_unit(void **state)
{
	(void)state;
	assert_true(money_units(money_of("12.34 USD")) == 12.34);
	assert_true(money_units(money_of("500 JPY")) == 500.0);
	assert_true(money_units(money_of("1.234 KWD")) == 1.234);
	assert_true(money_units(money_of("1.2345 CLF")) == 1.2345);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(currencies_have_their_minor_units),
		cmocka_unit_test(codes_without_minor_unit_or_use_are_not_found),
		cmocka_unit_test(the_table_is_whole_and_in_order),
		cmocka_unit_test(money_is_exact_minor_units),
		cmocka_unit_test(more_decimals_than_the_currency_has_are_invalid),
		cmocka_unit_test(separators_are_invalid),
		cmocka_unit_test(currencies_are_needed_and_known),
		cmocka_unit_test(other_shapes_are_invalid),
		cmocka_unit_test(amounts_out_of_range_are_told_apart),
		cmocka_unit_test(money_prints_all_decimals),
		cmocka_unit_test(what_is_printed_reads_back),
		cmocka_unit_test(sums_are_checked_for_overflow),
		cmocka_unit_test(scaling_rounds_half_to_even),
		cmocka_unit_test(scaling_is_exact_beyond_64_bits),
		cmocka_unit_test(scaling_agrees_with_plain_division),
		cmocka_unit_test(refunds_go_by_the_days_of_the_term),
		cmocka_unit_test(units_divide_by_the_minor_unit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
