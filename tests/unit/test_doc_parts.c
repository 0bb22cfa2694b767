/* Documents: parts of sections, plain lines, folds, what is for one medium alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "desk.h"
#include "found.h"

#define MARKDOWN "## Acme\n\n**FITS**\n"
#define TEXT "Acme\nFITS\n"
#define HTML                                    \
	"<article>\n<h1><bdi>Acme</bdi></h1>\n" \
	"<p class=\"verdict\"><strong><bdi>FITS</bdi></strong>\n</p>\n"

static const struct doc_column column = {.title = "a"};

/* ---- parts ---- */

static void put_parts(struct desk *desk)
{
	desk_open(desk);
	doc_section(&desk->doc, "Each");
	doc_part(&desk->doc, "p-1", "One", "vendor");
	doc_text(&desk->doc, "x");
	doc_part(&desk->doc, NULL, "Two", NULL);
	doc_section(&desk->doc, "End");
	doc_text(&desk->doc, "y");
}

static void on_pages_a_part_is_a_section_with_an_anchor(void **state)
{
	struct desk desk;

	(void)state;
	put_parts(&desk);
	desk_html(&desk,
		HTML "<h2><bdi>Each</bdi></h2>\n"
		     "<section id=\"p-1\">\n<h3><bdi>One</bdi></h3>\n"
		     "<p class=\"minor\"><bdi>vendor</bdi></p>\n<p><bdi>x</bdi></p>\n</section>\n"
		     "<section>\n<h3><bdi>Two</bdi></h3>\n</section>\n"
		     "<h2><bdi>End</bdi></h2>\n<p><bdi>y</bdi></p>\n</article>\n");
}

static void in_markdown_a_part_is_folded(void **state)
{
	struct desk desk;

	(void)state;
	put_parts(&desk);
	desk_markdown(&desk,
		MARKDOWN "\n### Each\n"
			 "\n<details><summary>One</summary>\n\nx\n\n</details>\n"
			 "\n<details><summary>Two</summary>\n\n</details>\n"
			 "\n### End\n\ny\n");
}

static void in_text_a_part_is_what_is_in_it(void **state)
{
	struct desk desk;

	(void)state;
	put_parts(&desk);
	desk_text(&desk, &desk_plain, TEXT "\nEach\n  x\n\nEnd\n  y\n");
}

static void the_last_part_ends_with_the_document(void **state)
{
	struct desk desk;

	(void)state;
	desk_open(&desk);
	doc_part(&desk.doc, NULL, "P", NULL);
	doc_fact(&desk.doc, "a", "1", desk_nowhere);
	desk_html(&desk,
		HTML "<section>\n<h3><bdi>P</bdi></h3>\n"
		     "<p><bdi>a</bdi>: <bdi>1</bdi></p>\n</section>\n</article>\n");
	desk_open(&desk);
	doc_fact(&desk.doc, "a", "0", desk_nowhere);
	doc_part(&desk.doc, NULL, "P", NULL);
	doc_fact(&desk.doc, "a", "1", desk_nowhere);
	desk_markdown(&desk,
		MARKDOWN "\n- a: 0\n\n<details><summary>P</summary>\n\n- a: 1\n\n</details>\n");
}

/* What has no caption is told by the heading next to it. */
static void a_part_tells_of_its_tables(void **state)
{
	struct desk desk;
	struct buffer out = {0};

	(void)state;
	desk_open(&desk);
	doc_section(&desk.doc, "S");
	doc_part(&desk.doc, NULL, "P", NULL);
	doc_table(&desk.doc, &column, 1);
	doc_cell(&desk.doc, "1");
	doc_put_html(&out, &desk.doc);
	assert_times(&out, "<caption><bdi>P</bdi></caption>", 1);
	buffer_free(&out);
	arena_free(&desk.arena);
}

#define EVIL "</summary><b>\n\n# [f](g) @x </details>\033"

