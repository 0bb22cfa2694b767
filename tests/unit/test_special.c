/*
 * Special functions against figures computed apart from them: series and sums in exact rational
 * or 90-digit decimal arithmetic, closed forms, printed tables.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "near.h"
#include "partner/special.h"

#define PI 3.14159265358979323846
#define COUNT(rows) (sizeof(rows) / sizeof(*(rows)))

/* By the power series DLMF 8.17.8, 90 digits. */
static void beta_agrees_with_its_power_series(void **state)
{
	static const struct {
		double x, a, b, value;
	} rows[] = {
		{0.25, 0.5, 0.5, 0.33333333333333331},
		{0.0625, 2.5, 7.25, 0.039770236491534834},
		{0.75, 0.5, 12, 0.9999999890440916},
		{0.5, 100, 120, 0.91179606279498182},
		{0.125, 100.5, 300.25, 4.7457253354347945e-12},
		{9.5367431640625e-07, 3, 1000, 1.4489069481862229e-10},
		{0.4375, 5000, 5000, 2.014525738258013e-36},
		{0.46875, 12500, 12500, 2.2616370357540604e-23},
		{0.5, 50000, 50100, 0.62402573376570725},
		{0.0001220703125, 0.5, 4000, 0.67695070090422527},
		{0.9375, 40, 0.5, 0.023500999714703798},
		{0.0009765625, 0.0625, 0.125, 0.43722247477872384},
		{0.59375, 30000.5, 20000.25, 0.0021930452389482369},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_relative(
			special_beta(rows[i].x, rows[i].a, rows[i].b), rows[i].value, 1e-12, 0);
}

/* Σ C(n, j) p^j (1 - p)^(n - j) over j >= k as a fraction. */
static void beta_is_a_sum_of_binomials(void **state)
{
	static const struct {
		double k, n, p, value;
	} rows[] = {
		{3, 10, 0.25, 0.47440719604492188},
		{9, 10, 0.125, 6.6123902797698975e-08},
		{12, 40, 0.3125, 0.6259722009088784},
		{250, 400, 0.5, 3.2659096064192133e-07},
		{7, 1000, 0.0009765625, 7.0839746851188753e-05},
		{60, 64, 0.0625, 2.7900852963095568e-67},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_relative(special_beta(rows[i].p, rows[i].k, rows[i].n - rows[i].k + 1),
			rows[i].value, 1e-13, 0);
}

static void beta_has_closed_forms(void **state)
{
	(void)state;
	for (int i = 1; i < 16; i++) {
		double x = i / 16.0;

		assert_relative(special_beta(x, 3.5, 1), pow(x, 3.5), 1e-13, 0);
		assert_relative(special_beta(x, 1, 7.5), 1 - pow(1 - x, 7.5), 1e-13, 0);
		assert_relative(special_beta(x, 0.5, 0.5), 2 / PI * asin(sqrt(x)), 1e-13, 0);
		assert_relative(
			special_beta(x, 2.5, 1.5) + special_beta(1 - x, 1.5, 2.5), 1, 1e-14, 0);
	}
}

static void beta_ends_are_exact(void **state)
{
	(void)state;
	assert_true(special_beta(0, 2, 3) == 0);
	assert_true(special_beta(1, 2, 3) == 1);
	assert_true(special_beta_quantile(0, 2, 3) == 0);
	assert_true(special_beta_quantile(1, 2, 3) == 1);
}

static void beta_quantile_has_closed_forms(void **state)
{
	static const double shares[] = {1e-100, 1e-9, 0.025, 0.3, 0.5};

	(void)state;
	for (size_t i = 0; i < COUNT(shares); i++) {
		double p = shares[i];

		assert_relative(special_beta_quantile(p, 4, 1), pow(p, 0.25), 1e-13, 0);
		assert_relative(special_beta_quantile(p, 1, 9), -expm1(log1p(-p) / 9), 1e-13, 0);
		assert_relative(
			special_beta_quantile(p, 0.5, 0.5), pow(sin(PI * p / 2), 2), 1e-13, 0);
	}
	assert_relative(1 - special_beta_quantile(0.9375, 1, 2), 0.25, 1e-13, 0);
}

static void beta_quantile_undoes_beta(void **state)
{
	static const double shapes[][2] = {
		{0.5, 0.5}, {0.25, 3}, {2, 0.75}, {8, 5}, {1, 1e6}, {1e5, 3}, {40000, 60000}};
	static const double shares[] = {1e-30, 1e-6, 0.025, 0.25, 0.5, 0.75, 0.975, 0.999999};

	(void)state;
	for (size_t s = 0; s < COUNT(shapes); s++) {
		double a = shapes[s][0], b = shapes[s][1];

		for (size_t i = 0; i < COUNT(shares); i++) {
			double x = special_beta_quantile(shares[i], a, b);

			assert_true(x >= 0 && x <= 1);
			assert_relative(special_beta(x, a, b), shares[i], 1e-10, 0);
		}
	}
}

/* Tails by the same power series. */
static void t_agrees_with_its_power_series(void **state)
{
	static const struct {
		double t, df, tail;
	} rows[] = {
		{0.5, 1.5, 0.34028355533497001},
		{2, 2.5, 0.078695747878982994},
		{2.25, 8, 0.02728365289996762},
		{3, 11, 0.0060399197359606834},
		{10, 3, 0.0010641995292070751},
		{0.125, 30, 0.45067871393854603},
		{5, 120.75, 9.8239046001598036e-07},
		{2, 4000, 0.022783880305760069},
		{2, 100000, 0.022751481728753232},
		{30, 11, 3.3334656106825241e-12},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_relative(-special_t_quantile(rows[i].tail, rows[i].df), rows[i].t, 1e-12, 0);
}

static void t_of_one_and_two_degrees_has_closed_forms(void **state)
{
	static const double shares[] = {1e-100, 1e-12, 0.001, 0.025, 0.3, 0.499};

	(void)state;
	for (size_t i = 0; i < COUNT(shares); i++) {
		double p = shares[i], two = (2 * p - 1) / sqrt(2 * p * (1 - p));

		assert_relative(special_t_quantile(p, 1), -1 / tan(PI * p), 1e-12, 0);
		assert_relative(special_t_quantile(p, 2), two, 1e-12, 0);
	}
}

/* NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2. */
static void t_agrees_with_the_printed_table(void **state)
{
	static const struct {
		double df, p, t;
	} rows[] = {
		{1, 0.975, 12.706},
		{4, 0.95, 2.132},
		{8, 0.975, 2.306},
		{11, 0.975, 2.201},
		{30, 0.995, 2.750},
		{100, 0.975, 1.984},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_relative(special_t_quantile(rows[i].p, rows[i].df), rows[i].t, 0.0005, 1);
}

static void t_is_symmetric_about_zero(void **state)
{
	(void)state;
	assert_true(special_t_quantile(0.5, 7) == 0);
	assert_relative(special_t_quantile(0.75, 7), -special_t_quantile(0.25, 7), 1e-15, 0);
	/* Near the middle the slope is that of the density, 3/8 at df 4. */
	assert_relative(special_t_quantile(0.5 + 0x1p-30, 4), 0x1p-30 / 0.375, 1e-15, 1);
}

static void t_with_many_degrees_is_normal(void **state)
{
	(void)state;
	assert_relative(special_t_quantile(0.975, 1e9), special_normal_quantile(0.975), 1e-8, 0);
	assert_true(special_t_quantile(0.975, 1e4) > special_t_quantile(0.975, 1e5));
}

/* Tails by the series of DLMF 7.6.2, 90 digits. */
static void normal_agrees_with_its_series(void **state)
{
	static const struct {
		double z, tail;
	} rows[] = {
		{0.001953125, 0.49922081635398258},
		{0.125, 0.45026177516988708},
		{0.5, 0.30853753872598688},
		{1, 0.15865525393145705},
		{2, 0.022750131948179209},
		{3, 0.0013498980316300946},
		{5, 2.8665157187919391e-07},
		{8, 6.2209605742717839e-16},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_relative(-special_normal_quantile(rows[i].tail), rows[i].z, 1e-14, 0.5);
	assert_true(special_normal_quantile(0.5) == 0);
}

static void normal_gives_the_usual_widths(void **state)
{
	(void)state;
	assert_relative(special_normal_quantile(0.975), 1.959963984540054, 1e-15, 0);
	assert_relative(special_normal_quantile(0.95), 1.6448536269514722, 1e-15, 0);
	assert_relative(special_normal_quantile(0.005), -2.5758293035489004, 1e-15, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(beta_agrees_with_its_power_series),
		cmocka_unit_test(beta_is_a_sum_of_binomials),
		cmocka_unit_test(beta_has_closed_forms),
		cmocka_unit_test(beta_ends_are_exact),
		cmocka_unit_test(beta_quantile_has_closed_forms),
		cmocka_unit_test(beta_quantile_undoes_beta),
		cmocka_unit_test(t_agrees_with_its_power_series),
		cmocka_unit_test(t_of_one_and_two_degrees_has_closed_forms),
		cmocka_unit_test(t_agrees_with_the_printed_table),
		cmocka_unit_test(t_is_symmetric_about_zero),
		cmocka_unit_test(t_with_many_degrees_is_normal),
		cmocka_unit_test(normal_agrees_with_its_series),
		cmocka_unit_test(normal_gives_the_usual_widths),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
