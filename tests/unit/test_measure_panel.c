/* Ratings and metrics as of 2026-06-30; 2026-01-01 is 180 days before, one half-life. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "measured.h"
#include "partner/score.h"

/* ---- panel, R11 ---- */

#define SHOWN(rater, date, points) \
	"  - {by: " rater ", date: " date ", scores: {value: " points "}, evidence: [x.txt]}\n"
#define SAID(rater, date, points) \
	"  - {by: " rater ", date: " date ", scores: {value: " points "}}\n"

static void the_panel_is_a_weighted_mean_of_raters(void **state)
{
	static const struct measure_row rows[] = {
		{"nobody", "", NO_DATA},
		{"nobody on this", "ratings: [{by: ann, date: 2026-06-30, scores: {people: 4}}]\n",
			NO_DATA},
		{"one", "ratings:\n" SAID("ann", "2026-06-30", "4"), MEASURED(4, 1)},
		{"without evidence half: (4 + ½) / 1½",
			"ratings:\n" SHOWN("ann", "2026-06-30", "4") SAID("bob", "2026-06-30", "1"),
			MEASURED(3, 2)},
		{"after a half-life half: (5 + ½·2) / 1½",
			"ratings:\n" SHOWN("ann", "2026-06-30", "5")
				SHOWN("bob", "2026-01-01", "2"),
			MEASURED(4, 2)},
		{"both: (5 + ¼·2.5) / 1¼",
			"ratings:\n" SHOWN("ann", "2026-06-30", "5")
				SAID("bob", "2026-01-01", "2.5"),
			MEASURED(4.5, 2)},
		{"an empty list is no evidence",
			"ratings:\n" SHOWN("ann", "2026-06-30",
				"4") "  - {by: bob, date: 2026-06-30, scores: {value: 1}, evidence: []}\n",
			MEASURED(3, 2)},
		{"a half-life of 90 days: (5 + ¼·2.5) / 1¼",
			"ratings:\n" SHOWN("ann", "2026-06-30", "5")
				SHOWN("bob", "2026-01-01", "2.5"),
			MEASURED(4.5, 2), .policy = "half_life: 90d\n"},
		{"no weight without evidence",
			"ratings:\n" SHOWN("ann", "2026-06-30", "4") SAID("bob", "2026-06-30", "1"),
			MEASURED(4, 1), .policy = "unevidenced_weight: 0%\n"},
		{"nor without any", "ratings:\n" SAID("bob", "2026-06-30", "1"), NO_DATA,
			.policy = "unevidenced_weight: 0%\n"},
	};

	(void)state;
	check_measure("panel", rows, COUNT_OF(rows));
}

static void of_each_rater_the_latest_rating_counts(void **state)
{
	static const struct measure_row rows[] = {
		{"in order",
			"ratings:\n" SAID("ann", "2026-05-01", "1") SAID("ann", "2026-06-30", "4"),
			MEASURED(4, 1)},
		{"in another",
			"ratings:\n" SAID("ann", "2026-06-30", "4") SAID("ann", "2026-05-01", "1"),
			MEASURED(4, 1)},
		{"on one day the later in the list",
			"ratings:\n" SAID("ann", "2026-06-30", "1") SAID("ann", "2026-06-30", "4"),
			MEASURED(4, 1)},
		{"a later one on something else takes nothing back",
			"ratings:\n" SAID("ann", "2026-05-01",
				"4") "  - {by: ann, date: 2026-06-30, scores: {people: 1}}\n",
			MEASURED(4, 1)},
		{"not what comes after D",
			"ratings:\n" SAID("ann", "2026-06-30", "4") SAID("ann", "2026-07-01", "1"),
			MEASURED(4, 1)},
		{"the first day of W", "ratings:\n" SAID("ann", "2025-07-01", "4"), MEASURED(4, 1)},
		{"the day before", "ratings:\n" SAID("ann", "2025-06-30", "4"), NO_DATA},
		{"nobody's", "ratings: [{date: 2026-06-30, scores: {value: 4}}]\n", NO_DATA},
		{"when it is struck out the one before",
			"ratings:\n" SAID("ann", "2026-05-01", "4") SAID("ann", "2026-06-30",
				"1") "disputes: [{record: 'rating:#2', settled: 2026-06-30, upheld: true}]\n",
			MEASURED(4, 1)},
	};

	(void)state;
	check_measure("panel", rows, COUNT_OF(rows));
}

