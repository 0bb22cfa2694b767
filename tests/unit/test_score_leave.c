/* The score without a rater or a record, R49: as of 2026-06-30. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "scored.h"

/* ---- a partner with records of every kind ---- */

#define BEGINNING                                                                         \
	"since: 2020-01-01\ncadence: 1mo\ncontract: {start: 2024-01-01, end: 2025-12-31," \
	" renewal: auto, service_levels: [{severity: 1, acknowledge: 1h, resolve: 1d}]}\n"
#define GOALS                                                                                   \
	"goals: [{id: g1, start: 2026-01-01, due: 2026-12-31, target: 100,"                     \
	" observations: [{date: 2026-06-01, value: 30}]}, {id: g2, start: 2026-01-01,"          \
	" due: 2026-06-01, target: 5, shared: 2026-01-01}]\n"                                   \
	"touchpoints: [{date: 2024-02-05, initiated_by: partner}, {date: 2025-10-06,"           \
	" initiated_by: partner}, {date: 2025-11-03, initiated_by: partner},"                   \
	" {date: 2025-12-01, initiated_by: partner}, {date: 2026-05-04, initiated_by: partner," \
	" goals: [g1]}]\n"                                                                      \
	"exchanges: [{date: 2026-01-01, direction: given}, {date: 2026-01-03,"                  \
	" direction: received}, {date: 2026-01-04, direction: given},"                          \
	" {date: 2026-01-05, direction: received}]\n"                                           \
	"feedback: [{date: 2025-12-15, from: us, answered: 2026-02-01}]\n"                      \
	"costs: [{kind: other, from: 2026-01-01, forecast: 90 EUR, actual: 94 EUR}]\n"
#define MILESTONES_BUT_M4                                                     \
	"milestones: [{id: m1, due: 2026-03-01, delivered: 2026-03-01},"      \
	" {id: m2, due: 2026-04-01, delivered: 2026-04-21, penalty: 10 EUR}," \
	" {id: m3, kind: roadmap, promised: 2024-01-01}"
#define MILESTONES MILESTONES_BUT_M4 ", {id: m4, by: us, due: 2026-01-01, delivered: 2026-02-01}]\n"
#define INCIDENTS_BUT_I1                                               \
	"incidents: [{id: i2, severity: 4, opened: 2026-05-01T10:00Z," \
	" resolved: 2026-05-02T10:00Z},"                               \
	" {id: i3, cause: us, opened: 2026-06-01T10:00Z, effort: minimal}"
#define INCIDENTS                                                                             \
	INCIDENTS_BUT_I1                                                                      \
	", {id: i1, severity: 1, opened: 2026-02-01T10:00Z, acknowledged: 2026-02-01T10:30Z," \
	" resolved: 2026-02-03T10:00Z, ownership: partly, credit: 5 EUR}]\n"
#define BY_ANN                                                                       \
	"{by: ann, date: 2026-06-01, scores: {value: 4, people: 2}, evidence: [a]}," \
	" {by: ann, date: 2026-01-01, scores: {value: 1}},"                          \
	" {by: ann, of: us, date: 2026-06-01, scores: {value: 2, support: 3}}"
#define BY_BOB "{by: bob, date: 2026-06-01, scores: {value: 2, delivery: 5, cost: 1}}"
#define REST GOALS MILESTONES INCIDENTS
#define RATINGS "ratings: [" BY_ANN ", " BY_BOB "]\n"
#define ALL BEGINNING REST RATINGS

/* ---- raters ---- */

static void assert_without_rater(size_t rater, const char *rest, bool us)
{
	const struct measure_row row = {.records = ALL, .us = us};
	const struct measure_row row_without = {.records = rest, .us = us};
	struct scene scene, scene_without;
	struct score score, expected;
	struct trial trial;

	take_trial(&scene, &score, &trial, &row);
	take_score(&scene_without, &expected, &row_without);
	assert_same_score(trial_without_rater(&trial, &scene.view.raters[rater]), &expected);
	scene_close(&scene_without);
	scene_close(&scene);
}

static void without_a_rater_is_a_file_without_their_ratings(void **state)
{
	(void)state;
	for (int us = 0; us < 2; us++) {
		assert_without_rater(0, BEGINNING REST "ratings: [" BY_BOB "]\n", us);
		assert_without_rater(1, BEGINNING REST "ratings: [" BY_ANN "]\n", us);
	}
}

