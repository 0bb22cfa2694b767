#include <math.h>

#include "partner/measure.h"

/* R14: straight lines between the knots, flat outside them. */
double scale_points(const struct policy_measure *how, double value)
{
	const struct scale_knot *knots = LIST_ITEMS(struct scale_knot, how->scale);
	size_t n = how->scale.list.n, i = 1;

	if (isnan(value))
		return 0;
	if (value <= knots[0].x)
		return knots[0].points;
	while (i < n && value > knots[i].x)
		i++;
	if (i == n)
		return knots[n - 1].points;
	return knots[i - 1].points +
		(value - knots[i - 1].x) * (knots[i].points - knots[i - 1].points) /
		(knots[i].x - knots[i - 1].x);
}

struct interval scale_range(const struct policy_measure *how, struct interval values)
{
	double low = scale_points(how, values.low), high = scale_points(how, values.high);
	struct interval points = {fmin(low, high), fmax(low, high)};

	EACH (struct scale_knot, knot, how->scale) {
		if (knot->x <= values.low || knot->x >= values.high)
			continue;
		points.low = fmin(points.low, knot->points);
		points.high = fmax(points.high, knot->points);
	}
	return points;
}

static void fill_scale(struct arena *arena, struct policy_measure *how)
{
	const struct measure_info *info = how->info;
	struct scale_knot *knots;

	if (!ABSENT(how->scale.list) || !info || !info->knots)
		return;
	knots = arena_array(arena, info->knots, sizeof(struct scale_knot));
	for (size_t i = 0; i < info->knots; i++)
		knots[i] = (struct scale_knot){
			{how->measure.leaf.at, LEAF_SOUND}, info->scale[i][0], info->scale[i][1]};
	how->scale.list = (struct list){
		.leaf = {how->measure.leaf.at, LEAF_SOUND}, .items = knots, .n = info->knots};
}

static void resolve_criteria(struct arena *arena, const struct list *criteria)
{
	struct criterion *rows = criteria->items;

	for (size_t i = 0; i < criteria->n; i++) {
		struct policy_measure *measures = rows[i].measures.list.items;

		for (size_t k = 0; k < rows[i].measures.list.n; k++) {
			/* what another policy lends is resolved, and perhaps in use by threads */
			if (!HAS(measures[k].measure) || measures[k].info)
				continue;
			measures[k].info = measure_find(measures[k].measure.text);
			fill_scale(arena, &measures[k]);
		}
	}
}

void measure_resolve(struct arena *arena, struct policy *policy)
{
	struct policy_override *overrides = policy->overrides.list.items;

	resolve_criteria(arena, &policy->rules.criteria.list);
	for (size_t i = 0; i < policy->overrides.list.n; i++)
		resolve_criteria(arena, &overrides[i].rules.criteria.list);
}
