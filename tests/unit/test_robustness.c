/* What other weights and measures make of a grade. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include <cmocka.h>

#include "figures.h"

/* ---- grades ---- */

static void every_grade_of_the_policy_has_a_share(void **state)
{
	static const char *const names[] = {"A", "B", "C", "D", "F"};
	static const struct figure figures[] = {{"a", 90, "2"}, {"b", 20, "1"}};
	struct figures_of of;
	double sum = 0;

	(void)state;
	OPEN(&of, "", figures);
	assert_int_equal(of.robustness.draws, 10000);
	assert_int_equal(of.robustness.seed, 1);
	assert_int_equal(of.robustness.n_grades, COUNT_OF(names));
	for (size_t i = 0; i < COUNT_OF(names); i++) {
		assert_string_equal(of.robustness.grades[i].name, names[i]);
		sum += of.robustness.grades[i].share;
	}
	assert_within(sum, 1, 1e-12);
	scene_close(&of.scene);
}

static void equal_and_exact_criteria_keep_their_grade(void **state)
{
	static const struct figure free[] = {{"a", 85, "2"}, {"b", 85, "1"}, {"c", 85, "7"}};
	static const struct figure bound[] = {
		{"a", 85, "2, weight_low: 1"}, {"b", 85, "1"}, {"c", 85, "7, weight_high: 9"}};
	struct figures_of of;

	(void)state;
	OPEN(&of, "", free);
	assert_true(share(&of, "A") == 1);
	assert_within(of.robustness.range.low, 85, 1e-9);
	assert_within(of.robustness.range.high, 85, 1e-9);
	scene_close(&of.scene);
	OPEN(&of, "", bound);
	assert_true(share(&of, "A") == 1);
	scene_close(&of.scene);
}

static void a_single_criterion_has_no_weight_to_draw(void **state)
{
	static const struct figure figures[] = {{"a", 60, "1, weight_low: 0.5, weight_high: 1"}};
	struct figures_of of;

	(void)state;
	OPEN(&of, "", figures);
	assert_true(share(&of, "C") == 1);
	assert_true(of.robustness.range.low == 60 && of.robustness.range.high == 60);
	scene_close(&of.scene);
}

/* ---- measures ---- */

/* One criterion, its measure anywhere from 40 to 90. */
static void points_are_uniform_within_their_interval(void **state)
{
	static const struct figure figures[] = {{"a", 60, "1"}};
	struct figures_of of;

	(void)state;
	open_figures(&of, "", figures, 1);
	of.score.criteria[0].measures[0].points_range = (struct interval){40, 90};
	take_robustness(&of, "acme");
	assert_within(share(&of, "A"), 0.1, CHANCE);
	assert_within(share(&of, "B"), 0.3, CHANCE);
	assert_within(share(&of, "C"), 0.3, CHANCE);
	assert_within(share(&of, "D"), 0.3, CHANCE);
	assert_true(share(&of, "F") == 0);
	assert_true(of.robustness.range.low == 60 && of.robustness.range.high == 60);
	scene_close(&of.scene);
}

/* A panel without evidence weighs half: (0·1 + 100·½) / 1½ = 33.3, not 50. */
static void measures_weigh_as_in_the_score(void **state)
{
	static const struct measure_row row = {
		.records = "ratings: [{by: ann, date: 2026-06-01, scores: {a: 5}}]\n"
			   "metrics: [{id: m, observations: [{date: 2026-06-01, value: 0}]}]\n",
		.policy = "criteria: [{id: a, weight: 1, measures: [{measure: panel},"
			  " {measure: 'metric:m', scale: [[0, 0], [100, 100]]}]}]\n",
	};
	struct figures_of of;

	(void)state;
	scene_open(&of.scene, &row);
	score_take(&of.score, &of.scene.arena, &of.scene.view, true);
	for (size_t k = 0; k < 2; k++) {
		double points = of.score.criteria[0].measures[k].points;

		of.score.criteria[0].measures[k].points_range = (struct interval){points, points};
	}
	take_robustness(&of, "acme");
	assert_within(of.score.score, 100 / 3.0, 1e-9);
	assert_true(share(&of, "F") == 1);
	scene_close(&of.scene);
}

/* ---- reproducible, and fast ---- */

static const struct figure seven[] = {{"a", 82, "20%"}, {"b", 64, "20%"}, {"c", 71, "20%"},
	{"d", 90, "15%"}, {"e", 55, "10%"}, {"f", 40, "10%"}, {"g", 77, "5%"}};
static const struct figure seven_bounded[] = {{"a", 82, "20%, weight_low: 10%, weight_high: 30%"},
	{"b", 64, "20%, weight_low: 10%, weight_high: 30%"},
	{"c", 71, "20%, weight_low: 15%, weight_high: 35%"},
	{"d", 90, "15%, weight_low: 5%, weight_high: 25%"},
	{"e", 55, "10%, weight_low: 5%, weight_high: 15%"},
	{"f", 40, "10%, weight_low: 5%, weight_high: 20%"}, {"g", 77, "5%, weight_high: 10%"}};

