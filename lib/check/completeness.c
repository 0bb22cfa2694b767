/* Rules on completeness: what the policy demands of a partner's tier. */
#include "rules.h"

enum verdict { COMPLETE, MISSING, UNSURE /* something that was written is faulty */ };

/* Absent is missing; faulty is neither. */
static enum verdict leaf_verdict(const struct leaf *leaf)
{
	switch (leaf->state) {
	case LEAF_SOUND:
		return COMPLETE;
	case LEAF_ABSENT:
		return MISSING;
	default:
		return UNSURE;
	}
}

/* The worse of two: nothing is said to be missing when something cannot be read. */
static enum verdict both(enum verdict a, enum verdict b)
{
	return a > b ? a : b;
}

/* Of a list: an item is there. */
static enum verdict list_verdict(const struct list *list)
{
	if (FAULTY(*list))
		return UNSURE;
	return list->n ? COMPLETE : MISSING;
}

/* ---- what is there ---- */

static enum verdict has_plan(const struct check *check)
{
	const struct plan *plan = &check->partner->plan;

	return both(FAULTY(plan->head) ? UNSURE : COMPLETE, leaf_verdict(&plan->agreed.leaf));
}

static enum verdict has_goals(const struct check *check)
{
	bool for_us = false, for_partner = false, unsure = FAULTY(check->partner->goals.list);

	EACH (struct goal, goal, check->partner->goals) {
		int whom = WORD_OR(goal->for_whom, FOR_BOTH);

		unsure |= FAULTY(goal->for_whom) || FAULTY(goal->start) || FAULTY(goal->due);
		if (!goal_active_now(&check->view, goal))
			continue;
		for_us |= whom != FOR_PARTNER;
		for_partner |= whom != FOR_US;
	}
	if (for_us && for_partner)
		return COMPLETE;
	return unsure ? UNSURE : MISSING;
}

static enum verdict has_sponsor(const struct check *check)
{
	bool unsure = !people_are_sound(check->source);

	EACH (struct person, person, check->partner->people) {
		bool left = HAS(person->left) && person->left.date <= check->as_of;

		unsure |= FAULTY(person->sponsor) || FAULTY(person->side) || FAULTY(person->left);
		if (IS_SET(person->sponsor) && !left && WORD_OR(person->side, SIDE_US) == SIDE_US)
			return COMPLETE;
	}
	return unsure ? UNSURE : MISSING;
}

static enum verdict has_contract(const struct check *check)
{
	const struct contract *contract = &check->partner->contract;
	bool evergreen = contract_renewal(contract) == RENEWAL_EVERGREEN;
	enum verdict end = evergreen ? COMPLETE : leaf_verdict(&contract->end.leaf);

	if (FAULTY(contract->head) || FAULTY(contract->renewal))
		return UNSURE;
	return both(end, leaf_verdict(&contract->start.leaf));
}

/* A contract that does not renew by itself needs no notice. */
static enum verdict has_notice(const struct check *check)
{
	const struct contract *contract = &check->partner->contract;

	if (FAULTY(contract->head) || FAULTY(contract->renewal) || FAULTY(contract->notice.head))
		return UNSURE;
	if (contract_renewal(contract) == RENEWAL_MANUAL)
		return COMPLETE;
	return leaf_verdict(&contract->notice.period.leaf);
}

static enum verdict has_costs(const struct check *check)
{
	bool unsure = FAULTY(check->partner->costs.list);

	EACH (struct cost, cost, check->partner->costs) {
		if (HAS(cost->forecast))
			return COMPLETE;
		unsure |= FAULTY(cost->forecast);
	}
	return unsure ? UNSURE : MISSING;
}

static enum verdict has_exit(const struct check *check)
{
	const struct exit_record *exit = &check->partner->exit;

	return FAULTY(exit->head) ? UNSURE : list_verdict(&exit->alternatives.list);
}

static enum verdict has_cadence(const struct check *check)
{
	return leaf_verdict(&check->partner->cadence.leaf);
}

static enum verdict has_service_levels(const struct check *check)
{
	const struct contract *contract = &check->partner->contract;

	if (WORD_OR(check->partner->kind, KIND_VENDOR) == KIND_CHANNEL)
		return COMPLETE;
	return FAULTY(contract->head) ? UNSURE : list_verdict(&contract->service_levels.list);
}

static enum verdict has_documents(const struct check *check)
{
	bool attestation = false, agreement = false;
	bool unsure = FAULTY(check->partner->documents.list);

	EACH (struct document, document, check->partner->documents) {
		int kind = WORD_OR(document->kind, DOCUMENT_OTHER);

		unsure |= FAULTY(document->kind);
		attestation |= kind == DOCUMENT_ATTESTATION;
		agreement |= kind == DOCUMENT_DATA_PROCESSING;
	}
	if (attestation && agreement)
		return COMPLETE;
	return unsure ? UNSURE : MISSING;
}

