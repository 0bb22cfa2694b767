/* Tables as mdoc: what is said of each field, and that nothing in it is taken for markup. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "held.h"
#include "partner/man.h"
#include "partner/partner.h"

/* ---- words and sentences ---- */

static void assert_sentence(const char *text, const char *expected)
{
	struct buffer buffer = {0};
	man_put_sentence(&buffer, text);
	assert_holds(&buffer, expected);
}

static void a_sentence_begins_large_and_ends_in_a_stop(void **state)
{
	(void)state;
	assert_sentence("day of the week", "Day of the week.\n");
	assert_sentence("x", "X.\n");
	assert_sentence("3 of them", "3 of them.\n");
	assert_sentence("The rule.", "The rule.\n");
	assert_sentence("is it so?", "Is it so?\n");
}

static void a_new_sentence_begins_a_new_line(void **state)
{
	(void)state;
	assert_sentence("one thing. Another thing", "One thing.\nAnother thing.\n");
	assert_sentence("as in e.g. this", "As in e.g. this.\n");
}

static void nothing_in_a_sentence_is_markup(void **state)
{
	(void)state;
	assert_sentence(".Sh is no request", "\\&.Sh is no request.\n");
	assert_sentence("'quoted' here", "\\&'quoted' here.\n");
	assert_sentence("a\\fBb \"c\"", "A\\efBb \\(dqc\\(dq.\n");
	assert_sentence("a \x1B[1m b", "A \\ex1B[1m b.\n");
	assert_sentence("a\n.Sh B", "A\\ex0A.Sh B.\n");
	assert_sentence("5 – 7 é 🚀", "5 \\[u2013] 7 \\[u00E9] \\[u1F680].\n");
}

static void long_sentences_are_filled(void **state)
{
	(void)state;
	assert_sentence("aaaaaaaaa bbbbbbbbb ccccccccc ddddddddd eeeeeeeee fffffffff ggggggggg "
			"hhhhhhh iiiii",
		"Aaaaaaaaa bbbbbbbbb ccccccccc ddddddddd eeeeeeeee fffffffff ggggggggg "
		"hhhhhhh\niiiii.\n");
	assert_sentence("aaaaaaaaa bbbbbbbbb ccccccccc ddddddddd eeeeeeeee fffffffff ggggggggg "
			"hhhhhhhh 'iii",
		"Aaaaaaaaa bbbbbbbbb ccccccccc ddddddddd eeeeeeeee fffffffff ggggggggg "
		"hhhhhhhh\n\\&'iii.\n");
}

static void assert_argument(const char *word, const char *expected)
{
	struct buffer buffer = {0};
	man_put_argument(&buffer, word);
	assert_holds(&buffer, expected);
}

static void arguments_are_neither_macros_nor_delimiters(void **state)
{
	(void)state;
	assert_argument("vendor", " vendor");
	assert_argument("Ns", " \\&Ns");
	assert_argument("Sh", " \\&Sh");
	assert_argument(".", " \\&.");
	assert_argument("|", " \\&|");
	assert_argument("Xylem", " Xylem");
	assert_argument("USD 5", " USD\\ 5");
	assert_argument("a\"b\\", " a\\(dqb\\e");
	assert_argument("at-end", " at\\-end");
	assert_argument("-", " \\&\\-");
}

/* ---- records ---- */

struct inner {
	struct head head;
	struct text_field id;
};
static const struct field inner_rows[] = {
	F_ID("id", struct inner, id, "its name"),
};
static const struct record inner_table =
	RECORD("inner", struct inner, inner_rows, "id", "what is within");

struct outer {
	struct head head;
	struct word_field word;
	struct word_field two;
	struct whole_field severity;
	struct number_field large;
	struct text_field name;
	LIST_OF(struct inner) inners;
	struct inner again;
};
static const char *const three[] = {"red", "green", "No", NULL};
static const char *const two[] = {"on-time", "late", NULL};
static const struct field outer_rows[] = {
	F_WORD("word", struct outer, word, three, "a colour"),
	F_WORD("two", struct outer, two, two, "one of two"),
	F_WHOLE("severity", struct outer, severity, 1, 4, "how bad"),
	F_NUMBER("large", struct outer, large, 0, NO_LIMIT, "how large"),
	{.name = "name",
		.kind = KIND_TEXT,
		.required = true,
		.doc = "who",
		.offset = offsetof(struct outer, name)},
	F_RECORDS("inners", struct outer, inners, struct inner, &inner_table, "many"),
	F_RECORD("again", struct outer, again, struct inner, &inner_table, "one more"),
};
static const struct record outer_table =
	RECORD("outer", struct outer, outer_rows, NULL, "what is around");

