/* What must not break in an exit, and the task that sees to it (E5). */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "planned.h"
#include "tree.h"

/* Each task ends on a day of its own, long after all that it waits for. */
#define EXIT                                                          \
	"owner: olga\n"                                               \
	"exit:\n"                                                     \
	"  tasks:\n"                                                  \
	"  - {id: alternative-ready, takes: 1d, fixed: 2028-01-01}\n" \
	"  - {id: knowledge-transfer, takes: 1d, fixed: 2028-02-01,"  \
	" owner: tom}\n"                                              \
	"  - {id: migration, takes: 1d, fixed: 2028-03-01}\n"         \
	"  - {id: go-no-go, takes: 1d, fixed: 2028-06-01}\n"          \
	"  - {id: cutover, takes: 1d, fixed: 2028-07-01}\n"           \
	"  - {id: final-export, takes: 1d, fixed: 2028-08-01}\n"      \
	"  - {id: revoke-access, takes: 1d, fixed: 2028-10-01}\n"     \
	"  - {id: deletion, takes: 1d, fixed: 2028-11-01,"            \
	" owner: dora}\n"                                             \
	"  - {id: closure, takes: 1d, fixed: 2029-05-01}\n"

/* All rows: record, task, owner, end, and whether it is done. */
static const char *rows_of(struct planned *planned)
{
	struct array coverage = planned->plan->coverage;
	struct buffer text = {0};

	for (size_t i = 0; i < coverage.n; i++) {
		const struct plan_coverage *row = PLAN_ITEM(struct plan_coverage, coverage, i);

		buffer_printf(&text, "%s%s %s %s %s%s", i ? "\n" : "", row->record,
			row->task ? row->task : "-", row->owner ? row->owner : "-",
			plan_day(planned, row->end), row->done ? " done" : "");
	}
	return buffer_keep(&text, &planned->arena);
}

static void check_rows(const struct plan_text *text, const char *rows)
{
	struct planned planned;

	plan_open(&planned, text);
	assert_string_equal(rows_of(&planned), rows);
	plan_close(&planned);
}

#define CHECK(text, rows) check_rows(&(struct plan_text){.records = EXIT text}, rows)

static void nothing_named_is_an_empty_list(void **state)
{
	struct planned planned;

	(void)state;
	plan_open(&planned, &(struct plan_text){.records = "owner: olga\n"});
	assert_int_equal(planned.plan->coverage.n, 0);
	assert_non_null(planned.plan->coverage.items);
	plan_close(&planned);
}

static void functions_hang_on_the_cutover(void **state)
{
	(void)state;
	CHECK("  functions: [{id: booking, critical: true}, {id: labels}]\n",
		"function:booking cutover olga 2028-07-01\n"
		"function:labels cutover olga 2028-07-01");
}

static void data_is_exported_then_deleted(void **state)
{
	(void)state;
	CHECK("  data: [{id: orders, owner: dan}, {id: mails}]\n",
		"data:orders final-export dan 2028-08-01\n"
		"data:orders deletion dan 2028-11-01\n"
		"data:mails final-export olga 2028-08-01\n"
		"data:mails deletion dora 2028-11-01");
}

static void a_legal_hold_forbids_deletion(void **state)
{
	(void)state;
	CHECK("  data: [{id: books, owner: dan, legal_hold: true},"
	      " {id: logs, owner: dan, legal_hold: false}]\n",
		"data:books final-export dan 2028-08-01\n"
		"data:logs final-export dan 2028-08-01\n"
		"data:logs deletion dan 2028-11-01");
}

/* On 2026-06-30; what happens the day after has not happened. */
static void deleted_data_is_done(void **state)
{
	(void)state;
	CHECK("  data: [{id: now, owner: dan, verified: 2026-05-31, deleted: 2026-06-30},"
	      " {id: later, owner: dan, verified: 2026-05-31, deleted: 2026-07-01}]\n",
		"data:now final-export dan 2026-05-31 done\n"
		"data:now deletion dan 2026-06-30 done\n"
		"data:later final-export dan 2028-08-01\n"
		"data:later deletion dan 2028-11-01");
}

