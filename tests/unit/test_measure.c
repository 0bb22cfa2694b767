#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "decoded.h"
#include "measured.h"

/* ---- the table ---- */

static void every_row_is_complete_and_found_by_its_name(void **state)
{
	size_t n;
	const struct measure_info *rows = measure_catalogue(&n);

	(void)state;
	assert_int_equal(n, 19);
	for (size_t i = 0; i < n; i++) {
		assert_ptr_equal(measure_find(rows[i].id), &rows[i]);
		assert_non_null(rows[i].take);
		assert_true(rows[i].reads != 0);
		assert_true(rows[i].doc && rows[i].reading && rows[i].unit);
		/* A figure of one's own has no scale but its policy's. */
		assert_int_equal(rows[i].knots == 0, i == n - 1);
	}
}

static void a_metric_is_named_by_its_id(void **state)
{
	size_t n;
	const struct measure_info *rows = measure_catalogue(&n);

	(void)state;
	assert_ptr_equal(measure_find("metric:uptime"), &rows[n - 1]);
	assert_null(measure_find("metric:"));
	assert_null(measure_find("metric"));
	assert_null(measure_find("panels"));
	assert_null(measure_find(""));
}

/* R2 names them. */
static void shares_of_events_are_marked(void **state)
{
	static const char *const shares[] = {"milestones-on-time", "incident-response",
		"incident-resolution", "incident-conduct", "fault-share", "paid-on-time"};
	size_t n, marked = 0;
	const struct measure_info *rows = measure_catalogue(&n);

	(void)state;
	for (size_t i = 0; i < n; i++)
		marked += rows[i].event_share;
	assert_int_equal(marked, COUNT_OF(shares));
	for (size_t i = 0; i < COUNT_OF(shares); i++)
		assert_true(measure_find(shares[i])->event_share);
}

static void each_kind_of_record_is_read_by_some_measure(void **state)
{
	static const struct record *const records[] = {&goal_record, &milestone_record,
		&incident_record, &touchpoint_record, &exchange_record, &cost_record,
		&feedback_record, &rating_record, &metric_record, &invoice_record};
	size_t n;
	const struct measure_info *rows = measure_catalogue(&n);

	(void)state;
	for (size_t i = 0; i < COUNT_OF(records); i++) {
		unsigned reads = measure_reads(records[i]), found = 0;

		for (size_t k = 0; k < n; k++)
			found |= rows[k].reads & reads;
		assert_true(reads != 0 && found == reads);
	}
	assert_int_equal(measure_reads(&document_record), 0);
}

/* ---- scales, R14 ---- */

static void assert_points(const char *scale, double value, double points)
{
	struct arena arena = {0};
	const char *text = arena_printf(&arena,
		"policy: p\ncriteria: [{id: c, weight: 1, measures: [{measure: voice, scale: %s}]}]\n",
		scale);
	const struct policy *policy = decoded(&arena, &policy_record, text);
	const struct criterion *criterion = LIST_ITEMS(struct criterion, policy->rules.criteria);
	double got = scale_points(LIST_ITEMS(struct policy_measure, criterion->measures), value);

	if (!(fabs(got - points) <= 1e-12))
		fail_msg("%s at %g: %.17g, not %g", scale, value, got, points);
	arena_free(&arena);
}

static void points_lie_on_straight_lines_and_are_flat_outside(void **state)
{
	static const char rising[] = "[[0, 0], [0.5, 40], [0.8, 75], [1, 100]]";

	(void)state;
	assert_points(rising, -1, 0);
	assert_points(rising, -0.25, 0);
	assert_points(rising, 0, 0);
	assert_points(rising, 0.25, 20);
	assert_points(rising, 0.5, 40);
	assert_points(rising, 0.65, 57.5);
	assert_points(rising, 1, 100);
	assert_points(rising, 7, 100);
}

static void scales_may_fall_or_have_a_hump(void **state)
{
	static const char falling[] = "[[0, 100], [30, 60], [90, 0]]";
	static const char humped[] = "[[-10, 20], [0, 100], [10, 20]]";

	(void)state;
	assert_points(falling, -5, 100);
	assert_points(falling, -0.5, 100);
	assert_points(falling, 15, 80);
	assert_points(falling, 30, 60);
	assert_points(falling, 60, 30);
	assert_points(falling, 90, 0);
	assert_points(falling, 180, 0);
	assert_points(humped, -11, 20);
	assert_points(humped, -5, 60);
	assert_points(humped, 0, 100);
	assert_points(humped, 5, 60);
	assert_points(humped, 11, 20);
}

static void a_ratio_without_bound_is_worth_nothing(void **state)
{
	(void)state;
	assert_points("[[1, 100], [2, 70], [4, 0]]", NAN, 0);
}

