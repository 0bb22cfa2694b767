/*
 * Shifts before they are scaled. Private to lib/judge.
 */
#ifndef JUDGE_SHIFTS_PARTS_H
#define JUDGE_SHIFTS_PARTS_H

#include "partner/shifts.h"

/* The measures of an attribution have slots, one criterion after the other. */
struct slots {
	const struct attribution *attribution;
	const size_t *first; /* slot of each criterion's first measure */
	size_t n;
};

/* The slot of each measure of the score, in its order; slots->n for one that has none. */
const size_t *slots_of(const struct slots *slots, struct arena *arena, const struct score *score);

/* The points of each slot, NaN where not measured. `slot_of` is that of the score or its like. */
void slots_points(const struct slots *slots, const size_t *slot_of, const struct score *score,
	double *points);

/* What a record did to the measure of a slot. */
struct shift {
	size_t slot, order;
	struct change_record record; /* whose effect is still to come */
	/* In points of the measure; NaN: it decides whether there are any. */
	double raw;
};

struct shifts {
	struct arena *arena; /* also of what the records say */
	struct shift *items;
	size_t n, capacity;
};

/* Appends a copy, in order. */
void shifts_add(struct shifts *shifts, const struct shift *shift);

/* To sort by them. */
static inline int compare_sizes(size_t one, size_t other)
{
	return (one > other) - (one < other);
}

/* What each change of a record did; nothing beyond SHIFTS_MOST of them. */
void shifts_of_data(
	struct shifts *shifts, const struct slots *slots, const struct shifts_request *request);

/* What the days that passed did to each record. */
void shifts_of_time(
	struct shifts *shifts, const struct slots *slots, const struct shifts_request *request);

#endif
