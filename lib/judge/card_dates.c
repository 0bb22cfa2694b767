/* What a card says about days to come. */
#include <stdlib.h>

#include "card_parts.h"

/* So many dates are shown. */
#define NEXT_DATES 2

static bool must_send_notice(const struct judgement *judgement)
{
	const struct contract *contract = &judgement->view->partner->contract;

	return contract_renewal(contract) == RENEWAL_AUTO && !judgement->clock.given;
}

const struct card_contract *make_contract(const struct judgement *judgement)
{
	const struct contract *contract = &judgement->view->partner->contract;
	struct card_contract *row;

	if (!HAS(contract->head) || judgement->view->ended)
		return NULL;
	row = ARENA_NEW(judgement->arena, struct card_contract);
	row->start = HAS(contract->start) ? contract->start.date : DATE_NONE;
	row->end = judgement->clock.term_end;
	row->send_by = must_send_notice(judgement) ? judgement->clock.send_by : DATE_NONE;
	row->value = contract->value.money;
	row->per = HAS(contract->value) ? value_per_words[WORD_OR(contract->per, VALUE_PER_YEAR)]
					: NULL;
	return row;
}

/* ---- dates to keep in mind ---- */

struct dates {
	struct card_date *rows;
	size_t n;
	int32_t today;
};

static struct card_date *add(struct dates *dates, int32_t date, const char *what)
{
	struct card_date *row = &dates->rows[dates->n];

	if (date == DATE_NONE || date < dates->today)
		return NULL;
	*row = (struct card_date){.date = date, .what = what};
	dates->n++;
	return row;
}

/* The next day to send notice that can still be met: of this term's end, or of a later one. */
static int32_t next_send_by(const struct judgement *judgement)
{
	const struct notice *notice = &judgement->view->partner->contract.notice;
	const struct calendar *calendar = &judgement->view->calendar;
	const struct clock *clock = &judgement->clock;

	if (!must_send_notice(judgement) || clock->send_by == DATE_NONE)
		return DATE_NONE;
	if (!clock->missed)
		return clock->send_by;
	return clock_send_by(
		clock_notice_latest(clock->next_term_end, notice->period.duration, calendar),
		notice, calendar);
}

static void add_contract(struct dates *dates, const struct judgement *judgement)
{
	const struct contract *contract = &judgement->view->partner->contract;
	struct card_date *row;

	if (!HAS(contract->head))
		return;
	row = add(dates, next_send_by(judgement), "send notice");
	if (row)
		clock_cost_of_missing(contract, &row->cost);
	if (contract_renewal(contract) == RENEWAL_MANUAL)
		add(dates, judgement->clock.term_end, "the term ends");
}

static int compare_dates(const void *left, const void *right)
{
	const struct card_date *a = left, *b = right;

	return (a->date > b->date) - (a->date < b->date);
}

struct array make_next(const struct judgement *judgement)
{
	const struct view *view = judgement->view;
	size_t conversations = view->partner->conversations.list.n;
	struct dates dates = {.today = view->as_of};

	dates.rows = arena_array(judgement->arena, conversations + 3, sizeof(struct card_date));
	if (judgement->verdict.standing == STANDING_NONE)
		return (struct array){dates.rows, 0};
	add_contract(&dates, judgement);
	EACH (struct conversation, talk, view->partner->conversations)
		if (view_by(view, talk->date) && HAS(talk->review))
			add(&dates, talk->review.date, "conversation review");
	add(&dates, view_plan_review(view), "plan review");
	qsort(dates.rows, dates.n, sizeof(struct card_date), compare_dates);
	return (struct array){dates.rows, dates.n < NEXT_DATES ? dates.n : NEXT_DATES};
}
