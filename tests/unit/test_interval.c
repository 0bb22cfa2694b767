/* Intervals of weighted sums, by hand, and a whole score from ratings and events. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "near.h"
#include "partner/interval.h"
#include "partner/proportion.h"
#include "partner/severity.h"
#include "partner/special.h"

#define COUNT(rows) (sizeof(rows) / sizeof(*(rows)))

static void independent_parts_add_up_in_squares(void **state)
{
	const struct interval_part parts[] = {
		{0.5, 60, {54, 68}},
		{0.25, 40, {24, 44}},
		{0.25, 80, {80, 80}},
	};
	struct interval got = interval_combine(parts, COUNT(parts));

	(void)state;
	/* 60; down 3 and 4, up 4 and 1 */
	assert_near(got.low, 55);
	assert_near(got.high, 60 + sqrt(17));
}

static void exact_parts_have_no_width(void **state)
{
	const struct interval_part parts[] = {{0.5, 70, {70, 70}}, {0.5, 30, {30, 30}}};
	struct interval got = interval_combine(parts, 2);

	(void)state;
	assert_true(got.low == 50 && got.high == 50);
	got = interval_combine(NULL, 0);
	assert_true(got.low == 0 && got.high == 0);
}

/*
 * A whole score, computed apart with 1-5 → 0-100: ratings corrected with λ = 3 and their share of
 * events on time. Cells: X, Y, Z by quality, comms, risk; raters L, O, P.
 */
enum { XQ, XC, XR, YQ, YC, YR, ZQ, ZC, ZR, CELLS };
enum { L, O, P, RATERS };

static const struct severity_rating ratings[] = {{XQ, L, 4}, {XQ, P, 3}, {XQ, O, 4}, {XC, L, 5},
	{XC, P, 4}, {XR, P, 3}, {XR, O, 3}, {YQ, L, 3}, {YQ, O, 2}, {YC, L, 4}, {YC, P, 2},
	{YC, O, 3}, {YR, P, 2}, {YR, O, 3}, {ZQ, P, 4}, {ZQ, O, 5}, {ZC, L, 5}, {ZC, O, 4},
	{ZR, L, 4}, {ZR, P, 3}};

static const struct {
	double raw, adjusted;
} cells[CELLS] = {
	[XC] = {4.5, 4.506944444444445},
	[XQ] = {3.6666666666666665, 3.6666666666666665},
	[XR] = {3.0, 3.2083333333333335},
	[YC] = {3.0, 3.0},
	[YQ] = {2.5, 2.2847222222222223},
	[YR] = {2.5, 2.7083333333333335},
	[ZC] = {4.5, 4.284722222222222},
	[ZQ] = {4.5, 4.708333333333333},
	[ZR] = {3.5, 3.5069444444444446},
};

static void raters_and_cells_of_a_whole_score(void **state)
{
	struct arena arena = {0};
	struct severity fit;

	(void)state;
	severity_fit(ratings, COUNT(ratings), CELLS, RATERS, 3, &arena, &fit);
	assert_near(fit.offset[L], 0.4166666666666667);
	assert_near(fit.offset[O], 0.013888888888888935);
	assert_near(fit.offset[P], -0.4305555555555555);
	assert_near(fit.variance, 0.2449494949494949);
	assert_int_equal(fit.df, 11);
	for (size_t cell = 0; cell < CELLS; cell++) {
		assert_near(fit.raw[cell], cells[cell].raw);
		assert_near(fit.adjusted[cell], cells[cell].adjusted);
	}
	arena_free(&arena);
}

static void interval_of_a_whole_score(void **state)
{
	/* the ratings' weights, and the standard error of their sum */
	static const double weights[CELLS] = {[XQ] = 10, [XC] = 5, [XR] = 5};
	static const double error = 5.029146163331791;
	struct interval on_time = proportion_wilson(0.9, 10, special_normal_quantile(0.975));
	struct interval_part parts[2] = {
		{1, 0, {0, 0}}, {0.2, 90, {100 * on_time.low, 100 * on_time.high}}};
	struct arena arena = {0};
	struct interval got;
	struct severity fit;

	(void)state;
	severity_fit(ratings, COUNT(ratings), CELLS, RATERS, 3, &arena, &fit);
	for (size_t cell = 0; cell < CELLS; cell++)
		parts[0].value += weights[cell] * (fit.adjusted[cell] - 1);
	assert_near(parts[0].value, 55.24305555555556);
	parts[0].range.low = parts[0].value - special_t_quantile(0.975, 11) * error;
	parts[0].range.high = parts[0].value + special_t_quantile(0.975, 11) * error;
	got = interval_combine(parts, 2);
	assert_near(got.low, 60.612642235393714);
	assert_near(got.high, 84.43332685112951);
	arena_free(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(independent_parts_add_up_in_squares),
		cmocka_unit_test(exact_parts_have_no_width),
		cmocka_unit_test(raters_and_cells_of_a_whole_score),
		cmocka_unit_test(interval_of_a_whole_score),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
