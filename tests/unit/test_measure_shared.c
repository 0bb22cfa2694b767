/* Remedies and balances, which more than one measure or sign looks at; as of 2026-06-30. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "measured.h"
#include "near.h"

/* ---- remedies, R17 ---- */

static struct remedy remedy_of(const struct measure_row *row)
{
	struct scene scene;
	struct remedy remedy;

	scene_open(&scene, row);
	remedy = scene.partner->incidents.list.n
		? incident_remedy(
			  &scene.view, LIST_ITEMS(struct incident, scene.partner->incidents))
		: milestone_remedy(
			  &scene.view, LIST_ITEMS(struct milestone, scene.partner->milestones));
	scene_close(&scene);
	return remedy;
}

static void remedies_have_a_day_and_a_debtor(void **state)
{
	static const struct {
		struct measure_row row;
		const char *due; /* NULL: none */
		enum side debtor;
	} rows[] = {
		{{.records = "milestones: [{due: 2026-03-01, penalty: 5 EUR}]\n"}, "2026-03-02",
			SIDE_PARTNER},
		{{.records = "milestones: [{by: us, due: 2026-03-01, penalty: 5 EUR}]\n"},
			"2026-03-02", SIDE_US},
		{{.records = "milestones: [{due: 2026-06-30, penalty: 5 EUR}]\n"}, NULL,
			SIDE_PARTNER},
		{{.records = "milestones: [{due: 2026-03-01, delivered: 2026-02-20,"
			     " penalty: 5 EUR, reward: 6 EUR}]\n"},
			"2026-02-20", SIDE_US},
		{{.records = "milestones: [{due: 2026-03-01}]\n"}, NULL, SIDE_PARTNER},
		{{.records = "incidents: [{opened: 2026-03-01, resolved: 2026-03-04,"
			     " credit: 5 EUR}]\n"},
			"2026-03-04", SIDE_PARTNER},
		{{.records = "incidents: [{opened: 2026-03-01, resolved: 2026-03-04, cause: us,"
			     " credit: 5 EUR}]\n"},
			"2026-03-04", SIDE_US},
		{{.records = "incidents: [{opened: 2026-03-01, credit: 5 EUR}]\n"}, NULL,
			SIDE_PARTNER},
		{{.records = "incidents: [{opened: 2026-03-01, resolved: 2026-03-04}]\n"}, NULL,
			SIDE_PARTNER},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct remedy remedy = remedy_of(&rows[i].row);

		assert_int_equal(remedy.due, rows[i].due ? day(rows[i].due) : DATE_NONE);
		assert_int_equal(remedy.debtor, rows[i].debtor);
		assert_false(HAS(remedy.claimed) || HAS(remedy.settled));
	}
}

static void remedies_say_when_they_were_claimed_and_settled(void **state)
{
	static const struct measure_row row = {
		.records = "milestones: [{due: 2026-03-01, penalty: 5 EUR, claimed: 2026-03-10,"
			   " settled: 2026-08-01}]\n"};
	struct remedy remedy = remedy_of(&row);

	(void)state;
	assert_int_equal(remedy.claimed.date, day("2026-03-10"));
	assert_int_equal(remedy.settled.date, day("2026-08-01"));
}

/* ---- give and take, R16 ---- */

#define GIVEN(what) "{date: 2026-01-01, direction: given, " what "}"
#define RECEIVED(what) "{date: 2026-01-01, direction: received, " what "}"
#define EXCHANGES(a, b) "exchanges: [" a ", " b "]\n"

static void a_balance_adds_up_what_can_be_compared(void **state)
{
	static const struct {
		struct measure_row row;
		struct give_and_take sums;
	} rows[] = {
		{{.records = ""}, {0, 0, 0}},
		{{.records = EXCHANGES(GIVEN("value: 30 EUR"), RECEIVED("value: 12.50 EUR"))},
			{30, 12.5, 2}},
		{{.records = EXCHANGES(GIVEN("value: 30 EUR"), RECEIVED("count: 4"))}, {1, 4, 2}},
		{{.records = EXCHANGES(GIVEN("value: 30 EUR"), RECEIVED("value: 12 USD"))},
			{1, 1, 2}},
		{{.records = EXCHANGES(GIVEN("value: 30 EUR"), RECEIVED("value: 12 USD")),
			 .policy = "currency: EUR\nrates: [{currency: USD, rate: 0.5}]\n"},
			{30, 6, 2}},
		{{.records = EXCHANGES(GIVEN("value: 0 EUR"), RECEIVED("value: 0 EUR"))},
			{1, 1, 2}},
		{{.records = EXCHANGES(GIVEN("count: 0"), RECEIVED("count: 0"))}, {0, 0, 2}},
		{{.records = EXCHANGES(GIVEN("count: 3"), RECEIVED("count: 5")),
			 .as_of = "2025-12-31"},
			{0, 0, 0}},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		for (int us = 0; us < 2; us++) {
			struct measure_row row = rows[i].row;
			struct give_and_take sums;
			struct scene scene;

			row.us = us;
			scene_open(&scene, &row);
			sums = exchanges_balance(&scene.view);
			assert_near(sums.given, rows[i].sums.given);
			assert_near(sums.received, rows[i].sums.received);
			assert_int_equal(sums.n, rows[i].sums.n);
			scene_close(&scene);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(remedies_have_a_day_and_a_debtor),
		cmocka_unit_test(remedies_say_when_they_were_claimed_and_settled),
		cmocka_unit_test(a_balance_adds_up_what_can_be_compared),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
