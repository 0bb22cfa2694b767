/* Warnings of an exit plan: what must not break. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tree.h"
#include "warned.h"

#define CHECK(id, expected, ...) check_warnings(&(struct plan_text){__VA_ARGS__}, (id), (expected))

/* ---- alternatives ---- */

#define CRITICAL                                \
	"exit:\n"                               \
	"  functions:\n"                        \
	"    - {id: booking, critical: true}\n" \
	"    - {id: coffee, critical: false}\n" \
	"    - {title: Billing, critical: true}\n"

static void x05_there_is_no_alternative(void **state)
{
	(void)state;
	CHECK("X05",
		"error 6: no alternative was tested within 12 months, there is none; critical: "
		"function:booking, function:#3\n",
		.records = CRITICAL);
	CHECK("X05",
		"error 6: no alternative was tested within 12 months, there is none; critical: "
		"function:booking, function:#3\n",
		.records = CRITICAL "  alternatives: [{kind: none, tested: 2026-06-01}]\n");
}

static void x05_no_alternative_was_tested(void **state)
{
	(void)state;
	CHECK("X05",
		"error 9: no alternative was tested within 12 months, none was ever tested; "
		"critical: function:booking, function:#3\n",
		.records = CRITICAL "  alternatives: [{name: B}]\n");
	CHECK("X05",
		"error 9: no alternative was tested within 12 months, none was ever tested; "
		"critical: function:booking, function:#3\n",
		.records = CRITICAL "  alternatives: [{name: B, tested: 2026-07-01}]\n");
}

static void x05_the_last_test_is_too_old(void **state)
{
	(void)state;
	CHECK("X05",
		"error 11: no alternative was tested within 12 months, the last test was on "
		"2025-06-30; critical: function:booking, function:#3\n",
		.records = CRITICAL //
		"  alternatives:\n"
		"    - {name: B, tested: 2024-01-01}\n"
		"    - {name: C, tested: 2025-06-30}\n"
		"    - {name: D, tested: 2025-06-29}\n");
}

static void x05_an_alternative_was_tested(void **state)
{
	(void)state;
	CHECK("X05", "",
		.records = CRITICAL "  alternatives: [{name: B}, {name: C, tested: 2025-07-01}]\n");
}

static void x05_nothing_is_critical(void **state)
{
	(void)state;
	CHECK("X05", "",
		.records = "exit:\n"
			   "  functions: [{id: coffee}, {id: tea, critical: false}]\n");
}

/* ---- data ---- */

static void x07_the_law_holds_on_to_data(void **state)
{
	(void)state;
	CHECK("X07",
		"note 6: data:crm stays with the partner: the law forbids to delete it\n"
		"error 7: data:#2 was deleted on 2026-06-30, although the law forbids that\n"
		"note 8: data:hr stays with the partner: the law forbids to delete it\n",
		.records = "exit:\n"
			   "  data:\n"
			   "    - {id: crm, legal_hold: true}\n"
			   "    - {title: Logs, legal_hold: true, deleted: 2026-06-30}\n"
			   "    - {id: hr, legal_hold: true, deleted: 2026-07-01}\n");
}

static void x07_the_law_lets_go(void **state)
{
	(void)state;
	CHECK("X07", "",
		.records =
			"exit:\n"
			"  data: [{id: crm, deleted: 2026-01-01}, {id: hr, legal_hold: false}]\n");
}

/* ---- what nobody sees to ---- */

/* The integration needs two tasks, and is named once. */
static void x09_the_task_is_dropped(void **state)
{
	(void)state;
	CHECK("X09",
		"error 6: no task of the plan covers function:booking\n"
		"error 8: no task of the plan covers access:api\n",
		.records = "exit:\n"
			   "  functions:\n"
			   "    - {id: booking}\n"
			   "  access:\n"
			   "    - {id: api, holder: partner, kind: integration}\n"
			   "  drop: [cutover, revoke-access, migration]\n");
}

static void x09_one_of_two_tasks_is_dropped(void **state)
{
	(void)state;
	CHECK("X09", "error 5: no task of the plan covers data:crm\n",
		.records = "exit:\n"
			   "  data: [{id: crm}]\n"
			   "  drop: [deletion]\n");
}

static void x09_every_task_takes_place_or_is_not_needed(void **state)
{
	(void)state;
	CHECK("X09", "",
		.records = "exit:\n"
			   "  data: [{id: crm}, {id: hr, legal_hold: true}]\n"
			   "  functions: [{id: booking}]\n");
	CHECK("X09", "",
		.records = "exit:\n"
			   "  data: [{id: hr, legal_hold: true}]\n"
			   "  customers: [{id: c, moved: 2026-06-01}]\n"
			   "  drop: [deletion, migration]\n");
}

static void x10_nobody_learns_it(void **state)
{
	(void)state;
	CHECK("X10",
		"error 6: nobody is named who will learn knowledge:#1 ('Month end') from zoe\n"
		"error 8: nobody is named who will learn knowledge:#3\n",
		.records = "exit:\n"
			   "  knowledge:\n"
			   "    - {topic: Month end, holder: zoe}\n"
			   "    - {topic: Backups, holder: zoe, successor: bob}\n"
			   "    - {note: there is more}\n");
}

static void x10_somebody_learns_it(void **state)
{
	(void)state;
	CHECK("X10", "",
		.records = "exit:\n"
			   "  knowledge: [{topic: Backups, successor: bob}]\n");
}

/* ---- customers: migration starts on 2026-09-08 ---- */

static void x23_customers_renew_before_migration(void **state)
{
	(void)state;
	CHECK("X23",
		"warning 6: the contract of customer:c1 renews on 2026-09-07, 1 day before "
		"migration starts on 2026-09-08\n"
		"warning 7: the contract of customer:#2 renews on 2026-08-09, 30 days before "
		"migration starts on 2026-09-08\n",
		.records = "exit:\n"
			   "  customers:\n"
			   "    - {id: c1, renewal: 2026-09-07}\n"
			   "    - {name: C2, renewal: 2026-08-09, moved: 2026-07-01}\n");
}

static void x23_customers_are_moved_in_time(void **state)
{
	(void)state;
	CHECK("X23", "",
		.records = "exit:\n"
			   "  customers:\n"
			   "    - {id: c1, renewal: 2026-09-08}\n"
			   "    - {id: c2, renewal: 2026-08-09, moved: 2026-06-30}\n"
			   "    - {id: c3}\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		WARNING_TEST(x05_there_is_no_alternative),
		WARNING_TEST(x05_no_alternative_was_tested),
		WARNING_TEST(x05_the_last_test_is_too_old),
		WARNING_TEST(x05_an_alternative_was_tested),
		WARNING_TEST(x05_nothing_is_critical),
		WARNING_TEST(x07_the_law_holds_on_to_data),
		WARNING_TEST(x07_the_law_lets_go),
		WARNING_TEST(x09_the_task_is_dropped),
		WARNING_TEST(x09_one_of_two_tasks_is_dropped),
		WARNING_TEST(x09_every_task_takes_place_or_is_not_needed),
		WARNING_TEST(x10_nobody_learns_it),
		WARNING_TEST(x10_somebody_learns_it),
		WARNING_TEST(x23_customers_renew_before_migration),
		WARNING_TEST(x23_customers_are_moved_in_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
