/* UTF-8: what is refused, what is counted, how wide it is, and what never reaches a terminal. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "exact.h"
#include "partner/utf8.h"

static size_t valid(const char *text, size_t length)
{
	char *exact = exact_copy(text, length);
	size_t result = utf8_valid(exact, length);
	free(exact);
	return result;
}

static void assert_valid(const char *text)
{
	assert_int_equal(valid(text, strlen(text)), strlen(text));
}

static void assert_invalid_at(const char *text, size_t at)
{
	assert_int_equal(valid(text, strlen(text)), at);
	char longer[64];
	memcpy(longer, "sixteen letters.", 16);
	memcpy(longer + 16, text, strlen(text));
	memcpy(longer + 16 + strlen(text), " and on", 7);
	assert_int_equal(valid(longer, 16 + strlen(text) + 7), 16 + at);
}

static void well_formed_text_is_valid(void **state)
{
	(void)state;
	assert_int_equal(valid("", 0), 0);
	assert_valid("a");
	assert_valid("plain words, longer than eight bytes\t\n\x7F");
	assert_valid("caf\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80");
	assert_valid("\xC2\x80 \xDF\xBF");
	assert_valid("\xE0\xA0\x80 \xED\x9F\xBF \xEE\x80\x80 \xEF\xBF\xBF");
	assert_valid("\xF0\x90\x80\x80 \xF4\x8F\xBF\xBF");
}

static void nul_is_refused_wherever_it_stands(void **state)
{
	(void)state;
	char text[40];
	for (size_t at = 0; at < sizeof(text); at++) {
		memset(text, 'x', sizeof(text));
		text[at] = '\0';
		assert_int_equal(valid(text, sizeof(text)), at);
	}
}

static void stray_bytes_are_refused_wherever_they_stand(void **state)
{
	(void)state;
	char text[40];
	for (size_t at = 0; at < sizeof(text); at++) {
		for (int byte = 0x80; byte < 0x100; byte++) {
			memset(text, 'x', sizeof(text));
			text[at] = (char)byte;
			assert_int_equal(valid(text, sizeof(text)), at);
		}
	}
}

static void overlong_forms_are_refused(void **state)
{
	(void)state;
	assert_invalid_at("ab\xC0\x80", 2);
	assert_invalid_at("\xC1\xBF", 0);
	assert_invalid_at("\xE0\x9F\xBF", 0);
	assert_invalid_at("\xF0\x8F\xBF\xBF", 0);
}

static void surrogates_are_refused(void **state)
{
	(void)state;
	assert_invalid_at("\xED\xA0\x80", 0);
	assert_invalid_at("a\xED\xBF\xBF", 1);
}

static void code_points_end_at_10ffff(void **state)
{
	(void)state;
	assert_invalid_at("\xF4\x90\x80\x80", 0);
	assert_invalid_at("\xF5\x80\x80\x80", 0);
	assert_invalid_at("\xF8\x88\x80\x80\x80", 0);
}

static void cut_sequences_are_refused(void **state)
{
	(void)state;
	assert_invalid_at("ab\xC3", 2);
	assert_invalid_at("ab\xE2\x82", 2);
	assert_invalid_at("ab\xF0\x9F\x98", 2);
	assert_invalid_at("\xE2\x82x", 0);
	assert_invalid_at("\xF0\x9F\x98x", 0);
	assert_invalid_at("\xC3\xC3\xA9", 0);
}

/* Writes `code` as UTF-8, by its definition; returns the length. */
static size_t encode(uint32_t code, char text[4])
{
	if (code < 0x80) {
		text[0] = (char)code;
		return 1;
	}
	size_t length = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
	static const unsigned char leads[] = {0, 0, 0xC0, 0xE0, 0xF0};
	for (size_t i = length - 1; i > 0; i--, code >>= 6)
		text[i] = (char)(0x80 | (code & 0x3F));
	text[0] = (char)(leads[length] | code);
	return length;
}

static void every_code_point_is_decoded(void **state)
{
	(void)state;
	for (uint32_t code = 1; code <= 0x10FFFF; code++) {
		if (code >= 0xD800 && code <= 0xDFFF)
			continue;
		char text[4];
		size_t length = encode(code, text);
		size_t bytes = 0;
		if (utf8_decode(text, length, &bytes) != code || bytes != length)
			fail_msg("U+%04X is not decoded", (unsigned)code);
		if (utf8_valid(text, length) != length)
			fail_msg("U+%04X is not valid", (unsigned)code);
	}
}

