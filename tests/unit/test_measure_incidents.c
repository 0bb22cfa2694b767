/*
 * Incidents as of 2026-06-30. Levels: severity 1 within an hour and 4 hours, severity 2
 * within 4 hours and 2 business days, severity 3 is only to be resolved within 1 month.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "measured.h"

#define LEVELS                                                 \
	"contract:\n  service_levels:\n"                       \
	"    - {severity: 1, acknowledge: 1h, resolve: 4h}\n"  \
	"    - {severity: 2, acknowledge: 4h, resolve: 2bd}\n" \
	"    - {severity: 3, resolve: 1mo}\n"
#define INCIDENT(fields) "incidents: [{" fields "}]\n"
#define LEVELLED(fields) LEVELS INCIDENT(fields)

/* R37. */
static void response_is_within_the_level_of_its_severity(void **state)
{
	static const struct measure_row rows[] = {
		{"no incident", LEVELS, NOT_APPLICABLE},
		{"no levels", INCIDENT("severity: 1, opened: 2026-03-01T10:00Z"), NOT_APPLICABLE},
		{"no level of its severity", LEVELLED("severity: 4, opened: 2026-03-01T10:00Z"),
			NO_DATA},
		{"no such level of its severity", LEVELLED("opened: 2026-03-01T10:00Z"), NO_DATA},
		{"exactly at the level",
			LEVELLED("severity: 1, opened: 2026-03-01T10:00Z,"
				 " acknowledged: 2026-03-01T11:00Z"),
			MEASURED(1, 1)},
		{"a second more",
			LEVELLED("severity: 1, opened: 2026-03-01T10:00Z,"
				 " acknowledged: 2026-03-01T11:00:01Z"),
			MEASURED(0, 1)},
		{"zones are told apart",
			LEVELLED("severity: 1, opened: 2026-03-01T10:00Z,"
				 " acknowledged: 2026-03-01T12:00+01:00"),
			MEASURED(1, 1)},
		{"severity 2 has its own",
			LEVELLED("severity: 2, opened: 2026-03-01T10:00Z,"
				 " acknowledged: 2026-03-01T13:00Z"),
			MEASURED(1, 1)},
		{"caused by us: not theirs",
			LEVELLED("severity: 1, cause: us, opened: 2026-03-01T10:00Z"),
			NOT_APPLICABLE},
		{"caused by us: ours",
			LEVELLED("severity: 1, cause: us, opened: 2026-03-01T10:00Z,"
				 " acknowledged: 2026-03-01T10:30Z"),
			MEASURED(1, 1), .us = true},
	};

	(void)state;
	check_measure("incident-response", rows, COUNT_OF(rows));
}

static void without_acknowledgement_the_level_runs_out(void **state)
{
	static const struct measure_row rows[] = {
		{"open, past its level", LEVELLED("severity: 1, opened: 2026-06-30T22:59:59Z"),
			MEASURED(0, 1)},
		{"open, its level ends with D", LEVELLED("severity: 1, opened: 2026-06-30T23:00Z"),
			NO_DATA},
		{"acknowledged only after D",
			LEVELLED("severity: 1, opened: 2026-06-29T10:00Z,"
				 " acknowledged: 2026-07-01T00:00Z"),
			MEASURED(0, 1)},
		{"resolved: nobody wrote down when it was acknowledged",
			LEVELLED("severity: 1, opened: 2026-03-01T10:00Z,"
				 " resolved: 2026-03-02T10:00Z"),
			NO_DATA},
		{"resolved only after D",
			LEVELLED("severity: 1, opened: 2026-06-29T10:00Z,"
				 " resolved: 2026-07-02T10:00Z"),
			MEASURED(0, 1)},
	};

	(void)state;
	check_measure("incident-response", rows, COUNT_OF(rows));
}

static void a_day_without_an_hour_counts_when_it_is_sure(void **state)
{
	static const struct measure_row rows[] = {
		{"met at the latest hour of both",
			LEVELS "incidents: [{opened: 2026-03-01, resolved: 2026-03-31}]\n",
			MEASURED(1, 1)},
		{"missed at the earliest hour of both",
			LEVELS "incidents: [{opened: 2026-03-01, resolved: 2026-04-02}]\n",
			MEASURED(0, 1)},
		{"either is possible",
			LEVELS "incidents: [{opened: 2026-03-01, resolved: 2026-04-01}]\n",
			NO_DATA},
		{"opened at an hour, resolved before it might be over",
			LEVELLED("severity: 1, opened: 2026-03-01T19:59Z, resolved: 2026-03-02"),
			MEASURED(0, 1)},
		{"opened at an hour, resolved some time that day",
			LEVELLED("severity: 1, opened: 2026-03-01T21:00Z, resolved: 2026-03-02"),
			NO_DATA},
		{"opened at an hour, in time only if resolved at midnight",
			LEVELLED("severity: 1, opened: 2026-03-01T20:00Z, resolved: 2026-03-02"),
			NO_DATA},
		{"open since a day, its level surely over",
			LEVELLED("severity: 1, opened: 2026-06-29"), MEASURED(0, 1)},
		{"open since today, its level perhaps not over",
			LEVELLED("severity: 1, opened: 2026-06-30"), NO_DATA},
	};

	(void)state;
	check_measure("incident-resolution", rows, COUNT_OF(rows));
}

