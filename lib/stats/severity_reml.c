/* Which λ restricted maximum likelihood would choose. */
#include <float.h>
#include <math.h>

#include "dense.h"
#include "partner/severity.h"
#include "rater_system.h"

#define GRID 16          /* half decades from 1e-4 to 1e4 */
#define NEAR_ENOUGH 1e-6 /* of log λ */

struct likelihood {
	const struct severity *fit;
	const double *laplacian;
	double *matrix, *offset; /* room */
};

/* What is to be least, as a function of log λ. */
static double criterion(const struct likelihood *of, double log_lambda)
{
	const struct severity *fit = of->fit;
	size_t raters = fit->raters;
	double rest = fit->within;

	memcpy(of->matrix, of->laplacian, raters * raters * sizeof(*of->matrix));
	memcpy(of->offset, fit->system->moment, raters * sizeof(*of->offset));
	for (size_t r = 0; r < raters; r++)
		of->matrix[r * raters + r] += exp(log_lambda);
	dense_factor(of->matrix, raters);
	dense_solve(of->matrix, raters, of->offset);
	for (size_t r = 0; r < raters; r++)
		rest -= fit->system->moment[r] * of->offset[r];
	/* Raters who explain all would leave 0 but for rounding. */
	return dense_log_determinant(of->matrix, raters) - (double)raters * log_lambda +
		(double)fit->df * log(fmax(rest, DBL_MIN));
}

static double grid_point(int i)
{
	return (0.5 * i - 4) * log(10);
}

/* The point of the grid with the least criterion. */
static int search_grid(const struct likelihood *of)
{
	double least = INFINITY;
	int best = 0;

	for (int i = 0; i <= GRID; i++) {
		double here = criterion(of, grid_point(i));

		if (here < least) {
			least = here;
			best = i;
		}
	}
	return best;
}

/* Kiefer 1953: golden section between two points around the least. */
static double search_between(const struct likelihood *of, double low, double high)
{
	const double golden = (sqrt(5) - 1) / 2;
	double left = high - golden * (high - low), right = low + golden * (high - low);
	double at_left = criterion(of, left), at_right = criterion(of, right);

	while (high - low > NEAR_ENOUGH) {
		if (at_left < at_right) {
			high = right;
			right = left;
			at_right = at_left;
			left = high - golden * (high - low);
			at_left = criterion(of, left);
		} else {
			low = left;
			left = right;
			at_left = at_right;
			right = low + golden * (high - low);
			at_right = criterion(of, right);
		}
	}
	return (low + high) / 2;
}

double severity_reml(const struct severity *fit, struct arena *scratch)
{
	size_t raters = fit->raters;
	double *laplacian;
	struct likelihood of = {.fit = fit};
	int best;

	if (raters > SEVERITY_DENSE || fit->groups == raters || fit->df == 0 || fit->within == 0)
		return NAN;
	laplacian = arena_array(scratch, raters * raters, sizeof(*laplacian));
	rater_system_laplacian(fit->system, laplacian);
	of.laplacian = laplacian;
	of.matrix = arena_array(scratch, raters * raters, sizeof(*of.matrix));
	of.offset = arena_array(scratch, raters, sizeof(*of.offset));
	best = search_grid(&of);
	if (best == 0)
		return 0;
	if (best == GRID)
		return INFINITY;
	return exp(search_between(&of, grid_point(best - 1), grid_point(best + 1)));
}
