/* What to do about a partner: the first of five rules that holds, and what would change it. */
#include "standing.h"

#include <math.h>
#include <string.h>

const char *const standing_words[] = {"gather", "exit", "talk", "keep", "grow", NULL};

/* ---- what it follows from ---- */

bool standing_counts(const struct raised *sign, enum sign_level level)
{
	return sign->info->moves && sign->muted == DATE_NONE && sign->level == level;
}

bool standing_repeats(const struct raised *sign, const struct conversation *talk)
{
	return talk && standing_counts(sign, SIGN_CRITICAL) && sign->info->conduct &&
		sign->newest > talk->date.date;
}

struct standing_facts standing_facts(const struct score *score, const struct circumstances *known)
{
	struct standing_facts facts = {
		.graded = score_graded(score),
		.best = judge_grade_rank(score->rules, score->grade) == 0,
		.score = score_round(score->score),
		.talk = known->talk != NULL,
	};

	for (size_t i = 0; i < known->n_signs; i++) {
		const struct raised *sign = &known->signs[i];

		facts.critical += standing_counts(sign, SIGN_CRITICAL);
		facts.repeated += standing_repeats(sign, known->talk);
		facts.warnings += standing_counts(sign, SIGN_WARNING);
	}
	return facts;
}

/* ---- the rules ---- */

static enum standing decide(const struct rules *policy, const struct standing_facts *facts)
{
	const struct standing_rules *rules = &policy->standing;

	if (!facts->graded)
		return STANDING_GATHER;
	if (facts->talk && (facts->score < rules->exit_below.value || facts->repeated))
		return STANDING_EXIT;
	if (facts->score < rules->talk_below.value || facts->critical ||
		facts->warnings >= rules->talk_warnings.value)
		return STANDING_TALK;
	return facts->best && !facts->warnings ? STANDING_GROW : STANDING_KEEP;
}

enum standing standing_of(const struct score *score, const struct circumstances *known)
{
	struct standing_facts facts = standing_facts(score, known);

	return decide(score->rules, &facts);
}

/* ---- what would change it: the same rules, asked about other facts ---- */

/* The facts of today, and where ways from them are collected. */
struct search {
	const struct judgement *judgement;
	const struct rules *rules;
	struct standing_facts today;
	enum standing standing;
	struct card_way *ways;
	size_t n;
};

/* No list has more: points, a sign, warnings. */
#define WAYS_MOST 3

static struct card_way *add_way(struct search *search, const struct standing_facts *facts)
{
	struct card_way *way = &search->ways[search->n++];

	*way = (struct card_way){
		.standing = decide(search->rules, facts),
		.points = NAN,
		.without = {arena_array(search->judgement->arena, 0, sizeof(const char *)), 0},
	};
	return way;
}

static const struct card_warnings *warnings_to(const struct search *search, int64_t n)
{
	struct card_warnings *row = ARENA_NEW(search->judgement->arena, struct card_warnings);

	*row = (struct card_warnings){search->today.warnings, n};
	return row;
}

/* Scores are compared as printed: the first that is not below an edge, the last that is. */
static double first_from(double edge)
{
	return ceil(10 * edge - 1e-6) / 10;
}

static double last_below(double edge)
{
	return (ceil(10 * edge - 1e-6) - 1) / 10;
}

static const struct grade_band *best_band(const struct rules *rules)
{
	return LIST_ITEMS(struct grade_band, rules->grades);
}

/* With another score. Few events that hold today's grade down would hold that one down, too. */
static struct standing_facts scored(const struct search *search, double points)
{
	const struct score *score = &search->judgement->score;
	struct standing_facts facts = search->today;
	bool held = strcmp(score_grade(search->rules, facts.score), score->grade) != 0;

	facts.score = points;
	facts.best = !held && points >= best_band(search->rules)->from.value;
	return facts;
}

/* With a score that is not below an edge. */
static struct standing_facts raised_to(const struct search *search, double edge)
{
	return search->today.score < edge ? scored(search, first_from(edge)) : search->today;
}

static double points_to(const struct search *search, const struct standing_facts *facts)
{
	double points = facts->score - search->today.score;

	return points < 0 || points > 0 ? points : NAN;
}

/* The names of the critical signs, or only of conduct that was seen again. */
static struct array name_critical(const struct search *search, bool repeated)
{
	const struct circumstances *known = &search->judgement->circumstances;
	const char **names =
		arena_array(search->judgement->arena, known->n_signs, sizeof(const char *));
	size_t n = 0;

