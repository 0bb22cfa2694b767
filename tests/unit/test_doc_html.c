/* Documents as HTML: heads, rows of facts, tables, tones, and nothing of a stranger's is markup. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "desk.h"

#define HEAD                         \
	"<h1><bdi>Acme</bdi></h1>\n" \
	"<p class=\"verdict\"><strong><bdi>FITS</bdi></strong>\n</p>\n"

/* What the document is after its head. */
#define check_body(desk, expected) desk_html((desk), "<article>\n" HEAD expected "</article>\n")

#define SCROLL(title) \
	"<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"" title "\">\n"

#define TABLE(title) \
	SCROLL(title) "<table>\n<caption><bdi>" title "</bdi></caption>\n<thead>\n<tr>\n"

#define BODY "</tr>\n</thead>\n<tbody>\n"
#define END "</tbody>\n</table>\n</div>\n"
#define COLUMN(class, title) "<th scope=\"col\" class=\"" class "\"><bdi>" title "</bdi></th>\n"
#define NAME(class, text) "<th scope=\"row\" class=\"" class "\"><bdi>" text "</bdi></th>\n"
#define CELL(class, text) "<td class=\"" class "\">" text "</td>\n"

/* It stays in the arena of the desk. */
static const char *html_of(struct desk *desk)
{
	struct buffer buffer = {0};

	doc_put_html(&buffer, &desk->doc);
	return buffer_keep(&buffer, &desk->arena);
}

/* ---- the head ---- */

static void the_head_tells_kind_title_and_verdict(void **state)
{
	struct desk desk;

	(void)state;
	desk_open(&desk);
	desk.doc.kind = "Exit plan";
	desk.doc.details = "vendor";
	desk.doc.tone = TONE_CRITICAL;
	desk_html(&desk,
		"<article>\n<h1>Exit plan: <bdi>Acme</bdi></h1>\n"
		"<p class=\"minor\"><bdi>vendor</bdi></p>\n"
		"<p class=\"verdict\"><strong class=\"critical\"><bdi>FITS</bdi></strong>\n</p>\n"
		"</article>\n");
}

static void key_figures_stand_with_their_meanings(void **state)
{
	struct desk desk;

	(void)state;
	desk_open(&desk);
	doc_key_figure(&desk.doc, TONE_PLAIN, "5 days", "left");
	doc_key_figure(&desk.doc, TONE_WARNING, "2", "lost");
	check_body(&desk,
		"<dl class=\"figures\">\n"
		"<div><dt><bdi>left</bdi></dt>\n<dd><bdi>5 days</bdi></dd>\n</div>\n"
		"<div><dt><bdi>lost</bdi></dt>\n<dd class=\"warning\"><bdi>2</bdi></dd>\n</div>\n"
		"</dl>\n");
}

static void facts_of_the_head_are_lines(void **state)
{
	struct desk desk;

	(void)state;
	desk_open(&desk);
	doc_fact(&desk.doc, "owner", "li", (struct place){"a.yaml", 4});
	doc_fact(&desk.doc, "fit", "it does", desk_nowhere);
	check_body(&desk,
		"<p><bdi>owner</bdi>: <bdi>li</bdi> <bdi class=\"place\">a.yaml:4</bdi></p>\n"
		"<p><bdi>fit</bdi>: <bdi>it does</bdi></p>\n");
}

/* ---- facts and items ---- */

static void facts_are_rows_of_one_table(void **state)
{
	struct desk desk;

	(void)state;
	desk_open(&desk);
	doc_section(&desk.doc, "2 Clock");
	doc_caption(&desk.doc, "What it says");
	doc_fact(&desk.doc, "a", "1", (struct place){"a.yaml", 0});
	doc_fact(&desk.doc, "b", "2", desk_nowhere);
	check_body(&desk,
		"<h2><bdi>2 Clock</bdi></h2>\n" TABLE("What it says") COLUMN("word", "what")
			COLUMN("prose", "what is known") COLUMN("prose", "source") BODY
		"<tr>\n" NAME("word", "a") CELL("prose", "<bdi>1</bdi>") CELL("prose",
			"<bdi class=\"place\">a.yaml</bdi>") "</tr>\n"
							     "<tr>\n" NAME("word", "b") CELL(
								     "prose", "<bdi>2</bdi>")
								     CELL("prose",
									     "–") "</tr>\n" END);
}

