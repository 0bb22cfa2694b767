/* The score on other days and the slope through them, R18. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "scored.h"

#define FIGURE \
	"criteria: [{id: a, weight: 1, measures: [{measure: 'metric:m', scale: [[0, 0], [100, 100]]}]}]\n"
#define SEEN(date, value) "{date: " date ", value: " value "}"

/* One figure, ten points higher every quarter. */
#define RISING                                                                               \
	"metrics: [{id: m, observations: [" SEEN("2025-07-01", "40") ", " SEEN("2025-10-01", \
		"50") ", " SEEN("2026-01-01", "60") ", " SEEN("2026-04-01", "70") "]}]\n"

struct trend {
	struct scene scene;
	struct score today;
	struct score_point points[SLOPE_QUARTERS];
	double slope;
};

static void open_trend(struct trend *trend, const struct measure_row *row)
{
	const struct view *view = &trend->scene.view;

	take_score(&trend->scene, &trend->today, row);
	for (int i = 0; i < SLOPE_QUARTERS; i++)
		trend->points[i] = score_on(view, score_quarter(view, i + 1));
	trend->slope = score_slope(
		view, trend->points, SLOPE_QUARTERS, &trend->today, &trend->scene.arena);
}

/* ---- points ---- */

static void quarters_end_before_the_day(void **state)
{
	static const struct {
		const char *as_of, *quarters[4];
	} rows[] = {
		{"2026-06-30", {"2026-03-31", "2025-12-31", "2025-09-30", "2025-06-30"}},
		{"2026-07-01", {"2026-06-30", "2026-03-31", "2025-12-31", "2025-09-30"}},
		{"2024-02-29", {"2023-12-31", "2023-09-30", "2023-06-30", "2023-03-31"}},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const struct measure_row row = {.records = "", .as_of = rows[i].as_of};
		struct scene scene;

		scene_open(&scene, &row);
		for (int k = 0; k < 4; k++)
			assert_int_equal(
				score_quarter(&scene.view, k + 1), day(rows[i].quarters[k]));
		scene_close(&scene);
	}
}

static void a_point_is_the_score_of_its_day(void **state)
{
	static const double scores[] = {60, 50, 40, NAN};
	static const char *const grades[] = {"C", "D", "D", "-"};
	static const struct measure_row row = {.records = RISING, .policy = FIGURE};
	struct trend trend;

	(void)state;
	open_trend(&trend, &row);
	assert_close(trend.today.score, 70);
	for (int i = 0; i < SLOPE_QUARTERS; i++) {
		assert_int_equal(trend.points[i].as_of, score_quarter(&trend.scene.view, i + 1));
		assert_close(trend.points[i].score, scores[i]);
		assert_close(trend.points[i].coverage, isnan(scores[i]) ? 0 : 1);
		assert_string_equal(trend.points[i].grade, grades[i]);
	}
	scene_close(&trend.scene);
}

static void points_are_rounded_as_printed(void **state)
{
	static const struct measure_row row = {
		.records = "metrics: [{id: m, observations: [" SEEN("2026-03-01", "84.96") "]}]\n",
		.policy = FIGURE,
	};
	struct scene scene;
	struct score_point point;

	(void)state;
	scene_open(&scene, &row);
	point = score_on(&scene.view, day("2026-03-31"));
	assert_true(point.score == 85);
	assert_string_equal(point.grade, "A");
	scene_close(&scene);
}

/* The past is seen from the same side, and the view of today stays as it is. */
static void the_side_is_kept(void **state)
{
	static const struct measure_row row = {
		.records = "milestones: [{due: 2026-03-01, delivered: 2026-03-01},"
			   " {by: us, due: 2026-03-01, delivered: 2026-03-31}]\n",
		.policy = "criteria: [{id: a, weight: 1, measures: [{measure: milestone-slip,"
			  " scale: [[0, 100], [100, 0]]}]}]\n",
		.us = true,
	};
	struct scene scene;
	struct view before;
	struct score_point point;

	(void)state;
	scene_open(&scene, &row);
	before = scene.view;
	point = score_on(&scene.view, day("2026-03-21"));
	assert_close(point.score, 80);
	assert_int_equal(scene.view.as_of, before.as_of);
	assert_int_equal(scene.view.before, before.before);
	scene_close(&scene);
}

/* A dispute upheld in May takes its record out of June, not out of March. */
static void disputes_count_from_their_settlement(void **state)
{
	static const struct measure_row row = {
		.records = "metrics: [{id: m, observations: [" SEEN("2026-02-01",
			"90") "]}]\n"
			      "milestones: [{id: m1, due: 2026-03-01, delivered: 2026-03-31}]\n"
			      "disputes: [{record: 'milestone:m1', on: 2026-04-01,"
			      " settled: 2026-05-01, upheld: true}]\n",
		.policy = "criteria: [{id: a, weight: 1, measures: [{measure: milestone-slip,"
			  " scale: [[0, 100], [30, 0]]}, {measure: 'metric:m',"
			  " scale: [[0, 0], [100, 100]]}]}]\n",
	};
	struct trend trend;

	(void)state;
	open_trend(&trend, &row);
	assert_close(trend.today.score, 90);
	assert_close(trend.points[0].score, 45);
	scene_close(&trend.scene);
}

/* ---- the slope ---- */

