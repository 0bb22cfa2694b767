#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "decoded.h"
#include "partner/policy.h"
#include "partner/exit_templates.h"

/* Merges one policy text over another and prints the result. */
static const char *merged(struct arena *arena, const char *base_text, const char *over_text)
{
	struct policy *base =
		decoded(arena, &policy_record, arena_printf(arena, "policy: x\n%s\n", base_text));
	const struct policy *over =
		decoded(arena, &policy_record, arena_printf(arena, "policy: y\n%s\n", over_text));
	struct buffer buffer = {0};
	char *text;

	rules_merge(arena, &base->rules, &over->rules);
	policy_put_yaml(&buffer, base);
	text = arena_copy(arena, buffer.data, buffer.length);
	buffer_free(&buffer);
	return text;
}

static void assert_merges(const char *base, const char *over, const char *expected)
{
	struct arena arena = {0};
	const char *same = merged(&arena, expected, "note: nothing");

	assert_string_equal(merged(&arena, base, over), same);
	arena_free(&arena);
}

static void replaces_scalars_and_keeps_the_others(void **state)
{
	(void)state;
	assert_merges("window: 12mo\nlambda: 3", "window: 6mo\ncurrency: USD",
		"window: 6mo\nlambda: 3\ncurrency: USD");
}

static void replaces_criteria_as_a_whole(void **state)
{
	(void)state;
	assert_merges("criteria: [{id: a, weight: 1, title: A, measures: [{measure: panel}]},"
		      " {id: b, weight: 1, measures: []}]",
		"criteria: [{id: a, weight: 2, measures: []}]",
		"criteria: [{id: a, weight: 2, measures: []}]");
}

static void replaces_grades_as_a_whole(void **state)
{
	(void)state;
	assert_merges("grades: [{grade: A, from: 85, note: good}, {grade: F, from: 0}]",
		"grades: [{grade: A, from: 50}, {grade: B, from: 0}]",
		"grades: [{grade: A, from: 50}, {grade: B, from: 0}]");
}

static void replaces_rates_as_a_whole(void **state)
{
	(void)state;
	assert_merges("rates: [{currency: EUR, rate: 1.1}]", "rates: [{currency: GBP, rate: 1.3}]",
		"rates: [{currency: GBP, rate: 1.3}]");
}

static void replaces_a_list_by_an_empty_one(void **state)
{
	(void)state;
	assert_merges("completeness: {preferred: [plan], trial: [goals]}",
		"completeness: {preferred: []}", "completeness: {preferred: [], trial: [goals]}");
}

static void merges_signs_by_name_and_field(void **state)
{
	(void)state;
	assert_merges("signs: [{sign: a, level: note, count: 2}, {sign: b, level: note}]",
		"signs: [{sign: b, level: off}, {sign: a, count: 3}]",
		"signs: [{sign: a, level: note, count: 3}, {sign: b, level: off}]");
}

static void appends_signs_of_other_names(void **state)
{
	(void)state;
	assert_merges("signs: [{sign: a}]", "signs: [{sign: b, n: 1}, {sign: b, n: 2, count: 3}]",
		"signs: [{sign: a}, {sign: b, n: 2, count: 3}]");
	assert_merges("window: 1y", "signs: [{sign: b}]", "window: 1y\nsigns: [{sign: b}]");
	assert_merges("signs: [{sign: a}]", "signs: []", "signs: [{sign: a}]");
}

static void merges_templates_by_kind_and_task(void **state)
{
	(void)state;
	assert_merges("exit: {templates: [{task: gate, takes: 5d, title: Gate},"
		      " {kind: vendor, task: gate, takes: 6d}]}",
		"exit: {templates: [{kind: vendor, task: gate, after: [a]},"
		" {task: gate, takes: 1d}, {kind: channel, task: gate, takes: 7d}]}",
		"exit: {templates: [{task: gate, takes: 1d, title: Gate},"
		" {kind: vendor, task: gate, takes: 6d, after: [a]},"
		" {kind: channel, task: gate, takes: 7d}]}");
}

