/* What most of a move comes from: a measure and its record, or the rules. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "movers.h"

/* ---- a record ---- */

static int compare_records(const void *left, const void *right)
{
	const struct card_record *a = left, *b = right;

	return strcmp(a->ref, b->ref);
}

/* A measure on a card; nothing of it when the card does not have it. */
struct used {
	double pull;          /* its share of the whole score; 0 when it is not measured */
	struct array records; /* struct card_record, as the card has them */
	const struct card_record *by_ref;
};

static struct used used_in(
	struct arena *scratch, const struct scorecard *card, const struct report_cause *cause)
{
	struct measures list = measures_of(scratch, card);
	const struct card_measure *measure = measures_find(&list, cause->criterion, cause->measure);
	struct used used = {0};
	struct card_record *sorted;

	if (!measure)
		return used;
	used.pull = measure->pull > 0 ? measure->pull : 0;
	used.records = measure->records;
	if (!used.records.n)
		return used;
	sorted = arena_array(scratch, used.records.n, sizeof(*sorted));
	memcpy(sorted, used.records.items, used.records.n * sizeof(*sorted));
	qsort(sorted, used.records.n, sizeof(*sorted), compare_records);
	used.by_ref = sorted;
	return used;
}

static const struct card_record *find_record(const struct used *used, const char *ref)
{
	const struct card_record sought = {.ref = ref};

	return used->by_ref
		? bsearch(&sought, used->by_ref, used->records.n, sizeof(sought), compare_records)
		: NULL;
}

/* Points of the measure that a record accounts for on a card: 0 when it is not there, NaN when
 * the measure has none without it. */
static double points_in(const struct used *used, const char *ref)
{
	const struct card_record *found = find_record(used, ref);

	return found ? found->points : 0;
}

/* What records did to their measure between the cards. */
struct shares {
	struct used from, to;
	double sum; /* of the points of those that have some */
	bool alone; /* the measure stands or falls with some of them */
};

static double share_of(const struct shares *shares, const char *ref)
{
	return points_in(&shares->to, ref) - points_in(&shares->from, ref);
}

static void sum_up(struct shares *shares, const struct change_record *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		double share = share_of(shares, rows[i].ref);

		shares->alone |= isnan(share);
		shares->sum += isnan(share) ? 0 : share;
	}
}

/* As in a change of files: the points are the cause when they make up from half to twice of it. */
static bool foots(const struct shares *shares, double effect)
{
	double bar = (shares->from.pull + shares->to.pull) / 2;
	double ratio = effect / (bar * shares->sum);

	return ratio >= 0.5 && ratio <= 2;
}

/* The best so far. */
struct choice {
	const struct mover_ends *ends;
	const struct shares *shares;
	struct array rows; /* struct change_record by reference: those that may be chosen */
	bool alone;        /* one with which the measure stands or falls is asked for */
	double most;
	const struct change_record *row; /* NULL: none yet */
};

static int compare_rows(const void *left, const void *right)
{
	const struct change_record *a = left, *b = right;

	return strcmp(a->ref, b->ref);
}

static void consider(struct choice *choice, const char *ref)
{
	const struct change_record sought = {.ref = ref};
	const struct change_record *row =
		bsearch(&sought, choice->rows.items, choice->rows.n, sizeof(sought), compare_rows);
	double share = share_of(choice->shares, ref);

	if (!row || isnan(share) != choice->alone)
		return;
	if (choice->alone ? choice->row != NULL : along(choice->ends, share) <= choice->most)
		return;
	choice->most = along(choice->ends, share);
	choice->row = row;
}

/* Of equal ones the first on the newer card, then on the older one. */
static void consider_all(struct choice *choice)
{
	const struct used *cards[] = {&choice->shares->to, &choice->shares->from};

	for (size_t i = 0; choice->rows.n && i < COUNT_OF(cards); i++) {
		const struct card_record *records = cards[i]->records.items;

		for (size_t k = 0; k < cards[i]->records.n; k++)
			consider(choice, records[k].ref);
	}
}

/*
 * The record that does more for the measure on the newer card than on the older one, among those
 * that do not say the same on both. Where these do not explain it, it is one with which the
 * measure stands or falls.
 */
static void put_record(struct report_cause *cause, struct arena *scratch,
	const struct mover_ends *ends, struct array records)
{
	struct change_record *rows = arena_array(scratch, records.n, sizeof(*rows));
	struct shares shares = {
		used_in(scratch, ends->from, cause), used_in(scratch, ends->to, cause), 0, false};
	struct choice choice = {.ends = ends, .shares = &shares, .rows = {rows, records.n}};

	if (!records.n)
		return;
	memcpy(rows, records.items, records.n * sizeof(*rows));
	qsort(rows, records.n, sizeof(*rows), compare_rows);
	sum_up(&shares, rows, records.n);
	choice.alone = shares.alone && !foots(&shares, cause->effect);
	consider_all(&choice);
	if (!choice.row)
		return;
	cause->ref = choice.row->ref;
	cause->path = choice.row->path;
	cause->line = choice.row->line;
}

/* ---- all ---- */

/* Fills in the measure of largest effect with its record; false when none is in the direction. */
static bool find_cause(struct report_cause *cause, struct arena *scratch,
	const struct mover_ends *ends, const struct change *change)
{
	const struct change_criterion *criteria = change->criteria.items;
	const struct change_measure *first = NULL;

	for (size_t i = 0; i < change->criteria.n; i++) {
		const struct change_measure *measures = criteria[i].measures.items;

		for (size_t k = 0; k < criteria[i].measures.n; k++) {
			if (along(ends, measures[k].effect) <=
				(first ? along(ends, first->effect) : 0))
				continue;
			first = &measures[k];
			cause->criterion = criteria[i].criterion;
		}
	}
	if (!first)
		return false;
	cause->kind = "measure";
	cause->measure = first->measure;
	cause->effect = first->effect;
	put_record(cause, scratch, ends, first->records);
	return true;
}

static const char *keep(struct arena *arena, const char *text)
{
	return text ? arena_copy(arena, text, strlen(text)) : NULL;
}

const struct report_cause *mover_cause(
	struct arena *arena, struct arena *scratch, const struct mover_ends *ends)
{
	const struct state from = {.card = ends->from}, to = {.card = ends->to};
	const struct change *change = change_make(scratch, &from, &to);
	struct report_cause found = {0}, *cause;

	if (!change ||
		(!mover_ruling(&found, scratch, ends, change) &&
			!find_cause(&found, scratch, ends, change)))
		return NULL;
	cause = ARENA_NEW(arena, struct report_cause);
	*cause = found;
	cause->criterion = keep(arena, found.criterion);
	cause->measure = keep(arena, found.measure);
	cause->ref = keep(arena, found.ref);
	cause->path = keep(arena, found.path);
	return cause;
}
