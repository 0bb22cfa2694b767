/* What scores are made of. */
#include <math.h>

#include "partner/attribution.h"

/* Makes the weights of the criteria that have a score add up to 1, and the others' 0. */
static void normalise_weights(struct compound *criteria, size_t n)
{
	double sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += isnan(criteria[i].score) ? 0 : criteria[i].weight;
	for (size_t i = 0; i < n; i++)
		criteria[i].weight =
			isnan(criteria[i].score) || !(sum > 0) ? 0 : criteria[i].weight / sum;
}

/* The same for the shares of the measures that have points. */
static void normalise_shares(struct component *measures, size_t n)
{
	double sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += isnan(measures[i].points) ? 0 : measures[i].share;
	for (size_t i = 0; i < n; i++)
		measures[i].share =
			isnan(measures[i].points) || !(sum > 0) ? 0 : measures[i].share / sum;
}

/* Within a criterion an opinion weighs by its evidence (R11). */
static const struct component *score_components(
	struct arena *arena, const struct scored_criterion *criterion)
{
	struct component *components = arena_array(arena, criterion->n, sizeof(struct component));

	for (size_t i = 0; i < criterion->n; i++) {
		const struct scored_measure *measure = &criterion->measures[i];

		components[i] = (struct component){.measure = measure->how->measure.text,
			.points = measure->points,
			.share = measure->weight * measure->taken.factor};
	}
	normalise_shares(components, criterion->n);
	return components;
}

struct composition composition_of_score(struct arena *arena, const struct score *score)
{
	struct compound *criteria = arena_array(arena, score->n, sizeof(struct compound));

	for (size_t i = 0; i < score->n; i++) {
		const struct scored_criterion *criterion = &score->criteria[i];

		criteria[i] = (struct compound){.criterion = criterion->criterion->id.text,
			.score = criterion->score,
			.weight = criterion->weight,
			.measures = score_components(arena, criterion),
			.n = criterion->n};
	}
	normalise_weights(criteria, score->n);
	return (struct composition){score->score, criteria, score->n};
}

static const struct component *card_components(
	struct arena *arena, const struct card_criterion *criterion)
{
	const struct card_measure *measures = criterion->measures.items;
	size_t n = criterion->measures.n;
	struct component *components = arena_array(arena, n, sizeof(struct component));

	for (size_t i = 0; i < n; i++)
		components[i] = (struct component){.measure = measures[i].measure,
			.points = measures[i].points,
			.share = measures[i].weight};
	normalise_shares(components, n);
	return components;
}

struct composition composition_of_card(struct arena *arena, const struct scorecard *card)
{
	const struct card_criterion *cards = card->criteria.items;
	size_t n = card->criteria.n;
	struct compound *criteria = arena_array(arena, n, sizeof(struct compound));

	for (size_t i = 0; i < n; i++)
		criteria[i] = (struct compound){.criterion = cards[i].criterion,
			.score = cards[i].score,
			.weight = cards[i].weight,
			.measures = card_components(arena, &cards[i]),
			.n = cards[i].measures.n};
	normalise_weights(criteria, n);
	return (struct composition){card->score, criteria, n};
}