/* R38. 2026-03-06 is a Friday; two business days on is Tuesday the 10th. */
static void resolution_is_within_its_own_level(void **state)
{
	static const struct measure_row rows[] = {
		{"no incident", LEVELS, NOT_APPLICABLE},
		{"no levels", INCIDENT("opened: 2026-03-01T10:00Z"), NOT_APPLICABLE},
		{"two business days to the minute",
			LEVELLED("severity: 2, opened: 2026-03-06T10:00Z,"
				 " resolved: 2026-03-10T10:00Z"),
			MEASURED(1, 1)},
		{"a minute more",
			LEVELLED("severity: 2, opened: 2026-03-06T10:00Z,"
				 " resolved: 2026-03-10T10:01Z"),
			MEASURED(0, 1)},
		{"a holiday between",
			LEVELLED("severity: 2, opened: 2026-03-06T10:00Z,"
				 " resolved: 2026-03-11T10:00Z") "exit: {holidays: [2026-03-09]}\n",
			MEASURED(1, 1)},
		{"a month to the minute",
			LEVELLED("opened: 2026-01-31T10:00Z, resolved: 2026-02-28T10:00Z"),
			MEASURED(1, 1)},
		{"a month and a minute",
			LEVELLED("opened: 2026-01-31T10:00Z, resolved: 2026-02-28T10:01Z"),
			MEASURED(0, 1)},
		{"open past its level", LEVELLED("opened: 2026-05-30T10:00Z"), MEASURED(0, 1)},
		{"open within its level", LEVELLED("opened: 2026-06-01T10:00Z"), NO_DATA},
		{"opened before W and never resolved", LEVELLED("opened: 2020-01-01T10:00Z"),
			MEASURED(0, 1)},
	};

	(void)state;
	check_measure("incident-resolution", rows, COUNT_OF(rows));
}

/* 4 met, 2 missed: 4 of 6. Severity 3 is met and weighs 1: 5 of 7. */
static void the_severe_ones_weigh_more(void **state)
{
	static const struct measure_row rows[] = {
		{"severity 1 and 2",
			LEVELS "incidents: [{severity: 1, opened: 2026-03-01T10:00Z,"
			       " resolved: 2026-03-01T11:00Z}, {severity: 2,"
			       " opened: 2026-03-02T10:00Z, resolved: 2026-03-12T11:00Z}]\n",
			MEASURED(4 / 6.0, 2)},
		{"and 3",
			LEVELS "incidents: [{severity: 1, opened: 2026-03-01T10:00Z,"
			       " resolved: 2026-03-01T11:00Z}, {severity: 2,"
			       " opened: 2026-03-02T10:00Z, resolved: 2026-03-12T11:00Z},"
			       " {opened: 2026-03-02T10:00Z, resolved: 2026-03-03T11:00Z}]\n",
			MEASURED(5 / 7.0, 3)},
		{"what cannot be judged weighs nothing",
			LEVELS "incidents: [{severity: 1, opened: 2026-03-01T10:00Z,"
			       " resolved: 2026-03-01T11:00Z}, {severity: 4,"
			       " opened: 2026-03-02T10:00Z}]\n",
			MEASURED(1, 1)},
	};

	(void)state;
	check_measure("incident-resolution", rows, COUNT_OF(rows));
}

/* R39. */
static void conduct_is_the_mean_of_what_is_known(void **state)
{
	static const struct measure_row rows[] = {
		{"no incident", "", NOT_APPLICABLE},
		{"no incident of theirs",
			INCIDENT("opened: 2026-03-01, cause: us, ownership: owned"),
			NOT_APPLICABLE},
		{"no field", INCIDENT("opened: 2026-03-01"), NO_DATA},
		{"the best",
			INCIDENT("opened: 2026-03-01, ownership: owned, effort: surged,"
				 " availability: immediate"),
			MEASURED(1, 1)},
		{"the middle",
			INCIDENT("opened: 2026-03-01, ownership: partly, effort: normal,"
				 " availability: prompt"),
			MEASURED(0.5, 1)},
		{"the worst",
			INCIDENT("opened: 2026-03-01, ownership: deflected, effort: minimal,"
				 " availability: declined"),
			MEASURED(0, 1)},
		{"1 and 0 of two fields",
			INCIDENT("opened: 2026-03-01, ownership: owned, availability: declined"),
			MEASURED(0.5, 1)},
		{"4 × 1, ½ × 0, and one without a field",
			"incidents: [{severity: 1, opened: 2026-03-01, ownership: owned},"
			" {severity: 4, opened: 2026-03-01, effort: minimal},"
			" {severity: 1, opened: 2026-03-01}]\n",
			MEASURED(4 / 4.5, 2)},
		{"ours", INCIDENT("opened: 2026-03-01, cause: us, effort: normal"),
			MEASURED(0.5, 1), .us = true},
		{"struck out by a dispute",
			"incidents: [{id: a, opened: 2026-03-01, ownership: owned},"
			" {id: b, opened: 2026-03-01, ownership: deflected}]\n"
			"disputes: [{record: 'incident:b', settled: 2026-06-30, upheld: true}]\n",
			MEASURED(1, 1)},
	};

	(void)state;
	check_measure("incident-conduct", rows, COUNT_OF(rows));
}

