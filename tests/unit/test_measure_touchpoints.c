/* Touchpoints and feedback as of 2026-06-30; W has the 365 days from 2025-07-01 on. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "measured.h"

/* ---- cadence, R42: 40 days reach 50 days further, so that a touchpoint keeps 51 ---- */

#define OLD "since: 2020-01-01\ncadence: 40d\n"

static void a_touchpoint_keeps_in_touch_for_a_while(void **state)
{
	static const struct measure_row rows[] = {
		{"none for years", OLD, MEASURED(0, 0)},
		{"today", OLD "touchpoints: [{date: 2026-06-30}]\n", MEASURED(1 / 365.0, 1)},
		{"in January", OLD "touchpoints: [{date: 2026-01-01}]\n", MEASURED(51 / 365.0, 1)},
		{"twice, 30 days apart",
			OLD "touchpoints: [{date: 2026-01-31}, {date: 2026-01-01}]\n",
			MEASURED(81 / 365.0, 2)},
		{"twice, 51 days apart",
			OLD "touchpoints: [{date: 2026-01-01}, {date: 2026-02-21}]\n",
			MEASURED(102 / 365.0, 2)},
		{"twice on one day", OLD "touchpoints: [{date: 2026-01-01}, {date: 2026-01-01}]\n",
			MEASURED(51 / 365.0, 2)},
		{"before W, into it", OLD "touchpoints: [{date: 2025-06-01}]\n",
			MEASURED(21 / 365.0, 0)},
		{"after D", OLD "touchpoints: [{date: 2026-07-01}]\n", MEASURED(0, 0)},
		{"of any kind, begun by anybody",
			OLD "touchpoints: [{date: 2026-01-01, kind: social, initiated_by: us}]\n",
			MEASURED(51 / 365.0, 1)},
		{"the same for us", OLD "touchpoints: [{date: 2026-01-01}]\n",
			MEASURED(51 / 365.0, 1), .us = true},
		{"struck out by a dispute",
			OLD "touchpoints: [{date: 2026-01-01}]\n"
			    "disputes: [{record: 'touchpoint:#1', settled: 2026-06-30,"
			    " upheld: true}]\n",
			MEASURED(0, 0)},
	};

	(void)state;
	check_measure("touchpoint-cadence", rows, COUNT_OF(rows));
}

/* From 2026-04-01 on there are 91 days. */
static void a_beginning_keeps_in_touch_as_well(void **state)
{
	static const struct measure_row rows[] = {
		{"ten days ago", "since: 2026-06-21\ncadence: 40d\n", MEASURED(1, 0)},
		{"in April", "since: 2026-04-01\ncadence: 40d\n", MEASURED(51 / 91.0, 0)},
		{"the contract's, when nothing else is known",
			"contract: {start: 2026-04-01}\ncadence: 40d\n", MEASURED(51 / 91.0, 0)},
		{"the first touchpoint, when nothing else is known",
			"cadence: 40d\ntouchpoints: [{date: 2026-04-01}]\n",
			MEASURED(51 / 91.0, 1)},
		{"shortly before W", "since: 2025-06-01\ncadence: 40d\n", MEASURED(21 / 365.0, 0)},
		{"and what comes at its end goes on",
			"since: 2026-04-01\ncadence: 40d\n"
			"touchpoints: [{date: 2026-05-22}]\n",
			MEASURED(1, 1)},
		{"a touchpoint before it counts as one",
			"since: 2026-04-01\ncadence: 40d\ntouchpoints: [{date: 2026-03-01}]\n",
			MEASURED(51 / 91.0, 1)},
	};

	(void)state;
	check_measure("touchpoint-cadence", rows, COUNT_OF(rows));
}

