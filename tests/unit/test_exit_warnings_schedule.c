/*
 * Warnings of an exit plan: its schedule. Unless a test says otherwise it starts on Tuesday,
 * 2026-06-30; a vendor's template has gate 2026-07-10…14, notice-sent 07-16, cutover 10-23.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tree.h"
#include "warned.h"

#define CHECK(id, expected, ...) check_warnings(&(struct plan_text){__VA_ARGS__}, (id), (expected))

/* A contract that ends by itself on that day. */
#define ENDS(date)            \
	"contract:\n"         \
	"  renewal: manual\n" \
	"  end: " date "\n"

/* ---- does not fit ---- */

#define PATH                                                                                       \
	"conversation, gate, alternative-ready, trial-export, migration, parallel-run, go-no-go, " \
	"cutover"

static void x03_the_cutover_is_late(void **state)
{
	(void)state;
	CHECK("X03",
		"error 6: the cutover ends 2026-10-23, 1 day after the contract: " PATH
		"; start by 2026-06-29\n",
		.records = ENDS("2026-10-22"));
	CHECK("X03", "", .records = ENDS("2026-10-23"));
}

static void x03_the_transition_is_not_enough(void **state)
{
	(void)state;
	CHECK("X03",
		"error 6: the cutover ends 2026-10-23, 3 days after the contract and its "
		"transition: " PATH "; start by 2026-06-27\n",
		.records = ENDS("2026-09-30") "  transition: {period: 20d}\n");
	CHECK("X03", "", .records = ENDS("2026-09-30") "  transition: {period: 23d}\n");
}

/* Stressed there is no transition, and the path is the same. */
static void x03_no_transition_when_stressed(void **state)
{
	(void)state;
	CHECK("X03",
		"error 6: the cutover ends 2026-10-23, 23 days after the contract: " PATH
		"; start by 2026-06-07\n",
		.records = ENDS("2026-09-30") "  transition: {period: 23d}\n", .stressed = true);
}

/* 3 days are 72 hours. */
static void x03_names_functions_that_cannot_wait(void **state)
{
	(void)state;
	CHECK("X03",
		"error 6: the cutover ends 2026-10-23, 3 days after the contract: " PATH
		"; start by 2026-06-27; longer than the rto of function:a (2d), function:b (71h), "
		"function:#6 (4319min)\n",
		.records = ENDS("2026-10-20") //
		"exit:\n"
		"  functions:\n"
		"    - {id: a, rto: 2d}\n"
		"    - {id: b, rto: 71h}\n"
		"    - {id: c, rto: 72h}\n"
		"    - {id: d, rto: 3d}\n"
		"    - {id: e}\n"
		"    - {title: f, rto: 4319min}\n"
		"    - {id: g, rto: 4320min}\n");
}

/* What is done, and what waits for a day, waits for nothing before it. */
static void x03_the_path_begins_where_waiting_does(void **state)
{
	(void)state;
	CHECK("X03",
		"error 6: the cutover ends 2026-10-23, 3 days after the contract: go-no-go, "
		"cutover; start by 2026-06-27\n",
		.records = ENDS("2026-10-20") //
		"exit:\n"
		"  tasks: [{id: go-no-go, fixed: 2026-10-22}, {id: migration, takes: 1d}]\n");
	CHECK("X03",
		"error 6: the cutover ends 2026-07-02, 1 day after the contract: parallel-run, "
		"go-no-go, cutover; start by 2026-06-29\n",
		.records = ENDS("2026-07-01") //
		"exit:\n"
		"  drop: [knowledge-transfer, joint-plan, notice-acknowledged, notice-sent,\n"
		"    announce-us, gate, conversation]\n"
		"  tasks:\n"
		"    - {id: migration, done: 2026-06-01}\n"
		"    - {id: parallel-run, takes: 1d}\n");
}

/* ---- late for notice ---- */

/* 3 months before 2026-09-30: Tuesday 2026-06-30. */
#define NOTICE_BY_JUNE_30     \
	"contract:\n"         \
	"  end: 2026-09-30\n" \
	"  renewal: auto\n"   \
	"  notice: {period: 3mo}\n"

