/* Plans as pages. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "drafted.h"
#include "found.h"
#include "measured.h"

static struct buffer page_of(const struct drafted *drafted)
{
	return drafted_as(&drafted->plan, NULL, exit_plan_put_html, NULL);
}

/* What has this many places in the page of a plan. */
static void check_times(const struct drafted *drafted, const char *part, size_t times)
{
	struct buffer out = page_of(drafted);

	assert_times(&out, part, times);
	buffer_free(&out);
}

/* How often a text stands in the page as it is read: without marks, each cell in a line. */
static void check_read(const struct drafted *drafted, const char *text, size_t times)
{
	struct buffer out = page_of(drafted), read = {0};

	for (const char *at = written(&out); *at; at++)
		if (*at == '<')
			at = strchr(at, '>');
		else
			buffer_putc(&read, *at);
	assert_times(&read, text, times);
	buffer_free(&out);
	buffer_free(&read);
}

/* A row whose cells have bars between them here. */
static void check_row(const struct drafted *drafted, const char *cells)
{
	struct buffer row = {0};

	buffer_putc(&row, '\n');
	for (const char *at = cells; *at; at++)
		if (strncmp(at, " | ", 3) == 0) {
			buffer_putc(&row, '\n');
			at += 2;
		} else {
			buffer_putc(&row, *at);
		}
	buffer_putc(&row, '\n');
	check_read(drafted, written(&row), 1);
	buffer_free(&row);
}

/* ---- order ---- */

static void the_sections_stand_in_order(void **state)
{
	(void)state;
	static const char *const headings[] = {"<h1>Exit plan: <bdi>Acme</bdi></h1>",
		"<h2><bdi>Warnings</bdi></h2>", "<h2><bdi>1 Decision</bdi></h2>",
		"<h2><bdi>2 Clock</bdi></h2>", "<h2><bdi>3 Schedule</bdi></h2>",
		"<h2><bdi>4 Money</bdi></h2>", "<h2><bdi>5 Nothing breaks</bdi></h2>",
		"<h2><bdi>6 People told</bdi></h2>", "<h2><bdi>7 Fair record</bdi></h2>",
		"<h2><bdi>8 The door</bdi></h2>", "<h2><bdi>9 Completeness</bdi></h2>",
		"</article>"};
	struct drafted drafted;
	struct buffer out;
	const char *at;

	draft_plan(&drafted);
	out = page_of(&drafted);
	at = written(&out);
	for (size_t i = 0; i < COUNT_OF(headings); i++) {
		assert_times(&out, headings[i], 1);
		at = strstr(at, headings[i]);
		assert_non_null(at);
	}
	buffer_free(&out);
}

static void a_page_may_have_many_plans(void **state)
{
	(void)state;
	struct drafted drafted;
	struct buffer out = {0};

	draft_plan(&drafted);
	exit_plans_put_html_head(&out, "Exit plan");
	exit_plan_put_html(&out, &drafted.plan);
	exit_plan_put_html(&out, &drafted.plan);
	exit_plans_put_html_end(&out);
	assert_times(&out, "<!DOCTYPE html>", 1);
	assert_times(&out, "<article>", 2);
	assert_times(&out, " id=\"", 0);
	assert_times(&out, "</html>", 1);
	buffer_free(&out);
}

/* ---- the head ---- */

static void the_head_says_what_counts(void **state)
{
	(void)state;
	struct drafted drafted;

	draft_plan(&drafted);
	check_read(&drafted, "vendor, planned exit, contingency · 2026-06-30", 1);
	check_read(&drafted, "FITS: cutover on 2027-01-01, 58 days before", 1);
	check_row(&drafted, "last day to send notice, 91 days left | 2026-09-29");
	check_row(&drafted, "last day of the contract | 2026-12-31");
	check_row(&drafted, "cutover, in time | 2027-01-01");
	check_row(&drafted, "comes in less goes out, as far as known | 500.00 USD");
	check_row(&drafted, "owner: dana acme.yaml:1");
	check_row(&drafted,
		"without help: the cutover is 60 days too late; all is done on 2027-05-03 "
		"(stressed)");
	check_read(&drafted, "not yet fair", 0);
}

static void what_is_late_is_said_first(void **state)
{
	(void)state;
	struct drafted drafted;

	draft_plan(&drafted);
	drafted.clock.days_left = -1;
	drafted.plan.fits = false;
	drafted.plan.shortfall_days = 1;
	drafted.plan.fair = false;
	check_row(&drafted, "last day to send notice, missed 1 day ago | 2026-09-29");
	check_row(&drafted, "cutover, 1 day too late | 2027-01-01");
	check_times(&drafted, "<dd class=\"critical\">", 2);
	check_times(&drafted, "<strong class=\"critical\"><bdi>DOES NOT FIT: ", 1);
	check_times(&drafted, "<dd class=\"warning\"><bdi>not yet fair</bdi>", 1);
	check_row(&drafted, "start by | 2026-06-30 | –");
}

