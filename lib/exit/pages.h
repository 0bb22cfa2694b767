/*
 * The plan as a document, from which text, Markdown and HTML are written. Private to lib/exit.
 */
#ifndef EXIT_PAGES_H
#define EXIT_PAGES_H

#include "partner/doc.h"
#include "partner/exit_plan.h"

#define PLAN_EACH(type, item, list)                                                             \
	for (const type *item = (list).items, *item##_end = item + (list).n; item < item##_end; \
		item++)

/* Fills in a document that has its arena, with the plan's head, its warnings and the nine
 * sections. With `chart` (SVG of our own, may be NULL) above the schedule. */
void page_of_plan(struct doc *doc, const struct exit_plan *plan, const char *chart);

/* ---- what pages are put together from ---- */

/* No place. */
extern const struct place page_nowhere;

/* `2026-12-31`, "-" without; in the document's arena, as all that follows. */
const char *page_date(struct doc *doc, int32_t date);
/* An amount, NULL without. */
const char *page_money(struct doc *doc, struct money money);
/* A fact of a date, unless there is none. */
void page_fact_date(struct doc *doc, const char *label, int32_t date);
/* A fact of a buffer's text, which is freed; unless it is empty. */
void page_fact(struct doc *doc, const char *label, struct buffer *text);

/* A cell of a date. */
void page_cell_date(struct doc *doc, int32_t date);
/* A cell of who does it: that nobody does stands out until it is done. */
void page_cell_owner(struct doc *doc, const char *owner, bool done);
/* `acme, globex`, the ids in a list; NULL when it is empty. */
const char *page_list(struct doc *doc, struct array ids);
/* `5 days`. */
const char *page_days(struct doc *doc, double days);
/* The tasks as they follow each other in time. */
const struct plan_task **page_tasks(struct doc *doc, const struct exit_plan *plan);

/* The schedule as SVG; NULL without one. */
const char *page_chart(struct doc *doc, const struct exit_plan *plan);

/* The sections, in order. */
void page_decision(struct doc *doc, const struct exit_plan *plan);
void page_clock(struct doc *doc, const struct exit_plan *plan);
void page_schedule(struct doc *doc, const struct exit_plan *plan, const char *chart);
void page_money_lines(struct doc *doc, const struct exit_plan *plan);
void page_coverage(struct doc *doc, const struct exit_plan *plan);
void page_communications(struct doc *doc, const struct exit_plan *plan);
void page_fair_record(struct doc *doc, const struct exit_plan *plan);
void page_door(struct doc *doc, const struct exit_plan *plan);
void page_completeness(struct doc *doc, const struct exit_plan *plan);

#endif
