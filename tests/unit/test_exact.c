/* Exact sums of money: nothing is rounded before the end. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "partner/exact.h"

static struct money money(int64_t minor, const char *code)
{
	return (struct money){minor, currency_find(code, strlen(code))};
}

static struct money usd(int64_t minor)
{
	return money(minor, "USD");
}

/* minor × numerator ÷ denominator */
static struct exact part(int64_t minor, int64_t numerator, int64_t denominator)
{
	struct exact sum = {0};

	exact_add(&sum, usd(minor), numerator, denominator);
	return sum;
}

static void rounds_to(const struct exact *sum, int64_t minor)
{
	struct money result = {0};

	assert_true(exact_round(sum, &result));
	assert_int_equal(result.minor, minor);
	assert_int_equal(result.currency, usd(0).currency);
}

static void is_broken(const struct exact *sum)
{
	struct money result = {77, 77};

	assert_true(sum->broken);
	assert_false(exact_round(sum, &result));
	assert_int_equal(result.minor, 77);
	assert_true(isnan(exact_units(sum)));
}

/* ---- exactness ---- */

static void thirds_make_a_whole(void **state)
{
	struct exact sum = {0};

	(void)state;
	for (int i = 0; i < 3; i++)
		exact_add(&sum, usd(100), 1, 3);
	assert_int_equal(sum.whole, 100);
	assert_int_equal(sum.numerator, 0);
}

static void every_day_of_two_years_adds_up(void **state)
{
	struct exact sum = {0};

	(void)state;
	for (int i = 0; i < 365; i++)
		exact_add(&sum, usd(1200001), 1, 365);
	for (int i = 0; i < 366; i++)
		exact_add(&sum, usd(999999), 1, 366);
	assert_int_equal(sum.whole, 2200000);
	assert_int_equal(sum.numerator, 0);
}

static void fractions_stay_in_lowest_terms(void **state)
{
	struct exact sum = part(1, 1, 6);

	(void)state;
	exact_add(&sum, usd(1), 1, 10);
	exact_add(&sum, usd(1), 1, 15); /* 5/30 + 3/30 + 2/30 */
	assert_int_equal(sum.whole, 0);
	assert_int_equal(sum.numerator, 1);
	assert_int_equal(sum.denominator, 3);
}

static void a_large_product_is_divided_in_full(void **state)
{
	/* 9223372036854775807 × 214 ÷ 214 */
	struct exact sum = part(INT64_MAX, 214, 214);

	(void)state;
	assert_int_equal(sum.whole, INT64_MAX);
	assert_int_equal(sum.numerator, 0);
}

static void nothing_is_ready_to_use(void **state)
{
	struct exact sum = {0}, other = part(250, 1, 1);

	(void)state;
	exact_add_sum(&sum, &other);
	rounds_to(&sum, 250);
}

/* ---- rounding ---- */

static void halves_go_to_the_even_side(void **state)
{
	static const struct {
		int64_t halves, rounded;
	} rows[] = {{1, 0}, {3, 2}, {5, 2}, {7, 4}, {-1, 0}, {-3, -2}, {-5, -2}, {-7, -4}};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct exact sum = part(rows[i].halves, 1, 2);

		rounds_to(&sum, rows[i].rounded);
	}
}

static void what_is_near_a_half_is_none(void **state)
{
	struct exact above = part(1, 500001, 1000000), below = part(3, 499999, 1000000);

	(void)state;
	rounds_to(&above, 1);
	rounds_to(&below, 1); /* 1.499997 */
}

static void it_is_rounded_once(void **state)
{
	struct exact sum = part(1, 1, 3);

	(void)state;
	exact_add(&sum, usd(1), 1, 3);
	rounds_to(&sum, 1); /* 0.67, although each third alone is 0 */
}

static void nothing_has_no_currency_to_round_in(void **state)
{
	struct exact sum = {0};
	struct money result;

	(void)state;
	assert_false(exact_round(&sum, &result));
	assert_true(exact_units(&sum) == 0);
}

