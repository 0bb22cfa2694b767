/* Totals of the money of an exit, by currency and together. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "priced.h"
#include "tree.h"

/* A plan in which nothing is missing that is paid, and to run two at a time costs this nothing;
 * there is still more to say about `exit`. */
#define WHOLE_IN(nothing)                                \
	"contract: {end: 2027-12-31}\n"                  \
	"exit:\n  drop: [knowledge-transfer]\n"          \
	"  alternatives: [{name: Nobody, kind: none}]\n" \
	"  monthly_overlap: " nothing "\n"
#define WHOLE WHOLE_IN("0.00 USD")
#define DECOMMISSION "  decommission: 10.00 USD\n"
#define CREDIT(amount) "incidents: [{opened: 2026-03-04, credit: " amount "}]\n"
#define PENALTY "milestones: [{due: 2026-05-01, penalty: 700 JPY}]\n"

static void check_of(const char *records, const char *policy, const char *expected)
{
	price_totals(&(struct plan_text){.records = records, .policy = policy}, expected);
}

static void what_comes_in_less_what_goes_out(void **state)
{
	(void)state;
	check_of(WHOLE DECOMMISSION CREDIT("500.00 USD"), NULL,
		"USD in 500.00 USD, out 10.00 USD, net 490.00 USD, ask 0.00 USD\n");
}

static void net_may_be_below_zero(void **state)
{
	(void)state;
	check_of(WHOLE DECOMMISSION, NULL,
		"USD in 0.00 USD, out 10.00 USD, net -10.00 USD, ask 0.00 USD\n");
}

/* Riding it out is missing here, and costs nothing. */
static void what_is_only_good_to_know_is_in_no_total(void **state)
{
	(void)state;
	check_of(WHOLE DECOMMISSION "costs: [{kind: exit, forecast: 9.00 EUR}]\n", NULL,
		"USD in 0.00 USD, out 10.00 USD, net -10.00 USD, ask 0.00 USD\n");
}

static void what_is_missing_makes_it_at_least_so_much(void **state)
{
	(void)state;
	check_of(WHOLE CREDIT("500.00 USD"), NULL,
		"USD in 500.00 USD, out 0.00 USD, net 500.00 USD, ask 0.00 USD at least\n");
}

static void what_is_to_be_asked_for_stands_apart(void **state)
{
	(void)state;
	/* 214 of 365 days are unused */
	price_totals(
		&(struct plan_text){.records = "contract:\n  end: 2026-12-31\n"
					       "  termination: {convenience: true, refund: 25%}\n"
					       "  prepaid: [{from: 2026-01-01, to: 2026-12-31, "
					       "amount: 365.00 USD}]\n"
					       "exit:\n"
					       "  alternatives: [{name: Nobody, kind: none}]\n"
					       "  monthly_overlap: 0.00 USD\n"
					       "  decommission: 10.00 USD\n",
			.as_of = "2026-04-30",
			.by = "2026-05-31",
			.stressed = true},
		"USD in 53.50 USD, out 10.00 USD, net 43.50 USD, ask 160.50 USD\n");
}

static void currencies_stand_in_the_order_of_their_lines(void **state)
{
	(void)state;
	check_of(WHOLE DECOMMISSION PENALTY CREDIT("5.00 EUR"), NULL,
		"EUR in 5.00 EUR, out 0.00 EUR, net 5.00 EUR, ask 0.00 EUR\n"
		"JPY in 700 JPY, out 0 JPY, net 700 JPY, ask 0 JPY\n"
		"USD in 0.00 USD, out 10.00 USD, net -10.00 USD, ask 0.00 USD\n");
}

static void without_amounts_there_is_no_total(void **state)
{
	(void)state;
	check_of("", NULL, "");
	check_of("", "currency: USD\n", "");
}

#define RATE(code, rate, on) "  - {currency: " code ", rate: " rate ", on: " on "}\n"

static void all_of_them_together_by_the_rates_of_the_policy(void **state)
{
	(void)state;
	/* 5 × 1.5 + 700 × 0.01 */
	check_of(WHOLE DECOMMISSION PENALTY CREDIT("5.00 EUR"),
		"currency: USD\nrates:\n" RATE("EUR", "1.5", "2026-06-30")
			RATE("EUR", "9", "2026-07-01") RATE("JPY", "0.01", "2020-01-01"),
		"EUR in 5.00 EUR, out 0.00 EUR, net 5.00 EUR, ask 0.00 EUR\n"
		"JPY in 700 JPY, out 0 JPY, net 700 JPY, ask 0 JPY\n"
		"USD in 0.00 USD, out 10.00 USD, net -10.00 USD, ask 0.00 USD\n"
		"USD in 14.50 USD, out 10.00 USD, net 4.50 USD, ask 0.00 USD together\n");
}

