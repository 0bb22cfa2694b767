/* What was given and owed as of 2026-06-30; 24 months before is 2024-06-30. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "measured.h"

/* ---- reciprocity, R16 ---- */

#define GIVEN "  - {date: 2026-01-01, direction: given}\n"
#define RECEIVED "  - {date: 2026-01-01, direction: received}\n"
#define WORTH(direction, value) \
	"  - {date: 2026-01-01, direction: " direction ", value: " value "}\n"
#define ONE_OF_FOUR "exchanges:\n" GIVEN GIVEN RECEIVED GIVEN

static void giving_half_of_all_is_even(void **state)
{
	static const struct measure_row rows[] = {
		{"they gave 1 of 4", ONE_OF_FOUR, MEASURED(0.5, 4)},
		{"we gave 3 of 4", ONE_OF_FOUR, MEASURED(1, 4), .us = true},
		{"they gave 2 of 4", "exchanges:\n" GIVEN GIVEN RECEIVED RECEIVED, MEASURED(1, 4)},
		{"they gave nothing", "exchanges:\n" GIVEN GIVEN GIVEN GIVEN, MEASURED(0, 4)},
		{"one of theirs counts as 3 of 6",
			"exchanges:\n" GIVEN GIVEN GIVEN
			"  - {date: 2026-01-01, direction: received, count: 3}\n",
			MEASURED(1, 4)},
		{"one of ours counts as 6 of 9",
			"exchanges:\n" GIVEN GIVEN RECEIVED
			"  - {date: 2026-01-01, direction: given, count: 6}\n",
			MEASURED(2 / 9.0, 4)},
		{"all counts 0",
			"exchanges:\n"
			"  - {date: 2026-01-01, direction: given, count: 0}\n"
			"  - {date: 2026-01-01, direction: given, count: 0}\n"
			"  - {date: 2026-01-01, direction: received, count: 0}\n"
			"  - {date: 2026-01-01, direction: received, count: 0}\n",
			NO_DATA},
	};

	(void)state;
	check_measure("reciprocity", rows, COUNT_OF(rows));
}

static void reciprocity_looks_back_two_years(void **state)
{
	static const struct measure_row rows[] = {
		{"the first day",
			"exchanges:\n" GIVEN GIVEN GIVEN
			"  - {date: 2024-07-01, direction: received}\n",
			MEASURED(0.5, 4)},
		{"the day before",
			"exchanges:\n" GIVEN GIVEN GIVEN
			"  - {date: 2024-06-30, direction: received}\n",
			NO_DATA},
		{"after D",
			"exchanges:\n" GIVEN GIVEN GIVEN
			"  - {date: 2026-07-01, direction: received}\n",
			NO_DATA},
		{"in neither direction",
			"exchanges:\n" GIVEN GIVEN GIVEN "  - {date: 2026-01-01}\n", NO_DATA},
		{"in the first year", "since: 2025-07-01\n" ONE_OF_FOUR, TOO_YOUNG},
		{"in the first year, ours", "since: 2025-07-01\n" ONE_OF_FOUR, TOO_YOUNG,
			.us = true},
	};

	(void)state;
	check_measure("reciprocity", rows, COUNT_OF(rows));
}

static void it_can_be_taken_of_a_young_partnership(void **state)
{
	const struct measure_row row = {.records = "since: 2025-07-01\n" ONE_OF_FOUR};
	struct scene scene;
	struct question question;
	struct measurement taken;

	(void)state;
	scene_open(&scene, &row);
	question = (struct question){.view = &scene.view, .arena = &scene.arena};
	measure_take_anyway(measure_find("reciprocity"), &question, &taken);
	assert_int_equal(taken.status, MEASURE_MEASURED);
	assert_true(taken.value == 0.5);
	assert_int_equal(taken.n_used, 4);
	scene_close(&scene);
}

