/* People: who somebody is, and the shared list joined with a partner's own. */
#include "partner/partner.h"

#include <stdlib.h>
#include <string.h>

#include "partner/search.h"
#include "tables.h"

/* By id, those without one last; equal ids in the order of the list. */
static int compare_people(const void *left, const void *right)
{
	const struct person *a = *(struct person *const *)left;
	const struct person *b = *(struct person *const *)right;
	int order = (int)HAS(b->id) - (int)HAS(a->id);

	if (order == 0 && HAS(a->id))
		order = strcmp(a->id.text, b->id.text);
	return order ? order : (a > b) - (a < b);
}

static bool has_id(const struct person *person, const char *id)
{
	return HAS(person->id) && strcmp(person->id.text, id) == 0;
}

/* The first of `sorted` with this id, `n` when there is none. */
static size_t first_with_id(struct person *const *sorted, size_t n, const char *id)
{
	struct search search = {.end = n};

	while (search_on(&search)) {
		const struct text_field *other = &sorted[search.at]->id;

		search_halve(&search, HAS(*other) && strcmp(other->text, id) < 0);
	}
	return search.at < n && has_id(sorted[search.at], id) ? search.at : n;
}

/* Gives every one of `sorted` with the id of `shared` what it lacks; false when none has it. */
static bool complete(
	struct arena *arena, struct person *const *sorted, size_t n, const struct person *shared)
{
	size_t first = first_with_id(sorted, n, shared->id.text);

	for (size_t i = first; i < n && has_id(sorted[i], shared->id.text); i++) {
		struct person whole = *shared;

		record_merge(arena, &person_record, &whole, sorted[i]);
		*sorted[i] = whole;
	}
	return first < n;
}

void partner_merge_people(
	struct arena *arena, struct partner *partner, const struct people_file *shared)
{
	size_t own = partner->people.list.n, n = own;
	struct person *people, **sorted;

	if (!shared || shared->people.list.n == 0)
		return;
	people = arena_take(arena, (own + shared->people.list.n) * sizeof(*people));
	sorted = arena_array(arena, own, sizeof(struct person *));
	for (size_t i = 0; i < own; i++) {
		people[i] = LIST_ITEMS(struct person, partner->people)[i];
		sorted[i] = &people[i];
	}
	qsort(sorted, own, sizeof(struct person *), compare_people);
	EACH (struct person, person, shared->people) {
		if (HAS(person->id) && complete(arena, sorted, own, person))
			continue;
		people[n] = *person;
		people[n].head.place = (uint32_t)n + 1;
		n++;
	}
	partner->people.list.items = people;
	partner->people.list.n = partner->people.list.capacity = n;
}