static void one_missing_rate_leaves_them_apart(void **state)
{
	(void)state;
	check_of(WHOLE DECOMMISSION CREDIT("5.00 EUR"),
		"currency: USD\nrates:\n" RATE("EUR", "1.5", "2026-07-01"),
		"EUR in 5.00 EUR, out 0.00 EUR, net 5.00 EUR, ask 0.00 EUR\n"
		"USD in 0.00 USD, out 10.00 USD, net -10.00 USD, ask 0.00 USD\n");
}

static void the_currency_of_the_policy_alone_needs_no_more(void **state)
{
	(void)state;
	check_of(WHOLE DECOMMISSION, "currency: USD\n",
		"USD in 0.00 USD, out 10.00 USD, net -10.00 USD, ask 0.00 USD\n");
}

static void another_currency_alone_is_converted(void **state)
{
	(void)state;
	check_of(WHOLE DECOMMISSION, "currency: GBP\nrates:\n" RATE("USD", "0.75", "2026-01-01"),
		"USD in 0.00 USD, out 10.00 USD, net -10.00 USD, ask 0.00 USD\n"
		"GBP in 0.00 GBP, out 7.50 GBP, net -7.50 GBP, ask 0.00 GBP together\n");
}

static void converted_halves_go_to_the_even_side(void **state)
{
	static const char policy[] = "currency: USD\nrates:\n" RATE("EUR", "0.5", "2026-01-01");

	(void)state;
	check_of(WHOLE_IN("0.00 EUR") "  decommission: 0.01 EUR\n" CREDIT("0.03 EUR"), policy,
		"EUR in 0.03 EUR, out 0.01 EUR, net 0.02 EUR, ask 0.00 EUR\n"
		"USD in 0.02 USD, out 0.00 USD, net 0.02 USD, ask 0.00 USD together\n");
}

/* The greatest amount there is, and one unit more. */
static void a_total_that_does_not_fit_is_missing(void **state)
{
	(void)state;
	check_of(WHOLE "  decommission: 92233720368547758.07 USD\n"
		       "  staff: {count: 1, transfer_fee: 0.01 USD}\n",
		"currency: EUR\nrates:\n" RATE("USD", "1", "2026-01-01"),
		"USD in 0.00 USD, out none, net none, ask 0.00 USD at least\n");
}

static void lines_stand_in_the_order_of_their_table(void **state)
{
	static const char *const items[] = {"refund", "refund-ask", "early-fee",
		"commitment-shortfall", "credit", "credit-computed", "penalty", "reward", "owed",
		"transition-service", "bridge", "transition-assistance", "parallel-running",
		"alternative", "migration", "egress", "staff-transfer", "decommission", "ride-out",
		"budget"};
	struct planned planned;

	(void)state;
	plan_open(&planned, &(struct plan_text){.records = ""});
	assert_int_equal(planned.plan->money.n, COUNT_OF(items));
	for (size_t i = 0; i < COUNT_OF(items); i++)
		assert_string_equal(
			PLAN_ITEM(struct plan_money, planned.plan->money, i)->item, items[i]);
	plan_close(&planned);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, tree_begin, tree_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_comes_in_less_what_goes_out),
		TEST(net_may_be_below_zero),
		TEST(what_is_only_good_to_know_is_in_no_total),
		TEST(what_is_missing_makes_it_at_least_so_much),
		TEST(what_is_to_be_asked_for_stands_apart),
		TEST(currencies_stand_in_the_order_of_their_lines),
		TEST(without_amounts_there_is_no_total),
		TEST(all_of_them_together_by_the_rates_of_the_policy),
		TEST(one_missing_rate_leaves_them_apart),
		TEST(the_currency_of_the_policy_alone_needs_no_more),
		TEST(another_currency_alone_is_converted),
		TEST(converted_halves_go_to_the_even_side),
		TEST(a_total_that_does_not_fit_is_missing),
		TEST(lines_stand_in_the_order_of_their_table),
	};

	return cmocka_run_group_tests_name("exit totals", tests, NULL, NULL);
}
