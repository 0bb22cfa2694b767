/* The report as a whole: what it is made from, and a line for each partner. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "filed.h"
#include "measured.h"
#include "partner/report.h"

static const struct report_partner *row_of(const struct report *report, size_t i)
{
	assert_true(i < report->partners.n);
	return (const struct report_partner *)report->partners.items + i;
}

/* Three that go on, one that has ended, and ourselves. */
static const struct report *report_on(struct filed *filed)
{
	struct scorecard *card = filed_card(filed, "gone", 60);

	filed->portfolio.options.uncut = true;
	card->ended = day("2026-05-31");
	card->standing = STANDING_NONE;
	filed_add(filed, card);
	card = filed_card(filed, "ourselves", 81);
	card->kind = "self";
	card->side = SIDE_US;
	card->standing = STANDING_NONE;
	filed_add(filed, card);
	filed_add_score(filed, "keeper", 88, NULL);
	filed_add_score(filed, "steady", 72, NULL);
	card = filed_card(filed, "talker", 48);
	card->standing = STANDING_TALK;
	card->reason = "score below 55";
	filed_facts(filed, card)->owner = "dana";
	filed_facts(filed, card)->spend = filed_money("1200.00 EUR");
	filed_facts(filed, card)->send_by = day("2026-09-29");
	filed_sign(filed, card, "notice-due", SIGN_WARNING);
	filed_sign(filed, card, "silence", SIGN_NOTE)->muted = day("2026-12-31");
	filed_add(filed, card);
	portfolio_add_unread(&filed->portfolio, "broken.yaml");
	filed_done(filed);
	return report_make(&filed->portfolio, "https://example.org/");
}

static void the_ended_and_ourselves_come_last(void **state)
{
	(void)state;
	static const char *const ids[] = {"talker", "steady", "keeper", "gone", "ourselves"};
	const struct report *report;
	struct filed filed;

	filed_open(&filed);
	report = report_on(&filed);
	assert_int_equal(report->partners.n, COUNT_OF(ids));
	for (size_t i = 0; i < COUNT_OF(ids); i++)
		assert_string_equal(row_of(report, i)->partner, ids[i]);
	assert_day(row_of(report, 0)->ended, "none");
	assert_day(row_of(report, 3)->ended, "2026-05-31");
	assert_int_equal(row_of(report, 4)->side, SIDE_US);
	filed_close(&filed);
}

static void a_line_has_judgement_and_facts(void **state)
{
	(void)state;
	const struct report_partner *row;
	struct filed filed;

	filed_open(&filed);
	row = row_of(report_on(&filed), 0);
	assert_int_equal(row->standing, STANDING_TALK);
	assert_string_equal(row->reason, "score below 55");
	assert_string_equal(row->grade, "D");
	assert_true(row->score == 48 && row->low == 43 && row->high == 53);
	assert_true(row->coverage == 0.9);
	assert_int_equal(row->critical, 0);
	assert_int_equal(row->warnings, 1);
	assert_int_equal(row->notes, 0);
	assert_int_equal(row->muted, 1);
	assert_string_equal(row->owner, "dana");
	assert_null(row->owner_name);
	assert_int_equal(row->spend.minor, 120000);
	assert_day(row->send_by, "2026-09-29");
	assert_string_equal(row->path, "partners/talker.yaml");
	assert_int_equal(row->line, 1);
	filed_close(&filed);
}

static void without_facts_a_line_knows_less(void **state)
{
	(void)state;
	const struct report_partner *row;
	struct filed filed;

	filed_open(&filed);
	row = row_of(report_on(&filed), 1);
	assert_null(row->owner);
	assert_int_equal(row->spend.currency, 0);
	assert_day(row->send_by, "none");
	filed_close(&filed);
}

