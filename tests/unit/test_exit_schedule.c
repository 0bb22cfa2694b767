/* The tasks of an exit plan: the template of each kind, and what the policy makes of it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "planned.h"
#include "tree.h"

/* ---- the template, as exit-plan has it ---- */

struct template_row {
	const char *id, *title;
	const char *takes[4]; /* vendor, services, channel, technology; the rest as the first */
	const char *after;
	enum side side;
	bool assisted; /* not in a stressed plan */
};

static const struct template_row table[] = {
	{"conversation", "Define-the-relationship conversation", {"10d", "15d", "15d", "15d"}, "",
		SIDE_US, false},
	{"gate", "Decide: recover or leave", {"5d"}, "conversation", SIDE_US, false},
	{"baseline", "Freeze scope, data and access inventory", {"5d"}, "gate", SIDE_US, false},
	{"announce-us", "Tell our own teams", {"1d"}, "gate", SIDE_US, false},
	{"notice-sent", "Tell the partner, serve notice", {"1d"}, "announce-us", SIDE_US, false},
	{"notice-acknowledged", "Notice acknowledged", {"10d"}, "notice-sent", SIDE_PARTNER, true},
	{"joint-plan", "Agree a joint exit plan", {"20bd"}, "notice-acknowledged", SIDE_PARTNER,
		true},
	{"alternative-ready", "Alternative contracted and ready", {"45d", "90d", "30d", "90d"},
		"gate", SIDE_US, false},
	{"trial-export", "Trial export, inventory complete", {"10d", "15d", "10d", "15d"},
		"baseline alternative-ready", SIDE_US, false},
	{"knowledge-transfer", "Knowledge transfer", {"10d", "60d", "15d", "30d"}, "joint-plan",
		SIDE_PARTNER, true},
	{"announce-customers", "Tell customers", {"1d"}, "notice-sent", SIDE_US, false},
	{"announce-public", "Tell everybody else", {"1d"}, "announce-customers", SIDE_US, false},
	{"migration", "Migration in waves", {"30d", "45d", "90d", "90d"},
		"trial-export announce-customers", SIDE_US, false},
	{"parallel-run", "Parallel run", {"14d", "30d", "0d", "30d"}, "migration", SIDE_US, false},
	{"go-no-go", "Go or no-go", {"1d"}, "parallel-run knowledge-transfer", SIDE_US, false},
	{"cutover", "Cutover", {"1d"}, "go-no-go", SIDE_US, false},
	{"rollback-window", "Rollback window", {"14d", "14d", "0d", "30d"}, "cutover", SIDE_US,
		false},
	{"revoke-access", "End the partner's access to us", {"1d"}, "rollback-window", SIDE_US,
		false},
	{"final-export", "Final export verified", {"5d"}, "cutover", SIDE_US, false},
	{"deletion", "Data deleted at the partner", {"20d"},
		"parallel-run final-export rollback-window", SIDE_PARTNER, false},
	{"certificate", "Deletion certified", {"10d"}, "deletion", SIDE_PARTNER, false},
	{"final-account", "Final account: refund, credits, fees", {"45d", "60d", "90d", "45d"},
		"certificate", SIDE_US, false},
	{"closure", "Close the contract and our access to them", {"5d"},
		"final-account revoke-access", SIDE_US, false},
	{"lessons", "Lessons learnt", {"5d"}, "closure", SIDE_US, false},
	{"reentry-review", "Are they ready? Are we?", {"0d"}, "lessons", SIDE_US, false},
};

static const struct template_row channel_table[] = {
	{"close-deal-registration", "No new deal registrations", {"1d"}, "notice-sent", SIDE_US,
		false},
	{"honour-open-deals", "Honour open deals", {"30d"}, "close-deal-registration", SIDE_US,
		false},
	{"move-support", "Move support contacts and delegated administration", {"10d"},
		"notice-sent", SIDE_US, false},
	{"stop-brand-use", "Stop use of marks", {"5d"}, "cutover", SIDE_PARTNER, false},
};

static const struct template_row services_table[] = {
	{"name-successors", "A named successor for each person", {"10d"}, "gate", SIDE_US, false},
};

static void assert_task(const struct plan_task *task, const struct template_row *row, int kind)
{
	assert_string_equal(task->id, row->id);
	assert_string_equal(task->title, row->title);
	assert_string_equal(task->takes, row->takes[kind] ? row->takes[kind] : row->takes[0]);
	assert_string_equal(task->basis, "template");
	assert_int_equal(task->side, row->side);
	assert_null(task->path);
}

/* The tasks of the table, then those of the kind alone. */
static void assert_table(
	struct planned *planned, int kind, const struct template_row *more, size_t n)
{
	size_t at = 0;

	assert_int_equal(planned->plan->tasks.n, COUNT_OF(table) + n);
	for (size_t i = 0; i < COUNT_OF(table); i++)
		assert_task(
			PLAN_ITEM(struct plan_task, planned->plan->tasks, at++), &table[i], kind);
	for (size_t i = 0; i < n; i++)
		assert_task(
			PLAN_ITEM(struct plan_task, planned->plan->tasks, at++), &more[i], kind);
}

static void assert_table_after(struct planned *planned, const struct template_row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++)
		assert_string_equal(plan_after(planned, rows[i].id), rows[i].after);
}

