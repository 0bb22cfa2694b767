/* The score without a rater, a criterion or a record (R49, R50). */
#include "trial.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "combine.h"
#include "partner/search.h"

static void set_points(struct scored_measure *measure)
{
	measure->points =
		counts_measured(measure) ? scale_points(measure->how, measure->taken.value) : NAN;
}

void trial_take(struct scored_measure *measure, const struct criterion *criterion,
	const struct view *view, struct arena *used)
{
	struct question question = {
		.view = view, .how = measure->how, .criterion = criterion->id.text, .arena = used};

	measure_take(measure->info, &question, &measure->taken);
	set_points(measure);
}

/* ---- uses ---- */

/* One use by one measure: of a record, or of the rating of a rater. */
struct use {
	const void *key; /* the record's head, or the rater */
	const struct used_record *used;
	size_t criterion, measure;
	size_t order; /* of the uses of the score */
};

static int compare_keys(const void *a, const void *b)
{
	return ((uintptr_t)a > (uintptr_t)b) - ((uintptr_t)a < (uintptr_t)b);
}

static int compare_orders(const void *left, const void *right)
{
	const struct use *a = left, *b = right;

	return (a->order > b->order) - (a->order < b->order);
}

static int compare_uses(const void *left, const void *right)
{
	int keys = compare_keys(((const struct use *)left)->key, ((const struct use *)right)->key);

	return keys ? keys : compare_orders(left, right);
}

static size_t count_uses(const struct score *score)
{
	size_t n = 0;

	for (size_t i = 0; i < score->n; i++)
		for (size_t k = 0; k < score->criteria[i].n; k++)
			n += score->criteria[i].measures[k].taken.n_used;
	return n;
}

static const void *rater_of(const struct view *view, const struct used_record *used)
{
	const struct rating *ratings = LIST_ITEMS(struct rating, view->partner->ratings);
	const struct rating *rating = (const struct rating *)(const void *)used->head;

	if (used->record != &rating_record)
		return NULL;
	return &view->raters[view->rater_of[rating - ratings]];
}

/* All uses by raters or by records, those of one side by side, the first of them first. */
static void collect_uses(struct trial *trial, bool raters, struct trial_uses *uses)
{
	const struct score *score = trial->score;
	size_t order = 0;

	uses->items = arena_array(trial->arena, count_uses(score), sizeof(struct use));
	for (size_t i = 0; i < score->n; i++) {
		for (size_t k = 0; k < score->criteria[i].n; k++) {
			const struct measurement *taken = &score->criteria[i].measures[k].taken;

			for (size_t u = 0; u < taken->n_used; u++, order++) {
				const struct used_record *used = &taken->used[u];
				const void *key =
					raters ? rater_of(&trial->view, used) : used->head;

				if (key)
					uses->items[uses->n++] =
						(struct use){key, used, i, k, order};
			}
		}
	}
	qsort(uses->items, uses->n, sizeof(struct use), compare_uses);
}

/* The uses from place `first` on that are of one rater or record. */
static struct trial_uses group_at(const struct trial_uses *uses, size_t first)
{
	struct trial_uses group = {uses->items + first, 0};

	while (first + group.n < uses->n && group.items[group.n].key == group.items[0].key)
		group.n++;
	return group;
}

static struct trial_uses group_of(const struct trial_uses *uses, const void *key)
{
	struct search search = {.end = uses->n};

	while (search_on(&search))
		search_halve(&search, compare_keys(uses->items[search.at].key, key) < 0);
	if (search.at == uses->n || uses->items[search.at].key != key)
		return (struct trial_uses){NULL, 0};
	return group_at(uses, search.at);
}

static const struct trial_uses *uses_of_raters(struct trial *trial)
{
	if (!trial->raters.items)
		collect_uses(trial, true, &trial->raters);
	return &trial->raters;
}

static const struct trial_uses *uses_of_records(struct trial *trial)
{
	if (!trial->records.items)
		collect_uses(trial, false, &trial->records);
	return &trial->records;
}

bool trial_has_rater(struct trial *trial, const struct rater *rater)
{
	return group_of(uses_of_raters(trial), rater).n > 0;
}

const struct used_record *const *trial_records(struct trial *trial, size_t *n)
{
	const struct trial_uses *uses = uses_of_records(trial);
	struct use *firsts = arena_array(trial->arena, uses->n, sizeof(*firsts));
	const struct used_record **records = arena_array(trial->arena, uses->n, sizeof(*records));

	*n = 0;
	for (size_t i = 0; i < uses->n; i += group_at(uses, i).n)
		firsts[(*n)++] = uses->items[i];
	qsort(firsts, *n, sizeof(*firsts), compare_orders);
	for (size_t i = 0; i < *n; i++)
		records[i] = firsts[i].used;
	return records;
}

/* ---- leaving out ---- */

void trial_init(struct trial *trial, struct arena *arena, const struct score *score,
	const struct view *view)
{
	size_t n = score->n;

	*trial = (struct trial){.arena = arena, .score = score, .view = *view, .left = *score};
	trial->changed = arena_array(arena, n, sizeof(bool));
	trial->left.criteria = arena_array(arena, n, sizeof(struct scored_criterion));
	for (size_t i = 0; i < n; i++) {
		struct scored_criterion *copy = &trial->left.criteria[i];

		*copy = score->criteria[i];
		copy->measures = arena_array(arena, copy->n, sizeof(struct scored_measure));
		trial->changed[i] = true;
	}
}

/* Makes what is left the whole score again, as far as that is made of measures and weights. */
static void restore(struct trial *trial)
{
	for (size_t i = 0; i < trial->score->n; i++) {
		const struct scored_criterion *criterion = &trial->score->criteria[i];

		trial->left.criteria[i].weight = criterion->weight;
		if (trial->changed[i])
			memcpy(trial->left.criteria[i].measures, criterion->measures,
				criterion->n * sizeof(struct scored_measure));
		trial->changed[i] = false;
	}
}

