#include "view_read.h"

#include <stdlib.h>
#include <string.h>

/* ---- disputes ---- */

/* By record, the first settled first. */
static int compare_upheld(const void *left, const void *right)
{
	const struct upheld *a = left, *b = right;

	if (a->head != b->head)
		return (uintptr_t)a->head < (uintptr_t)b->head ? -1 : 1;
	return (a->settled > b->settled) - (a->settled < b->settled);
}

void view_read_disputes(struct view *view, struct arena *arena)
{
	const struct partner *partner = view->partner;
	struct finder finder = {partner, arena, NULL};
	struct upheld *upheld;
	size_t n = 0;

	if (!partner->disputes.list.n)
		return;
	upheld = arena_array(arena, partner->disputes.list.n, sizeof(struct upheld));
	EACH (struct dispute, dispute, partner->disputes) {
		const struct head *record;

		if (!HAS(dispute->settled) || !IS_SET(dispute->upheld) || !HAS(dispute->record))
			continue;
		record = finder_find(&finder, dispute->record.text);
		if (record)
			upheld[n++] = (struct upheld){record, dispute->settled.date};
	}
	qsort(upheld, n, sizeof(struct upheld), compare_upheld);
	view->upheld = upheld;
	view->n_upheld = n;
}

/* ---- raters ---- */

/* Who rated, found once, so that panels need not look for names. */
struct rater_table {
	struct rater *raters;
	uint32_t *slots; /* place in raters + 1, 0: free */
	size_t mask, n;
};

static uint32_t rater_place(struct rater_table *table, const struct text_field *by,
	const struct id_index *people, const struct calibration_file *calibration)
{
	size_t at = (size_t)hash_bytes(by->text, by->length) & table->mask;

	for (; table->slots[at]; at = (at + 1) & table->mask)
		if (!strcmp(table->raters[table->slots[at] - 1].id, by->text))
			return table->slots[at] - 1;
	table->raters[table->n] =
		(struct rater){by->text, (const struct person *)index_find(people, by->text),
			calibration_offset(calibration, by->text)};
	table->slots[at] = (uint32_t)++table->n;
	return table->slots[at] - 1;
}

void view_read_raters(struct view *view, struct arena *arena)
{
	const struct partner *partner = view->partner;
	size_t ratings = partner->ratings.list.n, slots = slots_for(ratings), i = 0;
	struct rater_table table = {.mask = slots - 1};
	struct id_index people;
	uint32_t *rater_of;

	if (!ratings)
		return;
	table.raters = arena_array(arena, ratings, sizeof(struct rater));
	table.slots = arena_array(arena, slots, sizeof(uint32_t));
	rater_of = arena_array(arena, ratings, sizeof(uint32_t));
	index_init(&people, arena, &person_record, &partner->people.list, NULL, NULL);
	EACH (struct rating, rating, partner->ratings) {
		if (HAS(rating->by))
			rater_of[i] = rater_place(&table, &rating->by, &people, view->calibration);
		i++;
	}
	view->raters = table.raters;
	view->n_raters = table.n;
	view->rater_of = rater_of;
}

/* ---- goals ---- */

/* By goal, the newest first. */
static int compare_revisits(const void *left, const void *right)
{
	const struct revisit *a = left, *b = right;

	if (a->goal != b->goal)
		return a->goal < b->goal ? -1 : 1;
	return (a->touchpoint->date.date < b->touchpoint->date.date) -
		(a->touchpoint->date.date > b->touchpoint->date.date);
}

static size_t count_revisits(const struct partner *partner)
{
	size_t n = 0;

	EACH (struct touchpoint, touchpoint, partner->touchpoints)
		n += touchpoint->goals.list.n;
	return n;
}

void view_read_revisits(struct view *view, struct arena *arena)
{
	const struct partner *partner = view->partner;
	const struct goal *goals = LIST_ITEMS(struct goal, partner->goals);
	size_t most = count_revisits(partner), n = 0;
	struct revisit *revisits;
	struct id_index index;

	if (!most || !partner->goals.list.n)
		return;
	revisits = arena_array(arena, most, sizeof(struct revisit));
	index_init(&index, arena, &goal_record, &partner->goals.list, NULL, NULL);
	EACH (struct touchpoint, touchpoint, partner->touchpoints) {
		EACH (struct text_field, id, touchpoint->goals) {
			const struct goal *goal = (const struct goal *)index_find(&index, id->text);

			if (goal && HAS(touchpoint->date))
				revisits[n++] =
					(struct revisit){(uint32_t)(goal - goals), touchpoint};
		}
	}
	qsort(revisits, n, sizeof(struct revisit), compare_revisits);
	view->revisits = revisits;
	view->n_revisits = n;
}

void view_read_levels(struct view *view)
{
	EACH (struct service_level, level, view->partner->contract.service_levels) {
		size_t i;

		if (!HAS(level->severity))
			continue;
		i = (size_t)level->severity.value - 1;
		if (!view->acknowledge[i] && HAS(level->acknowledge))
			view->acknowledge[i] = level;
		if (!view->resolve[i] && HAS(level->resolve))
			view->resolve[i] = level;
	}
}
