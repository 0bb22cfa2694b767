#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "partner/decode.h"
#include "partner/partner.h"
#include "probe.h"

/* A text decoded with all its faults, which stay in the list. */
struct attempt {
	struct arena arena;
	struct diag_list faults;
	void *object;
};

static void attempt_open(struct attempt *attempt, const struct record *record, const char *text,
	const char *companion_of)
{
	struct decoder decoder = {&attempt->arena, &attempt->faults, "t.yaml", companion_of};
	const struct yaml_node *root = NULL;
	struct yaml_stream *stream;

	*attempt = (struct attempt){.faults = {.arena = &attempt->arena}};
	stream = yaml_open(&attempt->arena, "t.yaml", text, strlen(text), &attempt->faults);
	attempt->object = arena_alloc(&attempt->arena, record->size);
	assert_int_equal(yaml_next(stream, &root), YAML_DOCUMENT);
	decode_record(&decoder, record, root, attempt->object);
	yaml_close(stream);
	diag_sort(&attempt->faults);
}

static void attempt_close(struct attempt *attempt)
{
	arena_free(&attempt->arena);
}

static void assert_faults(const struct record *record, const char *text, const char *expected)
{
	struct attempt attempt;
	struct buffer printed = {0};

	attempt_open(&attempt, record, text, NULL);
	for (size_t i = 0; i < attempt.faults.n; i++)
		diag_put_line(&printed, &attempt.faults.items[i]);
	buffer_putc(&printed, '\0');
	assert_string_equal(printed.data, expected);
	buffer_free(&printed);
	attempt_close(&attempt);
}

