#include "card_lines.h"

#include <limits.h>
#include <math.h>
#include <string.h>

#include "partner/utf8.h"

int card_whole(double x)
{
	if (x <= INT_MIN + 1)
		return INT_MIN;
	return x < INT_MAX - 1 ? (int)floor(x + 0.5 + 1e-6) : INT_MAX;
}

int card_percent(double share)
{
	return card_whole(100 * share);
}

void card_put_below(struct buffer *buffer, double share, double edge)
{
	if (card_percent(share) < 100 * edge - 1e-6)
		buffer_printf(buffer, "%d %%", card_percent(share));
	else /* so close that whole numbers would not say why */
		buffer_printf(buffer, "%.2f %%", 100 * share);
}

void card_put_padded(struct buffer *buffer, const char *text, size_t columns)
{
	size_t width = utf8_safe_width(text, strlen(text));

	utf8_puts_safe(buffer, text);
	buffer_fill(buffer, ' ', width < columns ? columns - width : 0);
}

void card_put_range(struct buffer *buffer, double low, double high, int decimals,
	const struct card_style *style)
{
	if (decimals) {
		buffer_put_fixed(buffer, low, decimals);
		buffer_puts(buffer, style->ascii ? "-" : "–");
		buffer_put_fixed(buffer, high, decimals);
	} else {
		buffer_printf(buffer, "%d%s%d", card_whole(low), style->ascii ? "-" : "–",
			card_whole(high));
	}
}

void card_put_ends(struct buffer *buffer, const char *none, double low, double high,
	enum card_side side, const struct card_style *style)
{
	struct buffer ends = {0};
	size_t width;

	if (none)
		buffer_puts(&ends, none);
	else if (card_whole(low) == 100) /* 100–100 alone is wider than its column */
		buffer_puts(&ends, "100");
	else
		card_put_range(&ends, low, high, 0, style);
	width = utf8_safe_width(ends.data, ends.length);
	width = width < CARD_RANGE_COLUMNS ? CARD_RANGE_COLUMNS - width : 0;
	buffer_fill(buffer, ' ', side == CARD_RIGHT ? width : 0);
	buffer_add(buffer, ends.data, ends.length);
	buffer_fill(buffer, ' ', side == CARD_LEFT ? width : 0);
	buffer_free(&ends);
}

void card_put_wrapped(
	struct buffer *buffer, struct buffer *line, size_t indent, const struct card_style *style)
{
	text_put_line(buffer, line, indent, style->columns);
}

void card_put_label(struct buffer *line, const char *label)
{
	buffer_printf(line, "  %-*s", CARD_LABEL_COLUMNS - 2, label);
}

void card_end_line(struct buffer *buffer)
{
	while (buffer->length && buffer->data[buffer->length - 1] == ' ')
		buffer->length--;
	buffer_putc(buffer, '\n');
}

bool card_hears(const struct card_sign *sign, enum sign_level level)
{
	return sign->muted == DATE_NONE && sign->level == (int)level;
}

size_t card_count_heard(const struct scorecard *card, enum sign_level level)
{
	size_t n = 0;

	RESULT_EACH (struct card_sign, sign, card->signs)
		n += card_hears(sign, level);
	return n;
}

bool card_has_ended(const struct scorecard *card)
{
	return card->ended != DATE_NONE || card->phase == PHASE_ENDED;
}

bool card_is_lowered(const struct scorecard *card)
{
	const struct rules *rules = card->rules;

	return card->graded && rules->grades.list.n &&
		strcmp(score_grade(rules, card->score), card->grade) != 0;
}
