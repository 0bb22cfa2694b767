/* Charts of scores: sparklines, bullets, bars. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "drafted.h"
#include "drawn.h"
#include "found.h"
#include "partner/svg.h"

/* ---- sparklines: from 2.5 to 101.5, 100 at 2.5 and 0 at 17.5 ---- */

static struct buffer spark(const double *scores, size_t n, double line)
{
	const struct spark chart = {HOSTILE_TAG, scores, n, line};
	struct buffer out = {0};

	svg_put_spark(&out, &chart);
	if (out.length)
		assert_well_drawn(written(&out));
	return out;
}

static void a_sparkline_goes_from_left_to_right_and_up(void **state)
{
	(void)state;
	const double scores[] = {0, 50, 100};
	struct buffer out = spark(scores, 3, 60);

	assert_times(&out, "<path class=\"spark\" d=\"M2.5 17.5L52 10L101.5 2.5\"/>", 1);
	assert_drawn(written(&out), "<circle class=\"dot\"", "cx=101.5 cy=2.5 r=2.5");
	assert_drawn(written(&out), "<line class=\"grid\"", "x1=0 y1=8.5 x2=104 y2=8.5");
	assert_times(&out, ">100.0</text>", 1);
	assert_times(&out, "height=\"20\"", 1);
	assert_times(&out, "<title>&lt;script&gt;alert(1)&lt;/script&gt;</title>", 1);
	buffer_free(&out);
}

static void a_gap_is_not_bridged(void **state)
{
	(void)state;
	const double scores[] = {0, 0, NAN, 100, 100};
	struct buffer out = spark(scores, 5, NAN);

	assert_times(&out, "d=\"M2.5 17.5L27.3 17.5M76.8 2.5L101.5 2.5\"", 1);
	assert_times(&out, "<line", 0);
	assert_times(&out, "<circle", 1);
	buffer_free(&out);
}

static void a_score_between_gaps_is_a_dot(void **state)
{
	(void)state;
	const double scores[] = {NAN, 0, NAN, 100, 100};
	struct buffer out = spark(scores, 5, NAN);

	assert_drawn(written(&out), "<circle class=\"tick\"", "cx=27.3 cy=17.5 r=1.2");
	assert_times(&out, "M", 1);
	buffer_free(&out);
}

static void the_dot_is_at_the_last_score_there_is(void **state)
{
	(void)state;
	const double scores[] = {100, 40.25, NAN, INFINITY};
	struct buffer out = spark(scores, 4, 55);

	assert_drawn(written(&out), "<circle class=\"dot\"", "cx=35.5 cy=11.5");
	assert_times(&out, ">40.3</text>", 1);
	buffer_free(&out);
}

static void one_score_is_a_dot_at_the_right_end(void **state)
{
	(void)state;
	const double score = 50;
	struct buffer out = spark(&score, 1, 55);

	assert_drawn(written(&out), "<circle class=\"dot\"", "cx=101.5 cy=10");
	assert_times(&out, "<circle", 1);
	buffer_free(&out);
}

static void without_a_score_there_is_no_sparkline(void **state)
{
	(void)state;
	const double scores[] = {NAN, INFINITY, -INFINITY};
	struct buffer out = spark(scores, 3, 55);

	assert_int_equal(out.length, 0);
	out = spark(NULL, 0, 55);
	assert_int_equal(out.length, 0);
}

static void values_of_scores_stay_in_the_chart(void **state)
{
	(void)state;
	for (int score = -20; score <= 120; score += 5) {
		const double scores[] = {50, score};
		struct buffer out = spark(scores, 2, 55);
		const char *at = written(&out);

		assert_in_range(drawn_number(drawn_next(&at, "<text"), "y"), 10, 17);
		at = written(&out);
		assert_in_range(drawn_number(drawn_next(&at, "<circle"), "cy"), 2, 17);
		buffer_free(&out);
	}
}

/* ---- bullets: 2.52 pixels a point ---- */

static const double edges[] = {0, 85, 55, 70, 40};

static struct buffer bullet(double score, double low, double high, size_t n_edges)
{
	const struct bullet chart = {HOSTILE_TAG, score, low, high, edges, n_edges};
	struct buffer out = {0};

	svg_put_bullet(&out, &chart);
	assert_well_drawn(written(&out));
	return out;
}

static void a_bullet_has_its_parts_where_they_belong(void **state)
{
	(void)state;
	struct buffer out = bullet(50, 25, 75, 0);

	assert_drawn(written(&out), "<svg", "width=252 height=16");
	assert_drawn(written(&out), "<rect class=\"band\"", "x=0 y=3 width=252 height=10");
	assert_drawn(written(&out), "<rect class=\"bar\"", "x=63 y=6 width=126 height=4");
	assert_drawn(written(&out), "<rect class=\"tick\"", "x=124.5 y=0 width=3 height=16");
	buffer_free(&out);
}

static void grades_have_gaps_of_two_between_them(void **state)
{
	(void)state;
	struct buffer out = bullet(50, 25, 75, COUNT_OF(edges));
	const char *at = written(&out), *band;
	double end = -2;

	while ((band = drawn_next(&at, "<rect class=\"band\"")) != NULL) {
		double x = drawn_number(band, "x");

		assert_true(fabs(x - end - 2) < 0.11);
		end = x + drawn_number(band, "width");
	}
	assert_true(fabs(end - 252) < 0.11);
	assert_times(&out, "class=\"band\"", 5);
	assert_drawn(written(&out), "<rect class=\"band\"", "x=0 width=99.8");
	buffer_free(&out);
}

