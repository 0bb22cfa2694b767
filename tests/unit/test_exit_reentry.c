/* On what terms we would come back, and when we look at it again (E6). */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "planned.h"
#include "tree.h"

/* Every condition, one on a line. */
static const char *conditions_of(struct planned *planned)
{
	struct array conditions = planned->plan->reentry->conditions;
	const char *const *texts = conditions.items;
	struct buffer text = {0};

	for (size_t i = 0; i < conditions.n; i++)
		buffer_printf(&text, "%s%s", i ? "\n" : "", texts[i]);
	return buffer_keep(&text, &planned->arena);
}

static const struct plan_condition *condition_of(const struct planned *planned, const char *sign)
{
	struct array rows = planned->plan->reentry->details;

	for (size_t i = 0; i < rows.n; i++) {
		const struct plan_condition *row = PLAN_ITEM(struct plan_condition, rows, i);

		if (row->sign && !strcmp(row->sign, sign))
			return row;
	}
	return NULL;
}

/* What the sign asks for; NULL: nothing. */
static void check_sign(const struct plan_text *text, const char *sign, const char *condition)
{
	struct planned planned;
	const struct plan_condition *row;

	plan_open(&planned, text);
	row = condition_of(&planned, sign);
	if (condition) {
		assert_non_null(row);
		assert_string_equal(row->text, condition);
		assert_null(row->path);
		assert_int_equal(row->line, 0);
	} else {
		assert_null(row);
	}
	plan_close(&planned);
}

#define CHECK(given, sign, condition) \
	check_sign(&(struct plan_text){.records = given}, sign, condition)
#define CHECK_BY(rules, given, sign, condition) \
	check_sign(&(struct plan_text){.records = given, .policy = rules}, sign, condition)

/* ---- what is always asked ---- */

static void the_score_is_asked_for_last(void **state)
{
	struct planned planned;

	(void)state;
	plan_open(&planned,
		&(struct plan_text){.policy = "standing: {talk_below: 57.5}\n",
			.records = "exit:\n"
				   "  reentry:\n"
				   "    conditions:\n"
				   "    - A new owner\n"
				   "    - An open price list\n"});
	assert_string_equal(conditions_of(&planned),
		"A new owner\nAn open price list\ntheir score at least 57.5");
	plan_close(&planned);
}

static void own_conditions_say_where_they_stand(void **state)
{
	struct planned planned;
	const struct plan_condition *own, *score;

	(void)state;
	plan_open(&planned,
		&(struct plan_text){.records = "exit:\n"
					       "  reentry:\n"
					       "    conditions:\n"
					       "    - A new owner\n"});
	own = PLAN_ITEM(struct plan_condition, planned.plan->reentry->details, 0);
	score = PLAN_ITEM(struct plan_condition, planned.plan->reentry->details, 1);
	assert_string_equal(own->path, "acme.yaml");
	assert_int_equal(own->line, 7);
	assert_null(own->sign);
	assert_null(score->path);
	assert_null(score->sign);
	plan_close(&planned);
}

static void a_bare_file_asks_for_the_score_alone(void **state)
{
	struct planned planned;

	(void)state;
	plan_open(&planned, &(struct plan_text){.records = "owner: olga\n"});
	assert_string_equal(conditions_of(&planned), "their score at least 55");
	assert_int_equal(planned.plan->reentry->details.n, 1);
	plan_close(&planned);
}

/* ---- what signs ask ---- */

#define DEFLECTED                                                    \
	"incidents:\n"                                               \
	"- {id: a, opened: 2026-05-01, severity: 1, cause: partner," \
	" resolved: 2026-05-02, debriefed: 2026-05-03, ownership: deflected}\n"

static void blame_shifting_asks_for_ownership(void **state)
{
	(void)state;
	CHECK(DEFLECTED, "blame-shifting", "no incident deflected for 12 months");
}

