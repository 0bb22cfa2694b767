/* Differences of scores taken apart, by hand. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "composed.h"
#include "scored.h"

/* S from 62 to 68, S̄ 65: .45·10, .35·−5, .2·10; −.1·(65 − 65), .1·(77.5 − 65), 0. */
static void values_and_weights_by_hand(void **state)
{
	struct compound from[] = {SINGLE("a", 60, 0.5), SINGLE("b", 80, 0.3), SINGLE("c", 40, 0.2)};
	struct compound to[] = {SINGLE("a", 70, 0.4), SINGLE("b", 75, 0.4), SINGLE("c", 50, 0.2)};
	static const double value[] = {4.5, -1.75, 2}, weight[] = {0, 1.25, 0};
	struct attribution attribution;
	struct arena arena = {0};

	(void)state;
	attribute_data(&attribution, &arena, compose(from, 3), compose(to, 3));
	assert_int_equal(attribution.n, 3);
	assert_close(attribution.parts[STEP_DATA], 6);
	for (size_t i = 0; i < 3; i++) {
		const struct criterion_effect *criterion = &attribution.criteria[i];

		assert_string_equal(criterion->criterion, to[i].criterion);
		assert_close(criterion->value, value[i]);
		assert_close(criterion->weight, weight[i]);
		assert_close(criterion->shared, 0);
		assert_close(criterion->from, from[i].score);
		assert_close(criterion->to, to[i].score);
		assert_close(criterion->measures[0].effects[STEP_DATA], value[i]);
	}
	assert_close(attribution.criteria[0].measures[0].bars[STEP_DATA], 0.45);
	arena_free(&arena);
}

/* v from 52 to 58, v̄ 55; .5·(.5·10 + .2·(45 − 55)), .5·(.5·10 − .2·(65 − 55)). */
static void measures_by_points_and_shares(void **state)
{
	struct component before[] = {{"x", 40, 0.4}, {"y", 60, 0.6}};
	struct component after[] = {{"x", 50, 0.6}, {"y", 70, 0.4}};
	struct compound from[] = {{.criterion = "a", .weight = 0.5}, SINGLE("b", 80, 0.5)};
	struct compound to[] = {{.criterion = "a", .weight = 0.5}, SINGLE("b", 80, 0.5)};
	struct attribution attribution;
	struct arena arena = {0};

	(void)state;
	compose_measures(&from[0], before, 2);
	compose_measures(&to[0], after, 2);
	attribute_data(&attribution, &arena, compose(from, 2), compose(to, 2));
	assert_close(attribution.criteria[0].value, 3);
	assert_close(attribution.criteria[0].measures[0].effects[STEP_DATA], 1.5);
	assert_close(attribution.criteria[0].measures[1].effects[STEP_DATA], 1.5);
	assert_close(attribution.criteria[0].measures[0].bars[STEP_DATA], 0.25);
	assert_close(attribution.criteria[0].measures[0].from, 40);
	assert_close(attribution.criteria[0].measures[0].to, 50);
	assert_close(attribution.criteria[1].measures[0].effects[STEP_DATA], 0);
	arena_free(&arena);
}

/* x alone at first: v from 40 to 50, v̄ 45; x loses half of its share, y with 60 gains it. */
static void a_measure_at_one_end_has_its_points_at_both(void **state)
{
	struct component before[] = {{"x", 40, 1}, {"y", NAN, 1}};
	struct component after[] = {{"x", 40, 1}, {"y", 60, 1}};
	struct compound from = {.criterion = "a", .weight = 1}, to = from;
	struct attribution attribution;
	struct arena arena = {0};

	(void)state;
	compose_measures(&from, before, 2);
	compose_measures(&to, after, 2);
	attribute_data(&attribution, &arena, compose(&from, 1), compose(&to, 1));
	assert_close(attribution.criteria[0].value, 10);
	assert_close(attribution.criteria[0].measures[0].effects[STEP_DATA], 2.5);
	assert_close(attribution.criteria[0].measures[1].effects[STEP_DATA], 7.5);
	assert_close(attribution.criteria[0].measures[1].bars[STEP_DATA], 0.25);
	assert_close(attribution.criteria[0].measures[1].from, NAN);
	arena_free(&arena);
}

/* b comes with weight .5 and 80 = (70 + 90)/2: S from 40 to 60, S̄ 50. */
static void a_criterion_at_one_end_is_all_weight(void **state)
{
	struct component after[] = {{"x", 70, 1}, {"y", 90, 1}};
	struct compound from[] = {SINGLE("a", 40, 1), UNMEASURED("b")};
	struct compound to[] = {{.criterion = "b", .weight = 0.5}, SINGLE("a", 40, 0.5)};
	const struct criterion_effect *entered;
	struct attribution attribution;
	struct arena arena = {0};

	(void)state;
	compose_measures(&to[0], after, 2);
	attribute_data(&attribution, &arena, compose(from, 2), compose(to, 2));
	entered = &attribution.criteria[0];
	assert_string_equal(entered->criterion, "b");
	assert_close(entered->value, 0);
	assert_close(entered->weight, 15);
	assert_close(entered->shared, 15);
	assert_close(entered->measures[0].effects[STEP_DATA], 5);
	assert_close(entered->measures[1].effects[STEP_DATA], 10);
	assert_close(entered->measures[1].bars[STEP_DATA], 0.0625);
	assert_close(entered->from, NAN);
	assert_close(attribution.criteria[1].weight, 5);
	assert_close(attribution.criteria[1].shared, 0);
	arena_free(&arena);
}

