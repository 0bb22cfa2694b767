/* The quadrant: where its parts are, and what it counts. Its labels: test_svg_labels.c. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "drafted.h"
#include "drawn.h"
#include "found.h"
#include "partner/random.h"
#include "partner/svg.h"

/* The frame goes from 28 to 628 and from 22 (100) to 422 (0). */
static struct quadrant_chart chart_of(struct quadrant_dot *dots, size_t n)
{
	return (struct quadrant_chart){
		.title = HOSTILE_TAG,
		.dots = dots,
		.n = n,
		.x_line = 55,
		.y_line = 50,
		.corners = {"Exposed", "Backbone", "Replaceable", "Dependable"},
		.x_name = "score",
		.y_name = "dependence",
		.intervals = true,
	};
}

static struct buffer draw(const struct quadrant_chart *chart)
{
	struct buffer out = {0};

	svg_put_quadrant(&out, chart);
	assert_well_drawn(written(&out));
	return out;
}

static void dots_lie_where_their_scores_are(void **state)
{
	(void)state;
	struct quadrant_dot dots[] = {{"a", 50, 75, 25, 75, false, false},
		{"b", 0, 0, NAN, NAN, false, false}, {"c", 100, 100, 90, 100, true, false}};
	struct quadrant_chart chart = chart_of(dots, 3);
	struct buffer out = draw(&chart);

	assert_drawn(written(&out), "<svg", "width=640 height=460");
	assert_drawn(written(&out), "<rect class=\"frame\"", "x=28 y=22 width=600 height=400");
	assert_drawn(written(&out), "<circle class=\"dot\"", "cx=328 cy=122 r=4.5");
	assert_drawn(written(&out), "<circle class=\"dot\"", "cx=28 cy=422");
	assert_drawn(written(&out), "<circle class=\"dot critical\"", "cx=628 cy=22 r=4.5");
	assert_drawn(written(&out), "<circle class=\"hole\"", "cx=628 cy=22 r=1.5");
	assert_drawn(written(&out), "<line class=\"interval\"", "x1=178 y1=122 x2=478 y2=122");
	assert_times(&out, "class=\"interval\"", 2);
	assert_times(&out, "class=\"hole\"", 1);
	buffer_free(&out);
}

static void dots_say_what_they_are(void **state)
{
	(void)state;
	struct quadrant_dot dots[] = {
		{"a<b", 50, 75, 25, 75.25, false, false}, {NULL, 0, 0, NAN, NAN, false, true}};
	struct quadrant_chart chart = chart_of(dots, 2);
	struct buffer out = draw(&chart);

	assert_times(&out, "<title>a&lt;b: score 50.0 (25.0 to 75.3), dependence 75.0</title>", 1);
	assert_times(&out, "<title>score 0.0, dependence 0.0</title>", 1);
	assert_false(dots[1].labelled);
	buffer_free(&out);
}

static void lines_part_the_frame_and_have_names(void **state)
{
	(void)state;
	const double ticks[] = {40, 56, 70.5, NAN, 101, -1, INFINITY, 100};
	struct quadrant_chart chart = chart_of(NULL, 0);
	struct buffer out;

	chart.ticks = ticks;
	chart.n_ticks = COUNT_OF(ticks);
	out = draw(&chart);
	assert_drawn(written(&out), "<line class=\"split\"", "x1=358 y1=22 x2=358 y2=422");
	assert_drawn(written(&out), "<line class=\"split\"", "x1=28 y1=222 x2=628 y2=222");
	assert_drawn(written(&out), "<line class=\"axis\"", "x1=451 y1=422 x2=451 y2=426");
	assert_times(&out, ">70.5</text>", 1);
	assert_times(&out, ">55</text>", 1);
	assert_times(&out, ">56</text>", 0); /* it would run into 55 */
	assert_times(&out, "<line class=\"axis\"", 5);
	assert_times(&out, ">↑ dependence</text>", 1);
	assert_times(&out, ">score →</text>", 1);
	assert_times(&out, "y=\"459", 0);
	buffer_free(&out);
}

static void without_dots_the_frame_is_empty(void **state)
{
	(void)state;
	struct quadrant_chart chart = chart_of(NULL, 0);
	struct buffer out;

	chart.x_line = chart.y_line = NAN;
	chart.corners[0] = NULL;
	out = draw(&chart);
	assert_times(&out, "<circle", 0);
	assert_times(&out, "class=\"split\"", 0);
	assert_times(&out, "Exposed", 0);
	assert_times(&out, ">Backbone</text>", 1);
	buffer_free(&out);
}

static void what_cannot_be_placed_is_not_drawn(void **state)
{
	(void)state;
	struct quadrant_dot dots[] = {{"a", NAN, 75, 25, 75, false, true},
		{"b", 50, INFINITY, 25, 75, false, true}, {"c", -5, 120, NAN, 75, false, true}};
	struct quadrant_chart chart = chart_of(dots, 3);
	struct buffer out = draw(&chart);

	assert_times(&out, "<circle", 1);
	assert_drawn(written(&out), "<circle", "cx=28 cy=22");
	assert_times(&out, "interval", 0);
	assert_false(dots[0].labelled || dots[1].labelled);
	buffer_free(&out);
}

