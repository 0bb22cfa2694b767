/* Warnings of an exit plan: money. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tree.h"
#include "warned.h"

#define CHECK(id, expected, ...) check_warnings(&(struct plan_text){__VA_ARGS__}, (id), (expected))

/* A contract that ends by itself at the end of the year. */
#define ENDS                  \
	"contract:\n"         \
	"  renewal: manual\n" \
	"  end: 2026-12-31\n"

/* ---- what is not ours yet ---- */

/* A euro a day, and 31 days of December. */
#define PREPAID        \
	"  prepaid:\n" \
	"    - {from: 2026-01-01, to: 2026-12-31, amount: 365.00 EUR}\n"

static void x18_the_partner_must_agree(void **state)
{
	(void)state;
	CHECK("X18",
		"warning 8: 31.00 EUR of what was prepaid comes back only if the partner agrees\n",
		.records = ENDS PREPAID, .by = "2026-11-30");
}

static void x18_we_are_entitled_or_nothing_is_left(void **state)
{
	(void)state;
	CHECK("X18", "",
		.records = ENDS PREPAID "  termination: {convenience: true, refund: 100%}\n",
		.by = "2026-11-30");
	CHECK("X18", "", .records = ENDS PREPAID);
}

/* A euro a day, 184 of them from 2026-07-01 to the end of the year. */
#define CREDIT(amount)               \
	ENDS "  value: 365.00 EUR\n" \
	     "incidents:\n"          \
	     "  - {id: i, opened: 2026-06-01, cause: partner, credit: " amount "}\n"

static void x19_credits_are_more_than_what_is_due(void **state)
{
	(void)state;
	CHECK("X19",
		"warning 9: credits of 184.01 EUR are more than the 184.00 EUR still to be paid by "
		"2026-12-31: ask for the rest in money\n",
		.records = CREDIT("184.01 EUR"));
}

static void x19_credits_can_be_absorbed(void **state)
{
	(void)state;
	CHECK("X19", "", .records = CREDIT("184.00 EUR"));
	CHECK("X19", "", .records = CREDIT("999.00 USD"));
}

/* A month costs 365 / 12 EUR, and all of it comes back. We can but ask for it. */
static void x19_credits_that_nobody_wrote_down_count(void **state)
{
	(void)state;
	CHECK("X19",
		"warning 10: credits of 30.42 EUR are more than the 1.00 EUR still to be paid by "
		"2026-07-01: ask for the rest in money\n",
		.records = "contract:\n"
			   "  start: 2026-01-01\n"
			   "  end: 2026-07-01\n"
			   "  renewal: manual\n"
			   "  value: 365.00 EUR\n"
			   "  service_levels: [{severity: 1, resolve: 4h}]\n"
			   "  credits: {rate: 100%}\n"
			   "incidents:\n"
			   "  - {id: i, severity: 1, cause: third-party,\n"
			   "     opened: 2026-06-01T00:00Z, resolved: 2026-06-02T00:00Z}\n");
}

/* 20 GB. */
#define EGRESS(rest)                           \
	"exit:\n"                              \
	"  data: [{id: crm, volume_gb: 20}]\n" \
	"  egress:\n"                          \
	"    rate: 0.1 EUR\n" rest

static void x20_nobody_asked_to_waive_it(void **state)
{
	(void)state;
	CHECK("X20",
		"warning 7: taking the data away costs 1.00 EUR, and nobody has asked to waive it\n",
		.records = EGRESS("    free_gb: 10\n"));
	CHECK("X20",
		"warning 7: taking the data away costs 2.00 EUR, and nobody has asked to waive it\n",
		.records = EGRESS("    free_gb: 0\n    requested: 2026-07-01\n"));
}

static void x20_it_costs_nothing_or_somebody_asked(void **state)
{
	(void)state;
	CHECK("X20", "", .records = EGRESS("    free_gb: 20\n"));
	CHECK("X20", "", .records = EGRESS("    free_gb: 0\n    requested: 2026-06-30\n"));
}

static void x20_what_it_costs_is_not_known(void **state)
{
	(void)state;
	CHECK("X20", "", .records = EGRESS(""));
}

/* ---- what nobody claimed ---- */

