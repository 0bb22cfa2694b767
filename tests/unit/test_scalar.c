/* Numbers, shares, flags and ids as texts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "exact.h"
#include "partner/scalar.h"

#define UNTOUCHED 77

static enum scalar_verdict whole_of(const char *text, int64_t *value, const char **hint)
{
	size_t length = strlen(text);
	char *copy = exact_copy(text, length);
	enum scalar_verdict verdict = whole_parse(copy, length, value, hint);

	free(copy);
	return verdict;
}

static enum scalar_verdict number_of(const char *text, double *value, const char **hint)
{
	size_t length = strlen(text);
	char *copy = exact_copy(text, length);
	enum scalar_verdict verdict = number_parse(copy, length, value, hint);

	free(copy);
	return verdict;
}

static enum scalar_verdict share_of(const char *text, double *value, const char **hint)
{
	size_t length = strlen(text);
	char *copy = exact_copy(text, length);
	enum scalar_verdict verdict = share_parse(copy, length, value, hint);

	free(copy);
	return verdict;
}

static void whole_is(const char *text, int64_t expected)
{
	const char *hint = NULL;
	int64_t value = UNTOUCHED;

	assert_int_equal(whole_of(text, &value, &hint), SCALAR_OK);
	assert_true(value == expected);
	assert_null(hint);
}

static void whole_fails(const char *text, enum scalar_verdict expected, const char *about)
{
	const char *hint = "";
	int64_t value = UNTOUCHED;

	assert_int_equal(whole_of(text, &value, &hint), expected);
	assert_true(value == UNTOUCHED);
	assert_non_null(strstr(hint, about));
}

static void number_is(const char *text, double expected)
{
	const char *hint = NULL;
	double value = UNTOUCHED;

	assert_int_equal(number_of(text, &value, &hint), SCALAR_OK);
	assert_memory_equal(&value, &expected, sizeof(value));
	assert_null(hint);
}

static void number_fails(const char *text, enum scalar_verdict expected, const char *about)
{
	const char *hint = "";
	double value = UNTOUCHED;

	assert_int_equal(number_of(text, &value, &hint), expected);
	assert_true(value == UNTOUCHED);
	assert_non_null(strstr(hint, about));
}

static void share_is(const char *text, double expected)
{
	const char *hint = NULL;
	double value = UNTOUCHED;

	assert_int_equal(share_of(text, &value, &hint), SCALAR_OK);
	assert_memory_equal(&value, &expected, sizeof(value));
}

static void share_fails(const char *text, enum scalar_verdict expected, const char *about)
{
	const char *hint = "";
	double value = UNTOUCHED;

	assert_int_equal(share_of(text, &value, &hint), expected);
	assert_true(value == UNTOUCHED);
	assert_non_null(strstr(hint, about));
}

static void wholes_are_decimal(void **state)
{
	(void)state;
	whole_is("0", 0);
	whole_is("-0", 0);
	whole_is("12", 12);
	whole_is("-3", -3);
	whole_is("9223372036854775807", INT64_MAX);
	whole_is("-9223372036854775808", INT64_MIN);
}

static void wholes_out_of_range_are_told_apart(void **state)
{
	(void)state;
	whole_fails("9223372036854775808", SCALAR_RANGE, "9223372036854775807");
	whole_fails("-9223372036854775809", SCALAR_RANGE, "-9223372036854775808");
	whole_fails("18446744073709551616", SCALAR_RANGE, "9223372036854775807");
	whole_fails("123456789012345678901234567890", SCALAR_RANGE, "9223372036854775807");
}

static void other_wholes_are_invalid(void **state)
{
	static const char *const texts[] = {
		"", "-", "--1", " 1", "1 ", "0x1g1", "1e3", "12.5", "12.0", "1:30", "\xff"};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		whole_fails(texts[i], SCALAR_INVALID, "whole number");
	whole_fails("012", SCALAR_INVALID, "leading zeros");
	whole_fails("-00", SCALAR_INVALID, "leading zeros");
	whole_fails("+5", SCALAR_INVALID, "plus sign");
	whole_fails("1,000", SCALAR_INVALID, "separator");
	whole_fails("1x", SCALAR_INVALID, "without a unit");
	whole_fails("0x1f", SCALAR_INVALID, "without a unit");
}

static void numbers_are_the_nearest_double(void **state)
{
	(void)state;
	number_is("0.85", 0.85);
	number_is("-12", -12);
	number_is("0", 0.0);
	number_is("-0", 0.0);
	number_is("-0.00", 0.0);
	number_is("-0.00000000000000000000000000000", 0.0);
	number_is("0.1", 0.1);
	number_is("999999999999999", 999999999999999.0);
	number_is("123456789.123456789", 123456789.123456789);
	number_is("0.12345678901234567890123456789", 0.12345678901234567890123456789);
	number_is("0.000000000000000000000000000001", 1e-30);
	number_is("123456789012345.12345678901234567890123456789012345678901234567890123456789",
		123456789012345.125);
	number_is("-0.0000000000000000000000000000000000000012345", -12e-40);
	number_is("1.00000000000000000000000000000000000000000000000000000001", 1.0);
}

static void numbers_from_1e15_are_out_of_range(void **state)
{
	(void)state;
	number_fails("1000000000000000", SCALAR_RANGE, "below 1000000000000000");
	number_fails("-1000000000000000", SCALAR_RANGE, "below 1000000000000000");
	number_fails("999999999999999.99999999", SCALAR_RANGE, "below 1000000000000000");
	number_fails("123456789012345678901234567890", SCALAR_RANGE, "below 1000000000000000");
}

static void other_numbers_are_invalid(void **state)
{
	static const char *const texts[] = {"", "-", ".", ".5", "5.", "-.5", "1e5", "1E5", "nan",
		".nan", "inf", "-.inf", "0x1p3", " 1", "1 ", "1.5 ", "1_000"};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		number_fails(texts[i], SCALAR_INVALID, "as in 0.85");
	number_fails("1,5", SCALAR_INVALID, "a point before decimals");
	number_fails("1.000.000", SCALAR_INVALID, "thousands separator");
	number_fails("20%", SCALAR_INVALID, "without a unit");
	number_fails("-20 %", SCALAR_INVALID, "without a unit");
	number_fails("5k", SCALAR_INVALID, "without a unit");
	number_fails("00.5", SCALAR_INVALID, "leading zeros");
	number_fails("+0.5", SCALAR_INVALID, "plus sign");
}

static void a_nul_inside_is_invalid(void **state)
{
	const char *hint = NULL;
	int64_t whole;
	double number;
	bool flag;

	(void)state;
	assert_int_equal(whole_parse("1\0002", 3, &whole, &hint), SCALAR_INVALID);
	assert_int_equal(number_parse("1.5\0", 4, &number, &hint), SCALAR_INVALID);
	assert_int_equal(share_parse("1\000%", 3, &number, &hint), SCALAR_INVALID);
	assert_int_equal(flag_parse("true\0", 5, &flag, &hint), SCALAR_INVALID);
	assert_int_equal(partner_id_check("a\0b", 3, &hint), SCALAR_INVALID);
}

static void numbers_agree_with_strtod(void **state)
{
	uint64_t seed = 1;
	char text[64];

	(void)state;
	for (int i = 0; i < 20000; i++) {
		seed = seed * 6364136223846793005 + 1442695040888963407;
		snprintf(text, sizeof(text), "%s%u.%0*u", seed & 1 << 20 ? "-" : "",
			(unsigned)(seed >> 40), 1 + (int)(seed >> 21 & 15),
			(unsigned)(seed >> 33) % 10);
		number_is(text, strtod(text, NULL));
	}
}

static void shares_are_fractions(void **state)
{
	(void)state;
	share_is("85%", 0.85);
	share_is("0.85", 0.85);
	share_is("0%", 0.0);
	share_is("-0%", 0.0);
	share_is("100%", 1.0);
	share_is("1", 1.0);
	share_is("12.5%", 0.125);
}

/* 33.3 ÷ 100 in floating point is not 0.333; every such pair must be equal. */
static void percent_and_fraction_are_the_same_double(void **state)
{
	char percent[32], fraction[32];

	(void)state;
	for (int i = 0; i <= 100000; i += 7) {
		snprintf(percent, sizeof(percent), "%d.%03d%%", i / 1000, i % 1000);
		snprintf(fraction, sizeof(fraction), "%d.%05d", i / 100000, i % 100000);
		share_is(percent, strtod(fraction, NULL));
		share_is(fraction, strtod(fraction, NULL));
	}
	share_is("33.333333333333333333%", 0.33333333333333333333);
}

