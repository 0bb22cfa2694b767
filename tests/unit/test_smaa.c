/*
 * Rank acceptability: four alternatives whose shares of the simplex are known as fractions, by
 * clipping polygons.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "near.h"
#include "partner/simplex.h"
#include "partner/smaa.h"

#define DRAWS 10000

enum { ALTERNATIVES = 4, CRITERIA = 3 };

static const double values[ALTERNATIVES][CRITERIA] = {
	{80, 50, 60}, {60, 75, 55}, {50, 60, 85}, {70, 62, 64}};

static const double acceptability[ALTERNATIVES][ALTERNATIVES] = {
	{863.0 / 2970, 3274.0 / 51975, 9463.0 / 34650, 28.0 / 75},
	{1312.0 / 4995, 1157957.0 / 12637350, 1372027.0 / 4212450, 8.0 / 25},
	{158.0 / 407, 2556673.0 / 28785075, 566039.0 / 2616825, 23.0 / 75},
	{13.0 / 222, 12195461.0 / 16119642, 1490119.0 / 8059821, 0}};

static const double central[ALTERNATIVES][CRITERIA] = {
	{816643.0 / 1281555, 37523.0 / 233010, 172357.0 / 854370},
	{1402777.0 / 6553440, 8467897.0 / 13106880, 611143.0 / 4368960},
	{424577.0 / 2411475, 163063.0 / 657675, 4167001.0 / 7234425},
	{671.0 / 1665, 1171.0 / 3330, 817.0 / 3330}};

/* Draws weights and counts the `n` alternatives whose numbers are in `which`. */
static void count(struct smaa *smaa, const size_t *which, size_t n, struct arena *arena)
{
	struct simplex simplex;
	struct random random;
	double weights[CRITERIA], scores[ALTERNATIVES];

	random_seed(&random, 1, 0);
	assert_true(simplex_prepare(&simplex, CRITERIA, NULL, NULL, arena));
	smaa_start(smaa, n, CRITERIA, arena);
	for (int draws = 0; draws < DRAWS; draws++) {
		assert_true(simplex_draw(&simplex, &random, weights));
		for (size_t a = 0; a < n; a++) {
			scores[a] = 0;
			for (size_t c = 0; c < CRITERIA; c++)
				scores[a] += weights[c] * values[which[a]][c];
		}
		smaa_count(smaa, scores, weights);
	}
}

static void count_all(struct smaa *smaa, struct arena *arena)
{
	static const size_t all[] = {0, 1, 2, 3};

	count(smaa, all, ALTERNATIVES, arena);
}

/* Four standard errors of a share of the draws. */
static double error(double share)
{
	return 4 * sqrt(share * (1 - share) / DRAWS);
}

static void acceptabilities_agree_with_the_areas(void **state)
{
	struct arena arena = {0};
	struct smaa smaa;

	(void)state;
	count_all(&smaa, &arena);
	for (size_t a = 0; a < ALTERNATIVES; a++) {
		for (size_t rank = 0; rank < ALTERNATIVES; rank++) {
			double share = acceptability[a][rank];

			assert_relative(smaa_acceptability(&smaa, a, rank), share, error(share), 1);
		}
	}
	arena_free(&arena);
}

static void counts_are_golden(void **state)
{
	static const uint64_t golden[] = {
		2917,
		588,
		2723,
		3772,
		2653,
		897,
		3228,
		3222,
		3879,
		977,
		2138,
		3006,
		551,
		7538,
		1911,
		0,
	};
	struct arena arena = {0};
	struct smaa smaa;

	(void)state;
	count_all(&smaa, &arena);
	for (size_t i = 0; i < ALTERNATIVES * ALTERNATIVES; i++)
		assert_int_equal(smaa.ranked[i], golden[i]);
	arena_free(&arena);
}

static void ranks_and_alternatives_add_up(void **state)
{
	struct arena arena = {0};
	struct smaa smaa;

	(void)state;
	count_all(&smaa, &arena);
	for (size_t i = 0; i < ALTERNATIVES; i++) {
		double row = 0, column = 0;

		for (size_t k = 0; k < ALTERNATIVES; k++) {
			row += smaa_acceptability(&smaa, i, k);
			column += smaa_acceptability(&smaa, k, i);
		}
		assert_near(row, 1);
		assert_near(column, 1);
	}
	arena_free(&arena);
}

static void central_weights_agree_with_the_centroids(void **state)
{
	struct arena arena = {0};
	struct smaa smaa;

	(void)state;
	count_all(&smaa, &arena);
	for (size_t a = 0; a < ALTERNATIVES; a++) {
		for (size_t c = 0; c < CRITERIA; c++)
			assert_relative(smaa_central_weight(&smaa, a, c), central[a][c], 0.02, 1);
	}
	arena_free(&arena);
}

/* Of two alternatives the first rank is the better of the pair. */
static void pairs_agree_with_the_areas(void **state)
{
	static const struct {
		size_t which[2];
		double share;
	} pairs[] = {
		{{0, 1}, 29.0 / 54},
		{{0, 2}, 9.0 / 22},
		{{0, 3}, 25.0 / 77},
		{{1, 2}, 1.0 / 2},
		{{1, 3}, 169.0 / 506},
		{{2, 3}, 441.0 / 943},
	};
	struct arena arena = {0};
	struct smaa smaa;

	(void)state;
	for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); i++) {
		count(&smaa, pairs[i].which, 2, &arena);
		assert_relative(
			smaa_acceptability(&smaa, 0, 0), pairs[i].share, error(pairs[i].share), 1);
	}
	arena_free(&arena);
}

static void equals_share_the_better_rank(void **state)
{
	const double scores[] = {50, 70, 50, 70, 10}, weights[] = {1};
	static const size_t rank[] = {2, 0, 2, 0, 4};
	struct arena arena = {0};
	struct smaa smaa;

	(void)state;
	smaa_start(&smaa, 5, 1, &arena);
	smaa_count(&smaa, scores, weights);
	for (size_t a = 0; a < 5; a++)
		assert_true(smaa_acceptability(&smaa, a, rank[a]) == 1);
	assert_true(smaa_central_weight(&smaa, 3, 0) == 1);
	arena_free(&arena);
}

static void without_draws_nothing_is_known(void **state)
{
	const double scores[] = {1, 2}, weights[] = {0.5, 0.5};
	struct arena arena = {0};
	struct smaa smaa;

	(void)state;
	smaa_start(&smaa, 2, 2, &arena);
	assert_true(isnan(smaa_acceptability(&smaa, 0, 0)));
	assert_true(isnan(smaa_central_weight(&smaa, 0, 0)));
	smaa_count(&smaa, scores, weights);
	/* never first */
	assert_true(isnan(smaa_central_weight(&smaa, 0, 0)));
	assert_true(smaa_central_weight(&smaa, 1, 1) == 0.5);
	arena_free(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(acceptabilities_agree_with_the_areas),
		cmocka_unit_test(counts_are_golden),
		cmocka_unit_test(ranks_and_alternatives_add_up),
		cmocka_unit_test(central_weights_agree_with_the_centroids),
		cmocka_unit_test(pairs_agree_with_the_areas),
		cmocka_unit_test(equals_share_the_better_rank),
		cmocka_unit_test(without_draws_nothing_is_known),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
