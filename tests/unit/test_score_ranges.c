/* How far scores can be trusted, as of 2026-06-30: R12, R13, R14. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "near.h"
#include "scored.h"

/* What one rating is unsure by, in points of the score: t at 0.975 with df 8, × 0.8 × 25. */
#define HALF (2.306004135204166 * 20)

static void assert_range(struct interval got, double low, double high)
{
	assert_near(got.low, low);
	assert_near(got.high, high);
}

static void assert_no_range(struct interval got)
{
	assert_true(isnan(got.low) && isnan(got.high));
}

/* ---- one measure ---- */

#define ALONE(measure) "criteria: [{id: a, weight: 1, measures: [{measure: " measure "}]}]\n"
#define SCALED(measure, scale) ALONE(measure ", scale: " scale)
#define ONE_IN_TWO                                                                             \
	"milestones: [{due: 2026-03-01, delivered: 2026-03-01}, {due: 2026-03-01, delivered: " \
	"2026-03-02}]\n"

static void points_range_over_what_the_value_may_be(void **state)
{
	double low = 0.09453120573423074, high = 0.9054687942657693;
	const struct {
		const char *scale;
		double points;
		struct interval range;
	} rows[] = {
		{"[[0, 0], [1, 100]]", 50, {100 * low, 100 * high}},
		{"[[0, 100], [1, 0]]", 50, {100 * low, 100 * high}},
		/* humped: best in between, though the value lies aside of it */
		{"[[0, 0], [0.6, 100], [1, 0]]", 500 / 6.0, {low * 1000 / 6, 100}},
		{"[[0, 80], [0.4, 10], [1, 40]]", 15, {10, 80 - 175 * low}},
		{"[[0.5, 20], [0.6, 30]]", 20, {20, 30}},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		char policy[200];
		struct measure_row row = {.records = ONE_IN_TWO, .policy = policy};
		const struct scored_measure *measure;
		struct scene scene;
		struct score score;

		snprintf(policy, sizeof(policy), SCALED("milestones-on-time", "%s"), rows[i].scale);
		take_ranges(&scene, &score, &row);
		measure = &score.criteria[0].measures[0];
		assert_near(measure->points, rows[i].points);
		assert_range(measure->value_range, low, high);
		assert_range(measure->points_range, rows[i].range.low, rows[i].range.high);
		assert_range(score.criteria[0].range, rows[i].range.low, rows[i].range.high);
		assert_range(score.range, rows[i].range.low, rows[i].range.high);
		scene_close(&scene);
	}
}

/* 180 of 730 days lie in windows, all contacts in them: the ratio is 2.8 at least. */
#define PEAKS                                                        \
	"contract: {end: 2025-06-30, renewal: auto}\ntouchpoints:\n" \
	"  - {date: 2024-07-01, initiated_by: us}\n"                 \
	"  - {date: 2025-06-30, initiated_by: partner}\n"            \
	"  - {date: 2025-06-02, initiated_by: partner}\n"            \
	"  - {date: 2026-06-01, initiated_by: partner}\n"            \
	"  - {date: 2026-06-15, initiated_by: partner}\n"            \
	"  - {date: 2026-06-29, initiated_by: partner}\n"

/* It is worth nothing, but may be worth what its low end is. */
static void a_ratio_without_bound_is_worth_nothing(void **state)
{
	static const char *const policies[] = {ALONE("steady-attention"),
		SCALED("steady-attention", "[[1, 100], [2, 70], [4, 20]]"),
		SCALED("steady-attention", "[[1, 0], [4, 50]]")};
	double low = 0.4781762498950185 / 0.5218237501049815 * 550 / 180;
	const double highs[] = {70 - 35 * (low - 2), 70 - 25 * (low - 2), 50};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(policies); i++) {
		struct measure_row row = {.records = PEAKS, .policy = policies[i]};
		const struct scored_measure *measure;
		struct scene scene;
		struct score score;

		take_ranges(&scene, &score, &row);
		measure = &score.criteria[0].measures[0];
		assert_true(isnan(measure->taken.value) && measure->points == 0);
		assert_near(measure->value_range.low, low);
		assert_true(isinf(measure->value_range.high));
		assert_range(measure->points_range, 0, highs[i]);
		assert_range(score.range, 0, highs[i]);
		scene_close(&scene);
	}
}