static void ticks_at_both_ends_are_whole(void **state)
{
	(void)state;
	struct buffer out = bullet(0, 0, 0, 0);

	assert_drawn(written(&out), "<rect class=\"tick\"", "x=0 width=3");
	buffer_free(&out);
	out = bullet(100, 100, 100, 0);
	assert_drawn(written(&out), "<rect class=\"tick\"", "x=249 width=3");
	buffer_free(&out);
}

static void what_is_unknown_is_not_drawn(void **state)
{
	(void)state;
	struct buffer out = bullet(NAN, NAN, NAN, COUNT_OF(edges));

	assert_times(&out, "<rect", 5);
	buffer_free(&out);
	out = bullet(50, NAN, 75, 0);
	assert_times(&out, "<rect", 2);
	buffer_free(&out);
	out = bullet(INFINITY, 75, 25, 0);
	assert_times(&out, "<rect", 1);
	buffer_free(&out);
}

static void any_edges_leave_bands_inside(void **state)
{
	(void)state;
	static double many[1000];
	const struct bullet chart = {"x", 50, 25, 75, many, COUNT_OF(many)};
	struct buffer out = {0};
	const char *at, *band;

	for (size_t i = 0; i < COUNT_OF(many); i++)
		many[i] = i % 7 ? (double)i / 8 - 10 : NAN;
	svg_put_bullet(&out, &chart);
	assert_well_drawn(written(&out));
	for (at = written(&out); (band = drawn_next(&at, "<rect class=\"band\"")) != NULL;) {
		double x = drawn_number(band, "x"), width = drawn_number(band, "width");

		assert_true(x >= 0 && width > 0 && x + width <= 252.1);
	}
	buffer_free(&out);
}

/* ---- bars: from 12 to 628, up from 130 by 112 ---- */

static struct buffer bars(const int64_t *counts, size_t n, double line)
{
	const struct bars chart = {HOSTILE_TAG, counts, n, line};
	struct buffer out = {0};

	svg_put_bars(&out, &chart);
	if (out.length)
		assert_well_drawn(written(&out));
	return out;
}

static void bars_are_as_high_as_their_counts(void **state)
{
	(void)state;
	const int64_t counts[] = {4, 0, 2, 1};
	struct buffer out = bars(counts, 4, NAN);

	assert_times(&out, "<rect", 3);
	assert_drawn(written(&out), "<rect class=\"bar\"", "x=13 y=18 width=152 height=112");
	assert_drawn(written(&out), "<rect class=\"bar\"", "x=321 y=74 width=152 height=56");
	assert_drawn(written(&out), "<rect class=\"bar\"", "x=475 y=102 width=152 height=28");
	assert_times(&out, "<title>0 to 25: 4</title>", 1);
	assert_times(&out, "<title>75 to 100: 1</title>", 1);
	assert_times(&out, ">4</text>", 1);
	buffer_free(&out);
}

static void the_line_has_its_name_before_others(void **state)
{
	(void)state;
	const int64_t counts[] = {1, 2};
	struct buffer out = bars(counts, 2, 59.5);

	assert_drawn(written(&out), "<line class=\"split\"", "x1=378.5 x2=378.5 y1=0 y2=130");
	assert_times(&out, ">59.5</text>", 1);
	assert_times(&out, ">60</text>", 0);
	assert_times(&out, ">40</text>", 1);
	buffer_free(&out);
}

static void the_least_of_many_is_seen(void **state)
{
	(void)state;
	const int64_t counts[] = {1, INT64_MAX, -5};
	struct buffer out = bars(counts, 3, 55);

	assert_times(&out, "<rect", 2);
	assert_times(&out, " height=\"2\"", 1);
	buffer_free(&out);
}

static void numbers_without_room_are_left_out(void **state)
{
	(void)state;
	static const int64_t counts[100] = {7, 12345};
	struct buffer out = bars(counts, COUNT_OF(counts), NAN);

	assert_times(&out, ">12345</text>", 0);
	assert_times(&out, ": 12345</title>", 1);
	buffer_free(&out);
}

static void without_counts_there_is_an_axis_without_bins_nothing(void **state)
{
	(void)state;
	const int64_t counts[] = {0, 0, 0};
	struct buffer out = bars(counts, 3, 55);

	assert_times(&out, "<rect", 0);
	assert_times(&out, "<line class=\"axis\"", 7);
	buffer_free(&out);
	out = bars(NULL, 0, 55);
	assert_int_equal(out.length, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_sparkline_goes_from_left_to_right_and_up),
		cmocka_unit_test(a_gap_is_not_bridged),
		cmocka_unit_test(a_score_between_gaps_is_a_dot),
		cmocka_unit_test(the_dot_is_at_the_last_score_there_is),
		cmocka_unit_test(one_score_is_a_dot_at_the_right_end),
		cmocka_unit_test(without_a_score_there_is_no_sparkline),
		cmocka_unit_test(values_of_scores_stay_in_the_chart),
		cmocka_unit_test(a_bullet_has_its_parts_where_they_belong),
		cmocka_unit_test(grades_have_gaps_of_two_between_them),
		cmocka_unit_test(ticks_at_both_ends_are_whole),
		cmocka_unit_test(what_is_unknown_is_not_drawn),
		cmocka_unit_test(any_edges_leave_bands_inside),
		cmocka_unit_test(bars_are_as_high_as_their_counts),
		cmocka_unit_test(the_line_has_its_name_before_others),
		cmocka_unit_test(the_least_of_many_is_seen),
		cmocka_unit_test(numbers_without_room_are_left_out),
		cmocka_unit_test(without_counts_there_is_an_axis_without_bins_nothing),
	};

	return cmocka_run_group_tests_name("svg_scores", tests, NULL, NULL);
}
