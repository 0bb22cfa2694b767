#include <ctype.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "decoded.h"
#include "partner/policy.h"
#include "partner/signs.h"

static struct policy *policy_of(struct arena *arena, const char *text)
{
	return decoded(arena, &policy_record, text);
}

static struct policy *built_in(struct arena *arena)
{
	return policy_of(arena, default_policy_yaml);
}

static const char *printed(struct arena *arena, const struct policy *policy)
{
	struct buffer buffer = {0};
	char *text;

	policy_put_yaml(&buffer, policy);
	text = arena_copy(arena, buffer.data, buffer.length);
	buffer_free(&buffer);
	return text;
}

/* ---- the built-in policy ---- */

static void sets_what_needs_a_value(void **state)
{
	struct arena arena = {0};
	const struct rules *rules = &built_in(&arena)->rules;

	(void)state;
	assert_int_equal(rules->window.duration.count, 12);
	assert_int_equal(rules->window.duration.unit, DURATION_MONTHS);
	assert_int_equal(rules->half_life.duration.count, 180);
	assert_true(fabs(rules->confidence.value - 0.95) < 1e-12);
	assert_true(fabs(rules->min_coverage.value - 0.5) < 1e-12);
	assert_true(fabs(rules->unevidenced_weight.value - 0.5) < 1e-12);
	assert_true(fabs(rules->lambda.value - 3) < 1e-12);
	assert_true(HAS(rules->grace) && HAS(rules->renewal_window));
	assert_int_equal(rules->standing.talk_warnings.value, 5);
	arena_free(&arena);
}

static void leaves_open_what_is_the_users(void **state)
{
	struct arena arena = {0};
	const struct policy *policy = built_in(&arena);

	(void)state;
	assert_true(ABSENT(policy->rules.calibration) && ABSENT(policy->rules.currency));
	assert_true(ABSENT(policy->rules.discount_rate) && ABSENT(policy->rules.rates.list));
	assert_true(ABSENT(policy->overrides.list) && ABSENT(policy->rules.exit.holidays.list));
	arena_free(&arena);
}

static void grades_from_the_best_down_to_zero(void **state)
{
	struct arena arena = {0};
	const struct rules *rules = &built_in(&arena)->rules;
	double above = 101;

	(void)state;
	assert_int_equal(rules->grades.list.n, 5);
	EACH (struct grade_band, band, rules->grades) {
		assert_true(band->from.value < above);
		above = band->from.value;
	}
	assert_true(above >= 0 && above <= 0);
	arena_free(&arena);
}

static void weighs_criteria_to_a_whole(void **state)
{
	struct arena arena = {0};
	const struct rules *rules = &built_in(&arena)->rules;
	double sum = 0;

	(void)state;
	EACH (struct criterion, criterion, rules->criteria) {
		assert_true(criterion->weight.percent);
		assert_true(ABSENT(criterion->kinds.list));
		sum += criterion->weight.value;
	}
	assert_int_equal(rules->criteria.list.n, 7);
	assert_true(fabs(sum - 1) < 1e-12);
	arena_free(&arena);
}

static void scales_every_measure_and_asks_the_panel_everywhere(void **state)
{
	struct arena arena = {0};
	const struct rules *rules = &built_in(&arena)->rules;
	size_t panels = 0, measures = 0;

	(void)state;
	EACH (struct criterion, criterion, rules->criteria) {
		EACH (struct policy_measure, measure, criterion->measures) {
			assert_true(measure->scale.list.n >= 2);
			panels += strcmp(measure->measure.text, "panel") == 0;
			measures++;
		}
	}
	assert_int_equal(panels, 7);
	assert_int_equal(measures, 7 + 16);
	arena_free(&arena);
}

static void demands_all_of_strategic_partners_only(void **state)
{
	struct arena arena = {0};
	const struct completeness *completeness = &built_in(&arena)->rules.completeness;

	(void)state;
	assert_int_equal(completeness->strategic.list.n, ITEM_DOCUMENTS + 1);
	assert_int_equal(completeness->preferred.list.n, 6);
	assert_int_equal(completeness->approved.list.n, 0);
	assert_true(HAS(completeness->trial.list));
	arena_free(&arena);
}

/* ---- the catalogue of signs ---- */

static void names_each_sign_once(void **state)
{
	size_t n;
	const struct sign_info *signs = sign_catalogue(&n);

	(void)state;
	assert_int_equal(n, 36);
	for (size_t i = 0; i < n; i++) {
		size_t length = strlen(signs[i].doc);

		assert_ptr_equal(sign_find(signs[i].id), &signs[i]);
		assert_true(islower((unsigned char)signs[i].doc[0]) && length < 90);
		assert_true(signs[i].doc[length - 1] != '.');
		assert_true(strchr("VWELT", signs[i].source[0]) && isdigit(signs[i].source[1]));
	}
	assert_string_equal(signs[n - 1].id, "document-expired");
	assert_null(sign_find("no-such-sign"));
}