static void a_fact_alone_with_a_caption_is_a_table(void **state)
{
	struct desk desk;

	(void)state;
	desk_open(&desk);
	doc_section(&desk.doc, "S");
	doc_caption(&desk.doc, "What it says");
	doc_fact(&desk.doc, "a", "1", desk_nowhere);
	assert_non_null(strstr(html_of(&desk), "<caption><bdi>What it says</bdi></caption>"));
	arena_free(&desk.arena);
}

static void a_fact_alone_is_a_line(void **state)
{
	struct desk desk;

	(void)state;
	desk_open(&desk);
	doc_section(&desk.doc, "S");
	doc_fact(&desk.doc, "review", "soon", desk_nowhere);
	doc_item(&desk.doc, TONE_WARNING, "late", "by far", desk_nowhere);
	check_body(&desk,
		"<h2><bdi>S</bdi></h2>\n<p><bdi>review</bdi>: <bdi>soon</bdi></p>\n"
		"<p><strong class=\"warning\"><bdi>warning</bdi></strong>\n"
		"<bdi>late</bdi>: <bdi>by far</bdi></p>\n");
}

/* Without places there is no column for them; levels are told in words. */
static void tones_are_told_in_words(void **state)
{
	struct desk desk;

	(void)state;
	desk_open(&desk);
	doc_section(&desk.doc, "S");
	doc_item(&desk.doc, TONE_CRITICAL, "X", "x", desk_nowhere);
	doc_item(&desk.doc, TONE_MUTED, "Y", "y", desk_nowhere);
	doc_item(&desk.doc, TONE_PLAIN, "Z", "z", desk_nowhere);
	check_body(&desk,
		"<h2><bdi>S</bdi></h2>\n" TABLE("S") COLUMN("word", "level") COLUMN("word", "what")
			COLUMN("prose", "what is known") BODY
		"<tr>\n" CELL("word critical", "<bdi>error</bdi>") NAME("word", "X") CELL("prose",
			"<bdi>x</bdi>") "</tr>\n"
					"<tr>\n" CELL("word minor", "<bdi>muted</bdi>") NAME(
						"word", "Y") CELL("prose",
						"<bdi>y</bdi>") "</tr>\n"
								"<tr>\n" CELL("word", "–") NAME(
									"word", "Z") CELL("prose",
									"<bdi>z</bdi>") "</tr>\n" END);
}

static void a_caption_begins_another_table(void **state)
{
	struct desk desk;
	const char *html;

	(void)state;
	desk_open(&desk);
	doc_section(&desk.doc, "S");
	for (int i = 0; i < 4; i++) {
		if (i == 2)
			doc_caption(&desk.doc, "Second");
		doc_fact(&desk.doc, "a", "1", desk_nowhere);
	}
	html = html_of(&desk);
	assert_non_null(
		strstr(strstr(html, "<caption><bdi>S</bdi>"), "<caption><bdi>Second</bdi>"));
	arena_free(&desk.arena);
}

/* ---- tables and figures ---- */

static const struct doc_column columns[] = {{.title = "n", .right = true},
	{.title = "id", .names = true}, {.title = "c", .note = true}};

static void a_table_has_headings_of_columns_and_rows(void **state)
{
	struct desk desk;

	(void)state;
	desk_open(&desk);
	doc_caption(&desk.doc, "All");
	doc_table(&desk.doc, columns, 3);
	doc_cell_toned(&desk.doc, TONE_CRITICAL, "12");
	doc_cell(&desk.doc, "p");
	doc_aside(&desk.doc, "q");
	doc_cell(&desk.doc, NULL);
	check_body(&desk,
		TABLE("All") COLUMN("number", "n") COLUMN("word", "id") COLUMN("prose", "c") BODY
		"<tr>\n" CELL("number critical",
			"<bdi>12</bdi>") "<th scope=\"row\" class=\"word\"><bdi>p</bdi> "
					 "<span class=\"minor\"><bdi>q</bdi></span></th>\n" CELL(
						 "prose", "–") "</tr>\n" END);
}

