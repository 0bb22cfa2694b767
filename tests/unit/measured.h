/*
 * Measures taken from short texts: the records of a partner, a day, a side, and what should
 * come of them.
 */
#ifndef UNIT_MEASURED_H
#define UNIT_MEASURED_H

#include "partner/clock.h"
#include "partner/measure.h"

/* A partner file, a policy and the view of both; all of it lives in the arena. */
struct scene {
	struct arena arena;
	struct partner *partner;
	struct rules rules;
	struct view view;
};

/* One row of a table of cases. What is zero has the default named here. */
struct measure_row {
	const char *says;    /* what the case shows */
	const char *records; /* YAML below partner, name and kind */
	enum measure_status status;
	double value;       /* looked at when measured; NaN: a ratio without bound */
	int64_t n;          /* how many records the value rests on */
	bool us;            /* side us; else the partner's side */
	const char *kind;   /* of the partner; NULL: vendor */
	const char *as_of;  /* NULL: 2026-06-30, so that W is 2025-07-01 to 2026-06-30 */
	const char *policy; /* YAML merged into the built-in policy; NULL: nothing */
};

/* What comes out, in a row. */
#define MEASURED(number, of) .status = MEASURE_MEASURED, .value = (number), .n = (of)
#define NO_DATA .status = MEASURE_NO_DATA
#define NOT_APPLICABLE .status = MEASURE_NOT_APPLICABLE
#define TOO_YOUNG .status = MEASURE_TOO_YOUNG

/* Ready for measuring what the row says; end with scene_close. */
void scene_open(struct scene *scene, const struct measure_row *row);
/* The same with nothing but the records and the day (NULL: as in the row). */
void scene_open_as_of(struct scene *scene, const char *records, const char *as_of);
void scene_close(struct scene *scene);

/*
 * Takes the measure as the first criterion of the policy that has it asks for it, or the one
 * named; plainly when no criterion has it. Lists the used records.
 */
struct measurement scene_take(struct scene *scene, const char *measure, const char *criterion);

/* Holds the measure of every row against what the row expects, and names those that fail. */
void check_measure(const char *measure, const struct measure_row *rows, size_t n);

/* A day written as in a file. */
int32_t day(const char *text);
/* The same; NULL is none. */
int32_t day_or_none(const char *text);

/* Fails unless it is written so; DATE_NONE is `none`. */
void assert_day(int32_t date, const char *expected);

/* The clock of a contract written in YAML, on a day. */
struct clock clock_of(const char *contract, const char *as_of);

#endif
