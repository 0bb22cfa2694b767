/* What most of a move comes from, by both cards. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "filed.h"
#include "measured.h"
#include "partner/report.h"

/* Two cards of one partner; of each, value and people have half of the weight, and one measure. */
struct moved_pair {
	struct filed filed;
	struct scorecard *cards[2]; /* the older one first */
	struct card_criterion *value[2], *people[2];
	struct card_measure *goals[2], *panel[2];
};

/* Of a card; what is not measured has no part in it. */
static double score_of(double value, double people)
{
	return isnan(value) ? people : (value + people) / 2;
}

/* With the scores of value, and of people, at both ends. */
static void pair_open(struct moved_pair *pair, const double value[2], const double people[2])
{
	struct filed *filed = &pair->filed;

	filed_open(filed);
	for (size_t i = 0; i < 2; i++) {
		struct scorecard *card = filed_card(filed, "a", score_of(value[i], people[i]));

		pair->cards[i] = card;
		pair->value[i] = filed_criterion(filed, card, "value", value[i]);
		pair->people[i] = filed_criterion(filed, card, "people", people[i]);
		pair->value[i]->weight = pair->people[i]->weight = 0.5;
		pair->goals[i] = filed_measure(filed, pair->value[i], "goal-attainment", value[i]);
		pair->panel[i] = filed_measure(filed, pair->people[i], "panel", people[i]);
	}
	pair->cards[0]->as_of = day("2026-03-30");
}

/* Closes it; `kind criterion measure effect; ref path:line`, `-` for what is not there. */
static void expect(struct moved_pair *pair, const char *expected)
{
	const struct report_movers *movers;
	const struct report_mover *mover;
	const struct report_cause *cause;
	struct buffer text = {0};

	filed_add(&pair->filed, pair->cards[0]);
	filed_add(&pair->filed, pair->cards[1]);
	filed_done(&pair->filed);
	movers = report_movers(&pair->filed.portfolio);
	assert_int_equal(movers->falls.n + movers->rises.n, 1);
	mover = movers->falls.n ? movers->falls.items : movers->rises.items;
	cause = mover->cause;
	if (cause)
		buffer_printf(&text, "%s %s %s %.1f; ", cause->kind,
			cause->criterion ? cause->criterion : "-",
			cause->measure ? cause->measure : "-", cause->effect);
	if (cause && cause->ref)
		buffer_printf(&text, "%s %s:%lld", cause->ref, cause->path, (long long)cause->line);
	else if (cause)
		assert_true(!cause->path && !cause->line);
	assert_string_equal(buffer_keep(&text, &pair->filed.arena), expected);
	filed_close(&pair->filed);
}

#define PAIR(...) ((const double[2]){__VA_ARGS__})
#define AT " partners/records.yaml:7"

/* ---- measures ---- */

static void the_measure_with_the_largest_effect_is_the_cause(void **state)
{
	struct moved_pair pair;

	(void)state;
	pair_open(&pair, PAIR(60, 54), PAIR(70, 60));
	expect(&pair, "measure people panel -5.0; ");
	pair_open(&pair, PAIR(60, 72), PAIR(70, 80));
	expect(&pair, "measure value goal-attainment 6.0; ");
}

static void only_what_goes_the_same_way_is_one(void **state)
{
	struct moved_pair pair;

	(void)state;
	pair_open(&pair, PAIR(60, 54), PAIR(40, 60));
	expect(&pair, "measure people panel 10.0; ");
	pair_open(&pair, PAIR(60, 44), PAIR(60, 70));
	expect(&pair, "measure value goal-attainment -8.0; ");
}

static void of_equal_effects_the_first_is_the_cause(void **state)
{
	struct moved_pair pair;

	(void)state;
	pair_open(&pair, PAIR(60, 50), PAIR(60, 50));
	expect(&pair, "measure value goal-attainment -5.0; ");
}

/* ---- records ---- */