static void two_weeks_before_notice_is_pressing(void **state)
{
	(void)state;
	struct drafted drafted;

	draft_plan(&drafted);
	drafted.clock.days_left = 15;
	check_times(&drafted, "<dd class=\"warning\">", 0);
	drafted.clock.days_left = 14;
	check_times(&drafted, "<dd class=\"warning\">", 1);
}

static void a_notice_may_be_given_or_not_needed(void **state)
{
	(void)state;
	struct drafted drafted;

	draft_plan(&drafted);
	drafted.clock.needed = false;
	check_row(&drafted, "notice to the partner | not needed");
	drafted.clock.given = true;
	check_row(&drafted, "notice to the partner | given");
}

/* All currencies in one figure where they can be converted. */
static void the_net_is_one_figure_where_it_can(void **state)
{
	(void)state;
	struct drafted drafted;
	struct plan_total totals[2];

	draft_plan(&drafted);
	totals[0] = totals[1] = drafted.totals[0];
	drafted.plan.totals = DRAFT_ROWS(totals);
	check_read(&drafted, "comes in less goes out", 2);
	totals[1].converted = true;
	check_read(&drafted, "comes in less goes out", 1);
}

/* ---- warnings ---- */

static void the_gravest_warning_comes_first(void **state)
{
	(void)state;
	struct drafted drafted;
	struct buffer out;

	draft_plan(&drafted);
	out = page_of(&drafted);
	assert_true(strstr(written(&out), "X05 alternative-untested") <
		strstr(out.data, "X27 no-reentry"));
	buffer_free(&out);
	check_row(&drafted,
		"error | X05 alternative-untested | no alternative was tested | acme.yaml:28");
	check_times(&drafted, "<td class=\"word critical\"><bdi>error</bdi></td>", 1);
}

static void muted_warnings_stand_apart(void **state)
{
	(void)state;
	struct drafted drafted;

	draft_plan(&drafted);
	check_times(&drafted, "<caption><bdi>What exceptions in the file silence", 1);
	check_row(&drafted,
		"muted | X26 untested | nobody has rehearsed the plan; muted until 2026-09-30 | "
		"acme.yaml:25");
	drafted.plan.warnings.n = 2;
	check_read(&drafted, "What exceptions in the file silence", 0);
	check_read(&drafted, "\nWhat is wrong with the plan, the gravest first\n", 1);
	drafted.plan.warnings.n = 0;
	check_read(&drafted, "What is wrong with the plan", 0);
	check_read(&drafted, "Warnings\nNone.\n", 1);
}

/* ---- sections ---- */

static void the_decision_compares_both_ways(void **state)
{
	(void)state;
	struct drafted drafted;

	draft_plan(&drafted);
	check_row(&drafted, "standing | talk, 40.7 (32.2 to 50.5), grade D: score below 55 | –");
	check_row(&drafted, "recover | staying costs 180000.00 USD until 2027-12-31 | –");
	check_row(&drafted, "captive | critical | nobody else | –");
	check_times(&drafted, "<td class=\"word critical\"><bdi>critical</bdi></td>", 1);
	check_read(&drafted, "no-meetings", 0);
	check_row(&drafted, "talk | 2026-03-12 recovery, unchanged: weekly calls | acme.yaml:20");
}

static void the_clock_tells_where_it_is_from(void **state)
{
	(void)state;
	struct drafted drafted;

	draft_plan(&drafted);
	check_row(&drafted, "send by | 2026-09-29, 91 days left | acme.yaml:14");
	check_row(&drafted, "term ends | 2026-12-31 | acme.yaml:11");
}

static void the_schedule_has_a_chart_and_its_table(void **state)
{
	(void)state;
	struct drafted drafted;

	draft_plan(&drafted);
	check_times(&drafted, "<svg role=\"img\"", 1);
	check_times(&drafted, "<title>Schedule of leaving Acme in 3 tasks;", 1);
	check_times(&drafted, "<line class=\"day\"", 4);
	check_row(&drafted,
		"2026-06-01 takes 5d (template) | 2026-06-05 | done | dana Dana Whitfield, us | "
		"gate | Decide | –");
	check_row(&drafted,
		"2026-12-30 takes 3d (file) | 2027-01-01 latest 2027-01-01 | -5* | nobody partner "
		"| cutover | Cutover, at last after gate | acme.yaml:41");
	check_times(&drafted, "<th scope=\"row\" class=\"word\"><bdi>closure</bdi>", 1);
}

static void the_chart_has_the_order_of_its_table(void **state)
{
	(void)state;
	struct drafted drafted;
	struct buffer out;

	draft_plan(&drafted);
	drafted.tasks[2].start = drafted.tasks[2].end = day("2026-07-01");
	out = page_of(&drafted);
	assert_true(strstr(written(&out), ">Close</text>") <
		strstr(out.data, ">Cutover, at last</text>"));
	assert_true(strstr(out.data, "<bdi>Close</bdi>") <
		strstr(out.data, "<bdi>Cutover, at last</bdi>"));
	buffer_free(&out);
}

