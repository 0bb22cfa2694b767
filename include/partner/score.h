/**
 * Score: from measures to criteria to one number, with what is known about its limits.
 *
 * Criterion = weighted mean of its measured measures; score = weighted mean of the measured
 * criteria. Missing data is neither 0 nor 100: it lowers the coverage, and floor and ceiling
 * say what it could have made of the score.
 */
#ifndef PARTNER_SCORE_H
#define PARTNER_SCORE_H

#include <stdbool.h>
#include <stddef.h>

#include "partner/arena.h"
#include "partner/interval.h"
#include "partner/measure.h"

struct scored_measure {
	const struct policy_measure *how;
	const struct measure_info *info;
	struct measurement taken;
	double points;                /**< 0–100; NaN unless measured */
	struct interval value_range;  /**< of taken.value, once score_ranges has been called */
	struct interval points_range; /**< what the scale makes of it */
	double weight;                /**< as the policy says */
	double share;                 /**< of the criterion, all its measures together 1 */
	double pull;                  /**< share of the whole score, 0 unless measured (R13) */
};

struct scored_criterion {
	const struct criterion *criterion;
	struct scored_measure *measures;
	size_t n;
	double weight; /**< of the policy, all criteria of this kind of partner together 1 */
	double score;  /**< NaN when nothing of it is measured */
	struct interval range; /**< of the score, once score_ranges has been called */
	double coverage;       /**< measured share of what applies; NaN when nothing applies */
};

struct score {
	const struct rules *rules;
	struct scored_criterion *criteria;
	size_t n;
	double score;          /**< NaN when nothing is measured; not rounded */
	struct interval range; /**< of it, once score_ranges has been called; not rounded */
	double floor;      /**< if everything not recorded were worth 0; NaN when nothing applies */
	double ceiling;    /**< if it were worth 100 */
	double coverage;   /**< measured share of what applies, 4 decimals; 0 when nothing does */
	const char *grade; /**< of the policy's bands, "-" below the minimum of coverage */
};

/**
 * Scores what `view` shows, everything in `arena`. With `records` every measurement lists what
 * it used. The rules need all scales.
 */
void score_take(struct score *score, struct arena *arena, const struct view *view, bool records);

/**
 * Fills in the intervals of measures, criteria and total: MOVER over the nested weights, in which
 * panels hang together where the same uncalibrated raters sit on them (R12); 0 to 100. The score
 * was taken with records from this very `view`, whose quantiles_of it takes: they are the same
 * for all views by the same rules and calibration.
 */
void score_ranges(struct score *score, struct arena *scratch, const struct view *view,
	struct quantiles quantiles);

/** There is a grade: no policy can call one "-". */
static inline bool grade_given(const char *grade)
{
	return grade[0] != '-' || grade[1] != '\0';
}

static inline bool score_graded(const struct score *score)
{
	return grade_given(score->grade);
}

/** The whole interval, as printed, lies in the band of the grade (R51). */
bool score_firm(const struct score *score);

/** R24: relative change of all criteria's weights that cannot move the grade, 0–1; ungraded NaN. */
double score_tolerance(const struct score *score, struct arena *scratch);

/* ---- leaving out (R49, R50) ---- */

struct use;

/** What measures used, sorted by whom or what it is of. */
struct trial_uses {
	struct use *items;
	size_t n;
};

/** A score of which something is left out, and after that something else. */
struct trial {
	struct arena *arena;
	const struct score *score;
	struct view view;
	struct score left; /**< without what was left out last */
	bool *changed;     /**< by criterion: its measures are not those of the score */
	struct trial_uses raters, records; /**< found when they are first needed */
};

/**
 * Ready for leaving out of `score`, which was taken with records from this very `view`. Both stay
 * as they are; what the trial needs lives in `arena`, all at once: no try takes any more of it.
 */
void trial_init(struct trial *trial, struct arena *arena, const struct score *score,
	const struct view *view);

/**
 * The score without one rater's ratings of the side, without one criterion of the policy (it is
 * still there, but weighs nothing), and without one record that some measure used. Measures,
 * total, coverage and grade are filled in, intervals are not. Holds until the next is asked for.
 */
const struct score *trial_without_rater(struct trial *trial, const struct rater *rater);
const struct score *trial_without_criterion(struct trial *trial, size_t criterion);
const struct score *trial_without_record(struct trial *trial, const struct used_record *used);

/** Whether some measure used a rating of this rater. */
bool trial_has_rater(struct trial *trial, const struct rater *rater);

/** Every record that some measure used, once, in the order of its first use; `n` of them. */
const struct used_record *const *trial_records(struct trial *trial, size_t *n);

/** How many points of the total score a record accounts for. */
struct record_effect {
	const struct head *head;
	double effect; /**< S − S without the record; NaN when nothing would be left (R50) */
};

struct record_effects {
	struct record_effect *items; /**< sorted by head */
	size_t n;
	/** Of each use, in the order of the score's criteria, measures and used records: points of
	 * the measure that the record accounts for; NaN: without it there are none. NULL when no
	 * effects were taken. */
	double *points;
};

/**
 * The effect of every record that the measures of `score` used, which was taken with records from
 * this very `view`.
 */
void score_effects(struct record_effects *effects, struct arena *arena, const struct score *score,
	const struct view *view);

/** The effect of one of them; NaN when it was not used. */
double effect_of(const struct record_effects *effects, const struct head *head);

/* ---- the trend (R18) ---- */

/** What the score was on a day. */
struct score_point {
	int32_t as_of;
	double score; /**< as printed, one decimal; NaN without */
	double coverage;
	const char *grade; /**< "-" when ungraded */
};

/** The score on an earlier day, by the same policy and calibration. */
struct score_point score_on(const struct view *view, int32_t as_of);

/** The quarter end `back` (from 1) quarter ends before D, D itself not counted. */
int32_t score_quarter(const struct view *view, int back);

/** So many quarter ends make the slope. */
#define SLOPE_QUARTERS 4

/**
 * Points of the score gained a quarter: Theil–Sen over the points and today, as far as they are
 * graded, not before the partnership began, and cover nearly as much as today. To one decimal;
 * NaN when fewer than three are left.
 */
double score_slope(const struct view *view, const struct score_point *points, size_t n,
	const struct score *today, struct arena *scratch);

/** R5: to one decimal, halves up with a nudge, so that grades can be checked from the print. */
double score_round(double points);

/** The grade of rounded points by the bands of the policy. */
const char *score_grade(const struct rules *rules, double rounded);

#endif