/* What is wrong with one value, after `t.yaml:1:` and in front of the line's end. */
static const struct {
	const char *text, *fault;
} refusals[] = {
	{"text: \"a\\0b\"", "7: error: invalid text 'a'; remove the NUL character [P007]"},
	{"text: [a]", "7: error: wrong shape of 'text'; write one text [P006]"},
	{"text: {a: b}", "7: error: wrong shape of 'text'; write one text [P006]"},
	{"partner_id: Acme", "13: error: invalid partner id 'Acme'; write it in lower case [P007]"},
	{"id: a b",
		"5: error: invalid id 'a b'; "
		"use A-Z, a-z, 0-9, '.', '_', '-', a letter or digit first [P007]"},
	{"word: grene",
		"7: error: unknown word 'grene'; "
		"did you mean 'green'; one of red, green, blue [P009]"},
	{"word: violet", "7: error: unknown word 'violet'; one of red, green, blue [P009]"},
	{"word: \"red\\0\"", "7: error: invalid word 'red'; remove the NUL character [P007]"},
	{"whole: 1.5", "8: error: invalid whole number '1.5'; write a whole number, 1 to 4 [P007]"},
	{"whole: 5", "8: error: out of range whole number '5'; 1 to 4 [P008]"},
	{"whole: 0", "8: error: out of range whole number '0'; 1 to 4 [P008]"},
	{"number: 1e3",
		"9: error: invalid number '1e3'; write a decimal number, as in 0.85 [P007]"},
	{"atleast: -0.5", "10: error: out of range number '-0.5'; 0 or more [P008]"},
	{"share: 101%",
		"8: error: out of range share '101%'; shares are 0% to 100%, or 0 to 1 [P008]"},
	{"share: 85", "8: error: out of range share '85'; shares are 0% to 100%, or 0 to 1 [P008]"},
	{"weight: -1%", "9: error: out of range weight '-1%'; "},
	{"weight: many",
		"9: error: invalid weight 'many'; write a decimal number, as in 0.85 [P007]"},
	{"flag: yes", "7: error: invalid flag 'yes'; write true [P007]"},
	{"flag: off", "7: error: invalid flag 'off'; write false [P007]"},
	{"date: 2025-02-29",
		"7: error: invalid date '2025-02-29'; that month has days 01 to 28 [P007]"},
	{"date: 2026-3-1",
		"7: error: invalid date '2026-3-1'; write year, month and day as in 2026-03-04 [P007]"},
	{"duration: 3", "11: error: invalid duration '3'; add a unit: min h d bd w mo y [P007]"},
	{"money: 500.5 JPY", "8: error: invalid amount of money '500.5 JPY'; "},
	{"price: 0.1",
		"8: error: invalid price '0.1'; write a price and its currency, like 0.023 USD"},
	{"time: 2026-03-04T02:10", "7: error: invalid time '2026-03-04T02:10'; "},
	{"texts: a", "8: error: wrong shape of 'texts'; write a list [P006]"},
	{"ids: {a: b}", "6: error: wrong shape of 'ids'; write a list [P006]"},
	{"dates: 2026-03-04", "8: error: wrong shape of 'dates'; write a list of dates [P006]"},
	{"dates: [2026-03-04, soon]", "21: error: invalid date 'soon'; "},
	{"ids: [ok, no way]", "11: error: invalid id 'no way'; "},
	{"words: [red, read]",
		"14: error: unknown words 'read'; did you mean 'red'; one of red, green, blue [P009]"},
	{"scores: [4]",
		"9: error: wrong shape of 'scores'; write a map: {value: 4, support: 2.5} [P006]"},
	{"scores: {a: 2.7}",
		"13: error: out of range points '2.7'; whole or half points from 1 to 5 [P008]"},
	{"scores: {a: 0.5}",
		"13: error: out of range points '0.5'; whole or half points from 1 to 5 [P008]"},
	{"scores: {a: 5.5}",
		"13: error: out of range points '5.5'; whole or half points from 1 to 5 [P008]"},
	{"scores: {a: good}", "13: error: invalid number 'good'; "},
	{"scale: 5", "8: error: wrong shape of 'scale'; write pairs: [[0, 0], [1, 100]] [P006]"},
	{"scale: [[0, 0], [1]]",
		"17: error: wrong shape of 'scale'; write pairs: [[0, 0], [1, 100]] [P006]"},
	{"scale: [[0, 0, 0]]",
		"9: error: wrong shape of 'scale'; write pairs: [[0, 0], [1, 100]] [P006]"},
	{"scale: [[0, low]]", "13: error: invalid number 'low'; "},
	{"one: 5", "6: error: wrong shape of 'one'; write a map of its fields [P006]"},
	{"one: {size: 10}", "13: error: out of range whole number '10'; 1 to 9 [P008]"},
	{"many: {id: a}", "7: error: wrong shape of 'many'; write a list [P006]"},
	{"many: [5]", "8: error: wrong shape of 'inner'; write a map of its fields [P006]"},
};

static void refuses_each_kind_in_its_own_words(void **state)
{
	struct buffer printed = {0};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(refusals); i++) {
		const char *fault = refusals[i].fault;
		struct attempt attempt;

		attempt_open(&attempt, &probe_record, refusals[i].text, NULL);
		if (attempt.faults.n != 1)
			fail_msg("%s: %d faults", refusals[i].text, (int)attempt.faults.n);
		buffer_clear(&printed);
		diag_put_line(&printed, &attempt.faults.items[0]);
		if (strncmp(printed.data, "t.yaml:1:", 9) != 0 ||
			strncmp(printed.data + 9, fault, strlen(fault)) != 0)
			fail_msg("%s: %.*s", refusals[i].text, (int)printed.length, printed.data);
		attempt_close(&attempt);
	}
	buffer_free(&printed);
}

