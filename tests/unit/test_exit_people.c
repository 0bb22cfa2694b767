/* Who is told of an exit, when, by whom, and in which words (E6). */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "planned.h"
#include "tree.h"

#define TALK "conversations: [{date: 2026-05-04, kind: recovery}]\n"

/* Its term, and with it the plan's last contract day, ends on 31 December 2028. */
#define TERM                  \
	"since: 2024-05-01\n" \
	"contract: {start: 2024-05-01, end: 2028-12-31, renewal: manual}\n"

#define PEOPLE                                                                   \
	"owner: olga\n"                                                          \
	"people:\n"                                                              \
	"- {id: zed, side: partner, role: customer-success, sponsor: true}\n"    \
	"- {id: olga, name: Olga Orr, side: us, role: procurement}\n"            \
	"- {id: spencer, name: Spencer Sands, role: executive, sponsor: true}\n" \
	"- {id: sally, side: us, role: sales}\n"                                 \
	"- {id: mark, side: us, role: marketing}\n"

/* Each task ends on a business day of its own, long after all that it waits for. */
#define EXIT                                                           \
	"exit:\n"                                                      \
	"  tasks:\n"                                                   \
	"  - {id: announce-us, takes: 1d, fixed: 2028-01-03}\n"        \
	"  - {id: notice-sent, takes: 1d, fixed: 2028-02-01}\n"        \
	"  - {id: joint-plan, takes: 1d, fixed: 2028-03-01}\n"         \
	"  - {id: announce-customers, takes: 1d, fixed: 2028-04-03}\n" \
	"  - {id: announce-public, takes: 1d, fixed: 2028-05-01}\n"    \
	"  - {id: migration, takes: 1d, fixed: 2028-06-01}\n"          \
	"  - {id: cutover, takes: 1d, fixed: 2028-07-03}\n"

/* Tasks that wait for each other: there is no schedule. */
#define CYCLE "exit:\n  tasks: [{id: a, after: [b]}, {id: b, after: [a]}]\n"

static const struct plan_communication *told(const struct planned *planned, const char *audience)
{
	struct array rows = planned->plan->communications;

	for (size_t i = 0; i < rows.n; i++)
		if (!strcmp(PLAN_ITEM(struct plan_communication, rows, i)->audience, audience))
			return PLAN_ITEM(struct plan_communication, rows, i);
	fail_msg("nobody tells %s", audience);
	return NULL;
}

static void check_draft(const struct plan_text *text, const char *audience, const char *draft)
{
	struct planned planned;

	plan_open(&planned, text);
	assert_string_equal(told(&planned, audience)->draft, draft);
	plan_close(&planned);
}

#define CHECK(text, audience, words) \
	check_draft(&(struct plan_text){.records = text}, audience, words)

/* Task, day and owner of all four. */
static void check_owners(const char *records, const char *owners)
{
	struct planned planned;
	struct buffer text = {0};

	plan_open(&planned, &(struct plan_text){.records = records});
	for (size_t i = 0; i < planned.plan->communications.n; i++) {
		const struct plan_communication *row =
			PLAN_ITEM(struct plan_communication, planned.plan->communications, i);

		buffer_printf(&text, "%s%s %s %s %s", i ? "\n" : "", row->audience, row->task,
			plan_day(&planned, row->date), row->owner ? row->owner : "-");
	}
	assert_string_equal(buffer_keep(&text, &planned.arena), owners);
	plan_close(&planned);
}

/* ---- who ---- */

static void each_audience_has_its_own_person(void **state)
{
	(void)state;
	check_owners(PEOPLE TERM EXIT,
		"us announce-us 2028-01-03 olga\n"
		"partner notice-sent 2028-02-01 spencer\n"
		"customers announce-customers 2028-04-03 sally\n"
		"public announce-public 2028-05-01 mark");
}

static void without_such_people_the_owner_tells_all(void **state)
{
	(void)state;
	check_owners("owner: olga\n" TERM EXIT,
		"us announce-us 2028-01-03 olga\n"
		"partner notice-sent 2028-02-01 olga\n"
		"customers announce-customers 2028-04-03 olga\n"
		"public announce-public 2028-05-01 olga");
}

static void customer_success_goes_in_the_order_of_the_file(void **state)
{
	struct planned planned;

	(void)state;
	plan_open(&planned,
		&(struct plan_text){.records = "people:\n"
					       "- {id: gone, role: sales, left: 2026-06-30}\n"
					       "- {id: chris, role: customer-success}\n"
					       "- {id: sally, role: sales}\n"});
	assert_string_equal(told(&planned, "customers")->owner, "chris");
	plan_close(&planned);
}

