/* Findings as records: what they print, and what they are recognised by. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "partner/diag_record.h"
#include "partner/sha256.h"
#include "partner/write.h"

#define AS_OF 20778 /* 2026-11-21 */

static struct diag *add(struct diag_list *list, const char *pointer, const char *key)
{
	struct span at = {12, 3, 12, 8};
	struct diag *diag = diag_add(list, P004_DUPLICATE_KEY, "partners/acme.yaml", at, pointer,
		"first on line 9", key);
	diag->partner = "acme";
	return diag;
}

static void assert_line(const struct record *record, const void *object, const char *expected)
{
	struct buffer buffer = {0};
	write_json_line(&buffer, record, object);
	buffer_putc(&buffer, '\0');
	assert_string_equal(buffer.data, expected);
	buffer_free(&buffer);
}

static void a_finding_prints_all_its_keys(void **state)
{
	(void)state;
	struct arena arena = {0};
	struct diag_list list = {.arena = &arena};
	struct fingerprints given = {.arena = &arena};
	struct diagnostic diagnostic;
	diagnostic_of(
		add(&list, "/incidents/2/opened", "opened"), AS_OF, &given, &arena, &diagnostic);
	diagnostic.fingerprint = "f";
	assert_line(&diagnostic_record, &diagnostic,
		"{\"as_of\":\"2026-11-21\",\"column\":3,\"end_column\":8,\"end_line\":12,"
		"\"fingerprint\":\"f\",\"hint\":\"first on line 9\",\"id\":\"P004\","
		"\"level\":\"error\",\"line\":12,\"message\":\"duplicate key 'opened'\","
		"\"muted\":null,\"partner\":\"acme\",\"path\":\"partners/acme.yaml\","
		"\"pointer\":\"/incidents/2/opened\",\"rule\":\"duplicate-key\","
		"\"schema\":\"partner.diagnostic/1\",\"type\":\"diagnostic\"}\n");
	arena_free(&arena);
}

static void a_muted_finding_says_until_when(void **state)
{
	(void)state;
	struct arena arena = {0};
	struct diag_list list = {.arena = &arena};
	struct fingerprints given = {.arena = &arena};
	struct diagnostic diagnostic;
	struct diag *diag = add(&list, "", "x");
	diag->muted_until = AS_OF + 1;
	diagnostic_of(diag, AS_OF, &given, &arena, &diagnostic);
	assert_int_equal(diagnostic.muted, AS_OF + 1);
	arena_free(&arena);
}

static void an_unreadable_file_prints_its_error(void **state)
{
	(void)state;
	struct arena arena = {0};
	const struct result_source source = {0, "gone.yaml", NULL};
	const struct file_error error = {AS_OF, {"", 0}, "No such file or directory", &source};
	assert_line(&error_record, &error,
		"{\"as_of\":\"2026-11-21\",\"diagnostics\":[],"
		"\"message\":\"No such file or directory\",\"partner\":null,"
		"\"schema\":\"partner.error/1\",\"source\":{\"line\":0,\"path\":\"gone.yaml\","
		"\"revision\":null},\"type\":\"error\"}\n");
	arena_free(&arena);
}

static void a_list_becomes_an_array_in_its_order(void **state)
{
	(void)state;
	struct arena arena = {0};
	struct diag_list list = {.arena = &arena};
	struct fingerprints given = {.arena = &arena};
	add(&list, "/b", "b");
	add(&list, "/a", "a");
	struct array array = diagnostics_of(&list, AS_OF, &given, &arena);
	const struct diagnostic *items = array.items;
	assert_int_equal(array.n, 2);
	assert_string_equal(items[0].pointer, "/b");
	assert_string_equal(items[1].pointer, "/a");
	arena_free(&arena);
}

static void no_findings_are_an_empty_array(void **state)
{
	(void)state;
	struct arena arena = {0};
	const struct diag_list list = {.arena = &arena};
	struct fingerprints given = {.arena = &arena};
	struct array array = diagnostics_of(&list, AS_OF, &given, &arena);
	assert_non_null(array.items);
	assert_int_equal(array.n, 0);
	arena_free(&arena);
}

static void a_fingerprint_is_the_digest_of_its_parts(void **state)
{
	(void)state;
	static const char parts[] = "P004\0acme\0/a/0\0opened";
	struct arena arena = {0};
	struct diag_list list = {.arena = &arena};
	struct fingerprints given = {.arena = &arena};
	char hex[SHA256_HEX];
	sha256_of(parts, sizeof(parts) - 1, hex);
	hex[32] = '\0';
	assert_string_equal(fingerprint_of(&given, add(&list, "/a/0", "opened")), hex);
	arena_free(&arena);
}

