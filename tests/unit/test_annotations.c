/* Annotations of GitHub: what a line may hold, and which ten of a level are shown. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "found.h"
#include "partner/findings.h"

/* What one finding is written as. */
static void assert_line(const struct finding *finding, const char *expected)
{
	struct annotations annotations = {.tool = "partner-check"};
	struct buffer out = {0};

	annotations_add(&annotations, finding);
	annotations_end(&annotations, &out);
	assert_string_equal(written(&out), expected);
	buffer_free(&out);
}

/* So many findings of a rule. */
static void add(struct annotations *annotations, enum diag_rule rule, size_t times)
{
	struct finding finding = found(rule, "text");

	for (size_t i = 0; i < times; i++)
		annotations_add(annotations, &finding);
}

static void an_annotation_has_its_place_and_title(void **state)
{
	(void)state;
	struct finding finding = found(P004_DUPLICATE_KEY, "duplicate key 'x'");

	assert_line(&finding,
		"::error file=acme.yaml,line=12,endLine=12,col=3,endColumn=8,"
		"title=P004 duplicate-key::duplicate key 'x'\n");
}

static void levels_have_their_commands(void **state)
{
	(void)state;
	struct finding warning = found(P301_UNEVIDENCED_RATING, "w");
	struct finding note = found(P209_LEAP_DAY_END, "n");

	warning.at = note.at = (struct span){0};
	assert_line(&warning, "::warning file=acme.yaml,title=P301 unevidenced-rating::w\n");
	assert_line(&note, "::notice file=acme.yaml,title=P209 leap-day-end::n\n");
}

static void several_lines_have_no_columns(void **state)
{
	(void)state;
	struct finding finding = found(P012_CONTINUED_LINE, "w");

	finding.at.end_line = 13;
	assert_line(&finding,
		"::warning file=acme.yaml,line=12,endLine=13,title=P012 continued-line::w\n");
}

static void an_annotation_may_have_a_line_alone(void **state)
{
	(void)state;
	struct annotations annotations = {.tool = "partner-diff"};
	const struct annotation annotation = {
		DIAG_WARNING, "Acme, Inc: 100%", "a.yaml", {.line = 7, .end_line = 7}, "text"};
	struct buffer out = {0};

	annotations_add_one(&annotations, &annotation);
	annotations_end(&annotations, &out);
	assert_string_equal(written(&out),
		"::warning file=a.yaml,line=7,endLine=7,title=Acme%2C Inc%3A 100%25::text\n");
	buffer_free(&out);
}

static void lines_that_were_drawn_count_alike(void **state)
{
	(void)state;
	struct annotations annotations = {.tool = "partner-diff"};
	struct buffer out = {0};

	for (size_t i = 0; i < 12; i++)
		annotations_add_line(&annotations, DIAG_WARNING, "::warning title=x::y");
	annotations_end(&annotations, &out);
	assert_times(&out, "::warning title=x::y\n", 10);
	assert_times(&out, "::2 more not shown here: 0 errors, 2 warnings, 0 notes\n", 1);
	buffer_free(&out);
}

static void texts_cannot_end_a_command_or_begin_one(void **state)
{
	(void)state;
	struct finding finding = found(P003_UNKNOWN_FIELD, "100%\r\n::error::%0A<b>, a:b");

	finding.at = (struct span){0};
	finding.path = "a,b:c%0A\n\x1b::d.yaml";
	assert_line(&finding,
		"::error file=a%2Cb%3Ac%250A\\x0A\\x1B%3A%3Ad.yaml,title=P003 unknown-field::"
		"100%25%0D%0A::error::%250A<b>, a:b\n");
}

static void errors_come_first_then_warnings(void **state)
{
	(void)state;
	struct annotations annotations = {.tool = "partner-check"};
	struct buffer out = {0};
	const char *text;

	add(&annotations, P209_LEAP_DAY_END, 1);
	add(&annotations, P301_UNEVIDENCED_RATING, 1);
	add(&annotations, P004_DUPLICATE_KEY, 1);
	annotations_end(&annotations, &out);
	text = written(&out);
	assert_ptr_equal(strstr(text, "::error "), text);
	assert_true(strstr(text, "::warning ") < strstr(text, "::notice "));
	buffer_free(&out);
}

static void ten_of_a_level_need_no_summary(void **state)
{
	(void)state;
	struct annotations annotations = {.tool = "partner-check"};
	struct buffer out = {0};

	add(&annotations, P209_LEAP_DAY_END, 10);
	add(&annotations, P004_DUPLICATE_KEY, 10);
	annotations_end(&annotations, &out);
	assert_times(&out, "::notice ", 10);
	assert_times(&out, "::error ", 10);
	assert_times(&out, "more", 0);
	buffer_free(&out);
}

static void the_rest_is_counted_in_the_tenth_notice(void **state)
{
	(void)state;
	struct annotations annotations = {.tool = "partner-check"};
	struct buffer out = {0};

	add(&annotations, P209_LEAP_DAY_END, 10);
	add(&annotations, P301_UNEVIDENCED_RATING, 13);
	add(&annotations, P004_DUPLICATE_KEY, 11);
	annotations_end(&annotations, &out);
	assert_times(&out, "::error ", 10);
	assert_times(&out, "::warning ", 10);
	assert_times(&out, "::notice file", 9);
	assert_times(&out,
		"::notice title=partner-check::5 more not shown here: 1 error, 3 warnings, "
		"1 note\n",
		1);
	buffer_free(&out);
}

static void muted_findings_are_neither_shown_nor_counted(void **state)
{
	(void)state;
	struct finding finding = found(P301_UNEVIDENCED_RATING, "w");

	finding.muted_until = 1;
	assert_line(&finding, "");
}

static void a_gap_is_an_annotation_of_its_file(void **state)
{
	(void)state;
	struct annotations annotations = {.tool = "partner-check"};
	const struct file_gap gap = {"unreadable", "a,b.yaml", "cannot open", DIAG_ERROR, true};
	struct buffer out = {0};

	annotations_add_gap(&annotations, &gap);
	annotations_end(&annotations, &out);
	assert_string_equal(
		written(&out), "::error file=a%2Cb.yaml,title=unreadable::cannot open\n");
	buffer_free(&out);
}

static void gaps_count_among_the_ten(void **state)
{
	(void)state;
	struct annotations annotations = {.tool = "partner-check"};
	const struct file_gap gap = {"unreadable", "a.yaml", "cannot open", DIAG_ERROR, true};
	struct buffer out = {0};

	add(&annotations, P004_DUPLICATE_KEY, 10);
	annotations_add_gap(&annotations, &gap);
	annotations_end(&annotations, &out);
	assert_times(&out, "::error ", 10);
	assert_times(&out, "::1 more not shown here: 1 error, 0 warnings, 0 notes\n", 1);
	buffer_free(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_annotation_has_its_place_and_title),
		cmocka_unit_test(levels_have_their_commands),
		cmocka_unit_test(several_lines_have_no_columns),
		cmocka_unit_test(an_annotation_may_have_a_line_alone),
		cmocka_unit_test(lines_that_were_drawn_count_alike),
		cmocka_unit_test(texts_cannot_end_a_command_or_begin_one),
		cmocka_unit_test(errors_come_first_then_warnings),
		cmocka_unit_test(ten_of_a_level_need_no_summary),
		cmocka_unit_test(the_rest_is_counted_in_the_tenth_notice),
		cmocka_unit_test(muted_findings_are_neither_shown_nor_counted),
		cmocka_unit_test(a_gap_is_an_annotation_of_its_file),
		cmocka_unit_test(gaps_count_among_the_ten),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
