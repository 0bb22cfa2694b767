/* What a card has in memory but not in print, worked out from what is printed. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "card_lines.h"
#include "card_read.h"
#include "judgement.h"
#include "partner/names.h"
#include "partner/search.h"

/* What to record for a measure that this version does not know. */
#define UNKNOWN_NEEDS "other records"

/* Costs that differ by less may be equal ones, of weights and points before they were rounded. */
#define SAME_COST 1.001

/* A list again, to be changed; the caller puts it in the place of the first. */
static void *copy_items(struct arena *arena, struct array *list, size_t size)
{
	void *items = arena_array(arena, list->n, size);

	if (list->n)
		memcpy(items, list->items, list->n * size);
	if (list->items)
		list->items = items;
	return items;
}

/* ---- rules ---- */

static struct number_field sound_number(double value)
{
	return (struct number_field){.leaf.state = LEAF_SOUND, .value = value};
}

static struct text_field sound_text(const char *text)
{
	return (struct text_field){.leaf.state = LEAF_SOUND, .text = text, .length = strlen(text)};
}

/* Those of the policy that are printed. Earlier versions printed none: no grades, no edges. */
static const struct rules *make_rules(struct arena *arena, const struct card_policy *policy)
{
	struct rules *rules = ARENA_NEW(arena, struct rules);
	struct grade_band *rows = arena_array(arena, policy->bands.n, sizeof(*rows));
	size_t n = 0;

	RESULT_EACH (struct card_band, band, policy->bands)
		rows[n++] = (struct grade_band){
			.grade = sound_text(band->grade), .from = sound_number(band->from)};
	rules->grades.list = (struct list){.leaf.state = LEAF_SOUND, .items = rows, .n = n};
	rules->standing.exit_below = sound_number(policy->exit_below);
	rules->standing.talk_below = sound_number(policy->talk_below);
	rules->unevidenced_weight = sound_number(policy->unevidenced_weight);
	if (policy->currency)
		rules->currency = sound_text(policy->currency);
	return rules;
}

/* ---- criteria ---- */

/* The votes that weigh something, by criterion. */
struct votes {
	const struct card_vote **items;
	size_t n;
};

static int compare_votes(const void *left, const void *right)
{
	const struct card_vote *a = *(const struct card_vote *const *)left;
	const struct card_vote *b = *(const struct card_vote *const *)right;

	return strcmp(a->criterion, b->criterion);
}

static struct votes sort_votes(const struct scorecard *card, struct arena *arena)
{
	struct votes votes = {arena_array(arena, card->panel.n, sizeof(*votes.items)), 0};

	RESULT_EACH (struct card_vote, vote, card->panel)
		if (vote->weight > 0)
			votes.items[votes.n++] = vote;
	qsort(votes.items, votes.n, sizeof(*votes.items), compare_votes);
	return votes;
}

/* The place of the first vote on a criterion, or where it would be. */
static size_t first_vote(const struct votes *votes, const char *criterion)
{
	struct search search = {.end = votes->n};

	while (search_on(&search))
		search_halve(&search, strcmp(votes->items[search.at]->criterion, criterion) < 0);
	return search.at;
}

/* How far the votes on a criterion are backed by evidence (R11); 1 where nobody knows. */
static double evidence_of(const struct votes *votes, const char *criterion, double unevidenced)
{
	size_t first = first_vote(votes, criterion), i = first;
	double sum = 0;

	for (; i < votes->n && strcmp(votes->items[i]->criterion, criterion) == 0; i++)
		sum += votes->items[i]->evidence ? 1 : unevidenced;
	return i > first && !isnan(sum) ? sum / (double)(i - first) : 1;
}

/* What a measure weighs within its criterion: nothing unless measured, opinion by its evidence. */
static double pull_within(
	const struct card_measure *measure, const struct measure_info *info, double evidence)
{
	if (measure->status != MEASURE_MEASURED || isnan(measure->points))
		return 0;
	return measure->weight * (info && (info->reads & READS_RATINGS) ? evidence : 1);
}

/* The first of those that cost most, as judge_costliest has it. */
static const struct card_measure *costliest_of(const struct card_measure *measures, size_t n)
{
	const struct card_measure *worst = NULL;
	double most = 0;

	for (size_t i = 0; i < n; i++) {
		double cost = measures[i].pull * (100 - measures[i].points);

		if (cost > most * SAME_COST) {
			most = cost;
			worst = &measures[i];
		}
	}
	return worst;
}

