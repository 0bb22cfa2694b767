/* Theil and Sen's slope: medians by hand. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "near.h"
#include "partner/slope.h"

static double slope(const struct slope_point *points, size_t n)
{
	struct arena scratch = {0};
	double slope = slope_theil_sen(points, n, &scratch);

	arena_free(&scratch);
	return slope;
}

static void a_line_has_its_slope(void **state)
{
	const struct slope_point points[] = {{0, 5}, {1, 3}, {2, 1}, {4, -3}};

	(void)state;
	assert_true(slope(points, 4) == -2);
}

static void an_odd_number_of_pairs_has_a_middle_one(void **state)
{
	/* slopes 1, 3, 5 */
	const struct slope_point points[] = {{0, 0}, {1, 1}, {2, 6}};

	(void)state;
	assert_true(slope(points, 3) == 3);
}

static void an_even_number_takes_the_mean_of_the_middle_two(void **state)
{
	/* slopes 1, 1.5, 7/3, 2, 3, 4: the middle two are 2 and 7/3 */
	const struct slope_point points[] = {{0, 0}, {1, 1}, {2, 3}, {3, 7}};

	(void)state;
	assert_near(slope(points, 4), (2 + 7.0 / 3) / 2);
}

static void an_outlier_does_not_bend_it(void **state)
{
	struct slope_point points[] = {{0, 10}, {1, 12}, {2, 14}, {3, 16}, {4, 18}};

	(void)state;
	points[4].y = 1000;
	assert_true(slope(points, 5) == 2);
}

static void order_does_not_matter(void **state)
{
	const struct slope_point points[] = {{2, 3}, {3, 7}, {0, 0}, {1, 1}};

	(void)state;
	assert_near(slope(points, 4), (2 + 7.0 / 3) / 2);
}

static void points_above_one_another_make_no_pair(void **state)
{
	/* slopes 4 and 2 from the first */
	const struct slope_point points[] = {{0, 0}, {1, 4}, {1, 2}};

	(void)state;
	assert_true(slope(points, 3) == 3);
}

static void too_few_points_have_no_slope(void **state)
{
	const struct slope_point points[] = {{0, 0}, {1, 1}};
	const struct slope_point wall[] = {{1, 0}, {1, 1}, {1, 5}};

	(void)state;
	assert_true(isnan(slope(points, 2)));
	assert_true(isnan(slope(NULL, 0)));
	assert_true(isnan(slope(wall, 3)));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_line_has_its_slope),
		cmocka_unit_test(an_odd_number_of_pairs_has_a_middle_one),
		cmocka_unit_test(an_even_number_takes_the_mean_of_the_middle_two),
		cmocka_unit_test(an_outlier_does_not_bend_it),
		cmocka_unit_test(order_does_not_matter),
		cmocka_unit_test(points_above_one_another_make_no_pair),
		cmocka_unit_test(too_few_points_have_no_slope),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
