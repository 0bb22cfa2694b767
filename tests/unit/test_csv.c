/* Comma-separated values: cells, rows, and what spreadsheets must not run. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "drafted.h"
#include "found.h"
#include "measured.h"
#include "partner/csv.h"

static void check_cell(
	void (*put)(struct csv *, const char *), const char *text, const char *expected)
{
	struct buffer out = {0};
	struct csv csv = {.out = &out};

	put(&csv, text);
	assert_string_equal(written(&out), expected);
	buffer_free(&out);
}

static void plain_text_stays(void **state)
{
	(void)state;
	check_cell(csv_text, "Acme Cloud", "Acme Cloud");
	check_cell(csv_text, "", "");
	check_cell(csv_text, HOSTILE_TAG, HOSTILE_TAG);
	check_cell(csv_text, HOSTILE_ARABIC, HOSTILE_ARABIC);
	check_cell(csv_text, HOSTILE_EMOJI, HOSTILE_EMOJI);
	check_cell(csv_text, hostile_length(), hostile_length());
}

static void what_ends_cells_is_quoted(void **state)
{
	(void)state;
	check_cell(csv_text, "a,b", "\"a,b\"");
	check_cell(csv_text, "a;b", "a;b");
	check_cell(csv_text, "5\" disk", "\"5\"\" disk\"");
	check_cell(csv_text, "one\ntwo", "\"one\ntwo\"");
	check_cell(csv_text, "one\r\ntwo", "\"one\r\ntwo\"");
	check_cell(csv_text, " a", "\" a\"");
}

static void formulas_are_text(void **state)
{
	(void)state;
	check_cell(csv_text, HOSTILE_FORMULA, "'" HOSTILE_FORMULA);
	check_cell(csv_text, "+1", "'+1");
	check_cell(csv_text, "-1", "'-1");
	check_cell(csv_text, "@SUM(A1)", "'@SUM(A1)");
	check_cell(csv_text, "\t=1", "'\t=1");
	check_cell(csv_text, "\r=1", "\"'\r=1\"");
	check_cell(csv_text, "\n=1", "\"'\n=1\"");
	check_cell(csv_text, "＝1", "'＝1");
	check_cell(csv_text, "=HYPERLINK(\"x\",1)", "\"'=HYPERLINK(\"\"x\"\",1)\"");
}

static void a_sign_within_is_no_formula(void **state)
{
	(void)state;
	check_cell(csv_text, "a=b", "a=b");
	check_cell(csv_text, "2026-01-31", "2026-01-31");
}

static void words_are_the_same_when_read_back(void **state)
{
	(void)state;
	check_cell(csv_word, "-1", "-1");
	check_cell(csv_word, "=a,b", "\"=a,b\"");
}

static void plain_text_may_be_a_formula(void **state)
{
	(void)state;
	check_cell(csv_plain, HOSTILE_FORMULA, HOSTILE_FORMULA);
	check_cell(csv_plain, "＝1", "＝1");
	check_cell(csv_plain, "-", "-");
	check_cell(csv_plain, "\n=1", "\"\n=1\"");
	check_cell(csv_plain, "=HYPERLINK(\"x\",1)", "\"=HYPERLINK(\"\"x\"\",1)\"");
	check_cell(csv_plain, NULL, "");
}

static void controls_are_spelled(void **state)
{
	(void)state;
	check_cell(csv_text, "a\x1b[2Jb", "a\\x1B[2Jb");
	check_cell(csv_text, "a\xe2\x80\xae", "a\\u{202E}");
	check_cell(csv_plain, "a\x1b[2Jb", "a\\x1B[2Jb");
	check_cell(csv_plain, "a\xe2\x80\xae", "a\\u{202E}");
}

static void values_are_plain(void **state)
{
	(void)state;
	struct buffer out = {0};
	struct csv csv = {.out = &out};

	csv_real(&csv, -5, 0);
	csv_real(&csv, 0.125, 2);
	csv_whole(&csv, -3);
	csv_date(&csv, day("2024-02-29"));
	csv_truth(&csv, true);
	csv_truth(&csv, false);
	csv_end_row(&csv);
	assert_string_equal(written(&out), "-5,0.13,-3,2024-02-29,true,false\r\n");
	buffer_free(&out);
}

static void large_values_are_written_out(void **state)
{
	(void)state;
	struct buffer out = {0};
	struct csv csv = {.out = &out};

	csv_real(&csv, 8999999999999999, 1);
	csv_real(&csv, 9e15, 1);
	csv_real(&csv, -1e22, 4);
	csv_end_row(&csv);
	assert_string_equal(
		written(&out), "8999999999999999.0,9000000000000000,-10000000000000000000000\r\n");
	buffer_free(&out);
}

static void what_is_absent_is_an_empty_cell(void **state)
{
	(void)state;
	struct buffer out = {0};
	struct csv csv = {.out = &out};

	csv_text(&csv, NULL);
	csv_word(&csv, NULL);
	csv_real(&csv, NAN, 0);
	csv_real(&csv, -HUGE_VAL, 0);
	csv_date(&csv, DATE_NONE);
	csv_end_row(&csv);
	assert_string_equal(written(&out), ",,,,\r\n");
	buffer_free(&out);
}

static void a_row_begins_after_each_end(void **state)
{
	(void)state;
	struct buffer out = {0};
	struct csv csv = {.out = &out};

	for (int64_t i = 1; i <= 4; i++) {
		csv_whole(&csv, i);
		if (i % 2 == 0)
			csv_end_row(&csv);
	}
	assert_string_equal(written(&out), "1,2\r\n3,4\r\n");
	buffer_free(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(plain_text_stays),
		cmocka_unit_test(what_ends_cells_is_quoted),
		cmocka_unit_test(formulas_are_text),
		cmocka_unit_test(a_sign_within_is_no_formula),
		cmocka_unit_test(words_are_the_same_when_read_back),
		cmocka_unit_test(plain_text_may_be_a_formula),
		cmocka_unit_test(controls_are_spelled),
		cmocka_unit_test(values_are_plain),
		cmocka_unit_test(large_values_are_written_out),
		cmocka_unit_test(what_is_absent_is_an_empty_cell),
		cmocka_unit_test(a_row_begins_after_each_end),
	};

	return cmocka_run_group_tests_name("csv", tests, NULL, NULL);
}