static void without_a_value_there_is_no_range(void **state)
{
	static const struct measure_row row = {
		.records = ONE_IN_TWO,
		.policy = "criteria:\n"
			  "  - {id: a, weight: 1, measures: [{measure: milestones-on-time},"
			  " {measure: voice}]}\n"
			  "  - {id: b, weight: 1, measures: [{measure: voice}]}\n",
	};
	struct scene scene;
	struct score score;

	(void)state;
	take_ranges(&scene, &score, &row);
	assert_no_range(score.criteria[0].measures[1].value_range);
	assert_no_range(score.criteria[0].measures[1].points_range);
	assert_no_range(score.criteria[1].range);
	assert_true(score.criteria[0].range.low < score.criteria[0].range.high);
	assert_near(score.range.low, score.criteria[0].range.low);
	assert_near(score.range.high, score.criteria[0].range.high);
	scene_close(&scene);
}

static void an_empty_file_has_no_range(void **state)
{
	static const struct measure_row row = {.records = ""};
	struct scene scene;
	struct score score;

	(void)state;
	take_ranges(&scene, &score, &row);
	assert_no_range(score.range);
	for (size_t i = 0; i < score.n; i++)
		assert_no_range(score.criteria[i].range);
	scene_close(&scene);
}

/* ---- sums ---- */

#define RATED(rater, what) \
	"  - {by: " rater ", date: 2026-06-30, scores: {" what "}, evidence: [x.txt]}\n"
#define SAID(rater, what) "  - {by: " rater ", date: 2026-06-30, scores: {" what "}}\n"
#define SHARE "{measure: milestones-on-time, scale: [[0, 0], [1, 100]]}"

/* Opinion without evidence weighs half: panel 1/3, share 2/3; both at 50 points. */
static void parts_of_a_criterion_add_up_in_squares(void **state)
{
	static const struct measure_row row = {
		.records = ONE_IN_TWO "ratings:\n" SAID("ann", "a: 3"),
		.policy =
			"criteria: [{id: a, weight: 1, measures: [{measure: panel}, " SHARE "]}]\n",
	};
	double share = 100 * (0.5 - 0.09453120573423074) * 2 / 3, panel = HALF / 3;
	double reach = sqrt(share * share + panel * panel);
	struct scene scene;
	struct score score;

	(void)state;
	take_ranges(&scene, &score, &row);
	assert_range(score.criteria[0].measures[0].points_range, 50 - HALF, 50 + HALF);
	assert_range(score.criteria[0].range, 50 - reach, 50 + reach);
	assert_range(score.range, 50 - reach, 50 + reach);
	scene_close(&scene);
}

#define TWO_PANELS                                                          \
	"criteria:\n  - {id: a, weight: 1, measures: [{measure: panel}]}\n" \
	"  - {id: b, weight: 1, measures: [{measure: panel}]}\n"

/* Everybody says 3. Each panel weighs half and is unsure by HALF/√n. */
static const struct {
	const char *ratings;
	double a, b;        /* effective numbers of votes */
	double correlation; /* 0.3125 × overlap of the raters' shares */
} panels[] = {
	/* the same raters */
	{RATED("ann", "a: 3, b: 3"), 1, 1, 0.3125},
	{RATED("ann", "a: 3, b: 3") RATED("bob", "a: 3, b: 3"), 2, 2, 0.3125},
	/* nobody in common */
	{RATED("ann", "a: 3") RATED("bob", "b: 3"), 1, 1, 0},
	/* one of two: ½·½ / √(½·½) */
	{RATED("ann", "a: 3") RATED("bob", "a: 3, b: 3") RATED("cy", "b: 3"), 2, 2, 0.15625},
	/* one alone and with another: ½ / √(1·½) */
	{RATED("ann", "a: 3") RATED("bob", "a: 3, b: 3"), 2, 1, 0.3125 * 0.7071067811865476},
	/* shares ⅔ and ⅓ of a, ⅓ and ⅔ of b: (2 + 2) / 5 */
	{RATED("ann", "a: 3") SAID("ann", "b: 3") SAID("bob", "a: 3") RATED("bob", "b: 3"), 1.8,
		1.8, 0.25},
};

