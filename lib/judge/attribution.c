/* A difference of two scores, taken apart (method §7). */
#include "partner/attribution.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- the same thing in all states ---- */

/* A criterion or a measure, and where each state has it. */
struct strand {
	const char *name;
	const void *at[STEPS + 1]; /* NULL: not there */
};

struct strands {
	struct strand *items;
	size_t n;
};

/* What one state has of it. */
struct mention {
	const char *name;
	const void *at;
	int state;
	const struct mention *first; /* of the same strand */
	struct strand *strand;       /* when it is the first one itself */
};

/* The states one after the other, the newest first. */
struct mentions {
	struct arena *arena;
	struct mention *items;
	size_t n, capacity;
};

static void add_mention(struct mentions *mentions, const char *name, const void *at, int state)
{
	mentions->items = arena_grow(mentions->arena, mentions->items, mentions->n,
		&mentions->capacity, sizeof(struct mention));
	mentions->items[mentions->n++] = (struct mention){.name = name, .at = at, .state = state};
}

/* By name; those alike keep their order. */
static int compare_mentions(const void *left, const void *right)
{
	const struct mention *a = *(struct mention *const *)left;
	const struct mention *b = *(struct mention *const *)right;
	int order = strcmp(a->name, b->name);

	return order ? order : (a > b) - (a < b);
}

static struct mention **sort_mentions(const struct mentions *mentions)
{
	struct mention **sorted =
		arena_array(mentions->arena, mentions->n, sizeof(struct mention *));

	for (size_t i = 0; i < mentions->n; i++)
		sorted[i] = &mentions->items[i];
	qsort(sorted, mentions->n, sizeof(struct mention *), compare_mentions);
	return sorted;
}

/* The n-th of a name in one state and the n-th in another are of one strand; counts strands. */
static size_t find_firsts(const struct mentions *mentions)
{
	struct mention **sorted = sort_mentions(mentions);
	const struct mention **firsts = arena_array(mentions->arena, mentions->n, sizeof(*firsts));
	size_t n_strands = 0, n_firsts = 0, nth = 0;

	for (size_t i = 0; i < mentions->n; i++) {
		bool named = i && strcmp(sorted[i]->name, sorted[i - 1]->name) == 0;

		n_firsts = named ? n_firsts : 0;
		nth = named && sorted[i]->state == sorted[i - 1]->state ? nth + 1 : 0;
		if (nth == n_firsts) {
			firsts[n_firsts++] = sorted[i];
			n_strands++;
		}
		sorted[i]->first = firsts[nth];
	}
	return n_strands;
}

/* In the order in which they are first mentioned. */
static struct strands strands_of(const struct mentions *mentions)
{
	size_t n = find_firsts(mentions);
	struct strands strands = {arena_array(mentions->arena, n, sizeof(struct strand)), 0};

	for (size_t i = 0; i < mentions->n; i++) {
		struct mention *mention = &mentions->items[i];

		if (mention->first == mention) {
			mention->strand = &strands.items[strands.n++];
			mention->strand->name = mention->name;
		}
		mention->first->strand->at[mention->state] = mention->at;
	}
	return strands;
}

static struct strands strands_of_criteria(struct arena *arena, const struct composition *states)
{
	struct mentions mentions = {.arena = arena};

	for (int state = STEPS; state >= 0; state--) {
		for (size_t i = 0; i < states[state].n; i++) {
			const struct compound *compound = &states[state].criteria[i];

			add_mention(&mentions, compound->criterion, compound, state);
		}
	}
	return strands_of(&mentions);
}

static struct strands strands_of_measures(struct arena *arena, const struct strand *criterion)
{
	struct mentions mentions = {.arena = arena};

	for (int state = STEPS; state >= 0; state--) {
		const struct compound *compound = criterion->at[state];

		for (size_t i = 0; compound && i < compound->n; i++) {
			const struct component *component = &compound->measures[i];

			add_mention(&mentions, component->measure, component, state);
		}
	}
	return strands_of(&mentions);
}

/* ---- the two ends of a step ---- */

struct end {
	double value; /* NaN: not measured */
	double weight;
};

/* A product of two factors that moves; what is measured at one end only has its value at both. */
struct motion {
	struct end from, to;
	bool at_from, at_to; /* where it is measured */
};

static struct motion motion_between(struct end from, struct end to)
{
	bool at_from = !isnan(from.value), at_to = !isnan(to.value);

	return (struct motion){
		.from = {at_from ? from.value : to.value, at_from ? from.weight : 0},
		.to = {at_to ? to.value : from.value, at_to ? to.weight : 0},
		.at_from = at_from,
		.at_to = at_to,
	};
}

static bool moves_throughout(const struct motion *motion)
{
	return motion->at_from && motion->at_to;
}

static struct end compound_end(const struct compound *compound)
{
	return compound ? (struct end){compound->score, compound->weight} : (struct end){NAN, 0};
}

