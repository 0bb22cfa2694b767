/* Links of documents: places at a forge, anchors, addresses, and nothing else. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "desk.h"
#include "found.h"

#define FORGE "https://forge.example/o/r/blob/main"

static const struct doc_column column = {.title = "a"};

static void open_at(struct desk *desk, const char *base)
{
	desk_open(desk);
	desk->doc.link_base = base;
}

static void check_markdown(struct desk *desk, const char *piece, size_t times)
{
	struct buffer out = {0};

	doc_put_markdown(&out, &desk->doc);
	assert_times(&out, piece, times);
	buffer_free(&out);
}

/* ---- places ---- */

static void places_lead_to_the_forge(void **state)
{
	struct desk desk;

	(void)state;
	open_at(&desk, FORGE);
	doc_fact(&desk.doc, "owner", "li", (struct place){"p/a.yaml", 4});
	doc_section(&desk.doc, "S");
	doc_item(&desk.doc, TONE_PLAIN, "x", "y", (struct place){"b.yaml", 0});
	doc_item(&desk.doc, TONE_PLAIN, "x", "y", desk_nowhere);
	doc_table(&desk.doc, &column, 1);
	doc_cell_place(&desk.doc, (struct place){"c.yaml", 7});
	doc_cell_place(&desk.doc, desk_nowhere);
	desk_html_has(&desk,
		"<a href=\"" FORGE
		"/p/a.yaml#L4\"><bdi class=\"place\">p/<wbr>a.yaml:4</bdi></a></p>",
		1);
	desk_html_has(&desk,
		"<td class=\"prose\"><a href=\"" FORGE
		"/b.yaml\"><bdi class=\"place\">b.yaml</bdi></a></td>",
		1);
	desk_html_has(&desk, "<a href=\"" FORGE "/c.yaml#L7\"><bdi class=\"place\">c.yaml:7<", 1);
	desk_html_has(&desk, "<a ", 3);
	desk_markdown(&desk,
		"## Acme\n\n**FITS**\n"
		"\n- owner: li [`p/a.yaml:4`](" FORGE "/p/a.yaml#L4)\n"
		"\n### S\n\n- x: y [`b.yaml`](" FORGE "/b.yaml)\n- x: y\n"
		"\n| a |\n|---|\n"
		"| [c.yaml<span>&#58;</span>7](" FORGE "/c.yaml#L7) |\n| – |\n");
}

static void in_text_a_place_is_itself(void **state)
{
	struct desk desk;

	(void)state;
	open_at(&desk, FORGE);
	doc_fact(&desk.doc, "owner", "li", (struct place){"p/a.yaml", 4});
	desk_text(&desk, &desk_plain, "Acme\nFITS\n  owner          li  p/a.yaml:4\n");
}

static void check_place(const char *base, const char *path, const char *address)
{
	struct desk desk;

	open_at(&desk, base);
	doc_fact(&desk.doc, "a", "b", (struct place){path, 1});
	desk_html_has(&desk, "<a ", address ? 1 : 0);
	check_markdown(&desk, "](http", address ? 1 : 0);
	if (address) {
		desk_html_has(&desk, arena_printf(&desk.arena, "<a href=\"%s#L1\">", address), 1);
		check_markdown(&desk, arena_printf(&desk.arena, "](%s#L1)", address), 1);
	}
	arena_free(&desk.arena);
}

static void a_folder_may_end_in_a_slash(void **state)
{
	(void)state;
	check_place("http://f.example/", "a.yaml", "http://f.example/a.yaml");
}

static void bytes_of_paths_are_encoded(void **state)
{
	(void)state;
	check_place(FORGE, "a b/ü.yaml", FORGE "/a%20b/%C3%BC.yaml");
	check_place(FORGE, "a?b#c%d:e", FORGE "/a%3Fb%23c%25d%3Ae");
	check_place(FORGE, "a\"><b>)](x) 'y'", FORGE "/a%22%3E%3Cb%3E%29%5D%28x%29%20%27y%27");
	check_place(FORGE, "a\n\033|`\\", FORGE "/a%0A%1B%7C%60%5C");
}

static void the_folder_is_encoded_where_it_must_be(void **state)
{
	(void)state;
	check_place("https://f.example/a b/)\"'<>\n|`[]\\^{}", "x",
		"https://f.example/a%20b/%29%22%27%3C%3E%0A%7C%60%5B%5D%5C%5E%7B%7D/x");
	check_place(
		"https://f.example/a%20b?r=1&amp;", "x", "https://f.example/a%20b?r=1&amp;amp;/x");
	check_place("https://f.example/\xc3\xbc", "x", "https://f.example/%C3%BC/x");
}

