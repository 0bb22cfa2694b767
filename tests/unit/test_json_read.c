/* Lines of JSON that the commands wrote, read for their source; and others that are refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "partner/json.h"

static void assert_outcome(
	const char *line, enum json_outcome outcome, unsigned column, const char *expected)
{
	struct arena arena = {0};
	struct json_source source;
	const char *fault = NULL;
	assert_int_equal(json_line_source(&arena, line, strlen(line), &source, &fault), outcome);
	assert_non_null(fault);
	assert_string_equal(fault, expected);
	assert_int_equal(source.column, column);
	assert_null(source.type);
	arena_free(&arena);
}

static void a_scorecard_names_its_source(void **state)
{
	(void)state;
	static const char line[] =
		"{\"as_of\":\"2026-11-21\",\"criteria\":[{\"path\":\"other.yaml\"}],"
		"\"partner\":\"acme\",\"schema\":\"partner.scorecard/1\",\"source\":"
		"{\"line\":3,\"path\":\"partners/a\\u0062.yaml\",\"revision\":\"0f3a\"},"
		"\"type\":\"scorecard\"}\n";
	struct arena arena = {0};
	struct json_source source;
	const char *fault = "left alone";
	assert_int_equal(
		json_line_source(&arena, line, strlen(line), &source, &fault), JSON_LINE_READ);
	assert_null(fault);
	assert_string_equal(source.type, "scorecard");
	assert_string_equal(source.schema, "partner.scorecard/1");
	assert_string_equal(source.partner, "acme");
	assert_string_equal(source.path, "partners/ab.yaml");
	assert_string_equal(source.revision, "0f3a");
	assert_int_equal(source.line, 3);
	assert_int_equal(source.column, 0);
	arena_free(&arena);
}

static void what_is_null_or_missing_stays_unset(void **state)
{
	(void)state;
	static const char *const lines[] = {
		"{\"type\":\"changes\"}",
		"{\"type\":\"changes\",\"schema\":null,\"partner\":null,\"source\":null}",
		"{\"type\":\"changes\",\"source\":{}}",
		"{\"type\":\"changes\",\"source\":{\"line\":null,\"path\":null,\"revision\":null}}",
	};
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
		struct arena arena = {0};
		struct json_source source;
		const char *fault;
		assert_int_equal(
			json_line_source(&arena, lines[i], strlen(lines[i]), &source, &fault),
			JSON_LINE_READ);
		assert_string_equal(source.type, "changes");
		assert_null(source.schema);
		assert_null(source.partner);
		assert_null(source.path);
		assert_null(source.revision);
		assert_null(source.fingerprint);
		assert_true(!source.kind && !source.side);
		assert_int_equal(source.line, 0);
		arena_free(&arena);
	}
}

static void a_scorecard_says_whose_it_is(void **state)
{
	(void)state;
	static const char line[] = "{\"kind\":\"self\",\"side\":\"us\",\"type\":\"scorecard\"}";
	struct arena arena = {0};
	struct json_source source;
	const char *fault;
	assert_int_equal(
		json_line_source(&arena, line, strlen(line), &source, &fault), JSON_LINE_READ);
	assert_string_equal(source.kind, "self");
	assert_string_equal(source.side, "us");
	arena_free(&arena);
}

static void a_finding_names_its_fingerprint(void **state)
{
	(void)state;
	static const char line[] = "{\"fingerprint\":\"0f\",\"type\":\"diagnostic\"}";
	struct arena arena = {0};
	struct json_source source;
	const char *fault;
	assert_int_equal(
		json_line_source(&arena, line, strlen(line), &source, &fault), JSON_LINE_READ);
	assert_string_equal(source.fingerprint, "0f");
	arena_free(&arena);
}

static void malformed_lines_are_located(void **state)
{
	(void)state;
	assert_outcome("", JSON_LINE_MALFORMED, 1, "the line ends too early");
	assert_outcome("{\"type\":\"x\"", JSON_LINE_MALFORMED, 11, "the line ends too early");
	assert_outcome("{\"é\":1, x}", JSON_LINE_MALFORMED, 9, "invalid JSON");
	assert_outcome("{} {}", JSON_LINE_MALFORMED, 4, "something follows the record");
	assert_outcome("{\"a\":\"\xFF\"}", JSON_LINE_MALFORMED, 6, "invalid UTF-8");
	assert_outcome("{\"a\":1e999}", JSON_LINE_MALFORMED, 10, "number out of range");
	assert_outcome("{\"a\":\"\\u0000\"}", JSON_LINE_MALFORMED, 13, "a NUL in a string");
	assert_outcome("{\"a\\u0000\":1}", JSON_LINE_MALFORMED, 10, "a NUL in a string");
}

static void duplicate_keys_are_refused_at_every_level(void **state)
{
	(void)state;
	assert_outcome("{\"type\":\"a\",\"type\":\"b\"}", JSON_LINE_MALFORMED, 18, "duplicate key");
	assert_outcome("{\"type\":\"a\",\"x\":[{\"k\":1,\"k\":2}]}", JSON_LINE_MALFORMED, 27,
		"duplicate key");
}

static void a_depth_bomb_is_a_fault(void **state)
{
	(void)state;
	static char bomb[1000000];
	struct arena arena = {0};
	struct json_source source;
	const char *fault = NULL;
	memset(bomb, '[', sizeof(bomb));
	assert_int_equal(
		json_line_source(&arena, bomb, sizeof(bomb), &source, &fault), JSON_LINE_MALFORMED);
	assert_string_equal(fault, "too many levels");
	assert_in_range(source.column, 1, 10000);
	arena_free(&arena);
}

static void other_records_are_foreign(void **state)
{
	(void)state;
	assert_outcome("[1]", JSON_LINE_FOREIGN, 0, "no object");
	assert_outcome("{}", JSON_LINE_FOREIGN, 0, "no 'type'");
	assert_outcome("{\"type\":7}", JSON_LINE_FOREIGN, 0, "no 'type'");
	assert_outcome("{\"type\":null}", JSON_LINE_FOREIGN, 0, "no 'type'");
	assert_outcome(
		"{\"type\":\"x\",\"schema\":1}", JSON_LINE_FOREIGN, 0, "'schema' is no string");
	assert_outcome(
		"{\"type\":\"x\",\"partner\":[]}", JSON_LINE_FOREIGN, 0, "'partner' is no string");
	assert_outcome("{\"type\":\"x\",\"kind\":[]}", JSON_LINE_FOREIGN, 0, "'kind' is no string");
	assert_outcome("{\"type\":\"x\",\"side\":2}", JSON_LINE_FOREIGN, 0, "'side' is no string");
	assert_outcome("{\"type\":\"x\",\"fingerprint\":1}", JSON_LINE_FOREIGN, 0,
		"'fingerprint' is no string");
	assert_outcome(
		"{\"type\":\"x\",\"source\":\"f\"}", JSON_LINE_FOREIGN, 0, "'source' is no object");
	assert_outcome("{\"type\":\"x\",\"source\":{\"path\":1}}", JSON_LINE_FOREIGN, 0,
		"'source.path' is no string");
	assert_outcome("{\"type\":\"x\",\"source\":{\"revision\":1}}", JSON_LINE_FOREIGN, 0,
		"'source.revision' is no string");
}

static void line_numbers_must_fit(void **state)
{
	(void)state;
	static const char fault[] = "'source.line' is no line number";
	assert_outcome("{\"type\":\"x\",\"source\":{\"line\":\"1\"}}", JSON_LINE_FOREIGN, 0, fault);
	assert_outcome("{\"type\":\"x\",\"source\":{\"line\":1.0}}", JSON_LINE_FOREIGN, 0, fault);
	assert_outcome("{\"type\":\"x\",\"source\":{\"line\":-1}}", JSON_LINE_FOREIGN, 0, fault);
	assert_outcome(
		"{\"type\":\"x\",\"source\":{\"line\":4294967296}}", JSON_LINE_FOREIGN, 0, fault);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_scorecard_names_its_source),
		cmocka_unit_test(what_is_null_or_missing_stays_unset),
		cmocka_unit_test(a_scorecard_says_whose_it_is),
		cmocka_unit_test(a_finding_names_its_fingerprint),
		cmocka_unit_test(malformed_lines_are_located),
		cmocka_unit_test(duplicate_keys_are_refused_at_every_level),
		cmocka_unit_test(a_depth_bomb_is_a_fault),
		cmocka_unit_test(other_records_are_foreign),
		cmocka_unit_test(line_numbers_must_fit),
	};
	return cmocka_run_group_tests_name("json_read", tests, NULL, NULL);
}
