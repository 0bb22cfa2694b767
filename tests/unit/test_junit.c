/* JUnit: suites, cases, and the sums over them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "found.h"
#include "partner/findings.h"

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"partner-check\">\n"

static void begin(struct junit *junit, struct buffer *out)
{
	junit_begin(junit, out, "partner-check");
}

/* Ends the document, which has to be this between its first lines and its last. */
static void assert_document(struct junit *junit, const char *expected)
{
	struct buffer *out = junit->out;
	struct buffer whole = {0};

	junit_end(junit);
	buffer_printf(&whole, "%s%s</testsuites>\n", HEAD, expected);
	assert_string_equal(written(out), written(&whole));
	buffer_free(&whole);
	buffer_free(out);
}

static void no_file_is_no_suite(void **state)
{
	(void)state;
	struct buffer out = {0};
	struct junit junit;

	begin(&junit, &out);
	assert_document(&junit, "");
}

static void a_clean_file_has_one_passed_case(void **state)
{
	(void)state;
	struct buffer out = {0};
	struct junit junit;

	begin(&junit, &out);
	junit_add_file(&junit, "acme.yaml");
	junit_add_file(&junit, "acme.yaml");
	assert_document(&junit,
		"  <testsuite name=\"acme.yaml\" tests=\"1\" failures=\"0\" errors=\"0\" "
		"skipped=\"0\">\n"
		"    <testcase classname=\"acme.yaml\" name=\"no findings\"/>\n"
		"  </testsuite>\n");
}

static void a_finding_fails_or_is_said(void **state)
{
	(void)state;
	struct finding error = found(P004_DUPLICATE_KEY, "duplicate key 'x'");
	struct finding note = found(P209_LEAP_DAY_END, "a < b");
	struct buffer out = {0};
	struct junit junit;

	begin(&junit, &out);
	junit_add(&junit, &error, true);
	note.at = (struct span){0};
	junit_add(&junit, &note, false);
	junit_add_file(&junit, "acme.yaml");
	assert_document(&junit,
		"  <testsuite name=\"acme.yaml\" tests=\"2\" failures=\"1\" errors=\"0\" "
		"skipped=\"0\">\n"
		"    <testcase classname=\"acme.yaml\" name=\"P004 12:3\">\n"
		"      <failure message=\"duplicate key &#39;x&#39;\" type=\"duplicate-key\"/>\n"
		"    </testcase>\n"
		"    <testcase classname=\"acme.yaml\" name=\"P209\">\n"
		"      <system-out>a &lt; b</system-out>\n"
		"    </testcase>\n"
		"  </testsuite>\n");
}

static void a_muted_finding_is_skipped(void **state)
{
	(void)state;
	struct finding finding = found(P301_UNEVIDENCED_RATING, "w");
	struct buffer out = {0};
	struct junit junit;

	begin(&junit, &out);
	finding.muted_until = 20778; /* 2026-11-21 */
	junit_add(&junit, &finding, true);
	assert_document(&junit,
		"  <testsuite name=\"acme.yaml\" tests=\"1\" failures=\"0\" errors=\"0\" "
		"skipped=\"1\">\n"
		"    <testcase classname=\"acme.yaml\" name=\"P301 12:3\">\n"
		"      <skipped message=\"muted until 2026-11-21\"/>\n"
		"      <system-out>w</system-out>\n"
		"    </testcase>\n"
		"  </testsuite>\n");
}

static void an_unreadable_file_is_an_error(void **state)
{
	(void)state;
	const struct file_gap gap = {"unreadable", "a.yaml", "cannot open: no", DIAG_ERROR, true};
	struct buffer out = {0};
	struct junit junit;

	begin(&junit, &out);
	junit_add_gap(&junit, &gap, true);
	assert_document(&junit,
		"  <testsuite name=\"a.yaml\" tests=\"1\" failures=\"0\" errors=\"1\" "
		"skipped=\"0\">\n"
		"    <testcase classname=\"a.yaml\" name=\"unreadable\">\n"
		"      <error message=\"cannot open: no\" type=\"unreadable\"/>\n"
		"    </testcase>\n"
		"  </testsuite>\n");
}

static void findings_left_out_fail_by_their_level(void **state)
{
	(void)state;
	const struct file_gap gap = {"not-shown", "a.yaml", "many", DIAG_NOTE, false};
	struct buffer out = {0};
	struct junit junit;

	begin(&junit, &out);
	junit_add_gap(&junit, &gap, true);
	junit_add_gap(&junit, &gap, false);
	junit_end(&junit);
	assert_times(&out, "tests=\"2\" failures=\"1\" errors=\"0\"", 1);
	assert_times(&out, "<failure message=\"many\" type=\"not-shown\"/>", 1);
	assert_times(&out, "<system-out>many</system-out>", 1);
	buffer_free(&out);
}

static void each_file_has_its_suite_and_its_sums(void **state)
{
	(void)state;
	struct finding finding = found(P004_DUPLICATE_KEY, "e");
	struct buffer out = {0};
	struct junit junit;

	begin(&junit, &out);
	junit_add_file(&junit, "a.yaml");
	finding.path = "b.yaml";
	junit_add(&junit, &finding, true);
	finding.path = "b.yaml2";
	junit_add(&junit, &finding, true);
	junit_end(&junit);
	assert_times(&out, "<testsuite name=\"a.yaml\" tests=\"1\" failures=\"0\"", 1);
	assert_times(&out, "<testsuite name=\"b.yaml\" tests=\"1\" failures=\"1\"", 1);
	assert_times(&out, "<testsuite name=\"b.yaml2\" tests=\"1\" failures=\"1\"", 1);
	buffer_free(&out);
}

static void names_of_files_stay_in_their_attributes(void **state)
{
	(void)state;
	struct buffer out = {0};
	struct junit junit;

	begin(&junit, &out);
	junit_add_file(&junit, "\"><b>\x1b.yaml");
	junit_end(&junit);
	assert_times(&out, "name=\"&quot;&gt;&lt;b&gt;\\x1B.yaml\"", 2);
	assert_times(&out, "<b>", 0);
	buffer_free(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_file_is_no_suite),
		cmocka_unit_test(a_clean_file_has_one_passed_case),
		cmocka_unit_test(a_finding_fails_or_is_said),
		cmocka_unit_test(a_muted_finding_is_skipped),
		cmocka_unit_test(an_unreadable_file_is_an_error),
		cmocka_unit_test(findings_left_out_fail_by_their_level),
		cmocka_unit_test(each_file_has_its_suite_and_its_sums),
		cmocka_unit_test(names_of_files_stay_in_their_attributes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