/* 5 and 1 of 5: 50 points with both, 100 and 0 with one. */
static void each_rater_weighs_as_much_as_they_say(void **state)
{
	static const struct measure_row row = {
		.records = "ratings: [{by: ann, date: 2026-06-01, scores: {a: 5}},"
			   " {by: bob, date: 2026-06-01, scores: {a: 1}}]\n",
		.policy = "criteria: [{id: a, weight: 1, measures: [{measure: panel}]}]\n",
	};
	static const double without_them[] = {0, 100};
	static const char *const grades[] = {"F", "A"};
	struct scene scene;
	struct score score;
	struct trial trial;

	(void)state;
	take_trial(&scene, &score, &trial, &row);
	assert_close(score.score, 50);
	for (size_t i = 0; i < 2; i++) {
		const struct score *without = trial_without_rater(&trial, &scene.view.raters[i]);

		assert_close(without->score, without_them[i]);
		assert_string_equal(without->grade, grades[i]);
	}
	scene_close(&scene);
}

static void without_the_only_rater_nothing_is_left(void **state)
{
	static const struct measure_row row = {
		.records = "ratings: [{by: ann, date: 2026-06-01, scores: {a: 5}}]\n",
		.policy = "criteria: [{id: a, weight: 1, measures: [{measure: panel}]}]\n",
	};
	struct scene scene;
	struct score score;
	const struct score *without;
	struct trial trial;

	(void)state;
	take_trial(&scene, &score, &trial, &row);
	without = trial_without_rater(&trial, &scene.view.raters[0]);
	assert_true(isnan(without->score));
	assert_true(without->coverage == 0);
	assert_string_equal(without->grade, "-");
	assert_string_equal(score.grade, "A");
	scene_close(&scene);
}

/* ---- records ---- */

/* As the first measure that used it lists it; NULL when none did. */
static const struct used_record *find_use(const struct score *score, const struct head *head)
{
	for (size_t i = 0; i < score->n; i++) {
		for (size_t k = 0; k < score->criteria[i].n; k++) {
			const struct measurement *taken = &score->criteria[i].measures[k].taken;

			for (size_t u = 0; u < taken->n_used; u++)
				if (taken->used[u].head == head)
					return &taken->used[u];
		}
	}
	return NULL;
}

static const struct score *trial_without(
	struct trial *trial, const struct scene *scene, const char *reference)
{
	return trial_without_record(
		trial, find_use(trial->score, partner_find(scene->partner, reference)));
}

static void assert_without_each_record(bool us)
{
	const struct measure_row row = {.records = ALL, .us = us};
	struct record_effects effects;
	struct scene scene;
	struct score score;
	struct trial trial;

	take_trial(&scene, &score, &trial, &row);
	score_effects(&effects, &scene.arena, &score, &scene.view);
	assert_true(effects.n > 7);
	for (size_t i = 0; i < effects.n; i++) {
		struct view view = scene.view;
		const struct score *without;
		struct score expected;

		view.without = effects.items[i].head;
		score_take(&expected, &scene.arena, &view, false);
		without = trial_without_record(&trial, find_use(&score, view.without));
		assert_same_score(without, &expected);
		assert_close(effects.items[i].effect, score.score - without->score);
	}
	scene_close(&scene);
}

static void without_a_record_the_score_is_as_taken_anew(void **state)
{
	(void)state;
	assert_without_each_record(false);
	assert_without_each_record(true);
}

/* Of the partner's side; `rest` is the file without the record. */
static void assert_without_record(const char *reference, const char *rest)
{
	const struct measure_row row = {.records = ALL};
	const struct measure_row row_without = {.records = rest};
	struct scene scene, scene_without;
	struct score score, expected;
	struct trial trial;

	take_trial(&scene, &score, &trial, &row);
	take_score(&scene_without, &expected, &row_without);
	assert_same_score(trial_without(&trial, &scene, reference), &expected);
	scene_close(&scene_without);
	scene_close(&scene);
}

static void without_a_record_is_a_file_without_it(void **state)
{
	(void)state;
	assert_without_record("rating:#4", BEGINNING REST "ratings: [" BY_ANN "]\n");
	assert_without_record(
		"incident:i1", BEGINNING GOALS MILESTONES INCIDENTS_BUT_I1 "]\n" RATINGS);
}

