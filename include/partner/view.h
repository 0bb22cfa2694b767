/**
 * View: a partner as it was on a day, from one side. Every record is dated, so one working
 * tree holds all of history: what had not happened by the day does not exist in the view.
 */
#ifndef PARTNER_VIEW_H
#define PARTNER_VIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "partner/calibration.h"
#include "partner/index.h"
#include "partner/partner.h"
#include "partner/policy.h"

/** Of incidents; 1 is the worst. */
#define SEVERITY_LAST 4

/** Somebody who rated. */
struct rater {
	const char *id;
	const struct person *person; /**< NULL: in no list of people */
	double offset;               /**< how lenient, by the calibration; 0 without */
};

/** A record that an upheld dispute has taken out. */
struct upheld {
	const struct head *head;
	int32_t settled; /**< from this day on */
};

/** A touchpoint that revisited a goal. */
struct revisit {
	uint32_t goal; /**< place in the list of goals, from 0 */
	const struct touchpoint *touchpoint;
};

struct view {
	const struct partner *partner;
	const struct rules *rules;
	const struct calibration_file *calibration; /**< NULL: ratings are used as given */
	int32_t as_of;            /**< D; for an ended partnership never later than its last day */
	int32_t before;           /**< D − window: the last day before W = (before, as_of] */
	enum side side;           /**< whose conduct is judged */
	bool self;                /**< kind self: written from our side, about ourselves */
	bool ended;               /**< ended by the day that was asked for */
	struct calendar calendar; /**< holidays of the policy and of the file */
	const struct upheld *upheld; /**< by upheld disputes of any day, sorted by record */
	size_t n_upheld;
	const struct revisit *revisits; /**< by goal, the newest first */
	size_t n_revisits;
	const struct rater *raters; /**< everybody named as one, in order of first appearance */
	size_t n_raters;
	const uint32_t *rater_of; /**< place in `raters` of each rating; of one without: 0 */
	/** The first level of each severity, from 1, that says how fast; NULL: none does. */
	const struct service_level *acknowledge[SEVERITY_LAST], *resolve[SEVERITY_LAST];
	const struct head *without; /**< a record to leave out, for its effect; NULL: none */
};

/**
 * The view of `partner` as of `as_of` from `side`; `view` keeps pointers to all of them.
 * `calibration` may be NULL.
 */
void view_init(struct view *view, struct arena *arena, const struct partner *partner,
	const struct rules *rules, const struct calibration_file *calibration, int32_t as_of,
	enum side side);

/** The same partner, by the same rules, on another day or from the other side; costs nothing. */
void view_move(struct view *view, const struct view *from, int32_t as_of, enum side side);

/** A dispute settled by D has taken the record out. */
bool view_upheld(const struct view *view, const struct head *head);

/** The record takes part: it is neither left out nor disputed with success. */
static inline bool view_counts(const struct view *view, const struct head *head)
{
	return head != view->without && !(view->n_upheld && view_upheld(view, head));
}

/** Something dated had happened by D; what is not dated had not. */
static inline bool view_by(const struct view *view, struct date_field date)
{
	return HAS(date) && date.date <= view->as_of;
}

static inline bool view_time_by(const struct view *view, struct time_field time)
{
	return HAS(time) && instant_date(time.time) <= view->as_of;
}

/** The day lies in the window W. */
static inline bool view_in_window(const struct view *view, int32_t date)
{
	return date > view->before && date <= view->as_of;
}

/** D less a duration, in calendar months where it says so. */
int32_t view_back(const struct view *view, struct duration duration);
int32_t view_months_back(const struct view *view, int months);

/** The day the partnership began: `since`, else contract.start, else DATE_NONE. */
int32_t view_since(const struct view *view);

/** D < since + grace: young, and not to be blamed for outcomes yet. */
bool view_onboarding(const struct view *view);

/** When the plan is to be reviewed next, possibly past; DATE_NONE: there was none by D. */
int32_t view_plan_review(const struct view *view);

/** The other side. */
static inline enum side side_other(enum side side)
{
	return side == SIDE_US ? SIDE_PARTNER : SIDE_US;
}

/* Goals. */

/** R9: start, else shared, since, contract.start, first observation, else DATE_NONE. */
int32_t goal_start(const struct view *view, const struct goal *goal);
/** Active within W, and active on D (R9). */
bool goal_active_in_window(const struct view *view, const struct goal *goal);
bool goal_active_now(const struct view *view, const struct goal *goal);
/** Newest review by D, from the goal or a touchpoint that revisited it; DATE_NONE: never. */
int32_t goal_reviewed(const struct view *view, const struct goal *goal);

/* Milestones. */

/** Whose it is; absent: the partner's (kind self: ours). */
enum side milestone_by(const struct view *view, const struct milestone *milestone);
/** It exists from the day it was promised, always when nobody wrote that down (R23). */
bool milestone_exists(const struct view *view, const struct milestone *milestone);
/** The due date that counts: moved only at the other side's request, by D (R8). */
int32_t milestone_due(const struct view *view, const struct milestone *milestone);
/** The date now agreed, whoever asked for the move; DATE_NONE without one. */
int32_t milestone_current_due(const struct view *view, const struct milestone *milestone);
/** Promised by D, neither delivered nor cancelled by then. */
bool milestone_open(const struct view *view, const struct milestone *milestone);

/* Incidents. */

int incident_severity(const struct incident *incident);
enum cause incident_cause(const struct incident *incident);
/** R6: opened in W, or before it and not resolved by D. */
bool incident_in_window(const struct view *view, const struct incident *incident);
/** The side that had to act: us when we caused it, else the partner. */
enum side incident_actor(const struct incident *incident);

/* Costs (R44). */

/** A part of what a line says: numerator ÷ denominator, the numerator days × times. */
struct cost_share {
	int64_t numerator, denominator;
	int64_t times; /**< a year that it is paid; 1 of one that is paid once */
};

/** Its first day: from, else contract.start, since, else DATE_NONE. */
int32_t cost_start(const struct view *view, const struct cost *cost);
/** Its last day: to, else the first one when it is paid once, else DATE_MAX: it runs on. */
int32_t cost_end(const struct cost *cost, int32_t start);
/** What of its amounts falls into (after, until]; 0 ÷ 1 when it does not reach into it. */
struct cost_share cost_share(
	const struct view *view, const struct cost *cost, int32_t after, int32_t until);

/* Ratings. */

/** Which side a rating is of; absent: the partner (kind self: us). */
enum side rating_of(const struct view *view, const struct rating *rating);

/* Feedback. */

/** They told us by D, and it takes part. */
bool feedback_is_theirs(const struct view *view, const struct feedback *feedback);

/* References. */

/** The record `name:id` or `name:#place` of a partner, NULL when there is none. */
const struct head *partner_find(const struct partner *partner, const char *reference);

/** The same for many references, without a search of the list for each of them. */
struct finder {
	const struct partner *partner;
	struct arena *arena;
	struct id_index *indexes; /**< by row of partner_record, filled when first needed */
};

const struct head *finder_find(struct finder *finder, const char *reference);

/** The list whose records are called `name` (length bytes), NULL when there is none. */
const struct list *partner_list(const struct partner *partner, const char *name, size_t length,
	const struct record **record);

/** `incident:INC-7`, or `touchpoint:#3` for records without an id. */
const char *record_reference(
	struct arena *arena, const struct record *record, const struct head *head);

#endif
