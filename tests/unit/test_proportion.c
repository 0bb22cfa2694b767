/* Shares: figures of Newcombe 1998, of R's prop.test, and exact fractions. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "near.h"
#include "partner/proportion.h"

#define Z 1.959963984540054
#define COUNT(rows) (sizeof(rows) / sizeof(*(rows)))

/* R 4: prop.test(correct = FALSE); 81/263 to 1/29 are in Newcombe's table I. */
static const struct {
	int k, n;
	double low, high;
} published[] = {
	{81, 263, 0.2552885198782742, 0.36620957698280004},
	{0, 20, 0.0, 0.16112515805281938},
	{0, 1, 0.0, 0.7934506856227626},
	{2, 2, 0.34238022750665303, 1.0},
	{1, 2, 0.09453120573423074, 0.9054687942657693},
	{5, 5, 0.5655175352168251, 1.0},
	{20, 20, 0.8388748419471806, 1.0},
	{18, 20, 0.6989663547715128, 0.9721335187862319},
	{47, 50, 0.8378290831116182, 0.979385029651026},
};

static void wilson_agrees_with_published_figures(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(published); i++) {
		struct interval range = proportion_wilson(
			(double)published[i].k / published[i].n, published[i].n, Z);

		assert_relative(range.low, published[i].low, 1e-14, 0.1);
		assert_relative(range.high, published[i].high, 1e-14, 0.1);
	}
}

static void ends_of_the_scale_are_exact(void **state)
{
	(void)state;
	for (int n = 1; n < 200; n++) {
		assert_true(proportion_wilson(0, n, Z).low == 0);
		assert_true(proportion_wilson(1, n, Z).high == 1);
	}
}

static void wilson_takes_a_number_that_is_not_whole(void **state)
{
	/* z = 1, n = 1.5, p = 1/2: centre 1/2, half √(1/6 + 1/9)·(3/5) = √(1/10) */
	struct interval range = proportion_wilson(0.5, 1.5, 1);

	(void)state;
	assert_relative(range.low, 0.5 - sqrt(0.1), 1e-15, 1);
	assert_relative(range.high, 0.5 + sqrt(0.1), 1e-15, 1);
}

static void wilson_keeps_its_digits_for_rare_events(void **state)
{
	/* low = p²n/z² to first order: 1e-24·1/1 when p = 1e-12, n = 1, z = 1, less 3p of it */
	double low = proportion_wilson(1e-12, 1, 1).low;

	(void)state;
	assert_relative(low, 1e-24, 1e-11, 0);
}

static void wilson_without_width_is_the_share(void **state)
{
	struct interval range = proportion_wilson(0.3, 12, 0);

	(void)state;
	assert_relative(range.low, 0.3, 1e-15, 0);
	assert_relative(range.high, 0.3, 1e-15, 0);
}

/* Σ C(n, j) p^j (1 - p)^(n - j) as a fraction. */
static void tail_is_the_exact_sum(void **state)
{
	static const struct {
		int k, n;
		double p, tail;
	} rows[] = {
		{3, 10, 0.25, 0.47440719604492188},
		{9, 10, 0.125, 6.6123902797698975e-08},
		{1, 1, 0.5, 0.5},
		{250, 400, 0.5, 3.2659096064192133e-07},
		{400, 400, 0.9921875, 0.043401078653803347},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_relative(
			proportion_tail(rows[i].k, rows[i].n, rows[i].p), rows[i].tail, 1e-13, 0);
}

static void tail_beyond_the_ends_is_certain(void **state)
{
	(void)state;
	assert_true(proportion_tail(0, 5, 0.2) == 1);
	assert_true(proportion_tail(6, 5, 0.2) == 0);
	assert_true(proportion_tail(1, 5, 0) == 0);
	assert_true(proportion_tail(5, 5, 1) == 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(wilson_agrees_with_published_figures),
		cmocka_unit_test(ends_of_the_scale_are_exact),
		cmocka_unit_test(wilson_takes_a_number_that_is_not_whole),
		cmocka_unit_test(wilson_keeps_its_digits_for_rare_events),
		cmocka_unit_test(wilson_without_width_is_the_share),
		cmocka_unit_test(tail_is_the_exact_sum),
		cmocka_unit_test(tail_beyond_the_ends_is_certain),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
