/* What scores and cards are made of. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "partner/attribution.h"
#include "scored.h"

/* The panel rests on one rating without evidence: doubted by half. */
static const struct measure_row two_criteria = {
	.records = "ratings: [{by: ann, date: 2026-06-30, scores: {a: 5}}]\n"
		   "milestones: [{due: 2026-05-01, delivered: 2026-05-31}]\n",
	.policy = "criteria:\n"
		  "- {id: a, weight: 30%, measures: [{measure: panel, weight: 3,"
		  " scale: [[1, 0], [5, 100]]},"
		  " {measure: milestone-slip, scale: [[0, 100], [100, 0]]}, {measure: voice}]}\n"
		  "- {id: b, weight: 50%, measures: [{measure: panel}]}\n"
		  "- {id: c, weight: 20%, measures: [{measure: milestone-slip,"
		  " scale: [[0, 100], [100, 0]]}]}\n",
};

static void of_a_score_it_is_what_made_it(void **state)
{
	struct composition composition;
	struct scene scene;
	struct score score;

	(void)state;
	take_score(&scene, &score, &two_criteria);
	composition = composition_of_score(&scene.arena, &score);
	assert_close(composition.score, score.score);
	assert_int_equal(composition.n, 3);
	assert_string_equal(composition.criteria[0].criterion, "a");
	assert_close(composition.criteria[0].weight, 0.6);
	assert_close(composition.criteria[1].weight, 0);
	assert_close(composition.criteria[1].score, NAN);
	assert_close(composition.criteria[2].weight, 0.4);
	assert_string_equal(composition.criteria[0].measures[0].measure, "panel");
	assert_close(composition.criteria[0].measures[0].share, 0.6);
	assert_close(composition.criteria[0].measures[1].share, 0.4);
	assert_close(composition.criteria[0].measures[2].share, 0);
	assert_close(composition.criteria[0].measures[2].points, NAN);
	assert_close(composition.criteria[0].score, 0.6 * 100 + 0.4 * 70);
	scene_close(&scene);
}

static void of_a_card_it_is_what_that_shows(void **state)
{
	const struct card_measure measures[] = {
		{.measure = "panel", .points = 71.3, .weight = 0.5},
		{.measure = "voice", .points = NAN, .weight = 0.25},
		{.measure = "reciprocity", .points = 50, .weight = 0.25},
	};
	const struct card_criterion criteria[] = {
		{.criterion = "a", .score = 64.1, .weight = 0.3, .measures = {measures, 3}},
		{.criterion = "b", .score = NAN, .weight = 0.4, .measures = {measures + 1, 1}},
		{.criterion = "c", .score = 50, .weight = 0.3, .measures = {measures + 2, 1}},
	};
	const struct scorecard card = {.score = 57.2, .criteria = {criteria, 3}};
	struct composition composition;
	struct arena arena = {0};

	(void)state;
	composition = composition_of_card(&arena, &card);
	assert_close(composition.score, 57.2);
	assert_int_equal(composition.n, 3);
	assert_string_equal(composition.criteria[2].criterion, "c");
	assert_close(composition.criteria[0].score, 64.1);
	assert_close(composition.criteria[0].weight, 0.5);
	assert_close(composition.criteria[1].weight, 0);
	assert_close(composition.criteria[0].measures[0].share, 2 / 3.0);
	assert_close(composition.criteria[0].measures[0].points, 71.3);
	assert_close(composition.criteria[0].measures[1].share, 0);
	assert_close(composition.criteria[1].measures[0].share, 0);
	arena_free(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(of_a_score_it_is_what_made_it),
		cmocka_unit_test(of_a_card_it_is_what_that_shows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
