/* Recover or leave: what speaks for either. */
#include <stdlib.h>

#include "leaving.h"

/* An outcome is known from the review on, without one at once (R23). */
static const char *outcome_of(const struct view *view, const struct conversation *talk)
{
	bool known = !HAS(talk->review) || view_by(view, talk->review);

	return HAS(talk->outcome) && known ? outcome_words[talk->outcome.value] : NULL;
}

static struct plan_talk make_talk(const struct view *view, const struct conversation *talk)
{
	return (struct plan_talk){
		.date = talk->date.date,
		.kind = conversation_kind_words[talk->kind.value],
		.agreed = talk->agreed.text,
		.review = HAS(talk->review) ? talk->review.date : DATE_NONE,
		.outcome = outcome_of(view, talk),
		.path = talk->head.path,
		.line = talk->head.leaf.at.line,
	};
}

static int compare_talks(const void *left, const void *right)
{
	const struct plan_talk *a = left, *b = right;

	return (b->date > a->date) - (b->date < a->date);
}

static struct array make_talks(const struct leaving *leaving)
{
	const struct list *list = &leaving->partner->conversations.list;
	struct plan_talk *rows = arena_array(leaving->arena, list->n, sizeof(*rows));
	size_t n = 0;

	EACH (struct conversation, talk, leaving->partner->conversations)
		if (leaving_talk_counts(leaving->view, talk))
			rows[n++] = make_talk(leaving->view, talk);
	if (n)
		qsort(rows, n, sizeof(*rows), compare_talks);
	return (struct array){rows, n};
}

static struct array make_signs(const struct leaving *leaving)
{
	const struct array *signs = &leaving->card->signs;
	const struct card_sign *items = signs->items;
	const char **rows = arena_array(leaving->arena, signs->n, sizeof(*rows));
	size_t n = 0;

	for (size_t i = 0; i < signs->n; i++)
		if (items[i].muted == DATE_NONE)
			rows[n++] = items[i].sign;
	return (struct array){rows, n};
}

const struct plan_decision *plan_decision(const struct leaving *leaving, struct array money)
{
	const struct scorecard *card = leaving->card;
	struct plan_decision *row = ARENA_NEW(leaving->arena, struct plan_decision);

	*row = (struct plan_decision){
		.score = card->score,
		.low = card->low,
		.high = card->high,
		.grade = card->grade,
		.standing = card->standing,
		.signs = make_signs(leaving),
		.talks = make_talks(leaving),
		.until = DATE_NONE,
		.break_even = DATE_NONE,
	};
	plan_compare(leaving, money, row);
	return row;
}
