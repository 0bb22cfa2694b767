#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "scored.h"

/* ---- rounding and grades, R5 ---- */

static void points_are_rounded_once_halves_up(void **state)
{
	static const double rows[][2] = {{0, 0}, {0.04, 0}, {0.05, 0.1}, {0.15, 0.2}, {0.25, 0.3},
		{79.394, 79.4}, {79.95, 80}, {84.95, 85}, {84.949, 84.9}, {84.94999999, 85},
		{84.9499998, 84.9}, {99.95, 100}, {100, 100}};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_true(score_round(rows[i][0]) == rows[i][1]);
	for (int tenths = 0; tenths <= 1000; tenths++)
		assert_true(score_round(tenths / 10.0) == tenths / 10.0);
}

static void bands_are_closed_below(void **state)
{
	static const struct measure_row row = {.records = ""};
	static const struct {
		double points;
		const char *grade;
	} rows[] = {{100, "A"}, {85, "A"}, {84.9, "B"}, {70, "B"}, {69.9, "C"}, {55, "C"},
		{54.9, "D"}, {40, "D"}, {39.9, "F"}, {0, "F"}};
	struct scene scene;

	(void)state;
	scene_open(&scene, &row);
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_string_equal(score_grade(&scene.rules, rows[i].points), rows[i].grade);
	scene_close(&scene);
}

static void bands_may_have_names_of_ones_own(void **state)
{
	static const struct measure_row row = {
		.records = "",
		.policy = "grades: [{grade: good, from: 62.5}, {grade: bad, from: 0}]\n",
	};
	struct scene scene;

	(void)state;
	scene_open(&scene, &row);
	assert_string_equal(score_grade(&scene.rules, 62.5), "good");
	assert_string_equal(score_grade(&scene.rules, 62.4), "bad");
	scene_close(&scene);
}

/* ---- weights, R13 ---- */

#define FIGURE(id, weight) \
	"{measure: 'metric:" id "', weight: " weight ", scale: [[0, 0], [100, 100]]}"
#define NOTED(id, value) "  - {id: " id ", observations: [{date: 2026-06-01, value: " value "}]}\n"

/* Criterion c is never recorded, d does not apply to a vendor without exchanges. */
#define NESTED                                                                     \
	"criteria:\n"                                                              \
	"  - {id: a, weight: 3, measures: [" FIGURE("x", "2") ", " FIGURE("y",     \
		"1") "]}\n"                                                        \
		     "  - {id: b, weight: 1, measures: [" FIGURE("z",              \
			     "5") "]}\n"                                           \
				  "  - {id: c, weight: 4, measures: [" FIGURE("w", \
					  "1") "]}\n"                              \
					       "  - {id: d, weight: 8, measures: [{measure: reciprocity}]}\n"

/* a = (2·90 + 30) / 3 = 70; (3·70 + 1·50) / 4 = 65 */
static void weights_are_nested(void **state)
{
	static const struct measure_row row = {
		.records = "metrics:\n" NOTED("x", "90") NOTED("y", "30") NOTED("z", "50"),
		.policy = NESTED,
	};
	struct scene scene;
	struct score score;

	(void)state;
	take_score(&scene, &score, &row);
	assert_close(score.score, 65);
	assert_close(score.criteria[0].score, 70);
	assert_close(score.criteria[1].score, 50);
	assert_true(isnan(score.criteria[2].score) && isnan(score.criteria[3].score));
	assert_close(score.criteria[0].weight, 3 / 16.0);
	assert_close(score.criteria[0].measures[0].share, 2 / 3.0);
	assert_close(score.criteria[0].measures[0].pull, 0.5);
	assert_close(score.criteria[0].measures[1].pull, 0.25);
	assert_close(score.criteria[1].measures[0].pull, 0.25);
	assert_true(score.criteria[2].measures[0].pull == 0);
	scene_close(&scene);
}

