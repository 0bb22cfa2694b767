/* Steady attention: whether contact is sought all the year, or only near a renewal (R15). */
#include <math.h>
#include <stdlib.h>

#include "partner/clock.h"
#include "stretch.h"
#include "take.h"

/* Fewer contacts than this show no pattern. */
#define FEW_CONTACTS 5

static bool is_evergreen(const struct contract *contract)
{
	return contract_renewal(contract) == RENEWAL_EVERGREEN;
}

/* The days up to and including the end of a term. */
static struct stretch window_before(const struct view *view, int32_t end)
{
	struct duration window = view->rules->renewal_window.duration;

	return (struct stretch){date_sub(end, window, &view->calendar) + 1, end, NULL};
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

struct contact {
	int32_t week; /* Monday */
	int32_t date;
	const struct touchpoint *touchpoint;
	const struct touchpoint *instead; /* the next one of the week; NULL: there is none */
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
		contacts[n++] = (struct contact){date_iso_week(touchpoint->date.date),
			touchpoint->date.date, touchpoint, NULL};
	}
	qsort(contacts, n, sizeof(struct contact), compare_contacts);
	for (size_t i = 0; i < n; i++) {
		if (kept && contacts[kept - 1].week == contacts[i].week)
			continue;
		if (i + 1 < n && contacts[i + 1].week == contacts[i].week)
			contacts[i].instead = contacts[i + 1].touchpoint;
		contacts[kept++] = contacts[i];
	}
	return kept;
}

static const char *near_word(bool inside)
{
	return inside ? "near a renewal" : "between renewals";
}

/* What counts in a week without its first contact. */
static const struct used_record *list_instead(const struct question *question,
	const struct stretch *windows, size_t n_windows, const struct touchpoint *touchpoint)
{
	struct used_record *instead = ARENA_NEW(question->arena, struct used_record);
	bool inside = stretches_have(windows, n_windows, touchpoint->date.date);

	*instead = (struct used_record){.record = &touchpoint_record,
		.head = &touchpoint->head,
		.named_by = &touchpoint->head,
		.value = inside,
		.word = near_word(inside)};
	return instead;
}

/* Of n contacts, k of them inside. */
static void set_ratio(struct measurement *result)
{
	double n = (double)result->n;

	result->value = NAN;
	result->status = n < FEW_CONTACTS ? MEASURE_NO_DATA : MEASURE_MEASURED;
	if (result->status == MEASURE_MEASURED && result->k < n)
		result->value = (result->k / result->inside) / ((n - result->k) / result->outside);
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
		bool inside = stretches_have(windows, n_windows, contacts[i].date);

		result->k += inside;
		use_record(question, result, &touchpoint_record, &contacts[i].touchpoint->head,
			inside, near_word(inside));
		if (question->arena && contacts[i].instead)
			last_used(result)->instead =
				list_instead(question, windows, n_windows, contacts[i].instead);
	}
	free(contacts);
	set_ratio(result);
}

/* R15. A value of NaN with contacts measured is a ratio without bound. */
void take_steady_attention(const struct question *question, struct measurement *result)
{
	const struct view *view = question->view;
	int32_t first = first_touchpoint(view, &result->pivot);
	struct stretch observed = {first, view->as_of, NULL};
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
	inside = windows ? stretches_cover(windows, n, observed) : 0;
	if (inside > 0 && inside < all) {
		use_room(question, result, view->partner->touchpoints.list.n);
		result->inside = (double)inside;
		result->outside = (double)(all - inside);
		compare_rates(question, windows, n, observed, result);
	}
	free(windows);
}

bool spare_attention(const struct view *view, const struct head *head,
	const struct used_record *used, struct measurement *taken)
{
	(void)view;
	if (head == taken->pivot)
		return false;
	if (!used)
		return true;
	taken->n--;
	taken->k -= used->value;
	if (used->instead) {
		taken->n++;
		taken->k += used->instead->value;
	}
	set_ratio(taken);
	return true;
}
