/* Days worth a line in a calendar: each with what it is known by, and where it stands. As of
 * 2026-06-30; the records begin on line 4. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "stated.h"
#include "tree.h"

/* `DATE KIND KEY PATH:LINE`, each closed by a newline. */
static void tell_events(struct buffer *buffer, const struct card_facts *facts)
{
	for (size_t i = 0; i < facts->events.n; i++) {
		const struct card_event *event = CARD_ITEM(struct card_event, facts->events, i);

		fact_put_date(buffer, event->date);
		buffer_printf(buffer, " %s ", card_event_words[event->kind]);
		fact_put_date(buffer, event->key);
		buffer_printf(buffer, " %s:%d\n", event->path, (int)event->line);
	}
}

#define CHECK(rows) check_facts(tell_events, rows, COUNT_OF(rows))

/* ---- the contract ---- */

#define AUTO(more)            \
	"contract:\n"         \
	"  end: 2026-12-31\n" \
	"  renewal: auto\n"   \
	"  notice:\n"         \
	"    period: 3mo\n" more

static void notice_is_to_be_sent(void **state)
{
	static const struct fact_row rows[] = {
		{.says = "it opens today",
			.records = AUTO("    opens: 6mo\n"),
			.expected = "2026-06-30 notice-opens 2026-12-31 acme.yaml:9\n"
				    "2026-09-30 send-by 2026-12-31 acme.yaml:8\n"
				    "2026-12-31 term-end 2026-12-31 acme.yaml:5\n"},
		{.says = "it may be given at any time",
			.records = AUTO(""),
			.expected = "2026-09-30 send-by 2026-12-31 acme.yaml:8\n"
				    "2026-12-31 term-end 2026-12-31 acme.yaml:5\n"},
		{.says = "no period is agreed",
			.records = "contract: {end: 2026-12-31, renewal: auto}\n",
			.expected = "2026-12-31 term-end 2026-12-31 acme.yaml:4\n"},
		{.says = "the term has rolled over",
			.records = AUTO(""),
			.expected = "2027-09-30 send-by 2027-12-31 acme.yaml:8\n"
				    "2027-12-31 term-end 2027-12-31 acme.yaml:5\n",
			.as_of = "2027-01-01"},
	};

	(void)state;
	CHECK(rows);
}

static void where_it_was_missed_the_next_one_counts(void **state)
{
	static const struct fact_row rows[] = {
		{.says = "the last day",
			.records = AUTO(""),
			.expected = "2026-09-30 send-by 2026-12-31 acme.yaml:8\n"
				    "2026-12-31 term-end 2026-12-31 acme.yaml:5\n",
			.as_of = "2026-09-30"},
		{.says = "the day after",
			.records = AUTO("    opens: 6mo\n"),
			.expected = "2026-06-30 notice-opens 2026-12-31 acme.yaml:9\n"
				    "2026-12-31 term-end 2026-12-31 acme.yaml:5\n"
				    "2027-09-30 send-by 2027-12-31 acme.yaml:8\n",
			.as_of = "2026-10-01"},
		{.says = "there is none before the calendar ends",
			.records = "contract: {end: 9999-12-31, renewal: auto, "
				   "notice: {period: 3mo}}\n",
			.expected = "9999-12-31 term-end 9999-12-31 acme.yaml:4\n",
			.as_of = "9999-12-01"},
	};

	(void)state;
	CHECK(rows);
}

static void nothing_is_to_be_sent(void **state)
{
	static const struct fact_row rows[] = {
		{.says = "notice was given",
			.records = AUTO("    opens: 6mo\n    given: 2026-06-30\n"),
			.expected = "2026-12-31 term-end 2026-12-31 acme.yaml:5\n"},
		{.says = "not yet",
			.records = AUTO("    given: 2026-07-01\n"),
			.expected = "2026-09-30 send-by 2026-12-31 acme.yaml:8\n"
				    "2026-12-31 term-end 2026-12-31 acme.yaml:5\n"},
		{.says = "it does not renew by itself",
			.records =
				"contract: {end: 2026-12-31, notice: {period: 3mo, opens: 6mo}}\n",
			.expected = "2026-12-31 term-end 2026-12-31 acme.yaml:4\n"},
		{.says = "it has no end",
			.records = "contract: {renewal: evergreen, notice: {period: 3mo}}\n",
			.expected = ""},
		{.says = "there is no contract", .records = "tier: trial\n", .expected = ""},
	};

	(void)state;
	CHECK(rows);
}

