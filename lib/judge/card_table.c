#include <math.h>

#include "card_lines.h"
#include "card_plot.h"
#include "partner/utf8.h"

/* Policies may name grades as they like, and partners of one table share its heading. */
static size_t grade_columns(const struct rules *rules)
{
	size_t columns = 1;

	EACH (struct grade_band, band, rules->grades) {
		size_t width = utf8_safe_width(band->grade.text, band->grade.length);

		if (width > columns)
			columns = width;
	}
	return columns;
}

static void put_grade(struct buffer *buffer, const struct rules *rules, const char *grade)
{
	card_put_padded(buffer, grade, grade_columns(rules));
}

/* Whom the line is about; on our own side with `:us`, which no partner's id has. */
static void put_partner(struct buffer *buffer, const struct scorecard *card)
{
	utf8_puts_safe(buffer, card->partner);
	if (card->phase == PHASE_NONE)
		buffer_puts(buffer, ":us");
}

void scorecard_put_table_head(
	struct buffer *buffer, const struct rules *rules, const struct card_style *style)
{
	buffer_puts(buffer, "STANDING ");
	put_grade(buffer, rules, "G");
	buffer_puts(buffer, " SCORE  RANGE ");
	plot_put_letters(buffer, rules, true, style);
	buffer_puts(buffer, " !!  ! TREND SEND-BY    PARTNER\n");
}

static void put_number(struct buffer *buffer, double number, int columns)
{
	if (isnan(number))
		buffer_printf(buffer, " %*s", columns, "-");
	else
		buffer_printf(buffer, " %*.1f", columns, number);
}

void scorecard_put_table_line(
	struct buffer *buffer, const struct scorecard *card, const struct card_style *style)
{
	struct plotted plotted = {card->score, card->low, card->high};
	char date[DATE_SIZE] = "-";

	if (card->phase != PHASE_NONE && card->contract && card->contract->send_by != DATE_NONE)
		date_format(card->contract->send_by, date);
	buffer_printf(buffer, "%-8s ",
		card->standing == STANDING_NONE ? "-" : standing_words[card->standing]);
	put_grade(buffer, card->rules, card->grade);
	put_number(buffer, card->score, 5);
	buffer_putc(buffer, ' ');
	card_put_ends(
		buffer, isnan(card->score) ? "-" : NULL, card->low, card->high, CARD_RIGHT, style);
	buffer_putc(buffer, ' ');
	plot_put(buffer, card->rules, &plotted, true, style);
	buffer_printf(buffer, " %2zu %2zu", card_count_heard(card, SIGN_CRITICAL),
		card_count_heard(card, SIGN_WARNING));
	put_number(buffer, card->slope, 5);
	buffer_printf(buffer, " %-10s ", date);
	put_partner(buffer, card);
	buffer_putc(buffer, '\n');
}
