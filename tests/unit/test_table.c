/* Tables and wrapped text: alignment by what is seen, and nothing at the ends of lines. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "partner/table.h"

static void assert_holds(struct buffer *buffer, const char *expected)
{
	buffer_putc(buffer, '\0');
	assert_string_equal(buffer->data, expected);
	buffer_free(buffer);
}

/* Prints `n` cells under the columns. */
static void assert_table(const struct table_column *columns, size_t width, const char *const *cells,
	size_t n, const char *expected)
{
	struct arena arena = {0};
	struct buffer buffer = {0};
	struct table table = {.arena = &arena, .columns = columns, .n = width};
	for (size_t i = 0; i < n; i++)
		table_add(&table, cells[i]);
	table_put(&buffer, &table);
	assert_holds(&buffer, expected);
	arena_free(&arena);
}

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const struct table_column scores[] = {
	{"STANDING", false, 0},
	{"SCORE", true, 1},
	{"PARTNER", false, 1},
};

static void columns_are_aligned_left_and_right(void **state)
{
	(void)state;
	static const char *const cells[] = {
		"exit", "22.6", "brightstaff", "gather", NULL, "sundial", "grow", "100.0", "a"};
	assert_table(scores, COUNT(scores), cells, COUNT(cells),
		"STANDING SCORE PARTNER\n"
		"exit      22.6 brightstaff\n"
		"gather       - sundial\n"
		"grow     100.0 a\n");
}

static void columns_widen_to_their_widest_cell(void **state)
{
	(void)state;
	static const char *const cells[] = {"considerable", "-1000000.0", "x"};
	assert_table(scores, COUNT(scores), cells, COUNT(cells),
		"STANDING          SCORE PARTNER\n"
		"considerable -1000000.0 x\n");
}

static void titles_stand_alone_without_rows(void **state)
{
	(void)state;
	assert_table(scores, COUNT(scores), NULL, 0, "STANDING SCORE PARTNER\n");
}

static void gaps_and_indentation_are_kept(void **state)
{
	(void)state;
	static const struct table_column columns[] = {{NULL, false, 2}, {NULL, true, 3}};
	static const char *const cells[] = {"value", "20%", "cost", "5%"};
	assert_table(
		columns, COUNT(columns), cells, COUNT(cells), "  value   20%\n  cost     5%\n");
}

static void no_line_ends_in_blanks(void **state)
{
	(void)state;
	static const struct table_column columns[] = {{NULL, false, 2}, {NULL, false, 1}};
	static const char *const cells[] = {"a", "", "bb", "long", "", ""};
	assert_table(columns, COUNT(columns), cells, COUNT(cells), "  a\n  bb long\n\n");
}

static void widths_are_those_of_what_is_seen(void **state)
{
	(void)state;
	static const char *const cells[] = {
		"東京", "16–33", "x", "e\xCC\x81t\xC3\xA9", "5", "y", "·─●", "12", "z"};
	assert_table(scores, COUNT(scores), cells, COUNT(cells),
		"STANDING SCORE PARTNER\n"
		"東京     16–33 x\n"
		"e\xCC\x81t\xC3\xA9          5 y\n"
		"·─●         12 z\n");
}

static void hostile_cells_are_shown_and_aligned(void **state)
{
	(void)state;
	static const struct table_column columns[] = {{"A", false, 0}, {"B", false, 1}};
	static const char *const cells[] = {"\x1B[2J", "x", "\n", "\xE2\x80\xAE"};
	assert_table(columns, COUNT(columns), cells, COUNT(cells),
		"A       B\n"
		"\\x1B[2J x\n"
		"\\x0A    \\u{202E}\n");
}

static void a_table_follows_what_is_there(void **state)
{
	(void)state;
	struct arena arena = {0};
	struct buffer buffer = {0};
	static const struct table_column columns[] = {{NULL, false, 0}};
	struct table table = {.arena = &arena, .columns = columns, .n = 1};
	buffer_puts(&buffer, "before  ");
	table_add(&table, "");
	table_put(&buffer, &table);
	assert_holds(&buffer, "before  \n");
	arena_free(&arena);
}

static void many_rows_are_kept(void **state)
{
	(void)state;
	struct arena arena = {0};
	struct buffer buffer = {0};
	static const struct table_column columns[] = {{NULL, false, 0}, {NULL, false, 1}};
	struct table table = {.arena = &arena, .columns = columns, .n = 2};
	for (int i = 0; i < 1000; i++)
		table_add(&table, arena_printf(&arena, "%03d", i));
	table_put(&buffer, &table);
	assert_int_equal(buffer.length, 500 * 8);
	assert_memory_equal(buffer.data, "000 001\n", 8);
	assert_memory_equal(buffer.data + 499 * 8, "998 999\n", 8);
	buffer_free(&buffer);
	arena_free(&arena);
}

/* ---- wrapping ---- */

static void assert_wrapped(const char *text, size_t at, size_t indent, size_t columns, size_t end,
	const char *expected)
{
	struct buffer buffer = {0};
	assert_int_equal(text_wrap(&buffer, text, at, indent, columns), end);
	assert_holds(&buffer, expected);
}

static void short_text_stays_on_its_line(void **state)
{
	(void)state;
	assert_wrapped("", 3, 0, 20, 3, "");
	assert_wrapped("one two", 0, 0, 7, 7, "one two");
	assert_wrapped("one", 4, 2, 7, 7, "one");
}

static void lines_break_at_blanks(void **state)
{
	(void)state;
	assert_wrapped("one two three", 0, 0, 7, 5, "one two\nthree");
	assert_wrapped("one two three", 0, 0, 6, 5, "one\ntwo\nthree");
	assert_wrapped("one two three", 0, 2, 9, 7, "one two\n  three");
}

