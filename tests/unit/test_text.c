/* Wrapped text: lines broken by what is seen, and nothing at their ends. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "held.h"
#include "partner/text.h"

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
	return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
