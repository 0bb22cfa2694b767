/* The calibration as a whole: offsets, and what is known about them. */
#include "calibrate_design.h"

#include <assert.h>
#include <math.h>

/* Standard error and reliability are one solution of the system, seen from two sides. */
static void list_offsets(const struct design *design, const struct severity *fit,
	struct arena *arena, struct calibration_result *result)
{
	struct offset_result *rows = arena_array(arena, fit->raters, sizeof(*rows));
	double *reliability = arena_array(arena, fit->raters, sizeof(*reliability));

	severity_reliabilities(fit, reliability);
	for (size_t r = 0; r < fit->raters; r++)
		rows[r] = (struct offset_result){
			.rater = design->raters[r],
			.offset = fit->offset[r],
			.se = result->sigma * sqrt((1 - reliability[r]) / result->lambda),
			.reliability = reliability[r],
			.ratings = (int64_t)fit->rated[r],
			.group = (int64_t)fit->group[r] + 1,
		};
	result->raters = (struct array){rows, fit->raters};
}

/* Rounding may leave less than nothing of the noise. */
static double sigma_of(const struct severity *fit)
{
	return isnan(fit->variance) ? NAN : sqrt(fmax(0, fit->variance));
}

static double reml_of(const struct severity *fit)
{
	struct arena scratch = {0};
	double lambda = severity_reml(fit, &scratch);

	arena_free(&scratch);
	return isfinite(lambda) ? lambda : NAN;
}

static void compute(
	const struct design *design, struct arena *arena, struct calibration_result *result)
{
	struct severity fit;

	severity_fit(design->ratings, design->n, design->n_cells, design->n_raters, result->lambda,
		arena, &fit);
	result->sigma = sigma_of(&fit);
	result->df = (int64_t)fit.df;
	result->reml_lambda = reml_of(&fit);
	list_offsets(design, &fit, arena, result);
	find_agreement(design, arena, result);
	find_groups(design, &fit, arena, result);
	find_residuals(design, &fit, arena, result);
}

void calibrate(struct collection *collection, const struct policy *policy, int32_t as_of,
	struct arena *arena, struct calibration_result *result)
{
	const struct array none = {"", 0};
	double lambda = policy->rules.lambda.value;
	struct design design;

	assert(lambda >= LAMBDA_LEAST && lambda <= LAMBDA_MOST);
	design_make(&design, collection, policy, arena);
	*result = (struct calibration_result){.as_of = as_of,
		.lambda = lambda,
		.reml_lambda = NAN,
		.sigma = NAN,
		.ratings = (int64_t)design.n,
		.cells = (int64_t)design.n_cells,
		.raters = none,
		.agreement = none,
		.groups = none,
		.bridges = none,
		.residuals = none};
	if (design.n)
		compute(&design, arena, result);
}