static void some_kinds_of_partners_need_not_exchange(void **state)
{
	static const struct measure_row rows[] = {
		{"a vendor", "", NOT_APPLICABLE},
		{"services", "", NOT_APPLICABLE, .kind = "services"},
		{"ourselves", "", NOT_APPLICABLE, .kind = "self", .us = true},
		{"a channel", "", NO_DATA, .kind = "channel"},
		{"technology", "", NO_DATA, .kind = "technology"},
		{"a vendor who has begun to", "exchanges:\n" GIVEN RECEIVED RECEIVED, NO_DATA},
		{"a vendor with old ones", "exchanges: [{date: 2024-06-30, direction: given}]\n",
			NOT_APPLICABLE},
	};

	(void)state;
	check_measure("reciprocity", rows, COUNT_OF(rows));
}

#define EUR_RATE "currency: USD\nrates: [{currency: EUR, rate: 1.08, on: 2026-01-01}]\n"
#define MIXED                                                                 \
	"exchanges:\n" WORTH("received", "100 EUR") WORTH("given", "100 USD") \
		WORTH("given", "100 USD") WORTH("given", "300 USD")

static void money_counts_when_all_of_it_can_be_compared(void **state)
{
	static const struct measure_row rows[] = {
		{"300 of 900",
			"exchanges:\n" WORTH("received", "300 EUR") WORTH("given", "100 EUR")
				WORTH("given", "100 EUR") WORTH("given", "400 EUR"),
			MEASURED(2 / 3.0, 4)},
		{"one without a value: 1 of 4",
			"exchanges:\n" WORTH("received", "300 EUR") WORTH("given", "100 EUR")
				WORTH("given", "100 EUR") GIVEN,
			MEASURED(0.5, 4)},
		{"worth nothing: 1 of 4",
			"exchanges:\n" WORTH("received", "0 EUR") WORTH("given", "0 EUR")
				WORTH("given", "0 EUR") WORTH("given", "0 EUR"),
			MEASURED(0.5, 4)},
		{"two currencies without a rate: 1 of 4", MIXED, MEASURED(0.5, 4)},
		{"108 of 608", MIXED, MEASURED(2 * 108 / 608.0, 4), .policy = EUR_RATE},
		{"a rate of another currency", MIXED, MEASURED(0.5, 4),
			.policy = "currency: USD\n"
				  "rates: [{currency: GBP, rate: 1.3, on: 2026-01-01}]\n"},
		{"a rate from after D", MIXED, MEASURED(0.5, 4),
			.policy = "currency: USD\n"
				  "rates: [{currency: EUR, rate: 1.08, on: 2026-07-01}]\n"},
		{"the last rate by D: 110 of 610", MIXED, MEASURED(2 * 110 / 610.0, 4),
			.policy =
				"currency: USD\nrates: [{currency: EUR, rate: 1.1, on: 2026-06-30},"
				" {currency: EUR, rate: 1.2, on: 2026-07-01},"
				" {currency: EUR, rate: 1, on: 2026-01-01}]\n"},
	};

	(void)state;
	check_measure("reciprocity", rows, COUNT_OF(rows));
}

/* ---- invoices, R74 ---- */

#define INVOICE(fields) "invoices: [{" fields "}]\n"

