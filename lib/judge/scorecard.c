#include "partner/scorecard.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "card_parts.h"
#include "partner/names.h"
#include "partner/robustness.h"

/* A word of the file, NULL when it is not there. */
static const char *card_word(struct word_field field, const char *const *words)
{
	return HAS(field) ? words[field.value] : NULL;
}

/* ---- panel ---- */

/* The votes on a criterion: those of its panel, else such as are shown, but counted nowhere. */
struct ballot_box {
	const char *criterion;
	const struct panel_vote *votes;
	size_t n;
	bool counts;
};

static struct ballot_box open_box(
	const struct judgement *judgement, const struct scored_criterion *criterion)
{
	const struct scored_measure *panel = judge_panel_measure(criterion);
	struct ballot_box box = {.criterion = criterion->criterion->id.text, .counts = panel};
	struct panel_vote *votes;

	if (panel) {
		box.votes = panel->taken.votes;
		box.n = panel->taken.n_votes;
	} else {
		box.n = panel_votes(judgement->view, box.criterion, judgement->arena, &votes);
		box.votes = votes;
	}
	return box;
}

/* Without the reference, which all votes of a rating share. */
static struct card_vote make_vote(const struct ballot_box *box, const struct panel_vote *vote)
{
	const struct head *head = &vote->rating->head;

	return (struct card_vote){
		.criterion = box->criterion,
		.rater = vote->rating->by.text,
		.role = vote->person ? card_word(vote->person->role, role_words) : NULL,
		.path = head->path,
		.line = head->leaf.at.line,
		.raw = vote->raw,
		.adjusted = vote->adjusted,
		.weight = box->counts ? vote->shown_weight : 0,
		.evidence = vote->evidence,
	};
}

/* Fills in a row for each vote, and how many raters counted somewhere. */
static void put_votes(struct scorecard *card, const struct judgement *judgement,
	const struct ballot_box *boxes, struct card_vote *rows, struct arena *scratch)
{
	const struct view *view = judgement->view;
	const struct rating *ratings = LIST_ITEMS(struct rating, view->partner->ratings);
	const char **refs = arena_array(scratch, view->partner->ratings.list.n, sizeof(*refs));
	bool *counted = arena_array(scratch, view->n_raters, sizeof(*counted));

	for (size_t i = 0; i < judgement->score.n; i++) {
		for (size_t k = 0; k < boxes[i].n; k++) {
			const struct rating *rating = boxes[i].votes[k].rating;
			const char **ref = &refs[rating - ratings];
			bool *rater = &counted[view->rater_of[rating - ratings]];

			if (!*ref)
				*ref = record_reference(
					judgement->arena, &rating_record, &rating->head);
			*rows = make_vote(&boxes[i], &boxes[i].votes[k]);
			rows->ref = *ref;
			card->raters += rows->weight > 0 && !*rater;
			*rater |= rows->weight > 0;
			rows++;
		}
	}
}

static void put_panel(struct scorecard *card, const struct judgement *judgement)
{
	const struct score *score = &judgement->score;
	struct arena scratch = {0};
	struct ballot_box *boxes = arena_array(&scratch, score->n, sizeof(*boxes));
	struct card_vote *rows;
	size_t n = 0;

	for (size_t i = 0; i < score->n; i++) {
		boxes[i] = open_box(judgement, &score->criteria[i]);
		n += boxes[i].n;
	}
	rows = arena_array(judgement->arena, n, sizeof(*rows));
	put_votes(card, judgement, boxes, rows, &scratch);
	card->panel = (struct array){rows, n};
	arena_free(&scratch);
}

/* ---- the rest ---- */

/* Open: raised by D and not settled by D (R25). */
static struct array make_disputes(const struct judgement *judgement)
{
	const struct view *view = judgement->view;
	struct card_dispute *rows = arena_array(
		judgement->arena, view->partner->disputes.list.n + 1, sizeof(struct card_dispute));
	size_t n = 0;

