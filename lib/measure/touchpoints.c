#include <math.h>
#include <stdlib.h>

#include "stretch.h"
#include "take.h"

/* A touchpoint keeps us in touch for so much of the cadence. */
#define REACH 1.25

int32_t first_touchpoint(const struct view *view, const struct head **alone)
{
	int32_t first = DATE_NONE;

	*alone = NULL;
	EACH (struct touchpoint, touchpoint, view->partner->touchpoints) {
		if (!view_by(view, touchpoint->date) || !view_counts(view, &touchpoint->head))
			continue;
		if (first == DATE_NONE || touchpoint->date.date < first) {
			first = touchpoint->date.date;
			*alone = &touchpoint->head;
		} else if (touchpoint->date.date == first) {
			*alone = NULL;
		}
	}
	return first;
}

/* ---- cadence ---- */

static struct stretch reach_of(const struct view *view, int32_t day)
{
	struct duration cadence = view->partner->cadence.duration;
	int32_t days = date_add(day, cadence, &view->calendar) - day;

	return (struct stretch){day, day + (int32_t)floor(REACH * days), NULL};
}

/*
 * Marks the records whose days are surely all days of others, too: of one that was there as early
 * and reaches as far, or of such a one up to where the next begins, which reaches as far.
 */
static void mark_spare(const struct stretch *sorted, size_t n)
{
	int32_t reached = INT32_MIN;

	for (size_t i = 0; i < n; i++) {
		const struct stretch *one = &sorted[i], *next = one + 1;
		int32_t alone = reached >= one->from ? reached + 1 : one->from;

		if (one->used)
			one->used->spare = one->to <= reached ||
				(i + 1 < n && next->from <= alone && next->to >= one->to);
		if (one->to > reached)
			reached = one->to;
	}
}

/* In touch: days within reach of a touchpoint, or of the partnership's beginning (R42). */
static int64_t days_in_touch(const struct question *question, int32_t since, struct stretch within,
	struct measurement *result)
{
	const struct view *view = question->view;
	size_t most = view->partner->touchpoints.list.n + 1, n = 0;
	struct stretch *stretches = malloc(most * sizeof(struct stretch));
	int64_t days;

	if (!stretches)
		arena_exhausted();
	stretches[n++] = reach_of(view, since);
	EACH (struct touchpoint, touchpoint, view->partner->touchpoints) {
		if (!view_by(view, touchpoint->date) || !view_counts(view, &touchpoint->head))
			continue;
		stretches[n] = reach_of(view, touchpoint->date.date);
		result->n += view_in_window(view, touchpoint->date.date);
		if (stretches[n].to >= within.from) {
			use_record(
				question, result, &touchpoint_record, &touchpoint->head, NAN, "");
			stretches[n].used = last_used(result);
		}
		n++;
	}
	days = stretches_cover(stretches, n, within);
	if (question->arena)
		mark_spare(stretches, n);
	free(stretches);
	return days;
}

void take_touchpoint_cadence(const struct question *question, struct measurement *result)
{
	const struct view *view = question->view;
	int32_t since = view_since(view);
	struct stretch within = {view->before + 1, view->as_of, NULL};

	result->status = MEASURE_NO_DATA;
	if (since == DATE_NONE)
		since = first_touchpoint(view, &result->pivot);
	if (since > within.from)
		within.from = since;
	if (!HAS(view->partner->cadence) || since == DATE_NONE || within.to < within.from)
		return;
	use_room(question, result, view->partner->touchpoints.list.n);
	result->value = (double)days_in_touch(question, since, within, result) /
		((double)within.to - within.from + 1);
	result->status = MEASURE_MEASURED;
}

bool spare_cadence(const struct view *view, const struct head *head, const struct used_record *used,
	struct measurement *taken)
{
	const struct touchpoint *touchpoint = (const struct touchpoint *)(const void *)head;

	if (head == taken->pivot || (used && !used->spare))
		return false;
	if (taken->status == MEASURE_MEASURED)
		taken->n -= view_in_window(view, touchpoint->date.date);
	return true;
}

/* ---- voice ---- */

/* R43: how this side answers what the other side says. */
void take_voice(const struct question *question, struct measurement *result)
{
	const struct view *view = question->view;
	const struct feedback *newest = NULL, *oldest = NULL, *heard;

	EACH (struct feedback, feedback, view->partner->feedback) {
		if (!view_by(view, feedback->date) || !view_counts(view, &feedback->head) ||
			!HAS(feedback->from) || feedback->from.value == (int)view->side)
			continue;
		if (view_by(view, feedback->answered) &&
			(!newest || feedback->date.date >= newest->date.date))
			newest = feedback;
		if (!oldest || feedback->date.date < oldest->date.date)
			oldest = feedback;
	}
	result->status = oldest ? MEASURE_MEASURED : MEASURE_NO_DATA;
	if (!oldest)
		return;
	heard = newest ? newest : oldest;
	result->n = 1;
	result->value = view->as_of - heard->date.date;
	use_room(question, result, 1);
	use_record(question, result, &feedback_record, &heard->head, result->value,
		newest ? "answered" : "not answered");
}