static void invoices_are_paid_by_their_due_day(void **state)
{
	static const struct measure_row rows[] = {
		{"none", "", NOT_APPLICABLE, .us = true},
		{"on the day", INVOICE("due: 2026-03-01, paid: 2026-03-01"), MEASURED(1, 1),
			.us = true},
		{"a day late", INVOICE("due: 2026-03-01, paid: 2026-03-02"), MEASURED(0, 1),
			.us = true},
		{"due today, unpaid", INVOICE("due: 2026-06-30"), NOT_APPLICABLE, .us = true},
		{"due yesterday, unpaid", INVOICE("due: 2026-06-29"), MEASURED(0, 1), .us = true},
		{"paid only after D", INVOICE("due: 2026-06-29, paid: 2026-07-01"), MEASURED(0, 1),
			.us = true},
		{"paid before it is due", INVOICE("due: 2026-09-01, paid: 2026-06-30"),
			MEASURED(1, 1), .us = true},
		{"settled on the first day of W", INVOICE("due: 2025-07-01, paid: 2025-07-05"),
			MEASURED(0, 1), .us = true},
		{"settled before W", INVOICE("due: 2025-06-30, paid: 2025-07-05"), NOT_APPLICABLE,
			.us = true},
		{"paid before W", INVOICE("due: 2025-07-05, paid: 2025-06-30"), NOT_APPLICABLE,
			.us = true},
		{"held to be wrong", INVOICE("due: 2026-03-01, disputed: true"), NOT_APPLICABLE,
			.us = true},
		{"not held to be wrong", INVOICE("due: 2026-03-01, disputed: false"),
			MEASURED(0, 1), .us = true},
		{"not written yet", INVOICE("date: 2026-07-01, due: 2026-06-01"), NOT_APPLICABLE,
			.us = true},
		{"one of three",
			"invoices: [{due: 2026-01-01}, {due: 2026-02-01, paid: 2026-02-01},"
			" {due: 2026-03-01, paid: 2026-04-01}]\n",
			MEASURED(1 / 3.0, 3), .us = true},
		{"in our own file", INVOICE("due: 2026-03-01, paid: 2026-03-01"), MEASURED(1, 1),
			.us = true, .kind = "self"},
		{"not theirs to pay", INVOICE("due: 2026-03-01, paid: 2026-03-01"), NOT_APPLICABLE},
	};

	(void)state;
	check_measure("paid-on-time", rows, COUNT_OF(rows));
}

/* ---- remedies, R17 ---- */

#define PENALTY(fields) "milestones: [{penalty: 100 USD, " fields "}]\n"
#define REWARD(fields) "milestones: [{reward: 100 USD, " fields "}]\n"
#define CREDIT(fields) "incidents: [{credit: 100 USD, opened: 2026-02-01, " fields "}]\n"

/* Late from 2026-03-02 on; 30 days later is 2026-04-01. */
static void a_penalty_is_settled_within_thirty_days(void **state)
{
	static const struct measure_row rows[] = {
		{"none", "", NOT_APPLICABLE},
		{"no penalty", "milestones: [{due: 2026-03-01}]\n", NOT_APPLICABLE},
		{"in time", PENALTY("due: 2026-03-01, delivered: 2026-03-01"), NOT_APPLICABLE},
		{"given up in time", PENALTY("due: 2026-03-01, cancelled: 2026-03-01"),
			NOT_APPLICABLE},
		{"never settled", PENALTY("due: 2026-03-01, delivered: 2026-03-02"),
			MEASURED(0, 1)},
		{"never delivered", PENALTY("due: 2026-03-01"), MEASURED(0, 1)},
		{"given up too late", PENALTY("due: 2026-03-01, cancelled: 2026-03-02"),
			MEASURED(0, 1)},
		{"settled on the last day", PENALTY("due: 2026-03-01, settled: 2026-04-01"),
			MEASURED(1, 1)},
		{"settled a day later", PENALTY("due: 2026-03-01, settled: 2026-04-02"),
			MEASURED(0, 1)},
		{"claimed on the last day", PENALTY("due: 2026-03-01, claimed: 2026-04-01"),
			MEASURED(1, 1)},
		{"claimed in time, settled too late",
			PENALTY("due: 2026-03-01, claimed: 2026-03-05, settled: 2026-04-02"),
			MEASURED(0, 1)},
		{"settled only after D", PENALTY("due: 2026-05-01, settled: 2026-07-01"),
			MEASURED(0, 1)},
	};

	(void)state;
	check_measure("remedies-settled", rows, COUNT_OF(rows));
}

