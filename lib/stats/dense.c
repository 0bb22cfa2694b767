#include "dense.h"

#include <assert.h>
#include <math.h>
#include <string.h>

static double dot(const double *a, const double *b, size_t n)
{
	double sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += a[i] * b[i];
	return sum;
}

void dense_factor(double *matrix, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		double *row = matrix + i * n;

		for (size_t j = 0; j < i; j++) {
			const double *above = matrix + j * n;

			row[j] = (row[j] - dot(row, above, j)) / above[j];
		}
		row[i] -= dot(row, row, i);
		assert(row[i] > 0);
		row[i] = sqrt(row[i]);
	}
}

void dense_solve(const double *factor, size_t n, double *x)
{
	for (size_t i = 0; i < n; i++)
		x[i] = (x[i] - dot(factor + i * n, x, i)) / factor[i * n + i];
	for (size_t i = n; i-- > 0;) {
		const double *row = factor + i * n;

		x[i] /= row[i];
		for (size_t j = 0; j < i; j++)
			x[j] -= row[j] * x[i];
	}
}

/* With Gy = e_i it is y'y, and y begins at i. */
double dense_inverse_diagonal(const double *factor, size_t n, size_t i, double *room)
{
	room[i] = 1 / factor[i * n + i];
	for (size_t j = i + 1; j < n; j++)
		room[j] = -dot(factor + j * n + i, room + i, j - i) / factor[j * n + j];
	return dot(room + i, room + i, n - i);
}

double dense_log_determinant(const double *factor, size_t n)
{
	double sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += log(factor[i * n + i]);
	return 2 * sum;
}

void dense_invert(const double *factor, size_t n, double *inverse)
{
	memset(inverse, 0, n * n * sizeof(*inverse));
	for (size_t i = 0; i < n; i++) {
		inverse[i * n + i] = 1;
		dense_solve(factor, n, inverse + i * n);
	}
}
