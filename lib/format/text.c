/* Wrapped lines and bars. */
#include "partner/text.h"

#include <assert.h>
#include <string.h>

#include "partner/utf8.h"

static void end_line(struct buffer *buffer)
{
	while (buffer->length > 0 && buffer->data[buffer->length - 1] == ' ')
		buffer->length--;
	buffer_putc(buffer, '\n');
}

/* The pieces of a word that glue holds together; NULL buffer: only how wide they are. */
static size_t put_word(struct buffer *buffer, const char *word, size_t length)
{
	size_t width = 0;

	for (size_t at = 0; at < length;) {
		size_t piece = strcspn(word + at, TEXT_GLUE " ");
		bool glued = at + piece < length;

		if (buffer)
			utf8_put_safe(buffer, word + at, piece);
		if (buffer && glued)
			buffer_putc(buffer, ' ');
		width += utf8_safe_width(word + at, piece) + glued;
		at += piece + glued;
	}
	return width;
}

size_t text_wrap(struct buffer *buffer, const char *text, size_t at, size_t indent, size_t columns)
{
	/* On a line with nothing but its indentation, a new one would not help. */
	bool fresh = at <= indent;
	for (;;) {
		size_t blanks = strspn(text, " ");
		const char *word = text + blanks;
		size_t length = strcspn(word, " ");
		size_t width = put_word(NULL, word, length);
		if (!length)
			return at;
		if (at + blanks + width > columns && !fresh) {
			end_line(buffer);
			at = indent;
			blanks = 0;
			buffer_fill(buffer, ' ', indent);
		}
		buffer_fill(buffer, ' ', blanks);
		put_word(buffer, word, length);
		at += blanks + width;
		text = word + length;
		fresh = false;
	}
}

void text_put_line(struct buffer *buffer, struct buffer *line, size_t indent, size_t columns)
{
	buffer_putc(line, '\0');
	text_wrap(buffer, line->data, 0, indent, columns);
	buffer_putc(buffer, '\n');
	buffer_free(line);
}

void text_put_bar(struct buffer *buffer, int level, bool ascii)
{
	static const char *const unicode[] = {"·", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};

	assert(level >= 0 && level <= TEXT_BAR_MOST);
	if (ascii)
		buffer_putc(buffer, ".12345678"[level]);
	else
		buffer_puts(buffer, unicode[level]);
}
