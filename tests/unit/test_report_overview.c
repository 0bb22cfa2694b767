/* The portfolio as a whole: standings, grades, scores, coverage, critical functions. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "filed.h"
#include "measured.h"
#include "partner/report.h"

static const struct report_portfolio *overview_of(struct filed *filed)
{
	filed_done(filed);
	return report_portfolio(&filed->portfolio);
}

/* `exit 1, talk 0` and so on. */
static void assert_tallies(struct filed *filed, struct array tallies, const char *expected)
{
	const struct report_tally *items = tallies.items;
	struct buffer text = {0};

	for (size_t i = 0; i < tallies.n; i++)
		buffer_printf(
			&text, "%s%s %lld", i ? ", " : "", items[i].name, (long long)items[i].n);
	assert_string_equal(buffer_keep(&text, &filed->arena), expected);
}

/* ---- counts ---- */

static void add_standing(struct filed *filed, const char *id, enum standing standing)
{
	struct scorecard *card = filed_card(filed, id, 60);

	card->standing = (int)standing;
	filed_add(filed, card);
}

static void all_standings_are_counted_those_of_nobody_too(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add_standing(&filed, "a", STANDING_KEEP);
	add_standing(&filed, "b", STANDING_TALK);
	add_standing(&filed, "c", STANDING_KEEP);
	assert_tallies(
		&filed, overview_of(&filed)->standings, "exit 0, talk 1, gather 0, keep 2, grow 0");
	filed_close(&filed);
}

static void all_grades_are_counted_those_of_nobody_too(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	filed_add_score(&filed, "a", 60, NULL);
	filed_add_score(&filed, "b", 69.9, NULL);
	filed_add_score(&filed, "c", 85, NULL);
	filed_add_score(&filed, "d", NAN, NULL);
	assert_tallies(&filed, overview_of(&filed)->grades, "A 1, B 0, C 2, D 0, F 0, - 1");
	filed_close(&filed);
}

/* What another policy calls else stands where its scores are. */
static void grades_of_several_policies_stand_by_what_they_take(void **state)
{
	static const struct card_band other[] = {
		{"A+", 95}, {"A", 80}, {"gold", 70}, {"C", 50}, {"poor", 0}};
	struct scorecard *card;
	struct filed filed;

	(void)state;
	filed_open(&filed);
	filed_add_score(&filed, "a", 60, NULL);
	card = filed_card(&filed, "b", 72);
	card->grade = "gold";
	filed_policy(&filed, card)->bands = (struct array){other, COUNT_OF(other)};
	filed_policy(&filed, card)->digest = "d2";
	filed_add(&filed, card);
	filed_add_score(&filed, "c", 20, NULL);
	assert_tallies(&filed, overview_of(&filed)->grades,
		"A+ 0, A 0, B 0, gold 1, C 1, D 0, F 1, poor 0, - 0");
	filed_close(&filed);
}

static void a_grade_that_no_policy_has_is_counted_below_them(void **state)
{
	struct scorecard *card;
	struct filed filed;

	(void)state;
	filed_open(&filed);
	card = filed_card(&filed, "a", 60);
	card->grade = "Z";
	filed_add(&filed, card);
	assert_tallies(&filed, overview_of(&filed)->grades, "A 0, B 0, C 0, D 0, F 0, Z 1, - 0");
	filed_close(&filed);
}

/* As in lines that say nothing of bands. */
static void without_bands_grades_are_counted_as_they_come(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	for (int i = 0; i < 12; i++) {
		struct scorecard *card =
			filed_card(&filed, arena_printf(&filed.arena, "p%02d", i), 60 + i);

		filed_policy(&filed, card)->bands = (struct array){NULL, 0};
		card->grade = arena_printf(&filed.arena, "g%d", i / 2);
		filed_add(&filed, card);
	}
	assert_tallies(
		&filed, overview_of(&filed)->grades, "g0 2, g1 2, g2 2, g3 2, g4 2, g5 2, - 0");
	filed_close(&filed);
}

static void without_partners_nothing_is_counted(void **state)
{
	const struct report_portfolio *overview;
	struct filed filed;

	(void)state;
	filed_open(&filed);
	overview = overview_of(&filed);
	assert_tallies(&filed, overview->standings, "exit 0, talk 0, gather 0, keep 0, grow 0");
	assert_tallies(&filed, overview->grades, "- 0");
	assert_int_equal(overview->histogram.n, HISTOGRAM_BINS);
	assert_true(isnan(overview->coverage));
	assert_int_equal(overview->functions->partners, 0);
	assert_int_equal(overview->spend.n + overview->spend_total.n, 0);
	assert_int_equal(overview->concentration.n, 0);
	filed_close(&filed);
}

/* Of side us, and those that have ended. */
static void only_partners_that_go_on_are_counted(void **state)
{
	struct scorecard *card;
	struct filed filed;

	(void)state;
	filed_open(&filed);
	filed_add_score(&filed, "a", 60, NULL);
	card = filed_card(&filed, "a", 20);
	card->side = SIDE_US;
	card->standing = STANDING_NONE;
	filed_add(&filed, card);
	card = filed_card(&filed, "b", 20);
	card->ended = day("2026-05-31");
	filed_add(&filed, card);
	assert_tallies(&filed, overview_of(&filed)->grades, "A 0, B 0, C 1, D 0, F 0, - 0");
	filed_close(&filed);
}

