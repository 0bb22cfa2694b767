/* JSON: every token as it is printed, and as jansson reads it back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <math.h>
#include <string.h>

#include <cmocka.h>
#include <jansson.h>

#include "held.h"
#include "partner/json.h"

static void structure_on_one_line(void **state)
{
	(void)state;
	struct buffer buffer = {0};
	struct json_writer json = {.out = &buffer};
	json_begin_object(&json);
	json_put_key(&json, "a");
	json_begin_array(&json);
	json_put_whole(&json, 1);
	json_begin_object(&json);
	json_end_object(&json);
	json_begin_array(&json);
	json_end_array(&json);
	json_put_null(&json);
	json_end_array(&json);
	json_put_key(&json, "b");
	json_put_truth(&json, true);
	json_put_key(&json, "c");
	json_put_truth(&json, false);
	json_end_object(&json);
	assert_holds(&buffer, "{\"a\":[1,{},[],null],\"b\":true,\"c\":false}");
}

static void structure_with_indentation(void **state)
{
	(void)state;
	struct buffer buffer = {0};
	struct json_writer json = {.out = &buffer, .indent = 2};
	json_begin_object(&json);
	json_put_key(&json, "a");
	json_begin_array(&json);
	json_put_whole(&json, 1);
	json_put_string(&json, "x");
	json_end_array(&json);
	json_put_key(&json, "b");
	json_begin_object(&json);
	json_end_object(&json);
	json_end_object(&json);
	assert_holds(&buffer, "{\n  \"a\": [\n    1,\n    \"x\"\n  ],\n  \"b\": {}\n}");
}

static void documents_follow_each_other(void **state)
{
	(void)state;
	struct buffer buffer = {0};
	struct json_writer json = {.out = &buffer};
	for (int i = 0; i < 2; i++) {
		json_begin_array(&json);
		json_put_whole(&json, i);
		json_end_array(&json);
		buffer_putc(&buffer, '\n');
	}
	json_put_whole(&json, 7);
	assert_holds(&buffer, "[0]\n[1]\n7");
}

static void assert_text(const char *text, size_t length, const char *expected)
{
	struct buffer buffer = {0};
	struct json_writer json = {.out = &buffer};
	json_put_text(&json, text, length);
	assert_holds(&buffer, expected);
}

static void plain_strings_stay_as_they_are(void **state)
{
	(void)state;
	assert_text("", 0, "\"\"");
	assert_text("Acme <&> 'Cloud' /~", 19, "\"Acme <&> 'Cloud' /~\"");
	assert_text("Müller 東京 🚀 \xC2\xA0", 22, "\"Müller 東京 🚀 \xC2\xA0\"");
}

static void what_json_forbids_is_escaped(void **state)
{
	(void)state;
	assert_text("\"\\\b\f\n\r\t", 7, "\"\\\"\\\\\\b\\f\\n\\r\\t\"");
	assert_text("a\0b\x01\x1F", 5, "\"a\\u0000b\\u0001\\u001f\"");
}

static void what_a_terminal_obeys_is_escaped(void **state)
{
	(void)state;
	assert_text("\x1B[2J\x7F", 5, "\"\\u001b[2J\\u007f\"");
	assert_text("\xC2\x80\xC2\x9F\xC2\xA0", 6, "\"\\u0080\\u009f\xC2\xA0\"");
	assert_text("\xE2\x80\xA8\xE2\x80\xA9", 6, "\"\\u2028\\u2029\"");
	assert_text("a\xE2\x80\xAEz", 5, "\"a\\u202ez\"");
	assert_text("\xE2\x80\x8E\xE2\x80\x8F\xD8\x9C", 8, "\"\\u200e\\u200f\\u061c\"");
	assert_text("\xE2\x81\xA6\xE2\x81\xA9", 6, "\"\\u2066\\u2069\"");
	assert_text("\xE2\x80\xA7\xE2\x80\xAF", 6, "\"\xE2\x80\xA7\xE2\x80\xAF\"");
}

static void bytes_that_are_not_utf8_are_replaced(void **state)
{
	(void)state;
	assert_text("a\xFFz", 3, "\"a\\ufffdz\"");
	assert_text("\xC3", 1, "\"\\ufffd\"");
	assert_text("\xED\xA0\x80", 3, "\"\\ufffd\\ufffd\\ufffd\"");
	assert_text("\xEF\xBF\xBD", 3, "\"\xEF\xBF\xBD\"");
}

static void keys_are_escaped_like_strings(void **state)
{
	(void)state;
	struct buffer buffer = {0};
	struct json_writer json = {.out = &buffer};
	json_begin_object(&json);
	json_put_key(&json, "a\"b");
	json_put_string(&json, NULL);
	json_put_name(&json, "as_of");
	json_put_string(&json, NULL);
	json_end_object(&json);
	assert_holds(&buffer, "{\"a\\\"b\":null,\"as_of\":null}");
}

static void labels_and_words(struct buffer *buffer, unsigned indent)
{
	struct json_writer json = {.out = buffer, .indent = indent};
	json_begin_object(&json);
	json_put_label(&json, "a_", 1);
	json_put_word(&json, "b_", 1);
	json_put_label(&json, "c_", 1);
	json_begin_array(&json);
	json_put_word(&json, "", 0);
	json_put_word(&json, "d", 1);
	json_end_array(&json);
	json_end_object(&json);
}

static void labels_stand_where_keys_do(void **state)
{
	(void)state;
	struct buffer line = {0}, lines = {0};
	labels_and_words(&line, 0);
	assert_holds(&line, "{\"a\":\"b\",\"c\":[\"\",\"d\"]}");
	labels_and_words(&lines, 1);
	assert_holds(&lines, "{\n \"a\": \"b\",\n \"c\": [\n  \"\",\n  \"d\"\n ]\n}");
}

/* Texts are looked at in pieces of eight. */
static void special_bytes_are_seen_at_every_place(void **state)
{
	static const char special[] = "\"\\\x01\x1F\x7F";
	(void)state;
	for (const char *byte = special; *byte; byte++) {
		for (size_t length = 1; length <= 40; length++) {
			for (size_t place = 0; place < length; place++) {
				char text[40];
				struct buffer buffer = {0};
				struct json_writer json = {.out = &buffer};
				memset(text, 'x', length);
				text[place] = *byte;
				json_put_text(&json, text, length);
				assert_true(buffer.length > length + 2);
				assert_int_equal(buffer.data[1 + place], '\\');
				buffer_free(&buffer);
			}
		}
	}
}

