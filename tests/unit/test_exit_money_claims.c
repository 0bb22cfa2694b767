/* Money of an exit: credits, penalties, rewards, and what we owe. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "priced.h"
#include "tree.h"

/* ---- credits that were agreed ---- */

static void each_open_credit_has_a_line(void **state)
{
	(void)state;
	price_check_of("incidents:\n"
		       "  - {id: A, cause: partner, opened: 2026-03-04, credit: 500.00 USD}\n"
		       "  - {id: B, opened: 2026-04-05, credit: 70.00 EUR}\n"
		       "  - {id: C, cause: both, opened: 2026-06-30, credit: 0.00 USD}\n",
		"credit",
		"500.00 USD = 500.00 USD for what was opened on 2026-03-04\n"
		"70.00 EUR = 70.00 EUR for what was opened on 2026-04-05\n"
		"0.00 USD = 0.00 USD for what was opened on 2026-06-30\n");
}

static void ours_settled_old_and_later_ones_have_none(void **state)
{
	(void)state;
	price_check_of("incidents:\n"
		       "  - {id: A, cause: us, opened: 2026-03-04, credit: 1.00 USD}\n"
		       "  - {id: B, opened: 2026-03-04, credit: 2.00 USD, settled: 2026-06-30}\n"
		       "  - {id: C, opened: 2024-06-30, credit: 3.00 USD}\n"
		       "  - {id: D, opened: 2026-07-01, credit: 4.00 USD}\n",
		"credit", "not applicable: no credit of 24 months is open\n");
}

static void the_first_day_of_24_months_counts_and_later_settling_not(void **state)
{
	(void)state;
	price_check_of("incidents:\n"
		       "  - {id: A, opened: 2024-07-01, credit: 3.00 USD, settled: 2026-07-01}\n",
		"credit", "3.00 USD = 3.00 USD for what was opened on 2024-07-01\n");
}

#define DISPUTED                                                         \
	"incidents: [{id: A, opened: 2026-03-04, credit: 500.00 USD}]\n" \
	"disputes: [{record: 'incident:A', by: partner, on: 2026-04-01, reason: no"

static void a_disputed_credit_is_marked(void **state)
{
	(void)state;
	price_check_of(DISPUTED "}]\n", "credit",
		"500.00 USD = 500.00 USD for what was opened on 2026-03-04 (disputed)\n");
	price_check_of(DISPUTED ", settled: 2026-05-01, upheld: false}]\n", "credit",
		"500.00 USD = 500.00 USD for what was opened on 2026-03-04\n");
	price_check_of(DISPUTED ", settled: 2026-05-01, upheld: true}]\n", "credit",
		"not applicable: no credit of 24 months is open\n");
}

static void a_credit_says_where_it_stands(void **state)
{
	struct plan_text text = {.records = DISPUTED "}]\nexit: {drop: [final-account]}\n"};

	(void)state;
	price_place(&text, "credit", "none incident:A acme.yaml:4");
}

/* ---- credits that missed levels give ---- */

#define LEVELS                                                              \
	"  service_levels: [{severity: 2, acknowledge: 1h, resolve: 4h}]\n" \
	"  credits: {rate: 10%, cap: 25%}\n"
#define YEARLY "contract:\n  value: 120000.00 USD\n" LEVELS "incidents:\n"
/* Missed both levels, only the second, none. */
#define BOTH "acknowledged: 2026-03-04T12:00Z, resolved: 2026-03-04T18:00Z}\n"
#define SECOND "acknowledged: 2026-03-04T10:30Z, resolved: 2026-03-04T14:01Z}\n"
#define NEITHER "acknowledged: 2026-03-04T11:00Z, resolved: 2026-03-04T14:00Z}\n"
#define MARCH(cause) "  - {severity: 2, cause: " cause ", opened: 2026-03-04T10:00Z, "

static void an_incident_that_missed_both_levels_counts_once(void **state)
{
	(void)state;
	price_check_of(YEARLY MARCH("partner") BOTH, "credit-computed",
		"1000.00 USD = 2026-03: 1 × 10% × 120000.00 USD / 12\n");
	price_check_of(YEARLY MARCH("partner") SECOND MARCH("partner") BOTH, "credit-computed",
		"2000.00 USD = 2026-03: 2 × 10% × 120000.00 USD / 12\n");
}

static void in_time_and_our_own_fault_give_none(void **state)
{
	(void)state;
	price_check_of(YEARLY MARCH("partner") NEITHER MARCH("us")
			       BOTH MARCH("partner") "settled: 2026-04-01, " BOTH,
		"credit-computed",
		"not applicable: no incident of 24 months missed a level without a credit\n");
}

