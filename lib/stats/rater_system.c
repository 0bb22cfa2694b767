/* The system of raters, block by block: dense where small, by conjugate gradients where not. */
#include "rater_system.h"

#include <stdbool.h>

#include "dense.h"
#include "partner/severity.h"

/* ---- blocks ---- */

/* Sorts the numbers below n by their group, each group in order. */
static struct by_group sort_by_group(
	const size_t *group, size_t n, size_t groups, struct arena *arena)
{
	struct by_group sorted = {arena_array(arena, groups + 1, sizeof(size_t)),
		arena_array(arena, n, sizeof(size_t))};

	for (size_t i = 0; i < n; i++)
		sorted.start[group[i]]++;
	for (size_t g = 0; g < groups; g++)
		sorted.start[g + 1] += sorted.start[g];
	/* from the back, each start walks down from the end of its group to where it belongs */
	for (size_t i = n; i-- > 0;)
		sorted.all[--sorted.start[group[i]]] = i;
	return sorted;
}

void rater_system_divide(
	struct rater_system *system, const size_t *group, size_t groups, struct arena *arena)
{
	struct arena scratch = {0};
	size_t *of_cell = arena_array(&scratch, system->cells, sizeof(*of_cell));
	const size_t *start;

	for (size_t cell = 0; cell < system->cells; cell++)
		of_cell[cell] = group[system->member[system->start[cell]]];
	system->groups = groups;
	system->raters_of = sort_by_group(group, system->raters, groups, arena);
	system->cells_of = sort_by_group(of_cell, system->cells, groups, arena);
	system->place = arena_array(arena, system->raters, sizeof(*system->place));
	start = system->raters_of.start;
	for (size_t i = 0; i < system->raters; i++) {
		size_t rater = system->raters_of.all[i];

		system->place[rater] = i - start[group[rater]];
	}
	arena_free(&scratch);
}

struct rater_block rater_system_block(const struct rater_system *system, size_t group)
{
	const size_t *raters = system->raters_of.start + group;
	const size_t *cells = system->cells_of.start + group;

	return (struct rater_block){system, system->raters_of.all + raters[0],
		system->cells_of.all + cells[0], raters[1] - raters[0], cells[1] - cells[0]};
}

/* ---- dense ---- */

/* A rating adds 1 to its rater's diagonal and takes 1/n_c from each pair within its cell. */
static void add_cell(const struct rater_block *block, size_t cell, double *matrix)
{
	const struct rater_system *system = block->system;
	size_t first = system->start[cell], end = system->start[cell + 1];
	double share = 1 / cell_size(system, cell);

	for (size_t i = first; i < end; i++) {
		size_t at = system->place[system->member[i]];
		double *row = matrix + at * block->n;

		row[at]++;
		for (size_t j = first; j < end; j++)
			row[system->place[system->member[j]]] -= share;
	}
}

void rater_block_laplacian(const struct rater_block *block, double *matrix)
{
	memset(matrix, 0, block->n * block->n * sizeof(*matrix));
	for (size_t i = 0; i < block->n_cells; i++)
		add_cell(block, block->cells[i], matrix);
}

void rater_block_factor(const struct rater_block *block, double lambda, double *matrix)
{
	rater_block_laplacian(block, matrix);
	for (size_t r = 0; r < block->n; r++)
		matrix[r * block->n + r] += lambda;
	dense_factor(matrix, block->n);
}

static void solve_densely(const struct rater_block *block, double *x, struct arena *scratch)
{
	double *matrix = arena_array(scratch, block->n * block->n, sizeof(*matrix));

	rater_block_factor(block, block->system->lambda, matrix);
	dense_solve(matrix, block->n, x);
}

/* ---- conjugate gradients ---- */

/*
 * A rating adds 1 - 1/n_c to its rater's diagonal; more when the cell has another one of the
 * same rater, which does no harm: it serves as a measure of size only.
 */