static void headings_of_parts_are_harmless(void **state)
{
	struct desk desk;
	struct buffer markdown = {0}, html = {0};

	(void)state;
	desk_open(&desk);
	doc_part(&desk.doc, EVIL, EVIL, EVIL);
	doc_put_markdown(&markdown, &desk.doc);
	doc_put_html(&html, &desk.doc);
	assert_times(&markdown, "</summary>", 1);
	assert_times(&markdown, "</details>", 1);
	assert_times(&markdown, "<b>", 0);
	assert_times(&markdown, "[f]", 0);
	assert_times(&markdown, "@x", 0);
	assert_times(&markdown, "\033", 0);
	assert_times(&markdown, "\n", 7); /* 3 of the head, 4 of the part */
	assert_times(&html, "</summary>", 0);
	assert_times(&html, "<b>", 0);
	assert_times(&html, "<section id=\"%3C%2Fsummary%3E%3Cb%3E%0A%0A%23%20%5Bf%5D", 1);
	buffer_free(&markdown);
	buffer_free(&html);
	arena_free(&desk.arena);
}

/* ---- no more Markdown than may be ---- */

/* Parts `1` to `n` between two paragraphs, one of them in a section of its own. */
static void put_many(struct desk *desk, int n)
{
	desk_open(desk);
	doc_text(&desk->doc, "begin");
	for (int i = 1; i <= n; i++) {
		doc_part(&desk->doc, NULL, arena_printf(&desk->arena, "p%d", i), NULL);
		doc_text(&desk->doc, "q");
	}
	doc_section(&desk->doc, "S");
	doc_text(&desk->doc, "end");
}

#define BEGIN MARKDOWN "\nbegin\n"
#define PART(name) "\n<details><summary>" name "</summary>\n\nq\n\n</details>\n"
#define END "\n### S\n\nend\n"

static void parts_are_left_out_from_the_end(void **state)
{
	static const char two[] =
		BEGIN PART("p1") PART("p2") END "\n2 folded parts are left out for length\n";
	struct desk desk;

	(void)state;
	put_many(&desk, 4);
	desk.doc.markdown_most = sizeof(two) - 1;
	desk_markdown(&desk, two);
}

static void a_byte_less_leaves_out_one_more(void **state)
{
	static const char two[] =
		BEGIN PART("p1") PART("p2") END "\n2 folded parts are left out for length\n";
	struct desk desk;

	(void)state;
	put_many(&desk, 4);
	desk.doc.markdown_most = sizeof(two) - 2;
	desk_markdown(&desk, BEGIN PART("p1") END "\n3 folded parts are left out for length\n");
}

static void what_fits_is_left_alone(void **state)
{
	static const char all[] = BEGIN PART("p1") PART("p2") END;
	struct desk desk;

	(void)state;
	put_many(&desk, 2);
	desk.doc.markdown_most = sizeof(all) - 1;
	desk_markdown(&desk, all);
	put_many(&desk, 2);
	desk.doc.markdown_most = sizeof(all) - 2;
	desk_markdown(&desk, BEGIN PART("p1") END "\n1 folded part is left out for length\n");
}

static void the_rest_stays_whatever_its_size(void **state)
{
	struct desk desk;

	(void)state;
	put_many(&desk, 2);
	desk.doc.markdown_most = 1;
	desk_markdown(&desk, BEGIN END "\n2 folded parts are left out for length\n");
	put_many(&desk, 0);
	desk.doc.markdown_most = 1;
	desk_markdown(&desk, BEGIN END);
}

static void text_between_parts_stays(void **state)
{
	struct desk desk;

	(void)state;
	desk_open(&desk);
	for (int i = 0; i < 3; i++) {
		doc_section(&desk.doc, "S");
		doc_part(&desk.doc, NULL, "P", NULL);
	}
	desk.doc.markdown_most = 1;
	desk_markdown(&desk,
		MARKDOWN "\n### S\n\n### S\n\n### S\n\n3 folded parts are left out for length\n");
}

/* What was in the buffer before does not count and stays. */
static void only_the_document_is_measured(void **state)
{
	static const char all[] = BEGIN PART("p1") END;
	struct desk desk;
	struct buffer out = {0};

	(void)state;
	put_many(&desk, 1);
	desk.doc.markdown_most = sizeof(all) - 1;
	buffer_puts(&out, "before\n");
	doc_put_markdown(&out, &desk.doc);
	assert_string_equal(written(&out), "before\n" BEGIN PART("p1") END);
	buffer_free(&out);
	arena_free(&desk.arena);
}

