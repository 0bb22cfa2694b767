/* Untrusted text in XML, HTML, URIs and Markdown. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "partner/escape.h"

static void assert_xml(const char *text, const char *expected)
{
	struct buffer buffer = {0};

	escape_puts_xml(&buffer, text);
	buffer_putc(&buffer, '\0');
	assert_string_equal(buffer.data, expected);
	buffer_free(&buffer);
}

static void assert_uri(const char *path, const char *expected)
{
	struct buffer buffer = {0};

	escape_puts_uri(&buffer, path);
	buffer_putc(&buffer, '\0');
	assert_string_equal(buffer.data, expected);
	buffer_free(&buffer);
}

static void plain_text_stays(void **state)
{
	(void)state;
	assert_xml("", "");
	assert_xml("Café 🌍, 1 – 2", "Café 🌍, 1 – 2");
}

static void markup_and_both_quotes_become_references(void **state)
{
	(void)state;
	assert_xml("<b a=\"x\" b='y'>&amp;]]>",
		"&lt;b a=&quot;x&quot; b=&#39;y&#39;&gt;&amp;amp;]]&gt;");
}

static void tabs_and_newlines_survive_in_attributes(void **state)
{
	(void)state;
	assert_xml("a\tb\nc", "a&#9;b&#10;c");
}

static void what_xml_cannot_hold_is_spelled(void **state)
{
	(void)state;
	assert_xml("\x1b[31m\x01\r\x7f", "\\x1B[31m\\x01\\x0D\\x7F");
	assert_xml("\xef\xbf\xbe\xef\xbf\xbf", "\\u{FFFE}\\u{FFFF}");
	assert_xml("\xef\xbf\xbd", "\xef\xbf\xbd");
	assert_xml("caf\xe9 \xed\xa0\x80", "caf\\xE9 \\xED\\xA0\\x80");
}

static void what_turns_text_around_is_spelled(void **state)
{
	(void)state;
	assert_xml("a\xe2\x80\xae<", "a\\u{202E}&lt;");
}

static void a_nul_among_the_bytes_is_spelled(void **state)
{
	(void)state;
	struct buffer buffer = {0};

	escape_put_xml(&buffer, "a\0<", 3);
	buffer_putc(&buffer, '\0');
	assert_string_equal(buffer.data, "a\\x00&lt;");
	buffer_free(&buffer);
}

static void unreserved_bytes_and_slashes_stay_in_uris(void **state)
{
	(void)state;
	assert_uri("/srv/Partners-1_2.x~/a.yaml", "/srv/Partners-1_2.x~/a.yaml");
	assert_uri("", "");
}

static void everything_else_is_percent_encoded(void **state)
{
	(void)state;
	assert_uri("a b/c:d?e#f%g", "a%20b/c%3Ad%3Fe%23f%25g");
	assert_uri("é\xff\n[1]", "%C3%A9%FF%0A%5B1%5D");
}

/* ---- Markdown ---- */

static void assert_markdown(const char *text, const char *expected)
{
	struct buffer buffer = {0};

	escape_puts_markdown(&buffer, text);
	buffer_putc(&buffer, '\0');
	assert_string_equal(buffer.data, expected);
	buffer_free(&buffer);
}

static void assert_code(const char *text, const char *expected)
{
	struct buffer buffer = {0};

	escape_puts_markdown_code(&buffer, text);
	buffer_putc(&buffer, '\0');
	assert_string_equal(buffer.data, expected);
	buffer_free(&buffer);
}

static void names_stay_readable_in_markdown(void **state)
{
	(void)state;
	assert_markdown("", "");
	assert_markdown("Acme (EU) – v1.2, Café 🌍 \"x\" 'y'", "Acme (EU) – v1.2, Café 🌍 \"x\" 'y'");
	assert_markdown("incident-conduct", "incident-conduct");
	assert_markdown("شركة المثال", "شركة المثال");
	assert_markdown("Acme & Sons v1_beta", "Acme &amp; Sons v1&#95;beta");
	assert_markdown("Yahoo! Inc: 5 % ^ a", "Yahoo! Inc: 5 % ^ a");
	assert_markdown("a 5 %, 6 %; b", "a 5 %, 6 %; b");
	assert_markdown("1 partner", "1 partner");
	assert_markdown("2026-11-21 b", "2026-11-21 b");
}

static void markdown_of_its_own_becomes_references(void **state)
{
	(void)state;
	assert_markdown("a *b* _c_ `d` \\", "a &#42;b&#42; &#95;c&#95; &#96;d&#96; &#92;");
	assert_markdown("a | b", "a &#124; b");
	assert_markdown("x</summary><script>", "x&lt;/summary&gt;&lt;script&gt;");
	assert_markdown(
		"&amp; &#64;", "<span>&amp;</span>amp; <span>&amp;</span><span>&#35;</span>64;");
}

static void links_and_images_are_none(void **state)
{
	(void)state;
	assert_markdown(
		"a [x](javascript:1)", "a <span>&#91;</span>x&#93;(javascript<span>&#58;</span>1)");
	assert_markdown("a ![x](y)", "a <span>&#33;</span><span>&#91;</span>x&#93;(y)");
	assert_markdown("a <https://b>", "a &lt;https<span>&#58;</span>//b&gt;");
	assert_markdown("a WwW.b.example", "a WwW<span>&#46;</span>b.example");
	assert_markdown("a ww.b", "a ww.b");
}