static void a_muted_sign_asks_for_nothing(void **state)
{
	(void)state;
	CHECK(DEFLECTED "exceptions: [{mute: blame-shifting, reason: Settled, by: olga,"
			" until: 2026-06-30}]\n",
		"blame-shifting", NULL);
	CHECK(DEFLECTED "exceptions: [{mute: blame-shifting, reason: Settled, by: olga,"
			" until: 2026-06-29}]\n",
		"blame-shifting", "no incident deflected for 12 months");
}

static void declined_help_asks_for_help(void **state)
{
	(void)state;
	CHECK("incidents: [{id: a, opened: 2026-05-01, severity: 2, cause: partner,"
	      " availability: declined}]\n",
		"not-convenient", "no help declined in a severe incident for 12 months");
}

/* The oldest promise is the worst. */
static void old_promises_are_to_be_settled(void **state)
{
	(void)state;
	CHECK("milestones:\n"
	      "- {id: rm-2, kind: roadmap, promised: 2024-02-01}\n"
	      "- {id: rm-1, kind: roadmap, promised: 2024-01-01}\n"
	      "- {id: young, kind: roadmap, promised: 2026-01-01}\n",
		"futures-over-present", "old promises settled: milestone:rm-1, milestone:rm-2");
}

static void remedies_are_to_be_settled(void **state)
{
	(void)state;
	CHECK("milestones: [{id: m, due: 2026-03-01, penalty: 100 EUR}]\n", "unclaimed-remedy",
		"remedies settled: milestone:m");
}

#define SILENT "incidents: [{id: a, opened: 2026-05-01, resolved: 2026-05-02, severity: 1}]\n"

static void silence_asks_for_debriefing(void **state)
{
	(void)state;
	CHECK(SILENT, "silent-after-fire", "each severe incident debriefed within 14d");
	CHECK_BY("signs: [{sign: silent-after-fire, after: 3w}]\n", SILENT, "silent-after-fire",
		"each severe incident debriefed within 3w");
}

/* All six contacts lie in the 90 days before an end. */
static void renewal_contacts_ask_for_a_rhythm(void **state)
{
	(void)state;
	CHECK("contract: {start: 2024-07-01, end: 2026-06-30, earlier_ends: [2025-06-30]}\n"
	      "touchpoints:\n"
	      "- {date: 2025-05-05, kind: call, initiated_by: partner}\n"
	      "- {date: 2025-05-19, kind: call, initiated_by: partner}\n"
	      "- {date: 2025-06-02, kind: call, initiated_by: partner}\n"
	      "- {date: 2026-05-04, kind: call, initiated_by: partner}\n"
	      "- {date: 2026-05-18, kind: call, initiated_by: partner}\n"
	      "- {date: 2026-06-01, kind: call, initiated_by: partner}\n",
		"renewal-only-attention", "they get in touch in 4 quarters running");
}

static void moved_dates_ask_for_firm_ones(void **state)
{
	(void)state;
	CHECK("milestones:\n"
	      "- {id: m, due: 2026-03-01, moved: [{on: 2026-02-01, to: 2026-05-01},"
	      " {on: 2026-04-01, to: 2026-09-01}]}\n",
		"unrealistic-timeline", "no date moved a second time for 12 months");
}

#define GIVING                                                 \
	"exchanges:\n"                                         \
	"- {date: 2026-01-01, direction: given, kind: lead}\n" \
	"- {date: 2026-02-01, direction: given, kind: lead}\n" \
	"- {date: 2026-03-01, direction: given, kind: lead}\n" \
	"- {date: 2026-04-01, direction: given, kind: lead}\n"

static void one_way_asks_for_balance(void **state)
{
	(void)state;
	CHECK(GIVING, "one-way-street", "balance of give and take at least 0.25");
	CHECK_BY("signs: [{sign: one-way-street, below: 0.3}]\n", GIVING, "one-way-street",
		"balance of give and take at least 0.3");
}

static void silence_asks_for_meetings(void **state)
{
	(void)state;
	CHECK("cadence: 1mo\n"
	      "touchpoints: [{date: 2026-01-05, kind: call}]\n",
		"no-meetings", "in touch at least every 1mo");
	CHECK("touchpoints: [{date: 2025-10-05, kind: call}]\n", "no-meetings",
		"in touch at least every 3mo");
}