static void the_record_that_did_most_is_told_with_its_place(void **state)
{
	struct moved_pair pair;

	(void)state;
	pair_open(&pair, PAIR(60, 50), PAIR(60, 60));
	filed_record(&pair.filed, pair.goals[1], "goal:late", -3);
	filed_record(&pair.filed, pair.goals[1], "goal:lost", -3.5)->line = 12;
	filed_record(&pair.filed, pair.goals[1], "goal:won", 4);
	filed_record(&pair.filed, pair.panel[1], "rating:#1", -9);
	expect(&pair, "measure value goal-attainment -5.0; goal:lost partners/records.yaml:12");
}

/* What has left held it up; what has changed counts by the difference; what has not, not. */
static void a_record_counts_by_what_it_did_more_than_before(void **state)
{
	struct moved_pair pair;

	(void)state;
	pair_open(&pair, PAIR(60, 50), PAIR(60, 60));
	filed_record(&pair.filed, pair.goals[0], "goal:old", 2);
	filed_record(&pair.filed, pair.goals[0], "goal:same", 9)->value = 1;
	filed_record(&pair.filed, pair.goals[1], "goal:same", -9)->value = 1;
	filed_record(&pair.filed, pair.goals[0], "goal:worse", -1)->value = 1;
	filed_record(&pair.filed, pair.goals[1], "goal:worse", -2.5)->value = 0;
	expect(&pair, "measure value goal-attainment -5.0; goal:old" AT);
	pair_open(&pair, PAIR(60, 50), PAIR(60, 60));
	filed_record(&pair.filed, pair.goals[0], "goal:old", 2);
	filed_record(&pair.filed, pair.goals[0], "goal:worse", -1)->value = 1;
	filed_record(&pair.filed, pair.goals[1], "goal:worse", -3.5)->value = 0;
	expect(&pair, "measure value goal-attainment -5.0; goal:worse" AT);
}

static void a_rise_is_told_by_what_lifts_it(void **state)
{
	struct moved_pair pair;

	(void)state;
	pair_open(&pair, PAIR(50, 60), PAIR(60, 60));
	filed_record(&pair.filed, pair.goals[0], "goal:bad", -2);
	filed_record(&pair.filed, pair.goals[1], "goal:good", 1.5);
	filed_record(&pair.filed, pair.goals[1], "goal:poor", -8);
	expect(&pair, "measure value goal-attainment 5.0; goal:bad" AT);
}

static void of_equal_records_the_first_on_the_card_is_told(void **state)
{
	struct moved_pair pair;

	(void)state;
	pair_open(&pair, PAIR(60, 50), PAIR(60, 60));
	filed_record(&pair.filed, pair.goals[1], "goal:b", -3.25);
	filed_record(&pair.filed, pair.goals[0], "goal:a", -1)->value = 1;
	filed_record(&pair.filed, pair.goals[1], "goal:a", -4.25)->value = 2;
	expect(&pair, "measure value goal-attainment -5.0; goal:b" AT);
}

/* Half of the score is the measure: 10 points of it are 5. */
static void a_record_alone_is_told_where_the_others_do_not_explain_it(void **state)
{
	struct moved_pair pair;

	(void)state;
	pair_open(&pair, PAIR(60, 50), PAIR(60, 60));
	filed_record(&pair.filed, pair.goals[1], "goal:a", NAN);
	filed_record(&pair.filed, pair.goals[1], "goal:b", -5.1);
	expect(&pair, "measure value goal-attainment -5.0; goal:b" AT);
	pair_open(&pair, PAIR(60, 50), PAIR(60, 60));
	filed_record(&pair.filed, pair.goals[1], "goal:a", NAN);
	filed_record(&pair.filed, pair.goals[1], "goal:b", -4.9);
	expect(&pair, "measure value goal-attainment -5.0; goal:a" AT);
}

