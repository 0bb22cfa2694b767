/* The rules of a document: which there are, what each needs, and in what order they run. */
#include "rules.h"

/* What must be sound for a rule to run. */
enum needs {
	NEEDS_POLICY = 1 << 0,  /* the policy, for its rules and the view */
	NEEDS_PEOPLE = 1 << 1,  /* both lists of people */
	NEEDS_EARLIER = 1 << 2, /* the document as it was */
};

static const struct {
	void (*run)(struct check *check);
	unsigned needs;
} rules[] = {
	{check_duplicate_ids, 0},
	{check_stem, 0},
	{check_duplicate_partner, 0},
	{check_not_counted, 0},
	{check_duplicate_records, 0},

	{check_people_named, NEEDS_PEOPLE},
	{check_goals_named, 0},
	{check_criteria_named, NEEDS_POLICY},
	{check_evidence, 0},
	{check_disputes_named, 0},
	{check_mutes_named, 0},
	{check_tasks_named, NEEDS_POLICY},
	{check_task_cycles, 0},
	{check_two_names, 0},

	{check_ends, 0},
	{check_deliveries, 0},
	{check_incident_order, 0},
	{check_event_order, 0},
	{check_raters_left, NEEDS_PEOPLE},
	{check_after_as_of, 0},

	{check_notice_period, 0},
	{check_notice_window, NEEDS_POLICY},
	{check_leap_day, 0},
	{check_lapsed, 0},
	{check_earlier_ends, 0},
	{check_prepaid, 0},
	{check_observed_twice, 0},

	{check_unevidenced, 0},
	{check_interests, NEEDS_PEOPLE},
	{check_one_role, NEEDS_POLICY | NEEDS_PEOPLE},
	{check_halo, 0},
	{check_exceptions, 0},
	{check_own_side, NEEDS_PEOPLE},

	{check_completeness, NEEDS_POLICY},
	{check_rates, NEEDS_POLICY},

	{check_dues, NEEDS_EARLIER},
	{check_removed, NEEDS_EARLIER},
	{check_scores, NEEDS_EARLIER},
	{check_goalposts, NEEDS_EARLIER},
	{check_weights, NEEDS_EARLIER | NEEDS_POLICY},
	{check_softened, NEEDS_EARLIER},
	{check_prolonged, NEEDS_EARLIER},
	{check_lowered, NEEDS_EARLIER},
};

/* The text ended before its end: what is there cannot be judged. */
static bool is_broken(const struct diag_list *faults)
{
	for (size_t i = 0; i < faults->n; i++) {
		enum diag_rule rule = faults->items[i].rule;

		if (rule == P001_NOT_UTF8 || rule == P002_SYNTAX || rule == P015_LIMIT)
			return true;
	}
	return false;
}

static bool policy_is_sound(const struct policy_file *policy)
{
	return policy && !policy->error && !policy->faults.errors;
}

bool people_are_sound(const struct source *source)
{
	const struct people_source *shared = source->people;
	const struct list *list = shared ? &shared->people.people.list : NULL;

	if (FAULTY(source->partner->people.list))
		return false;
	/* without a list, a fault may be what hides it */
	return !shared ||
		(!shared->error && !FAULTY(*list) && (HAS(*list) || !shared->faults.errors));
}

static void index_records(struct check *check)
{
	const struct partner *partner = check->partner;
	struct arena *arena = check->arena;

	ids_init(&check->people, arena, &person_record, &partner->people.list);
	ids_init(&check->goals, arena, &goal_record, &partner->goals.list);
	ids_init(&check->tasks, arena, list_record(&exit_record_record, "tasks"),
		&partner->exit.tasks.list);
}

static void read_policy(struct check *check)
{
	policy_rules_for(
		check->arena, &check->source->policy->policy, check->partner, &check->rules);
	ids_init(&check->criteria, check->arena, list_record(&rules_record, "criteria"),
		&check->rules.criteria.list);
	view_init(&check->view, check->arena, check->partner, &check->rules, NULL, check->as_of,
		partner_is_self(check->partner) ? SIDE_US : SIDE_PARTNER);
}

static void run_rules(struct check *check, unsigned sound)
{
	for (size_t i = 0; i < COUNT_OF(rules); i++)
		if ((rules[i].needs & sound) == rules[i].needs)
			rules[i].run(check);
}

static void check_partner(struct check *check)
{
	unsigned sound = 0;

	if (people_are_sound(check->source))
		sound |= NEEDS_PEOPLE;
	if (policy_is_sound(check->source->policy)) {
		sound |= NEEDS_POLICY;
		read_policy(check);
	}
	if (check->earlier)
		sound |= NEEDS_EARLIER;
	index_records(check);
	run_rules(check, sound);
}

void check_document(struct source *source, struct check_memory *memory, int32_t as_of)
{
	const struct partner *partner = source->partner;
	const struct since *since = memory_since(memory);
	struct check check = {.source = source,
		.partner = partner,
		.memory = memory,
		.arena = source->arena,
		.as_of = as_of};

	if (since->earlier)
		check.earlier = earlier_find(since->earlier, source);
	if (partner) {
		check.report = (struct report){&source->faults, source->arena,
			HAS(partner->id) ? partner->id.text : NULL,
			source->people ? source->people->path : NULL};
		if (!is_broken(&source->faults))
			check_partner(&check);
		mute_findings(&check);
		for (size_t i = 0; i < source->faults.n; i++)
			source->faults.items[i].identity =
				check_identity(source->arena, partner, &source->faults.items[i]);
	}
	diag_sort(&source->faults);
}
