#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "measured.h"
#include "partner/clock.h"

static const struct calendar no_holidays;

/* The safe day is the earlier of counting back and counting forward. */
static void notice_takes_the_earlier_of_both_ways_of_counting(void **state)
{
	static const struct {
		const char *end;
		struct duration period;
		const char *latest;
	} rows[] = {
		{"2026-05-31", {3, DURATION_MONTHS}, "2026-02-28"},
		{"2026-11-30", {3, DURATION_MONTHS}, "2026-08-30"},
		{"2026-02-28", {3, DURATION_MONTHS}, "2025-11-28"},
		{"2026-06-30", {3, DURATION_MONTHS}, "2026-03-30"},
		{"2027-09-30", {6, DURATION_MONTHS}, "2027-03-30"},
		{"2028-02-29", {1, DURATION_YEARS}, "2027-02-28"},
		{"2026-12-31", {90, DURATION_DAYS}, "2026-10-02"},
		{"2026-12-31", {2, DURATION_WEEKS}, "2026-12-17"},
		/* Thursday less one business day; Saturday less one: Friday, from which one on
		 * is Monday, so that only Thursday is safe. */
		{"2026-12-31", {1, DURATION_BUSINESS_DAYS}, "2026-12-30"},
		{"2026-10-31", {1, DURATION_BUSINESS_DAYS}, "2026-10-29"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_day(clock_notice_latest(day(rows[i].end), rows[i].period, &no_holidays),
			rows[i].latest);
}

/* A naive statement of R27 for every end of a leap cycle: no day later is safe both ways. */
static void no_later_day_would_do(void **state)
{
	static const struct duration periods[] = {{1, DURATION_MONTHS}, {3, DURATION_MONTHS},
		{1, DURATION_YEARS}, {30, DURATION_DAYS}};

	(void)state;
	for (int32_t end = day("2027-01-01"); end <= day("2028-12-31"); end++) {
		for (size_t i = 0; i < COUNT_OF(periods); i++) {
			int32_t latest = clock_notice_latest(end, periods[i], &no_holidays);

			assert_true(latest <= date_sub(end, periods[i], NULL));
			assert_true(date_add(latest, periods[i], NULL) <= end);
			assert_true(latest + 1 > date_sub(end, periods[i], NULL) ||
				date_add(latest + 1, periods[i], NULL) > end);
		}
	}
}

static void notice_is_sent_early_enough_to_arrive(void **state)
{
	static const struct {
		const char *contract, *send_by;
	} rows[] = {
		/* Latest 2026-10-01, a Thursday. */
		{"{end: 2026-12-31, renewal: auto, notice: {period: 91d}}", "2026-10-01"},
		{"{end: 2026-12-31, renewal: auto, notice: {period: 91d, delivery: 1d}}",
			"2026-09-30"},
		/* Three days before is a Monday, four a Sunday: back to Friday. */
		{"{end: 2026-12-31, renewal: auto, notice: {period: 91d, delivery: 3d}}",
			"2026-09-28"},
		{"{end: 2026-12-31, renewal: auto, notice: {period: 91d, delivery: 4d}}",
			"2026-09-25"},
		{"{end: 2026-12-31, renewal: auto, notice: {period: 91d, delivery: 4bd}}",
			"2026-09-25"},
		/* 2026-10-03 is a Saturday. */
		{"{end: 2026-12-31, renewal: auto, notice: {period: 89d}}", "2026-10-02"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		char text[200];

		snprintf(text, sizeof(text), "contract: %s\n", rows[i].contract);
		assert_day(clock_of(text, "2026-06-30").send_by, rows[i].send_by);
	}
}

static void holidays_of_the_file_are_no_days_to_send_it(void **state)
{
	struct clock clock = clock_of(
		"contract: {end: 2026-12-31, renewal: auto, notice: {period: 91d, delivery: 1bd}}\n"
		"exit: {holidays: [2026-09-30, 2026-09-29]}\n",
		"2026-06-30");

	(void)state;
	assert_day(clock.notice_latest, "2026-10-01");
	assert_day(clock.send_by, "2026-09-28");
}

/* ---- ends of terms ---- */

static struct contract contract_of(const char *end, int count, enum duration_unit unit)
{
	struct contract contract = {
		.end = {{.state = LEAF_SOUND}, day(end)},
		.renewal = {{.state = LEAF_SOUND}, RENEWAL_AUTO},
		.renewal_term = {{.state = count ? LEAF_SOUND : LEAF_ABSENT}, {count, unit}},
	};

	return contract;
}

static void terms_roll_over_from_the_first_end(void **state)
{
	static const struct {
		const char *end;
		struct duration term;
		int k;
		const char *rolled;
	} rows[] = {
		{"2026-12-31", {12, DURATION_MONTHS}, 1, "2027-12-31"},
		/* From 1 March on: the last day of February, whatever its number. */
		{"2026-02-28", {12, DURATION_MONTHS}, 1, "2027-02-28"},
		{"2026-02-28", {12, DURATION_MONTHS}, 2, "2028-02-29"},
		{"2026-02-28", {12, DURATION_MONTHS}, 3, "2029-02-28"},
		{"2028-02-29", {1, DURATION_YEARS}, 1, "2029-02-28"},
		{"2028-02-29", {1, DURATION_YEARS}, 4, "2032-02-29"},
		/* The day after 28 February of a leap year is the 29th, which clamps. */
		{"2028-02-28", {12, DURATION_MONTHS}, 1, "2029-02-27"},
		{"2028-02-28", {12, DURATION_MONTHS}, 4, "2032-02-28"},
		/* From 31 January + 1: 1 February; never drifting by clamped months. */
		{"2026-01-30", {1, DURATION_MONTHS}, 1, "2026-02-27"},
		{"2026-01-30", {1, DURATION_MONTHS}, 2, "2026-03-30"},
		{"2026-12-31", {30, DURATION_DAYS}, 2, "2027-03-01"},
		{"2026-12-31", {0, DURATION_MONTHS}, 2, "2028-12-31"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct contract contract =
			contract_of(rows[i].end, rows[i].term.count, rows[i].term.unit);

		assert_day(clock_end(&contract, 0), rows[i].end);
		assert_day(clock_end(&contract, rows[i].k), rows[i].rolled);
	}
}

static void finds_the_term_of_a_day(void **state)
{
	struct contract contract = contract_of("2026-02-28", 12, DURATION_MONTHS);

	(void)state;
	assert_int_equal(clock_term_at(&contract, day("2020-01-01")), 0);
	assert_int_equal(clock_term_at(&contract, day("2026-02-28")), 0);
	assert_int_equal(clock_term_at(&contract, day("2026-03-01")), 1);
	assert_int_equal(clock_term_at(&contract, day("2028-02-29")), 2);
	assert_int_equal(clock_term_at(&contract, day("2028-03-01")), 3);
	contract.renewal.value = RENEWAL_MANUAL;
	assert_int_equal(clock_term_at(&contract, day("2028-03-01")), 0);
}

static void a_contract_without_an_end_has_no_terms(void **state)
{
	struct contract contract = {.renewal = {{.state = LEAF_SOUND}, RENEWAL_AUTO}};

	(void)state;
	assert_int_equal(clock_end(&contract, 0), DATE_NONE);
	assert_int_equal(clock_end(&contract, 3), DATE_NONE);
	assert_int_equal(clock_term_at(&contract, day("2026-01-01")), 0);
}

/* ---- a contract as of a day ---- */

/* Ends on a Thursday; latest Wednesday 2026-09-30, or 2027-09-30 for the next term. */
#define AUTO_TERMS "end: 2026-12-31, renewal: auto, notice: {period: 3mo, opens: 180d"

static void an_open_notice_names_all_its_days(void **state)
{
	struct clock clock = clock_of("contract: {" AUTO_TERMS "}}\n", "2026-06-30");

	(void)state;
	assert_day(clock.term_end, "2026-12-31");
	assert_day(clock.notice_earliest, "2026-07-04"); /* 180 days before */
	assert_day(clock.notice_latest, "2026-09-30");
	assert_day(clock.send_by, "2026-09-30");
	assert_day(clock.next_term_end, "2027-12-31");
	assert_day(clock.effective_end, "2026-12-31");
	assert_false(clock.given || clock.missed);
}

static void the_last_day_to_send_is_not_missed(void **state)
{
	struct clock last = clock_of("contract: {" AUTO_TERMS "}}\n", "2026-09-30");
	struct clock missed = clock_of("contract: {" AUTO_TERMS "}}\n", "2026-10-01");

	(void)state;
	assert_false(last.missed);
	assert_day(last.effective_end, "2026-12-31");
	assert_true(missed.missed);
	assert_day(missed.term_end, "2026-12-31");
	assert_day(missed.send_by, "2026-09-30");
	assert_day(missed.effective_end, "2027-12-31");
}

/* With three months' notice of monthly terms the next ends are out of reach as well. */
static void a_missed_notice_runs_to_the_first_end_in_reach(void **state)
{
	struct clock clock = clock_of("contract: {end: 2026-06-30, renewal: auto, "
				      "renewal_term: 1mo, notice: {period: 3mo}}\n",
		"2026-06-15");

	(void)state;
	assert_true(clock.missed);
	assert_day(clock.term_end, "2026-06-30");
	/* Latest for 31 August is 31 May, for 30 September 30 June (and 2026-06-30 it is). */
	assert_day(clock.next_term_end, "2026-09-30");
	assert_day(clock.next_send_by, "2026-06-30");
	assert_day(clock.effective_end, "2026-09-30");
}

static void given_notice_ends_the_term_that_it_reaches(void **state)
{
	static const struct {
		const char *given, *end;
	} rows[] = {
		{"2026-09-30", "2026-12-31"},
		{"2026-10-01", "2027-12-31"},
		{"2024-01-01", "2026-12-31"},
		{"2027-10-01", "2028-12-31"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		char text[200];
		struct clock clock;

		snprintf(text, sizeof(text), "contract: {" AUTO_TERMS ", given: %s}}\n",
			rows[i].given);
		clock = clock_of(text, "2027-11-15");
		assert_true(clock.given);
		assert_false(clock.missed);
		assert_day(clock.effective_end, rows[i].end);
		assert_day(clock.term_end, rows[i].end);
	}
}

static void notice_given_later_is_not_known_yet(void **state)
{
	const char *contract = "contract: {" AUTO_TERMS ", given: 2026-10-02}}\n";
	struct clock before = clock_of(contract, "2026-10-01");

	(void)state;
	assert_false(before.given);
	assert_true(before.missed);
	assert_true(clock_of(contract, "2026-10-02").given);
}

static void without_a_period_nothing_can_be_missed(void **state)
{
	struct clock clock = clock_of("contract: {end: 2026-12-31, renewal: auto}\n", "2026-12-31");

	(void)state;
	assert_day(clock.notice_latest, "none");
	assert_day(clock.send_by, "none");
	assert_false(clock.missed);
	assert_day(clock.effective_end, "2026-12-31");
	assert_day(clock.next_term_end, "2027-12-31");
	assert_day(clock.next_send_by, "none");
}

static void a_manual_contract_ends_by_itself(void **state)
{
	static const char *const contracts[] = {
		"contract: {end: 2026-12-31, renewal: manual, notice: {period: 90d}}\n",
		"contract: {end: 2026-12-31, notice: {period: 90d}}\n",
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(contracts); i++) {
		struct clock clock = clock_of(contracts[i], "2027-03-01");

		assert_false(clock.missed);
		assert_day(clock.term_end, "2026-12-31");
		assert_day(clock.effective_end, "2026-12-31");
		assert_day(clock.next_term_end, "none");
		assert_day(clock.next_send_by, "none");
		assert_day(clock.notice_latest, "2026-10-02");
	}
}

static void an_evergreen_contract_ends_by_notice_alone(void **state)
{
	static const struct {
		const char *notice, *as_of, *end;
	} rows[] = {
		{"period: 30d", "2026-06-30", "2026-07-30"},
		{"period: 30d, delivery: 3d", "2026-06-30", "2026-08-02"}, /* arrives on a Friday */
		{"period: 30d, delivery: 4d", "2026-06-30", "2026-08-05"}, /* Saturday: Monday */
		{"period: 3mo", "2026-11-30", "2027-02-28"},
		{"period: 30d", "2026-07-04", "2026-08-05"}, /* a Saturday */
		{"period: 30d, given: 2026-07-04", "2026-09-01", "2026-08-03"},
		{"period: 30d, given: 2026-09-02", "2026-09-01", "2026-10-01"},
		{"opens: 90d", "2026-06-30", "none"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		char text[200];
		struct clock clock;

		snprintf(text, sizeof(text),
			"contract: {end: 2026-12-31, renewal: evergreen, notice: {%s}}\n",
			rows[i].notice);
		clock = clock_of(text, rows[i].as_of);
		assert_day(clock.effective_end, rows[i].end);
		assert_day(clock.term_end, "none");
		assert_day(clock.send_by, "none");
		assert_false(clock.missed);
	}
}

static void without_a_contract_there_is_no_clock(void **state)
{
	struct clock clock = clock_of("", "2026-06-30");

	(void)state;
	assert_day(clock.term_end, "none");
	assert_day(clock.send_by, "none");
	assert_day(clock.effective_end, "none");
	assert_false(clock.given || clock.missed);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(notice_takes_the_earlier_of_both_ways_of_counting),
		cmocka_unit_test(no_later_day_would_do),
		cmocka_unit_test(notice_is_sent_early_enough_to_arrive),
		cmocka_unit_test(holidays_of_the_file_are_no_days_to_send_it),
		cmocka_unit_test(terms_roll_over_from_the_first_end),
		cmocka_unit_test(finds_the_term_of_a_day),
		cmocka_unit_test(a_contract_without_an_end_has_no_terms),
		cmocka_unit_test(an_open_notice_names_all_its_days),
		cmocka_unit_test(the_last_day_to_send_is_not_missed),
		cmocka_unit_test(a_missed_notice_runs_to_the_first_end_in_reach),
		cmocka_unit_test(given_notice_ends_the_term_that_it_reaches),
		cmocka_unit_test(notice_given_later_is_not_known_yet),
		cmocka_unit_test(without_a_period_nothing_can_be_missed),
		cmocka_unit_test(a_manual_contract_ends_by_itself),
		cmocka_unit_test(an_evergreen_contract_ends_by_notice_alone),
		cmocka_unit_test(without_a_contract_there_is_no_clock),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
