/* Panels by calibrated raters, without one, and how sure they are; as of 2026-06-30. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "decoded.h"
#include "measured.h"
#include "near.h"

#define SHOWN(rater, date, points) \
	"  - {by: " rater ", date: " date ", scores: {value: " points "}, evidence: [x.txt]}\n"
#define SAID(rater, date, points) \
	"  - {by: " rater ", date: " date ", scores: {value: " points "}}\n"

/* The view by a calibration instead of none. */
static void calibrate(struct scene *scene, const char *text)
{
	static const char raters[] = "raters";
	struct calibration_file *file = ARENA_NEW(&scene->arena, struct calibration_file);
	const struct calibration *calibration = decoded(&scene->arena, &calibration_record, text);

	file->calibration = *calibration;
	index_init(&file->raters, &scene->arena,
		record_field(&calibration_record, raters, strlen(raters))->record,
		&file->calibration.raters.list, NULL, NULL);
	view_init(&scene->view, &scene->arena, scene->partner, &scene->rules, file,
		scene->view.as_of, scene->view.side);
}

static struct interval panel_range(const struct scene *scene, const struct measurement *taken)
{
	struct question question = {&scene->view, NULL, "value", NULL, quantiles_of(&scene->view)};

	assert_int_equal(taken->status, MEASURE_MEASURED);
	return measure_range(measure_find("panel"), &question, taken);
}

#define BY_TWO(one, other) \
	"ratings:\n" SHOWN("ann", "2026-06-30", one) SHOWN("bob", "2026-06-30", other)

static void what_is_known_of_a_rater_is_taken_off(void **state)
{
	static const struct {
		const char *ratings, *offsets;
		double adjusted[2], value;
	} rows[] = {
		{BY_TWO("4", "2"), "[{rater: ann, offset: 0.5}, {rater: bob, offset: -0.25}]",
			{3.5, 2.25}, 2.875},
		{BY_TWO("4", "2"), "[{rater: ann, offset: 0.5}, {rater: cy, offset: 2}]", {3.5, 2},
			2.75},
		/* a vote may leave the scale, the panel not */
		{BY_TWO("5", "3"), "[{rater: ann, offset: -1}]", {6, 3}, 4.5},
		{BY_TWO("5", "5"), "[{rater: ann, offset: -1}]", {6, 5}, 5},
		{BY_TWO("1", "1"), "[{rater: bob, offset: 1.5}]", {1, -0.5}, 1},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct measure_row row = {.records = rows[i].ratings};
		struct panel_vote *votes;
		struct scene scene;

		scene_open(&scene, &row);
		calibrate(&scene, arena_printf(&scene.arena, "raters: %s\n", rows[i].offsets));
		assert_int_equal(panel_votes(&scene.view, "value", &scene.arena, &votes), 2);
		for (int k = 0; k < 2; k++)
			assert_true(votes[k].adjusted == rows[i].adjusted[k]);
		assert_true(votes[1].raw ==
			LIST_ITEMS(struct score_entry, votes[1].rating->scores)->points.value);
		assert_true(scene_take(&scene, "panel", "value").value == rows[i].value);
		scene_close(&scene);
	}
}

/* The panel on value without the n-th of the ratings that it used. */
static struct measurement panel_without(const struct measurement *taken, size_t n, bool replace)
{
	struct measurement left = *taken;

	assert_true(n < taken->n_used);
	measure_leave(measure_find("panel"), &taken->used[n], replace, &left);
	return left;
}

/* Without the rater none of the ratings count, without the rating the one before does. */
static void without_a_rating_the_one_before_may_count(void **state)
{
	static const struct measure_row row = {
		.records = "ratings:\n" SAID("ann", "2026-06-30", "1") SHOWN("bob", "2026-06-30",
			"2") SHOWN("ann", "2026-06-30", "4") SHOWN("ann", "2026-01-01", "5")};
	struct measurement taken, left;
	struct scene scene;

	(void)state;
	scene_open(&scene, &row);
	taken = scene_take(&scene, "panel", "value");
	assert_near(taken.value, 3);
	left = panel_without(&taken, 0, false);
	assert_near(left.value, 2);
	assert_int_equal(left.n, 1);
	left = panel_without(&taken, 0, true); /* ½ · 1 and 2 */
	assert_near(left.value, 2.5 / 1.5);
	assert_near(left.factor, 0.75);
	assert_int_equal(left.n, 2);
	left = panel_without(&taken, 1, true);
	assert_near(left.value, 4);
	scene_close(&scene);
}

static void the_only_rater_left_out_leaves_no_panel(void **state)
{
	static const struct measure_row row = {
		.records = "ratings:\n" SHOWN("ann", "2026-06-30", "4")};
	struct measurement taken, left;
	struct scene scene;

	(void)state;
	scene_open(&scene, &row);
	taken = scene_take(&scene, "panel", "value");
	left = panel_without(&taken, 0, true);
	assert_int_equal(left.status, MEASURE_NO_DATA);
	assert_int_equal(left.n, 0);
	scene_close(&scene);
}

/* Of 6, 5 and 4.5 the mean is beyond the scale without the last, not without the first. */
static void what_is_left_is_moved_onto_the_scale_anew(void **state)
{
	static const struct measure_row row = {
		.records = "ratings:\n" SHOWN("ann", "2026-06-30", "5")
			SHOWN("bob", "2026-06-30", "5") SHOWN("cy", "2026-06-30", "4")};
	struct measurement taken;
	struct scene scene;

	(void)state;
	scene_open(&scene, &row);
	calibrate(&scene, "raters: [{rater: ann, offset: -1}, {rater: cy, offset: -0.5}]\n");
	taken = scene_take(&scene, "panel", "value");
	assert_true(taken.value == 5);
	assert_true(panel_without(&taken, 2, false).value == 5);
	assert_near(panel_without(&taken, 0, false).value, 4.75);
	scene_close(&scene);
}