static void without_a_schedule_there_is_no_chart(void **state)
{
	(void)state;
	struct drafted drafted;

	draft_plan(&drafted);
	drafted.plan.tasks.n = 0;
	drafted.plan.shortfall_days = NAN;
	drafted.plan.fits = false;
	drafted.plan.cutover = drafted.plan.finish = DATE_NONE;
	check_times(&drafted, "<svg", 0);
	check_times(&drafted, "<figure", 0);
	check_times(&drafted, "<dd class=\"critical\"><bdi>unknown</bdi></dd>", 1);
	check_read(&drafted, "The tasks cannot be put in order", 1);
}

static void money_that_does_not_apply_is_left_out(void **state)
{
	(void)state;
	struct drafted drafted;

	draft_plan(&drafted);
	check_row(&drafted,
		"ask | 7035.62 USD | 2027-01-25 | refund-ask contract.prepaid | "
		"12000.00 USD × 214 / 365 | acme.yaml:16");
	check_row(&drafted,
		"out | missing | – | early-fee | contract.value is not given | acme.yaml:10");
	check_times(&drafted, "<td class=\"number warning\"><bdi>missing</bdi></td>", 1);
	check_row(&drafted,
		"in | 500.00 USD | – | credit incident:INC-7 | 500.00 USD; disputed | acme.yaml:60");
	check_read(&drafted, "\nbudget\n", 0);
}

static void what_nobody_sees_to_stands_out(void **state)
{
	(void)state;
	struct drafted drafted;

	draft_plan(&drafted);
	check_row(&drafted,
		"cutover | 2027-01-01 | li | function:booking | Booking of rooms | acme.yaml:27");
	check_row(&drafted, "NOTHING | – | nobody | data:orders | – | acme.yaml:31");
	check_times(&drafted, "<td class=\"word critical\"><bdi>NOTHING</bdi>", 1);
	check_times(&drafted, "<td class=\"word warning\"><bdi>nobody</bdi>", 3);
}

static void the_rest_is_told_row_by_row(void **state)
{
	(void)state;
	struct drafted drafted;

	draft_plan(&drafted);
	check_row(
		&drafted, "2026-07-07 | customers announce-customers | nobody | Nothing changes.");
	check_row(&drafted, "owed | reward:#1: 1000.00 USD unpaid | acme.yaml:70");
	check_row(&drafted, "blame-shifting | two clean quarters | acme.yaml:80");
	check_read(&drafted, "\nreview: 2027-06-29\n", 1);
	check_row(&drafted, "MISSING | exit reason | EBA 108 | acme.yaml:25");
	check_row(&drafted, "n/a | termination | DORA 30(2)(h) | –");
}

static void what_is_empty_says_so(void **state)
{
	(void)state;
	struct drafted drafted;

	draft_plan(&drafted);
	drafted.plan.money.n = drafted.plan.coverage.n = drafted.plan.communications.n = 0;
	drafted.plan.fair_record.n = drafted.reentry.details.n = 0;
	drafted.reentry.review = DATE_NONE;
	check_read(&drafted, "No money is known to move.", 1);
	check_read(&drafted, "The file names nothing that could break.", 1);
	check_read(&drafted, "Nobody is told by this plan.", 1);
	check_read(&drafted, "Nothing is disputed, owed or unanswered.", 1);
	check_read(&drafted, "No condition is named.", 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_sections_stand_in_order),
		cmocka_unit_test(a_page_may_have_many_plans),
		cmocka_unit_test(the_head_says_what_counts),
		cmocka_unit_test(what_is_late_is_said_first),
		cmocka_unit_test(two_weeks_before_notice_is_pressing),
		cmocka_unit_test(a_notice_may_be_given_or_not_needed),
		cmocka_unit_test(the_net_is_one_figure_where_it_can),
		cmocka_unit_test(the_gravest_warning_comes_first),
		cmocka_unit_test(muted_warnings_stand_apart),
		cmocka_unit_test(the_decision_compares_both_ways),
		cmocka_unit_test(the_clock_tells_where_it_is_from),
		cmocka_unit_test(the_schedule_has_a_chart_and_its_table),
		cmocka_unit_test(the_chart_has_the_order_of_its_table),
		cmocka_unit_test(without_a_schedule_there_is_no_chart),
		cmocka_unit_test(money_that_does_not_apply_is_left_out),
		cmocka_unit_test(what_nobody_sees_to_stands_out),
		cmocka_unit_test(the_rest_is_told_row_by_row),
		cmocka_unit_test(what_is_empty_says_so),
	};

	return cmocka_run_group_tests_name("exit_plan_html", tests, NULL, NULL);
}
