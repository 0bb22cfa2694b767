/* Robustness: which weights are drawn. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "figures.h"

/* The greater weight is uniform from ½ to 1, and the score is that share of 100. */
static void weights_keep_their_order(void **state)
{
	static const struct figure figures[] = {{"a", 100, "51"}, {"b", 0, "49"}};
	struct figures_of of;

	(void)state;
	OPEN(&of, "", figures);
	assert_within(share(&of, "A"), (100 - 84.95) / 50, CHANCE);
	assert_within(share(&of, "B"), 0.3, CHANCE);
	assert_within(share(&of, "C"), 0.3, CHANCE);
	assert_within(share(&of, "D"), (54.95 - 50) / 50, CHANCE);
	assert_true(share(&of, "F") == 0);
	assert_true(of.robustness.range.low == 0 && of.robustness.range.high == 100);
	scene_close(&of.scene);
}

/*
 * Three criteria of equal weight: that one alternative beats another under random weights is the
 * same as that half the scale plus their difference lies above the middle. Exact shares by
 * clipping the simplex: tests of ranks use the same alternatives.
 */
static void shares_are_those_of_the_clipped_simplex(void **state)
{
	static const double alternatives[][3] = {
		{80, 50, 60}, {60, 75, 55}, {50, 60, 85}, {70, 62, 64}};
	static const double beats[][4] = {{0, 29 / 54.0, 9 / 22.0, 25 / 77.0},
		{25 / 54.0, 0, 1 / 2.0, 169 / 506.0}, {13 / 22.0, 1 / 2.0, 0, 441 / 943.0},
		{52 / 77.0, 337 / 506.0, 502 / 943.0, 0}};

	(void)state;
	for (size_t i = 0; i < 4; i++) {
		for (size_t k = 0; k < 4; k++) {
			struct figure figures[] = {{"x", 0, "1"}, {"y", 0, "1"}, {"z", 0, "1"}};
			struct figures_of of;

			for (size_t c = 0; i != k && c < 3; c++)
				figures[c].points = 50.05 + alternatives[i][c] - alternatives[k][c];
			if (i == k)
				continue;
			OPEN(&of, "grades: [{grade: up, from: 50.1}, {grade: down, from: 0}]\n",
				figures);
			assert_within(share(&of, "up"), beats[i][k], CHANCE);
			scene_close(&of.scene);
		}
	}
}

/* Each weight within 10 % and within 20 % of itself; figures computed independently. */
static void the_range_is_over_all_weights_within_bounds(void **state)
{
	static const struct figure tenth[] = {{"a", 82, "30%, weight_low: 27%, weight_high: 33%"},
		{"b", 71, "25%, weight_low: 22.5%, weight_high: 27.5%"},
		{"c", 64, "20%, weight_low: 18%, weight_high: 22%"},
		{"d", 90, "15%, weight_low: 13.5%, weight_high: 16.5%"},
		{"e", 40, "10%, weight_low: 9%, weight_high: 11%"}};
	static const struct figure fifth[] = {{"a", 82, "30, weight_low: 24, weight_high: 36"},
		{"b", 71, "25, weight_low: 20%, weight_high: 30%"},
		{"c", 64, "20, weight_low: 16, weight_high: 24"},
		{"d", 90, "15, weight_low: 12, weight_high: 18%"},
		{"e", 40, "10, weight_low: 8%, weight_high: 12"}};
	struct figures_of of;

	(void)state;
	OPEN(&of, "", tenth);
	assert_within(of.robustness.range.low, 71.585, 1e-9);
	assert_within(of.robustness.range.high, 73.715, 1e-9);
	assert_true(share(&of, "B") == 1);
	scene_close(&of.scene);
	OPEN(&of, "", fifth);
	assert_within(of.robustness.range.low, 70.52, 1e-9);
	assert_within(of.robustness.range.high, 74.78, 1e-9);
	assert_true(share(&of, "B") == 1);
	scene_close(&of.scene);
}

