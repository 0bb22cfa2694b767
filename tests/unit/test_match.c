/* Which records were added, changed and removed between two versions of a partner. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "decoded.h"
#include "matched.h"
#include "partner/decode.h"

/* ---- no change ---- */

static void lines_comments_and_style_are_no_change(void **state)
{
	(void)state;
	assert_changes("incidents:\n- {id: a, title: Down}\ntouchpoints: [{date: 2026-01-01}]\n",
		"# by hand\n\ntouchpoints:\n  - date: '2026-01-01' # a call\n"
		"incidents:\n\n  - title: \"Down\"\n    id: a\n",
		"");
}

static void another_order_is_no_change(void **state)
{
	(void)state;
	assert_changes("incidents: [{id: a}, {id: b}]\n"
		       "touchpoints: [{date: 2026-01-01}, {date: 2026-01-02}]\n"
		       "goals: [{id: g, observations: [{date: 2026-01-01, value: 1},"
		       " {date: 2026-02-01, value: 2}]}]\n"
		       "ratings: [{date: 2026-01-01, by: ann, scores: {value: 4, support: 3}}]\n",
		"ratings: [{date: 2026-01-01, by: ann, scores: {support: 3, value: 4}}]\n"
		"goals: [{id: g, observations: [{date: 2026-02-01, value: 2},"
		" {date: 2026-01-01, value: 1}]}]\n"
		"touchpoints: [{date: 2026-01-02}, {date: 2026-01-01}]\n"
		"incidents: [{id: b}, {id: a}]\n",
		"");
}

static void the_same_value_written_otherwise_is_no_change(void **state)
{
	(void)state;
	assert_changes("contract: {credits: {rate: 5%}}\nincidents:"
		       " [{id: a, opened: 2026-03-04T02:10Z}]\n",
		"contract: {credits: {rate: 0.05}}\nincidents:"
		" [{id: a, opened: 2026-03-04 03:10+01:00}]\n",
		"");
}

static void an_empty_list_of_records_is_as_none(void **state)
{
	(void)state;
	assert_changes("", "incidents: []\n", "");
	assert_changes("goals: [{id: g}]\n", "goals: [{id: g, observations: []}]\n", "");
	assert_changes("incidents: [{id: a}]\n", "incidents: []\n", "removed incident:a\n");
	assert_changes("incidents: []\n", "incidents: [{id: a}]\n", "added incident:a\n");
}

/* A companion's records follow those of the file itself. */
static void another_file_is_no_change(void **state)
{
	struct arena arena = {0};
	const struct partner *from = decoded(&arena, &partner_record,
		HEAD "ratings: [{date: 2026-01-01, by: ann}, {date: 2026-01-02, by: bob}]\n");
	struct partner *to =
		decoded(&arena, &partner_record, HEAD "ratings: [{date: 2026-01-02, by: bob}]\n");
	const struct partner *companion =
		decoded(&arena, &partner_record, HEAD "ratings: [{date: 2026-01-01, by: ann}]\n");

	(void)state;
	decode_append_lists(&arena, &partner_record, to, companion);
	assert_string_equal(changes_text(&arena, from, to, SIZE_MAX), "");
	arena_free(&arena);
}

/* ---- records with an id ---- */

static void records_are_matched_by_id(void **state)
{
	(void)state;
	assert_changes("incidents: [{id: a, severity: 1}, {id: b, severity: 2}, {id: c}]\n",
		"incidents: [{id: d}, {id: b, severity: 3}, {id: a, severity: 1}]\n",
		"added incident:d\n"
		"changed incident:b, severity 2 to 3\n"
		"removed incident:c\n");
}

static void another_id_is_another_record(void **state)
{
	(void)state;
	assert_changes("incidents: [{id: a, title: Down}]\n", "incidents: [{id: b, title: Down}]\n",
		"added incident:b\n"
		"removed incident:a\n");
}

static void an_id_never_matches_none(void **state)
{
	(void)state;
	assert_changes("incidents: [{title: Down}]\n", "incidents: [{id: a, title: Down}]\n",
		"added incident:a\n"
		"removed incident:#1\n");
}

/* ---- records without ---- */

static void equal_records_are_used_once_each(void **state)
{
	(void)state;
	assert_changes("touchpoints: [{date: 2026-01-01}, {date: 2026-01-01}]\n",
		"touchpoints: [{date: 2026-01-01}]\n", "removed touchpoint:#2\n");
	assert_changes("touchpoints: [{date: 2026-01-01}]\n",
		"touchpoints: [{date: 2026-01-01}, {date: 2026-01-01}, {date: 2026-01-01}]\n",
		"added touchpoint:#2\n"
		"added touchpoint:#3\n");
}

