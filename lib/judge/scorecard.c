#include "partner/scorecard.h"

#include <math.h>
#include <string.h>

#include "partner/clock.h"

static const char *word_text(struct word_field field, const char *const *words)
{
	return HAS(field) ? words[field.value] : NULL;
}

static double rounded(double points)
{
	return isnan(points) ? NAN : score_round(points);
}

/* What every part of a card is made from. */
struct making {
	struct arena *arena;
	const struct view *view;
	const struct score *score;
	struct record_effects effects;
};

/* ---- criteria ---- */

static struct array make_records(const struct making *making, const struct measurement *taken)
{
	struct card_record *records =
		arena_array(making->arena, taken->n_used + 1, sizeof(struct card_record));

	for (size_t i = 0; i < taken->n_used; i++) {
		const struct used_record *used = &taken->used[i];

		records[i] = (struct card_record){
			.ref = record_reference(making->arena, used->record, used->named_by),
			.path = used->head->path,
			.line = used->head->leaf.at.line,
			.value = used->value,
			.effect = effect_of(&making->effects, used->head),
			.word = used->word,
		};
	}
	return (struct array){records, taken->n_used};
}

static const char *make_reading(const struct making *making, const struct scored_measure *measure)
{
	struct buffer text = {0};

	measure_put_reading(&text, measure->info, &measure->taken);
	return buffer_keep(&text, making->arena);
}

static struct card_measure make_measure(
	const struct making *making, const struct scored_measure *measure)
{
	const struct measurement *taken = &measure->taken;

	return (struct card_measure){
		.measure = measure->how->measure.text,
		.status = measure_status_words[taken->status],
		.unit = measure->info->unit,
		.value = taken->value,
		.n = taken->n,
		.points = rounded(measure->points),
		.weight = measure->share,
		.pull = measure->pull,
		.reading = make_reading(making, measure),
		.records = make_records(making, taken),
	};
}

static struct array make_criteria(const struct making *making)
{
	const struct score *score = making->score;
	struct card_criterion *criteria =
		arena_array(making->arena, score->n, sizeof(struct card_criterion));

	for (size_t i = 0; i < score->n; i++) {
		const struct scored_criterion *scored = &score->criteria[i];
		struct card_measure *measures =
			arena_array(making->arena, scored->n, sizeof(struct card_measure));

		for (size_t k = 0; k < scored->n; k++)
			measures[k] = make_measure(making, &scored->measures[k]);
		criteria[i] = (struct card_criterion){
			.criterion = scored->criterion->id.text,
			.weight = scored->weight,
			.score = rounded(scored->score),
			.coverage = scored->coverage,
			.measures = {measures, scored->n},
		};
	}
	return (struct array){criteria, score->n};
}

/* ---- panel ---- */

static bool has_panel(const struct scored_criterion *criterion)
{
	for (size_t i = 0; i < criterion->n; i++)
		if (criterion->measures[i].info->reads & READS_RATINGS)
			return true;
	return false;
}

static struct card_vote make_vote(
	const struct making *making, const char *criterion, const struct panel_vote *vote)
{
	const struct head *head = &vote->rating->head;

	return (struct card_vote){
		.criterion = criterion,
		.rater = vote->rating->by.text,
		.role = vote->person ? word_text(vote->person->role, role_words) : NULL,
		.ref = record_reference(making->arena, &rating_record, head),
		.path = head->path,
		.line = head->leaf.at.line,
		.raw = vote->raw,
		.adjusted = vote->adjusted,
		.weight = vote->weight,
		.evidence = vote->evidence,
	};
}

static struct array make_panel(const struct making *making)
{
	const struct score *score = making->score;
	size_t most = score->n * making->view->partner->ratings.list.n, n = 0;
	struct card_vote *rows = arena_array(making->arena, most + 1, sizeof(struct card_vote));

