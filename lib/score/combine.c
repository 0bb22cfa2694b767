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

/* What a criterion, or the whole, is made of. */
struct sums {
	struct mean score;          /* of what is measured */
	struct mean many;           /* the same without shares of few events (R2) */
	struct mean floor, ceiling; /* if what was not recorded were worth 0 or 100 (R59) */
	struct mean coverage;       /* by the policy's weights, of what applies (R13) */
};

/* A part of which there is nothing counts nowhere. */
static void mean_join(struct mean *mean, const struct mean *part, double weight)
{
	if (part->weight > 0)
		mean_add(mean, mean_value(part), weight);
}

bool counts_measured(const struct scored_measure *measure)
{
	return measure->taken.status == MEASURE_MEASURED;
}

double combine_weight(const struct scored_measure *measure)
{
	return measure->weight * measure->taken.factor;
}

double combine_total(const struct score *score)
{
	struct mean total = {0};

	for (size_t i = 0; i < score->n; i++) {
		const struct scored_criterion *criterion = &score->criteria[i];
		struct mean inner = {0};

		for (size_t k = 0; k < criterion->n; k++)
			if (counts_measured(&criterion->measures[k]))
				mean_add(&inner, criterion->measures[k].points,
					combine_weight(&criterion->measures[k]));
		mean_join(&total, &inner, criterion->weight);
	}
	return mean_value(&total);
}

static void add_measured(struct sums *sums, const struct scored_measure *measure)
{
	double weight = combine_weight(measure);

	mean_add(&sums->score, measure->points, weight);
	mean_add(&sums->coverage, 1, measure->weight);
	if (!measure->info->event_share || measure->taken.n >= FEW_EVENTS)
		mean_add(&sums->many, measure->points, weight);
}

static struct sums sum_measures(const struct scored_criterion *criterion)
{
	struct sums sums = {0};
	double missing = 0;

	for (size_t i = 0; i < criterion->n; i++) {
		const struct scored_measure *measure = &criterion->measures[i];

		if (counts_measured(measure))
			add_measured(&sums, measure);
		else if (measure->taken.status == MEASURE_NO_DATA)
			missing += measure->weight;
	}
	sums.floor = sums.ceiling = sums.score;
	mean_add(&sums.floor, 0, missing);
	mean_add(&sums.ceiling, 100, missing);
	mean_add(&sums.coverage, 0, missing);
	return sums;
}

static void add_criterion(struct sums *total, const struct sums *sums, double weight)
{
	mean_join(&total->score, &sums->score, weight);
	mean_join(&total->many, &sums->many, weight);
	mean_join(&total->floor, &sums->floor, weight);
	mean_join(&total->ceiling, &sums->ceiling, weight);
	mean_join(&total->coverage, &sums->coverage, weight);
}

/* Of all criteria together those that are measured weigh `all_weight`. */
static void share_out(struct scored_criterion *criterion, double all_weight)
{
	double policy = 0, measured = 0;

	for (size_t i = 0; i < criterion->n; i++) {
		const struct scored_measure *measure = &criterion->measures[i];

		policy += measure->weight;
		measured += counts_measured(measure) ? combine_weight(measure) : 0;
	}
	for (size_t i = 0; i < criterion->n; i++) {
		struct scored_measure *measure = &criterion->measures[i];

		measure->share = policy > 0 ? measure->weight / policy : 0;
		measure->pull = 0;
		if (counts_measured(measure) && measured > 0 && all_weight > 0)
			measure->pull =
				criterion->weight / all_weight * combine_weight(measure) / measured;
	}
}

/* To four decimals with the nudge that scores have, so that the print can be checked. */
static double round_coverage(const struct mean *coverage)
{
	return coverage->weight > 0 ? floor(1e4 * mean_value(coverage) + 0.5 + 1e-6) / 1e4 : 0;
}

/* R2: by the lower of the score and of what it is without shares of few events, if that exists. */
static const char *grade_of(const struct score *score, double many)
{
	if (isnan(score->score) || score->coverage < score->rules->min_coverage.value)
		return "-";
	return score_grade(score->rules, score_round(fmin(score->score, many)));
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
	struct sums total = {0};

	for (size_t i = 0; i < score->n; i++) {
		struct scored_criterion *criterion = &score->criteria[i];
		struct sums sums = sum_measures(criterion);

		criterion->score = mean_value(&sums.score);
		criterion->coverage = mean_value(&sums.coverage);
		add_criterion(&total, &sums, criterion->weight);
	}
	for (size_t i = 0; i < score->n; i++)
		share_out(&score->criteria[i], total.score.weight);
	score->score = mean_value(&total.score);
	score->floor = mean_value(&total.floor);
	score->ceiling = mean_value(&total.ceiling);
	score->coverage = round_coverage(&total.coverage);
	score->grade = grade_of(score, mean_value(&total.many));
}