/* `share`: of the criterion, of all that are measured. */
static void complete_criterion(
	struct card_criterion *criterion, double share, double evidence, struct arena *arena)
{
	size_t n = criterion->measures.n;
	struct card_measure *measures =
		copy_items(arena, &criterion->measures, sizeof(struct card_measure));
	double all = 0;

	for (size_t i = 0; i < n; i++) {
		struct card_measure *measure = &measures[i];
		const struct measure_info *info = measure_find(measure->measure);

		measure->needs = info ? info->needs : UNKNOWN_NEEDS;
		measure->reading = "";
		if (!measure->unit)
			measure->unit = "";
		measure->pull = pull_within(measure, info, evidence);
		all += measure->pull;
	}
	for (size_t i = 0; i < n; i++)
		measures[i].pull = all > 0 ? measures[i].pull / all * share : 0;
	criterion->costliest = costliest_of(measures, n);
}

static void complete_criteria(struct scorecard *card, struct arena *arena)
{
	struct card_criterion *criteria =
		copy_items(arena, &card->criteria, sizeof(struct card_criterion));
	const struct votes votes = sort_votes(card, arena);
	double all = 0;

	for (size_t i = 0; i < card->criteria.n; i++)
		all += isnan(criteria[i].score) ? 0 : criteria[i].weight;
	for (size_t i = 0; i < card->criteria.n; i++)
		complete_criterion(&criteria[i], all > 0 ? criteria[i].weight / all : 0,
			evidence_of(
				&votes, criteria[i].criterion, card->policy->unevidenced_weight),
			arena);
}

/* ---- raters ---- */

/* Those whose votes weigh something, each once. */
static int64_t count_raters(const struct scorecard *card, struct arena *arena)
{
	struct names raters = {.arena = arena};

	RESULT_EACH (struct card_vote, vote, card->panel)
		if (vote->weight > 0)
			names_add(&raters, vote->rater);
	return (int64_t)raters.n;
}

/* ---- the judgement ---- */

static void complete_flips(struct array *list, struct arena *arena)
{
	struct card_flip *flips = copy_items(arena, list, sizeof(struct card_flip));

	for (size_t i = 0; i < list->n; i++)
		flips[i].graded = grade_given(flips[i].grade);
}

static void complete_trend(struct scorecard *card, struct arena *arena)
{
	struct card_point *points = copy_items(arena, &card->trend, sizeof(struct card_point));

	for (size_t i = 0; i < card->trend.n; i++)
		points[i].graded = grade_given(points[i].grade);
}

/* JSON has them by name: the best first, those that the policy does not know at the end. */
static struct array order_grades(
	struct arena *arena, const struct rules *rules, const struct array *grades)
{
	const struct named_share *shares = grades->items;
	struct named_share *rows = arena_array(arena, grades->n, sizeof(*rows));
	size_t bands = rules->grades.list.n, n = 0;
	size_t *ranks = arena_array(arena, grades->n, sizeof(*ranks));

	for (size_t i = 0; i < grades->n; i++)
		ranks[i] = judge_grade_rank(rules, shares[i].name);
	for (size_t rank = 0; rank <= bands; rank++)
		for (size_t i = 0; i < grades->n; i++)
			if (ranks[i] == rank)
				rows[n++] = shares[i];
	return (struct array){rows, n};
}

static void complete_robustness(struct scorecard *card, struct arena *arena)
{
	struct card_robustness *robustness;

	if (!card->robustness)
		return;
	robustness = ARENA_NEW(arena, struct card_robustness);
	*robustness = *card->robustness;
	robustness->grades = order_grades(arena, card->rules, &robustness->grades);
	complete_flips(&robustness->records, arena);
	card->robustness = robustness;
}

void card_complete(struct scorecard *card, struct arena *arena)
{
	if (!card->name)
		card->name = card->partner;
	card->graded = grade_given(card->grade);
	card->rules = make_rules(arena, card->policy);
	card->raters = count_raters(card, arena);
	complete_criteria(card, arena);
	complete_flips(&card->flips, arena);
	complete_trend(card, arena);
	complete_robustness(card, arena);
}
