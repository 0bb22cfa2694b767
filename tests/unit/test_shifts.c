/* What changes of single records did to the measures. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "shifted.h"

#define TWO_MILESTONES                                                     \
	"milestones: [{id: m1, due: 2026-03-01, delivered: 2026-03-01},\n" \
	"{id: m2, due: 2026-03-01, delivered: 2026-04-10}]\n"
#define FIGURE "metrics: [{id: f, observations: [{date: 2025-12-01, value: 50}]}]\n"

static void one_that_was_added_explains_all(void **state)
{
	static const struct two_states states = {
		.from = FIGURE "contract: {service_levels: [{severity: 3, resolve: 2d}]}\n"
			       "incidents:\n"
			       "- {id: i1, opened: 2026-05-01, resolved: 2026-05-01}\n",
		.to = FIGURE "contract: {service_levels: [{severity: 3, resolve: 2d}]}\n"
			     "incidents:\n"
			     "- {id: i1, opened: 2026-05-01, resolved: 2026-05-01}\n"
			     "- {id: i2, opened: 2026-05-01, resolved: 2026-05-10}\n",
		.policy = "criteria: [{id: a, weight: 1, measures: [{measure:"
			  " incident-resolution, scale: [[0, 0], [1, 100]]}]},\n" BY_FIGURE "]\n",
	};

	(void)state;
	ASSERT_ROWS(&states, "incident-resolution", {"incident:i2", RECORD_ADDED, -25});
	assert_rows(&states, "metric:f", NULL, 0);
}

#define PANEL_AND_FIGURE                                                            \
	"criteria: [{id: a, weight: 1, measures: [{measure: panel, scale: [[1, 0]," \
	" [5, 100]]}]},\n" BY_FIGURE "]\n"
#define RATINGS(one, other)                                              \
	"ratings: [{by: ann, date: 2026-06-01, scores: {a: " one "}},\n" \
	"{by: ben, date: 2026-06-01, scores: {a: " other "}}"

/* 5 and 5 become 4 and 3: 12.5 and 25 points each alone, as together. */
static void two_that_were_changed_share_it(void **state)
{
	static const struct two_states states = {
		.from = RATINGS("5", "5") "]\n",
		.to = RATINGS("4", "3") "]\n",
		.policy = PANEL("[[1, 0], [5, 100]]"),
	};

	(void)state;
	ASSERT_ROWS(&states, "panel", {"rating:#2", RECORD_CHANGED, -25},
		{"rating:#1", RECORD_CHANGED, -12.5});
}

/* From 4.5 on all is well: 5, 5 → 3, 3 loses 150/3.5, each alone 100/3.5. */
static void what_nearly_foots_is_scaled(void **state)
{
	static const struct two_states states = {
		.from = RATINGS("5", "5") "]\n",
		.to = RATINGS("3", "3") "]\n",
		.policy = PANEL("[[1, 0], [4.5, 100]]"),
	};

	(void)state;
	ASSERT_ROWS(&states, "panel", {"rating:#1", RECORD_CHANGED, -75 / 3.5},
		{"rating:#2", RECORD_CHANGED, -75 / 3.5});
}

/* 5, 5 → 3, 3 by a scale that is full from 4 on: with either undone nothing is lost. */
static void two_of_which_either_undone_undoes_all_share_it(void **state)
{
	static const struct two_states states = {
		.from = FIGURE RATINGS("5", "5") "]\n",
		.to = FIGURE RATINGS("3", "3") "]\n",
		.policy =
			"criteria: [{id: a, weight: 3, measures: [{measure: panel, scale: [[1, 0],"
			" [4, 100]]}]},\n{id: c, weight: 4, measures: [{measure: 'metric:f', scale: [[0, 0], [100, 100]]}]},\n" BY_FIGURE
			"]\n",
	};

	(void)state;
	ASSERT_ROWS(&states, "panel", {"rating:#1", RECORD_CHANGED, -6.25},
		{"rating:#2", RECORD_CHANGED, -6.25});
}

/* From 3.2 on all is well: three from 5 to 3 lose 20/2.2, and so does each alone. */
static void what_does_not_is_told_jointly(void **state)
{
	static const struct two_states states = {
		.from = RATINGS("5", "5") ", {by: cid, date: 2026-06-01, scores: {a: 5}}]\n",
		.to = RATINGS("3", "3") ", {by: cid, date: 2026-06-01, scores: {a: 3}}]\n",
		.policy = PANEL("[[1, 0], [3.2, 100]]"),
	};

	(void)state;
	ASSERT_ROWS(&states, "panel", JOINT(40 / 2.2), {"rating:#1", RECORD_CHANGED, -20 / 2.2},
		{"rating:#2", RECORD_CHANGED, -20 / 2.2}, {"rating:#3", RECORD_CHANGED, -20 / 2.2});
}

