/* The criteria, signs and records of a change as text: what is shown, and what is left out. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "found.h"
#include "moved.h"
#include "partner/match.h"
#include "partner/utf8.h"

static const struct card_style plain = {.columns = 80};

/* ---- what did it ---- */

static void a_weight_stands_apart_from_the_value(void **state)
{
	struct change_criterion criterion = {"support", -2.9, 0.2, 50.9, 36.3, {NULL, 0}};
	struct moved moved;

	(void)state;
	move(&moved);
	moved.change.criteria = (struct array){&criterion, 1};
	assert_moved_text(&moved,
		"  support        -2.9  50.9 to 36.3\n"
		"  support        +0.2  by another weight\n"
		"  signs",
		1);
	criterion.value_effect = 0;
	assert_moved_text(
		&moved, ", time -0.4\n  support        +0.2  by another weight\n  signs", 1);
	criterion.weight_effect = 0;
	assert_moved_text(&moved, ", time -0.4\n  signs", 1);
}

static void what_was_not_measured_says_so(void **state)
{
	struct change_measure measure = {"fault-share", -1, NAN, 61, {NULL, 0}};
	struct change_criterion criterion = {"support", -1, 0, 50.9, NAN, {&measure, 1}};
	struct moved moved;

	(void)state;
	move(&moved);
	moved.change.criteria = (struct array){&criterion, 1};
	assert_moved_text(&moved, "  support        -1.0  not measured any more, was 50.9\n", 1);
	assert_moved_text(&moved, "    fault-share  -1.0  61, not measured before\n", 1);
	measure.to = NAN;
	assert_moved_text(&moved, "    fault-share  -1.0  not measured\n", 1);
}

static void unknown_effects_are_a_dash(void **state)
{
	struct change_record records[] = {{"incident:1", RECORD_ADDED, NAN, "a.yaml", 3}};
	struct change_measure measure = {"fault-share", -1, 70, 61, LIST(records)};
	struct change_criterion criterion = {"support", -1, 0, 50.9, 40, {&measure, 1}};
	struct moved moved;

	(void)state;
	move(&moved);
	moved.change.criteria = (struct array){&criterion, 1};
	assert_moved_text(&moved, "         -  incident:1  added    a.yaml:3\n", 1);
}

static void of_many_effects_twelve_are_shown(void **state)
{
	struct change_record records[14];
	struct change_measure measure = {"fault-share", -1, 70, 61, LIST(records)};
	struct change_criterion criterion = {"support", -1, 0, 50.9, 40, {&measure, 1}};
	struct moved moved;

	(void)state;
	move(&moved);
	for (size_t i = 0; i < COUNT_OF(records); i++)
		records[i] = (struct change_record){"x:1", RECORD_AGED, -0.1, "a.yaml", 3};
	moved.change.criteria = (struct array){&criterion, 1};
	assert_moved_text(&moved, "x:1  aged     a.yaml:3\n            2 more\n  signs", 1);
}

/* ---- signs and records ---- */

static void all_that_signs_did_is_told(void **state)
{
	static const char *const names[] = {"captive", "mute-me"};
	struct moved moved;

	(void)state;
	move(&moved);
	moved.signs.eased = (struct array){names, 1};
	moved.signs.muted = (struct array){names + 1, 1};
	assert_moved_text(&moved,
		"  signs  raised blame-shifting (critical); eased captive (warning); muted\n"
		"         mute-me; cleared goals-stale\n",
		1);
	moved.card.signs.n = 0;
	assert_moved_text(&moved, "  signs  raised blame-shifting; eased captive; muted ", 1);
	moved.signs = (struct change_signs){.muted = {names + 1, 1}};
	assert_moved_text(&moved, "  signs  muted mute-me\n", 1);
	moved.signs = (struct change_signs){0};
	assert_moved_text(&moved, "  signs", 0);
}

static void fields_come_and_go(void **state)
{
	struct field_change fields[] = {{"workaround", NULL, "2026-10-02"}, {"note", "x", NULL}};
	struct changed_record record = {"incident:1", "a.yaml", 3, LIST(fields)};
	struct moved moved;

	(void)state;
	move(&moved);
	moved.records = (struct change_records){.changed = {&record, 1}};
	assert_moved_text(&moved,
		"    ~ incident:1  a.yaml:3: workaround 2026-10-02, was not there; note gone, "
		"was\n        x\n",
		1);
}

