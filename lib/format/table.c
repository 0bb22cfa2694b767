/* Aligned tables and wrapped lines. */
#include "partner/table.h"

#include <assert.h>
#include <string.h>

#include "partner/utf8.h"

void table_add(struct table *table, const char *cell)
{
	table->cells = arena_grow(
		table->arena, table->cells, table->used, &table->capacity, sizeof(*table->cells));
	table->cells[table->used++] = cell ? cell : "-";
}

static size_t width_of(const char *cell)
{
	return utf8_safe_width(cell, strlen(cell));
}

static bool has_titles(const struct table *table)
{
	for (size_t i = 0; i < table->n; i++) {
		if (table->columns[i].title)
			return true;
	}
	return false;
}

static const char *title_of(const struct table *table, size_t column)
{
	const char *title = table->columns[column].title;
	return title ? title : "";
}

static void measure(const struct table *table, size_t widths[])
{
	for (size_t i = 0; i < table->n; i++)
		widths[i] = width_of(title_of(table, i));
	for (size_t i = 0; i < table->used; i++) {
		size_t width = width_of(table->cells[i]);
		if (width > widths[i % table->n])
			widths[i % table->n] = width;
	}
}

static void put_cell(
	struct buffer *buffer, const struct table_column *column, size_t width, const char *cell)
{
	size_t padding = width - width_of(cell);
	buffer_fill(buffer, ' ', column->gap + (column->right ? padding : 0));
	utf8_puts_safe(buffer, cell);
	buffer_fill(buffer, ' ', column->right ? 0 : padding);
}

static void end_line(struct buffer *buffer, size_t start)
{
	while (buffer->length > start && buffer->data[buffer->length - 1] == ' ')
		buffer->length--;
	buffer_putc(buffer, '\n');
}

void table_put(struct buffer *buffer, const struct table *table)
{
	size_t *widths = arena_array(table->arena, table->n, sizeof(*widths));
	size_t start = buffer->length;
	assert(table->n && table->used % table->n == 0);
	measure(table, widths);
	if (has_titles(table)) {
		for (size_t i = 0; i < table->n; i++)
			put_cell(buffer, &table->columns[i], widths[i], title_of(table, i));
		end_line(buffer, start);
	}
	for (size_t row = 0; row < table->used; row += table->n) {
		start = buffer->length;
		for (size_t i = 0; i < table->n; i++)
			put_cell(buffer, &table->columns[i], widths[i], table->cells[row + i]);
		end_line(buffer, start);
	}
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
			end_line(buffer, 0);
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
