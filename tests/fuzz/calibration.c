/*
 * A calibration written by a stranger, and partner files after it: it ends in faults with
 * places, or partners are judged under it. The ratings of the partner files are calibrated; what
 * comes of it depends on no order, and is a calibration again.
 */
#include "card.h"
#include "partner/calibrate.h"
#include "partner/calibration.h"

#define PARTNERS_MOST 5

static const char policy_text[] = "policy: test\ncalibration: input.yaml\nmin_coverage: 1%\n";

static const char partner_text[] =
	"partner: acme\n"
	"name: Acme\n"
	"kind: vendor\n"
	"people: [{id: li, side: partner}]\n"
	"ratings:\n"
	"- {date: 2026-06-30, by: dana, scores: {value: 2, support: 3.5}, evidence: [a.txt]}\n"
	"- {date: 2026-01-05, by: omar, scores: {value: 4.5, cost: 1}}\n"
	"- {date: 2026-05-05, by: li, of: us, scores: {value: 3}}\n";

static struct policy_file *read_policy(struct arena *arena, const struct policy_file *base)
{
	struct policy_file *file = ARENA_NEW(arena, struct policy_file);

	file->path = "policy.yaml";
	file->digest = "";
	file->faults.arena = arena;
	PROMISE(read_first(arena, policy_text, sizeof(policy_text) - 1, &policy_record, &file->own,
		&file->faults));
	file->policy = file->own;
	file->policy.rules = base->policy.rules;
	rules_merge(arena, &file->policy.rules, &file->own.rules);
	return file;
}

/* The policy under a calibration, as a source reads them; NULL when that has faults. */
static const struct policy_file *under(struct arena *arena, const struct policy_file *base,
	const struct yaml_node *root, const struct diag_list *faults)
{
	const struct record *raters = record_field(&calibration_record, "raters", 6)->record;
	struct calibration_file *file = ARENA_NEW(arena, struct calibration_file);
	struct decoder decoder = {.arena = arena, .faults = &file->faults, .path = "input.yaml"};
	struct policy_file *policy = read_policy(arena, base);

	*file = (struct calibration_file){
		.name = "input.yaml", .path = "input.yaml", .digest = "", .faults = *faults};
	decode_record(&decoder, &calibration_record, root, &file->calibration);
	index_init(&file->raters, arena, raters, &file->calibration.raters.list, NULL, NULL);
	policy->calibrations = file;
	policy->n_calibrations = 1;
	check_policy(policy, arena);
	PROMISE(!policy->faults.errors);
	promise_faults(&file->faults);
	return root->kind == YAML_MAP && !root->faulty && !file->faults.errors ? policy : NULL;
}

static struct partner *decode_partner(struct arena *arena, const struct yaml_node *root)
{
	struct diag_list faults = {.arena = arena};
	struct decoder decoder = {.arena = arena, .faults = &faults, .path = "input.yaml"};
	struct partner *partner = ARENA_NEW(arena, struct partner);

	decode_record(&decoder, &partner_record, root, partner);
	promise_faults(&faults);
	return root->kind == YAML_MAP && !root->faulty && !faults.errors ? partner : NULL;
}

static void promise_result(const struct calibration_result *result)
{
	PROMISE(result->ratings >= result->cells && result->df >= 0);
	PROMISE(isnan(result->sigma) || (result->sigma >= 0 && result->sigma <= 4));
	for (size_t i = 0; i < result->raters.n; i++) {
		const struct offset_result *row = ITEM(struct offset_result, result->raters, i);

		PROMISE(row->offset >= -4 && row->offset <= 4 && row->ratings > 0);
		PROMISE(row->reliability >= -1e-9 && row->reliability <= 1 + 1e-9);
		PROMISE(isnan(row->se) == isnan(result->sigma) && !(row->se < 0));
	}
	for (size_t i = 0; i < result->agreement.n; i++)
		PROMISE(!isinf(ITEM(struct agreement_result, result->agreement, i)->alpha));
	PROMISE(result->bridges.n + 1 >= result->groups.n);
}

