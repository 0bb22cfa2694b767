#include "scored.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

void take_score(struct scene *scene, struct score *score, const struct measure_row *row)
{
	scene_open(scene, row);
	score_take(score, &scene->arena, &scene->view, true);
}

void take_trial(struct scene *scene, struct score *score, struct trial *trial,
	const struct measure_row *row)
{
	take_score(scene, score, row);
	trial_init(trial, &scene->arena, score, &scene->view);
}

void take_ranges(struct scene *scene, struct score *score, const struct measure_row *row)
{
	take_score(scene, score, row);
	score_ranges(score, &scene->arena, &scene->view, quantiles_of(&scene->view));
}

void assert_close(double got, double expected)
{
	if (!(fabs(got - expected) < 1e-9) && !(isnan(got) && isnan(expected)))
		fail_msg("%.15g, not %.15g", got, expected);
}

static void assert_same_criterion(
	const struct scored_criterion *one, const struct scored_criterion *other)
{
	assert_string_equal(one->criterion->id.text, other->criterion->id.text);
	assert_close(one->weight, other->weight);
	assert_close(one->score, other->score);
	assert_close(one->coverage, other->coverage);
	assert_int_equal(one->n, other->n);
	for (size_t i = 0; i < one->n; i++) {
		const struct measurement *taken = &one->measures[i].taken;

		assert_int_equal(taken->status, other->measures[i].taken.status);
		assert_int_equal(taken->n, other->measures[i].taken.n);
		assert_close(taken->value, other->measures[i].taken.value);
		assert_close(one->measures[i].pull, other->measures[i].pull);
	}
}

void assert_same_total(const struct score *one, const struct score *other)
{
	assert_close(one->score, other->score);
	assert_close(one->floor, other->floor);
	assert_close(one->ceiling, other->ceiling);
	assert_close(one->coverage, other->coverage);
	assert_string_equal(one->grade, other->grade);
}

void assert_same_score(const struct score *one, const struct score *other)
{
	assert_int_equal(one->n, other->n);
	for (size_t i = 0; i < one->n; i++)
		assert_same_criterion(&one->criteria[i], &other->criteria[i]);
	assert_same_total(one, other);
}
