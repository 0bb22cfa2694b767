/* Documents as Markdown: blocks apart from each other, and nothing of a stranger's is markup. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "desk.h"

#define HEAD "## Acme\n\n**FITS**\n"

static void the_head_is_a_heading_and_a_bold_line(void **state)
{
	struct desk desk;

	(void)state;
	desk_open(&desk);
	desk_markdown(&desk, HEAD);
	desk_open(&desk);
	desk.doc.details = "vendor, planned exit";
	desk_markdown(&desk, "## Acme\n\nvendor, planned exit\n\n**FITS**\n");
}

static void facts_and_items_are_one_list(void **state)
{
	struct desk desk;

	(void)state;
	desk_open(&desk);
	doc_section(&desk.doc, "Clock");
	doc_fact(&desk.doc, "send by", "on Monday", (struct place){"a b.yaml", 44});
	doc_item(&desk.doc, TONE_PLAIN, "condition", "six months", desk_nowhere);
	desk_markdown(&desk,
		HEAD
		"\n### Clock\n\n- send by: on Monday `a b.yaml:44`\n- condition: six months\n");
}

static void tones_are_told_in_words(void **state)
{
	struct desk desk;

	(void)state;
	desk_open(&desk);
	doc_item(&desk.doc, TONE_CRITICAL, "X01", "a", (struct place){"a.yaml", 0});
	doc_item(&desk.doc, TONE_WARNING, "X02", "b", desk_nowhere);
	doc_item(&desk.doc, TONE_NOTE, "X07", "c", desk_nowhere);
	doc_item(&desk.doc, TONE_MUTED, "X20", "d", desk_nowhere);
	doc_item(&desk.doc, TONE_GOOD, "fine", "e", desk_nowhere);
	desk_markdown(&desk,
		HEAD "\n- **error:** X01: a `a.yaml`\n- **warning:** X02: b\n- note: X07: c\n"
		     "- muted: X20: d\n- fine: e\n");
}

static void a_table_has_a_blank_line_before_it(void **state)
{
	static const struct doc_column columns[] = {
		{.title = "a"}, {.title = "b", .right = true}, {.title = "c", .note = true}};
	struct desk desk;

	(void)state;
	desk_open(&desk);
	doc_fact(&desk.doc, "x", "y", desk_nowhere);
	doc_table(&desk.doc, columns, 3);
	doc_cell(&desk.doc, "p");
	doc_cell(&desk.doc, "q");
	doc_cell(&desk.doc, NULL);
	doc_cell(&desk.doc, "r");
	doc_cell(&desk.doc, NULL);
	doc_cell_place(&desk.doc, (struct place){"s.yaml", 0});
	doc_text(&desk.doc, "So be it.");
	desk_markdown(&desk,
		HEAD "\n- x: y\n"
		     "\n| a | b | c |\n|---|---:|---|\n| p | q | – |\n| r | – | s.yaml |\n"
		     "\nSo be it.\n");
}

static void what_is_empty_leaves_no_gap(void **state)
{
	static const struct doc_column column = {.title = "a"};
	struct desk desk;

	(void)state;
	desk_open(&desk);
	doc_fact(&desk.doc, "x", "y", desk_nowhere);
	doc_table(&desk.doc, &column, 1);
	doc_figure(&desk.doc, "<svg></svg>");
	doc_key_figure(&desk.doc, TONE_PLAIN, "5", "days left");
	doc_fact(&desk.doc, "x", "z", desk_nowhere);
	desk_markdown(&desk, HEAD "\n- x: y\n- x: z\n");
}

static void paragraphs_are_apart(void **state)
{
	struct desk desk;

	(void)state;
	desk_open(&desk);
	doc_text(&desk.doc, "One.");
	doc_text(&desk.doc, "Two.");
	doc_section(&desk.doc, "S");
	doc_text(&desk.doc, "Three.");
	desk_markdown(&desk, HEAD "\nOne.\n\nTwo.\n\n### S\n\nThree.\n");
}

/* ---- what strangers write ---- */

