/* The report of GitLab Code Quality. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "found.h"
#include "partner/findings.h"

static void assert_report(const struct finding findings[], size_t n, const char *expected)
{
	struct code_quality quality;
	struct buffer out = {0};

	code_quality_begin(&quality, &out);
	for (size_t i = 0; i < n; i++)
		code_quality_add(&quality, &findings[i]);
	code_quality_end(&quality);
	assert_string_equal(written(&out), expected);
	buffer_free(&out);
}

static void nothing_found_is_an_empty_array(void **state)
{
	(void)state;
	assert_report(NULL, 0, "[]\n");
}

static void each_finding_is_on_a_line(void **state)
{
	(void)state;
	const struct finding findings[] = {
		found(P004_DUPLICATE_KEY, "duplicate key 'x'"),
		found(P301_UNEVIDENCED_RATING, "w"),
		found(P209_LEAP_DAY_END, "n"),
	};

	assert_report(findings, 3,
		"[\n  {\"description\":\"duplicate key 'x'\",\"check_name\":\"duplicate-key\","
		"\"fingerprint\":\"f\",\"severity\":\"major\",\"location\":{\"path\":\"acme.yaml\","
		"\"lines\":{\"begin\":12}}},\n"
		"  {\"description\":\"w\",\"check_name\":\"unevidenced-rating\","
		"\"fingerprint\":\"f\",\"severity\":\"minor\",\"location\":{\"path\":\"acme.yaml\","
		"\"lines\":{\"begin\":12}}},\n"
		"  {\"description\":\"n\",\"check_name\":\"leap-day-end\","
		"\"fingerprint\":\"f\",\"severity\":\"info\",\"location\":{\"path\":\"acme.yaml\","
		"\"lines\":{\"begin\":12}}}\n]\n");
}

static void what_stands_nowhere_begins_on_line_1(void **state)
{
	(void)state;
	struct finding finding = found(P209_LEAP_DAY_END, "n");

	finding.at = (struct span){0};
	finding.path = "a \"b\".yaml";
	assert_report(&finding, 1,
		"[\n  {\"description\":\"n\",\"check_name\":\"leap-day-end\","
		"\"fingerprint\":\"f\",\"severity\":\"info\",\"location\":{\"path\":"
		"\"a \\\"b\\\".yaml\",\"lines\":{\"begin\":1}}}\n]\n");
}

static void muted_findings_are_left_out(void **state)
{
	(void)state;
	struct finding finding = found(P301_UNEVIDENCED_RATING, "w");

	finding.muted_until = 1;
	assert_report(&finding, 1, "[]\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_found_is_an_empty_array),
		cmocka_unit_test(each_finding_is_on_a_line),
		cmocka_unit_test(what_stands_nowhere_begins_on_line_1),
		cmocka_unit_test(muted_findings_are_left_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
