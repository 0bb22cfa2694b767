/*
 * Scales of charts: scores from 0 to 100, and days from left to right.
 */
#ifndef FORMAT_SVG_SCALE_H
#define FORMAT_SVG_SCALE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "partner/svg.h"

/* ---- scores ---- */

/* Where a finite score lies between the pixels at 0 and at 100; beyond them at the end. */
double score_at(double score, double at_0, double at_100);

/* Appends a score as people write it: 55, 72.4. */
void score_put(struct buffer *out, double score);

/* Scores below a chart: a line each, and its name where there is room. */
#define AXIS_MOST 64
struct score_axis {
	struct svg *svg;
	double left, right; /* pixels of 0 and of 100 */
	double y, gap;      /* of the axis; least one between two names */
	size_t n;           /* named so far: where, and how wide */
	double x[AXIS_MOST], width[AXIS_MOST];
};

/* Names a score from 0 to 100, unless it is too close to what is named already; others (NaN) are
 * left out. So the most important come first. */
void score_axis_name(struct score_axis *axis, double score);

/* ---- days ---- */

struct day_scale {
	int32_t first, last; /* both counted */
	double left, right;  /* pixels where the first begins and the last ends */
};

/* Where a day begins; where its noon is. */
double day_begin(const struct day_scale *scale, double day);
double day_noon(const struct day_scale *scale, int32_t day);

double day_width(const struct day_scale *scale);

/* So many months that lines between them are `closest` pixels apart. */
int day_months_apart(const struct day_scale *scale, double closest);

/* The first days of months, every `step`, counted from January of year 1: the last one up to
 * scale->first; the one after `day`, DATE_NONE at the end of all days. */
int32_t day_first_month(const struct day_scale *scale, int step);
int32_t day_next_month(int32_t day, int step);

#endif
