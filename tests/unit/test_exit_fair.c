/* What fairness asks us to remember when we leave (E6). */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "planned.h"
#include "tree.h"

/* All rows of a kind: what they are about, and the text. */
static const char *rows_of(struct planned *planned, const char *kind)
{
	struct array rows = planned->plan->fair_record;
	struct buffer text = {0};

	for (size_t i = 0; i < rows.n; i++) {
		const struct plan_fair *row = PLAN_ITEM(struct plan_fair, rows, i);

		if (!strcmp(row->kind, kind))
			buffer_printf(&text, "%s%s %s", text.length ? "\n" : "",
				row->ref ? row->ref : "-", row->text);
	}
	return buffer_keep(&text, &planned->arena);
}

static void check_text(const struct plan_text *text, const char *kind, const char *rows)
{
	struct planned planned;

	plan_open(&planned, text);
	assert_string_equal(rows_of(&planned, kind), rows);
	plan_close(&planned);
}

static void check_rows(const char *records, const char *kind, const char *rows)
{
	check_text(&(struct plan_text){.records = records}, kind, rows);
}

static void who_owes_nothing_has_an_empty_record(void **state)
{
	struct planned planned;

	(void)state;
	plan_open(&planned, &(struct plan_text){.records = "owner: olga\n"});
	assert_string_equal(rows_of(&planned, "dispute"), "");
	assert_string_equal(rows_of(&planned, "owed"), "");
	assert_non_null(planned.plan->fair_record.items);
	plan_close(&planned);
}

/* ---- disputes ---- */

/* Open on 30 June: raised by then, and not settled by then. */
static void open_disputes_are_told(void **state)
{
	(void)state;
	check_rows("incidents: [{id: a, opened: 2026-05-01}]\n"
		   "disputes:\n"
		   "- {record: 'incident:a', by: partner, on: 2026-06-30, reason: Not ours}\n"
		   "- {record: 'incident:a', by: us, on: 2026-05-02, settled: 2026-07-01}\n"
		   "- {record: 'incident:a', on: 2026-05-03, reason: No side}\n"
		   "- {record: 'incident:a', by: us, on: 2026-07-01, reason: Later}\n"
		   "- {record: 'incident:a', by: us, on: 2026-05-03, settled: 2026-06-30}\n",
		"dispute",
		"incident:a disputed by the partner since 2026-06-30: Not ours\n"
		"incident:a disputed by us since 2026-05-02\n"
		"incident:a disputed since 2026-05-03: No side");
}

/* ---- feedback ---- */

static void what_they_said_waits_for_an_answer(void **state)
{
	(void)state;
	check_rows("feedback:\n"
		   "- {date: 2020-01-31, from: partner, text: You pay late}\n"
		   "- {date: 2026-05-01, from: partner, answered: 2026-06-30}\n"
		   "- {date: 2026-05-02, from: partner, answered: 2026-07-01}\n"
		   "- {date: 2026-05-03, from: us, text: Ours}\n"
		   "- {date: 2026-05-04, text: Whose}\n"
		   "- {date: 2026-07-01, from: partner, text: Later}\n"
		   "- {date: 2026-06-30, from: partner, text: Taken back}\n"
		   "disputes: [{record: 'feedback:#7', by: partner, on: 2026-06-30,"
		   " reason: x, settled: 2026-06-30, upheld: true}]\n",
		"feedback",
		"feedback:#1 not answered since 2020-01-31: You pay late\n"
		"feedback:#3 not answered since 2026-05-02");
}

/* ---- debts ---- */

/* What is settled is owed no more, and what is nothing never was. */
static void what_we_owe_is_told(void **state)
{
	struct planned planned;
	const struct plan_fair *row;

	(void)state;
	plan_open(&planned,
		&(struct plan_text){.records = "milestones:\n"
					       "- {id: m, by: us, due: 2026-05-01,"
					       " penalty: 500 EUR}\n"
					       "- {id: paid, by: us, due: 2026-05-01,"
					       " penalty: 600 EUR, settled: 2026-06-30}\n"
					       "- {id: free, by: us, due: 2026-05-01,"
					       " penalty: 0 EUR}\n"});
	row = PLAN_ITEM(struct plan_fair, planned.plan->fair_record, 0);
	assert_string_equal(row->kind, "owed");
	assert_string_equal(row->ref, "milestone:m");
	assert_string_equal(row->path, "acme.yaml");
	assert_int_equal(row->line, 5);
	assert_ptr_equal(strstr(row->text, "we owe 500.00 EUR, "), row->text);
	assert_null(strchr(rows_of(&planned, "owed"), '\n'));
	plan_close(&planned);
}

