/* How firm a grade is, and which changes of the weights it bears, as of 2026-06-30: R51, R24. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "near.h"
#include "scored.h"

static void a_grade_is_firm_when_the_whole_range_earns_it(void **state)
{
	static const struct {
		struct interval range;
		const char *grade;
		bool firm;
	} rows[] = {
		{{70, 84.9}, "B", true},
		{{69.96, 84.94}, "B", true},
		{{69.9, 84.9}, "B", false},
		{{70, 84.95}, "B", false},
		{{85, 100}, "A", true},
		{{0, 39.9}, "F", true},
		{{0, 100}, "C", false},
		/* few events have lowered it */
		{{86, 90}, "B", false},
		{{70, 84}, "-", false},
		{{NAN, NAN}, "-", false},
	};
	struct measure_row row = {.records = ""};
	struct scene scene;

	(void)state;
	scene_open(&scene, &row);
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct score score = {
			.rules = &scene.rules, .range = rows[i].range, .grade = rows[i].grade};

		assert_int_equal(score_firm(&score), rows[i].firm);
	}
	scene_close(&scene);
}

static void without_bands_nothing_is_firm(void **state)
{
	static const struct rules none = {.lambda.value = 3};
	struct score score = {.rules = &none, .range = {70, 80}, .grade = "-"};

	(void)state;
	assert_false(score_firm(&score));
}

#define FIGURES(weight, a, b)                                                                   \
	.records = "metrics:\n  - {id: a, observations: [{date: 2026-06-01, value: " a          \
		   "}]}\n  - {id: b, observations: [{date: 2026-06-01, value: " b "}]}\n",      \
	.policy = "criteria:\n  - {id: a, weight: " weight ", measures: [{measure: 'metric:a'," \
		  " scale: [[0, 0], [100, 100]]}]}\n"                                           \
		  "  - {id: b, weight: 1, measures: [{measure: 'metric:b',"                     \
		  " scale: [[0, 0], [100, 100]]}]}\n"

/* Two criteria of weights w and 1; the room to an edge over the swing of the weights. */
static void the_tolerance_is_the_way_to_the_nearest_edge(void **state)
{
	static const struct {
		struct measure_row row;
		double tolerance;
	} rows[] = {
		/* 75, swing 15, edges 70 and 85 */
		{{FIGURES("1", "90", "60")}, 1 / 3.0},
		/* 82, swing 10 */
		{{FIGURES("1", "92", "72")}, 0.3},
		/* (3·90 + 50) / 4 = 80, swing 10 of the criteria's weights */
		{{FIGURES("3", "90", "50")}, 0.5},
		/* at an edge, and by its print beyond it: 84.96 is an A */
		{{FIGURES("1", "80", "60")}, 0},
		{{FIGURES("1", "89.96", "79.96")}, 0},
		/* just below: 84.94 is a B, 0.06 from the edge */
		{{FIGURES("1", "89.94", "79.94")}, 0.06 / 5},
		/* nothing above the best grade: 90, swing 10 */
		{{FIGURES("1", "100", "80")}, 0.5},
		/* nothing below the worst: 25, swing 25, edge 40 */
		{{FIGURES("1", "50", "0")}, 0.6},
		/* no weights move it that far, or at all */
		{{FIGURES("1", "30", "10")}, 1},
		{{FIGURES("1", "75", "75")}, 1},
		{{FIGURES("1", "70", "70")}, 1},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct scene scene;
		struct score score;

		take_ranges(&scene, &score, &rows[i].row);
		assert_relative(score_tolerance(&score, &scene.arena), rows[i].tolerance, 1e-9, 1);
		scene_close(&scene);
	}
}

/* (100 + 80) / 2 is an A, though four events do not make one: 5 to its edge, swing 10. */
static void the_tolerance_is_that_of_the_score(void **state)
{
	static const struct measure_row row = {
		.records = "incidents: [{opened: 2026-03-01, ownership: owned},"
			   " {opened: 2026-03-02, ownership: owned}]\n"
			   "metrics: [{id: b, observations: [{date: 2026-06-01, value: 80}]}]\n",
		.policy = "criteria:\n"
			  "  - {id: a, weight: 1, measures: [{measure: incident-conduct}]}\n"
			  "  - {id: b, weight: 1, measures: [{measure: 'metric:b',"
			  " scale: [[0, 0], [100, 100]]}]}\n",
	};
	struct scene scene;
	struct score score;

	(void)state;
	take_ranges(&scene, &score, &row);
	assert_string_equal(score.grade, "B");
	assert_near(score_tolerance(&score, &scene.arena), 0.5);
	scene_close(&scene);
}

static void without_a_grade_there_is_no_tolerance(void **state)
{
	static const struct measure_row rows[] = {
		{.records = ""},
		{.records = "ratings:\n"
			    "  - {by: ann, date: 2026-06-30, scores: {cost: 3}}\n"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct scene scene;
		struct score score;

		take_ranges(&scene, &score, &rows[i]);
		assert_true(isnan(score_tolerance(&score, &scene.arena)));
		scene_close(&scene);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_grade_is_firm_when_the_whole_range_earns_it),
		cmocka_unit_test(without_bands_nothing_is_firm),
		cmocka_unit_test(the_tolerance_is_the_way_to_the_nearest_edge),
		cmocka_unit_test(the_tolerance_is_that_of_the_score),
		cmocka_unit_test(without_a_grade_there_is_no_tolerance),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
