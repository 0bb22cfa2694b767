/* P601 to P605, and P010 in a policy: each fires, and just does not. */
#include "checked.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "partner/measure.h"

/* What is found in `text` after `policy: p`. */
static void finds(const char *text, const char *expected)
{
	struct arena arena = {0};
	const char *found =
		policy_findings(&arena, "policy.yaml", arena_printf(&arena, "policy: p\n%s", text));

	assert_string_equal(found, expected);
	arena_free(&arena);
}

/* Without a single warning it would always be time to talk. */
static void wants_warnings_before_it_is_time_to_talk(void **state)
{
	(void)state;
	finds("standing: {talk_warnings: 1}\n", "");
	finds("standing: {talk_warnings: 0}\n",
		"2:27: error: out of range whole number '0'; 1 or more [P008]\n");
}

#define PANEL "measures: [{measure: panel}]"

static void wants_shares_that_make_a_whole(void **state)
{
	(void)state;
	finds("criteria: [{id: a, weight: 60%, " PANEL "}, {id: b, weight: 39.98%, " PANEL "}]\n",
		"2:1: error: weights sum to '99.98%'; make them 100%, or write plain numbers "
		"[P601]\n");
	finds("criteria: [{id: a, weight: 60%, " PANEL "}, {id: b, weight: 39.99%, " PANEL "}]\n",
		"");
	finds("criteria: [{id: a, weight: 60%, " PANEL "}, {id: b, weight: 40.02%, " PANEL "}]\n",
		"2:1: error: weights sum to '100.02%'; make them 100%, or write plain numbers "
		"[P601]\n");
}

static void wants_weights_written_alike(void **state)
{
	(void)state;
	finds("criteria: [{id: a, weight: 60%, " PANEL "}, {id: b, weight: 2, " PANEL "}]\n",
		"2:80: error: weights sum to '60% and 2'; write all of them as shares, or all as "
		"plain numbers [P601]\n");
	finds("criteria: [{id: a, weight: 60, " PANEL "}, {id: b, weight: 2, " PANEL "}]\n", "");
}

static void wants_no_weight_below_0(void **state)
{
	(void)state;
	finds("criteria: [{id: a, weight: 2, " PANEL "}, {id: b, weight: -1, " PANEL "}]\n",
		"2:78: error: weights sum to '1'; a weight is 0 or more [P601]\n");
	finds("criteria:\n- id: a\n  weight: -1\n  weight_low: -2\n  " PANEL "\n"
	      "- id: b\n  weight: 1\n  weight_low: -0.5\n  weight_high: 0\n  " PANEL "\n",
		"4:11: error: weights sum to '0'; a weight is 0 or more [P601]\n"
		"9:15: error: weights sum to '0'; a weight is 0 or more [P601]\n");
}

static void knows_currencies(void **state)
{
	(void)state;
	finds("currency: USD\n", "");
	finds("currency: USX\n",
		"2:11: error: invalid currency 'USX'; write the three letters of ISO 4217, as in "
		"EUR [P007]\n");
}

static void wants_some_weight(void **state)
{
	(void)state;
	finds("criteria: [{id: a, weight: 0, " PANEL "}]\n",
		"2:1: error: weights sum to '0'; at least one must be more than 0 [P601]\n");
	finds("criteria:\n- id: a\n  weight: 1\n  measures: [{measure: panel, weight: 0}]\n",
		"5:3: error: weights sum to '0'; at least one must be more than 0 [P601]\n");
	finds("criteria:\n- id: a\n  weight: 1\n"
	      "  measures: [{measure: panel, weight: 0}, {measure: voice}]\n",
		"");
}

static void does_not_add_up_what_cannot_be_read(void **state)
{
	(void)state;
	finds("criteria: [{id: a, weight: much, " PANEL "}, {id: b, weight: 20%, " PANEL "}]\n",
		"2:28: error: invalid weight 'much'; write a decimal number, as in 0.85 [P007]\n");
}

#define MEASURE(text) "criteria:\n- id: a\n  weight: 1\n  measures:\n  - " text "\n"

static void wants_scales_that_rise(void **state)
{
	(void)state;
	finds(MEASURE("{measure: voice, scale: [[0, 0], [0, 100]]}"),
		"6:39: error: invalid scale of 'voice'; values must rise from pair to pair "
		"[P602]\n");
	finds(MEASURE("{measure: voice, scale: [[0, 100], [0.1, 0]]}"), "");
	finds(MEASURE("{measure: voice, scale: [[0, 0]]}"),
		"6:22: error: invalid scale of 'voice'; write at least two pairs [P602]\n");
	finds(MEASURE("{measure: voice, scale: [[0, 0], [1, 100.5]]}"),
		"6:39: error: invalid scale of 'voice'; points go from 0 to 100 [P602]\n");
	finds(MEASURE("{measure: \"metric:uptime\"}"),
		"6:6: error: invalid scale of 'metric:uptime'; add scale: a measure of your own "
		"has no default [P602]\n");
}

static void knows_measures_signs_and_parameters(void **state)
{
	(void)state;
	finds(MEASURE("{measure: voise}"),
		"6:15: error: unknown measure 'voise'; did you mean 'voice' [P603]\n");
	finds("signs: [{sign: haloo, level: off}]\n",
		"2:16: error: unknown sign 'haloo'; did you mean 'halo' [P603]\n");
	finds("signs: [{sign: halo, level: off, count: 3}]\n",
		"2:41: error: unknown parameter 'count'; halo has none [P603]\n");
	finds("signs: [{sign: captive, ahead: 3mo}]\n",
		"2:32: error: unknown parameter 'ahead'; captive has tested, fall [P603]\n");
	finds("signs: [{sign: captive, tested: 3mo, note: n}]\n", "");
}