	EACH (struct dispute, dispute, view->partner->disputes)
		if (HAS(dispute->record) && view_by(view, dispute->on) &&
			!view_by(view, dispute->settled))
			rows[n++] = (struct card_dispute){dispute->record.text,
				card_word(dispute->by, side_words), dispute->reason.text,
				dispute->on.date};
	return (struct array){rows, n};
}

/* Settled by D, and right: their records count nowhere. Several may be of one record. */
static struct array make_upheld(const struct judgement *judgement)
{
	const struct view *view = judgement->view;
	struct names records = {.arena = judgement->arena};
	static const char *const none[1];

	EACH (struct dispute, dispute, view->partner->disputes)
		if (HAS(dispute->record) && view_by(view, dispute->settled) &&
			IS_SET(dispute->upheld))
			names_add(&records, dispute->record.text);
	return (struct array){records.n ? (const void *)records.texts : none, records.n};
}

/* ---- judgement ---- */

static struct array make_signs(const struct judgement *judgement)
{
	const struct circumstances *known = &judgement->circumstances;
	struct card_sign *rows =
		arena_array(judgement->arena, known->n_signs, sizeof(struct card_sign));

	for (size_t i = 0; i < known->n_signs; i++) {
		const struct raised *sign = &known->signs[i];

		rows[i] = (struct card_sign){
			.sign = sign->info->id,
			.level = (int)sign->level,
			.source = sign->info->source,
			.text = sign->text,
			.advice = sign->info->advice,
			.muted = sign->muted,
			.newest = sign->newest,
			.records = sign->refs,
		};
	}
	return (struct array){rows, known->n_signs};
}

static const struct card_mirror *make_mirror(const struct judgement *judgement)
{
	const struct score *mirror = judgement->mirror;
	struct card_mirror *row;

	if (!mirror)
		return NULL;
	row = ARENA_NEW(judgement->arena, struct card_mirror);
	*row = (struct card_mirror){
		.score = score_round(mirror->score),
		.low = score_round(mirror->range.low),
		.high = score_round(mirror->range.high),
		.coverage = mirror->coverage,
		.grade = mirror->grade,
	};
	return row;
}

/* What lies before the partnership has no score. */
static struct card_point make_point(const struct judgement *judgement, int32_t day)
{
	struct card_point row = {.as_of = day, .score = NAN, .grade = "-"};
	struct score_point point;

	if (day < view_since(judgement->view))
		return row;
	point = judge_on(judgement, day);
	row.score = point.score;
	row.grade = point.grade;
	row.graded = grade_given(point.grade);
	return row;
}

/* The oldest first; fewer where the calendar begins. */
static struct array make_trend(const struct judgement *judgement, int quarters)
{
	size_t most = (size_t)quarters, first = most;
	struct card_point *rows = arena_array(judgement->arena, most, sizeof(struct card_point));
	int32_t day = judgement->view->as_of;

	while (first > 0 && (day = date_quarter_end_before(day)) > DATE_MIN)
		rows[--first] = make_point(judgement, day);
	return (struct array){rows + first, most - first};
}

static const struct card_robustness *make_robustness(const struct judgement *judgement)
{
	struct card_robustness *row = ARENA_NEW(judgement->arena, struct card_robustness);
	struct robustness found;

	if (!score_graded(&judgement->score))
		return NULL;
	robustness_take(
		&found, judgement->arena, &judgement->score, judgement->view->partner->id.text);
	*row = (struct card_robustness){
		.draws = (int64_t)found.draws,
		.seed = (int64_t)found.seed,
		.grades = {found.grades, found.n_grades},
		.records = flips_of_records(judgement),
		.least = score_round(found.range.low),
		.most = score_round(found.range.high),
	};
	return row;
}

/* ---- all ---- */

static struct array make_bands(struct arena *arena, const struct rules *rules)
{
	struct card_band *rows = arena_array(arena, rules->grades.list.n, sizeof(struct card_band));
	size_t n = 0;

	EACH (struct grade_band, band, rules->grades)
		rows[n++] = (struct card_band){band->grade.text, band->from.value};
	return (struct array){rows, n};
}

/* As it holds for this partner. */
static const struct card_policy *make_policy(
	struct arena *arena, const struct policy_file *policy, const struct rules *rules)
{
	struct card_policy *row = ARENA_NEW(arena, struct card_policy);

