/* Two rates: figures computed with R's binom.test. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "near.h"
#include "partner/rate.h"

#define COUNT(rows) (sizeof(rows) / sizeof(*(rows)))

/* Contacts inside and outside the windows around a term's end, days of either kind. */
static const struct {
	struct rate_count in, out;
	double ratio, low, high, p;
} rows[] = {
	{{2, 17877}, {9, 16660}, 0.20709415574325793, 0.02177406275906471, 1.0005491044877215,
		0.9957866808045336},
	{{8, 180}, {4, 550}, 6.111111111111112, 1.6371807578182531, 27.732110942566123,
		0.0025295741809236686},
	{{3, 90}, {0, 275}, INFINITY, 1.2626513625943985, INFINITY, 0.0149916327564091},
	{{9, 180}, {15, 915}, 3.05, 1.176874871553272, 7.439154262244833, 0.010756861469034647},
};

static void agrees_with_reference_figures(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct rate_ratio got = rate_compare(rows[i].in, rows[i].out, 0.95);

		assert_relative(got.range.low, rows[i].low, 1e-12, 0);
		assert_relative(got.p, rows[i].p, 1e-13, 0);
		if (isinf(rows[i].ratio)) {
			assert_true(isinf(got.ratio) && got.ratio > 0);
			assert_true(isinf(got.range.high) && got.range.high > 0);
		} else {
			assert_relative(got.ratio, rows[i].ratio, 1e-14, 0);
			assert_relative(got.range.high, rows[i].high, 1e-12, 0);
		}
	}
}

static void swapping_the_rates_inverts_the_range(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct rate_ratio one = rate_compare(rows[i].in, rows[i].out, 0.9);
		struct rate_ratio other = rate_compare(rows[i].out, rows[i].in, 0.9);

		assert_relative(other.range.low, 1 / one.range.high, 1e-13, 0);
		assert_relative(1 / other.range.high, one.range.low, 1e-13, 0);
	}
}

static void no_event_in_the_first_bounds_it_from_above(void **state)
{
	struct rate_ratio got =
		rate_compare((struct rate_count){0, 90}, (struct rate_count){4, 270}, 0.95);

	(void)state;
	assert_true(got.ratio == 0);
	assert_true(got.range.low == 0);
	/* p = 1 - 0.025^(1/4), times 3 */
	assert_relative(got.range.high, (pow(0.025, -0.25) - 1) * 3, 1e-13, 0);
	assert_true(got.p == 1);
}

static void no_event_at_all_tells_nothing(void **state)
{
	struct rate_ratio got =
		rate_compare((struct rate_count){0, 90}, (struct rate_count){0, 270}, 0.95);

	(void)state;
	assert_true(isnan(got.ratio));
	assert_true(got.range.low == 0 && isinf(got.range.high));
	assert_true(got.p == 1);
}

static void more_confidence_is_wider(void **state)
{
	struct rate_ratio wide = rate_compare(rows[3].in, rows[3].out, 0.99);
	struct rate_ratio narrow = rate_compare(rows[3].in, rows[3].out, 0.8);

	(void)state;
	assert_true(wide.range.low < narrow.range.low);
	assert_true(wide.range.high > narrow.range.high);
	assert_true(wide.p == narrow.p);
}

static void the_ends_of_confidence(void **state)
{
	struct rate_ratio none = rate_compare(rows[3].in, rows[3].out, 0);
	struct rate_ratio all = rate_compare(rows[3].in, rows[3].out, 1);

	(void)state;
	assert_true(none.range.low == none.ratio && none.range.high == none.ratio);
	assert_true(all.range.low == 0 && isinf(all.range.high));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(agrees_with_reference_figures),
		cmocka_unit_test(swapping_the_rates_inverts_the_range),
		cmocka_unit_test(no_event_in_the_first_bounds_it_from_above),
		cmocka_unit_test(no_event_at_all_tells_nothing),
		cmocka_unit_test(more_confidence_is_wider),
		cmocka_unit_test(the_ends_of_confidence),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
