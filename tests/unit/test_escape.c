/* Untrusted text in XML, HTML and URIs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

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
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