static void reports_all_faults_of_a_text_in_order(void **state)
{
	(void)state;
	assert_faults(&probe_record,
		"whole: 9\n"
		"colour: red\n"
		"many:\n"
		"  - {id: a b}\n"
		"  - 7\n"
		"  - {size: x}\n"
		"date: 2026-13-01\n",
		"t.yaml:1:8: error: out of range whole number '9'; 1 to 4 [P008]\n"
		"t.yaml:2:1: error: unknown field 'colour'; one of text, partner_id, id, word, "
		"whole, number, atleast, share, weight, flag, date, time, duration, money, price, "
		"texts, ids, words, dates, scores, scale, one, many [P003]\n"
		"t.yaml:4:10: error: invalid id 'a b'; "
		"use A-Z, a-z, 0-9, '.', '_', '-', a letter or digit first [P007]\n"
		"t.yaml:5:5: error: wrong shape of 'inner'; write a map of its fields [P006]\n"
		"t.yaml:6:12: error: invalid whole number 'x'; write a whole number, 1 to 9 [P007]\n"
		"t.yaml:7:7: error: invalid date '2026-13-01'; months are 01 to 12 [P007]\n");
}

static void an_empty_value_is_no_value(void **state)
{
	(void)state;
	assert_faults(&probe_record, "text:\nwhole:\ntexts:\none:\n",
		"t.yaml:1:6: error: invalid text ''; give it a value, or remove the key [P007]\n"
		"t.yaml:2:7: error: invalid whole number ''; "
		"give it a value, or remove the key [P007]\n"
		"t.yaml:3:7: error: wrong shape of 'texts'; write a list [P006]\n"
		"t.yaml:4:5: error: wrong shape of 'one'; write a map of its fields [P006]\n");
}

static void names_what_is_missing_with_an_example(void **state)
{
	(void)state;
	assert_faults(&partner_record, "since: 2026-01-01\n",
		"t.yaml:1:1: error: missing field 'partner'; for example 'partner: acme' [P005]\n"
		"t.yaml:1:1: error: missing field 'name'; "
		"for example 'name: Acme Hosting' [P005]\n"
		"t.yaml:1:1: error: missing field 'kind'; for example 'kind: vendor' [P005]\n");
}

static void a_misspelt_field_is_not_called_missing_as_well(void **state)
{
	(void)state;
	assert_faults(&partner_record, "partner: acme\nnmae: Acme\nkind: vendor\n",
		"t.yaml:2:1: error: unknown field 'nmae'; did you mean 'name' [P003]\n");
}

static void a_faulty_value_is_not_called_missing_as_well(void **state)
{
	(void)state;
	assert_faults(&partner_record, "partner: acme\nname: Acme\nkind: vender\n",
		"t.yaml:3:7: error: unknown kind 'vender'; did you mean 'vendor'; "
		"one of vendor, services, channel, technology, self [P009]\n");
}

static void a_missing_space_after_the_colon_is_seen(void **state)
{
	(void)state;
	assert_faults(&probe_record, "{date:2026-01-01}\n",
		"t.yaml:1:2: error: unknown field 'date:2026-01-01'; "
		"write a space after the colon [P003]\n");
}

static void a_name_with_a_nul_is_another_name(void **state)
{
	struct attempt attempt;

	(void)state;
	attempt_open(&attempt, &probe_record, "\"text\\0x\": a\n", NULL);
	assert_int_equal(attempt.faults.n, 1);
	assert_int_equal(attempt.faults.items[0].rule, P003_UNKNOWN_FIELD);
	attempt_close(&attempt);
}

static void a_document_must_be_a_map(void **state)
{
	static const char fault[] = "t.yaml:1:1: error: wrong shape of 'probe'; "
				    "write 'name: value' lines [P006]\n";

	(void)state;
	assert_faults(&probe_record, "[a]\n", fault);
	assert_faults(&probe_record, "just text\n", fault);
}

static void what_is_faulty_is_neither_present_nor_absent(void **state)
{
	struct attempt attempt;
	const struct probe *probe;

	(void)state;
	attempt_open(&attempt, &probe_record,
		"date: soon\nmony: 5 USD\ntexts: x\nids: [a, b c]\none: 1\nmany: [{id: x y}]\n",
		NULL);
	probe = attempt.object;
	assert_true(FAULTY(probe->date));
	assert_true(FAULTY(probe->money));
	assert_true(FAULTY(probe->texts.list));
	assert_true(FAULTY(probe->ids.list));
	assert_true(FAULTY(probe->one.head));
	assert_true(FAULTY(probe->many.list));
	assert_true(ABSENT(probe->time));
	attempt_close(&attempt);
}

