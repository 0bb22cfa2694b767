/* Documents as text for a terminal. */
#include <assert.h>
#include <string.h>

#include "partner/doc.h"
#include "partner/text.h"
#include "partner/utf8.h"

#define LABEL_COLUMNS 17 /* of facts, with the two blanks before and after */
#define MARK_COLUMNS 3
#define NOTE_COLUMNS 6  /* what goes below a row is indented by so many */
#define CELL_COLUMNS 36 /* what is wider does not widen its column */

static const char *color_of(enum tone tone)
{
	switch (tone) {
	case TONE_GOOD:
		return "\033[1;32m";
	case TONE_WARNING:
		return "\033[1;33m";
	case TONE_CRITICAL:
		return "\033[1;31m";
	default:
		return "";
	}
}

static const char *mark_of(enum tone tone, const struct doc_style *style)
{
	switch (tone) {
	case TONE_CRITICAL:
		return "!! ";
	case TONE_WARNING:
		return " ! ";
	case TONE_MUTED:
		return " m ";
	default:
		return style->ascii ? " . " : " · ";
	}
}

/* Of the signs in our own texts, those that ASCII has something as wide for; 0: as it is. */
static char ascii_like(uint32_t code)
{
	switch (code) {
	case 0xd7: /* × */
		return 'x';
	case 0xf7: /* ÷ */
		return '/';
	case 0xb7: /* · */
		return '.';
	case 0x2013: /* – */
	case 0x2212: /* − */
		return '-';
	case 0x2192: /* → */
		return '>';
	default:
		return 0;
	}
}

static void put_words(struct buffer *line, const char *text, const struct doc_style *style)
{
	size_t length = strlen(text), bytes;

	if (!style->ascii) {
		utf8_put_safe(line, text, length);
		return;
	}
	for (size_t at = 0; at < length; at += bytes) {
		char like = ascii_like(utf8_decode(text + at, length - at, &bytes));

		if (like)
			buffer_putc(line, like);
		else
			utf8_put_safe(line, text + at, bytes);
	}
}

static void put_place(struct buffer *line, const struct doc *doc, struct place place)
{
	const char *text = place_text(doc->arena, place);

	if (!text)
		return;
	buffer_puts(line, "  ");
	utf8_puts_safe(line, text);
}

static void put_head(struct buffer *buffer, const struct doc *doc, const struct doc_style *style)
{
	struct buffer line = {0};
	const char *color = style->color ? color_of(doc->tone) : "";

	put_words(&line, doc->title, style);
	if (doc->details) {
		buffer_puts(&line, "  ");
		put_words(&line, doc->details, style);
	}
	text_put_line(buffer, &line, 2, style->columns);
	buffer_puts(buffer, color);
	put_words(&line, doc->verdict, style);
	buffer_putc(&line, '\0');
	text_wrap(buffer, line.data, 0, 2, style->columns);
	buffer_puts(buffer, *color ? "\033[0m\n" : "\n");
	buffer_free(&line);
}

static size_t safe_width(const char *text)
{
	return text ? utf8_safe_width(text, strlen(text)) : 1;
}

static void put_fact(struct buffer *buffer, const struct doc *doc, const struct block *block,
	const struct doc_style *style)
{
	struct buffer line = {0};
	size_t width = 2 + safe_width(block->label);

	buffer_puts(&line, "  ");
	put_words(&line, block->label, style);
	buffer_fill(&line, ' ', width + 2 < LABEL_COLUMNS ? LABEL_COLUMNS - width : 2);
	put_words(&line, block->text, style);
	put_place(&line, doc, block->place);
	text_put_line(buffer, &line, LABEL_COLUMNS, style->columns);
}

static void put_item(struct buffer *buffer, const struct doc *doc, const struct block *block,
	const struct doc_style *style)
{
	struct buffer line = {0};

	buffer_puts(&line, mark_of(block->tone, style));
	put_words(&line, block->label, style);
	buffer_puts(&line, "  ");
	put_words(&line, block->text, style);
	put_place(&line, doc, block->place);
	text_put_line(buffer, &line, MARK_COLUMNS, style->columns);
}

static void put_text(
	struct buffer *buffer, const struct block *block, const struct doc_style *style)
{
	struct buffer line = {0};

	buffer_puts(&line, "  ");
	put_words(&line, block->text, style);
	text_put_line(buffer, &line, 2, style->columns);
}

/* ---- tables ---- */

/* How a table is laid out. */
struct layout {
	const struct block *table;
	size_t *widths;      /* of its columns */
	const char **titles; /* of its columns: of narrow ones a number */
	bool beside;         /* notes stand in the row, too */
};

/* Titles of narrow columns would not fit beside each other. */
static void number_columns(struct layout *layout, const struct doc *doc)
{
	const struct block *table = layout->table;
	int number = 0;

	layout->titles = arena_array(doc->arena, table->n_columns, sizeof(*layout->titles));
	for (size_t i = 0; i < table->n_columns; i++) {
		const struct doc_column *column = &table->columns[i];

		layout->titles[i] =
			column->narrow ? arena_printf(doc->arena, "%d", ++number) : column->title;
	}
}

/* Blanks before a column. */
static size_t gap_of(const struct block *table, size_t i)
{
	return i && table->columns[i].narrow && table->columns[i - 1].narrow ? 1 : 2;
}

