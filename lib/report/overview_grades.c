/* The grades of a portfolio, whatever policies its partners are judged by. */
#include <math.h>
#include <stdlib.h>

#include "orders.h"
#include "overview.h"

/* The number of a grade, which `from` is kept of when it is new. */
static uint32_t add_grade(struct grades *grades, const char *name, double from)
{
	uint32_t number = names_add(&grades->names, name);

	if (number < grades->n)
		return number;
	grades->items = arena_grow(grades->names.arena, grades->items, grades->n, &grades->capacity,
		sizeof(*grades->items));
	grades->items[grades->n] = (struct graded){
		.name = grades->names.texts[number],
		.from = isnan(from) ? -1 : from,
		.place = grades->n,
	};
	grades->n++;
	return number;
}

static void add_bands(struct grades *grades, const struct card_policy *policy)
{
	const struct card_band *bands = policy->bands.items;

	for (size_t i = 0; i < policy->bands.n; i++)
		add_grade(grades, bands[i].grade, bands[i].from);
}

/* The one that takes most first; of equal ones that which came first. */
static int compare_grades(const void *left, const void *right)
{
	const struct graded *a = left, *b = right;

	if (a->from != b->from)
		return a->from > b->from ? -1 : 1;
	return (a->place > b->place) - (a->place < b->place);
}

static void sort_grades(struct grades *grades)
{
	grades->places = arena_array(grades->names.arena, grades->n, sizeof(size_t));
	if (grades->n)
		qsort(grades->items, grades->n, sizeof(*grades->items), compare_grades);
	for (size_t i = 0; i < grades->n; i++)
		grades->places[grades->items[i].place] = i;
}

static void count_grade(struct grades *grades, const struct member *member)
{
	uint32_t number;

	if (!member->graded) {
		grades->ungraded++;
		return;
	}
	number = add_grade(grades, member->grade, NAN);
	grades->items[number].n++;
}

void grades_count(struct grades *grades, const struct portfolio *portfolio)
{
	const struct members *partners = &portfolio->partners;
	const struct card_policy *last = NULL;

	*grades = (struct grades){.names.arena = results_of(portfolio)};
	for (size_t i = 0; i < partners->n; i++) {
		if (partners->items[i]->policy != last)
			add_bands(grades, partners->items[i]->policy);
		last = partners->items[i]->policy;
	}
	for (size_t i = 0; i < partners->n; i++)
		count_grade(grades, partners->items[i]);
	sort_grades(grades);
}

size_t grades_place(struct grades *grades, const struct member *member)
{
	return member->graded ? grades->places[names_add(&grades->names, member->grade)]
			      : grades->n;
}

const char *grades_name(const struct grades *grades, size_t place)
{
	return place < grades->n ? grades->items[place].name : "-";
}
