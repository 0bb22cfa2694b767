/* What a card says about days to come, and about those that have passed. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "carded.h"
#include "tree.h"

static void put_day(struct buffer *buffer, int32_t date)
{
	char text[DATE_SIZE];

	buffer_puts(buffer, date == DATE_NONE ? "-" : date_format(date, text));
}

/* ---- next ---- */

static const char *next_of(struct carded *carded)
{
	struct buffer next = {0};

	for (size_t i = 0; i < carded->card->next.n; i++) {
		const struct card_date *date = CARD_ITEM(struct card_date, carded->card->next, i);

		buffer_puts(&next, i ? "; " : "");
		put_day(&next, date->date);
		buffer_printf(&next, " %s", date->what);
		if (date->cost.currency) {
			buffer_puts(&next, " ");
			money_put(&next, date->cost);
		}
	}
	return buffer_keep(&next, &carded->arena);
}

struct next_row {
	const char *records, *as_of, *next;
};

static void check_next(const struct next_row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct carded carded;

		card_open(&carded,
			&(struct card_text){.records = rows[i].records, .as_of = rows[i].as_of});
		if (strcmp(next_of(&carded), rows[i].next) != 0)
			fail_msg("%s as of %s: %s, not %s", rows[i].records, rows[i].as_of,
				next_of(&carded), rows[i].next);
		card_close(&carded);
	}
}

#define AUTO "start: 2025-01-01, end: 2026-12-31, renewal: auto, notice: {period: 30d}"

static void notice_can_be_sent_until_its_day(void **state)
{
	static const struct next_row rows[] = {
		{"contract: {" AUTO "}\n", "2026-06-30", "2026-12-01 send notice"},
		{"contract: {" AUTO "}\n", "2026-12-01", "2026-12-01 send notice"},
		{"contract: {" AUTO "}\n", "2026-12-02", "2027-12-01 send notice"},
		{"contract: {" AUTO "}\n", "2029-01-01", "2029-11-30 send notice"},
		{"contract: {end: 2026-12-31, renewal: auto}\n", "2026-06-30", ""},
	};

	(void)state;
	check_next(rows, COUNT_OF(rows));
}

static void given_notice_need_not_be_sent(void **state)
{
	static const struct next_row rows[] = {
		{("contract: {end: 2026-12-31, renewal: auto,"
		  " notice: {period: 30d, given: 2026-06-30}}\n"),
			"2026-06-29", "2026-12-01 send notice"},
		{("contract: {end: 2026-12-31, renewal: auto,"
		  " notice: {period: 30d, given: 2026-06-30}}\n"),
			"2026-06-30", ""},
	};

	(void)state;
	check_next(rows, COUNT_OF(rows));
}

static void missing_notice_has_its_price(void **state)
{
	static const struct next_row rows[] = {
		{"contract: {" AUTO ", value: 100.00 EUR, per: month}\n", "2026-06-30",
			"2026-12-01 send notice 1200.00 EUR"},
		{"contract: {" AUTO ", value: 100.00 EUR, per: month, renewal_term: 3mo}\n",
			"2026-12-02", "2027-03-01 send notice 300.00 EUR"},
		{"contract: {end: 2026-12-31, renewal: manual, value: 100.00 EUR}\n", "2026-06-30",
			"2026-12-31 the term ends"},
	};

	(void)state;
	check_next(rows, COUNT_OF(rows));
}

static void only_a_manual_term_ends_by_itself(void **state)
{
	static const struct next_row rows[] = {
		{"contract: {end: 2026-12-31, renewal: manual}\n", "2026-06-30",
			"2026-12-31 the term ends"},
		{"contract: {end: 2026-12-31, renewal: manual}\n", "2026-12-31",
			"2026-12-31 the term ends"},
		{"contract: {end: 2026-12-31, renewal: manual}\n", "2027-01-01", ""},
		{"contract: {start: 2026-01-01, renewal: evergreen, notice: {period: 30d}}\n",
			"2026-06-30", ""},
		{"", "2026-06-30", ""},
	};

	(void)state;
	check_next(rows, COUNT_OF(rows));
}