/* S from 60 to 50, S̄ 55. */
static void a_criterion_that_went_comes_last(void **state)
{
	struct compound from[] = {SINGLE("gone", 40, 1), SINGLE("kept", 80, 1)};
	struct compound to[] = {SINGLE("new", 20, 1), SINGLE("kept", 80, 1)};
	static const char *const order[] = {"new", "kept", "gone"};
	static const double weights[] = {-17.5, 0, 7.5};
	struct attribution attribution;
	struct arena arena = {0};

	(void)state;
	attribute_data(&attribution, &arena, compose(from, 2), compose(to, 2));
	assert_int_equal(attribution.n, 3);
	for (size_t i = 0; i < 3; i++) {
		assert_string_equal(attribution.criteria[i].criterion, order[i]);
		assert_close(attribution.criteria[i].shared, i == 1 ? 0 : weights[i]);
		assert_close(attribution.criteria[i].weight, weights[i]);
	}
	arena_free(&arena);
}

/* S from 20 to 40: S̄ 30 with weights .5 each */
static void the_weights_of_policies_are_a_step_of_their_own(void **state)
{
	struct compound old[] = {SINGLE("a", 0, 0.8), SINGLE("b", 100, 0.2)};
	struct compound new[] = {SINGLE("b", 100, 0.4), SINGLE("a", 0, 0.6)};
	struct compound data[] = {SINGLE("b", 100, 0.4), SINGLE("a", 10, 0.6)};
	struct attribution attribution;
	struct arena arena = {0};
	struct composition states[STEPS + 1];

	(void)state;
	states[0] = compose(old, 2);
	states[1] = states[2] = states[3] = compose(new, 2);
	states[4] = compose(data, 2);
	attribute(&attribution, &arena, states);
	assert_close(attribution.parts[STEP_POLICY], 20);
	assert_close(attribution.parts[STEP_CALIBRATION], 0);
	assert_close(attribution.parts[STEP_TIME], 0);
	assert_close(attribution.parts[STEP_DATA], 6);
	assert_string_equal(attribution.criteria[0].criterion, "b");
	assert_close(attribution.criteria[0].weight, 0.2 * (100 - 30));
	assert_close(attribution.criteria[1].weight, -0.2 * (0 - 30));
	assert_close(attribution.criteria[1].value, 6);
	assert_close(attribution.criteria[1].measures[0].effects[STEP_POLICY], 0);
	assert_close(attribution.criteria[1].measures[0].effects[STEP_DATA], 6);
	arena_free(&arena);
}

static void a_step_without_a_score_leaves_its_part_to_the_next(void **state)
{
	struct compound from = SINGLE("a", 40, 1), none = UNMEASURED("a");
	struct compound to = SINGLE("a", 70, 1);
	struct composition states[STEPS + 1];
	struct attribution attribution;
	struct arena arena = {0};

	(void)state;
	states[0] = states[1] = compose(&from, 1);
	states[2] = states[3] = compose(&none, 1);
	states[4] = compose(&to, 1);
	attribute(&attribution, &arena, states);
	assert_close(attribution.parts[STEP_CALIBRATION], 0);
	assert_close(attribution.parts[STEP_TIME], 0);
	assert_close(attribution.parts[STEP_DATA], 30);
	assert_close(attribution.criteria[0].value, 30);
	assert_close(attribution.criteria[0].shared, 0);
	assert_close(attribution.criteria[0].measures[0].effects[STEP_TIME], 0);
	assert_close(attribution.criteria[0].measures[0].bars[STEP_CALIBRATION], 0);
	assert_close(attribution.criteria[0].measures[0].effects[STEP_DATA], 30);
	arena_free(&arena);
}

static void of_one_name_the_first_is_matched_with_the_first(void **state)
{
	struct component before[] = {{"x", 10, 1}, {"x", 50, 1}};
	struct component after[] = {{"y", 10, 0}, {"x", 10, 1}, {"x", 70, 1}};
	struct compound from = {.criterion = "a", .weight = 1}, to = from;
	struct attribution attribution;
	struct arena arena = {0};

	(void)state;
	compose_measures(&from, before, 2);
	compose_measures(&to, after, 3);
	attribute_data(&attribution, &arena, compose(&from, 1), compose(&to, 1));
	assert_int_equal(attribution.criteria[0].n, 3);
	assert_close(attribution.criteria[0].measures[1].effects[STEP_DATA], 0);
	assert_close(attribution.criteria[0].measures[2].effects[STEP_DATA], 10);
	assert_close(attribution.criteria[0].measures[2].from, 50);
	arena_free(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_and_weights_by_hand),
		cmocka_unit_test(measures_by_points_and_shares),
		cmocka_unit_test(a_measure_at_one_end_has_its_points_at_both),
		cmocka_unit_test(a_criterion_at_one_end_is_all_weight),
		cmocka_unit_test(a_criterion_that_went_comes_last),
		cmocka_unit_test(the_weights_of_policies_are_a_step_of_their_own),
		cmocka_unit_test(a_step_without_a_score_leaves_its_part_to_the_next),
		cmocka_unit_test(of_one_name_the_first_is_matched_with_the_first),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
