/*
 * Taking a measure, the first time and again without something. Private to lib/score.
 */
#ifndef SCORE_TRIAL_H
#define SCORE_TRIAL_H

#include "partner/score.h"

/*
 * Takes a measure of a criterion as `view` shows it, and its points. Lists the records used in
 * `used`, unless that is NULL.
 */
void trial_take(struct scored_measure *measure, const struct criterion *criterion,
	const struct view *view, struct arena *used);

#endif
