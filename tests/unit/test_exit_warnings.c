/* Warnings of an exit plan: notice, rights, and what the file lacks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tree.h"
#include "warned.h"

#define CHECK(id, expected, ...) check_warnings(&(struct plan_text){__VA_ARGS__}, (id), (expected))

/* ---- notice ---- */

/* 3 months before 2026-09-30: Tuesday 2026-06-30. */
#define AUTO                  \
	"contract:\n"         \
	"  end: 2026-09-30\n" \
	"  renewal: auto\n"   \
	"  notice: {period: 3mo}\n"

static void x01_notice_is_too_late(void **state)
{
	(void)state;
	CHECK("X01",
		"error 7: notice for the end on 2026-09-30 had to be sent by 2026-06-30, 1 day ago; "
		"as things stand the contract runs to 2027-09-30\n",
		.records = AUTO, .as_of = "2026-07-01");
}

static void x01_notice_can_still_be_sent(void **state)
{
	(void)state;
	CHECK("X01", "", .records = AUTO, .as_of = "2026-06-30");
}

static void x01_notice_was_given(void **state)
{
	(void)state;
	CHECK("X01", "",
		.records = "contract:\n"
			   "  end: 2026-09-30\n"
			   "  renewal: auto\n"
			   "  notice: {period: 3mo, given: 2026-06-01}\n",
		.as_of = "2026-07-01");
}

static void x01_nobody_needs_notice_of_a_manual_end(void **state)
{
	(void)state;
	CHECK("X01", "",
		.records = "contract:\n"
			   "  end: 2026-09-30\n"
			   "  renewal: manual\n"
			   "  notice: {period: 3mo}\n",
		.as_of = "2026-07-01");
}

/* Two months before 2026-09-15: Wednesday 2026-07-15. */
static void x01_notice_of_an_early_end_counts_from_that(void **state)
{
	(void)state;
	CHECK("X01",
		"error 7: notice for the end on 2026-09-15 had to be sent by 2026-07-15, "
		"5 days ago; as things stand the contract runs to 2027-12-31\n",
		.records = "contract:\n"
			   "  end: 2027-12-31\n"
			   "  renewal: manual\n"
			   "  notice: {period: 2mo}\n"
			   "  termination: {convenience: true}\n",
		.as_of = "2026-07-20", .by = "2026-09-15");
}

static void x02_notice_is_due_within_14_days(void **state)
{
	(void)state;
	CHECK("X02",
		"warning 7: notice for the end on 2026-09-30 must be sent by 2026-06-30, "
		"in 14 days\n",
		.records = AUTO, .as_of = "2026-06-16");
	CHECK("X02",
		"warning 7: notice for the end on 2026-09-30 must be sent by 2026-06-30, today\n",
		.records = AUTO, .as_of = "2026-06-30");
}

static void x02_notice_is_far_or_past(void **state)
{
	(void)state;
	CHECK("X02", "", .records = AUTO, .as_of = "2026-06-15");
	CHECK("X02", "", .records = AUTO, .as_of = "2026-07-01");
}

/* ---- rights ---- */

/* The plan's last day is 2026-12-31, the natural end 31 days later. */
#define TERM                  \
	"contract:\n"         \
	"  end: 2027-01-31\n" \
	"  renewal: manual\n"

static void x17_no_right_to_leave_early(void **state)
{
	(void)state;
	CHECK("X17",
		"error 5: the plan ends the contract on 2026-12-31, 31 days before 2027-01-31, and "
		"neither termination for convenience nor a cause allows that\n",
		.records = TERM, .by = "2026-12-31");
	CHECK("X17",
		"error 7: the plan ends the contract on 2026-12-31, 31 days before 2027-01-31, and "
		"neither termination for convenience nor a cause allows that\n",
		.records = TERM "  termination: {convenience: false}\n", .by = "2026-12-31");
}

static void x17_convenience_or_a_cause_is_a_right(void **state)
{
	(void)state;
	CHECK("X17", "", .records = TERM "  termination: {convenience: true}\n",
		.by = "2026-12-31");
	CHECK("X17", "", .records = TERM, .by = "2026-12-31", .reason = EXIT_BREACH + 1);
	CHECK("X17", "", .records = TERM, .by = "2027-01-31");
}

static void x17_a_reason_is_no_cause(void **state)
{
	(void)state;
	CHECK("X17",
		"error 5: the plan ends the contract on 2026-12-31, 31 days before 2027-01-31, and "
		"neither termination for convenience nor a cause allows that\n",
		.records = TERM, .by = "2026-12-31", .reason = EXIT_COST + 1);
}

/* ---- retrieval: the final export ends 2026-10-28 ---- */

static void x08_data_can_no_longer_be_fetched(void **state)
{
	(void)state;
	CHECK("X08",
		"error 7: final-export ends 2026-10-28, 1 day after the last day on which data can "
		"be fetched, 2026-10-27\n",
		.records = "contract:\n"
			   "  end: 2026-09-30\n"
			   "  renewal: manual\n"
			   "  retrieval: 27d\n"
			   "exit: {data: [{id: crm}]}\n");
}

static void x08_data_can_be_fetched_to_the_day(void **state)
{
	(void)state;
	CHECK("X08", "",
		.records = "contract:\n"
			   "  end: 2026-09-30\n"
			   "  renewal: manual\n"
			   "  retrieval: 28d\n"
			   "exit: {data: [{id: crm}]}\n");
}