static void text_in_pieces_is_one_string(void **state)
{
	(void)state;
	struct buffer buffer = {0};
	struct json_writer json = {.out = &buffer};
	json_begin_array(&json);
	json_begin_text(&json);
	buffer_puts(&buffer, "12.50");
	buffer_puts(&buffer, " USD");
	json_end_text(&json);
	json_put_string(&json, "x");
	json_end_array(&json);
	assert_holds(&buffer, "[\"12.50 USD\",\"x\"]");
}

static void whole_numbers_to_both_ends(void **state)
{
	(void)state;
	struct buffer buffer = {0};
	struct json_writer json = {.out = &buffer};
	json_begin_array(&json);
	json_put_whole(&json, 0);
	json_put_whole(&json, INT64_MIN);
	json_put_whole(&json, INT64_MAX);
	json_end_array(&json);
	assert_holds(&buffer, "[0,-9223372036854775808,9223372036854775807]");
}

static void assert_real(double value, int decimals, const char *expected)
{
	struct buffer buffer = {0};
	struct json_writer json = {.out = &buffer};
	json_put_real(&json, value, decimals);
	assert_holds(&buffer, expected);
}

static void reals_keep_one_decimal(void **state)
{
	(void)state;
	assert_real(66, 1, "66.0");
	assert_real(66, 4, "66.0");
	assert_real(66.04, 0, "66.0");
	assert_real(100, 2, "100.0");
	assert_real(0, 4, "0.0");
}

static void reals_lose_zeros_at_the_end(void **state)
{
	(void)state;
	assert_real(0.2, 4, "0.2");
	assert_real(5.0 / 6, 4, "0.8333");
	assert_real(-4.2, 1, "-4.2");
	assert_real(0.25, 2, "0.25");
	assert_real(10.10, 2, "10.1");
	assert_real(0.0400, 4, "0.04");
}

static void reals_are_rounded_half_away(void **state)
{
	(void)state;
	assert_real(72.45, 1, "72.5");
	assert_real(-72.45, 1, "-72.5");
	assert_real(0.00005, 4, "0.0001");
	assert_real(9.96, 1, "10.0");
}