static void the_reach_is_counted_in_the_cadences_own_unit(void **state)
{
	static const struct measure_row rows[] = {
		{"37 of 37.5 days",
			"since: 2020-01-01\ncadence: 30d\n"
			"touchpoints: [{date: 2026-01-01}]\n",
			MEASURED(38 / 365.0, 1)},
		{"a month of 28 days: 35",
			"since: 2020-01-01\ncadence: 1mo\n"
			"touchpoints: [{date: 2026-01-31}]\n",
			MEASURED(36 / 365.0, 1)},
		{"a month of 31 days: 38",
			"since: 2020-01-01\ncadence: 1mo\n"
			"touchpoints: [{date: 2026-01-30}]\n",
			MEASURED(37 / 365.0, 1)},
		{"ten business days of 14: 17",
			"since: 2020-01-01\ncadence: 10bd\n"
			"touchpoints: [{date: 2026-06-01}]\n",
			MEASURED(18 / 365.0, 1)},
		{"with a holiday 15: 18",
			"since: 2020-01-01\ncadence: 10bd\n"
			"touchpoints: [{date: 2026-06-01}]\n"
			"exit: {holidays: [2026-06-05]}\n",
			MEASURED(19 / 365.0, 1)},
	};

	(void)state;
	check_measure("touchpoint-cadence", rows, COUNT_OF(rows));
}

static void without_a_cadence_or_a_beginning_there_is_no_telling(void **state)
{
	static const struct measure_row rows[] = {
		{"no cadence", "since: 2020-01-01\ntouchpoints: [{date: 2026-01-01}]\n", NO_DATA},
		{"no beginning", "cadence: 40d\n", NO_DATA},
		{"touchpoints after D alone", "cadence: 40d\ntouchpoints: [{date: 2026-07-01}]\n",
			NO_DATA},
		{"not begun", "since: 2026-07-01\ncadence: 40d\n", NO_DATA},
	};

	(void)state;
	check_measure("touchpoint-cadence", rows, COUNT_OF(rows));
}

/* ---- attention, R15 ---- */

/*
 * Terms end on 2025-12-31 and 2026-12-31; the first window is 2025-10-03 to 2025-12-31.
 * Observed are 546 days, T1 = 90 and T2 = 456.
 */
#define AUTO "contract: {start: 2025-01-01, end: 2025-12-31, renewal: auto}\n"
#define FROM_START "touchpoints:\n  - {date: 2025-01-01, initiated_by: us}\n"
#define THEY(date) "  - {date: " date ", initiated_by: partner}\n"
#define INSIDE THEY("2025-10-06") THEY("2025-11-03") THEY("2025-12-01")
#define OUTSIDE THEY("2025-03-03") THEY("2026-03-02")

/* (3/90) ÷ (2/456) */
#define RATIO ((3 / 90.0) / (2 / 456.0))

static void attention_is_a_ratio_of_rates(void **state)
{
	static const struct measure_row rows[] = {
		{"3 in 90 days, 2 in 456", AUTO FROM_START INSIDE OUTSIDE, MEASURED(RATIO, 5)},
		{"notice that was given changes no window",
			"contract: {start: 2025-01-01, end: 2025-12-31, renewal: auto,"
			" notice: {period: 30d, given: 2025-06-01}}\n" FROM_START INSIDE OUTSIDE,
			MEASURED(RATIO, 5)},
		{"an earlier end of a contract that has moved on",
			"contract: {start: 2025-01-01, end: 2027-12-31,"
			" earlier_ends: [2025-12-31]}\n" FROM_START INSIDE OUTSIDE,
			MEASURED(RATIO, 5)},
		{"agreed reviews are no sign of anything",
			AUTO FROM_START INSIDE OUTSIDE
			"  - {date: 2025-12-15, initiated_by: partner, kind: review}\n",
			MEASURED(RATIO, 5)},
		{"nor is what nobody claims",
			AUTO FROM_START INSIDE OUTSIDE "  - {date: 2025-12-15}\n",
			MEASURED(RATIO, 5)},
		{"nor what is still to come", AUTO FROM_START INSIDE OUTSIDE THEY("2026-10-05"),
			MEASURED(RATIO, 5)},
		{"twice in one week is once", AUTO FROM_START INSIDE THEY("2025-12-07") OUTSIDE,
			MEASURED(RATIO, 5)},
		{"the week after is twice", AUTO FROM_START INSIDE THEY("2025-12-08") OUTSIDE,
			MEASURED((4 / 90.0) / (2 / 456.0), 6)},
		{"all outside",
			AUTO FROM_START OUTSIDE THEY("2025-05-05") THEY("2025-06-02")
				THEY("2025-07-07"),
			MEASURED(0, 5)},
		{"all inside: without bound",
			AUTO FROM_START INSIDE THEY("2025-10-20") THEY("2025-12-15"),
			MEASURED(NAN, 5)},
		{"a shorter window: (1/30) ÷ (4/516)",
			AUTO FROM_START THEY("2025-12-02") THEY("2025-11-03") THEY("2025-10-06")
				OUTSIDE,
			MEASURED((1 / 30.0) / (4 / 516.0), 5), .policy = "renewal_window: 30d\n"},
	};

	(void)state;
	check_measure("steady-attention", rows, COUNT_OF(rows));
}