#define OF_US(rater) "  - {by: " rater ", of: us, date: 2026-06-30, scores: {value: 2}}\n"
#define PEOPLE "people: [{id: ann}, {id: pat, side: partner}]\n"

static void nobody_counts_as_a_judge_of_their_own_side(void **state)
{
	static const struct measure_row rows[] = {
		{"they of themselves", PEOPLE "ratings:\n" SAID("pat", "2026-06-30", "5"), NO_DATA},
		{"we of them", PEOPLE "ratings:\n" SAID("ann", "2026-06-30", "4"), MEASURED(4, 1)},
		{"somebody unknown of them", PEOPLE "ratings:\n" SAID("who", "2026-06-30", "4"),
			MEASURED(4, 1)},
		{"of us is not of them", PEOPLE "ratings:\n" OF_US("ann"), NO_DATA},
		{"they of us", PEOPLE "ratings:\n" OF_US("pat"), MEASURED(2, 1), .us = true},
		{"we of us", PEOPLE "ratings:\n" OF_US("ann"), MEASURED(2, 1), .us = true},
		{"in our own file all are of us",
			PEOPLE "ratings:\n" SAID("ann", "2026-06-30", "4")
				SAID("pat", "2026-06-30", "2"),
			MEASURED(3, 2), .us = true, .kind = "self"},
	};

	(void)state;
	check_measure("panel", rows, COUNT_OF(rows));
}

static void opinion_weighs_by_its_evidence(void **state)
{
	static const struct {
		const char *ratings;
		double factor;
	} rows[] = {
		{SHOWN("ann", "2026-06-30", "4"), 1},
		{SAID("ann", "2026-06-30", "4"), 0.5},
		{SHOWN("ann", "2026-06-30", "4") SAID("bob", "2026-06-30", "4"), 0.75},
		/* age lessens a vote, not the panel */
		{SHOWN("ann", "2026-01-01", "4") SAID("bob", "2026-06-30", "4"), 0.75},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		char text[400];
		struct measure_row row = {.records = text};
		struct scene scene;

		snprintf(text, sizeof(text), "ratings:\n%s", rows[i].ratings);
		scene_open(&scene, &row);
		assert_true(scene_take(&scene, "panel", "value").factor == rows[i].factor);
		scene_close(&scene);
	}
}

static void votes_show_what_is_not_counted(void **state)
{
	static const struct measure_row row = {
		.records = PEOPLE "ratings:\n" SAID("pat", "2026-06-30", "5")
			SHOWN("ann", "2026-01-01", "2.5") SAID("who", "2025-06-30", "1"),
	};
	struct scene scene;
	struct panel_vote *votes;

	(void)state;
	scene_open(&scene, &row);
	assert_int_equal(panel_votes(&scene.view, "value", &scene.arena, &votes), 2);
	assert_string_equal(votes[0].person->id.text, "pat");
	assert_true(votes[0].raw == 5 && votes[0].shown_weight == 0 && !votes[0].evidence);
	assert_string_equal(votes[1].rating->by.text, "ann");
	assert_true(votes[1].raw == 2.5 && votes[1].adjusted == 2.5);
	assert_true(votes[1].shown_weight == 0.5 && votes[1].weight == 1 && votes[1].evidence);
	scene_close(&scene);
}

/* ---- metrics, R45 ---- */

#define KPI(aggregate)                                                                      \
	"criteria: [{id: kpi, weight: 1, measures: [{measure: 'metric:up', scale: [[0, 0]," \
	" [100, 100]]" aggregate "}]}]\n"
#define LAST KPI("")
#define MEAN KPI(", aggregate: mean")
#define RECENCY KPI(", aggregate: recency")
#define METRIC(observations) "metrics: [{id: up, observations: [" observations "]}]\n"
#define AT(date, value) "{date: " date ", value: " value "},"

/* Newest first 80, 60, 100; the last one lies before W. */
#define THREE METRIC(AT("2026-06-30", "80") AT("2025-07-01", "60") AT("2025-06-30", "100"))

