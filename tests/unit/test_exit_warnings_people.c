/* Warnings of an exit plan: who sees to it, and who will not be there. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tree.h"
#include "warned.h"

#define CHECK(id, expected, ...) check_warnings(&(struct plan_text){__VA_ARGS__}, (id), (expected))

/* ---- nobody ---- */

static void x11_the_file_has_no_owner(void **state)
{
	(void)state;
	CHECK("X11",
		"warning 1: the file names no owner, and 25 tasks have no owner: conversation, gate, "
		"baseline, announce-us, notice-sent, notice-acknowledged, joint-plan, "
		"alternative-ready, trial-export, knowledge-transfer, announce-customers, "
		"announce-public, migration, parallel-run, go-no-go, cutover, rollback-window, "
		"revoke-access, final-export, deletion, certificate, final-account, closure, "
		"lessons, reentry-review\n",
		.records = "");
}

static void x11_of_very_many_tasks_some_are_named(void **state)
{
	(void)state;
	CHECK("X11",
		"warning 1: the file names no owner, and 32 tasks have no owner: conversation, gate, "
		"baseline, announce-us, notice-sent, notice-acknowledged, joint-plan, "
		"alternative-ready, trial-export, knowledge-transfer, announce-customers, "
		"announce-public, migration, parallel-run, go-no-go, cutover, rollback-window, "
		"revoke-access, final-export, deletion, certificate, final-account, closure, "
		"lessons, reentry-review, a, b, c, d, e and 2 more\n",
		.records =
			"exit:\n"
			"  tasks: [{id: a}, {id: b}, {id: c}, {id: d}, {id: e}, {id: f}, {id: g}]\n");
}

/* Somebody speaks for the partner, and what is done needs nobody. */
static void x11_only_open_tasks_need_an_owner(void **state)
{
	(void)state;
	CHECK("X11", "warning 1: the file names no owner, and 1 task has no owner: gate\n",
		.records = "people: [{id: zoe, side: partner, role: sales}]\n"
			   "exit:\n"
			   "  drop: [baseline, announce-us, notice-sent, alternative-ready,\n"
			   "    trial-export, announce-customers, announce-public, migration,\n"
			   "    parallel-run, go-no-go, cutover, rollback-window, revoke-access,\n"
			   "    final-export, final-account, closure, lessons, reentry-review]\n"
			   "  tasks: [{id: conversation, done: 2026-06-01}]\n");
}

static void x11_nobody_speaks_for_the_partner(void **state)
{
	(void)state;
	CHECK("X11",
		"warning 1: nobody speaks for the partner (executive, customer-success or sales), "
		"and 4 tasks have no owner: notice-acknowledged, joint-plan, knowledge-transfer, "
		"deletion\n",
		.records = "owner: maria\n"
			   "exit:\n"
			   "  drop: [certificate]\n"
			   "  tasks:\n"
			   "    - {id: deletion, takes: 10d}\n");
}

#define RECORDS                        \
	"exit:\n"                      \
	"  data:\n"                    \
	"    - {id: crm}\n"            \
	"    - {id: hr, owner: bob}\n" \
	"  knowledge:\n"               \
	"    - {topic: Month end}\n"   \
	"    - {topic: Keys, successor: bob}\n"
#define DROP(more)                                                                      \
	"  drop: [conversation, gate, baseline, announce-us, notice-sent,\n"            \
	"    notice-acknowledged, joint-plan, alternative-ready, trial-export,\n"       \
	"    announce-customers, announce-public, migration, parallel-run, go-no-go,\n" \
	"    cutover, rollback-window, revoke-access, certificate, final-account,\n"    \
	"    closure, lessons, reentry-review" more "]\n"

/* Once for each record, however many tasks it needs. */
static void x11_records_have_no_owner(void **state)
{
	(void)state;
	CHECK("X11",
		"warning 1: the file names no owner, and 3 tasks have no owner: knowledge-transfer, "
		"final-export, deletion\n"
		"warning 6: data:crm has no owner\n"
		"warning 9: knowledge:#1 has no owner\n",
		.records = RECORDS DROP(""));
}

/* That no task covers them is another warning. */
static void x11_records_have_no_task(void **state)
{
	(void)state;
	CHECK("X11",
		"warning 1: the file names no owner, and 1 task has no owner: deletion\n"
		"warning 6: data:crm has no owner\n",
		.records = RECORDS DROP(", knowledge-transfer, final-export"));
	CHECK("X11", "", .records = RECORDS DROP(", knowledge-transfer, final-export, deletion"));
	CHECK("X09",
		"error 6: no task of the plan covers data:crm\n"
		"error 7: no task of the plan covers data:hr\n"
		"error 9: no task of the plan covers knowledge:#1\n"
		"error 10: no task of the plan covers knowledge:#2\n",
		.records = RECORDS DROP(", knowledge-transfer, final-export, deletion"));
}

static void x11_everything_has_an_owner(void **state)
{
	(void)state;
	CHECK("X11", "",
		.records = "owner: maria\n"
			   "people: [{id: zoe, side: partner, role: executive}]\n"
			   "exit:\n"
			   "  functions: [{id: booking}]\n"
			   "  data: [{id: crm}]\n");
}

/* ---- somebody who leaves: gate ends on 2026-07-14 ---- */

static void x12_the_owner_of_a_task_leaves(void **state)
{
	(void)state;
	CHECK("X12", "error 7: bob leaves on 2026-07-14: owner of gate until 2026-07-14\n",
		.records = "people: [{id: bob, left: 2026-07-14}]\n"
			   "exit:\n"
			   "  tasks:\n"
			   "    - {id: gate, owner: bob}\n");
	CHECK("X12", "error 7: bob left on 2024-01-31: owner of gate until 2026-07-14\n",
		.records = "people: [{id: bob, left: 2024-01-31}]\n"
			   "exit:\n"
			   "  tasks:\n"
			   "    - {id: gate, owner: bob}\n");
}

