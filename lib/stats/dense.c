#include "dense.h"

#include <assert.h>
#include <math.h>

/* Four sums that do not wait for one another, added up in the same order everywhere. */
static double dot(const double *a, const double *b, size_t n)
{
	double first = 0, second = 0, third = 0, fourth = 0;
	size_t i = 0;

	for (; i + 4 <= n; i += 4) {
		first += a[i] * b[i];
		second += a[i + 1] * b[i + 1];
		third += a[i + 2] * b[i + 2];
		fourth += a[i + 3] * b[i + 3];
	}
	for (; i < n; i++)
		first += a[i] * b[i];
	return (first + second) + (third + fourth);
}

static void finish_row(double *row, size_t i)
{
	row[i] -= dot(row, row, i);
	assert(row[i] > 0);
	row[i] = sqrt(row[i]);
}

/* Each row above is read once for all rows of the panel; so is the matrix below it. */
static void factor_panel(double *matrix, size_t n, size_t first, size_t end)
{
	for (size_t j = 0; j < end; j++) {
		double *above = matrix + j * n;

		if (j >= first)
			finish_row(above, j);
		for (size_t i = j < first ? first : j + 1; i < end; i++) {
			double *row = matrix + i * n;

			row[j] = (row[j] - dot(row, above, j)) / above[j];
		}
	}
}

/* Where the panel from `first` ends. */
static size_t panel_end(size_t first, size_t n)
{
	return n - first < DENSE_PANEL ? n : first + DENSE_PANEL;
}

void dense_factor(double *matrix, size_t n)
{
	for (size_t first = 0; first < n; first += DENSE_PANEL)
		factor_panel(matrix, n, first, panel_end(first, n));
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

/* With Gy = e_i it is y'y, and y begins at i. Row by row of G for all i of the panel. */
static void invert_panel(
	const double *factor, size_t n, size_t first, size_t end, double *diagonal, double *room)
{
	for (size_t j = first; j < n; j++) {
		const double *row = factor + j * n;

		for (size_t i = first; i < end && i <= j; i++) {
			double *y = room + (i - first) * n;

			y[j] = ((i == j) - dot(row + i, y + i, j - i)) / row[j];
		}
	}
	for (size_t i = first; i < end; i++) {
		const double *y = room + (i - first) * n;

		diagonal[i] = dot(y + i, y + i, n - i);
	}
}

void dense_inverse_diagonal(const double *factor, size_t n, double *diagonal, double *room)
{
	for (size_t first = 0; first < n; first += DENSE_PANEL)
		invert_panel(factor, n, first, panel_end(first, n), diagonal, room);
}

double dense_log_determinant(const double *factor, size_t n)
{
	double sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += log(factor[i * n + i]);
	return 2 * sum;
}
