/* The talk that should have helped (R4). */
#include <stdlib.h>

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

/* By date, the newest first; of one day the later in the list. */
static int compare_talks(const void *left, const void *right)
{
	const struct conversation *a = *(const struct conversation *const *)left;
	const struct conversation *b = *(const struct conversation *const *)right;

	if (a->date.date != b->date.date)
		return a->date.date > b->date.date ? -1 : 1;
	return (a < b) - (a > b);
}

static const struct conversation **sort_talks(
	struct arena *arena, const struct view *view, size_t *n)
{
	const struct conversation **talks =
		arena_array(arena, view->partner->conversations.list.n + 1, sizeof(*talks));

	*n = 0;
	EACH (struct conversation, one, view->partner->conversations)
		if (defines_or_recovers(one) && view_by(view, one->date) &&
			view_counts(view, &one->head))
			talks[(*n)++] = one;
	qsort(talks, *n, sizeof(*talks), compare_talks);
	return talks;
}

const struct conversation *standing_talk(struct arena *arena, const struct view *view)
{
	int32_t latest = view_back(view, view->rules->standing.patience.duration);
	int32_t asked = DATE_NONE; /* the last day looked at: it was not so */
	size_t n;
	const struct conversation **talks = sort_talks(arena, view, &n);

	for (size_t i = 0; i < n && !improved(view, talks[i]); i++) {
		int32_t date = talks[i]->date.date;

		if (date > latest || date == asked)
			continue;
		if (was_so(arena, view, date))
			return talks[i];
		asked = date;
	}
	return NULL;
}
