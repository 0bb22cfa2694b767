/* How scores are distributed. */
#include <math.h>

#include "partner/svg.h"
#include "svg_scale.h"

/* Pixels. */
enum {
	WIDTH = 640,
	HEIGHT = 152,
	LEFT = 12,
	RIGHT = 628,
	TOP = 18, /* of the highest column: above it stands its number */
	BASE = 130,
	NAMES = 24, /* least gap between names of the axis */
	GAP = 2,    /* between columns that are wide enough */
	LEAST = 2,  /* height of a column that is not 0 */
};

struct drawing {
	struct svg svg;
	const struct bars *bars;
	int64_t most;
	double width; /* of a bin */
};

static int64_t count_most(const struct bars *bars)
{
	int64_t most = 0;

	for (size_t i = 0; i < bars->n; i++)
		if (bars->counts[i] > most)
			most = bars->counts[i];
	return most;
}

/* `65 to 70: 12`. */
static void put_bar_title(struct buffer *title, const struct bars *bars, size_t i)
{
	double step = 100 / (double)bars->n;

	score_put(title, (double)i * step);
	buffer_puts(title, " to ");
	score_put(title, (double)(i + 1) * step);
	buffer_puts(title, ": ");
	buffer_put_whole(title, bars->counts[i]);
	buffer_putc(title, '\0');
}

/* Between digits and the next ones some room is left. */
static void draw_number(struct drawing *drawing, size_t i, double top)
{
	struct buffer number = {0};

	buffer_put_whole(&number, drawing->bars->counts[i]);
	buffer_putc(&number, '\0');
	if (svg_text_width(number.data) + 4 <= drawing->width)
		svg_text_at(&drawing->svg, "minor", SVG_MIDDLE,
			LEFT + ((double)i + 0.5) * drawing->width, top - 5, number.data);
	buffer_free(&number);
}

static void draw_bar(struct drawing *drawing, size_t i)
{
	double share = (double)drawing->bars->counts[i] / (double)drawing->most;
	double height = fmax(share * (BASE - TOP), LEAST);
	double gap = drawing->width > 3 * GAP ? GAP : 0;
	struct buffer title = {0};

	put_bar_title(&title, drawing->bars, i);
	svg_begin_group(&drawing->svg, title.data);
	svg_rect(&drawing->svg, "bar", LEFT + (double)i * drawing->width + gap / 2, BASE - height,
		drawing->width - gap, height);
	draw_number(drawing, i, BASE - height);
	svg_end_group(&drawing->svg);
	buffer_free(&title);
}

static void draw_axis(struct drawing *drawing)
{
	struct score_axis axis = {
		.svg = &drawing->svg, .left = LEFT, .right = RIGHT, .y = BASE, .gap = NAMES};

	svg_line(&drawing->svg, "axis", LEFT, BASE, RIGHT, BASE);
	score_axis_name(&axis, 0);
	score_axis_name(&axis, 100);
	score_axis_name(&axis, drawing->bars->line);
	for (int score = 20; score < 100; score += 20)
		score_axis_name(&axis, score);
}

void svg_put_bars(struct buffer *out, const struct bars *bars)
{
	struct drawing drawing = {.svg = {out}, .bars = bars, .most = count_most(bars)};

	if (bars->n == 0)
		return;
	drawing.width = (RIGHT - LEFT) / (double)bars->n;
	svg_begin(&drawing.svg, WIDTH, HEIGHT, bars->title);
	if (isfinite(bars->line)) {
		double x = score_at(bars->line, LEFT, RIGHT);

		svg_line(&drawing.svg, "split", x, 0, x, BASE);
	}
	for (size_t i = 0; i < bars->n; i++)
		if (bars->counts[i] > 0)
			draw_bar(&drawing, i);
	draw_axis(&drawing);
	svg_end(&drawing.svg);
}