/* ---- milestones ---- */

/* 2025-08-31 to 2025-09-01 is a day, 2024-02-28 to 2025-07-01 are 2 and 487. */
static void our_late_milestones_are_told(void **state)
{
	(void)state;
	check_rows("milestones:\n"
		   "- {id: day, title: Test data, by: us, due: 2025-08-31, delivered: 2025-09-01}\n"
		   "- {id: open, by: us, due: 2026-06-25}\n"
		   "- {id: off, by: us, due: 2026-05-01, cancelled: 2026-05-31}\n"
		   "- {id: year, by: us, due: 2024-02-28, delivered: 2025-07-01}\n",
		"milestone",
		"milestone:day Test data: due 2025-08-31, delivered 1 day late\n"
		"milestone:open due 2026-06-25, still open 5 days later\n"
		"milestone:off due 2026-05-01, cancelled 30 days later\n"
		"milestone:year due 2024-02-28, delivered 489 days late");
}

static void other_milestones_are_not(void **state)
{
	(void)state;
	check_rows("milestones:\n"
		   "- {id: theirs, by: partner, due: 2026-05-01}\n"
		   "- {id: theirs-too, due: 2026-05-01}\n"
		   "- {id: kept, by: us, due: 2026-05-01, delivered: 2026-05-01}\n"
		   "- {id: today, by: us, due: 2026-06-30}\n"
		   "- {id: in-time, by: us, due: 2026-05-01, cancelled: 2026-05-01}\n"
		   "- {id: long-ago, by: us, due: 2024-05-01, delivered: 2025-06-30}\n"
		   "- {id: slide, by: us, kind: roadmap, due: 2026-05-01}\n",
		"milestone", "");
}

/* Whoever asked for more time was not let down by the first date. */
static void a_move_that_they_asked_for_counts(void **state)
{
	(void)state;
	check_rows("milestones:\n"
		   "- {id: ours, by: us, due: 2026-05-01, delivered: 2026-06-10,"
		   " moved: [{on: 2026-04-01, to: 2026-06-01, asked_by: us}]}\n"
		   "- {id: asked, by: us, due: 2026-05-01, delivered: 2026-06-10,"
		   " moved: [{on: 2026-04-01, to: 2026-06-01, asked_by: partner}]}\n",
		"milestone",
		"milestone:ours due 2026-05-01, delivered 40 days late\n"
		"milestone:asked due 2026-06-01, delivered 9 days late");
}

/* ---- incidents ---- */

static void incidents_that_we_caused_are_told(void **state)
{
	(void)state;
	check_rows("incidents:\n"
		   "- {id: ours, title: Cable cut, cause: us, severity: 1,"
		   " opened: 2026-06-01T10:00Z, resolved: 2026-06-02T10:00Z}\n"
		   "- {id: old, cause: us, opened: 2024-06-01}\n"
		   "- {cause: us, opened: 2025-07-01, resolved: 2025-07-02}\n",
		"incident",
		"incident:ours Cable cut: caused by us, opened 2026-06-01, severity 1\n"
		"incident:old caused by us, opened 2024-06-01, still open\n"
		"incident:#3 caused by us, opened 2025-07-01");
}

static void other_incidents_are_not(void **state)
{
	(void)state;
	check_rows("incidents:\n"
		   "- {id: theirs, cause: partner, opened: 2026-06-01}\n"
		   "- {id: both, cause: both, opened: 2026-06-01}\n"
		   "- {id: unknown, opened: 2026-06-01}\n"
		   "- {id: before, cause: us, opened: 2025-06-30, resolved: 2025-07-02}\n"
		   "- {id: after, cause: us, opened: 2026-07-01}\n",
		"incident", "");
}

/* ---- the mirror ---- */

/* Half of four: 0.5 ± 1.96 √(1/16 + 3.8415/64)/(1 + 3.8415/4), Wilson's interval of 95 %. */
#define HALF_KEPT                                                     \
	"milestones:\n"                                               \
	"- {id: a, by: us, due: 2026-05-01, delivered: 2026-05-01}\n" \
	"- {id: b, by: us, due: 2026-05-02, delivered: 2026-05-02}\n" \
	"- {id: c, by: us, due: 2026-05-03, delivered: 2026-05-05}\n" \
	"- {id: d, by: us, due: 2026-05-04, delivered: 2026-05-05}\n"
