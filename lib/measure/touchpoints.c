#include <math.h>
#include <stdlib.h>

#include "partner/clock.h"
#include "take.h"

/* A touchpoint keeps us in touch for so much of the cadence. */
#define REACH 1.25
/* Fewer contacts than this show no pattern. */
#define FEW_CONTACTS 5

/* Days from…to, both counted; empty when to < from. */
struct stretch {
	int32_t from, to;
};

static int compare_stretches(const void *left, const void *right)
{
	const struct stretch *a = left, *b = right;

	if (a->from != b->from)
		return a->from < b->from ? -1 : 1;
	return (a->to > b->to) - (a->to < b->to);
}

/* What is written down as it happens is in order already. */
static void sort_stretches(struct stretch *stretches, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		if (compare_stretches(&stretches[i - 1], &stretches[i]) > 0) {
			qsort(stretches, n, sizeof(struct stretch), compare_stretches);
			return;
		}
	}
}

/* Days of `within` that some stretch covers; sorts the stretches. */
static int64_t covered_days(struct stretch *stretches, size_t n, struct stretch within)
{
	int32_t next = within.from; /* first day not yet looked at */
	int64_t days = 0;

	sort_stretches(stretches, n);
	for (size_t i = 0; i < n; i++) {
		int32_t from = stretches[i].from > next ? stretches[i].from : next;
		int32_t to = stretches[i].to < within.to ? stretches[i].to : within.to;

		if (to < from)
			continue;
		days += (int64_t)to - from + 1;
		next = to + 1;
	}
	return days;
}

static int32_t first_touchpoint(const struct view *view)
{
	int32_t first = DATE_NONE;

	EACH (struct touchpoint, touchpoint, view->partner->touchpoints)
		if (view_by(view, touchpoint->date) && view_counts(view, &touchpoint->head) &&
			(first == DATE_NONE || touchpoint->date.date < first))
			first = touchpoint->date.date;
	return first;
}

/* ---- cadence ---- */

static struct stretch reach_of(const struct view *view, int32_t day)
{
	struct duration cadence = view->partner->cadence.duration;
	int32_t days = date_add(day, cadence, &view->calendar) - day;

	return (struct stretch){day, day + (int32_t)floor(REACH * days)};
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
		if (stretches[n++].to >= within.from)
			use_record(
				question, result, &touchpoint_record, &touchpoint->head, NAN, "");
	}
	days = covered_days(stretches, n, within);
	free(stretches);
	return days;
}

void take_touchpoint_cadence(const struct question *question, struct measurement *result)
{
	const struct view *view = question->view;
	int32_t since = view_since(view);
	struct stretch within = {view->before + 1, view->as_of};

	result->status = MEASURE_NO_DATA;
	if (since == DATE_NONE)
		since = first_touchpoint(view);
	if (since > within.from)
		within.from = since;
	if (!HAS(view->partner->cadence) || since == DATE_NONE || within.to < within.from)
		return;
	use_room(question, result, view->partner->touchpoints.list.n);
	result->value = (double)days_in_touch(question, since, within, result) /
		((double)within.to - within.from + 1);
	result->status = MEASURE_MEASURED;
}

/* ---- attention ---- */

static bool is_evergreen(const struct contract *contract)
{
	return contract_renewal(contract) == RENEWAL_EVERGREEN;
}

/* The days up to and including the end of a term. */
static struct stretch window_before(const struct view *view, int32_t end)
{
	struct duration window = view->rules->renewal_window.duration;

	return (struct stretch){date_sub(end, window, &view->calendar) + 1, end};
}

/*
 * Of terms so short that two fit into a window, no day lies outside: all their windows are
 * one, and a term of a day needs no list of a million of them.
 */
static bool windows_overlap(const struct view *view, const struct contract *contract, int k)
{
	int32_t end = clock_end(contract, k);
	struct stretch window = window_before(view, end);

	return 2 * (clock_end(contract, k + 1) - end) <= end - window.from;
}

/* The windows before each end of a term (R15); `*n` windows, NULL without one. */
static struct stretch *renewal_windows(const struct view *view, struct stretch observed, size_t *n)
{
	const struct contract *contract = &view->partner->contract;
	size_t ends = 0, i = 0;
	int first = 0, last = 0;
	struct stretch *windows;
	bool joined;