/* Of four who leave, two have left by 30 June. */
static void who_has_left_tells_nobody(void **state)
{
	(void)state;
	check_owners("owner: olga\n"
		     "people:\n"
		     "- {id: olga, left: 2026-07-01}\n"
		     "- {id: spencer, sponsor: true, left: 2026-06-30}\n"
		     "- {id: sally, role: sales, left: 2026-06-30}\n"
		     "- {id: mark, role: marketing, left: 2026-07-01}\n" TERM EXIT,
		"us announce-us 2028-01-03 olga\n"
		"partner notice-sent 2028-02-01 olga\n"
		"customers announce-customers 2028-04-03 olga\n"
		"public announce-public 2028-05-01 mark");
}

static void without_anybody_there_is_no_owner(void **state)
{
	(void)state;
	check_owners("owner: olga\n"
		     "people: [{id: olga, left: 2026-06-30}]\n" TERM EXIT,
		"us announce-us 2028-01-03 -\n"
		"partner notice-sent 2028-02-01 -\n"
		"customers announce-customers 2028-04-03 -\n"
		"public announce-public 2028-05-01 -");
}

static void a_dropped_task_tells_nobody(void **state)
{
	(void)state;
	check_owners(PEOPLE TERM EXIT "  drop: [announce-customers, announce-public]\n",
		"us announce-us 2028-01-03 olga\n"
		"partner notice-sent 2028-02-01 spencer");
	check_owners(PEOPLE TERM EXIT "  drop: [announce-us, notice-sent]\n",
		"customers announce-customers 2028-04-03 sally\n"
		"public announce-public 2028-05-01 mark");
}

/* Also those whose task is dropped: there is no plan yet that could leave them out. */
static void without_a_schedule_all_are_told_some_day(void **state)
{
	(void)state;
	check_owners(PEOPLE TERM CYCLE "  drop: [announce-customers]\n",
		"us announce-us none olga\n"
		"partner notice-sent none spencer\n"
		"customers announce-customers none sally\n"
		"public announce-public none mark");
}

static void whom_the_file_names_for_the_task_tells(void **state)
{
	(void)state;
	check_owners(PEOPLE "- {id: gone, left: 2026-06-30}\n" TERM "exit:\n"
			    "  tasks:\n"
			    "  - {id: announce-us, done: 2026-06-01, owner: peg}\n"
			    "  - {id: notice-sent, done: 2026-06-02, owner: gone}\n"
			    "  - {id: announce-customers, done: 2026-06-03}\n"
			    "  - {id: announce-public, done: 2026-06-04}\n",
		"us announce-us 2026-06-01 peg\n"
		"partner notice-sent 2026-06-02 spencer\n"
		"customers announce-customers 2026-06-03 sally\n"
		"public announce-public 2026-06-04 mark");
}

/* ---- which words ---- */

static void ours_hear_who_leads_and_what_to_keep_back(void **state)
{
	(void)state;
	CHECK(PEOPLE TERM TALK EXIT, "us",
		"We plan to end our contract with Acme on 2028-12-31. Olga Orr leads; please"
		" promise nothing before 2028-02-01.");
}

static void a_leader_without_a_name_goes_by_id(void **state)
{
	(void)state;
	CHECK("owner: olga\npeople: [{id: olga}]\n" TERM TALK EXIT, "us",
		"We plan to end our contract with Acme on 2028-12-31. olga leads; please promise"
		" nothing before 2028-02-01.");
}

static void without_a_leader_we_lead(void **state)
{
	(void)state;
	CHECK(TERM TALK EXIT, "us",
		"We plan to end our contract with Acme on 2028-12-31. We lead; please promise"
		" nothing before 2028-02-01.");
}

static void the_partner_hears_thanks_and_an_offer(void **state)
{
	(void)state;
	CHECK(TERM TALK EXIT, "partner",
		"We will not continue beyond 2028-12-31. Thank you for the work since 2024-05-01."
		" We would like to agree an exit plan by 2028-03-01.");
}

static void a_partner_who_will_not_help_is_not_asked_for_a_plan(void **state)
{
	(void)state;
	check_draft(&(struct plan_text){.records = TERM TALK EXIT, .stressed = true}, "partner",
		"We will not continue beyond 2028-12-31. Thank you for the work since"
		" 2024-05-01.");
}

static void thanks_need_no_date(void **state)
{
	(void)state;
	CHECK("contract: {end: 2028-12-31, renewal: manual}\n" TALK EXIT, "partner",
		"We will not continue beyond 2028-12-31. Thank you for the work. We would like to"
		" agree an exit plan by 2028-03-01.");
}

static void nobody_is_thanked_for_the_future(void **state)
{
	(void)state;
	CHECK("since: 2026-07-01\n"
	      "contract: {end: 2028-12-31, renewal: manual}\n" TALK CYCLE,
		"partner", "We will not continue beyond 2028-12-31. Thank you for the work.");
}