/* ---- items ---- */

/* The map in which an item is missing; NULL: the partner itself. */
enum holder { IN_PARTNER, IN_PLAN, IN_CONTRACT, IN_EXIT };

static const struct item {
	enum diag_rule rule;
	const char *name;
	enum verdict (*has)(const struct check *check);
	enum holder holder;
	const char *field; /* of the holder; the holder itself is named as it is */
	const char *hint;
} items[] = {
	[ITEM_PLAN] = {P401_MISSING_PLAN, "plan", has_plan, IN_PLAN, "agreed", "add plan.agreed"},
	[ITEM_GOALS] = {P402_MISSING_GOALS, "goals", has_goals, IN_PARTNER, "goals",
		"add an active goal for us and one for the partner, or one for both"},
	[ITEM_SPONSOR] = {P403_MISSING_SPONSOR, "sponsor", has_sponsor, IN_PARTNER, "people",
		"add 'sponsor: true' to one of our people"},
	[ITEM_CONTRACT] = {P404_MISSING_CONTRACT, "contract", has_contract, IN_CONTRACT, "start",
		"add contract.start, and contract.end or 'renewal: evergreen'"},
	[ITEM_NOTICE] = {P405_MISSING_NOTICE, "notice", has_notice, IN_CONTRACT, "notice",
		"add contract.notice.period"},
	[ITEM_COSTS] = {P406_MISSING_COSTS, "costs", has_costs, IN_PARTNER, "costs",
		"add a cost with its forecast"},
	[ITEM_EXIT] = {P407_MISSING_EXIT, "exit", has_exit, IN_EXIT, "alternatives",
		"add exit.alternatives"},
	[ITEM_CADENCE] = {P408_MISSING_CADENCE, "cadence", has_cadence, IN_PARTNER, "cadence",
		"add cadence"},
	[ITEM_SERVICE_LEVELS] = {P409_MISSING_SERVICE_LEVELS, "service-levels", has_service_levels,
		IN_CONTRACT, "service_levels", "add contract.service_levels"},
	[ITEM_DOCUMENTS] = {P410_MISSING_DOCUMENTS, "documents", has_documents, IN_PARTNER,
		"documents", "add documents of kind attestation and data-processing"},
};

/* The map that would hold the item: where it is missing. Its trail goes up to the top. */
static const struct head *holder_of(
	const struct partner *partner, enum holder holder, const char **name)
{
	static const char *const names[] = {NULL, "plan", "contract", "exit"};

	*name = names[holder];
	switch (holder) {
	case IN_PLAN:
		return &partner->plan.head;
	case IN_CONTRACT:
		return &partner->contract.head;
	case IN_EXIT:
		return &partner->exit.head;
	default:
		return &partner->head;
	}
}

static void report_missing(struct check *check, const struct item *item)
{
	const struct partner *partner = check->partner;
	const char *name;
	const struct head *holder = holder_of(partner, item->holder, &name);
	struct trail map = {NULL, name, 0};
	const char *const *subjects = SUBJECTS(item->name, tier_words[partner_tier(partner)]);

	if (!name)
		report_field(&check->report, item->rule, NULL, holder, item->field, NULL,
			item->hint, subjects);
	else if (HAS(*holder))
		report_field(&check->report, item->rule, &map, holder, item->field, NULL,
			item->hint, subjects);
	else
		report_place(&check->report, item->rule, &map, &partner->head, NULL, item->hint,
			subjects);
}

static const struct list *demands(const struct rules *rules, enum tier tier)
{
	switch (tier) {
	case TIER_STRATEGIC:
		return &rules->completeness.strategic.list;
	case TIER_PREFERRED:
		return &rules->completeness.preferred.list;
	case TIER_APPROVED:
		return &rules->completeness.approved.list;
	default:
		return &rules->completeness.trial.list;
	}
}

void check_completeness(struct check *check)
{
	const struct partner *partner = check->partner;
	const struct list *list = demands(&check->rules, partner_tier(partner));
	const struct word_field *words = list->items;
	bool demanded[COUNT_OF(items)] = {false};

	if (FAULTY(partner->tier) || FAULTY(partner->kind) || FAULTY(partner->ended) ||
		partner_is_self(partner) || check->view.ended)
		return;
	for (size_t i = 0; i < list->n; i++)
		demanded[words[i].value] |= HAS(words[i]);
	for (size_t i = 0; i < COUNT_OF(items); i++)
		if (demanded[i] && items[i].has(check) == MISSING)
			report_missing(check, &items[i]);
}