/* ---- below zero ---- */

static void the_fraction_is_never_negative(void **state)
{
	struct exact sum = part(-7, 1, 3); /* −3 + 2/3 */

	(void)state;
	assert_int_equal(sum.whole, -3);
	assert_int_equal(sum.numerator, 2);
	assert_int_equal(sum.denominator, 3);
	rounds_to(&sum, -2);
}

static void a_negative_share_of_a_negative_amount_is_positive(void **state)
{
	struct exact sum = part(-7, -1, 2);

	(void)state;
	assert_int_equal(sum.whole, 3);
	assert_int_equal(sum.numerator, 1);
}

static void subtracting_undoes_adding(void **state)
{
	struct exact sum = part(1000, 214, 365), other = part(777, 91, 366);

	(void)state;
	exact_add_sum(&sum, &other);
	exact_subtract_sum(&sum, &other);
	assert_int_equal(sum.whole, 586); /* 214000 = 586 × 365 + 110 */
	assert_int_equal(sum.numerator * 365, 110 * sum.denominator);
}

static void below_zero_becomes_zero_of_the_same_currency(void **state)
{
	struct exact below = part(-1, 1, 7), above = part(1, 1, 7);

	(void)state;
	exact_floor_zero(&below);
	exact_floor_zero(&above);
	assert_int_equal(below.whole, 0);
	assert_int_equal(below.numerator, 0);
	rounds_to(&below, 0);
	assert_int_equal(above.numerator, 1);
}

/* ---- scaling, comparing ---- */

static void scaling_takes_the_fraction_along(void **state)
{
	struct exact sum = part(10, 1, 3); /* 3 + 1/3 */

	(void)state;
	exact_scale(&sum, 3, 4); /* 2.5 */
	assert_int_equal(sum.whole, 2);
	assert_int_equal(sum.numerator, 1);
	assert_int_equal(sum.denominator, 2);
}

static void scaling_by_nothing_keeps_the_currency(void **state)
{
	struct exact sum = part(10, 1, 3);

	(void)state;
	exact_scale(&sum, 0, 5);
	rounds_to(&sum, 0);
}

static void scaling_below_zero_is_exact(void **state)
{
	struct exact sum = part(-10, 1, 3);

	(void)state;
	exact_scale(&sum, -3, 10); /* 1 */
	assert_int_equal(sum.whole, 1);
	assert_int_equal(sum.numerator, 0);
}

static void close_fractions_differ(void **state)
{
	struct exact a = part(1, 2305843009213693950, 4611686018427387901);
	struct exact b = part(1, 2305843009213693949, 4611686018427387899);
	struct exact none = {0};

	(void)state;
	/* k ÷ (2k + 1) grows with k */
	assert_int_equal(exact_compare(&a, &b), 1);
	assert_int_equal(exact_compare(&b, &a), -1);
	assert_int_equal(exact_compare(&a, &a), 0);
	assert_int_equal(exact_compare(&none, &b), -1);
}

static void far_fractions_differ(void **state)
{
	struct exact a = part(1, 4999999999, 5000000000), b = part(1, 2000000001, 4000000000);

	(void)state;
	/* by products of which only one needs more than 64 bits */
	assert_int_equal(exact_compare(&a, &b), 1);
	assert_int_equal(exact_compare(&b, &a), -1);
}

static void wholes_come_before_fractions(void **state)
{
	struct exact a = part(-1, 1, 2), b = part(1, 1, 3);

	(void)state;
	assert_int_equal(exact_compare(&a, &b), -1);
	assert_int_equal(exact_compare(&b, &a), 1);
}

static void units_have_the_decimals_of_the_currency(void **state)
{
	struct exact yen = {0}, dinar = {0};

	(void)state;
	exact_add(&yen, money(501, "JPY"), 1, 2);
	exact_add(&dinar, money(501, "KWD"), 1, 2);
	assert_float_equal(exact_units(&yen), 250.5, 1e-12);
	assert_float_equal(exact_units(&dinar), 0.2505, 1e-15);
}