static void replaces_holidays_and_keeps_templates(void **state)
{
	(void)state;
	assert_merges("exit: {templates: [{task: gate}], holidays: [2026-12-25], note: a}",
		"exit: {holidays: [2027-12-25]}",
		"exit: {templates: [{task: gate}], holidays: [2027-12-25], note: a}");
}

static void merges_standing_field_by_field(void **state)
{
	(void)state;
	assert_merges("standing: {exit_below: 40, talk_below: 55}",
		"standing: {talk_below: 60, patience: 30d}",
		"standing: {exit_below: 40, talk_below: 60, patience: 30d}");
	assert_merges("window: 1y", "standing: {talk_below: 60}",
		"window: 1y\nstanding: {talk_below: 60}");
}

static void does_not_touch_what_it_merges(void **state)
{
	struct arena arena = {0};
	struct policy *base =
		decoded(&arena, &policy_record, "policy: x\nsigns: [{sign: a, level: note}]\n");
	struct policy *over = decoded(
		&arena, &policy_record, "policy: y\nsigns: [{sign: b}, {sign: a, level: off}]\n");
	struct rules rules = base->rules;

	(void)state;
	rules_merge(&arena, &rules, &over->rules);
	assert_int_equal(LIST_ITEMS(struct sign_rule, rules.signs)[0].level.value, SIGN_OFF);
	assert_int_equal(LIST_ITEMS(struct sign_rule, base->rules.signs)[0].level.value, SIGN_NOTE);
	assert_false(HAS(LIST_ITEMS(struct sign_rule, over->rules.signs)[0].level));
	assert_int_equal(over->rules.signs.list.n, 2);
	arena_free(&arena);
}

static void says_where_a_merged_sign_was_last_written(void **state)
{
	struct arena arena = {0};
	struct policy *base = decoded(
		&arena, &policy_record, "policy: x\nsigns:\n  - {sign: a}\n  - {sign: b}\n");
	struct policy *over = decoded(
		&arena, &policy_record, "policy: y\n\n\n\nsigns:\n  - {sign: b}\n  - {sign: c}\n");
	const struct sign_rule *signs;

	(void)state;
	rules_merge(&arena, &base->rules, &over->rules);
	signs = LIST_ITEMS(struct sign_rule, base->rules.signs);
	assert_int_equal(signs[0].head.leaf.at.line, 3);
	assert_int_equal(signs[1].head.leaf.at.line, 6);
	for (uint32_t i = 0; i < 3; i++)
		assert_int_equal(signs[i].head.place, i + 1);
	arena_free(&arena);
}

/* ---- overrides ---- */

static const char overridden[] = "policy: x\n"
				 "window: 1mo\n"
				 "overrides:\n"
				 "  - {tier: trial, window: 2mo, lambda: 2}\n"
				 "  - {kind: channel, window: 3mo}\n"
				 "  - {kind: channel, tier: strategic, window: 4mo}\n"
				 "  - {partner: acme, tier: approved, window: 5mo}\n";

/* Months of the window for the partner that `fields` describe. */
static int window_for(const char *policy_text, const char *fields)
{
	struct arena arena = {0};
	const struct policy *policy = decoded(&arena, &policy_record, policy_text);
	const struct partner *partner = decoded(&arena, &partner_record, fields);
	struct rules rules;
	int months;

	policy_rules_for(&arena, policy, partner, &rules);
	months = rules.window.duration.count;
	arena_free(&arena);
	return months;
}

static void applies_overrides_of_which_all_matches(void **state)
{
	(void)state;
	assert_int_equal(window_for(overridden, "{partner: b, name: B, kind: vendor}"), 1);
	assert_int_equal(
		window_for(overridden, "{partner: b, name: B, kind: vendor, tier: trial}"), 2);
	assert_int_equal(window_for(overridden, "{partner: b, name: B, kind: channel}"), 3);
	assert_int_equal(
		window_for(overridden, "{partner: b, name: B, kind: vendor, tier: strategic}"), 1);
	assert_int_equal(
		window_for(overridden, "{partner: b, name: B, kind: channel, tier: strategic}"), 4);
	assert_int_equal(
		window_for(overridden, "{partner: acme, name: A, kind: vendor, tier: trial}"), 2);
}

