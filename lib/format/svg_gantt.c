/* The Gantt chart: labels at the left, the days from left to right, a row for each task. */
#include <assert.h>

#include "partner/date.h"
#include "partner/svg.h"
#include "svg_scale.h"

/* Pixels. */
enum {
	WIDTH = 1040,
	LABELS = 276, /* room for the labels of rows */
	GAP = 12,     /* between them and the days */
	ROW = 22,
	NAMES = 16, /* height of a line of names above the chart */
	AXIS = 20,  /* and of the months */
	THICK = 12,
	THIN = 6,
	LEAST = 3,    /* width of a bar */
	POINT = 6,    /* radius of a diamond */
	MARGIN = 10,  /* at the right end, so that diamonds are whole */
	CLOSEST = 62, /* between two lines of the grid */
	LONG = 30,    /* with more rows the months stand below as well */
	NAME = 240,   /* room for the name of a day */
};

/* A chart being drawn. */
struct drawing {
	struct svg svg;
	const struct gantt *gantt;
	struct day_scale days;
	double top, bottom; /* of the rows */
	int level[GANTT_DAYS];
	int levels;
};

/* ---- the scale ---- */

static void include(struct day_scale *days, int32_t day)
{
	if (day == DATE_NONE)
		return;
	if (days->first == DATE_NONE || day < days->first)
		days->first = day;
	if (days->last == DATE_NONE || day > days->last)
		days->last = day;
}

static void measure_days(struct drawing *drawing)
{
	const struct gantt *gantt = drawing->gantt;

	drawing->days.first = drawing->days.last = DATE_NONE;
	for (size_t i = 0; i < gantt->n; i++) {
		include(&drawing->days, gantt->rows[i].start);
		if (gantt->rows[i].start != DATE_NONE && !gantt->rows[i].point)
			include(&drawing->days, gantt->rows[i].end);
	}
	for (size_t i = 0; i < gantt->n_days; i++)
		include(&drawing->days, gantt->days[i].day);
}

/* ---- the grid: months, or weeks where the chart is short ---- */

static void draw_grid_line(struct drawing *drawing, int32_t day, bool monthly)
{
	double x = day_begin(&drawing->days, day), right_most = drawing->days.right + MARGIN;
	char text[DATE_SIZE];

	date_format(day, text);
	if (monthly)
		text[7] = '\0';
	svg_line(&drawing->svg, "grid", x, drawing->top - 4, x, drawing->bottom);
	if (x + 3 + svg_text_width(text) > right_most)
		return;
	svg_text(&drawing->svg, "minor", x + 3, drawing->top - 8, text);
	if (drawing->gantt->n > LONG)
		svg_text(&drawing->svg, "minor", x + 3, drawing->bottom + 14, text);
}

/* Mondays, so far apart that the dates have room. */
static void draw_weeks(struct drawing *drawing)
{
	int32_t step = 7 * day_width(&drawing->days) < 1.3 * CLOSEST ? 14 : 7;

	for (int32_t monday = date_iso_week(drawing->days.first); monday <= drawing->days.last;
		monday += step)
		if (monday >= drawing->days.first)
			draw_grid_line(drawing, monday, false);
}

static void draw_months(struct drawing *drawing)
{
	const struct day_scale *days = &drawing->days;
	int step = day_months_apart(days, CLOSEST);
	int32_t day = day_first_month(days, step);

	for (; day != DATE_NONE && day <= days->last; day = day_next_month(day, step))
		if (day >= days->first)
			draw_grid_line(drawing, day, true);
}

static void draw_grid(struct drawing *drawing)
{
	if (drawing->days.last - drawing->days.first < 62)
		draw_weeks(drawing);
	else
		draw_months(drawing);
}

/* ---- named days ---- */

static double name_width(const struct drawing *drawing, size_t i)
{
	double width = svg_text_width(drawing->gantt->days[i].label);

	return width < NAME ? width : NAME;
}

/* Where the name of a day begins: right of its line, left of it where there is no room. */
static double name_begin(const struct drawing *drawing, size_t i)
{
	double x = day_noon(&drawing->days, drawing->gantt->days[i].day),
	       width = name_width(drawing, i);

	return x + 4 + width <= drawing->days.right + MARGIN ? x + 4 : x - 4 - width;
}

static bool names_meet(const struct drawing *drawing, size_t a, size_t b)
{
	double begin_a = name_begin(drawing, a), begin_b = name_begin(drawing, b);

	return begin_a < begin_b + name_width(drawing, b) + 8 &&
		begin_b < begin_a + name_width(drawing, a) + 8;
}

/* On the lowest line on which it meets no name that is placed already. */
static void place_name(struct drawing *drawing, size_t i)
{
	const struct gantt_day *days = drawing->gantt->days;
	size_t j = 0;

	drawing->level[i] = 0;
	while (j < i) {
		if (days[j].day != DATE_NONE && drawing->level[j] == drawing->level[i] &&
			names_meet(drawing, i, j)) {
			drawing->level[i]++;
			j = 0;
		} else {
			j++;
		}
	}
	if (drawing->level[i] >= drawing->levels)
		drawing->levels = drawing->level[i] + 1;
}

