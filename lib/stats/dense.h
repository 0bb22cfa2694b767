/* Symmetric positive definite matrices, n × n by rows; the lower triangle alone is read. */
#ifndef STATS_DENSE_H
#define STATS_DENSE_H

#include <stddef.h>

/* Replaces the lower triangle by the factor G of Cholesky, matrix = GG'. */
void dense_factor(double *matrix, size_t n);

/* Replaces x by the solution of GG'x = x. */
void dense_solve(const double *factor, size_t n, double *x);

/* [(GG')⁻¹]_ii, for a third of what the whole inverse costs when all are asked for. `room`: n. */
double dense_inverse_diagonal(const double *factor, size_t n, size_t i, double *room);

/* log|GG'|. */
double dense_log_determinant(const double *factor, size_t n);

/* Writes (GG')⁻¹, both triangles. */
void dense_invert(const double *factor, size_t n, double *inverse);

#endif
