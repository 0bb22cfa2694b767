/* The calibration as YAML, read back. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "decoded.h"
#include "partner/calibration.h"
#include "portfolio.h"

static const struct calibration *read_back(struct portfolio *portfolio)
{
	struct buffer yaml = {0};

	calibration_put_yaml(&yaml, &portfolio->result);
	return decoded(
		&portfolio->arena, &calibration_record, buffer_keep(&yaml, &portfolio->arena));
}

static void yaml_reads_back(void **state)
{
	const struct calibration *file;
	struct portfolio portfolio;

	(void)state;
	portfolio_open(&portfolio, NULL);
	portfolio_add_ring(&portfolio);
	portfolio_calibrate(&portfolio);
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
	portfolio_close(&portfolio);
}

static void yaml_leaves_out_what_is_not_known(void **state)
{
	const struct calibration *file;
	struct portfolio portfolio;

	(void)state;
	portfolio_open(&portfolio, NULL);
	portfolio_add(&portfolio, "acme", VENDOR RATES("a", "2"));
	portfolio_calibrate(&portfolio);
	file = read_back(&portfolio);
	assert_true(ABSENT(file->sigma) && ABSENT(file->reml_lambda));
	assert_true(HAS(file->residuals.list) && file->residuals.list.n == 0);
	EACH (struct calibrated_rater, rater, file->raters)
		assert_true(ABSENT(rater->se) && HAS(rater->offset));
	portfolio_close(&portfolio);
}

/* Ids that YAML has other uses for. */
static void yaml_keeps_ids_as_they_are(void **state)
{
	static const char *const ids[] = {
		"12", "1e3", "2026-01-01", "NULL", "No", "n", "nova", "true", "trueman"};
	const struct calibration *file;
	struct portfolio portfolio;
	struct buffer yaml = {0};
	size_t i = 0;

	(void)state;
	portfolio_open(&portfolio, NULL);
	collect_partner(portfolio.collection, "on", "a.yaml", 1);
	for (i = 0; i < COUNT_OF(ids); i++)
		collect_rating(portfolio.collection, SIDE_PARTNER, "support", ids[i], 3);
	portfolio_calibrate(&portfolio);
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
	portfolio_close(&portfolio);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(yaml_reads_back),
		cmocka_unit_test(yaml_leaves_out_what_is_not_known),
		cmocka_unit_test(yaml_keeps_ids_as_they_are),
	};

	return cmocka_run_group_tests_name("calibrate_yaml", tests, NULL, NULL);
}