static struct scored_measure *change(struct trial *trial, size_t criterion, size_t measure)
{
	trial->changed[criterion] = true;
	return &trial->left.criteria[criterion].measures[measure];
}

static void take_again(struct trial *trial, size_t criterion, size_t measure)
{
	trial_take(change(trial, criterion, measure), trial->score->criteria[criterion].criterion,
		&trial->view, NULL);
}

static void apply_no_more(struct scored_measure *measure)
{
	measure->taken.status = MEASURE_NOT_APPLICABLE;
	measure->taken.value = NAN;
	measure->taken.n = 0;
	measure->points = NAN;
}

static const struct used_record *use_by(struct trial_uses uses, size_t criterion, size_t measure)
{
	for (size_t i = 0; i < uses.n; i++)
		if (uses.items[i].criterion == criterion && uses.items[i].measure == measure)
			return uses.items[i].used;
	return NULL;
}

/* Whether the measure knows itself what it is without the record. */
static bool can_spare(struct trial *trial, struct trial_uses uses, const struct head *head,
	size_t criterion, size_t measure)
{
	const struct measure_info *info = trial->left.criteria[criterion].measures[measure].info;
	struct scored_measure *left;

	if (!info->spare)
		return false;
	left = change(trial, criterion, measure);
	if (!info->spare(&trial->view, head, use_by(uses, criterion, measure), &left->taken))
		return false;
	set_points(left);
	return true;
}

/* All measures that may be others without a record that they need not have used. */
static void retake(
	struct trial *trial, struct trial_uses uses, const struct head *head, unsigned reads)
{
	for (size_t i = 0; i < trial->left.n; i++) {
		for (size_t k = 0; k < trial->left.criteria[i].n; k++) {
			const struct scored_measure *measure = &trial->left.criteria[i].measures[k];

			if (measure->info->reads & ~measure->info->separable & reads) {
				if (!can_spare(trial, uses, head, i, k))
					take_again(trial, i, k);
			} else if (measure->taken.hinge == head) {
				apply_no_more(change(trial, i, k));
			}
		}
	}
}

/* The measures of the uses lose their parts, as far as they are means of them. */
static void take_out(struct trial *trial, struct trial_uses uses, unsigned reads, bool replace)
{
	for (size_t i = 0; i < uses.n; i++) {
		const struct use *use = &uses.items[i];
		struct scored_measure *measure = change(trial, use->criterion, use->measure);

		if (!(measure->info->separable & reads) || !counts_measured(measure))
			continue;
		if (measure->taken.ordered) {
			take_again(trial, use->criterion, use->measure);
			continue;
		}
		measure_leave(measure->info, use->used, replace, &measure->taken);
		set_points(measure);
	}
}

static void leave_record(struct trial *trial, struct trial_uses uses, const struct head *head,
	const struct record *record)
{
	unsigned reads = measure_reads(record);

	restore(trial);
	trial->view.without = head;
	retake(trial, uses, head, reads);
	take_out(trial, uses, reads, true);
}

const struct score *trial_without_rater(struct trial *trial, const struct rater *rater)
{
	restore(trial);
	take_out(trial, group_of(uses_of_raters(trial), rater), READS_RATINGS, false);
	combine(&trial->left);
	return &trial->left;
}

const struct score *trial_without_criterion(struct trial *trial, size_t criterion)
{
	restore(trial);
	trial->left.criteria[criterion].weight = 0;
	combine_normalise(&trial->left);
	combine(&trial->left);
	return &trial->left;
}

const struct score *trial_without_record(struct trial *trial, const struct used_record *used)
{
	leave_record(trial, group_of(uses_of_records(trial), used->head), used->head, used->record);
	combine(&trial->left);
	return &trial->left;
}

/* ---- effects ---- */

/* What each of the uses of a record, which has been left out, is to its measure. */
static void put_points(double *points, const struct trial *trial, struct trial_uses uses)
{
	for (size_t i = 0; i < uses.n; i++) {
		const struct use *use = &uses.items[i];

		points[use->order] =
			trial->score->criteria[use->criterion].measures[use->measure].points -
			trial->left.criteria[use->criterion].measures[use->measure].points;
	}
}

void score_effects(struct record_effects *effects, struct arena *arena, const struct score *score,
	const struct view *view)
{
	struct arena scratch = {0};
	const struct trial_uses *uses;
	struct trial_uses group;
	struct trial trial;

	trial_init(&trial, &scratch, score, view);
	uses = uses_of_records(&trial);
	effects->n = 0;
	effects->items = arena_array(arena, uses->n, sizeof(struct record_effect));
	effects->points = arena_array(arena, uses->n, sizeof(double));
	for (size_t i = 0; i < uses->n; i += group.n) {
		const struct used_record *used = uses->items[i].used;

		group = group_at(uses, i);
		leave_record(&trial, group, used->head, used->record);
		effects->items[effects->n++] = (struct record_effect){
			used->head, score->score - combine_total(&trial.left)};
		put_points(effects->points, &trial, group);
	}
	arena_free(&scratch);
}

static int compare_effects(const void *left, const void *right)
{
	return compare_keys(((const struct record_effect *)left)->head,
		((const struct record_effect *)right)->head);
}

double effect_of(const struct record_effects *effects, const struct head *head)
{
	struct record_effect wanted = {head, 0};
	const struct record_effect *found = effects->n
		? bsearch(&wanted, effects->items, effects->n, sizeof(wanted), compare_effects)
		: NULL;

	return found ? found->effect : NAN;
}
