/* The score without a rater, a criterion or a record (R49). */
#include <string.h>

#include "combine.h"
#include "trial.h"

/* Takes anew, as `view` shows them, the measures that read records of these kinds. */
static void score_again(struct score *result, struct arena *arena, const struct score *score,
	const struct view *view, unsigned reads)
{
	trial_copy(result, arena, score);
	for (size_t i = 0; i < result->n; i++) {
		struct scored_criterion *criterion = &result->criteria[i];

		for (size_t k = 0; k < criterion->n; k++)
			if (criterion->measures[k].info->reads & reads)
				trial_take(
					&criterion->measures[k], criterion->criterion, view, NULL);
	}
	combine(result);
}

void score_without_rater(struct score *result, struct arena *arena, const struct score *score,
	const struct view *view, const struct rater *rater)
{
	struct view without = *view;

	without.without_rater = rater;
	score_again(result, arena, score, &without, READS_RATINGS);
}

void score_without_criterion(
	struct score *result, struct arena *arena, const struct score *score, size_t criterion)
{
	trial_copy(result, arena, score);
	result->n--;
	memmove(&result->criteria[criterion], &result->criteria[criterion + 1],
		(result->n - criterion) * sizeof(struct scored_criterion));
	combine_normalise(result);
	combine(result);
}

/* The kind of a record, as measures name it; every kind when no measure used it. */
static unsigned kind_of(const struct score *score, const struct head *head)
{
	for (size_t i = 0; i < score->n; i++) {
		for (size_t k = 0; k < score->criteria[i].n; k++) {
			const struct measurement *taken = &score->criteria[i].measures[k].taken;

			for (size_t u = 0; u < taken->n_used; u++)
				if (taken->used[u].head == head)
					return measure_reads(taken->used[u].record);
		}
	}
	return ~0U;
}

/*
 * Not by arithmetic, as the effects are: without its last record a measure may have no data or
 * not apply, and the coverage and the number of events count for the grade.
 */
void score_without_record(struct score *result, struct arena *arena, const struct score *score,
	const struct view *view, const struct head *head)
{
	struct view without = *view;

	without.without = head;
	score_again(result, arena, score, &without, kind_of(score, head));
}
