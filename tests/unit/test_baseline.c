/* Findings of an earlier run: what is known, what was fixed, and files that are none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "partner/baseline.h"

#define A "0123456789abcdef0123456789abcdef"
#define B "00000000000000000000000000000000"
#define FINDING(fingerprint) "{\"fingerprint\":\"" fingerprint "\",\"type\":\"diagnostic\"}\n"

static bool read(struct baseline *baseline, const char *text, struct baseline_fault *fault)
{
	return baseline_read(baseline, text, strlen(text), fault);
}

static void assert_refused(const char *text, uint32_t line, unsigned column, const char *message)
{
	struct arena arena = {0};
	struct baseline baseline = {.arena = &arena};
	struct baseline_fault fault;

	assert_false(read(&baseline, text, &fault));
	assert_string_equal(fault.message, message);
	assert_int_equal(fault.line, line);
	assert_int_equal(fault.column, column);
	arena_free(&arena);
}

static void an_empty_baseline_knows_nothing(void **state)
{
	(void)state;
	struct arena arena = {0};
	struct baseline baseline = {.arena = &arena};
	struct baseline_fault fault;

	assert_true(read(&baseline, "", &fault));
	assert_null(fault.message);
	assert_false(baseline_knows(&baseline, P004_DUPLICATE_KEY, A));
	assert_int_equal(baseline_fixed(&baseline), 0);
	arena_free(&arena);
}

static void what_was_there_is_known_and_the_rest_fixed(void **state)
{
	(void)state;
	struct arena arena = {0};
	struct baseline baseline = {.arena = &arena};
	struct baseline_fault fault;

	assert_true(read(&baseline, FINDING(A) "\n" FINDING(B) FINDING(A "-2"), &fault));
	assert_int_equal(baseline_fixed(&baseline), 3);
	assert_true(baseline_knows(&baseline, P004_DUPLICATE_KEY, A));
	assert_true(baseline_knows(&baseline, P004_DUPLICATE_KEY, A "-2"));
	assert_false(baseline_knows(&baseline, P004_DUPLICATE_KEY, A "-3"));
	assert_int_equal(baseline_fixed(&baseline), 1);
	arena_free(&arena);
}

static void one_that_stands_twice_is_fixed_once(void **state)
{
	(void)state;
	struct arena arena = {0};
	struct baseline baseline = {.arena = &arena};
	struct baseline_fault fault;

	assert_true(read(&baseline, FINDING(A) FINDING(B) FINDING(A), &fault));
	assert_int_equal(baseline_fixed(&baseline), 2);
	arena_free(&arena);
}

static void unreadable_bytes_and_yaml_are_never_known(void **state)
{
	(void)state;
	struct arena arena = {0};
	struct baseline baseline = {.arena = &arena};
	struct baseline_fault fault;

	assert_true(read(&baseline, FINDING(A) FINDING(B), &fault));
	assert_false(baseline_knows(&baseline, P001_NOT_UTF8, A));
	assert_false(baseline_knows(&baseline, P002_SYNTAX, B));
	assert_int_equal(baseline_fixed(&baseline), 0); /* they are still there */
	arena_free(&arena);
}

static void records_of_unreadable_files_are_passed_over(void **state)
{
	(void)state;
	struct arena arena = {0};
	struct baseline baseline = {.arena = &arena};
	struct baseline_fault fault;

	assert_true(read(&baseline, "{\"type\":\"error\"}\n" FINDING(A), &fault));
	assert_int_equal(baseline_fixed(&baseline), 1);
	arena_free(&arena);
}

static void a_last_line_may_lack_its_end(void **state)
{
	(void)state;
	struct arena arena = {0};
	struct baseline baseline = {.arena = &arena};
	struct baseline_fault fault;
	const char text[] = FINDING(A);

	assert_true(baseline_read(&baseline, text, strlen(text) - 1, &fault));
	assert_true(baseline_knows(&baseline, P004_DUPLICATE_KEY, A));
	arena_free(&arena);
}

static void other_lines_are_refused_at_their_place(void **state)
{
	(void)state;
	assert_refused(FINDING(A) "\nacme.yaml:1:2: error\n", 3, 4, "invalid JSON");
	assert_refused("{\"type\":\"scorecard\"}", 1, 1, "no finding of partner-check");
	assert_refused("[1]", 1, 1, "no object");
	assert_refused("{\"type\":\"diagnostic\"}", 1, 1, "no 'fingerprint'");
	assert_refused(
		"{\"type\":\"diagnostic\",\"fingerprint\":7}", 1, 1, "'fingerprint' is no string");
	assert_refused("{\"type\":\"diagnostic\"", 1, 20, "the line ends too early");
}

static void fingerprints_have_their_form(void **state)
{
	(void)state;
	assert_refused(FINDING("0123"), 1, 1, "no 'fingerprint'");
	assert_refused(FINDING(A "0"), 1, 1, "no 'fingerprint'");
	assert_refused(FINDING(A "-"), 1, 1, "no 'fingerprint'");
	assert_refused(FINDING(A "-2x"), 1, 1, "no 'fingerprint'");
	assert_refused(FINDING("0123456789ABCDEF0123456789ABCDEF"), 1, 1, "no 'fingerprint'");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_baseline_knows_nothing),
		cmocka_unit_test(what_was_there_is_known_and_the_rest_fixed),
		cmocka_unit_test(one_that_stands_twice_is_fixed_once),
		cmocka_unit_test(unreadable_bytes_and_yaml_are_never_known),
		cmocka_unit_test(records_of_unreadable_files_are_passed_over),
		cmocka_unit_test(a_last_line_may_lack_its_end),
		cmocka_unit_test(other_lines_are_refused_at_their_place),
		cmocka_unit_test(fingerprints_have_their_form),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