#define CAUSES                                                           \
	"incidents: [{severity: 1, opened: 2026-03-01, cause: partner}," \
	" {severity: 2, opened: 2026-03-01, cause: both},"               \
	" {severity: 3, opened: 2026-03-01, cause: us},"                 \
	" {severity: 4, opened: 2026-03-01, cause: third-party},"        \
	" {severity: 1, opened: 2026-03-01, cause: unknown}, {severity: 1, opened: 2026-03-01}]\n"

/* R40: weights 4, 2, 1 and ½, of all 7.5. */
static void fault_is_shared_by_cause(void **state)
{
	static const struct measure_row rows[] = {
		{"no incident", "", NOT_APPLICABLE},
		{"nobody knows", INCIDENT("opened: 2026-03-01"), NO_DATA},
		{"theirs: 4 and half of 2", CAUSES, MEASURED(5 / 7.5, 4)},
		{"ours: 1 and half of 2", CAUSES, MEASURED(2 / 7.5, 4), .us = true},
		{"in our own file", CAUSES, MEASURED(2 / 7.5, 4), .us = true, .kind = "self"},
		{"a third party's", INCIDENT("opened: 2026-03-01, cause: third-party"),
			MEASURED(0, 1)},
		{"before W and resolved",
			INCIDENT("opened: 2025-06-30, resolved: 2025-07-01, cause: partner"),
			NOT_APPLICABLE},
	};

	(void)state;
	check_measure("fault-share", rows, COUNT_OF(rows));
}

#define SEVERAL                                  \
	"contract:\n  service_levels:\n"         \
	"    - {severity: 1, resolve: 2h}\n"     \
	"    - {severity: 1, acknowledge: 1h}\n" \
	"    - {severity: 1, acknowledge: 4h, resolve: 4h}\n"
#define SEVERE(fields) SEVERAL INCIDENT("severity: 1, opened: 2026-03-01T10:00Z, " fields)

static void the_first_level_that_says_so_holds(void **state)
{
	static const struct measure_row response[] = {
		{"an hour", SEVERE("acknowledged: 2026-03-01T11:00Z"), MEASURED(1, 1)},
		{"a second more", SEVERE("acknowledged: 2026-03-01T11:00:01Z"), MEASURED(0, 1)},
	};
	static const struct measure_row resolution[] = {
		{"two hours", SEVERE("resolved: 2026-03-01T12:00Z"), MEASURED(1, 1)},
		{"a second more", SEVERE("resolved: 2026-03-01T12:00:01Z"), MEASURED(0, 1)},
	};

	(void)state;
	check_measure("incident-response", response, COUNT_OF(response));
	check_measure("incident-resolution", resolution, COUNT_OF(resolution));
}

/* R6: three measures, one population. */
static void all_look_at_the_incidents_of_the_window(void **state)
{
	static const char *const measures[] = {
		"incident-response", "incident-resolution", "incident-conduct", "fault-share"};
	static const struct measure_row rows[] = {
		{"opened after D", LEVELLED("opened: 2026-07-01"), NOT_APPLICABLE},
		{"over before W", LEVELLED("opened: 2025-06-30, resolved: 2026-06-30"),
			NOT_APPLICABLE},
		{"not dated", LEVELLED("title: when"), NOT_APPLICABLE},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(measures); i++)
		check_measure(measures[i], rows, COUNT_OF(rows));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(response_is_within_the_level_of_its_severity),
		cmocka_unit_test(without_acknowledgement_the_level_runs_out),
		cmocka_unit_test(a_day_without_an_hour_counts_when_it_is_sure),
		cmocka_unit_test(resolution_is_within_its_own_level),
		cmocka_unit_test(the_severe_ones_weigh_more),
		cmocka_unit_test(conduct_is_the_mean_of_what_is_known),
		cmocka_unit_test(fault_is_shared_by_cause),
		cmocka_unit_test(the_first_level_that_says_so_holds),
		cmocka_unit_test(all_look_at_the_incidents_of_the_window),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
