/*
 * A partner file written by a stranger: whatever its bytes are, each of its documents ends
 * in faults with places or in a score, and nothing harmful is printed.
 */
#include "fuzz.h"
#include "partner/json.h"
#include "partner/scorecard.h"
#include "partner/write.h"

static void print_card(const struct scorecard *card)
{
	const struct card_style plain = {.columns = 80};
	const struct card_style all = {.ascii = true, .explain = true, .columns = 40};
	struct buffer text = {0};

	scorecard_put_text(&text, card, &plain);
	scorecard_put_text(&text, card, &all);
	scorecard_put_table_head(&text, card->rules, &plain);
	scorecard_put_table_line(&text, card, &plain);
	promise_harmless(&text);
	buffer_free(&text);
}

/* The line of JSON says by itself which partner it is about. */
static void print_json(struct arena *arena, const struct scorecard *card)
{
	struct json_source found;
	struct buffer line = {0};
	const char *fault;

	write_json_line(&line, &scorecard_record, card);
	promise_harmless(&line);
	PROMISE(json_line_source(arena, line.data, line.length, &found, &fault) == JSON_LINE_READ);
	PROMISE(!strcmp(found.type, "scorecard") && !strcmp(found.partner, card->partner));
	PROMISE(!strcmp(found.path, card->source->path));
	buffer_free(&line);
}

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

static void judge(struct source *source)
{
	const struct scorecard *card = scorecard_make(source, DAY_WITHIN, true);

	score(source, &source->policy->policy, DAY_WITHIN);
	score(source, &source->policy->policy, DAY_BEFORE);
	print_card(card);
	print_json(source->arena, card);
}

static void check(struct source *source)
{
	struct check_memory *memory = check_memory_new();

	check_document(source, memory, DAY_WITHIN);
	check_memory_free(memory);
	promise_faults(&source->faults);
}

static void take_document(struct arena *arena, const struct policy_file *policy,
	const struct yaml_node *root, struct diag_list *faults)
{
	struct source source = {
		.kind = SOURCE_DOCUMENT,
		.path = "input.yaml",
		.line = root->at.line,
		.alone = true,
		.policy = policy,
		.arena = arena,
	};
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
		judge(&source);
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
		take_document(&arena, policy, root, &faults);
	PROMISE(outcome == YAML_END || faults.errors);
	promise_faults(&faults);
	yaml_close(stream);
	arena_free(&arena);
	return 0;
}
