/* Labels of the quadrant: where each is placed, and that none meets anything. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "drafted.h"
#include "drawn.h"
#include "found.h"
#include "partner/random.h"
#include "partner/svg.h"

static struct buffer draw(struct quadrant_dot *dots, size_t n, bool intervals)
{
	const struct quadrant_chart chart = {
		.title = "Quadrant",
		.dots = dots,
		.n = n,
		.x_line = 55,
		.y_line = 50,
		.corners = {"Exposed: repair, or build a way out", "Backbone: invest",
			"Replaceable: let go", "Dependable: keep it simple"},
		.x_name = "score",
		.y_name = "dependence",
		.intervals = intervals,
	};
	struct buffer out = {0};

	svg_put_quadrant(&out, &chart);
	assert_well_drawn(written(&out));
	return out;
}

/* ---- the order of places: a dot at 328, 222, its label 40.2 wide, and what keeps it away ---- */

struct obstacle {
	double x, y; /* pixels */
};

static struct quadrant_dot dot_at(const char *label, double x, double y)
{
	return (struct quadrant_dot){
		label, (x - 28) / 6, (422 - y) / 4, NAN, NAN, false, label != NULL};
}

/* With so many of the obstacles beside it the label `middle` stands there. */
static void check_place(size_t n, double x, double y, const char *anchor)
{
	static const struct obstacle obstacles[] = {
		{350, 222}, /* right */
		{306, 222}, /* left */
		{345, 210}, /* above, but not above ending at x */
		{345, 234}, /* below, but not below ending at x */
		{295, 210}, /* above ending at x */
		{295, 234}, /* below ending at x */
	};
	struct quadrant_dot dots[7] = {dot_at("middle", 328, 222)};
	struct buffer out;
	char text[128];

	for (size_t i = 0; i < n; i++)
		dots[i + 1] = dot_at(NULL, obstacles[i].x, obstacles[i].y);
	out = draw(dots, n + 1, false);
	snprintf(text, sizeof(text), "<text x=\"%g\" y=\"%g\"%s>middle</text>", x, y, anchor);
	assert_times(&out, text, 1);
	assert_true(dots[0].labelled);
	buffer_free(&out);
}

#define MIDDLE " text-anchor=\"middle\""
#define END " text-anchor=\"end\""

static void places_are_tried_in_order(void **state)
{
	(void)state;
	check_place(0, 336, 226, "");
	check_place(1, 320, 226, END);
	check_place(2, 328, 213, MIDDLE);
	check_place(3, 328, 239, MIDDLE);
	check_place(4, 328, 213, END);
	check_place(5, 328, 239, END);
}

static void without_room_there_is_no_label(void **state)
{
	(void)state;
	struct quadrant_dot dots[] = {dot_at("middle", 328, 222), dot_at(NULL, 350, 222),
		dot_at(NULL, 306, 222), dot_at(NULL, 328, 210), dot_at(NULL, 328, 234)};
	struct buffer out = draw(dots, COUNT_OF(dots), false);

	assert_false(dots[0].labelled);
	assert_times(&out, ">middle</text>", 0);
	buffer_free(&out);
}

/* However wide the letters of a font are, it does not leave the chart. */
static void very_long_labels_are_not_placed(void **state)
{
	struct quadrant_dot dots[] = {
		dot_at("thirty-letters-find-their-room", 328, 122),
		dot_at("thirty-one-letters-are-too-many", 328, 322),
	};
	struct buffer out = draw(dots, 2, false);

	(void)state;
	assert_true(dots[0].labelled);
	assert_false(dots[1].labelled);
	buffer_free(&out);
}

static void a_label_does_not_stand_on_its_own_interval(void **state)
{
	(void)state;
	struct quadrant_dot dot = dot_at("middle", 328, 222);
	struct buffer out;

	dot.low = 40;
	dot.high = 60;
	out = draw(&dot, 1, true);
	assert_times(&out, "<text x=\"328\" y=\"213\"" MIDDLE ">middle</text>", 1);
	buffer_free(&out);
	out = draw(&dot, 1, false);
	assert_times(&out, "<text x=\"336\" y=\"226\">middle</text>", 1);
	buffer_free(&out);
}

