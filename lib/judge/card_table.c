#include <math.h>
#include <string.h>

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
	utf8_puts_safe(buffer, grade);
	buffer_fill(buffer, ' ', grade_columns(rules) - utf8_safe_width(grade, strlen(grade)));
}

/* Columns that are judged by later parts of the method hold `-`. */
void scorecard_put_table_head(
	struct buffer *buffer, const struct rules *rules, const struct card_style *style)
{
	buffer_puts(buffer, "STANDING ");
	put_grade(buffer, rules, "G");
	buffer_puts(buffer, " SCORE  RANGE ");
	plot_put_letters(buffer, rules, true, style);
	buffer_puts(buffer, " !!  ! TREND SEND-BY    PARTNER\n");
}

void scorecard_put_table_line(
	struct buffer *buffer, const struct scorecard *card, const struct card_style *style)
{
	char date[DATE_SIZE] = "-";

	if (card->contract && card->contract->send_by != DATE_NONE)
		date_format(card->contract->send_by, date);
	buffer_puts(buffer, "-        ");
	put_grade(buffer, card->rules, card->grade);
	if (isnan(card->score))
		buffer_puts(buffer, "     -");
	else
		buffer_printf(buffer, " %5.1f", card->score);
	buffer_puts(buffer, "      - ");
	plot_put(buffer, card->rules, card->score, true, style);
	buffer_printf(buffer, "  -  -     - %-10s ", date);
	utf8_puts_safe(buffer, card->partner);
	buffer_putc(buffer, '\n');
}