/*
 * From Monday on: conversation 06-15…24, gate 06-25…29, announce-us 06-30, notice-sent 07-01.
 * The latest conversation would start on Sunday the 14th: on Friday the 12th.
 */
static void x04_notice_cannot_be_in_time(void **state)
{
	(void)state;
	CHECK("X04",
		"error 7: notice must be sent by 2026-06-30, for which tasks are too late: "
		"conversation by 3 days, gate by 1 day, announce-us by 1 day, notice-sent by 1 "
		"day\n",
		.records = NOTICE_BY_JUNE_30, .as_of = "2026-06-15");
}

static void x04_notice_is_just_in_time(void **state)
{
	(void)state;
	CHECK("X04", "", .records = NOTICE_BY_JUNE_30, .as_of = "2026-06-12");
}

/* Nothing but the calendar's end makes it late. */
static void x04_the_calendar_ends(void **state)
{
	const struct plan_text text = {.records = "exit:\n"
						  "  tasks: [{id: lessons, takes: 100000y}]\n"};
	static const char why[] = "tasks would have to start before they can: conversation by ";
	const struct plan_warning *warning;
	struct planned planned;

	(void)state;
	plan_open(&planned, &text);
	warning = plan_warning_of(planned.plan, "X04");
	assert_non_null(warning);
	assert_memory_equal(warning->message, why, sizeof(why) - 1);
	plan_close(&planned);
}

/* ---- who is told first ---- */

static void x22_others_are_told_before_the_partner(void **state)
{
	(void)state;
	CHECK("X22",
		"error 6: announce-customers starts 2026-07-15, and the partner is told by "
		"2026-07-16 (notice-sent)\n"
		"error 7: announce-public starts 2026-07-16, and the partner is told by 2026-07-16 "
		"(notice-sent)\n",
		.records = "exit:\n"
			   "  tasks:\n"
			   "    - {id: announce-customers, after: [gate]}\n"
			   "    - {id: announce-public, after: [gate], fixed: 2026-07-16}\n");
}

static void x22_the_partner_is_told_first(void **state)
{
	(void)state;
	CHECK("X22", "", .records = "");
	CHECK("X22", "",
		.records = "exit:\n"
			   "  tasks: [{id: notice-sent, done: 2026-06-30},\n"
			   "    {id: announce-customers, after: []}]\n");
}

/* ---- tasks that cannot be put in order ---- */

static void x28_tasks_wait_for_each_other(void **state)
{
	(void)state;
	CHECK("X28", "error 7: tasks wait for each other: a, b, c, a\n",
		.records = "exit:\n"
			   "  tasks:\n"
			   "    - id: a\n"
			   "      after: [b]\n"
			   "    - {id: b, after: [c]}\n"
			   "    - {id: c, after: [a]}\n");
}

static void x28_the_policy_closes_a_cycle(void **state)
{
	(void)state;
	CHECK("X28",
		"error policy.yaml:4: tasks wait for each other: conversation, gate, "
		"conversation\n",
		.records = "",
		.policy = "exit:\n"
			  "  templates:\n"
			  "    - {task: conversation, after: [gate]}\n");
}

static void x28_tasks_wait_in_a_row(void **state)
{
	(void)state;
	CHECK("X28", "",
		.records = "exit:\n"
			   "  tasks: [{id: a, after: [b]}, {id: b, after: [c]}, {id: c}]\n");
}

static void x29_a_task_waits_for_nothing_known(void **state)
{
	(void)state;
	CHECK("X29", "error 5: task:a waits for 'gatte', which is no task of the plan\n",
		.records = "exit:\n"
			   "  tasks: [{id: a, after: [gate, gatte]}]\n");
	CHECK("X29", "error 5: task:#2 waits for 'x', which is no task of the plan\n",
		.records = "exit:\n"
			   "  tasks: [{id: a}, {title: B, after: [x]}]\n");
}

