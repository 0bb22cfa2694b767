/* A score and its interval against the grades. */
#include <math.h>

#include "partner/svg.h"
#include "svg_scale.h"

/* Pixels. */
enum {
	WIDTH = 252,
	HEIGHT = 16, /* of the tick, and of all */
	TICK = 3,
	BAND = 10,
	INTERVAL = 4,
	GAP = 2,
};

static double x_of(double score)
{
	return score_at(score, 0, WIDTH);
}

/* The lowest edge beyond the gap around `from`; the end of the bar when there is none. */
static double next_edge(const struct bullet *bullet, double from)
{
	double next = WIDTH;

	for (size_t i = 0; i < bullet->n_edges; i++) {
		double x = isfinite(bullet->edges[i]) ? x_of(bullet->edges[i]) : 0;

		if (x > from + GAP && x < next)
			next = x;
	}
	return next;
}

/* Half of a gap goes to each of the bands beside it. */
static void draw_bands(struct svg *svg, const struct bullet *bullet)
{
	double from = 0, to;

	while (from < WIDTH) {
		double begin = from > 0 ? from + GAP / 2.0 : 0, end;

		to = next_edge(bullet, from);
		end = to < WIDTH ? to - GAP / 2.0 : WIDTH;
		if (end > begin)
			svg_rect(svg, "band", begin, (HEIGHT - BAND) / 2.0, end - begin, BAND);
		from = to;
	}
}

static void draw_interval(struct svg *svg, double low, double high)
{
	if (isfinite(low) && isfinite(high) && low <= high)
		svg_rect(svg, "bar", x_of(low), (HEIGHT - INTERVAL) / 2.0, x_of(high) - x_of(low),
			INTERVAL);
}

static void draw_score(struct svg *svg, double score)
{
	if (isfinite(score))
		svg_rect(svg, "tick", fmin(fmax(x_of(score) - TICK / 2.0, 0), WIDTH - TICK), 0,
			TICK, HEIGHT);
}

void svg_put_bullet(struct buffer *out, const struct bullet *bullet)
{
	struct svg svg = {out};

	svg_begin(&svg, WIDTH, HEIGHT, bullet->title);
	draw_bands(&svg, bullet);
	draw_interval(&svg, bullet->low, bullet->high);
	draw_score(&svg, bullet->score);
	svg_end(&svg);
}