static void vendors_and_technology_have_the_common_template(void **state)
{
	static const int kinds[] = {KIND_VENDOR, KIND_TECHNOLOGY};
	struct planned planned;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(kinds); i++) {
		plan_open(&planned,
			&(struct plan_text){.records = "", .kind = partner_kind_words[kinds[i]]});
		assert_table(&planned, kinds[i], NULL, 0);
		assert_table_after(&planned, table, COUNT_OF(table));
		plan_close(&planned);
	}
}

static void services_name_successors_first(void **state)
{
	struct planned planned;

	(void)state;
	plan_open(&planned, &(struct plan_text){.records = "", .kind = "services"});
	assert_table(&planned, KIND_SERVICES, services_table, COUNT_OF(services_table));
	assert_table_after(&planned, services_table, COUNT_OF(services_table));
	assert_string_equal(
		plan_after(&planned, "knowledge-transfer"), "joint-plan name-successors");
	assert_string_equal(plan_after(&planned, "final-account"), "certificate");
	plan_close(&planned);
}

static void channels_honour_their_deals(void **state)
{
	struct planned planned;

	(void)state;
	plan_open(&planned, &(struct plan_text){.records = "", .kind = "channel"});
	assert_table(&planned, KIND_CHANNEL, channel_table, COUNT_OF(channel_table));
	assert_table_after(&planned, channel_table, COUNT_OF(channel_table));
	assert_string_equal(plan_after(&planned, "final-account"), "certificate honour-open-deals");
	assert_string_equal(plan_after(&planned, "knowledge-transfer"), "joint-plan");
	plan_close(&planned);
}

static void without_help_what_needs_it_falls_away(void **state)
{
	struct planned planned;
	size_t assisted = 0;

	(void)state;
	plan_open(
		&planned, &(struct plan_text){.records = "", .kind = "services", .stressed = true});
	for (size_t i = 0; i < COUNT_OF(table); i++) {
		assert_int_equal(
			plan_task_of(planned.plan, table[i].id) == NULL, table[i].assisted);
		assisted += table[i].assisted;
	}
	assert_int_equal(assisted, 3);
	/* in the place of the transfer of knowledge stands what that would have waited for */
	assert_string_equal(
		plan_after(&planned, "go-no-go"), "parallel-run notice-sent name-successors");
	plan_close(&planned);
}

/* ---- the policy ---- */

static void a_policy_overrides_what_it_gives(void **state)
{
	struct planned planned;
	const struct plan_task *task;

	(void)state;
	plan_open(&planned,
		&(struct plan_text){.records = "",
			.policy = "exit:\n"
				  "  templates:\n"
				  "    - {task: migration, takes: 3mo}\n"
				  "    - {task: baseline, title: Freeze}\n"});
	task = plan_task_of(planned.plan, "migration");
	assert_string_equal(task->takes, "3mo");
	assert_string_equal(task->basis, "policy");
	assert_string_equal(task->title, "Migration in waves");
	assert_string_equal(task->path, "policy.yaml");
	assert_int_equal(task->line, 4);
	assert_string_equal(plan_after(&planned, "migration"), "trial-export announce-customers");
	task = plan_task_of(planned.plan, "baseline");
	assert_string_equal(task->title, "Freeze");
	assert_string_equal(task->takes, "5d");
	assert_string_equal(task->basis, "template");
	plan_close(&planned);
}

static void a_rule_for_the_kind_goes_before_one_for_all(void **state)
{
	struct planned planned;

	(void)state;
	plan_open(&planned,
		&(struct plan_text){.records = "",
			.policy = "exit:\n"
				  "  templates:\n"
				  "    - {task: gate, kind: vendor, takes: 2d}\n"
				  "    - {task: gate, takes: 3d, title: All}\n"
				  "    - {task: gate, kind: channel, takes: 4d}\n"});
	assert_string_equal(plan_task_of(planned.plan, "gate")->takes, "2d");
	assert_string_equal(plan_task_of(planned.plan, "gate")->title, "All");
	plan_close(&planned);
}

static void tasks_of_the_policy_follow_the_template(void **state)
{
	struct planned planned;
	const struct plan_task *task;

	(void)state;
	plan_open(&planned,
		&(struct plan_text){.records = "exit: {tasks: [{id: own}]}\n",
			.policy = "exit:\n"
				  "  templates:\n"
				  "    - {task: audit, after: [gate, honour-open-deals]}\n"
				  "    - {task: resell, kind: channel}\n"});
	assert_int_equal(planned.plan->tasks.n, COUNT_OF(table) + 2);
	task = PLAN_ITEM(struct plan_task, planned.plan->tasks, COUNT_OF(table));
	assert_string_equal(task->id, "audit");
	assert_string_equal(task->title, "audit");
	assert_string_equal(task->takes, "0d");
	assert_string_equal(task->basis, "policy");
	assert_int_equal(task->side, SIDE_US);
	/* deals are of other kinds: the policy is for all */
	assert_string_equal(plan_after(&planned, "audit"), "gate");
	assert_string_equal(task[1].id, "own");
	plan_close(&planned);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, tree_begin, tree_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(vendors_and_technology_have_the_common_template),
		TEST(services_name_successors_first),
		TEST(channels_honour_their_deals),
		TEST(without_help_what_needs_it_falls_away),
		TEST(a_policy_overrides_what_it_gives),
		TEST(a_rule_for_the_kind_goes_before_one_for_all),
		TEST(tasks_of_the_policy_follow_the_template),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