	*row = (struct card_policy){
		.id = policy->policy.id.text,
		.digest = policy->digest,
		.currency = rules->currency.text,
		.exit_below = rules->standing.exit_below.value,
		.talk_below = rules->standing.talk_below.value,
		.unevidenced_weight = rules->unevidenced_weight.value,
		.bands = make_bands(arena, rules),
	};
	return row;
}

static void name_card(struct scorecard *card, const struct source *source, const struct view *view)
{
	const struct partner *partner = source->partner;
	struct result_source *place = ARENA_NEW(source->arena, struct result_source);
	struct card_calibration *calibration = ARENA_NEW(source->arena, struct card_calibration);

	*place = (struct result_source){
		.path = source->path,
		.line = source->line,
		.revision = tree_revision(source->tree),
	};
	card->partner = partner->id.text;
	card->name = partner->name.text;
	card->kind = card_word(partner->kind, partner_kind_words);
	card->tier = card_word(partner->tier, tier_words);
	card->criticality = card_word(partner->criticality, criticality_words);
	card->side = (int)view->side;
	card->ended = view->ended ? view->as_of : DATE_NONE;
	card->source = place;
	card->policy = make_policy(source->arena, source->policy, view->rules);
	calibration->digest = view->calibration ? view->calibration->digest : NULL;
	card->calibration = calibration;
	card->rules = view->rules;
}

static void put_score(struct scorecard *card, const struct judgement *judgement)
{
	const struct score *score = &judgement->score;

	card->score = score_round(score->score);
	card->low = score_round(score->range.low);
	card->high = score_round(score->range.high);
	card->floor = score_round(score->floor);
	card->ceiling = score_round(score->ceiling);
	card->coverage = score->coverage;
	card->grade = score->grade;
	card->graded = score_graded(score);
	card->firm = score_firm(score);
	card->tolerance = score_tolerance(score, judgement->arena);
	card->criteria = card_make_criteria(judgement);
}

static void put_verdict(struct scorecard *card, const struct judgement *judgement)
{
	const struct verdict *verdict = &judgement->verdict;
	card->standing = verdict->standing;
	card->reason = verdict->reason;
	card->reason_refs = verdict->refs;
	card->change = standing_change(judgement);
	card->phase = judgement->phase;
	card->slope = judgement->slope;
	card->signs = make_signs(judgement);
	card->flips = flips_find(judgement);
	card->mirror = make_mirror(judgement);
	card->contract = card_make_contract(judgement);
	card->next = card_make_next(judgement);
}

size_t scorecard_sides(const struct source *source, bool partner, bool us, enum side sides[2])
{
	size_t n = 0;

	if (partner)
		sides[n++] = partner_is_self(source->partner) ? SIDE_US : SIDE_PARTNER;
	if (us && !partner_is_self(source->partner))
		sides[n++] = SIDE_US;
	return n;
}

const struct scorecard *scorecard_make(
	const struct source *source, const struct card_request *request, enum side side)
{
	struct arena *arena = source->arena;
	struct scorecard *card = ARENA_NEW(arena, struct scorecard);
	struct rules *rules = ARENA_NEW(arena, struct rules);
	struct judgement *judgement = ARENA_NEW(arena, struct judgement);
	struct view *view = ARENA_NEW(arena, struct view);

	assert(side == SIDE_US || !partner_is_self(source->partner));
	policy_rules_for(arena, &source->policy->policy, source->partner, rules);
	view_init(view, arena, source->partner, rules, policy_calibration(source->policy, rules),
		request->as_of, side);
	judge(judgement, arena, view, request->effects);
	card->judgement = judgement;
	name_card(card, source, view);
	card->as_of = request->as_of;
	put_score(card, judgement);
	put_verdict(card, judgement);
	put_panel(card, judgement);
	card->disputes = make_disputes(judgement);
	card->upheld = make_upheld(judgement);
	card->trend = make_trend(judgement, request->trend);
	card->robustness = request->robustness ? make_robustness(judgement) : NULL;
	return card;
}
