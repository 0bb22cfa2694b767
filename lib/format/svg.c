/* Shapes and text of charts. */
#include "partner/svg.h"

#include <string.h>

#include "partner/escape.h"
#include "partner/utf8.h"

/* ---- attributes ---- */

/* To a tenth of a pixel, which is all that is seen; whole ones without decimals. */
static void put_number(struct buffer *out, double value)
{
	size_t start = out->length;

	buffer_put_fixed(out, value, 1);
	if (out->length - start > 2 && memcmp(out->data + out->length - 2, ".0", 2) == 0)
		out->length -= 2;
}

static void put_measure(struct buffer *out, const char *name, double value)
{
	buffer_printf(out, " %s=\"", name);
	put_number(out, value);
	buffer_putc(out, '"');
}

static void put_class(struct buffer *out, const char *class)
{
	if (class)
		buffer_printf(out, " class=\"%s\"", class);
}

static void put_title(struct buffer *out, const char *title)
{
	buffer_puts(out, "<title>");
	escape_puts_xml(out, title);
	buffer_puts(out, "</title>\n");
}

/* ---- containers ---- */

void svg_begin(struct svg *svg, double width, double height, const char *title)
{
	buffer_puts(svg->out, "<svg role=\"img\"");
	put_measure(svg->out, "width", width);
	put_measure(svg->out, "height", height);
	buffer_puts(svg->out, " viewBox=\"0 0 ");
	put_number(svg->out, width);
	buffer_putc(svg->out, ' ');
	put_number(svg->out, height);
	buffer_puts(svg->out, "\">");
	put_title(svg->out, title);
}

void svg_end(struct svg *svg)
{
	buffer_puts(svg->out, "</svg>\n");
}

void svg_begin_group(struct svg *svg, const char *title)
{
	buffer_puts(svg->out, "<g>");
	put_title(svg->out, title);
}

void svg_end_group(struct svg *svg)
{
	buffer_puts(svg->out, "</g>\n");
}

void svg_begin_frame(struct svg *svg, double x, double y, double width, double height)
{
	buffer_puts(svg->out, "<svg");
	put_measure(svg->out, "x", x);
	put_measure(svg->out, "y", y);
	put_measure(svg->out, "width", width);
	put_measure(svg->out, "height", height);
	buffer_puts(svg->out, ">\n");
}

void svg_end_frame(struct svg *svg)
{
	svg_end(svg);
}

/* ---- shapes ---- */

void svg_line(struct svg *svg, const char *class, double x1, double y1, double x2, double y2)
{
	buffer_puts(svg->out, "<line");
	put_class(svg->out, class);
	put_measure(svg->out, "x1", x1);
	put_measure(svg->out, "y1", y1);
	put_measure(svg->out, "x2", x2);
	put_measure(svg->out, "y2", y2);
	buffer_puts(svg->out, "/>\n");
}

void svg_rect(struct svg *svg, const char *class, double x, double y, double width, double height)
{
	buffer_puts(svg->out, "<rect");
	put_class(svg->out, class);
	put_measure(svg->out, "x", x);
	put_measure(svg->out, "y", y);
	put_measure(svg->out, "width", width);
	put_measure(svg->out, "height", height);
	buffer_puts(svg->out, "/>\n");
}

void svg_circle(struct svg *svg, const char *class, double x, double y, double radius)
{
	buffer_puts(svg->out, "<circle");
	put_class(svg->out, class);
	put_measure(svg->out, "cx", x);
	put_measure(svg->out, "cy", y);
	put_measure(svg->out, "r", radius);
	buffer_puts(svg->out, "/>\n");
}

/* ---- paths ---- */

static void put_step(struct buffer *out, char step, double x, double y)
{
	buffer_putc(out, step);
	put_number(out, x);
	buffer_putc(out, ' ');
	put_number(out, y);
}

void svg_begin_path(struct svg *svg, const char *class)
{
	buffer_puts(svg->out, "<path");
	put_class(svg->out, class);
	buffer_puts(svg->out, " d=\"");
}

void svg_move_to(struct svg *svg, double x, double y)
{
	put_step(svg->out, 'M', x, y);
}

void svg_line_to(struct svg *svg, double x, double y)
{
	put_step(svg->out, 'L', x, y);
}

void svg_end_path(struct svg *svg)
{
	buffer_puts(svg->out, "\"/>\n");
}

void svg_diamond(struct svg *svg, const char *class, double x, double y, double radius)
{
	svg_begin_path(svg, class);
	svg_move_to(svg, x, y - radius);
	svg_line_to(svg, x + radius, y);
	svg_line_to(svg, x, y + radius);
	svg_line_to(svg, x - radius, y);
	buffer_putc(svg->out, 'Z');
	svg_end_path(svg);
}

/* ---- text ---- */

void svg_text_at(struct svg *svg, const char *class, enum svg_anchor anchor, double x, double y,
	const char *text)
{
	static const char *const anchors[] = {
		"", " text-anchor=\"middle\"", " text-anchor=\"end\""};

	buffer_puts(svg->out, "<text");
	put_class(svg->out, class);
	put_measure(svg->out, "x", x);
	put_measure(svg->out, "y", y);
	buffer_puts(svg->out, anchors[anchor]);
	buffer_putc(svg->out, '>');
	escape_puts_xml(svg->out, text);
	buffer_puts(svg->out, "</text>\n");
}

void svg_text(struct svg *svg, const char *class, double x, double y, const char *text)
{
	svg_text_at(svg, class, SVG_START, x, y, text);
}

/* Of one column of text, at 12 px. */
#define COLUMN_WIDTH 6.7

double svg_text_width(const char *text)
{
	return COLUMN_WIDTH * (double)utf8_safe_width(text, strlen(text));
}

void svg_put_cut(struct buffer *out, const char *text, double width)
{
	size_t length = strlen(text), at = 0, bytes;
	double left = width - COLUMN_WIDTH; /* room for the mark of the cut */

	if (svg_text_width(text) <= width) {
		buffer_add(out, text, length);
		return;
	}
	for (; at < length; at += bytes) {
		utf8_decode(text + at, length - at, &bytes);
		left -= COLUMN_WIDTH * (double)utf8_safe_width(text + at, bytes);
		if (left < 0)
			break;
	}
	buffer_add(out, text, at);
	buffer_puts(out, "…");
}
