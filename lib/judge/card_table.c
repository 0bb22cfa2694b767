#include <math.h>
#include <string.h>

#include "card_plot.h"
#include "partner/utf8.h"

/* Columns that are judged by later parts of the method hold `-`. */
void scorecard_put_table_head(struct buffer *buffer, const struct rules *rules,
	const struct card_style *style)
{
	buffer_puts(buffer, "STANDING G SCORE  RANGE ");
	plot_put_letters(buffer, rules, true, style);
	buffer_puts(buffer, " !!  ! TREND SEND-BY    PARTNER\n");
}

void scorecard_put_table_line(struct buffer *buffer, const struct scorecard *card,
	const struct card_style *style)
{
	char date[DATE_SIZE] = "-";

	if (card->contract && card->contract->send_by != DATE_NONE)
		date_format(card->contract->send_by, date);
	buffer_puts(buffer, "-        ");
	utf8_puts_safe(buffer, card->grade);
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
