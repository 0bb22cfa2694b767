#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "decoded.h"
#include "probe.h"

static const struct probe *read_probe(struct arena *arena, const char *text)
{
	return decoded(arena, &probe_record, text);
}

static void reads_texts_as_written(void **state)
{
	struct arena arena = {0};
	const struct probe *probe = read_probe(&arena, "text: NO\npartner_id: a.b-1\nid: INC-7\n");

	(void)state;
	assert_string_equal(probe->text.text, "NO");
	assert_int_equal(probe->text.length, 2);
	assert_string_equal(probe->partner_id.text, "a.b-1");
	assert_string_equal(probe->id.text, "INC-7");
	arena_free(&arena);
}

static void reads_words_and_flags(void **state)
{
	struct arena arena = {0};
	const struct probe *probe = read_probe(&arena, "word: blue\nflag: true\n");

	(void)state;
	assert_int_equal(probe->word.value, 2);
	assert_true(probe->flag.value);
	arena_free(&arena);
}

static void reads_numbers(void **state)
{
	struct arena arena = {0};
	const struct probe *probe = read_probe(&arena,
		"whole: 4\nnumber: -0.5\natleast: 1000000\n"
		"share: 85%\nweight: 20%\n");

	(void)state;
	assert_int_equal(probe->whole.value, 4);
	assert_true(probe->number.value == -0.5);
	assert_true(probe->atleast.value == 1e6);
	assert_true(probe->share.value == 0.85);
	assert_true(probe->weight.value == 0.2);
	assert_true(probe->weight.percent);
	arena_free(&arena);
}

static void a_weight_may_be_a_plain_number(void **state)
{
	struct arena arena = {0};
	const struct probe *probe = read_probe(&arena, "weight: 20\nshare: 0.85\n");

	(void)state;
	assert_true(probe->weight.value == 20);
	assert_false(probe->weight.percent);
	assert_true(probe->share.value == 0.85);
	arena_free(&arena);
}

static void reads_days_times_and_spans(void **state)
{
	struct arena arena = {0};
	const struct probe *probe = read_probe(
		&arena, "date: 1970-01-31\ntime: 1970-01-02 01:00+01:00\nduration: 10bd\n");

	(void)state;
	assert_int_equal(probe->date.date, 30);
	assert_int_equal(probe->time.time.seconds, 86400);
	assert_false(probe->time.time.coarse);
	assert_int_equal(probe->duration.duration.count, 10);
	assert_int_equal(probe->duration.duration.unit, DURATION_BUSINESS_DAYS);
	arena_free(&arena);
}

static void reads_amounts_and_prices(void **state)
{
	struct arena arena = {0};
	const struct probe *probe =
		read_probe(&arena, "money: 120000.50 USD\nprice: 0.000085 JPY\n");

	(void)state;
	assert_int_equal(probe->money.money.minor, 12000050);
	assert_string_equal(currency_code(probe->money.money.currency), "USD");
	assert_int_equal(probe->price.millionths, 85);
	assert_string_equal(currency_code(probe->price.currency), "JPY");
	arena_free(&arena);
}

static void reads_lists_of_scalars(void **state)
{
	struct arena arena = {0};
	const struct probe *probe = read_probe(&arena,
		"texts: [a b, 'c']\nids: [X-1]\nwords: [green, red]\ndates: [1970-01-02]\n");
	const struct text_field *texts = LIST_ITEMS(struct text_field, probe->texts);
	const struct word_field *words = LIST_ITEMS(struct word_field, probe->words);

	(void)state;
	assert_int_equal(probe->texts.list.n, 2);
	assert_string_equal(texts[0].text, "a b");
	assert_string_equal(texts[1].text, "c");
	assert_string_equal(LIST_ITEMS(struct text_field, probe->ids)->text, "X-1");
	assert_int_equal(words[0].value, 1);
	assert_int_equal(words[1].value, 0);
	assert_int_equal(LIST_ITEMS(struct date_field, probe->dates)->date, 1);
	arena_free(&arena);
}

static void reads_points_in_halves(void **state)
{
	static const double expected[] = {1, 2.5, 5};
	struct arena arena = {0};
	const struct probe *probe = read_probe(&arena, "scores: {a: 1, B: 2.5, c-d: 5.0}\n");
	size_t i = 0;

	(void)state;
	assert_int_equal(probe->scores.list.n, 3);
	EACH (struct score_entry, entry, probe->scores)
		assert_true(entry->points.value == expected[i++]);
	assert_string_equal(LIST_ITEMS(struct score_entry, probe->scores)[2].criterion.text, "c-d");
	arena_free(&arena);
}

static void reads_pairs_of_a_scale(void **state)
{
	struct arena arena = {0};
	const struct probe *probe = read_probe(&arena, "scale: [[-1, 100], [0.5, 40]]\n");
	const struct scale_knot *knots = LIST_ITEMS(struct scale_knot, probe->scale);

	(void)state;
	assert_int_equal(probe->scale.list.n, 2);
	assert_true(knots[0].x == -1 && knots[0].points == 100);
	assert_true(knots[1].x == 0.5 && knots[1].points == 40);
	arena_free(&arena);
}

