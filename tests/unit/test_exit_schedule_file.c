/* The tasks of an exit plan: what the file makes of them, drops of them, and who does them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "partner/exit_templates.h"
#include "planned.h"
#include "tree.h"

/* What a vendor's template has. */
#define TEMPLATE_TASKS 25

/* ---- the file ---- */

static void a_task_of_the_file_is_ours_and_takes_no_time(void **state)
{
	struct planned planned;
	const struct plan_task *task;

	(void)state;
	plan_open(&planned,
		&(struct plan_text){.records = "owner: ann\n"
					       "exit:\n"
					       "  tasks:\n"
					       "    - {id: party}\n"});
	task = plan_task_of(planned.plan, "party");
	assert_string_equal(task->title, "party");
	assert_string_equal(task->takes, "0d");
	assert_string_equal(task->basis, "file");
	assert_string_equal(task->owner, "ann");
	assert_int_equal(task->side, SIDE_US);
	assert_int_equal(task->after.n, 0);
	assert_string_equal(task->path, "acme.yaml");
	assert_int_equal(task->line, 7);
	assert_string_equal(plan_day(&planned, task->start), "2026-06-30");
	plan_close(&planned);
}

static void a_task_of_the_file_overrides_what_it_gives(void **state)
{
	struct planned planned;
	const struct plan_task *task;

	(void)state;
	plan_open(&planned,
		&(struct plan_text){.records = "exit:\n"
					       "  tasks:\n"
					       "    - id: migration\n"
					       "      takes: 10bd\n"
					       "      after: [gate, own, gate]\n"
					       "    - {id: own, title: Ours}\n"
					       "    - {id: gate, after: []}\n"});
	task = plan_task_of(planned.plan, "migration");
	assert_string_equal(task->title, "Migration in waves");
	assert_string_equal(task->takes, "10bd");
	assert_string_equal(task->basis, "file");
	assert_string_equal(plan_after(&planned, "migration"), "gate own");
	assert_string_equal(plan_after(&planned, "gate"), "");
	assert_string_equal(plan_task_of(planned.plan, "gate")->takes, "5d");
	assert_string_equal(plan_task_of(planned.plan, "own")->title, "Ours");
	plan_close(&planned);
}

#define LEADS                                          \
	"exit:\n"                                      \
	"  alternatives:\n"                            \
	"    - {name: nobody, kind: none, lead: 1d}\n" \
	"    - {name: slow, kind: in-house}\n"         \
	"    - {name: quick, lead: 2mo}\n"             \
	"    - {name: last, kind: in-house, lead: 9mo}\n"
#define RULED "exit: {templates: [{task: alternative-ready, takes: 70d}]}\n"

static void assert_ready(
	const char *records, const char *policy, const char *takes, const char *basis)
{
	struct planned planned;
	const struct plan_task *task;

	plan_open(&planned, &(struct plan_text){.records = records, .policy = policy});
	task = plan_task_of(planned.plan, "alternative-ready");
	assert_string_equal(task->takes, takes);
	assert_string_equal(task->basis, basis);
	plan_close(&planned);
}

static void the_file_then_the_alternative_then_the_policy_says_how_long(void **state)
{
	(void)state;
	assert_ready("exit: {alternatives: [{name: nobody, kind: none, lead: 1d}]}\n", NULL, "45d",
		"template");
	assert_ready(LEADS, NULL, "2mo", "alternative");
	assert_ready(LEADS "  tasks: [{id: alternative-ready, takes: 3d}]\n", RULED, "3d", "file");
	assert_ready(LEADS "  tasks: [{id: alternative-ready, title: So}]\n", RULED, "2mo",
		"alternative");
	assert_ready("", RULED, "70d", "policy");
}

static void of_two_tasks_with_one_id_the_first_counts(void **state)
{
	struct planned planned;

	(void)state;
	plan_open(&planned,
		&(struct plan_text){.records = "exit:\n"
					       "  tasks:\n"
					       "    - {id: a, takes: 1d}\n"
					       "    - {id: a, takes: 2d}\n"});
	assert_int_equal(planned.plan->tasks.n, TEMPLATE_TASKS + 1);
	assert_string_equal(plan_task_of(planned.plan, "a")->takes, "1d");
	plan_close(&planned);
}

static void a_task_without_an_id_is_named_by_its_place(void **state)
{
	struct planned planned;

	(void)state;
	plan_open(&planned,
		&(struct plan_text){.records = "exit:\n"
					       "  tasks:\n"
					       "    - {id: a}\n"
					       "    - {title: Sing}\n"});
	assert_string_equal(plan_task_of(planned.plan, "task:#2")->title, "Sing");
	plan_close(&planned);
}

/* ---- what is dropped ---- */

static void successors_of_what_is_dropped_wait_for_what_it_waited_for(void **state)
{
	struct planned planned;

	(void)state;
	plan_open(&planned,
		&(struct plan_text){.records = "exit:\n"
					       "  drop: [deletion, certificate, unknown]\n"
					       "  tasks: [{id: own, after: [deletion, gate]}]\n"});
	assert_null(plan_task_of(planned.plan, "deletion"));
	assert_null(plan_task_of(planned.plan, "certificate"));
	assert_string_equal(
		plan_after(&planned, "final-account"), "parallel-run final-export rollback-window");
	assert_string_equal(
		plan_after(&planned, "own"), "parallel-run final-export rollback-window gate");
	plan_close(&planned);
}

