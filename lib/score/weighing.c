#include "weighing.h"

#include <assert.h>
#include <math.h>

/* So often it is tried to get what is within bounds in order by luck. */
#define TRIES 32

/* Of more parts hardly any are. */
#define PARTS_TRIED 12

/* A weight of 0 takes no part, unless its bounds let it be more. */
static bool takes_part(const struct scored_criterion *scored)
{
	const struct criterion *criterion = scored->criterion;

	return !isnan(scored->score) &&
		(scored->weight > 0 ||
			(HAS(criterion->weight_high) && criterion->weight_high.value > 0));
}

static double sum_weights(const struct rules *rules)
{
	double sum = 0;

	EACH (struct criterion, criterion, rules->criteria)
		sum += criterion->weight.value;
	return sum;
}

/* A bound in the unit of the policy's weights, of which there are `sum`. */
static double bound_value(const struct criterion *criterion, const struct weight_field *bound,
	double sum, double absent)
{
	if (!HAS(*bound))
		return absent;
	return bound->percent && !criterion->weight.percent ? bound->value * sum : bound->value;
}

/* Weights and bounds of the parts, whose own weights are `unit` together. */
static void set_bounds(struct weighing *weighing, double sum, double unit)
{
	for (size_t i = 0; i < weighing->n; i++) {
		const struct criterion *criterion = weighing->parts[i]->criterion;
		double own = criterion->weight.value / unit;
		double low = bound_value(criterion, &criterion->weight_low, sum, 0) / unit;
		double high = bound_value(criterion, &criterion->weight_high, sum, unit) / unit;

		weighing->weights[i] = own;
		weighing->bounds[i] = (struct interval){fmin(low, own), fmax(fmin(high, 1), own)};
		weighing->bounded |= HAS(criterion->weight_low) || HAS(criterion->weight_high);
	}
}

static void prepare(struct weighing *weighing, struct arena *arena)
{
	size_t n = weighing->n;
	bool fits = simplex_prepare(&weighing->ordered, n, NULL, weighing->weights, arena);

	if (weighing->bounded) {
		fits &= simplex_prepare(&weighing->within, n, weighing->bounds, NULL, arena);
		fits &= simplex_prepare(
			&weighing->walk, n, weighing->bounds, weighing->weights, arena);
	}
	assert(fits); /* the policy's own weights do */
	(void)fits;
}

void weighing_init(struct weighing *weighing, struct arena *arena, const struct score *score)
{
	double unit = 0;

	*weighing = (struct weighing){0};
	weighing->parts = arena_array(arena, score->n, sizeof(struct scored_criterion *));
	weighing->weights = arena_array(arena, score->n, sizeof(double));
	weighing->bounds = arena_array(arena, score->n, sizeof(struct interval));
	for (size_t i = 0; i < score->n; i++) {
		if (!takes_part(&score->criteria[i]))
			continue;
		weighing->parts[weighing->n++] = &score->criteria[i];
		unit += score->criteria[i].criterion->weight.value;
	}
	set_bounds(weighing, sum_weights(score->rules), unit);
	prepare(weighing, arena);
}

static bool keeps_bounds(const struct weighing *weighing, const double *weights)
{
	for (size_t i = 0; i < weighing->n; i++)
		if (weights[i] < weighing->bounds[i].low || weights[i] > weighing->bounds[i].high)
			return false;
	return true;
}

static bool keeps_order(const struct weighing *weighing, const double *weights)
{
	for (size_t i = 0; i < weighing->n; i++)
		for (size_t k = 0; k < weighing->n; k++)
			if (weighing->weights[i] > weighing->weights[k] && weights[i] < weights[k])
				return false;
	return true;
}

/*
 * What is drawn in order and happens to be within bounds is uniform there, and so is the
 * reverse. One is likely where bounds are wide, the other where they are narrow.
 */
static bool try_luck(struct weighing *weighing, struct random *random, double *weights)
{
	if (weighing->n > PARTS_TRIED)
		return false;
	for (int i = 0; i < TRIES; i++) {
		simplex_draw(&weighing->ordered, random, weights);
		if (keeps_bounds(weighing, weights))
			return true;
		if (simplex_draw(&weighing->within, random, weights) &&
			keeps_order(weighing, weights))
			return true;
	}
	return false;
}

void weighing_draw(struct weighing *weighing, struct random *random, double *weights)
{
	if (!weighing->bounded)
		simplex_draw(&weighing->ordered, random, weights);
	else if (!try_luck(weighing, random, weights))
		simplex_draw(&weighing->walk, random, weights);
}