/* The calibration of the partners, from the last to the first or from the first to the last. */
static void fit(struct arena *arena, const struct policy_file *policy,
	struct partner *const *partners, size_t n, bool backwards, struct buffer *text)
{
	struct collection *collection = collection_new();
	struct calibration_result result;
	struct buffer line = {0};

	for (size_t i = 0; i < n; i++) {
		size_t k = backwards ? n - 1 - i : i;
		struct rules rules;

		policy_rules_for(arena, &policy->policy, partners[k], &rules);
		collect_document(collection, partners[k], &rules, "input.yaml", (uint32_t)k + 1,
			DAY_WITHIN, arena);
	}
	calibrate(collection, &policy->policy, DAY_WITHIN, arena, &result);
	promise_result(&result);
	calibration_put_yaml(text, &result);
	write_json_line(&line, &calibration_result_record, &result);
	promise_harmless(text);
	promise_harmless(&line);
	buffer_free(&line);
	collection_free(collection);
}

/* What has been computed is read back without a fault, and serves. */
static const struct policy_file *refit(struct arena *arena, const struct policy_file *base,
	struct partner *const *partners, size_t n)
{
	const struct policy_file *policy;
	struct buffer once = {0}, twice = {0};
	struct diag_list faults = {.arena = arena};
	struct yaml_stream *stream;
	const struct yaml_node *root;
	const char *copy;

	fit(arena, base, partners, n, false, &once);
	fit(arena, base, partners, n, true, &twice);
	PROMISE(once.length == twice.length && !memcmp(once.data, twice.data, once.length));
	copy = arena_copy(arena, once.data, once.length);
	stream = yaml_open(arena, "input.yaml", copy, once.length, &faults);
	PROMISE(yaml_next(stream, &root) == YAML_DOCUMENT);
	policy = under(arena, base, root, &faults);
	PROMISE(policy);
	yaml_close(stream);
	buffer_free(&once);
	buffer_free(&twice);
	return policy;
}

/* Ours, from both sides and at all ends of a quarter. */
static void judge_first(
	struct arena *arena, const struct policy_file *policy, struct partner *partner)
{
	struct source source = source_of(arena, policy, partner, 1);

	promise_cards(&source, DAY_WITHIN, false);
}

/* Theirs. */
static void judge_others(struct arena *arena, const struct policy_file *policy,
	struct partner *const *partners, size_t n)
{
	const struct card_request brief = {.as_of = DAY_WITHIN};

	for (size_t i = 1; i < n; i++) {
		struct source source = source_of(arena, policy, partners[i], (uint32_t)i + 1);

		promise_card(
			&source, &brief, partner_is_self(partners[i]) ? SIDE_US : SIDE_PARTNER);
	}
}

/* The partners that follow, and one of ours. */
static size_t read_partners(
	struct arena *arena, struct yaml_stream *stream, struct partner **partners)
{
	struct diag_list faults = {.arena = arena};
	const struct yaml_node *root;
	size_t n = 0;

	partners[n] = ARENA_NEW(arena, struct partner);
	PROMISE(read_first(arena, partner_text, sizeof(partner_text) - 1, &partner_record,
		partners[n++], &faults));
	PROMISE(!faults.n);
	while (n < PARTNERS_MOST && yaml_next(stream, &root) == YAML_DOCUMENT) {
		partners[n] = decode_partner(arena, root);
		n += partners[n] != NULL;
	}
	return n;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct arena forever;
	static const struct policy_file *base;
	struct arena arena = {0};
	struct diag_list faults = {.arena = &arena};
	struct yaml_stream *stream =
		yaml_open(&arena, "input.yaml", (const char *)data, size, &faults);
	struct partner *partners[PARTNERS_MOST];
	const struct policy_file *policy;
	const struct yaml_node *root;
	size_t n;

	if (!base)
		base = built_in_policy(&forever);
	if (yaml_next(stream, &root) == YAML_DOCUMENT) {
		policy = under(&arena, base, root, &faults);
		n = read_partners(&arena, stream, partners);
		if (policy)
			judge_first(&arena, policy, partners[0]);
		policy = refit(&arena, base, partners, n);
		judge_others(&arena, policy, partners, n);
	}
	promise_faults(&faults);
	yaml_close(stream);
	arena_free(&arena);
	return 0;
}
