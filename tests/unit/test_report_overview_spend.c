/* What a portfolio costs a year, by grade, and how much of it goes to few. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "filed.h"
#include "partner/report.h"

/* The most that fits. */
#define MOST "92233720368547758.07 USD"

static struct scorecard *spent(struct filed *filed, const char *id, double score, const char *spend)
{
	struct scorecard *card = filed_card(filed, id, score);

	if (spend)
		filed_facts(filed, card)->spend = filed_money(spend);
	return card;
}

static void add_spend(struct filed *filed, const char *id, double score, const char *spend)
{
	filed_add(filed, spent(filed, id, score, spend));
}

/* With its amount in the currency of the policy. */
static void add_converted(
	struct filed *filed, const char *id, const char *spend, const char *converted)
{
	struct scorecard *card = spent(filed, id, 60, spend);
	struct card_converted *amounts = ARENA_NEW(&filed->arena, struct card_converted);

	if (converted)
		amounts->spend = filed_money(converted);
	filed_facts(filed, card)->converted = amounts;
	filed_policy(filed, card)->currency = "USD";
	filed_add(filed, card);
}

static const struct report_portfolio *overview_of(struct filed *filed)
{
	filed_done(filed);
	return report_portfolio(&filed->portfolio);
}

/* ---- sums ---- */

static void put_spend(struct buffer *text, const struct report_spend *row)
{
	buffer_printf(text, "%s %s ", row->grade ? row->grade : "all", row->currency);
	if (row->amount.currency)
		money_put(text, row->amount);
	else
		buffer_puts(text, "unknown");
	buffer_printf(text, " of %lld\n", (long long)row->partners);
}

static void assert_spend(struct filed *filed, const struct report_portfolio *overview,
	bool converted, const char *expected)
{
	const struct report_spend *rows = overview->spend.items;
	const struct report_spend *totals = overview->spend_total.items;
	struct buffer text = {0};

	for (size_t i = 0; i < overview->spend.n; i++)
		put_spend(&text, &rows[i]);
	for (size_t i = 0; i < overview->spend_total.n; i++)
		put_spend(&text, &totals[i]);
	assert_string_equal(buffer_keep(&text, &filed->arena), expected);
	assert_int_equal(overview->converted, converted);
}

static void spend_is_added_up_by_grade_and_currency(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add_spend(&filed, "a", 60, "10.25 USD");
	add_spend(&filed, "b", 45, "1.00 USD");
	add_spend(&filed, "c", 62, "0.50 USD");
	add_spend(&filed, "d", NAN, "700 JPY");
	add_spend(&filed, "e", 61, "3.00 EUR");
	add_spend(&filed, "f", 90, NULL);
	assert_spend(&filed, overview_of(&filed), false,
		"C EUR 3.00 EUR of 1\nC USD 10.75 USD of 2\nD USD 1.00 USD of 1\n"
		"- JPY 700 JPY of 1\n"
		"all EUR 3.00 EUR of 1\nall JPY 700 JPY of 1\nall USD 11.75 USD of 3\n");
	filed_close(&filed);
}

static void who_spends_unknown_amounts_is_counted(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add_spend(&filed, "a", 60, "0.00 USD");
	add_spend(&filed, "b", 60, NULL);
	filed_add_score(&filed, "c", 60, NULL);
	assert_int_equal(overview_of(&filed)->unknown_spend, 2);
	filed_close(&filed);
}

static void all_in_one_currency_where_every_rate_exists(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add_converted(&filed, "a", "10.00 USD", "10.00 USD");
	add_converted(&filed, "b", "4.00 EUR", "5.00 USD");
	assert_spend(&filed, overview_of(&filed), true,
		"C USD 15.00 USD of 2\nall USD 15.00 USD of 2\n");
	filed_close(&filed);
}

static void one_missing_rate_leaves_each_in_its_own(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add_converted(&filed, "a", "10.00 USD", "10.00 USD");
	add_converted(&filed, "b", "4.00 EUR", "5.00 USD");
	add_converted(&filed, "c", "700 JPY", NULL);
	assert_spend(&filed, overview_of(&filed), false,
		"C EUR 4.00 EUR of 1\nC JPY 700 JPY of 1\nC USD 10.00 USD of 1\n"
		"all EUR 4.00 EUR of 1\nall JPY 700 JPY of 1\nall USD 10.00 USD of 1\n");
	filed_close(&filed);
}

static void a_sum_that_does_not_fit_is_unknown(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add_spend(&filed, "a", 60, MOST);
	add_spend(&filed, "b", 45, "0.01 USD");
	add_spend(&filed, "c", 45, "0.02 USD");
	assert_spend(&filed, overview_of(&filed), false,
		"C USD " MOST " of 1\nD USD 0.03 USD of 2\nall USD unknown of 3\n");
	filed_close(&filed);
}

/* ---- concentration ---- */

/* `USD 5000 high of 2: a 0.500, b 0.500` a line. */
static void assert_concentration(struct filed *filed, const char *expected)
{
	struct array list = overview_of(filed)->concentration;
	const struct report_concentration *rows = list.items;
	struct buffer text = {0};

	for (size_t i = 0; i < list.n; i++) {
		const struct report_share *shares = rows[i].largest.items;

		buffer_printf(&text, "%s %g %s of %lld:", rows[i].currency, rows[i].hhi,
			rows[i].level, (long long)rows[i].partners);
		for (size_t k = 0; k < rows[i].largest.n; k++)
			buffer_printf(&text, " %s %.3f", shares[k].partner, shares[k].share);
		buffer_putc(&text, '\n');
	}
	assert_string_equal(buffer_keep(&text, &filed->arena), expected);
	filed_close(filed);
}

