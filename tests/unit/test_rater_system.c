/* The system of raters: its groups, and the two ways to solve it. */
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

static double reliability(const struct severity *fit, size_t rater)
{
	struct arena scratch = {0};
	double result = severity_reliability(fit, rater, &scratch);

	arena_free(&scratch);
	return result;
}

/* 0 and 3 by way of 5; 1 and 4; 2 alone with a cell; 6 with none. */
static const struct severity_rating apart[] = {{0, 5, 4}, {0, 0, 3}, {1, 3, 2}, {1, 5, 4},
	{2, 4, 2}, {2, 1, 5}, {3, 2, 3}, {4, 4, 1}, {4, 1, 3}};

static void groups_are_numbered_by_their_smallest_rater(void **state)
{
	static const size_t group[] = {0, 1, 2, 0, 1, 0, 3};
	struct arena arena = {0};
	struct severity fit;

	(void)state;
	severity_fit(apart, COUNT(apart), 5, 7, 3, &arena, &fit);
	assert_int_equal(fit.groups, 4);
	for (size_t r = 0; r < 7; r++)
		assert_int_equal(fit.group[r], group[r]);
	arena_free(&arena);
}

static void offsets_of_a_group_add_up_to_zero(void **state)
{
	struct arena arena = {0};
	struct severity fit;

	(void)state;
	severity_fit(apart, COUNT(apart), 5, 7, 3, &arena, &fit);
	assert_true(fabs(fit.offset[5]) > 0.1 && fabs(fit.offset[4]) > 0.1);
	assert_near(fit.offset[0] + fit.offset[3] + fit.offset[5], 0);
	assert_near(fit.offset[1] + fit.offset[4], 0);
	assert_true(fit.offset[2] == 0 && fit.offset[6] == 0);
	assert_true(reliability(&fit, 6) == 0);
	arena_free(&arena);
}

/* As λ vanishes 1 - reliability becomes the part of the null space; its dimension is that of L. */
static void groups_are_the_zero_eigenvalues(void **state)
{
	struct arena arena = {0};
	struct severity fit;
	double dimension = 0;

	(void)state;
	severity_fit(apart, COUNT(apart), 5, 7, 1e-9, &arena, &fit);
	for (size_t r = 0; r < 7; r++)
		dimension += 1 - reliability(&fit, r);
	assert_relative(dimension, 4, 1e-7, 0);
	arena_free(&arena);
}

/* As many copies of the toy side by side as take it past the dense limit. */
enum { COPIES = SEVERITY_DENSE / 3 + 1 };

static void fit_copies(size_t copies, struct arena *arena, struct severity *fit)
{
	struct severity_rating *ratings = arena_array(arena, copies * COUNT(toy), sizeof(*ratings));

	for (size_t i = 0; i < copies * COUNT(toy); i++) {
		size_t copy = i / COUNT(toy);

		ratings[i] = toy[i % COUNT(toy)];
		ratings[i].cell += 4 * copy;
		ratings[i].rater += 3 * copy;
	}
	severity_fit(ratings, copies * COUNT(toy), 4 * copies, 3 * copies, 3, arena, fit);
}

static void many_raters_are_solved_as_few_are(void **state)
{
	struct arena arena = {0};
	struct severity fit;

	(void)state;
	fit_copies(COPIES, &arena, &fit);
	assert_int_equal(fit.groups, COPIES);
	for (size_t copy = 0; copy < COPIES; copy++) {
		assert_near(fit.offset[3 * copy + A], -4.0 / 11);
		assert_near(fit.offset[3 * copy + C], 0);
		assert_near(fit.adjusted[4 * copy + P1], 81.0 / 22);
		assert_int_equal(fit.group[3 * copy + B], copy);
	}
	assert_near(fit.variance, 45.0 / 88);
	assert_near(reliability(&fit, 30 + C), 2.0 / 9);
	assert_true(isnan(severity_reml(&fit, &arena)));
	arena_free(&arena);
}

/* Raters of a large connected design; each third cell is rated by one of a few regulars. */
enum { RATERS = 900, CELLS = 3000, IN_CELL = 4 };

static void make_large(struct severity_rating *ratings)
{
	struct random random;

	random_seed(&random, 11, 0);
	for (size_t i = 0; i < CELLS * IN_CELL; i++) {
		size_t rater = (size_t)random_between(&random, 0, i % 12 ? RATERS : 5);

		ratings[i] = (struct severity_rating){i / IN_CELL, rater,
			random_between(&random, 1, 4) + (double)(rater % 3) / 2};
	}
}

