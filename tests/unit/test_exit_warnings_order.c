/*
 * Warnings of an exit plan: what ends too early, or too late. Unless a test says otherwise it
 * starts on Tuesday, 2026-06-30; a vendor's template has knowledge-transfer until 2026-08-31,
 * cutover 10-23, rollback-window 10-24…11-06, final-export 10-24…28, revoke-access 11-07, and
 * deletion from 11-07 on.
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

/* ---- deletion ---- */

static void x06_deletion_comes_too_early(void **state)
{
	(void)state;
	CHECK("X06",
		"error 6: data is deleted from 2026-10-28 on: final-export ends 2026-10-28, "
		"rollback-window ends 2026-11-06\n",
		.records = "exit:\n"
			   "  tasks:\n"
			   "    - {id: deletion, after: [parallel-run], fixed: 2026-10-28}\n");
}

static void x06_deletion_comes_after_all(void **state)
{
	(void)state;
	CHECK("X06", "", .records = "");
	CHECK("X06", "",
		.records = "exit:\n"
			   "  tasks:\n"
			   "    - {id: deletion, after: [parallel-run], fixed: 2026-11-07}\n");
}

static void x06_nothing_to_wait_for(void **state)
{
	(void)state;
	CHECK("X06", "error 5: data is deleted from 2026-10-29 on: rollback-window is dropped\n",
		.records = "exit:\n"
			   "  drop: [rollback-window]\n");
	CHECK("X06", "",
		.records = "exit:\n"
			   "  drop: [rollback-window, deletion]\n");
}

/* A parallel run of a channel takes no time, and so nothing has to be waited for. */
static void x06_what_takes_no_time_or_is_done_is_over(void **state)
{
	(void)state;
	CHECK("X06", "", .records = "", .kind = "channel");
	CHECK("X06", "",
		.records = "exit:\n"
			   "  tasks:\n"
			   "    - {id: deletion, after: [gate]}\n"
			   "    - {id: gate, done: 2026-06-30}\n"
			   "    - {id: final-export, done: 2026-06-30}\n"
			   "    - {id: parallel-run, done: 2026-06-30}\n"
			   "    - {id: rollback-window, done: 2026-06-30}\n");
}

static void x06_it_was_deleted_before_it_was_exported(void **state)
{
	(void)state;
	CHECK("X06", "error 6: data is deleted from 2026-06-01 on: final-export ends 2026-06-02\n",
		.records = "exit:\n"
			   "  tasks:\n"
			   "    - {id: deletion, done: 2026-06-01}\n"
			   "    - {id: final-export, done: 2026-06-02}\n"
			   "    - {id: parallel-run, done: 2026-05-01}\n"
			   "    - {id: rollback-window, done: 2026-06-01}\n");
}

/* ---- the partner's people ---- */

static void x13_people_leave_before_they_have_taught_us(void **state)
{
	(void)state;
	CHECK("X13",
		"error 5: 3 of the partner's people who work for us leave on 2026-08-30, 1 day "
		"before knowledge-transfer ends on 2026-08-31\n",
		.records = "exit:\n"
			   "  staff: {last_day: 2026-08-30, count: 3}\n");
}

static void x13_people_leave_before_the_cutover(void **state)
{
	(void)state;
	CHECK("X13",
		"warning 5: those of the partner's people who work for us leave on 2026-08-31, 53 "
		"days before cutover ends on 2026-10-23\n",
		.records = "exit:\n"
			   "  staff: {last_day: 2026-08-31}\n");
}

static void x13_people_stay_long_enough(void **state)
{
	(void)state;
	CHECK("X13", "",
		.records = "exit:\n"
			   "  staff: {last_day: 2026-10-23, count: 3}\n");
	CHECK("X13", "",
		.records = "exit:\n"
			   "  staff: {last_day: 2026-08-30, count: 0}\n");
}

/* ---- access and service ---- */

static void x14_access_outlives_the_service(void **state)
{
	(void)state;
	CHECK("X14",
		"warning 8: the partner's access ends 2027-01-08, 8 days after the last day of "
		"service on 2026-12-31\n",
		.records = ENDS("2026-12-31") //
		"exit:\n"
		"  tasks: [{id: revoke-access, fixed: 2027-01-08}]\n");
	CHECK("X14", "",
		.records = ENDS("2026-12-31") //
		"exit:\n"
		"  tasks: [{id: revoke-access, fixed: 2027-01-07}]\n");
}

static void x14_access_outlives_the_rollback_window(void **state)
{
	(void)state;
	CHECK("X14",
		"warning 5: the partner's access ends 2026-11-14, 8 days after the end of "
		"rollback-window on 2026-11-06\n",
		.records = "exit:\n"
			   "  tasks: [{id: revoke-access, takes: 8d}]\n");
	CHECK("X14", "",
		.records = "exit:\n"
			   "  tasks: [{id: revoke-access, takes: 7d}]\n");
}

static void x15_access_is_cut_within_the_rollback_window(void **state)
{
	(void)state;
	CHECK("X15",
		"error 5: the partner's access ends from 2026-11-06 on, and rollback-window ends "
		"2026-11-06\n",
		.records = "exit:\n"
			   "  tasks: [{id: revoke-access, after: [cutover], fixed: 2026-11-06}]\n");
	CHECK("X15", "",
		.records = "exit:\n"
			   "  tasks: [{id: revoke-access, after: [cutover], fixed: 2026-11-07}]\n");
}

static void x15_there_is_no_rollback_window(void **state)
{
	(void)state;
	CHECK("X15", "", .records = "", .kind = "channel");
	CHECK("X15", "",
		.records = "exit:\n"
			   "  drop: [rollback-window]\n");
}

static void x16_the_service_ends_before_the_rollback_window(void **state)
{
	(void)state;
	CHECK("X16",
		"warning 6: rollback-window ends 2026-11-06, 1 day after the last day of service on "
		"2026-11-05\n",
		.records = ENDS("2026-11-05"));
	CHECK("X16", "", .records = ENDS("2026-11-06"));
}

static void x16_there_is_no_rollback_window(void **state)
{
	(void)state;
	CHECK("X16", "", .records = "", .kind = "channel");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		WARNING_TEST(x06_deletion_comes_too_early),
		WARNING_TEST(x06_deletion_comes_after_all),
		WARNING_TEST(x06_nothing_to_wait_for),
		WARNING_TEST(x06_what_takes_no_time_or_is_done_is_over),
		WARNING_TEST(x06_it_was_deleted_before_it_was_exported),
		WARNING_TEST(x13_people_leave_before_they_have_taught_us),
		WARNING_TEST(x13_people_leave_before_the_cutover),
		WARNING_TEST(x13_people_stay_long_enough),
		WARNING_TEST(x14_access_outlives_the_service),
		WARNING_TEST(x14_access_outlives_the_rollback_window),
		WARNING_TEST(x15_access_is_cut_within_the_rollback_window),
		WARNING_TEST(x15_there_is_no_rollback_window),
		WARNING_TEST(x16_the_service_ends_before_the_rollback_window),
		WARNING_TEST(x16_there_is_no_rollback_window),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