/* Records that moved it the other way are no cause. */
static void without_a_record_that_way_none_is_told(void **state)
{
	struct moved_pair pair;

	(void)state;
	pair_open(&pair, PAIR(60, 50), PAIR(60, 60));
	filed_record(&pair.filed, pair.goals[1], "goal:b", 2);
	filed_record(&pair.filed, pair.goals[0], "goal:c", 0);
	expect(&pair, "measure value goal-attainment -5.0; ");
}

/* ---- another policy ---- */

static void policy(struct moved_pair *pair)
{
	filed_policy(&pair->filed, pair->cards[1])->digest = "d2";
}

/* From 60 to 0.2·80 + 0.8·40. */
static void other_weights_are_the_policy(void **state)
{
	struct moved_pair pair;

	(void)state;
	pair_open(&pair, PAIR(80, 80), PAIR(40, 40));
	pair.value[1]->weight = 0.2;
	pair.people[1]->weight = 0.8;
	pair.cards[1]->score = 48;
	policy(&pair);
	expect(&pair, "policy - - -12.0; ");
}

/* The same value and n, other points: 2.0 of 4.0 is half, 2.1 of 4.1 is more. */
static void over_half_of_the_move_must_come_of_it(void **state)
{
	struct moved_pair pair;

	(void)state;
	pair_open(&pair, PAIR(80, 76), PAIR(60, 56));
	pair.goals[1]->value = pair.goals[0]->value;
	policy(&pair);
	expect(&pair, "measure value goal-attainment -2.0; ");
	pair_open(&pair, PAIR(80, 75.8), PAIR(60, 56));
	pair.goals[1]->value = pair.goals[0]->value;
	policy(&pair);
	expect(&pair, "policy - - -2.1; ");
}

static void it_must_go_the_same_way(void **state)
{
	struct moved_pair pair;

	(void)state;
	pair_open(&pair, PAIR(80, 90), PAIR(60, 40));
	pair.goals[1]->value = pair.goals[0]->value;
	policy(&pair);
	expect(&pair, "measure people panel -10.0; ");
	pair_open(&pair, PAIR(80, 100), PAIR(60, 50));
	pair.goals[1]->value = pair.goals[0]->value;
	policy(&pair);
	expect(&pair, "policy - - 10.0; ");
}

static void more_of_the_same_is_no_policy(void **state)
{
	struct moved_pair pair;

	(void)state;
	pair_open(&pair, PAIR(80, 70), PAIR(60, 60));
	pair.goals[1]->value = pair.goals[0]->value;
	pair.goals[1]->n++;
	policy(&pair);
	expect(&pair, "measure value goal-attainment -5.0; ");
}

static void what_one_policy_alone_has_is_the_policy(void **state)
{
	struct moved_pair pair;

	(void)state;
	pair_open(&pair, PAIR(80, 70), PAIR(60, 60));
	pair.goals[1]->measure = "milestones-on-time";
	policy(&pair);
	expect(&pair, "policy - - -5.0; ");
}

/* Goals were measured for the first time: that is the data, whatever the policy. The other 2.5 are
 * the weight that people lose by it. */
static void a_criterion_that_is_measured_now_is_no_policy(void **state)
{
	struct moved_pair pair;

	(void)state;
	pair_open(&pair, PAIR(NAN, 40), PAIR(60, 60));
	policy(&pair);
	expect(&pair, "measure value goal-attainment -7.5; ");
}

static void under_one_policy_nothing_is_the_policy(void **state)
{
	struct moved_pair pair;

	(void)state;
	pair_open(&pair, PAIR(80, 70), PAIR(60, 60));
	pair.goals[1]->value = pair.goals[0]->value;
	expect(&pair, "measure value goal-attainment -5.0; ");
}

/* ---- another calibration ---- */

static void calibrate(struct moved_pair *pair)
{
	struct card_calibration *calibration =
		ARENA_NEW(&pair->filed.arena, struct card_calibration);

	calibration->digest = "c2";
	pair->cards[1]->calibration = calibration;
}

