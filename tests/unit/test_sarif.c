/* SARIF: rules, results, and what is said of files that are told in part. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "found.h"
#include "partner/findings.h"

static void begin(struct sarif *sarif, struct buffer *out)
{
	sarif_begin(sarif, out, "partner-check", diag_rule_info(P001_NOT_UTF8), DIAG_RULES);
}

/* The document of one finding has `part` in it. */
static void assert_result(const struct finding *finding, const char *part)
{
	struct buffer out = {0};
	struct sarif sarif;

	begin(&sarif, &out);
	sarif_add(&sarif, finding);
	sarif_end(&sarif);
	assert_times(&out, "\"ruleId\"", 1);
	assert_times(&out, part, 1);
	buffer_free(&out);
}

static void a_run_without_findings_has_rules_and_no_results(void **state)
{
	(void)state;
	struct buffer out = {0};
	struct sarif sarif;

	begin(&sarif, &out);
	sarif_end(&sarif);
	assert_times(&out, "\"version\": \"2.1.0\"", 1);
	assert_times(&out, "\"defaultConfiguration\"", DIAG_RULES);
	assert_times(&out, "\"results\": []", 1);
	assert_times(&out, "\"executionSuccessful\": true", 1);
	assert_times(&out, "toolExecutionNotifications", 0);
	assert_int_equal(out.data[out.length - 1], '\n');
	buffer_free(&out);
}

static void a_rule_tells_what_it_is(void **state)
{
	(void)state;
	struct buffer out = {0};
	struct sarif sarif;

	begin(&sarif, &out);
	sarif_end(&sarif);
	assert_times(&out,
		"{\"id\":\"P004\",\"name\":\"duplicate-key\",\"shortDescription\":{\"text\":"
		"\"Duplicate key\"},\"fullDescription\":{\"text\":\"A map holds the same key "
		"twice.\"},\"help\":{\"text\":\"A map holds the same key twice. An error cannot be "
		"muted: the file has to be corrected. See partner-check(1).\"},"
		"\"defaultConfiguration\":{\"level\":\"error\"}}",
		1);
	assert_times(&out, "\"Not utf-8\"", 1);
	buffer_free(&out);
}

static void a_result_has_its_rule_place_and_fingerprint(void **state)
{
	(void)state;
	struct finding finding = found(P004_DUPLICATE_KEY, "duplicate key 'x'; first on line 9");

	assert_result(&finding,
		"{\"ruleId\":\"P004\",\"ruleIndex\":3,\"level\":\"error\",\"message\":{\"text\":"
		"\"duplicate key 'x'; first on line 9\"},\"locations\":[{\"physicalLocation\":"
		"{\"artifactLocation\":{\"uri\":\"acme.yaml\",\"uriBaseId\":\"%SRCROOT%\"},"
		"\"region\":{\"startLine\":12,\"startColumn\":3,\"endLine\":12,\"endColumn\":9}}}],"
		"\"partialFingerprints\":{\"partner/v1\":\"f\"}}");
}

static void what_stands_nowhere_is_on_line_1(void **state)
{
	(void)state;
	struct finding finding = found(P018_ORPHAN_COMPANION, "companion 'x' without a partner");

	finding.at = (struct span){0};
	assert_result(&finding, "\"region\":{\"startLine\":1}");
}

static void paths_are_uris(void **state)
{
	(void)state;
	struct finding finding = found(P209_LEAP_DAY_END, "term ends on 2028-02-29");

	finding.path = "a b/c,d#1.yaml";
	assert_result(&finding, "{\"uri\":\"a%20b/c%2Cd%231.yaml\",\"uriBaseId\":\"%SRCROOT%\"}");
	finding.path = "/srv/x y.yaml";
	assert_result(&finding, "{\"uri\":\"file:///srv/x%20y.yaml\"}");
}

static void texts_hold_neither_arguments_nor_links(void **state)
{
	(void)state;
	struct finding finding = found(P003_UNKNOWN_FIELD, "{0} [here](1) (a) \\u{202E}");

	assert_result(&finding, "\"{{0}} [here]\\\\x281) (a) \\\\u{{202E}}\"");
}

static void muted_findings_are_left_out(void **state)
{
	(void)state;
	struct finding finding = found(P301_UNEVIDENCED_RATING, "rating");
	struct buffer out = {0};
	struct sarif sarif;

	finding.muted_until = 1;
	begin(&sarif, &out);
	sarif_add(&sarif, &finding);
	sarif_end(&sarif);
	assert_times(&out, "\"results\": []", 1);
	buffer_free(&out);
}

static void gaps_are_notifications_and_outlive_their_strings(void **state)
{
	(void)state;
	char path[] = "a.yaml";
	struct file_gap gap = {"unreadable", path, "cannot open", DIAG_ERROR, true};
	struct buffer out = {0};
	struct sarif sarif;

	begin(&sarif, &out);
	sarif_add_gap(&sarif, &gap);
	path[0] = 'b';
	gap = (struct file_gap){"not-shown", path, "not shown: 1 note", DIAG_NOTE, false};
	sarif_add_gap(&sarif, &gap);
	sarif_end(&sarif);
	assert_times(&out, "\"executionSuccessful\": false", 1);
	assert_times(&out,
		"{\"level\":\"error\",\"message\":{\"text\":\"cannot open\"},\"locations\":"
		"[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"a.yaml\"",
		1);
	assert_times(&out, "{\"level\":\"note\",\"message\":{\"text\":\"not shown: 1 note\"}", 1);
	buffer_free(&out);
}

static void findings_left_out_do_not_fail_the_run(void **state)
{
	(void)state;
	const struct file_gap gap = {"not-shown", "a.yaml", "many", DIAG_ERROR, false};
	struct buffer out = {0};
	struct sarif sarif;

	begin(&sarif, &out);
	sarif_add_gap(&sarif, &gap);
	sarif_end(&sarif);
	assert_times(&out, "\"executionSuccessful\": true", 1);
	buffer_free(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_run_without_findings_has_rules_and_no_results),
		cmocka_unit_test(a_rule_tells_what_it_is),
		cmocka_unit_test(a_result_has_its_rule_place_and_fingerprint),
		cmocka_unit_test(what_stands_nowhere_is_on_line_1),
		cmocka_unit_test(paths_are_uris),
		cmocka_unit_test(texts_hold_neither_arguments_nor_links),
		cmocka_unit_test(muted_findings_are_left_out),
		cmocka_unit_test(gaps_are_notifications_and_outlive_their_strings),
		cmocka_unit_test(findings_left_out_do_not_fail_the_run),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
