/* How far the values of measures can be trusted, as of 2026-06-30. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "decoded.h"
#include "measured.h"
#include "near.h"
#include "partner/proportion.h"

#define Z_95 1.959963984540054

static struct interval range_of(
	const struct scene *scene, const char *measure, const struct measurement *taken)
{
	struct question question = {&scene->view, NULL, "value", NULL, quantiles_of(&scene->view)};

	assert_int_equal(taken->status, MEASURE_MEASURED);
	return measure_range(measure_find(measure), &question, taken);
}

static void assert_range(struct interval got, double low, double high)
{
	assert_near(got.low, low);
	if (isinf(high))
		assert_true(isinf(got.high) && got.high > 0);
	else
		assert_near(got.high, high);
}

/* ---- shares of events, R14 ---- */

/* So many milestones, the first k of them on time. */
static char *put_milestones(struct buffer *text, int k, int n)
{
	buffer_puts(text, "milestones:\n");
	for (int i = 0; i < n; i++)
		buffer_printf(
			text, "  - {due: 2026-03-01, delivered: 2026-03-0%d}\n", i < k ? 1 : 2);
	buffer_putc(text, '\0');
	return text->data;
}

/* Newcombe 1998, table I, method 3; the rest by the formula, apart from this program. */
static void a_share_has_wilsons_interval(void **state)
{
	static const struct {
		int k, n;
		double low, high;
	} rows[] = {
		{81, 263, 0.2552885198782742, 0.36620957698280004},
		{0, 20, 0, 0.16112515805281938},
		{0, 1, 0, 0.7934506856227626},
		{2, 2, 0.34238022750665303, 1},
		{1, 2, 0.09453120573423074, 0.9054687942657693},
		{20, 20, 0.8388748419471806, 1},
		{18, 20, 0.6989663547715128, 0.9721335187862319},
		{47, 50, 0.8378290831116182, 0.979385029651026},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct buffer text = {0};
		struct measure_row row = {.records = put_milestones(&text, rows[i].k, rows[i].n)};
		struct measurement taken;
		struct scene scene;

		scene_open(&scene, &row);
		taken = scene_take(&scene, "milestones-on-time", NULL);
		assert_true(taken.effective_n == rows[i].n);
		assert_range(
			range_of(&scene, "milestones-on-time", &taken), rows[i].low, rows[i].high);
		scene_close(&scene);
		buffer_free(&text);
	}
}

#define LEVELS                                                                     \
	"contract: {service_levels: [{severity: 1, acknowledge: 1h, resolve: 1d}," \
	" {severity: 4, acknowledge: 1h, resolve: 1d}]}\n"
#define PROMPT                                                                          \
	"  - {severity: 1, opened: 2026-03-01T10:00Z, acknowledged: 2026-03-01T10:10Z," \
	" resolved: 2026-03-01T11:00Z, ownership: owned, cause: partner}\n"
#define TARDY                                                                           \
	"  - {severity: 4, opened: 2026-03-01T10:00Z, acknowledged: 2026-03-02T10:00Z," \
	" resolved: 2026-03-09T11:00Z, ownership: deflected, cause: third-party}\n"

/* Weights 4 and ½: (4½)² / 16¼ events. */
static void severe_events_count_for_fewer(void **state)
{
	static const char *const measures[] = {
		"incident-response", "incident-resolution", "incident-conduct", "fault-share"};
	static const struct measure_row row = {.records = LEVELS "incidents:\n" PROMPT TARDY};
	struct interval expected = proportion_wilson(4 / 4.5, 20.25 / 16.25, Z_95);
	struct scene scene;

	(void)state;
	scene_open(&scene, &row);
	for (size_t i = 0; i < COUNT_OF(measures); i++) {
		struct measurement taken = scene_take(&scene, measures[i], NULL);

		assert_near(taken.effective_n, 20.25 / 16.25);
		assert_range(range_of(&scene, measures[i], &taken), expected.low, expected.high);
	}
	scene_close(&scene);
}

