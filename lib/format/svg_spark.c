/* Scores in time, as small as a word. */
#include <math.h>

#include "partner/svg.h"
#include "svg_scale.h"

/* Pixels. */
enum {
	WIDTH = 104,
	HEIGHT = 20,
	VALUE = 42, /* room for the last score, beside it */
	GAP = 7,    /* from the last dot to it */
};

#define END 2.5 /* radius of the last dot */
#define ONE 1.2 /* and of a score between gaps */

static double x_of(const struct spark *spark, size_t i)
{
	double right = WIDTH - END;

	return spark->n < 2 ? right : END + (double)i / (double)(spark->n - 1) * (right - END);
}

static double y_of(double score)
{
	return score_at(score, HEIGHT - END, END);
}

static bool has_score(const struct spark *spark, size_t i)
{
	return i < spark->n && isfinite(spark->scores[i]);
}

/* The place after the last score. */
static size_t scores_end(const struct spark *spark)
{
	size_t end = spark->n;

	while (end > 0 && !has_score(spark, end - 1))
		end--;
	return end;
}

static bool stands_alone(const struct spark *spark, size_t i)
{
	return has_score(spark, i) && !(i > 0 && has_score(spark, i - 1)) &&
		!has_score(spark, i + 1);
}

static void draw_lines(struct svg *svg, const struct spark *spark, size_t end)
{
	svg_begin_path(svg, "spark");
	for (size_t i = 0; i < end; i++) {
		if (!has_score(spark, i) || stands_alone(spark, i))
			continue;
		if (i > 0 && has_score(spark, i - 1))
			svg_line_to(svg, x_of(spark, i), y_of(spark->scores[i]));
		else
			svg_move_to(svg, x_of(spark, i), y_of(spark->scores[i]));
	}
	svg_end_path(svg);
}

static void draw_dots(struct svg *svg, const struct spark *spark, size_t end)
{
	for (size_t i = 0; i + 1 < end; i++)
		if (stands_alone(spark, i))
			svg_circle(svg, "tick", x_of(spark, i), y_of(spark->scores[i]), ONE);
	svg_circle(svg, "dot", x_of(spark, end - 1), y_of(spark->scores[end - 1]), END);
}

/* Beside its dot, and as a whole inside the chart. */
static void draw_value(struct svg *svg, const struct spark *spark, size_t last)
{
	double score = spark->scores[last];
	double base = fmin(fmax(y_of(score) + 4, 10), HEIGHT - 3);
	struct buffer text = {0};

	buffer_put_fixed(&text, score_at(score, 0, 100), 1);
	buffer_putc(&text, '\0');
	svg_text(svg, NULL, x_of(spark, last) + GAP, base, text.data);
	buffer_free(&text);
}

void svg_put_spark(struct buffer *out, const struct spark *spark)
{
	struct svg svg = {out};
	size_t end = scores_end(spark);

	if (end == 0)
		return;
	svg_begin(&svg, WIDTH + VALUE, HEIGHT, spark->title);
	if (isfinite(spark->line))
		svg_line(&svg, "grid", 0, y_of(spark->line), WIDTH, y_of(spark->line));
	draw_lines(&svg, spark, end);
	draw_dots(&svg, spark, end);
	draw_value(&svg, spark, end - 1);
	svg_end(&svg);
}