static struct end component_end(const struct component *component)
{
	return component ? (struct end){component->points, component->share} : (struct end){NAN, 0};
}

static double mean_value(const struct motion *motion)
{
	return (motion->from.value + motion->to.value) / 2;
}

static double mean_weight(const struct motion *motion)
{
	return (motion->from.weight + motion->to.weight) / 2;
}

/* w̄·Δv. */
static double value_effect(const struct motion *motion)
{
	return mean_weight(motion) * (motion->to.value - motion->from.value);
}

/* Δw·(v̄ − the mean of the whole). */
static double weight_effect(const struct motion *motion, double whole)
{
	return (motion->to.weight - motion->from.weight) * (mean_value(motion) - whole);
}

/* ---- attribution ---- */

/* From one state with a score to another one. */
struct walk {
	enum step step; /* that the difference is a part of */
	int from, to;   /* states */
	double middle;  /* S̄ */
};

/* Where the criterion is not measured, none of its measures counts as one. */
static struct motion measure_motion(
	const struct strand *strand, const struct walk *walk, const struct motion *criterion)
{
	return motion_between(component_end(criterion->at_from ? strand->at[walk->from] : NULL),
		component_end(criterion->at_to ? strand->at[walk->to] : NULL));
}

static void add_measure(struct measure_effect *effect, const struct strand *strand,
	const struct walk *walk, const struct motion *criterion)
{
	struct motion motion = measure_motion(strand, walk, criterion);
	double weight = mean_weight(criterion);

	if (!motion.at_from && !motion.at_to)
		return;
	effect->bars[walk->step] = weight * mean_weight(&motion);
	if (moves_throughout(criterion))
		effect->effects[walk->step] = weight *
			(value_effect(&motion) + weight_effect(&motion, mean_value(criterion)));
	else
		effect->effects[walk->step] = (criterion->to.weight - criterion->from.weight) *
			(motion.from.weight + motion.to.weight) *
			(mean_value(&motion) - walk->middle);
}

static void add_criterion(struct criterion_effect *effect, const struct strand *strand,
	const struct strands *measures, const struct walk *walk)
{
	struct motion motion = motion_between(
		compound_end(strand->at[walk->from]), compound_end(strand->at[walk->to]));
	double weight;

	if (!motion.at_from && !motion.at_to)
		return;
	weight = weight_effect(&motion, walk->middle);
	effect->value += value_effect(&motion);
	effect->weight += weight;
	effect->shared += moves_throughout(&motion) ? 0 : weight;
	for (size_t i = 0; i < measures->n; i++)
		add_measure(&effect->measures[i], &measures->items[i], walk, &motion);
}

/* The steps that have a score on both sides, those without being passed over. */
static size_t find_walks(
	struct attribution *attribution, const struct composition *states, struct walk walks[STEPS])
{
	size_t n = 0;
	int from = 0;

	for (int step = 0; step < STEPS; step++) {
		int to = step + 1;

		attribution->parts[step] = 0;
		if (isnan(states[to].score))
			continue;
		attribution->parts[step] = states[to].score - states[from].score;
		walks[n++] = (struct walk){.step = (enum step)step,
			.from = from,
			.to = to,
			.middle = (states[from].score + states[to].score) / 2};
		from = to;
	}
	return n;
}

static struct measure_effect *begin_measures(struct arena *arena, const struct strands *strands)
{
	struct measure_effect *effects =
		arena_array(arena, strands->n, sizeof(struct measure_effect));

	for (size_t i = 0; i < strands->n; i++) {
		effects[i].measure = strands->items[i].name;
		effects[i].from = component_end(strands->items[i].at[0]).value;
		effects[i].to = component_end(strands->items[i].at[STEPS]).value;
	}
	return effects;
}

void attribute(struct attribution *attribution, struct arena *arena,
	const struct composition states[STEPS + 1])
{
	struct strands criteria = strands_of_criteria(arena, states);
	struct walk walks[STEPS];
	size_t n = find_walks(attribution, states, walks);

	assert(!isnan(states[0].score) && !isnan(states[STEPS].score));
	attribution->n = criteria.n;
	attribution->criteria = arena_array(arena, criteria.n, sizeof(struct criterion_effect));
	for (size_t i = 0; i < criteria.n; i++) {
		const struct strand *strand = &criteria.items[i];
		struct strands measures = strands_of_measures(arena, strand);
		struct criterion_effect *effect = &attribution->criteria[i];

		effect->criterion = strand->name;
		effect->from = compound_end(strand->at[0]).value;
		effect->to = compound_end(strand->at[STEPS]).value;
		effect->measures = begin_measures(arena, &measures);
		effect->n = measures.n;
		for (size_t k = 0; k < n; k++)
			add_criterion(effect, strand, &measures, &walks[k]);
	}
}