static void a_right_name_makes_up_for_a_misspelt_one(void **state)
{
	static const char *const texts[] = {"texx: a\ntext: b\n", "text: b\ntexx: a\n"};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		struct attempt attempt;
		const struct probe *probe;

		attempt_open(&attempt, &probe_record, texts[i], NULL);
		probe = attempt.object;
		assert_int_equal(attempt.faults.n, 1);
		assert_true(HAS(probe->text));
		assert_string_equal(probe->text.text, "b");
		attempt_close(&attempt);
	}
}

static void of_a_key_written_twice_the_first_one_stands(void **state)
{
	struct attempt attempt;
	const struct probe *probe;

	(void)state;
	attempt_open(&attempt, &probe_record, "whole: 2\nwhole: 3\nscores: {a: 1, a: 5}\n", NULL);
	probe = attempt.object;
	assert_int_equal(attempt.faults.n, 2);
	assert_int_equal(attempt.faults.items[0].rule, P004_DUPLICATE_KEY);
	assert_int_equal(attempt.faults.items[1].rule, P004_DUPLICATE_KEY);
	assert_int_equal(probe->whole.value, 2);
	assert_int_equal(probe->scores.list.n, 1);
	assert_true(LIST_ITEMS(struct score_entry, probe->scores)->points.value == 1);
	attempt_close(&attempt);
}

static void what_yaml_refused_is_reported_once(void **state)
{
	static const char hint[] = "write it out: each point is traced to its line";
	static const char *const texts[] = {"text: *a\n", "texts: *a\n", "one: *a\n",
		"texts: [*a]\n", "many: [*a]\n", "scale: [*a]\n", "scores: {x: *a}\n"};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		struct attempt attempt;

		attempt_open(&attempt, &probe_record, texts[i], NULL);
		assert_int_equal(attempt.faults.n, 1);
		assert_int_equal(attempt.faults.items[0].rule, P011_YAML_FEATURE);
		assert_string_equal(attempt.faults.items[0].hint, hint);
		attempt_close(&attempt);
	}
}

static void pointers_lead_to_each_fault(void **state)
{
	static const char *const pointers[] = {"/dates/1", "/scores/b", "/scale/0", "/scale/2",
		"/one/size", "/many/0", "/many/1/id"};
	struct attempt attempt;

	(void)state;
	attempt_open(&attempt, &probe_record,
		"dates: [2026-01-01, x]\nscores: {a: 1, b: 9}\nscale: [[1], [0, 0], [2]]\n"
		"one: {size: x}\nmany: [1, {id: a b}]\n",
		NULL);
	assert_int_equal(attempt.faults.n, COUNT_OF(pointers));
	for (size_t i = 0; i < COUNT_OF(pointers); i++)
		assert_string_equal(attempt.faults.items[i].pointer, pointers[i]);
	attempt_close(&attempt);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(refuses_each_kind_in_its_own_words),
		cmocka_unit_test(reports_all_faults_of_a_text_in_order),
		cmocka_unit_test(an_empty_value_is_no_value),
		cmocka_unit_test(names_what_is_missing_with_an_example),
		cmocka_unit_test(a_misspelt_field_is_not_called_missing_as_well),
		cmocka_unit_test(a_faulty_value_is_not_called_missing_as_well),
		cmocka_unit_test(a_missing_space_after_the_colon_is_seen),
		cmocka_unit_test(a_name_with_a_nul_is_another_name),
		cmocka_unit_test(a_document_must_be_a_map),
		cmocka_unit_test(what_is_faulty_is_neither_present_nor_absent),
		cmocka_unit_test(a_right_name_makes_up_for_a_misspelt_one),
		cmocka_unit_test(of_a_key_written_twice_the_first_one_stands),
		cmocka_unit_test(what_yaml_refused_is_reported_once),
		cmocka_unit_test(pointers_lead_to_each_fault),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
