/* A card as a block of text: the head, the criteria, the signs, the foot. */
#include <math.h>
#include <string.h>

#include "card_lines.h"
#include "card_plot.h"
#include "partner/utf8.h"

#define HEAD_COLOR "\033[1m"
#define PLAIN_COLOR "\033[0m"

/* Below this coverage it is said what the rest could make of the score. */
#define FULL_COVERAGE 0.9

/* ---- the head ---- */

static void put_title(
	struct buffer *buffer, const struct scorecard *card, const struct card_style *style)
{
	struct buffer line = {0};

	if (card->phase == PHASE_NONE)
		buffer_puts(&line, "Ourselves, for ");
	utf8_puts_safe(&line, card->name);
	buffer_printf(&line, "  %s", card->kind);
	if (card->tier)
		buffer_printf(&line, ", %s", card->tier);
	if (card->criticality)
		buffer_printf(&line, ", %s", card->criticality);
	buffer_puts(&line, "  ");
	date_put(&line, card->as_of);
	card_put_wrapped(buffer, &line, 2, style);
}

/* What a standing asks for, and the colour of its urgency. */
static const struct {
	const char *head;
	const char *color;
} heads[] = {
	[STANDING_GATHER] = {"GATHER: record more first", "\033[1;36m"},
	[STANDING_EXIT] = {"EXIT: consider leaving", "\033[1;31m"},
	[STANDING_TALK] = {"TALK: have the conversation", "\033[1;33m"},
	[STANDING_KEEP] = {"KEEP: carry on", "\033[1m"},
	[STANDING_GROW] = {"GROW: do more together", "\033[1;32m"},
};

static void put_head(
	struct buffer *line, const struct scorecard *card, const struct card_style *style)
{
	bool judged = card->standing != STANDING_NONE;

	if (!judged && card->ended == DATE_NONE)
		return;
	if (style->color)
		buffer_puts(line, judged ? heads[card->standing].color : HEAD_COLOR);
	if (judged) {
		buffer_puts(line, heads[card->standing].head);
	} else {
		buffer_puts(line, "ENDED ");
		date_put(line, card->ended);
	}
	buffer_puts(line, style->color ? PLAIN_COLOR "   " : "   ");
}

static void put_points(
	struct buffer *line, const struct scorecard *card, const struct card_style *style)
{
	if (isnan(card->score)) {
		buffer_puts(line, "no score");
		return;
	}
	buffer_put_fixed(line, card->score, 1);
	if (card->graded) {
		buffer_puts(line, " (");
		card_put_range(line, card->low, card->high, 1, style);
		buffer_putc(line, ')');
		return;
	}
	buffer_puts(line, " so far, ");
	card_put_range(line, card->floor, card->ceiling, 1, style);
	buffer_puts(line, " possible");
}

static void put_verdict(
	struct buffer *buffer, const struct scorecard *card, const struct card_style *style)
{
	put_head(buffer, card, style);
	put_points(buffer, card, style);
	buffer_puts(buffer, "   grade ");
	utf8_puts_safe(buffer, card->grade);
	if (card->graded && strcmp(score_grade(card->rules, card->score), card->grade) != 0)
		buffer_puts(buffer, " for few events");
	if (card->graded)
		buffer_puts(buffer, card->firm ? ", firm" : ", not firm");
	if (card->phase != PHASE_NONE && card->phase != PHASE_STEADY && card->phase != PHASE_ENDED)
		buffer_printf(buffer, ", %s", phase_words[card->phase]);
	buffer_putc(buffer, '\n');
}

static void put_why(
	struct buffer *buffer, const struct scorecard *card, const struct card_style *style)
{
	struct buffer line = {0};

	if (!card->reason)
		return;
	card_put_label(&line, "why");
	buffer_puts(&line, card->reason);
	card_put_wrapped(buffer, &line, CARD_LABEL_COLUMNS, style);
}

static void put_next(
	struct buffer *buffer, const struct scorecard *card, const struct card_style *style)
{
	struct buffer line = {0};
	const char *before = "";

	if (!card->next.n)
		return;
	card_put_label(&line, "next");
	CARD_EACH (struct card_date, next, card->next) {
		int days = next->date - card->as_of;

		buffer_puts(&line, before);
		date_put(&line, next->date);
		buffer_printf(&line, " %s, ", next->what);
		if (days)
			buffer_printf(&line, "%d" TEXT_GLUE "day%s", days, days > 1 ? "s" : "");
		else
			buffer_puts(&line, "today");
		if (next->cost.currency) {
			buffer_puts(&line, "; missing it costs ");
			money_put(&line, next->cost);
		}
		before = "; ";
	}
	card_put_wrapped(buffer, &line, CARD_LABEL_COLUMNS, style);
}