static void the_cap_is_of_each_month(void **state)
{
	(void)state;
	price_check_of(YEARLY MARCH("partner") BOTH MARCH("partner") BOTH MARCH("partner") BOTH
		"  - {severity: 2, cause: partner, opened: 2026-04-30T23:00Z}\n",
		"credit-computed",
		"2500.00 USD = 2026-03: 3 × 10% × 120000.00 USD / 12, at most 25% × 120000.00 USD "
		"/ 12\n"
		"1000.00 USD = 2026-04: 1 × 10% × 120000.00 USD / 12\n");
}

/* 2500.00 less the agreed 500.00, less 1000.00 that is ours, leave 1000.00 for two more. */
static void what_others_caused_is_asked_from_the_rest(void **state)
{
	(void)state;
	price_check_of(YEARLY MARCH("partner") BOTH MARCH("third-party") BOTH MARCH("both")
			       BOTH MARCH("partner") "credit: 500.00 USD, " NEITHER,
		"credit-computed",
		"1000.00 USD = 2026-03: 1 × 10% × 120000.00 USD / 12\n"
		"1000.00 USD = 2026-03: 2 × 10% × 120000.00 USD / 12, at most 25% × 120000.00 USD "
		"/ 12 − 1500.00 USD (ask)\n");
}

static void agreed_credits_may_leave_nothing(void **state)
{
	(void)state;
	price_check_of(YEARLY MARCH("partner") BOTH MARCH(
			       "partner") "credit: 9000.00 USD, settled: 2026-04-01, " NEITHER,
		"credit-computed",
		"0.00 USD = 2026-03: 1 × 10% × 120000.00 USD / 12, at most 25% × 120000.00 USD / "
		"12 − 9000.00 USD\n");
}

static void without_a_cap_it_is_the_whole_month(void **state)
{
	(void)state;
	price_check_of("contract:\n  value: 10000.00 USD\n  per: month\n"
		       "  service_levels: [{severity: 2, resolve: 4h}]\n"
		       "  credits: {rate: 60%}\n"
		       "incidents:\n" MARCH("partner") BOTH MARCH("partner") BOTH,
		"credit-computed",
		"10000.00 USD = 2026-03: 2 × 60% × 10000.00 USD, at most 100% × 10000.00 USD\n");
}

static void a_month_is_a_twelfth_of_a_year_of_the_term(void **state)
{
	(void)state;
	/* 36500 × 365 / 12 / 365 = 3041.6667, of which a tenth */
	price_check_of("contract:\n  start: 2026-01-01\n  end: 2026-12-31\n"
		       "  value: 36500.00 USD\n  per: term\n" LEVELS "incidents:\n" MARCH("partner")
			       BOTH,
		"credit-computed",
		"304.17 USD = 2026-03: 1 × 10% × 36500.00 USD × 365 / 12 / 365\n");
}

static void forecasts_stand_in_for_the_value(void **state)
{
	(void)state;
	/* 31 days: 10191.7808 */
	price_check_of("costs: [{kind: subscription, from: 2026-01-01, per: month, forecast: "
		       "10000.00 USD}]\ncontract:\n" LEVELS "incidents:\n" MARCH("partner") BOTH,
		"credit-computed",
		"1019.18 USD = 2026-03: 1 × 10% × (10000.00 USD × 31 × 12 / 365)\n");
}

static void computed_credits_say_what_they_lack(void **state)
{
	(void)state;
	price_check_of("contract:\n" LEVELS "incidents:\n" MARCH("partner") BOTH, "credit-computed",
		"missing: contract.value is not given, nor are forecasts for subscription or "
		"services\n");
	price_check_of("contract: {value: 1.00 USD}\n", "credit-computed",
		"not applicable: contract.credits.rate is not given\n");
	price_check_of(YEARLY MARCH("partner") BOTH MARCH("partner") "credit: 1.00 EUR, " NEITHER,
		"credit-computed",
		"missing: the amounts do not add up: they are in several currencies, or too "
		"large\n");
}

static void months_go_back_24(void **state)
{
	(void)state;
	price_check_of(YEARLY
		"  - {severity: 2, cause: partner, opened: 2024-06-30T10:00Z, resolved: 2024-07-02}\n"
		"  - {severity: 2, cause: partner, opened: 2024-07-01T10:00Z, resolved: 2024-07-03}\n"
		"  - {severity: 2, cause: partner, opened: 2026-06-29T10:00Z}\n",
		"credit-computed",
		"1000.00 USD = 2024-07: 1 × 10% × 120000.00 USD / 12\n"
		"1000.00 USD = 2026-06: 1 × 10% × 120000.00 USD / 12\n");
}

static void an_insolvent_partner_is_asked_for_credits(void **state)
{
	struct plan_text text = {
		.records = YEARLY MARCH("partner") BOTH, .reason = EXIT_INSOLVENCY + 1};

	(void)state;
	price_check(&text, "credit-computed",
		"1000.00 USD = 2026-03: 1 × 10% × 120000.00 USD / 12 (ask)\n");
}

