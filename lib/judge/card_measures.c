/* The criteria of a card as lines and plots, and what is behind them. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "card_lines.h"
#include "card_plot.h"
#include "partner/utf8.h"

/* A criterion's name takes at least so many columns; its score stands after a weight. */
#define NAME_COLUMNS 12
#define BEFORE_PLOT 12 /* weight, score and the blanks around them */
#define EFFECT_COLUMNS 10

/* ---- criteria ---- */

static size_t name_columns(const struct scorecard *card)
{
	size_t columns = NAME_COLUMNS;

	RESULT_EACH (struct card_criterion, criterion, card->criteria) {
		size_t width = utf8_safe_width(criterion->criterion, strlen(criterion->criterion));

		if (width > columns)
			columns = width;
	}
	return columns;
}

/* Why something has no points, what somebody can change first. */
static const struct {
	enum measure_status status;
	const char *text;
} reasons[] = {
	{MEASURE_NO_DATA, "no data"},
	{MEASURE_TOO_YOUNG, "too young to tell"},
	{MEASURE_NOT_APPLICABLE, "does not apply"},
};

/* The first reason that one of these measures has; without any measure, the last. */
static const char *why_unmeasured(const struct card_measure *measures, size_t n)
{
	size_t last = COUNT_OF(reasons) - 1;

	for (size_t i = 0; i < last; i++)
		for (size_t k = 0; k < n; k++)
			if (measures[k].status == (int)reasons[i].status)
				return reasons[i].text;
	return reasons[last].text;
}

static void put_criterion(struct buffer *buffer, const struct scorecard *card,
	const struct card_criterion *criterion, size_t columns, const struct card_style *style)
{
	const struct card_measure *worst = criterion->costliest;

	buffer_puts(buffer, "  ");
	card_put_padded(buffer, criterion->criterion, columns);
	buffer_printf(buffer, "%3d%%", card_percent(criterion->weight));
	if (isnan(criterion->score)) {
		buffer_printf(buffer, "    -  %s\n",
			why_unmeasured(criterion->measures.items, criterion->measures.n));
		return;
	}
	buffer_printf(buffer, " %5.1f  ", criterion->score);
	plot_put(buffer, card->rules,
		&(struct plotted){criterion->score, criterion->low, criterion->high}, false, style);
	buffer_puts(buffer, "  ");
	card_put_ends(buffer, criterion->low < criterion->high ? NULL : "", criterion->low,
		criterion->high, CARD_LEFT, style);
	if (worst && criterion->score < card->rules->standing.talk_below.value) {
		buffer_puts(buffer, "  ");
		utf8_puts_safe(buffer, worst->measure);
		buffer_printf(buffer, " %d", card_whole(worst->points));
	}
	card_end_line(buffer);
}

/* ---- the explanation ---- */

/* The largest effect first; of equal ones, the order of the file. */
static double printed_size(double effect)
{
	return isnan(effect) ? INFINITY : floor(10 * fabs(effect) + 0.5);
}

static int compare_effects(const void *left, const void *right)
{
	const struct card_record *a = *(const struct card_record *const *)left;
	const struct card_record *b = *(const struct card_record *const *)right;
	double x = printed_size(a->effect), y = printed_size(b->effect);

	if (x != y)
		return x > y ? -1 : 1;
	return (a > b) - (a < b);
}

static void put_effect(struct buffer *buffer, double effect)
{
	struct buffer text = {0};

	if (isnan(effect))
		buffer_puts(&text, "all");
	else
		buffer_put_fixed(&text, effect, 1);
	buffer_putc(&text, '\0');
	if (effect > 0 && strcmp(text.data, "0.0") != 0)
		buffer_printf(buffer, "%*s+%s", (int)(EFFECT_COLUMNS - text.length), "", text.data);
	else
		buffer_printf(buffer, "%*s", EFFECT_COLUMNS, text.data);
	buffer_free(&text);
}

/* At most two decimals, and no zero at the end. */
static void put_value(struct buffer *buffer, double value)
{
	int decimals = 2;

	while (decimals &&
		fabs(value * pow(10, decimals - 1) - round(value * pow(10, decimals - 1))) < 0.05)
		decimals--;
	buffer_printf(buffer, "%.*f  ", decimals, value);
}

/* A record's own part in the value, as one says it: in words where it has one. */
static void put_part(struct buffer *buffer, const struct card_record *record, const char *unit)
{
	if (record->word)
		buffer_printf(buffer, "%s%s", record->word, *record->word ? "  " : "");
	else if (!strcmp(unit, "share"))
		buffer_printf(buffer, "%d %%  ", card_percent(record->value));
	else if (!strcmp(unit, "days"))
		buffer_printf(buffer, "%d days  ", card_whole(record->value));
	else
		put_value(buffer, record->value);
}

static void put_record(struct buffer *buffer, const struct card_record *record, const char *unit,
	const struct card_style *style)
{
	struct buffer line = {0};

	put_effect(&line, record->effect);
	buffer_puts(&line, "  ");
	utf8_puts_safe(&line, record->ref);
	buffer_puts(&line, "  ");
	put_part(&line, record, unit);
	utf8_puts_safe(&line, record->path);
	buffer_printf(&line, ":%lld", (long long)record->line);
	card_put_wrapped(buffer, &line, 12, style);
}

static void put_records(
	struct buffer *buffer, const struct card_measure *measure, const struct card_style *style)
{
	size_t n = measure->records.n;
	const struct card_record **sorted = malloc((n + 1) * sizeof(*sorted));

	if (!sorted)
		arena_exhausted();
	for (size_t i = 0; i < n; i++)
		sorted[i] = (const struct card_record *)measure->records.items + i;
	qsort(sorted, n, sizeof(*sorted), compare_effects);
	for (size_t i = 0; i < n; i++)
		put_record(buffer, sorted[i], measure->unit, style);
	free(sorted);
}

/* Points, their interval, the share of the score's weight, the value in words. */
static void put_reading(
	struct buffer *line, const struct card_measure *measure, const struct card_style *style)
{
	buffer_printf(line, "  %.1f", measure->points);
	if (measure->points_low < measure->points_high) {
		buffer_puts(line, " (");
		card_put_range(line, measure->points_low, measure->points_high, 1, style);
		buffer_putc(line, ')');
	}
	buffer_printf(line, "  %.1f%%  %s", 100 * measure->pull, measure->reading);
}

static void put_measures(struct buffer *buffer, const struct card_criterion *criterion,
	const struct card_style *style)
{
	RESULT_EACH (struct card_measure, measure, criterion->measures) {
		struct buffer line = {0};

		buffer_puts(&line, "    ");
		utf8_puts_safe(&line, measure->measure);
		if (isnan(measure->points))
			buffer_printf(&line, "  -  %s", why_unmeasured(measure, 1));
		else
			put_reading(&line, measure, style);
		card_put_wrapped(buffer, &line, 6, style);
		put_records(buffer, measure, style);
	}
}

void card_put_criteria(
	struct buffer *buffer, const struct scorecard *card, const struct card_style *style)
{
	size_t columns = name_columns(card);

	buffer_fill(buffer, ' ', 2 + columns + BEFORE_PLOT);
	plot_put_letters(buffer, card->rules, false, style);
	buffer_putc(buffer, '\n');
	RESULT_EACH (struct card_criterion, criterion, card->criteria) {
		put_criterion(buffer, card, criterion, columns, style);
		if (style->explain)
			put_measures(buffer, criterion, style);
	}
}