static void bad_bytes_decode_one_by_one(void **state)
{
	(void)state;
	size_t bytes = 0;
	assert_int_equal(utf8_decode("\xE2\x82", 2, &bytes), 0xFFFD);
	assert_int_equal(bytes, 1);
	assert_int_equal(utf8_decode("\x82z", 2, &bytes), 0xFFFD);
	assert_int_equal(bytes, 1);
	assert_int_equal(utf8_decode("\xEF\xBF\xBD", 3, &bytes), 0xFFFD);
	assert_int_equal(bytes, 3);
}

static void count_is_of_code_points(void **state)
{
	(void)state;
	assert_int_equal(utf8_count("", 0), 0);
	assert_int_equal(utf8_count("abc", 3), 3);
	assert_int_equal(utf8_count("caf\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80", 12), 6);
}

static size_t width(const char *text)
{
	return utf8_width(text, strlen(text));
}

static void width_of_plain_text_is_its_length(void **state)
{
	(void)state;
	assert_int_equal(width(""), 0);
	assert_int_equal(width("Acme Ltd"), 8);
	assert_int_equal(width("caf\xC3\xA9"), 4);
	assert_int_equal(width("\xE2\x82\xAC\xC2\xAD"), 2);
}

static void wide_characters_take_two_columns(void **state)
{
	(void)state;
	assert_int_equal(width("\xE6\x97\xA5\xE6\x9C\xAC"), 4); /* U+65E5 U+672C */
	assert_int_equal(width("\xED\x95\x9C"), 2);             /* U+D55C */
	assert_int_equal(width("\xEF\xBC\xA1"), 2);             /* U+FF21 */
	assert_int_equal(width("\xF0\xA0\x80\x80"), 2);         /* U+20000 */
	assert_int_equal(width("\xF0\x9F\x98\x80"), 2);         /* U+1F600 */
	assert_int_equal(width("\xEF\xBD\xB1"), 1);             /* U+FF71, narrow */
}

static void combining_marks_and_joiners_take_none(void **state)
{
	(void)state;
	assert_int_equal(width("e\xCC\x81"), 1);                            /* U+0301 */
	assert_int_equal(width("\xE2\x80\x8D\xE2\x80\x8B\xEF\xB8\x8F"), 0); /* ZWJ ZWSP VS16 */
	assert_int_equal(width("\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB"), 2); /* one syllable */
	assert_int_equal(width("\xF3\xA0\x87\xAF"), 0);                     /* U+E01EF */
}

static void a_flag_takes_two_columns(void **state)
{
	(void)state;
	assert_int_equal(width("\xF0\x9F\x87\xA8\xF0\x9F\x87\xAD"), 2);
}

static void ranges_end_where_they_should(void **state)
{
	(void)state;
	static const struct {
		uint32_t code;
		unsigned columns;
	} rows[] = {
		{0x0020, 1},
		{0x02FF, 1},
		{0x0300, 0},
		{0x036F, 0},
		{0x0370, 1},
		{0x10FF, 1},
		{0x1100, 2},
		{0x115F, 2},
		{0x1160, 0},
		{0x11FF, 0},
		{0x1200, 1},
		{0x2319, 1},
		{0x231A, 2},
		{0x231C, 1},
		{0x303F, 1},
		{0x3041, 2},
		{0xABFF, 1},
		{0xAC00, 2},
		{0xD7A3, 2},
		{0x1F5FA, 1},
		{0x1F5FB, 2},
		{0x1F1E6, 1},
		{0x1FFFF, 1},
		{0x20000, 2},
		{0x3FFFD, 2},
		{0xE00FF, 0},
		{0xE0100, 0},
		{0xE01EF, 0},
		{0xE01F0, 1},
		{0x10FFFF, 1},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		if (utf8_columns(rows[i].code) != rows[i].columns)
			fail_msg("U+%04X is not %u wide", (unsigned)rows[i].code, rows[i].columns);
	}
}