/* Of two: the first weighs ½ to ¾, so the score is uniform from 50 to 75. */
static void draws_stay_within_bounds_and_in_order(void **state)
{
	static const struct figure figures[] = {
		{"a", 100, "60, weight_low: 40, weight_high: 75"}, {"b", 0, "40"}};
	struct figures_of of;

	(void)state;
	OPEN(&of, "", figures);
	assert_true(share(&of, "A") == 0 && share(&of, "F") == 0);
	assert_within(share(&of, "B"), (75 - 69.95) / 25, CHANCE);
	assert_within(share(&of, "C"), 0.6, CHANCE);
	assert_within(share(&of, "D"), (54.95 - 50) / 25, CHANCE);
	assert_within(of.robustness.range.low, 40, 1e-9);
	assert_within(of.robustness.range.high, 75, 1e-9);
	scene_close(&of.scene);
}

/* Without c the weights are 0.6 and 0.4, and their bounds grow alike: 0.2 / 0.5 to 0.4 / 0.5. */
static void bounds_grow_with_the_weights_when_others_drop_out(void **state)
{
	static const struct figure figures[] = {
		{"a", 100, "30%, weight_low: 20%, weight_high: 40%"}, {"b", 0, "20%"},
		{"c", NAN, "50%, weight_low: 45%, weight_high: 55%"}};
	struct figures_of of;

	(void)state;
	OPEN(&of, "", figures);
	assert_within(of.score.score, 60, 1e-9);
	assert_within(of.robustness.range.low, 40, 1e-9);
	assert_within(of.robustness.range.high, 80, 1e-9);
	scene_close(&of.scene);
}

/* Bounds that leave out the policy's own weight, or cross, are moved to it. */
static void the_policys_own_weight_always_fits(void **state)
{
	static const struct figure figures[] = {
		{"a", 100, "50%, weight_low: 60%, weight_high: 55%"},
		{"b", 0, "50%, weight_low: 0%, weight_high: 10%"}};
	struct figures_of of;

	(void)state;
	OPEN(&of, "", figures);
	assert_within(of.robustness.range.low, 50, 1e-9);
	assert_within(of.robustness.range.high, 55, 1e-9);
	assert_within(share(&of, "C") + share(&of, "D"), 1, 1e-12);
	scene_close(&of.scene);
}

/* Nothing of b counts but where its bound lets it. */
static void a_weight_of_nothing_takes_no_part(void **state)
{
	static const struct figure without[] = {{"a", 100, "1"}, {"b", 0, "0"}};
	static const struct figure with[] = {{"a", 100, "1"}, {"b", 0, "0, weight_high: 20%"}};
	struct figures_of of;

	(void)state;
	OPEN(&of, "", without);
	assert_true(share(&of, "A") == 1);
	assert_true(of.robustness.range.low == 100);
	scene_close(&of.scene);
	OPEN(&of, "", with);
	assert_within(share(&of, "A"), 0.75, CHANCE);
	assert_within(of.robustness.range.low, 80, 1e-9);
	scene_close(&of.scene);
}

/* So close together that hardly a draw from either is in both: a is the greatest of six. */
static void bounds_and_order_hold_where_they_seldom_meet(void **state)
{
	static const struct figure figures[] = {{"a", 100, "20, weight_low: 19, weight_high: 21"},
		{"b", 0, "19.9, weight_low: 19, weight_high: 21"},
		{"c", 0, "19.8, weight_low: 19, weight_high: 21"},
		{"d", 0, "19.7, weight_low: 19, weight_high: 21"},
		{"e", 0, "19.6, weight_low: 19, weight_high: 21"},
		{"f", 0, "19.5, weight_low: 19, weight_high: 21"}};
	struct figures_of of;

	(void)state;
	OPEN(&of, "grades: [{grade: x, from: 17.8}, {grade: y, from: 16.7}, {grade: z, from: 0}]\n",
		figures);
	assert_true(share(&of, "y") == 1);
	assert_within(of.robustness.range.low, 1900 / 118.5, 1e-9);
	assert_within(of.robustness.range.high, 2100 / 118.5, 1e-9);
	scene_close(&of.scene);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(weights_keep_their_order),
		cmocka_unit_test(shares_are_those_of_the_clipped_simplex),
		cmocka_unit_test(the_range_is_over_all_weights_within_bounds),
		cmocka_unit_test(draws_stay_within_bounds_and_in_order),
		cmocka_unit_test(bounds_grow_with_the_weights_when_others_drop_out),
		cmocka_unit_test(the_policys_own_weight_always_fits),
		cmocka_unit_test(a_weight_of_nothing_takes_no_part),
		cmocka_unit_test(bounds_and_order_hold_where_they_seldom_meet),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