#define FIGURE(id, weight)                                                    \
	"- {id: " id ", weight: " weight ", measures: [{measure: 'metric:" id \
	"', scale: [[0, 0], [100, 100]]}]}\n"
#define NOTED(id, value) "{id: " id ", observations: [{date: 2026-06-01, value: " value "}]}"
#define ON_TIME                                                                    \
	"criteria:\n- {id: a, weight: 1, measures: [{measure: milestones-on-time," \
	" scale: [[0, 0], [1, 100]]}]}\n" FIGURE("b", "1")

/* The score and its grade, and both without the milestone m1. */
static void check_without_m1(const char *milestones, double score, const char *grade,
	double score_without, const char *grade_without)
{
	char records[400];
	const struct measure_row row = {.records = records, .policy = ON_TIME};
	const struct score *without;
	struct scene scene;
	struct score whole;
	struct trial trial;

	snprintf(records, sizeof(records), "milestones: [%s]\nmetrics: [" NOTED("b", "60") "]\n",
		milestones);
	take_trial(&scene, &whole, &trial, &row);
	assert_close(whole.score, score);
	assert_string_equal(whole.grade, grade);
	without = trial_without(&trial, &scene, "milestone:m1");
	assert_close(without->score, score_without);
	assert_close(without->coverage, 1);
	assert_string_equal(without->grade, grade_without);
	scene_close(&scene);
}

/* Without its only milestone the measure does not apply, so nothing is missing. */
static void what_no_longer_applies_is_not_missing(void **state)
{
	(void)state;
	check_without_m1("{id: m1, due: 2026-03-01, delivered: 2026-03-02}", 30, "F", 60, "C");
}

/* R2: five milestones in time raise the grade to B, four do not. */
static void fewer_events_may_cost_the_grade(void **state)
{
	static const char four[] = "{due: 2026-03-01, delivered: 2026-03-01},"
				   " {due: 2026-03-01, delivered: 2026-03-01},"
				   " {due: 2026-03-01, delivered: 2026-03-01},"
				   " {due: 2026-03-01, delivered: 2026-03-01}";
	char five[300];

	(void)state;
	snprintf(five, sizeof(five), "{id: m1, due: 2026-03-01, delivered: 2026-03-01}, %s", four);
	check_without_m1(five, 80, "B", 80, "C");
}

/* ---- in general ---- */

static void the_score_itself_is_left_alone(void **state)
{
	static const struct measure_row row = {.records = ALL};
	struct scene scene;
	struct score score, again;
	struct trial trial;

	(void)state;
	take_trial(&scene, &score, &trial, &row);
	score_take(&again, &scene.arena, &scene.view, true);
	trial_without_rater(&trial, &scene.view.raters[0]);
	trial_without_criterion(&trial, 2);
	trial_without(&trial, &scene, "incident:i1");
	assert_same_score(&score, &again);
	assert_null(scene.view.without);
	scene_close(&scene);
}

static void one_try_leaves_nothing_to_the_next(void **state)
{
	static const struct measure_row row = {.records = ALL};
	struct scene scene;
	struct score score;
	struct trial trial;
	double without_ann, without_third;

	(void)state;
	take_trial(&scene, &score, &trial, &row);
	without_ann = trial_without_rater(&trial, &scene.view.raters[0])->score;
	without_third = trial_without_criterion(&trial, 2)->score;
	trial_without(&trial, &scene, "incident:i1");
	assert_close(trial_without_rater(&trial, &scene.view.raters[0])->score, without_ann);
	assert_close(trial_without_criterion(&trial, 2)->score, without_third);
	assert_true(fabs(without_ann - without_third) > 0.01);
	scene_close(&scene);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(without_a_rater_is_a_file_without_their_ratings),
		cmocka_unit_test(each_rater_weighs_as_much_as_they_say),
		cmocka_unit_test(without_the_only_rater_nothing_is_left),
		cmocka_unit_test(without_a_record_the_score_is_as_taken_anew),
		cmocka_unit_test(without_a_record_is_a_file_without_it),
		cmocka_unit_test(what_no_longer_applies_is_not_missing),
		cmocka_unit_test(fewer_events_may_cost_the_grade),
		cmocka_unit_test(the_score_itself_is_left_alone),
		cmocka_unit_test(one_try_leaves_nothing_to_the_next),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