/* From that day on bob is no longer there. */
static void x12_the_owner_leaves_the_day_after(void **state)
{
	(void)state;
	CHECK("X12", "",
		.records = "people: [{id: bob, left: 2026-07-15}]\n"
			   "exit:\n"
			   "  tasks: [{id: gate, owner: bob}]\n");
}

static void x12_the_task_is_done(void **state)
{
	(void)state;
	CHECK("X12", "",
		.records = "people: [{id: bob, left: 2026-06-01}]\n"
			   "exit:\n"
			   "  tasks: [{id: gate, owner: bob, done: 2026-06-15}]\n");
}

static void x12_the_owner_of_the_file_leaves(void **state)
{
	(void)state;
	CHECK("X12",
		"error 6: maria leaves on 2027-01-26: owner of lessons until 2027-01-30\n"
		"error 6: maria leaves on 2027-01-26: owner of reentry-review until 2027-04-21\n",
		.records = "owner: maria\n"
			   "people:\n"
			   "  - {id: maria, left: 2027-01-26}\n");
}

/* Knowledge is handed over until 2026-08-31. */
static void x12_holder_and_successor_leave(void **state)
{
	(void)state;
	CHECK("X12",
		"error 9: zoe leaves on 2026-08-31: holder of knowledge:#1 until 2026-08-31\n"
		"error 10: bob leaves on 2026-07-01: successor of knowledge:#1 until 2026-08-31\n",
		.records = "people:\n"
			   "  - {id: zoe, side: partner, left: 2026-08-31}\n"
			   "  - {id: bob, left: 2026-07-01}\n"
			   "exit:\n"
			   "  knowledge: [{topic: Month end,\n"
			   "    holder: zoe,\n"
			   "    successor: bob}]\n");
	CHECK("X12", "",
		.records = "people: [{id: zoe, side: partner, left: 2026-09-01}]\n"
			   "exit:\n"
			   "  knowledge: [{topic: Month end, holder: zoe, successor: zoe}]\n");
}

/* Without help it is learnt until the alternative is ready, on 2026-08-28. */
static void x12_stressed_the_alternative_is_the_end(void **state)
{
	(void)state;
	CHECK("X12",
		"error 6: bob leaves on 2026-08-28: successor of knowledge:#1 until 2026-08-28\n",
		.records = "people: [{id: bob, left: 2026-08-28}]\n"
			   "exit:\n"
			   "  knowledge: [{topic: Month end, successor: bob}]\n",
		.stressed = true);
}

/* Of two tasks of one record the first is named. */
static void x12_the_owner_of_data_leaves(void **state)
{
	(void)state;
	CHECK("X12", "error 7: bob leaves on 2026-10-28: owner of data:crm until 2026-10-28\n",
		.records = "people: [{id: bob, left: 2026-10-28}]\n"
			   "exit:\n"
			   "  data:\n"
			   "    - {id: crm, owner: bob}\n");
	CHECK("X12", "error 7: bob leaves on 2026-10-29: owner of data:crm until 2026-11-26\n",
		.records = "people: [{id: bob, left: 2026-10-29}]\n"
			   "exit:\n"
			   "  data:\n"
			   "    - {id: crm, owner: bob}\n");
}

static void x12_the_owner_of_the_task_is_said_once(void **state)
{
	(void)state;
	CHECK("X12", "error 7: bob leaves on 2026-10-28: owner of final-export until 2026-10-28\n",
		.records =
			"people: [{id: bob, left: 2026-10-28}]\n"
			"exit:\n"
			"  tasks:\n"
			"    - {id: final-export, owner: bob}\n"
			"  data: [{id: hr, owner: bob, legal_hold: true}, {id: fi, legal_hold: true}]\n");
}

/* A reseller's customers need somebody until they renew, long after migration has ended. */
static void x12_a_customer_takes_longer_than_the_task(void **state)
{
	(void)state;
	CHECK("X12", "error 9: bob leaves on 2027-01-01: owner of customer:c until 2027-03-31\n",
		.records = "people: [{id: bob, left: 2027-01-01}]\n"
			   "exit:\n"
			   "  tasks:\n"
			   "    - {id: migration, owner: bob}\n"
			   "  customers:\n"
			   "    - {id: c, renewal: 2027-03-31}\n",
		.kind = "channel");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		WARNING_TEST(x11_the_file_has_no_owner),
		WARNING_TEST(x11_of_very_many_tasks_some_are_named),
		WARNING_TEST(x11_only_open_tasks_need_an_owner),
		WARNING_TEST(x11_nobody_speaks_for_the_partner),
		WARNING_TEST(x11_records_have_no_owner),
		WARNING_TEST(x11_records_have_no_task),
		WARNING_TEST(x11_everything_has_an_owner),
		WARNING_TEST(x12_the_owner_of_a_task_leaves),
		WARNING_TEST(x12_the_owner_leaves_the_day_after),
		WARNING_TEST(x12_the_task_is_done),
		WARNING_TEST(x12_the_owner_of_the_file_leaves),
		WARNING_TEST(x12_holder_and_successor_leave),
		WARNING_TEST(x12_stressed_the_alternative_is_the_end),
		WARNING_TEST(x12_the_owner_of_data_leaves),
		WARNING_TEST(x12_the_owner_of_the_task_is_said_once),
		WARNING_TEST(x12_a_customer_takes_longer_than_the_task),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
