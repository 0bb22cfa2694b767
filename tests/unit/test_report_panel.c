/* The panel: raters, agreement, groups. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "decoded.h"
#include "filed.h"
#include "partner/calibration.h"
#include "partner/report.h"

/* A portfolio of one partner that was judged with calibrations of these texts. */
static void open_with(struct filed *filed, const char *one, const char *other)
{
	const char *const texts[] = {one, other};
	struct scorecard *card;

	filed_open(filed);
	for (size_t i = 0; i < COUNT_OF(texts) && texts[i]; i++) {
		struct calibration_file *file = ARENA_NEW(&filed->arena, struct calibration_file);
		const struct calibration *calibration =
			decoded(&filed->arena, &calibration_record, texts[i]);

		file->calibration = *calibration;
		file->digest = i ? "c2" : "c1";
		portfolio_add_calibration(&filed->portfolio, file);
	}
	card = filed_card(filed, "acme", 60);
	filed_vote(filed, card, "support", "nobody");
	filed_add(filed, card);
	filed_done(filed);
}

static const char *real_of(struct filed *filed, double real)
{
	return isnan(real) ? "-" : arena_printf(&filed->arena, "%g", real);
}

/* A line for each: id, offset, its error, reliability, ratings, group. */
static const char *raters_of(struct filed *filed)
{
	struct array raters = report_panel(&filed->portfolio)->raters;
	const struct report_rater *row = raters.items;
	struct buffer text = {0};

	for (size_t i = 0; i < raters.n; i++, row++)
		buffer_printf(&text, "%s %s %s %s %d %d\n", row->rater, real_of(filed, row->offset),
			real_of(filed, row->se), real_of(filed, row->reliability), (int)row->n,
			(int)row->group);
	return buffer_keep(&text, &filed->arena);
}

/* ---- with a calibration ---- */

static void raters_by_the_size_of_their_offset_then_id(void **state)
{
	struct filed filed;

	(void)state;
	open_with(&filed,
		"raters:\n"
		"- {rater: mild, offset: 0.1, se: 0.2, reliability: 0.3, ratings: 4, group: 1}\n"
		"- {rater: unknown}\n"
		"- {rater: zoe, offset: 0.5, se: 0.1, reliability: 0.8, ratings: 30, group: 1}\n"
		"- {rater: zero, offset: 0}\n"
		"- {rater: abe, offset: -0.5, se: 0.3, reliability: 0.7, ratings: 20, group: 2}\n"
		"- {rater: strict, offset: -0.9, ratings: 9}\n",
		NULL);
	assert_string_equal(raters_of(&filed),
		"strict -0.9 - - 9 0\n"
		"abe -0.5 0.3 0.7 20 2\n"
		"zoe 0.5 0.1 0.8 30 1\n"
		"mild 0.1 0.2 0.3 4 1\n"
		"zero 0 - - 0 0\n"
		"unknown - - - 0 0\n");
	assert_true(report_panel(&filed.portfolio)->calibrated);
	filed_close(&filed);
}

static void raters_of_all_calibrations(void **state)
{
	struct filed filed;

	(void)state;
	open_with(&filed, "raters: [{rater: dana, offset: 0.5, ratings: 1}]\n",
		"raters: [{rater: li, offset: 0.7}, {rater: dana, offset: -0.5, ratings: 2}]\n");
	assert_string_equal(raters_of(&filed),
		"li 0.7 - - 0 0\n"
		"dana 0.5 - - 1 0\n"
		"dana -0.5 - - 2 0\n");
	filed_close(&filed);
}

static void alpha_has_a_verdict(void **state)
{
	static const char *const verdicts[] = {
		"reliable", "tentative", "tentative", "do not rely on it", "do not rely on it"};
	const struct report_agreement *row;
	struct filed filed;
	struct array rows;

	(void)state;
	open_with(&filed,
		"agreement:\n"
		"- {criterion: a, alpha: 0.8, units: 14, ratings: 40}\n"
		"- {criterion: b, alpha: 0.7999}\n"
		"- {criterion: c, alpha: 0.667}\n"
		"- {criterion: d, alpha: 0.6669}\n"
		"- {criterion: e, alpha: -0.2}\n",
		NULL);
	rows = report_panel(&filed.portfolio)->agreement;
	assert_int_equal(rows.n, 5);
	row = rows.items;
	assert_string_equal(row->criterion, "a");
	assert_true(row->alpha == 0.8);
	assert_int_equal(row->units, 14);
	assert_int_equal(row->ratings, 40);
	for (size_t i = 0; i < COUNT_OF(verdicts); i++)
		assert_string_equal(row[i].verdict, verdicts[i]);
	filed_close(&filed);
}