static struct card_vote *vote(struct moved_pair *pair, size_t end, const char *rater)
{
	return filed_vote(&pair->filed, pair->cards[end], "people", rater);
}

/* In another order, as a newer rating may have it. */
static void the_same_votes_adjusted_are_the_calibration(void **state)
{
	struct moved_pair pair;

	(void)state;
	pair_open(&pair, PAIR(60, 60), PAIR(60, 40));
	vote(&pair, 0, "dana");
	vote(&pair, 0, "omar")->raw = 4;
	filed_vote(&pair.filed, pair.cards[0], "value", "dana");
	vote(&pair, 1, "omar")->raw = 4;
	vote(&pair, 1, "dana");
	calibrate(&pair);
	expect(&pair, "calibration - - -10.0; ");
}

static void other_votes_are_not(void **state)
{
	struct moved_pair pair;

	(void)state;
	pair_open(&pair, PAIR(60, 60), PAIR(60, 40));
	vote(&pair, 0, "dana");
	vote(&pair, 1, "dana")->raw = 2;
	calibrate(&pair);
	expect(&pair, "measure people panel -10.0; ");
	pair_open(&pair, PAIR(60, 60), PAIR(60, 40));
	vote(&pair, 0, "dana");
	vote(&pair, 1, "dana");
	vote(&pair, 1, "omar");
	calibrate(&pair);
	expect(&pair, "measure people panel -10.0; ");
	pair_open(&pair, PAIR(60, 60), PAIR(60, 40));
	calibrate(&pair);
	expect(&pair, "measure people panel -10.0; ");
}

static void only_panels_are_calibrated(void **state)
{
	struct moved_pair pair;

	(void)state;
	pair_open(&pair, PAIR(60, 44), PAIR(60, 54));
	for (size_t i = 0; i < 2; i++) {
		vote(&pair, i, "dana");
		filed_vote(&pair.filed, pair.cards[i], "value", "dana");
	}
	calibrate(&pair);
	expect(&pair, "measure value goal-attainment -8.0; ");
}

static void under_one_calibration_nothing_is_the_calibration(void **state)
{
	struct moved_pair pair;

	(void)state;
	pair_open(&pair, PAIR(60, 60), PAIR(60, 40));
	vote(&pair, 0, "dana");
	vote(&pair, 1, "dana");
	expect(&pair, "measure people panel -10.0; ");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_measure_with_the_largest_effect_is_the_cause),
		cmocka_unit_test(only_what_goes_the_same_way_is_one),
		cmocka_unit_test(of_equal_effects_the_first_is_the_cause),
		cmocka_unit_test(the_record_that_did_most_is_told_with_its_place),
		cmocka_unit_test(a_record_counts_by_what_it_did_more_than_before),
		cmocka_unit_test(a_rise_is_told_by_what_lifts_it),
		cmocka_unit_test(of_equal_records_the_first_on_the_card_is_told),
		cmocka_unit_test(a_record_alone_is_told_where_the_others_do_not_explain_it),
		cmocka_unit_test(without_a_record_that_way_none_is_told),
		cmocka_unit_test(other_weights_are_the_policy),
		cmocka_unit_test(over_half_of_the_move_must_come_of_it),
		cmocka_unit_test(it_must_go_the_same_way),
		cmocka_unit_test(more_of_the_same_is_no_policy),
		cmocka_unit_test(what_one_policy_alone_has_is_the_policy),
		cmocka_unit_test(a_criterion_that_is_measured_now_is_no_policy),
		cmocka_unit_test(under_one_policy_nothing_is_the_policy),
		cmocka_unit_test(the_same_votes_adjusted_are_the_calibration),
		cmocka_unit_test(other_votes_are_not),
		cmocka_unit_test(only_panels_are_calibrated),
		cmocka_unit_test(under_one_calibration_nothing_is_the_calibration),
	};

	return cmocka_run_group_tests_name("report movers: cause", tests, NULL, NULL);
}
