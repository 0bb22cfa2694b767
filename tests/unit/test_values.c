/* Values of every kind of field, as text and as bytes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "decoded.h"
#include "partner/values.h"
#include "probe.h"

/* ---- YAML ---- */

/* Written on one line as it stands there, which reads back to the same. */
static void assert_written(const char *text, const char *expected)
{
	struct arena arena = {0};
	struct buffer buffer = {0};
	const char *written;

	record_put_yaml(&buffer, &probe_record, decoded(&arena, &probe_record, text));
	written = buffer_keep(&buffer, &arena);
	assert_string_equal(written, expected);
	record_put_yaml(&buffer, &probe_record, decoded(&arena, &probe_record, written));
	assert_string_equal(buffer_keep(&buffer, &arena), expected);
	arena_free(&arena);
}

static void scalars_are_written_as_they_are_read(void **state)
{
	(void)state;
	assert_written("text: Acme Hosting\npartner_id: acme\nid: A-1\nword: green\nwhole: 3\n",
		"{text: Acme Hosting, partner_id: acme, id: A-1, word: green, whole: 3}");
	assert_written("number: -0.10\natleast: 12.0\nshare: 0.855\nweight: 20%\nflag: false\n",
		"{number: -0.1, atleast: 12, share: 85.5%, weight: 20%, flag: false}");
	assert_written("date: 2026-03-31\ntime: 2026-03-04 03:10+01:00\nduration: 10bd\n"
		       "money: 5 EUR\nprice: 0.0850 USD\nweight: 0.20\n",
		"{weight: 0.2, date: 2026-03-31, time: 2026-03-04T02:10Z, duration: 10bd,"
		" money: 5.00 EUR, price: 0.085 USD}");
}

static void texts_have_quotes_where_they_need_them(void **state)
{
	(void)state;
	assert_written("text: 'a: b'\n", "{text: \"a: b\"}");
	assert_written("text: \"a\\nb\"\n", "{text: \"a\\u000Ab\"}");
	assert_written("texts: ['true', 'x, y', z]\n", "{texts: [\"true\", \"x, y\", z]}");
}

static void lists_stand_in_brackets(void **state)
{
	(void)state;
	assert_written(
		"ids: [a, b]\nwords: [red, green]\ndates: [2026-01-01, 2026-01-02]\ntexts: []\n",
		"{texts: [], ids: [a, b], words: [red, green], dates: [2026-01-01, 2026-01-02]}");
	assert_written("scores: {b: 4, a: 2.5}\nscale: [[0, 0], [0.5, 100]]\n",
		"{scores: {b: 4, a: 2.5}, scale: [[0, 0], [0.5, 100]]}");
}

static void records_stand_in_braces(void **state)
{
	(void)state;
	assert_written("one: {size: 3}\nmany: [{id: a}, {}, {id: b, size: 2}]\n",
		"{one: {size: 3}, many: [{id: a}, {}, {id: b, size: 2}]}");
	assert_written("{}\n", "{}");
}

/* ---- bytes ---- */

static bool same_values(const char *one, const char *other)
{
	struct arena arena = {0};
	struct buffer left = {0}, right = {0};
	bool same;

	assert_true(record_values(&left, &probe_record, decoded(&arena, &probe_record, one)));
	assert_true(record_values(&right, &probe_record, decoded(&arena, &probe_record, other)));
	same = left.length == right.length && memcmp(left.data, right.data, left.length) == 0;
	buffer_free(&left);
	buffer_free(&right);
	arena_free(&arena);
	return same;
}

