/**
 * Charts as SVG inside a page of HTML. A chart is an image to those who hear the page
 * (role="img") and has a title; the figures stand in a table beside it. Colours come from the
 * page (html.h) by classes, so that light, dark and paper need no other chart.
 */
#ifndef PARTNER_SVG_H
#define PARTNER_SVG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "partner/buffer.h"

/** A chart in the making; all measures are in pixels. */
struct svg {
	struct buffer *out;
};

/** Opens a chart of that size. The title is untrusted text, as is all text below. */
void svg_begin(struct svg *svg, double width, double height, const char *title);
void svg_end(struct svg *svg);

/** Opens a group with a title of its own, which shows under the pointer; and closes it. */
void svg_begin_group(struct svg *svg, const char *title);
void svg_end_group(struct svg *svg);

/** Opens a part of the chart, with its own origin, beyond which nothing is drawn; closes it. */
void svg_begin_frame(struct svg *svg, double x, double y, double width, double height);
void svg_end_frame(struct svg *svg);

/** Shapes. `class` is one of the page's classes, or several with blanks between them. */
void svg_line(struct svg *svg, const char *class, double x1, double y1, double x2, double y2);
void svg_rect(struct svg *svg, const char *class, double x, double y, double width, double height);
void svg_diamond(struct svg *svg, const char *class, double x, double y, double radius);
void svg_circle(struct svg *svg, const char *class, double x, double y, double radius);

/** A path of straight lines: begin, move, draw to …, end. */
void svg_begin_path(struct svg *svg, const char *class);
void svg_move_to(struct svg *svg, double x, double y);
void svg_line_to(struct svg *svg, double x, double y);
void svg_end_path(struct svg *svg);

/** What of a text stands at x. */
enum svg_anchor { SVG_START, SVG_MIDDLE, SVG_END };

/** Text that begins at x; y is its base line. Text that has another part of it at x. */
void svg_text(struct svg *svg, const char *class, double x, double y, const char *text);
void svg_text_at(struct svg *svg, const char *class, enum svg_anchor anchor, double x, double y,
	const char *text);

/** Room that a text takes in a chart, roughly; and the text, cut where it takes more. */
double svg_text_width(const char *text);
void svg_put_cut(struct buffer *out, const char *text, double width);

/* ---- scores from 0 to 100; what lies beyond is drawn at the end, infinite is NaN ---- */

/**
 * A line through scores in time, 104 × 20, with its last score beside it: a gap where there is
 * none (NaN), a small dot where one stands alone, a hairline at `line` (NaN: none), a dot at the
 * last one. Nothing is appended when there is no score at all.
 */
struct spark {
	const char *title;
	const double *scores;
	size_t n;
	double line;
};
void svg_put_spark(struct buffer *out, const struct spark *spark);

/**
 * A bar 252 × 10 from 0 to 100 with gaps of 2 at the edges of the grades, the interval over it,
 * and a tick at the score, moved inwards where it would not be whole. Without a score there is
 * no tick, without edges one band.
 */
struct bullet {
	const char *title;
	double score, low, high; /**< NaN: none */
	const double *edges;     /**< least scores of the grades, any order; 0 is none */
	size_t n_edges;
};
void svg_put_bullet(struct buffer *out, const struct bullet *bullet);

/**
 * Columns of counts over equal bins of 0 to 100, 640 × 152, each with its number where there is
 * room. Nothing is appended without bins; bins of 0 leave the axis alone.
 */
struct bars {
	const char *title;
	const int64_t *counts; /**< below 0 counts as 0 */
	size_t n;
	double line; /**< a hairline at this score; NaN: none */
};
void svg_put_bars(struct buffer *out, const struct bars *bars);

/* ---- quadrant ---- */

struct quadrant_dot {
	const char *label; /**< NULL: it has none */
	double x, y;       /**< 0 to 100; NaN: the dot is not drawn */
	double low, high;  /**< of x; NaN: none */
	bool critical;
	bool labelled; /**< in: it shall have a label; out: it has one */
};

/** 640 × 460 with two lines that part it, and a word in each corner. */
struct quadrant_chart {
	const char *title;
	struct quadrant_dot *dots; /**< in the order in which labels are placed */
	size_t n;
	double x_line, y_line;  /**< NaN: none */
	const char *corners[4]; /**< upper left, upper right, lower left, lower right; NULL: none */
	const char *x_name, *y_name;
	const double *ticks; /**< of x besides 0, x_line, 100; those without room are left out */
	size_t n_ticks;
	bool intervals; /**< are drawn */
	bool dense;     /**< dots that shall have no label become counts on a grid of 20 × 20 */
};

/**
 * Labels stand where they meet no other label, no word in a corner, no dot, no interval; tried in
 * this order: right, left, above, below, above ending at x, below ending at x. Which were placed
 * is left in the dots. Counts are squares, their area in proportion to the largest one; labels
 * may stand on them. Without dots the empty frame is drawn.
 *
 * Time grows with n, and with the labels asked for times the dots that are drawn.
 */
void svg_put_quadrant(struct buffer *out, const struct quadrant_chart *chart);

/* ---- time line ---- */

struct timeline_row {
	const char *label, *aside; /**< left and right of it; aside may be NULL */
	int32_t opens, due, end;   /**< DATE_NONE: none */
	bool urgent;               /**< the diamond of `due` is critical, and larger */
	bool missed;               /**< a hollow diamond at the first day, in place of `due` */
};

/**
 * Rows of 30 pixels over a grid of months: a tick at `opens`, dots from there to a diamond at
 * `due`, a line from `due` (else from the first day) to a bar at `end`. Days that it does not
 * cover are not marked; lines end where it does. Nothing is appended without rows or days.
 */
struct timeline {
	const char *title;
	const struct timeline_row *rows;
	size_t n;
	int32_t first, last; /**< the days it covers, both counted */
};
void svg_put_timeline(struct buffer *out, const struct timeline *timeline);

/* ---- Gantt ---- */

struct gantt_row {
	const char *label;
	int32_t start, end; /**< both counted; DATE_NONE in start: only the label is shown */
	bool critical;
	bool done;
	bool point; /**< in time: of the start alone */
};

/** A day worth a line down the chart. */
struct gantt_day {
	const char *label;
	int32_t day; /**< DATE_NONE: it is left out */
};

/** Most days that a chart can name. */
#define GANTT_DAYS 8

struct gantt {
	const char *title;
	const struct gantt_row *rows;
	size_t n;
	const struct gantt_day *days;
	size_t n_days; /**< up to GANTT_DAYS */
};

/**
 * Appends the chart: a row each, from the first day that anything of it has to the last. What
 * is critical is thick, what is not is thin, what is done is hollow and ticked. Nothing is
 * appended when there is no day at all.
 */
void svg_put_gantt(struct buffer *out, const struct gantt *gantt);

#endif
