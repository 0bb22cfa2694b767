/* What a change says: its fields, its place, its order among the others. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "matched.h"

/* ---- fields ---- */

static void a_list_of_scalars_is_one_value_with_its_order(void **state)
{
	(void)state;
	assert_changes("incidents: [{id: a, evidence: [one, two]}]\n",
		"incidents: [{id: a, evidence: [two, one]}]\n",
		"changed incident:a, evidence [one, two] to [two, one]\n");
	assert_changes("exit: {holidays: [2026-01-01]}\n", "exit: {note: x}\n",
		"changed exit, holidays [2026-01-01] to none, note none to x\n");
	assert_changes("tags: [a]\nincidents: [{id: a}]\n",
		"tags: []\nincidents: [{id: a, evidence: []}]\n",
		"changed partner, tags [a] to []\n"
		"changed incident:a, evidence none to []\n");
}

static void texts_are_told_as_they_are(void **state)
{
	(void)state;
	assert_changes("incidents: [{id: a, title: 'x: y'}]\n",
		"incidents: [{id: a, title: \"true\\n{}\\e[m\"}]\n",
		"changed incident:a, title x: y to true\n{}\033[m\n");
}

static void values_are_told_as_they_are_written(void **state)
{
	(void)state;
	assert_changes("costs: [{kind: staff, from: 2026-01-01, forecast: 10 EUR}]\n"
		       "ratings: [{date: 2026-01-01, by: ann, scores: {value: 4}}]\n",
		"costs: [{kind: staff, from: 2026-01-01, forecast: 10.5 EUR, to: 2026-12-31}]\n"
		"ratings: [{date: 2026-01-01, by: ann, scores: {value: 4.5, support: 3}}]\n",
		"changed cost:#1, to none to 2026-12-31, forecast 10.00 EUR to 10.50 EUR\n"
		"changed rating:#1, scores.value 4 to 4.5, scores.support none to 3\n");
}

static void points_are_told_by_criterion(void **state)
{
	(void)state;
	assert_changes("ratings: [{date: 2026-01-01, by: ann,"
		       " scores: {delivery: 4, value: 2, support: 4.5, people: 1}}]\n",
		"ratings: [{date: 2026-01-01, by: ann,"
		" scores: {technology: 5, support: 3, delivery: 4}}]\n",
		"changed rating:#1, scores.technology none to 5, scores.support 4.5 to 3,"
		" scores.value 2 to none, scores.people 1 to none\n");
}

static void points_of_one_side_are_told_as_a_whole(void **state)
{
	(void)state;
	assert_changes("ratings: [{date: 2026-01-01, by: ann, note: x}]\n",
		"ratings: [{date: 2026-01-01, by: ann, note: x, scores: {value: 4, people: 2}}]\n",
		"changed rating:#1, scores none to {value: 4, people: 2}\n");
	assert_changes("ratings: [{date: 2026-01-01, by: ann, scores: {}}]\n",
		"ratings: [{date: 2026-01-01, by: ann, scores: {value: 4}}]\n",
		"changed rating:#1, scores.value none to 4\n");
}

static void records_within_are_named_by_their_way(void **state)
{
	(void)state;
	assert_changes("contract: {notice: {period: 90d, method: letter}}\n",
		"contract: {notice: {period: 3mo, note: x}, credits: {rate: 5%}}\n",
		"changed contract, notice.period 90d to 3mo, notice.method letter to none,"
		" notice.note none to x, credits none to {rate: 5%}\n");
	assert_changes("contract: {notice: {}}\n", "contract: {}\n",
		"changed contract, notice {} to none\n");
}

static void items_with_an_id_are_named_by_it(void **state)
{
	(void)state;
	assert_changes("exit: {tasks: [{id: move, takes: 5d}, {id: tell, takes: 1d}]}\n",
		"exit: {tasks: [{id: tell, takes: 2d}, {id: test, owner: ann}]}\n",
		"changed exit, tasks.tell.takes 1d to 2d, tasks.test none to {id: test, owner: ann},"
		" tasks.move {id: move, takes: 5d} to none\n");
}

static void items_without_are_told_as_a_whole(void **state)
{
	(void)state;
	assert_changes("goals: [{id: g, observations: [{date: 2026-01-31, value: 1},"
		       " {date: 2026-02-28, value: 2}]}]\n",
		"goals: [{id: g, observations: [{date: 2026-01-31, value: 1},"
		" {date: 2026-02-28, value: 3, note: 'a, b'}, {date: 2026-03-31, value: 4}]}]\n",
		"changed goal:g, observations[] {date: 2026-02-28, value: 2} to"
		" {date: 2026-02-28, value: 3, note: \"a, b\"},"
		" observations[] none to {date: 2026-03-31, value: 4}\n");
}

