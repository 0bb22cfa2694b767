/**
 * Shifts: what each record did to the measures that changed.
 *
 * In the step of data a change of a record counts for as much as the measure's points differ
 * when it alone is undone; in that of time a record that came, went or says something else by
 * now counts for as much as leaving it out differs between the two days. Both are scaled to foot
 * to the measure's effect in that step where that takes a factor of ½ to 2; else the rest is what
 * they do only jointly. Where undoing or leaving out decides whether the measure is measured at
 * all, those of which that is so share its effect equally, in the step of time only if the others
 * do not foot to it. Steps of policy and calibration name no record.
 */
#ifndef PARTNER_SHIFTS_H
#define PARTNER_SHIFTS_H

#include "partner/attribution.h"
#include "partner/change.h"
#include "partner/match.h"

/** With more changes of records than this only their joint effect is told. */
#define SHIFTS_MOST 64

struct shifts_request {
	/**
	 * Before each step, and after the last one; scores taken with records from these views.
	 * Those of views[STEP_TIME] and views[STEP_DATA] are of one partner.
	 */
	const struct view *views[STEPS + 1];
	const struct score *scores[STEPS + 1];
	/** By which rules follow kind and tier of a partner; NULL: those of the views hold. */
	const struct policy_file *policy;
	const struct matching *matching; /**< of the partners of views[STEP_DATA], views[STEPS] */
	const struct attribution *attribution; /**< of these scores */
};

/**
 * The records behind the effect of each measure: arrays of struct change_record by |effect|, in
 * points of the total, not rounded, none smaller than FOOTING_NOISE. result[i][k] is of measure
 * k of criterion i of the attribution. They add up to the measure's effects in the steps of time
 * and data; what does so only jointly has neither reference nor place.
 */
struct array *const *shifts_find(struct arena *arena, const struct shifts_request *request);

#endif
