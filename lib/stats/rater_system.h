/*
 * The system (L + λI) b = q of raters: who rated what, and its solution. Raters of different
 * groups share no cell, so L falls into a block for each group, and each is solved by itself.
 */
#ifndef STATS_RATER_SYSTEM_H
#define STATS_RATER_SYSTEM_H

#include <stddef.h>

#include "partner/arena.h"

/* Numbers sorted by group: those of group g are all[start[g]] to all[start[g + 1] - 1]. */
struct by_group {
	size_t *start; /* [groups + 1] */
	size_t *all;
};

struct rater_system {
	size_t cells, raters, groups;
	size_t *start;  /* [cells + 1] where the ratings of a cell begin */
	size_t *member; /* [ratings] the rater of each, sorted by cell */
	double *moment; /* [raters] q */
	double lambda;
	struct by_group raters_of, cells_of;
	size_t *place; /* [raters] of each within its group */
};

/* A group's part of it. */
struct rater_block {
	const struct rater_system *system;
	const size_t *raters, *cells;
	size_t n, n_cells;
};

/* Divides the system, all the rest of which is filled in, by the group of each rater. */
void rater_system_divide(
	struct rater_system *system, const size_t *group, size_t groups, struct arena *arena);

struct rater_block rater_system_block(const struct rater_system *system, size_t group);

/* The lower triangle of the block's L, n × n. */
void rater_block_laplacian(const struct rater_block *block, double *matrix);

/* L + λI of the block, n × n, its lower triangle factored. */
void rater_block_factor(const struct rater_block *block, double lambda, double *matrix);

/* Replaces x, the right side of the block's raters in their order, by the solution. */
void rater_block_solve(const struct rater_block *block, double *x);

/* Solves (L + λI) x = rhs; blocks for which rhs is 0 cost nothing. `x` is apart from rhs. */
void rater_system_solve(const struct rater_system *system, const double *rhs, double *x);

/* Ratings of a cell. */
static inline double cell_size(const struct rater_system *system, size_t cell)
{
	return (double)(system->start[cell + 1] - system->start[cell]);
}

#endif
