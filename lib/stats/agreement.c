/* Krippendorff's alpha. */
#include "partner/agreement.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "partner/search.h"

static int compare_units(const void *left, const void *right)
{
	const struct agreement_value *a = left, *b = right;

	if (a->unit != b->unit)
		return a->unit < b->unit ? -1 : 1;
	return (a->value > b->value) - (a->value < b->value);
}

static int compare_doubles(const void *left, const void *right)
{
	double a = *(const double *)left, b = *(const double *)right;

	return (a > b) - (a < b);
}

/* One past the last value of the unit that begins at `from`. */
static size_t unit_end(const struct agreement_value *values, size_t n, size_t from)
{
	size_t end = from + 1;

	while (end < n && values[end].unit == values[from].unit)
		end++;
	return end;
}

/* Keeps the values of units that have two or more; sorted by unit. */
static void keep_pairable(struct agreement_value *values, size_t n, struct agreement *result)
{
	for (size_t from = 0, end; from < n; from = end) {
		end = unit_end(values, n, from);
		if (end - from < 2)
			continue;
		result->units++;
		for (size_t i = from; i < end; i++)
			values[result->n++] = values[i];
	}
}

/* How many of the sorted ones are less than the value, or at most it. */
static size_t count_below(const double *sorted, size_t n, double value, bool with_equals)
{
	struct search search = {.end = n};

	while (search_on(&search))
		search_halve(&search,
			sorted[search.at] < value || (with_equals && sorted[search.at] == value));
	return search.at;
}

/* Values become their places among all; equals share the middle one. */
static void rank_values(struct agreement_value *values, size_t n, struct arena *scratch)
{
	double *sorted = arena_array(scratch, n, sizeof(*sorted));

	for (size_t i = 0; i < n; i++)
		sorted[i] = values[i].value;
	qsort(sorted, n, sizeof(*sorted), compare_doubles);
	for (size_t i = 0; i < n; i++) {
		size_t less = count_below(sorted, n, values[i].value, false);
		size_t most = count_below(sorted, n, values[i].value, true);

		values[i].value = (double)(less + most) / 2;
	}
}

/* Σ(value - mean)². */
static double squares(const struct agreement_value *values, size_t n)
{
	double mean = 0, sum = 0;

	for (size_t i = 0; i < n; i++)
		mean += (values[i].value - values[0].value) / (double)n;
	for (size_t i = 0; i < n; i++) {
		double d = values[i].value - values[0].value - mean;

		sum += d * d;
	}
	return sum;
}

/*
 * Squared distances over all ordered pairs of m values are 2m times their squares about the
 * mean, so α = 1 - (n - 1)/n · Σ_u m_u/(m_u - 1)·squares_u ÷ squares of all.
 */
static double alpha(const struct agreement_value *values, size_t n)
{
	double within = 0, total = n ? squares(values, n) : 0;

	for (size_t from = 0, end; from < n; from = end) {
		double m;

		end = unit_end(values, n, from);
		m = (double)(end - from);
		within += m / (m - 1) * squares(values + from, end - from);
	}
	return total > 0 ? 1 - (double)(n - 1) / (double)n * within / total : NAN;
}

struct agreement agreement_alpha(const struct agreement_value *values, size_t n,
	enum agreement_scale scale, struct arena *scratch)
{
	struct agreement_value *kept = arena_array(scratch, n, sizeof(*kept));
	struct agreement result = {0};

	for (size_t i = 0; i < n; i++)
		kept[i] = values[i];
	qsort(kept, n, sizeof(*kept), compare_units);
	keep_pairable(kept, n, &result);
	if (scale == AGREEMENT_ORDINAL)
		rank_values(kept, result.n, scratch);
	result.alpha = alpha(kept, result.n);
	return result;
}