/* ---- what is no list ---- */

static void single_records_come_and_go(void **state)
{
	(void)state;
	assert_changes("plan: {agreed: 2026-01-01}\nexit: {}\n", "contract: {start: 2026-01-01}\n",
		"removed plan\n"
		"added contract\n"
		"removed exit\n");
}

static void scalars_are_one_change_but_the_cadence(void **state)
{
	(void)state;
	assert_changes("tier: trial\ntags: [a]\ncadence: 2w\nnote: x\n",
		"tier: preferred\nowner: ann\ntags: [a, 'b, c']\ncadence: 4w\n",
		"changed partner, tier trial to preferred, owner none to ann,"
		" tags [a] to [a, \"b, c\"], note x to none\n"
		"changed cadence, cadence 2w to 4w\n");
	assert_changes("cadence: 2w\n", "", "changed cadence, cadence 2w to none\n");
}

static void changes_stand_in_the_order_of_the_table(void **state)
{
	(void)state;
	assert_changes("incidents: [{id: a}]\ncontract: {}\n",
		"disputes: [{record: 'goal:a'}]\nincidents: [{id: b}]\npeople: [{id: ann}]\n"
		"cadence: 1w\nnote: x\n",
		"changed partner, note none to x\n"
		"changed cadence, cadence none to 1w\n"
		"added person:ann\n"
		"removed contract\n"
		"added incident:b\n"
		"removed incident:a\n"
		"added dispute:#1\n");
}

/* ---- where ---- */

static void assert_stands(const char *from, const char *to, size_t i, int64_t line)
{
	struct versions versions;
	struct matching matching;

	versions_open(&versions, from, to);
	match_partners(&matching, &versions.arena, versions.from, versions.to);
	assert_in_range(matching.n, i + 1, SIZE_MAX);
	assert_string_equal(matching.changes[i].path, "test.yaml");
	assert_int_equal(matching.changes[i].line, line);
	versions_close(&versions);
}

static void changes_say_where_they_stand(void **state)
{
	static const char from[] = "tier: trial\nincidents:\n- {id: a}\n- {id: b}\n";
	static const char to[] = "note: x\n\n\nincidents:\n- {id: c}\n- {id: b, severity: 1}\n";

	(void)state;
	assert_stands(from, to, 0, 4);
	assert_stands("", "tier: trial\nnote: x\n", 0, 4);
	assert_stands(from, to, 1, 8);
	assert_stands(from, to, 2, 9);
	assert_stands(from, to, 3, 6);
}

static void what_stands_nowhere_is_at_the_first_key(void **state)
{
	(void)state;
	assert_stands("note: x\n", "", 0, 1);
	assert_stands("cadence: 1w\n", "", 0, 1);
	assert_stands("", "plan: {}\ncadence: 1w\n", 0, 5);
}

static void changes_point_to_their_records(void **state)
{
	struct versions versions;
	struct matching matching;
	const struct match_change *changes;

	(void)state;
	versions_open(&versions, "note: x\nincidents: [{id: a}, {id: b}]\n",
		"incidents: [{id: b, severity: 1}, {id: c}]\n");
	match_partners(&matching, &versions.arena, versions.from, versions.to);
	assert_int_equal(matching.n, 4);
	changes = matching.changes;
	assert_null(changes[0].record);
	assert_null(changes[0].from);
	assert_null(changes[0].to);
	assert_ptr_equal(changes[1].record, &incident_record);
	assert_ptr_equal(
		changes[1].from, &LIST_ITEMS(struct incident, versions.from->incidents)[1].head);
	assert_ptr_equal(
		changes[1].to, &LIST_ITEMS(struct incident, versions.to->incidents)[0].head);
	assert_null(changes[2].from);
	assert_null(changes[3].to);
	assert_null(changes[3].fields.items);
	versions_close(&versions);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_list_of_scalars_is_one_value_with_its_order),
		cmocka_unit_test(texts_are_told_as_they_are),
		cmocka_unit_test(values_are_told_as_they_are_written),
		cmocka_unit_test(points_are_told_by_criterion),
		cmocka_unit_test(points_of_one_side_are_told_as_a_whole),
		cmocka_unit_test(records_within_are_named_by_their_way),
		cmocka_unit_test(items_with_an_id_are_named_by_it),
		cmocka_unit_test(items_without_are_told_as_a_whole),
		cmocka_unit_test(single_records_come_and_go),
		cmocka_unit_test(scalars_are_one_change_but_the_cadence),
		cmocka_unit_test(changes_stand_in_the_order_of_the_table),
		cmocka_unit_test(changes_say_where_they_stand),
		cmocka_unit_test(what_stands_nowhere_is_at_the_first_key),
		cmocka_unit_test(changes_point_to_their_records),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
