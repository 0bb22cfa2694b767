/* How we look as a partner, as counts. As of 2026-06-30, so that W is 2025-07-01 to 2026-06-30. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "stated.h"
#include "tree.h"

static void put_count(struct buffer *buffer, const struct card_count *count)
{
	buffer_printf(buffer, "%d of %d", (int)count->k, (int)count->n);
}

/* ---- milestones ---- */

static void tell_milestones(struct buffer *buffer, const struct card_facts *facts)
{
	put_count(buffer, facts->mirror->milestones);
}

static void milestones_count_once_they_are_settled(void **state)
{
#define OURS(more) "  - {by: us, " more "}\n"
	static const struct fact_row rows[] = {
		{.says = "none", .records = "tier: trial\n", .expected = "0 of 0"},
		{.says = "on time, late, early, open and late, not due",
			.records = "milestones:\n" OURS("due: 2026-01-10, delivered: 2026-01-10")
				OURS("due: 2026-01-10, delivered: 2026-01-11")
					OURS("due: 2026-12-01, delivered: 2026-01-10")
						OURS("due: 2026-06-29") OURS("due: 2026-06-30"),
			.expected = "2 of 4"},
		{.says = "the window's edges",
			.records = "milestones:\n" OURS("due: 2025-07-01, delivered: 2025-07-01")
				OURS("due: 2025-06-30, delivered: 2025-06-30"),
			.expected = "1 of 1"},
		{.says = "theirs do not count",
			.records = "milestones:\n  - {due: 2026-01-10, delivered: 2026-01-10}\n",
			.expected = "0 of 0"},
		{.says = "of what has ended: until its end",
			.records = "ended: 2026-01-31\nmilestones:\n" OURS("due: 2026-01-10")
				OURS("due: 2026-02-10"),
			.expected = "0 of 1"},
	};

	(void)state;
	check_facts(tell_milestones, rows, COUNT_OF(rows));
}

/* ---- incidents ---- */

/* `1: 0 of 2, 3: 1 of 1` */
static void tell_incidents(struct buffer *buffer, const struct card_facts *facts)
{
	struct array rows = facts->mirror->incidents;

	for (size_t i = 0; i < rows.n; i++) {
		const struct card_severity *row = CARD_ITEM(struct card_severity, rows, i);

		buffer_printf(buffer, "%s%d: %d of %d", i ? ", " : "", (int)row->severity,
			(int)row->k, (int)row->n);
	}
}

static void incidents_count_by_severity(void **state)
{
#define INCIDENT(more) "  - {opened: 2026-01-10, " more "}\n"
	static const struct fact_row rows[] = {
		{.says = "none", .records = "tier: trial\n", .expected = ""},
		{.says = "of all causes those we caused",
			.records = "incidents:\n" INCIDENT("severity: 4, cause: us") INCIDENT(
				"severity: 1, cause: partner") INCIDENT("severity: 1, cause: us")
				INCIDENT("severity: 1, cause: both")
					INCIDENT("severity: 1, cause: third-party"),
			.expected = "1: 1 of 4, 4: 1 of 1"},
		{.says = "without severity and cause",
			.records = "incidents:\n  - {opened: 2026-01-10}\n",
			.expected = "3: 0 of 1"},
		{.says = "the window's edges",
			.records = "incidents:\n"
				   "  - {opened: 2025-06-30, resolved: 2026-01-01, severity: 1}\n"
				   "  - {opened: 2025-06-30, severity: 2}\n"
				   "  - {opened: 2025-07-01, resolved: 2025-07-01, severity: 3}\n"
				   "  - {opened: 2026-07-01, severity: 4}\n",
			.expected = "2: 0 of 1, 3: 0 of 1"},
	};

	(void)state;
	check_facts(tell_incidents, rows, COUNT_OF(rows));
}

/* ---- what we owe ---- */

static void tell_remedies(struct buffer *buffer, const struct card_facts *facts)
{
	put_count(buffer, facts->mirror->remedies);
}

