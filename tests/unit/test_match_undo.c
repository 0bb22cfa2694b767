/* A version with one of its changes undone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "decoded.h"
#include "matched.h"
#include "measured.h"

static const struct partner *undo(struct versions *versions, size_t i)
{
	struct matching matching;

	match_partners(&matching, &versions->arena, versions->from, versions->to);
	assert_in_range(matching.n, i + 1, SIZE_MAX);
	return match_undo(&versions->arena, versions->from, versions->to, &matching.changes[i]);
}

static void undoing_leaves_both_versions_alone(void **state)
{
	static const char from[] = "note: x\nincidents: [{id: a}, {id: b}]\ncontract: {}\n";
	static const char to[] = "incidents: [{id: c}, {id: b, severity: 1}]\nplan: {}\n";
	struct versions versions, again;

	(void)state;
	versions_open(&versions, from, to);
	versions_open(&again, from, to);
	for (size_t i = 0; i < 6; i++)
		undo(&versions, i);
	assert_string_equal(changes_text(&versions.arena, again.from, versions.from, SIZE_MAX), "");
	assert_string_equal(changes_text(&versions.arena, again.to, versions.to, SIZE_MAX), "");
	versions_close(&again);
	versions_close(&versions);
}

static void undoing_a_new_list_leaves_none(void **state)
{
	struct versions versions;
	const struct partner *undone;

	(void)state;
	versions_open(&versions, "touchpoints: [{date: 2026-01-01}]\n", "incidents: [{id: a}]\n");
	undone = undo(&versions, 0);
	assert_int_equal(undone->incidents.list.n, 0);
	assert_int_equal(undone->incidents.list.leaf.state, LEAF_ABSENT);
	undone = undo(&versions, 1);
	assert_int_equal(undone->touchpoints.list.n, 1);
	assert_int_equal(undone->touchpoints.list.leaf.state, LEAF_SOUND);
	versions_close(&versions);
}

static void what_comes_back_gets_a_place_of_its_own(void **state)
{
	struct versions versions;
	const struct touchpoint *touchpoints;

	(void)state;
	versions_open(&versions, "touchpoints: [{date: 2026-01-01}, {date: 2026-01-02}]\n",
		"touchpoints: [{date: 2026-01-02}, {date: 2026-01-02}]\n");
	touchpoints = LIST_ITEMS(struct touchpoint, undo(&versions, 1)->touchpoints);
	assert_int_equal(touchpoints[0].head.place, 1);
	assert_int_equal(touchpoints[1].head.place, 2);
	assert_int_equal(touchpoints[2].head.place, 3);
	assert_int_equal(touchpoints[2].date.date, day("2026-01-01"));
	touchpoints = LIST_ITEMS(struct touchpoint, undo(&versions, 0)->touchpoints);
	assert_int_equal(touchpoints[0].head.place, 1);
	versions_close(&versions);
}

/* Who of those who rated by the first version and by this one counts: "acd". */
static const char *counted(struct arena *arena, const struct partner *partner)
{
	const struct policy *policy = decoded(arena, &policy_record, default_policy_yaml);
	struct buffer who = {0};
	struct view view;

	view_init(&view, arena, partner, &policy->rules, NULL, day("2026-06-30"), SIDE_PARTNER);
	EACH (struct rating, rating, partner->ratings) {
		size_t at = (size_t)(rating - LIST_ITEMS(struct rating, partner->ratings));

		assert_string_equal(view.raters[view.rater_of[at]].id, rating->by.text);
		if (view_counts(&view, &rating->head))
			buffer_puts(&who, rating->by.text);
	}
	return buffer_keep(&who, arena);
}

#define RATING(by) "{date: 2026-01-01, by: " by "}"
#define UPHELD(record) "disputes: [{record: '" record "', settled: 2026-03-01, upheld: true}]\n"

static void references_by_place_lead_to_the_same_records(void **state)
{
	static const struct {
		const char *from, *to, *counted;
	} rows[] = {
		{"[" RATING("b") ", " RATING("c") "]",
			"[" RATING("a") ", " RATING("b") ", " RATING("c") "]", "c"},
		{"[" RATING("b") ", " RATING("c") "]",
			"[" RATING("b") ", " RATING("a") ", " RATING("c") "]", "bc"},
		{"[" RATING("a") ", " RATING("b") "]",
			"[" RATING("a") ", " RATING("b") ", " RATING("c") "]", "a"},
		{"[" RATING("d") ", " RATING("a") ", " RATING("b") "]",
			"[" RATING("a") ", " RATING("b") "]", "ad"},
		{"[{date: 2026-01-01, by: b, note: x}, " RATING("a") "]",
			"[" RATING("a") ", " RATING("b") "]", "a"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct versions versions;
		char from[300], to[300];

		snprintf(from, sizeof(from), "%s%s%s\n", UPHELD("rating:#2"),
			"ratings: ", rows[i].from);
		snprintf(to, sizeof(to), "%s%s%s\n", UPHELD("rating:#2"), "ratings: ", rows[i].to);
		versions_open(&versions, from, to);
		assert_string_equal(counted(&versions.arena, undo(&versions, 0)), rows[i].counted);
		versions_close(&versions);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(undoing_leaves_both_versions_alone),
		cmocka_unit_test(undoing_a_new_list_leaves_none),
		cmocka_unit_test(what_comes_back_gets_a_place_of_its_own),
		cmocka_unit_test(references_by_place_lead_to_the_same_records),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