static void a_conversation_is_reviewed_once_it_was_held(void **state)
{
	static const char talks[] = "conversations:\n"
				    "- {date: 2026-01-01, kind: praise, review: 2026-06-29}\n"
				    "- {date: 2026-06-30, kind: recovery, review: 2026-07-31}\n"
				    "- {date: 2026-01-01, kind: recovery}\n";
	static const struct next_row rows[] = {
		{talks, "2026-06-28", "2026-06-29 conversation review"},
		{talks, "2026-06-29", "2026-06-29 conversation review"},
		{talks, "2026-06-30", "2026-07-31 conversation review"},
		{talks, "2026-08-01", ""},
	};

	(void)state;
	check_next(rows, COUNT_OF(rows));
}

static void a_plan_is_reviewed_when_it_says_so(void **state)
{
	static const char plan[] = "plan: {agreed: 2025-09-01, review_every: 6mo,"
				   " reviewed: [2026-02-15]}\n";
	static const struct next_row rows[] = {
		{plan, "2025-08-31", ""},
		{plan, "2026-02-14", "2026-03-01 plan review"},
		{plan, "2026-02-15", "2026-08-15 plan review"},
		{plan, "2026-08-15", "2026-08-15 plan review"},
		{plan, "2026-08-16", ""},
		{"plan: {agreed: 2026-01-31}\n", "2026-06-30", "2027-01-31 plan review"},
	};

	(void)state;
	check_next(rows, COUNT_OF(rows));
}

static void the_two_earliest_are_shown_by_date(void **state)
{
	static const char plan[] = "plan: {agreed: 2026-01-01}\n";
	static const char talks[] =
		"conversations: [{date: 2026-06-01, kind: exit,"
		" review: 2026-12-02}, {date: 2026-06-01, kind: exit, review: 2026-07-02}]\n"
		"plan: {agreed: 2026-01-01, review_every: 6mo}\ncontract: {" AUTO "}\n";
	/* what is due twice for one reason is due once, and what was named first stands first */
	static const char twice[] =
		"conversations: [{date: 2026-06-01, kind: exit, review: 2026-12-01},"
		" {date: 2026-06-01, kind: exit, review: 2026-07-01},"
		" {date: 2026-06-02, kind: praise, review: 2026-07-01}]\n"
		"plan: {agreed: 2026-01-01, review_every: 6mo}\n";
	struct arena arena = {0};
	const char *both = arena_printf(&arena, "contract: {%s}\n%s", AUTO, plan);
	const struct next_row rows[] = {
		{both, "2026-06-30", "2026-12-01 send notice; 2027-01-01 plan review"},
		{talks, "2026-06-30", "2026-07-01 plan review; 2026-07-02 conversation review"},
		{talks, "2026-07-02", "2026-07-02 conversation review; 2026-12-01 send notice"},
		{talks, "2026-07-03", "2026-12-01 send notice; 2026-12-02 conversation review"},
		{twice, "2026-06-30", "2026-07-01 conversation review; 2026-07-01 plan review"},
		{twice, "2026-07-02", "2026-12-01 conversation review"},
	};

	(void)state;
	check_next(rows, COUNT_OF(rows));
	arena_free(&arena);
}

/* ---- the contract ---- */

static void check_contract(const char *contract, const char *as_of, const char *expected)
{
	struct arena arena = {0};
	struct buffer text = {0};
	struct carded carded;
	const struct card_contract *row;

	card_open(&carded,
		&(struct card_text){.records = arena_printf(&arena, "contract: {%s}\n", contract),
			.as_of = as_of});
	row = carded.card->contract;
	assert_non_null(row);
	put_day(&text, row->start);
	buffer_putc(&text, ' ');
	put_day(&text, row->end);
	buffer_putc(&text, ' ');
	put_day(&text, row->send_by);
	buffer_printf(&text, " %s", row->per ? row->per : "-");
	assert_string_equal(buffer_keep(&text, &arena), expected);
	card_close(&carded);
	arena_free(&arena);
}

static void the_contract_is_that_of_the_running_term(void **state)
{
	(void)state;
	check_contract(AUTO, "2026-12-31", "2025-01-01 2026-12-31 2026-12-01 -");
	check_contract(AUTO, "2027-01-01", "2025-01-01 2027-12-31 2027-12-01 -");
	check_contract(
		AUTO ", value: 1.00 EUR", "2026-06-30", "2025-01-01 2026-12-31 2026-12-01 year");
	check_contract(AUTO ", value: 1.00 EUR, per: term", "2026-06-30",
		"2025-01-01 2026-12-31 2026-12-01 term");
}

