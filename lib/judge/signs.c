#include "sign_votes.h"

#include <assert.h>
#include <string.h>

/* The rule of each sign, in the order of the catalogue. */
static const struct {
	const char *sign;
	sign_rule_fn *rule;
} rules[] = {
	{"renewal-only-attention", sign_renewal_only_attention},
	{"futures-over-present", sign_futures_over_present},
	{"too-comfortable", sign_too_comfortable},
	{"one-sided-goals", sign_one_sided_goals},
	{"unknown-exit-cost", sign_unknown_exit_cost},
	{"no-consequence", sign_no_consequence},
	{"unclaimed-remedy", sign_unclaimed_remedy},
	{"silent-after-fire", sign_silent_after_fire},
	{"blame-shifting", sign_blame_shifting},
	{"not-convenient", sign_not_convenient},
	{"captive", sign_captive},
	{"our-side-failing", sign_our_side_failing},
	{"winding-down", sign_winding_down},
	{"partner-voice-missing", sign_partner_voice_missing},
	{"goals-stale", sign_goals_stale},
	{"leads-only", sign_leads_only},
	{"unrealistic-timeline", sign_unrealistic_timeline},
	{"secret-goals", sign_secret_goals},
	{"one-way-street", sign_one_way_street},
	{"no-plan", sign_no_plan},
	{"no-meetings", sign_no_meetings},
	{"no-problem", sign_no_problem},
	{"no-internal-sponsor", sign_no_internal_sponsor},
	{"unsaid", sign_unsaid},
	{"hidden-truth", sign_hidden_truth},
	{"notice-due", sign_notice_due},
	{"one-role-panel", sign_one_role_panel},
	{"lone-rater", sign_lone_rater},
	{"raters-disagree", sign_raters_disagree},
	{"halo", sign_halo},
	{"perception-gap", sign_perception_gap},
	{"declared-interest", sign_declared_interest},
	{"stale-ratings", sign_stale_ratings},
	{"uncalibrated", sign_uncalibrated},
	{"thin-evidence", sign_thin_evidence},
	{"document-expired", sign_document_expired},
};

struct card_reference judge_cite(
	struct arena *arena, const struct record *record, const struct head *head)
{
	return (struct card_reference){
		.ref = head->place ? record_reference(arena, record, head) : record->name,
		.path = head->path,
		.line = head->leaf.at.line,
	};
}

void sign_cite(
	struct sign_case *sign, const struct record *record, const struct head *head, int32_t date)
{
	sign->refs = arena_grow(
		sign->arena, sign->refs, sign->n_refs, &sign->room, sizeof(struct card_reference));
	sign->refs[sign->n_refs++] = judge_cite(sign->arena, record, head);
	if (date > sign->newest)
		sign->newest = date;
}

/* What the policy says of the sign; the built-in policy has a row for each, in this order. */
static const struct sign_rule *rule_of(const struct rules *policy, size_t place)
{
	const struct sign_rule *rows = LIST_ITEMS(struct sign_rule, policy->signs);
	size_t n = policy->signs.list.n;

	if (place < n && strcmp(rows[place].sign.text, rules[place].sign) == 0)
		return &rows[place];
	for (size_t i = 0; i < n; i++)
		if (strcmp(rows[i].sign.text, rules[place].sign) == 0)
			return &rows[i];
	return NULL;
}

/* The last day on which an exception mutes it, when that has not passed; else DATE_NONE. */
static int32_t muted_until(const struct view *view, const char *sign)
{
	int32_t until = DATE_NONE;

	EACH (struct exception, exception, view->partner->exceptions)
		if (exception_complete(exception) && strcmp(exception->mute.text, sign) == 0 &&
			exception->until.date >= view->as_of && exception->until.date > until)
			until = exception->until.date;
	return until;
}

/* Asks one rule, of the past without a judgement; true when it is raised, and not off. */
static bool ask(const struct judgement *judgement, struct arena *arena, const struct view *view,
	size_t place, struct raised *raised)
{
	const struct sign_rule *rule = rule_of(view->rules, place);
	struct sign_case sign = {
		.judgement = judgement,
		.view = view,
		.rule = rule,
		.arena = arena,
		.level = rule ? (enum sign_level)rule->level.value : SIGN_OFF,
		.newest = DATE_NONE,
	};

	if (sign.level == SIGN_OFF || !rules[place].rule(&sign)) {
		buffer_free(&sign.text);
		return false;
	}
	if (!sign.refs)
		sign.refs = arena_array(sign.arena, 0, sizeof(struct card_reference));
	*raised = (struct raised){
		.level = sign.level,
		.text = buffer_keep(&sign.text, sign.arena),
		.muted = muted_until(sign.view, rules[place].sign),
		.newest = sign.newest,
		.refs = {sign.refs, sign.n_refs},
	};
	return true;
}

void signs_raise(struct judgement *judgement)
{
	size_t all, n = 0;
	const struct sign_info *catalogue = sign_catalogue(&all);
	struct raised *signs = arena_array(judgement->arena, all, sizeof(struct raised));

	assert(all == COUNT_OF(rules));
	judgement->panels = panels_read(judgement->arena, judgement->view, &judgement->score);
	for (size_t i = 0; i < all; i++) {
		assert(strcmp(catalogue[i].id, rules[i].sign) == 0);
		if (ask(judgement, judgement->arena, judgement->view, i, &signs[n]))
			signs[n++].info = &catalogue[i];
	}
	judgement->circumstances.signs = signs;
	judgement->circumstances.n_signs = n;
}

bool signs_conduct(struct arena *arena, const struct view *view)
{
	size_t n;
	const struct sign_info *catalogue = sign_catalogue(&n);
	struct raised raised;

	for (size_t i = 0; i < n; i++)
		if (catalogue[i].conduct && ask(NULL, arena, view, i, &raised) &&
			raised.level == SIGN_CRITICAL && raised.muted == DATE_NONE)
			return true;
	return false;
}
