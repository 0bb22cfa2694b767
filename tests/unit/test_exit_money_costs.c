/* Money of an exit: what the move itself costs, and the budget for it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "priced.h"
#include "tree.h"

/* Migration from 4 January to 2 February, cutover on 18 February, export to the 23rd. */
#define MOVE                                                     \
	"exit:\n  tasks:\n"                                      \
	"    - {id: migration, fixed: 2027-01-04, takes: 30d}\n" \
	"    - {id: parallel-run, takes: 14d}\n"

/* ---- the alternative ---- */

static void the_first_real_alternative_costs_once(void **state)
{
	(void)state;
	price_check_of("exit:\n  alternatives:\n"
		       "    - {name: Nobody, kind: none, cost: 1.00 USD}\n"
		       "    - {name: Ours, kind: in-house, cost: 800.00 USD, running: 5.00 USD}\n"
		       "    - {name: Theirs, kind: replacement, cost: 2.00 USD}\n",
		"alternative", "800.00 USD = 800.00 USD\n");
}

static void an_alternative_is_due_when_it_is_ready(void **state)
{
	struct plan_text text = {.records =
					 "exit:\n  alternatives: [{name: X, cost: 0.00 USD}]\n"
					 "  tasks: [{id: alternative-ready, done: 2026-06-01}]\n"};

	(void)state;
	price_check(&text, "alternative", "0.00 USD = 0.00 USD\n");
	price_place(&text, "alternative", "2026-06-01 exit.alternatives acme.yaml:5");
}

static void an_alternative_must_be_known_with_its_cost(void **state)
{
	(void)state;
	price_check_of("", "alternative", "missing: exit.alternatives is not given\n");
	price_check_of("exit: {alternatives: [{name: X}]}\n", "alternative",
		"missing: exit.alternatives.cost is not given\n");
	price_check_of("exit: {alternatives: [{name: X, kind: none}]}\n", "alternative",
		"not applicable: there is no alternative\n");
}

/* ---- migration ---- */

static void only_what_is_ahead_of_migration_counts(void **state)
{
	(void)state;
	price_check_of(
		"costs:\n"
		"  - {kind: migration, from: 2026-06-01, to: 2026-07-30, forecast: 6000.00 USD}\n"
		"  - {kind: migration, from: 2026-06-30, forecast: 9.00 USD}\n"
		"  - {kind: migration, from: 2026-08-01, forecast: 10.00 USD, actual: 1.00 USD}\n"
		"  - {kind: other, from: 2026-08-01, forecast: 11.00 USD}\n",
		"migration",
		"3000.00 USD = 6000.00 USD × 30 / 60\n"
		"10.00 USD = 10.00 USD\n");
}

/* 90 days; 184 + 33 days at 12 a day. */
static void a_rate_runs_to_its_end_else_to_that_of_migration(void **state)
{
	struct plan_text text = {.records = MOVE
		"costs:\n"
		"  - {kind: migration, from: 2026-12-01, to: 2027-02-28, per: month, forecast: "
		"365.00 USD}\n"
		"  - {kind: migration, from: 2026-07-01, per: month, forecast: 365.00 EUR}\n"};

	(void)state;
	price_check(&text, "migration",
		"1080.00 USD = 365.00 USD × 90 × 12 / 365\n"
		"2604.00 EUR = 365.00 EUR × 217 × 12 / 365\n");
	price_place(&text, "migration", "2027-02-02 cost:#1 acme.yaml:9");
}

static void migration_says_what_it_lacks(void **state)
{
	(void)state;
	price_check_of("exit: {drop: [migration]}\ncosts:\n"
		       "  - {kind: migration, forecast: 1.00 USD}\n"
		       "  - {kind: migration, from: 2026-08-01}\n"
		       "  - {kind: migration, from: 2026-08-01, actual: 1.00 USD}\n"
		       "  - {kind: migration, from: 2026-08-01, per: year, forecast: 1.00 USD}\n"
		       "  - {kind: migration, per: year, forecast: 1.00 USD}\n",
		"migration",
		"missing: costs.from is not given\n"
		"missing: costs.forecast is not given\n"
		"missing: the end of migration is not known\n"
		"missing: costs.from is not given\n");
	price_check_of("costs: [{kind: migration, from: 2026-01-01, forecast: 1.00 USD}]\n",
		"migration", "not applicable: no forecast of kind migration is ahead\n");
}

