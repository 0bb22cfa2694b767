/* What supervisors want of an exit plan, and whether it is there (E7). */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "planned.h"
#include "tree.h"

static const struct plan_item *item_of(const struct exit_plan *plan, const char *item)
{
	for (size_t i = 0; i < plan->completeness.n; i++) {
		const struct plan_item *row = PLAN_ITEM(struct plan_item, plan->completeness, i);

		if (!strcmp(row->item, item))
			return row;
	}
	fail_msg("no item %s", item);
	return NULL;
}

/* The status of an item, and in which line it is to be looked for; 0: nowhere. */
static void check_item(
	const struct plan_text *text, const char *item, enum item_status status, int line)
{
	struct planned planned;
	const struct plan_item *row;

	plan_open(&planned, text);
	row = item_of(planned.plan, item);
	assert_int_equal(row->status, status);
	assert_int_equal(row->line, line);
	if (line)
		assert_string_equal(row->path, "acme.yaml");
	else
		assert_null(row->path);
	plan_close(&planned);
}

/* The records begin in line 4; what is missing without an exit record belongs into line 1. */
#define PRESENT(item, line, text) \
	check_item(&(struct plan_text){.records = text}, item, PLAN_ITEM_PRESENT, line)
#define MISSING(item, line, text) \
	check_item(&(struct plan_text){.records = text}, item, PLAN_ITEM_MISSING, line)
#define NOT_APPLICABLE(item, text) \
	check_item(&(struct plan_text){.records = text}, item, PLAN_ITEM_NOT_APPLICABLE, 0)

/* ---- all items ---- */

static void items_come_in_order_with_their_references(void **state)
{
	static const char *const rows[][2] = {
		{"reason", "EBA/GL/2019/02 108"},
		{"triggers", "EBA/GL/2019/02 108"},
		{"functions", "EBA/GL/2019/02 108"},
		{"alternative", "DORA 28(8)"},
		{"transition plan", "EBA/GL/2019/02 107"},
		{"tested", "DORA 28(8)"},
		{"approved", "DORA 28(8)"},
		{"stressed", "PRA SS2/21 10"},
		{"data return", "DORA 30(2)(d)"},
		{"deletion", "US interagency guidance 2023"},
		{"termination", "DORA 30(2)(h)"},
		{"transition", "DORA 30(3)(f)"},
		{"costs", "US interagency guidance 2023"},
		{"access", "US interagency guidance 2023"},
		{"roles", "EBA/GL/2019/02 108"},
		{"knowledge", "ISO 44001 stage 8"},
		{"door", "ISO 44001 stage 8"},
	};
	struct planned planned;

	(void)state;
	plan_open(&planned, &(struct plan_text){.records = "owner: olga\n"});
	assert_int_equal(planned.plan->completeness.n, COUNT_OF(rows));
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const struct plan_item *row =
			PLAN_ITEM(struct plan_item, planned.plan->completeness, i);

		assert_string_equal(row->item, rows[i][0]);
		assert_string_equal(row->reference, rows[i][1]);
	}
	plan_close(&planned);
}

/* ---- one by one ---- */

static void a_reason_is_that_of_the_file(void **state)
{
	(void)state;
	PRESENT("reason", 5, "exit:\n  reason: breach\n");
	MISSING("reason", 5, "exit:\n  drop: [lessons]\n");
	MISSING("reason", 1, "owner: olga\n");
	check_item(&(struct plan_text){.records = "owner: olga\n", .reason = EXIT_BREACH + 1},
		"reason", PLAN_ITEM_MISSING, 1);
}

static void a_trigger_is_enough(void **state)
{
	(void)state;
	PRESENT("triggers", 5, "exit:\n  triggers: [{when: A second breach}]\n");
	MISSING("triggers", 5, "exit:\n  triggers: []\n");
}

static void critical_functions_say_how_long_we_last(void **state)
{
	(void)state;
	PRESENT("functions", 5, "exit:\n  functions: [{id: a, critical: true, rto: 4h}]\n");
	PRESENT("functions", 5, "exit:\n  functions: [{id: a}]\n");
	MISSING("functions", 5, "exit:\n  functions: []\n");
	MISSING("functions", 7,
		"exit:\n"
		"  functions:\n"
		"  - {id: a, critical: true, rto: 4h}\n"
		"  - {id: b, critical: true, rpo: 4h}\n");
}

#define CRITICAL "criticality: important\n"

