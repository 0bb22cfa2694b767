#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "decoded.h"
#include "partner/decode.h"
#include "partner/policy.h"
#include "probe.h"

/* The faults of a text as a companion of acme.yaml, one line each. */
static void assert_companion(const struct record *record, const char *text, const char *expected)
{
	struct arena arena = {0};
	struct diag_list faults = {.arena = &arena};
	struct decoder decoder = {&arena, &faults, "acme.d/x.yaml", "acme.yaml"};
	struct yaml_stream *stream = yaml_open(&arena, decoder.path, text, strlen(text), &faults);
	struct buffer printed = {0};
	const struct yaml_node *root = NULL;

	assert_int_equal(yaml_next(stream, &root), YAML_DOCUMENT);
	decode_record(&decoder, record, root, arena_alloc(&arena, record->size));
	yaml_close(stream);
	for (size_t i = 0; i < faults.n; i++)
		diag_put_line(&printed, &faults.items[i]);
	buffer_putc(&printed, '\0');
	assert_string_equal(printed.data, expected);
	buffer_free(&printed);
	arena_free(&arena);
}

static void a_companion_may_hold_lists_alone(void **state)
{
	(void)state;
	assert_companion(&partner_record,
		"tags: [a]\ngoals: [{id: g}]\ntouchpoints: [{date: 2026-01-01}]\n", "");
}

static void a_companion_may_hold_nothing_else(void **state)
{
	(void)state;
	assert_companion(&partner_record, "name: Acme\ngoals: []\nplan: {link: x}\n",
		"acme.d/x.yaml:1:1: error: field 'name' in a companion; "
		"move it to acme.yaml [P017]\n"
		"acme.d/x.yaml:3:1: error: field 'plan' in a companion; "
		"move it to acme.yaml [P017]\n");
}

static void within_its_lists_a_companion_is_held_to_the_same_rules(void **state)
{
	(void)state;
	assert_companion(&partner_record, "goals: [{due: soon, titel: x}]\n",
		"acme.d/x.yaml:1:15: error: invalid date 'soon'; "
		"write year, month and day as in 2026-03-04 [P007]\n"
		"acme.d/x.yaml:1:21: error: unknown field 'titel'; did you mean 'title' [P003]\n");
}

/* Only the fields of the whole file are excused, not those of its records. */
static void records_of_a_companion_need_their_fields(void **state)
{
	(void)state;
	assert_companion(&rules_record, "grades: [{grade: A}]\n",
		"acme.d/x.yaml:1:11: error: missing field 'from'; for example 'from: 0.85' [P005]\n");
}

static struct probe *read_probe(struct arena *arena, const char *text)
{
	return decoded(arena, &probe_record, text);
}

static void appends_records_and_counts_on(void **state)
{
	struct arena arena = {0};
	struct probe *probe = read_probe(&arena, "many: [{id: a}, {id: b}]\n");
	const struct inner *many;

	(void)state;
	decode_append_lists(&arena, &probe_record, probe, read_probe(&arena, "many: [{id: c}]\n"));
	decode_append_lists(
		&arena, &probe_record, probe, read_probe(&arena, "many: [{id: d}, {id: e}]\n"));
	many = LIST_ITEMS(struct inner, probe->many);
	assert_int_equal(probe->many.list.n, 5);
	for (uint32_t i = 0; i < 5; i++) {
		assert_int_equal(many[i].id.text[0], 'a' + (int)i);
		assert_int_equal(many[i].head.place, i + 1);
	}
	/* Pointers still lead to the place in the record's own file. */
	assert_int_equal(many[2].head.index, 0);
	assert_int_equal(many[4].head.index, 1);
	arena_free(&arena);
}

/* One by one: what stands there is copied only when the list has doubled. */
static void many_companions_take_no_more_than_they_hold(void **state)
{
	struct arena arena = {0};
	struct probe *probe = read_probe(&arena, "many: [{id: a}]\n");
	const void *items = NULL;
	size_t copies = 0;

	(void)state;
	for (uint32_t i = 1; i < 1000; i++) {
		struct probe *more = read_probe(&arena, "many: [{id: b}]\n");

		decode_append_lists(&arena, &probe_record, probe, more);
		copies += probe->many.list.items != items;
		items = probe->many.list.items;
		assert_int_equal(LIST_ITEMS(struct inner, probe->many)[i].head.place, i + 1);
	}
	assert_int_equal(probe->many.list.n, 1000);
	assert_int_equal(LIST_ITEMS(struct inner, probe->many)[0].id.text[0], 'a');
	assert_int_equal(copies, 10);
	arena_free(&arena);
}