static void fields_say_all_that_their_rows_do(void **state)
{
	(void)state;
	struct buffer buffer = {0};
	man_put_fields(&buffer, &outer_table);
	assert_holds(&buffer,
		".Ss outer\nWhat is around.\n.Bl -tag -width Ds\n"
		".It Cm word Pq word\nA colour.\n"
		"One of\n.Cm red ,\n.Cm green\nor\n.Cm \\&No .\n"
		".It Cm two Pq word\nOne of two.\nOne of\n.Cm on\\-time\nor\n.Cm late .\n"
		".It Cm severity Pq whole number, 1 to 4\nHow bad.\n"
		".It Cm large Pq number, at least 0\nHow large.\n"
		".It Cm name Pq text, required\nWho.\n"
		".It Cm inners Pq list of maps, see Sx inner\nMany.\n"
		".It Cm again Pq map, see Sx inner\nOne more.\n"
		".El\n"
		".Ss inner\nWhat is within.\n.Bl -tag -width Ds\n"
		".It Cm id Pq id, unique\nIts name.\n"
		".El\n");
}

struct result {
	int64_t count;
	int choice;
};
static const char *const only[] = {"one", NULL};
static const char *const words[] = {"none", "few", "many", NULL};
static const struct field result_rows[] = {
	R_CHOICE_FROM("choice", struct result, choice, 1, words, "which"),
	R_COUNT("count", struct result, count, "how many"),
	R_CONSTANT("type", "result", "kind of this record"),
	{.name = "word", .kind = RESULT_NULL, .choices = only, .doc = "a word"},
};
static const struct record result_table =
	RECORD("result", struct result, result_rows, NULL, "a result");

static void results_are_described_too(void **state)
{
	(void)state;
	struct buffer buffer = {0};
	man_put_fields(&buffer, &result_table);
	assert_holds(&buffer,
		".Ss result\nA result.\n.Bl -tag -width Ds\n"
		".It Cm choice Pq text\nWhich.\nOne of\n.Cm few\nor\n.Cm many .\n"
		".It Cm count Pq whole number\nHow many.\n"
		".It Cm type Pq text, always Cm result\nKind of this record.\n"
		".It Cm word Pq null\nA word.\nAlways\n.Cm one .\n"
		".El\n");
}

static void the_partner_file_is_short_lines_of_ascii(void **state)
{
	(void)state;
	struct buffer buffer = {0};
	size_t start = 0;
	man_put_fields(&buffer, &partner_record);
	assert_in_range(buffer.length, 10000, 1000000);
	for (size_t i = 0; i < buffer.length; i++) {
		char byte = buffer.data[i];
		assert_true(byte == '\n' || (byte >= ' ' && byte < 0x7F));
		if (byte != '\n')
			continue;
		assert_in_range(i - start, 1, 80);
		assert_int_not_equal(buffer.data[i - 1], ' ');
		start = i + 1;
	}
	assert_int_equal(start, buffer.length);
	buffer_free(&buffer);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_sentence_begins_large_and_ends_in_a_stop),
		cmocka_unit_test(a_new_sentence_begins_a_new_line),
		cmocka_unit_test(nothing_in_a_sentence_is_markup),
		cmocka_unit_test(long_sentences_are_filled),
		cmocka_unit_test(arguments_are_neither_macros_nor_delimiters),
		cmocka_unit_test(fields_say_all_that_their_rows_do),
		cmocka_unit_test(results_are_described_too),
		cmocka_unit_test(the_partner_file_is_short_lines_of_ascii),
	};
	return cmocka_run_group_tests_name("man", tests, NULL, NULL);
}