static void reads_records_within_records(void **state)
{
	struct arena arena = {0};
	const struct probe *probe =
		read_probe(&arena, "one: {id: x, size: 3}\nmany:\n  - {id: y}\n  - size: 9\n");
	const struct inner *many = LIST_ITEMS(struct inner, probe->many);

	(void)state;
	assert_true(HAS(probe->one.head));
	assert_int_equal(probe->one.size.value, 3);
	assert_int_equal(probe->many.list.n, 2);
	assert_string_equal(many[0].id.text, "y");
	assert_true(ABSENT(many[0].size));
	assert_int_equal(many[1].size.value, 9);
	arena_free(&arena);
}

static void items_know_their_file_and_their_place(void **state)
{
	struct arena arena = {0};
	const struct probe *probe = read_probe(&arena, "many:\n  - {id: a}\n  - {id: b}\n");
	const struct inner *many = LIST_ITEMS(struct inner, probe->many);

	(void)state;
	assert_string_equal(many[1].head.path, "test.yaml");
	assert_int_equal(many[1].head.place, 2);
	assert_int_equal(many[1].head.index, 1);
	assert_int_equal(many[1].head.leaf.at.line, 3);
	assert_int_equal(many[1].head.leaf.at.column, 6);
	arena_free(&arena);
}

static void values_know_where_they_stand(void **state)
{
	struct arena arena = {0};
	const struct probe *probe =
		read_probe(&arena, "text: a\nmoney: 5.00 EUR\ntexts:\n  - one\n");
	struct span money = probe->money.leaf.at;

	(void)state;
	assert_int_equal(money.line, 2);
	assert_int_equal(money.column, 8);
	assert_int_equal(money.end_column, 15);
	assert_int_equal(probe->texts.list.leaf.at.line, 3);
	assert_int_equal(LIST_ITEMS(struct text_field, probe->texts)->leaf.at.line, 4);
	arena_free(&arena);
}

/* In a record that is all zeros every field is absent, and so it stays. */
static void what_is_not_written_is_absent(void **state)
{
	struct arena arena = {0};
	const struct probe *probe = read_probe(&arena, "text: a\n");

	(void)state;
	assert_true(HAS(probe->text));
	for (size_t i = 1; i < probe_record.n; i++) {
		const struct leaf *leaf = field_at(probe, &probe_record.fields[i]);

		assert_int_equal(leaf->state, LEAF_ABSENT);
		assert_int_equal(leaf->at.line, 0);
	}
	arena_free(&arena);
}

/* Whatever the order of the keys, each value reaches its own field. */
static void keys_may_come_in_any_order(void **state)
{
	struct arena arena = {0};
	const struct probe *probe = read_probe(&arena,
		"many: [{size: 2, id: z}]\nprice: 1 USD\ndate: 1970-01-05\nid: i\ntext: t\n");

	(void)state;
	assert_string_equal(probe->text.text, "t");
	assert_string_equal(probe->id.text, "i");
	assert_int_equal(probe->date.date, 4);
	assert_int_equal(probe->price.millionths, 1000000);
	assert_int_equal(LIST_ITEMS(struct inner, probe->many)->size.value, 2);
	arena_free(&arena);
}

static void an_empty_map_or_list_is_written(void **state)
{
	struct arena arena = {0};
	const struct probe *probe =
		read_probe(&arena, "texts: []\nscores: {}\nmany: []\none: {}\n");

	(void)state;
	assert_true(HAS(probe->texts.list) && probe->texts.list.n == 0);
	assert_true(HAS(probe->scores.list) && probe->scores.list.n == 0);
	assert_true(HAS(probe->many.list) && probe->many.list.n == 0);
	assert_true(HAS(probe->one.head));
	arena_free(&arena);
}

static void a_quoted_empty_text_is_a_text(void **state)
{
	struct arena arena = {0};
	const struct probe *probe = read_probe(&arena, "text: ''\n");

	(void)state;
	assert_true(HAS(probe->text));
	assert_int_equal(probe->text.length, 0);
	arena_free(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_texts_as_written),
		cmocka_unit_test(reads_words_and_flags),
		cmocka_unit_test(reads_numbers),
		cmocka_unit_test(a_weight_may_be_a_plain_number),
		cmocka_unit_test(reads_days_times_and_spans),
		cmocka_unit_test(reads_amounts_and_prices),
		cmocka_unit_test(reads_lists_of_scalars),
		cmocka_unit_test(reads_points_in_halves),
		cmocka_unit_test(reads_pairs_of_a_scale),
		cmocka_unit_test(reads_records_within_records),
		cmocka_unit_test(items_know_their_file_and_their_place),
		cmocka_unit_test(values_know_where_they_stand),
		cmocka_unit_test(what_is_not_written_is_absent),
		cmocka_unit_test(keys_may_come_in_any_order),
		cmocka_unit_test(an_empty_map_or_list_is_written),
		cmocka_unit_test(a_quoted_empty_text_is_a_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
