/*
 * The rules behind the warning signs, one function each, by family. Private to lib/judge.
 */
#ifndef JUDGE_SIGN_RULES_H
#define JUDGE_SIGN_RULES_H

#include "judgement.h"

/* What a rule looks at, and where it says what it found. */
struct sign_case {
	const struct view *view; /* side partner, of today or of a day in the past */
	/*
	 * Of today; NULL of the past. Rules of conduct, which alone are asked about the past,
	 * look at the view and at nothing else.
	 */
	const struct judgement *judgement;
	const struct sign_rule *rule; /* parameters in force: all that the sign has are set */
	struct arena *arena;
	struct buffer text;    /* one line, lower case, no full stop: filled when it is raised */
	enum sign_level level; /* the policy's; a rule may raise it */
	struct card_reference *refs;
	size_t n_refs, room;
	int32_t newest; /* date of the newest record cited */
};

/* Whether the sign is raised; then its text is written and its records are cited. */
typedef bool sign_rule_fn(struct sign_case *sign);

/* Cites a record as evidence; `date` is its day, DATE_NONE when it has none. */
void sign_cite(
	struct sign_case *sign, const struct record *record, const struct head *head, int32_t date);

/* sign_goals.c */
bool sign_too_comfortable(struct sign_case *sign);
bool sign_one_sided_goals(struct sign_case *sign);
bool sign_goals_stale(struct sign_case *sign);
bool sign_leads_only(struct sign_case *sign);
bool sign_unrealistic_timeline(struct sign_case *sign);
bool sign_secret_goals(struct sign_case *sign);

/* sign_promises.c */
bool sign_futures_over_present(struct sign_case *sign);
bool sign_no_consequence(struct sign_case *sign);
bool sign_unclaimed_remedy(struct sign_case *sign);

/* sign_incidents.c */
bool sign_silent_after_fire(struct sign_case *sign);
bool sign_blame_shifting(struct sign_case *sign);
bool sign_not_convenient(struct sign_case *sign);

/* sign_contract.c */
bool sign_unknown_exit_cost(struct sign_case *sign);
bool sign_notice_due(struct sign_case *sign);
bool sign_document_expired(struct sign_case *sign);

/* sign_care.c */
bool sign_renewal_only_attention(struct sign_case *sign);
bool sign_partner_voice_missing(struct sign_case *sign);
bool sign_one_way_street(struct sign_case *sign);
bool sign_no_meetings(struct sign_case *sign);

/* sign_basis.c */
bool sign_no_plan(struct sign_case *sign);
bool sign_no_problem(struct sign_case *sign);
bool sign_no_internal_sponsor(struct sign_case *sign);

/* sign_score.c */
bool sign_captive(struct sign_case *sign);
bool sign_our_side_failing(struct sign_case *sign);
bool sign_winding_down(struct sign_case *sign);
bool sign_hidden_truth(struct sign_case *sign);
bool sign_thin_evidence(struct sign_case *sign);

/* sign_panel.c */
bool sign_one_role_panel(struct sign_case *sign);
bool sign_lone_rater(struct sign_case *sign);
bool sign_raters_disagree(struct sign_case *sign);
bool sign_halo(struct sign_case *sign);
bool sign_perception_gap(struct sign_case *sign);
bool sign_declared_interest(struct sign_case *sign);
bool sign_unsaid(struct sign_case *sign);
bool sign_stale_ratings(struct sign_case *sign);
bool sign_uncalibrated(struct sign_case *sign);

#endif
