/* The plan: what was worked out about leaving, as one record. */
#include <math.h>
#include <string.h>

#include "leaving.h"

bool exit_plan_applies(const struct source *source, int32_t as_of)
{
	const struct partner *partner = source->partner;
	bool ended = HAS(partner->ended) && partner->ended.date <= as_of;

	return !ended && !partner_is_self(partner);
}

static double days_of(int32_t shortfall)
{
	return shortfall == DATE_NONE ? (double)NAN : (double)shortfall;
}

static const struct plan_other *make_other(const struct leaving *leaving)
{
	struct plan_other *row = ARENA_NEW(leaving->arena, struct plan_other);

	row->mode = leaving->mode == PLAN_PLANNED ? PLAN_STRESSED : PLAN_PLANNED;
	row->finish = leaving->other.finish;
	row->fits = leaving->other_shortfall == 0;
	row->shortfall_days = days_of(leaving->other_shortfall);
	return row;
}

/* The head: whose plan it is, and of which day. */
static void name_plan(struct exit_plan *plan, const struct leaving *leaving)
{
	const struct partner *partner = leaving->partner;

	plan->partner = partner->id.text;
	plan->name = partner->name.text;
	plan->kind = HAS(partner->kind) ? partner_kind_words[partner->kind.value] : NULL;
	plan->owner = partner->owner.text;
	plan->as_of = leaving->view->as_of;
	plan->source = leaving->card->source;
	plan->card = leaving->card;
	plan->mode = leaving->mode;
	plan->reason =
		leaving->reason == CHOICE_NONE ? "contingency" : exit_reason_words[leaving->reason];
	plan->fair = leaving->talk != NULL;
}

static void put_schedule(struct exit_plan *plan, const struct leaving *leaving)
{
	plan->start = leaving->schedule.network.start;
	plan->tasks = plan_tasks(leaving);
	plan->critical_path = plan_critical_path(leaving);
	plan->cutover = leaving->cutover;
	plan->finish = leaving->schedule.finish;
	plan->fits = leaving->shortfall == 0;
	plan->shortfall_days = days_of(leaving->shortfall);
	plan->other = make_other(leaving);
}

/* In this order: later parts look at earlier ones. */
const struct exit_plan *exit_plan_make(
	const struct source *source, const struct plan_request *request)
{
	const struct card_request asked = {.as_of = request->as_of};
	const struct scorecard *card = scorecard_make(source, &asked, SIDE_PARTNER);
	struct exit_plan *plan = ARENA_NEW(source->arena, struct exit_plan);
	struct leaving leaving;

	leaving_init(&leaving, source, card, request);
	name_plan(plan, &leaving);
	put_schedule(plan, &leaving);
	plan->clock = plan_clock(&leaving);
	plan->money = plan_money_lines(&leaving);
	plan->totals = plan_totals(&leaving, plan->money);
	plan->decision = plan_decision(&leaving, plan->money);
	plan->cost_to_end_of_life = plan_end_of_life(&leaving, plan->money);
	plan->coverage = plan_coverage(&leaving);
	plan->communications = plan_communications(&leaving);
	plan->fair_record = plan_fair_record(&leaving, plan->money);
	plan->reentry = plan_reentry(&leaving);
	plan->warnings = plan_warnings(&leaving, plan);
	plan->completeness = plan_completeness(&leaving, plan);
	return plan;
}

bool exit_plan_has_error(const struct exit_plan *plan)
{
	const struct plan_warning *warnings = plan->warnings.items;

	for (size_t i = 0; i < plan->warnings.n; i++)
		if (strcmp(warnings[i].level, "error") == 0)
			return true;
	return false;
}
