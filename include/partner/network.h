/**
 * Network: activities that wait for each other, on a calendar. Critical path method with
 * finish-to-start edges (Kelley & Walker 1959), on dates instead of numbers, since months and
 * business days have no fixed length.
 *
 * Days are half open here: an activity occupies `start` … `finish` − 1, and what follows it may
 * start on `finish`; one that takes no time has both on one day.
 */
#ifndef PARTNER_NETWORK_H
#define PARTNER_NETWORK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "partner/arena.h"
#include "partner/date.h"

struct activity {
	/* asked */
	struct duration takes; /**< hours fill days; business days start on a business day */
	bool business_start;   /**< starts on a business day whatever its unit (R31) */
	bool done;             /**< for the passes it takes nothing and ends on the start */
	bool passed;           /**< passes on what it waits for: takes nothing, is never critical */
	bool apart;            /**< dated after what it waits for, but in no pass: what waits for
				    it waits for that instead; neither finish nor critical (R31) */
	int32_t not_before;    /**< earliest start; DATE_NONE: any */
	int32_t finish_by;     /**< latest finish that is allowed; DATE_NONE: any */
	const size_t *after;   /**< places of what it waits for */
	size_t n_after;
	/* answered */
	int32_t early_start, early_finish;
	int32_t late_start, late_finish; /**< DATE_NONE of one that is apart */
	bool critical; /**< on a chain of driving predecessors to the finish, or late */
};

struct network {
	struct activity *activities;
	size_t n;
	int32_t start;                   /**< nothing undone starts before */
	const struct calendar *calendar; /**< NULL: weekends only */
	bool early; /**< only order, cycle, finish and early days are answered */
	/* answered */
	const size_t *order; /**< places, each after those of what it waits for */
	int32_t finish; /**< greatest early finish of those that are not apart; `start` of none */
	const size_t *path; /**< one chain of driving predecessors to the finish, first to last;
				 of several the one whose activities come first in the list */
	size_t n_path;
	const size_t *cycle; /**< places on a cycle, each waiting for the one before it, and the
				  first for the last; NULL: there is none */
	size_t n_cycle;
};

/**
 * Orders the activities, and passes forward and backward through them. False when they wait for
 * each other in a cycle: then `cycle` names one, and nothing else is answered. Takes time in
 * proportion to activities and edges, however long the chains are. Everything lives in `arena`.
 *
 * Forward: early start is the greatest of `start`, not_before and the early finishes of what it
 * waits for, rolled forward to a business day where one is asked for. Backward: late finish is
 * the least of the network's finish, finish_by and the late starts of what waits for it; late
 * start is the latest day from which it still ends in time, rolled back likewise, and late finish
 * where it then ends.
 */
bool network_solve(struct network *network, struct arena *arena);

/** Early start and finish of one that may start on `from`, which is rolled where need be. */
void activity_place(struct activity *activity, int32_t from, const struct calendar *calendar);

/** Calendar days between early and late start; below 0: it is late. Not of one apart. */
int32_t activity_slack(const struct activity *activity);

#endif