static void assert_same_scale(const struct policy_measure *how)
{
	const struct measure_info *info = measure_find(how->measure.text);
	const struct scale_knot *knots = LIST_ITEMS(struct scale_knot, how->scale);

	assert_non_null(info);
	assert_int_equal(how->scale.list.n, info->knots);
	for (size_t i = 0; i < info->knots; i++)
		if (knots[i].x != info->scale[i][0] || knots[i].points != info->scale[i][1])
			fail_msg("%s: knot %d", info->id, (int)i);
}

/* What the built-in policy says is what holds where a policy says nothing. */
static void the_built_in_policy_says_the_default_scales(void **state)
{
	struct arena arena = {0};
	const struct policy *policy = decoded(&arena, &policy_record, default_policy_yaml);
	size_t compared = 0;

	(void)state;
	EACH (struct criterion, criterion, policy->rules.criteria) {
		EACH (struct policy_measure, how, criterion->measures) {
			assert_same_scale(how);
			compared++;
		}
	}
	assert_int_equal(compared, 23);
	arena_free(&arena);
}

static void a_scale_is_filled_in_where_the_policy_has_none(void **state)
{
	struct arena arena = {0};
	struct policy *policy = decoded(&arena, &policy_record,
		"policy: p\n"
		"criteria: [{id: c, weight: 1, measures: [{measure: voice},"
		" {measure: panel, scale: [[1, 50], [5, 60]]}]}]\n"
		"overrides:\n  - tier: trial\n"
		"    criteria: [{id: c, weight: 1, measures: [{measure: milestone-slip}]}]\n");
	const struct criterion *criterion = LIST_ITEMS(struct criterion, policy->rules.criteria);
	const struct policy_measure *measures =
		LIST_ITEMS(struct policy_measure, criterion->measures);
	const struct policy_override *over = LIST_ITEMS(struct policy_override, policy->overrides);

	(void)state;
	measure_resolve(&arena, policy);
	assert_same_scale(&measures[0]);
	assert_true(HAS(measures[0].scale.list));
	assert_true(scale_points(&measures[1], 5) == 60);
	criterion = LIST_ITEMS(struct criterion, over->rules.criteria);
	assert_same_scale(LIST_ITEMS(struct policy_measure, criterion->measures));
	arena_free(&arena);
}

/* ---- values in words ---- */

static void assert_reading(const char *measure, struct measurement taken, const char *expected)
{
	struct buffer words = {0};

	measure_put_reading(&words, measure_find(measure), &taken);
	buffer_putc(&words, '\0');
	assert_string_equal(words.data, expected);
	buffer_free(&words);
}

static void readings_say_counts_and_values(void **state)
{
	static const struct {
		const char *measure;
		double value;
		int64_t n;
		double k;
		const char *words;
	} rows[] = {
		{"goal-attainment", 0.7949, 3, 1, "79 % of the plan, 3 goals"},
		{"milestones-on-time", 2 / 3.0, 3, 2, "2 of 3 on time"},
		{"milestone-slip", 5, 2, 0, "5 days late on average, 2 milestones"},
		{"milestone-slip", 10 / 3.0, 3, 0, "3.33 days late on average, 3 milestones"},
		{"steady-attention", 7.6, 5, 3,
			"3 of 5 contacts near a renewal, 7.60 times the usual rate"},
		{"steady-attention", NAN, 5, 5,
			"5 of 5 contacts near a renewal, infinitely many times the usual rate"},
		{"touchpoint-cadence", 1, 12, 365, "in touch on 100 % of the days, 12 touchpoints"},
		{"panel", 4.125, 2, 0, "4.13 of 5, 2 raters"},
		{"voice", 29, 1, 0, "29 days since the other side was heard"},
		{"metric:up", 99.95, 12, 0, "99.95, 12 observations"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_reading(rows[i].measure,
			(struct measurement){.status = MEASURE_MEASURED,
				.value = rows[i].value,
				.n = rows[i].n,
				.k = rows[i].k},
			rows[i].words);
}

static void readings_say_why_there_is_no_value(void **state)
{
	(void)state;
	assert_reading("panel", (struct measurement){.status = MEASURE_NO_DATA}, "no-data");
	assert_reading(
		"panel", (struct measurement){.status = MEASURE_NOT_APPLICABLE}, "not-applicable");
	assert_reading(
		"reciprocity", (struct measurement){.status = MEASURE_TOO_YOUNG}, "too-young");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_row_is_complete_and_found_by_its_name),
		cmocka_unit_test(a_metric_is_named_by_its_id),
		cmocka_unit_test(shares_of_events_are_marked),
		cmocka_unit_test(each_kind_of_record_is_read_by_some_measure),
		cmocka_unit_test(points_lie_on_straight_lines_and_are_flat_outside),
		cmocka_unit_test(scales_may_fall_or_have_a_hump),
		cmocka_unit_test(a_ratio_without_bound_is_worth_nothing),
		cmocka_unit_test(the_built_in_policy_says_the_default_scales),
		cmocka_unit_test(a_scale_is_filled_in_where_the_policy_has_none),
		cmocka_unit_test(readings_say_counts_and_values),
		cmocka_unit_test(readings_say_why_there_is_no_value),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
