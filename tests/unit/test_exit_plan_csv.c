/* The tasks of plans as comma-separated values. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "drafted.h"
#include "found.h"

#define HEAD                                                                              \
	"partner,task,title,side,owner,after,takes_days,start,end,latest_end,slack_days," \
	"critical,done\r\n"

static void the_head_has_these_names(void **state)
{
	(void)state;
	struct buffer out = {0};

	exit_plans_put_csv_head(&out);
	assert_string_equal(written(&out), HEAD);
	buffer_free(&out);
}

static void each_task_is_a_row(void **state)
{
	(void)state;
	struct drafted drafted;
	struct buffer out;

	draft_plan(&drafted);
	out = drafted_as(&drafted.plan, NULL, exit_plan_put_csv, NULL);
	assert_string_equal(written(&out),
		"acme,gate,Decide,us,dana,,5,2026-06-01,2026-06-05,,,false,2026-06-05\r\n"
		"acme,cutover,\"Cutover, at last\",partner,,gate,3,2026-12-30,2027-01-01,"
		"2027-01-01,-5,true,\r\n"
		"acme,closure,Close,us,li,gate cutover,0,2027-02-28,2027-02-28,2027-03-01,1,"
		"false,\r\n");
	buffer_free(&out);
}

static void no_tasks_are_no_rows(void **state)
{
	(void)state;
	struct drafted drafted;
	struct buffer out;

	draft_plan(&drafted);
	drafted.plan.tasks.n = 0;
	out = drafted_as(&drafted.plan, exit_plans_put_csv_head, exit_plan_put_csv, NULL);
	assert_string_equal(written(&out), HEAD);
	buffer_free(&out);
}

static void check_title(const char *title, const char *cell)
{
	struct drafted drafted;
	struct buffer out, expected = {0};

	draft_plan(&drafted);
	drafted.tasks[0].title = title;
	out = drafted_as(&drafted.plan, NULL, exit_plan_put_csv, NULL);
	buffer_printf(&expected, "acme,gate,%s,us,dana,", cell);
	assert_times(&out, written(&expected), 1);
	buffer_free(&expected);
	buffer_free(&out);
}

static void hostile_titles_are_inert(void **state)
{
	(void)state;
	check_title(HOSTILE_FORMULA, "'" HOSTILE_FORMULA);
	check_title(HOSTILE_TAG, HOSTILE_TAG);
	check_title(HOSTILE_LINES, "\"" HOSTILE_LINES "\"");
	check_title(HOSTILE_ARABIC, HOSTILE_ARABIC);
	check_title(HOSTILE_EMOJI, HOSTILE_EMOJI);
	check_title(hostile_length(), hostile_length());
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_head_has_these_names),
		cmocka_unit_test(each_task_is_a_row),
		cmocka_unit_test(no_tasks_are_no_rows),
		cmocka_unit_test(hostile_titles_are_inert),
	};

	return cmocka_run_group_tests_name("exit_plan_csv", tests, NULL, NULL);
}
