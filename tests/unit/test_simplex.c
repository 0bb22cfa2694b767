/*
 * Points on the simplex: golden draws, moments known exactly, and points within bounds against
 * points of the whole simplex that happen to lie there.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "near.h"
#include "partner/simplex.h"

#define MOST 8
#define DRAWS 20000

/* Means of w and of w² over many draws. */
struct moments {
	double first[MOST], second[MOST];
	int n;
};

static void add(struct moments *moments, const double *weights, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		moments->first[i] += weights[i];
		moments->second[i] += weights[i] * weights[i];
	}
	moments->n++;
}

static void assert_on_simplex(const double *weights, size_t n)
{
	double sum = 0;

	for (size_t i = 0; i < n; i++) {
		assert_true(weights[i] >= 0 && weights[i] <= 1);
		sum += weights[i];
	}
	assert_relative(sum, 1, 1e-12, 0);
}

/* Draws many points, each of which must lie within the bounds and keep the order. */
static struct moments draw(size_t n, const struct interval *bounds, const double *importance)
{
	struct moments moments = {.n = 0};
	struct arena arena = {0};
	struct simplex simplex;
	struct random random;
	double weights[MOST];

	random_seed(&random, 1, 0);
	assert_true(simplex_prepare(&simplex, n, bounds, importance, &arena));
	for (int draws = 0; draws < DRAWS; draws++) {
		assert_true(simplex_draw(&simplex, &random, weights));
		assert_on_simplex(weights, n);
		for (size_t i = 0; bounds && i < n; i++)
			assert_true(weights[i] >= bounds[i].low - 1e-14 &&
				weights[i] <= bounds[i].high + 1e-14);
		for (size_t i = 0; importance && i < n; i++) {
			for (size_t j = 0; j < n; j++)
				assert_true(importance[i] <= importance[j] ||
					weights[i] >= weights[j] - 1e-14);
		}
		add(&moments, weights, n);
	}
	arena_free(&arena);
	return moments;
}

/* Four standard errors of a mean whose second moment is known. */
static double error(double mean, double second, int n)
{
	return 4 * sqrt(fmax(second - mean * mean, 0) / n);
}

static void assert_moments(const struct moments *got, size_t i, double first, double second)
{
	double n = got->n;

	assert_relative(got->first[i] / n, first, error(first, second, got->n), 1);
	assert_relative(got->second[i] / n, second, error(first, second, got->n), 1);
}

/* Computed apart in whole numbers: the bits shifted by 11, sorted, subtracted. */
static void first_draws_are_golden(void **state)
{
	static const int64_t golden[][4] = {
		{4687676335253193, 483408098107007, 1160272578409370, 2675842242971422},
		{1293181942366132, 2231592750304544, 2754850221389714, 2727574340680602},
		{639918417231522, 2793485846919067, 4377210950403948, 1196584040186455},
	};
	struct arena arena = {0};
	struct simplex simplex;
	struct random random;
	double weights[4];

	(void)state;
	random_seed(&random, 1, 0);
	assert_true(simplex_prepare(&simplex, 4, NULL, NULL, &arena));
	for (size_t draws = 0; draws < sizeof(golden) / sizeof(*golden); draws++) {
		assert_true(simplex_draw(&simplex, &random, weights));
		for (size_t i = 0; i < 4; i++)
			assert_true(weights[i] * 0x1p53 == (double)golden[draws][i]);
	}
	arena_free(&arena);
}

static void the_whole_simplex_has_the_moments_of_dirichlet(void **state)
{
	struct moments got = draw(5, NULL, NULL);

	(void)state;
	for (size_t i = 0; i < 5; i++)
		assert_moments(&got, i, 1.0 / 5, 2.0 / 30);
}

static void one_weight_is_one(void **state)
{
	const struct interval bounds = {0, 1};
	struct moments got = draw(1, NULL, NULL);

	(void)state;
	assert_true(got.first[0] == DRAWS);
	got = draw(1, &bounds, NULL);
	assert_true(got.first[0] == DRAWS);
}

/* Centroid of the corner w0 >= w1 >= w2: each weight is a mean of 1/3, 1/2 and 1. */
static void an_order_leaves_its_part_of_the_simplex(void **state)
{
	const double importance[] = {10, 30, 20};
	struct moments got = draw(3, NULL, importance);

	(void)state;
	assert_relative(got.first[1] / DRAWS, 11.0 / 18, 0.005, 1);
	assert_relative(got.first[2] / DRAWS, 5.0 / 18, 0.005, 1);
	assert_relative(got.first[0] / DRAWS, 2.0 / 18, 0.005, 1);
}