static void what_we_owe_is_overdue_after_30_days(void **state)
{
	static const struct fact_row rows[] = {
		{.says = "none", .records = "tier: trial\n", .expected = "0 of 0"},
		{.says = "a penalty of 30 days and one of 31",
			.records = "milestones:\n"
				   "  - {by: us, due: 2026-05-30, penalty: 1.00 EUR}\n"
				   "  - {by: us, due: 2026-05-29, penalty: 1.00 EUR}\n",
			.expected = "1 of 2"},
		{.says = "however old it is",
			.records = "milestones:\n"
				   "  - {by: us, due: 2020-01-01, penalty: 1.00 EUR}\n",
			.expected = "1 of 1"},
		{.says = "settled late is settled, later is not",
			.records = "milestones:\n"
				   "  - {by: us, due: 2026-01-01, penalty: 1.00 EUR,"
				   " settled: 2026-06-30}\n"
				   "  - {by: us, due: 2026-01-01, penalty: 1.00 EUR,"
				   " settled: 2026-07-01}\n",
			.expected = "1 of 2"},
		{.says = "what was only claimed is not settled",
			.records = "milestones:\n"
				   "  - {by: us, due: 2026-01-01, penalty: 1.00 EUR,"
				   " claimed: 2026-01-05}\n",
			.expected = "1 of 1"},
		{.says = "a reward for theirs",
			.records =
				"milestones:\n"
				"  - {due: 2026-01-01, delivered: 2026-01-01, reward: 1.00 EUR}\n",
			.expected = "1 of 1"},
		{.says = "a credit for an incident of ours, once it is resolved",
			.records = "incidents:\n"
				   "  - {opened: 2026-01-01, resolved: 2026-01-02, cause: us,"
				   " credit: 1.00 EUR}\n"
				   "  - {opened: 2026-01-01, cause: us, credit: 1.00 EUR}\n",
			.expected = "1 of 1"},
		{.says = "what they owe does not count",
			.records = "milestones:\n"
				   "  - {due: 2026-01-01, penalty: 1.00 EUR}\n"
				   "  - {by: us, due: 2026-01-01, delivered: 2026-01-01,"
				   " reward: 1.00 EUR}\n",
			.expected = "0 of 0"},
		{.says = "the last day is not late yet",
			.records = "milestones:\n"
				   "  - {by: us, due: 2026-06-30, penalty: 1.00 EUR}\n",
			.expected = "0 of 0"},
	};

	(void)state;
	check_facts(tell_remedies, rows, COUNT_OF(rows));
}

/* ---- feedback ---- */

static void tell_feedback(struct buffer *buffer, const struct card_facts *facts)
{
	put_count(buffer, facts->mirror->feedback);
}

static void feedback_is_unanswered_after_60_days(void **state)
{
#define THEIRS(more) "  - {from: partner, " more "}\n"
	static const struct fact_row rows[] = {
		{.says = "none", .records = "tier: trial\n", .expected = "0 of 0"},
		{.says = "60 days, 59 days",
			.records =
				"feedback:\n" THEIRS("date: 2026-05-01") THEIRS("date: 2026-05-02"),
			.expected = "1 of 2"},
		{.says = "answered late, answered later",
			.records = "feedback:\n" THEIRS("date: 2025-12-01, answered: 2026-06-30")
				THEIRS("date: 2025-12-01, answered: 2026-07-01"),
			.expected = "1 of 2"},
		{.says = "the window's edges",
			.records =
				"feedback:\n" THEIRS("date: 2025-06-30") THEIRS("date: 2025-07-01")
					THEIRS("date: 2026-06-30") THEIRS("date: 2026-07-01"),
			.expected = "1 of 2"},
		{.says = "ours, and that of nobody, do not count",
			.records = "feedback:\n  - {from: us, date: 2026-01-01}\n"
				   "  - {date: 2026-01-01}\n",
			.expected = "0 of 0"},
	};

	(void)state;
	check_facts(tell_feedback, rows, COUNT_OF(rows));
}

/* ---- give and take ---- */

static void tell_exchanges(struct buffer *buffer, const struct card_facts *facts)
{
	buffer_printf(buffer, "%d given, %d received", (int)facts->mirror->given,
		(int)facts->mirror->received);
}