static void x29_a_task_waits_for_a_dropped_one(void **state)
{
	(void)state;
	CHECK("X29", "",
		.records = "exit:\n"
			   "  drop: [gate]\n"
			   "  tasks: [{id: a, after: [gate]}]\n");
}

/* ---- the answer is to come ---- */

static void x31_the_review_comes_after_the_gate(void **state)
{
	(void)state;
	CHECK("X31",
		"warning 5: what was agreed on 2025-01-10 is reviewed on 2026-07-11, after gate "
		"starts on 2026-07-10\n",
		.records = "conversations:\n"
			   "  - {date: 2025-01-10, kind: recovery, review: 2026-07-11}\n");
}

static void x31_the_review_comes_before_the_gate(void **state)
{
	(void)state;
	CHECK("X31", "",
		.records = "conversations:\n"
			   "  - {date: 2025-01-10, kind: recovery, review: 2026-07-10}\n");
}

static void x31_it_was_praise_or_is_not_held_yet(void **state)
{
	(void)state;
	CHECK("X31", "",
		.records = "conversations:\n"
			   "  - {date: 2025-01-10, kind: praise, review: 2026-09-01}\n"
			   "  - {date: 2026-07-01, kind: recovery, review: 2026-09-01}\n");
}

static void x31_the_gate_is_passed(void **state)
{
	(void)state;
	CHECK("X31", "",
		.records = "conversations:\n"
			   "  - {date: 2025-01-10, kind: recovery, review: 2026-09-01}\n"
			   "exit:\n"
			   "  tasks: [{id: gate, done: 2026-06-01}]\n");
}

/* ---- without a schedule ---- */

#define CYCLE                                           \
	"exit:\n"                                       \
	"  functions: [{id: booking}]\n"                \
	"  staff: {last_day: 2026-07-01}\n"             \
	"  customers: [{id: c, renewal: 2026-07-01}]\n" \
	"  drop: [rollback-window]\n"                   \
	"  tasks: [{id: a, after: [a]}]\n"

static void what_needs_dates_is_silent_without_a_schedule(void **state)
{
	static const char *const silent[] = {"X03", "X04", "X06", "X08", "X09", "X11", "X12", "X13",
		"X14", "X15", "X16", "X22", "X23", "X31"};

	(void)state;
	for (size_t i = 0; i < sizeof(silent) / sizeof(*silent); i++)
		CHECK(silent[i], "", .records = ENDS("2026-07-31") "  retrieval: 1d\n" CYCLE);
	CHECK("X28", "error 13: tasks wait for each other: a, a\n",
		.records = ENDS("2026-07-31") "  retrieval: 1d\n" CYCLE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		WARNING_TEST(x03_the_cutover_is_late),
		WARNING_TEST(x03_the_transition_is_not_enough),
		WARNING_TEST(x03_no_transition_when_stressed),
		WARNING_TEST(x03_names_functions_that_cannot_wait),
		WARNING_TEST(x03_the_path_begins_where_waiting_does),
		WARNING_TEST(x04_notice_cannot_be_in_time),
		WARNING_TEST(x04_notice_is_just_in_time),
		WARNING_TEST(x04_the_calendar_ends),
		WARNING_TEST(x22_others_are_told_before_the_partner),
		WARNING_TEST(x22_the_partner_is_told_first),
		WARNING_TEST(x28_tasks_wait_for_each_other),
		WARNING_TEST(x28_the_policy_closes_a_cycle),
		WARNING_TEST(x28_tasks_wait_in_a_row),
		WARNING_TEST(x29_a_task_waits_for_nothing_known),
		WARNING_TEST(x29_a_task_waits_for_a_dropped_one),
		WARNING_TEST(x31_the_review_comes_after_the_gate),
		WARNING_TEST(x31_the_review_comes_before_the_gate),
		WARNING_TEST(x31_it_was_praise_or_is_not_held_yet),
		WARNING_TEST(x31_the_gate_is_passed),
		WARNING_TEST(what_needs_dates_is_silent_without_a_schedule),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
