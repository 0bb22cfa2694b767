/*
 * Labels beside the dots of a chart, such that they meet nothing. All measures are in pixels.
 */
#ifndef FORMAT_SVG_LABELS_H
#define FORMAT_SVG_LABELS_H

#include <stdbool.h>
#include <stddef.h>

#include "partner/svg.h"

#define LABEL_HEIGHT 14
#define LABEL_BASE 11 /* from the top of a label to its base line */
#define DOT_RADIUS 4.5

struct box {
	double left, top, right, bottom;
};

/* What labels must not meet: a dot, and the line through it. */
struct label_dot {
	double x, y;
	double low, high; /* the line's ends; NaN: none */
};

struct labels {
	struct box frame; /* that they are inside of */
	const struct label_dot *dots;
	size_t n_dots;
	struct box *boxes; /* of those placed; room for all that may be */
	size_t n;
};

/* Where a label was placed: its box, and how it is written there. */
struct label {
	struct box box;
	enum svg_anchor anchor;
};

/* Takes the room of a text that stands there whatever it meets. */
void labels_take(struct labels *labels, struct box box);

/* Finds room for the text beside the dot and takes it; false when there is none. */
bool labels_place(
	struct labels *labels, const struct label_dot *dot, const char *text, struct label *label);

/* Writes a label into its box. */
void label_draw(struct svg *svg, const char *class, const struct label *label, const char *text);

#endif
