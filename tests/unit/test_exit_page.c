/* The plan as a text to be read: what it says first, and how it says what is not known. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "lived.h"
#include "partner/utf8.h"
#include "tree.h"

/* The plan as text, of which no line is wider than 80 columns. */
static const char *text_of(struct planned *planned)
{
	static const struct card_style style = {.columns = 80};
	struct buffer text = {0};
	const char *line, *end;

	exit_plan_put_text(&text, planned->plan, &style);
	line = buffer_keep(&text, &planned->arena);
	for (const char *at = line; (end = strchr(at, '\n')); at = end + 1)
		if (utf8_width(at, (size_t)(end - at)) > 80)
			fail_msg("too wide: %.*s", (int)(end - at), at);
	return line;
}

static void check_text(const struct plan_text *text, const char *expected, bool there)
{
	struct planned planned;
	const char *found;

	plan_open(&planned, text);
	found = text_of(&planned);
	if ((strstr(found, expected) != NULL) != there)
		fail_msg("%s: %s", there ? "not there" : "there", found);
	plan_close(&planned);
}

static void check(const char *records, const char *expected)
{
	check_text(&(struct plan_text){.records = records}, expected, true);
}

/* ---- the head ---- */

static void it_says_first_whether_it_fits(void **state)
{
	(void)state;
	check(CONTRACT("") EXIT(""),
		"\nFITS: cutover on 2026-10-31, 61 days before the last possible day, 2026-12-31\n");
	check(CONTRACT("") EXIT_ON("2026-12-30", ""),
		"\nFITS: cutover on 2026-12-30, 1 day before the last possible day, 2026-12-31\n");
	check(CONTRACT("") EXIT_ON("2026-12-31", ""),
		"\nFITS: cutover on 2026-12-31, the last possible day\n");
}

static void or_by_how_much_it_does_not(void **state)
{
	(void)state;
	check(CONTRACT("") EXIT_ON("2027-01-01", ""),
		"\nDOES NOT FIT: cutover on 2027-01-01, 1 day after the last possible day,\n"
		"  2026-12-31; 1 error\n");
	check(CONTRACT("") EXIT_ON("2027-02-28", ""),
		"\n  start by       2026-05-02, which has passed\n");
}

static void without_an_end_the_cutover_is_the_end(void **state)
{
	(void)state;
	check(EXIT(""), "\nFITS: cutover on 2026-10-31, and no end before it\n");
}

static void without_a_cutover_nobody_knows(void **state)
{
	(void)state;
	check(CONTRACT("") "exit: {drop: [cutover]}\n", "\nNO CUTOVER: ");
	check(CONTRACT("") "exit: {tasks: [{id: gate, after: [closure]}]}\n", "\nNO SCHEDULE: ");
}

static void the_other_way_is_one_line(void **state)
{
	(void)state;
	check(CONTRACT("") EXIT(""), "\n  without help   it fits, too; all is done on 2027-");
	check_text(&(struct plan_text){.records = CONTRACT(", transition: {period: 3mo}")
					       EXIT_ON("2027-01-02", ""),
			   .stressed = true},
		"\n  with help      it fits; all is done on 2027-", true);
	check(CONTRACT(", transition: {period: 3mo}") EXIT_ON("2027-01-02", ""),
		"\n  without help   the cutover is 2 days too late; all is done on 2027-");
	check(CONTRACT("") "exit: {drop: [cutover]}\n",
		"\n  without help   there is no schedule with a cutover; all is done on 20");
	check(CONTRACT("") "exit: {tasks: [{id: gate, after: [closure]}]}\n",
		"\n  without help   there is no schedule with a cutover (stressed)\n");
}

/* ---- the decision ---- */

static void costs_are_told_with_their_difference(void **state)
{
	(void)state;
	check(CONTRACT("") EXIT(""),
		"\n  recover        staying costs 54900.00 EUR until 2027-12-31\n"
		"  exit           leaving costs 61000.00 EUR until then, 6100.00 EUR more;\n");
	check(CONTRACT("") EXIT(", alternatives: [{kind: none}]"), ", 36500.00 EUR less;\n");
	check(CONTRACT("") EXIT_ON("2027-02-28", ""), "until then, as much; without");
}

static void what_is_lacking_is_named(void **state)
{
	(void)state;
	check(CONTRACT("") EXIT(""),
		", alternative,\n                 decommission, which nobody "
		"knows yet\n");
	check_text(
		&(struct plan_text){
			.records = CONTRACT(", transition: {period: 1mo, "
					    "included_days: 99, day_rate: 1.00 EUR}")
				EXIT(", monthly_overlap: 0.00 EUR, decommission: 0.00 EUR, "
				     "alternatives: [{kind: none}]")},
		"knows yet", false);
}

static void costs_unknown_are_said_to_be(void **state)
{
	(void)state;
	check("contract: {end: 2026-12-31}\n" EXIT(""),
		"\n  recover        what staying costs until 2027-12-31 is not known\n"
		"  exit           what leaving costs until then is not known\n");
}

static void break_even_is_told(void **state)
{
	(void)state;
	check(CONTRACT(", termination: {convenience: true}") EXIT(""),
		"\n  break-even     until 2026-12-30 an end before the term's costs less, in\n"
		"                 charges, fees and refunds alone\n");
	check_text(&(struct plan_text){.records = CONTRACT("") EXIT("")}, "break-even", false);
}