static void a_fingerprint_knows_neither_line_nor_file(void **state)
{
	(void)state;
	struct arena arena = {0};
	struct diag_list list = {.arena = &arena};
	struct fingerprints given = {.arena = &arena};
	struct fingerprints anew = {.arena = &arena};
	struct diag *diag = add(&list, "/a", "x");
	const char *before = fingerprint_of(&given, diag);
	diag->at.line = 99;
	diag->path = "elsewhere.yaml";
	diag->hint = "first on line 98";
	assert_string_equal(fingerprint_of(&anew, diag), before);
	arena_free(&arena);
}

static void a_fingerprint_knows_no_day_of_the_check(void **state)
{
	(void)state;
	struct arena arena = {0};
	struct diag_list list = {.arena = &arena};
	const struct span at = {1, 1, 1, 1};
	const char *days[] = {"2026-06-30", "2026-07-01"}, *found[2];
	for (int i = 0; i < 2; i++) {
		struct fingerprints given = {.arena = &arena};
		found[i] = fingerprint_of(&given,
			diag_add(&list, P206_AFTER_AS_OF, "acme.yaml", at, "/a", NULL, "2026-12-31",
				days[i]));
	}
	assert_string_equal(found[0], found[1]);
	struct fingerprints given = {.arena = &arena};
	assert_string_not_equal(fingerprint_of(&given,
					diag_add(&list, P206_AFTER_AS_OF, "acme.yaml", at, "/a",
						NULL, "2027-01-01", days[0])),
		found[0]);
	arena_free(&arena);
}

static void parts_do_not_run_into_each_other(void **state)
{
	(void)state;
	struct arena arena = {0};
	struct diag_list list = {.arena = &arena};
	struct fingerprints given = {.arena = &arena};
	const char *one = fingerprint_of(&given, add(&list, "/a", "bc"));
	const char *other = fingerprint_of(&given, add(&list, "/ab", "c"));
	assert_string_not_equal(one, other);
	struct diag *nobody = add(&list, "/a", "bc");
	nobody->partner = NULL;
	assert_string_not_equal(fingerprint_of(&given, nobody), one);
	arena_free(&arena);
}

static void equal_findings_are_numbered(void **state)
{
	(void)state;
	struct arena arena = {0};
	struct diag_list list = {.arena = &arena};
	struct fingerprints given = {.arena = &arena};
	char expected[40];
	const char *first = fingerprint_of(&given, add(&list, "/a", "x"));
	fingerprint_of(&given, add(&list, "/b", "x"));
	assert_int_equal(strlen(first), 32);
	for (int n = 2; n < 12; n++) {
		snprintf(expected, sizeof(expected), "%s-%d", first, n);
		assert_string_equal(fingerprint_of(&given, add(&list, "/a", "x")), expected);
	}
	arena_free(&arena);
}

static void many_fingerprints_are_remembered(void **state)
{
	(void)state;
	struct arena arena = {0};
	struct diag_list list = {.arena = &arena};
	struct fingerprints given = {.arena = &arena};
	struct diag diag = *add(&list, "", "x");
	for (int round = 1; round <= 2; round++) {
		for (int i = 0; i < 1000; i++) {
			diag.pointer = arena_printf(&arena, "/%d", i);
			const char *text = fingerprint_of(&given, &diag);
			assert_int_equal(strlen(text), round == 1 ? 32 : 34);
		}
	}
	arena_free(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_finding_prints_all_its_keys),
		cmocka_unit_test(a_muted_finding_says_until_when),
		cmocka_unit_test(an_unreadable_file_prints_its_error),
		cmocka_unit_test(a_list_becomes_an_array_in_its_order),
		cmocka_unit_test(no_findings_are_an_empty_array),
		cmocka_unit_test(a_fingerprint_is_the_digest_of_its_parts),
		cmocka_unit_test(a_fingerprint_knows_neither_line_nor_file),
		cmocka_unit_test(a_fingerprint_knows_no_day_of_the_check),
		cmocka_unit_test(parts_do_not_run_into_each_other),
		cmocka_unit_test(equal_findings_are_numbered),
		cmocka_unit_test(many_fingerprints_are_remembered),
	};
	return cmocka_run_group_tests_name("diag_record", tests, NULL, NULL);
}
