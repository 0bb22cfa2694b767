/* Tables of documents with heat, narrow columns, pictures and very long names. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "desk.h"

static const struct doc_column map[] = {
	{.title = "partner"},
	{.title = "value", .right = true},
	{.title = "hidden truth", .narrow = true},
	{.title = "captive", .narrow = true},
};

static void put_row(
	struct doc *doc, const char *name, const char *value, const char *first, const char *second)
{
	doc_cell(doc, name);
	doc_cell(doc, value);
	doc_cell(doc, first);
	doc_cell(doc, second);
}

static void put_map(struct desk *desk)
{
	desk_open(desk);
	doc_table(&desk->doc, map, 4);
	put_row(&desk->doc, "a", "5", "!!", "m");
	put_row(&desk->doc, "bcd", NULL, NULL, "!");
}

/* ---- heat ---- */

static void heat_is_a_class_of_its_cell(void **state)
{
	static const struct doc_column two[] = {{.title = "a"}, {.title = "b", .right = true}};
	struct desk desk;

	(void)state;
	desk_open(&desk);
	doc_table(&desk.doc, two, 2);
	for (int step = 0; step <= HEAT_STEPS; step++) {
		doc_cell(&desk.doc, "x");
		doc_cell_toned(&desk.doc, step == 1 ? TONE_CRITICAL : TONE_PLAIN, "7");
		doc_heat(&desk.doc, step);
	}
	desk_html_has(&desk, "<table class=\"map\">", 1);
	desk_html_has(&desk, "<td class=\"number\"><bdi>7</bdi></td>", 1);
	desk_html_has(&desk, "<td class=\"number critical heat-1\"><bdi>7</bdi></td>", 1);
	desk_html_has(&desk, "<td class=\"number heat-2\"><bdi>7</bdi></td>", 1);
	desk_html_has(&desk, "<td class=\"number heat-5\"><bdi>7</bdi></td>", 1);
	desk_html_has(&desk, "heat-", 5);
	desk_text(&desk, &desk_plain,
		"Acme\nFITS\n  a  b\n  x  7\n  x  7\n  x  7\n  x  7\n  x  7\n  x  7\n");
}

/* ---- narrow columns ---- */

static void narrow_columns_are_marks_on_pages(void **state)
{
	struct desk desk;

	(void)state;
	put_map(&desk);
	desk_html_has(&desk, "<table class=\"marks\">", 1);
	desk_html_has(&desk,
		"<th scope=\"col\" class=\"mark\"><bdi>hidden truth</bdi></th>\n"
		"<th scope=\"col\" class=\"mark\"><bdi>captive</bdi></th>",
		1);
	desk_html_has(&desk, "<td class=\"mark\"><bdi>!!</bdi></td>", 1);
	desk_html_has(&desk, "<td class=\"mark\">–</td>", 1);
	doc_heat(&desk.doc, 4);
	desk_html_has(&desk, "<table class=\"map marks\">", 1);
	desk_html_has(&desk, "<td class=\"mark heat-4\"><bdi>!</bdi></td>", 1);
	arena_free(&desk.arena);
}

static void in_text_numbers_stand_for_narrow_titles(void **state)
{
	struct desk desk;

	(void)state;
	put_map(&desk);
	desk_text(&desk, &desk_plain,
		"Acme\nFITS\n"
		"  partner  value   1 2\n"
		"  a            5  !! m\n"
		"  bcd          -   - !\n"
		"  1 hidden truth  2 captive\n");
}

static void in_markdown_narrow_columns_are_centred(void **state)
{
	struct desk desk;

	(void)state;
	put_map(&desk);
	desk_markdown(&desk,
		"## Acme\n\n**FITS**\n"
		"\n| partner | value | hidden truth | captive |\n"
		"|---|---:|:---:|:---:|\n"
		"| a | 5 | <span>&#33;</span>! | m |\n"
		"| bcd | – | – | ! |\n");
}