static void check_panels(const struct calibration_file *calibration)
{
	for (size_t i = 0; i < COUNT_OF(panels); i++) {
		char text[600];
		struct measure_row row = {.records = text, .policy = TWO_PANELS};
		double a = HALF / 2 / sqrt(panels[i].a), b = HALF / 2 / sqrt(panels[i].b);
		double correlation = calibration ? 0 : panels[i].correlation;
		double reach = sqrt(a * a + b * b + 2 * correlation * a * b);
		struct scene scene;
		struct score score;

		snprintf(text, sizeof(text), "ratings:\n%s", panels[i].ratings);
		scene_open(&scene, &row);
		scene.view.calibration = calibration;
		score_take(&score, &scene.arena, &scene.view, true);
		score_ranges(&score, &scene.arena, &scene.view, quantiles_of(&scene.view));
		assert_range(score.range, 50 - reach, 50 + reach);
		scene_close(&scene);
	}
}

static void uncalibrated_panels_of_the_same_raters_hang_together(void **state)
{
	(void)state;
	check_panels(NULL);
}

/* One that knows nobody, nor how noisy ratings are. */
static void calibrated_panels_do_not(void **state)
{
	static const struct calibration_file calibration = {.name = "empty"};

	(void)state;
	check_panels(&calibration);
}

/* Facts and panels, and two facts of the same events, are taken as independent. */
static void only_panels_hang_together(void **state)
{
	static const struct measure_row row = {
		.records = ONE_IN_TWO "ratings:\n" RATED("ann", "a: 3"),
		.policy = "criteria:\n  - {id: a, weight: 2, measures: [{measure: panel}]}\n"
			  "  - {id: b, weight: 1, measures: [" SHARE "]}\n"
			  "  - {id: c, weight: 1, measures: [" SHARE "]}\n",
	};
	double share = 25 * (0.5 - 0.09453120573423074), panel = HALF / 2;
	double reach = sqrt(2 * share * share + panel * panel);
	struct scene scene;
	struct score score;

	(void)state;
	take_ranges(&scene, &score, &row);
	assert_range(score.range, 50 - reach, 50 + reach);
	scene_close(&scene);
}

/* ---- what holds of all ---- */

static const char *const everything =
	"since: 2020-01-01\ncadence: 1mo\n"
	"milestones: [{due: 2026-03-01, delivered: 2026-03-01}, {due: 2026-03-05},"
	" {due: 2026-04-01, delivered: 2026-04-01}]\n"
	"incidents: [{severity: 1, opened: 2026-02-01, ownership: owned, cause: partner},"
	" {severity: 3, opened: 2026-02-01, effort: minimal, cause: both}]\n"
	"goals: [{start: 2026-01-01, shared: 2026-01-01}, {title: b}]\n"
	"feedback: [{date: 2026-01-01, from: us}]\n"
	"ratings:\n" RATED("ann", "value: 5, people: 4.5, support: 2, cost: 1")
		SAID("bob", "value: 5, delivery: 3, relationship: 1");

static void assert_within(struct interval range, double score)
{
	if (isnan(score)) {
		assert_no_range(range);
	} else {
		assert_true(range.low >= 0 && range.low <= score + 1e-9);
		assert_true(range.high <= 100 && range.high >= score - 1e-9);
	}
}