/* They move the measure, but together they do not. */
static void what_cancels_out_is_told_and_taken_back(void **state)
{
	static const struct two_states states = {
		.from = RATINGS("5", "3") "]\n",
		.to = RATINGS("3", "5") "]\n",
		.policy = PANEL("[[1, 0], [5, 100]]"),
	};

	(void)state;
	ASSERT_ROWS(&states, "panel", {"rating:#1", RECORD_CHANGED, -25},
		{"rating:#2", RECORD_CHANGED, 25});
}

static void one_that_was_removed_took_its_points_along(void **state)
{
	static const struct two_states states = {
		.from = "milestones: [{id: m1, due: 2026-03-01, delivered: 2026-03-01},\n"
			"{id: m2, due: 2026-03-01, delivered: 2026-04-10}]\n",
		.to = "milestones: [{id: m1, due: 2026-03-01, delivered: 2026-03-01}]\n",
		.policy = SLIP_ALONE,
	};

	(void)state;
	ASSERT_ROWS(&states, "milestone-slip", {"milestone:m2", RECORD_REMOVED, 20});
}

/* S from 50 to 75, S̄ 62.5: .5·(100 − 62.5). */
static void the_first_rating_brings_the_criterion(void **state)
{
	static const struct two_states states = {
		.from = FIGURE,
		.to = FIGURE "ratings: [{by: ann, date: 2026-06-01, scores: {a: 5}}]\n",
		.policy = PANEL_AND_FIGURE,
	};

	(void)state;
	ASSERT_ROWS(&states, "panel", {"rating:#1", RECORD_ADDED, 18.75});
}

/* Neither brings it: without one there is the other. 25 points either way, at .5/2·1/2 each. */
static void the_first_two_bring_it_jointly(void **state)
{
	static const struct two_states states = {
		.from = FIGURE,
		.to = FIGURE RATINGS("5", "3") "]\n",
		.policy = PANEL_AND_FIGURE,
	};

	(void)state;
	ASSERT_ROWS(&states, "panel", JOINT(9.375), {"rating:#1", RECORD_ADDED, 3.125},
		{"rating:#2", RECORD_ADDED, -3.125});
}

static void those_that_would_bring_it_back_share_it(void **state)
{
	static const struct two_states states = {
		.from = FIGURE RATINGS("5", "5") "]\n",
		.to = FIGURE,
		.policy = PANEL_AND_FIGURE,
	};

	(void)state;
	ASSERT_ROWS(&states, "panel", {"rating:#1", RECORD_REMOVED, -9.375},
		{"rating:#2", RECORD_REMOVED, -9.375});
}

#define LEVELS(days) "contract: {service_levels: [{severity: 3, resolve: " days "}]}\n"
#define INCIDENT "incidents: [{id: i1, opened: 2026-05-01, resolved: 2026-05-08}]\n"
#define RESOLUTION                                                                \
	"criteria: [{id: a, weight: 1, measures: [{measure: incident-resolution," \
	" scale: [[0, 0], [1, 100]]}]},\n" BY_FIGURE "]\n"

static void what_none_alone_would_bring_back_is_joint(void **state)
{
	static const struct two_states states = {
		.from = FIGURE LEVELS("10d") INCIDENT,
		.to = FIGURE,
		.policy = RESOLUTION,
	};

	(void)state;
	ASSERT_ROWS(&states, "incident-resolution", JOINT(-18.75));
}

static void the_contract_is_a_record_as_well(void **state)
{
	static const struct two_states states = {
		.from = FIGURE LEVELS("10d") INCIDENT,
		.to = FIGURE LEVELS("2d") INCIDENT,
		.policy = RESOLUTION,
	};

	(void)state;
	ASSERT_ROWS(&states, "incident-resolution", {"contract", RECORD_CHANGED, -50});
}

static void an_upheld_dispute_is_undone_like_any_other(void **state)
{
	static const struct two_states states = {
		.from = TWO_MILESTONES,
		.to = TWO_MILESTONES "disputes: [{record: 'milestone:m2', by: partner, reason: r,"
				     " on: 2026-05-01, settled: 2026-05-09, upheld: true}]\n",
		.policy = SLIP_ALONE,
	};

	(void)state;
	ASSERT_ROWS(&states, "milestone-slip", {"dispute:#1", RECORD_ADDED, 20});
}

