/* Days of a partnership worth a line in a calendar. */
#include <stdlib.h>

#include "exit_facts_parts.h"

/* Besides those of conversations: one of each other kind. */
#define OTHER_EVENTS EVENT_KINDS

struct events {
	const struct leaving *leaving;
	struct card_event *rows;
	size_t n;
};

static void add_event(struct events *events, struct card_event event, const struct head *head,
	const struct leaf *leaf)
{
	if (event.date == DATE_NONE)
		return;
	event.path = head->path;
	event.line = leaf->at.line;
	events->rows[events->n++] = event;
}

/* By date, then kind; those of one day and kind by what they are known by. */
static int compare_events(const void *left, const void *right)
{
	const struct card_event *a = left, *b = right;

	if (a->date != b->date)
		return a->date < b->date ? -1 : 1;
	if (a->kind != b->kind)
		return a->kind < b->kind ? -1 : 1;
	if (a->key != b->key)
		return a->key < b->key ? -1 : 1;
	return (a->line > b->line) - (a->line < b->line);
}

/* ---- the contract ---- */

/* For the end of the term; where that was missed, for the next one that it can still be met for. */
static struct card_event send_by(const struct leaving *leaving)
{
	const struct clock *clock = &leaving->clock;
	struct card_event event = {.kind = EVENT_SEND_BY,
		.date = clock->missed ? clock->next_send_by : clock->send_by,
		.key = clock->missed ? clock->next_term_end : clock->term_end,
		.ref = "contract"};

	if (event.date < leaving->view->as_of)
		event.date = DATE_NONE; /* the calendar ends before it */
	return event;
}

static void add_notice(struct events *events)
{
	const struct contract *contract = events->leaving->contract;
	const struct clock *clock = &events->leaving->clock;

	if (contract_renewal(contract) != RENEWAL_AUTO || clock->given)
		return;
	add_event(events, send_by(events->leaving), &contract->notice.head,
		&contract->notice.period.leaf);
	add_event(events,
		(struct card_event){.kind = EVENT_NOTICE_OPENS,
			.date = clock->notice_earliest,
			.key = clock->term_end,
			.ref = "contract"},
		&contract->notice.head, &contract->notice.opens.leaf);
}

static void add_term_end(struct events *events)
{
	const struct contract *contract = events->leaving->contract;
	int32_t end = events->leaving->clock.term_end;

	add_event(events,
		(struct card_event){
			.kind = EVENT_TERM_END, .date = end, .key = end, .ref = "contract"},
		&contract->head, &contract->end.leaf);
}

/* ---- reviews ---- */

static void add_plan_review(struct events *events)
{
	const struct plan *plan = &events->leaving->partner->plan;
	const struct leaf *leaf = &plan->head.leaf;

	if (HAS(plan->review_every))
		leaf = &plan->review_every.leaf;
	else if (HAS(plan->agreed))
		leaf = &plan->agreed.leaf;
	add_event(events,
		(struct card_event){.kind = EVENT_PLAN_REVIEW,
			.date = view_plan_review(events->leaving->view),
			.key = DATE_NONE,
			.ref = "plan"},
		&plan->head, leaf);
}

/* An outcome is known from the review on (R23). */
static bool waits_for_outcome(const struct view *view, const struct conversation *talk)
{
	return view_by(view, talk->date) && view_counts(view, &talk->head) && HAS(talk->review) &&
		!(HAS(talk->outcome) && view_by(view, talk->review));
}

static void add_conversation_reviews(struct events *events)
{
	EACH (struct conversation, talk, events->leaving->partner->conversations)
		if (waits_for_outcome(events->leaving->view, talk))
			add_event(events,
				(struct card_event){.kind = EVENT_CONVERSATION_REVIEW,
					.date = talk->review.date,
					.key = talk->date.date,
					.ref = record_reference(events->leaving->arena,
						&conversation_record, &talk->head)},
				&talk->head, &talk->review.leaf);
}

/* ---- what has ended ---- */

/* The review of re-entry as a plan would date it, were all that comes before done by the end. */
static int32_t review_after(const struct leaving *leaving, int32_t day)
{
	const struct schedule_terms terms = {
		.view = leaving->view, .early = true, .start = day, .notice_by = DATE_NONE};
	struct schedule schedule = {0};
	struct activity *review;
	const struct step *step;
	size_t place;

	schedule_merge(&schedule, leaving->arena, &terms);
	place = schedule_place(&schedule, "reentry-review");
	step = &schedule.steps[place];
	review = &schedule.activities[place];
	if (step->dropped ||
		(step->own && HAS(step->own->done) && step->own->done.date <= leaving->card->as_of))
		return DATE_NONE;
	activity_place(review, review->not_before > day ? review->not_before : day,
		&leaving->view->calendar);
	return review->early_start;
}

static void add_reentry(struct events *events)
{
	const struct leaving *leaving = events->leaving;
	const struct exit_reentry *reentry = &leaving->exit->reentry;
	bool given = HAS(reentry->review);
	struct card_event event = {.kind = EVENT_REENTRY, .key = DATE_NONE, .ref = "exit"};
	int32_t end = leaving->view->as_of;

	event.date = review_after(leaving, leaving_review(leaving, end));
	if (event.date > end)
		add_event(events, event, given ? &reentry->head : &leaving->partner->head,
			given ? &reentry->review.leaf : &leaving->partner->ended.leaf);
}

struct array facts_events(const struct leaving *leaving)
{
	size_t most = leaving->partner->conversations.list.n + OTHER_EVENTS;
	struct events events = {.leaving = leaving,
		.rows = arena_array(leaving->arena, most, sizeof(*events.rows))};

	if (leaving->view->ended) {
		add_reentry(&events);
	} else {
		add_notice(&events);
		add_term_end(&events);
		add_plan_review(&events);
		add_conversation_reviews(&events);
	}
	qsort(events.rows, events.n, sizeof(*events.rows), compare_events);
	return (struct array){events.rows, events.n};
}
