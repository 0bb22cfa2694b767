#include "combine.h"

#include <math.h>

/* Shares of events resting on fewer records than this may lower a grade, not raise it. */
#define FEW_EVENTS 5

/* A weighted sum and its weight. */
struct mean {
	double sum, weight;
};

static void mean_add(struct mean *mean, double value, double weight)
{
	mean->sum += value * weight;
	mean->weight += weight;
}

static double mean_value(const struct mean *mean)
{
	return mean->weight > 0 ? mean->sum / mean->weight : NAN;
}

bool counts_measured(const struct scored_measure *measure)
{
	return measure->taken.status == MEASURE_MEASURED;
}

double combine_weight(const struct scored_measure *measure)
{
	return measure->weight * measure->taken.factor;
}

static struct mean criterion_mean(const struct scored_criterion *criterion, counts_fn *counts)
{
	struct mean mean = {0};

	for (size_t i = 0; i < criterion->n; i++)
		if (counts(&criterion->measures[i]))
			mean_add(&mean, criterion->measures[i].points,
				combine_weight(&criterion->measures[i]));
	return mean;
}

double combine_total(const struct score *score, counts_fn *counts)
{
	struct mean total = {0};

	for (size_t i = 0; i < score->n; i++) {
		struct mean inner = criterion_mean(&score->criteria[i], counts);

		if (inner.weight > 0)
			mean_add(&total, mean_value(&inner), score->criteria[i].weight);
	}
	return mean_value(&total);
}

/* The total if everything that was not recorded were worth `points` (R59). */
static double total_with(const struct score *score, double points)
{
	struct mean total = {0};

	for (size_t i = 0; i < score->n; i++) {
		const struct scored_criterion *criterion = &score->criteria[i];
		struct mean inner = criterion_mean(criterion, counts_measured);

		for (size_t k = 0; k < criterion->n; k++)
			if (criterion->measures[k].taken.status == MEASURE_NO_DATA)
				mean_add(&inner, points, criterion->measures[k].weight);
		if (inner.weight > 0)
			mean_add(&total, mean_value(&inner), criterion->weight);
	}
	return mean_value(&total);
}

/* R13: by the policy's weights; what does not apply counts nowhere. */
static double criterion_coverage(const struct scored_criterion *criterion)
{
	struct mean mean = {0};

	for (size_t i = 0; i < criterion->n; i++) {
		const struct scored_measure *measure = &criterion->measures[i];

		if (measure->taken.status == MEASURE_MEASURED)
			mean_add(&mean, 1, measure->weight);
		else if (measure->taken.status == MEASURE_NO_DATA)
			mean_add(&mean, 0, measure->weight);
	}
	return mean_value(&mean);
}

static double total_coverage(const struct score *score)
{
	struct mean mean = {0};

	for (size_t i = 0; i < score->n; i++)
		if (!isnan(score->criteria[i].coverage))
			mean_add(&mean, score->criteria[i].coverage, score->criteria[i].weight);
	/* to four decimals with the nudge that scores have, so that the print can be checked */
	return mean.weight > 0 ? floor(1e4 * mean_value(&mean) + 0.5 + 1e-6) / 1e4 : 0;
}

static void share_out(struct scored_criterion *criterion, double measured, double all_weight)
{
	double policy = 0;

	for (size_t i = 0; i < criterion->n; i++)
		policy += criterion->measures[i].weight;
	for (size_t i = 0; i < criterion->n; i++) {
		struct scored_measure *measure = &criterion->measures[i];

		measure->share = policy > 0 ? measure->weight / policy : 0;
		measure->pull = 0;
		if (counts_measured(measure) && measured > 0 && all_weight > 0)
			measure->pull =
				criterion->weight / all_weight * combine_weight(measure) / measured;
	}
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

static const char *grade_of(const struct score *score)
{
	if (isnan(score->score) || score->coverage < score->rules->min_coverage.value)
		return "-";
	return score_grade(score->rules, score_round(grading_points(score)));
}

void combine_normalise(struct score *score)
{
	double sum = 0;

	for (size_t i = 0; i < score->n; i++)
		sum += score->criteria[i].weight;
	for (size_t i = 0; sum > 0 && i < score->n; i++)
		score->criteria[i].weight /= sum;
}

void combine(struct score *score)
{
	double all_weight = 0;

	for (size_t i = 0; i < score->n; i++) {
		struct scored_criterion *criterion = &score->criteria[i];
		struct mean mean = criterion_mean(criterion, counts_measured);

		criterion->score = mean_value(&mean);
		criterion->coverage = criterion_coverage(criterion);
		all_weight += mean.weight > 0 ? criterion->weight : 0;
	}
	for (size_t i = 0; i < score->n; i++) {
		struct mean mean = criterion_mean(&score->criteria[i], counts_measured);

		share_out(&score->criteria[i], mean.weight, all_weight);
	}
	score->score = combine_total(score, counts_measured);
	score->floor = total_with(score, 0);
	score->ceiling = total_with(score, 100);
	score->coverage = total_coverage(score);
	score->grade = grade_of(score);
}