	for (size_t i = 0; i < known->n_signs; i++)
		if (repeated ? standing_repeats(&known->signs[i], known->talk)
			     : standing_counts(&known->signs[i], SIGN_CRITICAL))
			names[n++] = known->signs[i].info->id;
	return (struct array){names, n};
}

/* Either the talk has an effect after all, or there is nothing that it should have. */
static void find_from_exit(struct search *search)
{
	struct standing_facts facts = search->today;
	struct card_way *way;

	facts.talk = false;
	add_way(search, &facts)->improving = true;
	facts = raised_to(search, search->rules->standing.exit_below.value);
	facts.critical -= facts.repeated;
	facts.repeated = 0;
	way = add_way(search, &facts);
	way->points = points_to(search, &facts);
	way->without = name_critical(search, true);
}

static void find_from_talk(struct search *search)
{
	const struct standing_rules *rules = &search->rules->standing;
	struct standing_facts facts = raised_to(search, rules->talk_below.value);
	bool many = facts.warnings >= rules->talk_warnings.value;
	struct card_way *way;

	facts.critical = 0;
	if (many)
		facts.warnings = rules->talk_warnings.value - 1;
	way = add_way(search, &facts);
	way->points = points_to(search, &facts);
	way->without = name_critical(search, false);
	way->warnings = many ? warnings_to(search, facts.warnings) : NULL;
}

static void find_from_keep(struct search *search)
{
	const struct grade_band *best = best_band(search->rules);
	struct standing_facts facts = raised_to(search, best->from.value);
	struct card_way *way;

	facts.best = true;
	facts.warnings = 0;
	way = add_way(search, &facts);
	way->points = points_to(search, &facts);
	way->grade = search->today.best ? NULL : best->grade.text;
	way->warnings = search->today.warnings ? warnings_to(search, 0) : NULL;
}

/* All that the next better standing lacks. */
static void find_better(struct search *search)
{
	if (search->standing == STANDING_EXIT)
		find_from_exit(search);
	else if (search->standing == STANDING_TALK)
		find_from_talk(search);
	else if (search->standing == STANDING_KEEP)
		find_from_keep(search);
}

static bool is_worse(const struct search *search, const struct standing_facts *facts)
{
	return decide(search->rules, facts) < search->standing;
}

/* The first score on the way down with which it ends, if any. */
static void find_points(struct search *search)
{
	const double edges[] = {best_band(search->rules)->from.value,
		search->rules->standing.talk_below.value, search->rules->standing.exit_below.value};
	struct standing_facts first = {.score = -1};

	for (size_t i = 0; i < COUNT_OF(edges); i++) {
		struct standing_facts facts = scored(search, last_below(edges[i]));

		if (facts.score < search->today.score && facts.score > first.score &&
			facts.score >= 0 && is_worse(search, &facts))
			first = facts;
	}
	if (first.score >= 0)
		add_way(search, &first)->points = points_to(search, &first);
}

static void find_warnings(struct search *search)
{
	const int64_t counts[] = {1, search->rules->standing.talk_warnings.value};

	for (size_t i = 0; i < COUNT_OF(counts); i++) {
		struct standing_facts facts = search->today;

		facts.warnings = counts[i];
		if (counts[i] > search->today.warnings && is_worse(search, &facts)) {
			add_way(search, &facts)->warnings = warnings_to(search, counts[i]);
			return;
		}
	}
}

/* One thing at a time; of ourselves no signs are raised. */
static void find_worse(struct search *search)
{
	struct standing_facts facts = search->today;

	find_points(search);
	if (search->judgement->view->self)
		return;
	facts.critical++;
	if (is_worse(search, &facts))
		add_way(search, &facts)->critical = true;
	find_warnings(search);
}

static struct array find_ways(const struct judgement *judgement, void (*find)(struct search *))
{
	struct search search = {
		.judgement = judgement,
		.rules = judgement->score.rules,
		.today = standing_facts(&judgement->score, &judgement->circumstances),
		.standing = judgement->verdict.standing,
		.ways = arena_array(judgement->arena, WAYS_MOST, sizeof(struct card_way)),
	};

	find(&search);
	return (struct array){search.ways, search.n};
}

const struct card_change *standing_change(const struct judgement *judgement)
{
	struct card_change *change;

	if (judgement->verdict.standing <= STANDING_GATHER)
		return NULL;
	change = ARENA_NEW(judgement->arena, struct card_change);
	change->better = find_ways(judgement, find_better);
	change->worse = find_ways(judgement, find_worse);
	return change;
}
