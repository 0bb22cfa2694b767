/* The talk that should have helped (R4). */
#include "judgement.h"

static bool defines_or_recovers(const struct conversation *conversation)
{
	int kind = WORD_OR(conversation->kind, TALK_PRAISE);

	return kind == TALK_DEFINE_RELATIONSHIP || kind == TALK_RECOVERY;
}

/* An outcome is known from its review on. */
static bool improved(const struct view *view, const struct conversation *conversation)
{
	struct date_field known =
		HAS(conversation->review) ? conversation->review : conversation->date;

	return WORD_OR(conversation->outcome, OUTCOME_WORSE) == OUTCOME_IMPROVING &&
		view_by(view, known);
}

/* On the day of the talk it was already bad enough to leave; of ourselves no signs are raised. */
static bool was_so(struct arena *arena, const struct view *view, int32_t date)
{
	struct view then;

	view_move(&then, view, date, view->side);
	return score_on(&then, date).score < view->rules->standing.exit_below.value ||
		(!view->self && signs_conduct(arena, &then));
}

/* The newest such conversation before the place `end` by date, the later in the list first. */
static const struct conversation *newest_before(
	const struct view *view, const struct conversation *end)
{
	const struct conversation *newest = NULL;

	EACH (struct conversation, one, view->partner->conversations) {
		if (!defines_or_recovers(one) || !view_by(view, one->date) ||
			!view_counts(view, &one->head))
			continue;
		if (end &&
			(one->date.date > end->date.date ||
				(one->date.date == end->date.date && one >= end)))
			continue;
		if (!newest || one->date.date >= newest->date.date)
			newest = one;
	}
	return newest;
}

const struct conversation *standing_talk(struct arena *arena, const struct view *view)
{
	int32_t latest = view_back(view, view->rules->standing.patience.duration);
	int32_t asked = DATE_NONE; /* the last day looked at: it was not so */

	for (const struct conversation *talk = newest_before(view, NULL); talk;
		talk = newest_before(view, talk)) {
		if (improved(view, talk))
			return NULL;
		if (talk->date.date > latest || talk->date.date == asked)
			continue;
		if (was_so(arena, view, talk->date.date))
			return talk;
		asked = talk->date.date;
	}
	return NULL;
}
