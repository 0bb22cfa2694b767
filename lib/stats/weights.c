/* Weighted means under other weights. */
#include "partner/weights.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

/* Weights that are the result of arithmetic add up to 1 but for so much. */
#define ROUNDING 1e-12

double weights_mean(const struct weights_part *parts, size_t n)
{
	double sum = 0, weight = 0;

	for (size_t i = 0; i < n; i++) {
		sum += parts[i].weight * parts[i].value;
		weight += parts[i].weight;
	}
	return sum / weight;
}

static int compare_choices(const void *left, const void *right)
{
	double a = ((const struct weights_choice *)left)->value;
	double b = ((const struct weights_choice *)right)->value;

	return (a > b) - (a < b);
}

/* Gives what remains of 1 to the choices from `from` on, by steps of `step`. */
static double fill_up(
	const struct weights_choice *choices, size_t n, size_t from, int step, double remains)
{
	double sum = 0;

	for (size_t i = 0; i < n; i++) {
		const struct weights_choice *choice = &choices[step > 0 ? from + i : from - i];
		double more = fmin(remains, choice->weight.high - choice->weight.low);

		sum += (choice->weight.low + more) * choice->value;
		remains -= more;
	}
	return sum;
}

struct interval weights_range(const struct weights_choice *choices, size_t n, struct arena *scratch)
{
	struct weights_choice *sorted = arena_array(scratch, n, sizeof(*sorted));
	double low = 0, high = 0;

	for (size_t i = 0; i < n; i++) {
		assert(choices[i].weight.low <= choices[i].weight.high);
		low += choices[i].weight.low;
		high += choices[i].weight.high;
		sorted[i] = choices[i];
	}
	if (n == 0 || low > 1 + ROUNDING || high < 1 - ROUNDING)
		return (struct interval){NAN, NAN};
	qsort(sorted, n, sizeof(*sorted), compare_choices);
	return (struct interval){
		fill_up(sorted, n, 0, 1, 1 - low),
		fill_up(sorted, n, n - 1, -1, 1 - low),
	};
}

static int compare_parts(const void *left, const void *right)
{
	double a = ((const struct weights_part *)left)->value;
	double b = ((const struct weights_part *)right)->value;

	return (a > b) - (a < b);
}

/* The value at which half of the weight is reached. */
static double weighted_median(
	const struct weights_part *parts, size_t n, double weight, struct arena *scratch)
{
	struct weights_part *sorted = arena_array(scratch, n, sizeof(*sorted));
	double reached = 0;

	for (size_t i = 0; i < n; i++)
		sorted[i] = parts[i];
	qsort(sorted, n, sizeof(*sorted), compare_parts);
	for (size_t i = 0; i < n; i++) {
		reached += sorted[i].weight;
		if (2 * reached >= weight)
			return sorted[i].value;
	}
	return sorted[n - 1].value;
}

double weights_swing(const struct weights_part *parts, size_t n, struct arena *scratch)
{
	double weight = 0, swing = 0, median;

	for (size_t i = 0; i < n; i++) {
		assert(parts[i].weight >= 0);
		weight += parts[i].weight;
	}
	assert(weight > 0);
	median = weighted_median(parts, n, weight, scratch);
	for (size_t i = 0; i < n; i++)
		swing += parts[i].weight * fabs(parts[i].value - median);
	return swing / weight;
}

double weights_tolerance(
	const struct weights_part *parts, size_t n, struct interval band, struct arena *scratch)
{
	double mean = weights_mean(parts, n);
	double swing = weights_swing(parts, n, scratch);
	double room = fmin(mean - band.low, band.high - mean);

	if (swing == 0)
		return 1;
	return fmin(fmax(room / swing, 0), 1);
}