static void a_disputed_cost_is_marked(void **state)
{
	(void)state;
	price_check_of("costs: [{kind: migration, from: 2026-08-01, forecast: 1.00 USD}]\n"
		       "disputes: [{record: 'cost:#1', by: us, on: 2026-06-01}]\n",
		"migration", "1.00 USD = 1.00 USD (disputed)\n");
}

/* ---- data ---- */

#define DATA "  data: [{id: A, volume_gb: 1200.5}, {id: B, volume_gb: 99.5}]\n"

static void data_above_the_free_volume_is_paid_by_its_volume(void **state)
{
	struct plan_text text = {.records = MOVE DATA "  egress: {free_gb: 100, rate: 0.09 USD}\n"};

	(void)state;
	price_check(&text, "egress", "108.00 USD = (1300 − 100) GB × 0.09 USD\n");
	price_place(&text, "egress", "2027-02-23 exit.egress.rate acme.yaml:9");
	price_check_of("exit:\n" DATA "  egress: {free_gb: 2000.25, rate: 0.09 USD}\n", "egress",
		"0.00 USD = (1300 − 2000.25) GB × 0.09 USD, at least 0\n");
}

#define EGRESS(volume, rate) \
	"exit: {data: [{volume_gb: " volume "}], egress: {free_gb: 0, rate: " rate "}}\n"

static void prices_of_a_gigabyte_are_exact_in_each_currency(void **state)
{
	(void)state;
	/* 1.5 yen; 0.5 and 1.5 fils; 1300 millionths of a dollar */
	price_check_of(EGRESS("3", "0.5 JPY"), "egress", "2 JPY = (3 − 0) GB × 0.5 JPY\n");
	price_check_of(
		EGRESS("1", "0.0005 KWD"), "egress", "0.000 KWD = (1 − 0) GB × 0.0005 KWD\n");
	price_check_of(
		EGRESS("3", "0.0005 KWD"), "egress", "0.002 KWD = (3 − 0) GB × 0.0005 KWD\n");
	price_check_of(EGRESS("1300", "0.000001 USD"), "egress",
		"0.00 USD = (1300 − 0) GB × 0.000001 USD\n");
}

static void data_needs_volumes_a_price_and_what_is_free(void **state)
{
	(void)state;
	price_check_of("exit: {egress: {rate: 0.09 USD}}\n", "egress",
		"not applicable: there is no data\n");
	price_check_of("exit:\n" DATA, "egress", "missing: exit.egress.rate is not given\n");
	price_check_of("exit:\n" DATA "  egress: {free_gb: 0}\n", "egress",
		"missing: exit.egress.rate is not given\n");
	price_check_of("exit:\n" DATA "  egress: {rate: 0.09 USD}\n", "egress",
		"missing: exit.egress.free_gb is not given\n");
	price_check_of("exit: {data: [{volume_gb: 1}, {id: B}], "
		       "egress: {free_gb: 0, rate: 1 USD}}\n",
		"egress", "missing: exit.data.volume_gb is not given\n");
	price_check_of(
		EGRESS("99999999999999", "1 USD"), "egress", "missing: the volume is too large\n");
	price_check_of(EGRESS("9000000000000", "9000000000000 USD"), "egress",
		"missing: the amount is too large\n");
}

/* ---- people, and what is left ---- */

static void each_of_the_staff_has_a_fee(void **state)
{
	struct plan_text text = {
		.records = MOVE "  staff: {count: 6, transfer_fee: 3500.00 USD}\n"};

	(void)state;
	price_check(&text, "staff-transfer", "21000.00 USD = 6 × 3500.00 USD\n");
	price_place(&text, "staff-transfer", "2027-02-18 exit.staff.transfer_fee acme.yaml:8");
	price_place(&(struct plan_text){.records = "exit: {staff: {count: 0, last_day: 2027-01-31, "
						   "transfer_fee: 1.00 USD}}\n"},
		"staff-transfer", "2027-01-31 exit.staff.transfer_fee acme.yaml:4");
}