#define EVIL "a|b*c*`d`<e>\n\n# [f](g) \033[0m"

#define EVIL_PATH "x|y`z\n\033"

/* No line but those that are ours, and no sign that would begin anything. */
static void assert_tame(const char *text, size_t lines)
{
	size_t n = 0;

	for (const char *at = text; (at = strchr(at, '\n')); at++)
		n++;
	assert_int_equal(n, lines);
	assert_null(strstr(text, "a|b"));
	assert_null(strstr(text, "x|y"));
	assert_null(strstr(text, "`z"));
	assert_null(strstr(text, "*c*"));
	assert_null(strstr(text, "`d`"));
	assert_null(strstr(text, "<e>"));
	assert_null(strstr(text, "[f]"));
	assert_null(strchr(text, '\033'));
}

static void nothing_becomes_markup(void **state)
{
	static const struct doc_column columns[] = {{.title = EVIL}, {.title = EVIL}};
	struct desk desk;
	struct buffer buffer = {0};

	(void)state;
	desk_open(&desk);
	desk.doc.title = desk.doc.details = desk.doc.verdict = EVIL;
	doc_section(&desk.doc, EVIL);
	doc_fact(&desk.doc, EVIL, EVIL, (struct place){EVIL_PATH, 1});
	doc_item(&desk.doc, TONE_NOTE, EVIL, EVIL, (struct place){EVIL_PATH, 0});
	doc_text(&desk.doc, EVIL);
	doc_table(&desk.doc, columns, 2);
	doc_cell(&desk.doc, EVIL);
	doc_cell_place(&desk.doc, (struct place){EVIL_PATH, 2});
	doc_put_markdown(&buffer, &desk.doc);
	buffer_putc(&buffer, '\0');
	/* 5 of the head, 2 of the section, 3 of the list, 2 of the text, 4 of the table */
	assert_tame(buffer.data, 16);
	buffer_free(&buffer);
	arena_free(&desk.arena);
}

/* Nothing begins a block there but a label, and a paragraph. */
static void numbers_and_dates_stay_readable(void **state)
{
	static const struct doc_column column = {.title = "1. a"};
	struct desk desk;

	(void)state;
	desk_open(&desk);
	doc_section(&desk.doc, "1 Decision");
	doc_fact(&desk.doc, "1. due", "2026-06-30", desk_nowhere);
	doc_text(&desk.doc, "1. due");
	doc_table(&desk.doc, &column, 1);
	doc_cell(&desk.doc, "2026-06-30");
	doc_cell(&desk.doc, "- b");
	desk_markdown(&desk,
		HEAD "\n### 1 Decision\n\n- &#49;. due: 2026-06-30\n\n&#49;. due\n"
		     "\n| 1. a |\n|---|\n| 2026-06-30 |\n| - b |\n");
}

static void a_name_looks_like_itself(void **state)
{
	struct desk desk;

	(void)state;
	desk_open(&desk);
	desk.doc.title = "Ros & Søn <nord>";
	desk_markdown(&desk, "## Ros &amp; Søn &lt;nord&gt;\n\n**FITS**\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_head_is_a_heading_and_a_bold_line),
		cmocka_unit_test(facts_and_items_are_one_list),
		cmocka_unit_test(tones_are_told_in_words),
		cmocka_unit_test(a_table_has_a_blank_line_before_it),
		cmocka_unit_test(what_is_empty_leaves_no_gap),
		cmocka_unit_test(paragraphs_are_apart),
		cmocka_unit_test(nothing_becomes_markup),
		cmocka_unit_test(numbers_and_dates_stay_readable),
		cmocka_unit_test(a_name_looks_like_itself),
	};

	return cmocka_run_group_tests_name("doc markdown", tests, NULL, NULL);
}
