#include <math.h>
#include <string.h>

#include "combine.h"
#include "partner/weights.h"

/*
 * How much of a rating's variance is the rater's own bias, where no calibration has taken it
 * out: 0.20 of 0.64 (R12).
 */
#define SHARED_VARIANCE 0.3125

/* The parts of the total, and who made them. */
struct total {
	struct interval_part *parts;
	const double **shares; /* by part: of each rater in a panel; NULL: uncorrelated */
	size_t n, n_raters;
};

static const struct interval nowhere = {NAN, NAN};

/* ---- measures ---- */

/*
 * A ratio without bound is worth 0 points, whatever the scale makes of its range; and no
 * rounding may put points outside their range.
 */
static void set_measure(struct scored_measure *measure, const char *criterion,
	const struct view *view, struct quantiles quantiles)
{
	struct question question = {view, measure->how, criterion, NULL, quantiles};
	struct interval points;

	measure->value_range = measure->points_range = nowhere;
	if (!counts_measured(measure))
		return;
	measure->value_range = measure_range(measure->info, &question, &measure->taken);
	points = scale_range(measure->how, measure->value_range);
	measure->points_range.low = fmin(points.low, measure->points);
	measure->points_range.high = fmax(points.high, measure->points);
}

/* ---- sums ---- */

static struct interval within_points(struct interval range)
{
	return (struct interval){fmax(range.low, 0), fmin(range.high, 100)};
}

static void set_criterion(struct scored_criterion *criterion, struct interval_part *parts)
{
	double weight = 0;
	size_t n = 0;

	criterion->range = nowhere;
	if (isnan(criterion->score))
		return;
	for (size_t i = 0; i < criterion->n; i++)
		if (counts_measured(&criterion->measures[i]))
			weight += combine_weight(&criterion->measures[i]);
	for (size_t i = 0; i < criterion->n; i++) {
		const struct scored_measure *measure = &criterion->measures[i];

		if (counts_measured(measure))
			parts[n++] = (struct interval_part){combine_weight(measure) / weight,
				measure->points, measure->points_range};
	}
	criterion->range = within_points(interval_combine(parts, n, NULL, NULL));
}

/* Each rater's share of the weight in a panel, by place in view->raters. */
static const double *panel_shares(
	const struct view *view, const char *criterion, double weight, struct arena *arena)
{
	const struct rating *ratings = LIST_ITEMS(struct rating, view->partner->ratings);
	double *shares = arena_array(arena, view->n_raters, sizeof(double));
	struct panel_vote *votes;
	size_t n = panel_votes(view, criterion, arena, &votes);

	for (size_t i = 0; i < n; i++)
		shares[view->rater_of[votes[i].rating - ratings]] = votes[i].weight / weight;
	return shares;
}

static double panel_correlation(size_t i, size_t j, const void *context)
{
	const struct total *total = context;

	if (!total->shares[i] || !total->shares[j])
		return 0;
	return SHARED_VARIANCE *
		interval_overlap(total->shares[i], total->shares[j], total->n_raters);
}

/* A calibration has taken the raters' bias out, so that nothing joins the panels. */
static void add_part(struct total *total, const struct scored_measure *measure,
	const char *criterion, const struct view *view, struct arena *arena)
{
	if (!view->calibration && (measure->info->reads & READS_RATINGS))
		total->shares[total->n] =
			panel_shares(view, criterion, measure->taken.weight, arena);
	total->parts[total->n++] =
		(struct interval_part){measure->pull, measure->points, measure->points_range};
}

static size_t count_measures(const struct score *score)
{
	size_t n = 0;

	for (size_t i = 0; i < score->n; i++)
		n += score->criteria[i].n;
	return n;
}

/* R12, R13. */
static void set_total(
	struct score *score, struct total *total, const struct view *view, struct arena *arena)
{
	score->range = nowhere;
	if (isnan(score->score))
		return;
	total->shares = arena_array(arena, count_measures(score), sizeof(double *));
	for (size_t i = 0; i < score->n; i++) {
		const struct scored_criterion *criterion = &score->criteria[i];

		for (size_t k = 0; k < criterion->n; k++)
			if (criterion->measures[k].pull > 0)
				add_part(total, &criterion->measures[k],
					criterion->criterion->id.text, view, arena);
	}
	score->range = within_points(interval_combine(
		total->parts, total->n, view->calibration ? NULL : panel_correlation, total));
}

void score_ranges(struct score *score, struct arena *arena, const struct view *view)
{
	struct total total = {.n_raters = view->n_raters};
	struct quantiles quantiles = quantiles_of(view);

	total.parts = arena_array(arena, count_measures(score), sizeof(struct interval_part));
	for (size_t i = 0; i < score->n; i++) {
		struct scored_criterion *criterion = &score->criteria[i];

		for (size_t k = 0; k < criterion->n; k++)
			set_measure(&criterion->measures[k], criterion->criterion->id.text, view,
				quantiles);
		set_criterion(criterion, total.parts);
	}
	set_total(score, &total, view, arena);
}

/* ---- what the grade rests on ---- */

static bool has_grade(const struct score *score, double points)
{
	return !strcmp(score_grade(score->rules, score_round(points)), score->grade);
}

bool score_firm(const struct score *score)
{
	return score_graded(score) && has_grade(score, score->range.low) &&
		has_grade(score, score->range.high);
}

/* The band of rounded points; the last one has no end below, the first one none above. */
static struct interval band_around(const struct rules *rules, double rounded)
{
	const struct grade_band *bands = LIST_ITEMS(struct grade_band, rules->grades);
	size_t i = 0, last = rules->grades.list.n - 1;

	while (i < last && rounded < bands[i].from.value)
		i++;
	return (struct interval){
		i < last ? bands[i].from.value : -INFINITY,
		i > 0 ? bands[i - 1].from.value : INFINITY,
	};
}

double score_tolerance(const struct score *score, struct arena *scratch)
{
	struct weights_part *parts;
	size_t n = 0;

	if (!score_graded(score))
		return NAN;
	parts = arena_array(scratch, score->n, sizeof(struct weights_part));
	for (size_t i = 0; i < score->n; i++)
		if (!isnan(score->criteria[i].score))
			parts[n++] = (struct weights_part){
				score->criteria[i].score, score->criteria[i].weight};
	return weights_tolerance(
		parts, n, band_around(score->rules, score_round(score->score)), scratch);
}