static void payments_are_events(void **state)
{
	static const struct measure_row row = {
		.records = "invoices: [{due: 2026-03-01, paid: 2026-03-01},"
			   " {due: 2026-03-01, paid: 2026-03-02}]\n",
		.us = true,
	};
	struct measurement taken;
	struct scene scene;

	(void)state;
	scene_open(&scene, &row);
	taken = scene_take(&scene, "paid-on-time", NULL);
	assert_range(
		range_of(&scene, "paid-on-time", &taken), 0.09453120573423074, 0.9054687942657693);
	scene_close(&scene);
}

/* All of them when they weigh the same, one when the others weigh next to nothing. */
static void effective_numbers_stay_between_one_and_all(void **state)
{
	static const struct {
		const char *weights[3];
		double effective_n;
	} rows[] = {
		{{"1", "1", "1"}, 3},
		{{"2", "1", "1"}, 16 / 6.0},
		{{"1000000", "0.000001", "0.000001"}, 1},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct buffer text = {0};
		struct measure_row row;
		struct scene scene;

		buffer_puts(&text, "goals:\n");
		for (size_t k = 0; k < 3; k++)
			buffer_printf(&text,
				"  - {start: 2025-09-01, due: 2026-06-01, target: 9, weight: %s}\n",
				rows[i].weights[k]);
		buffer_putc(&text, '\0');
		row = (struct measure_row){.records = text.data};
		scene_open(&scene, &row);
		assert_relative(scene_take(&scene, "goal-attainment", NULL).effective_n,
			rows[i].effective_n, 1e-9, 1);
		scene_close(&scene);
		buffer_free(&text);
	}
}

/* A half-life of a day: as of D ann's and bob's weigh 2^-1200, which a double holds as 0. */
static void only_ratios_of_weights_matter(void **state)
{
	static const struct measure_row row = {
		.records = "ratings:\n"
			   "  - {by: ann, date: 2023-03-18, scores: {value: 5}, evidence: [a]}\n"
			   "  - {by: bob, date: 2023-03-18, scores: {value: 4}, evidence: [b]}\n"
			   "  - {by: eve, date: 2023-03-17, scores: {value: 3}, evidence: [c]}\n",
		.policy = "window: 4y\nhalf_life: 1d\n",
	};
	struct measurement taken;
	struct scene scene;

	(void)state;
	scene_open(&scene, &row);
	taken = scene_take(&scene, "panel", "value");
	assert_int_equal(taken.n, 3);
	assert_near(taken.value, (5 + 4 + 0.5 * 3) / 2.5);
	assert_near(taken.effective_n, 2.5 * 2.5 / 2.25);
	scene_close(&scene);
}

static void other_values_are_exact(void **state)
{
	static const struct {
		const char *measure, *records;
		double value;
	} rows[] = {
		{"goals-shared", "goals: [{start: 2026-01-01, shared: 2026-01-01}, {title: b}]\n",
			0.5},
		{"milestone-slip", "milestones: [{due: 2026-03-01, delivered: 2026-03-31}]\n", 30},
		{"voice", "feedback: [{date: 2026-06-10, from: us, answered: 2026-06-12}]\n", 20},
		{"reciprocity",
			"exchanges: [{date: 2026-01-01, direction: given, count: 9},"
			" {date: 2026-01-01, direction: received},"
			" {date: 2026-01-01, direction: received},"
			" {date: 2026-01-01, direction: received}]\n",
			0.5},
		{"remedies-settled",
			"milestones: [{due: 2026-03-01, penalty: 5 EUR, settled: 2026-03-04}]\n",
			1},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct measure_row row = {.records = rows[i].records};
		struct measurement taken;
		struct interval range;
		struct scene scene;

		scene_open(&scene, &row);
		taken = scene_take(&scene, rows[i].measure, NULL);
		range = range_of(&scene, rows[i].measure, &taken);
		assert_near(range.low, rows[i].value);
		assert_true(range.low == taken.value && range.high == taken.value);
		scene_close(&scene);
	}
}

