/* Calibrating a portfolio: figures known from elsewhere, and what holds for any. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "near.h"
#include "partner/random.h"
#include "partner/write.h"
#include "calibrated.h"

static void offsets_are_the_exact_fractions(void **state)
{
	const double sigma = sqrt(45.0 / 88);
	struct calibrated portfolio;

	(void)state;
	calibrated_open(&portfolio, NULL);
	calibrated_add_ring(&portfolio);
	calibrated_solve(&portfolio);
	assert_near(rater_of(&portfolio, "a")->offset, -4.0 / 11);
	assert_near(rater_of(&portfolio, "b")->offset, 4.0 / 11);
	assert_near(rater_of(&portfolio, "c")->offset, 0);
	assert_near(rater_of(&portfolio, "a")->reliability, 28.0 / 99);
	assert_near(rater_of(&portfolio, "c")->reliability, 2.0 / 9);
	assert_near(rater_of(&portfolio, "c")->se, sigma * sqrt((1 - 2.0 / 9) / 3));
	assert_near(portfolio.result.sigma, sigma);
	assert_int_equal(portfolio.result.df, 4);
	assert_int_equal(portfolio.result.ratings, 8);
	assert_int_equal(portfolio.result.cells, 4);
	assert_int_equal(rater_of(&portfolio, "b")->ratings, 3);
	calibrated_close(&portfolio);
}

static void lambda_is_the_policys(void **state)
{
	struct calibrated portfolio;

	(void)state;
	calibrated_open(&portfolio, "policy: p\nlambda: 5\n");
	calibrated_add_ring(&portfolio);
	calibrated_solve(&portfolio);
	assert_near(rater_of(&portfolio, "a")->offset, -4.0 / 15);
	assert_near(rater_of(&portfolio, "a")->reliability, 8.0 / 39);
	assert_near(portfolio.result.sigma, sqrt(73.0 / 120));
	assert_near(portfolio.result.lambda, 5);
	calibrated_close(&portfolio);
}

/* The likelihood of the ring is least at the λ of numerical search elsewhere. */
static void reml_is_that_of_the_ratings(void **state)
{
	struct calibrated portfolio;

	(void)state;
	calibrated_open(&portfolio, NULL);
	calibrated_add_ring(&portfolio);
	calibrated_solve(&portfolio);
	assert_relative(portfolio.result.reml_lambda, 0.24321337826956463, 2e-6, 0);
	calibrated_close(&portfolio);
}

/* Krippendorff 2011, section C: 4 observers, 12 units, 0 is missing; α = 0.815 ordinal. */
static const char krippendorff[4][13] = {
	"123321412000", "123322412503", "033323422510", "123324412510"};

static void collect_krippendorff(struct calibrated *portfolio, size_t units)
{
	static const char *const raters[] = {"a", "b", "c", "d"};

	for (size_t unit = 0; unit < units; unit++) {
		collect_partner(portfolio->collection,
			arena_printf(&portfolio->arena, "p%zu", unit), "portfolio.yaml",
			(uint32_t)unit);
		for (size_t i = 0; i < 4; i++)
			if (krippendorff[i][unit] != '0')
				collect_rating(portfolio->collection, SIDE_PARTNER, "support",
					raters[i], krippendorff[i][unit] - '0');
	}
}

static void agreement_is_the_published_alpha(void **state)
{
	struct calibrated portfolio;

	(void)state;
	calibrated_open(&portfolio, NULL);
	collect_krippendorff(&portfolio, 12);
	calibrated_solve(&portfolio);
	assert_int_equal(portfolio.result.agreement.n, 1);
	assert_string_equal(agreement_of(&portfolio, 0)->criterion, "support");
	assert_near(agreement_of(&portfolio, 0)->alpha, 108577.0 / 133160);
	assert_int_equal(agreement_of(&portfolio, 0)->units, 11);
	assert_int_equal(agreement_of(&portfolio, 0)->ratings, 40);
	calibrated_close(&portfolio);
}

/* Nine of the units. */
static void agreement_wants_ten_units(void **state)
{
	struct calibrated portfolio;

	(void)state;
	calibrated_open(&portfolio, NULL);
	collect_krippendorff(&portfolio, 9);
	calibrated_solve(&portfolio);
	assert_int_equal(agreement_of(&portfolio, 0)->units, 9);
	assert_true(isnan(agreement_of(&portfolio, 0)->alpha));
	calibrated_close(&portfolio);
}

static void agreement_wants_variation(void **state)
{
	struct calibrated portfolio;

	(void)state;
	calibrated_open(&portfolio, NULL);
	for (uint32_t i = 0; i < 12; i++) {
		collect_partner(portfolio.collection, "acme", "a.yaml", i);
		collect_rating(portfolio.collection, SIDE_PARTNER, "support", "a", 3);
		collect_rating(portfolio.collection, SIDE_PARTNER, "support", "b", 3);
	}
	calibrated_solve(&portfolio);
	assert_int_equal(agreement_of(&portfolio, 0)->units, 12);
	assert_true(isnan(agreement_of(&portfolio, 0)->alpha));
	assert_true(portfolio.result.sigma == 0);
	assert_int_equal(portfolio.result.residuals.n, 0);
	calibrated_close(&portfolio);
}

/* ---- as a whole ---- */

