#include "trial.h"

#include <math.h>

#include "combine.h"

void trial_take(struct scored_measure *measure, const struct criterion *criterion,
	const struct view *view, struct arena *used)
{
	struct question question = {
		.view = view, .how = measure->how, .criterion = criterion->id.text, .arena = used};

	measure_take(measure->info, &question, &measure->taken);
	measure->points =
		counts_measured(measure) ? scale_points(measure->how, measure->taken.value) : NAN;
}

static struct scored_measure *copy_measures(
	struct arena *arena, const struct scored_criterion *criterion)
{
	struct scored_measure *copy =
		arena_array(arena, criterion->n, sizeof(struct scored_measure));

	for (size_t i = 0; i < criterion->n; i++) {
		copy[i] = criterion->measures[i];
		copy[i].taken.used = NULL;
		copy[i].taken.n_used = 0;
	}
	return copy;
}

void trial_copy(struct score *copy, struct arena *arena, const struct score *score)
{
	*copy = *score;
	copy->criteria = arena_array(arena, score->n, sizeof(struct scored_criterion));
	for (size_t i = 0; i < score->n; i++) {
		copy->criteria[i] = score->criteria[i];
		copy->criteria[i].measures = copy_measures(arena, &score->criteria[i]);
	}
}