static void x21_remedies_were_never_claimed(void **state)
{
	(void)state;
	CHECK("X21",
		"warning 6: the penalty of 500.00 EUR for milestone:m, due since 2026-05-02, was "
		"never claimed\n"
		"warning 9: the reward of 100.00 EUR for milestone:n, due since 2026-04-30, was "
		"never claimed\n"
		"warning 13: the credit of 30.00 EUR for incident:i, due since 2026-06-02, was "
		"never claimed\n",
		.records = "milestones:\n"
			   "  - {id: m, due: 2026-05-01,\n"
			   "     penalty: 500.00 EUR}\n"
			   "  - {id: n, by: us, due: 2026-05-01,\n"
			   "     delivered: 2026-04-30,\n"
			   "     reward: 100.00 EUR}\n"
			   "incidents:\n"
			   "  - {id: i, cause: partner,\n"
			   "     opened: 2024-07-01, resolved: 2026-06-02,\n"
			   "     credit: 30.00 EUR}\n");
}

static void x21_claimed_settled_or_not_due(void **state)
{
	(void)state;
	CHECK("X21", "",
		.records = "milestones:\n"
			   "  - {id: a, due: 2026-05-01, penalty: 1.00 EUR, claimed: 2026-06-30}\n"
			   "  - {id: b, due: 2026-05-01, penalty: 1.00 EUR, settled: 2026-06-30}\n"
			   "  - {id: c, due: 2026-06-30, penalty: 1.00 EUR}\n"
			   "  - {id: d, due: 2026-05-01, delivered: 2026-05-02, reward: 1.00 EUR}\n"
			   "  - {id: e, due: 2026-05-01, penalty: 0.00 EUR}\n");
}

static void x21_what_we_owe_is_theirs_to_claim(void **state)
{
	(void)state;
	CHECK("X21", "",
		.records = "milestones: [{id: a, by: us, due: 2026-05-01, penalty: 1.00 EUR}]\n"
			   "incidents: [{id: i, cause: us, opened: 2026-06-01,\n"
			   "  resolved: 2026-06-02, credit: 30.00 EUR}]\n");
}

static void x21_old_credits_are_history(void **state)
{
	(void)state;
	CHECK("X21", "",
		.records = "incidents: [{id: i, opened: 2024-06-30, resolved: 2026-06-02,\n"
			   "  cause: partner, credit: 30.00 EUR}]\n");
}

/* ---- what cannot be added ---- */

#define IN_DOLLARS(rest) "currency: USD\n" rest
#define DECOMMISSION(amount) \
	"exit:\n"            \
	"  decommission: " amount "\n"

static void x30_there_is_no_rate(void **state)
{
	(void)state;
	CHECK("X30",
		"warning 5: the policy has no rate of EUR by 2026-06-30: 1 amount cannot be added "
		"in USD\n",
		.records = DECOMMISSION("10.00 EUR"), .policy = IN_DOLLARS(""));
	CHECK("X30",
		"warning 5: the policy has no rate of EUR by 2026-06-30: 1 amount cannot be added "
		"in USD\n",
		.records = DECOMMISSION("10.00 EUR"),
		.policy = IN_DOLLARS("rates: [{currency: EUR, rate: 1.1, on: 2026-07-01}]\n"));
}

/* In the order of the lines: what we owe, the alternative, what is left. */
static void x30_is_raised_for_each_currency(void **state)
{
	(void)state;
	CHECK("X30",
		"warning 8: the policy has no rate of EUR by 2026-06-30: 2 amounts cannot be added "
		"in USD\n"
		"warning 6: the policy has no rate of GBP by 2026-06-30: 1 amount cannot be added "
		"in USD\n",
		.records = DECOMMISSION("10.00 EUR") //
		"  alternatives: [{name: B, cost: 1.00 GBP}]\n"
		"costs: [{kind: migration, from: 2026-09-01, forecast: 3.00 USD}]\n"
		"milestones: [{id: a, by: us, due: 2026-05-01, penalty: 1.00 EUR}]\n",
		.policy = IN_DOLLARS(""));
}

static void x30_there_is_a_rate_or_none_is_needed(void **state)
{
	(void)state;
	CHECK("X30", "", .records = DECOMMISSION("10.00 EUR"),
		.policy = IN_DOLLARS("rates: [{currency: EUR, rate: 1.1, on: 2026-06-30}]\n"));
	CHECK("X30", "", .records = DECOMMISSION("10.00 USD"), .policy = IN_DOLLARS(""));
}