/* ---- scores ---- */

static void assert_bin(double score, size_t bin)
{
	struct filed filed;
	struct array histogram;

	filed_open(&filed);
	filed_add_score(&filed, "a", score, NULL);
	histogram = overview_of(&filed)->histogram;
	assert_int_equal(histogram.n, 20);
	for (size_t i = 0; i < histogram.n; i++)
		assert_int_equal(((const int64_t *)histogram.items)[i], i == bin);
	filed_close(&filed);
}

static void a_bin_begins_with_a_multiple_of_five(void **state)
{
	(void)state;
	assert_bin(0, 0);
	assert_bin(4.9, 0);
	assert_bin(5, 1);
	assert_bin(64.9, 12);
	assert_bin(65, 13);
	assert_bin(95, 19);
	assert_bin(99.9, 19);
	assert_bin(100, 19);
}

static void without_a_score_there_is_no_bin(void **state)
{
	(void)state;
	assert_bin(NAN, HISTOGRAM_BINS);
}

static void what_the_ungraded_have_so_far_is_no_score(void **state)
{
	struct scorecard *card;
	struct filed filed;
	const int64_t *bins;

	(void)state;
	filed_open(&filed);
	filed_add_score(&filed, "a", 60, NULL);
	card = filed_card(&filed, "b", 61);
	card->graded = false;
	card->grade = "-";
	filed_add(&filed, card);
	bins = overview_of(&filed)->histogram.items;
	assert_int_equal(bins[12], 1);
	filed_close(&filed);
}

static void equal_scores_add_up(void **state)
{
	struct filed filed;
	const int64_t *bins;

	(void)state;
	filed_open(&filed);
	filed_add_score(&filed, "a", 60, NULL);
	filed_add_score(&filed, "b", 62, NULL);
	filed_add_score(&filed, "c", 30, NULL);
	bins = overview_of(&filed)->histogram.items;
	assert_int_equal(bins[12], 2);
	assert_int_equal(bins[6], 1);
	filed_close(&filed);
}

/* ---- coverage ---- */

static void coverage_is_the_mean_of_all(void **state)
{
	struct scorecard *card;
	struct filed filed;

	(void)state;
	filed_open(&filed);
	filed_add_score(&filed, "a", 60, NULL);
	card = filed_card(&filed, "b", NAN);
	card->coverage = 0.2;
	filed_add(&filed, card);
	assert_float_equal(overview_of(&filed)->coverage, 0.55, 1e-12);
	filed_close(&filed);
}

/* ---- critical functions ---- */

static void add_functions(struct filed *filed, const char *id, int64_t n, const char *tested)
{
	struct scorecard *card = filed_card(filed, id, 60);

	filed_facts(filed, card)->critical_functions = n;
	if (tested)
		filed_facts(filed, card)->alternative_tested = day(tested);
	filed_add(filed, card);
}

static void assert_functions(
	struct filed *filed, int64_t critical, int64_t partners, int64_t untested)
{
	const struct report_functions *functions = overview_of(filed)->functions;

	assert_int_equal(functions->critical, critical);
	assert_int_equal(functions->partners, partners);
	assert_int_equal(functions->untested, untested);
	filed_close(filed);
}

static void critical_functions_are_counted_where_there_are_some(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add_functions(&filed, "a", 3, "2026-06-01");
	add_functions(&filed, "b", 2, NULL);
	add_functions(&filed, "c", 0, NULL);
	filed_add_score(&filed, "d", 60, NULL);
	assert_functions(&filed, 5, 2, 1);
}

/* Twelve months are (D − 12mo, D]. */
static void a_test_holds_for_less_than_twelve_months(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add_functions(&filed, "a", 1, "2025-06-30");
	assert_functions(&filed, 1, 1, 1);
	filed_open(&filed);
	add_functions(&filed, "a", 1, "2025-07-01");
	assert_functions(&filed, 1, 1, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_standings_are_counted_those_of_nobody_too),
		cmocka_unit_test(all_grades_are_counted_those_of_nobody_too),
		cmocka_unit_test(grades_of_several_policies_stand_by_what_they_take),
		cmocka_unit_test(a_grade_that_no_policy_has_is_counted_below_them),
		cmocka_unit_test(without_bands_grades_are_counted_as_they_come),
		cmocka_unit_test(without_partners_nothing_is_counted),
		cmocka_unit_test(only_partners_that_go_on_are_counted),
		cmocka_unit_test(a_bin_begins_with_a_multiple_of_five),
		cmocka_unit_test(without_a_score_there_is_no_bin),
		cmocka_unit_test(what_the_ungraded_have_so_far_is_no_score),
		cmocka_unit_test(equal_scores_add_up),
		cmocka_unit_test(coverage_is_the_mean_of_all),
		cmocka_unit_test(critical_functions_are_counted_where_there_are_some),
		cmocka_unit_test(a_test_holds_for_less_than_twelve_months),
	};

	return cmocka_run_group_tests_name("report overview", tests, NULL, NULL);
}