static void assert_same(const struct robustness *one, const struct robustness *other)
{
	assert_int_equal(one->n_grades, other->n_grades);
	for (size_t i = 0; i < one->n_grades; i++) {
		assert_string_equal(one->grades[i].name, other->grades[i].name);
		assert_true(one->grades[i].share == other->grades[i].share);
	}
	assert_true(one->range.low == other->range.low);
	assert_true(one->range.high == other->range.high);
}

static void the_same_partner_gets_the_same_result(void **state)
{
	struct figures_of of, again;

	(void)state;
	OPEN(&of, "", seven_bounded);
	OPEN(&again, "", seven_bounded);
	assert_same(&of.robustness, &again.robustness);
	scene_close(&again.scene);
	scene_close(&of.scene);
}

static void every_partner_has_draws_of_its_own(void **state)
{
	struct figures_of of;
	double acme;

	(void)state;
	OPEN(&of, "", seven);
	acme = share(&of, "B");
	take_robustness(&of, "zeta");
	assert_true(share(&of, "B") != acme);
	assert_within(share(&of, "B"), acme, CHANCE);
	scene_close(&of.scene);
}

static void scaling_all_weights_changes_nothing(void **state)
{
	static const struct figure plain[] = {{"a", 90, "3, weight_low: 1, weight_high: 4"},
		{"b", 60, "2, weight_low: 30%"}, {"c", 40, "1"}};
	static const struct figure scaled[] = {{"a", 90, "12, weight_low: 4, weight_high: 16"},
		{"b", 60, "8, weight_low: 30%"}, {"c", 40, "4"}};
	struct figures_of one, other;

	(void)state;
	OPEN(&one, "", plain);
	OPEN(&other, "", scaled);
	assert_same(&one.robustness, &other.robustness);
	scene_close(&other.scene);
	scene_close(&one.scene);
}

/* Other draws, and the same shares but for chance. */
static void the_order_of_criteria_does_not_matter(void **state)
{
	struct figure reversed[COUNT_OF(seven_bounded)];
	struct figures_of one, other;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(reversed); i++)
		reversed[i] = seven_bounded[COUNT_OF(reversed) - 1 - i];
	OPEN(&one, "", seven_bounded);
	OPEN(&other, "", reversed);
	assert_within(share(&one, "B"), share(&other, "B"), CHANCE);
	assert_within(one.robustness.range.low, other.robustness.range.low, 1e-9);
	assert_within(one.robustness.range.high, other.robustness.range.high, 1e-9);
	scene_close(&other.scene);
	scene_close(&one.scene);
}

/* Pinned, so that no machine and no compiler gives other figures unnoticed. */
static void the_figures_are_the_same_everywhere(void **state)
{
	struct figures_of of;

	(void)state;
	OPEN(&of, "", seven);
	assert_true(share(&of, "B") == 0.7551);
	scene_close(&of.scene);
	OPEN(&of, "", seven_bounded);
	assert_true(share(&of, "B") == 0.6599);
	scene_close(&of.scene);
}

/* Of processor time, in milliseconds; the best of some. */
static double time_taken(struct figures_of *of)
{
	double best = HUGE_VAL;

	for (int i = 0; i < 5; i++) {
		clock_t start = clock();

		take_robustness(of, "acme");
		best = fmin(best, 1e3 * (double)(clock() - start) / CLOCKS_PER_SEC);
	}
	return best;
}

/* Sanitizers make it slower, but not as slow as a walk within bounds would be. */
static void seven_criteria_take_no_time(void **state)
{
	struct figures_of of;

	(void)state;
	OPEN(&of, "", seven);
	assert_true(time_taken(&of) < 20);
	scene_close(&of.scene);
	OPEN(&of, "", seven_bounded);
	assert_true(time_taken(&of) < 100);
	scene_close(&of.scene);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_grade_of_the_policy_has_a_share),
		cmocka_unit_test(equal_and_exact_criteria_keep_their_grade),
		cmocka_unit_test(a_single_criterion_has_no_weight_to_draw),
		cmocka_unit_test(points_are_uniform_within_their_interval),
		cmocka_unit_test(measures_weigh_as_in_the_score),
		cmocka_unit_test(the_same_partner_gets_the_same_result),
		cmocka_unit_test(every_partner_has_draws_of_its_own),
		cmocka_unit_test(scaling_all_weights_changes_nothing),
		cmocka_unit_test(the_order_of_criteria_does_not_matter),
		cmocka_unit_test(the_figures_are_the_same_everywhere),
		cmocka_unit_test(seven_criteria_take_no_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