static void every_value_counts(void **state)
{
	static const char *const rows[][2] = {
		{"text: a", "text: b"},
		{"text: a", "id: a"},
		{"text: a", "text: ''"},
		{"{}", "text: ''"},
		{"word: red", "word: green"},
		{"whole: 1", "whole: 2"},
		{"number: 1", "number: 1.5"},
		{"number: 1", "atleast: 1"},
		{"share: 50%", "share: 51%"},
		{"weight: 20%", "weight: 0.2"},
		{"flag: true", "flag: false"},
		{"{}", "flag: false"},
		{"date: 2026-01-01", "date: 2026-01-02"},
		{"time: 2026-01-01", "time: 2026-01-01T00:00Z"},
		{"duration: 12mo", "duration: 1y"},
		{"money: 1 EUR", "money: 1 USD"},
		{"price: 1 EUR", "price: 1.000001 EUR"},
		{"texts: [a, b]", "texts: [b, a]"},
		{"texts: [a, b]", "texts: [ab]"},
		{"words: [red]", "words: [green]"},
		{"dates: [2026-01-01]", "dates: [2026-01-02]"},
		{"scores: {a: 4, b: 3}", "scores: {a: 3, b: 4}"},
		{"scale: [[0, 0], [1, 100]]", "scale: [[0, 0], [2, 100]]"},
		{"{}", "texts: []"},
		{"{}", "scores: {}"},
		{"{}", "one: {}"},
		{"one: {size: 1}", "one: {size: 2}"},
		{"many: [{id: a}, {size: 1}]", "many: [{id: a, size: 1}]"},
		{"many: [{id: a}]", "many: [{id: a}, {id: a}]"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		if (same_values(rows[i][0], rows[i][1]))
			fail_msg("%s is the same as %s", rows[i][0], rows[i][1]);
}

static void what_says_the_same_is_the_same(void **state)
{
	static const char *const rows[][2] = {
		{"text: a", "# here\ntext: 'a'"},
		{"{text: a, whole: 1}", "{whole: 1, text: a}"},
		{"share: 85%", "share: 0.85"},
		{"number: 0", "number: -0"},
		{"time: 2026-03-04T02:10Z", "time: 2026-03-04T03:10+01:00"},
		{"scores: {a: 4, b: 3, c: 1}", "scores: {c: 1, a: 4, b: 3}"},
		{"many: [{id: a}, {id: b, size: 1}, {}]", "many: [{}, {size: 1, id: b}, {id: a}]"},
		{"{}", "many: []"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		if (!same_values(rows[i][0], rows[i][1]))
			fail_msg("%s is not the same as %s", rows[i][0], rows[i][1]);
}

static void what_is_faulty_has_no_values(void **state)
{
	struct arena arena = {0};
	struct buffer buffer = {0};
	struct probe *probe = decoded(&arena, &probe_record, "one: {size: 1}\nmany: [{size: 1}]\n");
	struct inner *many = probe->many.list.items;

	(void)state;
	assert_true(record_values(&buffer, &probe_record, probe));
	many->size.leaf.state = LEAF_FAULTY;
	assert_false(record_values(&buffer, &probe_record, probe));
	many->size.leaf.state = LEAF_SOUND;
	probe->one.head.refused = true;
	assert_false(record_values(&buffer, &probe_record, probe));
	probe->one.head.refused = false;
	probe->many.list.leaf.state = LEAF_FAULTY;
	assert_false(record_values(&buffer, &probe_record, probe));
	buffer_free(&buffer);
	arena_free(&arena);
}

static void a_field_alone_has_its_values(void **state)
{
	struct arena arena = {0};
	struct buffer buffer = {0};
	struct probe *probe = decoded(&arena, &probe_record, "many: []\nwhole: 3\n");

	(void)state;
	assert_true(field_values(&buffer, record_field(&probe_record, "text", 4), probe));
	assert_true(field_values(&buffer, record_field(&probe_record, "many", 4), probe));
	assert_int_equal(buffer.length, 0);
	assert_true(field_values(&buffer, record_field(&probe_record, "whole", 5), probe));
	assert_int_not_equal(buffer.length, 0);
	probe->whole.leaf.state = LEAF_FAULTY;
	assert_false(field_values(&buffer, record_field(&probe_record, "whole", 5), probe));
	buffer_free(&buffer);
	arena_free(&arena);
}

/* ---- text ---- */

/* As it is written, or NULL. */
static const char *text_of(struct arena *arena, const char *name, const void *probe)
{
	const struct field *field = record_field(&probe_record, name, strlen(name));

	return scalar_text(arena, field, field->kind, field_at(probe, field));
}

static void some_scalars_have_a_text(void **state)
{
	struct arena arena = {0};
	const struct probe *probe = decoded(&arena, &probe_record,
		"text: 'a: b'\nid: x\nword: green\nwhole: 3\ndate: 2026-01-01\nflag: true\n");

	(void)state;
	assert_string_equal(text_of(&arena, "text", probe), "a: b");
	assert_string_equal(text_of(&arena, "id", probe), "x");
	assert_string_equal(text_of(&arena, "word", probe), "green");
	assert_string_equal(text_of(&arena, "whole", probe), "3");
	assert_string_equal(text_of(&arena, "date", probe), "2026-01-01");
	assert_null(text_of(&arena, "flag", probe));
	assert_null(text_of(&arena, "partner_id", probe));
	arena_free(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(scalars_are_written_as_they_are_read),
		cmocka_unit_test(texts_have_quotes_where_they_need_them),
		cmocka_unit_test(lists_stand_in_brackets),
		cmocka_unit_test(records_stand_in_braces),
		cmocka_unit_test(every_value_counts),
		cmocka_unit_test(what_says_the_same_is_the_same),
		cmocka_unit_test(what_is_faulty_has_no_values),
		cmocka_unit_test(a_field_alone_has_its_values),
		cmocka_unit_test(some_scalars_have_a_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
