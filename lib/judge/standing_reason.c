/* Why a standing is what it is: one sentence, and the records behind it (R63). */
#include <assert.h>
#include <math.h>
#include <string.h>

#include "card_lines.h"
#include "standing.h"

/* So many records stand behind a score that is too low. */
#define MOST_CITED 5

static void explain_gather(const struct judgement *judgement, struct verdict *verdict)
{
	const struct score *score = &judgement->score;
	double need = score->rules->min_coverage.value;
	struct buffer reason = {0};

	if (isnan(score->score)) {
		buffer_printf(
			&reason, "nothing measured, %g %% of the weight is needed", 100 * need);
	} else {
		card_put_below(&reason, score->coverage, need);
		buffer_printf(&reason, " of the weight measured, %g %% are needed", 100 * need);
	}
	verdict->reason = arena_copy(judgement->arena, reason.data, reason.length);
	buffer_free(&reason);
}

/* The talk first, then what has happened since. */
static struct array cite_talk(const struct judgement *judgement, const struct raised *repeated)
{
	size_t n = repeated ? repeated->refs.n : 0;
	struct card_reference *rows =
		arena_array(judgement->arena, n + 1, sizeof(struct card_reference));

	rows[0] = judge_cite(
		judgement->arena, &conversation_record, &judgement->circumstances.talk->head);
	if (n)
		memcpy(rows + 1, repeated->refs.items, n * sizeof(*rows));
	return (struct array){rows, n + 1};
}

static const struct raised *first_repeated(const struct circumstances *known)
{
	for (size_t i = 0; i < known->n_signs; i++)
		if (standing_repeats(&known->signs[i], known->talk))
			return &known->signs[i];
	return NULL;
}

static void explain_exit(const struct judgement *judgement, struct verdict *verdict)
{
	const struct circumstances *known = &judgement->circumstances;
	double edge = judgement->score.rules->standing.exit_below.value;
	bool low = score_round(judgement->score.score) < edge;
	const struct raised *repeated = low ? NULL : first_repeated(known);
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

	assert(known->signs); /* warnings are the reason, so there are some */
	for (size_t i = 0; i < known->n_signs; i++) {
		const struct card_reference *first = known->signs[i].refs.items;

		if (first && standing_counts(&known->signs[i], SIGN_WARNING) &&
			known->signs[i].refs.n)
			rows[n++] = *first;
	}
	return (struct array){rows, n};
}

/* The first records of the measure that costs most. */
static struct array cite_costliest(const struct judgement *judgement)
{
	struct card_reference *rows =
		arena_array(judgement->arena, MOST_CITED, sizeof(struct card_reference));
	const struct scored_measure *measure =
		judge_costliest(judgement->score.criteria, judgement->score.n);
	size_t n = 0;

	for (size_t i = 0; measure && i < measure->taken.n_used && n < MOST_CITED; i++)
		rows[n++] = judge_cite(judgement->arena, measure->taken.used[i].record,
			measure->taken.used[i].named_by);
	return (struct array){rows, n};
}

static const struct raised *first_critical(const struct circumstances *known)
{
	for (size_t i = 0; i < known->n_signs; i++)
		if (standing_counts(&known->signs[i], SIGN_CRITICAL))
			return &known->signs[i];
	return NULL;
}

static void explain_talk(const struct judgement *judgement, struct verdict *verdict)
{
	const struct circumstances *known = &judgement->circumstances;
	const struct standing_facts facts = standing_facts(&judgement->score, known);
	const struct raised *critical = first_critical(known);
	double edge = judgement->score.rules->standing.talk_below.value;

	if (facts.score < edge) {
		verdict->reason = arena_printf(judgement->arena, "score below %g", edge);
		verdict->refs = cite_costliest(judgement);
	} else if (critical) {
		verdict->reason =
			arena_printf(judgement->arena, "critical sign %s", critical->info->id);
		verdict->refs = critical->refs;
	} else {
		verdict->reason = arena_printf(judgement->arena, "%lld warning%s",
			(long long)facts.warnings, facts.warnings == 1 ? "" : "s");
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
