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
#include "partner/measure.h"

struct scored_measure {
	const struct policy_measure *how;
	const struct measure_info *info;
	struct measurement taken;
	double points; /**< 0–100; NaN unless measured */
	double weight; /**< as the policy says */
	double share;  /**< of the criterion, all its measures together 1 */
	double pull;   /**< share of the whole score, 0 unless measured (R13) */
};

struct scored_criterion {
	const struct criterion *criterion;
	struct scored_measure *measures;
	size_t n;
	double weight;   /**< of the policy, all criteria of this kind of partner together 1 */
	double score;    /**< NaN when nothing of it is measured */
	double coverage; /**< measured share of what applies; NaN when nothing applies */
};

struct score {
	const struct rules *rules;
	struct scored_criterion *criteria;
	size_t n;
	double score;      /**< NaN when nothing is measured; not rounded */
	double floor;      /**< if everything not recorded were worth 0; NaN when nothing applies */
	double ceiling;    /**< if it were worth 100 */
	double coverage;   /**< measured share of what applies, 4 decimals; 0 when nothing does */
	const char *grade; /**< of the policy's bands, "-" below the minimum of coverage */
};

/** Scores what `view` shows; lists used records in `arena`. The rules need all scales. */
void score_take(struct score *score, struct arena *arena, const struct view *view);

/** How many points of the total score a record accounts for. */
struct record_effect {
	const struct head *head;
	double effect; /**< S − S without the record; NaN when nothing would be left (R50) */
};

struct record_effects {
	struct record_effect *items; /**< sorted by head */
	size_t n;
};

/** The effect of every record that the measures of `score` used. */
void score_effects(struct record_effects *effects, struct arena *arena, const struct score *score,
	const struct view *view);

/** The effect of one of them; NaN when it was not used. */
double effect_of(const struct record_effects *effects, const struct head *head);

/** R5: to one decimal, halves up with a nudge, so that grades can be checked from the print. */
double score_round(double points);

/** The grade of rounded points by the bands of the policy. */
const char *score_grade(const struct rules *rules, double rounded);

#endif
