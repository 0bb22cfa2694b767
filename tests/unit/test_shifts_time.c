/* What the days that passed did to the measures, record by record. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "shifted.h"

#define OBSERVATIONS                                                        \
	"metrics: [{id: f, observations: [{date: 2025-12-01, value: 50},\n" \
	"{date: 2026-06-01, value: 80}]}]\n"
#define OPINIONS                                                   \
	"ratings: [{by: ann, date: 2026-04-01, scores: {a: 5}},\n" \
	"{by: ann, date: 2026-06-01, scores: {a: 3}}]\n"
#define OLD_AND_LATE "{id: old, due: 2025-06-01, delivered: 2025-06-11}"

static void assert_time(const char *milestones, const struct row *rows, size_t n)
{
	const struct two_states states = {
		.from = milestones, .to = milestones, .since = "2026-04-30", .policy = SLIP_ALONE};

	assert_rows(&states, "milestone-slip", rows, n);
}

#define ASSERT_TIME(milestones, ...)                                                         \
	do {                                                                                 \
		const struct row expected[] = {__VA_ARGS__};                                 \
		assert_time("milestones: [" milestones "]\n", expected, COUNT_OF(expected)); \
	} while (0)

static void one_that_left_the_window_explains_all(void **state)
{
	(void)state;
	ASSERT_TIME(OLD_AND_LATE ",\n" ON_TIME, {"milestone:old", RECORD_LEFT, 5});
	ASSERT_TIME(ON_TIME ",\n" OLD_AND_LATE, {"milestone:old", RECORD_LEFT, 5});
}

static void one_that_entered_explains_all(void **state)
{
	(void)state;
	ASSERT_TIME(ON_TIME ",\n{id: new, due: 2026-05-11, delivered: 2026-05-31}",
		{"milestone:new", RECORD_ENTERED, -10});
}

/* From 10 to 71 days late, of three. */
static void one_that_grew_older_explains_all(void **state)
{
	(void)state;
	ASSERT_TIME("{id: open, due: 2026-04-20},\n" ON_TIME ",\n"
		    "{id: other, due: 2026-02-01, delivered: 2026-02-01}",
		{"milestone:open", RECORD_AGED, -61 / 3.0});
}

/* 10 late of two leaves, 20 late of two comes. */
static void what_left_and_what_entered_foot(void **state)
{
	(void)state;
	ASSERT_TIME(OLD_AND_LATE ",\n" ON_TIME ",\n"
				 "{id: new, due: 2026-05-11, delivered: 2026-05-31}",
		{"milestone:new", RECORD_ENTERED, -10}, {"milestone:old", RECORD_LEFT, 5});
}

/* The one measured alone on its day and the other on its: halves of 90 − 80. */
static void those_that_stand_alone_share_it(void **state)
{
	(void)state;
	ASSERT_TIME("{id: new, due: 2026-05-11, delivered: 2026-05-31},\n" OLD_AND_LATE,
		{"milestone:new", RECORD_ENTERED, -5}, {"milestone:old", RECORD_LEFT, -5});
}

static void a_record_can_have_a_row_in_each_step(void **state)
{
	static const struct two_states states = {
		.from = "milestones: [{id: open, due: 2026-04-20},\n" ON_TIME "]\n",
		.to = "milestones: [{id: open, due: 2026-04-20, delivered: 2026-05-10},\n" ON_TIME
		      "]\n",
		.since = "2026-04-30",
		.policy = SLIP_ALONE,
	};

	(void)state;
	ASSERT_ROWS(&states, "milestone-slip", {"milestone:open", RECORD_AGED, -30.5},
		{"milestone:open", RECORD_CHANGED, 25.5});
}

/* By the newer day nothing is measured any more, so the data has all of the effect. */
static void a_step_without_a_score_names_no_record(void **state)
{
	static const struct two_states states = {
		.from = "milestones: [" OLD_AND_LATE "]\n",
		.to = "milestones: [" OLD_AND_LATE ",\n"
		      "{id: new, due: 2026-05-11, delivered: 2026-05-31}]\n",
		.since = "2026-04-30",
		.policy = SLIP_ALONE,
	};

	(void)state;
	ASSERT_ROWS(&states, "milestone-slip", {"milestone:new", RECORD_ADDED, -10});
}

/* An observation is named by its metric. */
static void of_a_metric_the_newest_observation_enters(void **state)
{
	static const struct two_states states = {
		.from = OBSERVATIONS,
		.to = OBSERVATIONS,
		.since = "2026-04-30",
		.policy = "criteria: [" BY_FIGURE "]\n",
	};

	(void)state;
	ASSERT_ROWS(&states, "metric:f", {"metric:f", RECORD_ENTERED, 30});
}

/* So does what somebody thinks by now: without it there is what they thought before. */
static void of_a_rater_the_newest_rating_enters(void **state)
{
	static const struct two_states states = {
		.from = OPINIONS,
		.to = OPINIONS,
		.since = "2026-04-30",
		.policy = PANEL("[[1, 0], [5, 100]]"),
	};

	(void)state;
	ASSERT_ROWS(&states, "panel", {"rating:#2", RECORD_ENTERED, -50});
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_that_left_the_window_explains_all),
		cmocka_unit_test(one_that_entered_explains_all),
		cmocka_unit_test(one_that_grew_older_explains_all),
		cmocka_unit_test(what_left_and_what_entered_foot),
		cmocka_unit_test(those_that_stand_alone_share_it),
		cmocka_unit_test(a_record_can_have_a_row_in_each_step),
		cmocka_unit_test(a_step_without_a_score_names_no_record),
		cmocka_unit_test(of_a_metric_the_newest_observation_enters),
		cmocka_unit_test(of_a_rater_the_newest_rating_enters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