static void each_is_waited_for_once_where_it_is_given_first(void **state)
{
	struct planned planned;

	(void)state;
	plan_open(&planned,
		&(struct plan_text){
			.records =
				"exit:\n"
				"  drop: [certificate, closure]\n"
				"  tasks:\n"
				"    - {id: a, after: [lessons, gate, baseline, gate]}\n"
				"    - {id: b, after: [closure, gate, final-account, certificate]}\n"});
	assert_string_equal(plan_after(&planned, "a"), "lessons gate baseline");
	assert_string_equal(plan_after(&planned, "b"), "final-account revoke-access gate deletion");
	plan_close(&planned);
}

static void a_task_of_the_policy_may_be_dropped_one_of_the_file_not(void **state)
{
	struct planned planned;

	(void)state;
	plan_open(&planned,
		&(struct plan_text){.records = "exit:\n"
					       "  drop: [audit, own]\n"
					       "  tasks: [{id: own, after: [audit]}]\n",
			.policy = "exit: {templates: [{task: audit, after: [gate]}]}\n"});
	assert_null(plan_task_of(planned.plan, "audit"));
	assert_string_equal(plan_after(&planned, "own"), "gate");
	plan_close(&planned);
}

static void a_plan_may_be_left_with_nothing(void **state)
{
	struct planned planned;
	struct buffer records = {0};
	size_t n;
	const struct exit_template *templates = exit_templates(&n);

	(void)state;
	buffer_puts(&records, "exit: {drop: [");
	for (size_t i = 0; i < n; i++)
		buffer_printf(&records, "%s%s", i ? ", " : "", templates[i].id);
	buffer_puts(&records, "]}\n");
	buffer_putc(&records, '\0');
	plan_open(&planned, &(struct plan_text){.records = records.data});
	assert_int_equal(planned.plan->tasks.n, 0);
	assert_int_equal(planned.plan->critical_path.n, 0);
	assert_int_equal(planned.plan->finish, DATE_NONE);
	assert_int_equal(planned.plan->cutover, DATE_NONE);
	plan_close(&planned);
	buffer_free(&records);
}

/* ---- owners ---- */

#define PEOPLE                                                                     \
	"people:\n"                                                                \
	"  - {id: eve, name: Eve, role: executive}\n"                              \
	"  - {id: dan, side: partner, role: legal}\n"                              \
	"  - {id: old, side: partner, role: sales, left: 2026-06-30}\n"            \
	"  - {id: sue, name: Sue, side: partner, role: sales, left: 2026-07-01}\n" \
	"  - {id: top, side: partner, role: executive}\n"

static void tasks_belong_to_the_owner_and_to_their_first_who_speaks(void **state)
{
	struct planned planned;

	(void)state;
	plan_open(&planned, &(struct plan_text){.records = "owner: eve\n" PEOPLE});
	assert_string_equal(plan_task_of(planned.plan, "gate")->owner, "eve");
	assert_string_equal(plan_task_of(planned.plan, "gate")->owner_name, "Eve");
	assert_string_equal(plan_task_of(planned.plan, "deletion")->owner, "sue");
	assert_string_equal(plan_task_of(planned.plan, "deletion")->owner_name, "Sue");
	plan_close(&planned);
}

static void a_task_may_have_an_owner_of_its_own(void **state)
{
	struct planned planned;

	(void)state;
	plan_open(&planned,
		&(struct plan_text){.records = "owner: eve\n" PEOPLE "exit:\n"
					       "  tasks:\n"
					       "    - {id: deletion, owner: dan}\n"
					       "    - {id: own, owner: top}\n"});
	assert_string_equal(plan_task_of(planned.plan, "deletion")->owner, "dan");
	assert_string_equal(plan_task_of(planned.plan, "own")->owner, "top");
	assert_string_equal(plan_task_of(planned.plan, "joint-plan")->owner, "sue");
	plan_close(&planned);
}

static void nobody_owns_what_nobody_is_named_for(void **state)
{
	struct planned planned;

	(void)state;
	plan_open(&planned, &(struct plan_text){.records = ""});
	assert_null(plan_task_of(planned.plan, "gate")->owner);
	assert_null(plan_task_of(planned.plan, "deletion")->owner);
	plan_close(&planned);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, tree_begin, tree_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_task_of_the_file_is_ours_and_takes_no_time),
		TEST(a_task_of_the_file_overrides_what_it_gives),
		TEST(the_file_then_the_alternative_then_the_policy_says_how_long),
		TEST(of_two_tasks_with_one_id_the_first_counts),
		TEST(a_task_without_an_id_is_named_by_its_place),
		TEST(successors_of_what_is_dropped_wait_for_what_it_waited_for),
		TEST(each_is_waited_for_once_where_it_is_given_first),
		TEST(a_task_of_the_policy_may_be_dropped_one_of_the_file_not),
		TEST(a_plan_may_be_left_with_nothing),
		TEST(tasks_belong_to_the_owner_and_to_their_first_who_speaks),
		TEST(a_task_may_have_an_owner_of_its_own),
		TEST(nobody_owns_what_nobody_is_named_for),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