/* ---- reviews ---- */

static void a_plan_is_reviewed(void **state)
{
	static const struct fact_row rows[] = {
		{.says = "as often as it says",
			.records = "plan:\n  agreed: 2026-01-15\n  review_every: 6mo\n",
			.expected = "2026-07-15 plan-review none acme.yaml:6\n"},
		{.says = "after a year",
			.records = "plan:\n  agreed: 2026-01-15\n",
			.expected = "2027-01-15 plan-review none acme.yaml:5\n"},
		{.says = "long since",
			.records = "plan: {agreed: 2024-01-15}\n",
			.expected = "2025-01-15 plan-review none acme.yaml:4\n"},
		{.says = "it was reviewed, but nobody knows when it was agreed",
			.records = "plan: {reviewed: [2026-02-01]}\n",
			.expected = "2027-02-01 plan-review none acme.yaml:4\n"},
		{.says = "it is not agreed yet",
			.records = "plan: {agreed: 2026-07-01}\n",
			.expected = ""},
	};

	(void)state;
	CHECK(rows);
}

#define TALK(more) "conversations:\n  - {kind: recovery, " more "}\n"

static void a_talk_waits_for_its_outcome(void **state)
{
	static const struct fact_row rows[] = {
		{.says = "its review is ahead",
			.records = TALK("date: 2026-06-01, review: 2026-09-01"),
			.expected = "2026-09-01 conversation-review 2026-06-01 acme.yaml:5\n"},
		{.says = "it is past",
			.records = TALK("date: 2026-01-01, review: 2026-02-01"),
			.expected = "2026-02-01 conversation-review 2026-01-01 acme.yaml:5\n"},
		{.says = "what will come of it is not known yet",
			.records = TALK("date: 2026-06-01, review: 2026-07-01, outcome: improving"),
			.expected = "2026-07-01 conversation-review 2026-06-01 acme.yaml:5\n"},
		{.says = "it was of today",
			.records = TALK("date: 2026-06-30, review: 2026-06-30"),
			.expected = "2026-06-30 conversation-review 2026-06-30 acme.yaml:5\n"},
		{.says = "two on two lines",
			.records = TALK(
				"date: 2026-06-02, review: 2026-09-01") "  - {kind: exit, date: 2026-06-01, review: 2026-09-01}\n",
			.expected = "2026-09-01 conversation-review 2026-06-01 acme.yaml:6\n"
				    "2026-09-01 conversation-review 2026-06-02 acme.yaml:5\n"},
	};

	(void)state;
	CHECK(rows);
}

static void a_talk_waits_for_nothing(void **state)
{
	static const struct fact_row rows[] = {
		{.says = "its outcome is known",
			.records = TALK("date: 2026-06-01, review: 2026-06-30, outcome: worse"),
			.expected = ""},
		{.says = "no review was agreed",
			.records = TALK("date: 2026-06-01"),
			.expected = ""},
		{.says = "it has not been held",
			.records = TALK("date: 2026-07-01, review: 2026-09-01"),
			.expected = ""},
		{.says = "it was disputed with success",
			.records = TALK(
				"date: 2026-06-01, review: 2026-09-01") "disputes: [{record: 'conversation:#1', by: partner, reason: no, "
									"on: 2026-06-02, settled: 2026-06-03, upheld: true}]\n",
			.expected = ""},
	};

	(void)state;
	CHECK(rows);
}

