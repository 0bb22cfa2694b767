/* What a card says about days to come. */
#include <string.h>

#include "card_parts.h"

/* So many dates are shown. */
#define NEXT_DATES 2

static bool must_send_notice(const struct judgement *judgement)
{
	const struct contract *contract = &judgement->view->partner->contract;

	return contract_renewal(contract) == RENEWAL_AUTO && !judgement->clock.given;
}

const struct card_contract *card_make_contract(const struct judgement *judgement)
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

/* The earliest so far. */
struct dates {
	struct card_date *rows; /* NEXT_DATES, and one that may be dropped */
	size_t n;
	int32_t today;
};

/* What is due on one day for one reason is one date. */
static bool is_known(const struct dates *dates, const struct card_date *date)
{
	for (size_t i = 0; i < dates->n; i++)
		if (dates->rows[i].date == date->date &&
			strcmp(dates->rows[i].what, date->what) == 0)
			return true;
	return false;
}

/* Of those of one day, what was added first stands first. */
static void add(struct dates *dates, struct card_date date)
{
	size_t at = dates->n;

	if (date.date == DATE_NONE || date.date < dates->today || is_known(dates, &date))
		return;
	for (; at && dates->rows[at - 1].date > date.date; at--)
		dates->rows[at] = dates->rows[at - 1];
	dates->rows[at] = date;
	if (dates->n < NEXT_DATES)
		dates->n++;
}

/* The next day to send notice that can still be met: of this term's end, or of a later one. */
static int32_t next_send_by(const struct judgement *judgement)
{
	const struct clock *clock = &judgement->clock;

	if (!must_send_notice(judgement))
		return DATE_NONE;
	return clock->missed ? clock->next_send_by : clock->send_by;
}

static void add_contract(struct dates *dates, const struct judgement *judgement)
{
	const struct contract *contract = &judgement->view->partner->contract;
	struct card_date notice = {.what = "send notice"};

	if (!HAS(contract->head))
		return;
	notice.date = next_send_by(judgement);
	clock_cost_of_missing(contract, &notice.cost);
	add(dates, notice);
	if (contract_renewal(contract) == RENEWAL_MANUAL)
		add(dates, (struct card_date){judgement->clock.term_end, "the term ends", {0}});
}

struct array card_make_next(const struct judgement *judgement)
{
	const struct view *view = judgement->view;
	struct dates dates = {.today = view->as_of};

	dates.rows = arena_array(judgement->arena, NEXT_DATES + 1, sizeof(struct card_date));
	if (judgement->verdict.standing == STANDING_NONE)
		return (struct array){dates.rows, 0};
	add_contract(&dates, judgement);
	EACH (struct conversation, talk, view->partner->conversations)
		if (view_by(view, talk->date) && HAS(talk->review))
			add(&dates,
				(struct card_date){talk->review.date, "conversation review", {0}});
	add(&dates, (struct card_date){view_plan_review(view), "plan review", {0}});
	return (struct array){dates.rows, dates.n};
}