/* Ten points in 90, 91 or 92 days: six slopes around ten. */
static void a_steady_rise_is_its_slope(void **state)
{
	static const struct measure_row row = {.records = RISING, .policy = FIGURE};
	struct trend trend;

	(void)state;
	open_trend(&trend, &row);
	assert_true(trend.slope == 10);
	scene_close(&trend.scene);
}

/* Points at 0, 1, … quarters back, newest first. */
static double slope_of(struct scene *scene, const struct score *today, size_t n,
	const double *scores, const double *coverage)
{
	struct score_point points[SLOPE_QUARTERS];

	assert_true(n <= SLOPE_QUARTERS);
	for (size_t i = 0; i < n; i++) {
		points[i] = (struct score_point){
			score_quarter(&scene->view, (int)i + 1), scores[i], 1, "C"};
		if (coverage)
			points[i].coverage = coverage[i];
		if (isnan(scores[i]))
			points[i].grade = "-";
	}
	return score_slope(&scene->view, points, n, today, &scene->arena);
}

static double slope_today(const char *since, double today, double covered, const char *grade,
	const double scores[3], const double *coverage)
{
	const struct measure_row row = {.records = since};
	const struct score score = {.score = today, .coverage = covered, .grade = grade};
	struct scene scene;
	double slope;

	scene_open(&scene, &row);
	slope = slope_of(&scene, &score, 3, scores, coverage);
	scene_close(&scene);
	return slope;
}

static void one_bad_quarter_does_not_bend_it(void **state)
{
	static const double scores[] = {70, 10, 66};

	(void)state;
	/* Pairs: 2, 31.2, 2, 59.3, 1.9, −55.7 a quarter, or nearly so. */
	assert_close(slope_today("", 72, 1, "B", scores, NULL), 2);
	assert_true(isnan(slope_today("", 72, 1, "B", (const double[]){70, NAN, NAN}, NULL)));
}

/* From 31 December it is 181 days: (50 − 47.5) / 181 × 91.3125 = 1.26. */
static void a_quarter_is_as_long_as_the_mean_one(void **state)
{
	static const double scores[] = {NAN, 47.5, 45};

	(void)state;
	/* Of 1.261, 2.5 × 91.3125 / 92 = 2.481, 5 × 91.3125 / 273 = 1.672 the middle one. */
	assert_close(slope_today("", 50, 1, "D", scores, NULL), 1.7);
}

/* Three quarters of 91, 90 and 92 days: 20 / 181 × 91.3125 = 10.09 is the middle of 70, 60, 50. */
static void what_is_ungraded_is_left_out(void **state)
{
	static const double scores[] = {60, 50, NAN};

	(void)state;
	assert_close(slope_today("", 70, 1, "B", scores, NULL), 10.1);
	assert_true(isnan(slope_today("", 70, 1, "-", scores, NULL)));
	assert_close(slope_today("", 70, 1, "-", (const double[]){60, 50, 40}, NULL), 10);
	assert_true(isnan(slope_today("", NAN, 0, "-", (const double[]){NAN, NAN, NAN}, NULL)));
}

/* A file filled in only lately is no rise. */
static void what_covers_much_less_or_more_is_left_out(void **state)
{
	static const double scores[] = {60, 50, 90};
	static const double apart[] = {0.8, 0.6, 0.5999}, near[] = {0.8, 0.6, 0.6};
	static const double above[] = {0.8, 0.9, 1};

	(void)state;
	assert_close(slope_today("", 70, 0.8, "B", scores, apart), 10.1);
	assert_close(slope_today("", 70, 0.8, "B", scores, near), 1.7);
	assert_close(slope_today("", 70, 0.8, "B", scores, above), 1.7);
	assert_close(slope_today("", 70, 0.7999, "B", scores, above), 10.1);
}

static void nothing_counts_before_the_beginning(void **state)
{
	static const double scores[] = {60, 50, 90};

	(void)state;
	assert_close(slope_today("since: 2025-09-30\n", 70, 1, "B", scores, NULL), 1.7);
	assert_close(slope_today("since: 2025-10-01\n", 70, 1, "B", scores, NULL), 10.1);
	assert_close(
		slope_today("contract: {start: 2025-10-01}\n", 70, 1, "B", scores, NULL), 10.1);
	assert_true(isnan(slope_today("since: 2026-01-01\n", 70, 1, "B", scores, NULL)));
}

static void today_counts_as_it_is_printed(void **state)
{
	static const double scores[] = {70, 70, 70};

	(void)state;
	assert_true(slope_today("", 70.04, 1, "B", scores, NULL) == 0);
	assert_true(slope_today("", 70.36, 1, "B", (const double[]){70.1, NAN, 69.6}, NULL) == 0.3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(quarters_end_before_the_day),
		cmocka_unit_test(a_point_is_the_score_of_its_day),
		cmocka_unit_test(points_are_rounded_as_printed),
		cmocka_unit_test(the_side_is_kept),
		cmocka_unit_test(disputes_count_from_their_settlement),
		cmocka_unit_test(a_steady_rise_is_its_slope),
		cmocka_unit_test(one_bad_quarter_does_not_bend_it),
		cmocka_unit_test(a_quarter_is_as_long_as_the_mean_one),
		cmocka_unit_test(what_is_ungraded_is_left_out),
		cmocka_unit_test(what_covers_much_less_or_more_is_left_out),
		cmocka_unit_test(nothing_counts_before_the_beginning),
		cmocka_unit_test(today_counts_as_it_is_printed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