static void equals_are_not_ordered_among_themselves(void **state)
{
	const double importance[] = {1, 2, 1};
	struct moments got = draw(3, NULL, importance);

	(void)state;
	assert_relative(got.first[1] / DRAWS, 11.0 / 18, 0.005, 1);
	assert_relative(got.first[0] / DRAWS, 7.0 / 36, 0.005, 1);
	assert_relative(got.first[2] / DRAWS, 7.0 / 36, 0.005, 1);
	/* neither of the two is always the smaller one */
	assert_relative(got.second[0] / DRAWS, got.second[2] / DRAWS, 0.003, 1);
}

static void two_weights_are_uniform_between_their_bounds(void **state)
{
	const struct interval bounds[] = {{0.3, 0.9}, {0.4, 0.8}};
	struct moments got = draw(2, bounds, NULL);

	(void)state;
	/* from 0.3 to 0.6 */
	assert_moments(&got, 0, 0.45, 0.45 * 0.45 + 0.09 / 12);
}

/* No weight above a half: the simplex upside down. */
static void upper_bounds_turn_the_simplex(void **state)
{
	const struct interval bounds[] = {{0, 0.5}, {0, 0.5}, {0, 0.5}};
	struct moments got = draw(3, bounds, NULL);

	(void)state;
	for (size_t i = 0; i < 3; i++)
		assert_moments(&got, i, 1.0 / 3, 1.0 / 8);
}

/* Draws from the whole simplex, or its part in order, what `bounds` allow. */
static struct moments sieve(size_t n, const struct interval *bounds, const double *importance)
{
	struct moments moments = {.n = 0};
	struct arena arena = {0};
	struct simplex simplex;
	struct random random;
	double weights[MOST];

	random_seed(&random, 2, 0);
	assert_true(simplex_prepare(&simplex, n, NULL, importance, &arena));
	for (int i = 0; i < 40 * DRAWS && moments.n < DRAWS; i++) {
		bool within = true;

		assert_true(simplex_draw(&simplex, &random, weights));
		for (size_t k = 0; k < n; k++)
			within &= weights[k] >= bounds[k].low && weights[k] <= bounds[k].high;
		if (within)
			add(&moments, weights, n);
	}
	arena_free(&arena);
	return moments;
}

static void assert_like_sieved(size_t n, const struct interval *bounds, const double *importance)
{
	struct moments got = draw(n, bounds, importance), sieved = sieve(n, bounds, importance);

	assert_true(sieved.n > 1000);
	for (size_t i = 0; i < n; i++) {
		double first = sieved.first[i] / sieved.n, second = sieved.second[i] / sieved.n;
		double within = 1.5 * error(first, second, sieved.n);

		assert_relative(got.first[i] / got.n, first, within, 1);
		assert_relative(got.second[i] / got.n, second, within, 1);
	}
}

/* Each of these takes another way: gaps alone, gaps and box, box alone, from above. */
static void bounds_cut_out_their_part_of_the_simplex(void **state)
{
	const struct interval low[] = {{0.1, 1}, {0, 1}, {0.05, 0.9}, {0.2, 1}};
	const struct interval mixed[] = {{0, 1}, {0.1, 0.2}, {0, 0.9}, {0, 0.8}, {0.05, 0.3}};
	const struct interval near[] = {{0.2, 0.5}, {0.15, 0.45}, {0.1, 0.4}, {0.05, 0.3}};
	const struct interval high[] = {{0, 0.5}, {0.1, 0.4}, {0, 0.35}};

	(void)state;
	assert_like_sieved(4, low, NULL);
	assert_like_sieved(5, mixed, NULL);
	assert_like_sieved(4, near, NULL);
	assert_like_sieved(3, high, NULL);
}

static void bounds_and_order_hold_together(void **state)
{
	const struct interval wide[] = {{0.2, 0.6}, {0.1, 0.5}, {0, 0.4}, {0.05, 0.2}};
	const struct interval tight[] = {{0.3, 0.5}, {0.15, 0.5}, {0.1, 0.3}, {0.1, 0.4}};
	const double importance[] = {4, 3, 2, 1}, equal[] = {30, 20, 20, 10};

	(void)state;
	assert_like_sieved(4, wide, importance);
	assert_like_sieved(4, tight, equal);
}