static void further_lines_hang(void **state)
{
	(void)state;
	struct buffer buffer = {0};
	buffer_puts(&buffer, "  why    ");
	assert_int_equal(text_wrap(&buffer, "score below 40, no improvement since", 9, 9, 30), 26);
	assert_holds(&buffer, "  why    score below 40, no\n         improvement since");
}

static void the_first_word_may_go_to_a_new_line(void **state)
{
	(void)state;
	struct buffer buffer = {0};
	buffer_puts(&buffer, " ! renewal-only  ");
	assert_int_equal(text_wrap(&buffer, "contacts", 17, 3, 20), 11);
	assert_holds(&buffer, " ! renewal-only\n   contacts");
}

static void long_words_are_not_cut(void **state)
{
	(void)state;
	assert_wrapped("a northbeam.yaml:268 b", 0, 2, 10, 3, "a\n  northbeam.yaml:268\n  b");
	assert_wrapped("northbeam.yaml:268", 2, 2, 10, 20, "northbeam.yaml:268");
}

static void blanks_between_words_are_kept(void **state)
{
	(void)state;
	assert_wrapped("  one  two   ", 0, 0, 20, 10, "  one  two");
	assert_wrapped("one  two", 0, 0, 7, 3, "one\ntwo");
}

static void wrapping_goes_by_what_is_seen(void **state)
{
	(void)state;
	assert_wrapped("ééé ééé", 0, 0, 7, 7, "ééé ééé");
	assert_wrapped("東京 東京", 0, 0, 8, 4, "東京\n東京");
	assert_wrapped("a\nb c", 0, 0, 7, 1, "a\\x0Ab\nc");
}

static void pieces_go_on_where_the_last_one_ended(void **state)
{
	(void)state;
	struct buffer buffer = {0};
	size_t at = text_wrap(&buffer, "one two;", 0, 2, 12);
	at = text_wrap(&buffer, " three four", at, 2, 12);
	assert_int_equal(at, 12);
	assert_holds(&buffer, "one two;\n  three four");
}

static void a_line_put_together_apart_is_wrapped_and_freed(void **state)
{
	(void)state;
	struct buffer buffer = {0}, line = {0};
	buffer_puts(&line, "  one two three");
	text_put_line(&buffer, &line, 4, 9);
	assert_null(line.data);
	assert_int_equal(line.length, 0);
	assert_holds(&buffer, "  one two\n    three\n");
}

/* ---- glue ---- */

static void glued_words_stay_together(void **state)
{
	(void)state;
	assert_wrapped("one two" TEXT_GLUE "three", 0, 0, 13, 13, "one two three");
	assert_wrapped("one two" TEXT_GLUE "three", 0, 0, 12, 9, "one\ntwo three");
	assert_wrapped("one two three", 0, 0, 12, 5, "one two\nthree");
	assert_wrapped("a b" TEXT_GLUE "c" TEXT_GLUE "d e", 0, 2, 7, 3, "a b c d\n  e");
	assert_wrapped("a b" TEXT_GLUE "c" TEXT_GLUE "d e", 0, 2, 6, 3, "a\n  b c d\n  e");
}

static void glue_is_seen_as_a_blank(void **state)
{
	(void)state;
	assert_wrapped("a" TEXT_GLUE TEXT_GLUE "b", 0, 0, 4, 4, "a  b");
	assert_wrapped("a" TEXT_GLUE "東" TEXT_GLUE "\x1B", 0, 0, 20, 9, "a 東 \\x1B");
	assert_wrapped("long" TEXT_GLUE "words", 2, 2, 5, 12, "long words");
	assert_wrapped("long" TEXT_GLUE "words", 3, 2, 5, 12, "\n  long words");
}

static void a_bar_has_eight_heights_or_none(void **state)
{
	(void)state;
	struct buffer unicode = {0}, ascii = {0};
	for (int level = 0; level <= TEXT_BAR_MOST; level++) {
		text_put_bar(&unicode, level, false);
		text_put_bar(&ascii, level, true);
	}
	assert_holds(&unicode, "·▁▂▃▄▅▆▇█");
	assert_holds(&ascii, ".12345678");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(columns_are_aligned_left_and_right),
		cmocka_unit_test(columns_widen_to_their_widest_cell),
		cmocka_unit_test(titles_stand_alone_without_rows),
		cmocka_unit_test(gaps_and_indentation_are_kept),
		cmocka_unit_test(no_line_ends_in_blanks),
		cmocka_unit_test(widths_are_those_of_what_is_seen),
		cmocka_unit_test(hostile_cells_are_shown_and_aligned),
		cmocka_unit_test(a_table_follows_what_is_there),
		cmocka_unit_test(many_rows_are_kept),
		cmocka_unit_test(short_text_stays_on_its_line),
		cmocka_unit_test(lines_break_at_blanks),
		cmocka_unit_test(further_lines_hang),
		cmocka_unit_test(the_first_word_may_go_to_a_new_line),
		cmocka_unit_test(long_words_are_not_cut),
		cmocka_unit_test(blanks_between_words_are_kept),
		cmocka_unit_test(wrapping_goes_by_what_is_seen),
		cmocka_unit_test(pieces_go_on_where_the_last_one_ended),
		cmocka_unit_test(glued_words_stay_together),
		cmocka_unit_test(glue_is_seen_as_a_blank),
		cmocka_unit_test(a_line_put_together_apart_is_wrapped_and_freed),
		cmocka_unit_test(a_bar_has_eight_heights_or_none),
	};
	return cmocka_run_group_tests_name("table", tests, NULL, NULL);
}
