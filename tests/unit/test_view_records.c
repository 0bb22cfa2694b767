#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "decoded.h"
#include "measured.h"
#include "partner/decode.h"

/* ---- incidents, R6 ---- */

static void an_incident_belongs_while_it_is_new_or_open(void **state)
{
	static const struct {
		const char *incident;
		bool belongs;
	} rows[] = {
		{"{opened: 2026-06-30T23:59Z}", true},
		{"{opened: 2026-07-01T00:00Z}", false},
		{"{opened: 2025-07-01T00:00Z, resolved: 2025-07-02}", true},
		{"{opened: 2025-06-30T23:59Z, resolved: 2025-07-02}", false},
		{"{opened: 2025-06-30T23:59Z, resolved: 2026-06-30T23:59Z}", false},
		{"{opened: 2025-06-30T23:59Z, resolved: 2026-07-01T00:00Z}", true},
		{"{opened: 2020-01-01}", true},
		/* 00:30 in Berlin is the day before in UTC. */
		{"{opened: 2025-07-01T00:30+02:00, resolved: 2025-07-02}", false},
		{"{resolved: 2026-01-01}", false},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		char text[120];
		struct scene scene;

		snprintf(text, sizeof(text), "incidents: [%s]\n", rows[i].incident);
		scene_open_as_of(&scene, text, "2026-06-30");
		if (incident_in_window(
			    &scene.view, LIST_ITEMS(struct incident, scene.partner->incidents)) !=
			rows[i].belongs)
			fail_msg("%s", rows[i].incident);
		scene_close(&scene);
	}
}

static void the_side_that_did_not_cause_it_need_not_act(void **state)
{
	static const struct {
		const char *cause;
		enum side actor;
	} rows[] = {
		{"cause: us", SIDE_US},
		{"cause: partner", SIDE_PARTNER},
		{"cause: both", SIDE_PARTNER},
		{"cause: third-party", SIDE_PARTNER},
		{"cause: unknown", SIDE_PARTNER},
		{"id: x", SIDE_PARTNER},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		char text[60];
		struct scene scene;
		const struct incident *incident;

		snprintf(text, sizeof(text), "incidents: [{%s}]\n", rows[i].cause);
		scene_open_as_of(&scene, text, "2026-06-30");
		incident = LIST_ITEMS(struct incident, scene.partner->incidents);
		assert_int_equal(incident_actor(incident), rows[i].actor);
		assert_int_equal(incident_severity(incident), 3);
		scene_close(&scene);
	}
}

static void our_own_file_speaks_of_us(void **state)
{
	static const char *const kinds[] = {"vendor", "self"};
	static const enum side sides[] = {SIDE_PARTNER, SIDE_US};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(kinds); i++) {
		struct measure_row row = {
			.records = "milestones: [{id: a}, {id: b, by: partner}]\n"
				   "ratings: [{by: ann}, {by: bob, of: us}]\n",
			.kind = kinds[i],
		};
		struct scene scene;
		const struct milestone *milestones;
		const struct rating *ratings;

		scene_open(&scene, &row);
		milestones = LIST_ITEMS(struct milestone, scene.partner->milestones);
		ratings = LIST_ITEMS(struct rating, scene.partner->ratings);
		assert_int_equal(milestone_by(&scene.view, &milestones[0]), sides[i]);
		assert_int_equal(milestone_by(&scene.view, &milestones[1]), SIDE_PARTNER);
		assert_int_equal(rating_of(&scene.view, &ratings[0]), sides[i]);
		assert_int_equal(rating_of(&scene.view, &ratings[1]), SIDE_US);
		scene_close(&scene);
	}
}

/* Ours, undated and future feedback is not theirs; nor is what an upheld dispute took out. */
static void feedback_is_theirs_when_they_gave_it(void **state)
{
	static const bool theirs[] = {true, false, false, false, false, false};
	const struct measure_row row = {
		.records =
			"feedback: [{date: 2026-06-30, from: partner}, {date: 2026-06-30, from: us},"
			" {date: 2026-06-30}, {from: partner}, {date: 2026-07-01, from: partner},"
			" {date: 2026-06-01, from: partner}]\n"
			"disputes: [{record: 'feedback:#6', by: us, on: 2026-06-10,"
			" upheld: true, settled: 2026-06-20}]\n",
		.as_of = "2026-06-30",
	};
	struct scene scene;
	const struct feedback *feedback;

	(void)state;
	scene_open(&scene, &row);
	assert_int_equal(scene.partner->feedback.list.n, COUNT_OF(theirs));
	feedback = LIST_ITEMS(struct feedback, scene.partner->feedback);
	for (size_t i = 0; i < COUNT_OF(theirs); i++)
		assert_int_equal(feedback_is_theirs(&scene.view, &feedback[i]), theirs[i]);
	scene_close(&scene);
}

/* ---- disputes, R25 ---- */

#define RATED "ratings: [{date: 2026-01-01, by: ann}, {date: 2026-01-02, by: bob}]\n"

