/* The clock of the plan: what the contract says about time, and what the plan makes of it. */
#include <math.h>

#include "leaving.h"

/* The fields of the contract that the clock was read from. */
static struct array make_sources(const struct leaving *leaving)
{
	const struct contract *contract = leaving->contract;
	const struct {
		const char *name;
		const struct leaf *leaf;
	} fields[] = {
		{"contract.end", &contract->end.leaf},
		{"contract.renewal", &contract->renewal.leaf},
		{"contract.renewal_term", &contract->renewal_term.leaf},
		{"contract.notice.period", &contract->notice.period.leaf},
		{"contract.notice.opens", &contract->notice.opens.leaf},
		{"contract.notice.delivery", &contract->notice.delivery.leaf},
		{"contract.notice.given", &contract->notice.given.leaf},
		{"contract.value", &contract->value.leaf},
		{"contract.per", &contract->per.leaf},
		{"contract.transition.period", &contract->transition.period.leaf},
	};
	struct card_reference *rows = arena_array(leaving->arena, COUNT_OF(fields), sizeof(*rows));
	size_t n = 0;

	for (size_t i = 0; i < COUNT_OF(fields); i++)
		if (fields[i].leaf->state == LEAF_SOUND)
			rows[n++] = (struct card_reference){
				fields[i].name, contract->head.path, fields[i].leaf->at.line};
	return (struct array){rows, n};
}

/* Both ways to count, of the end that the latest notice belongs to. */
static void put_counts(struct plan_clock *row, const struct leaving *leaving)
{
	const struct duration_field *period = &leaving->contract->notice.period;
	const struct calendar *calendar = &leaving->view->calendar;
	int32_t end = leaving->notice_end;

	if (!HAS(*period) || end == DATE_NONE)
		return;
	row->notice_backward = date_sub(end, period->duration, calendar);
	row->notice_forward = clock_notice_forward(end, period->duration, calendar);
}

/* The day to send notice for the next end, where that for the term's was missed. */
static int32_t next_send_by(const struct leaving *leaving)
{
	const struct clock *clock = &leaving->clock;

	return clock->missed && leaving->notice_end == clock->term_end ? clock->next_send_by
								       : DATE_NONE;
}

const struct plan_clock *plan_clock(const struct leaving *leaving)
{
	const struct clock *clock = &leaving->clock;
	struct plan_clock *row = ARENA_NEW(leaving->arena, struct plan_clock);

	*row = (struct plan_clock){
		.term_end = clock->term_end,
		.notice_earliest = clock->notice_earliest,
		.notice_latest = leaving->notice_latest,
		.notice_backward = DATE_NONE,
		.notice_forward = DATE_NONE,
		.send_by = leaving->send_by,
		.next_send_by = next_send_by(leaving),
		.days_left = leaving->send_by == DATE_NONE
			? NAN
			: (double)(leaving->send_by - leaving->view->as_of),
		.needed = leaving->notice_needed,
		.given = clock->given,
		.missed = clock->missed,
		.next_term_end = clock->next_term_end,
		.effective_end = clock->effective_end,
		.last_day = leaving->last_day,
		.natural_end = leaving->natural_end,
		.early = leaving->early,
		.transition_end = leaving->transition_end,
		.service_end = leaving->service_end,
		.start_by = leaving->start_by,
		.sources = make_sources(leaving),
	};
	put_counts(row, leaving);
	clock_cost_of_missing(leaving->contract, &row->cost_of_missing);
	return row;
}
