/* The days of an exit plan: what is done, fixed or bound, and what cannot be planned at all. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "planned.h"
#include "tree.h"

/* Plans are as of Tuesday, 30 June 2026. */

/* Fails unless these are the start and end, the latest ones, and the slack. */
static void assert_days(struct planned *planned, const char *id, const char *expected)
{
	const struct plan_task *task = plan_task_of(planned->plan, id);
	struct buffer text = {0};

	assert_non_null(task);
	buffer_printf(&text, "%s %s %s %s %g", plan_day(planned, task->start),
		plan_day(planned, task->end), plan_day(planned, task->latest_start),
		plan_day(planned, task->latest_end), task->slack_days);
	assert_string_equal(buffer_keep(&text, &planned->arena), expected);
}

static void assert_span(struct planned *planned, const char *id, const char *start, const char *end)
{
	const struct plan_task *task = plan_task_of(planned->plan, id);

	assert_non_null(task);
	assert_string_equal(plan_day(planned, task->start), start);
	assert_string_equal(plan_day(planned, task->end), end);
}

static const char *path_of(struct planned *planned)
{
	return plan_ids(planned, planned->plan->critical_path);
}

/* ---- the template on the calendar ---- */

static void a_vendor_is_left_in_seven_months(void **state)
{
	struct planned planned;

	(void)state;
	plan_open(&planned, &(struct plan_text){.records = ""});
	assert_span(&planned, "conversation", "2026-06-30", "2026-07-09");
	assert_span(&planned, "gate", "2026-07-10", "2026-07-14");
	assert_span(&planned, "alternative-ready", "2026-07-15", "2026-08-28");
	/* from Monday, 27 July, four weeks of five days */
	assert_span(&planned, "joint-plan", "2026-07-27", "2026-08-21");
	assert_span(&planned, "migration", "2026-09-08", "2026-10-07");
	assert_span(&planned, "parallel-run", "2026-10-08", "2026-10-21");
	assert_span(&planned, "cutover", "2026-10-23", "2026-10-23");
	assert_string_equal(plan_day(&planned, planned.plan->cutover), "2026-10-23");
	assert_span(&planned, "lessons", "2027-01-26", "2027-01-30");
	/* without a contract the cutover ends it: 180 days later */
	assert_span(&planned, "reentry-review", "2027-04-21", "2027-04-21");
	assert_string_equal(plan_day(&planned, planned.plan->finish), "2027-01-30");
	assert_string_equal(path_of(&planned),
		"conversation gate alternative-ready trial-export migration parallel-run go-no-go "
		"cutover rollback-window deletion certificate final-account closure lessons");
	plan_close(&planned);
}

static void talks_decisions_and_notices_start_on_business_days(void **state)
{
	struct planned planned;

	(void)state;
	plan_open(&planned,
		&(struct plan_text){.records = "exit:\n"
					       "  holidays: [2026-07-06]\n"
					       "  tasks:\n"
					       "    - {id: conversation, takes: 4d}\n"
					       "    - {id: gate, takes: 2d}\n",
			.start = "2026-07-04"});
	/* from Saturday over a holiday to Tuesday, and so on */
	assert_span(&planned, "conversation", "2026-07-07", "2026-07-10");
	assert_span(&planned, "gate", "2026-07-13", "2026-07-14");
	assert_span(&planned, "announce-us", "2026-07-15", "2026-07-15");
	assert_span(&planned, "notice-sent", "2026-07-16", "2026-07-16");
	plan_close(&planned);
}

/* ---- done and fixed ---- */

static void what_is_done_is_shown_on_its_day_and_holds_up_nothing(void **state)
{
	struct planned planned;
	const struct plan_task *task;

	(void)state;
	plan_open(&planned,
		&(struct plan_text){.records = "exit:\n"
					       "  tasks:\n"
					       "    - {id: gate, done: 2026-06-01}\n"
					       "    - {id: baseline, done: 2026-06-30}\n"
					       "    - {id: announce-us, done: 2026-07-01}\n"});
	assert_days(&planned, "gate", "2026-06-01 2026-06-01 none none nan");
	task = plan_task_of(planned.plan, "gate");
	assert_int_equal(task->takes_days, 5);
	assert_false(task->critical);
	assert_span(&planned, "baseline", "2026-06-30", "2026-06-30");
	assert_span(&planned, "alternative-ready", "2026-06-30", "2026-08-13");
	/* what is done tomorrow is not done yet */
	assert_int_equal(plan_task_of(planned.plan, "announce-us")->done, DATE_NONE);
	assert_span(&planned, "announce-us", "2026-06-30", "2026-06-30");
	assert_span(&planned, "notice-sent", "2026-07-01", "2026-07-01");
	plan_close(&planned);
}

