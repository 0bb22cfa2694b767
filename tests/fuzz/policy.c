/*
 * A policy written by a stranger: it ends in faults with places, or it can be merged into the
 * built-in one, printed, read back to the same, and partners can be judged by it.
 */
#include "card.h"

static const char partner_text[] =
	"partner: acme\n"
	"name: Acme\n"
	"kind: vendor\n"
	"tier: trial\n"
	"since: 2024-01-01\n"
	"cadence: 1mo\n"
	"contract: {start: 2025-01-01, end: 2025-12-31, renewal: auto, renewal_term: 1y,\n"
	"  notice: {period: 10bd}}\n"
	"goals: [{id: g, start: 2026-01-01, due: 2026-12-31, target: 3,\n"
	"  observations: [{date: 2026-05-01, value: 1}]}]\n"
	"milestones: [{id: m, due: 2026-03-01, penalty: 5.00 EUR}]\n"
	"incidents: [{id: i, severity: 1, cause: both, opened: 2026-02-01, ownership: partly}]\n"
	"touchpoints: [{date: 2026-01-05, initiated_by: partner},\n"
	"  {date: 2025-10-06, initiated_by: partner}, {date: 2025-10-14, initiated_by: partner},\n"
	"  {date: 2025-11-04, initiated_by: us}, {date: 2025-11-11, initiated_by: partner},\n"
	"  {date: 2025-11-18, initiated_by: partner}, {date: 2025-12-02, initiated_by: partner}]\n"
	"exchanges: [{date: 2026-01-05, direction: given, value: 3.00 EUR},\n"
	"  {date: 2026-02-05, direction: received, value: 2.00 USD}]\n"
	"costs: [{kind: other, from: 2026-01-01, forecast: 5.00 EUR, actual: 6.00 USD}]\n"
	"ratings: [{date: 2026-01-05, by: dana, scores: {value: 2, support: 3.5, a: 4}},\n"
	"  {date: 2025-11-05, by: li, scores: {value: 5, support: 3}},\n"
	"  {date: 2026-02-05, by: dana, of: us, scores: {value: 3}}]\n"
	"metrics: [{id: a, observations: [{date: 2026-01-05, value: 3}]}]\n"
	"conversations: [{date: 2025-11-05, kind: recovery, said: [no-plan]}]\n"
	"exceptions: [{mute: no-problem, reason: known, by: dana, until: 2026-12-31}]\n"
	"disputes: [{record: incident:i, by: partner, on: 2026-03-01, reason: no}]\n"
	"documents: [{id: d, kind: nda, issued: 2024-01-01, expires: 2026-01-01}]\n";

/* As a source reads it: its own words, merged into the built-in policy. */
static struct policy_file *read_policy(
	struct arena *arena, const struct policy_file *base, const char *text, size_t length)
{
	struct policy_file *file = ARENA_NEW(arena, struct policy_file);

	file->path = "input.yaml";
	file->digest = "";
	file->faults.arena = arena;
	if (!read_first(arena, text, length, &policy_record, &file->own, &file->faults)) {
		promise_faults(&file->faults);
		return NULL;
	}
	file->policy = file->own;
	file->policy.rules = base->policy.rules;
	rules_merge(arena, &file->policy.rules, &file->own.rules);
	check_policy(file, arena);
	promise_faults(&file->faults);
	return file->faults.errors ? NULL : file;
}

static void use(struct arena *arena, const struct policy_file *file, bool robustness)
{
	struct diag_list faults = {.arena = arena};
	struct partner partner = {0};
	struct source source = source_of(arena, file, &partner, 1);
	struct rules rules;
	struct view view;
	struct score score;

	PROMISE(read_first(
		arena, partner_text, sizeof(partner_text) - 1, &partner_record, &partner, &faults));
	PROMISE(!faults.errors);
	policy_rules_for(arena, &file->policy, &partner, &rules);
	view_init(&view, arena, &partner, &rules, NULL, DAY_WITHIN, SIDE_PARTNER);
	score_take(&score, arena, &view, true);
	promise_score(&score);
	promise_cards(&source, DAY_WITHIN, robustness);
}

/* What is printed is a sound policy, and prints the same again. */
static void read_back(
	struct arena *arena, const struct policy_file *base, const struct policy *policy)
{
	struct buffer once = {0}, twice = {0};
	const struct policy_file *file;

	policy_put_yaml(&once, policy);
	promise_harmless(&once);
	file = read_policy(arena, base, once.data, once.length);
	PROMISE(file && !file->faults.errors);
	policy_put_yaml(&twice, &file->policy);
	PROMISE(once.length == twice.length && !memcmp(once.data, twice.data, once.length));
	use(arena, file, false);
	buffer_free(&once);
	buffer_free(&twice);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct arena forever;
	static const struct policy_file *base;
	struct arena arena = {0};
	const struct policy_file *file;

	if (!base)
		base = built_in_policy(&forever);
	file = read_policy(&arena, base, (const char *)data, size);
	if (file) {
		use(&arena, file, size % 16 == 0);
		read_back(&arena, base, &file->policy);
	}
	arena_free(&arena);
	return 0;
}