/* (L + λI) b - q of every rater, from the ratings alone. */
static void a_large_system_is_solved(void **state)
{
	static struct severity_rating ratings[CELLS * IN_CELL];
	static double left[RATERS];
	struct arena arena = {0};
	struct severity fit;
	double sum = 0;

	(void)state;
	make_large(ratings);
	severity_fit(ratings, CELLS * IN_CELL, CELLS, RATERS, 3, &arena, &fit);
	for (size_t i = 0; i < CELLS * IN_CELL; i++)
		left[ratings[i].rater] += severity_residual(&fit, &ratings[i]);
	/* Σ residuals of a rater = q - Lb = λb */
	for (size_t r = 0; r < RATERS; r++) {
		assert_relative(left[r], 3 * fit.offset[r], 1e-10, 1);
		sum += fit.offset[r];
	}
	assert_int_equal(fit.groups, 1);
	assert_relative(sum, 0, 1e-10, 1);
	assert_true(fit.offset[2] > fit.offset[0]);
	arena_free(&arena);
}

/* However they are found, all reliabilities at once are those one by one. */
static void reliabilities_are_those_of_each_rater(void **state)
{
	static struct severity_rating ratings[CELLS * IN_CELL];
	static double all[RATERS];
	struct arena arena = {0};
	struct severity fit;

	(void)state;
	make_large(ratings);
	severity_fit(ratings, CELLS * IN_CELL, CELLS, RATERS, 3, &arena, &fit);
	severity_reliabilities(&fit, all);
	for (size_t r = 0; r < RATERS; r += 100)
		assert_relative(all[r], reliability(&fit, r), 1e-10, 0);
	severity_fit(toy, COUNT(toy), 4, 3, 3, &arena, &fit);
	severity_reliabilities(&fit, all);
	assert_near(all[A], 28.0 / 99);
	assert_near(all[C], 2.0 / 9);
	arena_free(&arena);
}

/* Too many for a matrix. All rate one cell: L has the eigenvalues 0 and, all the others, 1. */
static void a_crowd_needs_no_matrix(void **state)
{
	enum { CROWD = SEVERITY_FACTORED + 1 };
	static struct severity_rating ratings[CROWD];
	static double all[CROWD];
	struct arena arena = {0};
	struct severity fit;

	(void)state;
	for (size_t r = 0; r < CROWD; r++)
		ratings[r] = (struct severity_rating){0, r, 3};
	severity_fit(ratings, CROWD, 1, CROWD, 3, &arena, &fit);
	severity_reliabilities(&fit, all);
	for (size_t r = 0; r < CROWD; r++)
		assert_near(all[r], 1 - 3 * ((1 - 1.0 / CROWD) / 4 + 1.0 / CROWD / 3));
	arena_free(&arena);
}

/* Who is alone is known to be unknown, however many they are, and costs the others nothing. */
static void nothing_is_known_of_who_is_alone(void **state)
{
	enum { ALONE = 20 * SEVERITY_FACTORED };
	static struct severity_rating ratings[ALONE + COUNT(toy)];
	static double all[ALONE + 3];
	struct arena arena = {0};
	struct severity fit;

	(void)state;
	memcpy(ratings, toy, sizeof(toy));
	for (size_t i = 0; i < ALONE; i++)
		ratings[COUNT(toy) + i] =
			(struct severity_rating){4 + i, 3 + i, 1 + (double)(i % 5)};
	severity_fit(ratings, ALONE + COUNT(toy), ALONE + 4, ALONE + 3, 3, &arena, &fit);
	severity_reliabilities(&fit, all);
	assert_int_equal(fit.groups, ALONE + 1);
	assert_near(all[A], 28.0 / 99);
	assert_near(fit.offset[B], 4.0 / 11);
	for (size_t r = 3; r < ALONE + 3; r++)
		assert_true(fit.offset[r] == 0 && all[r] == 0);
	assert_true(reliability(&fit, ALONE) == 0);
	arena_free(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(groups_are_numbered_by_their_smallest_rater),
		cmocka_unit_test(offsets_of_a_group_add_up_to_zero),
		cmocka_unit_test(groups_are_the_zero_eigenvalues),
		cmocka_unit_test(many_raters_are_solved_as_few_are),
		cmocka_unit_test(a_large_system_is_solved),
		cmocka_unit_test(reliabilities_are_those_of_each_rater),
		cmocka_unit_test(a_crowd_needs_no_matrix),
		cmocka_unit_test(nothing_is_known_of_who_is_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
