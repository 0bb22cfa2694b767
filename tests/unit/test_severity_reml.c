/* The λ that restricted maximum likelihood chooses, and when there is none. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "near.h"
#include "partner/severity.h"

#define COUNT(rows) (sizeof(rows) / sizeof(*(rows)))

/* Four cells in a ring of three raters: A 1 2 3, B 2 3 4, C 1 4. */
enum { A, B, C };
enum { P1, P2, P3, P4 };

static const struct severity_rating toy[] = {{P1, A, 3}, {P2, A, 2}, {P3, A, 4}, {P2, B, 4},
	{P3, B, 5}, {P4, B, 3}, {P1, C, 4}, {P4, C, 2}};

static double reml(const struct severity_rating *ratings, size_t n, size_t cells, size_t raters)
{
	struct arena arena = {0};
	struct severity fit;
	double lambda;

	severity_fit(ratings, n, cells, raters, 3, &arena, &fit);
	lambda = severity_reml(&fit, &arena);
	arena_free(&arena);
	return lambda;
}

static void reml_agrees_with_the_reference(void **state)
{
	(void)state;
	assert_relative(reml(toy, COUNT(toy), 4, 3), 0.24321337826956463, 2e-6, 0);
}

static void reml_is_zero_when_raters_explain_all(void **state)
{
	const struct severity_rating shifted[] = {
		{0, 0, 2}, {0, 1, 3}, {1, 0, 4}, {1, 1, 5}, {2, 0, 1}, {2, 1, 2}};

	(void)state;
	assert_true(reml(shifted, COUNT(shifted), 3, 2) == 0);
}

static void reml_is_infinite_when_raters_do_not_differ(void **state)
{
	const struct severity_rating even[] = {{0, 0, 2}, {0, 1, 3}, {1, 0, 3}, {1, 1, 2}};

	(void)state;
	assert_true(isinf(reml(even, COUNT(even), 2, 2)));
}

static void reml_hears_no_one_who_is_alone(void **state)
{
	enum { ALONE = 2 * SEVERITY_DENSE };
	static struct severity_rating ratings[COUNT(toy) + ALONE];

	(void)state;
	memcpy(ratings, toy, sizeof(toy));
	for (size_t i = 0; i < ALONE; i++)
		ratings[COUNT(toy) + i] = (struct severity_rating){4 + i, 3 + i, 2};
	assert_relative(
		reml(ratings, COUNT(ratings), 4 + ALONE, 3 + ALONE), 0.24321337826956463, 2e-6, 0);
}

/* Two groups speak together: twice the same says the same, but with more degrees of freedom. */
static void reml_adds_up_the_groups(void **state)
{
	struct severity_rating twice[2 * COUNT(toy)];
	double one = reml(toy, COUNT(toy), 4, 3), both;

	(void)state;
	memcpy(twice, toy, sizeof(toy));
	for (size_t i = 0; i < COUNT(toy); i++) {
		twice[COUNT(toy) + i] = toy[i];
		twice[COUNT(toy) + i].cell += 4;
		twice[COUNT(toy) + i].rater += 3;
	}
	both = reml(twice, COUNT(twice), 8, 6);
	assert_relative(both, one, 2e-6, 0);
}

static void reml_needs_variation(void **state)
{
	const struct severity_rating equal[] = {{0, 0, 2}, {0, 1, 2}, {1, 0, 3}, {1, 1, 3}};

	(void)state;
	assert_true(isnan(reml(equal, COUNT(equal), 2, 2)));
}

/* With N - C = 1 the criterion is the same for all λ, but for rounding. */
static void reml_needs_more_than_one_degree_of_freedom(void **state)
{
	const struct severity_rating one[] = {{0, 0, 2}, {0, 1, 3.7}, {1, 0, 4}};
	const struct severity_rating two[] = {{0, 0, 2}, {0, 1, 3.7}, {1, 0, 4}, {1, 1, 4}};

	(void)state;
	assert_true(isnan(reml(one, COUNT(one), 2, 2)));
	assert_true(reml(two, COUNT(two), 2, 2) >= 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reml_agrees_with_the_reference),
		cmocka_unit_test(reml_is_zero_when_raters_explain_all),
		cmocka_unit_test(reml_is_infinite_when_raters_do_not_differ),
		cmocka_unit_test(reml_hears_no_one_who_is_alone),
		cmocka_unit_test(reml_adds_up_the_groups),
		cmocka_unit_test(reml_needs_variation),
		cmocka_unit_test(reml_needs_more_than_one_degree_of_freedom),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
