/* Labels that meet nothing. */
#include "svg_labels.h"

#include <math.h>

#define BESIDE (DOT_RADIUS + 3.5) /* from the middle of a dot to a label at its side */
#define ABOVE (DOT_RADIUS + 1.5)  /* and to one above it, whose letters leave some room */
#define HALF_LINE 0.75
#define MOST 201 /* wider ones are told below the chart: fonts of the reader may be wider yet */

static bool boxes_meet(const struct box *a, const struct box *b)
{
	return a->left < b->right && b->left < a->right && a->top < b->bottom && b->top < a->bottom;
}

static bool is_inside(const struct box *box, const struct box *frame)
{
	return box->left >= frame->left && box->right <= frame->right && box->top >= frame->top &&
		box->bottom <= frame->bottom;
}

static bool meets_dot(const struct box *box, const struct label_dot *dot)
{
	double x = fmax(fmax(box->left - dot->x, dot->x - box->right), 0);
	double y = fmax(fmax(box->top - dot->y, dot->y - box->bottom), 0);

	return x * x + y * y < DOT_RADIUS * DOT_RADIUS;
}

/* Never when there is no line: NaN is neither less nor more. */
static bool meets_line(const struct box *box, const struct label_dot *dot)
{
	return dot->low < box->right && dot->high > box->left && dot->y + HALF_LINE > box->top &&
		dot->y - HALF_LINE < box->bottom;
}

/* Labels first: there are fewer of them, and they are larger. */
static bool is_free(const struct labels *labels, const struct box *box)
{
	if (!is_inside(box, &labels->frame))
		return false;
	for (size_t i = 0; i < labels->n; i++)
		if (boxes_meet(box, &labels->boxes[i]))
			return false;
	for (size_t i = 0; i < labels->n_dots; i++)
		if (meets_dot(box, &labels->dots[i]) || meets_line(box, &labels->dots[i]))
			return false;
	return true;
}

void labels_take(struct labels *labels, struct box box)
{
	labels->boxes[labels->n++] = box;
}

static struct box box_of(double left, double top, double width)
{
	return (struct box){left, top, left + width, top + LABEL_HEIGHT};
}

bool labels_place(
	struct labels *labels, const struct label_dot *dot, const char *text, struct label *label)
{
	double x = dot->x, width = svg_text_width(text);
	double middle = dot->y - LABEL_HEIGHT / 2.0;
	double above = dot->y - ABOVE - LABEL_HEIGHT, below = dot->y + ABOVE;
	const struct label places[] = {
		{box_of(x + BESIDE, middle, width), SVG_START},
		{box_of(x - BESIDE - width, middle, width), SVG_END},
		{box_of(x - width / 2, above, width), SVG_MIDDLE},
		{box_of(x - width / 2, below, width), SVG_MIDDLE},
		{box_of(x - width, above, width), SVG_END},
		{box_of(x - width, below, width), SVG_END},
	};

	for (size_t i = 0; width <= MOST && i < sizeof(places) / sizeof(places[0]); i++)
		if (is_free(labels, &places[i].box)) {
			*label = places[i];
			labels_take(labels, label->box);
			return true;
		}
	return false;
}

void label_draw(struct svg *svg, const char *class, const struct label *label, const char *text)
{
	const struct box *box = &label->box;
	const double x[] = {box->left, (box->left + box->right) / 2, box->right};

	svg_text_at(svg, class, label->anchor, x[label->anchor], box->top + LABEL_BASE, text);
}
