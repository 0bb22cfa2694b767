#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "combine.h"
#include "trial.h"

/* Of a weighted mean: Σ weight × value, Σ weight. */
struct mean_parts {
	double sum, weight;
};

/* One use of a record by one measure. */
struct use {
	const struct head *head;
	unsigned reads; /* the kind of record, as measures name it */
	size_t criterion, measure;
	const struct used_record *used;
};

static int compare_heads(const struct head *a, const struct head *b)
{
	return ((uintptr_t)a > (uintptr_t)b) - ((uintptr_t)a < (uintptr_t)b);
}

static int compare_uses(const void *left, const void *right)
{
	return compare_heads(((const struct use *)left)->head, ((const struct use *)right)->head);
}

static int compare_effects(const void *left, const void *right)
{
	return compare_heads(((const struct record_effect *)left)->head,
		((const struct record_effect *)right)->head);
}

static size_t count_uses(const struct score *score)
{
	size_t n = 0;

	for (size_t i = 0; i < score->n; i++)
		for (size_t k = 0; k < score->criteria[i].n; k++)
			n += score->criteria[i].measures[k].taken.n_used;
	return n;
}

/* All uses, those of one record side by side. */
static void collect_uses(const struct score *score, struct use *uses)
{
	size_t n = 0;

	for (size_t i = 0; i < score->n; i++) {
		for (size_t k = 0; k < score->criteria[i].n; k++) {
			const struct measurement *taken = &score->criteria[i].measures[k].taken;

			for (size_t u = 0; u < taken->n_used; u++)
				uses[n++] = (struct use){taken->used[u].head,
					measure_reads(taken->used[u].record), i, k,
					&taken->used[u]};
		}
	}
	qsort(uses, n, sizeof(struct use), compare_uses);
}

/* ---- a score without a record ---- */

/* A score whose measures may be changed, and be made again what they were. */
struct trial {
	const struct score *score;
	struct score copy;
	struct view view;
};

static void restore(struct trial *trial)
{
	for (size_t i = 0; i < trial->score->n; i++)
		memcpy(trial->copy.criteria[i].measures, trial->score->criteria[i].measures,
			trial->score->criteria[i].n * sizeof(struct scored_measure));
}

/* What is more than a mean of its records is taken once more. */
static void retake(struct trial *trial, const struct scored_criterion *criterion, unsigned reads)
{
	for (size_t i = 0; i < criterion->n; i++) {
		struct scored_measure *measure = &criterion->measures[i];

		if (measure->info->reads & ~measure->info->separable & reads)
			trial_take(measure, criterion->criterion, &trial->view, NULL);
	}
}

/* What is left without one part, added up anew. */
static struct mean_parts others(const struct measurement *taken, const struct used_record *used)
{
	struct mean_parts parts = {0, 0};

	for (size_t i = 0; i < taken->n_used; i++) {
		if (&taken->used[i] == used)
			continue;
		parts.sum += taken->used[i].value * taken->used[i].weight;
		parts.weight += taken->used[i].weight;
	}
	return parts;
}

/* Beside a part of nearly all the weight, subtracting would leave rounding errors only. */
#define DOMINANT 0.999999

/* A mean loses one of its parts. */
static void take_out(struct scored_measure *measure, const struct used_record *used)
{
	struct measurement *taken = &measure->taken;
	struct mean_parts left = {taken->value * taken->weight - used->value * used->weight,
		taken->weight - used->weight};

	if (used->weight > DOMINANT * taken->weight)
		left = others(taken, used);
	if (left.weight <= 0) {
		taken->status = MEASURE_NO_DATA;
		return;
	}
	taken->value = left.sum / left.weight;
	measure->points = scale_points(measure->how, taken->value);
}

static double score_without(struct trial *trial, const struct use *uses, size_t n)
{
	restore(trial);
	trial->view.without = uses[0].head;
	for (size_t i = 0; i < trial->copy.n; i++)
		retake(trial, &trial->copy.criteria[i], uses[0].reads);
	for (size_t i = 0; i < n; i++) {
		struct scored_measure *measure =
			&trial->copy.criteria[uses[i].criterion].measures[uses[i].measure];

		if (measure->info->separable & uses[0].reads)
			take_out(measure, uses[i].used);
	}
	return combine_total(&trial->copy, counts_measured);
}

void score_effects(struct record_effects *effects, struct arena *arena, const struct score *score,
	const struct view *view)
{
	size_t n = count_uses(score), end;
	struct use *uses = arena_array(arena, n, sizeof(struct use));
	struct trial trial = {.score = score, .view = *view};

	collect_uses(score, uses);
	trial_copy(&trial.copy, arena, score);
	effects->n = 0;
	effects->items = arena_array(arena, n, sizeof(struct record_effect));
	for (size_t i = 0; i < n; i = end) {
		for (end = i + 1; end < n && uses[end].head == uses[i].head;)
			end++;
		effects->items[effects->n++] = (struct record_effect){
			uses[i].head, score->score - score_without(&trial, &uses[i], end - i)};
	}
}

double effect_of(const struct record_effects *effects, const struct head *head)
{
	struct record_effect wanted = {head, 0};
	const struct record_effect *found = effects->n
		? bsearch(&wanted, effects->items, effects->n, sizeof(wanted), compare_effects)
		: NULL;

	return found ? found->effect : NAN;
}
