/* Footing: by hand, and on random parts. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "near.h"
#include "partner/footing.h"
#include "partner/random.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define MANY 40

static double tenths(double value)
{
	return floor(10 * value + 0.5) / 10;
}

static double sum(const double *parts, size_t n)
{
	double total = 0;

	for (size_t i = 0; i < n; i++)
		total += parts[i];
	return total;
}

static void assert_rounded(const double *parts, size_t n, double total, const double *expected)
{
	double rounded[MANY];

	footing_round(parts, n, total, rounded);
	for (size_t i = 0; i < n; i++)
		if (fabs(rounded[i] - expected[i]) > 1e-12)
			fail_msg("part %d is %g, not %g", (int)i, rounded[i], expected[i]);
}

static void parts_that_foot_are_rounded_to_the_nearest(void **state)
{
	const double parts[] = {1.23, -0.46, 2.03}, expected[] = {1.2, -0.5, 2.0};

	(void)state;
	assert_rounded(parts, COUNT(parts), 2.7, expected);
}

static void the_largest_error_moves(void **state)
{
	const double parts[] = {1.01, 1.04, 1.02}, expected[] = {1.0, 1.1, 1.0};

	(void)state;
	assert_rounded(parts, COUNT(parts), 3.1, expected);
}

static void it_moves_down_as_well(void **state)
{
	const double parts[] = {1.09, -1.03, 1.06}, expected[] = {1.1, -1.0, 1.0};

	(void)state;
	assert_rounded(parts, COUNT(parts), 1.1, expected);
}

static void of_equal_errors_the_first_moves(void **state)
{
	const double parts[] = {0.5, 0.04, 0.04, 0.04}, expected[] = {0.5, 0.1, 0, 0};
	const double noisy[] = {0.5, 0.14 - 1e-15, 0.04, 0.24 + 1e-15};
	const double first[] = {0.5, 0.2, 0, 0.2};

	(void)state;
	assert_rounded(parts, COUNT(parts), 0.6, expected);
	assert_rounded(noisy, COUNT(noisy), 0.9, first);
}

static void all_move_before_one_moves_twice(void **state)
{
	const double parts[] = {1, 2, 3}, up[] = {1.2, 2.2, 3.1}, down[] = {0.7, 1.8, 2.8};

	(void)state;
	assert_rounded(parts, COUNT(parts), 6.5, up);
	assert_rounded(parts, COUNT(parts), 5.3, down);
}

static void halves_are_rounded_away_from_zero(void **state)
{
	const double parts[] = {0.25, -0.25}, expected[] = {0.3, -0.3};

	(void)state;
	assert_rounded(parts, COUNT(parts), 0, expected);
}

static void the_reverse_has_the_reverse_parts(void **state)
{
	const double parts[] = {0.25, -1.13, 0.05, 2.17}, total = 1.4;
	double rounded[4], reverse[4];

	(void)state;
	footing_round(parts, 4, total, rounded);
	for (size_t i = 0; i < 4; i++)
		reverse[i] = -parts[i];
	footing_round(reverse, 4, -total, reverse);
	for (size_t i = 0; i < 4; i++)
		assert_near(reverse[i], -rounded[i]);
}

static void noise_stays_nothing(void **state)
{
	const double parts[] = {4e-10, 1, -4e-10}, expected[] = {0, 1.2, 0};
	const double noise[] = {4e-10, -1e-12, 0}, nothing[] = {0, 0, 0};

	(void)state;
	assert_rounded(parts, COUNT(parts), 1.2, expected);
	assert_rounded(noise, COUNT(noise), 0.3, nothing);
}

static void nothing_is_never_minus_nothing(void **state)
{
	double parts[] = {-0.01, -1e-12, 0.01};

	(void)state;
	footing_round(parts, COUNT(parts), 0, parts);
	for (size_t i = 0; i < COUNT(parts); i++)
		assert_false(signbit(parts[i]));
}

static void a_tenth_in_small_parts_goes_somewhere(void **state)
{
	double parts[MANY];

	(void)state;
	for (size_t i = 0; i < MANY; i++)
		parts[i] = 0.1 / MANY;
	footing_round(parts, MANY, 0.1, parts);
	assert_near(parts[0], 0.1);
	assert_near(sum(parts + 1, MANY - 1), 0);
}

static void numbers_without_measure_end_it_as_well(void **state)
{
	double parts[] = {1e308, -3, 1e300};

	(void)state;
	footing_round(parts, COUNT(parts), -1e308, parts);
	assert_false(fabs(parts[0]) < 1);
}

static void no_parts_are_no_fault(void **state)
{
	(void)state;
	footing_round(NULL, 0, 1.5, NULL);
}

/* Whatever is wanted, and be it far away: they foot, each moved like the others but for one. */
static void random_parts_foot(void **state)
{
	double parts[MANY], rounded[MANY];
	struct random random;

	(void)state;
	random_seed(&random, 7, 1);
	for (int try = 0; try < 2000; try++) {
		size_t n = 1 + (size_t)(random_share(&random) * (MANY - 1));
		double least = INFINITY, most = -INFINITY, total;

		for (size_t i = 0; i < n; i++)
			parts[i] = random_between(&random, -5, 5);
		total = tenths(sum(parts, n) + random_between(&random, -3, 3) * (try % 3));
		footing_round(parts, n, total, rounded);
		assert_near(sum(rounded, n), total);
		for (size_t i = 0; i < n; i++) {
			least = fmin(least, rounded[i] - parts[i]);
			most = fmax(most, rounded[i] - parts[i]);
			assert_near(rounded[i], tenths(rounded[i]));
		}
		assert_true(most - least <= 0.1 + 1e-6);
	}
}

static void a_single_part_is_rounded_alike(void **state)
{
	(void)state;
	assert_true(footing_tenth(-4.05 + 1e-13) == -4.1);
	assert_true(footing_tenth(1.25 - 1e-13) == 1.3);
	assert_true(footing_tenth(0.04) == 0);
	assert_false(signbit(footing_tenth(-0.04)));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(parts_that_foot_are_rounded_to_the_nearest),
		cmocka_unit_test(the_largest_error_moves),
		cmocka_unit_test(it_moves_down_as_well),
		cmocka_unit_test(of_equal_errors_the_first_moves),
		cmocka_unit_test(all_move_before_one_moves_twice),
		cmocka_unit_test(halves_are_rounded_away_from_zero),
		cmocka_unit_test(the_reverse_has_the_reverse_parts),
		cmocka_unit_test(noise_stays_nothing),
		cmocka_unit_test(nothing_is_never_minus_nothing),
		cmocka_unit_test(a_tenth_in_small_parts_goes_somewhere),
		cmocka_unit_test(numbers_without_measure_end_it_as_well),
		cmocka_unit_test(no_parts_are_no_fault),
		cmocka_unit_test(random_parts_foot),
		cmocka_unit_test(a_single_part_is_rounded_alike),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
