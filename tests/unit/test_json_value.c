/* JSON in memory: what each value says of itself, and texts that are none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "partner/json_value.h"

static struct json_value *opened(const char *text)
{
	struct json_fault fault;
	struct json_value *top = json_open(text, strlen(text), &fault);

	assert_non_null(top);
	return top;
}

static void values_have_a_kind_and_a_size(void **state)
{
	static const struct {
		enum json_kind kind;
		size_t size;
	} expected[] = {{JSON_KIND_NULL, 0}, {JSON_KIND_TRUTH, 0}, {JSON_KIND_TRUTH, 0},
		{JSON_KIND_WHOLE, 0}, {JSON_KIND_REAL, 0}, {JSON_KIND_STRING, 4},
		{JSON_KIND_ARRAY, 2}, {JSON_KIND_OBJECT, 1}};
	struct json_value *top =
		opened("[null,true,false,7,7.0,\"\xC3\xA9\\n!\",[1,2],{\"a\":[]}]");

	(void)state;
	assert_int_equal(json_kind(top), JSON_KIND_ARRAY);
	assert_int_equal(json_size(top), sizeof(expected) / sizeof(expected[0]));
	for (size_t i = 0; i < json_size(top); i++) {
		assert_int_equal(json_kind(json_item(top, i)), expected[i].kind);
		assert_int_equal(json_size(json_item(top, i)), expected[i].size);
	}
	json_close(top);
}

static void values_are_what_was_written(void **state)
{
	struct json_value *top =
		opened("[true,false,-9223372036854775808,0.1,1e300,\"\xC3\xA9\\u0062\"]\n");

	(void)state;
	assert_true(json_truth(json_item(top, 0)));
	assert_false(json_truth(json_item(top, 1)));
	assert_true(json_whole(json_item(top, 2)) == INT64_MIN);
	assert_true(json_number(json_item(top, 2)) == -9223372036854775808.0);
	assert_true(json_number(json_item(top, 3)) == 0.1);
	assert_true(json_number(json_item(top, 4)) == 1e300);
	assert_string_equal(json_text(json_item(top, 5)),
		"\xC3\xA9"
		"b");
	json_close(top);
}

static void members_are_found_by_name(void **state)
{
	struct json_value *top = opened("{\"a\":1,\"b\":{\"a\":2},\"c\":null}");

	(void)state;
	assert_int_equal(json_whole(json_member(top, "a")), 1);
	assert_int_equal(json_whole(json_member(json_member(top, "b"), "a")), 2);
	assert_null(json_member(top, "d"));
	assert_int_equal(json_kind(json_member(top, "c")), JSON_KIND_NULL);
	assert_int_equal(json_kind(NULL), JSON_KIND_NULL);
	json_close(top);
}

static void members_are_walked_in_their_order(void **state)
{
	static const char *const names[] = {"z", "", "a"};
	struct json_value *top = opened("{\"z\":0,\"\":1,\"a\":2}");
	struct json_step step = {0};

	(void)state;
	for (int i = 0; i < 3; i++) {
		assert_true(json_step(top, &step));
		assert_int_equal(step.length, strlen(names[i]));
		assert_memory_equal(step.name, names[i], step.length);
		assert_int_equal(json_whole(step.value), i);
	}
	assert_false(json_step(top, &step));
	json_close(top);
}

static void nothing_is_walked_over_at_once(void **state)
{
	struct json_value *top = opened("{}");
	struct json_step step = {0};

	(void)state;
	assert_false(json_step(top, &step));
	json_close(top);
	json_close(NULL);
}

static void faults_have_a_column(void **state)
{
	static const struct {
		const char *text, *message;
		unsigned column;
	} faults[] = {
		{"", "the line ends too early", 1},
		{"{\"a\":NaN}", "invalid JSON", 8},
		{"\"text\"", "invalid JSON", 6},
		{"{\"\xC3\xA9\":1, x}", "invalid JSON", 9},
		{"[9223372036854775808]", "number out of range", 20},
		{"[1e999]", "number out of range", 6},
		{"{\"a\":1,\"a\":1}", "duplicate key", 10},
		{"{} {}", "something follows the record", 4},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(faults) / sizeof(faults[0]); i++) {
		struct json_fault fault = {0};

		assert_null(json_open(faults[i].text, strlen(faults[i].text), &fault));
		assert_string_equal(fault.message, faults[i].message);
		assert_int_equal(fault.column, faults[i].column);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_have_a_kind_and_a_size),
		cmocka_unit_test(values_are_what_was_written),
		cmocka_unit_test(members_are_found_by_name),
		cmocka_unit_test(members_are_walked_in_their_order),
		cmocka_unit_test(nothing_is_walked_over_at_once),
		cmocka_unit_test(faults_have_a_column),
	};

	return cmocka_run_group_tests_name("json_value", tests, NULL, NULL);
}
