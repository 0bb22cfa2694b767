#include <stdlib.h>
#include <string.h>

#include "take.h"

/* As many of the newest observations make a recency-weighted mean (R45). */
#define RECENT 12

static const struct metric *find_metric(const struct view *view, const char *id)
{
	EACH (struct metric, metric, view->partner->metrics)
		if (HAS(metric->id) && !strcmp(metric->id.text, id) &&
			view_counts(view, &metric->head))
			return metric;
	return NULL;
}

/* Newest first; of one day the later in the list is newer. */
static int compare_newest(const void *left, const void *right)
{
	const struct observation *a = *(const struct observation *const *)left;
	const struct observation *b = *(const struct observation *const *)right;

	if (a->date.date != b->date.date)
		return a->date.date > b->date.date ? -1 : 1;
	return (a < b) - (a > b);
}

static size_t newest_first(
	const struct view *view, const struct metric *metric, const struct observation **sorted)
{
	size_t n = 0;

	EACH (struct observation, observation, metric->observations)
		if (view_by(view, observation->date) && HAS(observation->value) &&
			view_counts(view, &observation->head))
			sorted[n++] = observation;
	qsort(sorted, n, sizeof(*sorted), compare_newest);
	return n;
}

/* How much the k-th newest observation weighs; 0 from the first that does not count. */
static double recency(const struct view *view, enum aggregate aggregate,
	const struct observation *observation, size_t k)
{
	switch (aggregate) {
	case AGGREGATE_MEAN:
		return view_in_window(view, observation->date.date) ? 1 : 0;
	case AGGREGATE_RECENCY:
		return k < RECENT ? (double)(RECENT - k) / RECENT : 0;
	default:
		return k == 0 ? 1 : 0;
	}
}

static void tally_observation(struct tally *tally, const struct question *question,
	const struct metric *metric, const struct used_record *used, struct measurement *result)
{
	tally_record(tally, question, result, used);
	if (result->used)
		result->used[result->n_used - 1].named_by = &metric->head;
}

static void aggregate_metric(const struct question *question, const struct metric *metric,
	const struct observation **sorted, size_t n, struct measurement *result)
{
	enum aggregate aggregate =
		(enum aggregate)WORD_OR(question->how->aggregate, AGGREGATE_LAST);
	struct tally tally = {0};

	if (!n || !view_in_window(question->view, sorted[0]->date.date))
		return;
	use_room(question, result, n);
	for (size_t k = 0; k < n; k++) {
		double weight = recency(question->view, aggregate, sorted[k], k);

		if (weight <= 0)
			break;
		tally_observation(&tally, question, metric,
			&(struct used_record){.record = &metric_record,
				.head = &sorted[k]->head,
				.value = sorted[k]->value.value,
				.weight = weight},
			result);
	}
	result->ordered = aggregate != AGGREGATE_MEAN;
	tally_finish(&tally, MEASURE_NO_DATA, result);
}

void take_metric(const struct question *question, struct measurement *result)
{
	const struct view *view = question->view;
	const struct metric *metric;
	const struct observation **sorted;

	result->status = MEASURE_NOT_APPLICABLE;
	if (view->side == SIDE_US && !view->self)
		return;
	result->status = MEASURE_NO_DATA;
	metric = find_metric(view, strchr(question->how->measure.text, ':') + 1);
	if (!metric)
		return;
	sorted = malloc((metric->observations.list.n + 1) * sizeof(*sorted));
	if (!sorted)
		arena_exhausted();
	aggregate_metric(question, metric, sorted, newest_first(view, metric, sorted), result);
	free(sorted);
}