static void corners_of_the_frame_leave_what_fits(void **state)
{
	(void)state;
	struct quadrant_dot right = dot_at("harborline", 628, 222);
	struct quadrant_dot wide = {hostile_length(), 50, 50, NAN, NAN, false, true};
	struct quadrant_dot empty = {"", 50, 50, NAN, NAN, false, true};
	struct buffer out = draw(&right, 1, false);

	assert_times(&out, "<text x=\"620\" y=\"226\"" END ">harborline</text>", 1);
	buffer_free(&out);
	out = draw(&wide, 1, false);
	assert_false(wide.labelled);
	buffer_free(&out);
	out = draw(&empty, 1, false);
	assert_false(empty.labelled);
	buffer_free(&out);
}

static void words_in_corners_are_not_run_over(void **state)
{
	(void)state;
	struct quadrant_dot dot = dot_at("acme", 34, 35);
	struct buffer out = draw(&dot, 1, false);

	assert_false(dot.labelled);
	buffer_free(&out);
	dot = dot_at("acme", 34, 50);
	out = draw(&dot, 1, false);
	assert_true(dot.labelled);
	buffer_free(&out);
}

/* Wide characters take two columns: 13.4 each, so that three end where the frame does not. */
static void wide_characters_take_two_columns(void **state)
{
	(void)state;
	struct quadrant_dot dot = dot_at("日本語", 583, 222);
	struct buffer out = draw(&dot, 1, false);

	assert_times(&out, END ">日本語</text>", 1);
	buffer_free(&out);
	dot = dot_at("日本", 583, 222);
	out = draw(&dot, 1, false);
	assert_times(&out, "<text x=\"591\" y=\"226\">日本</text>", 1);
	buffer_free(&out);
}

static void hostile_labels_are_text(void **state)
{
	(void)state;
	struct quadrant_dot dots[] = {dot_at(HOSTILE_TAG, 100, 100),
		dot_at(HOSTILE_LINES, 100, 150), dot_at(HOSTILE_ARABIC, 100, 200),
		dot_at("\"/><script>", 100, 250)};
	struct buffer out = draw(dots, COUNT_OF(dots), false);

	assert_times(&out, "&lt;script&gt;alert(1)", 2);
	assert_times(&out, ">" HOSTILE_ARABIC "</text>", 1);
	buffer_free(&out);
}

/* ---- of dots anywhere no label meets anything ---- */

enum { MOST = 500 };

/* Numbers of the chart are rounded to a tenth. */
#define ROUNDED 0.11

struct box {
	double left, top, right, bottom;
};

/* All labels and the words in the corners; those of the axes are outside of the frame. */
static size_t read_boxes(const char *svg, struct box *boxes)
{
	const char *element;
	size_t n = 0;

	while ((element = drawn_next(&svg, "<text")) != NULL) {
		double x = drawn_number(element, "x"), y = drawn_number(element, "y");
		char text[64];
		double width;

		if (y <= 22 || y > 422 || x < 28)
			continue;
		sscanf(strchr(element, '>') + 1, "%63[^<]", text);
		width = svg_text_width(text);
		if (drawn_has(element, "middle"))
			x -= width / 2;
		else if (drawn_has(element, "end"))
			x -= width;
		boxes[n++] = (struct box){x, y - 11, x + width, y + 3};
	}
	return n;
}

static void assert_apart(const struct box *a, const struct box *b)
{
	if (a->left + ROUNDED < b->right && b->left + ROUNDED < a->right &&
		a->top + ROUNDED < b->bottom && b->top + ROUNDED < a->bottom)
		fail_msg(
			"labels at %.1f,%.1f and %.1f,%.1f meet", a->left, a->top, b->left, b->top);
}

static void assert_in_frame(const struct box *box)
{
	if (box->left < 28 - ROUNDED || box->right > 628 + ROUNDED || box->top < 22 - ROUNDED ||
		box->bottom > 422 + ROUNDED)
		fail_msg("a label at %.1f,%.1f leaves the frame", box->left, box->top);
}

static void assert_off_dots(const char *svg, const struct box *box)
{
	const char *dot;

	while ((dot = drawn_next(&svg, "<circle class=\"dot")) != NULL) {
		double x = drawn_number(dot, "cx"), y = drawn_number(dot, "cy");
		double beside = fmax(fmax(box->left - x, x - box->right), 0);
		double above = fmax(fmax(box->top - y, y - box->bottom), 0);

		if (hypot(beside, above) < 4.5 - 2 * ROUNDED)
			fail_msg("a label at %.1f,%.1f meets the dot at %.1f,%.1f", box->left,
				box->top, x, y);
	}
}