static void an_empty_table_is_nothing(void **state)
{
	struct desk desk;

	(void)state;
	desk_open(&desk);
	doc_caption(&desk.doc, "All");
	doc_table(&desk.doc, columns, 3);
	doc_text(&desk.doc, "None.");
	check_body(&desk, "<p><bdi>None.</bdi></p>\n");
}

static void the_first_column_names_rows_where_none_does(void **state)
{
	static const struct doc_column two[] = {{.title = "a"}, {.title = "b"}};
	struct desk desk;

	(void)state;
	desk_open(&desk);
	doc_table(&desk.doc, two, 2);
	doc_cell(&desk.doc, "1");
	doc_cell_place(&desk.doc, (struct place){"x/y.yaml", 2});
	check_body(&desk,
		TABLE("Acme") COLUMN("word", "a") COLUMN("word", "b") BODY
		"<tr>\n" NAME("word", "1")
			CELL("word", "<bdi class=\"place\">x/<wbr>y.yaml:2</bdi>") "</tr>\n" END);
}

static void a_figure_has_its_caption(void **state)
{
	struct desk desk;

	(void)state;
	desk_open(&desk);
	doc_caption(&desk.doc, "It falls");
	doc_figure(&desk.doc, "<svg></svg>\n");
	check_body(&desk,
		"<figure>\n" SCROLL(
			"It falls") "<svg></svg>\n</div>\n"
				    "<figcaption><bdi>It falls</bdi></figcaption>\n</figure>\n");
}

/* ---- what strangers write ---- */

#define EVIL "\"'><script src=x>--></title></style>\033"

static void nothing_becomes_markup(void **state)
{
	static const struct doc_column evil[] = {{.title = EVIL}, {.title = EVIL}};
	struct desk desk;
	const char *html;

	(void)state;
	desk_open(&desk);
	desk.doc.title = desk.doc.details = desk.doc.verdict = EVIL;
	doc_key_figure(&desk.doc, TONE_GOOD, EVIL, EVIL);
	doc_fact(&desk.doc, EVIL, EVIL, (struct place){EVIL, 1});
	doc_section(&desk.doc, EVIL);
	doc_item(&desk.doc, TONE_NOTE, EVIL, EVIL, (struct place){EVIL, 0});
	doc_item(&desk.doc, TONE_NOTE, EVIL, EVIL, (struct place){EVIL, 2});
	doc_text(&desk.doc, EVIL);
	doc_caption(&desk.doc, EVIL);
	doc_table(&desk.doc, evil, 2);
	doc_cell(&desk.doc, EVIL);
	doc_aside(&desk.doc, EVIL);
	doc_cell_place(&desk.doc, (struct place){EVIL, 3});
	html = html_of(&desk);
	assert_null(strstr(html, "<script"));
	assert_null(strstr(html, "\"'"));
	assert_null(strstr(html, "-->"));
	assert_null(strstr(html, "</style"));
	assert_null(strchr(html, '\033'));
	assert_non_null(strstr(html, "aria-label=\"&quot;&#39;&gt;&lt;script"));
	arena_free(&desk.arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_head_tells_kind_title_and_verdict),
		cmocka_unit_test(key_figures_stand_with_their_meanings),
		cmocka_unit_test(facts_of_the_head_are_lines),
		cmocka_unit_test(facts_are_rows_of_one_table),
		cmocka_unit_test(a_fact_alone_is_a_line),
		cmocka_unit_test(a_fact_alone_with_a_caption_is_a_table),
		cmocka_unit_test(tones_are_told_in_words),
		cmocka_unit_test(a_caption_begins_another_table),
		cmocka_unit_test(a_table_has_headings_of_columns_and_rows),
		cmocka_unit_test(an_empty_table_is_nothing),
		cmocka_unit_test(the_first_column_names_rows_where_none_does),
		cmocka_unit_test(a_figure_has_its_caption),
		cmocka_unit_test(nothing_becomes_markup),
	};

	return cmocka_run_group_tests_name("doc html", tests, NULL, NULL);
}
