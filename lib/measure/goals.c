#include <math.h>

#include "take.h"

/* An observation is held against the plan of its own day, but of no day older than this. */
#define OBSERVATION_REACH 92 /* days */
/* Below this share of its time a goal says nothing yet. */
#define EARLY 0.10
/* A goal is revisited when its last review is at most so old. */
#define REVIEW_REACH 100 /* days */

static double clamp01(double x)
{
	return x < 0 ? 0 : x > 1 ? 1 : x;
}

/* The goals that the other side set for this one to reach are those that serve it. */
static bool serves_other(const struct view *view, const struct goal *goal)
{
	enum goal_for own = view->side == SIDE_PARTNER ? FOR_PARTNER : FOR_US;

	return WORD_OR(goal->for_whom, FOR_BOTH) != (int)own;
}

static const struct observation *last_observation(const struct view *view, const struct goal *goal)
{
	const struct observation *last = NULL;

	EACH (struct observation, observation, goal->observations)
		if (view_by(view, observation->date) && HAS(observation->value) &&
			(!last || observation->date.date >= last->date.date))
			last = observation;
	return last;
}

static double elapsed(int32_t start, int32_t due, int32_t day)
{
	return clamp01((double)(day - start) / (double)(due - start));
}

/* Share of the plan that should be done by now; NaN while the goal says nothing yet. */
static double expected_progress(
	const struct view *view, const struct goal *goal, int32_t start, int32_t observed)
{
	int32_t day = view->as_of - OBSERVATION_REACH;
	double share;

	if (WORD_OR(goal->pace, PACE_LINEAR) == PACE_AT_END)
		return view->as_of > goal->due.date ? 1 : NAN;
	if (observed > day)
		day = observed;
	share = elapsed(start, goal->due.date, day);
	return share < EARLY ? NAN : share;
}

/* Progress against plan, 0 to 1 (R10); NaN when the goal is left out. */
static double attainment(const struct view *view, const struct goal *goal)
{
	int32_t start = goal_start(view, goal);
	double baseline = HAS(goal->baseline) ? goal->baseline.value : 0;
	const struct observation *last = last_observation(view, goal);
	double expected, progress;

	if (!HAS(goal->due) || !HAS(goal->target) || start == DATE_NONE ||
		goal->due.date <= start || goal->target.value == baseline)
		return NAN;
	if (!last)
		return view->as_of > goal->due.date ? 0 : NAN;
	expected = expected_progress(view, goal, start, last->date.date);
	progress = clamp01((last->value.value - baseline) / (goal->target.value - baseline));
	return isnan(expected) ? NAN : fmin(1, progress / expected);
}

/* R9, R10. */
void take_goal_attainment(const struct question *question, struct measurement *result)
{
	const struct view *view = question->view;
	struct tally tally = {0};

	use_room(question, result, view->partner->goals.list.n);
	EACH (struct goal, goal, view->partner->goals) {
		double weight = HAS(goal->weight) ? goal->weight.value : 1;
		double value;

		if (!goal_active_in_window(view, goal) || !serves_other(view, goal) || weight <= 0)
			continue;
		value = attainment(view, goal);
		if (isnan(value))
			continue;
		tally_record(&tally, question, result,
			&(struct used_record){.record = &goal_record,
				.head = &goal->head,
				.value = value,
				.weight = weight,
				.word = NULL});
	}
	tally_finish(&tally, MEASURE_NO_DATA, result);
}

void take_goals_shared(const struct question *question, struct measurement *result)
{
	const struct view *view = question->view;
	struct tally tally = {0};

	use_room(question, result, view->partner->goals.list.n);
	EACH (struct goal, goal, view->partner->goals) {
		bool shared = view_by(view, goal->shared);

		if (!goal_active_now(view, goal))
			continue;
		tally_record(&tally, question, result,
			&(struct used_record){.record = &goal_record,
				.head = &goal->head,
				.value = shared,
				.weight = 1,
				.word = shared ? "shared" : "not shared"});
	}
	tally_finish(&tally, MEASURE_NO_DATA, result);
}

/* R46. */
void take_goals_revisited(const struct question *question, struct measurement *result)
{
	const struct view *view = question->view;
	int32_t recent = view->as_of - REVIEW_REACH;
	struct tally tally = {0};

	use_room(question, result, view->partner->goals.list.n);
	EACH (struct goal, goal, view->partner->goals) {
		bool reviewed;

		if (!goal_active_now(view, goal))
			continue;
		reviewed = goal_reviewed(view, goal) >= recent;
		if (!reviewed && goal_start(view, goal) > recent)
			continue;
		tally_record(&tally, question, result,
			&(struct used_record){.record = &goal_record,
				.head = &goal->head,
				.value = reviewed,
				.weight = 1,
				.word = reviewed ? "reviewed" : "not reviewed"});
	}
	tally_finish(&tally, MEASURE_NO_DATA, result);
}

/* Only a touchpoint that names goals revisits any. */
bool spare_review(const struct view *view, const struct head *head, const struct used_record *used,
	struct measurement *taken)
{
	const struct touchpoint *touchpoint = (const struct touchpoint *)(const void *)head;

	(void)view;
	(void)used;
	(void)taken;
	return touchpoint->goals.list.n == 0;
}
