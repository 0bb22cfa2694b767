/* The calibration as YAML, read back. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "decoded.h"
#include "partner/calibration.h"
#include "calibrated.h"

static const struct calibration *read_back(struct calibrated *portfolio)
{
	struct buffer yaml = {0};

	calibration_put_yaml(&yaml, &portfolio->result);
	return decoded(
		&portfolio->arena, &calibration_record, buffer_keep(&yaml, &portfolio->arena));
}

static void yaml_reads_back(void **state)
{
	const struct calibration *file;
	struct calibrated portfolio;

	(void)state;
	calibrated_open(&portfolio, NULL);
	calibrated_add_ring(&portfolio);
	calibrated_solve(&portfolio);
	file = read_back(&portfolio);
	assert_true(HAS(file->type) && HAS(file->schema));
	assert_int_equal(file->as_of.date, AS_OF);
	assert_true(file->lambda.value == 3 && file->sigma.value == 0.7151);
	assert_int_equal(file->df.value, 4);
	assert_int_equal(file->raters.list.n, 3);
	EACH (struct calibrated_rater, rater, file->raters)
		if (!strcmp(rater->rater.text, "a"))
			assert_true(rater->offset.value == -0.3636 &&
				rater->reliability.value == 0.2828 && rater->group.value == 1);
	assert_int_equal(file->groups.list.n, 1);
	calibrated_close(&portfolio);
}

static void yaml_leaves_out_what_is_not_known(void **state)
{
	const struct calibration *file;
	struct calibrated portfolio;

	(void)state;
	calibrated_open(&portfolio, NULL);
	calibrated_add(&portfolio, "acme", VENDOR RATES("a", "2"));
	calibrated_solve(&portfolio);
	file = read_back(&portfolio);
	assert_true(ABSENT(file->sigma) && ABSENT(file->reml_lambda));
	assert_true(HAS(file->residuals.list) && file->residuals.list.n == 0);
	EACH (struct calibrated_rater, rater, file->raters)
		assert_true(ABSENT(rater->se) && HAS(rater->offset));
	calibrated_close(&portfolio);
}

/* Ids that YAML has other uses for. */
static void yaml_keeps_ids_as_they_are(void **state)
{
	static const char *const ids[] = {
		"12", "1e3", "2026-01-01", "NULL", "No", "n", "nova", "true", "trueman"};
	const struct calibration *file;
	struct calibrated portfolio;
	struct buffer yaml = {0};
	size_t i = 0;

	(void)state;
	calibrated_open(&portfolio, NULL);
	collect_partner(portfolio.collection, "on", "a.yaml", 1);
	for (i = 0; i < COUNT_OF(ids); i++)
		collect_rating(portfolio.collection, SIDE_PARTNER, "support", ids[i], 3);
	calibrated_solve(&portfolio);
	file = read_back(&portfolio);
	i = 0;
	EACH (struct calibrated_rater, rater, file->raters)
		assert_string_equal(rater->rater.text, ids[i++]);
	assert_int_equal(i, COUNT_OF(ids));
	calibration_put_yaml(&yaml, &portfolio.result);
	buffer_putc(&yaml, '\0');
	assert_non_null(strstr(yaml.data,
		"[\"12\", \"1e3\", \"2026-01-01\", \"NULL\", \"No\", \"n\", nova, \"true\", "
		"trueman]"));
	buffer_free(&yaml);
	calibrated_close(&portfolio);
}

/* What no portfolio has yet shown: the file takes whatever can be computed. */
static void yaml_reads_back_extremes(void **state)
{
	const struct offset_result raters[] = {{"strict", -123456.75, 28284.2712, 1, 1000000, 1},
		{"lenient", 123456.75, 0, 0, 1, 1}};
	const struct agreement_result agreement[] = {{"worst", -1, 10, 20}, {"best", 1, 10, 20}};
	const char *const ids[] = {"strict", "lenient"};
	const struct group_result groups[] = {{1, {ids, 2}}};
	const struct residual_result residuals[] = {{"strict", "p", "us", "worst", -123456.75}};
	const struct calibration *file;
	struct calibrated portfolio;

	(void)state;
	calibrated_open(&portfolio, NULL);
	portfolio.result = (struct calibration_result){.as_of = AS_OF,
		.lambda = LAMBDA_LEAST,
		.reml_lambda = 10000,
		.sigma = 2.8284,
		.df = 1,
		.ratings = 3,
		.cells = 2,
		.raters = {raters, 2},
		.agreement = {agreement, 2},
		.groups = {groups, 1},
		.bridges = {"", 0},
		.residuals = {residuals, 1}};
	file = read_back(&portfolio);
	assert_true(file->lambda.value == LAMBDA_LEAST && file->reml_lambda.value == 10000);
	EACH (struct calibrated_rater, rater, file->raters)
		assert_true(fabs(rater->offset.value) == 123456.75);
	EACH (struct calibrated_agreement, row, file->agreement)
		assert_true(fabs(row->alpha.value) == 1);
	EACH (struct calibrated_residual, residual, file->residuals)
		assert_true(residual->residual.value == -123456.75);
	calibrated_close(&portfolio);
}