/* Items of a text as it is written, also where some of them are faulty. */
static struct probe *read_faulty(struct arena *arena, const char *text)
{
	struct diag_list faults = {.arena = arena};
	struct decoder decoder = {.arena = arena, .faults = &faults, .path = "acme.yaml"};
	struct yaml_stream *stream = yaml_open(arena, decoder.path, text, strlen(text), &faults);
	struct probe *probe = ARENA_NEW(arena, struct probe);
	const struct yaml_node *root = NULL;

	assert_int_equal(yaml_next(stream, &root), YAML_DOCUMENT);
	decode_record(&decoder, &probe_record, root, probe);
	yaml_close(stream);
	assert_true(faults.errors);
	return probe;
}

static void faulty_records_keep_their_places(void **state)
{
	struct arena arena = {0};
	struct probe *probe = read_faulty(&arena, "many: [1, {id: a}, 3]\n");
	const struct inner *many;

	(void)state;
	decode_append_lists(&arena, &probe_record, probe, read_faulty(&arena, "many: [4]\n"));
	decode_append_lists(&arena, &probe_record, probe, read_probe(&arena, "many: [{id: b}]\n"));
	many = LIST_ITEMS(struct inner, probe->many);
	assert_int_equal(probe->many.list.n, 2);
	assert_int_equal(many[0].head.place, 2);
	assert_int_equal(many[1].head.place, 5);
	arena_free(&arena);
}

static void what_is_refused_is_remembered(void **state)
{
	static const char *const texts[] = {
		"many: [{id: a, xyzzy: 1}]\n", "many: [{id: a, id: b}]\n"};
	struct arena arena = {0};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(texts); i++)
		assert_true(LIST_ITEMS(struct inner, read_faulty(&arena, texts[i])->many)
				    ->head.refused);
	assert_false(LIST_ITEMS(struct inner, read_probe(&arena, "many: [{id: a}]\n")->many)
			     ->head.refused);
	arena_free(&arena);
}

static void appends_lists_of_every_kind(void **state)
{
	struct arena arena = {0};
	const char *text = "texts: [a]\nids: [b]\nwords: [red]\ndates: [2026-01-01]\n";
	struct probe *probe = read_probe(&arena, text);

	(void)state;
	decode_append_lists(&arena, &probe_record, probe, read_probe(&arena, text));
	assert_int_equal(probe->texts.list.n, 2);
	assert_int_equal(probe->ids.list.n, 2);
	assert_int_equal(probe->dates.list.n, 2);
	assert_int_equal(probe->words.list.n, 2);
	assert_string_equal(LIST_ITEMS(struct text_field, probe->texts)[1].text, "a");
	arena_free(&arena);
}

static void a_list_that_was_absent_is_there_afterwards(void **state)
{
	struct arena arena = {0};
	struct probe *probe = read_probe(&arena, "text: kept\n");

	(void)state;
	decode_append_lists(
		&arena, &probe_record, probe, read_probe(&arena, "text: other\nmany: [{id: a}]\n"));
	assert_string_equal(probe->text.text, "kept");
	assert_true(HAS(probe->many.list));
	assert_int_equal(LIST_ITEMS(struct inner, probe->many)->head.place, 1);
	arena_free(&arena);
}

static void a_faulty_list_makes_the_whole_list_faulty(void **state)
{
	struct arena arena = {0};
	struct probe *probe = read_probe(&arena, "many: [{id: a}]\n");
	struct probe extra = {.many = {{.leaf = {{1, 1, 1, 4}, LEAF_FAULTY}}}};

	(void)state;
	decode_append_lists(&arena, &probe_record, probe, &extra);
	assert_true(FAULTY(probe->many.list));
	assert_int_equal(probe->many.list.n, 1);
	arena_free(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_companion_may_hold_lists_alone),
		cmocka_unit_test(a_companion_may_hold_nothing_else),
		cmocka_unit_test(within_its_lists_a_companion_is_held_to_the_same_rules),
		cmocka_unit_test(records_of_a_companion_need_their_fields),
		cmocka_unit_test(appends_records_and_counts_on),
		cmocka_unit_test(many_companions_take_no_more_than_they_hold),
		cmocka_unit_test(faulty_records_keep_their_places),
		cmocka_unit_test(what_is_refused_is_remembered),
		cmocka_unit_test(appends_lists_of_every_kind),
		cmocka_unit_test(a_list_that_was_absent_is_there_afterwards),
		cmocka_unit_test(a_faulty_list_makes_the_whole_list_faulty),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