static void equal_records_come_before_equal_keys(void **state)
{
	(void)state;
	assert_changes(
		"touchpoints: [{date: 2026-01-01, note: one}, {date: 2026-01-01, note: two}]\n",
		"touchpoints: [{date: 2026-01-01, note: two}, {date: 2026-01-01, note: three}]\n",
		"changed touchpoint:#2, note one to three\n");
	assert_changes("touchpoints: [{date: 2026-01-01, note: a}, {date: 2026-01-01, note: b},"
		       " {date: 2026-01-01, note: a}]\n",
		"touchpoints: [{date: 2026-01-01, note: c}, {date: 2026-01-01, note: a}]\n",
		"changed touchpoint:#1, note b to c\n"
		"removed touchpoint:#3\n");
}

static void equal_keys_pair_in_the_order_of_the_lists(void **state)
{
	(void)state;
	assert_changes("touchpoints: [{date: 2026-01-01, note: a}, {date: 2026-01-01, note: b}]\n",
		"touchpoints: [{date: 2026-01-01, note: c}, {date: 2026-01-01, note: d},"
		" {date: 2026-01-01, note: e}]\n",
		"changed touchpoint:#1, note a to c\n"
		"changed touchpoint:#2, note b to d\n"
		"added touchpoint:#3\n");
}

static void those_without_a_key_pair_among_each_other(void **state)
{
	(void)state;
	assert_changes("touchpoints: [{note: a}, {date: 2026-01-01, note: b}, {note: c}]\n",
		"touchpoints: [{date: 2026-01-02, note: a}, {note: d}, {note: c}]\n",
		"added touchpoint:#1\n"
		"changed touchpoint:#2, note a to d\n"
		"removed touchpoint:#2\n");
	assert_changes("incidents: [{title: a}]\n", "incidents: [{title: b}]\n",
		"changed incident:#1, title a to b\n");
}

/* Each list has its keys: with all of them equal it is changed, with one other it is not. */
static void every_list_has_its_keys(void **state)
{
	static const struct {
		const char *list, *record, *keys, *others[3];
	} rows[] = {
		{"touchpoints", "touchpoint", "date: 2026-01-01, kind: call, initiated_by: us",
			{"date: 2026-01-02, kind: call, initiated_by: us",
				"date: 2026-01-01, kind: visit, initiated_by: us",
				"date: 2026-01-01, kind: call, initiated_by: partner"}},
		{"exchanges", "exchange", "date: 2026-01-01, direction: given, kind: lead",
			{"date: 2026-01-02, direction: given, kind: lead",
				"date: 2026-01-01, direction: received, kind: lead",
				"date: 2026-01-01, direction: given, kind: training"}},
		{"costs", "cost", "kind: staff, from: 2026-01-01",
			{"kind: exit, from: 2026-01-01", "kind: staff, from: 2026-01-02"}},
		{"feedback", "feedback", "date: 2026-01-01, from: us",
			{"date: 2026-01-02, from: us", "date: 2026-01-01, from: partner"}},
		{"conversations", "conversation", "date: 2026-01-01, kind: praise",
			{"date: 2026-01-02, kind: praise", "date: 2026-01-01, kind: recovery"}},
		{"ratings", "rating", "date: 2026-01-01, by: ann, of: us",
			{"date: 2026-01-02, by: ann, of: us", "date: 2026-01-01, by: bob, of: us",
				"date: 2026-01-01, by: ann, of: partner"}},
		{"disputes", "dispute", "record: 'goal:a', by: us",
			{"record: 'goal:b', by: us", "record: 'goal:a', by: partner"}},
		{"exceptions", "exception", "mute: silence", {"mute: decline"}},
		{"relies_on", "reliance", "name: Example Grid", {"name: Example Net"}},
	};
	char from[200], to[200], expected[200];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		snprintf(from, sizeof(from), "%s: [{%s, note: a}]\n", rows[i].list, rows[i].keys);
		snprintf(to, sizeof(to), "%s: [{%s, note: b}]\n", rows[i].list, rows[i].keys);
		snprintf(
			expected, sizeof(expected), "changed %s:#1, note a to b\n", rows[i].record);
		assert_changes(from, to, expected);
		for (size_t other = 0; other < 3 && rows[i].others[other]; other++) {
			snprintf(to, sizeof(to), "%s: [{%s, note: a}]\n", rows[i].list,
				rows[i].others[other]);
			snprintf(expected, sizeof(expected), "added %s:#1\nremoved %s:#1\n",
				rows[i].record, rows[i].record);
			assert_changes(from, to, expected);
		}
	}
}

