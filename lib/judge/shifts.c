/* What each record did to the measures that changed (method §7). */
#include "partner/shifts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "partner/footing.h"
#include "shifts_parts.h"

/*
 * How far leaving out may be from the effect that it explains, either way. Two changes of which
 * either undone undoes all are just within, whatever the noise.
 */
#define SCALE_MOST (2 + 1e-9)

/* ---- slots ---- */

static struct slots make_slots(struct arena *arena, const struct attribution *attribution)
{
	size_t *first = arena_array(arena, attribution->n, sizeof(size_t));
	struct slots slots = {attribution, first, 0};

	for (size_t i = 0; i < attribution->n; i++) {
		first[i] = slots.n;
		slots.n += attribution->criteria[i].n;
	}
	return slots;
}

static const struct criterion_effect *find_criterion(
	const struct attribution *attribution, const char *name)
{
	for (size_t i = 0; i < attribution->n; i++)
		if (!strcmp(attribution->criteria[i].criterion, name))
			return &attribution->criteria[i];
	return NULL;
}

/* The `skip`-th after the first of that name; n when there is none. */
static size_t find_measure(const struct criterion_effect *criterion, const char *name, size_t skip)
{
	size_t i = 0;

	for (; i < criterion->n; i++)
		if (!strcmp(criterion->measures[i].measure, name) && skip-- == 0)
			break;
	return i;
}

static size_t slot_of_measure(
	const struct slots *slots, const struct scored_criterion *scored, size_t measure)
{
	const struct criterion_effect *criterion =
		find_criterion(slots->attribution, scored->criterion->id.text);
	const char *name = scored->measures[measure].how->measure.text;
	size_t before = 0, found;

	if (!criterion)
		return slots->n;
	for (size_t i = 0; i < measure; i++)
		before += !strcmp(scored->measures[i].how->measure.text, name);
	found = find_measure(criterion, name, before);
	if (found == criterion->n)
		return slots->n;
	return slots->first[criterion - slots->attribution->criteria] + found;
}

const size_t *slots_of(const struct slots *slots, struct arena *arena, const struct score *score)
{
	size_t n = 0, *slot_of;

	for (size_t i = 0; i < score->n; i++)
		n += score->criteria[i].n;
	slot_of = arena_array(arena, n, sizeof(size_t));
	n = 0;
	for (size_t i = 0; i < score->n; i++)
		for (size_t k = 0; k < score->criteria[i].n; k++)
			slot_of[n++] = slot_of_measure(slots, &score->criteria[i], k);
	return slot_of;
}

void slots_points(
	const struct slots *slots, const size_t *slot_of, const struct score *score, double *points)
{
	for (size_t i = 0; i < slots->n; i++)
		points[i] = NAN;
	for (size_t i = 0; i < score->n; i++)
		for (size_t k = 0; k < score->criteria[i].n; k++, slot_of++)
			if (*slot_of < slots->n)
				points[*slot_of] = score->criteria[i].measures[k].points;
}

/* ---- scaling ---- */

/* None yet; `arena` is kept. */
static struct shifts no_shifts(struct arena *arena)
{
	struct shifts shifts = {.arena = arena, .capacity = 1};

	shifts.items = ARENA_NEW(arena, struct shift);
	return shifts;
}

void shifts_add(struct shifts *shifts, const struct shift *shift)
{
	shifts->items = arena_grow(
		shifts->arena, shifts->items, shifts->n, &shifts->capacity, sizeof(*shift));
	shifts->items[shifts->n] = *shift;
	shifts->items[shifts->n].order = shifts->n;
	shifts->n++;
}

static void add_row(struct shifts *rows, const struct shift *shift, double effect, double *rest)
{
	struct shift row = *shift;

	if (!(fabs(effect) >= FOOTING_NOISE))
		return;
	row.record.effect = effect;
	*rest -= effect;
	shifts_add(rows, &row);
}

/* Undone or left out it leaves no points, or brings them. */
static bool decides(const struct shift *shift)
{
	return isnan(shift->raw);
}

/* What the records of a measure did in a step, all together. */
struct sum {
	double raw;      /* of those that have one */
	size_t deciding; /* how many decide */
	bool foots;      /* nearly, so that it can be scaled to do so */
};

static struct sum sum_up(const struct shift *shifts, size_t n, double effect, double bar)
{
	struct sum sum = {0};
	double ratio;