/* Of Thursday and Friday of one week only the Friday lies in the window. */
static void of_a_week_the_earliest_contact_counts(void **state)
{
	static const struct measure_row rows[] = {
		{"2 inside, 3 outside",
			AUTO FROM_START THEY("2025-10-03") THEY("2025-10-02") THEY("2025-11-03")
				THEY("2025-12-01") OUTSIDE,
			MEASURED((2 / 90.0) / (3 / 456.0), 5)},
	};

	(void)state;
	check_measure("steady-attention", rows, COUNT_OF(rows));
}

/* Observation begins with the contract or with the first touchpoint, the later of them. */
static void days_are_observed_from_the_later_beginning(void **state)
{
	static const struct measure_row rows[] = {
		/* 365 days, what was before does not count */
		{"a contract since July",
			"contract: {start: 2025-07-01, end: 2025-12-31, renewal: auto}\n" FROM_START
				INSIDE OUTSIDE THEY("2026-04-06"),
			MEASURED((3 / 90.0) / (2 / 275.0), 5)},
		/* from 2025-03-03: 485 days */
		{"a first touchpoint in March", AUTO "touchpoints:\n" INSIDE OUTSIDE,
			MEASURED((3 / 90.0) / (2 / 395.0), 5)},
	};

	(void)state;
	check_measure("steady-attention", rows, COUNT_OF(rows));
}

/* Ends on 2025-12-31, 2026-01-31 … 2026-06-30: one window of 271 days, 275 before it. */
static void windows_that_overlap_count_their_days_once(void **state)
{
	static const struct measure_row rows[] = {
		{"monthly terms",
			"contract: {start: 2025-01-01, end: 2025-12-31, renewal: auto,"
			" renewal_term: 1mo}\n" FROM_START INSIDE OUTSIDE THEY("2025-04-07"),
			MEASURED((4 / 271.0) / (2 / 275.0), 6)},
	};

	(void)state;
	check_measure("steady-attention", rows, COUNT_OF(rows));
}

static void attention_needs_both_kinds_of_days_and_five_contacts(void **state)
{
	static const struct measure_row rows[] = {
		{"no touchpoint", AUTO, NOT_APPLICABLE},
		{"no contract", FROM_START INSIDE OUTSIDE, NOT_APPLICABLE},
		{"evergreen",
			"contract: {start: 2025-01-01, end: 2025-12-31, renewal: evergreen,"
			" earlier_ends: [2025-06-30]}\n" FROM_START INSIDE OUTSIDE,
			NOT_APPLICABLE},
		{"an end far away",
			"contract: {start: 2025-01-01, end: 2027-12-31}\n" FROM_START INSIDE
				OUTSIDE,
			NOT_APPLICABLE},
		{"an end so near that all days are before it",
			"contract: {end: 2026-06-30}\ntouchpoints:\n" THEY("2026-04-02"),
			NOT_APPLICABLE},
		{"one day more", "contract: {end: 2026-06-30}\ntouchpoints:\n" THEY("2026-04-01"),
			NO_DATA},
		{"four contacts", AUTO FROM_START INSIDE THEY("2026-03-02"), NO_DATA},
		{"all of them ours", AUTO FROM_START, NO_DATA},
	};

	(void)state;
	check_measure("steady-attention", rows, COUNT_OF(rows));
}