static bool has_parameter(const struct sign_info *sign, const char *name)
{
	for (size_t i = 0; sign->parameters[i]; i++) {
		if (strcmp(sign->parameters[i], name) == 0)
			return true;
	}
	return false;
}

/* The rule gives the sign's parameters, all of them and no others. */
static void check_parameters(const struct sign_rule *rule, const struct sign_info *sign)
{
	const struct record *record = record_field(&rules_record, "signs", 5)->record;
	size_t given = 0, known = 0;

	for (size_t i = 0; i < record->n; i++) {
		const struct field *field = &record->fields[i];
		const struct leaf *leaf = field_at(rule, field);

		if (!strcmp(field->name, "sign") || !strcmp(field->name, "level"))
			continue;
		if (has_parameter(sign, field->name) != (leaf->state == LEAF_SOUND))
			fail_msg("parameter %s of %s", field->name, sign->id);
		given += leaf->state == LEAF_SOUND;
	}
	while (sign->parameters[known])
		known++;
	assert_int_equal(given, known);
}

static void says_of_each_sign_what_the_catalogue_says(void **state)
{
	struct arena arena = {0};
	const struct rules *rules = &built_in(&arena)->rules;
	size_t n, i = 0;
	const struct sign_info *signs = sign_catalogue(&n);

	(void)state;
	assert_int_equal(rules->signs.list.n, n);
	EACH (struct sign_rule, rule, rules->signs) {
		assert_string_equal(rule->sign.text, signs[i].id);
		assert_int_equal(rule->level.value, signs[i].level);
		check_parameters(rule, &signs[i++]);
	}
	arena_free(&arena);
}

/* ---- as YAML ---- */

static const char full_policy[] =
	"policy: full\n"
	"window: 12mo\n"
	"half_life: 26w\n"
	"confidence: 99.5%\n"
	"min_coverage: 7%\n"
	"grace: 1y\n"
	"unevidenced_weight: 0.285714\n"
	"calibration: bias/2026 Q1.yaml\n"
	"lambda: 2.75\n"
	"discount_rate: 0%\n"
	"currency: USD\n"
	"rates: [{currency: EUR, rate: 1.0845, on: 2026-11-01, note: 'central bank: noon'}]\n"
	"renewal_window: 10bd\n"
	"grades: [{grade: A+, from: 62.5, note: \"#1\"}, {grade: '-', from: 0}]\n"
	"criteria:\n"
	"  - id: support\n"
	"    title: \"Hours of need: \\\"night\\\" \\\\ day\\u2028\"\n"
	"    weight: 33.3%\n"
	"    weight_low: 0%\n"
	"    weight_high: 100%\n"
	"    kinds: [vendor, technology]\n"
	"    note: ' leading and trailing '\n"
	"    measures:\n"
	"      - {measure: metric:uptime, weight: 0.1, aggregate: recency, note: '',\n"
	"         scale: [[-99.999, 0], [0.000001, 80], [123456789.5, 100]]}\n"
	"  - {id: other, weight: 2, measures: []}\n"
	"signs:\n"
	"  - {sign: halo, level: off, n: 1, count: 2, ratio: 3.5, p: 0.05, below: 1, behind: 2,\n"
	"     fall: 3, sd: 1.2, gap: 4, width: 5, coverage: 75%, age: 2y, stale: 12mo,\n"
	"     ahead: 6mo, tested: 1d, silence: 2d, answer: 3d, after: 4h, overdue: 30min,\n"
	"     within: 5d, warn: 6d, critical: 7d, note: true}\n"
	"standing: {exit_below: 40, talk_below: 55, talk_warnings: 5, patience: 90d, note: no}\n"
	"completeness: {strategic: [plan, service_levels], preferred: [], approved: [exit],\n"
	"               trial: [goals], note: enough}\n"
	"exit:\n"
	"  templates: [{kind: services, task: gate, title: \"Décider\", takes: 90d,\n"
	"               after: [baseline], note: null}]\n"
	"  holidays: [2026-12-25, 2027-01-01]\n"
	"  note: ~\n"
	"overrides:\n"
	"  - {kind: vendor, tier: trial, partner: acme, min_coverage: 20%, note: small}\n"
	"  - {}\n"
	"note: end\n";

