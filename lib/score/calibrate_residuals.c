/* Ratings that stand out: favouritism, grudges, or a slip of the pen. */
#include "calibrate_design.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define ROUNDING 1e-9 /* points; what sums of doubles may be off by */

static bool stands_out(double residual, double sigma)
{
	return fabs(residual) > 2 * sigma + ROUNDING;
}

/* What differs by rounding only is equally bad. */
static int compare_badness(double a, double b)
{
	double difference = fabs(a) - fabs(b);

	return (difference < -ROUNDING) - (difference > ROUNDING);
}

struct outlier {
	double residual;
	size_t place; /* of the rating */
};

/* The worst first; equals stay as they are sorted: by partner, side, criterion, rater. */
static int compare_outliers(const void *left, const void *right)
{
	const struct outlier *a = left, *b = right;
	int order = compare_badness(a->residual, b->residual);

	return order ? order : (a->place > b->place) - (a->place < b->place);
}

static struct residual_result describe(const struct design *design, const struct outlier *outlier)
{
	const struct severity_rating *rating = &design->ratings[outlier->place];
	const struct cell *cell = &design->cells[rating->cell];

	return (struct residual_result){design->raters[rating->rater],
		design->partners[cell->partner], side_words[cell->of],
		design->criteria[cell->criterion], outlier->residual};
}

void find_residuals(const struct design *design, const struct severity *fit, struct arena *arena,
	struct calibration_result *result)
{
	struct arena scratch = {0};
	struct outlier *outliers = arena_array(&scratch, design->n, sizeof(*outliers));
	struct residual_result *rows;
	size_t n = 0, listed;

	for (size_t i = 0; i < design->n && !isnan(result->sigma); i++) {
		double residual = severity_residual(fit, &design->ratings[i]);

		if (stands_out(residual, result->sigma))
			outliers[n++] = (struct outlier){residual, i};
	}
	qsort(outliers, n, sizeof(*outliers), compare_outliers);
	listed = n < RESIDUALS_MOST ? n : RESIDUALS_MOST;
	rows = arena_array(arena, listed, sizeof(*rows));
	for (size_t i = 0; i < listed; i++)
		rows[i] = describe(design, &outliers[i]);
	result->residuals = (struct array){rows, listed};
	result->residuals_left_out = n - listed;
	arena_free(&scratch);
}