/* (3·1 + 1·1 + 4·0) / 8; what does not apply counts nowhere. */
static void coverage_is_the_measured_share_of_what_applies(void **state)
{
	static const struct measure_row row = {
		.records = "metrics:\n" NOTED("x", "90") NOTED("y", "30") NOTED("z", "50"),
		.policy = NESTED,
	};
	struct scene scene;
	struct score score;

	(void)state;
	take_score(&scene, &score, &row);
	assert_close(score.coverage, 0.5);
	assert_close(score.criteria[0].coverage, 1);
	assert_close(score.criteria[2].coverage, 0);
	assert_true(isnan(score.criteria[3].coverage));
	assert_string_equal(score.grade, "C");
	scene_close(&scene);
}

/* (3·⅔ + 1) / 8 = 0.375: without y less than half is known. */
static void below_the_least_coverage_there_is_no_grade(void **state)
{
	static const struct measure_row rows[] = {
		{.records = "metrics:\n" NOTED("x", "90") NOTED("z", "50"), .policy = NESTED},
		{.records = "metrics:\n" NOTED("x", "90") NOTED("z", "50"),
			.policy = "min_coverage: 37.5%\n" NESTED},
	};
	static const char *const grades[] = {"-", "B"};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct scene scene;
		struct score score;

		take_score(&scene, &score, &rows[i]);
		assert_close(score.coverage, 0.375);
		assert_close(score.criteria[0].coverage, 2 / 3.0);
		assert_close(score.score, 80);
		assert_string_equal(score.grade, grades[i]);
		scene_close(&scene);
	}
}

static void coverage_has_four_decimals(void **state)
{
	static const struct measure_row row = {
		.records = "metrics:\n" NOTED("x", "90"),
		.policy = "criteria: [{id: a, weight: 1, measures: [" FIGURE("x", "1") ", " FIGURE(
			"y", "2") "]}]\n",
	};
	struct scene scene;
	struct score score;

	(void)state;
	take_score(&scene, &score, &row);
	assert_true(score.coverage == 0.3333);
	scene_close(&scene);
}

/* R59: c is 0 or 100, then y as well. */
static void floor_and_ceiling_say_what_is_unknown(void **state)
{
	static const struct {
		struct measure_row row;
		double floor, ceiling;
	} rows[] = {
		/* (3·70 + 50 + 4·0) / 8 and (3·70 + 50 + 4·100) / 8 */
		{{.records = "metrics:\n" NOTED("x", "90") NOTED("y", "30") NOTED("z", "50"),
			 .policy = NESTED},
			32.5, 82.5},
		/* a is (2·90 + 0) / 3 = 60 or (2·90 + 100) / 3 */
		{{.records = "metrics:\n" NOTED("x", "90") NOTED("z", "50"), .policy = NESTED},
			28.75, 91.25},
		/* nothing at all */
		{{.records = "", .policy = NESTED}, 0, 100},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct scene scene;
		struct score score;

		take_score(&scene, &score, &rows[i].row);
		assert_close(score.floor, rows[i].floor);
		assert_close(score.ceiling, rows[i].ceiling);
		scene_close(&scene);
	}
}

/* R48: c and d are for others, so that b is one of four. */
static void criteria_for_other_kinds_drop_out_first(void **state)
{
	static const struct measure_row row = {
		.records = "metrics:\n" NOTED("x", "90") NOTED("z", "50"),
		.policy =
			"criteria:\n"
			"  - {id: a, weight: 3, kinds: [vendor, channel], measures: [" FIGURE("x",
				"1") "]}\n"
				     "  - {id: b, weight: 1, measures: [" FIGURE("z",
					     "1") "]}\n"
						  "  - {id: c, weight: 9, kinds: [channel], measures: [" FIGURE(
							  "w", "1") "]}\n",
	};
	struct scene scene;
	struct score score;

	(void)state;
	take_score(&scene, &score, &row);
	assert_int_equal(score.n, 2);
	assert_close(score.criteria[1].weight, 0.25);
	assert_close(score.score, 80);
	assert_close(score.coverage, 1);
	scene_close(&scene);
}

