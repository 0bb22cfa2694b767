/* Symmetric positive definite matrices, n × n by rows; the lower triangle alone is read. */
#ifndef STATS_DENSE_H
#define STATS_DENSE_H

#include <stddef.h>

/* So many rows are worked on at a time: together they stay in the cache. */
#define DENSE_PANEL 16

/* Replaces the lower triangle by the factor G of Cholesky, matrix = GG'. */
void dense_factor(double *matrix, size_t n);

/* Replaces x by the solution of GG'x = x. */
void dense_solve(const double *factor, size_t n, double *x);

/*
 * Writes [(GG')⁻¹]_ii of all i, for a third of what the whole inverse costs.
 * `room`: DENSE_PANEL × n.
 */
void dense_inverse_diagonal(const double *factor, size_t n, double *diagonal, double *room);

/* log|GG'|. */
double dense_log_determinant(const double *factor, size_t n);

#endif