static void exchanges_of_24_months_count_each(void **state)
{
	static const struct fact_row rows[] = {
		{.says = "none", .records = "tier: trial\n", .expected = "0 given, 0 received"},
		{.says = "each is one, however much it was",
			.records = "exchanges:\n"
				   "  - {date: 2024-07-01, direction: given, count: 5}\n"
				   "  - {date: 2026-06-30, direction: given, value: 9.00 EUR}\n"
				   "  - {date: 2026-06-30, direction: received}\n",
			.expected = "2 given, 1 received"},
		{.says = "older, later, of no direction",
			.records = "exchanges:\n"
				   "  - {date: 2024-06-30, direction: given}\n"
				   "  - {date: 2026-07-01, direction: received}\n"
				   "  - {date: 2026-01-01}\n",
			.expected = "0 given, 0 received"},
	};

	(void)state;
	check_facts(tell_exchanges, rows, COUNT_OF(rows));
}

/* ---- ratings ---- */

/* `value 3.5 of 1, delivery …` */
static void tell_ratings(struct buffer *buffer, const struct card_facts *facts)
{
	struct array rows = facts->mirror->ratings;

	for (size_t i = 0; i < rows.n; i++) {
		const struct card_opinion *row = CARD_ITEM(struct card_opinion, rows, i);

		buffer_printf(buffer, "%s%s %.1f of %d", i ? ", " : "", row->criterion, row->sum,
			(int)row->n);
	}
}

static void ratings_of_us_are_summed_up(void **state)
{
#define RATING(by, date, scores) "  - {of: us, by: " by ", date: " date ", scores: {" scores "}}\n"
	static const struct fact_row rows[] = {
		{.says = "none", .records = "tier: trial\n", .expected = ""},
		{.says = "two raters, in the policy's order",
			.records =
				"ratings:\n" RATING("ann", "2026-01-01", "delivery: 3.5, value: 2")
					RATING("bob", "2026-01-01", "delivery: 4"),
			.expected = "value 2.0 of 1, delivery 7.5 of 2"},
		{.says = "of each rater the newest",
			.records = "ratings:\n" RATING("ann", "2026-02-01", "delivery: 2")
				RATING("ann", "2026-01-01", "delivery: 5"),
			.expected = "delivery 2.0 of 1"},
		{.says = "the window's edges",
			.records = "ratings:\n" RATING("ann", "2025-06-30", "delivery: 1") RATING(
				"bob", "2025-07-01", "delivery: 2") RATING("cy", "2026-06-30",
				"delivery: 3") RATING("dee", "2026-07-01", "delivery: 4"),
			.expected = "delivery 5.0 of 2"},
		{.says = "those of the partner do not count",
			.records =
				"ratings:\n  - {by: ann, date: 2026-01-01, scores: {delivery: 4}}\n",
			.expected = ""},
		{.says = "a criterion that the policy does not have",
			.records = "ratings:\n" RATING("ann", "2026-01-01", "other: 4"),
			.expected = ""},
		{.says = "a criterion of other kinds",
			.records = "ratings:\n" RATING("ann", "2026-01-01", "a: 4, b: 3"),
			.expected = "a 4.0 of 1",
			.policy =
				"criteria:\n"
				"  - {id: a, weight: 1, measures: [{measure: panel}]}\n"
				"  - {id: b, weight: 1, kinds: [channel], measures: [{measure: panel}]}\n"},
		{.says = "what weighs nothing does not count",
			.records = "ratings:\n" RATING("ann", "2026-01-01", "delivery: 4"),
			.expected = "",
			.policy = "unevidenced_weight: 0\n"},
	};

	(void)state;
	check_facts(tell_ratings, rows, COUNT_OF(rows));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, tree_begin, tree_end)
		TEST(milestones_count_once_they_are_settled),
		TEST(incidents_count_by_severity),
		TEST(what_we_owe_is_overdue_after_30_days),
		TEST(feedback_is_unanswered_after_60_days),
		TEST(exchanges_of_24_months_count_each),
		TEST(ratings_of_us_are_summed_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
