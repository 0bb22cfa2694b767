#include "card_plot.h"

#include <math.h>
#include <string.h>

#include "partner/utf8.h"

/* What a cell shows, and how it is drawn with and without Unicode. */
enum mark { MARK_BLANK, MARK_DOT, MARK_EDGE, MARK_LOW, MARK_WITHIN, MARK_HIGH, MARK_SCORE };

static const char *const unicode_marks[] = {" ", "·", "┊", "├", "─", "┤", "●"};
static const char *const ascii_marks[] = {" ", ".", ":", "[", "-", "]", "o"};

static size_t cell_of(double points)
{
	double cell = floor(points / 5 + 0.5);

	return cell < 0 ? 0 : cell > PLOT_CELLS - 1 ? PLOT_CELLS - 1 : (size_t)cell;
}

static const char *draw(enum mark mark, const struct card_style *style)
{
	return style->ascii ? ascii_marks[mark] : unicode_marks[mark];
}

/* The interval as a line between its ends, the score on it. */
static void put_interval(enum mark *cells, const struct plotted *plotted)
{
	size_t low = cell_of(plotted->low), high = cell_of(plotted->high);

	for (size_t i = low; i <= high; i++)
		cells[i] = MARK_WITHIN;
	cells[low] = MARK_LOW;
	cells[high] = MARK_HIGH;
	cells[cell_of(plotted->score)] = MARK_SCORE;
}

void plot_put(struct buffer *buffer, const struct rules *rules, const struct plotted *plotted,
	bool dotted, const struct card_style *style)
{
	enum mark cells[PLOT_CELLS];

	for (size_t i = 0; i < PLOT_CELLS; i++)
		cells[i] = dotted ? MARK_DOT : MARK_BLANK;
	EACH (struct grade_band, band, rules->grades)
		if (band->from.value > 0)
			cells[cell_of(band->from.value)] = MARK_EDGE;
	if (!isnan(plotted->score))
		put_interval(cells, plotted);
	for (size_t i = 0; i < PLOT_CELLS; i++)
		buffer_puts(buffer, draw(cells[i], style));
}

void plot_put_letters(struct buffer *buffer, const struct rules *rules, bool dotted,
	const struct card_style *style)
{
	const char *grades[PLOT_CELLS] = {NULL};
	size_t end = dotted ? PLOT_CELLS : 0;

	EACH (struct grade_band, band, rules->grades) {
		size_t cell = cell_of(band->from.value);

		grades[cell] = band->grade.text;
		if (cell >= end)
			end = cell + 1;
	}
	for (size_t i = 0; i < end; i++) {
		size_t bytes;

		if (!grades[i]) {
			buffer_puts(buffer, draw(dotted ? MARK_DOT : MARK_BLANK, style));
			continue;
		}
		utf8_decode(grades[i], strlen(grades[i]), &bytes);
		utf8_put_safe(buffer, grades[i], bytes);
	}
}
