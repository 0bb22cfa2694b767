/* The system of raters: dense where it is small, by conjugate gradients where it is not. */
#include "rater_system.h"

#include <math.h>

#include "dense.h"
#include "partner/severity.h"

/* A rating adds 1 to its rater's diagonal and takes 1/n_c from each pair within its cell. */
void rater_system_laplacian(const struct rater_system *system, double *matrix)
{
	size_t raters = system->raters;

	memset(matrix, 0, raters * raters * sizeof(*matrix));
	for (size_t cell = 0; cell < system->cells; cell++) {
		double share = 1 / cell_size(system, cell);

		for (size_t i = system->start[cell]; i < system->start[cell + 1]; i++) {
			double *row = matrix + system->member[i] * raters;

			row[system->member[i]]++;
			for (size_t j = system->start[cell]; j < system->start[cell + 1]; j++)
				row[system->member[j]] -= share;
		}
	}
}

static void fill_diagonal(const struct rater_system *system, double *diagonal)
{
	for (size_t cell = 0; cell < system->cells; cell++) {
		double share = 1 / cell_size(system, cell);

		for (size_t i = system->start[cell]; i < system->start[cell + 1]; i++) {
			double *own = &diagonal[system->member[i]];

			*own += 1;
			for (size_t j = system->start[cell]; j < system->start[cell + 1]; j++)
				*own -= system->member[j] == system->member[i] ? share : 0;
		}
	}
}

double *rater_system_factor(const struct rater_system *system, struct arena *arena)
{
	size_t raters = system->raters;
	double *matrix = arena_array(arena, raters * raters, sizeof(*matrix));

	rater_system_laplacian(system, matrix);
	for (size_t r = 0; r < raters; r++)
		matrix[r * raters + r] += system->lambda;
	dense_factor(matrix, raters);
	return matrix;
}

void rater_system_prepare(struct rater_system *system, struct arena *arena)
{
	size_t raters = system->raters;

	if (raters > SEVERITY_DENSE) {
		system->diagonal = arena_array(arena, raters, sizeof(double));
		fill_diagonal(system, system->diagonal);
	} else {
		system->inverse = arena_array(arena, raters * raters, sizeof(double));
		dense_invert(rater_system_factor(system, arena), raters, system->inverse);
	}
}

/* result = (L + λI) x: what each rater differs from the mean of the cell, and the ridge. */
static void apply(const struct rater_system *system, const double *x, double *result)
{
	for (size_t r = 0; r < system->raters; r++)
		result[r] = system->lambda * x[r];
	for (size_t cell = 0; cell < system->cells; cell++) {
		double mean = 0;

		for (size_t i = system->start[cell]; i < system->start[cell + 1]; i++)
			mean += x[system->member[i]];
		mean /= cell_size(system, cell);
		for (size_t i = system->start[cell]; i < system->start[cell + 1]; i++)
			result[system->member[i]] += x[system->member[i]] - mean;
	}
}

static double dot(const double *a, const double *b, size_t n)
{
	double sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += a[i] * b[i];
	return sum;
}

/* Where a solution by conjugate gradients stands. */
struct descent {
	double *residual, *scaled, *direction, *image;
	double size; /* residual·scaled */
};

/* scaled = residual ÷ diagonal of the matrix; the direction takes it up, the old one fades. */
static void turn(const struct rater_system *system, struct descent *at)
{
	double before = at->size, keep;

	for (size_t r = 0; r < system->raters; r++)
		at->scaled[r] = at->residual[r] / (system->diagonal[r] + system->lambda);
	at->size = dot(at->residual, at->scaled, system->raters);
	keep = before > 0 ? at->size / before : 0;
	for (size_t r = 0; r < system->raters; r++)
		at->direction[r] = at->scaled[r] + keep * at->direction[r];
}

static void step(const struct rater_system *system, struct descent *at, double *x)
{
	double length;

	apply(system, at->direction, at->image);
	length = at->size / dot(at->direction, at->image, system->raters);
	for (size_t r = 0; r < system->raters; r++) {
		x[r] += length * at->direction[r];
		at->residual[r] -= length * at->image[r];
	}
}

/* Hestenes & Stiefel 1952, scaled by the diagonal. */
static void conjugate_gradients(
	const struct rater_system *system, const double *rhs, double *x, struct arena *scratch)
{
	size_t n = system->raters;
	double *room = arena_array(scratch, 4 * n, sizeof(*room)), enough;
	struct descent at = {room, room + n, room + 2 * n, room + 3 * n, 0};

	memset(x, 0, n * sizeof(*x));
	memcpy(at.residual, rhs, n * sizeof(*rhs));
	enough = 1e-24 * dot(rhs, rhs, n);
	/* In exact arithmetic n steps do; the cap is for what rounding leaves undone. */
	for (size_t i = 0; i < 4 * n && dot(at.residual, at.residual, n) > enough; i++) {
		turn(system, &at);
		step(system, &at, x);
	}
}

void rater_system_solve(
	const struct rater_system *system, const double *rhs, double *x, struct arena *scratch)
{
	size_t n = system->raters;

	if (!system->inverse) {
		conjugate_gradients(system, rhs, x, scratch);
		return;
	}
	memset(x, 0, n * sizeof(*x));
	for (size_t r = 0; r < n; r++) {
		/* Of a few cells almost all are 0. */
		for (size_t s = 0; rhs[r] != 0 && s < n; s++)
			x[s] += rhs[r] * system->inverse[r * n + s];
	}
}