/* Without a currency of the policy each is added for itself. */
static void x30_nothing_is_converted(void **state)
{
	(void)state;
	CHECK("X30", "", .records = DECOMMISSION("10.00 EUR"));
}

/* ---- more than planned, or not known ---- */

#define BUDGET(amount) \
	"costs:\n"     \
	"  - {kind: exit, forecast: " amount "}\n"

static void x32_leaving_costs_more_than_planned(void **state)
{
	(void)state;
	CHECK("X32",
		"warning 5: leaving costs at least 10.01 EUR, 0.01 EUR more than the budget of "
		"10.00 EUR\n",
		.records = BUDGET("10.00 EUR") DECOMMISSION("10.01 EUR"));
}

static void x32_nothing_is_missing(void **state)
{
	(void)state;
	CHECK("X32",
		"warning 5: leaving costs 12.00 EUR, 2.00 EUR more than the budget of 10.00 EUR\n",
		.records = BUDGET("10.00 EUR") DECOMMISSION("10.00 EUR") //
		"  monthly_overlap: 0.00 EUR\n"
		"  alternatives: [{name: B, cost: 2.00 EUR}]\n"
		"contract: {transition: {included_days: 99, day_rate: 1.00 EUR}}\n");
}

static void x32_the_budget_is_kept(void **state)
{
	(void)state;
	CHECK("X32", "", .records = BUDGET("10.00 EUR") DECOMMISSION("10.00 EUR"));
	CHECK("X32", "", .records = BUDGET("10.00 GBP") DECOMMISSION("11.00 EUR"));
	CHECK("X32", "", .records = DECOMMISSION("11.00 EUR"));
}

#define KNOWN                                                             \
	"contract: {end: 2026-12-31, renewal: manual, value: 1.00 EUR}\n" \
	"exit:\n"                                                         \
	"  decommission: 1.00 EUR\n"                                      \
	"  monthly_overlap: 1.00 EUR\n"                                   \
	"  alternatives: [{name: B, cost: 1.00 EUR}]\n"                   \
	"  drop: [knowledge-transfer]\n"

static void x33_lines_are_missing(void **state)
{
	(void)state;
	CHECK("X33",
		"note 12: migration of cost:#1 is not known: costs.forecast is not given\n"
		"note 10: staff-transfer is not known: exit.staff.count is not given\n",
		.records = KNOWN //
		"  staff: {transfer_fee: 10.00 EUR}\n"
		"costs:\n"
		"  - {kind: migration, from: 2026-09-01}\n");
}

static void x33_no_line_is_missing(void **state)
{
	(void)state;
	CHECK("X33", "", .records = KNOWN);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		WARNING_TEST(x18_the_partner_must_agree),
		WARNING_TEST(x18_we_are_entitled_or_nothing_is_left),
		WARNING_TEST(x19_credits_are_more_than_what_is_due),
		WARNING_TEST(x19_credits_can_be_absorbed),
		WARNING_TEST(x19_credits_that_nobody_wrote_down_count),
		WARNING_TEST(x20_nobody_asked_to_waive_it),
		WARNING_TEST(x20_it_costs_nothing_or_somebody_asked),
		WARNING_TEST(x20_what_it_costs_is_not_known),
		WARNING_TEST(x21_remedies_were_never_claimed),
		WARNING_TEST(x21_claimed_settled_or_not_due),
		WARNING_TEST(x21_what_we_owe_is_theirs_to_claim),
		WARNING_TEST(x21_old_credits_are_history),
		WARNING_TEST(x30_there_is_no_rate),
		WARNING_TEST(x30_is_raised_for_each_currency),
		WARNING_TEST(x30_there_is_a_rate_or_none_is_needed),
		WARNING_TEST(x30_nothing_is_converted),
		WARNING_TEST(x32_leaving_costs_more_than_planned),
		WARNING_TEST(x32_nothing_is_missing),
		WARNING_TEST(x32_the_budget_is_kept),
		WARNING_TEST(x33_lines_are_missing),
		WARNING_TEST(x33_no_line_is_missing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
