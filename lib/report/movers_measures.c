/* The measures of a card, to be found by name. */
#include <stdlib.h>
#include <string.h>

#include "movers.h"

static int compare_named(const void *left, const void *right)
{
	const struct named_measure *a = left, *b = right;
	int order = strcmp(a->criterion, b->criterion);

	return order ? order : strcmp(a->measure, b->measure);
}

static size_t count_measures(const struct scorecard *card)
{
	const struct card_criterion *criteria = card->criteria.items;
	size_t n = 0;

	for (size_t i = 0; i < card->criteria.n; i++)
		n += criteria[i].measures.n;
	return n;
}

struct measures measures_of(struct arena *scratch, const struct scorecard *card)
{
	const struct card_criterion *criteria = card->criteria.items;
	struct measures list = {
		arena_array(scratch, count_measures(card), sizeof(struct named_measure)), 0};

	for (size_t i = 0; i < card->criteria.n; i++) {
		const struct card_measure *measures = criteria[i].measures.items;

		for (size_t k = 0; k < criteria[i].measures.n; k++)
			list.items[list.n++] = (struct named_measure){
				criteria[i].criterion, measures[k].measure, &measures[k]};
	}
	qsort(list.items, list.n, sizeof(struct named_measure), compare_named);
	return list;
}

const struct card_measure *measures_find(
	const struct measures *list, const char *criterion, const char *measure)
{
	const struct named_measure sought = {.criterion = criterion, .measure = measure};
	const struct named_measure *found =
		bsearch(&sought, list->items, list->n, sizeof(sought), compare_named);

	return found ? found->at : NULL;
}
