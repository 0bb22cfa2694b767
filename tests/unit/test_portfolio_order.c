/* Portfolios: the orders H and K, spend in a common currency, and many members. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "filed.h"
#include "measured.h"

/* ---- H ---- */

static void add_standing(struct filed *filed, const char *id, enum standing standing, double score)
{
	struct scorecard *card = filed_card(filed, id, score);

	card->standing = (int)standing;
	filed_add(filed, card);
}

static void h_begins_with_the_most_urgent(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add_standing(&filed, "grow", STANDING_GROW, 10);
	add_standing(&filed, "none", STANDING_NONE, 1);
	add_standing(&filed, "gather", STANDING_GATHER, NAN);
	add_standing(&filed, "keep", STANDING_KEEP, 20);
	add_standing(&filed, "exit", STANDING_EXIT, 90);
	add_standing(&filed, "talk", STANDING_TALK, 80);
	filed_done(&filed);
	assert_string_equal(
		filed_ids(&filed, &filed.portfolio.partners), "exit talk gather keep grow none");
	filed_close(&filed);
}

static void h_goes_on_by_score_then_id(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add_standing(&filed, "unknown-b", STANDING_KEEP, NAN);
	add_standing(&filed, "b", STANDING_KEEP, 60);
	add_standing(&filed, "a-high", STANDING_KEEP, 60.1);
	add_standing(&filed, "a", STANDING_KEEP, 60);
	add_standing(&filed, "B", STANDING_KEEP, 60);
	add_standing(&filed, "unknown-a", STANDING_KEEP, NAN);
	add_standing(&filed, "zero", STANDING_KEEP, 0);
	filed_done(&filed);
	assert_string_equal(filed_ids(&filed, &filed.portfolio.partners),
		"zero B a b a-high unknown-a unknown-b");
	filed_close(&filed);
}

/* ---- K ---- */

/* `spend`, and what it is in euros, may be NULL. */
struct spender {
	const char *id, *criticality, *spend, *converted;
};

static struct card_policy euros = {
	.id = "euros", .digest = "d2", .currency = "EUR", .exit_below = 40, .talk_below = 55};

static void add_spender(
	struct filed *filed, const struct spender *spender, const struct card_policy *policy)
{
	struct scorecard *card = filed_card(filed, spender->id, 60);
	struct card_facts *facts = filed_facts(filed, card);
	struct card_converted converted = {0};

	card->criticality = spender->criticality;
	card->policy = policy;
	if (spender->spend) {
		facts->spend = filed_money(spender->spend);
		facts->cost_of_missing = facts->spend;
	}
	if (spender->converted) {
		converted.spend = filed_money(spender->converted);
		converted.cost_of_missing = converted.spend;
		facts->converted = &converted;
	}
	filed_add(filed, card);
}

static void add_spenders(struct filed *filed, const struct spender *spenders, size_t n)
{
	for (size_t i = 0; i < n; i++)
		add_spender(filed, &spenders[i], &euros);
}

/* The ids in order K. */
static const char *in_order_k(struct filed *filed)
{
	qsort(filed->portfolio.partners.items, filed->portfolio.partners.n,
		sizeof(const struct member *), member_compare_k);
	return filed_ids(filed, &filed->portfolio.partners);
}

static void k_begins_with_what_matters_most(void **state)
{
	static const struct spender spenders[] = {
		{"other-rich", "routine", "900.00 EUR", NULL},
		{"unsaid", NULL, "950.00 EUR", NULL},
		{"important", "important", "800.00 EUR", NULL},
		{"critical-unknown", "critical", NULL, NULL},
		{"critical-poor", "critical", "0.00 EUR", NULL},
		{"critical-rich", "critical", "1.00 EUR", NULL},
	};
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add_spenders(&filed, spenders, COUNT_OF(spenders));
	filed_done(&filed);
	assert_string_equal(in_order_k(&filed),
		"critical-rich critical-poor critical-unknown important unsaid other-rich");
	filed_close(&filed);
}

static void k_ends_with_h(void **state)
{
	static const struct spender spenders[] = {
		{"b", NULL, "5.00 EUR", NULL},
		{"d", NULL, NULL, NULL},
		{"a", NULL, "5.00 EUR", NULL},
		{"c", NULL, NULL, NULL},
	};
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add_spenders(&filed, spenders, COUNT_OF(spenders));
	add_standing(&filed, "worst", STANDING_EXIT, 20);
	filed_done(&filed);
	assert_string_equal(in_order_k(&filed), "a b worst c d");
	filed_close(&filed);
}

/* 100 yen are less than a euro only once they are converted. */
static void k_compares_what_is_converted(void **state)
{
	static const struct spender spenders[] = {
		{"yen", NULL, "100 JPY", "0.60 EUR"},
		{"euro", NULL, "1.00 EUR", NULL},
	};
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add_spenders(&filed, spenders, COUNT_OF(spenders));
	filed_done(&filed);
	assert_string_equal(currency_code(filed.portfolio.common), "EUR");
	assert_string_equal(in_order_k(&filed), "euro yen");
	filed_close(&filed);
}

/* ---- a common currency ---- */

static void assert_amount(struct money money, const char *expected)
{
	struct money right = filed_money(expected);

	assert_int_equal(money.currency, right.currency);
	assert_int_equal(money.minor, right.minor);
}

