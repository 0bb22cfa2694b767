#include "partner/score.h"

#include <math.h>

#include "combine.h"

/* Shares of events resting on fewer records than this may lower a grade, not raise it. */
#define FEW_EVENTS 5

double score_round(double points)
{
	return floor(10 * points + 0.5 + 1e-6) / 10;
}

const char *score_grade(const struct rules *rules, double rounded)
{
	const char *grade = "-";

	EACH (struct grade_band, band, rules->grades) {
		grade = band->grade.text;
		if (rounded >= band->from.value)
			break;
	}
	return grade;
}

/* A criterion that names kinds of partners holds for those only (R48). */
static bool applies(const struct criterion *criterion, const struct partner *partner)
{
	EACH (struct word_field, kind, criterion->kinds)
		if (kind->value == WORD_OR(partner->kind, -1))
			return true;
	return criterion->kinds.list.n == 0;
}

static void take_measure(struct scored_measure *measure, const struct policy_measure *how,
	const char *criterion, struct arena *arena, const struct view *view)
{
	struct question question = {view, how, criterion, arena};

	measure->how = how;
	measure->info = measure_find(how->measure.text);
	measure->weight = HAS(how->weight) ? how->weight.value : 1;
	measure_take(measure->info, &question, &measure->taken);
	measure->points = counts_measured(measure) ? scale_points(how, measure->taken.value) : NAN;
}

static void take_criterion(struct scored_criterion *scored, const struct criterion *criterion,
	struct arena *arena, const struct view *view)
{
	scored->criterion = criterion;
	scored->weight = criterion->weight.value;
	scored->measures =
		arena_array(arena, criterion->measures.list.n, sizeof(struct scored_measure));
	EACH (struct policy_measure, how, criterion->measures)
		take_measure(&scored->measures[scored->n++], how, criterion->id.text, arena, view);
}

static void normalise_weights(struct score *score)
{
	double sum = 0;

	for (size_t i = 0; i < score->n; i++)
		sum += score->criteria[i].weight;
	for (size_t i = 0; sum > 0 && i < score->n; i++)
		score->criteria[i].weight /= sum;
}

static bool counts_many(const struct scored_measure *measure)
{
	return counts_measured(measure) &&
		!(measure->info->event_share && measure->taken.n < FEW_EVENTS);
}

/* R2: the lower of the score and of what it is without shares of few events. */
static double grading_points(const struct score *score)
{
	double without = combine_total(score, counts_many);

	return isnan(without) ? score->score : fmin(score->score, without);
}

void score_take(struct score *score, struct arena *arena, const struct view *view)
{
	const struct rules *rules = view->rules;

	*score = (struct score){.rules = rules, .grade = "-"};
	score->criteria =
		arena_array(arena, rules->criteria.list.n, sizeof(struct scored_criterion));
	EACH (struct criterion, criterion, rules->criteria)
		if (applies(criterion, view->partner))
			take_criterion(&score->criteria[score->n++], criterion, arena, view);
	normalise_weights(score);
	combine(score);
	if (!isnan(score->score) && score->coverage >= rules->min_coverage.value)
		score->grade = score_grade(rules, score_round(grading_points(score)));
}