/* An element of its own parts the sign from what follows, whatever resolves references first. */
static void mentions_and_references_are_none(void **state)
{
	(void)state;
	assert_markdown("a @all #1 !2 ~bug",
		"a <span>&#64;</span>all <span>&#35;</span>1 <span>&#33;</span>2 <span>&#126;</span>bug");
	assert_markdown("a$1 %2 &3 ^a",
		"a<span>&#36;</span>1 <span>&#37;</span>2 <span>&amp;</span>3 "
		"<span>&#94;</span>a");
	assert_markdown("a {+b+} [c:1]",
		"a <span>&#123;</span>+b+} <span>&#91;</span>c<span>&#58;</span>1&#93;");
	assert_markdown("a :tada:", "a <span>&#58;</span>tada:");
	assert_markdown("me@b.example", "me<span>&#64;</span>b.example");
}

static void keys_of_issues_are_none(void **state)
{
	(void)state;
	assert_markdown("GH-12", "GH<span>&#45;</span>12");
	assert_markdown("a AB2_C-7", "a AB2&#95;C<span>&#45;</span>7");
	assert_markdown("a 2026-11-21 b-c", "a 2026-11-21 b-c");
}

static void commits_are_none(void **state)
{
	(void)state;
	assert_markdown("x abcdef", "x abcdef");
	assert_markdown("x 0123abc", "x 0123ab<span>c</span>");
	assert_markdown("x 0123456789abcDEF", "x 012345<span>6</span>789abc<span>D</span>EF");
	assert_markdown("x 012345 6789ab", "x 012345 6789ab");
}

static void no_block_begins_with_it(void **state)
{
	(void)state;
	assert_markdown("- a", "&#45; a");
	assert_markdown("+ a", "&#43; a");
	assert_markdown("1. a", "&#49;. a");
	assert_markdown("12) a", "&#49;2) a");
	assert_markdown("12", "&#49;2"); /* who knows what follows */
	assert_markdown("    a", "&#32;   a");
	assert_markdown("/close", "&#47;close");
	assert_markdown("# a", "<span>&#35;</span> a");
	assert_markdown("> a", "&gt; a");
	assert_markdown("~~~ a", "<span>&#126;</span><span>&#126;</span><span>&#126;</span> a");
	assert_markdown("[ ] a", "<span>&#91;</span> &#93; a");
	assert_markdown("=", "&#61;");
}

static void markdown_is_one_line_that_nothing_turns_around(void **state)
{
	(void)state;
	assert_markdown("a\r\nb\tc  ", "a\\x0D\\x0Ab\\x09c &#32;");
	assert_markdown("a\xe2\x80\xae"
			"b\xff",
		"a\\u{202E}b\\xFF");
	assert_markdown("a\xe2\x80\xa8"
			"b",
		"a\\u{2028}b");
}

static void a_long_text_is_whole(void **state)
{
	(void)state;
	struct buffer buffer = {0};
	char text[301];

	memset(text, 'x', 300);
	text[300] = '\0';
	escape_puts_markdown(&buffer, text);
	assert_int_equal(buffer.length, 300);
	assert_memory_equal(buffer.data, text, 300);
	buffer_free(&buffer);
}

static void a_nul_in_markdown_is_spelled(void **state)
{
	(void)state;
	struct buffer buffer = {0};

	escape_put_markdown(&buffer, "a\0<", 3);
	buffer_putc(&buffer, '\0');
	assert_string_equal(buffer.data, "a\\x00&lt;");
	buffer_free(&buffer);
}

static void code_shows_what_it_holds(void **state)
{
	(void)state;
	assert_code("a/b_c*.yaml:88 @x <b> &amp; #1", "`a/b_c*.yaml:88 @x <b> &amp; #1`");
	assert_code("", "");
}

static void code_ends_neither_itself_nor_a_cell_nor_a_line(void **state)
{
	(void)state;
	assert_code("a`b``c|d\\|", "`a\\x60b\\x60\\x60c\\x7Cd\\\\x7C`");
	assert_code("a\n\xe2\x80\xae`", "`a\\x0A\\u{202E}\\x60`");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(plain_text_stays),
		cmocka_unit_test(markup_and_both_quotes_become_references),
		cmocka_unit_test(tabs_and_newlines_survive_in_attributes),
		cmocka_unit_test(what_xml_cannot_hold_is_spelled),
		cmocka_unit_test(what_turns_text_around_is_spelled),
		cmocka_unit_test(a_nul_among_the_bytes_is_spelled),
		cmocka_unit_test(unreserved_bytes_and_slashes_stay_in_uris),
		cmocka_unit_test(everything_else_is_percent_encoded),
		cmocka_unit_test(names_stay_readable_in_markdown),
		cmocka_unit_test(markdown_of_its_own_becomes_references),
		cmocka_unit_test(links_and_images_are_none),
		cmocka_unit_test(mentions_and_references_are_none),
		cmocka_unit_test(keys_of_issues_are_none),
		cmocka_unit_test(commits_are_none),
		cmocka_unit_test(no_block_begins_with_it),
		cmocka_unit_test(markdown_is_one_line_that_nothing_turns_around),
		cmocka_unit_test(a_long_text_is_whole),
		cmocka_unit_test(a_nul_in_markdown_is_spelled),
		cmocka_unit_test(code_shows_what_it_holds),
		cmocka_unit_test(code_ends_neither_itself_nor_a_cell_nor_a_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