static void inputs_are_counted(void **state)
{
	(void)state;
	const struct report *report;
	struct filed filed;

	filed_open(&filed);
	report = report_on(&filed);
	assert_day(report->as_of, "2026-06-30");
	assert_day(report->since, "2026-03-30");
	assert_int_equal(report->inputs->partners, 3);
	assert_int_equal(report->inputs->ended, 1);
	assert_int_equal(report->inputs->unread.n, 1);
	assert_string_equal(*(const char *const *)report->inputs->unread.items, "broken.yaml");
	assert_int_equal(report->without_cost, 3);
	assert_string_equal(report->link_base, "https://example.org/");
	assert_ptr_equal(report->source, &filed.portfolio);
	filed_close(&filed);
}

static void pages_need_no_line_of_each_partner(void **state)
{
	(void)state;
	struct filed filed;

	filed_open(&filed);
	filed_add_score(&filed, "acme", 60, NULL);
	filed_done(&filed);
	assert_int_equal(report_make(&filed.portfolio, NULL)->partners.n, 0);
	filed_close(&filed);
}

/* Of a portfolio of which so much is kept: metrics, then the calendar. */
static void put_samples(struct buffer *out, int keep)
{
	const struct report *report;
	struct filed filed;

	filed_open_at(&filed, NULL, NULL, keep);
	report = report_on(&filed);
	assert_int_equal(report->movers != NULL, keep == KEEP_LINES);
	assert_int_equal(report->needs.n > 0, keep == KEEP_LINES);
	assert_int_equal(report->inputs->partners, 3);
	assert_int_equal(report->partners.n, 5);
	report_put_metrics(out, report, NULL, NULL);
	report_put_ics(out, report);
	filed_close(&filed);
}

static void metrics_and_calendars_need_no_sections(void **state)
{
	(void)state;
	struct buffer with = {0}, without = {0};

	put_samples(&with, KEEP_LINES);
	put_samples(&without, KEEP_NOTHING);
	assert_int_equal(with.length, without.length);
	assert_memory_equal(with.data, without.data, with.length);
	buffer_free(&with);
	buffer_free(&without);
}

static void nothing_read_is_an_empty_report(void **state)
{
	(void)state;
	const struct report *report;
	struct filed filed;

	filed_open_at(&filed, "2026-06-30", NULL, KEEP_LINES);
	filed.portfolio.options.uncut = true;
	filed_done(&filed);
	report = report_make(&filed.portfolio, NULL);
	assert_int_equal(report->partners.n, 0);
	assert_non_null(report->partners.items);
	assert_non_null(report->inputs->unread.items);
	assert_int_equal(report->without_cost, 0);
	assert_null(report->policy);
	filed_close(&filed);
}

/* Of two partners, of which the second was judged by a policy of this digest. */
static void check_policy(const char *digest, double from, bool one)
{
	const struct report *report;
	struct card_policy *policy;
	struct scorecard *card;
	struct filed filed;

	filed_open(&filed);
	filed_add_score(&filed, "acme", 72, NULL);
	card = filed_card(&filed, "beta", 72);
	policy = filed_policy(&filed, card);
	policy->talk_below = from;
	if (digest)
		policy->digest = digest;
	filed_add(&filed, card);
	filed_done(&filed);
	report = report_make(&filed.portfolio, NULL);
	assert_int_equal(report->policy != NULL, one);
	filed_close(&filed);
}

/* One policy may say other things of other partners. */
static void the_policy_is_named_when_there_is_one(void **state)
{
	(void)state;
	check_policy(NULL, 55, true);
	check_policy(NULL, 60, true);
	check_policy("another", 55, false);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_ended_and_ourselves_come_last),
		cmocka_unit_test(a_line_has_judgement_and_facts),
		cmocka_unit_test(without_facts_a_line_knows_less),
		cmocka_unit_test(inputs_are_counted),
		cmocka_unit_test(pages_need_no_line_of_each_partner),
		cmocka_unit_test(metrics_and_calendars_need_no_sections),
		cmocka_unit_test(nothing_read_is_an_empty_report),
		cmocka_unit_test(the_policy_is_named_when_there_is_one),
	};

	return cmocka_run_group_tests_name("report", tests, NULL, NULL);
}