/* Every row is written in `object`; of a list its first item is looked at. */
static void check_full(const struct record *record, const void *object)
{
	for (size_t i = 0; i < record->n; i++) {
		const struct field *field = &record->fields[i];
		const void *value = field_at(object, field);

		if (((const struct leaf *)value)->state != LEAF_SOUND)
			fail_msg("%s.%s is not in the full policy", record->name, field->name);
		if (field->kind == KIND_RECORDS)
			value = ((const struct list *)value)->items;
		if (field->record && strcmp(field->record->name, "override") != 0)
			check_full(field->record, value);
	}
}

static void prints_every_field_so_that_it_reads_back(void **state)
{
	struct arena arena = {0};
	const struct policy *policy = policy_of(&arena, full_policy), *again;
	const char *text = printed(&arena, policy);

	(void)state;
	check_full(&policy_record, policy);
	again = policy_of(&arena, text);
	check_full(&policy_record, again);
	assert_string_equal(printed(&arena, again), text);
	arena_free(&arena);
}

static void prints_the_built_in_policy_so_that_it_reads_back(void **state)
{
	struct arena arena = {0};
	const char *text = printed(&arena, built_in(&arena));

	(void)state;
	assert_string_equal(printed(&arena, policy_of(&arena, text)), text);
	arena_free(&arena);
}

static void assert_prints(const char *line, const char *expected)
{
	struct arena arena = {0};
	const char *text = arena_printf(&arena, "policy: x\n%s\n", line);

	expected = arena_printf(&arena, "policy: x\n%s\n", expected);
	assert_string_equal(printed(&arena, policy_of(&arena, text)), expected);
	arena_free(&arena);
}

static void prints_values_as_people_write_them(void **state)
{
	(void)state;
	assert_prints("min_coverage: 0.07", "min_coverage: 7%");
	assert_prints("min_coverage: 0.285714", "min_coverage: 28.5714%");
	assert_prints("min_coverage: 1", "min_coverage: 100%");
	assert_prints("min_coverage: 0.0", "min_coverage: 0%");
	assert_prints("min_coverage: 0.005", "min_coverage: 0.5%");
	assert_prints("lambda: 0.10", "lambda: 0.1");
	assert_prints("lambda: 3.00", "lambda: 3");
	assert_prints("window: 12mo", "window: 12mo");
	assert_prints("calibration: a - b (c).yaml", "calibration: a - b (c).yaml");
	assert_prints("standing: {}", "\nstanding: {}");
	assert_prints("criteria: []", "\ncriteria: []");
	assert_prints(
		"signs: [{sign: halo, level: off}]", "\nsigns:\n  - {sign: halo, level: off}");
}

static void quotes_what_could_be_read_as_something_else(void **state)
{
	(void)state;
	assert_prints("note: ''", "note: \"\"");
	assert_prints("note: 'a: b'", "note: \"a: b\"");
	assert_prints("note: 'a:'", "note: \"a:\"");
	assert_prints("note: a:b", "note: a:b");
	assert_prints("note: 'a #b'", "note: \"a #b\"");
	assert_prints("note: '- a'", "note: \"- a\"");
	assert_prints("note: 'a, b'", "note: \"a, b\"");
	assert_prints("note: 'a '", "note: \"a \"");
	assert_prints("note: '\"'", "note: \"\\\"\"");
	assert_prints("note: 'a\\b'", "note: \"a\\\\b\"");
	assert_prints("note: \"a\\nb\\u0085\\uFEFF\"", "note: \"a\\u000Ab\\u0085\\uFEFF\"");
	assert_prints("note: \"\\u2028\\u2029\"", "note: \"\\u2028\\u2029\"");
	assert_prints("note: \"\\u00e9\"", "note: \"é\"");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sets_what_needs_a_value),
		cmocka_unit_test(leaves_open_what_is_the_users),
		cmocka_unit_test(grades_from_the_best_down_to_zero),
		cmocka_unit_test(weighs_criteria_to_a_whole),
		cmocka_unit_test(scales_every_measure_and_asks_the_panel_everywhere),
		cmocka_unit_test(demands_all_of_strategic_partners_only),
		cmocka_unit_test(names_each_sign_once),
		cmocka_unit_test(says_of_each_sign_what_the_catalogue_says),
		cmocka_unit_test(prints_every_field_so_that_it_reads_back),
		cmocka_unit_test(prints_the_built_in_policy_so_that_it_reads_back),
		cmocka_unit_test(prints_values_as_people_write_them),
		cmocka_unit_test(quotes_what_could_be_read_as_something_else),
	};

	return cmocka_run_group_tests_name("policy", tests, NULL, NULL);
}
