/*
 * The plan as a document, from which text, Markdown and HTML are written. Private to lib/exit.
 */
#ifndef EXIT_PAGES_H
#define EXIT_PAGES_H

#include "partner/doc.h"
#include "partner/doc_values.h"
#include "partner/exit_plan.h"

/* ---- what pages are put together from ---- */

/* A cell of who does it: that nobody does stands out until it is done. */
void page_cell_owner(struct doc *doc, const char *owner, bool done);
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
