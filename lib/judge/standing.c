/* What to do about a partner: the first of five rules that holds, and why. */
#include <math.h>
#include <string.h>

#include "judgement.h"

/* So many records stand behind a score that is too low. */
#define MOST_CITED 5

const char *const standing_words[] = {"gather", "exit", "talk", "keep", "grow", NULL};

static bool defines_or_recovers(const struct conversation *conversation)
{
	int kind = WORD_OR(conversation->kind, TALK_PRAISE);

	return kind == TALK_DEFINE_RELATIONSHIP || kind == TALK_RECOVERY;
}

/* An outcome is known from its review on. */
static bool improved(const struct view *view, const struct conversation *conversation)
{
	struct date_field known =
		HAS(conversation->review) ? conversation->review : conversation->date;

	return WORD_OR(conversation->outcome, OUTCOME_WORSE) == OUTCOME_IMPROVING &&
		view_by(view, known);
}

/* On the day of the talk it was already bad enough to leave. */
static bool was_so(struct arena *arena, const struct view *view, int32_t date)
{
	struct view then;

	if (score_on(view, date).score < view->rules->standing.exit_below.value)
		return true;
	if (view->self)
		return false; /* of ourselves no signs are raised */
	view_move(&then, view, date, view->side);
	return signs_conduct(arena, &then);
}

/* The newest such conversation before the place `end` by date, the later in the list first. */
static const struct conversation *newest_before(
	const struct view *view, const struct conversation *end)
{
	const struct conversation *newest = NULL;

	EACH (struct conversation, one, view->partner->conversations) {
		if (!defines_or_recovers(one) || !view_by(view, one->date) ||
			!view_counts(view, &one->head))
			continue;
		if (end &&
			(one->date.date > end->date.date ||
				(one->date.date == end->date.date && one >= end)))
			continue;
		if (!newest || one->date.date >= newest->date.date)
			newest = one;
	}
	return newest;
}

const struct conversation *talk_without_effect(struct arena *arena, const struct view *view)
{
	int32_t latest = view_back(view, view->rules->standing.patience.duration);
	int32_t asked = DATE_NONE; /* the last day looked at: it was not so */

	for (const struct conversation *talk = newest_before(view, NULL); talk;
		talk = newest_before(view, talk)) {
		if (improved(view, talk))
			return NULL;
		if (talk->date.date > latest || talk->date.date == asked)
			continue;
		if (was_so(arena, view, talk->date.date))
			return talk;
		asked = talk->date.date;
	}
	return NULL;
}

/* ---- the rules ---- */

static bool below(const struct score *score, double edge)
{
	return score_round(score->score) < edge;
}

/* A critical conduct sign that stands for something that happened after the talk. */
static bool is_repeated(const struct raised *sign, const struct conversation *talk)
{
	return raised_moves(sign) && sign->level == SIGN_CRITICAL && sign->info->conduct &&
		sign->newest > talk->date.date;
}

static const struct raised *find_repeated(const struct circumstances *known)
{
	for (size_t i = 0; known->talk && i < known->n_signs; i++)
		if (is_repeated(&known->signs[i], known->talk))
			return &known->signs[i];
	return NULL;
}

static const struct raised *find_critical(const struct circumstances *known)
{
	for (size_t i = 0; i < known->n_signs; i++)
		if (raised_moves(&known->signs[i]) && known->signs[i].level == SIGN_CRITICAL)
			return &known->signs[i];
	return NULL;
}

static int64_t count_warnings(const struct circumstances *known)
{
	int64_t n = 0;

	for (size_t i = 0; i < known->n_signs; i++)
		n += raised_moves(&known->signs[i]) && known->signs[i].level == SIGN_WARNING;
	return n;
}

static bool is_best(const struct score *score)
{
	const struct grade_band *best = LIST_ITEMS(struct grade_band, score->rules->grades);

	return strcmp(score->grade, best->grade.text) == 0;
}

enum standing standing_of(const struct score *score, const struct circumstances *known)
{
	const struct standing_rules *rules = &score->rules->standing;

	if (!score_graded(score))
		return STANDING_GATHER;
	if (known->talk && (below(score, rules->exit_below.value) || find_repeated(known)))
		return STANDING_EXIT;
	if (below(score, rules->talk_below.value) || find_critical(known) ||
		count_warnings(known) >= rules->talk_warnings.value)
		return STANDING_TALK;
	return is_best(score) && !count_warnings(known) ? STANDING_GROW : STANDING_KEEP;
}

/* ---- why ---- */

static void explain_gather(const struct judgement *judgement, struct verdict *verdict)
{
	const struct score *score = &judgement->score;
	double measured = 100 * score->coverage;
	int whole = (int)floor(measured + 0.5);
	int need = (int)floor(100 * score->rules->min_coverage.value + 0.5);

	if (isnan(score->score))
		verdict->reason = arena_printf(
			judgement->arena, "nothing measured, %d %% of the weight is needed", need);
	else if (whole < need)
		verdict->reason = arena_printf(judgement->arena,
			"%d %% of the weight measured, %d %% are needed", whole, need);
	else /* so close that whole numbers would not say why */
		verdict->reason = arena_printf(judgement->arena,
			"%.2f %% of the weight measured, %g %% are needed",
			floor(100 * measured) / 100, 100 * score->rules->min_coverage.value);
}