/* From hardly sure to quite sure, the ranges grow and stay within the scale. */
static void ranges_surround_their_scores(void **state)
{
	static const char *const confidences[] = {"0%", "50%", "95%", "99.999%", "100%"};
	double width = -1;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(confidences); i++) {
		char policy[40];
		struct measure_row row = {.records = everything, .policy = policy};
		struct scene scene;
		struct score score;

		snprintf(policy, sizeof(policy), "confidence: %s\n", confidences[i]);
		take_ranges(&scene, &score, &row);
		for (size_t k = 0; k < score.n; k++)
			assert_within(score.criteria[k].range, score.criteria[k].score);
		assert_within(score.range, score.score);
		assert_true(score.range.high - score.range.low > width);
		width = score.range.high - score.range.low;
		scene_close(&scene);
	}
}

/* Without common raters it does not matter whether criteria or measures are added up. */
static void nested_sums_agree_with_flat_ones(void **state)
{
	static const struct calibration_file calibration = {.name = "empty"};
	struct measure_row row = {.records = everything};
	struct interval_part parts[16];
	struct interval nested;
	struct scene scene;
	struct score score;
	double weight = 0;
	size_t n = 0;

	(void)state;
	scene_open(&scene, &row);
	scene.view.calibration = &calibration;
	score_take(&score, &scene.arena, &scene.view, true);
	score_ranges(&score, &scene.arena, &scene.view, quantiles_of(&scene.view));
	for (size_t i = 0; i < score.n; i++)
		if (!isnan(score.criteria[i].score))
			weight += score.criteria[i].weight;
	for (size_t i = 0; i < score.n; i++)
		if (!isnan(score.criteria[i].score))
			parts[n++] = (struct interval_part){score.criteria[i].weight / weight,
				score.criteria[i].score, score.criteria[i].range};
	nested = interval_combine(parts, n);
	assert_true(n > 4);
	assert_range(score.range, nested.low, nested.high);
	scene_close(&scene);
}

#define WEIGHED(a, b, c, d)                                                                    \
	"criteria:\n  - {id: value, weight: " a ", measures: [{measure: panel, weight: " c     \
	"}, {measure: milestones-on-time, weight: " d "}]}\n  - {id: people, weight: " b       \
	", measures: [{measure: panel, weight: " c "}, {measure: incident-conduct, weight: " d \
	"}]}\n"

static void scaling_all_weights_changes_nothing(void **state)
{
	static const char *const policies[] = {
		WEIGHED("2", "1", "1", "3"),
		WEIGHED("200", "100", "1", "3"),
		WEIGHED("2", "1", "0.01", "0.03"),
	};
	struct score first;
	struct scene kept;

	(void)state;
	take_ranges(
		&kept, &first, &(struct measure_row){.records = everything, .policy = policies[0]});
	for (size_t i = 1; i < COUNT_OF(policies); i++) {
		struct scene scene;
		struct score score;

		take_ranges(&scene, &score,
			&(struct measure_row){.records = everything, .policy = policies[i]});
		assert_range(score.range, first.range.low, first.range.high);
		for (size_t k = 0; k < 2; k++)
			assert_range(score.criteria[k].range, first.criteria[k].range.low,
				first.criteria[k].range.high);
		assert_near(score_tolerance(&score, &scene.arena),
			score_tolerance(&first, &kept.arena));
		scene_close(&scene);
	}
	scene_close(&kept);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(points_range_over_what_the_value_may_be),
		cmocka_unit_test(a_ratio_without_bound_is_worth_nothing),
		cmocka_unit_test(without_a_value_there_is_no_range),
		cmocka_unit_test(an_empty_file_has_no_range),
		cmocka_unit_test(parts_of_a_criterion_add_up_in_squares),
		cmocka_unit_test(uncalibrated_panels_of_the_same_raters_hang_together),
		cmocka_unit_test(calibrated_panels_do_not),
		cmocka_unit_test(only_panels_hang_together),
		cmocka_unit_test(ranges_surround_their_scores),
		cmocka_unit_test(nested_sums_agree_with_flat_ones),
		cmocka_unit_test(scaling_all_weights_changes_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
