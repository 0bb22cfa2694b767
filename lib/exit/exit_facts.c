/* What a report needs to know of a partner beyond the judgement. */
#include "partner/exit_facts.h"

#include <math.h>
#include <string.h>

#include "exit_facts_parts.h"

static void put_owner(struct card_facts *facts, const struct partner *partner)
{
	if (!HAS(partner->owner))
		return;
	facts->owner = partner->owner.text;
	EACH (struct person, person, partner->people) {
		if (!HAS(person->id) || strcmp(person->id.text, facts->owner) != 0)
			continue;
		facts->owner_name = person->name.text;
		return;
	}
}

/* ---- the contract ---- */

static void put_clock(struct card_facts *facts, const struct leaving *leaving)
{
	const struct contract *contract = leaving->contract;
	const struct clock *clock = &leaving->clock;

	if (!HAS(contract->head))
		return;
	facts->renewal = renewal_words[contract_renewal(contract)];
	facts->notice_earliest = clock->notice_earliest;
	facts->missed = clock->missed;
	facts->next_term_end = clock->next_term_end;
	clock_cost_of_missing(contract, &facts->cost_of_missing);
	if (contract_renewal(contract) != RENEWAL_AUTO || clock->given ||
		clock->send_by == DATE_NONE)
		return;
	facts->send_by = clock->send_by;
	facts->days_left = facts->send_by - leaving->view->as_of;
}

static void put_life(
	struct card_facts *facts, struct leaving *leaving, const struct plan_request *request)
{
	struct array costs;
	struct card_life *rows;

	if (!HAS(leaving->contract->head))
		return;
	leaving->brief = true;
	leaving_lay_out(leaving, request);
	costs = plan_end_of_life(leaving, plan_money_lines(leaving));
	rows = arena_array(leaving->arena, costs.n, sizeof(*rows));
	for (size_t i = 0; i < costs.n; i++) {
		const struct plan_cost *cost = &((const struct plan_cost *)costs.items)[i];

		rows[i] = (struct card_life){
			cost->currency, cost->low, cost->expected, cost->high, cost->npv};
	}
	facts->cost_to_end_of_life = (struct array){rows, costs.n};
}

/* ---- what could take its place ---- */

static void put_alternatives(struct card_facts *facts, const struct leaving *leaving)
{
	const struct exit_record *exit = leaving->exit;
	int easiest = SUBSTITUTE_NONE;
	bool possible = false;

	EACH (struct exit_alternative, alternative, exit->alternatives) {
		if (!alternative_exists(alternative))
			continue;
		possible = true;
		if (WORD_OR(alternative->substitutability, easiest) < easiest)
			easiest = alternative->substitutability.value;
		if (view_by(leaving->view, alternative->tested) &&
			alternative->tested.date > facts->alternative_tested)
			facts->alternative_tested = alternative->tested.date;
	}
	if (easiest != SUBSTITUTE_NONE || (!possible && exit->alternatives.list.n))
		facts->substitutability = card_substitute_words[easiest];
}

static int64_t count_critical(const struct exit_record *exit)
{
	int64_t n = 0;

	EACH (struct exit_function, function, exit->functions)
		n += IS_SET(function->critical);
	return n;
}

static int32_t last_praise(const struct view *view)
{
	int32_t last = DATE_NONE;

	EACH (struct conversation, talk, view->partner->conversations)
		if (HAS(talk->kind) && talk->kind.value == TALK_PRAISE &&
			view_by(view, talk->date) && (last == DATE_NONE || talk->date.date > last))
			last = talk->date.date;
	return last;
}

/* ---- all ---- */

static const struct card_converted *convert(
	const struct leaving *leaving, const struct card_facts *facts)
{
	struct card_converted *row;

	if (!HAS(leaving->view->rules->currency))
		return NULL;
	row = ARENA_NEW(leaving->arena, struct card_converted);
	row->spend = facts_convert(leaving->view, facts->spend);
	row->cost_of_missing = facts_convert(leaving->view, facts->cost_of_missing);
	return row;
}

const struct card_facts *exit_facts(const struct source *source, const struct scorecard *card)
{
	const struct plan_request request = {
		.as_of = card->as_of,
		.start = DATE_NONE,
		.by = DATE_NONE,
		.mode = PLAN_PLANNED,
		.reason = CHOICE_NONE,
	};
	struct card_facts *facts;
	struct leaving leaving;

	if (card->side == SIDE_US)
		return NULL;
	leaving_look(&leaving, source, card, &request);
	facts = ARENA_NEW(leaving.arena, struct card_facts);
	facts->notice_earliest = facts->send_by = facts->next_term_end = DATE_NONE;
	facts->alternative_tested = DATE_NONE;
	facts->praised = last_praise(leaving.view);
	facts->days_left = NAN;
	put_owner(facts, leaving.partner);
	facts->events = facts_events(&leaving);
	facts->mirror = facts_conduct(&leaving);
	if (leaving.view->ended)
		return facts;
	put_clock(facts, &leaving);
	put_alternatives(facts, &leaving);
	facts->critical_functions = count_critical(leaving.exit);
	facts_put_spend(&leaving, facts);
	facts->converted = convert(&leaving, facts);
	put_life(facts, &leaving, &request);
	return facts;
}

const struct scorecard *exit_facts_card(
	const struct source *source, const struct card_request *request, enum side side)
{
	const struct scorecard *made = scorecard_make(source, request, side);
	struct scorecard *card = ARENA_NEW(source->arena, struct scorecard);

	*card = *made;
	card->facts = exit_facts(source, made);
	return card;
}
