#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "decoded.h"
#include "partner/calibration.h"
#include "partner/partner.h"

static void index_raters(struct arena *arena, struct calibration_file *file)
{
	const struct record *raters =
		record_field(&calibration_record, "raters", strlen("raters"))->record;

	index_init(&file->raters, arena, raters, &file->calibration.raters.list, NULL, NULL);
}

static void read_text(struct arena *arena, const char *text, struct calibration_file *file)
{
	const struct calibration *calibration = decoded(arena, &calibration_record, text);

	*file = (struct calibration_file){.calibration = *calibration};
	index_raters(arena, file);
}

static void decodes_every_field(void **state)
{
	struct arena arena = {0};
	const struct calibration *all = decoded(&arena, &calibration_record,
		"type: calibration\nschema: partner.calibration/1\nas_of: 2026-06-30\n"
		"lambda: 3\nreml_lambda: 2.1\nsigma: 0.71\ndf: 40\nratings: 120\ncells: 60\n"
		"raters: [{rater: dana, offset: -0.36, se: 0.2, reliability: 0.61, ratings: 24, "
		"group: 1}]\n"
		"agreement: [{criterion: support, alpha: -0.2, units: 14, ratings: 40}]\n"
		"groups: [{group: 1, raters: [dana, li]}]\n"
		"bridges: [{rater: dana, partner: zeta}]\n"
		"residuals: [{rater: dana, partner: acme, of: us, criterion: support, "
		"residual: -1.9}]\nnote: why\n");

	(void)state;
	assert_int_equal(all->as_of.date, 20634);
	assert_true(all->lambda.value == 3 && all->reml_lambda.value == 2.1);
	assert_int_equal(all->df.value + all->ratings.value + all->cells.value, 220);
	EACH (struct calibrated_rater, rater, all->raters)
		assert_true(rater->offset.value == -0.36 && rater->group.value == 1);
	EACH (struct calibrated_agreement, agreement, all->agreement)
		assert_true(agreement->alpha.value == -0.2);
	EACH (struct calibrated_group, group, all->groups)
		assert_int_equal(group->raters.list.n, 2);
	EACH (struct calibrated_bridge, bridge, all->bridges)
		assert_string_equal(bridge->partner.text, "zeta");
	EACH (struct calibrated_residual, residual, all->residuals)
		assert_int_equal(residual->of.value, SIDE_US);
	assert_int_equal(all->raters.list.n + all->agreement.list.n + all->groups.list.n +
			all->bridges.list.n + all->residuals.list.n,
		5);
	arena_free(&arena);
}

static void takes_an_offset_by_the_raters_id(void **state)
{
	struct arena arena = {0};
	struct calibration_file file;

	(void)state;
	read_text(&arena,
		"raters: [{rater: dana, offset: -0.36}, {rater: li, offset: 0.5}, {rater: kim}]\n",
		&file);
	assert_true(calibration_offset(&file, "dana") == -0.36);
	assert_true(calibration_offset(&file, "li") == 0.5);
	assert_true(calibration_offset(&file, "kim") == 0);
	assert_true(calibration_offset(&file, "nobody") == 0);
	assert_true(calibration_offset(NULL, "dana") == 0);
	arena_free(&arena);
}

static void knows_no_offset_without_raters(void **state)
{
	struct arena arena = {0};
	struct calibration_file file;

	(void)state;
	read_text(&arena, "lambda: 3\n", &file);
	assert_true(calibration_offset(&file, "dana") == 0);
	arena_free(&arena);
}

static void check_noise(const char *text, double sigma, double df)
{
	struct arena arena = {0};
	struct calibration_file file;
	struct rating_noise noise;

	read_text(&arena, text, &file);
	noise = calibration_noise(&file);
	assert_true(noise.sigma == sigma && noise.df == df);
	arena_free(&arena);
}

static void takes_the_noise_where_it_was_measured(void **state)
{
	(void)state;
	check_noise("{sigma: 0.71, df: 40}\n", 0.71, 40);
	check_noise("{sigma: 0.1, df: 40}\n", 0.15, 40);
	check_noise("{sigma: 0, df: 1}\n", 0.15, 1);
}

static void assumes_the_noise_where_nobody_measured(void **state)
{
	struct rating_noise noise = calibration_noise(NULL);

	(void)state;
	assert_true(noise.sigma == 0.8 && noise.df == 8);
	check_noise("{sigma: 0.71}\n", 0.8, 8);
	check_noise("{df: 40}\n", 0.8, 8);
	check_noise("{sigma: 0.71, df: 0}\n", 0.8, 8);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(decodes_every_field),
		cmocka_unit_test(takes_an_offset_by_the_raters_id),
		cmocka_unit_test(knows_no_offset_without_raters),
		cmocka_unit_test(takes_the_noise_where_it_was_measured),
		cmocka_unit_test(assumes_the_noise_where_nobody_measured),
	};

	return cmocka_run_group_tests_name("calibration", tests, NULL, NULL);
}
