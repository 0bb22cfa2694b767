/* A card as a block of text: the head, the criteria, the signs, the foot. */
#include <math.h>

#include "card_lines.h"
#include "partner/utf8.h"

#define HEAD_COLOR "\033[1m"
#define PLAIN_COLOR "\033[0m"

/* ---- the head ---- */

static void put_title(
	struct buffer *buffer, const struct scorecard *card, const struct card_style *style)
{
	const char *const words[] = {card->kind, card->tier, card->criticality};
	const char *before = "  ";
	struct buffer line = {0};

	if (card->phase == PHASE_NONE)
		buffer_puts(&line, "Ourselves, for ");
	utf8_puts_safe(&line, card->name);
	for (size_t i = 0; i < COUNT_OF(words); i++) {
		if (!words[i])
			continue;
		buffer_printf(&line, "%s%s", before, words[i]);
		before = ", ";
	}
	buffer_puts(&line, "  ");
	date_put(&line, card->as_of);
	card_put_wrapped(buffer, &line, 2, style);
}

/* The colour of its urgency. */
static const char *const colors[] = {
	[STANDING_GATHER] = "\033[1;36m",
	[STANDING_EXIT] = "\033[1;31m",
	[STANDING_TALK] = "\033[1;33m",
	[STANDING_KEEP] = "\033[1m",
	[STANDING_GROW] = "\033[1;32m",
};

static void put_head(
	struct buffer *line, const struct scorecard *card, const struct card_style *style)
{
	struct buffer head = {0};

	card_say(&head, card, CARD_HEAD, style);
	if (head.length) {
		if (style->color)
			buffer_puts(line,
				card->standing != STANDING_NONE ? colors[card->standing]
								: HEAD_COLOR);
		buffer_add(line, head.data, head.length);
		buffer_puts(line, style->color ? PLAIN_COLOR "   " : "   ");
	}
	buffer_free(&head);
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
	if (card_is_lowered(card))
		buffer_puts(buffer, " for few events");
	if (card->graded)
		buffer_puts(buffer, card->firm ? ", firm" : ", not firm");
	if (card->phase != PHASE_NONE && card->phase != PHASE_STEADY && card->phase != PHASE_ENDED)
		buffer_printf(buffer, ", %s", phase_words[card->phase]);
	buffer_putc(buffer, '\n');
}

/* What is said, when there is something to say, after its label if it has one. */
static void put_said(struct buffer *buffer, const struct scorecard *card, const char *label,
	enum card_phrase phrase, const struct card_style *style)
{
	struct buffer line = {0};
	size_t begin;

	if (label)
		card_put_label(&line, label);
	begin = line.length;
	card_say(&line, card, phrase, style);
	if (line.length > begin)
		card_put_wrapped(buffer, &line, label ? CARD_LABEL_COLUMNS : 2, style);
	buffer_free(&line);
}

/* In one piece, as the verdict. */
static void put_us(
	struct buffer *buffer, const struct scorecard *card, const struct card_style *style)
{
	struct buffer line = {0};

	card_say(&line, card, CARD_US, style);
	if (line.length) {
		card_put_label(buffer, "us");
		buffer_add(buffer, line.data, line.length);
		buffer_putc(buffer, '\n');
	}
	buffer_free(&line);
}

/* The bar of a quarter; none is ungraded. */
static int level_of(const struct card_point *point)
{
	if (!point->graded)
		return 0;
	return point->score < 100 ? 1 + (int)(point->score * TEXT_BAR_MOST / 100) : TEXT_BAR_MOST;
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
		text_put_bar(&line, level_of(&points[i]), style->ascii);
	}
	buffer_putc(&line, ' ');
	date_put(&line, points[0].as_of);
	buffer_puts(&line, " to ");
	date_put(&line, points[card->trend.n - 1].as_of);
	card_put_wrapped(buffer, &line, CARD_LABEL_COLUMNS, style);
}

/* ---- all ---- */

void scorecard_put_text(
	struct buffer *buffer, const struct scorecard *card, const struct card_style *style)
{
	bool scored = !isnan(card->score);

	put_title(buffer, card, style);
	put_verdict(buffer, card, style);
	put_said(buffer, card, "why", CARD_WHY, style);
	put_said(buffer, card, "flips", CARD_FLIPS, style);
	put_said(buffer, card, "next", CARD_NEXT, style);
	put_us(buffer, card, style);
	put_trend(buffer, card, style);
	card_put_robustness(buffer, card, style);
	if (scored || style->explain) {
		buffer_putc(buffer, '\n');
		card_put_criteria(buffer, card, style);
	}
	if (scored || card->signs.n)
		buffer_putc(buffer, '\n');
	card_put_signs(buffer, card, style);
	put_said(buffer, card, NULL, CARD_COVERAGE, style);
	if (!style->explain) /* else they stand among the signs */
		put_said(buffer, card, NULL, CARD_MUTED, style);
}