static void applies_overrides_in_the_order_of_the_file(void **state)
{
	(void)state;
	assert_int_equal(
		window_for(overridden, "{partner: b, name: B, kind: channel, tier: trial}"), 3);
}

static void takes_an_absent_tier_for_approved(void **state)
{
	(void)state;
	assert_int_equal(window_for(overridden, "{partner: acme, name: A, kind: vendor}"), 5);
}

static void applies_an_override_that_names_nothing_to_all(void **state)
{
	static const char policy[] = "policy: x\nwindow: 1mo\noverrides: [{window: 9mo}]\n";

	(void)state;
	assert_int_equal(window_for(policy, "{partner: b, name: B, kind: self}"), 9);
}

static void gives_each_partner_rules_of_its_own(void **state)
{
	struct arena arena = {0};
	const struct policy *policy = decoded(&arena, &policy_record,
		"policy: x\nsigns: [{sign: a, n: 1}]\n"
		"overrides: [{kind: vendor, signs: [{sign: a, n: 2}]}]\n");
	const struct partner *vendor =
		decoded(&arena, &partner_record, "{partner: v, name: V, kind: vendor}");
	const struct partner *channel =
		decoded(&arena, &partner_record, "{partner: c, name: C, kind: channel}");
	struct rules first, second;

	(void)state;
	policy_rules_for(&arena, policy, vendor, &first);
	policy_rules_for(&arena, policy, channel, &second);
	assert_int_equal(LIST_ITEMS(struct sign_rule, first.signs)[0].n.value, 2);
	assert_int_equal(LIST_ITEMS(struct sign_rule, second.signs)[0].n.value, 1);
	arena_free(&arena);
}

/* ---- the tasks that templates name ---- */

static void names_each_template_task_once(void **state)
{
	size_t n, of_channels = 0;
	const struct exit_template *tasks = exit_templates(&n);

	(void)state;
	assert_int_equal(n, 25 + 4 + 1);
	assert_string_equal(tasks[0].id, "conversation");
	for (size_t i = 0; i < n; i++) {
		for (size_t j = 0; j < i; j++)
			assert_string_not_equal(tasks[i].id, tasks[j].id);
		assert_true(strlen(tasks[i].title) > 3);
		of_channels += tasks[i].kind && strcmp(tasks[i].kind, "channel") == 0;
	}
	assert_int_equal(of_channels, 4);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(replaces_scalars_and_keeps_the_others),
		cmocka_unit_test(replaces_criteria_as_a_whole),
		cmocka_unit_test(replaces_grades_as_a_whole),
		cmocka_unit_test(replaces_rates_as_a_whole),
		cmocka_unit_test(replaces_a_list_by_an_empty_one),
		cmocka_unit_test(merges_signs_by_name_and_field),
		cmocka_unit_test(appends_signs_of_other_names),
		cmocka_unit_test(merges_templates_by_kind_and_task),
		cmocka_unit_test(replaces_holidays_and_keeps_templates),
		cmocka_unit_test(merges_standing_field_by_field),
		cmocka_unit_test(does_not_touch_what_it_merges),
		cmocka_unit_test(says_where_a_merged_sign_was_last_written),
		cmocka_unit_test(applies_overrides_of_which_all_matches),
		cmocka_unit_test(applies_overrides_in_the_order_of_the_file),
		cmocka_unit_test(takes_an_absent_tier_for_approved),
		cmocka_unit_test(applies_an_override_that_names_nothing_to_all),
		cmocka_unit_test(gives_each_partner_rules_of_its_own),
		cmocka_unit_test(names_each_template_task_once),
	};

	return cmocka_run_group_tests_name("policy_merge", tests, NULL, NULL);
}
