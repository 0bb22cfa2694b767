/* The system (L + λI) b = q of raters: who rated what, and its solution. */
#ifndef STATS_RATER_SYSTEM_H
#define STATS_RATER_SYSTEM_H

#include <stddef.h>

#include "partner/arena.h"

struct rater_system {
	size_t cells, raters;
	size_t *start;  /* [cells + 1] where the ratings of a cell begin */
	size_t *member; /* [ratings] the rater of each, sorted by cell */
	double *moment; /* [raters] q */
	double lambda;
	double *inverse;  /* (L + λI)⁻¹, both triangles; NULL beyond SEVERITY_DENSE raters */
	double *diagonal; /* [raters] of L; NULL up to there */
};

/* Fills in the inverse or the diagonal from all the rest. */
void rater_system_prepare(struct rater_system *system, struct arena *arena);

/* The lower triangle of L, raters × raters. */
void rater_system_laplacian(const struct rater_system *system, double *matrix);

/* L + λI, its lower triangle factored, in the arena. */
double *rater_system_factor(const struct rater_system *system, struct arena *arena);

/* Solves (L + λI) x = rhs; x is apart from rhs. */
void rater_system_solve(
	const struct rater_system *system, const double *rhs, double *x, struct arena *scratch);

/* Ratings of a cell. */
static inline double cell_size(const struct rater_system *system, size_t cell)
{
	return (double)(system->start[cell + 1] - system->start[cell]);
}

#endif
