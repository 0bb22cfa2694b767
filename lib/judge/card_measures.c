/* The criteria of a card as lines and plots, and what is behind them. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "card_lines.h"
#include "card_plot.h"
#include "partner/measure.h"
#include "partner/utf8.h"

/* A criterion's name takes at least so many columns; its score stands after a weight. */
#define NAME_COLUMNS 12
#define BEFORE_PLOT 12 /* weight, score and the blanks around them */
#define RANGE_COLUMNS 6
#define EFFECT_COLUMNS 10

/* ---- criteria ---- */

static size_t name_columns(const struct scorecard *card)
{
	size_t columns = NAME_COLUMNS;

	CARD_EACH (struct card_criterion, criterion, card->criteria) {
		size_t width = utf8_safe_width(criterion->criterion, strlen(criterion->criterion));

		if (width > columns)
			columns = width;
	}
	return columns;
}

/* The measure that costs the criterion most: weight × (100 − points). */
static const struct card_measure *costliest(const struct card_criterion *criterion)
{
	const struct card_measure *worst = NULL;
	double most = 0;

	CARD_EACH (struct card_measure, measure, criterion->measures) {
		double cost = isnan(measure->points) ? 0 : measure->pull * (100 - measure->points);

		if (cost > most) {
			most = cost;
			worst = measure;
		}
	}
	return worst;
}

static bool has_status(const struct card_criterion *criterion, enum measure_status status)
{
	CARD_EACH (struct card_measure, measure, criterion->measures)
		if (!strcmp(measure->status, measure_status_words[status]))
			return true;
	return false;
}

static void put_unmeasured(struct buffer *buffer, const struct card_criterion *criterion)
{
	const char *why = "does not apply";

	if (has_status(criterion, MEASURE_NO_DATA))
		why = "no data";
	else if (has_status(criterion, MEASURE_TOO_YOUNG))
		why = "too young to tell";
	buffer_printf(buffer, "    -  %s\n", why);
}

/* `5–37`, where there is an interval. */
static void put_ends(struct buffer *buffer, const struct card_criterion *criterion,
	const struct card_style *style)
{
	struct buffer ends = {0};

	if (criterion->low < criterion->high)
		put_range(&ends, criterion->low, criterion->high, 0, style);
	buffer_putc(&ends, '\0');
	buffer_puts(buffer, "  ");
	put_padded(buffer, ends.data, RANGE_COLUMNS);
	buffer_free(&ends);
}

static void put_criterion(struct buffer *buffer, const struct scorecard *card,
	const struct card_criterion *criterion, size_t columns, const struct card_style *style)
{
	const struct card_measure *worst = NULL;

	buffer_puts(buffer, "  ");
	put_padded(buffer, criterion->criterion, columns);
	buffer_printf(buffer, "%3d%%", whole(100 * criterion->weight));
	if (isnan(criterion->score)) {
		put_unmeasured(buffer, criterion);
		return;
	}
	buffer_printf(buffer, " %5.1f  ", criterion->score);
	plot_put(buffer, card->rules,
		&(struct plotted){criterion->score, criterion->low, criterion->high}, false, style);
	put_ends(buffer, criterion, style);
	if (criterion->score < card->rules->standing.talk_below.value)
		worst = costliest(criterion);
	if (worst) {
		buffer_puts(buffer, "  ");
		utf8_puts_safe(buffer, worst->measure);
		buffer_printf(buffer, " %d", whole(worst->points));
	}
	end_line(buffer);
}

/* ---- the explanation ---- */

static const char *status_text(const struct card_measure *measure)
{
	if (!strcmp(measure->status, measure_status_words[MEASURE_NO_DATA]))
		return "no data";
	if (!strcmp(measure->status, measure_status_words[MEASURE_TOO_YOUNG]))
		return "too young to tell";
	return "does not apply";
}

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
		buffer_printf(buffer, "%.0f %%  ", floor(100 * record->value + 0.5));
	else if (!strcmp(unit, "days"))
		buffer_printf(buffer, "%d days  ", whole(record->value));
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
	put_wrapped(buffer, &line, 12, style);
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
		put_range(line, measure->points_low, measure->points_high, 1, style);
		buffer_putc(line, ')');
	}
	buffer_printf(line, "  %.1f%%  %s", 100 * measure->pull, measure->reading);
}

static void put_measures(struct buffer *buffer, const struct card_criterion *criterion,
	const struct card_style *style)
{
	CARD_EACH (struct card_measure, measure, criterion->measures) {
		struct buffer line = {0};

		buffer_puts(&line, "    ");
		utf8_puts_safe(&line, measure->measure);
		if (isnan(measure->points))
			buffer_printf(&line, "  -  %s", status_text(measure));
		else
			put_reading(&line, measure, style);
		put_wrapped(buffer, &line, 6, style);
		put_records(buffer, measure, style);
	}
}

void put_criteria(
	struct buffer *buffer, const struct scorecard *card, const struct card_style *style)
{
	size_t columns = name_columns(card);

	buffer_fill(buffer, ' ', 2 + columns + BEFORE_PLOT);
	plot_put_letters(buffer, card->rules, false, style);
	buffer_putc(buffer, '\n');
	CARD_EACH (struct card_criterion, criterion, card->criteria) {
		put_criterion(buffer, card, criterion, columns, style);
		if (style->explain)
			put_measures(buffer, criterion, style);
	}
}