/* How we do by the same measures. */
static void put_mirror(
	struct buffer *buffer, const struct scorecard *card, const struct card_style *style)
{
	const struct card_mirror *mirror = card->mirror;

	if (!mirror || isnan(mirror->score))
		return;
	card_put_label(buffer, "us");
	buffer_printf(buffer, "%.1f (", mirror->score);
	card_put_range(buffer, mirror->low, mirror->high, 1, style);
	buffer_puts(buffer, ") grade ");
	utf8_puts_safe(buffer, mirror->grade);
	buffer_putc(buffer, '\n');
}

/* A cell a quarter, eight heights; · is ungraded. */
static void put_spark(
	struct buffer *line, const struct card_point *point, const struct card_style *style)
{
	static const char *const heights[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
	int height = point->score < 100 ? (int)(point->score / 12.5) : 7;

	if (!point->graded)
		buffer_puts(line, style->ascii ? "." : "·");
	else if (style->ascii)
		buffer_printf(line, "%d", height + 1);
	else
		buffer_puts(line, heights[height]);
}

static void put_trend(
	struct buffer *buffer, const struct scorecard *card, const struct card_style *style)
{
	const struct card_point *points = card->trend.items;
	size_t cells =
		style->columns > CARD_LABEL_COLUMNS ? style->columns - CARD_LABEL_COLUMNS : 1;
	struct buffer line = {0};

	if (!card->trend.n)
		return;
	card_put_label(&line, "trend");
	for (size_t i = 0; i < card->trend.n; i++) {
		if (i && i % cells == 0)
			buffer_putc(&line, ' '); /* as many as fit: the line is broken here */
		put_spark(&line, &points[i], style);
	}
	buffer_putc(&line, ' ');
	date_put(&line, points[0].as_of);
	buffer_puts(&line, " to ");
	date_put(&line, points[card->trend.n - 1].as_of);
	card_put_wrapped(buffer, &line, CARD_LABEL_COLUMNS, style);
}

/* ---- the foot ---- */

/* Records that are called in question, and those that a dispute has taken out. */
static void put_disputes(struct buffer *line, const struct scorecard *card)
{
	const char *const *upheld = card->upheld.items;
	const char *before = "; disputed:" TEXT_GLUE;

	CARD_EACH (struct card_dispute, dispute, card->disputes) {
		buffer_puts(line, before);
		utf8_puts_safe(line, dispute->record);
		before = ", ";
	}
	before = "; taken" TEXT_GLUE "out:" TEXT_GLUE;
	for (size_t i = 0; i < card->upheld.n; i++) {
		buffer_puts(line, before);
		utf8_puts_safe(line, upheld[i]);
		before = ", ";
	}
}

static void put_foot(
	struct buffer *buffer, const struct scorecard *card, const struct card_style *style)
{
	struct buffer line = {0};

	buffer_printf(&line, "coverage %d %%", card_percent(card->coverage));
	if (card->coverage < FULL_COVERAGE)
		buffer_printf(&line, ", floor %.1f, ceiling %.1f", card->floor, card->ceiling);
	if (card->raters)
		buffer_printf(&line, "; %lld rater%s, %s", (long long)card->raters,
			card->raters > 1 ? "s" : "",
			card->calibration->digest ? "calibrated" : "uncalibrated");
	else
		buffer_puts(&line, "; no raters");
	put_disputes(&line, card);
	card_put_wrapped(buffer, &line, 2, style);
}

void scorecard_put_text(
	struct buffer *buffer, const struct scorecard *card, const struct card_style *style)
{
	bool scored = !isnan(card->score);

	put_title(buffer, card, style);
	put_verdict(buffer, card, style);
	put_why(buffer, card, style);
	card_put_flips(buffer, card, style);
	put_next(buffer, card, style);
	put_mirror(buffer, card, style);
	put_trend(buffer, card, style);
	card_put_robustness(buffer, card, style);
	if (scored || style->explain) {
		buffer_putc(buffer, '\n');
		card_put_criteria(buffer, card, style);
	}
	if (scored || card->signs.n)
		buffer_putc(buffer, '\n');
	card_put_signs(buffer, card, style);
	if (scored)
		put_foot(buffer, card, style);
	card_put_muted(buffer, card, style);
}