/* So many partners of 60 points, p10 and on, that cost the same. */
static void add_equals(struct filed *filed, int n, const char *spend)
{
	for (int i = 0; i < n; i++)
		add_spend(filed, arena_printf(&filed->arena, "p%d", 10 + i), 60, spend);
}

static void expect_equals(int n, const char *spend, const char *expected)
{
	struct filed filed;

	filed_open(&filed);
	add_equals(&filed, n, spend);
	assert_concentration(&filed, expected);
}

static void of_two_that_cost_the_same_it_is_5000(void **state)
{
	(void)state;
	expect_equals(2, "12.34 USD", "USD 5000 high of 2: p10 0.500 p11 0.500\n");
	expect_equals(2, MOST, "USD 5000 high of 2: p10 0.500 p11 0.500\n");
}

static void there_must_be_two_that_cost_something(void **state)
{
	struct filed filed;

	(void)state;
	expect_equals(1, "12.34 USD", "");
	filed_open(&filed);
	add_spend(&filed, "a", 60, "12.34 USD");
	add_spend(&filed, "b", 60, "0.00 USD");
	add_spend(&filed, "c", 60, NULL);
	assert_concentration(&filed, "");
}

/* 10 000 ÷ 10 and ÷ 11, whatever the machine makes of a tenth. */
static void from_1000_on_it_is_moderate(void **state)
{
	(void)state;
	expect_equals(10, "12.34 USD", "USD 1000 moderate of 10: p10 0.100 p11 0.100 p12 0.100\n");
	expect_equals(11, "12.34 USD", "USD 909 low of 11: p10 0.091 p11 0.091 p12 0.091\n");
}

static void expect_amounts(const int *amounts, size_t n, const char *expected)
{
	struct filed filed;

	filed_open(&filed);
	for (size_t i = 0; i < n; i++)
		add_spend(&filed, arena_printf(&filed.arena, "p%zu", i), 60,
			arena_printf(&filed.arena, "%d.00 USD", amounts[i]));
	assert_concentration(&filed, expected);
}

/* Of 100: 900 + 400 + 5 × 100 = 1800; 900 + 400 + 121 + 300 + 81 = 1802. */
static void up_to_1800_it_is_moderate(void **state)
{
	static const int even[] = {30, 20, 10, 10, 10, 10, 10};
	static const int above[] = {30, 20, 11, 10, 10, 10, 9};

	(void)state;
	expect_amounts(
		even, COUNT_OF(even), "USD 1800 moderate of 7: p0 0.300 p1 0.200 p2 0.100\n");
	expect_amounts(above, COUNT_OF(above), "USD 1802 high of 7: p0 0.300 p1 0.200 p2 0.110\n");
}

static void the_three_largest_are_named_of_equals_those_that_are_worse(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add_spend(&filed, "a", 60, "10.00 USD");
	add_spend(&filed, "b", 50, "10.00 USD");
	add_spend(&filed, "c", 70, "10.00 USD");
	add_spend(&filed, "d", 90, "70.00 USD");
	assert_concentration(&filed, "USD 5200 high of 4: d 0.700 b 0.100 a 0.100\n");
}

static void each_currency_stands_apart(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add_spend(&filed, "a", 60, "30.00 USD");
	add_spend(&filed, "b", 60, "10.00 EUR");
	add_spend(&filed, "c", 60, "10.00 USD");
	add_spend(&filed, "d", 60, "10.00 EUR");
	add_spend(&filed, "e", 60, "700 JPY");
	assert_concentration(&filed,
		"EUR 5000 high of 2: b 0.500 d 0.500\n"
		"USD 6250 high of 2: a 0.750 c 0.250\n");
}

static void converted_they_are_of_one_whole(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add_converted(&filed, "a", "10.00 USD", "10.00 USD");
	add_converted(&filed, "b", "20.00 EUR", "30.00 USD");
	assert_concentration(&filed, "USD 6250 high of 2: b 0.750 a 0.250\n");
}

static void who_has_no_name_goes_by_its_id(void **state)
{
	struct scorecard *card;
	const struct report_concentration *rows;
	const struct report_share *shares;
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add_spend(&filed, "a", 60, "30.00 USD");
	card = spent(&filed, "b", 60, "10.00 USD");
	card->name = NULL;
	filed_add(&filed, card);
	rows = overview_of(&filed)->concentration.items;
	shares = rows->largest.items;
	assert_string_equal(shares[0].name, "A");
	assert_string_equal(shares[1].name, "b");
	filed_close(&filed);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(spend_is_added_up_by_grade_and_currency),
		cmocka_unit_test(who_spends_unknown_amounts_is_counted),
		cmocka_unit_test(all_in_one_currency_where_every_rate_exists),
		cmocka_unit_test(one_missing_rate_leaves_each_in_its_own),
		cmocka_unit_test(a_sum_that_does_not_fit_is_unknown),
		cmocka_unit_test(of_two_that_cost_the_same_it_is_5000),
		cmocka_unit_test(there_must_be_two_that_cost_something),
		cmocka_unit_test(from_1000_on_it_is_moderate),
		cmocka_unit_test(up_to_1800_it_is_moderate),
		cmocka_unit_test(the_three_largest_are_named_of_equals_those_that_are_worse),
		cmocka_unit_test(each_currency_stands_apart),
		cmocka_unit_test(converted_they_are_of_one_whole),
		cmocka_unit_test(who_has_no_name_goes_by_its_id),
	};

	return cmocka_run_group_tests_name("report overview: spend", tests, NULL, NULL);
}