/* How wide each column is. What is longer than a cell should be sticks out of its row alone. */
static void lay_out(struct layout *layout, const struct doc *doc, const struct block *table,
	const struct doc_style *style)
{
	size_t n = table->n_columns, total = 0;

	assert(table->n_cells % n == 0);
	layout->table = table;
	layout->beside = true;
	number_columns(layout, doc);
	layout->widths = arena_array(doc->arena, n, sizeof(*layout->widths));
	for (size_t i = 0; i < n; i++)
		layout->widths[i] = safe_width(layout->titles[i]);
	for (size_t i = 0; i < table->n_cells; i++) {
		size_t width = safe_width(table->cells[i].text), *widest = &layout->widths[i % n];

		if (width > CELL_COLUMNS && table->columns[i % n].note)
			layout->beside = false;
		else if (width > *widest && width <= CELL_COLUMNS)
			*widest = width;
	}
	for (size_t i = 0; i < n; i++)
		total += gap_of(table, i) + layout->widths[i];
	layout->beside &= total <= style->columns;
}

/* The cell of a row, or the title, in column `i`. */
static void put_cell(struct buffer *line, const struct layout *layout, size_t i, const char *text,
	const struct doc_style *style)
{
	const struct doc_column *column = &layout->table->columns[i];
	bool right = column->right || column->narrow;
	size_t width = safe_width(text), columns = layout->widths[i];
	size_t blanks = width < columns ? columns - width : 0, gap = gap_of(layout->table, i);

	buffer_fill(line, ' ', right ? gap + blanks : gap);
	put_words(line, text ? text : "-", style);
	buffer_fill(line, ' ', right ? 0 : blanks);
}

/* The cells of a row, or the titles, that stand beside each other. */
static void put_row(struct buffer *buffer, const struct layout *layout,
	const struct doc_cell *cells, const struct doc_style *style)
{
	const struct block *table = layout->table;
	struct buffer line = {0};

	for (size_t i = 0; i < table->n_columns; i++)
		if (!table->columns[i].note || layout->beside)
			put_cell(
				&line, layout, i, cells ? cells[i].text : layout->titles[i], style);
	text_put_line(buffer, &line, NOTE_COLUMNS, style->columns);
}

static void put_notes(struct buffer *buffer, const struct block *table,
	const struct doc_cell *cells, const struct doc_style *style)
{
	struct buffer line = {0};

	for (size_t i = 0; i < table->n_columns; i++) {
		if (!table->columns[i].note || !cells[i].text)
			continue;
		buffer_fill(&line, ' ', line.length ? 2 : NOTE_COLUMNS);
		put_words(&line, cells[i].text, style);
	}
	if (line.length)
		text_put_line(buffer, &line, NOTE_COLUMNS, style->columns);
}

/* What the numbers of narrow columns stand for: `1 hidden-truth  2 captive`. */
static void put_legend(
	struct buffer *buffer, const struct layout *layout, const struct doc_style *style)
{
	const struct block *table = layout->table;
	struct buffer line = {0};

	for (size_t i = 0; i < table->n_columns; i++) {
		if (!table->columns[i].narrow)
			continue;
		buffer_printf(&line, "  %s" TEXT_GLUE, layout->titles[i]);
		put_words(&line, table->columns[i].title, style);
	}
	if (line.length)
		text_put_line(buffer, &line, 2, style->columns);
}

static void put_table(struct buffer *buffer, const struct doc *doc, const struct block *table,
	const struct doc_style *style)
{
	struct layout layout;

	if (!table->n_cells)
		return;
	lay_out(&layout, doc, table, style);
	put_row(buffer, &layout, NULL, style);
	for (size_t i = 0; i < table->n_cells; i += table->n_columns) {
		put_row(buffer, &layout, table->cells + i, style);
		if (!layout.beside)
			put_notes(buffer, table, table->cells + i, style);
	}
	put_legend(buffer, &layout, style);
}

static void put_section(
	struct buffer *buffer, const struct block *block, const struct doc_style *style)
{
	struct buffer line = {0};

	put_words(&line, block->label, style);
	buffer_putc(buffer, '\n');
	text_put_line(buffer, &line, 2, style->columns);
}

static bool is_heading(const struct block *block)
{
	return block->kind == BLOCK_SECTION || block->kind == BLOCK_PART;
}

/* A part has no heading here: its lines say what it is, set apart from those of another one. */
static void put_part(struct buffer *buffer, const struct doc *doc, const struct block *block)
{
	bool empty = block + 1 == doc->blocks + doc->n || is_heading(block + 1);

	if (!empty && block > doc->blocks && !is_heading(block - 1))
		buffer_putc(buffer, '\n');
}

static void put_block(struct buffer *buffer, const struct doc *doc, const struct block *block,
	const struct doc_style *style)
{
	switch (block->kind) {
	case BLOCK_SECTION:
		put_section(buffer, block, style);
		break;
	case BLOCK_FACT:
		put_fact(buffer, doc, block, style);
		break;
	case BLOCK_ITEM:
		put_item(buffer, doc, block, style);
		break;
	case BLOCK_TEXT:
		put_text(buffer, block, style);
		break;
	case BLOCK_TABLE:
		put_table(buffer, doc, block, style);
		break;
	case BLOCK_PLAIN:
		buffer_puts(buffer, block->text);
		break;
	case BLOCK_PART:
		put_part(buffer, doc, block);
		break;
	case BLOCK_FIGURE:
	case BLOCK_KEY_FIGURE:
		break;
	}
}

void doc_put_text(struct buffer *buffer, const struct doc *doc, const struct doc_style *style)
{
	put_head(buffer, doc, style);
	for (size_t i = 0; i < doc->n; i++)
		put_block(buffer, doc, &doc->blocks[i], style);
}
