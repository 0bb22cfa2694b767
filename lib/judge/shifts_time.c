/* What the passing of time did to each record, by leaving it out on both days. */
#include <math.h>
#include <stdlib.h>

#include "shifts_parts.h"

enum { OLD, NEW, DAYS };

/* The score on a day, and what it is without a record. */
struct day {
	const struct score *score;
	const size_t *slot_of; /* by measure of the score */
	double *points;        /* by slot */
	double *left;          /* without the record left out last */
	struct trial trial;
};

/* A record that the measure of a slot used on one of the days, or on both. */
struct candidate {
	size_t slot, order;
	const struct used_record *used[DAYS]; /* NULL: not on that day */
	double apart[DAYS]; /* points, less those without it; NaN: without it there are none */
};

struct candidates {
	struct arena *arena;
	struct candidate *items;
	size_t n, capacity;
};

static const struct used_record *use_of(const struct candidate *candidate)
{
	return candidate->used[candidate->used[NEW] ? NEW : OLD];
}

static int compare_slots(const void *left, const void *right)
{
	const struct candidate *one = left, *other = right;
	int slots = compare_sizes(one->slot, other->slot);

	return slots ? slots : compare_sizes(one->order, other->order);
}

/* Those of one record side by side. */
static int compare_records(const void *left, const void *right)
{
	uintptr_t one = (uintptr_t)use_of(left)->head, other = (uintptr_t)use_of(right)->head;
	int heads = (one > other) - (one < other);

	return heads ? heads : compare_slots(left, right);
}

/* ---- who ---- */

static void collect(
	struct candidates *candidates, const struct slots *slots, struct day *days, int which)
{
	const struct score *score = days[which].score;
	const size_t *slot = days[which].slot_of;

	for (size_t i = 0; i < score->n; i++) {
		for (size_t k = 0; k < score->criteria[i].n; k++, slot++) {
			const struct measurement *taken = &score->criteria[i].measures[k].taken;

			for (size_t u = 0; *slot < slots->n && u < taken->n_used; u++) {
				struct candidate candidate = {
					.slot = *slot, .order = candidates->n};

				candidate.used[which] = &taken->used[u];
				candidates->items = arena_grow(candidates->arena, candidates->items,
					candidates->n, &candidates->capacity, sizeof(candidate));
				candidates->items[candidates->n++] = candidate;
			}
		}
	}
}

/* One candidate for the uses of a record by the measure of a slot, on whatever days. */
static void merge(struct candidates *candidates)
{
	size_t n = 0;

	qsort(candidates->items, candidates->n, sizeof(struct candidate), compare_records);
	for (size_t i = 0; i < candidates->n; i++) {
		struct candidate *next = &candidates->items[i];
		struct candidate *last = n ? &candidates->items[n - 1] : NULL;

		if (!last || last->slot != next->slot || use_of(last)->head != use_of(next)->head) {
			candidates->items[n++] = *next;
			continue;
		}
		for (int day = 0; day < DAYS; day++)
			if (!last->used[day])
				last->used[day] = next->used[day];
	}
	candidates->n = n;
}

/* ---- how much ---- */

static void open_day(struct day *day, struct arena *scratch, const struct slots *slots,
	const struct score *score, const struct view *view)
{
	*day = (struct day){.score = score, .slot_of = slots_of(slots, scratch, score)};
	day->points = arena_array(scratch, slots->n, sizeof(double));
	day->left = arena_array(scratch, slots->n, sizeof(double));
	slots_points(slots, day->slot_of, score, day->points);
	trial_init(&day->trial, scratch, score, view);
}

/* Leaves out the record of a group, if it was used by any of its measures on that day. */
static void leave_out(
	struct candidate *group, size_t n, const struct slots *slots, struct day *day, int which)
{
	const struct used_record *used = NULL;

	for (size_t i = 0; i < n && !used; i++)
		used = group[i].used[which];
	if (!used)
		return;
	slots_points(slots, day->slot_of, trial_without_record(&day->trial, used), day->left);
	for (size_t i = 0; i < n; i++) {
		double points = day->points[group[i].slot];

		group[i].apart[which] = isnan(points) ? 0 : points - day->left[group[i].slot];
	}
}

static void leave_each_out(
	struct candidates *candidates, const struct slots *slots, struct day *days)
{
	size_t n;

	for (size_t i = 0; i < candidates->n; i += n) {
		struct candidate *group = &candidates->items[i];

		n = 1;
		while (i + n < candidates->n && use_of(&group[n])->head == use_of(group)->head)
			n++;
		for (int day = 0; day < DAYS; day++)
			leave_out(group, n, slots, &days[day], day);
	}
}

/* ---- what it is called ---- */

/*
 * A record that says the same on both days did nothing. Leaving it out would still make a
 * difference between them, but that is an echo of what others did: in a mean all these
 * differences add up to about 0, the echoes being as large as what they echo.
 */
static bool stayed(const struct candidate *candidate)
{
	const struct used_record *const *used = candidate->used;

	return used[OLD] && used[NEW] && used[OLD]->value == used[NEW]->value;
}

static int change_word(const struct candidate *candidate)
{
	if (!candidate->used[OLD])
		return RECORD_ENTERED;
	return candidate->used[NEW] ? RECORD_AGED : RECORD_LEFT;
}

/* People look for a record where it stands now, if it is still there. */
static void name_record(struct change_record *record, struct arena *arena,
	const struct used_record *used, const struct match_newer *newer)
{
	const struct head *named_by = match_newer_find(newer, used->named_by);
	const struct head *head = match_newer_find(newer, used->head);

	if (!head)
		head = named_by ? named_by : used->head;
	record->ref = record_reference(arena, used->record, named_by ? named_by : used->named_by);
	record->path = head->path;
	record->line = head->leaf.at.line;
}

static void add_candidate(
	struct shifts *shifts, const struct candidate *candidate, const struct match_newer *newer)
{
	const struct used_record *used = use_of(candidate);
	struct shift shift = {
		.slot = candidate->slot, .raw = candidate->apart[NEW] - candidate->apart[OLD]};

	if (shift.raw == 0 || stayed(candidate))
		return;
	shift.record.change = change_word(candidate);
	name_record(&shift.record, shifts->arena, used, newer);
	shifts_add(shifts, &shift);
}

static bool same_day(const struct view *one, const struct view *other)
{
	return one->as_of == other->as_of && one->ended == other->ended;
}

void shifts_of_time(
	struct shifts *shifts, const struct slots *slots, const struct shifts_request *request)
{
	struct arena scratch = {0};
	struct candidates candidates = {.arena = &scratch, .capacity = 1};
	const struct partner *then = request->views[STEP_TIME]->partner;
	const struct partner *now = request->views[STEPS]->partner;
	struct match_newer newer = {0};
	struct day days[DAYS];

	if (same_day(request->views[STEP_TIME], request->views[STEP_DATA]))
		return;
	if (then != now)
		match_newer_init(&newer, &scratch, then, now);
	candidates.items = ARENA_NEW(&scratch, struct candidate);
	for (int day = 0; day < DAYS; day++)
		open_day(&days[day], &scratch, slots, request->scores[STEP_TIME + day],
			request->views[STEP_TIME + day]);
	for (int day = DAYS - 1; day >= 0; day--)
		collect(&candidates, slots, days, day);
	merge(&candidates);
	leave_each_out(&candidates, slots, days);
	qsort(candidates.items, candidates.n, sizeof(struct candidate), compare_slots);
	for (size_t i = 0; i < candidates.n; i++)
		add_candidate(shifts, &candidates.items[i], &newer);
	arena_free(&scratch);
}