static void without_alpha_there_is_no_verdict(void **state)
{
	const struct report_agreement *row;
	struct filed filed;

	(void)state;
	open_with(&filed, "agreement: [{criterion: support, units: 4, ratings: 9}]\n", NULL);
	row = report_panel(&filed.portfolio)->agreement.items;
	assert_true(isnan(row->alpha));
	assert_null(row->verdict);
	assert_int_equal(row->units, 4);
	filed_close(&filed);
}

static void groups_with_their_raters_and_what_would_join_them(void **state)
{
	const struct report_panel *panel;
	const struct report_group *group;
	const struct report_bridge *bridge;
	struct filed filed;

	(void)state;
	open_with(&filed,
		"groups: [{group: 1, raters: [dana, li]}, {group: 2, raters: [kim]}]\n"
		"bridges: [{rater: kim, partner: zeta}]\n",
		"groups: [{group: 1, raters: [bo]}]\n");
	panel = report_panel(&filed.portfolio);
	assert_int_equal(panel->groups.n, 3);
	group = panel->groups.items;
	assert_int_equal(group[0].group, 1);
	assert_int_equal(group[0].raters.n, 2);
	assert_string_equal(((const char *const *)group[0].raters.items)[1], "li");
	assert_int_equal(group[1].group, 2);
	assert_string_equal(((const char *const *)group[2].raters.items)[0], "bo");
	assert_int_equal(panel->bridges.n, 1);
	bridge = panel->bridges.items;
	assert_string_equal(bridge->rater, "kim");
	assert_string_equal(bridge->partner, "zeta");
	filed_close(&filed);
}

/* ---- without one ---- */

static void without_a_calibration_cards_tell_who_rated_how_often(void **state)
{
	struct filed filed;
	struct scorecard *card;

	(void)state;
	filed_open(&filed);
	card = filed_card(&filed, "a", 60);
	filed_vote(&filed, card, "support", "li");
	filed_vote(&filed, card, "price", "li");
	filed_vote(&filed, card, "support", "dana");
	filed_add(&filed, card);
	card = filed_card(&filed, "b", 60);
	filed_vote(&filed, card, "support", "li");
	filed_add(&filed, card);
	filed_done(&filed);
	assert_string_equal(raters_of(&filed),
		"dana - - - 1 0\n"
		"li - - - 3 0\n");
	assert_false(report_panel(&filed.portfolio)->calibrated);
	assert_int_equal(report_panel(&filed.portfolio)->agreement.n, 0);
	filed_close(&filed);
}

static void cards_may_say_that_they_were_calibrated(void **state)
{
	struct card_calibration calibration = {"c1"};
	struct filed filed;
	struct scorecard *card;

	(void)state;
	filed_open(&filed);
	card = filed_card(&filed, "a", 60);
	filed_vote(&filed, card, "support", "li");
	card->calibration = &calibration;
	filed_add(&filed, card);
	filed_done(&filed);
	assert_true(report_panel(&filed.portfolio)->calibrated);
	assert_string_equal(raters_of(&filed), "li - - - 1 0\n");
	filed_close(&filed);
}

static void nobody_has_rated(void **state)
{
	const struct report_panel *panel;
	struct filed filed;

	(void)state;
	filed_open(&filed);
	filed_done(&filed);
	panel = report_panel(&filed.portfolio);
	assert_false(panel->calibrated);
	assert_int_equal(panel->raters.n + panel->groups.n + panel->bridges.n, 0);
	assert_non_null(panel->raters.items);
	assert_non_null(panel->agreement.items);
	assert_non_null(panel->groups.items);
	assert_non_null(panel->bridges.items);
	filed_close(&filed);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(raters_by_the_size_of_their_offset_then_id),
		cmocka_unit_test(raters_of_all_calibrations),
		cmocka_unit_test(alpha_has_a_verdict),
		cmocka_unit_test(without_alpha_there_is_no_verdict),
		cmocka_unit_test(groups_with_their_raters_and_what_would_join_them),
		cmocka_unit_test(without_a_calibration_cards_tell_who_rated_how_often),
		cmocka_unit_test(cards_may_say_that_they_were_calibrated),
		cmocka_unit_test(nobody_has_rated),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