static void a_metric_is_aggregated_as_the_policy_says(void **state)
{
	static const struct measure_row rows[] = {
		{"the last", THREE, MEASURED(80, 1), .policy = LAST},
		{"the mean of W", THREE, MEASURED(70, 2), .policy = MEAN},
		{"by recency, W or not: (12·80 + 11·60 + 10·100) / 33", THREE,
			MEASURED(2620 / 33.0, 3), .policy = RECENCY},
		{"in any order",
			METRIC(AT("2025-06-30", "100") AT("2026-06-30", "80")
					AT("2025-07-01", "60")),
			MEASURED(2620 / 33.0, 3), .policy = RECENCY},
		{"of one day the later in the list is newer",
			METRIC(AT("2026-06-30", "1") AT("2026-06-30", "2")), MEASURED(2, 1),
			.policy = LAST},
		{"not what comes after D", METRIC(AT("2026-06-30", "80") AT("2026-07-01", "1")),
			MEASURED(80, 1), .policy = RECENCY},
	};

	(void)state;
	check_measure("metric:up", rows, COUNT_OF(rows));
}

static void a_metric_needs_an_observation_in_the_window(void **state)
{
	static const char *const policies[] = {LAST, MEAN, RECENCY};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(policies); i++) {
		const struct measure_row rows[] = {
			{"none", "metrics: [{id: up}]\n", NO_DATA, .policy = policies[i]},
			{"none in W", METRIC(AT("2025-06-30", "80")), NO_DATA,
				.policy = policies[i]},
			{"on its first day", METRIC(AT("2025-07-01", "80")), MEASURED(80, 1),
				.policy = policies[i]},
			{"no such metric", "metrics: [{id: down}]\n", NO_DATA,
				.policy = policies[i]},
			{"not of our side", THREE, NOT_APPLICABLE, .us = true,
				.policy = policies[i]},
			{"but in our own file", METRIC(AT("2026-06-30", "80")), MEASURED(80, 1),
				.us = true, .kind = "self", .policy = policies[i]},
			{"struck out by a dispute",
				METRIC(AT("2026-06-30",
					"80")) "disputes: [{record: 'metric:up', settled: 2026-06-30, upheld: true}]\n",
				NO_DATA, .policy = policies[i]},
		};

		check_measure("metric:up", rows, COUNT_OF(rows));
	}
}

/* The vectors of partner-policy(5): observations newest first, month by month, and the score. */
static void a_scorecard_of_one_figure_gives_known_scores(void **state)
{
	static const struct {
		double values[13];
		size_t n;
		double score;
		const char *grade;
	} rows[] = {
		{{80, 60, 100}, 3, 79.4, "B"},
		{{90, 20}, 2, 56.5, "C"},
		{{79.95}, 1, 80.0, "B"},
		{{50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 0}, 13, 50.0, "D"},
		{{100, 100, 100}, 3, 100.0, "A"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		char text[1000];
		int length =
			snprintf(text, sizeof(text), "metrics:\n  - id: up\n    observations:\n");
		struct measure_row row = {.records = text, .policy = RECENCY};
		struct scene scene;
		struct score score;

		for (size_t k = 0; k < rows[i].n; k++) {
			char date[DATE_SIZE];

			length += snprintf(text + length, sizeof(text) - (size_t)length,
				"      - {date: %s, value: %g}\n",
				date_format(date_add_months(day("2026-06-30"), -(int)k), date),
				rows[i].values[k]);
		}
		scene_open(&scene, &row);
		score_take(&score, &scene.arena, &scene.view, true);
		assert_true(score_round(score.score) == rows[i].score);
		assert_string_equal(score.grade, rows[i].grade);
		scene_close(&scene);
	}
}

static void no_figure_is_no_grade(void **state)
{
	static const struct measure_row row = {.records = "", .policy = RECENCY};
	struct scene scene;
	struct score score;

	(void)state;
	scene_open(&scene, &row);
	score_take(&score, &scene.arena, &scene.view, true);
	assert_true(score.score != score.score);
	assert_string_equal(score.grade, "-");
	scene_close(&scene);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_panel_is_a_weighted_mean_of_raters),
		cmocka_unit_test(of_each_rater_the_latest_rating_counts),
		cmocka_unit_test(nobody_counts_as_a_judge_of_their_own_side),
		cmocka_unit_test(opinion_weighs_by_its_evidence),
		cmocka_unit_test(votes_show_what_is_not_counted),
		cmocka_unit_test(a_metric_is_aggregated_as_the_policy_says),
		cmocka_unit_test(a_metric_needs_an_observation_in_the_window),
		cmocka_unit_test(a_scorecard_of_one_figure_gives_known_scores),
		cmocka_unit_test(no_figure_is_no_grade),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
