/* How far raters agree, criterion by criterion. */
#include <math.h>

#include "calibrate_design.h"
#include "partner/agreement.h"

/* Where the values of each criterion begin, when they lie one criterion after the other. */
static size_t *find_starts(const struct design *design, struct arena *arena)
{
	size_t *start = arena_array(arena, design->n_criteria + 1, sizeof(*start));

	for (size_t i = 0; i < design->n; i++)
		start[design->cells[design->ratings[i].cell].criterion + 1]++;
	for (size_t i = 0; i < design->n_criteria; i++)
		start[i + 1] += start[i];
	return start;
}

/* The ratings criterion by criterion; a unit is a side of a partner. */
static struct agreement_value *sort_by_criterion(
	const struct design *design, const size_t *start, struct arena *arena)
{
	struct agreement_value *values = arena_array(arena, design->n, sizeof(*values));
	size_t *next = arena_array(arena, design->n_criteria, sizeof(*next));

	for (size_t i = 0; i < design->n; i++) {
		const struct cell *cell = &design->cells[design->ratings[i].cell];
		size_t at = start[cell->criterion] + next[cell->criterion]++;

		values[at] = (struct agreement_value){
			2 * (size_t)cell->partner + cell->of, design->ratings[i].value};
	}
	return values;
}

void find_agreement(
	const struct design *design, struct arena *arena, struct calibration_result *result)
{
	struct arena scratch = {0};
	const size_t *start = find_starts(design, &scratch);
	const struct agreement_value *values = sort_by_criterion(design, start, &scratch);
	struct agreement_result *rows = arena_array(arena, design->n_criteria, sizeof(*rows));
	size_t n = 0;

	for (size_t i = 0; i < design->n_criteria; i++) {
		struct arena working = {0};
		struct agreement found;

		if (start[i] == start[i + 1])
			continue;
		found = agreement_alpha(
			values + start[i], start[i + 1] - start[i], AGREEMENT_ORDINAL, &working);
		arena_free(&working);
		rows[n++] = (struct agreement_result){design->criteria[i],
			found.units < AGREEMENT_UNITS ? NAN : found.alpha, (int64_t)found.units,
			(int64_t)found.n};
	}
	result->agreement = (struct array){rows, n};
	arena_free(&scratch);
}
