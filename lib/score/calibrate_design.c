/* From what was collected to a design that does not depend on the order of collecting. */
#include "calibrate_design.h"

#include <stdlib.h>
#include <string.h>

/* ---- partners ---- */

struct ranked_partner {
	const struct collected_partner *partner;
	size_t number;
};

static int compare_partners(const void *left, const void *right)
{
	const struct collected_partner *a = ((const struct ranked_partner *)left)->partner;
	const struct collected_partner *b = ((const struct ranked_partner *)right)->partner;
	int order = strcmp(a->id, b->id);

	if (order == 0)
		order = strcmp(a->path, b->path);
	return order ? order : (a->line > b->line) - (a->line < b->line);
}

/* The rank of each partner by number; UINT32_MAX for a document that was collected before. */
static uint32_t *rank_partners(
	struct design *design, const struct collection *collection, struct arena *arena)
{
	size_t n = collection->n_partners;
	struct ranked_partner *sorted = arena_array(arena, n, sizeof(*sorted));
	uint32_t *rank = arena_array(arena, n, sizeof(*rank));

	design->partners = arena_array(arena, n, sizeof(*design->partners));
	for (size_t i = 0; i < n; i++)
		sorted[i] = (struct ranked_partner){&collection->partners[i], i};
	qsort(sorted, n, sizeof(*sorted), compare_partners);
	for (size_t i = 0; i < n; i++) {
		rank[sorted[i].number] = UINT32_MAX;
		if (i && compare_partners(&sorted[i - 1], &sorted[i]) == 0)
			continue;
		rank[sorted[i].number] = (uint32_t)design->n_partners;
		design->partners[design->n_partners++] = sorted[i].partner->id;
	}
	return rank;
}

/* ---- raters and criteria ---- */

static uint32_t *rank_raters(
	struct design *design, const struct collection *collection, struct arena *arena)
{
	const struct names *raters = &collection->raters;
	uint32_t *rank = names_rank(raters, arena);

	design->n_raters = raters->n;
	design->raters = arena_array(arena, raters->n, sizeof(*design->raters));
	for (size_t i = 0; i < raters->n; i++)
		design->raters[rank[i]] = raters->texts[i];
	return rank;
}

static void add_criteria(struct names *names, const struct rules *rules)
{
	EACH (struct criterion, criterion, rules->criteria)
		names_add(names, criterion->id.text);
}

/* Those of the policy, then of its overrides, then the others by their ids. */
static uint32_t *rank_criteria(struct design *design, const struct collection *collection,
	const struct policy *policy, struct arena *arena)
{
	const struct names *criteria = &collection->criteria;
	const uint32_t *by_id = names_rank(criteria, arena);
	const char **sorted = arena_array(arena, criteria->n, sizeof(*sorted));
	uint32_t *rank = arena_array(arena, criteria->n, sizeof(*rank));
	struct names order = {.arena = arena};

	add_criteria(&order, &policy->rules);
	EACH (struct policy_override, override, policy->overrides)
		add_criteria(&order, &override->rules);
	for (size_t i = 0; i < criteria->n; i++)
		sorted[by_id[i]] = criteria->texts[i];
	for (size_t i = 0; i < criteria->n; i++)
		names_add(&order, sorted[i]);
	for (size_t i = 0; i < criteria->n; i++)
		rank[i] = names_add(&order, criteria->texts[i]);
	design->criteria = order.texts;
	design->n_criteria = order.n;
	return rank;
}

/* ---- ratings ---- */

static int compare_numbers(uint32_t a, uint32_t b)
{
	return (a > b) - (a < b);
}

static int compare_cells(const struct collected_rating *a, const struct collected_rating *b)
{
	int order = compare_numbers(a->partner, b->partner);

	if (order == 0)
		order = compare_numbers(a->of, b->of);
	return order ? order : compare_numbers(a->criterion, b->criterion);
}

static int compare_ratings(const void *left, const void *right)
{
	const struct collected_rating *a = left, *b = right;
	int order = compare_cells(a, b);

	return order ? order : compare_numbers(a->rater, b->rater);
}

/* Numbers become ranks; ratings of a document that was collected before are dropped. */
static size_t rank_ratings(struct collected_rating *ratings, size_t n, const uint32_t *partner,
	const uint32_t *criterion, const uint32_t *rater)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++) {
		struct collected_rating rating = ratings[i];

		rating.partner = partner[rating.partner];
		if (rating.partner == UINT32_MAX)
			continue;
		rating.criterion = criterion[rating.criterion];
		rating.rater = rater[rating.rater];
		ratings[kept++] = rating;
	}
	return kept;
}

static void fill_cells(
	struct design *design, const struct collected_rating *ratings, struct arena *arena)
{
	design->ratings = arena_array(arena, design->n, sizeof(*design->ratings));
	for (size_t i = 0; i < design->n; i++)
		design->n_cells += i == 0 || compare_cells(&ratings[i - 1], &ratings[i]) != 0;
	design->cells = arena_array(arena, design->n_cells, sizeof(*design->cells));
	design->n_cells = 0;
	for (size_t i = 0; i < design->n; i++) {
		const struct collected_rating *rating = &ratings[i];

		if (i == 0 || compare_cells(&ratings[i - 1], rating) != 0)
			design->cells[design->n_cells++] = (struct cell){
				rating->partner, rating->criterion, (enum side)rating->of};
		design->ratings[i] = (struct severity_rating){
			design->n_cells - 1, rating->rater, rating->points};
	}
}

void design_make(struct design *design, struct collection *collection, const struct policy *policy,
	struct arena *arena)
{
	struct collected_rating *ratings =
		(struct collected_rating *)(void *)collection->ratings.data;
	const uint32_t *partner, *criterion, *rater;

	*design = (struct design){.n = collection->ratings.length / sizeof(*ratings)};
	partner = rank_partners(design, collection, arena);
	criterion = rank_criteria(design, collection, policy, arena);
	rater = rank_raters(design, collection, arena);
	design->n = rank_ratings(ratings, design->n, partner, criterion, rater);
	if (design->n)
		qsort(ratings, design->n, sizeof(*ratings), compare_ratings);
	fill_cells(design, ratings, arena);
	buffer_free(&collection->ratings);
}
