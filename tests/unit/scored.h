/*
 * Scores taken from short texts, and compared.
 */
#ifndef UNIT_SCORED_H
#define UNIT_SCORED_H

#include "measured.h"
#include "partner/score.h"

/* Opens the scene that the row describes and scores it, with records; end with scene_close. */
void take_score(struct scene *scene, struct score *score, const struct measure_row *row);

/* The same, ready for leaving something out of the score. */
void take_trial(struct scene *scene, struct score *score, struct trial *trial,
	const struct measure_row *row);

/* The same as take_score, with ranges. */
void take_ranges(struct scene *scene, struct score *score, const struct measure_row *row);

/* Fails unless both are the same to 1e-9, or both NaN. */
void assert_close(double got, double expected);

/* Fails unless the figures of the total, but for its interval, are the same to 1e-9. */
void assert_same_total(const struct score *one, const struct score *other);

/* Fails unless all but the intervals, of measures, criteria and total, is the same to 1e-9. */
void assert_same_score(const struct score *one, const struct score *other);

#endif
