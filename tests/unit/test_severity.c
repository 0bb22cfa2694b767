/* Severity of raters: a design solved in exact fractions, and what must hold for any. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "near.h"
#include "partner/random.h"
#include "partner/severity.h"

#define COUNT(rows) (sizeof(rows) / sizeof(*(rows)))

/* Four cells in a ring of three raters: A 1 2 3, B 2 3 4, C 1 4. */
enum { A, B, C };
enum { P1, P2, P3, P4 };

static const struct severity_rating toy[] = {{P1, A, 3}, {P2, A, 2}, {P3, A, 4}, {P2, B, 4},
	{P3, B, 5}, {P4, B, 3}, {P1, C, 4}, {P4, C, 2}};

static void fit_toy(double lambda, struct arena *arena, struct severity *fit)
{
	severity_fit(toy, COUNT(toy), 4, 3, lambda, arena, fit);
}

static double reliability(const struct severity *fit, size_t rater)
{
	struct arena scratch = {0};
	double result = severity_reliability(fit, rater, &scratch);

	arena_free(&scratch);
	return result;
}

/* Exact fractions; the offsets are -b, b, 0. */
static const struct {
	double lambda, b, t1, t4, variance, reliability_a, reliability_c;
} solved[] = {
	{2, 4.0 / 9, 67.0 / 18, 41.0 / 18, 31.0 / 72, 22.0 / 63, 2.0 / 7},
	{3, 4.0 / 11, 81.0 / 22, 51.0 / 22, 45.0 / 88, 28.0 / 99, 2.0 / 9},
	{5, 4.0 / 15, 109.0 / 30, 71.0 / 30, 73.0 / 120, 8.0 / 39, 2.0 / 13},
};

static void offsets_and_cells_are_the_exact_fractions(void **state)
{
	struct arena arena = {0};
	struct severity fit;

	(void)state;
	for (size_t i = 0; i < COUNT(solved); i++) {
		fit_toy(solved[i].lambda, &arena, &fit);
		assert_near(fit.offset[A], -solved[i].b);
		assert_near(fit.offset[B], solved[i].b);
		assert_near(fit.offset[C], 0);
		assert_near(fit.adjusted[P1], solved[i].t1);
		assert_near(fit.adjusted[P2], 3);
		assert_near(fit.adjusted[P3], 4.5);
		assert_near(fit.adjusted[P4], solved[i].t4);
		assert_near(fit.variance, solved[i].variance);
	}
	arena_free(&arena);
}

static void raw_figures_do_not_depend_on_lambda(void **state)
{
	static const double raw[] = {3.5, 3, 4.5, 2.5};
	struct arena arena = {0};
	struct severity fit;

	(void)state;
	fit_toy(7, &arena, &fit);
	for (size_t cell = 0; cell < 4; cell++) {
		assert_true(fit.raw[cell] == raw[cell]);
		assert_int_equal(fit.n_in_cell[cell], 2);
	}
	assert_int_equal(fit.rated[A], 3);
	assert_int_equal(fit.rated[C], 2);
	assert_near(fit.within, 3.5);
	assert_int_equal(fit.df, 4);
	assert_int_equal(fit.groups, 1);
	arena_free(&arena);
}

static void reliabilities_are_exact(void **state)
{
	struct arena arena = {0};
	struct severity fit;

	(void)state;
	for (size_t i = 0; i < COUNT(solved); i++) {
		fit_toy(solved[i].lambda, &arena, &fit);
		assert_near(reliability(&fit, A), solved[i].reliability_a);
		assert_near(reliability(&fit, B), solved[i].reliability_a);
		assert_near(reliability(&fit, C), solved[i].reliability_c);
	}
	arena_free(&arena);
}

static void small_lambda_is_least_squares(void **state)
{
	struct arena arena = {0};
	struct severity fit;

	(void)state;
	fit_toy(1e-7, &arena, &fit);
	assert_relative(fit.offset[A], -0.8, 1e-6, 0);
	assert_relative(fit.offset[B], 0.8, 1e-6, 0);
	assert_relative(fit.adjusted[P1], 3.9, 1e-6, 0);
	assert_relative(fit.adjusted[P4], 2.1, 1e-6, 0);
	assert_relative(fit.within - fit.explained, 0.3, 1e-5, 0);
	arena_free(&arena);
}

static void large_lambda_leaves_the_raw_means(void **state)
{
	struct arena arena = {0};
	struct severity fit;

	(void)state;
	fit_toy(1e12, &arena, &fit);
	for (size_t cell = 0; cell < 4; cell++)
		assert_relative(fit.adjusted[cell], fit.raw[cell], 1e-11, 0);
	assert_true(reliability(&fit, A) < 1e-11);
	arena_free(&arena);
}