	if (HAS(contract->end)) {
		first = clock_term_at(contract, observed.from);
		last = clock_term_at(contract, observed.to);
		ends = (size_t)(last - first) + 1;
	}
	joined = ends > 1 && windows_overlap(view, contract, first);
	if (joined)
		ends = 1;
	*n = ends + contract->earlier_ends.list.n;
	if (!*n || is_evergreen(contract))
		return NULL;
	windows = calloc(*n, sizeof(struct stretch));
	if (!windows)
		arena_exhausted();
	for (; i < ends; i++)
		windows[i] = window_before(view, clock_end(contract, first + (int)i));
	if (joined)
		windows[0].to = clock_end(contract, last);
	EACH (struct date_field, end, contract->earlier_ends)
		windows[i++] = window_before(view, end->date);
	return windows;
}

static bool in_stretches(const struct stretch *stretches, size_t n, int32_t day)
{
	for (size_t i = 0; i < n; i++)
		if (day >= stretches[i].from && day <= stretches[i].to)
			return true;
	return false;
}

struct contact {
	int32_t week; /* Monday */
	int32_t date;
	const struct touchpoint *touchpoint;
};

/* By week, then by day, then by place in the list. */
static int compare_contacts(const void *left, const void *right)
{
	const struct contact *a = left, *b = right;

	if (a->date != b->date)
		return a->date < b->date ? -1 : 1;
	return a->touchpoint < b->touchpoint ? -1 : 1;
}

/* Contacts that this side began, agreed reviews apart, the earliest of each ISO week. */
static size_t weekly_contacts(
	const struct view *view, struct stretch observed, struct contact *contacts)
{
	size_t n = 0, kept = 0;

	EACH (struct touchpoint, touchpoint, view->partner->touchpoints) {
		if (!view_by(view, touchpoint->date) || touchpoint->date.date < observed.from ||
			!view_counts(view, &touchpoint->head) || !HAS(touchpoint->initiated_by) ||
			touchpoint->initiated_by.value != (int)view->side ||
			WORD_OR(touchpoint->kind, TOUCHPOINT_CALL) == TOUCHPOINT_REVIEW)
			continue;
		contacts[n++] = (struct contact){
			date_iso_week(touchpoint->date.date), touchpoint->date.date, touchpoint};
	}
	qsort(contacts, n, sizeof(struct contact), compare_contacts);
	for (size_t i = 0; i < n; i++)
		if (!kept || contacts[kept - 1].week != contacts[i].week)
			contacts[kept++] = contacts[i];
	return kept;
}

/* Counts the contacts inside the windows and sets the ratio of the two rates. */
static void compare_rates(const struct question *question, const struct stretch *windows,
	size_t n_windows, struct stretch observed, struct measurement *result)
{
	const struct view *view = question->view;
	struct contact *contacts =
		malloc((view->partner->touchpoints.list.n + 1) * sizeof(struct contact));
	size_t n;

	if (!contacts)
		arena_exhausted();
	n = weekly_contacts(view, observed, contacts);
	result->n = (int64_t)n;
	for (size_t i = 0; i < n; i++) {
		bool inside = in_stretches(windows, n_windows, contacts[i].date);

		result->k += inside;
		use_record(question, result, &touchpoint_record, &contacts[i].touchpoint->head,
			inside, inside ? "near a renewal" : "between renewals");
	}
	free(contacts);
	result->status = n < FEW_CONTACTS ? MEASURE_NO_DATA : MEASURE_MEASURED;
	if (result->status == MEASURE_MEASURED && result->k < (double)n)
		result->value =
			(result->k / result->inside) / (((double)n - result->k) / result->outside);
}

/* R15. A value of NaN with contacts measured is a ratio without bound. */
void take_steady_attention(const struct question *question, struct measurement *result)
{
	const struct view *view = question->view;
	int32_t first = first_touchpoint(view);
	struct stretch observed = {first, view->as_of};
	struct stretch *windows;
	int64_t inside, all;
	size_t n;

	result->status = MEASURE_NOT_APPLICABLE;
	if (first == DATE_NONE)
		return;
	if (HAS(view->partner->contract.start) && view->partner->contract.start.date > first)
		observed.from = view->partner->contract.start.date;
	if (observed.to < observed.from)
		return;
	windows = renewal_windows(view, observed, &n);
	all = (int64_t)observed.to - observed.from + 1;
	inside = windows ? covered_days(windows, n, observed) : 0;
	if (inside > 0 && inside < all) {
		use_room(question, result, view->partner->touchpoints.list.n);
		result->inside = (double)inside;
		result->outside = (double)(all - inside);
		compare_rates(question, windows, n, observed, result);
	}
	free(windows);
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