/* 10 points less each quarter. */
static void a_fall_asks_for_a_rise(void **state)
{
	(void)state;
	CHECK_BY("min_coverage: 1%\n"
		 "criteria: [{id: all, weight: 1, measures: [{measure: 'metric:all',"
		 " scale: [[0, 0], [100, 100]]}]}]\n",
		"since: 2020-01-01\n"
		"metrics:\n"
		"- id: all\n"
		"  observations: [{date: 2025-05-01, value: 95}, {date: 2025-08-01, value: 85},"
		" {date: 2025-11-01, value: 75}, {date: 2026-02-01, value: 65},"
		" {date: 2026-05-01, value: 55}]\n",
		"winding-down", "slope of their score at least 0 points a quarter");
}

#define OURS_LATE "milestones: [{id: m, by: us, due: 2026-05-01}]\n"
#define ON_TIME              \
	"min_coverage: 1%\n" \
	"criteria: [{id: all, weight: 1, measures: [{measure: milestones-on-time}]}]\n"

static void our_own_failing_asks_for_us(void **state)
{
	(void)state;
	CHECK_BY(ON_TIME, OURS_LATE, "our-side-failing", "our own score at least 55");
	CHECK_BY(ON_TIME "signs: [{sign: our-side-failing, below: 62.5}]\n", OURS_LATE,
		"our-side-failing", "our own score at least 62.5");
}

static void signs_ask_in_their_own_order(void **state)
{
	struct planned planned;

	(void)state;
	plan_open(&planned,
		&(struct plan_text){.records = GIVING SILENT
			"milestones: [{id: m, due: 2026-03-01, penalty: 100 EUR}]\n"
			"exit: {reentry: {conditions: [A new owner]}}\n"});
	assert_string_equal(conditions_of(&planned),
		"A new owner\n"
		"remedies settled: milestone:m\n"
		"each severe incident debriefed within 14d\n"
		"balance of give and take at least 0.25\n"
		"their score at least 55");
	plan_close(&planned);
}

/* ---- when ---- */

#define TERM "contract: {start: 2024-01-01, end: 2028-12-31, renewal: manual}\n"

static void check_review(const char *records, const char *day)
{
	struct planned planned;

	plan_open(&planned, &(struct plan_text){.records = records});
	assert_string_equal(plan_day(&planned, planned.plan->reentry->review), day);
	plan_close(&planned);
}

/* 31 + 28 + 31 + 30 + 31 + 29 days of 2029. */
static void the_review_is_half_a_year_after_the_end(void **state)
{
	(void)state;
	check_review(TERM, "2029-06-29");
}

static void the_file_says_when_to_review(void **state)
{
	(void)state;
	check_review(TERM "exit: {reentry: {review: 14mo}}\n", "2030-02-28");
}

static void a_dropped_review_has_no_day(void **state)
{
	(void)state;
	check_review(TERM "exit: {drop: [reentry-review]}\n", "none");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, tree_begin, tree_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_score_is_asked_for_last),
		TEST(own_conditions_say_where_they_stand),
		TEST(a_bare_file_asks_for_the_score_alone),
		TEST(blame_shifting_asks_for_ownership),
		TEST(a_muted_sign_asks_for_nothing),
		TEST(declined_help_asks_for_help),
		TEST(old_promises_are_to_be_settled),
		TEST(remedies_are_to_be_settled),
		TEST(silence_asks_for_debriefing),
		TEST(renewal_contacts_ask_for_a_rhythm),
		TEST(moved_dates_ask_for_firm_ones),
		TEST(one_way_asks_for_balance),
		TEST(silence_asks_for_meetings),
		TEST(a_fall_asks_for_a_rise),
		TEST(our_own_failing_asks_for_us),
		TEST(signs_ask_in_their_own_order),
		TEST(the_review_is_half_a_year_after_the_end),
		TEST(the_file_says_when_to_review),
		TEST(a_dropped_review_has_no_day),
	};

	return cmocka_run_group_tests_name("exit reentry", tests, NULL, NULL);
}