/* Which of two ratings count, as "12", "1", "2" or "". */
static void assert_counted(const char *records, const char *as_of, const char *expected)
{
	struct scene scene;
	const struct rating *ratings;
	char counted[3] = "";
	size_t n = 0;

	scene_open_as_of(&scene, records, as_of);
	ratings = LIST_ITEMS(struct rating, scene.partner->ratings);
	for (int i = 0; i < 2; i++)
		if (view_counts(&scene.view, &ratings[i].head))
			counted[n++] = i ? '2' : '1';
	assert_string_equal(counted, expected);
	scene_close(&scene);
}

static void only_an_upheld_dispute_takes_a_record_out(void **state)
{
	(void)state;
	assert_counted(RATED, "2026-06-30", "12");
	assert_counted(
		RATED "disputes: [{record: 'rating:#2', on: 2026-02-01}]\n", "2026-06-30", "12");
	assert_counted(RATED "disputes: [{record: 'rating:#2', settled: 2026-03-01}]\n",
		"2026-06-30", "12");
	assert_counted(RATED "disputes: [{record: 'rating:#2', settled: 2026-03-01,"
			     " upheld: false}]\n",
		"2026-06-30", "12");
	assert_counted(RATED
		"disputes: [{record: 'rating:#2', settled: 2026-03-01, upheld: true}]\n",
		"2026-06-30", "1");
	assert_counted(RATED "disputes: [{record: 'rating:#1', settled: 2026-03-01, upheld: true},"
			     " {record: 'rating:#2', settled: 2026-03-01, upheld: true}]\n",
		"2026-06-30", "");
}

static void until_it_is_settled_the_record_counts(void **state)
{
	static const char records[] = RATED
		"disputes: [{record: 'rating:#1', on: 2026-02-01, settled: 2026-03-01, upheld: true}]\n";

	(void)state;
	assert_counted(records, "2026-02-28", "12");
	assert_counted(records, "2026-03-01", "2");
}

static void a_dispute_about_nothing_takes_nothing_out(void **state)
{
	static const char *const references[] = {"rating:#3", "rating:#0", "rating:#-1", "rating:#",
		"rating:#1x", "rating:# 1", "rating:#+1", "rating:#99999999999999999999999",
		"rating:1", "ratings:#1", "rating", "", ":#1", "rating:"};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(references); i++) {
		char text[300];

		snprintf(text, sizeof(text),
			RATED "disputes: [{record: '%s', settled: 2026-03-01, upheld: true}]\n",
			references[i]);
		assert_counted(text, "2026-06-30", "12");
	}
}

/* ---- references ---- */

static void records_are_found_by_id_or_by_place(void **state)
{
	static const struct {
		const char *reference, *found;
	} rows[] = {
		{"goal:g1", "goal:g1"},
		{"goal:G1", "goal:G1"},
		{"goal:#2", "goal:G1"},
		{"goal:g", NULL},
		{"incident:INC-7", "incident:INC-7"},
		{"touchpoint:#2", "touchpoint:#2"},
		{"touchpoint:2026-01-02", NULL},
		{"milestone:g1", NULL},
		{"person:ann", "person:ann"},
		{"nothing:g1", NULL},
		{"partner:acme", NULL},
	};
	struct arena arena = {0};
	const struct partner *partner = decoded(&arena, &partner_record,
		"partner: acme\nname: Acme\nkind: vendor\npeople: [{id: ann}]\n"
		"goals: [{id: g1}, {id: G1}]\nincidents: [{id: INC-7}]\n"
		"touchpoints: [{date: 2026-01-01}, {date: 2026-01-02}]\n");

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const char *colon = strchr(rows[i].reference, ':');
		const struct record *record = NULL;
		const struct head *head = partner_find(partner, rows[i].reference);

		assert_int_equal(head != NULL, rows[i].found != NULL);
		if (!head)
			continue;
		assert_non_null(partner_list(
			partner, rows[i].reference, (size_t)(colon - rows[i].reference), &record));
		assert_string_equal(record_reference(&arena, record, head), rows[i].found);
	}
	arena_free(&arena);
}

/* Places count the merged list: the file's own first, then its companions'. */
static void places_count_on_through_companions(void **state)
{
	struct arena arena = {0};
	struct partner *partner = decoded(&arena, &partner_record,
		"partner: acme\nname: Acme\nkind: vendor\n" RATED
		"disputes: [{record: 'rating:#3', settled: 2026-03-01, upheld: true}]\n");
	const struct partner *companion = decoded(&arena, &partner_record,
		"partner: acme\nname: Acme\nkind: vendor\n"
		"ratings: [{date: 2026-01-03, by: cid}, {date: 2026-01-04, by: dan}]\n");
	const struct policy *policy = decoded(&arena, &policy_record, default_policy_yaml);
	const struct rating *ratings;
	struct view view;

	(void)state;
	decode_append_lists(&arena, &partner_record, partner, companion);
	view_init(&view, &arena, partner, &policy->rules, NULL, day("2026-06-30"), SIDE_PARTNER);
	ratings = LIST_ITEMS(struct rating, partner->ratings);
	assert_string_equal(
		record_reference(&arena, &rating_record, &ratings[2].head), "rating:#3");
	for (size_t i = 0; i < 4; i++)
		assert_int_equal(view_counts(&view, &ratings[i].head), i != 2);
	assert_string_equal(ratings[2].by.text, "cid");
	arena_free(&arena);
}