	for (size_t i = 0; i < n; i++) {
		if (decides(&shifts[i]))
			sum.deciding++;
		else
			sum.raw += shifts[i].raw;
	}
	ratio = effect / (bar * sum.raw);
	sum.foots = fabs(effect) >= FOOTING_NOISE && ratio >= 1 / SCALE_MOST && ratio <= SCALE_MOST;
	return sum;
}

/*
 * The rows of one measure in one step. On one of two days a record often stands alone that is
 * not what moved the measure, such as the figure before the newest one; so with time those that
 * decide come in only where the others do not explain it.
 */
static void scale(struct shifts *rows, size_t slot, const struct shift *shifts, size_t n,
	const struct measure_effect *measure, enum step step)
{
	struct shift joint = {.slot = slot, .record = {.change = RECORD_JOINT}};
	double effect = measure->effects[step], rest = effect, factor = measure->bars[step];
	struct sum sum = sum_up(shifts, n, effect, factor);
	bool decide = sum.deciding > 0 && !(step == STEP_TIME && sum.foots);

	if (sum.foots)
		factor = effect / sum.raw;
	for (size_t i = 0; i < n; i++) {
		const struct shift *shift = &shifts[i];

		if (decides(shift) == decide)
			add_row(rows, shift,
				decide ? effect / (double)sum.deciding : shift->raw * factor,
				&rest);
	}
	add_row(rows, &joint, rest, &rest);
}

static int compare_slots(const void *left, const void *right)
{
	const struct shift *one = left, *other = right;
	int slots = compare_sizes(one->slot, other->slot);

	return slots ? slots : compare_sizes(one->order, other->order);
}

/* A step without a score has no part, and so no records. */
static void add_step(struct shifts *rows, const struct slots *slots,
	const struct shifts_request *request, enum step step)
{
	const struct attribution *attribution = request->attribution;
	struct shifts shifts = no_shifts(rows->arena);
	size_t slot = 0, at = 0;

	if (isnan(request->scores[step + 1]->score))
		return;
	(step == STEP_DATA ? shifts_of_data : shifts_of_time)(&shifts, slots, request);
	qsort(shifts.items, shifts.n, sizeof(struct shift), compare_slots);
	for (size_t i = 0; i < attribution->n; i++) {
		for (size_t k = 0; k < attribution->criteria[i].n; k++, slot++) {
			const struct measure_effect *measure =
				&attribution->criteria[i].measures[k];
			size_t first = at;

			while (at < shifts.n && shifts.items[at].slot == slot)
				at++;
			scale(rows, slot, shifts.items + first, at - first, measure, step);
		}
	}
}

/* ---- rows by measure ---- */

/* In steps of the noise, so that it does not decide the order. */
static double size_of(const struct shift *row)
{
	return floor(fabs(row->record.effect) / FOOTING_NOISE + 0.5);
}

static int compare_rows(const void *left, const void *right)
{
	const struct shift *one = left, *other = right;
	int slots = compare_sizes(one->slot, other->slot);
	double a = size_of(one), b = size_of(other);

	if (slots)
		return slots;
	return a == b ? compare_sizes(one->order, other->order) : (a < b) - (a > b);
}

static struct array take_rows(
	struct arena *arena, const struct shifts *rows, size_t first, size_t n)
{
	struct change_record *records = arena_array(arena, n, sizeof(struct change_record));

	for (size_t i = 0; i < n; i++)
		records[i] = rows->items[first + i].record;
	return (struct array){records, n};
}

static struct array *const *by_measure(
	struct arena *arena, struct shifts *rows, const struct attribution *attribution)
{
	struct array **result = arena_array(arena, attribution->n, sizeof(struct array *));
	size_t slot = 0, at = 0;

	qsort(rows->items, rows->n, sizeof(struct shift), compare_rows);
	for (size_t i = 0; i < attribution->n; i++) {
		size_t n = attribution->criteria[i].n;

		result[i] = arena_array(arena, n, sizeof(struct array));
		for (size_t k = 0; k < n; k++, slot++) {
			size_t first = at;

			while (at < rows->n && rows->items[at].slot == slot)
				at++;
			result[i][k] = take_rows(arena, rows, first, at - first);
		}
	}
	return result;
}

struct array *const *shifts_find(struct arena *arena, const struct shifts_request *request)
{
	struct slots slots = make_slots(arena, request->attribution);
	struct shifts rows = no_shifts(arena);

	add_step(&rows, &slots, request, STEP_TIME);
	add_step(&rows, &slots, request, STEP_DATA);
	return by_measure(arena, &rows, request->attribution);
}