static void eight_weights_near_their_policy_are_drawn(void **state)
{
	static const double policy[] = {20, 20, 20, 15, 10, 10, 3, 2};
	struct interval bounds[8];
	struct moments got;

	(void)state;
	for (size_t i = 0; i < 8; i++)
		bounds[i] = (struct interval){0.008 * policy[i], 0.012 * policy[i]};
	got = draw(8, bounds, NULL);
	for (size_t i = 0; i < 8; i++)
		assert_relative(got.first[i] / got.n, policy[i] / 100, 0.002, 1);
	got = draw(8, bounds, policy);
	/* the order pushes the fourth down */
	assert_true(got.first[3] / got.n < 0.149);
}

static void bounds_without_room_give_the_point(void **state)
{
	const struct interval bounds[] = {{0.1, 0.1}, {0.2, 0.2}, {0.7, 0.7}};
	struct moments got = draw(3, bounds, NULL);

	(void)state;
	assert_near(got.first[0] / DRAWS, 0.1);
	assert_near(got.first[2] / DRAWS, 0.7);
}

static void a_fixed_weight_stays(void **state)
{
	const struct interval bounds[] = {{0.25, 0.25}, {0, 1}, {0, 1}};
	struct moments got = draw(3, bounds, NULL);

	(void)state;
	assert_true(got.first[0] == 0.25 * DRAWS);
	assert_moments(&got, 1, 0.375, 0.75 * 0.75 / 3);
}

/* Among candidates of the whole simplex next to none would lie here. */
static void bounds_that_hardly_fit_are_drawn_at_once(void **state)
{
	struct interval narrow[20], capped[20];
	struct arena arena = {0};
	struct simplex simplex;
	struct random random;
	double weights[20];

	(void)state;
	random_seed(&random, 1, 0);
	for (size_t i = 0; i < 20; i++) {
		narrow[i] = (struct interval){i ? 0 : 0.3, i ? 1 : 0.3 + 1e-10};
		capped[i] = (struct interval){0, 0.0501};
	}
	assert_true(simplex_prepare(&simplex, 20, narrow, NULL, &arena));
	assert_true(simplex_draw(&simplex, &random, weights));
	assert_true(weights[0] > 0.3 && weights[0] < 0.3 + 1e-10);
	assert_true(simplex_prepare(&simplex, 20, capped, NULL, &arena));
	assert_true(simplex_draw(&simplex, &random, weights));
	assert_on_simplex(weights, 20);
	arena_free(&arena);
}

static void bounds_that_do_not_fit_are_refused(void **state)
{
	const struct interval much[] = {{0.6, 0.7}, {0.5, 0.9}}, little[] = {{0, 0.4}, {0, 0.5}};
	struct arena arena = {0};
	struct simplex simplex;

	(void)state;
	assert_false(simplex_prepare(&simplex, 2, much, NULL, &arena));
	assert_false(simplex_prepare(&simplex, 2, little, NULL, &arena));
	arena_free(&arena);
}

static void an_importance_outside_the_bounds_is_refused(void **state)
{
	const struct interval bounds[] = {{0.6, 0.8}, {0.2, 0.4}};
	const double outside[] = {1, 2}, none[] = {0, 0}, within[] = {7, 3};
	struct arena arena = {0};
	struct simplex simplex;

	(void)state;
	assert_false(simplex_prepare(&simplex, 2, bounds, outside, &arena));
	assert_false(simplex_prepare(&simplex, 2, bounds, none, &arena));
	assert_true(simplex_prepare(&simplex, 2, bounds, within, &arena));
	arena_free(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(first_draws_are_golden),
		cmocka_unit_test(the_whole_simplex_has_the_moments_of_dirichlet),
		cmocka_unit_test(one_weight_is_one),
		cmocka_unit_test(an_order_leaves_its_part_of_the_simplex),
		cmocka_unit_test(equals_are_not_ordered_among_themselves),
		cmocka_unit_test(two_weights_are_uniform_between_their_bounds),
		cmocka_unit_test(upper_bounds_turn_the_simplex),
		cmocka_unit_test(bounds_cut_out_their_part_of_the_simplex),
		cmocka_unit_test(bounds_and_order_hold_together),
		cmocka_unit_test(eight_weights_near_their_policy_are_drawn),
		cmocka_unit_test(bounds_without_room_give_the_point),
		cmocka_unit_test(a_fixed_weight_stays),
		cmocka_unit_test(bounds_that_hardly_fit_are_drawn_at_once),
		cmocka_unit_test(bounds_that_do_not_fit_are_refused),
		cmocka_unit_test(an_importance_outside_the_bounds_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
