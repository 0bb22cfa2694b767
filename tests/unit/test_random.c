/* Random numbers: published outputs, streams, shares. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "partner/random.h"

/* What the authors' program prints for this state; tests of other implementations have it, too. */
static void bits_are_those_of_the_reference(void **state)
{
	static const uint64_t reference[] = {11520, 0, 1509978240, 1215971899390074240,
		1216172134540287360, 607988272756665600, 16172922978634559625ULL,
		8476171486693032832, 10595114339597558777ULL, 2904607092377533576};
	struct random random = {{1, 2, 3, 4}};

	(void)state;
	for (size_t i = 0; i < sizeof(reference) / sizeof(*reference); i++)
		assert_true(random_bits(&random) == reference[i]);
}

/* The first outputs of splitmix64 from 1234567, published with it. */
static void seeding_is_that_of_the_reference(void **state)
{
	static const uint64_t reference[] = {6457827717110365317, 3203168211198807973,
		9817491932198370423ULL, 4593380528125082431};
	struct random random;

	(void)state;
	random_seed(&random, 1234567, 0);
	for (int i = 0; i < 4; i++)
		assert_true(random.state[i] == reference[i]);
}

/* Computed apart with whole numbers of any size. */
static void streams_are_golden(void **state)
{
	struct random random;

	(void)state;
	random_seed(&random, 1234567, 1);
	assert_true(random_bits(&random) == 8129695822896166873);
	assert_true(random_bits(&random) == 11541489309572537819ULL);
	random_seed(&random, 42, 7);
	assert_true(random_bits(&random) == 16514980973311223160ULL);
	assert_true(random_bits(&random) == 11055740546681304291ULL);
}

static void neighbouring_streams_share_nothing(void **state)
{
	struct random one, other;

	(void)state;
	for (uint64_t stream = 0; stream < 50; stream++) {
		random_seed(&one, 1, stream);
		random_seed(&other, 1, stream + 1);
		for (int i = 0; i < 4; i++) {
			for (int j = 0; j < 4; j++)
				assert_true(one.state[i] != other.state[j]);
		}
	}
}

static void shares_are_below_one_and_even(void **state)
{
	enum { BINS = 20, EACH = 1000 };
	struct random random;
	int counts[BINS] = {0};
	double square = 0;

	(void)state;
	random_seed(&random, 1, 0);
	for (int i = 0; i < BINS * EACH; i++) {
		double share = random_share(&random);

		assert_true(share >= 0 && share < 1);
		counts[(int)(share * BINS)]++;
	}
	for (int i = 0; i < BINS; i++)
		square += pow(counts[i] - EACH, 2) / EACH;
	/* χ² with 19 degrees of freedom: 0.1 % are above 43.8, and 0.1 % below 5.4 */
	assert_true(square > 5.4 && square < 43.8);
}

static void shares_take_the_high_bits(void **state)
{
	struct random random = {{0, 1, 0, 0}};
	/* 1·5 rotated by 7, times 9 */
	const double first = 5760 >> 11;

	(void)state;
	assert_true(random_share(&random) == first * 0x1p-53);
}

static void between_keeps_to_its_ends(void **state)
{
	struct random random;
	double low = INFINITY, high = -INFINITY;

	(void)state;
	random_seed(&random, 3, 0);
	for (int i = 0; i < 10000; i++) {
		double drawn = random_between(&random, -2, 6);

		low = fmin(low, drawn);
		high = fmax(high, drawn);
	}
	assert_true(low >= -2 && low < -1.99);
	assert_true(high <= 6 && high > 5.99);
	assert_true(random_between(&random, 4, 4) == 4);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bits_are_those_of_the_reference),
		cmocka_unit_test(seeding_is_that_of_the_reference),
		cmocka_unit_test(streams_are_golden),
		cmocka_unit_test(neighbouring_streams_share_nothing),
		cmocka_unit_test(shares_are_below_one_and_even),
		cmocka_unit_test(shares_take_the_high_bits),
		cmocka_unit_test(between_keeps_to_its_ends),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