/* ---- penalties and rewards ---- */

#define MILESTONES                                                                             \
	"milestones:\n"                                                                        \
	"  - {id: LATE, due: 2015-05-01, penalty: 500.00 USD}\n"                               \
	"  - {id: OURS, by: us, due: 2026-05-01, delivered: 2026-05-02, penalty: 30.00 USD}\n" \
	"  - {id: EARLY, due: 2026-05-01, delivered: 2026-04-30, reward: 20.00 EUR}\n"         \
	"  - {id: FAST, by: us, due: 2026-05-01, delivered: 2026-05-01, reward: 7 JPY}\n"      \
	"  - {id: PAID, due: 2026-05-01, penalty: 9.00 USD, settled: 2026-06-01}\n"            \
	"  - {id: SOON, due: 2026-06-30, penalty: 8.00 USD}\n"

static void a_late_promise_of_any_age_has_its_penalty(void **state)
{
	(void)state;
	price_check_of(
		MILESTONES, "penalty", "500.00 USD = 500.00 USD, a penalty due since 2015-05-02\n");
}

static void we_are_rewarded_for_what_we_deliver_in_time(void **state)
{
	(void)state;
	price_check_of(MILESTONES, "reward", "7 JPY = 7 JPY, a reward due since 2026-05-01\n");
}

static void we_owe_penalties_rewards_and_credits(void **state)
{
	(void)state;
	price_check_of(MILESTONES
		"incidents:\n"
		"  - {id: A, cause: us, opened: 2026-02-01, resolved: 2026-02-03, credit: 5.00 USD}\n"
		"  - {id: B, cause: us, opened: 2026-02-01, credit: 6.00 USD}\n"
		"  - {id: C, opened: 2026-02-01, resolved: 2026-02-03, credit: 7.00 USD}\n",
		"owed",
		"30.00 USD = 30.00 USD, a penalty due since 2026-05-02\n"
		"20.00 EUR = 20.00 EUR, a reward due since 2026-04-30\n"
		"5.00 USD = 5.00 USD for what was opened on 2026-02-01\n"
		"6.00 USD = 6.00 USD for what was opened on 2026-02-01\n");
}

static void nothing_due_is_not_applicable(void **state)
{
	(void)state;
	price_check_of("", "penalty", "not applicable: no penalty is due to us\n");
	price_check_of("", "reward", "not applicable: no reward is due to us\n");
	price_check_of("", "owed", "not applicable: we owe nothing that is due\n");
}

static void a_disputed_penalty_is_marked_until_it_is_upheld(void **state)
{
	(void)state;
	price_check_of("milestones: [{id: M, due: 2026-05-01, penalty: 500.00 USD}]\n"
		       "disputes: [{record: 'milestone:M', by: partner, on: 2026-06-30}]\n",
		"penalty", "500.00 USD = 500.00 USD, a penalty due since 2026-05-02 (disputed)\n");
	price_check_of("milestones: [{id: M, due: 2026-05-01, penalty: 500.00 USD}]\n"
		       "disputes: [{record: 'milestone:M', by: partner, on: 2026-06-01, "
		       "settled: 2026-06-30, upheld: true}]\n",
		"penalty", "not applicable: no penalty is due to us\n");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, tree_begin, tree_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(each_open_credit_has_a_line),
		TEST(ours_settled_old_and_later_ones_have_none),
		TEST(the_first_day_of_24_months_counts_and_later_settling_not),
		TEST(a_disputed_credit_is_marked),
		TEST(a_credit_says_where_it_stands),
		TEST(an_incident_that_missed_both_levels_counts_once),
		TEST(in_time_and_our_own_fault_give_none),
		TEST(the_cap_is_of_each_month),
		TEST(what_others_caused_is_asked_from_the_rest),
		TEST(agreed_credits_may_leave_nothing),
		TEST(without_a_cap_it_is_the_whole_month),
		TEST(a_month_is_a_twelfth_of_a_year_of_the_term),
		TEST(forecasts_stand_in_for_the_value),
		TEST(computed_credits_say_what_they_lack),
		TEST(months_go_back_24),
		TEST(an_insolvent_partner_is_asked_for_credits),
		TEST(a_late_promise_of_any_age_has_its_penalty),
		TEST(we_are_rewarded_for_what_we_deliver_in_time),
		TEST(we_owe_penalties_rewards_and_credits),
		TEST(nothing_due_is_not_applicable),
		TEST(a_disputed_penalty_is_marked_until_it_is_upheld),
	};

	return cmocka_run_group_tests_name("exit money claims", tests, NULL, NULL);
}
