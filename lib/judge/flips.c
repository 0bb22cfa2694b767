/* Flips: whose voice, which criterion, which record the judgement hangs on (R49). */
#include <string.h>

#include "judgement.h"

/* Flips found so far, and what they are compared with. */
struct flips {
	const struct judgement *judgement;
	struct card_flip *rows;
	size_t n, room;
};

static struct flips flips_of(const struct judgement *judgement)
{
	return (struct flips){
		.judgement = judgement,
		.rows = arena_array(judgement->arena, 1, sizeof(struct card_flip)),
		.room = 1,
	};
}

/* A row, still without a name, when it makes a difference; signs and the past are held. */
static struct card_flip *compare(struct flips *flips, const struct score *score)
{
	const struct judgement *judgement = flips->judgement;
	enum standing before = judgement->verdict.standing, after = before;

	if (before != STANDING_NONE)
		after = standing_of(score, &judgement->circumstances);
	if (after == before && strcmp(score->grade, judgement->score.grade) == 0)
		return NULL;
	flips->rows = arena_grow(
		judgement->arena, flips->rows, flips->n, &flips->room, sizeof(struct card_flip));
	flips->rows[flips->n] = (struct card_flip){
		NULL, score_round(score->score), score->grade, score_graded(score), after};
	return &flips->rows[flips->n++];
}

/* In the order in which they first rated this side. */
static void try_raters(struct flips *flips, struct trial *trial)
{
	const struct judgement *judgement = flips->judgement;
	const struct view *view = judgement->view;
	bool *tried = arena_array(trial->arena, view->n_raters, sizeof(bool));
	size_t i = 0;

	EACH (struct rating, rating, view->partner->ratings) {
		uint32_t place = view->rater_of[i++];
		const struct rater *rater = &view->raters[place];
		struct card_flip *flip;

		if (!HAS(rating->by) || tried[place] || rating_of(view, rating) != view->side ||
			!trial_has_rater(trial, rater))
			continue;
		tried[place] = true;
		flip = compare(flips, trial_without_rater(trial, rater));
		if (flip)
			flip->without = arena_printf(judgement->arena, "rater:%s", rater->id);
	}
}

static void try_criteria(struct flips *flips, struct trial *trial)
{
	const struct score *score = &flips->judgement->score;

	for (size_t i = 0; i < score->n; i++) {
		struct card_flip *flip = compare(flips, trial_without_criterion(trial, i));

		if (flip)
			flip->without = arena_printf(flips->judgement->arena, "criterion:%s",
				score->criteria[i].criterion->id.text);
	}
}

struct array flips_find(const struct judgement *judgement)
{
	struct flips flips = flips_of(judgement);
	struct arena scratch = {0};
	struct trial trial;

	trial_init(&trial, &scratch, &judgement->score, judgement->view);
	try_raters(&flips, &trial);
	try_criteria(&flips, &trial);
	arena_free(&scratch);
	return (struct array){flips.rows, flips.n};
}

struct array flips_of_records(const struct judgement *judgement)
{
	struct flips flips = flips_of(judgement);
	struct arena scratch = {0};
	const struct used_record *const *records;
	struct trial trial;
	size_t n;

	trial_init(&trial, &scratch, &judgement->score, judgement->view);
	records = trial_records(&trial, &n);
	for (size_t i = 0; i < n; i++) {
		struct card_flip *flip = compare(&flips, trial_without_record(&trial, records[i]));

		if (flip)
			flip->without = record_reference(
				judgement->arena, records[i]->record, records[i]->named_by);
	}
	arena_free(&scratch);
	return (struct array){flips.rows, flips.n};
}