static void x08_there_is_no_data_to_fetch(void **state)
{
	(void)state;
	CHECK("X08", "",
		.records = "contract:\n"
			   "  end: 2026-09-30\n"
			   "  renewal: manual\n"
			   "  retrieval: 27d\n"
			   "exit: {functions: [{id: booking}]}\n");
	CHECK("X08", "", .records = TERM);
}

static void x08_nothing_says_how_long(void **state)
{
	(void)state;
	CHECK("X08",
		"warning 5: the contract does not say how long after its end data can be fetched "
		"(retrieval); 2 data sets are on record\n",
		.records = TERM "exit:\n"
				"  data: [{id: crm}, {id: logs}]\n");
}

static void x08_the_export_is_done(void **state)
{
	(void)state;
	CHECK("X08", "",
		.records = TERM "exit:\n"
				"  data: [{id: crm}]\n"
				"  tasks: [{id: final-export, done: 2026-06-01}]\n");
}

/* ---- what the file lacks ---- */

#define TALK(date, kind)       \
	"conversations:\n"     \
	"  - date: " date "\n" \
	"    kind: " kind "\n"

static void x24_nobody_has_talked(void **state)
{
	(void)state;
	CHECK("X24",
		"warning 1: nobody has talked with the partner about the relationship, its recovery "
		"or the exit within 12 months\n",
		.records = TALK("2026-06-01", "praise"));
	CHECK("X24",
		"warning 5: nobody has talked with the partner about the relationship, its recovery "
		"or the exit within 12 months, the last one was on 2025-06-30\n",
		.records = TALK("2025-06-30", "recovery"));
}

static void x24_somebody_has_talked(void **state)
{
	(void)state;
	CHECK("X24", "", .records = TALK("2025-07-01", "recovery"));
}

static void x25_nobody_has_approved_it(void **state)
{
	(void)state;
	CHECK("X25", "warning 5: nobody has approved the plan\n",
		.records = "exit:\n"
			   "  reason: cost\n");
	CHECK("X25", "warning 5: nobody has approved the plan since 2025-06-30\n",
		.records = "exit:\n"
			   "  approved: 2025-06-30\n");
}

static void x25_approval_lies_ahead(void **state)
{
	(void)state;
	CHECK("X25", "warning 5: nobody has approved the plan\n",
		.records = "exit:\n"
			   "  approved: 2026-07-01\n");
}

static void x25_somebody_has_approved_it(void **state)
{
	(void)state;
	CHECK("X25", "",
		.records = "exit:\n"
			   "  approved: 2025-07-01\n");
}

static void x26_nobody_has_rehearsed_it(void **state)
{
	(void)state;
	CHECK("X26", "warning 5: nobody has rehearsed the plan since 2024-02-29\n",
		.records = "exit:\n"
			   "  tested: 2024-02-29\n");
}

static void x26_somebody_has_rehearsed_it(void **state)
{
	(void)state;
	CHECK("X26", "",
		.records = "exit:\n"
			   "  tested: 2026-06-30\n");
}

static void x27_no_door(void **state)
{
	(void)state;
	CHECK("X27",
		"note 5: the file names no conditions on which we would come back (exit.reentry)\n",
		.records = "exit:\n"
			   "  reentry: {review: 6mo}\n");
}

static void x27_a_door(void **state)
{
	(void)state;
	CHECK("X27", "",
		.records = "exit:\n"
			   "  reentry: {conditions: [new management]}\n");
}

static void x34_no_exit_record(void **state)
{
	(void)state;
	CHECK("X34",
		"warning 5: the file has no exit record, so that the plan is the template alone\n",
		.records = TERM);
	CHECK("X34",
		"warning 1: the file has no exit record, so that the plan is the template alone\n",
		.records = "");
}

static void x34_an_exit_record(void **state)
{
	(void)state;
	CHECK("X34", "",
		.records = "exit:\n"
			   "  reason: cost\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		WARNING_TEST(x01_notice_is_too_late),
		WARNING_TEST(x01_notice_can_still_be_sent),
		WARNING_TEST(x01_notice_was_given),
		WARNING_TEST(x01_nobody_needs_notice_of_a_manual_end),
		WARNING_TEST(x01_notice_of_an_early_end_counts_from_that),
		WARNING_TEST(x02_notice_is_due_within_14_days),
		WARNING_TEST(x02_notice_is_far_or_past),
		WARNING_TEST(x17_no_right_to_leave_early),
		WARNING_TEST(x17_convenience_or_a_cause_is_a_right),
		WARNING_TEST(x17_a_reason_is_no_cause),
		WARNING_TEST(x08_data_can_no_longer_be_fetched),
		WARNING_TEST(x08_data_can_be_fetched_to_the_day),
		WARNING_TEST(x08_there_is_no_data_to_fetch),
		WARNING_TEST(x08_nothing_says_how_long),
		WARNING_TEST(x08_the_export_is_done),
		WARNING_TEST(x24_nobody_has_talked),
		WARNING_TEST(x24_somebody_has_talked),
		WARNING_TEST(x25_nobody_has_approved_it),
		WARNING_TEST(x25_approval_lies_ahead),
		WARNING_TEST(x25_somebody_has_approved_it),
		WARNING_TEST(x26_nobody_has_rehearsed_it),
		WARNING_TEST(x26_somebody_has_rehearsed_it),
		WARNING_TEST(x27_no_door),
		WARNING_TEST(x27_a_door),
		WARNING_TEST(x34_no_exit_record),
		WARNING_TEST(x34_an_exit_record),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
