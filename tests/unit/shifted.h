/*
 * What records did between two states of a partner, made from short texts.
 */
#ifndef UNIT_SHIFTED_H
#define UNIT_SHIFTED_H

#include "partner/shifts.h"
#include "scored.h"

/* An older and a newer state by one policy; `from` is as of `since`, `to` as of 2026-06-30. */
struct two_states {
	const char *from, *to; /* YAML below partner, name and kind */
	const char *since;     /* NULL: as of one day */
	const char *policy;
};

struct shifted {
	struct scene from, to;
	struct view now; /* of the older data */
	struct score scores[3];
	struct matching matching;
	struct attribution attribution;
	struct array *const *rows;
};

/* Fails unless the rows of every measure foot and are in order; end with close_shifts. */
void open_shifts(struct shifted *of, const struct two_states *states);
void close_shifts(struct shifted *of);

struct row {
	const char *ref;
	enum record_change change;
	double effect;
};

#define JOINT(points)                        \
	{                                    \
		NULL, RECORD_JOINT, (points) \
	}

/* Fails unless the record is that of the row, with a place unless it is joint. */
void assert_row(const struct change_record *record, const struct row *row);

/* Fails unless these are all rows of the measure, in the first criterion that has it. */
void assert_rows(
	const struct two_states *states, const char *measure, const struct row *rows, size_t n);

#define ASSERT_ROWS(states, measure, ...)                                       \
	do {                                                                    \
		const struct row expected[] = {__VA_ARGS__};                    \
		assert_rows((states), (measure), expected, COUNT_OF(expected)); \
	} while (0)

/* A policy of points: one less for each day late. */
#define SLIP "{measure: milestone-slip, scale: [[0, 100], [100, 0]]}"
#define SLIP_ALONE "criteria: [{id: a, weight: 1, measures: [" SLIP "]}]\n"
#define ON_TIME "{id: kept, due: 2026-03-01, delivered: 2026-03-01}"

/* 0 points for a rating of 1. */
#define PANEL(scale) \
	"criteria: [{id: a, weight: 1, measures: [{measure: panel, scale: " scale "}]}]\n"

/* A criterion to which nothing happens but what is observed. */
#define BY_FIGURE \
	"{id: b, weight: 1, measures: [{measure: 'metric:f', scale: [[0, 0], [100, 100]]}]}"

#endif