static void intervals_are_drawn_when_they_shall_be(void **state)
{
	(void)state;
	struct quadrant_dot dot = {"a", 50, 75, 25, 75, false, true};
	struct quadrant_chart chart = chart_of(&dot, 1);
	struct buffer out;

	chart.intervals = false;
	out = draw(&chart);
	assert_times(&out, "interval", 0);
	assert_times(&out, "(25.0 to 75.0)", 1);
	buffer_free(&out);
}

static void the_first_dot_is_over_the_others(void **state)
{
	(void)state;
	struct quadrant_dot dots[] = {
		{"first", 50, 75, NAN, NAN, false, false}, {"last", 50, 75, NAN, NAN, true, false}};
	struct quadrant_chart chart = chart_of(dots, 2);
	struct buffer out = draw(&chart);

	assert_true(strstr(written(&out), "<title>last") < strstr(written(&out), "<title>first"));
	buffer_free(&out);
}

/* ---- counts ---- */

/* Cells are 30 × 20; the largest square has 18. */
static void counts_are_squares_in_their_cells(void **state)
{
	(void)state;
	struct quadrant_dot dots[] = {{"a", 0, 0, 0, 1, false, false},
		{"b", 4.9, 4.9, 0, 9, false, false}, {"c", 1, 1, 0, 9, true, false},
		{"d", 3, 3, 0, 9, true, false}, {"e", 100, 100, 90, 100, true, false},
		{"f", 52, 52, 40, 60, false, true}, {"g", NAN, 52, 40, 60, false, false}};
	struct quadrant_chart chart = chart_of(dots, COUNT_OF(dots));
	struct buffer out;

	chart.dense = true;
	out = draw(&chart);
	assert_drawn(written(&out), "<rect class=\"count\"", "x=34 y=403 width=18 height=18");
	assert_drawn(written(&out), "<rect class=\"count\"", "x=608.5 y=27.5 width=9 height=9");
	assert_times(&out, "<title>4 at score 0 to 5, dependence 0 to 5</title>", 1);
	assert_times(&out, "<title>1 at score 95 to 100, dependence 95 to 100</title>", 1);
	assert_times(&out, "class=\"count\"", 2);
	assert_times(&out, "<circle", 1);
	assert_times(&out, "class=\"interval\"", 1);
	assert_times(&out, ">f</text>", 1);
	buffer_free(&out);
}

/* What stands in the titles of all counts. */
static long counted(const char *svg)
{
	long sum = 0;

	while (drawn_next(&svg, "<g><title>"))
		sum += strchr("0123456789", *svg) ? strtol(svg, NULL, 10) : 0;
	return sum;
}

/* In a time in proportion to them: each is counted once, and only those with labels compared. */
static void a_hundred_thousand_are_counted(void **state)
{
	(void)state;
	enum { N = 100000, LABELS = 25 };
	struct quadrant_dot *dots = calloc(N, sizeof(*dots));
	struct quadrant_chart chart = chart_of(dots, N);
	struct random random;
	struct buffer out;

	random_seed(&random, 7, 0);
	for (size_t i = 0; i < N; i++)
		dots[i] = (struct quadrant_dot){"partner", random_between(&random, 0, 100),
			random_between(&random, 0, 100), NAN, NAN, false, i < LABELS};
	chart.dense = true;
	out = draw(&chart);
	assert_times(&out, "<circle class=\"dot\"", LABELS);
	assert_times(&out, "class=\"count\"", 400);
	assert_int_equal(counted(written(&out)), N - LABELS);
	assert_in_range(out.length, 50000, 100000);
	buffer_free(&out);
	free(dots);
}

static void all_in_one_place_are_one_square(void **state)
{
	(void)state;
	enum { N = 1000 };
	struct quadrant_dot dots[N];
	struct quadrant_chart chart = chart_of(dots, N);
	struct buffer out;

	for (size_t i = 0; i < N; i++)
		dots[i] = (struct quadrant_dot){"partner", 100, 0, 99, 100, false, false};
	chart.dense = true;
	out = draw(&chart);
	assert_drawn(written(&out), "<rect class=\"count\"", "x=604 y=403 width=18 height=18");
	assert_int_equal(counted(written(&out)), N);
	buffer_free(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(dots_lie_where_their_scores_are),
		cmocka_unit_test(dots_say_what_they_are),
		cmocka_unit_test(lines_part_the_frame_and_have_names),
		cmocka_unit_test(without_dots_the_frame_is_empty),
		cmocka_unit_test(what_cannot_be_placed_is_not_drawn),
		cmocka_unit_test(intervals_are_drawn_when_they_shall_be),
		cmocka_unit_test(the_first_dot_is_over_the_others),
		cmocka_unit_test(counts_are_squares_in_their_cells),
		cmocka_unit_test(a_hundred_thousand_are_counted),
		cmocka_unit_test(all_in_one_place_are_one_square),
	};

	return cmocka_run_group_tests_name("svg_quadrant", tests, NULL, NULL);
}
