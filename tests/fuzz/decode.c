/*
 * A partner file written by a stranger: whatever its bytes are, each of its documents ends
 * in faults with places or in cards of both sides and plans to leave, and nothing harmful is
 * printed.
 */
#include "plan.h"

/* A score before it is rounded, and without its card. */
static void score(const struct source *source, const struct policy *policy, int32_t day)
{
	struct rules rules;
	struct view view;
	struct score score;

	policy_rules_for(source->arena, policy, source->partner, &rules);
	for (enum side side = SIDE_US; side <= SIDE_PARTNER; side++) {
		view_init(&view, source->arena, source->partner, &rules, NULL, day, side);
		score_take(&score, source->arena, &view, true);
		promise_score(&score);
	}
}

static void judge(struct source *source, size_t size)
{
	score(source, &source->policy->policy, DAY_WITHIN);
	promise_cards(source, DAY_WITHIN, size % 16 == 0);
	promise_cards(source, DAY_BEFORE, false);
	promise_plans(source, size % 7 ? DAY_WITHIN : DAY_BEFORE, size);
}

static void check(struct source *source)
{
	struct check_memory *memory = check_memory_new();

	check_document(source, memory, DAY_WITHIN);
	check_memory_free(memory);
	promise_faults(&source->faults);
}

static void take_document(struct arena *arena, const struct policy_file *policy,
	const struct yaml_node *root, struct diag_list *faults, size_t size)
{
	struct source source = source_of(arena, policy, NULL, root->at.line);
	struct decoder decoder = {.arena = arena, .faults = faults, .path = source.path};
	struct partner *partner = ARENA_NEW(arena, struct partner);

	decode_record(&decoder, &partner_record, root, partner);
	source.faults = *faults;
	*faults = (struct diag_list){.arena = arena};
	if (root->kind == YAML_MAP && !root->faulty)
		source.partner = partner;
	PROMISE(source.partner || source.faults.errors);
	promise_faults(&source.faults);
	if (!source.faults.errors)
		judge(&source, size);
	check(&source);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct arena forever;
	static const struct policy_file *policy;
	struct arena arena = {0};
	struct diag_list faults = {.arena = &arena};
	struct yaml_stream *stream =
		yaml_open(&arena, "input.yaml", (const char *)data, size, &faults);
	const struct yaml_node *root;
	enum yaml_outcome outcome;

	if (!policy)
		policy = built_in_policy(&forever);
	while ((outcome = yaml_next(stream, &root)) == YAML_DOCUMENT)
		take_document(&arena, policy, root, &faults, size);
	PROMISE(outcome == YAML_END || faults.errors);
	promise_faults(&faults);
	yaml_close(stream);
	arena_free(&arena);
	return 0;
}