/* ---- people ---- */

static const struct partner *with_shared(
	struct arena *arena, const char *people, const char *shared)
{
	struct partner *partner =
		decoded(arena, &partner_record, arena_printf(arena, HEAD "people: [%s]\n", people));
	const struct people_file *file =
		decoded(arena, &people_record, arena_printf(arena, "people: [%s]\n", shared));

	partner_merge_people(arena, partner, file);
	return partner;
}

static void people_are_compared_as_they_were_merged(void **state)
{
	struct arena arena = {0};
	const struct partner *from =
		with_shared(&arena, "{id: ann}", "{id: ann, name: Ann}, {id: bob}");
	const struct partner *moved =
		with_shared(&arena, "{id: bob}, {id: ann, name: Ann}", "{id: bob}");
	const struct partner *to =
		with_shared(&arena, "{id: ann}", "{id: ann, name: Anna}, {id: cid}");

	(void)state;
	assert_string_equal(changes_text(&arena, from, moved, SIZE_MAX), "");
	assert_string_equal(changes_text(&arena, from, to, SIZE_MAX),
		"changed person:ann, name Ann to Anna\n"
		"added person:cid\n"
		"removed person:bob\n");
	arena_free(&arena);
}

/* ---- lists ---- */

static void pairs_stand_by_the_newer_list(void **state)
{
	struct versions versions;
	const struct match_pair *pairs;
	const struct incident *from, *to;
	size_t n;

	(void)state;
	versions_open(&versions, "incidents: [{id: a}, {id: b}, {id: c}]\n",
		"incidents: [{id: d}, {id: c}, {id: a, severity: 1}]\n");
	from = LIST_ITEMS(struct incident, versions.from->incidents);
	to = LIST_ITEMS(struct incident, versions.to->incidents);
	pairs = match_lists(&versions.arena, &incident_record, &versions.from->incidents.list,
		&versions.to->incidents.list, &n);
	assert_int_equal(n, 4);
	assert_true(!pairs[0].from && pairs[0].to == &to[0].head && !pairs[0].equal);
	assert_true(pairs[1].from == &from[2].head && pairs[1].to == &to[1].head && pairs[1].equal);
	assert_true(
		pairs[2].from == &from[0].head && pairs[2].to == &to[2].head && !pairs[2].equal);
	assert_true(pairs[3].from == &from[1].head && !pairs[3].to && !pairs[3].equal);
	versions_close(&versions);
}

/* What is faulty was reported; here it only must not do harm. */
static void what_is_faulty_equals_nothing(void **state)
{
	struct versions versions;
	struct partner broken;
	struct touchpoint touchpoint;

	(void)state;
	versions_open(&versions, "", "touchpoints: [{date: 2026-01-01, note: x}]\n");
	touchpoint = *LIST_ITEMS(struct touchpoint, versions.to->touchpoints);
	touchpoint.note = (struct text_field){.leaf.state = LEAF_FAULTY};
	broken = *versions.to;
	broken.touchpoints.list.items = &touchpoint;
	broken.tier.leaf.state = LEAF_FAULTY;
	broken.plan.head.leaf.state = LEAF_FAULTY;
	assert_string_equal(changes_text(&versions.arena, &broken, &broken, SIZE_MAX),
		"changed partner, tier none to none\n"
		"changed touchpoint:#1, note none to none\n");
	versions_close(&versions);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_comments_and_style_are_no_change),
		cmocka_unit_test(another_order_is_no_change),
		cmocka_unit_test(the_same_value_written_otherwise_is_no_change),
		cmocka_unit_test(an_empty_list_of_records_is_as_none),
		cmocka_unit_test(another_file_is_no_change),
		cmocka_unit_test(records_are_matched_by_id),
		cmocka_unit_test(another_id_is_another_record),
		cmocka_unit_test(an_id_never_matches_none),
		cmocka_unit_test(equal_records_are_used_once_each),
		cmocka_unit_test(equal_records_come_before_equal_keys),
		cmocka_unit_test(equal_keys_pair_in_the_order_of_the_lists),
		cmocka_unit_test(those_without_a_key_pair_among_each_other),
		cmocka_unit_test(every_list_has_its_keys),
		cmocka_unit_test(people_are_compared_as_they_were_merged),
		cmocka_unit_test(pairs_stand_by_the_newer_list),
		cmocka_unit_test(what_is_faulty_equals_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
