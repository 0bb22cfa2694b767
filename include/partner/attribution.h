/**
 * Attribution: a difference of two scores, taken apart exactly.
 *
 * A score is S = Σ w·v over its measured criteria, their weights adding up to 1, and each
 * v = Σ u·x over its measured measures. From one state to another a criterion's value effect is
 * w̄·Δv and its weight effect Δw·(v̄ − S̄); a measure's effect is w̄·(ū·Δx + Δu·(x̄ − v̄)), bars
 * being the means of both ends: symmetric, and exact for two factors (Shapley 1953). What is
 * measured at one end only has the other end's value there, and weight 0; of such a criterion the
 * value effect is 0, and its measures share the weight effect as ±w·u·(x − S̄).
 */
#ifndef PARTNER_ATTRIBUTION_H
#define PARTNER_ATTRIBUTION_H

#include <stddef.h>

#include "partner/arena.h"
#include "partner/score.h"
#include "partner/scorecard.h"

/** The steps from one state to the next, in order. */
enum step { STEP_POLICY, STEP_CALIBRATION, STEP_TIME, STEP_DATA, STEPS };

/** A measure of a composition; names are compared as strings, the n-th of a name with the n-th. */
struct component {
	const char *measure;
	double points; /**< NaN: not measured */
	double share;  /**< of its criterion, all measured together 1; 0 when not measured */
};

struct compound {
	const char *criterion;
	double score;  /**< Σ share·points; NaN: nothing measured */
	double weight; /**< all measured together 1; 0 when not measured */
	const struct component *measures;
	size_t n;
};

/** What a score is made of. */
struct composition {
	double score; /**< NaN: there is none */
	const struct compound *criteria;
	size_t n;
};

/** Of a score as it was taken; unrounded. */
struct composition composition_of_score(struct arena *arena, const struct score *score);

/**
 * Of a card, whose numbers are rounded, and whose measures' shares do not tell how much of an
 * opinion is doubted: what they lack is made up for when they are printed.
 */
struct composition composition_of_card(struct arena *arena, const struct scorecard *card);

struct measure_effect {
	const char *measure;
	double effects[STEPS];
	double bars[STEPS]; /**< w̄·ū, by which points of the measure count */
	double from, to;    /**< points at the two ends of all; NaN */
};

struct criterion_effect {
	const char *criterion;
	double value, weight; /**< of all steps together */
	/**
	 * As much of `weight` as the measures share, being of steps at one end of which alone
	 * the criterion was measured.
	 */
	double shared;
	double from, to;                 /**< scores at the two ends of all; NaN */
	struct measure_effect *measures; /**< in the order that the criteria have */
	size_t n;
};

struct attribution {
	double parts[STEPS]; /**< of the difference */
	struct criterion_effect
		*criteria; /**< of the newest composition in its order, then others */
	size_t n;
};

/**
 * Takes apart the difference between states[0] and states[STEPS], which have scores; states[i]
 * comes before step i. A state without a score gives its step the part 0, and the next step that
 * has one takes it. Σ parts = the difference, and for compositions whose scores are the sums that
 * they should be Σ (value + weight) as well, and of each criterion Σ of its measures' effects =
 * value + shared; all to 1e-9.
 */
void attribute(struct attribution *attribution, struct arena *arena,
	const struct composition states[STEPS + 1]);

#endif
