/* Groups of raters, bridges between them, and ratings that stand out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "calibrated.h"

static const struct group_result *group_at(const struct calibrated *portfolio, size_t i)
{
	assert_true(i < portfolio->result.groups.n);
	return (const struct group_result *)portfolio->result.groups.items + i;
}

static void assert_bridge(
	const struct calibrated *portfolio, size_t i, const char *rater, const char *partner)
{
	const struct bridge_result *bridges = portfolio->result.bridges.items;

	assert_true(i < portfolio->result.bridges.n);
	assert_string_equal(bridges[i].rater, rater);
	assert_string_equal(bridges[i].partner, partner);
}

/* One criterion of one partner, rated by the raters, each a letter. */
static void rate(struct calibrated *portfolio, const char *partner, const char *criterion,
	const char *raters)
{
	collect_partner(portfolio->collection, partner, partner, (uint32_t)++portfolio->documents);
	for (; *raters; raters++)
		collect_rating(portfolio->collection, SIDE_PARTNER, criterion,
			arena_printf(&portfolio->arena, "%c", *raters), 3);
}

static void groups_are_raters_who_share_cells(void **state)
{
	struct calibrated portfolio;

	(void)state;
	calibrated_open(&portfolio, NULL);
	rate(&portfolio, "p", "support", "dc");
	rate(&portfolio, "q", "support", "cb");
	rate(&portfolio, "r", "support", "a");
	rate(&portfolio, "s", "support", "ef");
	calibrated_solve(&portfolio);
	assert_int_equal(portfolio.result.groups.n, 3);
	assert_int_equal(group_at(&portfolio, 0)->group, 1);
	assert_int_equal(group_at(&portfolio, 0)->raters.n, 1);
	assert_int_equal(group_at(&portfolio, 1)->raters.n, 3);
	assert_string_equal(((const char *const *)group_at(&portfolio, 1)->raters.items)[2], "d");
	assert_int_equal(group_at(&portfolio, 2)->group, 3);
	assert_int_equal(rater_of(&portfolio, "f")->group, 3);
	calibrated_close(&portfolio);
}

/* b has rated most in the largest group; of each other group the partner with most cells. */
static void bridges_join_groups_to_the_largest(void **state)
{
	struct calibrated portfolio;

	(void)state;
	calibrated_open(&portfolio, NULL);
	rate(&portfolio, "p", "support", "bc");
	rate(&portfolio, "r", "cost", "bd");
	rate(&portfolio, "x", "support", "a");
	rate(&portfolio, "y", "people", "a");
	rate(&portfolio, "q", "support", "ef");
	calibrated_solve(&portfolio);
	assert_int_equal(portfolio.result.bridges.n, 2);
	assert_bridge(&portfolio, 0, "b", "x");
	assert_bridge(&portfolio, 1, "b", "q");
	calibrated_close(&portfolio);
}

static void bridges_go_where_most_was_rated(void **state)
{
	struct calibrated portfolio;

	(void)state;
	calibrated_open(&portfolio, NULL);
	calibrated_add(&portfolio, "m", VENDOR RATES("a", "3"));
	calibrated_add(&portfolio, "n",
		"kind: vendor\nratings: [{date: 2026-05-01, by: a, scores: {support: 3, cost: 3}}]\n");
	calibrated_add(&portfolio, "o",
		"kind: vendor\nratings:\n"
		"- {date: 2026-05-01, by: z, scores: {support: 3, cost: 3, people: 3, value: 3}}\n");
	calibrated_solve(&portfolio);
	assert_int_equal(portfolio.result.bridges.n, 1);
	assert_bridge(&portfolio, 0, "z", "n");
	calibrated_close(&portfolio);
}

/* Of two groups with as many ratings the first is the largest, of two raters the first. */
static void ties_of_bridges_go_by_number_and_id(void **state)
{
	struct calibrated portfolio;

	(void)state;
	calibrated_open(&portfolio, NULL);
	rate(&portfolio, "q", "support", "dc");
	rate(&portfolio, "p", "support", "ab");
	calibrated_solve(&portfolio);
	assert_int_equal(portfolio.result.bridges.n, 1);
	assert_bridge(&portfolio, 0, "a", "q");
	calibrated_close(&portfolio);
}

/* Nine quiet partners, and one that a treats otherwise, in two criteria. */
static void residuals_beyond_two_sigmas_are_listed(void **state)
{
	const struct residual_result *rows;
	struct calibrated portfolio;

	(void)state;
	calibrated_open(&portfolio, NULL);
	for (int i = 0; i < 9; i++)
		calibrated_add(&portfolio, arena_printf(&portfolio.arena, "p%d", i),
			VENDOR RATES("a", "3") RATES("b", "3") RATES("c", "3.5"));
	calibrated_add(&portfolio, "q", VENDOR RATES("a", "5") RATES("b", "2") RATES("c", "2.5"));
	calibrated_solve(&portfolio);
	rows = portfolio.result.residuals.items;
	assert_int_equal(portfolio.result.residuals.n, 1);
	assert_string_equal(rows[0].rater, "a");
	assert_string_equal(rows[0].partner, "q");
	assert_string_equal(rows[0].of, "partner");
	assert_string_equal(rows[0].criterion, "support");
	assert_true(rows[0].residual > 2 * portfolio.result.sigma);
	calibrated_close(&portfolio);
}

/* Many quiet cells, and as many loud ones as are listed and one more. */
static void residuals_are_the_worst_thousand(void **state)
{
	struct calibrated portfolio;

	(void)state;
	calibrated_open(&portfolio, NULL);
	for (uint32_t i = 0; i < 40000; i++) {
		double apart = i <= RESIDUALS_MOST / 2 ? 4 : 0;
		double up = i % 2 ? apart : 0;

		collect_partner(portfolio.collection, "acme", "a.yaml", i);
		collect_rating(portfolio.collection, SIDE_PARTNER, "support", "a", 1 + up);
		collect_rating(portfolio.collection, SIDE_PARTNER, "support", "b", 1 + apart - up);
	}
	calibrated_solve(&portfolio);
	assert_int_equal(portfolio.result.residuals.n, RESIDUALS_MOST);
	assert_int_equal(portfolio.result.residuals_left_out, 2);
	calibrated_close(&portfolio);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(groups_are_raters_who_share_cells),
		cmocka_unit_test(bridges_join_groups_to_the_largest),
		cmocka_unit_test(bridges_go_where_most_was_rated),
		cmocka_unit_test(ties_of_bridges_go_by_number_and_id),
		cmocka_unit_test(residuals_beyond_two_sigmas_are_listed),
		cmocka_unit_test(residuals_are_the_worst_thousand),
	};

	return cmocka_run_group_tests_name("calibrate_groups", tests, NULL, NULL);
}
