/* Cost to the end of life, by partner and currency. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "filed.h"
#include "partner/report.h"

#define LIVES_MOST 3

/* Amounts of one currency; NULL: unknown. */
struct life {
	const char *currency, *low, *expected, *high, *npv;
};

/* A partner with costs in several currencies, closed by one without a name. */
static void add(struct filed *filed, const char *id, const struct life *of)
{
	struct scorecard *card = filed_card(filed, id, 60);
	struct card_life *lives = arena_array(&filed->arena, LIVES_MOST, sizeof(*lives));
	size_t n = 0;

	for (; of[n].currency; n++)
		lives[n] = (struct card_life){
			.currency = of[n].currency,
			.low = filed_money(of[n].low),
			.expected = filed_money(of[n].expected),
			.high = filed_money(of[n].high),
			.npv = filed_money(of[n].npv),
		};
	filed_facts(filed, card)->cost_to_end_of_life = (struct array){lives, n};
	filed_add(filed, card);
}

#define ADD(filed, id, ...) add((filed), (id), (const struct life[]){__VA_ARGS__, {0}})

static void put_costs(struct buffer *text, struct array costs)
{
	const struct report_cost *row = costs.items;

	for (size_t i = 0; i < costs.n; i++, row++) {
		if (row->partner)
			buffer_printf(text, "%s:", row->partner);
		else
			buffer_printf(text, "%s of %d:", row->currency, (int)row->partners);
		filed_put_money(text, row->low);
		filed_put_money(text, row->expected);
		filed_put_money(text, row->high);
		filed_put_money(text, row->npv);
		buffer_putc(text, '\n');
	}
}

/* The rows, then the sums. */
static void check_costs(struct filed *filed, const char *expected)
{
	struct buffer text = {0};
	struct array costs, totals;

	filed_done(filed);
	costs = report_costs(&filed->portfolio, &totals);
	put_costs(&text, costs);
	put_costs(&text, totals);
	assert_string_equal(buffer_keep(&text, &filed->arena), expected);
	filed_close(filed);
}

static void the_dearest_first_then_the_sum(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	ADD(&filed, "cheap", {"EUR", "1.00 EUR", "2.00 EUR", "30.00 EUR", "1.90 EUR"});
	ADD(&filed, "dear", {"EUR", "0.10 EUR", "4.00 EUR", "5.00 EUR", "3.80 EUR"});
	check_costs(&filed,
		"dear: 0.10 EUR 4.00 EUR 5.00 EUR 3.80 EUR\n"
		"cheap: 1.00 EUR 2.00 EUR 30.00 EUR 1.90 EUR\n"
		"EUR of 2: 1.10 EUR 6.00 EUR 35.00 EUR 5.70 EUR\n");
}

static void each_currency_by_itself(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	ADD(&filed, "a", {"USD", "1.00 USD", "2.00 USD", "3.00 USD", "2.00 USD"},
		{"EUR", "4.00 EUR", "5.00 EUR", "6.00 EUR", "5.00 EUR"});
	ADD(&filed, "b", {"USD", "7.00 USD", "8.00 USD", "9.00 USD", "8.00 USD"});
	check_costs(&filed,
		"a: 4.00 EUR 5.00 EUR 6.00 EUR 5.00 EUR\n"
		"b: 7.00 USD 8.00 USD 9.00 USD 8.00 USD\n"
		"a: 1.00 USD 2.00 USD 3.00 USD 2.00 USD\n"
		"EUR of 1: 4.00 EUR 5.00 EUR 6.00 EUR 5.00 EUR\n"
		"USD of 2: 8.00 USD 10.00 USD 12.00 USD 10.00 USD\n");
}

static void equally_dear_ones_by_id(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	ADD(&filed, "b", {"JPY", "1 JPY", "5 JPY", "9 JPY", "4 JPY"});
	ADD(&filed, "a", {"JPY", "2 JPY", "5 JPY", "8 JPY", "3 JPY"});
	check_costs(&filed,
		"a: 2 JPY 5 JPY 8 JPY 3 JPY\n"
		"b: 1 JPY 5 JPY 9 JPY 4 JPY\n"
		"JPY of 2: 3 JPY 10 JPY 17 JPY 7 JPY\n");
}

static void one_without_a_present_value_leaves_the_sum_without(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	ADD(&filed, "a", {"EUR", "1.00 EUR", "3.00 EUR", "3.00 EUR", NULL});
	ADD(&filed, "b", {"EUR", "1.00 EUR", "2.00 EUR", "3.00 EUR", "2.00 EUR"});
	ADD(&filed, "c", {"EUR", "1.00 EUR", "1.00 EUR", "3.00 EUR", "2.00 EUR"});
	check_costs(&filed,
		"a: 1.00 EUR 3.00 EUR 3.00 EUR unknown\n"
		"b: 1.00 EUR 2.00 EUR 3.00 EUR 2.00 EUR\n"
		"c: 1.00 EUR 1.00 EUR 3.00 EUR 2.00 EUR\n"
		"EUR of 3: 3.00 EUR 6.00 EUR 9.00 EUR unknown\n");
}