/* ---- what breaks it ---- */

static void another_currency_breaks_it_for_good(void **state)
{
	struct exact sum = part(100, 1, 1), euros = {0};

	(void)state;
	exact_add(&euros, money(100, "EUR"), 1, 1);
	exact_add_sum(&sum, &euros);
	is_broken(&sum);
	exact_subtract_sum(&sum, &euros);
	exact_floor_zero(&sum);
	exact_scale(&sum, 1, 2);
	is_broken(&sum);
}

static void parts_that_are_too_small_break_it(void **state)
{
	struct exact sum = part(1, 1, 5000000000);

	(void)state;
	exact_scale(&sum, 1, 4000000001);
	is_broken(&sum);
}

static void a_broken_part_breaks_the_sum(void **state)
{
	struct exact sum = part(100, 1, 1), broken = part(INT64_MAX, 2, 1);

	(void)state;
	is_broken(&broken);
	exact_add_sum(&sum, &broken);
	is_broken(&sum);
}

static void a_sum_that_does_not_fit_breaks(void **state)
{
	struct exact above = part(INT64_MAX, 1, 1), below = part(-INT64_MAX, 1, 1);

	(void)state;
	exact_add(&above, usd(1), 1, 1);
	is_broken(&above);
	exact_add(&below, usd(-2), 1, 1);
	is_broken(&below);
}

static void denominators_that_do_not_fit_break(void **state)
{
	struct exact sum = part(1, 1, 4294967291);

	(void)state;
	exact_add(&sum, usd(1), 1, 4294967279); /* another prime */
	is_broken(&sum);
}

static void the_greatest_amount_cannot_be_rounded_up(void **state)
{
	struct exact sum = part(INT64_MAX, 1, 1);
	struct money result;

	(void)state;
	exact_add(&sum, usd(1), 1, 2);
	assert_false(sum.broken);
	assert_false(exact_round(&sum, &result));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(thirds_make_a_whole),
		cmocka_unit_test(every_day_of_two_years_adds_up),
		cmocka_unit_test(fractions_stay_in_lowest_terms),
		cmocka_unit_test(a_large_product_is_divided_in_full),
		cmocka_unit_test(nothing_is_ready_to_use),
		cmocka_unit_test(halves_go_to_the_even_side),
		cmocka_unit_test(what_is_near_a_half_is_none),
		cmocka_unit_test(it_is_rounded_once),
		cmocka_unit_test(nothing_has_no_currency_to_round_in),
		cmocka_unit_test(the_fraction_is_never_negative),
		cmocka_unit_test(a_negative_share_of_a_negative_amount_is_positive),
		cmocka_unit_test(subtracting_undoes_adding),
		cmocka_unit_test(below_zero_becomes_zero_of_the_same_currency),
		cmocka_unit_test(scaling_takes_the_fraction_along),
		cmocka_unit_test(scaling_by_nothing_keeps_the_currency),
		cmocka_unit_test(scaling_below_zero_is_exact),
		cmocka_unit_test(close_fractions_differ),
		cmocka_unit_test(far_fractions_differ),
		cmocka_unit_test(wholes_come_before_fractions),
		cmocka_unit_test(units_have_the_decimals_of_the_currency),
		cmocka_unit_test(another_currency_breaks_it_for_good),
		cmocka_unit_test(parts_that_are_too_small_break_it),
		cmocka_unit_test(a_broken_part_breaks_the_sum),
		cmocka_unit_test(a_sum_that_does_not_fit_breaks),
		cmocka_unit_test(denominators_that_do_not_fit_break),
		cmocka_unit_test(the_greatest_amount_cannot_be_rounded_up),
	};

	return cmocka_run_group_tests_name("exact", tests, NULL, NULL);
}