static void nothing_is_known_without_ratings(void **state)
{
	struct calibrated portfolio;

	(void)state;
	calibrated_open(&portfolio, NULL);
	calibrated_add(&portfolio, "acme", "kind: vendor\n");
	calibrated_solve(&portfolio);
	assert_int_equal(portfolio.result.raters.n + portfolio.result.groups.n, 0);
	assert_int_equal(
		portfolio.result.ratings + portfolio.result.cells + portfolio.result.df, 0);
	assert_true(isnan(portfolio.result.sigma) && isnan(portfolio.result.reml_lambda));
	calibrated_close(&portfolio);
}

/* Single ratings say nothing about noise. */
static void one_rater_has_no_noise(void **state)
{
	struct calibrated portfolio;

	(void)state;
	calibrated_open(&portfolio, NULL);
	calibrated_add(&portfolio, "acme", VENDOR RATES("a", "2"));
	calibrated_solve(&portfolio);
	assert_true(isnan(portfolio.result.sigma) && isnan(rater_of(&portfolio, "a")->se));
	assert_true(rater_of(&portfolio, "a")->offset == 0);
	assert_true(rater_of(&portfolio, "a")->reliability == 0);
	calibrated_close(&portfolio);
}

static void criteria_stand_as_in_the_policy(void **state)
{
	static const char policy[] =
		"policy: p\n"
		"criteria: [{id: z, weight: 1, measures: [{measure: panel}]}, "
		"{id: b, weight: 1, measures: [{measure: panel}]}]\n"
		"overrides:\n"
		"- {kind: self, criteria: [{id: y, weight: 1, measures: [{measure: panel}]}]}\n";
	static const char *const expected[] = {"z", "b", "y", "a", "c"};
	static const char *const collected[] = {"c", "y", "a", "b", "z"};
	struct calibrated portfolio;

	(void)state;
	calibrated_open(&portfolio, policy);
	collect_partner(portfolio.collection, "acme", "a.yaml", 1);
	for (size_t i = 0; i < COUNT_OF(collected); i++)
		collect_rating(portfolio.collection, SIDE_PARTNER, collected[i], "dana", 3);
	calibrated_solve(&portfolio);
	for (size_t i = 0; i < COUNT_OF(expected); i++)
		assert_string_equal(agreement_of(&portfolio, i)->criterion, expected[i]);
	calibrated_close(&portfolio);
}

/* A portfolio made by chance; each of its parts is numbered. */
struct portfolio_rating {
	unsigned partner, rater, criterion;
	double points;
};

#define PORTFOLIO 300

static void make_portfolio(struct portfolio_rating ratings[PORTFOLIO])
{
	struct random random;

	random_seed(&random, 7, 0);
	for (unsigned i = 0; i < PORTFOLIO; i++)
		ratings[i] = (struct portfolio_rating){i / 10,
			i % 5 + 5 * (unsigned)(random_bits(&random) % 3), i / 5 % 2,
			1 + 0.5 * (double)(random_bits(&random) % 9)};
}

/* The calibration as JSON and YAML, ratings taken with this step: a partner at a time. */
static char *calibrate_by_steps(struct arena *arena, unsigned step)
{
	static const char *const criteria[] = {"support", "cost"};
	struct portfolio_rating ratings[PORTFOLIO];
	struct buffer text = {0};
	struct calibrated portfolio;

	make_portfolio(ratings);
	calibrated_open(&portfolio, NULL);
	for (unsigned i = 0, p = 0; i < PORTFOLIO / 10; i++, p = (p + step) % (PORTFOLIO / 10)) {
		collect_partner(
			portfolio.collection, arena_printf(&portfolio.arena, "p%u", p), "a", p);
		for (unsigned j = 0; j < 10; j++) {
			const struct portfolio_rating *rating = &ratings[10 * p + (j * step) % 10];

			collect_rating(portfolio.collection, SIDE_PARTNER,
				criteria[rating->criterion],
				arena_printf(&portfolio.arena, "r%u", rating->rater),
				rating->points);
		}
	}
	calibrated_solve(&portfolio);
	write_json_line(&text, &calibration_result_record, &portfolio.result);
	calibration_put_yaml(&text, &portfolio.result);
	calibrated_close(&portfolio);
	return buffer_keep(&text, arena);
}

static void order_of_collecting_changes_no_byte(void **state)
{
	struct arena arena = {0};
	const char *first = calibrate_by_steps(&arena, 1);

	(void)state;
	assert_string_equal(calibrate_by_steps(&arena, 7), first);
	assert_string_equal(calibrate_by_steps(&arena, 29), first);
	arena_free(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(offsets_are_the_exact_fractions),
		cmocka_unit_test(lambda_is_the_policys),
		cmocka_unit_test(reml_is_that_of_the_ratings),
		cmocka_unit_test(agreement_is_the_published_alpha),
		cmocka_unit_test(agreement_wants_ten_units),
		cmocka_unit_test(agreement_wants_variation),
		cmocka_unit_test(nothing_is_known_without_ratings),
		cmocka_unit_test(one_rater_has_no_noise),
		cmocka_unit_test(criteria_stand_as_in_the_policy),
		cmocka_unit_test(order_of_collecting_changes_no_byte),
	};

	return cmocka_run_group_tests_name("calibrate", tests, NULL, NULL);
}