	for (size_t i = 0; i < score->n; i++) {
		const char *criterion = score->criteria[i].criterion->id.text;
		struct panel_vote *votes;
		size_t votes_n = panel_votes(making->view, criterion, making->arena, &votes);

		for (size_t k = 0; k < votes_n; k++) {
			rows[n] = make_vote(making, criterion, &votes[k]);
			if (!has_panel(&score->criteria[i]))
				rows[n].weight = 0; /* shown, but counted nowhere */
			n++;
		}
	}
	return (struct array){rows, n};
}

/* ---- the rest ---- */

/* Open: raised by D and not settled by D (R25). */
static struct array make_disputes(const struct making *making)
{
	const struct view *view = making->view;
	struct card_dispute *rows = arena_array(
		making->arena, view->partner->disputes.list.n + 1, sizeof(struct card_dispute));
	size_t n = 0;

	EACH (struct dispute, dispute, view->partner->disputes)
		if (HAS(dispute->record) && view_by(view, dispute->on) &&
			!view_by(view, dispute->settled))
			rows[n++] = (struct card_dispute){dispute->record.text,
				word_text(dispute->by, side_words), dispute->reason.text,
				dispute->on.date};
	return (struct array){rows, n};
}

static const struct card_contract *make_contract(const struct making *making)
{
	const struct contract *contract = &making->view->partner->contract;
	struct card_contract *row;
	struct clock clock;

	if (!HAS(contract->head) || making->view->ended)
		return NULL;
	row = ARENA_NEW(making->arena, struct card_contract);
	clock_read(&clock, contract, making->view->as_of, &making->view->calendar);
	row->start = HAS(contract->start) ? contract->start.date : DATE_NONE;
	row->end = clock.term_end;
	row->send_by = DATE_NONE;
	if (contract_renewal(contract) == RENEWAL_AUTO && !clock.given)
		row->send_by = clock.send_by;
	row->value = contract->value.money;
	row->per = HAS(contract->value) ? value_per_words[WORD_OR(contract->per, VALUE_PER_YEAR)]
					: NULL;
	return row;
}

static void name_card(struct scorecard *card, const struct source *source, const struct view *view)
{
	const struct partner *partner = source->partner;
	struct result_source *place = ARENA_NEW(source->arena, struct result_source);
	struct card_policy *policy = ARENA_NEW(source->arena, struct card_policy);

	*place = (struct result_source){.path = source->path, .line = source->line};
	*policy = (struct card_policy){source->policy->policy.id.text, source->policy->digest};
	card->partner = partner->id.text;
	card->name = partner->name.text;
	card->kind = word_text(partner->kind, partner_kind_words);
	card->tier = word_text(partner->tier, tier_words);
	card->criticality = word_text(partner->criticality, criticality_words);
	card->side = side_words[view->side];
	card->ended = view->ended ? view->as_of : DATE_NONE;
	card->source = place;
	card->policy = policy;
	card->calibration = ARENA_NEW(source->arena, struct card_calibration);
	card->rules = view->rules;
	card->min_coverage = view->rules->min_coverage.value;
	card->talk_below = view->rules->standing.talk_below.value;
}

const struct scorecard *scorecard_make(const struct source *source, int32_t as_of, bool effects)
{
	struct arena *arena = source->arena;
	const struct partner *partner = source->partner;
	struct scorecard *card = ARENA_NEW(arena, struct scorecard);
	struct rules *rules = ARENA_NEW(arena, struct rules);
	struct making making = {.arena = arena};
	struct view view;
	struct score score;

	policy_rules_for(arena, &source->policy->policy, partner, rules);
	view_init(&view, arena, partner, rules, as_of,
		partner_is_self(partner) ? SIDE_US : SIDE_PARTNER);
	score_take(&score, arena, &view);
	making.view = &view;
	making.score = &score;
	if (effects)
		score_effects(&making.effects, arena, &score, &view);
	name_card(card, source, &view);
	card->as_of = as_of;
	card->score = rounded(score.score);
	card->floor = rounded(score.floor);
	card->ceiling = rounded(score.ceiling);
	card->coverage = score.coverage;
	card->grade = score.grade;
	card->criteria = make_criteria(&making);
	card->panel = make_panel(&making);
	card->disputes = make_disputes(&making);
	card->contract = make_contract(&making);
	return card;
}