#define TALKED "conversations: [{date: 2026-05-20, kind: exit, agreed: We stop.}]\n"

static void a_talk_on_record_is_the_conversation(void **state)
{
	struct planned planned;

	(void)state;
	plan_open(&planned, &(struct plan_text){.records = TALKED});
	assert_span(&planned, "conversation", "2026-05-20", "2026-05-20");
	assert_span(&planned, "gate", "2026-06-30", "2026-07-04");
	plan_close(&planned);
	plan_open(&planned,
		&(struct plan_text){.records = TALKED
			"exit: {tasks: [{id: conversation, done: 2026-06-02}]}\n"});
	assert_span(&planned, "conversation", "2026-06-02", "2026-06-02");
	plan_close(&planned);
}

static void a_fixed_task_waits_for_its_day(void **state)
{
	struct planned planned;

	(void)state;
	plan_open(&planned,
		&(struct plan_text){.records = "exit:\n"
					       "  tasks:\n"
					       "    - {id: migration, fixed: 2027-01-04}\n"
					       "    - {id: baseline, fixed: 2026-01-04}\n"});
	assert_span(&planned, "migration", "2027-01-04", "2027-02-02");
	assert_string_equal(
		plan_day(&planned, plan_task_of(planned.plan, "migration")->fixed), "2027-01-04");
	assert_span(&planned, "baseline", "2026-07-15", "2026-07-19");
	/* there are 118 days from 8 September, when it could have started */
	assert_int_equal(plan_task_of(planned.plan, "trial-export")->slack_days, 118);
	assert_string_equal(path_of(&planned),
		"migration parallel-run go-no-go cutover rollback-window deletion certificate "
		"final-account closure lessons");
	plan_close(&planned);
}

static void what_is_dropped_is_waited_for_no_longer(void **state)
{
	struct planned planned;

	(void)state;
	plan_open(&planned,
		&(struct plan_text){.records = "exit:\n"
					       "  drop: [migration, conversation]\n"
					       "  tasks:\n"
					       "    - {id: migration, fixed: 2029-01-04}\n"});
	assert_span(&planned, "gate", "2026-06-30", "2026-07-04");
	assert_span(&planned, "alternative-ready", "2026-07-05", "2026-08-18");
	assert_span(&planned, "trial-export", "2026-08-19", "2026-08-28");
	assert_span(&planned, "parallel-run", "2026-08-29", "2026-09-11");
	assert_string_equal(path_of(&planned),
		"gate alternative-ready trial-export parallel-run go-no-go cutover "
		"rollback-window deletion certificate final-account closure lessons");
	plan_close(&planned);
}

/* ---- notice and re-entry ---- */

#define RENEWS(end)             \
	"contract:\n"           \
	"  start: 2024-01-01\n" \
	"  end: " end "\n"      \
	"  renewal: auto\n"     \
	"  notice: {period: 3mo}\n"

static void notice_is_to_be_sent_in_time(void **state)
{
	struct planned planned;

	(void)state;
	/* by Friday, 31 July */
	plan_open(&planned, &(struct plan_text){.records = RENEWS("2026-10-31")});
	assert_days(&planned, "notice-sent", "2026-07-16 2026-07-16 2026-07-31 2026-07-31 15");
	assert_days(&planned, "announce-us", "2026-07-15 2026-07-15 2026-07-30 2026-07-30 15");
	assert_false(plan_task_of(planned.plan, "notice-sent")->critical);
	plan_close(&planned);
}

static void notice_that_comes_too_late_has_negative_slack(void **state)
{
	struct planned planned;

	(void)state;
	/* by Tuesday, 7 July; the decision by Wednesday, 1 July; the talk from Friday, 19 June,
	 * as on Saturday it could not start */
	plan_open(&planned, &(struct plan_text){.records = RENEWS("2026-10-07")});
	assert_days(&planned, "notice-sent", "2026-07-16 2026-07-16 2026-07-07 2026-07-07 -9");
	assert_days(&planned, "announce-us", "2026-07-15 2026-07-15 2026-07-06 2026-07-06 -9");
	assert_days(&planned, "gate", "2026-07-10 2026-07-14 2026-07-01 2026-07-05 -9");
	assert_days(&planned, "conversation", "2026-06-30 2026-07-09 2026-06-19 2026-06-28 -11");
	assert_true(plan_task_of(planned.plan, "notice-sent")->critical);
	plan_close(&planned);
}

