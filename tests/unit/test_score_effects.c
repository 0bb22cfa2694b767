/* What single records do to a score, R50. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "scored.h"

struct effects_of {
	struct scene scene;
	struct score score;
	struct record_effects effects;
};

static void open_effects(struct effects_of *of, const struct measure_row *row)
{
	take_score(&of->scene, &of->score, row);
	score_effects(&of->effects, &of->scene.arena, &of->score, &of->scene.view);
}

/* The effect of a record named as in a dispute. */
static double effect(const struct effects_of *of, const char *reference)
{
	const struct head *head = partner_find(of->scene.partner, reference);

	assert_non_null(head);
	return effect_of(&of->effects, head);
}

#define SLIP \
	"criteria: [{id: a, weight: 1, measures: [{measure: milestone-slip, scale: [[0, 100], [100, 0]]}]}]\n"

/* 0 and 40 days late: 80 points; 60 or 100 with one of them alone. */
static void an_effect_is_the_score_less_that_without_the_record(void **state)
{
	static const struct measure_row row = {
		.records = "milestones: [{id: m1, due: 2026-03-01, delivered: 2026-03-01},"
			   " {id: m2, due: 2026-03-01, delivered: 2026-04-10}, {id: m3}]\n",
		.policy = SLIP,
	};
	struct effects_of of;

	(void)state;
	open_effects(&of, &row);
	assert_close(of.score.score, 80);
	assert_int_equal(of.effects.n, 2);
	assert_close(effect(&of, "milestone:m1"), 20);
	assert_close(effect(&of, "milestone:m2"), -20);
	scene_close(&of.scene);
}

/* Without the heavy goal the light one is all there is, and it has come nowhere. */
static void the_rest_counts_however_light_it_is(void **state)
{
	static const struct measure_row row = {
		.records =
			"goals: [{id: heavy, weight: 100000000000000, start: 2025-01-01, due: 2026-12-31,"
			" target: 1, observations: [{date: 2026-06-01, value: 1}]},"
			" {id: light, weight: 0.001, start: 2025-01-01, due: 2026-12-31,"
			" target: 1, observations: [{date: 2026-06-01, value: 0}]}]\n",
		.policy = "criteria: [{id: a, weight: 1, measures: [{measure: goal-attainment,"
			  " scale: [[0, 0], [1, 100]]}]}]\n",
	};
	struct effects_of of;

	(void)state;
	open_effects(&of, &row);
	assert_close(of.score.score, 100);
	assert_close(effect(&of, "goal:heavy"), 100);
	scene_close(&of.scene);
}

static void what_was_not_used_has_no_effect(void **state)
{
	static const struct measure_row row = {
		.records = "milestones: [{id: m1, due: 2026-03-01, delivered: 2026-03-01},"
			   " {id: m2, due: 2026-03-01, delivered: 2026-04-10}, {id: m3}]\n",
		.policy = SLIP,
	};
	struct effects_of of;

	(void)state;
	open_effects(&of, &row);
	assert_true(isnan(effect(&of, "milestone:m3")));
	scene_close(&of.scene);
}

static void the_only_record_has_no_number(void **state)
{
	static const struct measure_row row = {
		.records = "milestones: [{id: m1, due: 2026-03-01, delivered: 2026-03-01}]\n",
		.policy = SLIP,
	};
	struct effects_of of;

	(void)state;
	open_effects(&of, &row);
	assert_int_equal(of.effects.n, 1);
	assert_true(isnan(effect(&of, "milestone:m1")));
	scene_close(&of.scene);
}

static void an_empty_file_has_no_effects(void **state)
{
	static const struct measure_row row = {.records = "", .policy = SLIP};
	struct effects_of of;

	(void)state;
	open_effects(&of, &row);
	assert_int_equal(of.effects.n, 0);
	scene_close(&of.scene);
}

/* Of 5 today and 1 before by the same rater: 100 points, 0 without today's. */
static void without_the_latest_rating_the_one_before_counts(void **state)
{
	static const struct measure_row row = {
		.records = "ratings: [{by: ann, date: 2026-06-01, scores: {a: 1}},"
			   " {by: ann, date: 2026-06-30, scores: {a: 5}}]\n",
		.policy = "criteria: [{id: a, weight: 1, measures: [{measure: panel}]}]\n",
	};
	struct effects_of of;

	(void)state;
	open_effects(&of, &row);
	assert_close(effect(&of, "rating:#2"), 100);
	assert_true(isnan(effect(&of, "rating:#1")));
	scene_close(&of.scene);
}

/* Observations of a metric are left out one by one; they are named by their metric. */
static void a_metric_counts_by_its_observations(void **state)
{
	static const struct measure_row row = {
		.records = "metrics: [{id: up, observations: [{date: 2026-06-01, value: 90},"
			   " {date: 2026-05-01, value: 20}]}]\n",
		.policy = "criteria: [{id: a, weight: 1, measures: [{measure: 'metric:up',"
			  " aggregate: mean, scale: [[0, 0], [100, 100]]}]}]\n",
	};
	struct effects_of of;
	const struct metric *metric;
	const struct observation *observations;

	(void)state;
	open_effects(&of, &row);
	metric = LIST_ITEMS(struct metric, of.scene.partner->metrics);
	observations = LIST_ITEMS(struct observation, metric->observations);
	assert_close(effect_of(&of.effects, &observations[0].head), 55 - 20);
	assert_close(effect_of(&of.effects, &observations[1].head), 55 - 90);
	assert_ptr_equal(of.score.criteria[0].measures[0].taken.used[0].named_by, &metric->head);
	scene_close(&of.scene);
}

