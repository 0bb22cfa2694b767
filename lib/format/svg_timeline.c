/* Days of many in the next months: when they open, are due, and end. */
#include <math.h>

#include "partner/date.h"
#include "partner/svg.h"
#include "svg_scale.h"

/* Pixels. */
enum {
	WIDTH = 1040,
	LABELS = 204, /* most room for the labels of rows */
	ASIDE = 168,  /* and for what stands right of them */
	SPILL = 10,   /* fonts of the reader may be wider */
	GAP = 16,     /* between these and the days */
	ROW = 30,
	AXIS = 24,  /* height of the months */
	NAMES = 66, /* least distance of the names of months */
	LINES = 12, /* and of their lines: those with names are among them */
	LONG = 15,  /* with more rows the months stand below as well */
	DUE = 5,    /* radius of a diamond */
	URGENT = 7,
};

/* A chart being drawn. */
struct drawing {
	struct svg svg;
	const struct timeline *timeline;
	struct day_scale days;
	double bottom; /* of the rows */
};

/* ---- months ---- */

static void put_month(struct buffer *out, int32_t day)
{
	static const char names[][4] = {
		"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
	struct civil civil = civil_of_date(day);

	buffer_printf(out, "%s %d", names[civil.month - 1], civil.year);
	buffer_putc(out, '\0');
}

/* Its line is drawn already: it goes on beside the name, when there is room for one. */
static void name_month(struct drawing *drawing, int32_t day)
{
	double x = day_begin(&drawing->days, day);
	struct buffer name = {0};

	put_month(&name, day);
	if (x + 4 + svg_text_width(name.data) <= drawing->days.right + GAP) {
		svg_line(&drawing->svg, "grid", x, 4, x, AXIS);
		svg_text(&drawing->svg, "minor", x + 4, 14, name.data);
		if (drawing->timeline->n > LONG)
			svg_text(&drawing->svg, "minor", x + 4, drawing->bottom + 15, name.data);
	}
	buffer_free(&name);
}

/* The first month that begins in the chart, of those so many apart; of any two the first. */
static int32_t first_month(const struct day_scale *days, int step)
{
	int apart = step == 2 ? 1 : step;
	int32_t day = day_first_month(days, apart);

	return day < days->first ? day_next_month(day, apart) : day;
}

static void draw_months(struct drawing *drawing)
{
	const struct day_scale *days = &drawing->days;
	int lines = day_months_apart(days, LINES), names = day_months_apart(days, NAMES);
	int32_t day;

	for (day = first_month(days, lines); day != DATE_NONE && day <= days->last;
		day = day_next_month(day, lines))
		svg_line(&drawing->svg, "grid", day_begin(days, day), AXIS, day_begin(days, day),
			drawing->bottom);
	for (day = first_month(days, names); day != DATE_NONE && day <= days->last;
		day = day_next_month(day, names))
		name_month(drawing, day);
	svg_line(&drawing->svg, "axis", days->left, AXIS, days->left, drawing->bottom);
}

/* ---- rows ---- */

static bool is_shown(const struct drawing *drawing, int32_t day)
{
	return day != DATE_NONE && day >= drawing->days.first && day <= drawing->days.last;
}

static void put_day(struct buffer *title, const char *name, int32_t day)
{
	if (day == DATE_NONE)
		return;
	buffer_printf(title, "%s ", name);
	date_put(title, day);
}

/* `Acme: opens 2026-09-01, due 2026-12-01, missed, ends 2026-12-31; 120 k EUR`. */
static void put_row_title(struct buffer *title, const struct timeline_row *row)
{
	buffer_puts(title, row->label);
	put_day(title, ", opens", row->opens);
	put_day(title, ", due", row->due);
	if (row->missed)
		buffer_puts(title, ", missed");
	put_day(title, ", ends", row->end);
	if (row->aside)
		buffer_printf(title, "; %s", row->aside);
	buffer_putc(title, '\0');
}

/* Right of the days up to its end, or as far as the chart goes. */
static void draw_span(
	struct drawing *drawing, const struct timeline_row *row, double from, double y)
{
	const struct day_scale *days = &drawing->days;

	if (row->end == DATE_NONE || row->end < days->first)
		return;
	if (row->end > days->last) {
		svg_line(&drawing->svg, "interval", from, y, days->right, y);
		return;
	}
	svg_line(&drawing->svg, "interval", from, y, day_noon(days, row->end), y);
	svg_rect(&drawing->svg, "tick", day_noon(days, row->end) - 1.5, y - 8, 3, 16);
}

/* The days in which it may be done: dots, so that they are not taken for what follows. */
static void draw_window(struct drawing *drawing, const struct timeline_row *row, double y)
{
	const struct day_scale *days = &drawing->days;
	double from = days->left;

	if (is_shown(drawing, row->opens)) {
		from = day_noon(days, row->opens);
		svg_line(&drawing->svg, "axis", from, y - 5, from, y + 5);
	}
	if (!row->missed && row->opens != DATE_NONE && is_shown(drawing, row->due) &&
		row->opens < row->due)
		svg_line(&drawing->svg, "split", from, y, day_noon(days, row->due), y);
}

static void draw_marks(struct drawing *drawing, const struct timeline_row *row, double y)
{
	const struct day_scale *days = &drawing->days;
	bool due = !row->missed && is_shown(drawing, row->due);
	double x = due ? day_noon(days, row->due) : day_begin(days, days->first);

	draw_window(drawing, row, y);
	if (row->missed || row->due == DATE_NONE || row->due <= days->last)
		draw_span(drawing, row, x, y);
	if (row->missed)
		svg_diamond(&drawing->svg, "hollow", x, y, DUE);
	else if (due)
		svg_diamond(&drawing->svg, row->urgent ? "critical" : "bar", x, y,
			row->urgent ? URGENT : DUE);
}

/* In a frame of its own: how wide a text comes out is up to the fonts of the reader. */
static void draw_label(struct drawing *drawing, const char *label, double top)
{
	struct buffer text = {0};

	svg_put_cut(&text, label, LABELS);
	buffer_putc(&text, '\0');
	svg_begin_frame(&drawing->svg, 0, top, drawing->days.left - GAP + SPILL, ROW);
	svg_text(&drawing->svg, NULL, 0, ROW / 2.0 + 4, text.data);
	svg_end_frame(&drawing->svg);
	buffer_free(&text);
}

static void draw_aside(struct drawing *drawing, const char *aside, double top)
{
	struct buffer text = {0};

	svg_put_cut(&text, aside, ASIDE);
	buffer_putc(&text, '\0');
	svg_text_at(&drawing->svg, "minor", SVG_END, WIDTH, top + ROW / 2.0 + 4, text.data);
	buffer_free(&text);
}

static void draw_row(struct drawing *drawing, size_t i)
{
	const struct timeline_row *row = &drawing->timeline->rows[i];
	double top = AXIS + (double)i * ROW;
	struct buffer title = {0};

	put_row_title(&title, row);
	svg_begin_group(&drawing->svg, title.data);
	svg_line(&drawing->svg, "grid", 0, top + ROW, WIDTH, top + ROW);
	draw_label(drawing, row->label, top);
	draw_marks(drawing, row, top + ROW / 2.0);
	if (row->aside)
		draw_aside(drawing, row->aside, top);
	svg_end_group(&drawing->svg);
	buffer_free(&title);
}

/* ---- all of it ---- */

static double wider(double width, const char *text, double most)
{
	return fmin(fmax(width, svg_text_width(text)), most);
}

/* The days take what the texts beside them leave. */
static void measure_texts(struct drawing *drawing)
{
	const struct timeline *timeline = drawing->timeline;
	double label = 0, aside = 0;

	for (size_t i = 0; i < timeline->n; i++) {
		label = wider(label, timeline->rows[i].label, LABELS);
		if (timeline->rows[i].aside)
			aside = wider(aside, timeline->rows[i].aside, ASIDE);
	}
	drawing->days.left = label + GAP;
	drawing->days.right = WIDTH - aside - GAP;
}

void svg_put_timeline(struct buffer *out, const struct timeline *timeline)
{
	struct drawing drawing = {
		.svg = {out},
		.timeline = timeline,
		.days = {.first = timeline->first, .last = timeline->last},
		.bottom = AXIS + (double)timeline->n * ROW,
	};

	if (timeline->n == 0 || timeline->first == DATE_NONE || timeline->last < timeline->first)
		return;
	measure_texts(&drawing);
	svg_begin(&drawing.svg, WIDTH, drawing.bottom + (timeline->n > LONG ? AXIS : 1),
		timeline->title);
	draw_months(&drawing);
	for (size_t i = 0; i < timeline->n; i++)
		draw_row(&drawing, i);
	svg_end(&drawing.svg);
}