static void assert_safe(const char *text, const char *expected)
{
	struct buffer buffer = {0};
	utf8_puts_safe(&buffer, text);
	assert_int_equal(buffer.length, strlen(expected));
	assert_memory_equal(buffer.data, expected, buffer.length);
	buffer_free(&buffer);
	assert_int_equal(utf8_safe_width(text, strlen(text)), width(expected));
}

static void harmless_text_is_printed_as_it_is(void **state)
{
	(void)state;
	assert_safe("", "");
	assert_safe("Acme \\ 'Ltd' ~", "Acme \\ 'Ltd' ~");
	assert_safe(
		"caf\xC3\xA9 \xE6\x97\xA5 \xEF\xBF\xBD", "caf\xC3\xA9 \xE6\x97\xA5 \xEF\xBF\xBD");
}

static void controls_are_escaped(void **state)
{
	(void)state;
	assert_safe("\x1B[31mred", "\\x1B[31mred");
	assert_safe("a\nb\tc\r", "a\\x0Ab\\x09c\\x0D");
	assert_safe("\x7F", "\\x7F");
	assert_safe("\xC2\x9B"
		    "1m",
		"\\u{009B}1m");
	assert_safe("a\xE2\x80\xA8\xE2\x80\xA9", "a\\u{2028}\\u{2029}");
}

static void bidirectional_controls_are_escaped(void **state)
{
	(void)state;
	assert_safe("\xE2\x80\xAA\xE2\x80\xAB\xE2\x80\xAC\xE2\x80\xAD\xE2\x80\xAE",
		"\\u{202A}\\u{202B}\\u{202C}\\u{202D}\\u{202E}");
	assert_safe("\xE2\x81\xA6\xE2\x81\xA7\xE2\x81\xA8\xE2\x81\xA9",
		"\\u{2066}\\u{2067}\\u{2068}\\u{2069}");
	assert_safe("\xE2\x80\x8E\xE2\x80\x8F\xD8\x9C", "\\u{200E}\\u{200F}\\u{061C}");
	assert_safe("\xE2\x80\x8D\xE2\x80\xAF\xD8\x9B", "\xE2\x80\x8D\xE2\x80\xAF\xD8\x9B");
}

static void bytes_that_are_not_utf8_are_escaped(void **state)
{
	(void)state;
	assert_safe("a\xFFz", "a\\xFFz");
	assert_safe("a\xE2\x82", "a\\xE2\\x82");
	assert_safe("\xED\xA0\x80", "\\xED\\xA0\\x80");
}

static void a_nul_within_a_length_is_escaped(void **state)
{
	(void)state;
	struct buffer buffer = {0};
	utf8_put_safe(&buffer, "a\0b", 3);
	assert_int_equal(buffer.length, 6);
	assert_memory_equal(buffer.data, "a\\x00b", 6);
	assert_int_equal(utf8_safe_width("a\0b", 3), 6);
	buffer_free(&buffer);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(well_formed_text_is_valid),
		cmocka_unit_test(nul_is_refused_wherever_it_stands),
		cmocka_unit_test(stray_bytes_are_refused_wherever_they_stand),
		cmocka_unit_test(overlong_forms_are_refused),
		cmocka_unit_test(surrogates_are_refused),
		cmocka_unit_test(code_points_end_at_10ffff),
		cmocka_unit_test(cut_sequences_are_refused),
		cmocka_unit_test(every_code_point_is_decoded),
		cmocka_unit_test(bad_bytes_decode_one_by_one),
		cmocka_unit_test(count_is_of_code_points),
		cmocka_unit_test(width_of_plain_text_is_its_length),
		cmocka_unit_test(wide_characters_take_two_columns),
		cmocka_unit_test(combining_marks_and_joiners_take_none),
		cmocka_unit_test(a_flag_takes_two_columns),
		cmocka_unit_test(ranges_end_where_they_should),
		cmocka_unit_test(harmless_text_is_printed_as_it_is),
		cmocka_unit_test(controls_are_escaped),
		cmocka_unit_test(bidirectional_controls_are_escaped),
		cmocka_unit_test(bytes_that_are_not_utf8_are_escaped),
		cmocka_unit_test(a_nul_within_a_length_is_escaped),
	};
	return cmocka_run_group_tests_name("utf8", tests, NULL, NULL);
}