static void assert_off_intervals(const char *svg, const struct box *box)
{
	const char *line;

	while ((line = drawn_next(&svg, "<line class=\"interval\"")) != NULL) {
		double y = drawn_number(line, "y1");

		if (y > box->top && y < box->bottom &&
			drawn_number(line, "x1") + ROUNDED < box->right &&
			drawn_number(line, "x2") - ROUNDED > box->left)
			fail_msg("a label at %.1f,%.1f meets the interval at %.1f", box->left,
				box->top, y);
	}
}

static void assert_nothing_meets(const char *svg, size_t labels)
{
	static struct box boxes[MOST + 4];
	size_t n = read_boxes(svg, boxes);

	assert_int_equal(n, labels + 4);
	for (size_t i = 0; i < n; i++) {
		for (size_t j = 0; j < i; j++)
			assert_apart(&boxes[i], &boxes[j]);
		assert_in_frame(&boxes[i]);
		if (i >= 4) { /* dots may lie on the words in the corners */
			assert_off_dots(svg, &boxes[i]);
			assert_off_intervals(svg, &boxes[i]);
		}
	}
}

/* Dots anywhere, some at the edges, some in one place; labels of 1 to 15 letters. */
static void scatter(struct quadrant_dot *dots, size_t n, struct random *random)
{
	static const char letters[] = "abcdefghijklmno";

	for (size_t i = 0; i < n; i++) {
		double x = random_between(random, -5, 105), y = random_between(random, -5, 105);

		if (i % 11 == 10) {
			x = dots[i - 1].x;
			y = dots[i - 1].y;
		}
		dots[i] = (struct quadrant_dot){letters + random_bits(random) % 15, x, y,
			x - random_between(random, 0, 20), x + random_between(random, 0, 20),
			i % 7 == 0, i % 3 != 2};
	}
}

static size_t count_labels(const struct quadrant_dot *dots, size_t n)
{
	size_t labels = 0;

	for (size_t i = 0; i < n; i++)
		labels += dots[i].labelled;
	return labels;
}

static void no_label_meets_anything(void **state)
{
	(void)state;
	static const size_t counts[] = {1, 2, 5, 10, 25, 50, 200, MOST};
	static struct quadrant_dot dots[MOST];
	size_t placed = 0;
	struct random random;

	random_seed(&random, 1, 0);
	for (size_t i = 0; i < 10 * COUNT_OF(counts); i++) {
		size_t n = counts[i % COUNT_OF(counts)];
		struct buffer out;

		scatter(dots, n, &random);
		out = draw(dots, n, i % 2 == 0);
		assert_nothing_meets(written(&out), count_labels(dots, n));
		placed += count_labels(dots, n);
		buffer_free(&out);
	}
	assert_in_range(placed, 1000, 80 * MOST);
}

static void what_is_drawn_is_the_same_each_time(void **state)
{
	(void)state;
	static struct quadrant_dot dots[2][100];
	struct random random;
	struct buffer first, second;

	random_seed(&random, 2, 0);
	scatter(dots[0], 100, &random);
	memcpy(dots[1], dots[0], sizeof(dots[0]));
	first = draw(dots[0], 100, true);
	second = draw(dots[1], 100, true);
	assert_string_equal(written(&first), written(&second));
	assert_memory_equal(dots[0], dots[1], sizeof(dots[0]));
	buffer_free(&first);
	buffer_free(&second);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(places_are_tried_in_order),
		cmocka_unit_test(without_room_there_is_no_label),
		cmocka_unit_test(very_long_labels_are_not_placed),
		cmocka_unit_test(a_label_does_not_stand_on_its_own_interval),
		cmocka_unit_test(corners_of_the_frame_leave_what_fits),
		cmocka_unit_test(words_in_corners_are_not_run_over),
		cmocka_unit_test(wide_characters_take_two_columns),
		cmocka_unit_test(hostile_labels_are_text),
		cmocka_unit_test(no_label_meets_anything),
		cmocka_unit_test(what_is_drawn_is_the_same_each_time),
	};

	return cmocka_run_group_tests_name("svg_labels", tests, NULL, NULL);
}
