/* Exit plans made from short texts, as cards are made in carded.h. */
#ifndef UNIT_PLANNED_H
#define UNIT_PLANNED_H

#include "partner/exit_plan.h"

/* What to plan, and what to ask for. */
struct plan_text {
	const char *records;    /* YAML below partner, name and kind */
	const char *kind;       /* NULL: vendor */
	const char *policy;     /* YAML below the policy's name; NULL: the built-in one */
	const char *as_of;      /* NULL: 2026-06-30 */
	const char *start, *by; /* NULL: none */
	bool stressed;
	int reason; /* enum exit_reason + 1; 0: that of the file */
};

struct planned {
	struct arena arena;
	struct sources *sources;
	struct source source;
	const struct exit_plan *plan;
};

/* Makes the plan of the partner acme in acme.yaml; end with plan_close. */
void plan_open(struct planned *planned, const struct plan_text *text);
void plan_close(struct planned *planned);

/* The i-th item of a list of the plan. */
#define PLAN_ITEM(type, list, i) (&((const type *)(list).items)[i])

/* The task, line (the i-th of that item, from 0), coverage of a record, and warning with this
 * name; NULL without one. */
const struct plan_task *plan_task_of(const struct exit_plan *plan, const char *id);
const struct plan_money *plan_line_of(const struct exit_plan *plan, const char *item, size_t i);
const struct plan_coverage *plan_coverage_of(const struct exit_plan *plan, const char *record);
const struct plan_warning *plan_warning_of(const struct exit_plan *plan, const char *id);

/* Ids with blanks between; those that the task of that id waits for, NULL without the task. In
 * the arena. */
const char *plan_ids(struct planned *planned, struct array ids);
const char *plan_after(struct planned *planned, const char *id);

/* An amount as text, "none" without one; a date as text, "none" likewise. In the arena. */
const char *plan_amount(struct planned *planned, struct money money);
const char *plan_day(struct planned *planned, int32_t date);

#endif
