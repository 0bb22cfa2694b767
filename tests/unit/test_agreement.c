/* Krippendorff's alpha: the worked example of his paper, and values by hand. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "near.h"
#include "partner/agreement.h"

#define COUNT(rows) (sizeof(rows) / sizeof(*(rows)))

#define MISSING 0

static struct agreement agree(
	const struct agreement_value *values, size_t n, enum agreement_scale scale)
{
	struct arena scratch = {0};
	struct agreement result = agreement_alpha(values, n, scale, &scratch);

	arena_free(&scratch);
	return result;
}

/* Krippendorff 2011, section C: four observers, twelve units. */
static const unsigned char example[4][12] = {
	{1, 2, 3, 3, 2, 1, 4, 1, 2, MISSING, MISSING, MISSING},
	{1, 2, 3, 3, 2, 2, 4, 1, 2, 5, MISSING, 3},
	{MISSING, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, MISSING},
	{1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, MISSING},
};

static size_t list_example(struct agreement_value *values)
{
	size_t n = 0;

	for (size_t i = 0; i < 4; i++) {
		for (size_t unit = 0; unit < 12; unit++) {
			if (example[i][unit] != MISSING)
				values[n++] = (struct agreement_value){unit, example[i][unit]};
		}
	}
	return n;
}

static void agrees_with_the_published_example(void **state)
{
	struct agreement_value values[48];
	size_t n = list_example(values);
	struct agreement ordinal = agree(values, n, AGREEMENT_ORDINAL);

	(void)state;
	assert_int_equal(n, 41);
	assert_int_equal(ordinal.n, 40);
	assert_int_equal(ordinal.units, 11);
	assert_relative(ordinal.alpha, 108577.0 / 133160, 1e-14, 0);
	assert_relative(agree(values, n, AGREEMENT_INTERVAL).alpha, 951.0 / 1120, 1e-14, 0);
}

static void order_of_the_list_does_not_matter(void **state)
{
	struct agreement_value values[48], turned[48];
	size_t n = list_example(values);

	(void)state;
	for (size_t i = 0; i < n; i++)
		turned[i] = values[n - 1 - i];
	assert_relative(agree(turned, n, AGREEMENT_ORDINAL).alpha, 108577.0 / 133160, 1e-14, 0);
}

/* Only the order counts: any other names of the same grades. */
static void ordinal_forgets_the_distances(void **state)
{
	static const double names[] = {0, -7, 0.5, 0.75, 100, 1e6};
	struct agreement_value values[48];
	size_t n = list_example(values);

	(void)state;
	for (size_t i = 0; i < n; i++)
		values[i].value = names[(int)values[i].value];
	assert_relative(agree(values, n, AGREEMENT_ORDINAL).alpha, 108577.0 / 133160, 1e-14, 0);
	assert_true(fabs(agree(values, n, AGREEMENT_INTERVAL).alpha - 951.0 / 1120) > 0.01);
}

static void full_agreement_is_one(void **state)
{
	const struct agreement_value values[] = {{7, 2}, {7, 2}, {3, 4}, {3, 4}, {3, 4}};

	(void)state;
	assert_true(agree(values, COUNT(values), AGREEMENT_ORDINAL).alpha == 1);
}

static void systematic_disagreement_is_below_zero(void **state)
{
	/* squares ½ in each unit, times 2/1; 1 in total: 1 - 3/4·2/1 */
	const struct agreement_value values[] = {{0, 1}, {0, 2}, {1, 2}, {1, 1}};

	(void)state;
	assert_near(agree(values, COUNT(values), AGREEMENT_INTERVAL).alpha, -0.5);
}

static void equal_values_leave_it_undefined(void **state)
{
	const struct agreement_value values[] = {{0, 3.1}, {0, 3.1}, {1, 3.1}, {1, 3.1}, {1, 3.1}};
	struct agreement result = agree(values, COUNT(values), AGREEMENT_ORDINAL);

	(void)state;
	assert_true(isnan(result.alpha));
	assert_int_equal(result.units, 2);
	assert_int_equal(result.n, 5);
	assert_true(isnan(agree(values, COUNT(values), AGREEMENT_INTERVAL).alpha));
}

static void single_values_say_nothing(void **state)
{
	const struct agreement_value values[] = {{0, 1}, {1, 2}, {2, 5}};
	struct agreement result = agree(values, COUNT(values), AGREEMENT_ORDINAL);

	(void)state;
	assert_true(isnan(result.alpha));
	assert_int_equal(result.units, 0);
	assert_int_equal(result.n, 0);
	assert_true(isnan(agree(NULL, 0, AGREEMENT_ORDINAL).alpha));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(agrees_with_the_published_example),
		cmocka_unit_test(order_of_the_list_does_not_matter),
		cmocka_unit_test(ordinal_forgets_the_distances),
		cmocka_unit_test(full_agreement_is_one),
		cmocka_unit_test(systematic_disagreement_is_below_zero),
		cmocka_unit_test(equal_values_leave_it_undefined),
		cmocka_unit_test(single_values_say_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