static void a_thousand_parts_are_cut_to_size(void **state)
{
	struct desk desk;
	struct buffer out = {0};
	const char *rest;

	(void)state;
	put_many(&desk, 1000);
	desk.doc.markdown_most = 10000;
	doc_put_markdown(&out, &desk.doc);
	assert_in_range(out.length, 9900, 10000);
	rest = strstr(written(&out), " folded parts are left out");
	assert_non_null(rest);
	assert_times(&out, "<details>", (size_t)(1000 - strtol(rest - 3, NULL, 10)));
	buffer_free(&out);
	arena_free(&desk.arena);
}

/* ---- plain lines ---- */

static void plain_lines_are_as_they_are(void **state)
{
	struct desk desk;

	(void)state;
	desk_open(&desk);
	doc_plain(&desk.doc, "  a ├─●\n\n  <b>*c*\n");
	desk_text(&desk, &desk_narrow, TEXT "  a ├─●\n\n  <b>*c*\n");
	desk_open(&desk);
	doc_plain(&desk.doc, "  a ├─●\n\n  <b>*c*\n");
	doc_text(&desk.doc, "x");
	desk_markdown(&desk, MARKDOWN "\n```\n  a ├─●\n\n  <b>*c*\n```\n\nx\n");
	desk_open(&desk);
	doc_plain(&desk.doc, "a\n");
	desk_html(&desk, HTML "</article>\n");
}

static void a_fence_is_longer_than_any_within(void **state)
{
	struct desk desk;

	(void)state;
	desk_open(&desk);
	doc_plain(&desk.doc, "``\n```\n `````x````\n");
	desk_markdown(&desk, MARKDOWN "\n``````\n``\n```\n `````x````\n``````\n");
	desk_open(&desk);
	doc_plain(&desk.doc, "a``");
	desk_markdown(&desk, MARKDOWN "\n```\na``\n```\n");
	desk_open(&desk);
	doc_plain(&desk.doc, "");
	desk_markdown(&desk, MARKDOWN);
}

/* ---- folds ---- */

static void a_folded_table_opens_on_pages(void **state)
{
	struct desk desk;

	(void)state;
	desk_open(&desk);
	doc_fold(&desk.doc, "The <figures>");
	doc_table(&desk.doc, &column, 1);
	doc_cell(&desk.doc, "1");
	desk_html(&desk,
		HTML "<details>\n<summary><bdi>The &lt;figures&gt;</bdi></summary>\n"
		     "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"Acme\">\n"
		     "<table>\n<caption><bdi>Acme</bdi></caption>\n<thead>\n<tr>\n"
		     "<th scope=\"col\" class=\"word\"><bdi>a</bdi></th>\n</tr>\n</thead>\n"
		     "<tbody>\n<tr>\n<th scope=\"row\" class=\"word\"><bdi>1</bdi></th>\n</tr>\n"
		     "</tbody>\n</table>\n</div>\n</details>\n</article>\n");
}

static void elsewhere_a_folded_table_stands_open(void **state)
{
	struct desk desk;

	(void)state;
	desk_open(&desk);
	doc_fold(&desk.doc, "The figures");
	doc_table(&desk.doc, &column, 1);
	doc_cell(&desk.doc, "1");
	desk_text(&desk, &desk_plain, TEXT "  a\n  1\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(on_pages_a_part_is_a_section_with_an_anchor),
		cmocka_unit_test(in_markdown_a_part_is_folded),
		cmocka_unit_test(in_text_a_part_is_what_is_in_it),
		cmocka_unit_test(the_last_part_ends_with_the_document),
		cmocka_unit_test(a_part_tells_of_its_tables),
		cmocka_unit_test(headings_of_parts_are_harmless),
		cmocka_unit_test(parts_are_left_out_from_the_end),
		cmocka_unit_test(a_byte_less_leaves_out_one_more),
		cmocka_unit_test(what_fits_is_left_alone),
		cmocka_unit_test(the_rest_stays_whatever_its_size),
		cmocka_unit_test(text_between_parts_stays),
		cmocka_unit_test(only_the_document_is_measured),
		cmocka_unit_test(a_thousand_parts_are_cut_to_size),
		cmocka_unit_test(plain_lines_are_as_they_are),
		cmocka_unit_test(a_fence_is_longer_than_any_within),
		cmocka_unit_test(a_folded_table_opens_on_pages),
		cmocka_unit_test(elsewhere_a_folded_table_stands_open),
	};

	return cmocka_run_group_tests_name("doc parts", tests, NULL, NULL);
}