static void a_talk_comes_before_all(void **state)
{
	(void)state;
	check(CONTRACT("") EXIT(""), "\n  Not yet fair: ");
	check_text(
		&(struct plan_text){
			.records = CONTRACT("")
				EXIT("") "conversations: [{date: 2026-06-01, kind: recovery}]\n"},
		"Not yet fair: ", false);
}

/* ---- the clock ---- */

static void notice_has_a_day(void **state)
{
	(void)state;
	check(CONTRACT(", renewal: auto, notice: {period: 3mo, delivery: 3d}") EXIT(""),
		"\n  send by        2026-09-25, 87 days left  acme.yaml:4\n");
	check_text(&(struct plan_text){.records = CONTRACT(", renewal: auto, notice: {period: 3mo}")
					       EXIT(""),
			   .as_of = "2026-09-30"},
		"\n  if missed      bound to 2027-12-31, for 36500.00 EUR  acme.yaml:4\n", true);
}

static void both_ways_to_count_are_told_where_they_differ(void **state)
{
	(void)state;
	check("contract: {start: 2026-01-01, end: 2026-11-30, renewal: auto, "
	      "notice: {period: 3mo}}\n" EXIT(""),
		"\n  notice latest  2026-08-30; counted forward 2026-08-31, counted back\n");
}

static void notice_may_not_be_needed(void **state)
{
	(void)state;
	check(CONTRACT(", notice: {period: 3mo}") EXIT(""), "\n  notice         not needed\n");
	check(CONTRACT(", renewal: auto, notice: {period: 3mo, given: 2026-06-01}") EXIT(""),
		"\n  notice         given  acme.yaml:4\n");
}

/* ---- the schedule ---- */

static void tasks_stand_as_they_follow_each_other(void **state)
{
	struct planned planned;
	const char *found, *own, *gate;

	(void)state;
	plan_open(&planned,
		&(struct plan_text){.records = CONTRACT("") "exit: {tasks: [{id: own, title: Ours, "
							    "after: [], takes: 1d}]}\n"});
	found = text_of(&planned);
	own = strstr(found, "own\n      Ours  acme.yaml:");
	gate = strstr(found, "gate\n      Decide");
	assert_non_null(own);
	assert_non_null(gate);
	assert_true(own < gate);
	plan_close(&planned);
}

/* ---- the money ---- */

static void the_cost_to_the_end_has_no_range_without_one(void **state)
{
	(void)state;
	check(CONTRACT("") EXIT(""), "\n  cost to end    at least 18400.00 EUR expected\n");
	check(CONTRACT("") EXIT("") "costs: [{kind: staff, from: 2026-01-01, forecast: 365.00 EUR, "
				    "per: month, actual: 730.00 EUR}]\n",
		"\n  cost to end    at least 22816.00 EUR expected, 20608.00 EUR to 22816.00 EUR\n");
}

static void a_cost_unknown_is_said_to_be(void **state)
{
	(void)state;
	check("contract: {end: 2026-12-31, value: 36500.00 EUR, per: term}\n" EXIT(""),
		"\n  cost to end    cannot be computed in EUR\n");
}

/* ---- Markdown ---- */

static void markdown_has_the_same_sections(void **state)
{
	static const char *const headings[] = {"## Acme\n", "### Warnings\n", "### 1 Decision\n",
		"### 2 Clock\n", "### 3 Schedule\n", "### 4 Money\n", "### 5 Nothing breaks\n",
		"### 6 People told\n", "### 7 Fair record\n", "### 8 The door\n",
		"### 9 Completeness\n"};
	struct planned planned;
	struct buffer buffer = {0};
	const char *at;

	(void)state;
	plan_open(&planned, &(struct plan_text){.records = CONTRACT("") EXIT("")});
	exit_plan_put_markdown(&buffer, planned.plan);
	at = buffer_keep(&buffer, &planned.arena);
	for (size_t i = 0; i < sizeof(headings) / sizeof(*headings); i++) {
		at = strstr(at, headings[i]);
		assert_non_null(at);
	}
	plan_close(&planned);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, tree_begin, tree_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(it_says_first_whether_it_fits),
		TEST(or_by_how_much_it_does_not),
		TEST(without_an_end_the_cutover_is_the_end),
		TEST(without_a_cutover_nobody_knows),
		TEST(the_other_way_is_one_line),
		TEST(costs_are_told_with_their_difference),
		TEST(what_is_lacking_is_named),
		TEST(costs_unknown_are_said_to_be),
		TEST(break_even_is_told),
		TEST(a_talk_comes_before_all),
		TEST(notice_has_a_day),
		TEST(both_ways_to_count_are_told_where_they_differ),
		TEST(notice_may_not_be_needed),
		TEST(tasks_stand_as_they_follow_each_other),
		TEST(the_cost_to_the_end_has_no_range_without_one),
		TEST(a_cost_unknown_is_said_to_be),
		TEST(markdown_has_the_same_sections),
	};

	return cmocka_run_group_tests_name("exit page", tests, NULL, NULL);
}
