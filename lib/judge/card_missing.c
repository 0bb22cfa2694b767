/* What is missing for a grade, by the kinds of records that would give it. */
#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "card_lines.h"

/* More kinds of records than measures need. */
#define NEEDS_MOST 32

/* Weight that a kind of record would add to what is measured. */
struct missing {
	const char *what;
	double share;
	int percent;
};

struct missing_list {
	struct missing items[NEEDS_MOST];
	size_t n;
};

static void add_missing(struct missing_list *list, const char *what, double share)
{
	size_t i = 0;

	while (i < list->n && strcmp(list->items[i].what, what) != 0)
		i++;
	assert(i < NEEDS_MOST);
	if (i == list->n)
		list->items[list->n++] = (struct missing){.what = what};
	list->items[i].share += share;
}

static bool applies(const struct card_measure *measure)
{
	return measure->status == MEASURE_MEASURED || measure->status == MEASURE_NO_DATA;
}

static double applicable_weight(const struct card_criterion *criterion)
{
	double sum = 0;

	RESULT_EACH (struct card_measure, measure, criterion->measures)
		sum += applies(measure) ? measure->weight : 0;
	return sum;
}

static void read_missing(const struct scorecard *card, struct missing_list *list)
{
	double all = 0;

	RESULT_EACH (struct card_criterion, criterion, card->criteria)
		all += isnan(criterion->coverage) ? 0 : criterion->weight;
	RESULT_EACH (struct card_criterion, criterion, card->criteria) {
		double inner = applicable_weight(criterion);

		RESULT_EACH (struct card_measure, measure, criterion->measures)
			if (measure->status == MEASURE_NO_DATA && inner > 0 && all > 0)
				add_missing(list, measure->needs,
					criterion->weight / all * measure->weight / inner);
	}
}

static int compare_shares(const void *left, const void *right)
{
	const struct missing *a = left, *b = right;

	if (fabs(a->share - b->share) > 1e-9)
		return a->share > b->share ? -1 : 1;
	return strcmp(a->what, b->what);
}

/* Whole percents that add up to that of the sum: the largest remainders are rounded up. */
static void round_shares(struct missing_list *list)
{
	double sum = 0;
	int left;

	for (size_t i = 0; i < list->n; i++)
		sum += list->items[i].share;
	left = card_percent(sum);
	for (size_t i = 0; i < list->n; i++) {
		list->items[i].percent = (int)floor(100 * list->items[i].share + 1e-9);
		left -= list->items[i].percent;
	}
	for (; left > 0; left--) {
		struct missing *most = &list->items[0];

		for (size_t i = 1; i < list->n; i++)
			if (100 * list->items[i].share - list->items[i].percent >
				100 * most->share - most->percent + 1e-9)
				most = &list->items[i];
		most->percent++;
	}
}

void card_put_missing(struct buffer *line, const struct scorecard *card)
{
	struct missing_list list = {.n = 0};

	read_missing(card, &list);
	if (!list.n) {
		buffer_puts(line, "a grade, once more of it applies");
		return;
	}
	qsort(list.items, list.n, sizeof(struct missing), compare_shares);
	round_shares(&list);
	buffer_puts(line, "a grade, once recorded:");
	for (size_t i = 0; i < list.n; i++)
		buffer_printf(line, " %s" TEXT_GLUE "%d" TEXT_GLUE "%%%s", list.items[i].what,
			list.items[i].percent,
			i + 1 < list.n ? "," : " of" TEXT_GLUE "the" TEXT_GLUE "weight");
}
