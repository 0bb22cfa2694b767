#include "composed.h"

#include <math.h>

struct composition compose(struct compound *criteria, size_t n)
{
	struct composition whole = {.score = 0, .criteria = criteria, .n = n};
	double weights = 0;

	for (size_t i = 0; i < n; i++)
		weights += isnan(criteria[i].score) ? 0 : criteria[i].weight;
	for (size_t i = 0; i < n; i++) {
		struct compound *criterion = &criteria[i];

		criterion->weight =
			isnan(criterion->score) || weights == 0 ? 0 : criterion->weight / weights;
		whole.score += isnan(criterion->score) ? 0 : criterion->weight * criterion->score;
	}
	if (weights == 0)
		whole.score = NAN;
	return whole;
}

void compose_measures(struct compound *criterion, struct component *measures, size_t n)
{
	double shares = 0;

	criterion->measures = measures;
	criterion->n = n;
	criterion->score = 0;
	for (size_t i = 0; i < n; i++)
		shares += isnan(measures[i].points) ? 0 : measures[i].share;
	for (size_t i = 0; i < n; i++) {
		measures[i].share =
			isnan(measures[i].points) || shares == 0 ? 0 : measures[i].share / shares;
		criterion->score +=
			isnan(measures[i].points) ? 0 : measures[i].share * measures[i].points;
	}
	if (shares == 0)
		criterion->score = NAN;
}

void attribute_data(struct attribution *attribution, struct arena *arena, struct composition from,
	struct composition to)
{
	const struct composition states[STEPS + 1] = {from, from, from, from, to};

	attribute(attribution, arena, states);
}
