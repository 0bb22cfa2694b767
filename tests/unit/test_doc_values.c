/* Values in documents: dates, amounts, shares, counts, lists. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "filed.h"
#include "partner/date.h"
#include "partner/doc_values.h"

static struct arena arena;
static struct doc doc = {.arena = &arena};

static void check_rounded(const char *money, const char *expected)
{
	assert_string_equal(doc_money_rounded(&doc, filed_money(money)), expected);
}

static void amounts_keep_three_digits(void **state)
{
	(void)state;
	check_rounded("2213456.00 EUR", "2.21 M EUR");
	check_rounded("22134.56 EUR", "22.1 k EUR");
	check_rounded("221345.00 EUR", "221 k EUR");
	check_rounded("3210000000.00 EUR", "3.21 bn EUR");
	check_rounded("4500000000000.00 EUR", "4.50 tn EUR");
}

/* Nothing is 0, and no currency has more decimals than it has. */
static void small_amounts_keep_them_too(void **state)
{
	(void)state;
	check_rounded("0.00 EUR", "0 EUR");
	check_rounded("0.05 EUR", "0.05 EUR");
	check_rounded("1.25 EUR", "1.25 EUR");
	check_rounded("12.49 EUR", "12.5 EUR");
	check_rounded("999.40 EUR", "999 EUR");
	check_rounded("1.234 KWD", "1.23 KWD");
	check_rounded("8 JPY", "8 JPY");
	check_rounded("85 JPY", "85 JPY");
	check_rounded("850 JPY", "850 JPY");
}

/* 999.6 is a thousand: never `1000 EUR`, never `1000 k EUR`. */
static void rounding_goes_on_to_the_next_unit(void **state)
{
	(void)state;
	check_rounded("999.60 EUR", "1.00 k EUR");
	check_rounded("999499.00 EUR", "999 k EUR");
	check_rounded("999500.00 EUR", "1.00 M EUR");
	check_rounded("9994.00 EUR", "9.99 k EUR");
	check_rounded("9996.00 EUR", "10.0 k EUR");
	check_rounded("99960.00 EUR", "100 k EUR");
}

static void negative_amounts_have_their_sign(void **state)
{
	struct money money = filed_money("2213456.00 EUR");

	(void)state;
	money.minor = -money.minor;
	assert_string_equal(doc_money_rounded(&doc, money), "-2.21 M EUR");
}

static void what_is_unknown_is_nothing(void **state)
{
	const struct money none = {0};

	(void)state;
	assert_null(doc_money(&doc, none));
	assert_null(doc_money_rounded(&doc, none));
	assert_null(doc_real(&doc, (double)NAN, 1));
	assert_null(doc_percent(&doc, (double)NAN));
	assert_null(doc_list(&doc, NULL, 0));
	assert_string_equal(doc_date(&doc, DATE_NONE), "-");
}

static void amounts_are_exact_where_asked(void **state)
{
	(void)state;
	assert_string_equal(doc_money(&doc, filed_money("2213456.07 EUR")), "2213456.07 EUR");
}

static void counts_have_their_thousands_apart(void **state)
{
	(void)state;
	assert_string_equal(doc_count(&doc, 0), "0");
	assert_string_equal(doc_count(&doc, 999), "999");
	assert_string_equal(doc_count(&doc, 1000), "1,000");
	assert_string_equal(doc_count(&doc, 1234567), "1,234,567");
	assert_string_equal(doc_count(&doc, -123456), "-123,456");
	assert_string_equal(doc_count(&doc, INT64_MIN), "-9,223,372,036,854,775,808");
}

static void shares_are_whole_percents(void **state)
{
	(void)state;
	assert_string_equal(doc_percent(&doc, 0.4549), "45 %");
	assert_string_equal(doc_percent(&doc, 0.455), "46 %");
	assert_string_equal(doc_percent(&doc, 1), "100 %");
}

static void ids_make_a_list(void **state)
{
	static const char *const ids[] = {"acme", "globex"};

	(void)state;
	assert_string_equal(doc_list(&doc, ids, 1), "acme");
	assert_string_equal(doc_list(&doc, ids, 2), "acme, globex");
}

static void days_have_their_number(void **state)
{
	(void)state;
	assert_string_equal(doc_days(&doc, 1), "1 day");
	assert_string_equal(doc_days(&doc, 0), "0 days");
	assert_string_equal(doc_days(&doc, 12), "12 days");
}

static int give_back(void **state)
{
	(void)state;
	arena_free(&arena);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(amounts_keep_three_digits),
		cmocka_unit_test(small_amounts_keep_them_too),
		cmocka_unit_test(rounding_goes_on_to_the_next_unit),
		cmocka_unit_test(negative_amounts_have_their_sign),
		cmocka_unit_test(what_is_unknown_is_nothing),
		cmocka_unit_test(amounts_are_exact_where_asked),
		cmocka_unit_test(counts_have_their_thousands_apart),
		cmocka_unit_test(shares_are_whole_percents),
		cmocka_unit_test(ids_make_a_list),
		cmocka_unit_test(days_have_their_number),
	};

	return cmocka_run_group_tests(tests, NULL, give_back);
}
