/* The dates of plans as a calendar. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "drafted.h"
#include "found.h"

/* The calendar of a plan, its lines unfolded. */
static struct buffer calendar_of(const struct exit_plan *plan)
{
	struct buffer folded = drafted_as(plan, exit_plans_put_ics_head, exit_plan_put_ics,
			      exit_plans_put_ics_end),
		      out = {0};

	for (const char *at = written(&folded); *at; at++) {
		if (strncmp(at, "\r\n ", 3) == 0)
			at += 2;
		else
			buffer_putc(&out, *at);
	}
	buffer_free(&folded);
	return out;
}

/* The event whose UID begins so, from there to its end; fails without. */
static void check_event(const struct exit_plan *plan, const char *key, const char *expected)
{
	struct buffer out = calendar_of(plan), uid = {0}, event = {0};
	const char *begin;

	buffer_printf(&uid, "UID:acme-%s@partner\r\n", key);
	assert_times(&out, written(&uid), 1);
	begin = strstr(written(&out), uid.data);
	begin = strstr(begin, "DTSTART");
	buffer_add(&event, begin, (size_t)(strstr(begin, "TRANSP:") - begin));
	assert_string_equal(written(&event), expected);
	buffer_free(&out);
	buffer_free(&uid);
	buffer_free(&event);
}

static void check_keys(const struct exit_plan *plan, const char *const *keys, size_t n)
{
	struct buffer out = calendar_of(plan);

	assert_times(&out, "BEGIN:VEVENT\r\n", n);
	assert_times(&out, "DTSTAMP:20260630T000000Z\r\n", n);
	for (size_t i = 0; i < n; i++) {
		struct buffer uid = {0};

		buffer_printf(&uid, "\r\nUID:acme-%s@partner\r\n", keys[i]);
		assert_times(&out, written(&uid), 1);
		buffer_free(&uid);
	}
	buffer_free(&out);
}

/* Neither the gate nor telling us: both are done. */
static void what_is_still_to_come_is_an_event(void **state)
{
	(void)state;
	static const char *const keys[] = {"send-by", "cutover", "closure", "tell-customers"};
	struct drafted drafted;

	draft_plan(&drafted);
	check_keys(&drafted.plan, keys, COUNT_OF(keys));
}

static void a_task_takes_all_its_days(void **state)
{
	(void)state;
	struct drafted drafted;

	draft_plan(&drafted);
	check_event(&drafted.plan, "cutover",
		"DTSTART;VALUE=DATE:20261230\r\nDTEND;VALUE=DATE:20270102\r\n"
		"SUMMARY:Acme: Cutover\\, at last\r\n"
		"DESCRIPTION:owner: nobody\\nstart: 2026-12-30\\nend: 2027-01-01\\n"
		"latest end: 2027-01-01\\nslack in days: -5\\, on the critical path\\n"
		"acme.yaml:41\r\n");
}

static void a_point_in_time_is_a_day(void **state)
{
	(void)state;
	struct drafted drafted;

	draft_plan(&drafted);
	check_event(&drafted.plan, "closure",
		"DTSTART;VALUE=DATE:20270228\r\nDTEND;VALUE=DATE:20270301\r\n"
		"SUMMARY:Acme: Close\r\n"
		"DESCRIPTION:owner: li\\nstart: 2027-02-28\\nend: 2027-02-28\\n"
		"latest end: 2027-03-01\\nslack in days: 1\\nacme.yaml:1\r\n");
}

static void the_day_to_send_notice_names_its_line(void **state)
{
	(void)state;
	struct drafted drafted;

	draft_plan(&drafted);
	check_event(&drafted.plan, "send-by",
		"DTSTART;VALUE=DATE:20260929\r\nDTEND;VALUE=DATE:20260930\r\n"
		"SUMMARY:Acme: last day to send notice\r\n"
		"DESCRIPTION:owner: dana\\nnotice must be there by 2026-10-02\\n"
		"end of the contract: 2026-12-31\\nacme.yaml:11\r\n");
}

