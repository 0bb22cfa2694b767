#include "partner/robustness.h"

#include <assert.h>
#include <string.h>

#include "combine.h"
#include "partner/index.h"
#include "partner/weights.h"
#include "weighing.h"

/* A measured measure. */
struct measured {
	double share; /* of its criterion */
	struct interval points;
};

/* A measured criterion. */
struct part {
	struct measured *measured;
	size_t n;
};

/* What is drawn again and again. */
struct draws {
	const struct rules *rules;
	struct weighing weighing;
	struct part *parts; /* by part of the weighing */
	double *weights;
	struct random random;
};

static void set_part(
	struct part *part, const struct scored_criterion *criterion, struct arena *scratch)
{
	double weight = 0;

	part->measured = arena_array(scratch, criterion->n, sizeof(struct measured));
	for (size_t i = 0; i < criterion->n; i++) {
		const struct scored_measure *measure = &criterion->measures[i];

		if (!counts_measured(measure))
			continue;
		weight += combine_weight(measure);
		part->measured[part->n++] =
			(struct measured){combine_weight(measure), measure->points_range};
	}
	for (size_t i = 0; i < part->n; i++)
		part->measured[i].share /= weight;
}

/* The stream is of the partner's name alone. */
static void start_draws(
	struct draws *draws, const struct score *score, const char *partner, struct arena *scratch)
{
	struct weighing *weighing = &draws->weighing;

	draws->rules = score->rules;
	weighing_init(weighing, scratch, score);
	draws->parts = arena_array(scratch, weighing->n, sizeof(struct part));
	draws->weights = arena_array(scratch, weighing->n, sizeof(double));
	for (size_t i = 0; i < weighing->n; i++)
		set_part(&draws->parts[i], weighing->parts[i], scratch);
	random_seed(&draws->random, ROBUSTNESS_SEED, hash_bytes(partner, strlen(partner)));
}

static double draw_part(const struct part *part, struct random *random)
{
	double sum = 0;

	for (size_t i = 0; i < part->n; i++) {
		const struct measured *measured = &part->measured[i];

		sum += measured->share *
			random_between(random, measured->points.low, measured->points.high);
	}
	return sum;
}

static double draw_score(struct draws *draws)
{
	double sum = 0;

	weighing_draw(&draws->weighing, &draws->random, draws->weights);
	for (size_t i = 0; i < draws->weighing.n; i++)
		sum += draws->weights[i] * draw_part(&draws->parts[i], &draws->random);
	return sum;
}

static size_t band_place(const struct rules *rules, double rounded)
{
	const struct grade_band *bands = LIST_ITEMS(struct grade_band, rules->grades);
	const char *grade = score_grade(rules, rounded);
	size_t place = 0;

	while (bands[place].grade.text != grade)
		place++;
	return place;
}

static void count_grades(struct robustness *robustness, struct draws *draws, struct arena *scratch)
{
	uint64_t *counts = arena_array(scratch, robustness->n_grades, sizeof(uint64_t));

	for (uint64_t i = 0; i < robustness->draws; i++)
		counts[band_place(draws->rules, score_round(draw_score(draws)))]++;
	for (size_t i = 0; i < robustness->n_grades; i++)
		robustness->grades[i].share = (double)counts[i] / (double)robustness->draws;
}

/* Under all weights within bounds, in any order. */
static struct interval range_of(const struct weighing *weighing, struct arena *scratch)
{
	struct weights_choice *choices =
		arena_array(scratch, weighing->n, sizeof(struct weights_choice));

	for (size_t i = 0; i < weighing->n; i++)
		choices[i] =
			(struct weights_choice){weighing->parts[i]->score, weighing->bounds[i]};
	return weights_range(choices, weighing->n, scratch);
}

static void name_grades(
	struct robustness *robustness, const struct rules *rules, struct arena *arena)
{
	robustness->grades = arena_array(arena, rules->grades.list.n, sizeof(struct named_share));
	EACH (struct grade_band, band, rules->grades)
		robustness->grades[robustness->n_grades++].name = band->grade.text;
}

void robustness_take(struct robustness *robustness, struct arena *arena, const struct score *score,
	const char *partner)
{
	struct arena scratch = {0};
	struct draws draws = {0};

	assert(score_graded(score));
	*robustness = (struct robustness){.draws = ROBUSTNESS_DRAWS, .seed = ROBUSTNESS_SEED};
	name_grades(robustness, score->rules, arena);
	start_draws(&draws, score, partner, &scratch);
	count_grades(robustness, &draws, &scratch);
	robustness->range = range_of(&draws.weighing, &scratch);
	arena_free(&scratch);
}
