/* Collecting ratings: of each document only what counts is kept, in a few bytes. */
#include "calibrate_design.h"

#include <stdlib.h>
#include <string.h>

#include "partner/measure.h"

struct collection *collection_new(void)
{
	struct collection *collection = calloc(1, sizeof(*collection));

	if (!collection)
		arena_exhausted();
	collection->raters.arena = &collection->arena;
	collection->criteria.arena = &collection->arena;
	return collection;
}

void collection_free(struct collection *collection)
{
	if (!collection)
		return;
	buffer_free(&collection->ratings);
	arena_free(&collection->arena);
	free(collection);
}

void collect_partner(struct collection *collection, const char *id, const char *path, uint32_t line)
{
	struct arena *arena = &collection->arena;

	collection->partners = arena_grow(arena, collection->partners, collection->n_partners,
		&collection->capacity, sizeof(*collection->partners));
	collection->partners[collection->n_partners++] = (struct collected_partner){
		arena_copy(arena, id, strlen(id)), arena_copy(arena, path, strlen(path)), line};
}

void collect_rating(struct collection *collection, enum side of, const char *criterion,
	const char *rater, double points)
{
	const struct collected_rating rating = {
		.partner = (uint32_t)collection->n_partners - 1,
		.criterion = names_add(&collection->criteria, criterion),
		.rater = names_add(&collection->raters, rater),
		.of = of,
		.points = points,
	};

	buffer_add(&collection->ratings, (const char *)&rating, sizeof(rating));
}

static void collect_side(
	struct collection *collection, const struct view *view, struct arena *scratch)
{
	EACH (struct criterion, criterion, view->rules->criteria) {
		struct panel_vote *votes;
		size_t n = panel_votes(view, criterion->id.text, scratch, &votes);

		for (size_t i = 0; i < n; i++)
			if (!votes[i].own)
				collect_rating(collection, view->side, criterion->id.text,
					votes[i].rating->by.text, votes[i].raw);
	}
}

void collect_document(struct collection *collection, const struct partner *partner,
	const struct rules *rules, const char *path, uint32_t line, int32_t as_of,
	struct arena *scratch)
{
	struct view view, other;

	if (partner->ratings.list.n == 0)
		return;
	collect_partner(collection, partner->id.text, path, line);
	view_init(&view, scratch, partner, rules, NULL, as_of, SIDE_US);
	collect_side(collection, &view, scratch);
	if (view.self) /* it has one side only */
		return;
	view_move(&other, &view, as_of, SIDE_PARTNER);
	collect_side(collection, &other, scratch);
}
