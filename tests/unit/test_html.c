/* Pages of HTML: what may run, texts, paths. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "drafted.h"
#include "found.h"
#include "partner/html.h"
#include "partner/sha256.h"

static struct buffer empty_page(const char *title)
{
	struct buffer out = {0};

	html_begin(&out, title);
	html_end(&out);
	return out;
}

/* ---- the page ---- */

static void a_page_says_what_it_is(void **state)
{
	(void)state;
	struct buffer out = empty_page("Exit plan");

	assert_memory_equal(written(&out), "<!DOCTYPE html>\n<html lang=\"en\">", 32);
	assert_times(&out, "<meta charset=\"utf-8\">", 1);
	assert_times(&out, "<title>Exit plan</title>", 1);
	assert_times(&out, "name=\"viewport\"", 1);
	assert_times(&out, "<main>\n</main>\n</body>\n</html>\n", 1);
	buffer_free(&out);
}

static void nothing_runs_and_nothing_is_loaded(void **state)
{
	(void)state;
	struct buffer out = empty_page(HOSTILE_TAG);

	assert_times(&out, "default-src 'none'; style-src 'sha256-", 1);
	assert_times(&out, "; base-uri 'none'; form-action 'none'\">", 1);
	assert_times(&out, "<script", 0);
	assert_times(&out, "unsafe", 0);
	assert_times(&out, "url(", 0);
	assert_times(&out, "http", 1); /* http-equiv */
	buffer_free(&out);
}

/* Value of a digit of base64. */
static unsigned value_of(char digit)
{
	static const char digits[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	const char *at = strchr(digits, digit);

	assert_non_null(at);
	return (unsigned)(at - digits);
}

/* The 43 digits of base64 that the policy has, back as the 32 bytes of a digest. */
static void decode(const char *digits, unsigned char bytes[SHA256_BYTES])
{
	unsigned bits = 0, n = 0;

	for (size_t i = 0, k = 0; i < 43; i++) {
		bits = (bits << 6 | value_of(digits[i])) & 0xFFFFFF;
		n += 6;
		if (n >= 8) {
			n -= 8;
			bytes[k++] = (unsigned char)(bits >> n);
		}
	}
}

static void the_policy_names_the_style_of_the_page(void **state)
{
	(void)state;
	struct buffer out = empty_page("x");
	const char *digits = strstr(written(&out), "'sha256-") + strlen("'sha256-");
	const char *style = strstr(out.data, "<style>") + strlen("<style>");
	unsigned char bytes[SHA256_BYTES];
	char hex[SHA256_HEX];
	struct buffer told = {0};

	decode(digits, bytes);
	assert_memory_equal(digits + 43, "='", 2);
	for (size_t i = 0; i < SHA256_BYTES; i++)
		buffer_printf(&told, "%02x", bytes[i]);
	sha256_of(style, (size_t)(strstr(style, "</style>") - style), hex);
	assert_string_equal(written(&told), hex);
	buffer_free(&told);
	buffer_free(&out);
}

/* ---- pieces ---- */

static void check_text(const char *text, const char *expected)
{
	struct buffer out = {0};

	html_put_text(&out, text);
	assert_string_equal(written(&out), expected);
	buffer_free(&out);
}

static void text_is_escaped_and_set_apart(void **state)
{
	(void)state;
	check_text("", "<bdi></bdi>");
	check_text(HOSTILE_TAG, "<bdi>&lt;script&gt;alert(1)&lt;/script&gt;</bdi>");
	check_text(HOSTILE_FORMULA, "<bdi>=cmd|&#39; /C calc&#39;!A0</bdi>");
	check_text(HOSTILE_ARABIC, "<bdi>" HOSTILE_ARABIC "</bdi>");
	check_text("a\nb\"c&", "<bdi>a&#10;b&quot;c&amp;</bdi>");
	check_text("\xe2\x80\xae", "<bdi>\\u{202E}</bdi>");
}

static void dates_are_not_broken(void **state)
{
	(void)state;
	check_text("by 2026-12-31, <not> 2026-1",
		"<bdi>by <span class=\"whole\">2026-12-31</span>, &lt;not&gt; 2026-1</bdi>");
	check_text("12026-12-31", "<bdi>12026-12-31</bdi>");
}

static void amounts_are_not_broken(void **state)
{
	(void)state;
	check_text("net -5.50 USD, 3 EUR",
		"<bdi>net <span class=\"whole\">-5.50 USD</span>, "
		"<span class=\"whole\">3 EUR</span></bdi>");
	check_text("2.85 M GBP, 40 k CHF",
		"<bdi><span class=\"whole\">2.85 M GBP</span>, "
		"<span class=\"whole\">40 k CHF</span></bdi>");
	check_text("6.46 bn JPY, 12 tn JPY",
		"<bdi><span class=\"whole\">6.46 bn JPY</span>, "
		"<span class=\"whole\">12 tn JPY</span></bdi>");
	check_text("7", "<bdi>7</bdi>");
	check_text("7 M, 7 k EU, 7 M EURO, 7 G EUR, 7  EUR",
		"<bdi>7 M, 7 k EU, 7 M EURO, 7 G EUR, 7  EUR</bdi>");
	check_text("- 7 days, 8 EU, 9 EURO", "<bdi>- 7 days, 8 EU, 9 EURO</bdi>");
}

static void elements_are_escaped(void **state)
{
	(void)state;
	struct buffer out = {0};

	html_put_element(&out, "h2", NULL, "a & b");
	html_put_element(&out, "p", "warning", "");
	assert_string_equal(written(&out),
		"<h2><bdi>a &amp; b</bdi></h2>\n<p class=\"warning\"><bdi></bdi></p>\n");
	buffer_free(&out);
}

static void check_path(const char *path, const char *expected)
{
	struct buffer out = {0};

	html_put_path(&out, path);
	assert_string_equal(written(&out), expected);
	buffer_free(&out);
}

static void paths_break_after_folders(void **state)
{
	(void)state;
	check_path("a.yaml:12", "<bdi class=\"place\">a.yaml:12</bdi>");
	check_path("p/q/<a>.yaml:1", "<bdi class=\"place\">p/<wbr>q/<wbr>&lt;a&gt;.yaml:1</bdi>");
	check_path("p/", "<bdi class=\"place\">p/</bdi>");
	check_path("", "<bdi class=\"place\"></bdi>");
}

static void what_is_wide_can_be_reached_by_keys(void **state)
{
	(void)state;
	struct buffer out = {0};

	html_begin_scroll(&out, "A \"chart\"");
	html_end_scroll(&out);
	assert_string_equal(written(&out),
		"<div class=\"scroll\" role=\"group\" tabindex=\"0\" "
		"aria-label=\"A &quot;chart&quot;\">\n</div>\n");
	buffer_free(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_page_says_what_it_is),
		cmocka_unit_test(nothing_runs_and_nothing_is_loaded),
		cmocka_unit_test(the_policy_names_the_style_of_the_page),
		cmocka_unit_test(text_is_escaped_and_set_apart),
		cmocka_unit_test(dates_are_not_broken),
		cmocka_unit_test(amounts_are_not_broken),
		cmocka_unit_test(elements_are_escaped),
		cmocka_unit_test(paths_break_after_folders),
		cmocka_unit_test(what_is_wide_can_be_reached_by_keys),
	};

	return cmocka_run_group_tests_name("html", tests, NULL, NULL);
}