static void a_sum_that_does_not_fit_is_unknown(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	ADD(&filed, "a", {"EUR", "1.00 EUR", "2.00 EUR", "92233720368547758.07 EUR", "1.00 EUR"});
	ADD(&filed, "b", {"EUR", "1.00 EUR", "1.00 EUR", "0.01 EUR", "1.00 EUR"});
	ADD(&filed, "c", {"EUR", "1.00 EUR", "0.00 EUR", "1.00 EUR", "1.00 EUR"});
	check_costs(&filed,
		"a: 1.00 EUR 2.00 EUR 92233720368547758.07 EUR 1.00 EUR\n"
		"b: 1.00 EUR 1.00 EUR 0.01 EUR 1.00 EUR\n"
		"c: 1.00 EUR 0.00 EUR 1.00 EUR 1.00 EUR\n"
		"EUR of 3: 3.00 EUR 3.00 EUR unknown 3.00 EUR\n");
}

/* Lines may be anybody's. */
static void amounts_of_another_currency_are_unknown(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	ADD(&filed, "a", {"EUR", "1.00 USD", "2.00 EUR", "3.00 EUR", "2.00 EUR"});
	ADD(&filed, "b", {"EUR", "1.00 EUR", "9.00 USD", "3.00 EUR", "2.00 EUR"});
	check_costs(&filed,
		"a: unknown 2.00 EUR 3.00 EUR 2.00 EUR\n"
		"b: 1.00 EUR unknown 3.00 EUR 2.00 EUR\n"
		"EUR of 2: unknown unknown 6.00 EUR 4.00 EUR\n");
}

static void amounts_of_no_currency_are_left_out(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	ADD(&filed, "a", {"ABC", "1.00 EUR", "2.00 EUR", "3.00 EUR", NULL},
		{"EUR", "1.00 EUR", "2.00 EUR", "3.00 EUR", "2.00 EUR"});
	check_costs(&filed,
		"a: 1.00 EUR 2.00 EUR 3.00 EUR 2.00 EUR\n"
		"EUR of 1: 1.00 EUR 2.00 EUR 3.00 EUR 2.00 EUR\n");
}

static void who_has_no_cost_is_left_out(void **state)
{
	struct filed filed;
	struct scorecard *card;

	(void)state;
	filed_open(&filed);
	filed_add_score(&filed, "no-facts", 60, NULL);
	card = filed_card(&filed, "no-contract", 60);
	filed_facts(&filed, card);
	filed_add(&filed, card);
	check_costs(&filed, "");
}

/* One more in each of two currencies than is kept of it. */
static void check_kept(bool uncut, size_t each)
{
	const struct report_cost *row;
	struct array costs, totals;
	struct filed filed;

	filed_open(&filed);
	filed.portfolio.options.uncut = uncut;
	for (int i = 0; i <= COSTS_CUT; i++)
		ADD(&filed, arena_printf(&filed.arena, "p%02d", i),
			{"EUR", "1.00 EUR", "2.00 EUR", "3.00 EUR", "2.00 EUR"},
			{"JPY", "1 JPY", "2 JPY", "3 JPY", "2 JPY"});
	filed_done(&filed);
	costs = report_costs(&filed.portfolio, &totals);
	assert_int_equal(costs.n, 2 * each);
	row = costs.items;
	assert_string_equal(row[each - 1].currency, "EUR");
	assert_string_equal(row[each].currency, "JPY");
	assert_string_equal(row[each].partner, "p00");
	row = totals.items;
	assert_int_equal(totals.n, 2);
	assert_int_equal(row[0].partners, COSTS_CUT + 1);
	assert_int_equal(row[1].expected.minor, 2 * (COSTS_CUT + 1));
	filed_close(&filed);
}

static void the_dearest_will_do_but_sums_are_of_all(void **state)
{
	(void)state;
	check_kept(false, COSTS_CUT);
	check_kept(true, COSTS_CUT + 1);
}

static void rows_say_whose_they_are(void **state)
{
	const struct report_cost *row;
	struct filed filed;
	struct array costs, totals;

	(void)state;
	filed_open(&filed);
	ADD(&filed, "acme", {"EUR", "1.00 EUR", "2.00 EUR", "3.00 EUR", "2.00 EUR"});
	filed_done(&filed);
	costs = report_costs(&filed.portfolio, &totals);
	assert_int_equal(costs.n, 1);
	row = costs.items;
	assert_string_equal(row->partner, "acme");
	assert_string_equal(row->name, "ACME");
	assert_string_equal(row->currency, "EUR");
	assert_int_equal(row->partners, 1);
	row = totals.items;
	assert_null(row->partner);
	assert_null(row->name);
	filed_close(&filed);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_dearest_first_then_the_sum),
		cmocka_unit_test(each_currency_by_itself),
		cmocka_unit_test(equally_dear_ones_by_id),
		cmocka_unit_test(one_without_a_present_value_leaves_the_sum_without),
		cmocka_unit_test(a_sum_that_does_not_fit_is_unknown),
		cmocka_unit_test(amounts_of_another_currency_are_unknown),
		cmocka_unit_test(amounts_of_no_currency_are_left_out),
		cmocka_unit_test(who_has_no_cost_is_left_out),
		cmocka_unit_test(the_dearest_will_do_but_sums_are_of_all),
		cmocka_unit_test(rows_say_whose_they_are),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