/* The talk first, then what has happened since. */
static struct array cite_talk(const struct judgement *judgement, const struct raised *repeated)
{
	size_t n = repeated ? repeated->refs.n : 0;
	struct card_reference *rows =
		arena_array(judgement->arena, n + 1, sizeof(struct card_reference));

	rows[0] =
		cite(judgement->arena, &conversation_record, &judgement->circumstances.talk->head);
	if (n)
		memcpy(rows + 1, repeated->refs.items, n * sizeof(*rows));
	return (struct array){rows, n + 1};
}

static void explain_exit(const struct judgement *judgement, struct verdict *verdict)
{
	const struct circumstances *known = &judgement->circumstances;
	double edge = judgement->score.rules->standing.exit_below.value;
	bool low = below(&judgement->score, edge);
	const struct raised *repeated = low ? NULL : find_repeated(known);
	const char *talk = conversation_kind_words[known->talk->kind.value];
	char date[DATE_SIZE];

	date_format(known->talk->date.date, date);
	verdict->reason = low ? arena_printf(judgement->arena,
					"score below %g, no improvement since the %s talk of %s",
					edge, talk, date)
			      : arena_printf(judgement->arena, "%s again since the %s talk of %s",
					repeated->info->id, talk, date);
	verdict->refs = cite_talk(judgement, repeated);
}

/* The first record of each warning. */
static struct array cite_warnings(const struct judgement *judgement)
{
	const struct circumstances *known = &judgement->circumstances;
	struct card_reference *rows =
		arena_array(judgement->arena, known->n_signs, sizeof(struct card_reference));
	size_t n = 0;

	for (size_t i = 0; i < known->n_signs; i++)
		if (raised_moves(&known->signs[i]) && known->signs[i].level == SIGN_WARNING &&
			known->signs[i].refs.n)
			rows[n++] = *(const struct card_reference *)known->signs[i].refs.items;
	return (struct array){rows, n};
}

/* The measure that costs the score most: share of it × (100 − points). */
static const struct scored_measure *costliest(const struct score *score)
{
	const struct scored_measure *worst = NULL;
	double most = 0;

	for (size_t i = 0; i < score->n; i++) {
		for (size_t k = 0; k < score->criteria[i].n; k++) {
			const struct scored_measure *measure = &score->criteria[i].measures[k];
			double cost = measure->pull * (100 - measure->points);

			if (cost > most) {
				most = cost;
				worst = measure;
			}
		}
	}
	return worst;
}

/* The first records of that measure. */
static struct array cite_costliest(const struct judgement *judgement)
{
	struct card_reference *rows =
		arena_array(judgement->arena, MOST_CITED, sizeof(struct card_reference));
	const struct scored_measure *measure = costliest(&judgement->score);
	size_t n = 0;

	for (size_t i = 0; measure && i < measure->taken.n_used && n < MOST_CITED; i++)
		rows[n++] = cite(judgement->arena, measure->taken.used[i].record,
			measure->taken.used[i].named_by);
	return (struct array){rows, n};
}

static void explain_talk(const struct judgement *judgement, struct verdict *verdict)
{
	const struct circumstances *known = &judgement->circumstances;
	const struct raised *critical = find_critical(known);
	double edge = judgement->score.rules->standing.talk_below.value;

	if (below(&judgement->score, edge)) {
		verdict->reason = arena_printf(judgement->arena, "score below %g", edge);
		verdict->refs = cite_costliest(judgement);
	} else if (critical) {
		verdict->reason =
			arena_printf(judgement->arena, "critical sign %s", critical->info->id);
		verdict->refs = critical->refs;
	} else {
		int64_t n = count_warnings(known);

		verdict->reason = arena_printf(
			judgement->arena, "%lld warning%s", (long long)n, n == 1 ? "" : "s");
		verdict->refs = cite_warnings(judgement);
	}
}

struct verdict standing_explain(const struct judgement *judgement)
{
	struct verdict verdict = {
		.refs = {arena_array(judgement->arena, 0, sizeof(struct card_reference)), 0}};

	verdict.standing = standing_of(&judgement->score, &judgement->circumstances);
	switch (verdict.standing) {
	case STANDING_GATHER:
		explain_gather(judgement, &verdict);
		break;
	case STANDING_EXIT:
		explain_exit(judgement, &verdict);
		break;
	case STANDING_TALK:
		explain_talk(judgement, &verdict);
		break;
	case STANDING_GROW:
		verdict.reason = arena_printf(
			judgement->arena, "grade %s and no warning", judgement->score.grade);
		break;
	default:
		verdict.reason = "no reason to change";
	}
	return verdict;
}