/* 2 + 17 of the name, 2 + 1 of the first one, and less than 3 of each of the others. */
static void twenty_narrow_columns_fit_a_terminal(void **state)
{
	struct doc_column columns[21] = {{.title = "partner"}};
	struct desk desk;

	(void)state;
	desk_open(&desk);
	for (int i = 1; i <= 20; i++)
		columns[i] = (struct doc_column){
			.title = arena_printf(&desk.arena, "sign-%c", 'a' + i - 1), .narrow = true};
	doc_table(&desk.doc, columns, 21);
	doc_cell(&desk.doc, "a-name-of-17-long");
	for (int i = 1; i <= 20; i++)
		doc_cell(&desk.doc, i % 7 ? "" : "!!");
	desk_text(&desk, &desk_plain,
		"Acme\nFITS\n"
		"  partner            1 2 3 4 5 6  7 8 9 10 11 12 13 14 15 16 17 18 19 20\n"
		"  a-name-of-17-long              !!                 !!\n"
		"  1 sign-a  2 sign-b  3 sign-c  4 sign-d  5 sign-e  6 sign-f  7 sign-g  8 sign-h\n"
		"  9 sign-i  10 sign-j  11 sign-k  12 sign-l  13 sign-m  14 sign-n  15 sign-o\n"
		"  16 sign-p  17 sign-q  18 sign-r  19 sign-s  20 sign-t\n");
}

/* ---- pictures ---- */

static void a_picture_stands_in_place_of_the_text(void **state)
{
	static const struct doc_column two[] = {{.title = "a"}, {.title = "b"}};
	struct desk desk;

	(void)state;
	desk_open(&desk);
	doc_table(&desk.doc, two, 2);
	doc_cell(&desk.doc, "x");
	doc_cell(&desk.doc, "40");
	doc_picture(&desk.doc, "<svg></svg>\n");
	desk_html_has(&desk, "<td class=\"word picture\"><svg></svg>\n</td>", 1);
	desk_html_has(&desk, "40", 0);
	desk_text(&desk, &desk_plain, "Acme\nFITS\n  a  b\n  x  40\n");
}

static void a_key_picture_stands_among_the_key_figures(void **state)
{
	struct desk desk;

	(void)state;
	desk_open(&desk);
	doc_key_figure(&desk.doc, TONE_PLAIN, "40.7", "score");
	doc_key_picture(&desk.doc, "<svg></svg>\n", "eight & quarters");
	desk_html_has(&desk,
		"<dl class=\"figures\">\n"
		"<div><dt><bdi>score</bdi></dt>\n<dd><bdi>40.7</bdi></dd>\n</div>\n"
		"<div><dt><bdi>eight &amp; quarters</bdi></dt>\n"
		"<dd class=\"picture\"><svg></svg>\n</dd>\n</div>\n</dl>\n",
		1);
	desk_text(&desk, &desk_plain, "Acme\nFITS\n");
}

/* ---- names of any length ---- */

#define SIXTEEN "abcdefghijklmnop"
#define FORTY_EIGHT SIXTEEN SIXTEEN SIXTEEN

static void long_words_may_be_broken_on_pages(void **state)
{
	static const struct doc_column two[] = {
		{.title = FORTY_EIGHT}, {.title = FORTY_EIGHT "q", .right = true}};
	struct desk desk;

	(void)state;
	desk_open(&desk);
	doc_table(&desk.doc, two, 2);
	doc_cell(&desk.doc, FORTY_EIGHT "q");
	doc_cell(&desk.doc, FORTY_EIGHT);
	desk_html_has(&desk, "<th scope=\"col\" class=\"word\">", 1);
	desk_html_has(&desk, "<th scope=\"col\" class=\"number prose\">", 1);
	desk_html_has(&desk, "<th scope=\"row\" class=\"word prose\">", 1);
	desk_html_has(&desk, "<td class=\"number\">", 1);
	arena_free(&desk.arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(heat_is_a_class_of_its_cell),
		cmocka_unit_test(narrow_columns_are_marks_on_pages),
		cmocka_unit_test(in_text_numbers_stand_for_narrow_titles),
		cmocka_unit_test(in_markdown_narrow_columns_are_centred),
		cmocka_unit_test(twenty_narrow_columns_fit_a_terminal),
		cmocka_unit_test(a_picture_stands_in_place_of_the_text),
		cmocka_unit_test(a_key_picture_stands_among_the_key_figures),
		cmocka_unit_test(long_words_may_be_broken_on_pages),
	};

	return cmocka_run_group_tests_name("doc maps", tests, NULL, NULL);
}