/* A path from a stranger's scorecard must not lead to another project. */
static void what_leaves_the_folder_is_no_link(void **state)
{
	(void)state;
	check_place(FORGE, "../x.yaml", NULL);
	check_place(FORGE, "a/../../x.yaml", NULL);
	check_place(FORGE, "a/..", NULL);
	check_place(FORGE, "/etc/x.yaml", NULL);
	check_place(FORGE, "", NULL);
	check_place(FORGE, "./a..b/..c.yaml", FORGE "/./a..b/..c.yaml");
	check_place(FORGE, "...", FORGE "/...");
}

static void other_folders_are_no_links(void **state)
{
	(void)state;
	check_place(NULL, "a.yaml", NULL);
	check_place("", "a.yaml", NULL);
	check_place("javascript:alert(1)//", "a.yaml", NULL);
	check_place("file:///a", "a.yaml", NULL);
	check_place("//forge.example", "a.yaml", NULL);
	check_place("#a", "a.yaml", NULL);
}

/* ---- cells ---- */

static void put_link(struct desk *desk, const char *text, const char *link)
{
	desk_open(desk);
	doc_table(&desk->doc, &column, 1);
	doc_cell(&desk->doc, text);
	doc_link(&desk->doc, link);
}

static void a_cell_leads_to_an_anchor_of_the_page(void **state)
{
	struct desk desk;

	(void)state;
	put_link(&desk, "Acme", "#acme.de_1-x");
	desk_html_has(&desk, "<a href=\"#acme.de_1-x\"><bdi>Acme</bdi></a></th>", 1);
	check_markdown(&desk, "| Acme |", 1);
	desk_text(&desk, &desk_plain, "Acme\nFITS\n  a\n  Acme\n");
}

static void anchors_and_links_to_them_are_encoded_alike(void **state)
{
	struct desk desk;

	(void)state;
	put_link(&desk, "b", "#a b\"/ü%'<&~");
	doc_part(&desk.doc, "a b\"/ü%'<&~", "P", NULL);
	desk_html_has(&desk, "<a href=\"#a%20b%22%2F%C3%BC%25%27%3C%26%7E\">", 1);
	desk_html_has(&desk, "<section id=\"a%20b%22%2F%C3%BC%25%27%3C%26%7E\">", 1);
	arena_free(&desk.arena);
}

static void a_cell_leads_to_an_address(void **state)
{
	struct desk desk;

	(void)state;
	put_link(&desk, "b [c]", "https://x.example/a?b=1&c=(2) d");
	doc_aside(&desk.doc, "e");
	desk_html_has(&desk,
		"<a href=\"https://x.example/a?b=1&amp;c=%282%29%20d\"><bdi>b [c]</bdi></a> "
		"<span class=\"minor\"><bdi>e</bdi></span>",
		1);
	check_markdown(&desk,
		"| [b <span>&#91;</span>c&#93;](https://x.example/a?b=1&amp;c=%282%29%20d) |", 1);
	arena_free(&desk.arena);
}

static void a_picture_may_lead_somewhere(void **state)
{
	struct desk desk;

	(void)state;
	put_link(&desk, "b", "#c");
	doc_picture(&desk.doc, "<svg></svg>");
	desk_html_has(&desk, "<a href=\"#c\"><svg></svg></a>", 1);
	arena_free(&desk.arena);
}

static void check_no_link(const char *text, const char *link)
{
	struct desk desk;

	put_link(&desk, text, link);
	desk_html_has(&desk, "<a ", 0);
	check_markdown(&desk, "](", 0);
	arena_free(&desk.arena);
}

static void other_links_are_none(void **state)
{
	(void)state;
	check_no_link("b", NULL);
	check_no_link("b", "");
	check_no_link("b", "#");
	check_no_link("b", "javascript:alert(1)");
	check_no_link("b", " https://x.example");
	check_no_link("b", "HTTPS://x.example");
	check_no_link("b", "//x.example");
	check_no_link("b", "data:text/html,x");
	check_no_link("b", "x.html");
	check_no_link(NULL, "https://x.example");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(places_lead_to_the_forge),
		cmocka_unit_test(in_text_a_place_is_itself),
		cmocka_unit_test(a_folder_may_end_in_a_slash),
		cmocka_unit_test(bytes_of_paths_are_encoded),
		cmocka_unit_test(the_folder_is_encoded_where_it_must_be),
		cmocka_unit_test(what_leaves_the_folder_is_no_link),
		cmocka_unit_test(other_folders_are_no_links),
		cmocka_unit_test(a_cell_leads_to_an_anchor_of_the_page),
		cmocka_unit_test(anchors_and_links_to_them_are_encoded_alike),
		cmocka_unit_test(a_cell_leads_to_an_address),
		cmocka_unit_test(a_picture_may_lead_somewhere),
		cmocka_unit_test(other_links_are_none),
	};

	return cmocka_run_group_tests_name("doc links", tests, NULL, NULL);
}