static void staff_without_a_fee_is_not_applicable(void **state)
{
	(void)state;
	price_check_of("exit: {staff: {count: 6}}\n", "staff-transfer",
		"not applicable: exit.staff.transfer_fee is not given\n");
	price_check_of("exit: {staff: {transfer_fee: 1.00 USD}}\n", "staff-transfer",
		"missing: exit.staff.count is not given\n");
	price_check_of("exit: {staff: {count: 0, transfer_fee: 1.00 USD}}\n", "staff-transfer",
		"0.00 USD = 0 × 1.00 USD\n");
	price_check_of("exit: {staff: {count: 2, transfer_fee: 92233720368547758.07 USD}}\n",
		"staff-transfer", "missing: the amount is too large\n");
}

static void decommissioning_is_what_it_says(void **state)
{
	(void)state;
	price_check_of("exit: {decommission: 1900.00 GBP}\n", "decommission",
		"1900.00 GBP = 1900.00 GBP\n");
	price_check_of("exit: {decommission: 0.00 GBP}\n", "decommission", "0.00 GBP = 0.00 GBP\n");
	price_check_of("", "decommission", "missing: exit.decommission is not given\n");
}

/* What is not written has its place where it would stand. */
static void what_is_missing_has_a_place(void **state)
{
	(void)state;
	price_place(&(struct plan_text){.records = "exit:\n  drop: [closure]\n"}, "decommission",
		"none exit.decommission acme.yaml:5");
	price_place(&(struct plan_text){.records = "exit: {drop: [cutover]}\n"}, "staff-transfer",
		"none exit.staff.transfer_fee acme.yaml:4");
	price_place(&(struct plan_text){.records = "exit: {drop: [cutover]}\n"},
		"commitment-shortfall", "none contract.commitment acme.yaml:1");
}

/* ---- the budget ---- */

static void forecasts_of_exit_are_added_by_currency(void **state)
{
	(void)state;
	price_check_of(
		"costs:\n"
		"  - {kind: exit, forecast: 5000.00 USD}\n"
		"  - {kind: exit, forecast: 100.00 EUR}\n"
		"  - {kind: exit, from: 2020-01-01, forecast: 3000.00 USD, actual: 1.00 USD}\n"
		"  - {kind: exit, from: 2026-01-01, to: 2026-01-10, per: month, forecast: "
		"365.00 USD}\n"
		"  - {kind: other, forecast: 9.00 USD}\n",
		"budget",
		"8120.00 USD = 5000.00 USD + 3000.00 USD + 365.00 USD × 10 × 12 / 365\n"
		"100.00 EUR = 100.00 EUR\n");
}

static void a_budget_says_what_it_lacks(void **state)
{
	(void)state;
	price_check_of("costs:\n"
		       "  - {kind: exit}\n"
		       "  - {kind: exit, per: month, forecast: 5.00 USD}\n"
		       "  - {kind: exit, forecast: 1.00 USD}\n"
		       "  - {kind: exit, actual: 1.00 USD}\n",
		"budget",
		"missing: costs.forecast is not given\n"
		"missing: costs.from is not given\n"
		"1.00 USD = 1.00 USD\n");
	price_check_of("", "budget", "not applicable: no forecast of kind exit is given\n");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, tree_begin, tree_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_first_real_alternative_costs_once),
		TEST(an_alternative_is_due_when_it_is_ready),
		TEST(an_alternative_must_be_known_with_its_cost),
		TEST(only_what_is_ahead_of_migration_counts),
		TEST(a_rate_runs_to_its_end_else_to_that_of_migration),
		TEST(migration_says_what_it_lacks),
		TEST(a_disputed_cost_is_marked),
		TEST(data_above_the_free_volume_is_paid_by_its_volume),
		TEST(prices_of_a_gigabyte_are_exact_in_each_currency),
		TEST(data_needs_volumes_a_price_and_what_is_free),
		TEST(each_of_the_staff_has_a_fee),
		TEST(staff_without_a_fee_is_not_applicable),
		TEST(decommissioning_is_what_it_says),
		TEST(what_is_missing_has_a_place),
		TEST(forecasts_of_exit_are_added_by_currency),
		TEST(a_budget_says_what_it_lacks),
	};

	return cmocka_run_group_tests_name("exit money costs", tests, NULL, NULL);
}