static void reals_are_never_minus_zero(void **state)
{
	(void)state;
	assert_real(-0.0, 1, "0.0");
	assert_real(-0.04, 1, "0.0");
	assert_real(-0.00004, 4, "0.0");
	assert_real(-0.3, 0, "0.0");
}

static void reals_without_a_value_are_null(void **state)
{
	(void)state;
	assert_real(NAN, 1, "null");
	assert_real(INFINITY, 1, "null");
	assert_real(-INFINITY, 4, "null");
}

static void huge_reals_are_still_numbers(void **state)
{
	(void)state;
	assert_real(8e15, 1, "8000000000000000.0");
	assert_real(9e15, 1, "9000000000000000.0");
	assert_real(-1e20, 4, "-100000000000000000000.0");
}

static void assert_number(double value, const char *expected)
{
	struct buffer buffer = {0};
	struct json_writer json = {.out = &buffer};
	json_put_number(&json, value);
	assert_holds(&buffer, expected);
}

static void numbers_are_printed_as_they_were_written(void **state)
{
	(void)state;
	assert_number(0, "0");
	assert_number(-0.0, "0");
	assert_number(66, "66");
	assert_number(-12, "-12");
	assert_number(0.85, "0.85");
	assert_number(0.0039, "0.0039");
	assert_number(123456789012.3, "123456789012.3");
	assert_number(999999999999999, "999999999999999");
	assert_number(NAN, "null");
	assert_number(-INFINITY, "null");
}

static void numbers_read_back_to_the_same(void **state)
{
	(void)state;
	static const double values[] = {
		1.0 / 3, 0.1 + 0.2, 3.9e-5, -2.5e-300, 9007199254740993e3, 1.7e308};
	for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++) {
		struct buffer buffer = {0};
		struct json_writer json = {.out = &buffer};
		json_put_number(&json, values[i]);
		json_t *root = json_loadb(buffer.data, buffer.length, JSON_DECODE_ANY, NULL);
		assert_true(json_number_value(root) == values[i]);
		json_decref(root);
		buffer_free(&buffer);
	}
}

/* Text of all lengths in which every byte occurs beside every kind of neighbour. */
static void any_text_is_read_back_by_jansson(void **state)
{
	(void)state;
	char text[300];
	for (size_t i = 0; i < sizeof(text); i++)
		text[i] = (char)(i * 37 % 127 + 1);
	memcpy(text + 100, "\xE2\x80\xA8é東🚀\xE2\x80\xAE", 15);
	for (size_t from = 0; from < 100; from++) {
		struct buffer buffer = {0};
		struct json_writer json = {.out = &buffer};
		json_put_text(&json, text + from, sizeof(text) - 2 * from);
		json_t *root = json_loadb(buffer.data, buffer.length, JSON_DECODE_ANY, NULL);
		assert_non_null(root);
		assert_int_equal(json_string_length(root), sizeof(text) - 2 * from);
		assert_memory_equal(json_string_value(root), text + from, sizeof(text) - 2 * from);
		json_decref(root);
		buffer_free(&buffer);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(structure_on_one_line),
		cmocka_unit_test(structure_with_indentation),
		cmocka_unit_test(documents_follow_each_other),
		cmocka_unit_test(plain_strings_stay_as_they_are),
		cmocka_unit_test(what_json_forbids_is_escaped),
		cmocka_unit_test(what_a_terminal_obeys_is_escaped),
		cmocka_unit_test(bytes_that_are_not_utf8_are_replaced),
		cmocka_unit_test(keys_are_escaped_like_strings),
		cmocka_unit_test(labels_stand_where_keys_do),
		cmocka_unit_test(special_bytes_are_seen_at_every_place),
		cmocka_unit_test(text_in_pieces_is_one_string),
		cmocka_unit_test(whole_numbers_to_both_ends),
		cmocka_unit_test(reals_keep_one_decimal),
		cmocka_unit_test(reals_lose_zeros_at_the_end),
		cmocka_unit_test(reals_are_rounded_half_away),
		cmocka_unit_test(reals_are_never_minus_zero),
		cmocka_unit_test(reals_without_a_value_are_null),
		cmocka_unit_test(huge_reals_are_still_numbers),
		cmocka_unit_test(numbers_are_printed_as_they_were_written),
		cmocka_unit_test(numbers_read_back_to_the_same),
		cmocka_unit_test(any_text_is_read_back_by_jansson),
	};
	return cmocka_run_group_tests_name("json", tests, NULL, NULL);
}
