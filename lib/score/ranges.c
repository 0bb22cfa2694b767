#include <math.h>
#include <string.h>

#include "combine.h"
#include "partner/weights.h"

/*
 * How much of a rating's variance is the rater's own bias, where no calibration has taken it
 * out: 0.20 of 0.64 (R12).
 */
#define SHARED_VARIANCE 0.3125

/*
 * What the total's noise comes from, one independent of the other: the measures, and after them
 * the raters' own biases, each of which lies in all panels that the rater sits on.
 */
struct total {
	struct interval_part *parts;
	size_t n;
	struct interval_part *raters; /* by place in view->raters */
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
	criterion->range = within_points(interval_combine(parts, n));
}

/*
 * Takes out of a panel's noise what is its raters' bias, and adds that to theirs. Two panels are
 * then as correlated as their raters' shares overlap, Σ ab / √(Σa²·Σb²), times SHARED_VARIANCE.
 */
static void share_noise(struct total *total, struct interval_part *part,
	const struct measurement *panel, const struct view *view)
{
	const struct rating *ratings = LIST_ITEMS(struct rating, view->partner->ratings);
	double down = part->value - part->range.low, up = part->range.high - part->value;
	double own = sqrt(1 - SHARED_VARIANCE), squares = 0;

	for (size_t i = 0; i < panel->n_votes; i++) {
		double share = panel->votes[i].weight / panel->weight;

		squares += share * share;
	}
	for (size_t i = 0; i < panel->n_votes; i++) {
		const struct panel_vote *vote = &panel->votes[i];
		struct interval_part *rater =
			&total->raters[view->rater_of[vote->rating - ratings]];
		double share = part->weight * vote->weight / panel->weight / sqrt(squares);

		rater->range.low -= share * down;
		rater->range.high += share * up;
	}
	part->range = (struct interval){part->value - own * down, part->value + own * up};
}

/* A calibration has taken the raters' bias out, so that nothing joins the panels. */
static void add_part(
	struct total *total, const struct scored_measure *measure, const struct view *view)
{
	struct interval_part part = {measure->pull, measure->points, measure->points_range};

	if (!view->calibration && (measure->info->reads & READS_RATINGS))
		share_noise(total, &part, &measure->taken, view);
	total->parts[total->n++] = part;
}

static size_t count_measures(const struct score *score)
{
	size_t n = 0;

	for (size_t i = 0; i < score->n; i++)
		n += score->criteria[i].n;
	return n;
}

/* R12, R13. */
static void set_total(struct score *score, struct total *total, const struct view *view)
{
	score->range = nowhere;
	if (isnan(score->score))
		return;
	for (size_t i = 0; i < view->n_raters; i++)
		total->raters[i].weight = sqrt(SHARED_VARIANCE);
	for (size_t i = 0; i < score->n; i++) {
		const struct scored_criterion *criterion = &score->criteria[i];

		for (size_t k = 0; k < criterion->n; k++)
			if (criterion->measures[k].pull > 0)
				add_part(total, &criterion->measures[k], view);
	}
	for (size_t i = 0; i < view->n_raters; i++)
		total->parts[total->n++] = total->raters[i];
	score->range = within_points(interval_combine(total->parts, total->n));
}

void score_ranges(struct score *score, struct arena *scratch, const struct view *view,
	struct quantiles quantiles)
{
	struct total total = {0};

	total.parts = arena_array(
		scratch, count_measures(score) + view->n_raters, sizeof(struct interval_part));
	total.raters = arena_array(scratch, view->n_raters, sizeof(struct interval_part));
	for (size_t i = 0; i < score->n; i++) {
		struct scored_criterion *criterion = &score->criteria[i];

		for (size_t k = 0; k < criterion->n; k++)
			set_measure(&criterion->measures[k], criterion->criterion->id.text, view,
				quantiles);
		set_criterion(criterion, total.parts);
	}
	set_total(score, &total, view);
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