#define WE(date) "  - {date: " date ", initiated_by: us}\n"

/* Our first touchpoint, on 2025-01-01, is a contact of ours. */
static void our_attention_is_measured_by_our_contacts(void **state)
{
	static const struct measure_row rows[] = {
		{"1 inside, 4 outside",
			AUTO FROM_START WE("2025-02-03") WE("2025-03-03") WE("2025-04-07")
				WE("2025-11-03") INSIDE OUTSIDE,
			MEASURED((1 / 90.0) / (4 / 456.0), 5), .us = true},
	};

	(void)state;
	check_measure("steady-attention", rows, COUNT_OF(rows));
}

/* ---- voice, R43 ---- */

static void voice_is_the_age_of_what_was_heard_and_answered(void **state)
{
	static const struct measure_row rows[] = {
		{"nothing", "", NO_DATA},
		{"only what they said themselves",
			"feedback: [{date: 2026-06-01, from: partner}]\n", NO_DATA},
		{"from nobody", "feedback: [{date: 2026-06-01, answered: 2026-06-02}]\n", NO_DATA},
		{"after D", "feedback: [{date: 2026-07-01, from: us}]\n", NO_DATA},
		{"answered: counted from what was said",
			"feedback: [{date: 2026-06-01, from: us, answered: 2026-06-20}]\n",
			MEASURED(29, 1)},
		{"the newest answered",
			"feedback: [{date: 2026-06-01, from: us, answered: 2026-06-20},"
			" {date: 2026-05-01, from: us, answered: 2026-06-25},"
			" {date: 2026-06-29, from: us}, {date: 2025-01-01, from: us}]\n",
			MEASURED(29, 1)},
		{"none answered: the oldest",
			"feedback: [{date: 2026-06-01, from: us}, {date: 2026-05-01, from: us}]\n",
			MEASURED(60, 1)},
		{"answered only after D",
			"feedback: [{date: 2026-06-01, from: us, answered: 2026-07-01}]\n",
			MEASURED(29, 1)},
		{"of any age", "feedback: [{date: 2024-06-30, from: us, answered: 2024-07-01}]\n",
			MEASURED(730, 1)},
		{"the mirror",
			"feedback: [{date: 2026-06-20, from: partner, answered: 2026-06-21},"
			" {date: 2026-06-29, from: us, answered: 2026-06-29}]\n",
			MEASURED(10, 1), .us = true},
	};

	(void)state;
	check_measure("voice", rows, COUNT_OF(rows));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_touchpoint_keeps_in_touch_for_a_while),
		cmocka_unit_test(a_beginning_keeps_in_touch_as_well),
		cmocka_unit_test(the_reach_is_counted_in_the_cadences_own_unit),
		cmocka_unit_test(without_a_cadence_or_a_beginning_there_is_no_telling),
		cmocka_unit_test(attention_is_a_ratio_of_rates),
		cmocka_unit_test(of_a_week_the_earliest_contact_counts),
		cmocka_unit_test(days_are_observed_from_the_later_beginning),
		cmocka_unit_test(windows_that_overlap_count_their_days_once),
		cmocka_unit_test(attention_needs_both_kinds_of_days_and_five_contacts),
		cmocka_unit_test(our_attention_is_measured_by_our_contacts),
		cmocka_unit_test(voice_is_the_age_of_what_was_heard_and_answered),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