static void they_stand_by_date_then_kind(void **state)
{
	static const struct fact_row rows[] = {
		{.says = "all on one day",
			.records = TALK(
				"date: 2026-01-31, review: 2026-12-31") "plan: {agreed: 2025-12-31}\n"
									"contract: {end: 2026-12-31, renewal: auto, "
									"notice: {period: 0d, opens: 0d}}\n",
			.expected = "2026-12-31 send-by 2026-12-31 acme.yaml:7\n"
				    "2026-12-31 notice-opens 2026-12-31 acme.yaml:7\n"
				    "2026-12-31 term-end 2026-12-31 acme.yaml:7\n"
				    "2026-12-31 plan-review none acme.yaml:6\n"
				    "2026-12-31 conversation-review 2026-01-31 acme.yaml:5\n"},
	};

	(void)state;
	CHECK(rows);
}

/* ---- what has ended ---- */

#define ENDED "ended: 2026-03-31\n"

static void it_could_be_taken_up_again(void **state)
{
	static const struct fact_row rows[] = {
		{.says = "after half a year",
			.records = ENDED,
			.expected = "2026-09-27 reentry none acme.yaml:4\n"},
		{.says = "as the file has it",
			.records = ENDED "exit: {reentry: {review: 1y}}\n",
			.expected = "2027-03-31 reentry none acme.yaml:5\n"},
		{.says = "it may be past",
			.records = ENDED "exit: {reentry: {review: 30d}}\n",
			.expected = "2026-04-30 reentry none acme.yaml:5\n"},
		{.says = "on its last day",
			.records = ENDED,
			.expected = "2026-09-27 reentry none acme.yaml:4\n",
			.as_of = "2026-03-31"},
		{.says = "not before", .records = ENDED, .expected = "", .as_of = "2026-03-30"},
		{.says = "not with the end itself",
			.records = ENDED "exit: {reentry: {review: 0d}}\n",
			.expected = ""},
		{.says = "nothing else is ahead",
			.records = ENDED AUTO("") "plan: {agreed: 2026-01-15}\n" TALK(
				"date: 2026-02-01, review: 2026-09-01"),
			.expected = "2026-09-27 reentry none acme.yaml:4\n"},
	};

	(void)state;
	CHECK(rows);
}

#define REVIEW(more) ENDED "exit: {tasks: [{id: reentry-review, " more "}]}\n"

static void its_task_may_say_otherwise(void **state)
{
	static const struct fact_row rows[] = {
		{.says = "not before a day",
			.records = REVIEW("fixed: 2026-12-01"),
			.expected = "2026-12-01 reentry none acme.yaml:4\n"},
		{.says = "that is past anyway",
			.records = REVIEW("fixed: 2026-05-01"),
			.expected = "2026-09-27 reentry none acme.yaml:4\n"},
		{.says = "on a business day",
			.records = REVIEW("takes: 1bd"),
			.expected = "2026-09-28 reentry none acme.yaml:4\n"},
		{.says = "it is done, after the end",
			.records = REVIEW("done: 2026-06-30"),
			.expected = ""},
		{.says = "not yet",
			.records = REVIEW("done: 2026-07-01"),
			.expected = "2026-09-27 reentry none acme.yaml:4\n"},
		{.says = "it is dropped",
			.records = ENDED "exit: {drop: [reentry-review]}\n",
			.expected = ""},
		{.says = "tasks that wait for each other do not matter",
			.records = REVIEW("after: [gate]}, {id: gate, after: [reentry-review]"),
			.expected = "2026-09-27 reentry none acme.yaml:4\n"},
	};

	(void)state;
	CHECK(rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, tree_begin, tree_end)
		TEST(notice_is_to_be_sent),
		TEST(where_it_was_missed_the_next_one_counts),
		TEST(nothing_is_to_be_sent),
		TEST(a_plan_is_reviewed),
		TEST(a_talk_waits_for_its_outcome),
		TEST(a_talk_waits_for_nothing),
		TEST(they_stand_by_date_then_kind),
		TEST(it_could_be_taken_up_again),
		TEST(its_task_may_say_otherwise),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