static void shares_beyond_one_are_out_of_range(void **state)
{
	(void)state;
	share_fails("101%", SCALAR_RANGE, "0% to 100%");
	share_fails("100.01%", SCALAR_RANGE, "0% to 100%");
	share_fails("1.01", SCALAR_RANGE, "0% to 100%");
	share_fails("85", SCALAR_RANGE, "0% to 100%");
	share_fails("-1%", SCALAR_RANGE, "0% to 100%");
	share_fails("-0.5", SCALAR_RANGE, "0% to 100%");
	share_fails("123456789012345678901234567890%", SCALAR_RANGE, "0% to 100%");
}

static void other_shares_are_invalid(void **state)
{
	(void)state;
	share_fails("85 %", SCALAR_INVALID, "without a space");
	share_fails("", SCALAR_INVALID, "85%");
	share_fails("%", SCALAR_INVALID, "85%");
	share_fails("%85", SCALAR_INVALID, "85%");
	share_fails("85%%", SCALAR_INVALID, "85%");
	share_fails("085%", SCALAR_INVALID, "85%");
	share_fails("8,5%", SCALAR_INVALID, "85%");
}

static void flags_are_true_or_false(void **state)
{
	const char *hint = NULL;
	bool value = false;

	(void)state;
	assert_int_equal(flag_parse("true", 4, &value, &hint), SCALAR_OK);
	assert_true(value);
	assert_int_equal(flag_parse("false", 5, &value, &hint), SCALAR_OK);
	assert_false(value);
	assert_null(hint);
}

