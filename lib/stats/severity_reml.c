/* Which λ restricted maximum likelihood would choose. */
#include <float.h>
#include <math.h>
#include <stdbool.h>

#include "dense.h"
#include "partner/severity.h"
#include "rater_system.h"

#define GRID 16          /* half decades from 1e-4 to 1e4 */
#define NEAR_ENOUGH 1e-6 /* of log λ */
#define FLAT 1e-9        /* what the criterion differs by when it tells no λ from another */

struct likelihood {
	const struct severity *fit;
	double *laplacian;       /* of each block of two raters or more, one after the other */
	double *matrix, *offset; /* room for a block */
};

/* Whoever shares no cell has nothing to say about λ. */
static bool is_alone(const struct rater_block *block)
{
	return block->n == 1;
}

/* log|L + λI| - n log λ of a block; takes q·b off the rest. */
static double add_block(const struct likelihood *of, const struct rater_block *block,
	const double *laplacian, double log_lambda, double *rest)
{
	const double *moment = of->fit->system->moment;
	size_t n = block->n;

	memcpy(of->matrix, laplacian, n * n * sizeof(*of->matrix));
	for (size_t r = 0; r < n; r++) {
		of->matrix[r * n + r] += exp(log_lambda);
		of->offset[r] = moment[block->raters[r]];
	}
	dense_factor(of->matrix, n);
	dense_solve(of->matrix, n, of->offset);
	for (size_t r = 0; r < n; r++)
		*rest -= moment[block->raters[r]] * of->offset[r];
	return dense_log_determinant(of->matrix, n) - (double)n * log_lambda;
}

/* What is to be least, as a function of log λ. */
static double criterion(const struct likelihood *of, double log_lambda)
{
	const struct severity *fit = of->fit;
	const double *laplacian = of->laplacian;
	double rest = fit->within, sum = 0;

	for (size_t g = 0; g < fit->groups; g++) {
		const struct rater_block block = rater_system_block(fit->system, g);

		if (is_alone(&block))
			continue;
		sum += add_block(of, &block, laplacian, log_lambda, &rest);
		laplacian += block.n * block.n;
	}
	/* Raters who explain all would leave 0 but for rounding. */
	return sum + (double)fit->df * log(fmax(rest, DBL_MIN));
}

static double grid_point(int i)
{
	return (0.5 * i - 4) * log(10);
}

/* The point of the grid with the least criterion; -1 when it is the same at all of them. */
static int search_grid(const struct likelihood *of)
{
	double least = INFINITY, most = -INFINITY;
	int best = 0;

	for (int i = 0; i <= GRID; i++) {
		double here = criterion(of, grid_point(i));

		most = fmax(most, here);
		if (here < least) {
			least = here;
			best = i;
		}
	}
	return most - least < FLAT ? -1 : best;
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

/* The sizes of all blocks of two raters or more, and of their matrices. */
struct sizes {
	size_t raters, squares, largest;
};

static struct sizes add_sizes(const struct severity *fit)
{
	struct sizes sizes = {0};

	for (size_t g = 0; g < fit->groups; g++) {
		const struct rater_block block = rater_system_block(fit->system, g);

		if (is_alone(&block))
			continue;
		sizes.raters += block.n;
		sizes.squares += block.n * block.n;
		if (block.n > sizes.largest)
			sizes.largest = block.n;
	}
	return sizes;
}

static void prepare(struct likelihood *of, const struct sizes *sizes, struct arena *scratch)
{
	const struct severity *fit = of->fit;
	double *laplacian = arena_array(scratch, sizes->squares, sizeof(*laplacian));

	of->laplacian = laplacian;
	of->matrix = arena_array(scratch, sizes->largest * sizes->largest, sizeof(*of->matrix));
	of->offset = arena_array(scratch, sizes->largest, sizeof(*of->offset));
	for (size_t g = 0; g < fit->groups; g++) {
		const struct rater_block block = rater_system_block(fit->system, g);

		if (is_alone(&block))
			continue;
		rater_block_laplacian(&block, laplacian);
		laplacian += block.n * block.n;
	}
}

double severity_reml(const struct severity *fit, struct arena *scratch)
{
	const struct sizes sizes = add_sizes(fit);
	struct likelihood of = {.fit = fit};
	int best;

	if (sizes.raters == 0 || sizes.raters > SEVERITY_DENSE || fit->df == 0 || fit->within == 0)
		return NAN;
	prepare(&of, &sizes, scratch);
	best = search_grid(&of);
	if (best < 0)
		return NAN;
	if (best == 0)
		return 0;
	if (best == GRID)
		return INFINITY;
	return exp(search_between(&of, grid_point(best - 1), grid_point(best + 1)));
}
