/*
 * Exit plans written by hand, to be drawn: one with a row of everything, which tests alter.
 */
#ifndef UNIT_DRAFTED_H
#define UNIT_DRAFTED_H

#include "partner/exit_plan.h"

/* As of 2026-06-30, of the partner acme named Acme; every part can be changed. */
struct drafted {
	struct exit_plan plan;
	struct result_source source;
	struct scorecard card;
	struct card_sign signs[2]; /* one is muted */
	struct plan_decision decision;
	struct plan_talk talks[1];
	struct plan_clock clock;
	struct card_reference sources[2];
	struct plan_task tasks[3]; /* gate is done, cutover critical, closure a point in time */
	struct plan_other other;
	struct plan_money money[4]; /* refund, fee missing, budget of no use, disputed credit */
	struct plan_total totals[1];
	struct plan_cost costs[1];
	struct plan_coverage coverage[2];            /* the second has no task */
	struct plan_communication communications[2]; /* us, by gate; customers */
	struct plan_fair fair[1];
	struct plan_reentry reentry;
	struct plan_condition conditions[1];
	struct plan_item items[2];
	struct plan_warning warnings[3]; /* a note, an error, a muted warning */
};

void draft_plan(struct drafted *drafted);

/* The list of a plan that its rows are in. */
#define DRAFT_ROWS(rows) ((struct array){(rows), COUNT_OF(rows)})

/* Names that would do harm if a format let them. */
#define HOSTILE_TAG "<script>alert(1)</script>"
#define HOSTILE_FORMULA "=cmd|' /C calc'!A0"
#define HOSTILE_LINES "one\ntwo\r\nEND:VEVENT"
#define HOSTILE_ARABIC "نقل البيانات"
#define HOSTILE_EMOJI "🎉 go 👩‍🚀"

/* The same 300 characters of two bytes. */
const char *hostile_length(void);

/* What a writer of one plan makes of it, between what head and end write, which may be NULL.
 * Free it. */
struct buffer drafted_as(const struct exit_plan *plan, void (*head)(struct buffer *),
	void (*put)(struct buffer *, const struct exit_plan *), void (*end)(struct buffer *));

#endif
