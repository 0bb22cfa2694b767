/* Severity of raters: cells, groups, offsets, and what follows from them. */
#include "partner/severity.h"

#include <assert.h>
#include <math.h>

#include "dense.h"
#include "rater_system.h"

/* Sorts the ratings by cell; fills raw[] and n_in_cell[], rated[]. */
static void sort_by_cell(
	const struct severity_rating *ratings, struct severity *fit, struct rater_system *system)
{
	for (size_t i = 0; i < fit->n; i++) {
		assert(ratings[i].cell < fit->cells && ratings[i].rater < fit->raters);
		fit->n_in_cell[ratings[i].cell]++;
		fit->rated[ratings[i].rater]++;
		fit->raw[ratings[i].cell] += ratings[i].value;
	}
	for (size_t cell = 0; cell < fit->cells; cell++) {
		assert(fit->n_in_cell[cell] > 0);
		fit->raw[cell] /= (double)fit->n_in_cell[cell];
		system->start[cell + 1] = system->start[cell] + fit->n_in_cell[cell];
	}
	/* From the back, each cell's start walks down from its end to where it belongs. */
	for (size_t i = fit->n; i-- > 0;)
		system->member[--system->start[ratings[i].cell + 1]] = ratings[i].rater;
	memmove(system->start, system->start + 1, fit->cells * sizeof(*system->start));
	system->start[fit->cells] = fit->n;
}

/* Σd² and q. */
static void add_deviations(
	const struct severity_rating *ratings, struct severity *fit, struct rater_system *system)
{
	for (size_t i = 0; i < fit->n; i++) {
		double d = ratings[i].value - fit->raw[ratings[i].cell];

		fit->within += d * d;
		system->moment[ratings[i].rater] += d;
	}
}

/* The smallest rater of the group so far; paths are halved on the way. */
static size_t find_root(size_t *parent, size_t rater)
{
	while (parent[rater] != rater) {
		parent[rater] = parent[parent[rater]];
		rater = parent[rater];
	}
	return rater;
}

static void join(size_t *parent, size_t a, size_t b)
{
	a = find_root(parent, a);
	b = find_root(parent, b);
	if (a < b)
		parent[b] = a;
	else
		parent[a] = b;
}

/* group[] serves as the forest first. A root is the smallest of its group, so it comes first. */
static void find_groups(struct severity *fit, const struct rater_system *system)
{
	size_t *group = fit->group;

	for (size_t r = 0; r < fit->raters; r++)
		group[r] = r;
	for (size_t cell = 0; cell < fit->cells; cell++) {
		size_t first = system->start[cell];

		for (size_t i = first + 1; i < system->start[cell + 1]; i++)
			join(group, system->member[first], system->member[i]);
	}
	for (size_t r = 0; r < fit->raters; r++)
		group[r] = find_root(group, r);
	for (size_t r = 0; r < fit->raters; r++)
		group[r] = group[r] == r ? fit->groups++ : group[group[r]];
}

static void adjust_cells(struct severity *fit, const struct rater_system *system)
{
	for (size_t cell = 0; cell < fit->cells; cell++) {
		double sum = 0;

		for (size_t i = system->start[cell]; i < system->start[cell + 1]; i++)
			sum += fit->offset[system->member[i]];
		fit->adjusted[cell] = fit->raw[cell] - sum / cell_size(system, cell);
	}
}

static void allocate(struct severity *fit, struct rater_system *system, struct arena *arena)
{
	fit->offset = arena_array(arena, fit->raters, sizeof(double));
	fit->rated = arena_array(arena, fit->raters, sizeof(size_t));
	fit->group = arena_array(arena, fit->raters, sizeof(size_t));
	fit->raw = arena_array(arena, fit->cells, sizeof(double));
	fit->adjusted = arena_array(arena, fit->cells, sizeof(double));
	fit->n_in_cell = arena_array(arena, fit->cells, sizeof(size_t));
	system->start = arena_array(arena, fit->cells + 1, sizeof(size_t));
	system->member = arena_array(arena, fit->n, sizeof(size_t));
	system->moment = arena_array(arena, fit->raters, sizeof(double));
}

