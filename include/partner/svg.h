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

/** Text that begins at x; y is its base line. */
void svg_text(struct svg *svg, const char *class, double x, double y, const char *text);

/** Room that a text takes in a chart, roughly; and the text, cut where it takes more. */
double svg_text_width(const char *text);
void svg_put_cut(struct buffer *out, const char *text, double width);

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