#define ON_TIME "{measure: milestones-on-time, weight: 2, scale: [[0, 0], [1, 100]]}"
#define SHARED "{measure: goals-shared, weight: 1, scale: [[0, 0], [1, 100]]}"
#define PAID "{measure: paid-on-time, weight: 4, scale: [[0, 0], [1, 100]]}"
#define POLICY(measures) \
	"min_coverage: 1%\ncriteria: [{id: all, weight: 1, measures: [" measures "]}]\n"

static void the_mirror_says_where_we_fail(void **state)
{
	(void)state;
	check_text(&(struct plan_text){.records = HALF_KEPT, .policy = POLICY(ON_TIME)}, "mirror",
		"- our own score 50.0 (15.0 to 85.0), grade D; it lacks most in"
		" milestones-on-time (2 of 4 on time)");
}

/* Of 100 points 2/7 × 50 are lost by milestones, 1/7 × 75 by goals, and none by invoices. */
static void the_two_worst_measures_are_named(void **state)
{
	struct planned planned;
	const char *text;

	(void)state;
	plan_open(&planned,
		&(struct plan_text){.policy = POLICY(PAID ", " SHARED ", " ON_TIME),
			.records = HALF_KEPT "goals:\n"
					     "- {id: a, shared: 2026-01-01}\n"
					     "- {id: b, start: 2026-01-01}\n"
					     "- {id: c, start: 2026-01-01}\n"
					     "- {id: d, start: 2026-01-01}\n"
					     "invoices: [{id: i, date: 2026-04-01, due: 2026-05-01,"
					     " amount: 1 EUR, paid: 2026-05-01}]\n"});
	text = strstr(rows_of(&planned, "mirror"), "; ");
	assert_non_null(text);
	assert_string_equal(text,
		"; it lacks most in milestones-on-time (2 of 4 on time) and"
		" goals-shared (1 of 4 shared)");
	plan_close(&planned);
}

static void who_keeps_all_lacks_nothing(void **state)
{
	struct planned planned;
	const char *text;

	(void)state;
	plan_open(&planned,
		&(struct plan_text){.policy = POLICY(ON_TIME),
			.records = "milestones: [{id: a, by: us, due: 2026-05-01,"
				   " delivered: 2026-05-01}]\n"});
	text = rows_of(&planned, "mirror");
	assert_non_null(strstr(text, "our own score 100.0 ("));
	assert_null(strstr(text, "lacks"));
	plan_close(&planned);
}

static void where_nothing_of_ours_is_measured_there_is_no_mirror(void **state)
{
	(void)state;
	check_text(&(struct plan_text){.records = "owner: olga\n", .policy = POLICY(ON_TIME)},
		"mirror", "");
}

/* ---- all ---- */

/* In the order of the kinds, each with its line. */
static void rows_say_where_they_come_from(void **state)
{
	static const char *const kinds[] = {"dispute", "feedback", "milestone", "incident"};
	static const int64_t lines[] = {11, 9, 7, 5};
	struct planned planned;

	(void)state;
	plan_open(&planned,
		&(struct plan_text){.records = "incidents:\n"
					       "- {id: a, cause: us, opened: 2026-05-01}\n"
					       "milestones:\n"
					       "- {id: m, by: us, due: 2026-05-01}\n"
					       "feedback:\n"
					       "- {date: 2026-05-01, from: partner}\n"
					       "disputes:\n"
					       "- {record: 'incident:a', on: 2026-05-02}\n"});
	for (size_t i = 0; i < 4; i++) {
		const struct plan_fair *row =
			PLAN_ITEM(struct plan_fair, planned.plan->fair_record, i);

		assert_string_equal(row->kind, kinds[i]);
		assert_string_equal(row->path, "acme.yaml");
		assert_int_equal(row->line, lines[i]);
	}
	plan_close(&planned);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, tree_begin, tree_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(who_owes_nothing_has_an_empty_record),
		TEST(open_disputes_are_told),
		TEST(what_they_said_waits_for_an_answer),
		TEST(what_we_owe_is_told),
		TEST(our_late_milestones_are_told),
		TEST(other_milestones_are_not),
		TEST(a_move_that_they_asked_for_counts),
		TEST(incidents_that_we_caused_are_told),
		TEST(other_incidents_are_not),
		TEST(the_mirror_says_where_we_fail),
		TEST(the_two_worst_measures_are_named),
		TEST(who_keeps_all_lacks_nothing),
		TEST(where_nothing_of_ours_is_measured_there_is_no_mirror),
		TEST(rows_say_where_they_come_from),
	};

	return cmocka_run_group_tests_name("exit fair record", tests, NULL, NULL);
}