static void only_what_renews_by_itself_has_a_day_to_send_notice(void **state)
{
	(void)state;
	check_contract("end: 2026-12-31, renewal: manual, notice: {period: 30d}", "2026-06-30",
		"- 2026-12-31 - -");
	check_contract("end: 2026-12-31, renewal: auto, notice: {period: 30d, given: 2026-06-01}",
		"2026-06-30", "- 2026-12-31 - -");
	check_contract("renewal: evergreen, notice: {period: 30d}", "2026-06-30", "- - - -");
}

/* ---- the trend ---- */

static const char *trend_of(struct carded *carded)
{
	struct buffer trend = {0};

	for (size_t i = 0; i < carded->card->trend.n; i++) {
		const struct card_point *point =
			CARD_ITEM(struct card_point, carded->card->trend, i);

		buffer_puts(&trend, i ? ", " : "");
		put_day(&trend, point->as_of);
		if (isnan(point->score))
			buffer_printf(&trend, " none %s", point->grade);
		else
			buffer_printf(&trend, " %.1f %s", point->score, point->grade);
	}
	return buffer_keep(&trend, &carded->arena);
}

static void check_trend(int quarters, const char *as_of, const char *since, const char *expected)
{
	static const char rising[] = "metrics: [{id: all, observations: ["
				     "{date: 2025-05-01, value: 50}, {date: 2025-08-01, value: 60},"
				     "{date: 2025-11-01, value: 70}, {date: 2026-02-01, value: 80},"
				     "{date: 2026-06-30, value: 90}]}]\n";
	struct arena arena = {0};
	struct carded carded;

	card_open(&carded,
		&(struct card_text){
			.records = arena_printf(&arena, "%s%s", since, rising),
			.policy = ONE_FIGURE,
			.as_of = as_of,
			.request = {.trend = quarters},
		});
	assert_string_equal(trend_of(&carded), expected);
	card_close(&carded);
	arena_free(&arena);
}

static void the_trend_is_told_from_the_oldest_on(void **state)
{
	(void)state;
	check_trend(0, NULL, "", "");
	check_trend(1, NULL, "", "2026-03-31 80.0 B");
	check_trend(4, NULL, "",
		"2025-06-30 50.0 D, 2025-09-30 60.0 C, 2025-12-31 70.0 B, 2026-03-31 80.0 B");
	check_trend(2, "2026-07-01", "", "2026-03-31 80.0 B, 2026-06-30 90.0 A");
}

static void without_records_there_is_no_point(void **state)
{
	(void)state;
	check_trend(6, NULL, "",
		"2024-12-31 none -, 2025-03-31 none -, 2025-06-30 50.0 D, 2025-09-30 60.0 C,"
		" 2025-12-31 70.0 B, 2026-03-31 80.0 B");
}

static void before_the_partnership_there_is_no_point(void **state)
{
	(void)state;
	check_trend(4, NULL, "since: 2025-09-30\n",
		"2025-06-30 none -, 2025-09-30 60.0 C, 2025-12-31 70.0 B, 2026-03-31 80.0 B");
	check_trend(4, NULL, "contract: {start: 2025-10-01}\n",
		"2025-06-30 none -, 2025-09-30 none -, 2025-12-31 70.0 B, 2026-03-31 80.0 B");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, tree_begin, tree_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(notice_can_be_sent_until_its_day),
		TEST(given_notice_need_not_be_sent),
		TEST(missing_notice_has_its_price),
		TEST(only_a_manual_term_ends_by_itself),
		TEST(a_conversation_is_reviewed_once_it_was_held),
		TEST(a_plan_is_reviewed_when_it_says_so),
		TEST(the_two_earliest_are_shown_by_date),
		TEST(the_contract_is_that_of_the_running_term),
		TEST(only_what_renews_by_itself_has_a_day_to_send_notice),
		TEST(the_trend_is_told_from_the_oldest_on),
		TEST(without_records_there_is_no_point),
		TEST(before_the_partnership_there_is_no_point),
	};

	return cmocka_run_group_tests_name("scorecard dates", tests, NULL, NULL);
}
