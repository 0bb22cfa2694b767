/* Documents as Markdown. */
#include <assert.h>

#include "partner/doc.h"
#include "partner/escape.h"

static const char *const tone_words[] = {
	[TONE_PLAIN] = "",
	[TONE_GOOD] = "",
	[TONE_NOTE] = "note: ",
	[TONE_WARNING] = "**warning:** ",
	[TONE_CRITICAL] = "**error:** ",
	[TONE_MUTED] = "muted: ",
};

static void put_place(struct buffer *buffer, const struct doc *doc, struct place place)
{
	const char *text = place_text(doc->arena, place);

	if (!text)
		return;
	buffer_putc(buffer, ' ');
	escape_puts_markdown_code(buffer, text);
}

/* A name, what it says, and where it stands: one item of a list. */
static void put_item(struct buffer *buffer, const struct doc *doc, const struct block *block)
{
	buffer_printf(buffer, "- %s", tone_words[block->tone]);
	escape_puts_markdown(buffer, block->label);
	buffer_puts(buffer, ": ");
	escape_puts_markdown_within(buffer, block->text);
	put_place(buffer, doc, block->place);
	buffer_putc(buffer, '\n');
}

static void put_cell(struct buffer *buffer, const char *text)
{
	buffer_puts(buffer, "| ");
	escape_puts_markdown_within(buffer, text);
	buffer_putc(buffer, ' ');
}

static void put_table(struct buffer *buffer, const struct block *table)
{
	size_t n = table->n_columns;

	assert(table->n_cells % n == 0);
	for (size_t i = 0; i < n; i++)
		put_cell(buffer, table->columns[i].title);
	buffer_puts(buffer, "|\n");
	for (size_t i = 0; i < n; i++)
		buffer_puts(buffer, table->columns[i].right ? "|---:" : "|---");
	for (size_t i = 0; i < table->n_cells; i++) {
		if (i % n == 0)
			buffer_puts(buffer, "|\n");
		put_cell(buffer, table->cells[i].text ? table->cells[i].text : "–");
	}
	buffer_puts(buffer, "|\n");
}

/* A list and a table need a blank line before them, items of one list none between them. */
static bool goes_on(const struct block *before, const struct block *block)
{
	bool item = block->kind == BLOCK_ITEM || block->kind == BLOCK_FACT;

	return item && before && (before->kind == BLOCK_ITEM || before->kind == BLOCK_FACT);
}

static void put_block(struct buffer *buffer, const struct doc *doc, const struct block *block)
{
	switch (block->kind) {
	case BLOCK_SECTION:
		buffer_puts(buffer, "### ");
		escape_puts_markdown_within(buffer, block->label);
		buffer_putc(buffer, '\n');
		break;
	case BLOCK_FACT:
	case BLOCK_ITEM:
		put_item(buffer, doc, block);
		break;
	case BLOCK_TEXT:
		escape_puts_markdown(buffer, block->text);
		buffer_putc(buffer, '\n');
		break;
	case BLOCK_TABLE:
		put_table(buffer, block);
		break;
	case BLOCK_FIGURE:
	case BLOCK_KEY_FIGURE:
		break;
	}
}

static bool leaves_nothing(const struct block *block)
{
	return block->kind == BLOCK_FIGURE || block->kind == BLOCK_KEY_FIGURE ||
		(block->kind == BLOCK_TABLE && !block->n_cells);
}

void doc_put_markdown(struct buffer *buffer, const struct doc *doc)
{
	const struct block *before = NULL;

	buffer_puts(buffer, "## ");
	escape_puts_markdown_within(buffer, doc->title);
	buffer_puts(buffer, "\n\n");
	if (doc->details) {
		escape_puts_markdown(buffer, doc->details);
		buffer_puts(buffer, "\n\n");
	}
	buffer_puts(buffer, "**");
	escape_puts_markdown(buffer, doc->verdict);
	buffer_puts(buffer, "**\n");
	for (size_t i = 0; i < doc->n; i++) {
		const struct block *block = &doc->blocks[i];

		if (leaves_nothing(block))
			continue;
		if (!goes_on(before, block))
			buffer_putc(buffer, '\n');
		put_block(buffer, doc, block);
		before = block;
	}
}