static void place_names(struct drawing *drawing)
{
	drawing->levels = 0;
	for (size_t i = 0; i < drawing->gantt->n_days; i++)
		if (drawing->gantt->days[i].day != DATE_NONE)
			place_name(drawing, i);
}

/* Top of the name of a day, where its line begins. */
static double name_top(const struct drawing *drawing, size_t i)
{
	return drawing->top - AXIS - drawing->level[i] * NAMES - 12;
}

static void draw_name(struct drawing *drawing, size_t i)
{
	struct buffer label = {0};

	svg_put_cut(&label, drawing->gantt->days[i].label, NAME);
	buffer_putc(&label, '\0');
	svg_text(&drawing->svg, NULL, name_begin(drawing, i), name_top(drawing, i) + 9, label.data);
	buffer_free(&label);
}

/* Names over all lines, so that they can be read where one passes. */
static void draw_days(struct drawing *drawing)
{
	const struct gantt_day *days = drawing->gantt->days;
	size_t n = drawing->gantt->n_days;

	for (size_t i = 0; i < n; i++) {
		double x = day_noon(&drawing->days, days[i].day);

		if (days[i].day != DATE_NONE)
			svg_line(&drawing->svg, "day", x, name_top(drawing, i), x, drawing->bottom);
	}
	for (size_t i = 0; i < n; i++)
		if (days[i].day != DATE_NONE)
			draw_name(drawing, i);
}

/* ---- rows ---- */

/* `Migration: 2026-03-01 to 2026-03-30, critical`. */
static void put_row_title(struct buffer *title, const struct gantt_row *row)
{
	buffer_printf(title, "%s: ", row->label);
	if (row->start == DATE_NONE)
		buffer_puts(title, "no date");
	else
		date_put(title, row->start);
	if (row->start != DATE_NONE && !row->point && row->end != row->start) {
		buffer_puts(title, " to ");
		date_put(title, row->end);
	}
	if (row->done)
		buffer_puts(title, ", done");
	else if (row->critical)
		buffer_puts(title, ", critical");
	buffer_putc(title, '\0');
}

static const char *class_of(const struct gantt_row *row)
{
	if (row->done)
		return "done";
	return row->critical ? "critical" : "bar";
}

static void draw_bar(struct drawing *drawing, const struct gantt_row *row, double middle)
{
	double begin = day_begin(&drawing->days, row->start),
	       end = day_begin(&drawing->days, (double)row->end + 1);
	double height = row->critical && !row->done ? THICK : THIN;

	if (end < begin + LEAST)
		end = begin + LEAST;
	svg_rect(&drawing->svg, class_of(row), begin, middle - height / 2, end - begin, height);
	if (row->done && end + 16 <= drawing->days.right + MARGIN)
		svg_text(&drawing->svg, "minor", end + 4, middle + 4, "✓");
}

static void draw_row(struct drawing *drawing, size_t i)
{
	const struct gantt_row *row = &drawing->gantt->rows[i];
	double middle = drawing->top + ((double)i + 0.5) * ROW;
	struct buffer title = {0};

	put_row_title(&title, row);
	svg_begin_group(&drawing->svg, title.data);
	svg_line(&drawing->svg, "grid", 0, middle + ROW / 2.0, WIDTH, middle + ROW / 2.0);
	if (row->start != DATE_NONE && row->point)
		svg_diamond(&drawing->svg, class_of(row), day_noon(&drawing->days, row->start),
			middle, POINT);
	else if (row->start != DATE_NONE)
		draw_bar(drawing, row, middle);
	svg_end_group(&drawing->svg);
	buffer_free(&title);
}

/* In a frame of their own: how wide a text comes out is up to the fonts of the reader. */
static void draw_labels(struct drawing *drawing)
{
	const struct gantt *gantt = drawing->gantt;

	svg_begin_frame(&drawing->svg, 0, drawing->top, LABELS, drawing->bottom - drawing->top);
	for (size_t i = 0; i < gantt->n; i++) {
		struct buffer label = {0};

		svg_put_cut(&label, gantt->rows[i].label, LABELS);
		buffer_putc(&label, '\0');
		svg_text(&drawing->svg, gantt->rows[i].done ? "minor" : NULL, 0,
			(double)i * ROW + 15, label.data);
		buffer_free(&label);
	}
	svg_end_frame(&drawing->svg);
}

/* ---- all of it ---- */

void svg_put_gantt(struct buffer *out, const struct gantt *gantt)
{
	struct drawing drawing = {.svg = {out},
		.gantt = gantt,
		.days = {.left = LABELS + GAP, .right = WIDTH - MARGIN}};

	assert(gantt->n_days <= GANTT_DAYS);
	measure_days(&drawing);
	if (drawing.days.first == DATE_NONE)
		return;
	place_names(&drawing);
	drawing.top = AXIS + drawing.levels * NAMES;
	drawing.bottom = drawing.top + (double)gantt->n * ROW;
	svg_begin(&drawing.svg, WIDTH, drawing.bottom + (gantt->n > LONG ? AXIS : 1), gantt->title);
	draw_grid(&drawing);
	for (size_t i = 0; i < gantt->n; i++)
		draw_row(&drawing, i);
	draw_labels(&drawing);
	draw_days(&drawing);
	svg_end(&drawing.svg);
}
