/* Dots in a square of two scores, parted by two lines. */
#include <math.h>

#include "partner/arena.h"
#include "partner/svg.h"
#include "svg_labels.h"
#include "svg_scale.h"

/* Pixels. */
enum {
	WIDTH = 640,
	HEIGHT = 460,
	LEFT = 28,
	RIGHT = 628,
	TOP = 22,
	BOTTOM = 422,
	MARGIN = 6, /* from the frame to the words in its corners */
	GRID = 20,  /* counts each way */
	MOST = 18,  /* side of the square of the largest: its cell has 20 */
	LEAST = 3,  /* and of a small one */
};

/* A chart being drawn: `dots` are those that have a place of their own, `from` where they are in
 * the chart. */
struct drawing {
	struct svg svg;
	const struct quadrant_chart *chart;
	struct arena arena;
	struct label_dot *dots;
	size_t *from;
	size_t n;
	struct labels labels;
	int64_t counts[GRID][GRID]; /* from the left, from below */
	int64_t most;
};

static double x_of(double score)
{
	return score_at(score, LEFT, RIGHT);
}

static double y_of(double score)
{
	return score_at(score, BOTTOM, TOP);
}

/* ---- which dots are drawn ---- */

static bool is_counted(const struct quadrant_chart *chart, const struct quadrant_dot *dot)
{
	return chart->dense && !dot->labelled;
}

static void count_dot(struct drawing *drawing, const struct quadrant_dot *dot)
{
	size_t x = (size_t)fmin(score_at(dot->x, 0, GRID), GRID - 1);
	size_t y = (size_t)fmin(score_at(dot->y, 0, GRID), GRID - 1);

	if (++drawing->counts[x][y] > drawing->most)
		drawing->most = drawing->counts[x][y];
}

static bool has_interval(const struct quadrant_chart *chart, const struct quadrant_dot *dot)
{
	return chart->intervals && isfinite(dot->low) && isfinite(dot->high) &&
		dot->low <= dot->high;
}

static struct label_dot place_dot(
	const struct quadrant_chart *chart, const struct quadrant_dot *dot)
{
	bool interval = has_interval(chart, dot);

	return (struct label_dot){
		.x = x_of(dot->x),
		.y = y_of(dot->y),
		.low = interval ? x_of(dot->low) : NAN,
		.high = interval ? x_of(dot->high) : NAN,
	};
}

static void place_dots(struct drawing *drawing)
{
	const struct quadrant_chart *chart = drawing->chart;

	drawing->dots = arena_array(&drawing->arena, chart->n, sizeof(*drawing->dots));
	drawing->from = arena_array(&drawing->arena, chart->n, sizeof(*drawing->from));
	for (size_t i = 0; i < chart->n; i++) {
		const struct quadrant_dot *dot = &chart->dots[i];

		if (!isfinite(dot->x) || !isfinite(dot->y))
			continue;
		if (is_counted(chart, dot)) {
			count_dot(drawing, dot);
			continue;
		}
		drawing->from[drawing->n] = i;
		drawing->dots[drawing->n++] = place_dot(chart, dot);
	}
}

/* ---- the ground: frame, lines, words ---- */

static void draw_lines(struct drawing *drawing)
{
	const struct quadrant_chart *chart = drawing->chart;
	struct svg *svg = &drawing->svg;

	svg_rect(svg, "frame", LEFT, TOP, RIGHT - LEFT, BOTTOM - TOP);
	if (isfinite(chart->x_line))
		svg_line(svg, "split", x_of(chart->x_line), TOP, x_of(chart->x_line), BOTTOM);
	if (isfinite(chart->y_line))
		svg_line(svg, "split", LEFT, y_of(chart->y_line), RIGHT, y_of(chart->y_line));
}