static void all_converted_sums_are_in_one_currency(void **state)
{
	static const struct spender spenders[] = {
		{"dollar", NULL, "110.00 USD", "100.00 EUR"},
		{"euro", NULL, "7.00 EUR", NULL},
		{"unknown", NULL, NULL, NULL},
	};
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add_spenders(&filed, spenders, COUNT_OF(spenders));
	filed_done(&filed);
	assert_amount(member_spend(&filed.portfolio, filed_member(&filed, "dollar")), "100.00 EUR");
	assert_amount(
		member_at_stake(&filed.portfolio, filed_member(&filed, "dollar")), "100.00 EUR");
	assert_amount(member_spend(&filed.portfolio, filed_member(&filed, "euro")), "7.00 EUR");
	assert_int_equal(
		member_spend(&filed.portfolio, filed_member(&filed, "unknown")).currency, 0);
	filed_close(&filed);
}

static void one_without_a_rate_keeps_all_apart(void **state)
{
	static const struct spender spenders[] = {
		{"dollar", NULL, "110.00 USD", "100.00 EUR"},
		{"yen", NULL, "100 JPY", NULL},
	};
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add_spenders(&filed, spenders, COUNT_OF(spenders));
	filed_done(&filed);
	assert_int_equal(filed.portfolio.common, 0);
	assert_amount(member_spend(&filed.portfolio, filed_member(&filed, "dollar")), "110.00 USD");
	assert_amount(
		member_at_stake(&filed.portfolio, filed_member(&filed, "dollar")), "110.00 USD");
	assert_string_equal(in_order_k(&filed), "dollar yen");
	filed_close(&filed);
}

/* The ended are in no sum. */
static void an_ended_one_does_not_matter(void **state)
{
	struct filed filed;
	struct scorecard *card;

	(void)state;
	filed_open(&filed);
	add_spender(&filed, &(struct spender){"euro", NULL, "7.00 EUR", NULL}, &euros);
	card = filed_card(&filed, "gone", 50);
	card->ended = day("2026-05-31");
	filed_facts(&filed, card)->spend = filed_money("100 JPY");
	filed_add(&filed, card);
	filed_done(&filed);
	assert_string_equal(currency_code(filed.portfolio.common), "EUR");
	filed_close(&filed);
}

static void policies_of_two_currencies_have_none_in_common(void **state)
{
	struct card_policy dollars = euros, none = euros;
	struct filed filed;

	(void)state;
	dollars.currency = "USD";
	none.currency = NULL;
	for (int i = 0; i < 2; i++) {
		filed_open(&filed);
		add_spender(&filed, &(struct spender){"a", NULL, "7.00 EUR", NULL}, &euros);
		add_spender(&filed, &(struct spender){"b", NULL, "7.00 EUR", NULL},
			i ? &none : &dollars);
		filed_done(&filed);
		assert_int_equal(filed.portfolio.common, 0);
		filed_close(&filed);
	}
}

static void a_currency_that_nobody_knows_is_none(void **state)
{
	struct card_policy shells = euros;
	struct filed filed;

	(void)state;
	shells.currency = "shells";
	filed_open(&filed);
	add_spender(&filed, &(struct spender){"a", NULL, "7.00 EUR", NULL}, &shells);
	filed_done(&filed);
	assert_int_equal(filed.portfolio.common, 0);
	filed_close(&filed);
}

static void without_facts_nothing_is_known(void **state)
{
	struct filed filed;
	const struct member *member;

	(void)state;
	filed_open(&filed);
	filed_add_score(&filed, "a", 50, NULL);
	filed_done(&filed);
	member = filed_member(&filed, "a");
	assert_int_equal(member_spend(&filed.portfolio, member).currency, 0);
	assert_int_equal(member_at_stake(&filed.portfolio, member).currency, 0);
	assert_true(isnan(member->units));
	filed_close(&filed);
}

/* ---- many ---- */

/* 100 000 cards of 50 000 partners in an order like that of a shuffled deck. */
static void many_are_sorted(void **state)
{
	enum { CARDS = 100000, PARTNERS = CARDS / 2 };
	struct filed filed;
	struct member *cards;

	(void)state;
	filed_open_at(&filed, NULL, NULL, KEEP_NOTHING);
	filed_add_score(&filed, "model", 50, NULL);
	cards = realloc(filed.portfolio.cards, CARDS * sizeof(*cards));
	assert_non_null(cards);
	for (size_t i = 1; i < CARDS; i++)
		cards[i] = cards[0];
	for (size_t i = 0; i < CARDS; i++) {
		size_t mixed = i * 7919 % CARDS;

		cards[i].partner = arena_printf(&filed.arena, "p%05zu", mixed / 2);
		cards[i].score = (double)(mixed / 2 % 97);
		cards[i].as_of -= mixed % 2 ? 100 : 0;
		cards[i].place = i;
	}
	filed.portfolio.cards = cards;
	filed.portfolio.n_cards = filed.portfolio.capacity = CARDS;
	filed_done(&filed);
	assert_int_equal(filed.portfolio.partners.n, PARTNERS);
	for (size_t i = 0; i < PARTNERS; i++) {
		const struct member *const *at = &filed.portfolio.partners.items[i];

		assert_int_equal((*at)->as_of - (*at)->past->as_of, 100);
		assert_true(i == 0 || member_compare_h(at - 1, at) < 0);
	}
	filed_close(&filed);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(h_begins_with_the_most_urgent),
		cmocka_unit_test(h_goes_on_by_score_then_id),
		cmocka_unit_test(k_begins_with_what_matters_most),
		cmocka_unit_test(k_ends_with_h),
		cmocka_unit_test(k_compares_what_is_converted),
		cmocka_unit_test(all_converted_sums_are_in_one_currency),
		cmocka_unit_test(one_without_a_rate_keeps_all_apart),
		cmocka_unit_test(an_ended_one_does_not_matter),
		cmocka_unit_test(policies_of_two_currencies_have_none_in_common),
		cmocka_unit_test(a_currency_that_nobody_knows_is_none),
		cmocka_unit_test(without_facts_nothing_is_known),
		cmocka_unit_test(many_are_sorted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