static void customers_hear_what_changes_and_when(void **state)
{
	(void)state;
	CHECK(TERM TALK EXIT "  functions: [{id: booking, title: Booking of lorries}]\n",
		"customers",
		"From 2028-07-03 on, Booking of lorries comes from another source. Until"
		" 2028-06-01 nothing changes.");
}

static void functions_are_joined(void **state)
{
	(void)state;
	CHECK(TERM TALK EXIT
		"  functions: [{id: booking}, {title: No id}, {critical: true}, {id: labels,"
		" title: Labels}]\n",
		"customers",
		"From 2028-07-03 on, booking, No id and Labels come from another source. Until"
		" 2028-06-01 nothing changes.");
}

static void two_functions_are_joined(void **state)
{
	(void)state;
	CHECK(TERM TALK EXIT "  functions: [{id: booking}, {id: labels}]\n", "customers",
		"From 2028-07-03 on, booking and labels come from another source. Until"
		" 2028-06-01 nothing changes.");
}

static void without_functions_it_is_the_service(void **state)
{
	(void)state;
	CHECK(TERM TALK EXIT, "customers",
		"From 2028-07-03 on, the service comes from another source. Until 2028-06-01"
		" nothing changes.");
}

static void everybody_else_hears_that_we_part(void **state)
{
	(void)state;
	CHECK(TERM TALK EXIT, "public", "Acme and we end our cooperation on 2028-12-31.");
}

/* Neither an end nor a schedule. */
static void what_has_no_date_is_left_out(void **state)
{
	struct planned planned;

	(void)state;
	plan_open(&planned, &(struct plan_text){.records = TALK CYCLE});
	assert_string_equal(
		told(&planned, "us")->draft, "We plan to end our contract with Acme. We lead.");
	assert_string_equal(
		told(&planned, "partner")->draft, "We will not continue. Thank you for the work.");
	assert_string_equal(told(&planned, "customers")->draft,
		"In future, the service comes from another source.");
	assert_string_equal(told(&planned, "public")->draft, "Acme and we end our cooperation.");
	plan_close(&planned);
}

/* R31: a year before D is too long ago. */
static void who_has_not_talked_talks_first(void **state)
{
	struct planned planned;

	(void)state;
	plan_open(&planned,
		&(struct plan_text){
			.records = "conversations: [{date: 2025-06-30, kind: exit}]\n" TERM CYCLE});
	assert_string_equal(told(&planned, "public")->draft,
		"[talk first] Acme and we end our cooperation on 2028-12-31.");
	assert_string_equal(told(&planned, "partner")->draft,
		"[talk first] We will not continue beyond 2028-12-31. Thank you for the work since"
		" 2024-05-01.");
	plan_close(&planned);
}

/* The same words whatever the reason. */
static void no_draft_tells_the_reason(void **state)
{
	struct planned planned, breach;

	(void)state;
	plan_open(&planned, &(struct plan_text){.records = PEOPLE TERM TALK EXIT});
	plan_open(&breach,
		&(struct plan_text){.records = PEOPLE TERM TALK EXIT, .reason = EXIT_BREACH + 1});
	assert_string_equal(breach.plan->reason, "breach");
	for (size_t i = 0; i < planned.plan->communications.n; i++)
		assert_string_equal(
			PLAN_ITEM(struct plan_communication, planned.plan->communications, i)
				->draft,
			PLAN_ITEM(struct plan_communication, breach.plan->communications, i)
				->draft);
	plan_close(&breach);
	plan_close(&planned);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, tree_begin, tree_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(each_audience_has_its_own_person),
		TEST(without_such_people_the_owner_tells_all),
		TEST(customer_success_goes_in_the_order_of_the_file),
		TEST(who_has_left_tells_nobody),
		TEST(without_anybody_there_is_no_owner),
		TEST(a_dropped_task_tells_nobody),
		TEST(without_a_schedule_all_are_told_some_day),
		TEST(whom_the_file_names_for_the_task_tells),
		TEST(ours_hear_who_leads_and_what_to_keep_back),
		TEST(a_leader_without_a_name_goes_by_id),
		TEST(without_a_leader_we_lead),
		TEST(the_partner_hears_thanks_and_an_offer),
		TEST(a_partner_who_will_not_help_is_not_asked_for_a_plan),
		TEST(thanks_need_no_date),
		TEST(nobody_is_thanked_for_the_future),
		TEST(customers_hear_what_changes_and_when),
		TEST(functions_are_joined),
		TEST(two_functions_are_joined),
		TEST(without_functions_it_is_the_service),
		TEST(everybody_else_hears_that_we_part),
		TEST(what_has_no_date_is_left_out),
		TEST(who_has_not_talked_talks_first),
		TEST(no_draft_tells_the_reason),
	};

	return cmocka_run_group_tests_name("exit people", tests, NULL, NULL);
}
