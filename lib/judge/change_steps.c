/*
 * From one document to another in steps, each of which changes one thing: policy, calibration,
 * day, data. Where that thing is the same on both sides, so is the score.
 */

#include "change_parts.h"
#include "judgement.h"
#include "partner/same.h"
#include "partner/shifts.h"

/* What a partner is judged by at one point of the way. */
struct moment {
	const struct partner *partner;
	const struct policy_file *policy;
	const struct calibration_file *calibration;
	int32_t as_of;
};

struct steps {
	struct moment moments[STEPS + 1];
	const struct view *views[STEPS + 1];
	const struct score *scores[STEPS + 1];
};

static const struct rules *rules_at(struct arena *arena, const struct moment *moment)
{
	struct rules *rules = ARENA_NEW(arena, struct rules);

	policy_rules_for(arena, &moment->policy->policy, moment->partner, rules);
	return rules;
}

static void set_moments(struct steps *steps, const struct contrast *contrast)
{
	const struct source *from = contrast->from->source, *to = contrast->to->source;
	struct moment *moments = steps->moments;

	moments[STEP_POLICY] = (struct moment){from->partner, from->policy,
		contrast->cards[0]->judgement->view->calibration, contrast->from->as_of};
	moments[STEP_CALIBRATION] = moments[STEP_POLICY];
	moments[STEP_CALIBRATION].policy = to->policy;
	moments[STEP_TIME] = moments[STEP_CALIBRATION];
	moments[STEP_TIME].calibration = policy_calibration(
		to->policy, rules_at(contrast->arena, &moments[STEP_CALIBRATION]));
	moments[STEP_DATA] = moments[STEP_TIME];
	moments[STEP_DATA].as_of = contrast->to->as_of;
	moments[STEPS] = moments[STEP_DATA];
	moments[STEPS].partner = to->partner;
	moments[STEPS].calibration = contrast->cards[1]->judgement->view->calibration;
}

/* ---- which steps go anywhere ---- */

static const char *digest_of(const struct calibration_file *calibration)
{
	return calibration ? calibration->digest : NULL;
}

static bool stays(const struct moment *before, const struct moment *after)
{
	return before->partner == after->partner && before->as_of == after->as_of &&
		same_text(before->policy->digest, after->policy->digest) &&
		same_text(digest_of(before->calibration), digest_of(after->calibration));
}

static void judge_moment(struct steps *steps, struct arena *arena, int i)
{
	const struct moment *moment = &steps->moments[i];
	enum side side = partner_is_self(moment->partner) ? SIDE_US : SIDE_PARTNER;
	struct view *view = ARENA_NEW(arena, struct view);
	struct score *score = ARENA_NEW(arena, struct score);

	view_init(view, arena, moment->partner, rules_at(arena, moment), moment->calibration,
		moment->as_of, side);
	score_take(score, arena, view, true);
	steps->views[i] = view;
	steps->scores[i] = score;
}

/* At both ends the cards have done so. */
static void judge_moments(struct steps *steps, const struct contrast *contrast)
{
	for (int i = 0; i <= STEPS; i++) {
		if (i > 0 && stays(&steps->moments[i - 1], &steps->moments[i])) {
			steps->views[i] = steps->views[i - 1];
			steps->scores[i] = steps->scores[i - 1];
		} else if (i == 0 || i == STEPS) {
			steps->views[i] = contrast->cards[i == STEPS]->judgement->view;
			steps->scores[i] = &contrast->cards[i == STEPS]->judgement->score;
		} else {
			judge_moment(steps, contrast->arena, i);
		}
	}
}

/* ---- the way as a whole ---- */

static void take_apart(struct contrast *contrast, const struct steps *steps)
{
	struct composition states[STEPS + 1];
	struct shifts_request request = {.policy = contrast->to->source->policy,
		.matching = &contrast->matching,
		.attribution = &contrast->attribution};

	for (int i = 0; i <= STEPS; i++) {
		states[i] = composition_of_score(contrast->arena, steps->scores[i]);
		request.views[i] = steps->views[i];
		request.scores[i] = steps->scores[i];
	}
	attribute(&contrast->attribution, contrast->arena, states);
	contrast->shifts = shifts_find(contrast->arena, &request);
	contrast->causes = true;
}

void contrast_documents(struct contrast *contrast)
{
	const struct partner *from = contrast->from->source->partner;
	const struct partner *to = contrast->to->source->partner;
	struct steps steps;

	if (from != to)
		match_partners(&contrast->matching, contrast->arena, from, to);
	if (!contrast_scored(contrast))
		return;
	set_moments(&steps, contrast);
	judge_moments(&steps, contrast);
	take_apart(contrast, &steps);
}

/* ---- the records that differ ---- */

static struct array references(
	struct arena *arena, const struct matching *matching, enum match_kind kind)
{
	struct card_reference *rows = arena_array(arena, matching->n, sizeof(*rows));
	size_t n = 0;

	for (size_t i = 0; i < matching->n; i++) {
		const struct match_change *change = &matching->changes[i];

		if (change->kind == kind)
			rows[n++] =
				(struct card_reference){change->ref, change->path, change->line};
	}
	return (struct array){rows, n};
}

static struct array changed_records(struct arena *arena, const struct matching *matching)
{
	struct changed_record *rows = arena_array(arena, matching->n, sizeof(*rows));
	size_t n = 0;

	for (size_t i = 0; i < matching->n; i++) {
		const struct match_change *change = &matching->changes[i];

		if (change->kind == MATCH_CHANGED)
			rows[n++] = (struct changed_record){
				change->ref, change->path, change->line, change->fields};
	}
	return (struct array){rows, n};
}

const struct change_records *change_records_of(const struct contrast *contrast)
{
	struct change_records *records = ARENA_NEW(contrast->arena, struct change_records);
	const struct matching *matching = &contrast->matching;

	records->added = references(contrast->arena, matching, MATCH_ADDED);
	records->changed = changed_records(contrast->arena, matching);
	records->removed = references(contrast->arena, matching, MATCH_REMOVED);
	return records;
}
