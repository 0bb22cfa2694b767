/* Weights: closed forms, and the same by filling up. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "near.h"
#include "partner/weights.h"

#define COUNT(rows) (sizeof(rows) / sizeof(*(rows)))

static const struct weights_part parts[] = {
	{82, 0.3}, {71, 0.25}, {64, 0.2}, {90, 0.15}, {40, 0.1}};

static double swing(const struct weights_part *of, size_t n)
{
	struct arena scratch = {0};
	double result = weights_swing(of, n, &scratch);

	arena_free(&scratch);
	return result;
}

static double tolerance(const struct weights_part *of, size_t n, double low, double high)
{
	struct arena scratch = {0};
	double result = weights_tolerance(of, n, (struct interval){low, high}, &scratch);

	arena_free(&scratch);
	return result;
}

static struct interval range(const struct weights_choice *choices, size_t n)
{
	struct arena scratch = {0};
	struct interval result = weights_range(choices, n, &scratch);

	arena_free(&scratch);
	return result;
}

/* The parts above, each weight free to change by the factor 1 ± d. */
static struct interval range_within(double d)
{
	struct weights_choice choices[COUNT(parts)];

	for (size_t i = 0; i < COUNT(parts); i++) {
		double w = parts[i].weight;

		choices[i] = (struct weights_choice){parts[i].value, {w * (1 - d), w * (1 + d)}};
	}
	return range(choices, COUNT(choices));
}

static void mean_and_swing_of_the_example(void **state)
{
	(void)state;
	assert_near(weights_mean(parts, COUNT(parts)), 72.65);
	assert_near(swing(parts, COUNT(parts)), 10.65);
}

/* 72.65 - 2·(40·0.1 + 64·0.2 + 71·0.2): the part of 0.25 is split. */
static void swing_is_the_split_at_half_the_weight(void **state)
{
	(void)state;
	assert_near(swing(parts, COUNT(parts)), 72.65 - 2 * (4 + 12.8 + 14.2));
}

static void range_agrees_with_the_reference(void **state)
{
	(void)state;
	assert_near(range_within(0.1).low, 71.585);
	assert_near(range_within(0.1).high, 73.715);
	assert_near(range_within(0.2).low, 70.52);
	assert_near(range_within(0.2).high, 74.78);
}

static void range_is_the_mean_and_the_swing(void **state)
{
	(void)state;
	for (int i = 0; i <= 16; i++) {
		double d = i / 16.0;

		assert_near(range_within(d).low, 72.65 - d * 10.65);
		assert_near(range_within(d).high, 72.65 + d * 10.65);
	}
}

static void range_gives_what_remains_to_the_extremes(void **state)
{
	const struct weights_choice choices[] = {
		{10, {0.1, 0.3}}, {30, {0.2, 0.9}}, {20, {0, 0.4}}};
	struct interval got = range(choices, 3);

	(void)state;
	/* 0.3·10 + 0.4·20 + 0.3·30, and 0.1·10 + 0.9·30 */
	assert_near(got.low, 20);
	assert_near(got.high, 28);
}

static void range_of_what_does_not_fit_is_undefined(void **state)
{
	const struct weights_choice much[] = {{10, {0.6, 0.7}}, {30, {0.5, 0.9}}};
	const struct weights_choice little[] = {{10, {0, 0.4}}, {30, {0, 0.5}}};

	(void)state;
	assert_true(isnan(range(much, 2).low) && isnan(range(much, 2).high));
	assert_true(isnan(range(little, 2).low) && isnan(range(little, 2).high));
	assert_true(isnan(range(NULL, 0).low));
}

static void tolerance_agrees_with_the_reference(void **state)
{
	(void)state;
	assert_near(tolerance(parts, 5, 70, INFINITY), 53.0 / 213);
	assert_near(tolerance(parts, 5, -INFINITY, 75), 0.22065727699530516);
	assert_near(tolerance(parts, 5, 68, INFINITY), 0.4366197183098592);
	assert_near(tolerance(parts, 5, 70, 75), 0.22065727699530516);
}

static void tolerance_is_between_zero_and_one(void **state)
{
	(void)state;
	assert_true(tolerance(parts, 5, 20, INFINITY) == 1);
	assert_true(tolerance(parts, 5, -INFINITY, INFINITY) == 1);
	assert_true(tolerance(parts, 5, 73, 80) == 0);
}

static void equal_values_tolerate_anything(void **state)
{
	const struct weights_part equal[] = {{70, 0.1}, {70, 0.2}, {70, 0.7}};

	(void)state;
	assert_true(swing(equal, 3) == 0);
	/* even at the very edge, where the mean may come out a little below */
	assert_true(tolerance(equal, 3, 70, 85) == 1);
	assert_true(tolerance(equal, 1, 70, 85) == 1);
}

static void weights_need_not_add_up_to_one(void **state)
{
	struct weights_part scaled[COUNT(parts)];

	(void)state;
	for (size_t i = 0; i < COUNT(parts); i++)
		scaled[i] = (struct weights_part){parts[i].value, 20 * parts[i].weight};
	assert_near(weights_mean(scaled, 5), 72.65);
	assert_near(swing(scaled, 5), 10.65);
	assert_near(tolerance(scaled, 5, 70, INFINITY), 53.0 / 213);
}

static void a_part_of_more_than_half_holds_the_mean(void **state)
{
	/* only a quarter can be moved: |50 - 90|·0.25 */
	const struct weights_part heavy[] = {{50, 0.75}, {90, 0.25}};

	(void)state;
	assert_near(swing(heavy, 2), 10);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(mean_and_swing_of_the_example),
		cmocka_unit_test(swing_is_the_split_at_half_the_weight),
		cmocka_unit_test(range_agrees_with_the_reference),
		cmocka_unit_test(range_is_the_mean_and_the_swing),
		cmocka_unit_test(range_gives_what_remains_to_the_extremes),
		cmocka_unit_test(range_of_what_does_not_fit_is_undefined),
		cmocka_unit_test(tolerance_agrees_with_the_reference),
		cmocka_unit_test(tolerance_is_between_zero_and_one),
		cmocka_unit_test(equal_values_tolerate_anything),
		cmocka_unit_test(weights_need_not_add_up_to_one),
		cmocka_unit_test(a_part_of_more_than_half_holds_the_mean),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