/* ---- confidence, R55 ---- */

static const struct {
	const char *policy;
	struct interval range;
} of_one_in_two[] = {
	{"confidence: 90%\n", {0.12086631942227366, 0.8791336805777263}},
	{"confidence: 100%\n", {0, 1}},
	{"confidence: 0%\n", {0.5, 0.5}},
	{"confidence: 0.0000000000000000000001\n", {0.5, 0.5}},
};

/* ½ ± z/(2√(2 + z²)), with z = 1.6448536269514722 at 90 %. */
static void the_policy_says_how_sure_shares_are(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(of_one_in_two); i++) {
		struct buffer text = {0};
		struct measure_row row = {
			.records = put_milestones(&text, 1, 2), .policy = of_one_in_two[i].policy};
		struct measurement taken;
		struct scene scene;

		scene_open(&scene, &row);
		taken = scene_take(&scene, "milestones-on-time", NULL);
		assert_range(range_of(&scene, "milestones-on-time", &taken),
			of_one_in_two[i].range.low, of_one_in_two[i].range.high);
		scene_close(&scene);
		buffer_free(&text);
	}
}

/* ---- points of a range, R14 ---- */

#define RISING "[[0, 10], [10, 40], [20, 90]]"
#define FALLING "[[0, 90], [10, 40], [20, 10]]"
#define HUMPED "[[0, 0], [10, 100], [20, 20]]"
#define HOLLOW "[[0, 60], [10, 5], [20, 80]]"

static void points_of_a_range_look_at_every_knot_between(void **state)
{
	static const struct {
		const char *scale;
		struct interval values, points;
	} rows[] = {
		{RISING, {5, 15}, {25, 65}},
		{FALLING, {5, 15}, {25, 65}},
		{HUMPED, {5, 15}, {50, 100}},
		{HUMPED, {0, 10}, {0, 100}},
		{HUMPED, {10, 20}, {20, 100}},
		{HUMPED, {12, 15}, {60, 84}},
		{HUMPED, {-5, 25}, {0, 100}},
		{HUMPED, {5, HUGE_VAL}, {20, 100}},
		{HUMPED, {-9, -5}, {0, 0}},
		{HUMPED, {30, HUGE_VAL}, {20, 20}},
		{HUMPED, {15, 15}, {60, 60}},
		{HUMPED, {10, 10}, {100, 100}},
		{HOLLOW, {5, 15}, {5, 42.5}},
		{HOLLOW, {-HUGE_VAL, HUGE_VAL}, {5, 80}},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct arena arena = {0};
		const struct policy *policy = decoded(&arena, &policy_record,
			arena_printf(&arena,
				"policy: p\ncriteria: [{id: a, weight: 1, measures:"
				" [{measure: voice, scale: %s}]}]\n",
				rows[i].scale));
		const struct criterion *criterion =
			LIST_ITEMS(struct criterion, policy->rules.criteria);
		const struct policy_measure *how =
			LIST_ITEMS(struct policy_measure, criterion->measures);

		assert_range(
			scale_range(how, rows[i].values), rows[i].points.low, rows[i].points.high);
		arena_free(&arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_share_has_wilsons_interval),
		cmocka_unit_test(severe_events_count_for_fewer),
		cmocka_unit_test(payments_are_events),
		cmocka_unit_test(effective_numbers_stay_between_one_and_all),
		cmocka_unit_test(only_ratios_of_weights_matter),
		cmocka_unit_test(other_values_are_exact),
		cmocka_unit_test(the_policy_says_how_sure_shares_are),
		cmocka_unit_test(points_of_a_range_look_at_every_knot_between),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
