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

static const char *standing_text(enum standing standing)
{
	return standing == STANDING_NONE ? NULL : standing_words[standing];
}

/* Signs and the past are held as they are. */
static void compare(struct flips *flips, const char *without, const struct score *score)
{
	const struct judgement *judgement = flips->judgement;
	enum standing before = judgement->verdict.standing, after = before;

	if (before != STANDING_NONE)
		after = standing_of(score, &judgement->circumstances);
	if (after == before && strcmp(score->grade, judgement->score.grade) == 0)
		return;
	flips->rows = arena_grow(
		judgement->arena, flips->rows, flips->n, &flips->room, sizeof(struct card_flip));
	flips->rows[flips->n++] = (struct card_flip){
		without, score_round(score->score), score->grade, standing_text(after)};
}

/* Whose ratings the score used. */
static bool *raters_used(const struct judgement *judgement)
{
	const struct view *view = judgement->view;
	const struct rating *ratings = LIST_ITEMS(struct rating, view->partner->ratings);
	bool *used = arena_array(judgement->arena, view->n_raters, sizeof(bool));
	struct use_place place = {0};
	const struct used_record *use;

	while ((use = next_use(&judgement->score, &place)) != NULL) {
		const struct rating *rating = (const struct rating *)(const void *)use->head;

		if (use->record == &rating_record)
			used[view->rater_of[rating - ratings]] = true;
	}
	return used;
}

/* In the order in which they first rated this side. */
static void try_raters(struct flips *flips)
{
	const struct judgement *judgement = flips->judgement;
	const struct view *view = judgement->view;
	bool *used = raters_used(judgement);
	size_t i = 0;

	EACH (struct rating, rating, view->partner->ratings) {
		size_t rater = view->rater_of[i++];
		struct score without;

		if (!HAS(rating->by) || !used[rater] || rating_of(view, rating) != view->side)
			continue;
		used[rater] = false; /* tried */
		score_without_rater(
			&without, judgement->arena, &judgement->score, view, &view->raters[rater]);
		compare(flips, arena_printf(judgement->arena, "rater:%s", view->raters[rater].id),
			&without);
	}
}

static void try_criteria(struct flips *flips)
{
	const struct judgement *judgement = flips->judgement;

	for (size_t i = 0; i < judgement->score.n; i++) {
		const char *id = judgement->score.criteria[i].criterion->id.text;
		struct score without;

		score_without_criterion(&without, judgement->arena, &judgement->score, i);
		compare(flips, arena_printf(judgement->arena, "criterion:%s", id), &without);
	}
}

struct array flips_find(const struct judgement *judgement)
{
	struct flips flips = flips_of(judgement);

	try_raters(&flips);
	try_criteria(&flips);
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
static struct first_use *used_records(const struct judgement *judgement, size_t *n)
{
	struct first_use *all = NULL;
	struct use_place place = {0};
	const struct used_record *use;
	size_t room = 0, used = 0, kept = 0;

	while ((use = next_use(&judgement->score, &place)) != NULL) {
		all = arena_grow(judgement->arena, all, used, &room, sizeof(*all));
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
	size_t n;
	const struct first_use *records = used_records(judgement, &n);

	for (size_t i = 0; i < n; i++) {
		const struct used_record *use = records[i].use;
		struct score without;

		score_without_record(
			&without, judgement->arena, &judgement->score, judgement->view, use->head);
		compare(&flips, record_reference(judgement->arena, use->record, use->named_by),
			&without);
	}
	return (struct array){flips.rows, flips.n};
}