static void draw_x_axis(struct drawing *drawing)
{
	const struct quadrant_chart *chart = drawing->chart;
	struct score_axis axis = {
		.svg = &drawing->svg, .left = LEFT, .right = RIGHT, .y = BOTTOM, .gap = 6};
	struct buffer name = {0};

	score_axis_name(&axis, 0);
	score_axis_name(&axis, 100);
	score_axis_name(&axis, chart->x_line);
	for (size_t i = 0; i < chart->n_ticks; i++)
		score_axis_name(&axis, chart->ticks[i]);
	buffer_printf(&name, "%s →", chart->x_name);
	buffer_putc(&name, '\0');
	svg_text_at(&drawing->svg, "minor", SVG_END, RIGHT, BOTTOM + 34, name.data);
	buffer_free(&name);
}

static void draw_y_axis(struct drawing *drawing)
{
	const double scores[] = {0, 100, drawing->chart->y_line};
	struct buffer name = {0};

	for (size_t i = 0; i < 3; i++) {
		bool ends = i < 2;

		if (!ends && !(scores[i] >= 4 && scores[i] <= 96))
			continue;
		buffer_clear(&name);
		score_put(&name, scores[i]);
		buffer_putc(&name, '\0');
		svg_text_at(
			&drawing->svg, "minor", SVG_END, LEFT - 5, y_of(scores[i]) + 4, name.data);
	}
	buffer_clear(&name);
	buffer_printf(&name, "↑ %s", drawing->chart->y_name);
	buffer_putc(&name, '\0');
	svg_text(&drawing->svg, "minor", LEFT, TOP - 8, name.data);
	buffer_free(&name);
}

/* They are there before all labels, which do not meet them. */
static void draw_corner(struct drawing *drawing, size_t i)
{
	const char *word = drawing->chart->corners[i];
	bool right = i % 2 == 1, low = i >= 2;
	struct label label = {.anchor = right ? SVG_END : SVG_START};

	if (!word)
		return;
	label.box.left = right ? RIGHT - MARGIN - svg_text_width(word) : LEFT + MARGIN;
	label.box.right = label.box.left + svg_text_width(word);
	label.box.top = low ? BOTTOM - MARGIN - LABEL_HEIGHT : TOP + MARGIN;
	label.box.bottom = label.box.top + LABEL_HEIGHT;
	labels_take(&drawing->labels, label.box);
	label_draw(&drawing->svg, "minor", &label, word);
}

/* ---- counts ---- */

static void put_range(struct buffer *out, const char *name, size_t cell)
{
	double step = 100.0 / GRID;

	buffer_printf(out, "%s ", name);
	score_put(out, (double)cell * step);
	buffer_puts(out, " to ");
	score_put(out, (double)(cell + 1) * step);
}

/* `12 at score 65 to 70, dependence 0 to 5`. */
static void put_count_title(struct buffer *title, const struct drawing *drawing, size_t x, size_t y)
{
	buffer_put_whole(title, drawing->counts[x][y]);
	buffer_puts(title, " at ");
	put_range(title, drawing->chart->x_name, x);
	buffer_puts(title, ", ");
	put_range(title, drawing->chart->y_name, y);
	buffer_putc(title, '\0');
}

/* A square in the middle of its cell, its area in proportion to the count. */
static void draw_count(struct drawing *drawing, size_t x, size_t y)
{
	double share = (double)drawing->counts[x][y] / (double)drawing->most;
	double side = fmax(MOST * sqrt(share), LEAST);
	double middle_x = x_of(((double)x + 0.5) * 100 / GRID);
	double middle_y = y_of(((double)y + 0.5) * 100 / GRID);
	struct buffer title = {0};

	put_count_title(&title, drawing, x, y);
	svg_begin_group(&drawing->svg, title.data);
	svg_rect(&drawing->svg, "count", middle_x - side / 2, middle_y - side / 2, side, side);
	svg_end_group(&drawing->svg);
	buffer_free(&title);
}

static void draw_counts(struct drawing *drawing)
{
	for (size_t x = 0; x < GRID; x++)
		for (size_t y = 0; y < GRID; y++)
			if (drawing->counts[x][y])
				draw_count(drawing, x, y);
}