void severity_fit(const struct severity_rating *ratings, size_t n, size_t cells, size_t raters,
	double lambda, struct arena *arena, struct severity *fit)
{
	struct rater_system *system = ARENA_NEW(arena, struct rater_system);

	assert(lambda > 0);
	*fit = (struct severity){.n = n, .cells = cells, .raters = raters, .system = system};
	*system = (struct rater_system){.cells = cells, .raters = raters, .lambda = lambda};
	allocate(fit, system, arena);
	sort_by_cell(ratings, fit, system);
	add_deviations(ratings, fit, system);
	find_groups(fit, system);
	rater_system_divide(system, fit->group, fit->groups, arena);
	rater_system_solve(system, system->moment, fit->offset);
	adjust_cells(fit, system);
	for (size_t r = 0; r < raters; r++)
		fit->explained += system->moment[r] * fit->offset[r];
	fit->df = n - cells;
	fit->variance = fit->df ? (fit->within - fit->explained) / (double)fit->df : NAN;
}

/* [(L + λI)⁻¹]_rr of the rater at a place of the block; `column`: n. */
static double solve_unit(const struct rater_block *block, size_t place, double *column)
{
	memset(column, 0, block->n * sizeof(*column));
	column[place] = 1;
	rater_block_solve(block, column);
	return column[place];
}

static double inverse_diagonal(const struct severity *fit, size_t rater, struct arena *scratch)
{
	struct rater_block block;

	assert(rater < fit->raters);
	block = rater_system_block(fit->system, fit->group[rater]);
	return solve_unit(
		&block, fit->system->place[rater], arena_array(scratch, block.n, sizeof(double)));
}

/* Rounding may leave less than nothing, and something of a rater whom nobody compares with. */
static double reliability_of(const struct rater_block *block, double inverse)
{
	return block->n == 1 ? 0 : fmax(0, 1 - block->system->lambda * inverse);
}

double severity_reliability(const struct severity *fit, size_t rater, struct arena *scratch)
{
	const struct rater_block block = rater_system_block(fit->system, fit->group[rater]);

	return reliability_of(&block, inverse_diagonal(fit, rater, scratch));
}

/* [(L + λI)⁻¹]_rr of all raters of the block. */
static void invert_diagonal(
	const struct rater_block *block, double *diagonal, struct arena *scratch)
{
	double *matrix;

	if (block->n > SEVERITY_FACTORED) {
		double *column = arena_array(scratch, block->n, sizeof(*column));

		for (size_t r = 0; r < block->n; r++)
			diagonal[r] = solve_unit(block, r, column);
		return;
	}
	matrix = arena_array(scratch, block->n * block->n, sizeof(*matrix));
	rater_block_factor(block, block->system->lambda, matrix);
	dense_inverse_diagonal(matrix, block->n, diagonal,
		arena_array(scratch, DENSE_PANEL * block->n, sizeof(*diagonal)));
}

void severity_reliabilities(const struct severity *fit, double *reliability)
{
	for (size_t g = 0; g < fit->groups; g++) {
		const struct rater_block block = rater_system_block(fit->system, g);
		struct arena scratch = {0};
		double *diagonal = arena_array(&scratch, block.n, sizeof(*diagonal));

		invert_diagonal(&block, diagonal, &scratch);
		for (size_t r = 0; r < block.n; r++)
			reliability[block.raters[r]] = reliability_of(&block, diagonal[r]);
		arena_free(&scratch);
	}
}

double severity_residual(const struct severity *fit, const struct severity_rating *rating)
{
	return rating->value - fit->adjusted[rating->cell] - fit->offset[rating->rater];
}