static void fill_diagonal(const struct rater_block *block, double *diagonal)
{
	const struct rater_system *system = block->system;

	for (size_t r = 0; r < block->n; r++)
		diagonal[r] = system->lambda;
	for (size_t c = 0; c < block->n_cells; c++) {
		size_t cell = block->cells[c];
		double share = 1 - 1 / cell_size(system, cell);

		for (size_t i = system->start[cell]; i < system->start[cell + 1]; i++)
			diagonal[system->place[system->member[i]]] += share;
	}
}

/* result = (L + λI) x: what each rater differs from the mean of the cell, and the ridge. */
static void apply(const struct rater_block *block, const double *x, double *result)
{
	const struct rater_system *system = block->system;

	for (size_t r = 0; r < block->n; r++)
		result[r] = system->lambda * x[r];
	for (size_t c = 0; c < block->n_cells; c++) {
		size_t cell = block->cells[c];
		double mean = 0;

		for (size_t i = system->start[cell]; i < system->start[cell + 1]; i++)
			mean += x[system->place[system->member[i]]];
		mean /= cell_size(system, cell);
		for (size_t i = system->start[cell]; i < system->start[cell + 1]; i++) {
			size_t at = system->place[system->member[i]];

			result[at] += x[at] - mean;
		}
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
	double *diagonal, *residual, *scaled, *direction, *image;
	double size; /* residual·scaled */
};

/* scaled = residual ÷ diagonal of the matrix; the direction takes it up, the old one fades. */
static void turn(const struct rater_block *block, struct descent *at)
{
	double before = at->size, keep;

	for (size_t r = 0; r < block->n; r++)
		at->scaled[r] = at->residual[r] / at->diagonal[r];
	at->size = dot(at->residual, at->scaled, block->n);
	keep = before > 0 ? at->size / before : 0;
	for (size_t r = 0; r < block->n; r++)
		at->direction[r] = at->scaled[r] + keep * at->direction[r];
}

static void step(const struct rater_block *block, struct descent *at, double *x)
{
	double length;

	apply(block, at->direction, at->image);
	length = at->size / dot(at->direction, at->image, block->n);
	for (size_t r = 0; r < block->n; r++) {
		x[r] += length * at->direction[r];
		at->residual[r] -= length * at->image[r];
	}
}

/* Hestenes & Stiefel 1952, scaled by the diagonal. */
static void conjugate_gradients(const struct rater_block *block, double *x, struct arena *scratch)
{
	size_t n = block->n;
	double *room = arena_array(scratch, 5 * n, sizeof(*room)), enough;
	struct descent at = {room, room + n, room + 2 * n, room + 3 * n, room + 4 * n, 0};

	fill_diagonal(block, at.diagonal);
	memcpy(at.residual, x, n * sizeof(*x));
	memset(x, 0, n * sizeof(*x));
	enough = 1e-24 * dot(at.residual, at.residual, n);
	/* In exact arithmetic n steps do; the cap is for what rounding leaves undone. */
	for (size_t i = 0; i < 4 * n && dot(at.residual, at.residual, n) > enough; i++) {
		turn(block, &at);
		step(block, &at, x);
	}
}

/* ---- all blocks ---- */

static bool is_zero(const double *values, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (values[i] != 0)
			return false;
	return true;
}

void rater_block_solve(const struct rater_block *block, double *x)
{
	struct arena scratch = {0};

	if (block->n == 1)
		x[0] /= block->system->lambda; /* who shares no cell has no part in L */
	else if (block->n <= SEVERITY_DENSE)
		solve_densely(block, x, &scratch);
	else
		conjugate_gradients(block, x, &scratch);
	arena_free(&scratch);
}

void rater_system_solve(const struct rater_system *system, const double *rhs, double *x)
{
	struct arena scratch = {0};
	double *own = arena_array(&scratch, system->raters, sizeof(*own));

	for (size_t g = 0; g < system->groups; g++) {
		const struct rater_block block = rater_system_block(system, g);

		for (size_t r = 0; r < block.n; r++)
			own[r] = rhs[block.raters[r]];
		if (!is_zero(own, block.n))
			rater_block_solve(&block, own);
		for (size_t r = 0; r < block.n; r++)
			x[block.raters[r]] = own[r];
	}
	arena_free(&scratch);
}