/* ---- dots and their labels ---- */

static void put_score(struct buffer *title, const char *before, double score)
{
	buffer_puts(title, before);
	buffer_put_fixed(title, score_at(score, 0, 100), 1);
}

/* `acme: score 72.4 (65.0 to 78.1), dependence 40.0`. */
static void put_dot_title(
	struct buffer *title, const struct quadrant_chart *chart, const struct quadrant_dot *dot)
{
	if (dot->label)
		buffer_printf(title, "%s: ", dot->label);
	buffer_puts(title, chart->x_name);
	put_score(title, " ", dot->x);
	if (isfinite(dot->low) && isfinite(dot->high)) {
		put_score(title, " (", dot->low);
		put_score(title, " to ", dot->high);
		buffer_putc(title, ')');
	}
	buffer_printf(title, ", %s", chart->y_name);
	put_score(title, " ", dot->y);
	buffer_putc(title, '\0');
}

/* What is critical has a hole, for those who do not see its colour. */
static void draw_dot(struct drawing *drawing, size_t i)
{
	const struct quadrant_dot *dot = &drawing->chart->dots[drawing->from[i]];
	const struct label_dot *at = &drawing->dots[i];
	struct buffer title = {0};

	put_dot_title(&title, drawing->chart, dot);
	svg_begin_group(&drawing->svg, title.data);
	svg_circle(&drawing->svg, dot->critical ? "dot critical" : "dot", at->x, at->y, DOT_RADIUS);
	if (dot->critical)
		svg_circle(&drawing->svg, "hole", at->x, at->y, DOT_RADIUS / 3);
	svg_end_group(&drawing->svg);
	buffer_free(&title);
}

/* The first over the others. */
static void draw_dots(struct drawing *drawing)
{
	for (size_t i = 0; i < drawing->n; i++) {
		const struct label_dot *dot = &drawing->dots[i];

		if (!isnan(dot->low))
			svg_line(&drawing->svg, "interval", dot->low, dot->y, dot->high, dot->y);
	}
	for (size_t i = drawing->n; i-- > 0;)
		draw_dot(drawing, i);
}

static void draw_label(struct drawing *drawing, size_t i)
{
	struct quadrant_dot *dot = &drawing->chart->dots[drawing->from[i]];
	struct label label;

	dot->labelled = dot->labelled && dot->label && *dot->label &&
		labels_place(&drawing->labels, &drawing->dots[i], dot->label, &label);
	if (dot->labelled)
		label_draw(&drawing->svg, NULL, &label, dot->label);
}

static void draw_labels(struct drawing *drawing)
{
	const struct quadrant_chart *chart = drawing->chart;

	for (size_t i = 0; i < chart->n; i++)
		if (!isfinite(chart->dots[i].x) || !isfinite(chart->dots[i].y))
			chart->dots[i].labelled = false;
	for (size_t i = 0; i < drawing->n; i++)
		draw_label(drawing, i);
}

void svg_put_quadrant(struct buffer *out, const struct quadrant_chart *chart)
{
	struct drawing drawing = {.svg = {out}, .chart = chart};

	place_dots(&drawing);
	drawing.labels = (struct labels){
		.frame = {LEFT, TOP, RIGHT, BOTTOM},
		.dots = drawing.dots,
		.n_dots = drawing.n,
		.boxes = arena_array(&drawing.arena, drawing.n + 4, sizeof(struct box)),
	};
	svg_begin(&drawing.svg, WIDTH, HEIGHT, chart->title);
	draw_counts(&drawing);
	draw_lines(&drawing);
	draw_x_axis(&drawing);
	draw_y_axis(&drawing);
	for (size_t i = 0; i < 4; i++)
		draw_corner(&drawing, i);
	draw_dots(&drawing);
	draw_labels(&drawing);
	svg_end(&drawing.svg);
	arena_free(&drawing.arena);
}