static void a_remedy_counts_once_it_can_be_judged(void **state)
{
	static const struct measure_row rows[] = {
		{"30 days have not passed", PENALTY("due: 2026-05-30"), NOT_APPLICABLE},
		{"30 days have passed", PENALTY("due: 2026-05-29"), MEASURED(0, 1)},
		{"claimed before they have", PENALTY("due: 2026-06-20, claimed: 2026-06-25"),
			MEASURED(1, 1)},
		{"due on the first day of W", PENALTY("due: 2025-06-30"), MEASURED(0, 1)},
		{"due before W", PENALTY("due: 2025-06-29"), NOT_APPLICABLE},
		{"not promised yet", PENALTY("promised: 2026-07-01, due: 2026-03-01"),
			NOT_APPLICABLE},
		{"due later, as we asked",
			PENALTY("due: 2026-03-01, moved: [{on: 2026-02-01, to: 2026-08-01,"
				" asked_by: us}]"),
			NOT_APPLICABLE},
	};

	(void)state;
	check_measure("remedies-settled", rows, COUNT_OF(rows));
}

/* A reward is due on the day of delivery, a credit on the day of resolution. */
static void each_side_settles_what_it_owes(void **state)
{
	static const struct measure_row rows[] = {
		{"their penalty is not ours", PENALTY("due: 2026-03-01"), NOT_APPLICABLE,
			.us = true},
		{"our penalty", PENALTY("by: us, due: 2026-03-01"), MEASURED(0, 1), .us = true},
		{"their reward is ours to pay",
			REWARD("due: 2026-03-01, delivered: 2026-02-20, settled: 2026-03-22"),
			MEASURED(1, 1), .us = true},
		{"a day too late",
			REWARD("due: 2026-03-01, delivered: 2026-02-20, settled: 2026-03-23"),
			MEASURED(0, 1), .us = true},
		{"their reward is not theirs to pay",
			REWARD("due: 2026-03-01, delivered: 2026-02-20"), NOT_APPLICABLE},
		{"a reward for delivery on the day",
			REWARD("due: 2026-03-01, delivered: 2026-03-01"), MEASURED(0, 1),
			.us = true},
		{"no reward for a late one", REWARD("due: 2026-03-01, delivered: 2026-03-02"),
			NOT_APPLICABLE, .us = true},
		{"their credit", CREDIT("resolved: 2026-02-20, settled: 2026-03-22"),
			MEASURED(1, 1)},
		{"their credit, a day too late",
			CREDIT("resolved: 2026-02-20, settled: 2026-03-23"), MEASURED(0, 1)},
		{"not before it is resolved", CREDIT("settled: 2026-03-22"), NOT_APPLICABLE},
		{"our credit is not theirs", CREDIT("cause: us, resolved: 2026-02-20"),
			NOT_APPLICABLE},
		{"our credit", CREDIT("cause: us, resolved: 2026-02-20"), MEASURED(0, 1),
			.us = true},
		{"penalty and credit together",
			PENALTY("due: 2026-03-01, settled: 2026-03-02")
				CREDIT("resolved: 2026-02-20"),
			MEASURED(0.5, 2)},
		{"struck out by a dispute",
			PENALTY("id: m, due: 2026-03-01") "disputes: [{record: 'milestone:m', settled: 2026-06-30, upheld: true}]\n",
			NOT_APPLICABLE},
	};

	(void)state;
	check_measure("remedies-settled", rows, COUNT_OF(rows));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(giving_half_of_all_is_even),
		cmocka_unit_test(reciprocity_looks_back_two_years),
		cmocka_unit_test(it_can_be_taken_of_a_young_partnership),
		cmocka_unit_test(some_kinds_of_partners_need_not_exchange),
		cmocka_unit_test(money_counts_when_all_of_it_can_be_compared),
		cmocka_unit_test(invoices_are_paid_by_their_due_day),
		cmocka_unit_test(a_penalty_is_settled_within_thirty_days),
		cmocka_unit_test(a_remedy_counts_once_it_can_be_judged),
		cmocka_unit_test(each_side_settles_what_it_owes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