static void an_alternative_says_how_hard_it_is(void **state)
{
	(void)state;
	PRESENT("alternative", 7,
		CRITICAL "exit:\n"
			 "  alternatives:\n"
			 "  - {name: Own, substitutability: easy}\n");
	MISSING("alternative", 8,
		CRITICAL "exit:\n"
			 "  alternatives:\n"
			 "  - {kind: none, substitutability: impossible}\n"
			 "  - {name: Other, kind: replacement}\n");
	MISSING("alternative", 1, CRITICAL);
	NOT_APPLICABLE("alternative", "criticality: routine\n");
}

static void a_transition_plan_has_a_lead(void **state)
{
	(void)state;
	PRESENT("transition plan", 7,
		"exit:\n"
		"  alternatives:\n"
		"  - {name: Slow, kind: replacement}\n"
		"  - {name: Quick, kind: in-house, lead: 30d}\n");
	MISSING("transition plan", 5, "exit:\n  alternatives: [{kind: none, lead: 30d}]\n");
}

/* 12 months before 30 June 2026; the first day of them is 1 July 2025. */
static void tests_and_approvals_are_worth_a_year(void **state)
{
	(void)state;
	PRESENT("tested", 6, CRITICAL "exit:\n  tested: 2025-07-01\n");
	MISSING("tested", 6, CRITICAL "exit:\n  tested: 2025-06-30\n");
	MISSING("tested", 6, CRITICAL "exit:\n  tested: 2026-07-01\n");
	PRESENT("approved", 6, CRITICAL "exit:\n  approved: 2026-06-30\n");
	MISSING("approved", 1, CRITICAL);
}

static void a_critical_function_makes_it_critical(void **state)
{
	(void)state;
	MISSING("tested", 5, "exit:\n  functions: [{id: a, critical: true}]\n");
	NOT_APPLICABLE("tested", "exit:\n  functions: [{id: a, critical: false}]\n");
	NOT_APPLICABLE("approved", "owner: olga\n");
	MISSING("approved", 1, "criticality: critical\n");
}

#define DATA(fields)                                                                            \
	"exit:\n  data:\n  - {id: a, format: csv, location: EU, owner: dan}\n  - {id: b" fields \
	"}\n"
#define RETRIEVAL "contract:\n  retrieval: 30d\n"

static void data_comes_back_by_contract(void **state)
{
	(void)state;
	PRESENT("data return", 5, RETRIEVAL DATA(", format: csv, location: EU"));
	MISSING("data return", 1, DATA(", format: csv, location: EU"));
	MISSING("data return", 5,
		"contract:\n  end: 2028-12-31\n" DATA(", format: csv, location: EU"));
	MISSING("data return", 9, RETRIEVAL DATA(", format: csv"));
	MISSING("data return", 9, RETRIEVAL DATA(", location: EU"));
	NOT_APPLICABLE("data return", RETRIEVAL);
}

static void somebody_answers_for_each_deletion(void **state)
{
	(void)state;
	PRESENT("deletion", 5, DATA(", owner: dan"));
	MISSING("deletion", 7, DATA(""));
	NOT_APPLICABLE("deletion", "owner: olga\n");
}

/* That we may not leave at will is a term, too. */
static void termination_needs_notice_and_convenience(void **state)
{
	(void)state;
	PRESENT("termination", 5,
		"contract:\n"
		"  notice: {period: 3mo}\n"
		"  termination: {convenience: false}\n");
	MISSING("termination", 5, "contract:\n  notice: {period: 3mo}\n");
	MISSING("termination", 5, "contract:\n  termination: {convenience: true}\n");
	MISSING("termination", 1, "owner: olga\n");
}

static void a_transition_has_a_period(void **state)
{
	(void)state;
	PRESENT("transition", 6, CRITICAL "contract:\n  transition: {period: 6mo}\n");
	MISSING("transition", 6, CRITICAL "contract:\n  transition: {included_days: 3}\n");
	NOT_APPLICABLE("transition", "contract:\n  transition: {period: 6mo}\n");
}

static void access_is_listed(void **state)
{
	(void)state;
	PRESENT("access", 5, "exit:\n  access: [{id: key}]\n");
	MISSING("access", 1, "owner: olga\n");
}

static void knowledge_has_successors(void **state)
{
	(void)state;
	PRESENT("knowledge", 5, "exit:\n  knowledge: [{topic: Keys, successor: sue}]\n");
	MISSING("knowledge", 7,
		"exit:\n"
		"  knowledge:\n"
		"  - {topic: Keys, successor: sue}\n"
		"  - {topic: Tariffs, holder: ken}\n");
	NOT_APPLICABLE("knowledge", "exit:\n  knowledge: []\n");
}