/* Σ λ/(λ + e) over the eigenvalues 0, 3/2 and 5/2 of L. */
static void reliabilities_add_up_over_the_eigenvalues(void **state)
{
	struct arena arena = {0};
	struct severity fit;
	double sum;

	(void)state;
	fit_toy(2, &arena, &fit);
	sum = reliability(&fit, A) + reliability(&fit, B) + reliability(&fit, C);
	assert_near(3 - sum, 1 + 2 / 3.5 + 2 / 4.5);
	arena_free(&arena);
}

static void a_complete_design_keeps_its_means(void **state)
{
	static const double lambdas[] = {0.1, 3, 50};
	struct severity_rating ratings[20];
	struct arena arena = {0};
	struct random random;
	struct severity fit;

	(void)state;
	random_seed(&random, 5, 0);
	for (size_t i = 0; i < 20; i++)
		ratings[i] = (struct severity_rating){
			i / 4, i % 4, (double)(i % 4) + random_between(&random, 1, 3)};
	for (size_t i = 0; i < COUNT(lambdas); i++) {
		severity_fit(ratings, 20, 5, 4, lambdas[i], &arena, &fit);
		for (size_t cell = 0; cell < 5; cell++)
			assert_near(fit.adjusted[cell], fit.raw[cell]);
		assert_true(fit.offset[3] > fit.offset[0]);
	}
	arena_free(&arena);
}

static void a_cell_of_one_rating_moves_nobody(void **state)
{
	struct severity_rating more[COUNT(toy) + 1];
	struct arena arena = {0};
	struct severity fit, without;

	(void)state;
	for (size_t i = 0; i < COUNT(toy); i++)
		more[i] = toy[i];
	more[COUNT(toy)] = (struct severity_rating){4, B, 1};
	fit_toy(3, &arena, &without);
	severity_fit(more, COUNT(more), 5, 3, 3, &arena, &fit);
	for (size_t r = 0; r < 3; r++)
		assert_near(fit.offset[r], without.offset[r]);
	assert_near(fit.adjusted[4], 1 - 4.0 / 11);
	assert_near(fit.variance, without.variance);
	arena_free(&arena);
}

static void a_rater_may_rate_a_cell_twice(void **state)
{
	/* d is -1, -1, 2; L = 2/3 [1 -1; -1 1], so b = ∓2/(3 + 4/3) */
	const struct severity_rating twice[] = {{0, 0, 1}, {0, 0, 1}, {0, 1, 4}};
	struct arena arena = {0};
	struct severity fit;

	(void)state;
	severity_fit(twice, 3, 1, 2, 3, &arena, &fit);
	assert_near(fit.offset[0], -6.0 / 13);
	assert_near(fit.offset[1], 6.0 / 13);
	assert_near(fit.adjusted[0], 2 + 2.0 / 13);
	arena_free(&arena);
}

static void residuals_of_a_cell_add_up_to_zero(void **state)
{
	struct arena arena = {0};
	struct severity fit;
	double sum[4] = {0};

	(void)state;
	fit_toy(3, &arena, &fit);
	for (size_t i = 0; i < COUNT(toy); i++)
		sum[toy[i].cell] += severity_residual(&fit, &toy[i]);
	for (size_t cell = 0; cell < 4; cell++)
		assert_near(sum[cell], 0);
	/* 3 - 81/22 + 4/11 */
	assert_near(severity_residual(&fit, &toy[0]), -7.0 / 22);
	arena_free(&arena);
}

static void without_shared_cells_there_is_no_variance(void **state)
{
	const struct severity_rating single[] = {{0, 0, 3}, {1, 1, 4}};
	struct arena arena = {0};
	struct severity fit;

	(void)state;
	severity_fit(single, 2, 2, 2, 3, &arena, &fit);
	assert_int_equal(fit.df, 0);
	assert_true(isnan(fit.variance));
	assert_true(isnan(severity_reml(&fit, &arena)));
	assert_true(fit.adjusted[1] == 4);
	arena_free(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(offsets_and_cells_are_the_exact_fractions),
		cmocka_unit_test(raw_figures_do_not_depend_on_lambda),
		cmocka_unit_test(reliabilities_are_exact),
		cmocka_unit_test(small_lambda_is_least_squares),
		cmocka_unit_test(large_lambda_leaves_the_raw_means),
		cmocka_unit_test(reliabilities_add_up_over_the_eigenvalues),
		cmocka_unit_test(a_complete_design_keeps_its_means),
		cmocka_unit_test(a_cell_of_one_rating_moves_nobody),
		cmocka_unit_test(a_rater_may_rate_a_cell_twice),
		cmocka_unit_test(residuals_of_a_cell_add_up_to_zero),
		cmocka_unit_test(without_shared_cells_there_is_no_variance),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
