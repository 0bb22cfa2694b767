#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "card_plot.h"
#include "partner/table.h"
#include "partner/utf8.h"

/* A criterion's name takes at least so many columns; its score stands after a weight. */
#define NAME_COLUMNS 12
#define BEFORE_PLOT 12 /* weight, score and the blanks around them */
#define EFFECT_COLUMNS 10
#define HEAD_COLOR "\033[1m"
#define PLAIN_COLOR "\033[0m"

#define CARD_EACH(type, item, list)                                                             \
	for (const type *item = (list).items, *item##_end = item + (list).n; item < item##_end; \
		item++)

/* Whole numbers as one says them. */
static int whole(double x)
{
	return x < INT_MAX ? (int)floor(x + 0.5) : INT_MAX;
}

static void put_padded(struct buffer *buffer, const char *text, size_t columns)
{
	size_t width = utf8_safe_width(text, strlen(text));

	utf8_puts_safe(buffer, text);
	buffer_fill(buffer, ' ', width < columns ? columns - width : 0);
}

static void put_date(struct buffer *buffer, int32_t date)
{
	char text[DATE_SIZE];

	buffer_puts(buffer, date_format(date, text));
}

/* ---- the head ---- */

/* Ends a line that was put together apart, broken where it is too long; frees it. */
static void put_wrapped(
	struct buffer *buffer, struct buffer *line, size_t indent, const struct card_style *style)
{
	buffer_putc(line, '\0');
	text_wrap(buffer, line->data, 0, indent, style->columns);
	buffer_putc(buffer, '\n');
	buffer_free(line);
}

static void put_title(
	struct buffer *buffer, const struct scorecard *card, const struct card_style *style)
{
	struct buffer line = {0};

	utf8_puts_safe(&line, card->name);
	buffer_printf(&line, "  %s", card->kind);
	if (card->tier)
		buffer_printf(&line, ", %s", card->tier);
	if (card->criticality)
		buffer_printf(&line, ", %s", card->criticality);
	buffer_puts(&line, "  ");
	put_date(&line, card->as_of);
	put_wrapped(buffer, &line, 2, style);
}

static bool graded(const struct scorecard *card)
{
	return strcmp(card->grade, "-") != 0;
}

static void put_points(
	struct buffer *buffer, const struct scorecard *card, const struct card_style *style)
{
	if (isnan(card->score)) {
		buffer_puts(buffer, "no score");
		return;
	}
	buffer_put_fixed(buffer, card->score, 1);
	if (graded(card))
		return;
	buffer_puts(buffer, " so far, ");
	buffer_put_fixed(buffer, card->floor, 1);
	buffer_puts(buffer, style->ascii ? "-" : "–");
	buffer_put_fixed(buffer, card->ceiling, 1);
	buffer_puts(buffer, " possible");
}

static void put_verdict(
	struct buffer *buffer, const struct scorecard *card, const struct card_style *style)
{
	if (card->ended != DATE_NONE) {
		buffer_puts(buffer, style->color ? HEAD_COLOR "ENDED " : "ENDED ");
		put_date(buffer, card->ended);
		buffer_puts(buffer, style->color ? PLAIN_COLOR "   " : "   ");
	}
	put_points(buffer, card, style);
	buffer_puts(buffer, "   grade ");
	utf8_puts_safe(buffer, card->grade);
	buffer_putc(buffer, '\n');
	if (graded(card))
		return;
	if (isnan(card->score))
		buffer_puts(buffer, "  why    nothing measured");
	else
		buffer_printf(buffer, "  why    %d %% of the weight measured",
			(int)floor(100 * card->coverage));
	buffer_printf(buffer, ", %d %% %s\n", whole(100 * card->min_coverage),
		isnan(card->score) ? "of the weight is needed" : "are needed");
}

/* ---- criteria ---- */

static size_t name_columns(const struct scorecard *card)
{
	size_t columns = NAME_COLUMNS;

	CARD_EACH(struct card_criterion, criterion, card->criteria)
	{
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

	CARD_EACH(struct card_measure, measure, criterion->measures)
	{
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
	CARD_EACH(struct card_measure, measure, criterion->measures)
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
	plot_put(buffer, card->rules, criterion->score, false, style);
	if (criterion->score < card->talk_below)
		worst = costliest(criterion);
	if (worst) {
		buffer_puts(buffer, "  ");
		utf8_puts_safe(buffer, worst->measure);
		buffer_printf(buffer, " %d", whole(worst->points));
	}
	while (buffer->length && buffer->data[buffer->length - 1] == ' ')
		buffer->length--;
	buffer_putc(buffer, '\n');
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

static void put_measures(struct buffer *buffer, const struct card_criterion *criterion,
	const struct card_style *style)
{
	CARD_EACH(struct card_measure, measure, criterion->measures)
	{
		struct buffer line = {0};

		buffer_puts(&line, "    ");
		utf8_puts_safe(&line, measure->measure);
		if (isnan(measure->points))
			buffer_printf(&line, "  -  %s", status_text(measure));
		else
			buffer_printf(&line, "  %.1f  %.1f%%  %s", measure->points,
				100 * measure->pull, measure->reading);
		put_wrapped(buffer, &line, 6, style);
		put_records(buffer, measure, style);
	}
}

/* ---- the foot ---- */

/* Raters whose judgement counted somewhere. */
static size_t count_raters(const struct scorecard *card)
{
	const struct card_vote *votes = card->panel.items;
	size_t n = 0;

	for (size_t i = 0; i < card->panel.n; i++) {
		size_t first = 0;

		while (first < i &&
			(votes[first].weight <= 0 ||
				strcmp(votes[first].rater, votes[i].rater) != 0))
			first++;
		n += votes[i].weight > 0 && first == i;
	}
	return n;
}

static void put_disputes(struct buffer *line, const struct scorecard *card)
{
	const char *before = "; disputed: ";

	CARD_EACH(struct card_dispute, dispute, card->disputes)
	{
		buffer_puts(line, before);
		buffer_puts(line, dispute->record);
		before = ", ";
	}
}

static void put_foot(
	struct buffer *buffer, const struct scorecard *card, const struct card_style *style)
{
	struct buffer line = {0};
	size_t raters = count_raters(card);

	buffer_printf(&line, "coverage %d %%", whole(100 * card->coverage));
	if (card->coverage < 0.9 && !isnan(card->score))
		buffer_printf(&line, ", floor %.1f, ceiling %.1f", card->floor, card->ceiling);
	if (raters)
		buffer_printf(&line, "; %zu rater%s, uncalibrated", raters, raters > 1 ? "s" : "");
	else
		buffer_puts(&line, "; no raters");
	put_disputes(&line, card);
	put_wrapped(buffer, &line, 2, style);
}

void scorecard_put_text(
	struct buffer *buffer, const struct scorecard *card, const struct card_style *style)
{
	size_t columns = name_columns(card);

	put_title(buffer, card, style);
	put_verdict(buffer, card, style);
	buffer_putc(buffer, '\n');
	if (!isnan(card->score) || style->explain) {
		buffer_fill(buffer, ' ', 2 + columns + BEFORE_PLOT);
		plot_put_letters(buffer, card->rules, false, style);
		buffer_putc(buffer, '\n');
		CARD_EACH(struct card_criterion, criterion, card->criteria)
		{
			put_criterion(buffer, card, criterion, columns, style);
			if (style->explain)
				put_measures(buffer, criterion, style);
		}
		buffer_putc(buffer, '\n');
	}
	put_foot(buffer, card, style);
}