static void services_are_knowledge(void **state)
{
	(void)state;
	check_item(&(struct plan_text){.records = "owner: olga\n", .kind = "services"}, "knowledge",
		PLAN_ITEM_MISSING, 1);
}

static void the_door_has_conditions(void **state)
{
	(void)state;
	PRESENT("door", 6, "exit:\n  reentry:\n    conditions: [A new owner]\n");
	MISSING("door", 5, "exit:\n  reentry: {review: 6mo}\n");
}

/* ---- what the plan itself shows ---- */

/* The item stands and falls with that warning. */
static void check_warned(const char *records, const char *item, const char *warning, bool warned)
{
	struct planned planned;
	const struct plan_warning *found;

	plan_open(&planned, &(struct plan_text){.records = records});
	found = plan_warning_of(planned.plan, warning);
	assert_int_equal(found != NULL, warned);
	assert_int_equal(item_of(planned.plan, item)->status,
		warned ? PLAN_ITEM_MISSING : PLAN_ITEM_PRESENT);
	plan_close(&planned);
}

static void roles_are_taken_when_no_owner_is_missing(void **state)
{
	(void)state;
	check_warned("owner: olga\n"
		     "people:\n"
		     "- {id: olga}\n"
		     "- {id: pat, side: partner, role: executive}\n",
		"roles", "X11", false);
	check_warned("people: [{id: olga}]\n", "roles", "X11", true);
}

static void the_stressed_exit_needs_a_tested_alternative(void **state)
{
	(void)state;
	check_warned("exit:\n"
		     "  functions: [{id: a, critical: true}]\n"
		     "  alternatives: [{name: Own, tested: 2026-06-30}]\n",
		"stressed", "X05", false);
	check_warned("exit:\n"
		     "  functions: [{id: a, critical: true}]\n"
		     "  alternatives: [{name: Own}]\n",
		"stressed", "X05", true);
}

static bool lacks_line(const struct exit_plan *plan)
{
	for (size_t i = 0; i < plan->money.n; i++)
		if (PLAN_ITEM(struct plan_money, plan->money, i)->status == LINE_MISSING)
			return true;
	return false;
}

static void check_costs(const char *records, bool lacks)
{
	struct planned planned;

	plan_open(&planned, &(struct plan_text){.records = records});
	assert_int_equal(lacks_line(planned.plan), lacks);
	assert_int_equal(item_of(planned.plan, "costs")->status,
		lacks ? PLAN_ITEM_MISSING : PLAN_ITEM_PRESENT);
	plan_close(&planned);
}

#define PRICED                                                                             \
	"contract: {start: 2026-01-01, end: 2028-12-31, renewal: manual, value: 1200 EUR," \
	" termination: {convenience: true, fee: 0 EUR, refund: 0%},"                       \
	" transition: {period: 6mo, included_days: 5, day_rate: 100 EUR}}\n"               \
	"exit:\n"                                                                          \
	"  monthly_overlap: 10 EUR\n"                                                      \
	"  decommission: 10 EUR\n"                                                         \
	"  alternatives: [{name: Own, cost: 10 EUR, running: 10 EUR}]\n"

static void costs_are_known_when_no_line_lacks(void **state)
{
	(void)state;
	check_costs(PRICED, false);
	check_costs(PRICED "  data: [{id: a, volume_gb: 10}]\n", true);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, tree_begin, tree_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(items_come_in_order_with_their_references),
		TEST(a_reason_is_that_of_the_file),
		TEST(a_trigger_is_enough),
		TEST(critical_functions_say_how_long_we_last),
		TEST(an_alternative_says_how_hard_it_is),
		TEST(a_transition_plan_has_a_lead),
		TEST(tests_and_approvals_are_worth_a_year),
		TEST(a_critical_function_makes_it_critical),
		TEST(data_comes_back_by_contract),
		TEST(somebody_answers_for_each_deletion),
		TEST(termination_needs_notice_and_convenience),
		TEST(a_transition_has_a_period),
		TEST(access_is_listed),
		TEST(knowledge_has_successors),
		TEST(services_are_knowledge),
		TEST(the_door_has_conditions),
		TEST(roles_are_taken_when_no_owner_is_missing),
		TEST(the_stressed_exit_needs_a_tested_alternative),
		TEST(costs_are_known_when_no_line_lacks),
	};

	return cmocka_run_group_tests_name("exit completeness", tests, NULL, NULL);
}