#define MANY                                                                                      \
	"since: 2020-01-01\ncadence: 1mo\ncontract: {start: 2024-01-01, end: 2025-12-31,"         \
	" renewal: auto, service_levels: [{severity: 1, acknowledge: 1h, resolve: 1d}]}\n"        \
	"goals: [{id: g1, start: 2026-01-01, due: 2026-12-31, target: 100,"                       \
	" observations: [{date: 2026-06-01, value: 30}]}, {id: g2, start: 2026-01-01,"            \
	" due: 2026-06-01, target: 5, shared: 2026-01-01}]\n"                                     \
	"milestones: [{due: 2026-03-01, delivered: 2026-03-01}, {due: 2026-04-01, delivered:"     \
	" 2026-04-21, penalty: 10 EUR}, {kind: roadmap, promised: 2024-01-01}]\n"                 \
	"incidents: [{severity: 1, opened: 2026-02-01T10:00Z, acknowledged: 2026-02-01T10:30Z,"   \
	" resolved: 2026-02-03T10:00Z, ownership: partly, credit: 5 EUR, settled: 2026-02-20},"   \
	" {severity: 1, opened: 2026-05-01T10:00Z, acknowledged: 2026-05-01T15:00Z,"              \
	" availability: immediate}]\n"                                                            \
	"touchpoints: [{date: 2024-02-05, initiated_by: partner}, {date: 2025-10-06,"             \
	" initiated_by: partner}, {date: 2025-11-03, initiated_by: partner}, {date: 2025-12-01,"  \
	" initiated_by: partner}, {date: 2026-02-02, initiated_by: partner}, {date: 2026-05-04,"  \
	" initiated_by: partner, goals: [g1]}]\n"                                                 \
	"exchanges: [{date: 2026-01-01, direction: given}, {date: 2026-01-02, direction: given}," \
	" {date: 2026-01-03, direction: received}, {date: 2026-01-04, direction: given},"         \
	" {date: 2026-01-05, direction: received}]\n"                                             \
	"costs: [{kind: other, from: 2025-01-01, per: month, forecast: 9 EUR, actual: 10 EUR},"   \
	" {kind: other, from: 2026-01-01, forecast: 90 EUR, actual: 90 EUR}]\n"                   \
	"feedback: [{date: 2025-12-15, from: us, answered: 2026-02-01},"                          \
	" {date: 2025-09-15, from: us, answered: 2026-02-01}]\n"                                  \
	"ratings: [{by: ann, date: 2026-06-01, scores: {value: 4, people: 2}, evidence: [a]},"    \
	" {by: bob, date: 2026-06-01, scores: {value: 2, delivery: 5, cost: 1}},"                 \
	" {by: ann, date: 2026-01-01, scores: {value: 1}}]\n"                                     \
	"invoices: [{due: 2026-03-01, paid: 2026-03-01}, {due: 2026-04-01, paid: 2026-04-02}]\n"

/* The short way, which takes only some measures again, against taking the whole score. */
static void assert_effects_agree(bool us)
{
	struct measure_row row = {.records = MANY, .us = us};
	struct effects_of of;

	open_effects(&of, &row);
	assert_true(of.effects.n > 10);
	for (size_t i = 0; i < of.effects.n; i++) {
		struct view view = of.scene.view;
		struct score without;

		view.without = of.effects.items[i].head;
		score_take(&without, &of.scene.arena, &view, true);
		assert_close(of.effects.items[i].effect, of.score.score - without.score);
	}
	scene_close(&of.scene);
}

static void effects_agree_with_scores_taken_anew(void **state)
{
	(void)state;
	assert_effects_agree(false);
	assert_effects_agree(true);
}

static void taking_effects_leaves_the_score_alone(void **state)
{
	static const struct measure_row row = {.records = MANY};
	struct effects_of of;
	struct score again;

	(void)state;
	open_effects(&of, &row);
	score_take(&again, &of.scene.arena, &of.scene.view, true);
	assert_true(of.score.score == again.score);
	for (size_t i = 0; i < again.n; i++)
		for (size_t k = 0; k < again.criteria[i].n; k++)
			assert_true(of.score.criteria[i].measures[k].pull ==
				again.criteria[i].measures[k].pull);
	assert_null(of.scene.view.without);
	scene_close(&of.scene);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_effect_is_the_score_less_that_without_the_record),
		cmocka_unit_test(the_rest_counts_however_light_it_is),
		cmocka_unit_test(what_was_not_used_has_no_effect),
		cmocka_unit_test(the_only_record_has_no_number),
		cmocka_unit_test(an_empty_file_has_no_effects),
		cmocka_unit_test(without_the_latest_rating_the_one_before_counts),
		cmocka_unit_test(a_metric_counts_by_its_observations),
		cmocka_unit_test(effects_agree_with_scores_taken_anew),
		cmocka_unit_test(taking_effects_leaves_the_score_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
