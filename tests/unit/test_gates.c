/* Gates as --fail-on writes them, and what is said of others. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <math.h>

#include <cmocka.h>

#include "partner/gates.h"

struct listed {
	struct arena arena;
	struct gates gates;
};

static void list(struct listed *listed, const char *text)
{
	struct buffer fault = {0};

	if (!gates_add(&listed->gates, &listed->arena, text, &fault)) {
		buffer_putc(&fault, '\0');
		fail_msg("%s: %s", text, fault.data);
	}
	assert_int_equal(fault.length, 0);
}

static void every_form_is_read(void **state)
{
	static const char text[] = "any,added,removed,record-removed,ungraded,grade-drop,muted,"
				   "score-drop:2.5,standing:talk,sign:critical,sign:captive";
	struct listed listed = {0};
	const struct gate *items;

	(void)state;
	list(&listed, text);
	items = listed.gates.items;
	assert_int_equal(listed.gates.n, GATE_SIGN + 1);
	for (int i = 0; i <= GATE_SIGN; i++)
		assert_int_equal(items[i].kind, i);
	assert_string_equal(items[GATE_RECORD_REMOVED].text, "record-removed");
	assert_string_equal(items[GATE_SCORE_DROP].text, "score-drop:2.5");
	assert_true(items[GATE_SCORE_DROP].points == 2.5);
	assert_int_equal(items[GATE_STANDING].standing, STANDING_TALK);
	assert_int_equal(items[GATE_SIGN_LEVEL].level, SIGN_CRITICAL);
	assert_string_equal(items[GATE_SIGN].sign, "captive");
	assert_string_equal(items[GATE_SIGN].text, "sign:captive");
	arena_free(&listed.arena);
}

static void lists_add_up_and_each_gate_counts_once(void **state)
{
	struct listed listed = {0};

	(void)state;
	list(&listed, "any,score-drop:1,any");
	list(&listed, "score-drop:1.0,sign:note,standing:exit");
	list(&listed, "sign:warning,standing:gather,standing:exit,score-drop:2,sign:note");
	assert_int_equal(listed.gates.n, 7);
	assert_string_equal(listed.gates.items[1].text, "score-drop:1");
	assert_string_equal(listed.gates.items[6].text, "score-drop:2");
	arena_free(&listed.arena);
}

static void numbers_are_digits(void **state)
{
	static const struct {
		const char *text;
		double points;
	} numbers[] = {{"score-drop:0", 0}, {"score-drop:007", 7}, {"score-drop:00.5", 0.5},
		{"score-drop:100", 100}, {"score-drop:12345678901234567890", HUGE_VAL},
		{"score-drop:0000000000000000000000005", 5}};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(numbers); i++) {
		struct listed listed = {0};

		list(&listed, numbers[i].text);
		assert_true(listed.gates.items[0].points == numbers[i].points);
		arena_free(&listed.arena);
	}
}

static void every_standing_and_level_is_a_gate(void **state)
{
	struct listed listed = {0};

	(void)state;
	list(&listed, "standing:gather,standing:exit,standing:talk,standing:keep,standing:grow");
	for (int i = 0; i <= STANDING_GROW; i++)
		assert_int_equal(listed.gates.items[i].standing, i);
	list(&listed, "sign:note,sign:warning,sign:critical");
	for (int i = SIGN_NOTE; i <= SIGN_CRITICAL; i++)
		assert_int_equal(listed.gates.items[STANDING_GROW + i].level, i);
	arena_free(&listed.arena);
}

static void what_is_no_gate_is_explained(void **state)
{
	static const char *const faults[][2] = {
		{"nothing",
			"unknown gate 'nothing'; write one of any, added, removed, record-removed, "
			"ungraded, grade-drop, muted, score-drop:5, standing:exit, sign:critical"},
		{"grade_drop", "unknown gate 'grade_drop'; did you mean 'grade-drop'"},
		{"any, added", "unknown gate ' added'; did you mean 'added'"},
		{"any:1", "unknown gate 'any:1'; did you mean 'any'"},
		{"score-drp:5", "unknown gate 'score-drp:5'; did you mean 'score-drop:5'"},
		{"signs", "unknown gate 'signs'; did you mean 'sign:critical'"},
		{"stading:", "unknown gate 'stading:'; did you mean 'standing:exit'"},
		{"", "a gate is missing in ''"},
		{"any,,muted", "a gate is missing in 'any,,muted'"},
		{"any,", "a gate is missing in 'any,'"},
		{"score-drop:", "a number is missing after 'score-drop:', as in score-drop:5"},
		{"score-drop", "a number is missing after 'score-drop:', as in score-drop:5"},
		{"standing:", "a standing is missing after 'standing:', as in standing:exit"},
		{"sign", "a level or a sign is missing after 'sign:', as in sign:critical"},
		{"standing:kep", "unknown standing 'kep' in 'standing:kep'; did you mean 'keep'"},
		{"standing:leave",
			"unknown standing 'leave' in 'standing:leave'; "
			"write one of grow, keep, talk, exit, gather"},
		{"sign:critica",
			"unknown sign 'critica' in 'sign:critica'; "
			"did you mean 'critical'"},
		{"sign:captve", "unknown sign 'captve' in 'sign:captve'; did you mean 'captive'"},
		{"sign:off",
			"unknown sign 'off' in 'sign:off'; "
			"write note, warning, critical, or the name of a sign"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(faults); i++) {
		struct listed listed = {0};
		struct buffer fault = {0};

		assert_false(gates_add(&listed.gates, &listed.arena, faults[i][0], &fault));
		buffer_putc(&fault, '\0');
		assert_string_equal(fault.data, faults[i][1]);
		buffer_free(&fault);
		arena_free(&listed.arena);
	}
}

static void other_numbers_are_refused(void **state)
{
	static const char *const numbers[] = {
		"-1", "+1", ".5", "5.", "1e3", "1.2.3", "2.55", "5%", " 5", "nan", "inf", "0x5"};
	struct arena arena = {0};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(numbers); i++) {
		struct gates gates = {0};
		struct buffer fault = {0};

		assert_false(gates_add(
			&gates, &arena, arena_printf(&arena, "score-drop:%s", numbers[i]), &fault));
		buffer_putc(&fault, '\0');
		assert_string_equal(fault.data,
			arena_printf(&arena,
				"'%s' is no number in 'score-drop:%s'; "
				"write points, with at most one decimal, as in score-drop:2.5",
				numbers[i], numbers[i]));
		assert_int_equal(gates.n, 0);
		buffer_free(&fault);
	}
	arena_free(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_form_is_read),
		cmocka_unit_test(lists_add_up_and_each_gate_counts_once),
		cmocka_unit_test(numbers_are_digits),
		cmocka_unit_test(every_standing_and_level_is_a_gate),
		cmocka_unit_test(what_is_no_gate_is_explained),
		cmocka_unit_test(other_numbers_are_refused),
	};

	return cmocka_run_group_tests_name("gates", tests, NULL, NULL);
}