static void flag_hint_is(const char *text, const char *expected)
{
	size_t length = strlen(text);
	char *copy = exact_copy(text, length);
	const char *hint = NULL;
	bool value;

	assert_int_equal(flag_parse(copy, length, &value, &hint), SCALAR_INVALID);
	assert_string_equal(hint, expected);
	free(copy);
}

static void flag_hints_name_the_word_meant(void **state)
{
	(void)state;
	flag_hint_is("yes", "write true");
	flag_hint_is("On", "write true");
	flag_hint_is("TRUE", "write true");
	flag_hint_is("no", "write false");
	flag_hint_is("OFF", "write false");
	flag_hint_is("False", "write false");
	flag_hint_is("", "write true or false");
	flag_hint_is("true ", "write true or false");
	flag_hint_is("tru", "write true or false");
}

static void partner_ids_are_lower_case(void **state)
{
	const char *hint = NULL;

	(void)state;
	assert_int_equal(partner_id_check("acme", 4, &hint), SCALAR_OK);
	assert_int_equal(partner_id_check("4-u.b_z9", 8, &hint), SCALAR_OK);
	assert_null(hint);
	assert_int_equal(partner_id_check("Acme", 4, &hint), SCALAR_INVALID);
	assert_string_equal(hint, "write it in lower case");
	assert_int_equal(partner_id_check("acme corp", 9, &hint), SCALAR_INVALID);
	assert_non_null(strstr(hint, "a-z"));
	assert_int_equal(partner_id_check("", 0, &hint), SCALAR_INVALID);
	assert_int_equal(partner_id_check("-acme", 5, &hint), SCALAR_INVALID);
	assert_int_equal(partner_id_check("../etc", 6, &hint), SCALAR_INVALID);
	assert_int_equal(partner_id_check("caf\xc3\xa9", 5, &hint), SCALAR_INVALID);
}

static void record_ids_may_have_capitals(void **state)
{
	const char *hint = NULL;

	(void)state;
	assert_int_equal(record_id_check("INC-7", 5, &hint), SCALAR_OK);
	assert_int_equal(record_id_check("AZaz09", 6, &hint), SCALAR_OK);
	assert_null(hint);
	assert_int_equal(record_id_check("", 0, &hint), SCALAR_INVALID);
	assert_int_equal(record_id_check("_x", 2, &hint), SCALAR_INVALID);
	assert_int_equal(record_id_check("a/b", 3, &hint), SCALAR_INVALID);
	assert_non_null(strstr(hint, "A-Z"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(wholes_are_decimal),
		cmocka_unit_test(wholes_out_of_range_are_told_apart),
		cmocka_unit_test(other_wholes_are_invalid),
		cmocka_unit_test(numbers_are_the_nearest_double),
		cmocka_unit_test(numbers_from_1e15_are_out_of_range),
		cmocka_unit_test(other_numbers_are_invalid),
		cmocka_unit_test(a_nul_inside_is_invalid),
		cmocka_unit_test(numbers_agree_with_strtod),
		cmocka_unit_test(shares_are_fractions),
		cmocka_unit_test(percent_and_fraction_are_the_same_double),
		cmocka_unit_test(shares_beyond_one_are_out_of_range),
		cmocka_unit_test(other_shares_are_invalid),
		cmocka_unit_test(flags_are_true_or_false),
		cmocka_unit_test(flag_hints_name_the_word_meant),
		cmocka_unit_test(partner_ids_are_lower_case),
		cmocka_unit_test(record_ids_may_have_capitals),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