static void notice_that_was_sent_binds_nothing(void **state)
{
	struct planned planned;

	(void)state;
	plan_open(&planned,
		&(struct plan_text){
			.records = RENEWS(
				"2026-10-07") "exit: {tasks: [{id: notice-sent, done: 2026-06-29}]}\n"});
	assert_true(plan_task_of(planned.plan, "gate")->slack_days >= 0);
	assert_true(plan_task_of(planned.plan, "announce-us")->slack_days >= 0);
	plan_close(&planned);
}

static void re_entry_is_looked_at_after_the_end_and_hurries_nobody(void **state)
{
	struct planned planned;

	(void)state;
	plan_open(&planned,
		&(struct plan_text){
			.records = "exit:\n"
				   "  reentry: {review: 2mo}\n"
				   "  tasks:\n"
				   "    - {id: own, takes: 3d, after: [reentry-review]}\n"});
	/* two months after 23 October the account is still open: lessons end on 30 January */
	assert_days(&planned, "reentry-review", "2027-01-31 2027-01-31 none none nan");
	assert_span(&planned, "own", "2027-01-31", "2027-02-02");
	assert_string_equal(plan_after(&planned, "own"), "lessons");
	assert_string_equal(plan_day(&planned, planned.plan->finish), "2027-02-02");
	plan_close(&planned);
}

static void re_entry_that_was_looked_at_is_done(void **state)
{
	struct planned planned;

	(void)state;
	plan_open(&planned,
		&(struct plan_text){
			.records = "exit: {tasks: [{id: reentry-review, done: 2026-06-01}]}\n"});
	assert_span(&planned, "reentry-review", "2026-06-01", "2026-06-01");
	plan_close(&planned);
}

/* ---- what cannot be planned ---- */

static void assert_unplanned(const char *records)
{
	struct planned planned;

	plan_open(&planned, &(struct plan_text){.records = records});
	assert_int_equal(planned.plan->tasks.n, 0);
	assert_int_equal(planned.plan->critical_path.n, 0);
	assert_int_equal(planned.plan->finish, DATE_NONE);
	assert_int_equal(planned.plan->cutover, DATE_NONE);
	assert_int_equal(planned.plan->other->finish, DATE_NONE);
	plan_close(&planned);
}

static void nothing_is_planned_after_what_nobody_knows(void **state)
{
	(void)state;
	assert_unplanned("exit: {tasks: [{id: own, after: [gate, nothing]}]}\n");
}

static void tasks_of_other_kinds_are_unknown(void **state)
{
	(void)state;
	assert_unplanned("exit: {tasks: [{id: own, after: [honour-open-deals]}]}\n");
}

static void nothing_is_planned_in_a_cycle(void **state)
{
	(void)state;
	assert_unplanned("exit: {tasks: [{id: a, after: [b]}, {id: b, after: [a]}]}\n");
	/* through tasks of the template */
	assert_unplanned("exit: {tasks: [{id: gate, after: [cutover]}]}\n");
	/* also through what is dropped */
	assert_unplanned("exit: {drop: [gate], tasks: [{id: gate, after: [cutover]}]}\n");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, tree_begin, tree_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_vendor_is_left_in_seven_months),
		TEST(talks_decisions_and_notices_start_on_business_days),
		TEST(what_is_done_is_shown_on_its_day_and_holds_up_nothing),
		TEST(a_talk_on_record_is_the_conversation),
		TEST(a_fixed_task_waits_for_its_day),
		TEST(what_is_dropped_is_waited_for_no_longer),
		TEST(notice_is_to_be_sent_in_time),
		TEST(notice_that_comes_too_late_has_negative_slack),
		TEST(notice_that_was_sent_binds_nothing),
		TEST(re_entry_is_looked_at_after_the_end_and_hurries_nobody),
		TEST(re_entry_that_was_looked_at_is_done),
		TEST(nothing_is_planned_after_what_nobody_knows),
		TEST(tasks_of_other_kinds_are_unknown),
		TEST(nothing_is_planned_in_a_cycle),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