static void a_message_has_its_draft(void **state)
{
	(void)state;
	struct drafted drafted;

	draft_plan(&drafted);
	check_event(&drafted.plan, "tell-customers",
		"DTSTART;VALUE=DATE:20260707\r\nDTEND;VALUE=DATE:20260708\r\n"
		"SUMMARY:Acme: tell customers\r\n"
		"DESCRIPTION:owner: nobody\\ndate: 2026-07-07\\nNothing changes.\\n"
		"acme.yaml:1\r\n");
}

static void no_notice_is_no_event(void **state)
{
	(void)state;
	static const char *const keys[] = {"cutover", "closure", "tell-customers"};
	struct drafted drafted;

	draft_plan(&drafted);
	drafted.clock.needed = false;
	check_keys(&drafted.plan, keys, COUNT_OF(keys));
	drafted.clock.needed = true;
	drafted.clock.send_by = DATE_NONE;
	check_keys(&drafted.plan, keys, COUNT_OF(keys));
}

static void the_review_is_a_task(void **state)
{
	(void)state;
	struct drafted drafted;

	draft_plan(&drafted);
	drafted.tasks[2].id = "reentry-review";
	drafted.tasks[2].title = "Are they ready? Are we?";
	check_event(&drafted.plan, "reentry-review",
		"DTSTART;VALUE=DATE:20270228\r\nDTEND;VALUE=DATE:20270301\r\n"
		"SUMMARY:Acme: Are they ready? Are we?\r\n"
		"DESCRIPTION:owner: li\\nstart: 2027-02-28\\nend: 2027-02-28\\n"
		"latest end: 2027-03-01\\nslack in days: 1\\nacme.yaml:1\r\n");
}

static void a_cycle_leaves_the_other_days(void **state)
{
	(void)state;
	static const char *const keys[] = {"send-by", "tell-us", "tell-customers"};
	struct drafted drafted;

	draft_plan(&drafted);
	drafted.plan.tasks.n = 0;
	check_keys(&drafted.plan, keys, COUNT_OF(keys));
}

/* Own tasks may have any name, and no two events may have one UID. */
static void a_task_may_be_called_as_another_event(void **state)
{
	(void)state;
	static const char *const keys[] = {
		"send-by", "send-by-day", "send-by-day-day", "tell-customers"};
	struct drafted drafted;

	draft_plan(&drafted);
	drafted.tasks[1].id = "send-by";
	drafted.tasks[2].id = "send-by-day";
	check_keys(&drafted.plan, keys, COUNT_OF(keys));
}

static void check_name(const char *name, const char *expected)
{
	struct drafted drafted;
	struct buffer out, summary = {0};

	draft_plan(&drafted);
	drafted.plan.name = name;
	out = calendar_of(&drafted.plan);
	buffer_printf(&summary, "\r\nSUMMARY:%s: Close\r\n", expected);
	assert_times(&out, written(&summary), 1);
	assert_times(&out, "\nEND:VEVENT", 4);
	buffer_free(&summary);
	buffer_free(&out);
}

static void hostile_names_are_inert(void **state)
{
	(void)state;
	check_name(HOSTILE_TAG, HOSTILE_TAG);
	check_name(HOSTILE_FORMULA, HOSTILE_FORMULA);
	check_name(HOSTILE_LINES, "one\\ntwo\\nEND:VEVENT");
	check_name(HOSTILE_ARABIC, HOSTILE_ARABIC);
	check_name(HOSTILE_EMOJI, HOSTILE_EMOJI);
	check_name(hostile_length(), hostile_length());
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_still_to_come_is_an_event),
		cmocka_unit_test(a_task_takes_all_its_days),
		cmocka_unit_test(a_point_in_time_is_a_day),
		cmocka_unit_test(the_day_to_send_notice_names_its_line),
		cmocka_unit_test(a_message_has_its_draft),
		cmocka_unit_test(no_notice_is_no_event),
		cmocka_unit_test(the_review_is_a_task),
		cmocka_unit_test(a_cycle_leaves_the_other_days),
		cmocka_unit_test(a_task_may_be_called_as_another_event),
		cmocka_unit_test(hostile_names_are_inert),
	};

	return cmocka_run_group_tests_name("exit_plan_ics", tests, NULL, NULL);
}