/* Quantiles of Student's t at 0.975, as tables have them. */
#define T_8 2.306004135204166
#define SQRT_2 1.4142135623730951
#define T_20 2.085963447265837
#define SIGMA_HALF "sigma: 0.5\ndf: 20\n"

static void a_panel_is_as_sure_as_its_raters_are_many(void **state)
{
	static const struct {
		const char *ratings, *calibration; /* NULL: none */
		double low, high;
	} rows[] = {
		{"ratings:\n" SHOWN("ann", "2026-06-30", "3"), NULL, 3 - T_8 * 0.8, 3 + T_8 * 0.8},
		{BY_TWO("3", "3"), NULL, 3 - T_8 * 0.8 / SQRT_2, 3 + T_8 * 0.8 / SQRT_2},
		/* weights 1 and ½ are 1.8 votes: (3 + ½·3) */
		{"ratings:\n" SHOWN("ann", "2026-06-30", "3") SAID("bob", "2026-06-30", "3"), NULL,
			3 - T_8 * 0.8 / 1.3416407864998738, 3 + T_8 * 0.8 / 1.3416407864998738},
		/* no further than the scale */
		{"ratings:\n" SHOWN("ann", "2026-06-30", "4.5"), NULL, 4.5 - T_8 * 0.8, 5},
		{"ratings:\n" SHOWN("ann", "2026-06-30", "1"), NULL, 1, 1 + T_8 * 0.8},
		{BY_TWO("3", "3"), SIGMA_HALF, 3 - T_20 * 0.5 / SQRT_2, 3 + T_20 * 0.5 / SQRT_2},
		/* a calibration that knows no noise, and one that is surer than halves allow */
		{BY_TWO("3", "3"), "note: none\n", 3 - T_8 * 0.8 / SQRT_2, 3 + T_8 * 0.8 / SQRT_2},
		{BY_TWO("3", "3"), "sigma: 0.01\ndf: 20\n", 3 - T_20 * 0.15 / SQRT_2,
			3 + T_20 * 0.15 / SQRT_2},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct measure_row row = {.records = rows[i].ratings};
		struct measurement taken;
		struct scene scene;

		scene_open(&scene, &row);
		if (rows[i].calibration)
			calibrate(&scene, rows[i].calibration);
		taken = scene_take(&scene, "panel", "value");
		assert_near(panel_range(&scene, &taken).low, rows[i].low);
		assert_near(panel_range(&scene, &taken).high, rows[i].high);
		scene_close(&scene);
	}
}

/* Two votes, off the scale by as much as their raters are known for. */
static void an_interval_lies_around_what_was_not_clamped(void **state)
{
	static const struct {
		const char *ratings, *offset;
		double value, low, high;
	} rows[] = {
		{BY_TWO("5", "5"), "-0.25", 5, 5.25 - T_20 * 0.5 / SQRT_2, 5},
		{BY_TWO("5", "5"), "-1", 5, 5, 5},
		{BY_TWO("1", "1"), "0.5", 1, 1, 0.5 + T_20 * 0.5 / SQRT_2},
		{BY_TWO("1", "1"), "2", 1, 1, 1},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct measure_row row = {.records = rows[i].ratings};
		struct measurement taken;
		struct scene scene;

		scene_open(&scene, &row);
		calibrate(&scene,
			arena_printf(&scene.arena,
				SIGMA_HALF "raters: [{rater: ann, offset: %s},"
					   " {rater: bob, offset: %s}]\n",
				rows[i].offset, rows[i].offset));
		taken = scene_take(&scene, "panel", "value");
		assert_true(taken.value == rows[i].value);
		assert_near(panel_range(&scene, &taken).low, rows[i].low);
		assert_near(panel_range(&scene, &taken).high, rows[i].high);
		scene_close(&scene);
	}
}

static void the_policy_says_how_sure_panels_are(void **state)
{
	static const struct {
		const char *policy;
		double low, high;
	} rows[] = {
		/* t at 0.75 with df 8 is 0.7063866 */
		{"confidence: 50%\n", 3 - 0.7063866 * 0.8, 3 + 0.7063866 * 0.8},
		{"confidence: 100%\n", 1, 5},
		{"confidence: 0%\n", 3, 3},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct measure_row row = {.records = "ratings:\n" SHOWN("ann", "2026-06-30", "3"),
			.policy = rows[i].policy};
		struct measurement taken;
		struct scene scene;

		scene_open(&scene, &row);
		taken = scene_take(&scene, "panel", "value");
		assert_relative(panel_range(&scene, &taken).low, rows[i].low, 1e-7, 1);
		assert_relative(panel_range(&scene, &taken).high, rows[i].high, 1e-7, 1);
		scene_close(&scene);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_known_of_a_rater_is_taken_off),
		cmocka_unit_test(without_a_rating_the_one_before_may_count),
		cmocka_unit_test(the_only_rater_left_out_leaves_no_panel),
		cmocka_unit_test(what_is_left_is_moved_onto_the_scale_anew),
		cmocka_unit_test(a_panel_is_as_sure_as_its_raters_are_many),
		cmocka_unit_test(an_interval_lies_around_what_was_not_clamped),
		cmocka_unit_test(the_policy_says_how_sure_panels_are),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