static void wants_grades_that_fall_to_zero(void **state)
{
	(void)state;
	finds("grades: [{grade: A, from: 50}, {grade: B, from: 50}, {grade: C, from: 0}]\n",
		"2:49: error: invalid grades 'B'; each must begin below the one before [P604]\n");
	finds("grades: [{grade: A, from: 50}, {grade: B, from: 1}]\n",
		"2:49: error: invalid grades 'B'; the last must begin at 0 [P604]\n");
	finds("grades: [{grade: A, from: 50}, {grade: B, from: 0}]\n", "");
	finds("grades: []\n", "2:1: error: invalid grades '[]'; write at least one [P604]\n");
}

static void names_a_hundred_calibrations_at_most(void **state)
{
	(void)state;
	/* none was read for it */
	finds("calibration: hundred-and-first.yaml\n",
		"2:14: error: missing calibration 'hundred-and-first.yaml'; a policy names 100 of "
		"them at most [P605]\n");
}

static void blames_the_calibration_that_is_missing(void **state)
{
	struct checked checked;
	struct calibration_file files[] = {
		{.name = "gone.yaml", .error = ENOENT}, {.name = "there.yaml"}};

	(void)state;
	checked_init(&checked, "acme.yaml", "partner: acme\n",
		"policy: p\ncalibration: gone.yaml\noverrides:\n"
		"- {tier: trial, calibration: there.yaml}\n"
		"- {kind: vendor, calibration: gone.yaml}\n",
		NULL);
	files[0].faults.arena = files[1].faults.arena = &checked.arena;
	checked.policy.calibrations = files;
	checked.policy.n_calibrations = COUNT_OF(files);
	check_policy(&checked.policy, &checked.arena);
	assert_int_equal(checked.policy.faults.n + files[1].faults.n, 0);
	assert_true(files[0].faults.errors && files[0].faults.n == 2);
	assert_int_equal(files[0].faults.items[0].at.line, 2);
	assert_string_equal(files[0].faults.items[1].path, "policy.yaml");
	assert_string_equal(files[0].faults.items[1].pointer, "/overrides/1/calibration");
	arena_free(&checked.arena);
}

static void finds_ids_twice(void **state)
{
	(void)state;
	finds("criteria: [{id: a, weight: 1, " PANEL "}, {id: a, weight: 1, " PANEL "}]\n",
		"2:67: error: duplicate criterion 'a'; first at policy.yaml:2 [P010]\n");
}

static void looks_into_overrides(void **state)
{
	(void)state;
	finds("overrides:\n- tier: trial\n  grades: [{grade: A, from: 5}]\n",
		"4:29: error: invalid grades 'A'; the last must begin at 0 [P604]\n");
}

static void points_at_the_fault(void **state)
{
	struct arena arena = {0};
	struct checked checked;

	(void)state;
	checked_init(&checked, "acme.yaml", "partner: acme\n",
		"policy: p\noverrides:\n- tier: trial\n"
		"  criteria:\n  - id: a\n    weight: 1\n    measures:\n"
		"    - {measure: voice, scale: [[1, 0], [0, 1]]}\n",
		NULL);
	check_policy(&checked.policy, &checked.arena);
	assert_int_equal(checked.policy.faults.n, 1);
	assert_string_equal(checked.policy.faults.items[0].pointer,
		"/overrides/0/criteria/0/measures/0/scale/1");
	arena_free(&checked.arena);
	arena_free(&arena);
}

static const struct policy_measure *first_measure(const struct policy *policy)
{
	const struct criterion *criterion = LIST_ITEMS(struct criterion, policy->rules.criteria);

	return LIST_ITEMS(struct policy_measure, criterion->measures);
}

static void fills_in_scales(void **state)
{
	static const char text[] = "policy: p\n" MEASURE("{measure: voice}");
	struct checked checked;

	(void)state;
	checked_init(&checked, "acme.yaml", "partner: acme\n", text, NULL);
	assert_int_equal(first_measure(&checked.policy.policy)->scale.list.n, 0);
	check_policy(&checked.policy, &checked.arena);
	assert_int_equal(first_measure(&checked.policy.policy)->scale.list.n, 2);
	arena_free(&checked.arena);
}

static void is_silent_about_the_built_in_policy(void **state)
{
	struct arena arena = {0};

	(void)state;
	assert_string_equal(policy_findings(&arena, "policy.yaml", default_policy_yaml), "");
	arena_free(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(wants_warnings_before_it_is_time_to_talk),
		cmocka_unit_test(wants_shares_that_make_a_whole),
		cmocka_unit_test(wants_weights_written_alike),
		cmocka_unit_test(wants_no_weight_below_0),
		cmocka_unit_test(knows_currencies),
		cmocka_unit_test(wants_some_weight),
		cmocka_unit_test(does_not_add_up_what_cannot_be_read),
		cmocka_unit_test(wants_scales_that_rise),
		cmocka_unit_test(knows_measures_signs_and_parameters),
		cmocka_unit_test(wants_grades_that_fall_to_zero),
		cmocka_unit_test(names_a_hundred_calibrations_at_most),
		cmocka_unit_test(blames_the_calibration_that_is_missing),
		cmocka_unit_test(finds_ids_twice),
		cmocka_unit_test(looks_into_overrides),
		cmocka_unit_test(points_at_the_fault),
		cmocka_unit_test(fills_in_scales),
		cmocka_unit_test(is_silent_about_the_built_in_policy),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