/* Four raters, each of whom shares a partner with the next one only: an offset beyond the scale. */
static void yaml_reads_back_a_chain(void **state)
{
	static const char *const strict[] = {"a", "b", "c"}, *const lenient[] = {"b", "c", "d"};
	const struct calibration *file;
	struct calibrated portfolio;

	(void)state;
	calibrated_open(&portfolio, "policy: p\nlambda: 0.01\n");
	for (size_t i = 0; i < COUNT_OF(strict); i++) {
		collect_partner(portfolio.collection, strict[i], "a.yaml", (uint32_t)i);
		collect_rating(portfolio.collection, SIDE_PARTNER, "support", strict[i], 1);
		collect_rating(portfolio.collection, SIDE_PARTNER, "support", lenient[i], 5);
	}
	calibrated_solve(&portfolio);
	file = read_back(&portfolio);
	assert_true(rater_of(&portfolio, "a")->offset < -5);
	EACH (struct calibrated_rater, rater, file->raters)
		assert_true(fabs(rater->offset.value -
				    rater_of(&portfolio, rater->rater.text)->offset) < 1e-4);
	calibrated_close(&portfolio);
}

static bool has_line(const struct calibrated *portfolio, const char *line)
{
	struct buffer yaml = {0};
	bool has;

	calibration_put_yaml(&yaml, &portfolio->result);
	buffer_putc(&yaml, '\0');
	has = strstr(yaml.data, line) != NULL;
	buffer_free(&yaml);
	return has;
}

/* n partners, each rated by all the raters, each of them a letter; all with 3. */
static void rate_partners(struct calibrated *portfolio, size_t n, const char *raters)
{
	for (size_t i = 0; i < n; i++) {
		collect_partner(portfolio->collection, raters, raters, (uint32_t)i);
		for (size_t r = 0; raters[r]; r++)
			collect_rating(portfolio->collection, SIDE_PARTNER, "support",
				arena_printf(&portfolio->arena, "%c", raters[r]), 3);
	}
}

static void yaml_says_what_an_unknown_is(void **state)
{
	struct calibrated portfolio;

	(void)state;
	calibrated_open(&portfolio, NULL);
	rate_partners(&portfolio, 9, "ab");
	rate_partners(&portfolio, 1, "c");
	calibrated_solve(&portfolio);
	assert_true(has_line(&portfolio, "group: 1}\n"));
	assert_true(
		has_line(&portfolio, "group: 2}  # alone in the group: nothing to compare with\n"));
	assert_true(has_line(&portfolio, "units: 9, ratings: 18}  # fewer than 10 units\n"));
	calibrated_close(&portfolio);
}

static void yaml_says_why_equal_ratings_have_no_alpha(void **state)
{
	struct calibrated portfolio;

	(void)state;
	calibrated_open(&portfolio, NULL);
	rate_partners(&portfolio, 10, "ab");
	calibrated_solve(&portfolio);
	assert_true(has_line(&portfolio, "units: 10, ratings: 20}  # all ratings are equal\n"));
	calibrated_close(&portfolio);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(yaml_reads_back),
		cmocka_unit_test(yaml_leaves_out_what_is_not_known),
		cmocka_unit_test(yaml_keeps_ids_as_they_are),
		cmocka_unit_test(yaml_reads_back_extremes),
		cmocka_unit_test(yaml_reads_back_a_chain),
		cmocka_unit_test(yaml_says_what_an_unknown_is),
		cmocka_unit_test(yaml_says_why_equal_ratings_have_no_alpha),
	};

	return cmocka_run_group_tests_name("calibrate_yaml", tests, NULL, NULL);
}
