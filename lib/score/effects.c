#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "combine.h"

static int compare_heads(const void *left, const void *right)
{
	uintptr_t a = (uintptr_t)((const struct record_effect *)left)->head;
	uintptr_t b = (uintptr_t)((const struct record_effect *)right)->head;

	return (a > b) - (a < b);
}

/* A used record and the kinds of measures that leaving it out may change. */
struct candidate {
	struct record_effect effect; /* first, so that candidates sort as effects do */
	unsigned reads;
};

static size_t count_used(const struct score *score)
{
	size_t n = 0;

	for (size_t i = 0; i < score->n; i++)
		for (size_t k = 0; k < score->criteria[i].n; k++)
			n += score->criteria[i].measures[k].taken.n_used;
	return n;
}

/* Each used record once, in order of address. */
static size_t collect(const struct score *score, struct candidate *candidates)
{
	size_t n = 0, kept = 0;

	for (size_t i = 0; i < score->n; i++) {
		for (size_t k = 0; k < score->criteria[i].n; k++) {
			const struct measurement *taken = &score->criteria[i].measures[k].taken;

			for (size_t u = 0; u < taken->n_used; u++)
				candidates[n++] = (struct candidate){{taken->used[u].head, 0},
					measure_reads(taken->used[u].record)};
		}
	}
	qsort(candidates, n, sizeof(struct candidate), compare_heads);
	for (size_t i = 0; i < n; i++)
		if (!kept || candidates[kept - 1].effect.head != candidates[i].effect.head)
			candidates[kept++] = candidates[i];
	return kept;
}

static void retake(struct scored_criterion *criterion, const struct view *view, unsigned reads)
{
	for (size_t i = 0; i < criterion->n; i++) {
		struct scored_measure *measure = &criterion->measures[i];
		struct question question = {view, measure->how, criterion->criterion->id.text,
			NULL};

		if (!(measure->info->reads & reads))
			continue;
		measure_take(measure->info, &question, &measure->taken);
		if (counts_measured(measure))
			measure->points = scale_points(measure->how, measure->taken.value);
	}
}

/* A score of its own whose measures may be taken again without touching the original. */
static struct score copy_score(struct arena *arena, const struct score *score)
{
	struct score copy = *score;

	copy.criteria = arena_array(arena, score->n, sizeof(struct scored_criterion));
	for (size_t i = 0; i < score->n; i++) {
		copy.criteria[i] = score->criteria[i];
		copy.criteria[i].measures = arena_array(arena, score->criteria[i].n,
			sizeof(struct scored_measure));
	}
	return copy;
}

static void restore(struct score *copy, const struct score *score)
{
	for (size_t i = 0; i < score->n; i++)
		memcpy(copy->criteria[i].measures, score->criteria[i].measures,
			score->criteria[i].n * sizeof(struct scored_measure));
}

void score_effects(struct record_effects *effects, struct arena *arena, const struct score *score,
	const struct view *view)
{
	size_t most = count_used(score);
	struct candidate *candidates = arena_array(arena, most, sizeof(struct candidate));
	struct score copy = copy_score(arena, score);
	struct view without = *view;

	effects->n = collect(score, candidates);
	effects->items = arena_array(arena, effects->n, sizeof(struct record_effect));
	for (size_t i = 0; i < effects->n; i++) {
		without.without = candidates[i].effect.head;
		restore(&copy, score);
		for (size_t c = 0; c < copy.n; c++)
			retake(&copy.criteria[c], &without, candidates[i].reads);
		effects->items[i] = (struct record_effect){without.without,
			score->score - combine_total(&copy, counts_measured)};
	}
}

double effect_of(const struct record_effects *effects, const struct head *head)
{
	struct record_effect wanted = {head, 0};
	const struct record_effect *found =
		effects->n ? bsearch(&wanted, effects->items, effects->n, sizeof(wanted),
				     compare_heads)
			   : NULL;

	return found ? found->effect : NAN;
}