static void deleted_without_a_good_export_is_half_done(void **state)
{
	(void)state;
	CHECK("  data: [{id: lost, owner: dan, deleted: 2026-06-30}]\n",
		"data:lost final-export dan 2028-08-01\n"
		"data:lost deletion dan 2026-06-30 done");
}

static void access_is_ended_by_who_holds_it(void **state)
{
	(void)state;
	CHECK("  access: [{id: key, holder: partner, kind: credential, owner: sven},"
	      " {id: portal, holder: us, kind: account}, {id: badge}]\n",
		"access:key revoke-access sven 2028-10-01\n"
		"access:portal closure olga 2029-05-01\n"
		"access:badge revoke-access olga 2028-10-01");
}

static void an_integration_also_migrates(void **state)
{
	(void)state;
	CHECK("  access: [{id: feed, holder: partner, kind: integration, owner: sven},"
	      " {id: sync, holder: us, kind: integration}]\n",
		"access:feed revoke-access sven 2028-10-01\n"
		"access:feed migration sven 2028-03-01\n"
		"access:sync closure olga 2029-05-01\n"
		"access:sync migration olga 2028-03-01");
}

static void customers_migrate(void **state)
{
	(void)state;
	CHECK("  customers: [{id: mill, renewal: 2027-01-31}, {id: farm, moved: 2026-06-30},"
	      " {id: silo, moved: 2026-07-01}]\n",
		"customer:mill migration olga 2028-03-01\n"
		"customer:farm migration olga 2026-06-30 done\n"
		"customer:silo migration olga 2028-03-01");
}

static void a_resellers_customers_move_when_they_renew(void **state)
{
	(void)state;
	check_rows(&(struct plan_text){.kind = "channel",
			   .records = EXIT "  customers: [{id: mill, renewal: 2027-01-31},"
					   " {id: farm, renewal: 2027-01-31, moved: 2026-06-01},"
					   " {id: silo}]\n"},
		"customer:mill migration olga 2027-01-31\n"
		"customer:farm migration olga 2026-06-01 done\n"
		"customer:silo migration olga 2028-03-01");
}

static void knowledge_goes_to_its_successor(void **state)
{
	(void)state;
	CHECK("  knowledge: [{topic: Tariffs, successor: sue}, {topic: Keys, holder: ken}]\n",
		"knowledge:#1 knowledge-transfer sue 2028-02-01\n"
		"knowledge:#2 knowledge-transfer tom 2028-02-01");
}

/* Their people do not help; who follows learns it elsewhere. */
static void without_help_knowledge_comes_with_the_alternative(void **state)
{
	(void)state;
	check_rows(&(struct plan_text){.stressed = true,
			   .records = EXIT "  knowledge: [{topic: Tariffs, successor: sue},"
					   " {topic: Keys}]\n"
					   "  staff: {count: 2}\n"},
		"knowledge:#1 alternative-ready sue 2028-01-01\n"
		"knowledge:#2 alternative-ready olga 2028-01-01\n"
		"staff - - none");
}

static void staff_hands_over(void **state)
{
	struct planned planned;

	(void)state;
	plan_open(&planned, &(struct plan_text){.records = EXIT "  staff: {count: 1}\n"});
	assert_string_equal(rows_of(&planned), "staff knowledge-transfer tom 2028-02-01");
	assert_string_equal(
		plan_coverage_of(planned.plan, "staff")->title, "1 person of the partner");
	plan_close(&planned);
}

static void no_staff_needs_no_task(void **state)
{
	(void)state;
	CHECK("  staff: {count: 0}\n", "");
}