static void a_record_can_be_left_out(void **state)
{
	struct scene scene;
	const struct rating *ratings;

	(void)state;
	scene_open_as_of(&scene, RATED, "2026-06-30");
	ratings = LIST_ITEMS(struct rating, scene.partner->ratings);
	scene.view.without = &ratings[0].head;
	assert_false(view_counts(&scene.view, &ratings[0].head));
	assert_true(view_counts(&scene.view, &ratings[1].head));
	scene_close(&scene);
}

/* ---- another day, another side ---- */

#define HISTORY                                                                                \
	"ended: 2026-03-31\n" RATED                                                            \
	"disputes: [{record: 'rating:#1', on: 2026-02-01, settled: 2026-02-10, upheld: true}," \
	" {record: 'rating:#2', on: 2026-02-01, settled: 2026-03-10, upheld: true}]\n"

/* It has become what opening the same file on that day and from that side gives. */
static void assert_same_view(const struct view *moved, const struct view *opened)
{
	const struct rating *mine = LIST_ITEMS(struct rating, moved->partner->ratings);
	const struct rating *theirs = LIST_ITEMS(struct rating, opened->partner->ratings);

	assert_int_equal(moved->as_of, opened->as_of);
	assert_int_equal(moved->before, opened->before);
	assert_int_equal(moved->ended, opened->ended);
	assert_int_equal(moved->side, opened->side);
	for (size_t i = 0; i < 2; i++)
		assert_int_equal(
			view_counts(moved, &mine[i].head), view_counts(opened, &theirs[i].head));
}

static void a_view_moves_to_another_day_and_side(void **state)
{
	static const char *const days[] = {"2026-01-31", "2026-02-09", "2026-02-10", "2026-03-09",
		"2026-03-10", "2026-03-30", "2026-03-31", "2026-06-30"};
	struct scene from;

	(void)state;
	scene_open_as_of(&from, HISTORY, "2026-02-28");
	for (size_t i = 0; i < 2 * COUNT_OF(days); i++) {
		struct measure_row row = {
			.records = HISTORY, .as_of = days[i / 2], .us = i % 2 == 1};
		struct scene to;
		struct view moved;

		scene_open(&to, &row);
		view_move(&moved, &from.view, day(row.as_of), to.view.side);
		assert_same_view(&moved, &to.view);
		scene_close(&to);
	}
	assert_int_equal(from.view.as_of, day("2026-02-28"));
	assert_false(
		view_counts(&from.view, &LIST_ITEMS(struct rating, from.partner->ratings)->head));
	scene_close(&from);
}

static void a_view_moves_back_from_the_end(void **state)
{
	struct scene scene;
	struct view moved;

	(void)state;
	scene_open_as_of(&scene, HISTORY, "2026-06-30");
	assert_true(scene.view.ended);
	view_move(&moved, &scene.view, day("2026-01-31"), SIDE_PARTNER);
	assert_false(moved.ended);
	assert_int_equal(moved.as_of, day("2026-01-31"));
	assert_int_equal(moved.before, day("2025-01-31"));
	assert_true(view_counts(&moved, &LIST_ITEMS(struct rating, scene.partner->ratings)->head));
	scene_close(&scene);
}

static void what_was_left_out_stays_out(void **state)
{
	struct scene scene;
	struct view moved;
	const struct rating *ratings;

	(void)state;
	scene_open_as_of(&scene, RATED, "2026-06-30");
	ratings = LIST_ITEMS(struct rating, scene.partner->ratings);
	scene.view.without = &ratings[1].head;
	view_move(&moved, &scene.view, day("2026-03-31"), SIDE_PARTNER);
	assert_true(view_counts(&moved, &ratings[0].head));
	assert_false(view_counts(&moved, &ratings[1].head));
	scene_close(&scene);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_incident_belongs_while_it_is_new_or_open),
		cmocka_unit_test(the_side_that_did_not_cause_it_need_not_act),
		cmocka_unit_test(our_own_file_speaks_of_us),
		cmocka_unit_test(feedback_is_theirs_when_they_gave_it),
		cmocka_unit_test(only_an_upheld_dispute_takes_a_record_out),
		cmocka_unit_test(until_it_is_settled_the_record_counts),
		cmocka_unit_test(a_dispute_about_nothing_takes_nothing_out),
		cmocka_unit_test(records_are_found_by_id_or_by_place),
		cmocka_unit_test(places_count_on_through_companions),
		cmocka_unit_test(a_record_can_be_left_out),
		cmocka_unit_test(a_view_moves_to_another_day_and_side),
		cmocka_unit_test(a_view_moves_back_from_the_end),
		cmocka_unit_test(what_was_left_out_stays_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
