/* The score without a criterion, R49: as of 2026-06-30. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "scored.h"

#define FIGURE(id, weight)                                                    \
	"- {id: " id ", weight: " weight ", measures: [{measure: 'metric:" id \
	"', scale: [[0, 0], [100, 100]]}]}\n"
#define NOTED(id, value) "{id: " id ", observations: [{date: 2026-06-01, value: " value "}]}"
#define FIGURES "metrics: [" NOTED("a", "90") ", " NOTED("b", "30") ", " NOTED("c", "60") "]\n"

static const char *const criteria[] = {
	FIGURE("a", "3"), FIGURE("b", "2"), FIGURE("c", "1"), FIGURE("d", "4")};

/* The policy without one of its criteria; without none when there is no such one. */
static const char *policy_without(struct arena *arena, size_t left_out)
{
	const char *text = "criteria:\n";

	for (size_t i = 0; i < COUNT_OF(criteria); i++)
		if (i != left_out)
			text = arena_printf(arena, "%s%s", text, criteria[i]);
	return text;
}

static void without_a_criterion_is_a_policy_without_it(void **state)
{
	struct arena arena = {0};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(criteria); i++) {
		const struct measure_row row = {
			.records = FIGURES, .policy = policy_without(&arena, COUNT_OF(criteria))};
		const struct measure_row row_without = {
			.records = FIGURES, .policy = policy_without(&arena, i)};
		struct scene scene, scene_without;
		struct score score, expected;
		const struct score *without;
		struct trial trial;

		take_trial(&scene, &score, &trial, &row);
		take_score(&scene_without, &expected, &row_without);
		without = trial_without_criterion(&trial, i);
		assert_true(without->criteria[i].weight == 0);
		assert_same_total(without, &expected);
		scene_close(&scene_without);
		scene_close(&scene);
	}
	arena_free(&arena);
}

/* 3·90 + 2·30 + 1·60 of 6, d of weight 4 not recorded; without it all is known. */
static void coverage_and_grade_are_those_of_what_is_left(void **state)
{
	struct arena arena = {0};
	const struct measure_row row = {
		.records = FIGURES, .policy = policy_without(&arena, COUNT_OF(criteria))};
	struct scene scene;
	struct score score;
	const struct score *without;
	struct trial trial;

	(void)state;
	take_trial(&scene, &score, &trial, &row);
	assert_close(score.score, 65);
	assert_close(score.coverage, 0.6);
	without = trial_without_criterion(&trial, 3);
	assert_close(without->score, 65);
	assert_close(without->coverage, 1);
	without = trial_without_criterion(&trial, 1);
	assert_close(without->score, 82.5);
	assert_close(without->coverage, 0.5);
	assert_string_equal(without->grade, "B");
	without = trial_without_criterion(&trial, 0);
	assert_close(without->score, 40);
	assert_close(without->coverage, 0.4286);
	assert_string_equal(without->grade, "-");
	scene_close(&scene);
	arena_free(&arena);
}

static void without_the_only_criterion_nothing_is_left(void **state)
{
	static const struct measure_row row = {
		.records = FIGURES, .policy = "criteria:\n" FIGURE("a", "3")};
	struct scene scene;
	struct score score;
	const struct score *without;
	struct trial trial;

	(void)state;
	take_trial(&scene, &score, &trial, &row);
	without = trial_without_criterion(&trial, 0);
	assert_true(isnan(without->score));
	assert_string_equal(without->grade, "-");
	scene_close(&scene);
}

static void scaling_all_weights_changes_nothing(void **state)
{
	static const struct measure_row row = {.records = FIGURES};
	struct scene scene, scaled;
	struct score score, scaled_score;
	struct trial trial, scaled_trial;

	(void)state;
	take_trial(&scene, &score, &trial, &row);
	scene_open(&scaled, &row);
	for (size_t i = 0; i < scaled.rules.criteria.list.n; i++)
		((struct criterion *)scaled.rules.criteria.list.items)[i].weight.value *= 300;
	score_take(&scaled_score, &scaled.arena, &scaled.view, true);
	trial_init(&scaled_trial, &scaled.arena, &scaled_score, &scaled.view);
	for (size_t i = 0; i < score.n; i++)
		assert_same_score(trial_without_criterion(&trial, i),
			trial_without_criterion(&scaled_trial, i));
	scene_close(&scaled);
	scene_close(&scene);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(without_a_criterion_is_a_policy_without_it),
		cmocka_unit_test(coverage_and_grade_are_those_of_what_is_left),
		cmocka_unit_test(without_the_only_criterion_nothing_is_left),
		cmocka_unit_test(scaling_all_weights_changes_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