#define INCIDENTS                                                          \
	"incidents:\n"                                                     \
	"- {id: open, opened: 2026-06-30}\n"                               \
	"- {id: solved, opened: 2026-06-01, resolved: 2026-06-30}\n"       \
	"- {id: unsolved, opened: 2026-06-01, resolved: 2026-07-01}\n"     \
	"- {id: future, opened: 2026-07-01}\n"                             \
	"- {id: wrong, opened: 2026-06-01}\n"                              \
	"- {opened: 2026-06-02}\n"                                         \
	"disputes: [{record: 'incident:wrong', on: 2026-06-02, reason: x," \
	" settled: 2026-06-03, upheld: true}]\n"

static void open_incidents_are_looked_at_before_the_cutover(void **state)
{
	(void)state;
	CHECK(INCIDENTS,
		"incident:open go-no-go olga 2028-06-01\n"
		"incident:unsolved go-no-go olga 2028-06-01\n"
		"incident:#6 go-no-go olga 2028-06-01");
}

static void a_dropped_task_covers_nothing(void **state)
{
	(void)state;
	CHECK("  drop: [final-export, migration]\n"
	      "  data: [{id: orders, owner: dan, legal_hold: true}]\n"
	      "  customers: [{id: mill}, {id: farm, moved: 2026-06-01}]\n",
		"data:orders - dan none\n"
		"customer:mill - - none\n"
		"customer:farm - - 2026-06-01 done");
}

static void what_is_done_is_covered(void **state)
{
	(void)state;
	check_rows(&(struct plan_text){.records = "owner: olga\nexit:\n"
						  "  tasks: [{id: cutover, done: 2026-06-10}]\n"
						  "  functions: [{id: booking}]\n"},
		"function:booking cutover olga 2026-06-10 done");
}

/* Of a reseller whose migration is over, nobody waits for a renewal. */
static void a_migration_that_is_over_needs_no_renewal(void **state)
{
	(void)state;
	check_rows(&(struct plan_text){.kind = "channel",
			   .records = "owner: olga\nexit:\n"
				      "  tasks: [{id: migration, done: 2026-06-10}]\n"
				      "  customers: [{id: mill, renewal: 2027-01-31}]\n"},
		"customer:mill migration olga 2026-06-10 done");
}

static void a_row_says_where_its_record_stands(void **state)
{
	struct planned planned;
	const struct plan_coverage *row;

	(void)state;
	plan_open(&planned,
		&(struct plan_text){.records = "exit:\n"
					       "  functions:\n"
					       "  - id: booking\n"
					       "  - id: labels\n"
					       "    title: Printing labels\n"});
	row = plan_coverage_of(planned.plan, "function:labels");
	assert_string_equal(row->title, "Printing labels");
	assert_string_equal(row->path, "acme.yaml");
	assert_int_equal(row->line, 7);
	plan_close(&planned);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, tree_begin, tree_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(nothing_named_is_an_empty_list),
		TEST(functions_hang_on_the_cutover),
		TEST(data_is_exported_then_deleted),
		TEST(a_legal_hold_forbids_deletion),
		TEST(deleted_data_is_done),
		TEST(deleted_without_a_good_export_is_half_done),
		TEST(access_is_ended_by_who_holds_it),
		TEST(an_integration_also_migrates),
		TEST(customers_migrate),
		TEST(a_resellers_customers_move_when_they_renew),
		TEST(knowledge_goes_to_its_successor),
		TEST(without_help_knowledge_comes_with_the_alternative),
		TEST(staff_hands_over),
		TEST(no_staff_needs_no_task),
		TEST(open_incidents_are_looked_at_before_the_cutover),
		TEST(a_dropped_task_covers_nothing),
		TEST(what_is_done_is_covered),
		TEST(a_migration_that_is_over_needs_no_renewal),
		TEST(a_row_says_where_its_record_stands),
	};

	return cmocka_run_group_tests_name("exit coverage", tests, NULL, NULL);
}
