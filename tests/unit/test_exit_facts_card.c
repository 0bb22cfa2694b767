/* Which cards have facts, and the cost to the end of life in them. As of 2026-06-30. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "measured.h"
#include "partner/exit_plan.h"
#include "partner/write.h"
#include "stated.h"
#include "tree.h"

/* ---- the cost to the end of life ---- */

static void assert_same_money(struct money a, struct money b)
{
	assert_int_equal(a.currency, b.currency);
	assert_int_equal(a.minor, b.minor);
}

/* Those of the plan; `n` of them, so that it is not about nothing. */
static void check_life(const char *records, size_t n)
{
	const struct plan_request request = {
		.as_of = day("2026-06-30"), .start = DATE_NONE, .by = DATE_NONE, .reason = -1};
	struct carded carded;
	struct array lives, costs;

	card_open(
		&carded, &(struct card_text){.records = records, .policy = "discount_rate: 10%\n"});
	lives = exit_facts(&carded.source, carded.card)->cost_to_end_of_life;
	costs = exit_plan_make(&carded.source, &request)->cost_to_end_of_life;
	assert_int_equal(lives.n, n);
	assert_int_equal(costs.n, n);
	for (size_t i = 0; i < n; i++) {
		const struct card_life *life = CARD_ITEM(struct card_life, lives, i);
		const struct plan_cost *cost = CARD_ITEM(struct plan_cost, costs, i);

		assert_string_equal(life->currency, cost->currency);
		assert_same_money(life->low, cost->low);
		assert_same_money(life->expected, cost->expected);
		assert_same_money(life->high, cost->high);
		assert_same_money(life->npv, cost->npv);
	}
	card_close(&carded);
}

static void it_costs_what_its_plan_says(void **state)
{
	(void)state;
	check_life("contract: {start: 2026-01-01, end: 2026-12-31, value: 36500.00 EUR, "
		   "prepaid: [{from: 2026-01-01, to: 2027-06-30, amount: 1000.00 EUR}], "
		   "credits: {rate: 10%}, service_levels: [{severity: 1, resolve: 1h}], "
		   "termination: {convenience: true, fee: 100.00 EUR}, "
		   "transition: {period: 3mo, included_days: 1, day_rate: 10.00 USD}}\n"
		   "incidents:\n  - {opened: 2026-05-01, severity: 1, cause: partner}\n"
		   "  - {opened: 2026-05-01, severity: 1, cause: third-party, credit: 5.00 EUR}\n"
		   "costs:\n  - {kind: exit, forecast: 7 JPY}\n"
		   "  - {kind: migration, from: 2026-09-01, forecast: 9.00 GBP}\n"
		   "  - {kind: staff, forecast: 30.00 EUR, actual: 40.00 EUR, per: month}\n"
		   "exit: {reason: breach, decommission: 3.00 EUR, monthly_overlap: 12.00 EUR, "
		   "staff: {count: 2, transfer_fee: 4.00 EUR}, "
		   "alternatives: [{lead: 200d, cost: 50.00 EUR}]}\n",
		3);
}

static void what_has_no_end_ends_with_the_cutover(void **state)
{
	(void)state;
	check_life("contract: {renewal: evergreen, value: 100.00 EUR, per: month}\n"
		   "exit: {decommission: 3.00 EUR}\n",
		1);
}

static void tasks_that_wait_for_each_other_cost_what_is_known(void **state)
{
	(void)state;
	check_life("contract: {start: 2026-01-01, end: 2026-12-31, value: 36500.00 EUR}\n"
		   "exit: {tasks: [{id: gate, after: [cutover]}]}\n",
		1);
}

static void without_a_contract_it_is_left_out(void **state)
{
	struct carded carded;

	(void)state;
	card_open(&carded, &(struct card_text){.records = "exit: {decommission: 3.00 EUR}\n"});
	assert_int_equal(exit_facts(&carded.source, carded.card)->cost_to_end_of_life.n, 0);
	card_close(&carded);
}

/* ---- which cards have them ---- */

#define NOTICE(more)                                                                          \
	"contract: {end: 2026-12-31, renewal: auto, value: 10.00 EUR, notice: {period: 3mo, " \
	"opens: 6mo" more "}}\n"

static void our_own_side_has_none(void **state)
{
	struct carded carded;

	(void)state;
	card_open(&carded, &(struct card_text){.records = NOTICE(""), .us = true});
	assert_null(exit_facts(&carded.source, carded.card));
	card_close(&carded);
	card_open(&carded, &(struct card_text){.records = NOTICE(""), .kind = "self", .us = true});
	assert_null(exit_facts(&carded.source, carded.card));
	card_close(&carded);
}

static void a_card_is_made_with_them(void **state)
{
	const struct card_request request = {
		.as_of = day("2026-06-30"), .effects = true, .trend = 2};
	struct carded carded;
	const struct scorecard *plain, *card;
	struct buffer a = {0}, b = {0};
	struct scorecard without;

	(void)state;
	card_open(&carded, &(struct card_text){.records = NOTICE("")});
	plain = scorecard_make(&carded.source, &request, SIDE_PARTNER);
	card = exit_facts_card(&carded.source, &request, SIDE_PARTNER);
	assert_null(plain->facts);
	assert_non_null(card->facts);
	without = *card;
	without.facts = NULL;
	write_json_line(&a, &scorecard_record, plain);
	write_json_line(&b, &scorecard_record, &without);
	assert_int_equal(a.length, b.length);
	assert_memory_equal(a.data, b.data, a.length);
	buffer_free(&a);
	buffer_free(&b);
	card_close(&carded);
}

static void of_what_has_ended_the_rest_is_unknown(void **state)
{
	struct carded carded;
	const struct card_facts *facts;

	(void)state;
	card_open(&carded,
		&(struct card_text){
			.records =
				"ended: 2026-03-31\nexit: {functions: [{id: a, critical: true}], "
				"alternatives: [{substitutability: easy, tested: 2026-01-01}]}\n"
				"contract: {end: 2026-12-31, value: 10.00 EUR}\n",
			.policy = "currency: EUR\n"});
	facts = exit_facts(&carded.source, carded.card);
	assert_null(facts->substitutability);
	assert_int_equal(facts->alternative_tested, DATE_NONE);
	assert_int_equal(facts->critical_functions, 0);
	assert_int_equal(facts->cost_to_end_of_life.n, 0);
	assert_null(facts->converted);
	assert_int_equal(facts->events.n, 1);
	assert_non_null(facts->mirror);
	card_close(&carded);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, tree_begin, tree_end)
		TEST(it_costs_what_its_plan_says),
		TEST(what_has_no_end_ends_with_the_cutover),
		TEST(tasks_that_wait_for_each_other_cost_what_is_known),
		TEST(without_a_contract_it_is_left_out),
		TEST(our_own_side_has_none),
		TEST(a_card_is_made_with_them),
		TEST(of_what_has_ended_the_rest_is_unknown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
