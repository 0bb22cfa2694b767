/* Scales of charts. */
#include "svg_scale.h"

#include <math.h>

#include "partner/date.h"

/* ---- scores ---- */

double score_at(double score, double at_0, double at_100)
{
	return at_0 + fmin(fmax(score, 0), 100) / 100 * (at_100 - at_0);
}

void score_put(struct buffer *out, double score)
{
	buffer_put_fixed(out, score, 1);
	if (memcmp(out->data + out->length - 2, ".0", 2) == 0)
		out->length -= 2;
}

static bool has_room(const struct score_axis *axis, double x, double width)
{
	for (size_t i = 0; i < axis->n; i++)
		if (fabs(x - axis->x[i]) < (width + axis->width[i]) / 2 + axis->gap)
			return false;
	return axis->n < AXIS_MOST;
}

void score_axis_name(struct score_axis *axis, double score)
{
	double x = score_at(score, axis->left, axis->right), width;
	struct buffer name = {0};

	if (!(score >= 0 && score <= 100))
		return;
	score_put(&name, score);
	buffer_putc(&name, '\0');
	width = svg_text_width(name.data);
	if (has_room(axis, x, width)) {
		svg_line(axis->svg, "axis", x, axis->y, x, axis->y + 4);
		svg_text_at(axis->svg, "minor", SVG_MIDDLE, x, axis->y + 16, name.data);
		axis->x[axis->n] = x;
		axis->width[axis->n++] = width;
	}
	buffer_free(&name);
}

/* ---- days ---- */

double day_width(const struct day_scale *scale)
{
	return (scale->right - scale->left) / ((double)scale->last - scale->first + 1);
}

double day_begin(const struct day_scale *scale, double day)
{
	return scale->left + (day - scale->first) * day_width(scale);
}

double day_noon(const struct day_scale *scale, int32_t day)
{
	return day_begin(scale, day + 0.5);
}

int day_months_apart(const struct day_scale *scale, double closest)
{
	static const int steps[] = {
		1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000, 24000, 60000};
	size_t i = 0;

	while (i + 1 < sizeof(steps) / sizeof(steps[0]) &&
		steps[i] * 30.4 * day_width(scale) < closest)
		i++;
	return steps[i];
}

int32_t day_first_month(const struct day_scale *scale, int step)
{
	struct civil civil = civil_of_date(scale->first);
	int into = ((civil.year - 1) * 12 + civil.month - 1) % step;

	civil.day = 1;
	return date_add_months(date_of_civil(civil), -into);
}

int32_t day_next_month(int32_t day, int step)
{
	int32_t next = date_add_months(day, step);

	return next > day && civil_of_date(next).day == 1 ? next : DATE_NONE;
}
