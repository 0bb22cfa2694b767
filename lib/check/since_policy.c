/* P505: who changes the weights should not change what they weigh in the same step. */
#include "since.h"

#include <string.h>

#include "partner/values.h"

/* A policy that served documents which had an earlier version. */
struct weighing {
	const struct policy_file *now;
	const struct policy_file *then; /* that it was compared with last */
	bool weights;                   /* the criteria changed */
	bool ratings;                   /* so did ratings that they weigh */
	int32_t muted_until; /* the last day on which all whose ratings changed mute it */
	struct diag_list found;
};

/* ---- criteria ---- */

/* What they are called is no weight. */
static bool only_tells(const char *field)
{
	return !strcmp(field, "title") || !strcmp(field, "note");
}

static void put_criteria(struct buffer *buffer, const struct rules *rules)
{
	const struct record *record = list_record(&rules_record, "criteria");

	EACH (struct criterion, criterion, rules->criteria) {
		for (size_t i = 0; i < record->n; i++)
			if (!only_tells(record->fields[i].name))
				field_values(buffer, &record->fields[i], criterion);
		buffer_putc(buffer, '\n');
	}
}

/* For whom an override holds, and its criteria. */
static void put_override(struct buffer *buffer, const struct policy_override *override)
{
	buffer_printf(buffer, "override %d %d %s\n", WORD_OR(override->kind, -1),
		WORD_OR(override->tier, -1), HAS(override->partner) ? override->partner.text : "");
	put_criteria(buffer, &override->rules);
}

static void put_policy(struct buffer *buffer, const struct policy *policy)
{
	put_criteria(buffer, &policy->rules);
	buffer_putc(buffer, '\n');
	EACH (struct policy_override, override, policy->overrides)
		if (override->rules.criteria.list.n)
			put_override(buffer, override);
}

static bool weights_differ(const struct policy *then, const struct policy *now)
{
	struct buffer one = {0}, other = {0};
	bool differ;

	put_policy(&one, then);
	put_policy(&other, now);
	differ = one.length != other.length || memcmp(one.data, other.data, one.length) != 0;
	buffer_free(&one);
	buffer_free(&other);
	return differ;
}

/* ---- ratings ---- */

static bool ratings_differ(struct check *check)
{
	struct pairs ratings;

	pairs_of_partner(&ratings, check, "ratings");
	if (!pairs_are_whole(&ratings, &check->partner->head))
		return false;
	for (size_t i = 0; i < ratings.n; i++)
		if (!ratings.items[i].equal)
			return true;
	return false;
}

/* ---- both ---- */

static struct weighing *weighing_of(struct since *since, const struct policy_file *policy)
{
	struct weighing *weighing;

	for (size_t i = since->n; i > 0; i--)
		if (since->weighings[i - 1].now == policy)
			return &since->weighings[i - 1];
	since->weighings = arena_grow(&since->arena, since->weighings, since->n, &since->capacity,
		sizeof(*since->weighings));
	weighing = &since->weighings[since->n++];
	*weighing = (struct weighing){.now = policy, .muted_until = DATE_MAX};
	return weighing;
}

void check_weights(struct check *check)
{
	const struct policy_file *now = check->source->policy, *then = check->earlier->policy;
	struct weighing *weighing;
	int32_t muted;

	if (!now->path || !then || then->error || then->faults.errors)
		return;
	weighing = weighing_of(memory_since(check->memory), now);
	if (weighing->then != then)
		weighing->weights |= weights_differ(&then->policy, &now->policy);
	weighing->then = then;
	if (!ratings_differ(check))
		return;
	weighing->ratings = true;
	muted = muted_until(check, P505_WEIGHTS_WITH_RATINGS);
	if (muted < weighing->muted_until)
		weighing->muted_until = muted;
}

static void report_weights(struct check *check, struct weighing *weighing)
{
	const struct policy_file *file = weighing->now;
	const struct policy *own = &file->own;
	const struct list *criteria = &own->rules.criteria.list;
	struct earlier *earlier = memory_since(check->memory)->earlier;
	const char *path = earlier_path(earlier, check->arena, file->tree, file->path);

	report_field(&check->report, P505_WEIGHTS_WITH_RATINGS, NULL, &own->head, "criteria",
		HAS(*criteria) ? &criteria->leaf : NULL,
		since_hint(check, file->tree, path, "two merges"), SUBJECTS(NULL));
	weighing->found.items[0].muted_until = weighing->muted_until;
}

const struct diag_list *check_weighing(struct check_memory *memory, size_t i)
{
	struct since *since = memory_since(memory);
	struct weighing *weighing = i < since->n ? &since->weighings[i] : NULL;
	struct check check = {.memory = memory, .arena = &since->arena};

	if (!weighing)
		return NULL;
	weighing->found = (struct diag_list){
		.arena = &since->arena, .prefix = tree_prefix(weighing->now->tree)};
	check.report = (struct report){&weighing->found, &since->arena, NULL, NULL};
	if (weighing->weights && weighing->ratings)
		report_weights(&check, weighing);
	return &weighing->found;
}
