#include "card_lines.h"

#include <limits.h>
#include <math.h>
#include <string.h>

#include "partner/utf8.h"

int whole(double x)
{
	return x < INT_MAX ? (int)floor(x + 0.5) : INT_MAX;
}

void put_padded(struct buffer *buffer, const char *text, size_t columns)
{
	size_t width = utf8_safe_width(text, strlen(text));

	utf8_puts_safe(buffer, text);
	buffer_fill(buffer, ' ', width < columns ? columns - width : 0);
}

void put_range(struct buffer *buffer, double low, double high, int decimals,
	const struct card_style *style)
{
	if (decimals) {
		buffer_put_fixed(buffer, low, decimals);
		buffer_puts(buffer, style->ascii ? "-" : "–");
		buffer_put_fixed(buffer, high, decimals);
	} else {
		buffer_printf(buffer, "%d%s%d", whole(low), style->ascii ? "-" : "–", whole(high));
	}
}

void put_wrapped(
	struct buffer *buffer, struct buffer *line, size_t indent, const struct card_style *style)
{
	buffer_putc(line, '\0');
	text_wrap(buffer, line->data, 0, indent, style->columns);
	buffer_putc(buffer, '\n');
	buffer_free(line);
}

void put_label(struct buffer *line, const char *label)
{
	buffer_printf(line, "  %-*s", LABEL_COLUMNS - 2, label);
}

void end_line(struct buffer *buffer)
{
	while (buffer->length && buffer->data[buffer->length - 1] == ' ')
		buffer->length--;
	buffer_putc(buffer, '\n');
}

bool is_graded(const struct scorecard *card)
{
	return strcmp(card->grade, "-") != 0;
}

bool is_heard(const struct card_sign *sign, enum sign_level level)
{
	return sign->muted == DATE_NONE && strcmp(sign->level, sign_level_words[level]) == 0;
}

size_t count_heard(const struct scorecard *card, enum sign_level level)
{
	size_t n = 0;

	CARD_EACH (struct card_sign, sign, card->signs)
		n += is_heard(sign, level);
	return n;
}