/* The end of a partnership moves the day; undone, it is the day asked for again. */
static void an_end_that_is_undone_brings_the_day_back(void **state)
{
	static const struct two_states states = {
		.from = "milestones: [{id: m1, due: 2026-03-01, delivered: 2026-03-01},\n"
			"{id: m2, due: 2026-06-10}]\n",
		.to = "ended: 2026-06-15\n"
		      "milestones: [{id: m1, due: 2026-03-01, delivered: 2026-03-01},\n"
		      "{id: m2, due: 2026-06-10}]\n",
		.policy = SLIP_ALONE,
	};

	(void)state;
	ASSERT_ROWS(&states, "milestone-slip", {"partner", RECORD_CHANGED, 7.5});
}

static void put_milestones(struct buffer *text, size_t n)
{
	buffer_puts(text, "milestones:\n- {id: m, due: 2026-03-01, delivered: 2026-03-01}\n");
	for (size_t i = 0; i < n; i++)
		buffer_printf(
			text, "- {id: m%d, due: 2026-03-01, delivered: 2026-03-11}\n", (int)i);
	buffer_putc(text, '\0');
}

/* As many milestones ten days late: whatever is told, they lose 10·n/(n + 1) points. */
static void add_milestones(size_t n, size_t rows, enum record_change change)
{
	struct buffer none = {0}, many = {0};
	const struct change_record *record;
	struct two_states states;
	struct shifted of;

	put_milestones(&none, 0);
	put_milestones(&many, n);
	states = (struct two_states){.from = none.data, .to = many.data, .policy = SLIP_ALONE};
	open_shifts(&of, &states);
	record = of.rows[0][0].items;
	assert_int_equal(of.rows[0][0].n, rows);
	assert_int_equal(record->change, change);
	assert_close(of.attribution.parts[STEP_DATA], -10.0 * (double)n / ((double)n + 1));
	close_shifts(&of);
	buffer_free(&none);
	buffer_free(&many);
}

static void of_very_many_only_what_they_do_jointly_is_told(void **state)
{
	(void)state;
	add_milestones(SHIFTS_MOST, SHIFTS_MOST + 1, RECORD_JOINT);
	add_milestones(SHIFTS_MOST + 1, 1, RECORD_JOINT);
}

static void a_measure_that_is_there_twice_has_rows_twice(void **state)
{
	static const struct two_states states = {
		.from = "milestones: [" ON_TIME "]\n",
		.to = "milestones: [" ON_TIME
		      ", {id: new, due: 2026-03-01, delivered: 2026-04-10}]\n",
		.policy = "criteria: [{id: a, weight: 1, measures: [" SLIP
			  ", {measure: milestone-slip, scale: [[0, 50], [100, 0]]}]}]\n",
	};
	static const struct row expected[] = {
		{"milestone:new", RECORD_ADDED, -10}, {"milestone:new", RECORD_ADDED, -5}};
	struct shifted of;

	(void)state;
	open_shifts(&of, &states);
	assert_int_equal(of.attribution.criteria[0].n, 2);
	for (size_t i = 0; i < 2; i++) {
		assert_int_equal(of.rows[0][i].n, 1);
		assert_row(of.rows[0][i].items, &expected[i]);
	}
	close_shifts(&of);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_that_was_added_explains_all),
		cmocka_unit_test(two_that_were_changed_share_it),
		cmocka_unit_test(what_nearly_foots_is_scaled),
		cmocka_unit_test(two_of_which_either_undone_undoes_all_share_it),
		cmocka_unit_test(what_does_not_is_told_jointly),
		cmocka_unit_test(what_cancels_out_is_told_and_taken_back),
		cmocka_unit_test(one_that_was_removed_took_its_points_along),
		cmocka_unit_test(the_first_rating_brings_the_criterion),
		cmocka_unit_test(the_first_two_bring_it_jointly),
		cmocka_unit_test(those_that_would_bring_it_back_share_it),
		cmocka_unit_test(what_none_alone_would_bring_back_is_joint),
		cmocka_unit_test(the_contract_is_a_record_as_well),
		cmocka_unit_test(an_upheld_dispute_is_undone_like_any_other),
		cmocka_unit_test(an_end_that_is_undone_brings_the_day_back),
		cmocka_unit_test(of_very_many_only_what_they_do_jointly_is_told),
		cmocka_unit_test(a_measure_that_is_there_twice_has_rows_twice),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
