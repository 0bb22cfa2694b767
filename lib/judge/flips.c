/* Flips: whose voice, which criterion, which record the judgement hangs on (R49). */
#include <stdint.h>
#include <stdlib.h>
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

/* Whose ratings the score used. */
static bool *raters_used(const struct judgement *judgement, struct arena *scratch)
{
	const struct view *view = judgement->view;
	const struct rating *ratings = LIST_ITEMS(struct rating, view->partner->ratings);
	bool *used = arena_array(scratch, view->n_raters, sizeof(bool));
	struct use_place place = {0};
	const struct used_record *use;

	while ((use = judge_next_use(&judgement->score, &place)) != NULL) {
		const struct rating *rating = (const struct rating *)(const void *)use->head;

		if (use->record == &rating_record)
			used[view->rater_of[rating - ratings]] = true;
	}
	return used;
}

/* In the order in which they first rated this side. */
static void try_raters(struct flips *flips, struct trial *trial)
{
	const struct judgement *judgement = flips->judgement;
	const struct view *view = judgement->view;
	bool *used = raters_used(judgement, trial->arena);
	size_t i = 0;

	EACH (struct rating, rating, view->partner->ratings) {
		uint32_t place = view->rater_of[i++];
		const struct rater *rater = &view->raters[place];
		struct card_flip *flip;

		if (!HAS(rating->by) || !used[place] || rating_of(view, rating) != view->side)
			continue;
		used[place] = false; /* tried */
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

/* ---- records ---- */

/* A record, and when the score used it first. */
struct first_use {
	const struct used_record *use;
	size_t order;
};

/* Uses of one record side by side, the first of them first. */
static int compare_heads(const void *left, const void *right)
{
	const struct first_use *a = left, *b = right;

	if (a->use->head != b->use->head)
		return (uintptr_t)a->use->head < (uintptr_t)b->use->head ? -1 : 1;
	return (a->order > b->order) - (a->order < b->order);
}

static int compare_orders(const void *left, const void *right)
{
	const struct first_use *a = left, *b = right;

	return (a->order > b->order) - (a->order < b->order);
}

/* Each record once, in the order in which they were used. */
static struct first_use *used_records(
	const struct judgement *judgement, struct arena *scratch, size_t *n)
{
	struct first_use *all = NULL;
	struct use_place place = {0};
	const struct used_record *use;
	size_t room = 0, used = 0, kept = 0;

	while ((use = judge_next_use(&judgement->score, &place)) != NULL) {
		all = arena_grow(scratch, all, used, &room, sizeof(*all));
		all[used] = (struct first_use){use, used};
		used++;
	}
	if (used)
		qsort(all, used, sizeof(*all), compare_heads);
	for (size_t i = 0; i < used; i++)
		if (!kept || all[kept - 1].use->head != all[i].use->head)
			all[kept++] = all[i];
	if (kept)
		qsort(all, kept, sizeof(*all), compare_orders);
	*n = kept;
	return all;
}

struct array flips_of_records(const struct judgement *judgement)
{
	struct flips flips = flips_of(judgement);
	struct arena scratch = {0};
	struct trial trial;
	size_t n;
	const struct first_use *records = used_records(judgement, &scratch, &n);

	trial_init(&trial, &scratch, &judgement->score, judgement->view);
	for (size_t i = 0; i < n; i++) {
		const struct used_record *use = records[i].use;
		struct card_flip *flip = compare(&flips, trial_without_record(&trial, use));

		if (flip)
			flip->without =
				record_reference(judgement->arena, use->record, use->named_by);
	}
	arena_free(&scratch);
	return (struct array){flips.rows, flips.n};
}