/* R11: half of its weight without evidence: (90 + ½·0) / 1½; coverage knows the policy's. */
static void opinion_without_evidence_weighs_half(void **state)
{
	static const char policy[] = "criteria: [{id: a, weight: 1, measures: [" FIGURE(
		"x", "1") ", {measure: panel}, " FIGURE("y", "2") "]}]\n";
	static const struct measure_row row = {
		.records = "metrics:\n" NOTED(
			"x", "90") "ratings: [{by: ann, date: 2026-06-30, scores: {a: 1}}]\n",
		.policy = policy,
	};
	struct scene scene;
	struct score score;

	(void)state;
	take_score(&scene, &score, &row);
	assert_close(score.score, 60);
	assert_close(score.coverage, 0.5);
	assert_close(score.criteria[0].measures[0].pull, 2 / 3.0);
	assert_close(score.criteria[0].measures[1].pull, 1 / 3.0);
	scene_close(&scene);
}

/* ---- few events, R2 ---- */

#define GOOD "{opened: 2026-03-01, ownership: owned}"
#define BAD "{opened: 2026-03-01, ownership: deflected}"
#define FOUR(what) "incidents: [" what ", " what ", " what ", " what "]\n"
#define FIVE(what) "incidents: [" what ", " what ", " what ", " what ", " what "]\n"
#define CONDUCT "  - {id: a, weight: 1, measures: [{measure: incident-conduct}]}\n"
#define OTHER "  - {id: b, weight: 1, measures: [" FIGURE("x", "1") "]}\n"

static void few_events_may_lower_a_grade_not_raise_it(void **state)
{
	static const struct {
		struct measure_row row;
		double score;
		const char *grade;
	} rows[] = {
		/* (100 + 80) / 2, but without the four it is 80 */
		{{.records = FOUR(GOOD) "metrics:\n" NOTED("x", "80"),
			 .policy = "criteria:\n" CONDUCT OTHER},
			90, "B"},
		{{.records = FIVE(GOOD) "metrics:\n" NOTED("x", "80"),
			 .policy = "criteria:\n" CONDUCT OTHER},
			90, "A"},
		/* (0 + 80) / 2, though without the four it is 80 */
		{{.records = FOUR(BAD) "metrics:\n" NOTED("x", "80"),
			 .policy = "criteria:\n" CONDUCT OTHER},
			40, "D"},
		/* nothing left without them */
		{{.records = FOUR(GOOD), .policy = "criteria:\n" CONDUCT}, 100, "A"},
		/* few days late are no share of events */
		{{.records = "milestones: [{due: 2026-03-01, delivered: 2026-03-01}]\n"
			     "metrics:\n" NOTED("x", "80"),
			 .policy =
				 "criteria:\n"
				 "  - {id: a, weight: 1, measures: [{measure: milestone-slip}]}\n" OTHER},
			90, "A"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct scene scene;
		struct score score;

		take_score(&scene, &score, &rows[i].row);
		assert_close(score.score, rows[i].score);
		assert_string_equal(score.grade, rows[i].grade);
		scene_close(&scene);
	}
}

static void an_empty_file_has_no_score(void **state)
{
	static const struct measure_row row = {.records = ""};
	struct scene scene;
	struct score score;

	(void)state;
	take_score(&scene, &score, &row);
	assert_int_equal(score.n, 7);
	assert_true(isnan(score.score));
	assert_true(score.coverage == 0);
	assert_string_equal(score.grade, "-");
	scene_close(&scene);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(points_are_rounded_once_halves_up),
		cmocka_unit_test(bands_are_closed_below),
		cmocka_unit_test(bands_may_have_names_of_ones_own),
		cmocka_unit_test(weights_are_nested),
		cmocka_unit_test(coverage_is_the_measured_share_of_what_applies),
		cmocka_unit_test(below_the_least_coverage_there_is_no_grade),
		cmocka_unit_test(coverage_has_four_decimals),
		cmocka_unit_test(floor_and_ceiling_say_what_is_unknown),
		cmocka_unit_test(criteria_for_other_kinds_drop_out_first),
		cmocka_unit_test(opinion_without_evidence_weighs_half),
		cmocka_unit_test(few_events_may_lower_a_grade_not_raise_it),
		cmocka_unit_test(an_empty_file_has_no_score),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