static void of_many_fields_twelve_are_shown(void **state)
{
	struct field_change fields[14];
	struct changed_record record = {"incident:1", "a.yaml", 3, LIST(fields)};
	struct moved moved;

	(void)state;
	move(&moved);
	for (size_t i = 0; i < COUNT_OF(fields); i++)
		fields[i] = (struct field_change){"f", "1", "2"};
	moved.records = (struct change_records){.changed = {&record, 1}};
	assert_moved_text(&moved, " 2,", 12);
	assert_moved_text(&moved, "; 2 more\n", 1);
}

static void long_values_are_shortened_in_the_middle(void **state)
{
	const struct card_style ascii = {.columns = 200, .ascii = true};
	struct field_change field = {"n", "0123456789012345678901234567890123456789",
		"äbcdefghijklmnopqrstuvwxyz0123456789abcdé"};
	struct changed_record record = {"incident:1", "a.yaml", 3, {&field, 1}};
	struct buffer out = {0};
	struct moved moved;

	(void)state;
	move(&moved);
	moved.records = (struct change_records){.changed = {&record, 1}};
	assert_moved_text(&moved, "n äbcdefghijklmnopqrst…wxyz0123456789abcdé", 1);
	assert_moved_text(&moved, "0123456789012345678901234567890123456789\n", 1);
	change_put_text(&out, &moved.change, &ascii);
	assert_times(&out, "n äbcdefghijklmnopqrs...xyz0123456789abcdé, was", 1);
	buffer_free(&out);
}

static void values_that_would_read_alike_are_told_in_full(void **state)
{
	struct field_change field = {"note", "the same beginning, one middle, the same end",
		"the same beginning, two middle, the same end"};
	struct changed_record record = {"incident:1", "a.yaml", 3, {&field, 1}};
	struct moved moved;

	(void)state;
	move(&moved);
	moved.records = (struct change_records){.changed = {&record, 1}};
	assert_moved_text(&moved,
		"a.yaml:3: note the same beginning, two middle, the same end,\n"
		"        was the same beginning, one middle, the same end\n",
		1);
	assert_moved_markdown(&moved,
		"note `the same beginning, two middle, the same end`, "
		"was `the same beginning, one middle, the same end`",
		1);
	field.from = "another beginning, one middle, the same end";
	assert_moved_markdown(&moved,
		"note `the same beginning, …iddle, the same end`, "
		"was `another beginning, o…iddle, the same end`",
		1);
}

/* Fourteen, of which only the last has an effect. */
static void of_many_records_the_largest_effects_are_shown(void **state)
{
	static const char *const refs[] = {"a:0", "a:1", "a:2", "a:3", "a:4", "a:5", "a:6", "a:7",
		"a:8", "a:9", "a:10", "a:11", "a:12", "incident:NB-131"};
	struct card_reference references[COUNT_OF(refs)];
	struct moved moved;

	(void)state;
	move(&moved);
	for (size_t i = 0; i < COUNT_OF(refs); i++)
		references[i] = (struct card_reference){refs[i], "a.yaml", 3};
	moved.records = (struct change_records){.added = LIST(references)};
	assert_moved_text(&moved,
		"    + a:10  a.yaml:3\n    + incident:NB-131  -2.4  a.yaml:3\n      2 more\n", 1);
	assert_moved_text(&moved, "+ a:11 ", 0);
	moved.records.added.n = 12;
	assert_moved_text(&moved, "    + a:11  a.yaml:3\n", 1);
	assert_moved_text(&moved, " more\n", 0);
}

static void hostile_texts_do_no_harm(void **state)
{
	struct buffer out = {0};
	struct moved moved;

	(void)state;
	move(&moved);
	move_texts(&moved, HOSTILE);
	change_put_text(&out, &moved.change, &plain);
	for (size_t i = 0; i < out.length; i++)
		assert_true(out.data[i] == '\n' || (unsigned char)out.data[i] >= ' ');
	assert_times(&out, "\xe2\x80\xae", 0);
	assert_int_equal(utf8_valid(out.data, out.length), out.length);
	buffer_free(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_weight_stands_apart_from_the_value),
		cmocka_unit_test(what_was_not_measured_says_so),
		cmocka_unit_test(unknown_effects_are_a_dash),
		cmocka_unit_test(of_many_effects_twelve_are_shown),
		cmocka_unit_test(all_that_signs_did_is_told),
		cmocka_unit_test(fields_come_and_go),
		cmocka_unit_test(of_many_fields_twelve_are_shown),
		cmocka_unit_test(long_values_are_shortened_in_the_middle),
		cmocka_unit_test(values_that_would_read_alike_are_told_in_full),
		cmocka_unit_test(of_many_records_the_largest_effects_are_shown),
		cmocka_unit_test(hostile_texts_do_no_harm),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
